"""What was read from one record: proposals with the exact words they rest on, for a person to confirm.

A value is never without its place: it points at words of the record (`Span`), or names the metadata it was taken from.
Nothing missing is filled with a favourable default (grading specification 1).
"""

from dataclasses import dataclass, field
from enum import StrEnum
from math import floor
from typing import Any, Generic, Literal, Self, TypeVar

from claimbook.model.effect import EffectType
from claimbook.model.printed import PValue
from claimbook.model.terms import Design, Strength

T = TypeVar("T")

Status = Literal["explicit", "inferred", "missing"]
"""Printed as such; concluded from other words; not found."""

TITLE = 0
"""The passage number of the title; the abstract's sections follow as 1, 2, 3 ..."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a record: ``passage[start:end]`` of its title (``where`` 0) or its n-th abstract section (n)."""

    start: int
    end: int
    where: int

    def __post_init__(self) -> None:
        if not (0 <= self.start < self.end and self.where >= TITLE):
            raise ValueError(f"no words between {self.start} and {self.end} of passage {self.where}")

    def holds(self, other: "Span") -> bool:
        """Whether the other words lie within these."""
        return self.where == other.where and self.start <= other.start and other.end <= self.end


def cut(confidence: float, digits: int = 2) -> float:
    """A confidence as it is shown: cut and not rounded, so that none below its line looks as if it reached it."""
    parts = 10.0**digits
    return floor(round(confidence * parts, 6)) / parts


@dataclass(frozen=True, slots=True)
class Read(Generic[T]):
    """One value as it was read, the words that show it, and how sure the reading is.

    ``confidence`` (0 to 1) is the estimated chance that a careful person would read the same; what is asked of it for
    each field stands in `claimbook.appraise.lines`. Below that line the value is shown as unclear.
    """

    value: T | None
    status: Status
    confidence: float = 0.0
    spans: tuple[Span, ...] = ()
    metadata: tuple[str, ...] = ()
    """Names of publication types, headings or registries it was taken from, verbatim."""
    rule: str = ""
    """The rule or feature that spoke, for example ``sample.randomised-before``."""

    def __post_init__(self) -> None:
        if (self.value is None) != (self.status == "missing"):
            raise ValueError(f"a {self.status} value cannot be {self.value!r}")
        if self.status == "explicit" and not (self.spans or self.metadata):
            raise ValueError("an explicit value shows the words it was read from")
        if not 0 <= self.confidence <= 1:
            raise ValueError(f"a confidence lies between 0 and 1, not at {self.confidence:g}")

    @classmethod
    def missing(cls, rule: str = "") -> Self:
        """Looked for, not found; one for each rule, because nothing in it can change."""
        known: Self | None = _MISSING.get(rule)
        if known is None:
            known = _MISSING[rule] = cls(None, "missing", rule=rule)
        return known

    def __bool__(self) -> bool:
        """Whether anything was read; ask ``value`` for a read 'no' or 0."""
        return self.value is not None


_MISSING: dict[str, Any] = {}


class Kind(StrEnum):
    """What kind of publication a record is: study designs, and what is no study of people at all."""

    RCT = "rct"
    CROSSOVER = "crossover"
    QUASI_EXPERIMENTAL = "quasi-experimental"
    SINGLE_ARM = "single-arm"
    COHORT = "cohort"
    CASE_CONTROL = "case-control"
    CROSS_SECTIONAL = "cross-sectional"
    CASE_SERIES = "case-series"
    CASE_REPORT = "case-report"
    META_ANALYSIS = "meta-analysis"
    SYSTEMATIC_REVIEW = "systematic-review"
    NARRATIVE_REVIEW = "narrative-review"
    GUIDELINE = "guideline"
    COMMENT = "comment"
    PROTOCOL = "protocol"
    ANIMAL = "animal"
    IN_VITRO = "in-vitro"
    RETRACTION_NOTICE = "retraction-notice"
    OTHER = "other"

    @property
    def design(self) -> Design | None:
        """The study table's word for it, or None where the table has no place for such a publication."""
        same = {design.value: design for design in Design}
        near = {Kind.SINGLE_ARM: Design.CASE_SERIES, Kind.CASE_REPORT: Design.CASE_SERIES}
        return same.get(self.value) or near.get(self)


RANDOMISED = frozenset({Kind.RCT, Kind.CROSSOVER})
SYNTHESES = frozenset({Kind.META_ANALYSIS, Kind.SYSTEMATIC_REVIEW})
"""Kinds that put the results of several studies together."""
WITHOUT_RESULTS = frozenset({Kind.COMMENT, Kind.RETRACTION_NOTICE, Kind.GUIDELINE, Kind.PROTOCOL})
"""Kinds that report no results of their own."""


@dataclass(frozen=True, slots=True)
class ArmRead:
    """One group of a study, as named in the text."""

    name: Read[str]
    n: Read[int]
    role: Literal["intervention", "comparator", "unclear"] = "unclear"
    analysed: Read[int] = field(default_factory=Read.missing)
    """How many of them were analysed or completed, where that is told apart from ``n``."""


@dataclass(frozen=True, slots=True)
class Sample:
    """How many people. ``total`` is the number that stands for the study; the others only where they are told apart."""

    total: Read[int]
    enrolled: Read[int]
    randomised: Read[int]
    analysed: Read[int]
    arms: tuple[ArmRead, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was compared with what, in the words of the record."""

    intervention: Read[str]
    comparator: Read[str]


Change = Literal["higher", "lower", "no-difference"]
"""The outcome in the intervention group against the comparator, without a judgement about which is good."""

Contrast = Literal["between-group", "within-group", "unclear"]


@dataclass(frozen=True, slots=True)
class ResultRead:
    """One reported result, bound to its outcome and comparison and to the sentence of the RESULTS it stands in."""

    outcome: Read[str]
    comparison: Comparison
    contrast: Read[Contrast]
    change: Read[Change]
    measure: Read[EffectType]
    estimate: Read[float]
    interval: Read[tuple[float, float]]
    p: Read[PValue]
    sentence: Span
    level: float | None = None
    """Of the interval, as it is printed; None where it is not."""
    means: tuple[Read[float], ...] = ()
    """Of the arms, in the order in which they are printed; medians or shares in percent where the measure says so."""
    deviations: tuple[Read[float], ...] = ()
    """Standard deviations of those means; standard errors never stand here."""
    primary: bool | None = None
    """Whether the text calls the outcome its primary one; None: does not say."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How strongly one sentence words a relation, and what it adds to it (grading specification 1.1)."""

    sentence: Span
    strength: Read[Strength]
    advice: Read[bool]
    certainty: Read[bool]
    """Words such as 'proves'."""
    magnitude: Read[bool]
    """Words of size such as 'dramatically'."""


@dataclass(frozen=True, slots=True)
class Signals:
    """Signals for and against bias (grading specification 1.2). A missing signal was looked for and not seen."""

    randomised: Read[bool]
    quasi_random: Read[bool]
    control_group: Read[bool]
    blinding: Read[Literal["double", "assessor", "single, who not said", "none"]]
    concealment: Read[bool]
    intention_to_treat: Read[bool]
    per_protocol_only: Read[bool]
    attrition: Read[float]
    """Percent lost."""
    confounders_adjusted: Read[bool]
    multicentre: Read[bool]
    baseline_comparable: Read[bool] = field(default_factory=Read.missing)


@dataclass(frozen=True, slots=True)
class ElementRead:
    """How directly one element of a record answers a claim, and why."""

    element: Literal["population", "intervention", "comparator", "outcome", "purpose"]
    read: Read[str]
    """direct, partial, indirect or absent."""
    why: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a record says about one outcome of a claim."""

    claim: str
    outcome: str
    match: tuple[ElementRead, ...]
    change: Read[Change]
    """Of the outcome in the intervention group against the comparator; without a judgement about which is good."""
    results: tuple[ResultRead, ...]
    """Bound to this outcome and comparison."""

    @property
    def distance(self) -> int:
        """How far the record is from answering: 0, 1 or 2.

        0 where it tells a direction of the outcome under the intervention, in people who are not surely others; 1 where
        it tells none; 2 where one of the three was not found.
        """
        found = {one.element: one.read.value for one in self.match}
        both = all(found.get(name) not in {None, "absent"} for name in ("intervention", "outcome"))
        if not both or found.get("population") in {"indirect", "absent"}:
            return 2
        return 0 if self.change else 1


NoticeWord = Literal[
    "retracted", "concern", "corrected", "preprint", "comment", "protocol", "animal", "in-vitro", "retraction-notice"
]
"""What a reader must know before taking a record for a finished study of people that still stands."""


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Everything that was read of one record; a proposal, never a confirmed coding."""

    pmid: str
    kind: Read[Kind]
    notices: tuple[Read[NoticeWord], ...]
    sample: Sample
    comparisons: tuple[Comparison, ...]
    results: tuple[ResultRead, ...]
    wording: tuple[Wording, ...]
    """Of the concluding sentences."""
    spin: Read[bool]
    """Whether the conclusion says more than the results."""
    signals: Signals
    follow_up_weeks: Read[float]
    harms: Read[bool]
    funding: Read[str]
    industry_funded: Read[bool]
    registration: Read[tuple[str, ...]]
    conflicts: Read[bool] = field(default_factory=Read.missing)
    """Whether the authors declare interests; a declared 'none' is read as False."""
    primary_outcome: Read[str] = field(default_factory=Read.missing)
    """What the record names as its primary outcome, in its own words."""
    primary_result: Read[Literal["positive", "negative"]] = field(default_factory=Read.missing)
    """Whether that came out as it was hoped, in a randomised trial."""
    answers: tuple[Answer, ...] = ()
    """One for each outcome of the claim that it was read for; empty where it was read for none."""
