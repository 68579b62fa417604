"""Which studies a figure shows, in which order, and what it says of each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from claimbook.language.said import Numeral, joined, said, said_as
from claimbook.model.assessment import BiasClass, Estimate, Measure, OutcomeAssessment, Standing, StudyReading
from claimbook.model.printed import PValue
from claimbook.model.study import Study
from claimbook.model.terms import REVIEWS, Design, Reading, Stream
from claimbook.synthesis.grade.body import direct

STREAM_WORDS = {
    Stream.RCT: said("Randomised trials and their reviews"),
    Stream.NRSI: said("Compared, not randomised"),
    Stream.OTHER: said("No comparison group, or unclear"),
    Stream.PRECLINICAL: said("Animals or cells"),
}
READING_WORDS = {
    Reading.FAVOURS: said("toward the claim"),
    Reading.AGAINST: said("against the claim"),
    Reading.NO_DIFFERENCE: said("no difference shown"),
    Reading.UNUSABLE: said("no usable result"),
}
READING_LINES = {
    Reading.FAVOURS: said("toward\nthe claim"),
    Reading.AGAINST: said("against\nthe claim"),
    Reading.NO_DIFFERENCE: said("no difference\nshown"),
    Reading.UNUSABLE: said("no usable\nresult"),
}
"""The same on two lines, for the head of a column."""
DESIGN_WORDS = {
    Design.RCT: said_as("short", "trial"),
    Design.CROSSOVER: said_as("short", "crossover"),
    Design.QUASI_EXPERIMENTAL: said_as("short", "quasi-experimental"),
    Design.COHORT: said_as("short", "cohort"),
    Design.CASE_CONTROL: said_as("short", "case-control"),
    Design.CROSS_SECTIONAL: said_as("short", "cross-sectional"),
    Design.CASE_SERIES: said_as("short", "case-series"),
    Design.BIOMECHANICS_LAB: said_as("short", "laboratory"),
    Design.META_ANALYSIS: said_as("short", "review"),
    Design.SYSTEMATIC_REVIEW: said_as("short", "review"),
    Design.PROTOCOL: said_as("short", "protocol"),
    Design.ANIMAL: said_as("short", "animal"),
    Design.IN_VITRO: said_as("short", "in-vitro"),
}
"""As short as they fit beside the name of a study."""
UNNAMED = said("These are too many to be named one by one; the table below names each.")


@dataclass(frozen=True)
class Row:
    """One study as a figure shows it."""

    label: str
    stream: Stream
    design: str
    n: int | None
    reading: Reading
    standing: Standing
    gives_verdict: bool
    """Whether the study belongs to the body of evidence that gives the verdict."""
    year: int | None
    estimate: Estimate | None
    bias: BiasClass | None
    """Risk of bias; of a review that of its studies, as far as its authors say so."""
    p: PValue | None
    kind: Design

    @property
    def is_review(self) -> bool:
        """Whether it is a review or meta-analysis."""
        return self.kind in REVIEWS

    @property
    def kind_words(self) -> str:
        """Design and number of participants."""
        return said("{design}, {people}", design=self.design, people=self.people)

    @property
    def people(self) -> str:
        """Number of participants in words."""
        return people_words(self.n)

    @property
    def part(self) -> str:
        """What the study contributes, in words."""
        if self.gives_verdict:
            return said("gives the verdict")
        if self.standing is Standing.COUNTED:
            return said("counted apart, as another kind of study")
        return said("shown only ({why})", why=self.standing.words)


def direct_rows(assessment: OutcomeAssessment, labels: Mapping[str, str]) -> list[Row]:
    """Every study that answers the outcome, counted or not; by stream, then year, then name.

    None before the first result was entered: what they say is not known.
    """
    anchored = assessment.anchored
    weighed = {reading.study.id for reading in anchored.studies} if anchored else set()
    shown = direct(assessment.studies)
    known = [] if all(reading.lacks_result for reading in shown) else shown
    rows = [_row(reading, labels, weighed) for reading in known]
    order = list(Stream)
    return sorted(rows, key=lambda row: (order.index(row.stream), row.year or 9999, row.label))


def _row(reading: StudyReading, labels: Mapping[str, str], weighed: Iterable[str]) -> Row:
    study, standing = reading.study, reading.standing.value
    return Row(
        label=labels[study.id],
        stream=reading.stream.value,
        design=DESIGN_WORDS[study.design],
        n=reading.n,
        reading=reading.reading.value,
        standing=standing,
        gives_verdict=study.id in weighed,
        year=study.year,
        estimate=reading.estimate,
        bias=_bias_of_review(study) if study.review else reading.bias.value if reading.bias else None,
        p=reading.p,
        kind=study.design,
    )


def _bias_of_review(study: Study) -> BiasClass:
    mostly = study.review.mostly if study.review else None
    return {"low risk": BiasClass.LOW, "high risk": BiasClass.HIGH}.get(mostly or "", BiasClass.UNCLEAR)


def named(labels: Sequence[str], most: int = 12) -> str:
    """Short names in one line; of a long list the first ones, and how many more there are."""
    names, more = joined(", ", labels[:most]), len(labels) - most
    return names if more <= 0 else said("{names} and {n} more", names=names, n=more)


def people_words(n: int | None) -> str:
    """A number of participants beside a name; an unknown number is never zero."""
    return said_as("short", "n not seen") if n is None else said("n {n:,}", n=n)


def number_words(n: int | None) -> str:
    """A number in a cell of a table, where the head of the column says of what."""
    return said("not seen") if n is None else Numeral(f"{n:,}")


def nothing_direct(assessment: OutcomeAssessment) -> str:
    """Why there is no row, as the beginning of a sentence: nobody looked, nothing is direct, no result entered."""
    name = assessment.outcome.name
    if not assessment.studies:
        return said("No study was looked at for {outcome}", outcome=name)
    if direct(assessment.studies):
        return said("No result was entered of the studies that tested the claim for {outcome}", outcome=name)
    return said("None of the studies that were looked at tested the claim for {outcome} directly", outcome=name)


@dataclass(frozen=True)
class Oriented:
    """An estimate turned so that larger means more of what the claim says."""

    value: float
    low: float
    high: float


def toward_claim(estimate: Estimate | None, scale: Measure) -> Oriented | None:
    """The estimate on this scale with the claim's side to the right, or None where it has no interval there."""
    candidates = (estimate, estimate.standardised) if estimate else ()
    for found in candidates:
        if found is not None and found.measure is scale and found.interval is not None:
            return orient(found.value, found.interval, found.toward_claim, scale)
    return None


def orient(value: float, interval: tuple[float, float], side: Literal["above", "below"], scale: Measure) -> Oriented:
    """Differences change their sign and ratios are inverted when the claim's side lies below no effect."""
    low, high = interval
    if side == "above":
        return Oriented(value, low, high)
    if scale is Measure.RATIO:
        return Oriented(1 / value, 1 / high, 1 / low)
    return Oriented(-value, -high, -low)
