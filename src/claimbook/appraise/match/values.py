"""What was found out about how a record matches a claim: one finding for each element, with its reason and words."""

from dataclasses import dataclass, replace
from enum import StrEnum

from claimbook.appraise.match.words import Mention
from claimbook.model.appraisal import Read
from claimbook.model.terms import Match, OutcomeMatch


class Directness(StrEnum):
    """How directly one element of a record answers the claim."""

    DIRECT = "direct"
    PARTIAL = "partial"
    INDIRECT = "indirect"
    ABSENT = "absent"

    @property
    def code(self) -> Match:
        """The study table's word for it; what is only mentioned is no match there."""
        return {Directness.DIRECT: Match.DIRECT, Directness.PARTIAL: Match.PARTIAL}.get(self, Match.NONE)

    @property
    def outcome_code(self) -> OutcomeMatch:
        """The study table's word for an outcome; whether something indirect is a surrogate, a person says."""
        same = {Directness.DIRECT: OutcomeMatch.DIRECT, Directness.PARTIAL: OutcomeMatch.PARTIAL}
        return same.get(self, OutcomeMatch.DIFFERENT)


DIRECT, PARTIAL, INDIRECT, ABSENT = Directness
"""The four values, from best to worst."""


@dataclass(frozen=True, slots=True)
class Found:
    """One element: how direct, on which words, and why, as a sentence part that a person can read."""

    read: Read[Directness]
    why: str

    @property
    def value(self) -> Directness | None:
        """How direct; None where nothing tells."""
        return self.read.value

    def at_most(self, value: Directness, why: str, confidence: float = 1.0) -> "Found":
        """The same evidence, read as no more direct than ``value`` and no surer than this, with one more reason."""
        if self.value is None:
            return self
        lower = max(self.value, value, key=list(Directness).index)
        read = replace(self.read, value=lower, confidence=min(self.read.confidence, confidence))
        return Found(read, f"{self.why}; {why}")


@dataclass(frozen=True, slots=True)
class ClaimMatch:
    """All five elements of one record for one outcome of a claim."""

    population: Found
    intervention: Found
    comparator: Found
    outcome: Found
    purpose: Found

    @property
    def bears(self) -> bool | None:
        """Whether the record would count as direct evidence (specification 1.3); None where that is not told."""
        needed = (self.population.value, self.intervention.value, self.outcome.value, self.purpose.value)
        if any(one in {INDIRECT, ABSENT} for one in needed):
            return False
        return None if None in needed else True


def seen(value: Directness, why: str, rule: str, mention: Mention, confidence: float) -> Found:
    """An element whose words stand in the text."""
    return Found(Read(value, "explicit", confidence, (mention.span,), rule=f"match.{rule}"), why)


def indexed(value: Directness, why: str, rule: str, names: tuple[str, ...], confidence: float) -> Found:
    """An element that headings or keywords name."""
    return Found(Read(value, "explicit", confidence, metadata=names, rule=f"match.{rule}"), why)


def concluded(value: Directness, why: str, rule: str, confidence: float) -> Found:
    """An element without words of its own, such as one that is absent."""
    return Found(Read(value, "inferred", confidence, rule=f"match.{rule}"), why)


def unknown(why: str, rule: str) -> Found:
    """Nothing tells."""
    return Found(Read.missing(f"match.{rule}"), why)
