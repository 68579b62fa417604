"""The field's words as closed sets: what a claim, a study and a verdict may say."""

from enum import IntEnum, StrEnum
from typing import Literal

from claimbook.language.said import said, said_as

NATURE = said("A provisional, GRADE-informed abstract check. It is not a GRADE rating and not a systematic review.")
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

    @property
    def words(self) -> str:
        """The wording as a message."""
        return _STRENGTHS[self]


_STRENGTHS = {
    Strength.NONE: said_as("wording", "none"),
    Strength.ASSOCIATIONAL: said_as("wording", "associational"),
    Strength.HEDGED: said_as("wording", "hedged"),
    Strength.DIRECT: said_as("wording", "direct"),
}


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

    @property
    def words(self) -> str:
        """The design as a message."""
        return _DESIGNS[self]


_DESIGNS = {
    Design.RCT: said_as("design", "rct"),
    Design.CROSSOVER: said_as("design", "crossover"),
    Design.QUASI_EXPERIMENTAL: said_as("design", "quasi-experimental"),
    Design.COHORT: said_as("design", "cohort"),
    Design.CASE_CONTROL: said_as("design", "case-control"),
    Design.CROSS_SECTIONAL: said_as("design", "cross-sectional"),
    Design.CASE_SERIES: said_as("design", "case-series"),
    Design.BIOMECHANICS_LAB: said_as("design", "biomechanics-lab"),
    Design.META_ANALYSIS: said_as("design", "meta-analysis"),
    Design.SYSTEMATIC_REVIEW: said_as("design", "systematic-review"),
    Design.PROTOCOL: said_as("design", "protocol"),
    Design.ANIMAL: said_as("design", "animal"),
    Design.IN_VITRO: said_as("design", "in-vitro"),
}
REVIEWS = frozenset({Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW})
PRECLINICAL = frozenset({Design.ANIMAL, Design.IN_VITRO})


class Stream(StrEnum):
    """Bodies of evidence that are graded apart and never pooled together (grading specification 2.2)."""

    RCT = "RCT"
    NRSI = "NRSI"
    OTHER = "OTHER"
    PRECLINICAL = "PRECLINICAL"

    @property
    def words(self) -> str:
        """The stream as a message."""
        return _STREAMS[self]


_STREAMS = {
    Stream.RCT: said_as("stream", "RCT"),
    Stream.NRSI: said_as("stream", "NRSI"),
    Stream.OTHER: said_as("stream", "OTHER"),
    Stream.PRECLINICAL: said_as("stream", "PRECLINICAL"),
}


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

    @property
    def words(self) -> str:
        """The state as a message."""
        return _STATES[self]


_STATES = {
    State.FAVOURS: said_as("state", "favours"),
    State.INCONCLUSIVE: said_as("state", "inconclusive"),
    State.NULL: said_as("state", "null"),
    State.AGAINST: said_as("state", "against"),
}


class Certainty(IntEnum):
    """How sure one can be that the effect lies where the state says."""

    VERY_LOW = 1
    LOW = 2
    MODERATE = 3
    HIGH = 4

    @property
    def words(self) -> str:
        """The level as it is printed: ``very low`` to ``high``."""
        return _CERTAINTIES[self]

    @classmethod
    def from_words(cls, words: str) -> "Certainty | None":
        """The level that these words name, or None when they name none of the four."""
        return next((level for level in cls if level.words == words.strip().lower()), None)


_CERTAINTIES = {
    Certainty.VERY_LOW: said_as("certainty", "very low"),
    Certainty.LOW: said_as("certainty", "low"),
    Certainty.MODERATE: said_as("certainty", "moderate"),
    Certainty.HIGH: said_as("certainty", "high"),
}


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
        return _VERDICTS[self]

    @property
    def rank(self) -> int | None:
        """1 (contradicted) to 5 (supported); None for the two verdicts that stand outside the order."""
        position = list(Verdict).index(self) + 1
        return position if position <= 5 else None  # noqa: PLR2004 - the five ordered verdicts above


_VERDICTS = {
    Verdict.CONTRADICTED: said("Contradicted"),
    Verdict.OVERSTATED: said("Overstated"),
    Verdict.UNCERTAIN: said("Uncertain"),
    Verdict.PROBABLY_SUPPORTED: said("Probably supported"),
    Verdict.SUPPORTED: said("Supported"),
    Verdict.NOT_DIRECTLY_STUDIED: said("Not directly studied"),
    Verdict.CANNOT_ASSESS: said("Cannot be assessed"),
}


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
