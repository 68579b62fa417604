"""The studies of one outcome as rows for a reader: what each is, what it says, and why it counts or not."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from claimbook.language.said import said
from claimbook.model.assessment import OutcomeAssessment, Standing, StudyReading
from claimbook.plots.rows import READING_WORDS
from claimbook.report.words.facts import (
    design_words,
    estimate_words,
    limits_words,
    readable,
    result_lines,
    size_words,
    why_words,
)
from claimbook.report.words.verdicts import GROUPS, PLANS, STREAMS
from claimbook.synthesis.grade.sentence import CODE_WORDS


@dataclass(frozen=True)
class StudyRow:
    """One study beside everything that must stand beside its result: design, size and main limits (R40)."""

    id: str
    label: str
    design: str
    stream: str
    size: str
    people: int | None
    """Participants behind the result, to sort by; None when not seen."""
    population: str
    reported: str
    """The direction as the study reports it, before anything is read into it."""
    result: tuple[str, ...]
    """What was measured, and its numbers as printed; empty where no result was seen."""
    reads: str
    read_as: str
    """Our reading: the side of the claim, and the estimate that the result was turned into with what was assumed."""
    limits: tuple[str, ...]
    standing: str
    why: tuple[str, ...]
    retracted: bool


@dataclass(frozen=True)
class Group:
    """Studies with the same standing, under one heading."""

    heading: str
    rows: tuple[StudyRow, ...]
    counts: bool = False

    @property
    def with_results(self) -> bool:
        """Whether there can be a result to show; plans, retracted work and animals show none about people."""
        return self.heading != PLANS


def study_row(reading: StudyReading, labels: Mapping[str, str]) -> StudyRow:
    """One study as it stands for one outcome, in words."""
    study = reading.study
    what, *lines = (reading.reading.reason,) if reading.lacks_result else result_lines(reading.result)
    reported, *printed = lines or [what]
    return StudyRow(
        id=study.id,
        label=labels[study.id],
        design=design_words(study),
        stream=STREAMS[reading.stream.value],
        size=_size(reading),
        people=reading.n,
        population=study.population,
        reported=reported,
        result=(what, *printed) if lines else (),
        reads=_side(reading),
        read_as=_read_as(reading, labels),
        limits=limits_words(reading),
        standing=reading.standing.value.words,
        why=tuple(readable(reason, labels) for reason in why_words(reading)),
        retracted="retracted" in study.notices,
    )


def _size(reading: StudyReading) -> str:
    """Participants; where those behind this result differ from those of the study, both."""
    whole = size_words(reading.study)
    if reading.n == reading.study.participants_counted:
        return whole
    if reading.n is None:
        return said("{size}; behind this result not seen", size=whole)
    return said("{size}; behind this result {n:,}", size=whole, n=reading.n)


def _read_as(reading: StudyReading, labels: Mapping[str, str]) -> str:
    """What is ours and not the study's: the side, which asks for no significance, and the estimate behind it."""
    if reading.estimate is None:
        return said("Read as: {reading}.", reading=_side(reading))
    estimate = readable(estimate_words(reading.estimate), labels)
    return said("Read as: {reading}; {estimate}.", reading=_side(reading), estimate=estimate)


def _side(reading: StudyReading) -> str:
    """The side of the claim; what nobody entered is not a result without use."""
    return said("result not entered") if reading.lacks_result else READING_WORDS[reading.reading.value]


def groups(outcome: OutcomeAssessment, labels: Mapping[str, str]) -> tuple[Group, ...]:
    """Studies that answer the outcome, or would, by what became of them; empty groups are left out."""
    counted = _rows(outcome, {Standing.COUNTED}, labels)
    weighed = {reading.study.id for reading in outcome.anchored.studies} if outcome.anchored else set()
    found = [
        Group(said("Counted: these give the verdict"), tuple(row for row in counted if row.id in weighed), counts=True),
        Group(
            said("Counted apart: another kind of study"),
            tuple(row for row in counted if row.id not in weighed),
            counts=True,
        ),
        *(Group(heading, _rows(outcome, standings, labels)) for heading, standings in GROUPS),
    ]
    return tuple(group for group in found if group.rows)


def not_direct(outcome: OutcomeAssessment, labels: Mapping[str, str]) -> tuple[StudyRow, ...]:
    """Studies that were looked at and do not answer the outcome."""
    return _rows(outcome, {Standing.NOT_DIRECT}, labels)


def _rows(outcome: OutcomeAssessment, wanted: Iterable[Standing], labels: Mapping[str, str]) -> tuple[StudyRow, ...]:
    standings = set(wanted)
    found = [reading for reading in outcome.studies if reading.standing.value in standings]
    found.sort(key=lambda reading: (-(reading.study.year or 0), labels[reading.study.id]))
    return tuple(study_row(reading, labels) for reading in found)


def studied_instead(outcome: OutcomeAssessment) -> tuple[str, ...]:
    """For studies that are not direct: what they tested, with how many of them."""
    readings = [reading for reading in outcome.studies if reading.standing.value is Standing.NOT_DIRECT]
    counts = Counter(code.name for reading in readings for code in reading.codes if code.name in CODE_WORDS)
    return tuple(
        said("{what}: {number} of {all}", what=CODE_WORDS[name], number=number, all=len(readings))
        for name, number in counts.most_common()
    )


def study_frame(outcome: OutcomeAssessment, labels: Mapping[str, str]) -> pd.DataFrame:
    """Every study coded for the outcome, one row each, for a reader who wants to sort and count."""
    rows = [(reading, study_row(reading, labels)) for reading in outcome.studies]
    return pd.DataFrame(
        {
            "study": [row.label for _, row in rows],
            "year": pd.array([reading.study.year for reading, _ in rows], dtype="Int64"),
            "design": [row.design for _, row in rows],
            "stream": [reading.stream.value.value for reading, _ in rows],
            "participants": pd.array([reading.n for reading, _ in rows], dtype="Int64"),
            "reads": [row.reads for _, row in rows],
            "standing": [row.standing for _, row in rows],
            "why": ["; ".join(row.why) for _, row in rows],
            "limits": ["; ".join(row.limits) for _, row in rows],
        }
    )
