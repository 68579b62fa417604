"""The frame of an answer: all that lies outside its records, checked as the small document it is."""

import re
from collections.abc import Iterator

from lxml import etree

from claimbook.pubmed.parse.entries import Deleted, NotRecordsError
from claimbook.pubmed.parse.text import Element, text_of, tidy

RECORDS = ("PubmedArticle", "PubmedBookArticle")
SETS = ("PubmedArticleSet", "PubmedBookArticleSet")
MAX_FRAME = 16 << 20
"""Bytes outside the records: white space, and the deletions of an update file."""
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_DOCTYPE = re.compile(rb"""<!DOCTYPE\s+[\w.\-]+(?:\s+(?:PUBLIC|SYSTEM)(?:\s+(?:"[^"<]*"|'[^'<]*'))+)?\s*>""")
_ROOT = re.compile(rb"<(Pubmed(?:Book)?ArticleSet)\s[^<>]*>")
_ROOT_START = re.compile(rb"<Pubmed(?:Book)?ArticleSet(?:\s[^<>]*)?>")
_EMPTY_RECORDS = tuple(b"<%b/>" % name.encode() for name in RECORDS)
_LONGEST_PROLOG = 4_096
_LONGEST_TAG = 40


class Frame:
    """Text outside the records, with one empty record for each run of them, so that it stays small."""

    def __init__(self) -> None:
        self.text = bytearray()
        self.records = 0
        self.gap = 0
        self.wrapping: tuple[bytes, bytes] | None = None
        """Start and end tag of a root that declares namespaces, in which each record must be read."""

    def add(self, stretch: bytes) -> None:
        """Keep a stretch between records; white space says nothing."""
        self.gap += len(stretch)
        if not self.records or stretch.strip():
            self.text += stretch
        if max(self.gap, len(self.text)) > MAX_FRAME:
            raise NotRecordsError("there is too much between its records")

    def share_of(self, stretch: bytes) -> int | None:
        """How many of the bytes before the content of a record are the frame's; the others were its damaged start tag.

        None where that cannot be told: more than a tag stands between it and the record before, or the root's start.
        """
        share = 0
        if not self.records:
            root = _ROOT_START.search(self.text + stretch) if len(self.text) < _LONGEST_PROLOG else None
            share = root.end() - len(self.text) if root else -1
        elif not self.text.endswith(_EMPTY_RECORDS):
            share = -1
        tag = stretch[share:].strip()
        told = share >= 0 and len(tag) <= _LONGEST_TAG and not any(mark in tag for mark in b"/!?")
        return share if told else None

    def mark(self, tag: bytes) -> None:
        """Note one record."""
        if not self.records:
            self._open()
        self.records += 1
        self.gap = 0
        empty = b"<%b/>" % tag
        if not self.text.endswith(empty):
            self.text += empty

    def _open(self) -> None:
        """Judge what stands before the first record, before any record is read."""
        refuse_definitions(bytes(self.text))
        root = _ROOT.search(self.text)
        if root and b"xmlns" in root[0]:
            self.wrapping = bytes(root[0]), b"</%b>" % bytes(root[1])

    def close(self) -> Element:
        """The root of the frame, at the end of the document.

        Raises:
            NotRecordsError: It is no set of records, or not whole.
        """
        text = bytes(self.text)
        refuse_definitions(text)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
        try:
            root = etree.fromstring(text, parser)
        except etree.XMLSyntaxError as error:
            raise NotRecordsError(f"it is no whole XML document: {error.msg}") from None
        if root.tag not in SETS and not (root.tag in RECORDS and self.records == 1):
            raise NotRecordsError(f"it is no set of PubMed records but <{root.tag}>: {text_of(root)[:200]}")
        if tidy((root.text or "") + "".join(child.tail or "" for child in root)):
            raise NotRecordsError("there is text between its records")
        return root


def refuse_definitions(text: bytes) -> None:
    """A document type may be named, as PubMed does, but never defined in the document: no entities."""
    plain = _COMMENT.sub(b"", text)
    start = plain.find(b"<!DOCTYPE")
    if start >= 0 and not _DOCTYPE.match(plain, start):
        raise NotRecordsError("it defines its own document type")
    if b"<!ENTITY" in plain:
        raise NotRecordsError("it defines entities")


def contents(root: Element) -> Iterator[Deleted | str]:
    """Deletions in the frame, and the names of elements that are neither these nor records."""
    for child in root if root.tag in SETS else ():
        if child.tag == "DeleteCitation":
            yield Deleted(tuple(tidy(one.text or "") for one in child.iter("PMID")))
        elif child.tag not in RECORDS:
            yield str(child.tag)
