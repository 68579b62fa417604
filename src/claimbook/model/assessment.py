"""What weighing the evidence returns: every value with the rule that gave it and the reason in words.

Produced by ``claimbook.synthesis``, read by reports, plots and ``claimbook why``. Nothing here decides.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Literal, TypeVar

from claimbook.language.said import joined, said_as
from claimbook.model.claim import Article, Claim, Judgement, Outcome
from claimbook.model.printed import PValue
from claimbook.model.screening import Screening
from claimbook.model.study import Collection, Finding, Result, Study
from claimbook.model.terms import Action, Certainty, DomainName, Reading, State, Stream, Verdict

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True)
class Ruling(Generic[T_co]):
    """One value, the id of the rule that gave it, and the reason in words."""

    value: T_co
    rule: str
    reason: str


class Route(StrEnum):
    """How the results of one stream are brought together (grading specification 4.1)."""

    REVIEW = "REVIEW"
    SINGLE = "SINGLE"
    PAIR = "PAIR"
    POOL = "POOL"
    P = "P"
    DIR = "DIR"


class Measure(StrEnum):
    """Scale of an effect: ratios are compared on the log scale, the others as they are."""

    RATIO = "ratio"
    SMD = "smd"
    MD = "md"
    P_ONLY = "p_only"

    @property
    def null(self) -> float:
        """The value that means no effect."""
        return 1.0 if self is Measure.RATIO else 0.0


class BiasClass(StrEnum):
    """Risk of bias of one trial as far as its abstract shows (grading specification 3.1)."""

    LOW = "low"
    UNCLEAR = "unclear"
    HIGH = "high"

    @property
    def words(self) -> str:
        """The class as a message."""
        return _BIAS[self]


_BIAS = {
    BiasClass.LOW: said_as("risk of bias", "low"),
    BiasClass.UNCLEAR: said_as("risk of bias", "unclear"),
    BiasClass.HIGH: said_as("risk of bias", "high"),
}


class Standing(StrEnum):
    """Whether a study counts for an outcome, and if not, why not."""

    COUNTED = "counted"
    NO_USABLE_RESULT = "direct, but no usable result"
    IN_REVIEW = "set aside: the review speaks for its trials"
    SINCE_REVIEW = "published since the review"
    SAME_TRIAL = "another report of a counted trial"
    NOT_DIRECT = "not direct"
    PROTOCOL = "a plan without results"
    RETRACTED = "retracted"
    PRECLINICAL = "not in people"

    @property
    def words(self) -> str:
        """The standing as a message."""
        return _STANDINGS[self]

    @property
    def is_direct(self) -> bool:
        """Whether it is direct evidence in people, in the numbers or not: its result should stand in the table."""
        return self not in _NOT_DIRECT


_NOT_DIRECT = frozenset({Standing.NOT_DIRECT, Standing.PROTOCOL, Standing.RETRACTED, Standing.PRECLINICAL})


_STANDINGS = {
    Standing.COUNTED: said_as("standing", "counted"),
    Standing.NO_USABLE_RESULT: said_as("standing", "direct, but no usable result"),
    Standing.IN_REVIEW: said_as("standing", "set aside: the review speaks for its trials"),
    Standing.SINCE_REVIEW: said_as("standing", "published since the review"),
    Standing.SAME_TRIAL: said_as("standing", "another report of a counted trial"),
    Standing.NOT_DIRECT: said_as("standing", "not direct"),
    Standing.PROTOCOL: said_as("standing", "a plan without results"),
    Standing.RETRACTED: said_as("standing", "retracted"),
    Standing.PRECLINICAL: said_as("standing", "not in people"),
}


@dataclass(frozen=True)
class Assumed:
    """One step from print to estimate: the id under which it is declared, and in words what was taken here."""

    id: str
    words: str

    def __str__(self) -> str:
        """What was taken, as it stands beside the estimate."""
        return self.words


@dataclass(frozen=True)
class Estimate:
    """An effect on one scale with its sampling variance (log scale for ratios); the sign as the study gives it.

    ``toward_claim`` says which sign, or for a ratio which side of 1, is the claimed direction.
    """

    measure: Measure
    value: float
    interval: tuple[float, float] | None
    toward_claim: Literal["above", "below"]
    variance: float | None = None
    scores: Literal["final", "change", "not said"] = "not said"
    instrument: str | None = None
    assumptions: tuple[Assumed, ...] = ()
    standardised: "Estimate | None" = None
    """The same result as a standardised difference, where arm sizes or standard deviations allow it."""

    @property
    def favours_claim(self) -> bool | None:
        """Whether the estimate lies on the claimed side of no effect; None when it lies exactly on it."""
        if self.value == self.measure.null:
            return None
        return (self.value > self.measure.null) == (self.toward_claim == "above")


@dataclass(frozen=True)
class Code:
    """A mismatch between a claim and its evidence (grading specification 6)."""

    name: str
    reason: str
    caps: bool = False
    action: Action | None = None


@dataclass(frozen=True)
class StudyReading:
    """One study as it stands for one outcome of a claim."""

    study: Study
    finding: Finding
    result: Result | None
    stream: Ruling[Stream]
    standing: Ruling[Standing]
    reading: Ruling[Reading]
    estimate: Estimate | None
    p: PValue | None
    n: int | None
    """Participants as far as known; None where no number was seen."""
    bias: Ruling[BiasClass] | None
    codes: tuple[Code, ...] = ()
    limits: tuple[str, ...] = ()
    """Main limits in words, to stand beside every result that is shown."""

    @property
    def lacks_result(self) -> bool:
        """Whether it answers the claim and nobody entered what it found; that it reports nothing is another silence."""
        return self.result is None and self.standing.value.is_direct


Apart = Literal["no instrument", "few on one scale"]


@dataclass(frozen=True)
class BodyNumbers:
    """Derived numbers of one stream (grading specification 1.3). Shares are fractions 0-1; p values are two-sided.

    None means unknown, and is read by every rule as its specification says, never as a favourable value.
    """

    k_direct: int
    k_usable: int
    n_participants: int | None
    measure: Measure
    estimate: float | None = None
    ci: tuple[float, float] | None = None
    claim_side: Literal["above", "below"] | None = None
    """Which side of the null the claim names, on the scale of ``measure``."""
    convertible_md: tuple[float, float] | None = None
    """Interval of a mean difference on the SMD scale, where arm sizes or standard deviations allow it."""
    important_difference: float | None = None
    pair_on_claim_side: tuple[bool | None, ...] = ()
    """Route PAIR: whether each of the two estimates lies on the claim's side."""
    control_risk: float | None = None
    events: int | None = None
    i2: float | None = None
    """Q-based, in percent."""
    i2_tau2: float | None = None
    tau2: float | None = None
    prediction_interval: tuple[float, float] | None = None
    pooled: bool = False
    opposite_weight_share: float | None = None
    pi_includes_null: bool | None = None
    majority_share: float | None = None
    directions: tuple[int, int] = (0, 0)
    """Studies on the claim's side, and on the other side."""
    without_direction: int = 0
    sign_test_p: float | None = None
    stouffer_p: float | None = None
    stouffer_z: float | None = None
    """Positive toward the claim."""
    apart: Apart | None = None
    """Why intervals that several studies print were not put together; None where they were, or where there are none."""
    rob_low_share: float | None = None
    rob_high_share: float | None = None
    adjusted_share: float | None = None
    indirect_shares: dict[str, float] = field(default_factory=dict)
    """For P, I, C and O: share of participants in studies that match only in part."""
    multicentre: bool = False
    all_small: bool = False
    all_positive: bool = False
    industry_share: float | None = None
    asymmetry_p: float | None = None
    trimfill_changes_conclusion: bool | None = None
    unreported_trials: int | None = None
    """Completed registered trials without results; None: no registry was searched and none is known."""
    review_trials: int | None = None
    review_bias: Literal["low risk", "high risk", "silent"] | None = None
    review_small_study_effects: bool = False
    quoted_certainty: Certainty | None = None
    dose_response_studies: int = 0
    up_large: int = 0
    odds_ratio_without_risk: bool = False
    human_rob_checked: bool = False
    """Whether a named person checked risk of bias in the full text."""
    truncated: bool = False
    event_outcome: bool = False
    """Whether the outcome is an event that people have or do not have."""


@dataclass(frozen=True)
class Domain:
    """One of the five reasons to rate down: levels 0-2, and each rule that spoke."""

    name: DomainName
    levels: int
    """The levels that count: a person's where one judged, else those of the rules."""
    rulings: tuple[Ruling[int], ...]
    ruled_levels: int | None = None
    """What the rules give where a person judged (OVERRIDE); None where nobody did."""
    judgement: Judgement | None = None

    @property
    def reason(self) -> str:
        """All reasons in one line."""
        return joined("; ", (ruling.reason for ruling in self.rulings))


@dataclass(frozen=True)
class Grade:
    """Certainty of one stream and how it came about: start, levels down, levels up, caps."""

    start: Ruling[Certainty]
    domains: tuple[Domain, ...]
    ups: tuple[Ruling[int], ...]
    caps: tuple[Ruling[Certainty], ...]
    certainty: Ruling[Certainty]
    source: Literal["computed", "review authors"]


@dataclass(frozen=True)
class StreamAssessment:
    """One body of evidence, weighed."""

    stream: Stream
    studies: tuple[StudyReading, ...]
    """Those that count."""
    numbers: BodyNumbers
    route: Ruling[Route]
    state: Ruling[State]
    lean: Literal["toward", "away"] | None
    grade: Grade


@dataclass(frozen=True)
class Advice:
    """A verdict and what to do with the text."""

    verdict: Verdict
    action: Action | None
    """None: no advice, look again."""


@dataclass(frozen=True)
class OutcomeAssessment:
    """Everything that was decided about one outcome of a claim, step by step."""

    claim: Claim
    outcome: Outcome
    studies: tuple[StudyReading, ...]
    """Every study that was coded for this outcome, counted or not."""
    streams: tuple[StreamAssessment, ...]
    anchor: Ruling[Stream] | None
    gate: Ruling[str] | None
    """Reason code of the gate that ended the grading early; None when the evidence was graded."""
    codes: tuple[Code, ...]
    base: Ruling[Advice] | None
    """What the verdict table gives, before modifiers; None behind a gate."""
    modifiers: tuple[Ruling[Advice], ...]
    advice: Advice
    sentence: str
    """What the evidence would bear, with its amount and certainty."""
    narrowed: Ruling[Certainty] | None = None
    """Certainty for the narrowed claim, when the advice is to narrow."""
    banners: tuple[str, ...] = ()
    screening: Screening | None = None
    """How far the search of the claim was run and looked through; None where nobody said."""
    unused_judgements: tuple[Ruling[Judgement], ...] = ()
    """What a person judged that met nothing to count for, each with the reason; the others stand in their domains."""

    @property
    def anchored(self) -> StreamAssessment | None:
        """The stream that gives the verdict, or None behind a gate."""
        return next((s for s in self.streams if self.anchor and s.stream == self.anchor.value), None)

    @property
    def certainty(self) -> Certainty | None:
        """Certainty of the verdict; None where nothing was graded."""
        return self.anchored.grade.certainty.value if self.anchored and self.gate is None else None


@dataclass(frozen=True)
class ClaimAssessment:
    """A claim with all its outcomes assessed; the primary outcome speaks for the claim."""

    claim: Claim
    outcomes: tuple[OutcomeAssessment, ...]

    @property
    def primary(self) -> OutcomeAssessment:
        """The outcome whose verdict stands for the claim."""
        return next(o for o in self.outcomes if o.outcome.id == self.claim.primary)


@dataclass(frozen=True)
class ArticleAssessment:
    """All claims of an article, and how the evidence came to be."""

    article: Article
    collection: Collection
    claims: tuple[ClaimAssessment, ...]
