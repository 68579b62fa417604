"""The form of ``claimbook.json``: an assessment with every ruling and reason, and all that it rests on.

The models mirror ``claimbook.model.assessment``; they refer to studies and outcomes by id, so that each is told once. A
key that is absent means that the value is not known, or that there is none.
"""

from dataclasses import fields
from typing import Annotated, Any, Generic, Literal, TypeVar, get_type_hints

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, create_model

from claimbook.model.assessment import BiasClass, BodyNumbers, Measure, Route, Standing
from claimbook.model.claim import Article, Claim, Confirmation, Judgement
from claimbook.model.printed import Bound
from claimbook.model.proposal import NOBODY_HAS_CHECKED
from claimbook.model.screening import SearchState
from claimbook.model.study import Collection, Study
from claimbook.model.terms import Action, Certainty, DomainName, Reading, State, Stream, Verdict

T = TypeVar("T")
FORMAT_VERSION = 1


class Part(BaseModel):
    """A closed part of the document, read from the attributes of what was weighed."""

    model_config = ConfigDict(extra="forbid", frozen=True, from_attributes=True, use_attribute_docstrings=True)


def _id(value: Any) -> Any:  # noqa: ANN401 - a record that has an id, or an id
    return getattr(value, "id", value)


def _name(value: Any) -> Any:  # noqa: ANN401 - a record that has a name, or a name
    return getattr(value, "name", value)


def _words(value: Any) -> Any:  # noqa: ANN401 - a level, or its words
    return value.words if isinstance(value, Certainty) else value


Id = Annotated[str, BeforeValidator(_id)]
Level = Annotated[Literal["very low", "low", "moderate", "high"], BeforeValidator(_words)]


class Ruled(Part, Generic[T]):
    """One value, the id of the rule that gave it, and the reason in words."""

    value: T
    rule: str
    reason: str


class CodePart(Part):
    """A mismatch between a claim and its evidence."""

    name: str
    reason: str
    caps: bool
    """Whether it limits the verdict."""
    action: Action | None = None


class AssumedPart(Part):
    """One step from print to estimate."""

    id: str
    words: str


class EstimatePart(Part):
    """An effect as it was weighed; variance on the log scale for ratios, the sign as the study gives it."""

    measure: Measure
    value: float
    interval: tuple[float, float] | None = None
    toward_claim: Literal["above", "below"]
    """Which sign, or for a ratio which side of 1, is the claimed direction."""
    variance: float | None = None
    scores: Literal["final", "change", "not said"]
    instrument: str | None = None
    assumptions: tuple[AssumedPart, ...]
    standardised: "EstimatePart | None" = None


class PPart(Part):
    """A two-sided p value and what the print says about it."""

    value: float
    bound: Bound


class ReadingPart(Part):
    """One study as it stands for one outcome."""

    study: Id
    """Its facts are under ``studies``."""
    result: Annotated[str | None, BeforeValidator(_name)] = None
    """Name of the reported result that was read."""
    stream: Ruled[Stream]
    standing: Ruled[Standing]
    reading: Ruled[Reading]
    estimate: EstimatePart | None = None
    p: PPart | None = None
    n: int | None = None
    """Participants behind this result, as far as known."""
    bias: Ruled[BiasClass] | None = None
    codes: tuple[CodePart, ...]
    limits: tuple[str, ...]


class DomainPart(Part):
    """One of the five reasons to rate down, and each rule that spoke."""

    name: DomainName
    levels: int
    rulings: tuple[Ruled[int], ...]
    ruled_levels: int | None = None
    """What the rules give where a person judged."""
    judgement: Judgement | None = None


class GradePart(Part):
    """Certainty of one stream and how it came about."""

    start: Ruled[Level]
    domains: tuple[DomainPart, ...]
    ups: tuple[Ruled[int], ...]
    caps: tuple[Ruled[Level], ...]
    certainty: Ruled[Level]
    source: Literal["computed", "review authors"]


def _fields_of_numbers() -> dict[str, Any]:
    """The fields of ``BodyNumbers``, levels in words; what may be unknown may be absent."""
    hints = get_type_hints(BodyNumbers) | {"quoted_certainty": Level | None}
    optional = {row.name for row in fields(BodyNumbers) if type(None) in getattr(hints[row.name], "__args__", ())}
    return {row.name: (hints[row.name], None if row.name in optional else ...) for row in fields(BodyNumbers)}


Numbers = create_model("Numbers", __base__=Part, __doc__=BodyNumbers.__doc__, **_fields_of_numbers())


class StreamPart(Part):
    """One body of evidence, weighed."""

    stream: Stream
    studies: tuple[Annotated[str, BeforeValidator(lambda reading: _id(getattr(reading, "study", reading)))], ...]
    """Ids of those that count."""
    numbers: Numbers  # type: ignore[valid-type] # made from the fields of BodyNumbers
    route: Ruled[Route]
    state: Ruled[State]
    lean: Literal["toward", "away"] | None = None
    grade: GradePart


class AdvicePart(Part):
    """A verdict and what to do with the text; without an action there is no advice."""

    verdict: Verdict
    action: Action | None = None


class OutcomePart(Part):
    """Everything that was decided about one outcome of a claim, step by step."""

    outcome: Id
    advice: AdvicePart
    certainty: Level | None = None
    """Absent where nothing was graded."""
    sentence: str
    """What the evidence would bear, with its amount and certainty."""
    gate: Ruled[str] | None = None
    """What ended the grading early."""
    anchor: Ruled[Stream] | None = None
    """The stream that gives the verdict."""
    streams: tuple[StreamPart, ...]
    base: Ruled[AdvicePart] | None = None
    """What the verdict table gives, before modifiers."""
    modifiers: tuple[Ruled[AdvicePart], ...]
    narrowed: Ruled[Level] | None = None
    codes: tuple[CodePart, ...]
    banners: tuple[str, ...]
    studies: tuple[ReadingPart, ...]
    """Every study that was coded for this outcome, counted or not."""
    unused_judgements: tuple[Ruled[Judgement], ...]


class LookedAtPart(Part):
    """A record that the search found and that is a study of the table."""

    pmid: int
    study: str
    by: Literal["PMID", "DOI", "title"]


class SearchPart(Part):
    """How far the search of the claim was run and looked through."""

    state: SearchState
    required: bool
    """Whether the evidence table says that it rests on a PubMed search."""
    rehearsal: bool
    """Whether another host than PubMed was asked; what it answered is never weighed."""
    date: str | None = None
    query: str | None = None
    """As it was sent."""
    translation: str | None = None
    """As PubMed translated it."""
    altered: bool
    """Whether PubMed searched for something else than it was asked."""
    hits: int | None = None
    """Absent where no search was run, which is not zero."""
    retrieved: int | None = None
    looked_at: tuple[LookedAtPart, ...]
    waiting: tuple[int, ...]
    """PMIDs that were found and that nobody has looked at."""
    missing: tuple[int, ...]
    unreadable: tuple[int, ...]
    deleted: tuple[int, ...]
    failure: str | None = None
    """Why the last attempt failed."""


class SpinPart(Part):
    """Whether the conclusion of a record seems to say more than its results."""

    value: bool
    confidence: float
    rule: str
    reason: str | None = None
    """In which way it says more."""


class ProposedRecordPart(Part):
    """One waiting record as it was read by rule; what was not read, or is below its line, is absent."""

    pmid: int
    rank: int | None = None
    """Its place among the records that wait for the claim, by how likely it bears on it, from 1."""
    design: str | None = None
    people: int | None = None
    spin: SpinPart | None = None
    """Never sure; absent where it could not be told."""


class ProposedPart(Part):
    """What was read by rule of records that wait for a person. No verdict rests on it."""

    status: Literal["proposed, nobody has checked these"] = NOBODY_HAS_CHECKED
    records: tuple[ProposedRecordPart, ...]


class ConfirmedPart(Part):
    """What a named person confirmed, and whether it still counts."""

    signed: Confirmation
    computed: Verdict
    counts: bool


class ProvisionalOutcomePart(Part):
    """One outcome as its waiting records read. It never holds advice."""

    outcome: Id
    verdict: Verdict | None = None
    """Absent where no record gave a usable result; that is not the verdict that nothing was studied."""
    direction: State | None = None
    certainty: Level | None = None
    sentence: str | None = None
    """What the records would bear, if they were read rightly."""
    used: tuple[int, ...]
    """PMIDs of the records that give the verdict."""
    readings: int
    """Readings that it rests on."""
    readings_measured: int
    """Of these, above the line of their field, chosen where at least 95 of 100 were right; fewer may be elsewhere."""


class ProvisionalPart(Part):
    """What waiting records seem to say, where no study that a person coded bears on the claim. Nothing rests on it."""

    status: Literal["provisional, nobody has checked these"] = "provisional, nobody has checked these"
    read: int
    """Records that were read by rule."""
    waiting: int
    rehearsal: bool
    outcomes: tuple[ProvisionalOutcomePart, ...]


class ClaimPart(Part):
    """A claim as it was written, how far it was searched for, and each of its outcomes weighed."""

    claim: Claim
    confirmed: ConfirmedPart | None = None
    """Absent where nobody confirmed the verdict."""
    search: SearchPart
    outcomes: tuple[OutcomePart, ...]
    """The outcome named in ``claim.primary`` speaks for the claim."""
    provisional: ProvisionalPart | None = None
    """Absent where a person's study bears on the claim, or nothing was read by rule."""
    proposed: ProposedPart | None = None
    """Absent where nothing that waits was read by rule."""


class LookPart(Part):
    """One look at PubMed's record of a study."""

    date: str
    result: Literal["read", "failed", "not found", "no identifier"]
    source: str
    notices: tuple[str, ...]


class StudyPart(Part):
    """A study: its facts and codings as they were weighed, and every look at its record."""

    label: str
    """Its short name on the pages."""
    facts: Study
    looks: tuple[LookPart, ...]
    """None: its record was not checked."""


class ThresholdPart(Part):
    """One number of the rules, as it was in force."""

    name: str
    value: float
    unit: str
    meaning: str
    source: str


class Document(Part):
    """What claimbook found out about the claims of an article, whole."""

    format: Literal["claimbook"] = "claimbook"
    version: Annotated[int, Field(ge=1, le=FORMAT_VERSION)] = FORMAT_VERSION
    """Of this form; it rises when a reader of the old form would misread the new one."""
    nature: str
    """What the result is, and what it is not."""
    claimbook: str
    """Version of the program."""
    rules: str
    """Version of the rules and thresholds."""
    thresholds: tuple[ThresholdPart, ...]
    article: Article
    collection: Collection
    claims: tuple[ClaimPart, ...]
    unread: tuple[str, ...]
    """Claims whose files have mistakes; nothing is known about them."""
    studies: tuple[StudyPart, ...]
