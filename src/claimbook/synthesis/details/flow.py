"""The way from the records of a search to the studies of a claim, in numbers that add up (PRISMA 2020, abstracts only).

After the flow diagram of PRISMA 2020 for databases and other sources, as far as
it can be filled where no full text is ever retrieved (grading specification 8).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from claimbook.model.assessment import ClaimAssessment, Standing, StudyReading
from claimbook.model.screening import Screening

NOT_CODED = "not coded"
"""A study of the table that was not coded for any outcome of the claim."""
NOT_DIRECT = "NOT_DIRECT"
_BY_STANDING = {
    Standing.RETRACTED: "RETRACTED",
    Standing.PROTOCOL: "PROTOCOL",
    Standing.PRECLINICAL: "POP_ANIMAL",
}
_NO_REASON = {"PREPRINT"}


@dataclass(frozen=True, slots=True)
class Flow:
    """How many records and studies are left after each step. The properties of the tests say what adds up to what."""

    identified: int
    """Records that the search found, over all its runs."""
    deleted: int
    """Records found once that are no longer in PubMed, and that nobody looked at."""
    not_delivered: int
    """Records that did not arrive or could not be read, and that nobody looked at."""
    waiting: int
    """Records that nobody has looked at yet."""
    looked_at: int
    """Records that a person looked at."""
    same_study: int
    """Records looked at that belong to a study which another of them has brought already."""
    by_hand: int
    """Studies that the search did not bring: collected by hand."""
    excluded: tuple[tuple[str, int], ...]
    """Why studies do not answer the claim, by mismatch code, the most frequent first."""
    included: int
    """Studies that answer at least one outcome of the claim."""
    weighed: int
    """Included studies whose results give a verdict or a grade."""
    duplicates: int = 0
    """Records that were found twice: never one, because one database is asked and a PMID stands for one record."""
    sought: int = 0
    """Full texts asked for: never one."""

    @property
    def assessed(self) -> int:
        """Studies whose abstract, or whatever is public of them, was read for this claim."""
        return self.included + sum(number for _, number in self.excluded)


def flow_of(assessment: ClaimAssessment, screening: Screening) -> Flow:
    """The numbers for one claim: what its search found, and what became of the studies coded for it."""
    places = _places(assessment)
    brought = {found.study for found in screening.looked_at}
    reasons = Counter(code for code in places.values() if code is not None)
    if uncoded := len(brought - places.keys()):
        reasons[NOT_CODED] = uncoded
    return Flow(
        identified=screening.identified,
        deleted=len(screening.deleted),
        not_delivered=len(screening.missing) + len(screening.unreadable),
        waiting=len(screening.waiting),
        looked_at=len(screening.looked_at),
        same_study=len(screening.looked_at) - len(brought),
        by_hand=len(places.keys() - brought),
        excluded=tuple(sorted(reasons.items(), key=lambda reason: (-reason[1], reason[0]))),
        included=sum(code is None for code in places.values()),
        weighed=len(_weighed(assessment)),
    )


def _places(assessment: ClaimAssessment) -> dict[str, str | None]:
    """Each study that was coded for the claim: None where it answers an outcome, else why it answers none."""
    readings: dict[str, list[StudyReading]] = {}
    for outcome in sorted(assessment.outcomes, key=lambda found: found is not assessment.primary):
        for reading in outcome.studies:
            readings.setdefault(reading.study.id, []).append(reading)
    return {study: _why_not(found) for study, found in readings.items()}


def _why_not(readings: Sequence[StudyReading]) -> str | None:
    """Why a study answers no outcome, by its main one: how it stands, else its first mismatch."""
    if any(reading.standing.value.is_direct for reading in readings):
        return None
    first = readings[0]
    codes = (code.name for code in first.codes if code.name not in _NO_REASON)
    return _BY_STANDING.get(first.standing.value) or next(codes, NOT_DIRECT)


def _weighed(assessment: ClaimAssessment) -> set[str]:
    streams: Iterable[StudyReading] = (
        reading for found in assessment.outcomes for stream in found.streams for reading in stream.studies
    )
    return {reading.study.id for reading in streams}
