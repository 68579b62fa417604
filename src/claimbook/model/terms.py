"""The field's words as closed sets: what a claim, a study and a verdict may say."""

from enum import IntEnum, StrEnum
from typing import Literal

NATURE = "A provisional, GRADE-informed abstract check. It is not a GRADE rating and not a systematic review."
"""What every result of claimbook is, and what it is not; it stands wherever a verdict does."""


class Strength(StrEnum):
    """How strongly an article words a relation (grading specification 1.1)."""

    NONE = "none"
    ASSOCIATIONAL = "associational"
    HEDGED = "hedged"
    DIRECT = "direct"

    @property
    def level(self) -> int:
        """The specification's number for this wording, 0 (no relation) to 3 (direct causal)."""
        return list(Strength).index(self)


class Purpose(StrEnum):
    """Why people in a study, or readers of a claim, would use the intervention."""

    TREAT = "treat"
    PREVENT = "prevent"
    HARM = "harm"
    ASSOCIATION = "association"


class Asserts(StrEnum):
    """Whether a claim asserts an effect, its absence, or the absence of one direction (grading specification 4.3)."""

    EFFECT = "effect"
    NO_EFFECT = "no-effect"
    DENIAL = "denial"


class Direction(StrEnum):
    """Which way an outcome moves."""

    HIGHER = "higher"
    LOWER = "lower"


class Match(StrEnum):
    """How directly one element of a study answers the claim (grading specification 1.2)."""

    DIRECT = "direct"
    PARTIAL = "partial"
    NONE = "none"


class OutcomeMatch(StrEnum):
    """How directly the measured outcome answers the claim; a surrogate never stands for the event."""

    DIRECT = "direct"
    PARTIAL = "partial"
    SURROGATE = "surrogate"
    DIFFERENT = "different"


class Design(StrEnum):
    """Study design as the source calls it."""

    RCT = "rct"
    CROSSOVER = "crossover"
    QUASI_EXPERIMENTAL = "quasi-experimental"
    COHORT = "cohort"
    CASE_CONTROL = "case-control"
    CROSS_SECTIONAL = "cross-sectional"
    CASE_SERIES = "case-series"
    BIOMECHANICS_LAB = "biomechanics-lab"
    META_ANALYSIS = "meta-analysis"
    SYSTEMATIC_REVIEW = "systematic-review"
    PROTOCOL = "protocol"
    ANIMAL = "animal"
    IN_VITRO = "in-vitro"


REVIEWS = frozenset({Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW})
PRECLINICAL = frozenset({Design.ANIMAL, Design.IN_VITRO})


class Stream(StrEnum):
    """Bodies of evidence that are graded apart and never pooled together (grading specification 2.2)."""

    RCT = "RCT"
    NRSI = "NRSI"
    OTHER = "OTHER"
    PRECLINICAL = "PRECLINICAL"


class Reading(StrEnum):
    """What a study's result says about the claim."""

    FAVOURS = "favours"
    AGAINST = "against"
    NO_DIFFERENCE = "no difference shown"
    UNUSABLE = "no usable result"


class State(StrEnum):
    """What a body of evidence shows about the claim (grading specification 4.2)."""

    FAVOURS = "favours"
    INCONCLUSIVE = "inconclusive"
    NULL = "null"
    AGAINST = "against"


class Certainty(IntEnum):
    """How sure one can be that the effect lies where the state says."""

    VERY_LOW = 1
    LOW = 2
    MODERATE = 3
    HIGH = 4

    @property
    def words(self) -> str:
        """The level as it is printed: ``very low`` to ``high``."""
        return self.name.lower().replace("_", " ")

    @classmethod
    def from_words(cls, words: str) -> "Certainty | None":
        """The level that these words name, or None when they name none of the four."""
        return next((level for level in cls if level.words == words.strip().lower()), None)


class Verdict(StrEnum):
    """What the evidence allows one to say of the claim (grading specification 5)."""

    CONTRADICTED = "contradicted"
    OVERSTATED = "overstated"
    UNCERTAIN = "uncertain"
    PROBABLY_SUPPORTED = "probably-supported"
    SUPPORTED = "supported"
    NOT_DIRECTLY_STUDIED = "not-directly-studied"
    CANNOT_ASSESS = "cannot-assess"

    @property
    def words(self) -> str:
        """The verdict as it is printed: ``Not directly studied``."""
        said = "cannot be assessed" if self is Verdict.CANNOT_ASSESS else self.value.replace("-", " ")
        return said.capitalize()

    @property
    def rank(self) -> int | None:
        """1 (contradicted) to 5 (supported); None for the two verdicts that stand outside the order."""
        position = list(Verdict).index(self) + 1
        return position if position <= 5 else None  # noqa: PLR2004 - the five ordered verdicts above


class Action(StrEnum):
    """What to do with the text, mild to strong."""

    KEEP = "keep"
    SOFTEN = "soften"
    NARROW = "narrow"
    CORRECT = "correct"

    @property
    def rank(self) -> int:
        """0 (keep) to 3 (correct)."""
        return list(Action).index(self)


DomainName = Literal["risk of bias", "inconsistency", "indirectness", "imprecision", "publication bias"]
"""The five reasons to rate certainty down (grading specification 3.1 to 3.5)."""

ReportedDirection = Literal[
    "favours-intervention", "no-difference", "favours-comparator", "within-group-only", "unclear"
]
