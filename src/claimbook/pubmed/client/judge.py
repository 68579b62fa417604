"""Judging a reply by its body and not by its status: pure, and in one order.

1. A whole answer of the kind that was asked for is good, whatever its headers call it; it must carry status 200 and
   must not name an error.
2. Otherwise its own words decide, where they are known.
3. Then its status, where it says more than 200.
4. Then its form: empty, cut, malformed, or something else altogether.

Whatever nothing fits is a failure with the server's text. Nothing here ever turns a failure into a number.
"""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Protocol

from claimbook.pubmed.client.errors import (
    BackendDownError,
    BlockedError,
    NotUnderstoodError,
    RefusedError,
    SearchFailedError,
    ThrottledError,
    TooLongError,
    UnreachableError,
    UnreadableError,
)
from claimbook.pubmed.client.texts import PAUSE, REFUSED, THROTTLED, known
from claimbook.pubmed.client.verdict import ONCE_MORE, Again, Good, Reply, Stop, T_co
from claimbook.pubmed.client.xml import BrokenError, first_tag, is_cut, read_xml, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_SAID = 300
_LONGEST_RETRY_AFTER = 86_400.0
_SEEN = 20_000
"""Characters of a page that are searched for known texts."""


class DoubtError(ValueError):
    """A whole answer that contradicts itself or what was asked."""


class Asked(Protocol[T_co]):
    """What was asked for: the root element that must come, and how to read it."""

    @property
    def root(self) -> str:
        """Name of the root element."""

    def take(self, tree: "_Element", body: bytes) -> T_co:
        """The answer; DoubtError where it cannot be right."""


def judge(reply: Reply, asked: Asked[T_co]) -> Good[T_co] | Again | Stop:
    """What a reply is worth to the one who asked."""
    if reply.status == 200 and first_tag(reply.body) == asked.root:  # noqa: PLR2004 - the one good status
        verdict = _by_content(reply, asked)
    else:
        verdict = _by_words(reply, asked.root) or _by_status(reply) or _by_form(reply, asked.root)
    return _patient(verdict, reply) if isinstance(verdict, Again) else verdict


def _by_content(reply: Reply, asked: Asked[T_co]) -> Good[T_co] | Again | Stop:
    try:
        tree = read_xml(reply.body)
        said = errors_in(tree)
        return _by_error(said) if said else Good(asked.take(tree, reply.body))
    except BrokenError as error:
        return _broken(reply, asked.root, str(error))
    except DoubtError as error:
        return Again(NotUnderstoodError, f"PubMed's answer contradicts itself: {error}", tries=ONCE_MORE)


def _broken(reply: Reply, root: str, why: str) -> Again:
    if is_cut(reply.body, root):
        return Again(UnreachableError, "PubMed's answer ends before its end")
    return Again(UnreadableError, f"PubMed's answer cannot be read: {why}", tries=ONCE_MORE)


def _by_error(said: str) -> Again | Stop:
    return _quoted(known(said), said) or Again(RefusedError, REFUSED, shortened(said), tries=ONCE_MORE)


def _by_words(reply: Reply, root: str) -> Again | Stop | None:
    """Known words anywhere in a page, or an ERROR element with whatever words; never the words of a record."""
    said = _envelope(reply.body)
    if said and 500 > reply.status >= 200:  # noqa: PLR2004 - an error with a 5xx is an outage, unless its words are known
        return _by_error(said)
    page = said or ("" if first_tag(reply.body) == root else words_of(reply.body))
    return _quoted(known(page), page)


def _quoted(verdict: Again | Stop | None, said: str) -> Again | Stop | None:
    return replace(verdict, said=shortened(said)) if verdict else None


def _envelope(body: bytes) -> str:
    """Text of the ERROR elements where the body is whole XML that holds some."""
    try:
        return errors_in(read_xml(body)) if b"ERROR" in body else ""
    except BrokenError:
        return ""


def errors_in(tree: "_Element") -> str:
    """Text of all ERROR elements; an empty one, as ESpell sends with every success, says nothing."""
    return " / ".join(text for element in tree.iter("ERROR") if (text := text_of(element)))


def _by_status(reply: Reply) -> Again | Stop | None:
    status, said = reply.status, shortened(words_of(reply.body)) or None
    if status == 429:  # noqa: PLR2004 - too many requests
        return Again(ThrottledError, THROTTLED, said, wait=PAUSE)
    if status >= 500 or status in {408, 425}:  # noqa: PLR2004 - the server's fault, or a matter of time
        return Again(BackendDownError, f"PubMed answered with status {status}", said)
    if 300 <= status < 400:  # noqa: PLR2004 - redirections
        return Again(NotUnderstoodError, f"PubMed's address answered with a redirection ({status})", tries=ONCE_MORE)
    return _by_refusal(status, said)


_FINAL: dict[int, tuple[type[SearchFailedError], str, str | None]] = {
    403: (BlockedError, "this address may not ask PubMed (403)", None),
    407: (UnreachableError, "the proxy wants a name and a password (407)", "check the proxy settings (HTTPS_PROXY)"),
    413: (TooLongError, "the request is too large for PubMed (413)", None),
    414: (TooLongError, "the request is too long for PubMed (414)", None),
}


def _by_refusal(status: int, said: str | None) -> Again | Stop | None:
    if status in _FINAL:
        error, reason, hint = _FINAL[status]
        return Stop(error, reason, said, hint)
    if status >= 400:  # noqa: PLR2004 - refusals without recognised words
        return Again(RefusedError, f"{REFUSED} (status {status})", said, tries=ONCE_MORE)
    return None


def _by_form(reply: Reply, root: str) -> Again:
    """A reply with status 200 or so that is not what was asked for."""
    tag = first_tag(reply.body)
    if not reply.body.strip():
        return Again(UnreachableError, "PubMed's answer is empty")
    if tag == root:
        return Again(NotUnderstoodError, f"PubMed answered with the unusual status {reply.status}", tries=ONCE_MORE)
    what = f"an element {tag}" if tag else "no XML"
    said = shortened(words_of(reply.body)) or None
    return Again(NotUnderstoodError, f"PubMed's answer is {what} where {root} was due", said, slowly=True)


def _patient(verdict: Again, reply: Reply) -> Again:
    """Honour Retry-After on every reply that carries one."""
    asked = retry_after(reply)
    if asked is None or not issubclass(verdict.error, ThrottledError | BackendDownError | NotUnderstoodError):
        return verdict
    return replace(verdict, wait=asked)


def retry_after(reply: Reply) -> float | None:
    """Seconds that the server asks to wait, given as a number or as a date (RFC 9110, 10.2.3); None: not said."""
    text = reply.headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,9}(\.\d+)?", text, re.ASCII):
        return min(float(text), _LONGEST_RETRY_AFTER)
    until = _instant(text)
    if until is None:
        return None
    sent = _instant(reply.headers.get("date", "")) or datetime.fromtimestamp(reply.at, UTC)
    return min(max((until - sent).total_seconds(), 0.0), _LONGEST_RETRY_AFTER)


def _instant(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def words_of(body: bytes) -> str:
    """What a body says to a person: the error of a JSON answer, or a page without its tags."""
    text = body[:_SEEN].decode("utf-8", "replace")
    return _json_error(text) or " ".join(re.sub(r"<[^>]*>", " ", text).split())


def _json_error(text: str) -> str:
    try:
        content = json.loads(text, strict=False)
    except ValueError:
        return ""
    result = content.get("esearchresult") if isinstance(content, dict) else None
    for holder in (content, result):
        if isinstance(holder, dict) and (said := holder.get("error") or holder.get("ERROR")):
            return str(said)
    return ""


def shortened(text: str) -> str:
    """One line of a length that fits into a message."""
    line = " ".join("".join(mark if mark.isprintable() else " " for mark in text).split())
    return line if len(line) <= _LONGEST_SAID else f"{line[: _LONGEST_SAID - 1]}…"
