"""How a search ended, and the lock that comes of it. Pure: nothing here asks or writes."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from claimbook.model.search import Altered, RecordFacts, SearchFailure, SearchLock, Update
from claimbook.pubmed.harvest.alterations import accepted, altered
from claimbook.pubmed.harvest.batches import Gathered
from claimbook.pubmed.harvest.changes import OTHER, Difference, changes, some_pmids
from claimbook.pubmed.harvest.ledger import Run
from claimbook.pubmed.harvest.look_up import Sought, one_line
from claimbook.pubmed.harvest.request import Request, asked_in


@dataclass(frozen=True)
class Before:
    """The lock that stood when a run began, with the facts of its records; both empty for a first search."""

    lock: SearchLock | None = None
    facts: dict[int, RecordFacts] = field(default_factory=dict)


@dataclass(frozen=True)
class Harvest:
    """Everything that one run found."""

    run: Run
    sought: Sought
    gathered: Gathered
    altered: Altered


@dataclass(frozen=True)
class Locked:
    """The search succeeded; the lock is on disk."""

    lock: SearchLock
    difference: Difference
    warnings: tuple[str, ...] = ()
    """What a person should know of it, one sentence each."""

    @property
    def needs_attention(self) -> bool:
        """Whether PubMed searched for other words than were sent, or has retracted or doubted a locked record since."""
        unaccepted = set(self.lock.altered.everything) - set(self.lock.accepted)
        return bool(unaccepted) or any(change.weight < OTHER for change in self.difference.changed)


@dataclass(frozen=True)
class Failed:
    """The search failed; the lock of an earlier search stands as it was. Nothing is known about the number of hits."""

    failure: SearchFailure
    hint: str
    """What to do next."""
    down: bool = False
    """Whether PubMed itself does not answer, so that another search would fail as well."""


Outcome = Locked | Failed


def first_lock(request: Request, harvest: Harvest) -> SearchLock:
    """The lock of a search that replaces whatever was locked before."""
    whole = harvest.sought.whole
    return SearchLock(
        **_said(request, harvest),
        asked=asked_in(harvest.run),
        count=whole.count,
        slices=whole.slices,
        pmids=whole.pmids,
    )


def updated_lock(request: Request, harvest: Harvest, old: SearchLock) -> SearchLock:
    """The old lock with what is new; what was found once stays, whether or not it is found again.

    Query, first date, count and slices stay those of the first search; translation and warnings are the newest.
    """
    found = frozenset(harvest.sought.whole.pmids)
    update = Update(
        when=harvest.run.when,
        count=harvest.sought.whole.count,
        added=tuple(sorted(found - set(old.pmids))),
        not_found_again=tuple(sorted(set(old.pmids) - found)),
    )
    return SearchLock(
        **_said(request, harvest),
        asked=old.asked,
        count=old.count,
        slices=old.slices,
        pmids=union(old, found),
        deleted=deleted(harvest),
        updates=(*old.updates, update),
    )


def _said(request: Request, harvest: Harvest) -> dict[str, Any]:
    """What every lock says of the run that wrote it."""
    return {
        "article": request.article,
        "claim": request.claim,
        "query": request.query.text,
        "translation": _translation(harvest),
        "warnings": harvest.sought.warnings,
        "altered": harvest.altered,
        "accepted": accepted(request.query, harvest.altered),
        "missing": missing(harvest),
        "unreadable": harvest.gathered.unreadable,
        "batches": harvest.gathered.batches,
    }


def union(old: SearchLock | None, found: Collection[int]) -> tuple[int, ...]:
    """Everything that was ever found, in ascending order."""
    return tuple(sorted({*(old.pmids if old else ()), *found}))


def missing(harvest: Harvest) -> tuple[int, ...]:
    """Found by this search, and not delivered."""
    found = frozenset(harvest.sought.whole.pmids)
    return tuple(pmid for pmid in harvest.gathered.missing if pmid in found)


def deleted(harvest: Harvest) -> tuple[int, ...]:
    """Locked by an earlier search, and neither found nor delivered now."""
    found = frozenset(harvest.sought.whole.pmids)
    return tuple(pmid for pmid in harvest.gathered.missing if pmid not in found)


def difference(harvest: Harvest, before: Before) -> Difference:
    """The search compared with the lock before it; nothing where there was none."""
    if before.lock is None:
        return Difference()
    found, known = set(harvest.sought.whole.pmids), set(before.lock.pmids)
    return Difference(
        new=tuple(sorted(found - known)),
        gone=tuple(sorted(known - found)),
        deleted=deleted(harvest),
        changed=changes(before.facts, harvest.gathered.facts),
    )


def lost(harvest: Harvest) -> str | None:
    """Which records were found and are not here, in one clause; None where all are."""
    parts = (
        (missing(harvest), "not delivered, though asked for twice"),
        (harvest.gathered.unreadable, "delivered broken"),
    )
    return "; ".join(f"{some_pmids(pmids)} {said}" for pmids, said in parts if pmids) or None


def warnings_of(lock: SearchLock, unexpected: Collection[int]) -> tuple[str, ...]:
    """What a person should know of a search that was locked."""
    told: list[str] = []
    if lock.translation is None:
        told.append("PubMed did not say how it translated the query")
    told += [f"accepted by the claim file: {term}" for term in lock.accepted]
    told += [
        f"{term} does not appear in the query as PubMed translated it"
        for term in lock.altered.not_in_translation
        if term not in lock.accepted
    ]
    if unexpected:
        told.append(f"{some_pmids(unexpected)} came without being asked for; not used")
    if not lock.complete:
        told.append(f"locked without {some_pmids((*lock.missing, *lock.unreadable))}")
    return tuple(told)


def failed(request: Request, run: Run, reason: str, hint: str) -> Failed:
    """A search that ended without a lock, in one sentence."""
    failure = SearchFailure(
        article=request.article,
        claim=request.claim,
        asked=asked_in(run),
        query=request.query.text,
        reason=one_line(reason),
    )
    return Failed(failure, hint)


def altered_by(request: Request, sought: Sought) -> Altered:
    """Where PubMed searched for something else than it was asked, in words that a file may hold."""
    change = altered(request.query, sought.translation, sought.warnings)
    return Altered(dropped=change.dropped, not_in_translation=tuple(map(one_line, change.not_in_translation)))


def _translation(harvest: Harvest) -> str | None:
    text = harvest.sought.translation
    return one_line(text, 100_000) or None if text else None
