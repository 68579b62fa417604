"""Synthetic records: what a test says about an article. Everything here is invented, and says so."""

from dataclasses import dataclass
from datetime import date

FIRST_SYNTHETIC_PMID = 99_000_001


@dataclass(frozen=True)
class Section:
    """One part of a structured abstract."""

    label: str
    text: str
    category: str = ""


@dataclass(frozen=True)
class Notice:
    """A CommentsCorrections link: ``kind`` is PubMed's RefType ("RetractionIn", "ErratumIn", "UpdateOf", ...)."""

    kind: str
    pmid: int | None = None
    source: str = "J Invent Tests. 2024 Jan;1(1):9"


@dataclass(frozen=True)
class Article:
    """One invented journal article.

    Text fields are plain text; ``title`` and ``abstract`` may hold the inline tags of PubMed when ``markup`` is true.
    A MeSH heading is written as MEDLINE text writes it: ``"*Walking"`` (major), ``"Gait/physiology/*methods"``.
    ``published`` is "2020", "2020-03", "2020-03-05", or any other text, which becomes a MedlineDate.
    An author is "Last Initials" ("Sample AB"); ``groups`` are collective authors.
    """

    pmid: int
    title: str = "An invented trial of nothing in particular."
    abstract: str | tuple[Section, ...] = ""
    mesh: tuple[str, ...] = ()
    types: tuple[str, ...] = ("Journal Article",)
    authors: tuple[str, ...] = ("Sample AB", "Specimen C")
    groups: tuple[str, ...] = ()
    journal: str = "Journal of Invented Tests"
    journal_short: str = "J Invent Tests"
    issn: str = "0000-0019"
    volume: str = "1"
    issue: str = "2"
    pages: str = "3-4"
    published: str = "2020-03-05"
    electronic: date | None = None
    entered: date = date(2020, 3, 6)
    revised: date = date(2021, 1, 1)
    doi: str = ""
    pmcid: str = ""
    language: str = "eng"
    vernacular_title: str = ""
    keywords: tuple[str, ...] = ()
    notices: tuple[Notice, ...] = ()
    status: str = "MEDLINE"
    copyright: str = ""
    markup: bool = False


@dataclass(frozen=True)
class Book:
    """One invented book chapter; PubMed answers it as a PubmedBookArticle."""

    pmid: int
    title: str = "An invented chapter."
    book: str = "A Book of Invented Chapters"
    abstract: str = ""
    authors: tuple[str, ...] = ("Sample AB",)
    published: str = "2019"
    publisher: str = "Invented University Press"


@dataclass(frozen=True)
class Bulk:
    """``count`` minimal records with consecutive PMIDs from ``first``, alike but for the number in their title.

    Made for sets of 9,998 to 10,001 and for days of 25,000: nothing is rendered before it is fetched.
    The records are entered on ``entry_days`` days in a row, so that a second date axis can divide them.
    """

    count: int
    first: int = FIRST_SYNTHETIC_PMID
    title: str = "Minimal invented record"
    published: str = "2020"
    entered: date = date(2020, 3, 6)
    entry_days: int = 1
    types: tuple[str, ...] = ("Journal Article",)
