"""What a search or a summary can see of a record, read from its XML."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from xml.etree import ElementTree as ET

from tests.eutils.render import MONTHS

Element = ET.Element


@dataclass(frozen=True)
class Heading:
    """One MeSH heading with its subheadings; ``major`` when any part of it is starred."""

    name: str
    qualifiers: tuple[str, ...]
    major: bool


@dataclass(frozen=True)
class Facts:
    """The searchable content of one record."""

    pmid: int
    title: str
    abstract: str = ""
    other_text: str = ""
    vernacular: str = ""
    book_title: str = ""
    headings: tuple[Heading, ...] = ()
    types: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    journal: str = ""
    journal_short: str = ""
    journal_id: str = ""
    issn: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    languages: tuple[str, ...] = ()
    status: str = ""
    ids: tuple[tuple[str, str], ...] = ()
    date_text: str = ""
    published: tuple[date, ...] = ()
    stages: dict[str, date] = field(default_factory=dict)

    def id_of(self, kind: str) -> str:
        """The first identifier of a kind ("doi", "pmc", "pii"), or nothing."""
        return next((value for name, value in self.ids if name == kind), "")


def facts_of(raw: bytes) -> Facts:
    """The facts of one PubmedArticle or PubmedBookArticle element."""
    element = ET.fromstring(raw)  # noqa: S314 - the tests' own records
    return _book(element) if element.tag == "PubmedBookArticle" else _article(element)


def _article(element: Element) -> Facts:
    article = "MedlineCitation/Article"
    dates = [element.find(f"{article}/Journal/JournalIssue/PubDate"), *element.iterfind(f"{article}/ArticleDate")]
    return Facts(
        pmid=int(_text(element, "MedlineCitation/PMID")),
        title=_text(element, f"{article}/ArticleTitle"),
        abstract=_texts(element, f"{article}/Abstract/AbstractText"),
        other_text=_texts(element, "MedlineCitation/OtherAbstract/AbstractText", ".//KeywordList/Keyword"),
        vernacular=_text(element, f"{article}/VernacularTitle"),
        headings=tuple(_heading(one) for one in element.iterfind(".//MeshHeadingList/MeshHeading")),
        types=tuple(_joined(one) for one in element.iterfind(f"{article}/PublicationTypeList/PublicationType")),
        authors=tuple(_people(element.iterfind(f"{article}/AuthorList/Author"))),
        groups=tuple(_joined(one) for one in element.iterfind(f"{article}/AuthorList/Author/CollectiveName")),
        journal=_text(element, f"{article}/Journal/Title"),
        journal_short=_text(element, "MedlineCitation/MedlineJournalInfo/MedlineTA"),
        journal_id=_text(element, "MedlineCitation/MedlineJournalInfo/NlmUniqueID"),
        issn=_text(element, f"{article}/Journal/ISSN"),
        volume=_text(element, f"{article}/Journal/JournalIssue/Volume"),
        issue=_text(element, f"{article}/Journal/JournalIssue/Issue"),
        pages=_text(element, f"{article}/Pagination/MedlinePgn"),
        languages=tuple(_joined(one) for one in element.iterfind(f"{article}/Language")),
        status=citation.get("Status", "") if (citation := element.find("MedlineCitation")) is not None else "",
        ids=tuple(_ids(element.iterfind("PubmedData/ArticleIdList/ArticleId"))),
        date_text=" ".join(_joined(part) for part in dates[0]) if dates[0] is not None else "",
        published=tuple(day for one in dates if one is not None and (day := _day(one))),
        stages=_stages(element.iterfind("PubmedData/History/PubMedPubDate")),
    )


def _book(element: Element) -> Facts:
    pub_date = element.find("BookDocument/Book/PubDate")
    book_title = _text(element, "BookDocument/Book/BookTitle")
    return Facts(
        pmid=int(_text(element, "BookDocument/PMID")),
        title=_text(element, "BookDocument/ArticleTitle") or book_title,
        abstract=_texts(element, "BookDocument/Abstract/AbstractText"),
        book_title=book_title,
        types=tuple(_joined(one) for one in element.iterfind("BookDocument/PublicationType")),
        authors=tuple(_people(element.iterfind("BookDocument/AuthorList/Author"))),
        languages=tuple(_joined(one) for one in element.iterfind("BookDocument/Language")),
        ids=tuple(_ids(element.iterfind("BookDocument/ArticleIdList/ArticleId"))),
        date_text=" ".join(_joined(part) for part in pub_date) if pub_date is not None else "",
        published=tuple(day for one in [pub_date] if one is not None and (day := _day(one))),
        stages=_stages(element.iterfind("PubmedBookData/History/PubMedPubDate")),
    )


def _joined(element: Element) -> str:
    """All text of an element, markup included; ``.text`` would stop at the first tag."""
    return " ".join("".join(element.itertext()).split())


def _text(element: Element, path: str) -> str:
    found = element.find(path)
    return "" if found is None else _joined(found)


def _texts(element: Element, *paths: str) -> str:
    return " ".join(_joined(one) for path in paths for one in element.iterfind(path))


def _heading(element: Element) -> Heading:
    parts = list(element)
    qualifiers = tuple(_joined(part) for part in parts[1:])
    return Heading(_joined(parts[0]), qualifiers, any(part.get("MajorTopicYN") == "Y" for part in parts))


def _people(authors: Iterable[Element]) -> Iterable[str]:
    for author in authors:
        if last := _text(author, "LastName"):
            yield " ".join(part for part in (last, _text(author, "Initials"), _text(author, "Suffix")) if part)


def _ids(elements: Iterable[Element]) -> Iterable[tuple[str, str]]:
    return ((one.get("IdType", ""), _joined(one)) for one in elements)


def _stages(elements: Iterable[Element]) -> dict[str, date]:
    days = ((one.get("PubStatus", ""), _day(one)) for one in elements)
    return {status: day for status, day in days if day}


def _day(element: Element) -> date | None:
    """The day of a date: PubMed indexes a record with only a year or a month on the first day of it."""
    year = _text(element, "Year") or _text(element, "MedlineDate")[:4]
    month, day = _text(element, "Month"), _text(element, "Day")
    if not year.isdigit():
        return None
    number = MONTHS.index(month[:3]) + 1 if month[:3] in MONTHS else int(month) if month.isdigit() else 1
    return date(int(year), number, int(day) if day.isdigit() else 1)
