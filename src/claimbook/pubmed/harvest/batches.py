"""Every record of a fixed set of PMIDs, in batches, each on disk before it is read."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from time import monotonic
from typing import Protocol

from claimbook.model.search import Batch, RecordFacts
from claimbook.pubmed.client.answers import Answer
from claimbook.pubmed.client.errors import UnknownIdsError, UnreadableError
from claimbook.pubmed.harvest.answers import Part, broken, nothing_of, read_part
from claimbook.pubmed.harvest.ledger import Ledger
from claimbook.pubmed.harvest.news import Progress, Tell
from claimbook.pubmed.parse import NotRecordsError

BATCH = 200
"""Most records of one request (NBK25499: more than 200 identifiers go by POST; all of ours do)."""
AGAIN = "-again"


class Fetches(Protocol):
    """Who asks PubMed for records."""

    def fetch(self, pmids: Sequence[int | str]) -> Answer:
        """At most 200 records; raises SearchFailedError where no whole answer comes."""
        ...


@dataclass(frozen=True)
class Gathered:
    """All records of a set, compared with it. pmids = facts + missing + unreadable."""

    facts: dict[int, RecordFacts]
    missing: tuple[int, ...]
    unreadable: tuple[int, ...]
    unexpected: tuple[int, ...]
    batches: tuple[Batch, ...]


def gather(pmids: Sequence[int], eutils: Fetches, ledger: Ledger, tell: Tell) -> Gathered:
    """Fetch every record that the ledger does not hold yet.

    Args:
        pmids: in ascending order.
        eutils: who asks.
        ledger: holds what was received before the run was stopped, and takes what is received now.
        tell: hears of the progress after each batch.

    Raises:
        SearchFailedError: PubMed does not answer; what was received stays in the ledger.
    """
    fetching = _Fetching(eutils, ledger)
    parts: list[Part] = []
    for done, some in _portions(pmids):
        parts += _all_parts(some, fetching)
        tell(Progress(done, len(pmids), fetching.fetched, fetching.requests, monotonic() - fetching.begun))
    return _together(pmids, parts)


@dataclass
class _Fetching:
    """Asks for what is not in the ledger, and counts what it asked for."""

    eutils: Fetches
    ledger: Ledger
    begun: float = field(default_factory=monotonic)
    fetched: int = 0
    requests: int = 0

    def part(self, some: Sequence[int], suffix: str) -> Part | None:
        """One answer, from the ledger or from PubMed; None where it cannot be read."""
        name = f"{some[0]}-{some[-1]}{suffix}"
        if self.ledger.note(f"{name}-refused") is not None:
            return None
        held = self.ledger.raw(name)
        try:
            if held is None:
                held = self._asked(some)
                self.ledger.keep_raw(name, held)
            part = read_part(some, held)
        except UnknownIdsError:
            return nothing_of(some)
        except (UnreadableError, NotRecordsError) as error:
            self.ledger.write_note(f"{name}-refused", str(error))
            return None
        if self.ledger.note(name) != part.note():
            self.ledger.write_note(name, part.note())
        return part

    def _asked(self, some: Sequence[int]) -> bytes:
        self.requests += 1
        body = self.eutils.fetch(some).body
        self.fetched += len(some)
        return body


def _portions(pmids: Sequence[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Parts of at most ``BATCH`` PMIDs, with the number of PMIDs up to their end."""
    rest, done = iter(pmids), 0
    while some := tuple(islice(rest, BATCH)):
        done += len(some)
        yield done, some


def _all_parts(some: tuple[int, ...], fetching: _Fetching) -> list[Part]:
    """A batch, and once more what was not in it."""
    parts = list(_split_until_read(some, "", fetching))
    for group in tuple(_to_ask_again(parts)):
        parts += _split_until_read(group, AGAIN, fetching)
    return parts


def _split_until_read(some: tuple[int, ...], suffix: str, fetching: _Fetching) -> Iterator[Part]:
    """The answer for these records; where it stays unreadable, its halves, down to the one record that breaks it."""
    part = fetching.part(some, suffix)
    if part is not None:
        yield part
    elif len(some) == 1:
        yield broken(some[0])
    else:
        middle = len(some) // 2
        yield from _split_until_read(some[:middle], suffix, fetching)
        yield from _split_until_read(some[middle:], suffix, fetching)


def _to_ask_again(parts: Sequence[Part]) -> Iterator[tuple[int, ...]]:
    """What is asked for once more: missing records together, those that may be broken each alone."""
    rest = [pmid for part in parts for pmid in part.missing]
    if any(part.nameless for part in parts):
        yield from ((pmid,) for pmid in rest)
    elif rest:
        yield tuple(rest)
    yield from ((pmid,) for part in parts if part.size for pmid in sorted(part.unreadable))


def _together(pmids: Sequence[int], parts: Sequence[Part]) -> Gathered:
    facts: dict[int, RecordFacts] = {}
    for part in parts:
        facts |= {pmid: one for pmid, one in part.facts.items() if pmid not in facts}
    bad = {pmid for part in parts for pmid in _broken_in(part)} - facts.keys()
    return Gathered(
        facts=facts,
        missing=tuple(pmid for pmid in pmids if pmid not in facts and pmid not in bad),
        unreadable=tuple(sorted(bad)),
        unexpected=tuple(sorted({pmid for part in parts for pmid in part.unexpected})),
        batches=tuple(part.batch(_between(pmids, part)) for part in parts if part.facts),
    )


def _broken_in(part: Part) -> frozenset[int]:
    """Records that this answer holds broken; one asked for alone needs no name in it."""
    alone = len(part.requested) == 1 and part.nameless
    return part.unreadable | (frozenset(part.requested) if alone else frozenset())


def _between(pmids: Sequence[int], part: Part) -> tuple[int, ...]:
    start, stop = bisect_left(pmids, part.requested[0]), bisect_right(pmids, part.requested[-1])
    return tuple(pmids[start:stop])
