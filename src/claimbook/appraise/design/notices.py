"""What a reader must know of a record first: retracted, corrected, a preprint, a protocol, about animals, a comment.

Sources: the publication types and CommentsCorrections links of PubMed.
"""

from collections.abc import Iterator

from claimbook.model.appraisal import Kind, NoticeWord, Read
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
)
_BY_KIND: dict[Kind, NoticeWord] = {
    Kind.COMMENT: "comment",
    Kind.PROTOCOL: "protocol",
    Kind.ANIMAL: "animal",
    Kind.IN_VITRO: "in-vitro",
    Kind.RETRACTION_NOTICE: "retraction-notice",
}
_CERTAIN, _LINK_TO_A_COMMENTED = 0.99, 0.7


def notices_of(record: Record, kind: Read[Kind]) -> tuple[Read[NoticeWord], ...]:
    """Each notice once, the gravest first, with the type, link or words that show it."""
    found: dict[NoticeWord, Read[NoticeWord]] = {}
    for read in (*_by_type(record), *_by_link(record), *_by_kind(kind)):
        if read.value is not None:
            known = found.get(read.value)
            found[read.value] = read if known is None or read.confidence > known.confidence else known
    return tuple(found.values())


def _by_type(record: Record) -> Iterator[Read[NoticeWord]]:
    for word, ui, name in _BY_TYPE:
        for one in record.types:
            if one.ui == ui or one.name == name:
                yield Read(word, "explicit", _CERTAIN, metadata=(one.name,), rule="notices.publication-type")


def _by_link(record: Record) -> Iterator[Read[NoticeWord]]:
    for word, kinds in _BY_LINK:
        for notice in record.notices:
            if notice.kind in kinds:
                confidence = _LINK_TO_A_COMMENTED if word == "comment" else _CERTAIN
                yield Read(word, "explicit", confidence, metadata=(notice.kind,), rule="notices.link")


def _by_kind(kind: Read[Kind]) -> Iterator[Read[NoticeWord]]:
    word = None if kind.value is None else _BY_KIND.get(kind.value)
    if word is not None:
        yield Read(word, kind.status, kind.confidence, kind.spans, kind.metadata, kind.rule)
