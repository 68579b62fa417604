"""The bytes of one record: its PMID told quickly, two records told apart, and what is never read left out."""

import re
from itertools import pairwise

_HIDDEN = re.compile(rb"<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>", re.DOTALL)
_PMID = re.compile(
    rb"<(?:MedlineCitation|BookDocument)(?:\s[^<>]*)?>\s*<PMID(?:\s[^<>]*)?>\s*([1-9][0-9]{0,8})\s*</PMID\s*>"
)
_START = re.compile(rb"<Pubmed(?:Book)?Article[\s/>]")
_UNREAD = ((b"<ReferenceList>", b"</ReferenceList>"), (b"<History>", b"</History>"))
"""Elements of which a record holds nothing: a quarter of all bytes, and never a source of its identifiers."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r"))


def is_plain(text: bytes, start: int, end: int) -> bool:
    """Whether there is no comment, CDATA section or processing instruction: no ``<!`` and no ``<?``.

    Single bytes are looked for because that is many times faster than looking for pairs.
    """
    for mark in (b"!", b"?"):
        at = text.find(mark, start, end)
        while at >= 0:
            if at and text[at - 1] == ord("<"):
                return False
            at = text.find(mark, at + 1, end)
    return True


def pmid_of(xml: bytes) -> str | None:
    """The PMID of the record, never that of a comment or reference; None where it cannot be told."""
    visible = xml if is_plain(xml, 0, len(xml)) else _HIDDEN.sub(b"", xml)
    match = _PMID.search(visible)
    return match[1].decode() if match else None


def split(xml: bytes) -> list[bytes]:
    """One piece for each record that begins in it: more than one where the end tag of a record is missing.

    What stands before the first start tag is a record, too: one whose start tag is damaged.
    """
    if not is_plain(xml, 0, len(xml)):
        return [xml]
    starts = {0, *(match.start() for match in _START.finditer(xml))}
    return [xml[start:end] for start, end in pairwise([*sorted(starts), len(xml)])]


def without_unread(xml: bytes) -> bytes:
    """The record without references and history; they stay where leaving them out could hide a fault.

    A start tag and the next end tag of its name belong together unless another start tag, a comment or the like stands
    between them.
    """
    if not is_plain(xml, 0, len(xml)):
        return xml
    body = max(xml.rfind(b"</MedlineCitation>"), 0)
    rest = xml[body:]
    for opening, closing in _UNREAD:
        before, _, opened = rest.partition(opening)
        unread, closed, after = opened.partition(closing)
        if closed and opening[:-1] not in unread and _is_clean(unread):
            rest = before + after
    return xml[:body] + rest


def _is_clean(stretch: bytes) -> bool:
    """Whether it is UTF-8 without control characters."""
    try:
        stretch.decode()
    except UnicodeDecodeError:
        return False
    return len(stretch.translate(None, _CONTROLS)) == len(stretch)
