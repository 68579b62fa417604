"""An article, its claims and the outcomes each claim is about, as an editor writes them down."""

import re
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from claimbook.language.catalogue import LanguageCode
from claimbook.language.said import said
from claimbook.model.base import Slug, Strict, Text
from claimbook.model.days import Day, PartialDay
from claimbook.model.search_terms import Concept, Search
from claimbook.model.terms import Asserts, Direction, DomainName, Purpose, ReportedDirection, Stream, Strength, Verdict

MAX_PHRASE_WORDS = 6
MAX_OUTCOMES = 7  # a summary of findings shows at most seven (grading specification 8)

_NOBODY = frozenset(
    {"a", "ai", "anonymous", "assistant", "author", "bot", "claimbook", "computer", "editor", "editorial", "human",
     "me", "machine", "model", "name", "nobody", "of", "person", "program", "project", "publisher", "reviewer", "robot",
     "rule", "script", "software", "someone", "system", "team", "the", "tool", "unknown", "user"}
)  # fmt: skip


def _short(phrases: tuple[str, ...]) -> tuple[str, ...]:
    if any(len(phrase.split()) > MAX_PHRASE_WORDS for phrase in phrases):
        raise ValueError(f"a phrase is at most {MAX_PHRASE_WORDS} words of the article, so that nothing is copied")
    return phrases


Phrases = Annotated[tuple[Text, ...], AfterValidator(_short)]


class Wording(Strict):
    """How strongly the article says it, and the few words that show it."""

    strength: Strength
    """none: no relation is claimed; associational: 'linked to'; hedged: 'may reduce'; direct: 'reduces'."""
    phrases: Annotated[tuple[Text, ...], Field(min_length=1, max_length=5), AfterValidator(_short)]
    """Fragments of at most six words, exactly as the article prints them."""
    certainty_words: Phrases = ()
    """Words such as 'proves' or 'cure' that claim more certainty than any study gives."""
    advice_words: Phrases = ()
    """Words such as 'should' or 'must' with the intervention as their object."""
    says_studies: bool = False
    """True when the article says that studies, in the plural, show it."""


class Magnitude(Strict):
    """The size that the article promises."""

    size: Literal["small", "moderate", "large"] | None = None
    """A size word, folded to one of the three tiers."""
    ratio: Annotated[float, Field(gt=0)] | None = None
    """A relative change as a ratio: 'halves' is 0.5, 'doubles' is 2."""
    slight: bool = False
    """True when the article itself says 'slightly' or the like."""


class Scope(Strict):
    """Limits and promises of the claim beyond its outcome. What the article does not say stays absent."""

    dose: Text | None = None
    form: Text | None = None
    lasting_months: Annotated[int, Field(ge=1)] | None = None
    """Claimed duration in months; 12 for 'long-term' or 'lifelong' without a period."""
    better_than: Text | None = None
    """What the article says the intervention beats."""
    relative_number: bool = False
    """True when a relative change is printed without an absolute risk."""
    names_harms: bool = False
    magnitude: Magnitude | None = None


class Population(Strict):
    """Whom the claim is about. An element that is absent means people in general."""

    text: Text = "people in general"
    patients: bool = False
    """True when the claim itself is limited to people with a diagnosed condition."""
    ages: Literal["children", "adults", "older adults"] | None = None
    sex: Literal["women", "men"] | None = None

    @property
    def words(self) -> str:
        """The text as it is printed; people in general are a message."""
        return _EVERYBODY if self.text == _EVERYBODY else self.text


_EVERYBODY = said("people in general")


def _person(name: str) -> str:
    """Refuses roles, tools and placeholders: at least one word must be able to be somebody's name."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    if all(_NOBODY & {word, word.removesuffix("s")} for word in words):
        raise ValueError(f"'{name}' is not the name of a person; a judgement is signed by a person")
    return name


PersonName = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200), AfterValidator(_person)
]


class Judgement(Strict):
    """What a named person judged of one domain of certainty; it counts in place of the rule (OVERRIDE)."""

    domain: DomainName
    stream: Literal[Stream.RCT, Stream.NRSI, Stream.OTHER]
    """Whose body of evidence was judged."""
    levels: Annotated[int, Field(ge=0, le=2)]
    """Levels down: 0, 1 or 2."""
    by: PersonName
    """Name of the person who judged and signs for it; never a tool, a project or a role."""
    date: Day
    """Day of the judgement: year, month and day, such as 2026-11-22."""
    why: Text
    """The reason, in one sentence."""
    full_text: bool = False
    """True when the person checked risk of bias in the full text; certainty then need not stop at Moderate."""

    @model_validator(mode="after")
    def _full_text_is_about_bias(self) -> Self:
        if self.full_text and self.domain != "risk of bias":
            raise ValueError(f"'full_text' belongs to risk of bias, and this judgement is on {self.domain}")
        return self


class Confirmation(Strict):
    """That a named person stands by the verdict; it counts only while the rules still give that verdict."""

    by: PersonName
    """Name of the person who confirms and signs for it; never a tool, a project or a role."""
    date: Day
    """Day of the confirmation: year, month and day, such as 2026-11-22."""
    verdict: Verdict
    """The verdict that was confirmed, as the report showed it on that day."""
    why: Text
    """The reason, in one sentence."""


class Outcome(Strict):
    """One thing the claim says will happen, graded on its own."""

    id: Slug
    name: Text
    """As it reads in a sentence: 'knee pain'."""
    kind: Literal["continuous", "event"]
    direction: Direction
    """Which way the claim says it moves."""
    better: Direction
    """Which way is better for people; no sign can be read without it."""
    asserts: Asserts = Asserts.EFFECT
    wording: Wording
    purpose: Purpose | None = None
    comparator: Text | None = None
    scope: Scope = Scope()
    important_difference: Annotated[float, Field(gt=0)] | None = None
    """Smallest mean difference agreed to matter, in the unit of the outcome."""
    judgements: tuple[Judgement, ...] = ()
    """Where a named person judged a domain of certainty; absent while nobody has."""
    note: Text | None = None

    @model_validator(mode="after")
    def _domains_are_judged_once(self) -> Self:
        judged = [(judgement.domain, judgement.stream) for judgement in self.judgements]
        for domain, stream in judged:
            if judged.count((domain, stream)) > 1:
                raise ValueError(f"two judgements on '{domain}' of the {stream} stream; keep the one that holds")
        return self

    def reported(self, change: str) -> ReportedDirection:
        """What a study reports where the intervention group has more of this outcome, less of it, or about the same."""
        if change == "no-difference":
            return "no-difference"
        return "favours-intervention" if change == self.better.value else "favours-comparator"


class Claim(Strict):
    """One claim of an article: what it says, about whom, and how to look for evidence."""

    id: Slug
    heading: Text
    """The article's own heading."""
    statement: Text
    """The claim in the editor's own words."""
    population: Population = Population()
    intervention: Text
    comparator: Text | None = None
    """Absent means that the article names none: compared with not doing it."""
    purpose: Purpose
    primary: Slug
    """The outcome whose verdict stands for the claim."""
    outcomes: Annotated[tuple[Outcome, ...], Field(min_length=1, max_length=MAX_OUTCOMES)]
    concepts: dict[Slug, Concept] = Field(default_factory=dict)
    """Search concepts that only this claim uses."""
    search: Search
    confirmed: Confirmation | None = None
    """Where a named person confirmed the verdict on the primary outcome; absent while nobody has."""
    note: Text | None = None

    @model_validator(mode="after")
    def _outcomes_are_named_once(self) -> Self:
        names = [outcome.id for outcome in self.outcomes]
        for name in names:
            if names.count(name) > 1:
                raise ValueError(f"outcome '{name}' is listed more than once; give each its own id")
        if self.primary not in names:
            raise ValueError(f"primary outcome '{self.primary}' is not in outcomes ({', '.join(names)})")
        return self

    def outcome(self, name: str) -> Outcome:
        """The outcome of that id. Raises KeyError when the claim has none."""
        for outcome in self.outcomes:
            if outcome.id == name:
                return outcome
        raise KeyError(name)

    @property
    def primary_outcome(self) -> Outcome:
        """The outcome whose verdict stands for the claim."""
        return self.outcome(self.primary)


class Article(Strict):
    """The article that is checked, and the search concepts that several of its claims share."""

    id: Slug
    title: Text
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    """Address of the article, starting with http:// or https://."""
    publisher: Text | None = None
    date: PartialDay | None = None
    """Year, month or day of publication, as far as it is known: 2026, 2026-11 or 2026-11-22."""
    report_url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    """Address of the folder that holds the first page of the published report, starting with http:// or https://."""
    language: LanguageCode = "en"
    """Language of the report: en (English) or de (German). The texts of the claims are written in it, too."""
    claims: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """The claim files in the order of the article."""
    concepts: dict[Slug, Concept] = Field(default_factory=dict)
    note: Text | None = None
