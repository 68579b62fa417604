"""Faults of what the server remembers: sets that are lost, records that change, orders that drift."""

import re
from dataclasses import replace

from tests.eutils.answers import Answer
from tests.eutils.faults.plan import Strike
from tests.eutils.faults.spoiled import Records, edited, pmid_of, records

FIRST_ID = re.compile(rb'(?:<Id>|<PMID[^>]*>|"idlist": \["|^)(\d+)')


def history_lost(strike: Strike) -> Answer:
    """Every WebEnv is forgotten before this request is answered."""
    strike.world.history.forget()
    return strike.proceed()


def other_set(strike: Strike) -> Answer:
    """The query key stands for another set from now on."""
    strike.world.history.shift_keys()
    return strike.proceed()


def other_webenv(strike: Strike) -> Answer:
    """The answer names a WebEnv that nobody knows."""
    return edited(strike, change=lambda body: re.sub(rb"MCID_[0-9a-f]{24}", b"MCID_" + b"0" * 24, body))


def appears(strike: Strike) -> Answer:
    """A record much like the first hit enters the database before this request is answered."""
    like = _first(strike.proceed())
    strike.world.alter(
        lambda corpus: corpus.copied(like, max(corpus.by_pmid) + 1) if like in corpus.by_pmid else corpus
    )
    return strike.proceed()


def vanishes(strike: Strike) -> Answer:
    """The fault's record, or the first of the answer, leaves the database before this request is answered."""
    gone = strike.fault.pmid or _first(strike.proceed())
    strike.world.alter(lambda corpus: corpus.withdrawn(gone))
    return strike.proceed()


def merged(strike: Strike) -> Answer:
    """The fault's record, or the first of the answer, is merged into another one (the lowest or highest PMID)."""
    gone = strike.fault.pmid or _first(strike.proceed())
    into = next(pmid for pmid in (*strike.world.corpus.pmids[:1], *strike.world.corpus.pmids[-1:]) if pmid != gone)
    strike.world.alter(lambda corpus: corpus.withdrawn(gone, into))
    return strike.proceed()


def _first(answer: Answer) -> int:
    """The first PMID of an answer, whichever utility gave it; 0 if it names none."""
    match = FIRST_ID.search(answer.body)
    return int(match.group(1)) if match else 0


def rewritten(strike: Strike, *, pattern: bytes, replacement: bytes) -> Answer:
    """The fault's record, or the first one, comes in another state."""

    def change(_: Strike, found: Records) -> Records:
        wanted = strike.fault.pmid or pmid_of(found[0])
        return [re.sub(pattern, replacement, raw, count=1) if pmid_of(raw) == wanted else raw for raw in found]

    return records(strike, change=change)


def capped(strike: Strike, *, size: int) -> Answer:
    """The page is cut to ``size`` without a word, whatever was asked for."""
    query = re.sub(r"retmax=\d+", f"retmax={size}", strike.call.target)
    body = re.sub(rb"retmax=\d+", f"retmax={size}".encode(), strike.call.body)
    return strike.respond(replace(strike.call, target=query, body=body), strike.world)
