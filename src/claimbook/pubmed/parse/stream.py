"""Records of an answer, one by one, in its order."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

from lxml import etree

from claimbook.model.record import Record
from claimbook.pubmed.parse.article import article
from claimbook.pubmed.parse.book import book
from claimbook.pubmed.parse.cut import Cut, Cutter
from claimbook.pubmed.parse.entries import BrokenRecordError, Entry, Unreadable
from claimbook.pubmed.parse.frame import Frame, contents
from claimbook.pubmed.parse.record_xml import pmid_of, split, without_unread
from claimbook.pubmed.parse.source import chunks_of
from claimbook.pubmed.parse.text import Element

READERS: dict[str, Callable[[Element], Record]] = {"PubmedArticle": article, "PubmedBookArticle": book}
LONG_RECORD = 8 << 20
"""Bytes; libxml2 takes a text of more than 10 MB for an attack unless it is told better."""


def read_records(source: Path | IO[bytes] | bytes) -> Iterator[Entry]:
    """Everything that an answer holds, in its order; memory does not grow with its length.

    Args:
        source: A PubmedArticleSet, or one bare PubmedArticle or PubmedBookArticle; XML or gzip.

    Yields:
        A ``Record``, or ``Unreadable`` for one that is broken, or ``Deleted`` for a DeleteCitation.

    Raises:
        NotRecordsError: It is something else, or cut off. This may come after good records: an answer is whole only
            when the iteration has come to its end.
    """
    frame = Frame()
    reader = RecordReader(frame)
    position = 0
    for piece in Cutter(chunks_of(source), frame):
        for entry in reader.read(piece, position + 1):
            position += 1
            yield entry
    for what in contents(frame.close()):
        yield Unreadable(None, position + 1, f"it is <{what}>") if isinstance(what, str) else what


def pmids_in(body: bytes) -> tuple[str, ...]:
    """PMIDs of the records of an answer, in its order; those of unreadable records too, where they can be told.

    Raises:
        NotRecordsError: It is no set of records, or cut off.
    """
    frame = Frame()
    found = [pmid_of(xml) for piece in Cutter(chunks_of(body), frame) for xml in split(piece.xml)]
    frame.close()
    return tuple(pmid for pmid in found if pmid)


class RecordReader:
    """Reads single records with one parser that knows no document type, entity or network."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.parser = _parser()
        self.long_parser = _parser(huge_tree=True)  # the length was checked; without a document type nothing expands

    def read(self, piece: Cut, position: int) -> list[Record | Unreadable]:
        """The record, or why it cannot be read; several where one lacks its end tag and swallowed the next."""
        if piece.too_long:
            return [Unreadable(pmid_of(piece.xml), position, "it is longer than any real record")]
        try:
            return [self.record(piece.xml)]
        except etree.XMLSyntaxError as error:
            parts = split(piece.xml)
            if len(parts) > 1:
                return [entry for at, xml in enumerate(parts, position) for entry in self.read(Cut(xml), at)]
            return [Unreadable(pmid_of(piece.xml), position, error.msg or "it is no well-formed XML")]
        except BrokenRecordError as error:
            return [Unreadable(pmid_of(piece.xml), position, str(error))]

    def record(self, xml: bytes) -> Record:
        """The record.

        Raises:
            etree.XMLSyntaxError: It is no well-formed XML.
            BrokenRecordError: It lacks what makes it a record.
        """
        read = without_unread(xml)
        parser = self.parser if len(read) < LONG_RECORD else self.long_parser
        if not self.frame.wrapping:
            root = etree.fromstring(read, parser)
        else:
            first, last = self.frame.wrapping
            root = etree.fromstring(first + read + last, parser)[0]
        return READERS[root.tag](root)


def _parser(*, huge_tree: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
        huge_tree=huge_tree,
    )
