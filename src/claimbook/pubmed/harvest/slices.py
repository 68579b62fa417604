"""Every PMID of a query, however many there are, and the proof that none is missing.

PubMed shows at most 9,999 hits of one query. A larger set is cut by bisecting the range of PMIDs: exact, additive and
without the traps of dates, which overlap and crowd on the first of each month.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from claimbook.model.search import Slice

CAP = 9_999
"""Most PMIDs that PubMed gives for one query, whatever its manual says."""
HIGHEST = 999_999_999


class Hits(Protocol):
    """What the search of one query answers: how many hits, and the PMIDs of at most ``CAP`` of them."""

    @property
    def count(self) -> int:
        """Hits as PubMed counted them."""
        ...

    @property
    def pmids(self) -> tuple[int, ...]:
        """The first of them, in PubMed's order."""
        ...


Ask = Callable[[str], Hits]


@dataclass(frozen=True)
class Whole:
    """The whole set of a query: its hits, its PMIDs in ascending order, and the parts it was taken in."""

    count: int
    pmids: tuple[int, ...]
    slices: tuple[Slice, ...] = ()
    """Empty where one answer held every PMID."""


class NotAddingUpError(Exception):
    """Counts and PMIDs of one search contradict each other; says which."""


def whole_set(ask: Ask, query: str, cap: int = CAP) -> Whole:
    """All PMIDs that a query finds, where one answer holds at most ``cap`` of them.

    Raises:
        NotAddingUpError: the answers contradict each other, as they do when PubMed is updated in between.
    """
    hits = ask(query)
    if hits.count <= cap:
        return Whole(hits.count, tuple(sorted(_all_of(hits, "the search"))))
    parts = [
        (part, _within(part, hits))
        for part, hits in _Cutting(ask, query, cap).parts(Slice(first=1, last=HIGHEST, count=hits.count))
    ]
    return _proved(hits.count, parts)


def slice_query(query: str, first: int, last: int) -> str:
    """The same query, for a range of PMIDs only."""
    return f"({query}) AND {first}:{last}[uid]"


@dataclass(frozen=True)
class _Cutting:
    """Cuts ranges of PMIDs at the middle until each part fits into one answer."""

    ask: Ask
    query: str
    cap: int

    def parts(self, whole: Slice) -> Iterator[tuple[Slice, Hits]]:
        """The parts of a range with their hits; the right half is expected to hold what the left one does not."""
        if whole.count == 0:
            return
        if whole.count <= self.cap:
            yield whole, self.ask(slice_query(self.query, whole.first, whole.last))
            return
        left, hits = self._left_half(whole)
        if 0 < left.count <= self.cap:
            yield left, hits
        else:
            yield from self.parts(left)
        yield from self.parts(Slice(first=left.last + 1, last=whole.last, count=whole.count - left.count))

    def _left_half(self, whole: Slice) -> tuple[Slice, Hits]:
        if whole.first == whole.last:
            raise NotAddingUpError(f"PubMed counted {whole.count:,} hits for the one PMID {whole.first}")
        middle = (whole.first + whole.last) // 2
        hits = self.ask(slice_query(self.query, whole.first, middle))
        if hits.count > whole.count:
            around = f"more than the {whole.count:,} of the range around it"
            raise NotAddingUpError(f"the range from {whole.first} to {middle} had {hits.count:,} hits, {around}")
        return Slice(first=whole.first, last=middle, count=hits.count), hits


def _proved(count: int, parts: list[tuple[Slice, tuple[int, ...]]]) -> Whole:
    """The parts together: their counts make up the whole, and so do their distinct PMIDs."""
    slices = tuple(part for part, _ in parts)
    total = sum(part.count for part in slices)
    pmids = sorted({pmid for _, found in parts for pmid in found})
    if total != count:
        raise NotAddingUpError(f"the slices have {total:,} hits together, the whole search has {count:,}")
    if len(pmids) != count:
        raise NotAddingUpError(f"the slices hold {len(pmids):,} different PMIDs, the whole search has {count:,} hits")
    return Whole(count, tuple(pmids), slices)


def _within(part: Slice, hits: Hits) -> tuple[int, ...]:
    """The PMIDs of one slice, which must be as many as expected and lie inside it."""
    name = f"the slice of PMIDs {part.first} to {part.last}"
    if hits.count != part.count:
        raise NotAddingUpError(f"{name} has {hits.count:,} hits where {part.count:,} were left for it")
    pmids = _all_of(hits, name)
    if any(not part.first <= pmid <= part.last for pmid in pmids):
        raise NotAddingUpError(f"{name} holds PMIDs of another range")
    return pmids


def _all_of(hits: Hits, name: str) -> tuple[int, ...]:
    if not len(hits.pmids) == len(set(hits.pmids)) == hits.count:
        given = f"{len(hits.pmids):,} PMIDs, {len(set(hits.pmids)):,} of them different"
        raise NotAddingUpError(f"{name} has {hits.count:,} hits and gave {given}")
    return tuple(hits.pmids)
