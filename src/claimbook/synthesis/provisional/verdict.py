"""What proposals would give, were they confirmed: a verdict that nobody has checked, told apart from every other. Pure.

The rules are those of every verdict; nothing is rated up for being read by a program. It stays apart in three ways:
what was found is told as *not all looked at* (nobody has looked at any of it), so certainty is capped; where a gate
closes there is no verdict at all, since only a person can say that a claim was not studied; and it gives no advice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from claimbook.model.assessment import ClaimAssessment, OutcomeAssessment, StudyReading
from claimbook.model.claim import Claim, Outcome
from claimbook.model.proposal import ProposedRecord
from claimbook.model.screening import Screening, Waiting
from claimbook.model.terms import Verdict
from claimbook.synthesis.assess import assess_outcome
from claimbook.synthesis.provisional.row import LeftOut, Row, row_of
from claimbook.synthesis.thresholds import DEFAULT, Thresholds

Proposals = Mapping[int, ProposedRecord]
NO_PROPOSALS: Proposals = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class NobodyLooked(Screening):
    """A search of which a person has looked at nothing, whichever server answered it."""

    @property
    def truncated(self) -> bool:
        """Always: what rules have read, nobody has looked at."""
        return True


@dataclass(frozen=True)
class ProvisionalOutcome:
    """One outcome as it would stand, were every reading right."""

    found: OutcomeAssessment
    """Weighed by the rules of every verdict. Its advice is never shown."""
    rows: tuple[Row, ...]
    """Every record that was read, whether or not it gives a row."""
    readings: Mapping[str, StudyReading] = field(default_factory=dict)
    """How each row stands, by the id of its study."""

    @property
    def verdict(self) -> Verdict | None:
        """None where no record gives a usable result: that nothing was studied only a person can say."""
        return None if self.found.anchored is None else self.found.advice.verdict

    @property
    def unread(self) -> bool:
        """Whether the claim has this outcome since its records were read, so that nothing was looked for."""
        return all(row.left_out is LeftOut.NOT_READ for row in self.rows)

    @property
    def used(self) -> tuple[Row, ...]:
        """The rows that give the verdict."""
        counted = {one.study.id for one in self.found.anchored.studies} if self.found.anchored else set()
        return tuple(row for row in self.rows if row.study is not None and row.study.id in counted)

    @property
    def measured(self) -> tuple[int, int]:
        """Readings behind the verdict: above a line that was measured, and all of them."""
        every = sum(len(row.readings) for row in self.used)
        return every - sum(row.unmeasured for row in self.used), every


@dataclass(frozen=True)
class Provisional:
    """A claim without a confirmed study, as its waiting records read."""

    claim: Claim
    outcomes: tuple[ProvisionalOutcome, ...]
    """In the order of the claim."""
    waiting: int
    """Records that wait for a person, read or not."""
    read: int
    rehearsal: bool
    """Whether another server than PubMed gave the records."""

    @property
    def primary(self) -> ProvisionalOutcome:
        """The outcome that speaks for the claim."""
        return self.of(self.claim.primary)

    def of(self, outcome: str) -> ProvisionalOutcome:
        """The outcome of that id. Raises KeyError where the claim has none."""
        return {one.found.outcome.id: one for one in self.outcomes}[outcome]


def provisional_of(
    assessment: ClaimAssessment, proposals: Proposals, thresholds: Thresholds = DEFAULT
) -> Provisional | None:
    """What the waiting records of a claim seem to say; None where a person's study bears on it, or nothing was read.

    Args:
        assessment: the claim as it truly stands, with its search.
        proposals: what was read by rule, by PMID; only records that still wait for this claim are used.
        thresholds: the numbers to weigh by.
    """
    claim, screening = assessment.claim, assessment.primary.screening or Screening(assessment.claim.id)
    read = [one for one in screening.waiting if _is_for(claim, proposals.get(one.pmid))]
    if not read or bears(assessment):
        return None
    outcomes = tuple(_outcome(claim, outcome, read, proposals, thresholds) for outcome in claim.outcomes)
    return Provisional(claim, outcomes, len(screening.waiting), len(read), screening.rehearsal)


def provisionals(
    assessments: Iterable[ClaimAssessment], proposals: Proposals, thresholds: Thresholds = DEFAULT
) -> dict[str, Provisional]:
    """The same for several claims, by their ids; a claim that has none is not among them."""
    found = ((one.claim.id, provisional_of(one, proposals, thresholds)) for one in assessments)
    return {name: one for name, one in found if one is not None}


def bears(assessment: ClaimAssessment) -> bool:
    """Whether any study that a person coded answers the claim, even if it does not count."""
    return any(reading.finding.match.is_direct for found in assessment.outcomes for reading in found.studies)


def _is_for(claim: Claim, record: ProposedRecord | None) -> bool:
    return record is not None and claim.id in record.claims


def _outcome(
    claim: Claim, outcome: Outcome, read: Iterable[Waiting], proposals: Proposals, thresholds: Thresholds
) -> ProvisionalOutcome:
    """Weigh the rows; what people judged of the confirmed evidence is not about these."""
    rows = tuple(row_of(proposals[one.pmid], one.facts, claim.id, outcome) for one in read)
    studies = [row.study for row in rows if row.study is not None]
    unjudged = outcome.model_copy(update={"judgements": ()})
    found = assess_outcome(claim, unjudged, studies, thresholds, NobodyLooked(claim.id))
    return ProvisionalOutcome(found, rows, {reading.study.id: reading for reading in found.studies})
