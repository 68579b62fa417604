"""What a reader must know of a record first: retracted, corrected, a preprint, a protocol, about animals, a comment.

Sources: the publication types and CommentsCorrections links of PubMed, and what publishers add to a title or an
abstract afterwards.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import Worded
from claimbook.appraise.text.pieces import SHARED, Pieces
from claimbook.appraise.text.reading import Text
from claimbook.model.appraisal import SYNTHESES, Kind, NoticeWord, Read
from claimbook.model.record import CONCERN_LINKS, CORRECTED_LINKS, RETRACTED_LINKS, RETRACTED_TYPE, Record

_PREPRINT_TYPE, _PREPRINT_NAME = "D000076942", "Preprint"
_COMMENT_LINKS = frozenset({"CommentOn"})
_BY_LINK: tuple[tuple[NoticeWord, frozenset[str]], ...] = (
    ("retracted", RETRACTED_LINKS),
    ("concern", CONCERN_LINKS),
    ("corrected", CORRECTED_LINKS),
    ("comment", _COMMENT_LINKS),
)
_BY_TYPE: tuple[tuple[NoticeWord, str, str], ...] = (
    ("retracted", RETRACTED_TYPE, "Retracted Publication"),
    ("preprint", _PREPRINT_TYPE, _PREPRINT_NAME),
    ("concern", "", "Expression of Concern"),
    ("corrected", "", "Corrected and Republished Article"),
)
_BY_KIND: dict[Kind, NoticeWord] = {
    Kind.COMMENT: "comment",
    Kind.PROTOCOL: "protocol",
    Kind.ANIMAL: "animal",
    Kind.IN_VITRO: "in-vitro",
    Kind.RETRACTION_NOTICE: "retraction-notice",
}
_NOTICE_OF_CONCERN = "design.concern-title"
_OF_ANIMALS = re.compile(
    r"\b(?:animal|pre-?clinical|rodent|murine|mouse|rat) (?:studies|models?|experiments|evidence|data)\b|"
    r"\bin (?:rodents|mice|rats|animals)\b"
)
_CERTAIN, _LINK_TO_A_COMMENTED, _PRINTED = 0.99, 0.7, 0.95
_FOR_A_PERSON = 0.8
"""Of a title that begins with 'withdrawn': journals retract so, and reviews that are out of date are marked so, too."""


@dataclass(frozen=True)
class _Added(Worded):
    """One row: words that publishers add to a record, in its title only or anywhere."""

    word: NoticeWord
    where: Literal["title", "anywhere"]
    words: str
    confidence: float = _PRINTED


_ADDED = (
    _Added("retracted", "title", r"^\W*retracted(?: article)?\s*[:.\])]|[\[(]retracted[\])]"),
    _Added("retracted", "title", r"^\W*withdrawn(?: article)?\s*[:.\])]|[\[(]withdrawn[\])]", _FOR_A_PERSON),
    _Added(
        "retracted",
        "anywhere",
        r"\bthis (?:article|paper|publication|manuscript) (?:has been|was|is) (?:retracted|withdrawn)\b",
    ),
    _Added("concern", "title", r"^\W*(?:editorial )?expression of concern\b|[\[(]expression of concern"),
    _Added("corrected", "title", r"[\[(](?:corrected|correction)[\])]|\bcorrected and republished\b"),
    _Added(
        "corrected",
        "anywhere",
        r"[\[(]correct(?:ion|ed)\b[^\])]{0,60}\b(?:added|after|online|published|publication)\b|"
        r"\bcorrection added (?:on|after)\b",
    ),
    _Added("preprint", "title", r"[\[(:.]\s*preprint\b|^\W*preprint\s*[:.]"),
    _Added(
        "preprint",
        "anywhere",
        r"\bis a (?:\w+ )?preprint\b|\b(?:has|have) not (?:yet )?(?:been |undergone )(?:formally |certified by )?"
        r"peer[- ]review|\bnot yet peer[- ]reviewed\b|\bposted as a preprint\b",
    ),
)
_MAY_TELL = Pieces("retract|withdrawn|concern|correct|preprint|peer", SHARED)
"""A quick look: in few sentences stands one of them."""


def notices_of(record: Record, text: Text, kind: Read[Kind]) -> tuple[Read[NoticeWord], ...]:
    """Each notice once, the gravest first, with the type, link or words that show it."""
    found: dict[NoticeWord, Read[NoticeWord]] = {}
    by_words = () if kind.value is Kind.RETRACTION_NOTICE else _by_words(text)  # it speaks of another article
    added = (*_by_type(record), *_by_link(record), *by_words)
    told = [] if kind.rule == _NOTICE_OF_CONCERN and added else _by_kind(kind, text)
    for read in (*added, *told):
        if read.value is not None:
            known = found.get(read.value)
            found[read.value] = read if known is None or read.confidence > known.confidence else known
    return tuple(found.values())


def _by_type(record: Record) -> Iterator[Read[NoticeWord]]:
    for word, ui, name in _BY_TYPE:
        for one in record.types:
            if (ui and one.ui == ui) or one.name == name:
                yield Read(word, "explicit", _CERTAIN, metadata=(one.name,), rule="notices.publication-type")


def _by_link(record: Record) -> Iterator[Read[NoticeWord]]:
    for word, kinds in _BY_LINK:
        for notice in record.notices:
            if notice.kind in kinds:
                confidence = _LINK_TO_A_COMMENTED if word == "comment" else _CERTAIN
                yield Read(word, "explicit", confidence, metadata=(notice.kind,), rule="notices.link")


def _by_words(text: Text) -> Iterator[Read[NoticeWord]]:
    for sentence in filter(_MAY_TELL.stand_in, text.sentences):
        for row in _ADDED:
            if row.where == "title" and sentence.role is not Role.TITLE:
                continue
            if found := row.pattern.search(sentence.folded):
                yield Read(row.word, "explicit", row.confidence, (sentence.span_of(found),), rule="notices.words")


def _by_kind(kind: Read[Kind], text: Text) -> Iterator[Read[NoticeWord]]:
    word = None if kind.value is None else _BY_KIND.get(kind.value)
    if word is not None:
        yield Read(word, kind.status, kind.confidence, kind.spans, kind.metadata, kind.rule)
    for title in text.in_roles(Role.TITLE) if kind.value in SYNTHESES else ():
        if found := _OF_ANIMALS.search(title.folded):
            yield Read("animal", "explicit", _PRINTED, (title.span_of(found),), rule="notices.review-of-animals")
