"""Published studies: the facts as printed, and how the project codes them for each claim outcome.

Facts keep the words and numbers of their source. Codings are the project's reading of those facts; each carries its
reason. An absent key means *not seen*; it is never filled with a favourable value.
"""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from claimbook.language.said import said
from claimbook.model.base import BrokenRuleError, Count, Slug, Strict, Text
from claimbook.model.days import FIRST_YEAR, LAST_YEAR, Day
from claimbook.model.effect import Effect
from claimbook.model.printed import PValue, read_p
from claimbook.model.terms import REVIEWS, Design, Match, OutcomeMatch, ReportedDirection

Pmid = Annotated[
    str, StringConstraints(pattern=r"^[1-9]\d{0,8}$"), Field(description="the digits alone, as a text in quotes")
]
Pmcid = Annotated[str, StringConstraints(pattern=r"^PMC\d+$"), Field(description="PMC and its digits")]
Doi = Annotated[
    str,
    StringConstraints(pattern=r"^10\.\d{4,9}/\S+$"),
    Field(description="from 10. on, without https://doi.org/ before it"),
]
Link = Annotated[
    str, StringConstraints(pattern=r"^https?://\S+$"), Field(description="an address that starts with http(s)://")
]
TrialId = Annotated[
    str,
    StringConstraints(pattern=r"^(NCT\d{8}|ISRCTN\d{8}|CRD\d+)$"),
    Field(description="NCT and 8 digits, ISRCTN and 8 digits, or CRD and digits"),
]
OPEN = "unclear"
"""What a drafted row says where a person must decide."""


def _decided(text: str) -> str:
    if text.casefold() == OPEN:
        raise ValueError(f"'{OPEN}' is what a draft says until a person has decided; write what the record says")
    return text


Decided = Annotated[Text, AfterValidator(_decided)]
"""A text that a draft may leave open; a row that still says so is refused, so that it never passes for a fact."""
SignalWord = Literal["yes", "no", "not stated"]


class Result(Strict):
    """One outcome as a study reports it."""

    name: Text
    instrument: Text | None = None
    """What it was measured with, or the unit: 'WOMAC pain', 'kg'. Mean differences of several studies are put together
    as they are only where all name one and the same."""
    timepoint: Text | None = None
    comparison: (
        Literal[
            "between-group",
            "within-group",
            "added to usual care",
            "instead of the comparator",
            "added to the comparator",
        ]
        | None
    ) = None
    direction: ReportedDirection
    p_value: Decided | None = None
    """As printed; unreadable prints count as not stated."""
    effect: Effect | None = None
    note: Text | None = None

    @property
    def p(self) -> PValue | None:
        """The printed p value, or None where it was not printed or cannot be read as one number."""
        return read_p(self.p_value)

    @property
    def is_comparison(self) -> bool:
        """False for a change within one group, which says nothing about the difference between groups."""
        return self.direction != "within-group-only" and self.comparison != "within-group"


class Arm(Strict):
    """One group of a study."""

    name: Decided
    n: Count | None = None


class Signal(Strict):
    """One sign for or against bias, and where it was seen. 'not stated': looked for, not in the visible text."""

    value: SignalWord
    why: Text


class Blinding(Strict):
    """Who was blinded, as far as it was visible."""

    value: Literal["double", "assessor", "single, who not said", "none", "not stated"]
    why: Text


class Attrition(Strict):
    """Share of participants lost, in percent."""

    percent: Annotated[float, Field(ge=0, le=100)]
    why: Text


class PedroScore(Strict):
    """A score of the PEDro database."""

    score: Count
    out_of: Annotated[int, Field(ge=1)]
    source: Link


class BiasSignals(Strict):
    """Signals for risk of bias that were visible (grading specification 1.2). An absent signal was not looked for."""

    basis: Text
    """What was read: abstract, protocol, registry, PEDro entry."""
    randomised: Signal | None = None
    quasi_random: Signal | None = None
    control_group: Signal | None = None
    blinding: Blinding | None = None
    concealment: Signal | None = None
    intention_to_treat: Signal | None = None
    per_protocol_only: Signal | None = None
    registered: Signal | None = None
    attrition: Attrition | None = None
    confounders_adjusted: Signal | None = None
    industry_funded: Signal | None = None
    multicentre: Signal | None = None
    harms_reported: Signal | None = None
    adequate_follow_up: Signal | None = None
    baseline_comparable: Signal | None = None
    pedro: PedroScore | None = None


class Stated(Strict):
    """What review authors state for one outcome."""

    outcome: Text
    level: Text


class Heterogeneity(Strict):
    """Q-based I2, in percent, that a review prints for one outcome."""

    outcome: Text
    i2: Annotated[float, Field(ge=0, le=100)]


class ReviewFacts(Strict):
    """What makes a review usable as evidence: what it pools, how much, how well."""

    of: Literal["randomised trials", "trials", "mixed designs", "observational studies", "not stated"]
    why: Decided
    included_trials: Count | None = None
    participants: Count | None = None
    last_search: Text | None = None
    databases: tuple[Text, ...] | Text | None = None
    intervention_throughout: bool | Literal["partly"] | None = None
    """Whether every included study tested the intervention itself."""
    comparisons: Text | None = None
    bias_tool: Text | None = None
    bias_judgement: Text | None = None
    mostly: Literal["low risk", "high risk"] | None = None
    """Set only when the authors say so of most trials."""
    small_study_effects: bool | None = None
    dose_response: bool | None = None
    certainty_stated: tuple[Stated, ...] = ()
    heterogeneity: tuple[Heterogeneity, ...] = ()


class Registration(Strict):
    """A registry record that somebody opened."""

    text: Text
    trial_ids: tuple[TrialId, ...] = ()
    status: Literal["completed", "recruiting", "planned", "unknown"] | None = None
    results: Literal["published", "none seen"] | None = None


class Participants(Strict):
    """Who was enrolled, as far as it limits what the study can say. Absent: not seen."""

    patients: bool | None = None
    """True when everybody enrolled for the comparison had a diagnosed condition."""
    ages: Literal["children", "adults", "older adults", "mixed"] | None = None
    sex: Literal["women", "men", "both"] | None = None


class Judged(Strict):
    """How one element of the study matches the claim, and why the project reads it so."""

    code: Match
    why: Text


class JudgedOutcome(Strict):
    """How the measured outcome matches the claimed one, and why the project reads it so."""

    code: OutcomeMatch
    why: Text


class JudgedPurpose(Strict):
    """Whether the study asks for the same purpose (treat, prevent, harm, association) as the claim, and why."""

    same: bool
    why: Text


class ElementMatch(Strict):
    """Match of population, intervention, comparator, outcome and purpose with the claim."""

    population: Judged
    intervention: Judged
    comparator: Judged
    outcome: JudgedOutcome
    purpose: JudgedPurpose
    dose: Judged | None = None
    """How the studied dose matches a claimed one; only where the claim names a dose."""
    form: Judged | None = None
    """How the studied form matches a claimed one; only where the claim names a form."""

    @property
    def is_direct(self) -> bool:
        """Whether the study answers the claim at all, directly or in part (grading specification 1.2)."""
        answered = Match.NONE not in {self.population.code, self.intervention.code}
        return answered and self.outcome.code in {OutcomeMatch.DIRECT, OutcomeMatch.PARTIAL} and self.purpose.same


class Finding(Strict):
    """What one study says about one outcome of one claim, coded by the project."""

    claim: Slug
    outcome: Slug
    result: Text | None = None
    """Name of the reported result that answers the claim outcome, chosen before results are compared."""
    match: ElementMatch
    better_if: Literal["higher", "lower"] | None = None
    """Which sign of the printed effect (intervention minus comparator) is better; needed before an effect is used."""
    objective: Judged | None = None
    """'direct' when the outcome was measured by an instrument that nobody's opinion can move."""
    participants: Count | Literal["not seen"] | None = None
    """People behind this result, where it rests on a part of the study (two arms of three, one pool of a review)."""
    weeks: Annotated[float, Field(ge=0)] | None = None
    """Longest follow-up of this result, in weeks."""
    events: Count | None = None
    control_risk: Annotated[float, Field(gt=0, lt=1)] | None = None
    pooled_as: Text | None = None
    """Under which name a review prints certainty and I2 for this outcome."""
    dose_response: bool | None = None
    coded_by: Literal["project"] = "project"


class Study(Strict):
    """One publication or registry record: facts as printed, codings as made."""

    id: Slug
    pmid: Pmid | None = None
    pmcid: Pmcid | None = None
    doi: Doi | None = None
    identifier: Text | None = None
    title: Text
    authors: Text | None = None
    year: Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)] | None = None
    journal: Text | None = None
    link: Link
    design: Design
    n_total: Count | None = None
    """Everybody who took part."""
    n_randomised: Count | None = None
    """Those who were given to an arm by chance."""
    n_analysed: Count | None = None
    """Those in the analysis."""
    dropouts: Text | None = None
    arms: tuple[Arm, ...] = ()
    population: Decided
    intervention: Decided | None = None
    comparator: Decided | None = None
    outcomes: tuple[Result, ...] = ()
    follow_up: Decided | None = None
    funding: Decided | None = None
    harms: Text | None = None
    registration: Registration | None = None
    earlier_version: Text | None = None
    included_studies_note: Text | None = None
    claims: tuple[Slug, ...] = ()
    """Claims that the collector thought of when reading; empty or absent: context or safety."""
    directness_note: Text | None = None
    note: Text | None = None
    doubt: Text | None = None
    flags: tuple[Slug, ...] = ()
    notices: tuple[Literal["retracted", "concern", "corrected", "preprint"], ...] = ()
    trial: Slug | None = None
    """Name shared by all papers of one trial or one sample; they count once."""
    trial_why: Text | None = None
    participants: Participants | None = None
    bias_signals: BiasSignals | None = None
    review: ReviewFacts | None = None
    findings: tuple[Finding, ...] = ()

    @model_validator(mode="after")
    def _parts_fit_together(self) -> Self:
        if (self.design in REVIEWS) != (self.review is not None):
            raise ValueError(f"'review' belongs to reviews, and only to them; this design is '{self.design}'")
        names = [result.name for result in self.outcomes]
        for finding in self.findings:
            if finding.result is not None and finding.result not in names:
                raise ValueError(f"finding names the result '{finding.result}', which this study does not report")
        pairs = [(finding.claim, finding.outcome) for finding in self.findings]
        for index, (claim, outcome) in enumerate(pairs):
            if (claim, outcome) in pairs[:index]:
                message = f"two findings for {claim} / {outcome}; a study gives one result for each outcome"
                raise BrokenRuleError(message, "findings", index, "outcome")
        return self

    def result(self, name: str | None) -> Result | None:
        """The reported result of that name, or None when none is named."""
        return next((result for result in self.outcomes if result.name == name), None)

    def finding_for(self, claim: str, outcome: str) -> Finding | None:
        """How this study was coded for that outcome, or None when it was not."""
        return next((f for f in self.findings if (f.claim, f.outcome) == (claim, outcome)), None)

    def participants_behind(self, finding: Finding) -> int | None:
        """People behind one finding as far as known: its own number, else those of the whole study."""
        if finding.participants is None:
            return self.participants_counted
        return None if finding.participants == "not seen" else finding.participants

    @property
    def participants_counted(self) -> int | None:
        """People in the analysis as far as known: analysed, else in total, else randomised, else of a review."""
        pooled = self.review.participants if self.review else None
        known = (self.n_analysed, self.n_total, self.n_randomised, pooled)
        return next((number for number in known if number is not None), None)


class Collection(Strict):
    """How the table came to be: what was looked at and what was not."""

    date: Day | None = None
    """Day of the collection: year, month and day, such as 2026-11-22. Left out only where no study is listed."""
    method: Text
    level: Text
    pubmed_search: Literal["not run", "run"]
    registries: Text
    coded_by: Literal["project"]
    reviewed_by: Text | None = None
    """The independent editor who checked the codings; absent while nobody has."""


class StudyTable(Strict):
    """The evidence table of one article."""

    article: Slug
    collection: Collection
    studies: tuple[Study, ...]

    @model_validator(mode="after")
    def _studies_are_listed_once(self) -> Self:
        ids = [study.id for study in self.studies]
        for name in ids:
            if ids.count(name) > 1:
                raise ValueError(f"study '{name}' is listed more than once")
        if self.studies and self.collection.date is None:
            raise ValueError("'collection' needs its 'date': the day on which these studies were collected")
        return self


def nothing_collected(article: str) -> StudyTable:
    """The table of an article for which nobody has collected a study by hand yet."""
    told = {
        "method": said("Nothing was collected by hand."),
        "level": said("No study was read."),
        "registries": said("No registry was looked at."),
    }
    collection = Collection(**told, pubmed_search="not run", coded_by="project")
    return StudyTable(article=article, collection=collection.model_copy(update=told), studies=())
