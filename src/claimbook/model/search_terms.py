"""What is searched for: concepts as an editor writes them, and how they come together in one search."""

import calendar
from datetime import date
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from claimbook.language.said import counted, said
from claimbook.model.base import Slug, Strict, Text

FilterName = Literal[
    "cochrane-sensitive",
    "cochrane-sensitive-british",
    "cochrane-precise",
    "cochrane-precise-british",
    "systematic",
    "meta-analyses",
    "therapy-broad",
    "therapy-narrow",
    "diagnosis-broad",
    "diagnosis-narrow",
    "etiology-broad",
    "etiology-narrow",
    "prognosis-broad",
    "prognosis-narrow",
    "prediction-broad",
    "prediction-narrow",
]
"""The published filters; ``claimbook.pubmed.query.filters`` holds their texts and sources."""


class Near(Strict):
    """Words that stand near each other, in any order."""

    near: Text
    """Two or more words without *, such as: backward walking."""
    within: Annotated[int, Field(ge=0, le=1_000)]
    """At most so many other words stand between them."""
    field: Literal["ti", "tiab"] = "tiab"
    """Where they stand: ti is the title, tiab title or abstract."""

    def __str__(self) -> str:
        """As a reader is told of it, a message."""
        if self.field == "ti":
            return counted(
                "{near} (at most {n} word apart in the title)",
                "{near} (at most {n} words apart in the title)",
                self.within,
                near=self.near,
            )
        return counted(
            "{near} (at most {n} word apart)", "{near} (at most {n} words apart)", self.within, near=self.near
        )


class Heading(Strict):
    """A MeSH heading that is not simply asked for with all narrower headings below it."""

    heading: Text
    """Exactly as the thesaurus prints it."""
    explode: bool = True
    """False leaves the narrower headings out."""
    major: bool = False
    """True asks only for records in which it is a major topic."""
    qualifier: Text | None = None
    """A subheading, such as: therapy."""

    def __str__(self) -> str:
        """As a reader is told of it, a message where anything is said beside the heading."""
        name = f"{self.heading}/{self.qualifier}" if self.qualifier else self.heading
        if not self.explode and self.major:
            return said("{heading} (not exploded, major topic)", heading=name)
        if self.major:
            return said("{heading} (major topic)", heading=name)
        return name if self.explode else said("{heading} (not exploded)", heading=name)


Term: TypeAlias = Text | Near


class Concept(Strict):
    """One idea of a search: the words people use for it and its MeSH headings."""

    terms: Annotated[tuple[Term, ...], Field(min_length=1)]
    """Free words or phrases, looked for in title and abstract; * at the end of the last word truncates it."""
    mesh: tuple[Text | Heading, ...] = ()
    """MeSH headings exactly as the thesaurus prints them; narrower headings are found as well."""


Year: TypeAlias = Annotated[int, Field(ge=1_000, le=3_000)]
Day: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[123]\d{3}(-\d{2}(-\d{2})?)?$")]
Language: TypeAlias = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z]+( [A-Za-z]+)*$", max_length=40),
    Field(description="the English name of a language, such as: english"),
]


class Search(Strict):
    """Which concepts find the studies of this claim: intervention AND (population OR outcome)."""

    model_config = ConfigDict(serialize_by_alias=True)  # 'from' is a word of Python, and the key in the file

    intervention: Annotated[tuple[Slug, ...], Field(min_length=1)]
    population: tuple[Slug, ...] = ()
    outcome: tuple[Slug, ...] = ()
    filter: FilterName | None = None
    """A published study-design filter; absent means that every design is looked for."""
    since: Annotated[Year | Day | None, Field(alias="from")] = None
    """First publication date: a year, a month (2015-03) or a day (2015-03-01)."""
    until: Year | Day | None = None
    """Last publication date: a year, a month or a day."""
    languages: tuple[Language, ...] = ()
    """Languages in English, such as: english. Absent means every language."""
    accept: tuple[Text, ...] = ()
    """Terms that PubMed is known not to have in its index; the search goes on without them and says so."""

    @model_validator(mode="after")
    def _dates_are_days_in_order(self) -> Self:
        start, end = self.first_day, self.last_day
        if start and end and start > end:
            raise ValueError(f"no publication date lies from '{self.since}' until '{self.until}'")
        return self

    @property
    def first_day(self) -> date | None:
        """The first day of 'from'; None where the search has no beginning."""
        return None if self.since is None else _days(self.since)[0]

    @property
    def last_day(self) -> date | None:
        """The last day of 'until'; None where the search has no end."""
        return None if self.until is None else _days(self.until)[1]


def _days(printed: int | str) -> tuple[date, date]:
    """First and last day of a year, a month or a day."""
    year, *rest = (int(part) for part in str(printed).split("-"))
    try:
        match rest:
            case []:
                return date(year, 1, 1), date(year, 12, 31)
            case [month]:
                return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
            case _:
                day = date(year, *rest)
                return day, day
    except ValueError:
        raise ValueError(f"there is no such date: '{printed}'") from None
