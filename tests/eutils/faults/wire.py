"""Faults of the connection: it ends early, hangs, drips, or is reset."""

import re
from dataclasses import replace

from tests.eutils.answers import Answer, Delivery
from tests.eutils.faults.plan import Strike

BEFORE_HEADERS = -1


def no_answer(strike: Strike, *, reset: bool) -> Answer:
    """The connection ends before a single byte of an answer."""
    del strike
    return Answer(b"", delivery=Delivery("close", head=False, reset=reset))


def hangs(strike: Strike, *, in_body: bool) -> Answer:
    """Nothing comes for some seconds, then the rest does."""
    answer = strike.proceed()
    place = len(answer.body) // 2 if in_body else BEFORE_HEADERS
    return replace(answer, delivery=Delivery(pause_at=place, pause=strike.fault.seconds or 0.0))


def drips(strike: Strike) -> Answer:
    """One byte at a time: no single read ever waits long."""
    return replace(strike.proceed(), delivery=Delivery(drip=strike.fault.seconds or 0.0))


def cut_chunked(strike: Strike) -> Answer:
    """The last chunk never comes."""
    answer = strike.proceed()
    return replace(answer, delivery=Delivery(stop_after=len(answer.body) * 2 // 3))


def cut_short_of_length(strike: Strike) -> Answer:
    """The Content-Length promises more than is sent."""
    return replace(strike.proceed(), delivery=Delivery("length", extra_length=500))


def cut_silently(strike: Strike, *, where: str) -> Answer:
    """The end of the connection is the end of the body, so nothing shows that the body is not whole."""
    answer = strike.proceed()
    return replace(answer, delivery=Delivery("close", stop_after=_place(answer.body, where)))


def _place(body: bytes, where: str) -> int:
    """Where the body is cut, behind its middle if there is such a place."""
    patterns = {
        "tag": rb"</\w{3}",
        "between": rb"</Pubmed(?:Book)?Article>",
        "utf8": rb"[\xc2-\xf4](?=[\x80-\xbf])",
        "text": rb"AB  - .{10}|TI  - .{5}",
    }
    ends = [match.end() for match in re.finditer(patterns[where], body)]
    if where == "between":
        ends = ends[:-1]
    return next((end for end in ends if end >= len(body) // 2), ends[-1] if ends else len(body) * 2 // 3)


def reset_in_body(strike: Strike) -> Answer:
    """A TCP reset after half of the body."""
    answer = strike.proceed()
    return replace(answer, delivery=Delivery(stop_after=len(answer.body) // 2, reset=True))
