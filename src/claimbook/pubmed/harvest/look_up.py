"""The first half of a search: which PMIDs answer the query, and what PubMed made of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Protocol

from claimbook.model.search import Warned
from claimbook.project.words import visible
from claimbook.pubmed.client.answers import Found
from claimbook.pubmed.client.errors import NotUnderstoodError
from claimbook.pubmed.harvest.ledger import Ledger
from claimbook.pubmed.harvest.slices import NotAddingUpError, Whole, whole_set

TRIES = 2
"""A count that changes in the midst of a search is asked for once more, from the start."""
_LONGEST = 3_000


class Searches(Protocol):
    """Who asks PubMed for PMIDs."""

    def search(self, term: str) -> Found:
        """Count, and at most 9,999 PMIDs; raises SearchFailedError where no whole answer comes."""
        ...


@dataclass(frozen=True)
class Sought:
    """The fixed set of PMIDs of a search, with PubMed's own words about the query."""

    whole: Whole
    translation: str | None
    warnings: tuple[Warned, ...]


@dataclass(frozen=True)
class _Hits:
    """One answer as the ledger keeps it."""

    count: int
    pmids: tuple[int, ...]
    translation: str | None
    warnings: tuple[tuple[str, str], ...]


def look_up(query: str, eutils: Searches, ledger: Ledger) -> Sought:
    """Every PMID that the query finds; taken from the ledger as far as it was asked already.

    Raises:
        SearchFailedError: PubMed does not answer, or its answers contradict each other twice.
    """
    complaints: list[str] = []
    for attempt in range(1, TRIES + 1):
        asking = _Asking(eutils, ledger, attempt)
        try:
            return _sought(query, asking, whole_set(asking.ask, query))
        except NotAddingUpError as error:
            complaints.append(str(error))
    ledger.forget("search-*.json")
    reason = f"the search does not add up, {TRIES} times in a row: {complaints[-1]}"
    raise NotUnderstoodError(reason, hint="PubMed may be renewing its index; search again in an hour")


@dataclass(frozen=True)
class _Asking:
    """Asks each query once; the ledger keeps the answers, also for a run that was stopped."""

    eutils: Searches
    ledger: Ledger
    attempt: int

    def ask(self, query: str) -> _Hits:
        name = f"search-{self.attempt}-{hashlib.sha256(query.encode()).hexdigest()[:16]}"
        if (held := self.ledger.note(name)) is not None:
            warnings = tuple((kind, text) for kind, text in held["warnings"])
            return _Hits(held["count"], tuple(held["pmids"]), held["translation"], warnings)
        found = self.eutils.search(query)
        warnings = tuple((one.kind, one.text) for one in found.warnings)
        hits = _Hits(found.count, tuple(found.pmids), found.translation, warnings)
        self.ledger.write_note(name, asdict(hits))
        return hits


def _sought(query: str, asking: _Asking, whole: Whole) -> Sought:
    first = asking.ask(query)
    return Sought(whole, first.translation, tuple(_warned(first.warnings)))


def _warned(warnings: Sequence[tuple[str, str]]) -> list[Warned]:
    found = [Warned(kind=one_line(kind) or "unnamed", text=one_line(text) or "(no text)") for kind, text in warnings]
    return list(dict.fromkeys(found))


def one_line(text: str, longest: int = _LONGEST) -> str:
    """A text of a server as a file may hold it: in one line, visible and not endless."""
    plain = visible(" ".join(text.split()))
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"
