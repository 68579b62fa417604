"""The records that the server knows, and how they change while its clock runs."""

import gzip
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cached_property
from pathlib import Path

from tests.eutils import render
from tests.eutils.articles import Article, Book, Bulk
from tests.eutils.facts import Facts, facts_of

Record = Article | Book | Bulk
RECORD = re.compile(rb"<(PubmedArticle|PubmedBookArticle)[\s>].*?</\1>", re.DOTALL)
PMID = re.compile(rb"<PMID[^>]*>\s*(\d+)\s*</PMID>")


@dataclass(frozen=True, eq=False)
class Document:
    """One record, or many that are alike in everything a search can see."""

    pmids: Sequence[int]
    render: Callable[[int], bytes]

    @cached_property
    def facts(self) -> Facts:
        """What a search and a summary need to know; read from the XML on the first use."""
        return facts_of(self.render(self.pmids[0]))


@dataclass(frozen=True)
class Change:
    """From ``at`` seconds on the server's clock a record is new or revised, or ``gone`` (``into`` another one)."""

    at: float
    record: Article | Book | None = None
    gone: int | None = None
    into: int | None = None


@dataclass(frozen=True, eq=False)
class Corpus:
    """All records at one moment; a changed corpus is a new object that shares the records."""

    documents: tuple[Document, ...] = ()
    changes: tuple[Change, ...] = ()
    merged: Mapping[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record], changes: Iterable[Change] = ()) -> "Corpus":
        """A corpus of synthetic records."""
        documents = tuple(document for record in records for document in documents_of(record))
        return cls(documents, tuple(sorted(changes, key=lambda change: change.at)))

    @classmethod
    def from_files(cls, paths: Iterable[Path]) -> "Corpus":
        """Recorded records, byte for byte, from XML files (or .gz of them); of two with one PMID the first stays."""
        found: dict[int, Document] = {}
        for path in paths:
            for pmid, raw in _elements(path):
                found.setdefault(pmid, Document((pmid,), lambda _, raw=raw: raw))  # type: ignore[misc]
        return cls(tuple(found.values()))

    def __add__(self, other: "Corpus") -> "Corpus":
        changes = sorted((*self.changes, *other.changes), key=lambda change: change.at)
        return Corpus(self.documents + other.documents, tuple(changes), {**self.merged, **other.merged})

    @cached_property
    def by_pmid(self) -> dict[int, Document]:
        """The document of each PMID."""
        return {pmid: document for document in self.documents for pmid in document.pmids}

    @property
    def pmids(self) -> list[int]:
        """All PMIDs, ascending."""
        return sorted(self.by_pmid)

    def xml(self, pmid: int) -> bytes | None:
        """The element of one record; a merged PMID answers with the record it went into."""
        target = self.merged.get(pmid, pmid)
        document = self.by_pmid.get(target)
        return document.render(target) if document else None

    def facts(self, pmid: int) -> Facts | None:
        """What is known of one record, under its own PMID."""
        document = self.by_pmid.get(self.merged.get(pmid, pmid))
        return replace(document.facts, pmid=pmid) if document else None

    def revised(self, record: Article | Book) -> "Corpus":
        """The corpus with this record new, or in place of the one with its PMID."""
        return replace(self.withdrawn(record.pmid), documents=(*self._without(record.pmid), *documents_of(record)))

    def withdrawn(self, pmid: int, into: int | None = None) -> "Corpus":
        """The corpus without this PMID; with ``into`` the PMID answers with another record from now on."""
        merged = {old: new for old, new in self.merged.items() if old != pmid}
        return replace(self, documents=self._without(pmid), merged=merged | ({} if into is None else {pmid: into}))

    def copied(self, pmid: int, new: int) -> "Corpus":
        """The corpus with one record more: a copy of a known one under a PMID of its own."""
        raw = (self.xml(pmid) or b"").replace(str(pmid).encode(), str(new).encode())
        return replace(self, documents=(*self.documents, Document((new,), lambda _: raw)))

    def after(self, change: Change) -> "Corpus":
        """The corpus once this change has happened."""
        if change.record is not None:
            return self.revised(change.record)
        return self if change.gone is None else self.withdrawn(change.gone, change.into)

    def _without(self, pmid: int) -> tuple[Document, ...]:
        return tuple(rest for document in self.documents for rest in _apart(document, pmid))


def documents_of(record: Record) -> Iterator[Document]:
    """The documents of one synthetic record; a bulk has one for each day of entry."""
    if isinstance(record, Article):
        raw = render.article(record)
        yield Document((record.pmid,), lambda _: raw)
    elif isinstance(record, Book):
        raw = render.book(record)
        yield Document((record.pmid,), lambda _: raw)
    else:
        yield from (_bulk_day(record, number) for number in range(record.entry_days))


def _bulk_day(bulk: Bulk, number: int) -> Document:
    start, stop = (bulk.first + bulk.count * edge // bulk.entry_days for edge in (number, number + 1))
    entered = bulk.entered + timedelta(days=number)

    def rendered(pmid: int) -> bytes:
        title = f"{bulk.title} {pmid - bulk.first + 1}."
        fields = {"published": bulk.published, "entered": entered, "types": bulk.types}
        return render.article(Article(pmid, title, **fields))  # type: ignore[arg-type]

    return Document(range(start, stop), rendered)


def _apart(document: Document, pmid: int) -> tuple[Document, ...]:
    """The document without one PMID."""
    if pmid not in document.pmids:
        return (document,)
    rest = tuple(other for other in document.pmids if other != pmid)
    return (replace(document, pmids=rest),) if rest else ()


def _elements(path: Path) -> Iterator[tuple[int, bytes]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    for match in RECORD.finditer(content):
        if pmid := PMID.search(match.group()):
            yield int(pmid.group(1)), match.group()
