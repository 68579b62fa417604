"""Faults inside an answer that is otherwise good: records missing, doubled, damaged; bytes and labels wrong."""

import gzip
import re
from collections.abc import Callable
from dataclasses import replace

from tests.eutils import render
from tests.eutils.answers import Answer
from tests.eutils.articles import Article, Book
from tests.eutils.corpus import PMID as PMID_TAG
from tests.eutils.corpus import RECORD
from tests.eutils.faults.plan import Strike

UNASKED = 99_999_999
ID = re.compile(rb"<Id>\d+</Id>\n|(?<=[\[ ])\"\d+\", (?=\")")
COUNT = re.compile(rb"(<Count>|\"count\": \")(\d+)")
LAST_TERM = re.compile(rb" (?:AND|OR|NOT) \(?[^()]*\)?(?=</QueryTranslation>)")
Records = list[bytes]


def records(strike: Strike, *, change: Callable[[Strike, Records], Records]) -> Answer:
    """The answer with another list of records."""
    answer = strike.proceed()
    found = [match.group() for match in RECORD.finditer(answer.body)]
    if not found:
        return answer
    start, stop = answer.body.index(found[0]), answer.body.rindex(found[-1]) + len(found[-1])
    body = answer.body[:start] + b"\n".join(change(strike, found)) + answer.body[stop:]
    return replace(answer, body=body)


def pmid_of(raw: bytes) -> int:
    """The PMID of a record."""
    match = PMID_TAG.search(raw)
    return int(match.group(1)) if match else 0


def none_left(strike: Strike, found: Records) -> Records:
    del strike, found
    return []


def without_one(strike: Strike, found: Records) -> Records:
    """All but the record of the fault, or but one by the seed."""
    wanted = strike.fault.pmid or pmid_of(strike.chance.choice(found))
    return [raw for raw in found if pmid_of(raw) != wanted]


def without_last(strike: Strike, found: Records) -> Records:
    del strike
    return found[:-1]


def doubled(strike: Strike, found: Records) -> Records:
    one = _chosen(strike, found)
    return [*found, one]


def reordered(strike: Strike, found: Records) -> Records:
    del strike
    return found[::-1]


def with_unasked(strike: Strike, found: Records) -> Records:
    del strike
    title = "An invented record that nobody asked for."
    return [*found, render.article(Article(UNASKED, title))]


def swapped_for_unasked(strike: Strike, found: Records) -> Records:
    return [*without_one(strike, found), *with_unasked(strike, [])]


def with_book(strike: Strike, found: Records) -> Records:
    del strike
    middle = len(found) // 2
    return [*found[:middle], render.book(Book(UNASKED)), *found[middle:]]


def _chosen(strike: Strike, found: Records) -> bytes:
    wanted = strike.fault.pmid
    return next((raw for raw in found if pmid_of(raw) == wanted), found[0])


def poisoned(strike: Strike, *, poison: bytes) -> Answer:
    """One record with something in its title that a parser may not bear. It is the fault's, or the lowest PMID."""
    wanted = strike.fault.pmid or min(strike.world.corpus.by_pmid, default=0)

    def spoil(_: Strike, found: Records) -> Records:
        return [_poison(raw, poison) if pmid_of(raw) == wanted else raw for raw in found]

    return records(strike, change=spoil)


def _poison(raw: bytes, poison: bytes) -> bytes:
    """The poison goes in front of the first closing tag of a title."""
    return re.sub(rb"(</ArticleTitle>|</BookTitle>)", lambda end: poison + end.group(), raw, count=1)


def edited(strike: Strike, *, change: Callable[[bytes], bytes]) -> Answer:
    """The answer with other bytes."""
    answer = strike.proceed()
    return replace(answer, body=change(answer.body))


def relabelled(strike: Strike, *, media_type: str) -> Answer:
    """The answer under another Content-Type."""
    return replace(strike.proceed(), media_type=media_type)


def latin_1(strike: Strike) -> Answer:
    """Letters beyond ASCII come in another encoding than the XML declaration says."""
    answer = strike.proceed()
    accented = answer.body.decode().replace("</ArticleTitle>", " \N{LATIN SMALL LETTER E WITH ACUTE}</ArticleTitle>")
    return replace(answer, body=accented.encode("latin-1", "replace"))


def doctype(strike: Strike, *, pattern: bytes, replacement: bytes) -> Answer:
    """Another document type."""
    return edited(strike, change=lambda body: re.sub(pattern, replacement, body, count=1))


def zipped(strike: Strike, *, whole: bool) -> Answer:
    """Compressed without being asked."""
    answer = strike.proceed()
    body = gzip.compress(answer.body, mtime=0)
    headers = (*answer.headers, ("Content-Encoding", "gzip"))
    return replace(answer, body=body if whole else body[: len(body) * 2 // 3], headers=headers)


def raw_newline(strike: Strike) -> Answer:
    """A line feed inside a JSON string; XML stays as it is, as there it means nothing."""
    return edited(strike, change=lambda body: body.replace(b'"querytranslation": "', b'"querytranslation": "\n', 1))


def fewer_ids(strike: Strike) -> Answer:
    """One identifier is left out of an ESearch answer that still counts it."""
    return edited(strike, change=lambda body: ID.sub(b"", body, count=1))


def double_id(strike: Strike) -> Answer:
    """The second identifier of an ESearch answer is the first one again."""

    def change(body: bytes) -> bytes:
        first = ID.search(body)
        second = ID.search(body, first.end()) if first else None
        return body[: second.start()] + first.group() + body[second.end() :] if first and second else body

    return edited(strike, change=change)


def grown(strike: Strike) -> Answer:
    """The count of this answer is too high by three."""
    return _counted(strike, 3)


def shrunk(strike: Strike) -> Answer:
    """The count of this answer is too low by three."""
    return _counted(strike, -3)


def _counted(strike: Strike, difference: int) -> Answer:
    def plus(hit: re.Match[bytes]) -> bytes:
        return hit.group(1) + str(max(0, int(hit.group(2)) + difference)).encode()

    return edited(strike, change=lambda body: COUNT.sub(plus, body, count=1))


def shorter_translation(strike: Strike) -> Answer:
    """The last term of the query is gone from QueryTranslation, and no warning says so."""
    return edited(strike, change=lambda body: LAST_TERM.sub(b"", body, count=1))


def no_translation(strike: Strike) -> Answer:
    """QueryTranslation is missing."""
    return edited(strike, change=lambda body: re.sub(rb"<QueryTranslation>.*?</QueryTranslation>", b"", body))


def warned(strike: Strike, *, element: str, phrase: str) -> Answer:
    """Hits, and a warning that a part of the query was dropped."""
    warning = f"<{element}>{phrase}</{element}>".encode()
    outer = b"ErrorList" if element == "PhraseNotFound" else b"WarningList"
    return edited(strike, change=lambda body: _with_warning(body, outer, warning))


def _with_warning(body: bytes, outer: bytes, warning: bytes) -> bytes:
    opening, closing = b"<" + outer + b">", b"</" + outer + b">"
    if opening in body:
        return body.replace(opening, opening + warning)
    before = b"</QueryTranslation>"
    return body.replace(before, before + opening + warning + closing)
