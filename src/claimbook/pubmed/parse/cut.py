"""An answer cut into its records by bytes, without reading them.

A record begins with its start tag and ends with its end tag. Neither can stand in text or in an attribute; comments,
CDATA sections and processing instructions, where they could, are stepped over. What lies outside goes to the frame.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimbook.pubmed.parse.entries import NotRecordsError
from claimbook.pubmed.parse.frame import MAX_FRAME, Frame
from claimbook.pubmed.parse.record_xml import is_plain

MAX_RECORD = 64 << 20
"""Bytes; the longest real ones have a few MB."""
KEPT_OF_TOO_LONG = 4_096
"""Bytes of a record that is too long, enough for its PMID."""
_LONGEST_TAG = 64
_LONGEST_GAP = 4_096
_RECORD_OF = {b"MedlineCitation": b"PubmedArticle", b"BookDocument": b"PubmedBookArticle"}
_STEP = re.compile(
    rb"<(?:(!--)|(!\[CDATA\[)|(\?)|(/?)(Pubmed(?:Book)?Article)(?=[\s/>])|(MedlineCitation|BookDocument)(?=[\s>]))"
)
_EMPTY = re.compile(rb"""<Pubmed(?:Book)?Article(?:\s+(?:[^<>"'/]|"[^<"]*"|'[^<']*')*)?/>""")
_TAG_END = re.compile(rb"\s*>")
_CLOSERS = {1: b"-->", 2: b"]]>", 3: b"?>"}


class Cut(NamedTuple):
    """One record as its bytes."""

    xml: bytes
    too_long: bool = False
    """Only its beginning was kept."""


class Cutter:
    """The stretch of a document that lies in memory, filled at its end and emptied at its beginning."""

    def __init__(self, chunks: Iterator[bytes], frame: Frame) -> None:
        self.chunks = chunks
        self.frame = frame
        self.text = b""
        self.at = 0

    def __iter__(self) -> Iterator[Cut]:
        """Each record in order; all else is added to the frame.

        Raises:
            NotRecordsError: The document ends inside a record, or has too much outside of them.
        """
        while name := self._start():
            yield self._record(name)

    def _grow(self) -> bool:
        """Take as much again as is in memory, or one piece; False at the end of the document."""
        pieces = [self.text[self.at :]]
        wanted, size = 2 * len(pieces[0]), len(pieces[0])
        for piece in self.chunks:
            pieces.append(piece)
            size += len(piece)
            if piece and size >= wanted:
                break
        grown = size > len(pieces[0])
        self.text, self.at = b"".join(pieces), 0
        return grown

    def _start(self) -> bytes | None:
        """Move to the next record and tell its name; None at the end of the document."""
        look = 0
        while True:
            step = _STEP.search(self.text, self.at + look)
            if step and (name := self._begun(step)):
                self.frame.mark(name)
                return name
            after = after_step(self.text, step) if step else None
            if after is not None:
                look = after - self.at
                continue
            if not step:
                self._to_frame(max(self.at, len(self.text) - _LONGEST_TAG))
            look = step.start() - self.at if step else 0
            if len(self.text) - self.at > MAX_FRAME:
                raise NotRecordsError("there is too much between its records")
            if not self._grow():
                self._to_frame(len(self.text))
                return None

    def _begun(self, step: re.Match[bytes]) -> bytes | None:
        """Name of the record that begins at this step, what stands before it having gone to the frame.

        The content of a record outside of any record tells that its start tag is damaged.
        """
        if step[5] and not step[4]:
            self._to_frame(step.start())
            return step[5]
        if not step[6] or step.start() - self.at > _LONGEST_GAP:
            return None
        share = self.frame.share_of(self.text[self.at : step.start()])
        if share is None:
            return None
        self._to_frame(self.at + share)
        return _RECORD_OF[step[6]]

    def _to_frame(self, end: int) -> None:
        self.frame.add(self.text[self.at : end])
        self.at = end

    def _record(self, name: bytes) -> Cut:
        while (end := record_end(self.text, self.at, name)) is None:
            if len(self.text) - self.at > MAX_RECORD:
                return self._too_long(name)
            if not self._grow():
                raise NotRecordsError("it ends inside a record")
        start, self.at = self.at, end
        if end - start > MAX_RECORD:
            return Cut(self.text[start : start + KEPT_OF_TOO_LONG], too_long=True)
        return Cut(self.text[start:end])

    def _too_long(self, name: bytes) -> Cut:
        """Pass over a record without keeping it."""
        head = self.text[self.at : self.at + KEPT_OF_TOO_LONG]
        while (end := _end_tag(self.text, self.at, name)) is None:
            self.at = len(self.text) - _LONGEST_TAG
            if not self._grow():
                raise NotRecordsError("it ends inside a record")
        self.at = end
        return Cut(head, too_long=True)


def record_end(text: bytes, start: int, name: bytes) -> int | None:
    """Where the record that begins at ``start`` ends; None where its end is not in memory yet."""
    if empty := _EMPTY.match(text, start):
        return empty.end()
    end = _end_tag(text, start, name)
    if end is None or not is_plain(text, start, end):
        return _walk_to_end(text, start, name)
    return end


def _end_tag(text: bytes, start: int, name: bytes) -> int | None:
    at = text.find(b"</" + name, start)
    close = _TAG_END.match(text, at + 2 + len(name)) if at >= 0 else None
    return close.end() if close else None


def _walk_to_end(text: bytes, start: int, name: bytes) -> int | None:
    """The same, step by step over comments, CDATA sections and processing instructions."""
    at = start + 1
    while step := _STEP.search(text, at):
        if step[5] and not step[4]:
            return step.start()
        if step[5] == name:
            return _end_tag(text, step.start(), name)
        after = after_step(text, step)
        if after is None:
            return None
        at = after
    return None


def after_step(text: bytes, step: re.Match[bytes]) -> int | None:
    """Where a comment, CDATA section or processing instruction ends; None where that is not in memory yet."""
    closer = next((_CLOSERS[group] for group in _CLOSERS if step[group]), b"")
    end = text.find(closer, step.end())
    return end + len(closer) if end >= 0 else None
