"""Locked records fetched again, and proved by hash to be the ones that were locked. The lock stays as it is."""

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from time import monotonic

from claimbook.model.problems import problem
from claimbook.model.search import Batch, RecordFacts, SearchLock
from claimbook.pubmed.client.errors import UnknownIdsError, UnreadableError
from claimbook.pubmed.harvest.answers import Part, nothing_of, read_part
from claimbook.pubmed.harvest.changes import Change, changes, some_pmids
from claimbook.pubmed.harvest.ledger import Ledger, Order, RunKind, alone, open_ledger
from claimbook.pubmed.harvest.news import Note, Progress, Tell
from claimbook.pubmed.harvest.request import TOOL, PubMed, Request, interface_of
from claimbook.pubmed.lock.files import lock_text, read_lock
from claimbook.pubmed.lock.records import read_facts
from claimbook.pubmed.parse import NotRecordsError

_RESTORING: tuple[RunKind, ...] = ("restore",)
_EVERY_RUN: tuple[RunKind, ...] = ("search", "update", "restore")


@dataclass(frozen=True)
class Restored:
    """How the records of a lock compare with what PubMed delivers for them now."""

    lock: SearchLock
    agreeing: int
    """Batches whose bytes have the locked hash."""
    changed: tuple[Change, ...] = ()
    """Records with other facts than locked, newly retracted ones first."""
    missing: tuple[int, ...] = ()
    """Locked as received, not delivered or not readable now."""
    touched: tuple[int, ...] = ()
    """Records of batches with another hash whose facts all agree: PubMed changed something that is not among them."""

    @property
    def proved(self) -> bool:
        """Whether every raw answer is, byte for byte, the one that was locked."""
        return self.agreeing == len(self.lock.batches)

    @property
    def lines(self) -> tuple[str, ...]:
        """What a person is told, the gravest first."""
        batches = f"{self.agreeing:,} of {len(self.lock.batches):,} raw answers have the locked hash"
        if self.proved:
            return (f"{batches}: the records are the ones that were locked on {self.lock.searched_last}",)
        told = [batches, *map(str, self.changed)]
        if self.missing:
            told.append(f"{some_pmids(self.missing)} not delivered any more")
        if self.touched:
            told.append(f"{some_pmids(self.touched)} in changed answers, with all locked facts unchanged")
        return tuple(told)


def restore_claim(request: Request, eutils: PubMed, tell: Tell) -> Restored:
    """Fetch every locked raw answer again into ``.claimbook/`` and compare it with the lock.

    Raises:
        ProblemsFoundError: there is no lock, or it is of another server than the one that is asked.
        SearchFailedError: PubMed does not answer; the next call goes on where this one stopped.
    """
    lock = _lock_to_restore(request, eutils)
    subject = hashlib.sha256(lock_text(lock).encode()).hexdigest()
    with alone(request.home):
        order = Order("restore", lock.query, lock.asked.interface, subject)
        opened = open_ledger(request.home, order, TOOL, request.now())
        for text in opened.left:
            tell(Note(text))
        parts = list(_fetched(lock, eutils, opened.ledger, tell))
        restored = _compared(lock, read_facts(request.project, request.article), parts)
        opened.ledger.finish(replaces=_EVERY_RUN if restored.proved else _RESTORING)
        return restored


def _lock_to_restore(request: Request, eutils: PubMed) -> SearchLock:
    lock = read_lock(request.project, request.article, request.claim)
    if lock is None:
        message = f"the claim '{request.claim}' has no lock to restore"
        raise problem("no-lock", message, hint=f"search first: claimbook search {request.claim}")
    if lock.asked.interface != interface_of(eutils.settings):
        message = f"the lock of '{request.claim}' is of another server: {lock.asked.interface}"
        raise problem("other-server", message, hint="ask that server, or search anew")
    return lock


def _fetched(lock: SearchLock, eutils: PubMed, ledger: Ledger, tell: Tell) -> Iterator[Part]:
    """Each batch as PubMed delivers it now; from the ledger where an interrupted run has it already."""
    begun, requests, fetched, done = monotonic(), 0, 0, 0
    total = sum(len(asked_for(lock, batch)) for batch in lock.batches)
    for number, batch in enumerate(lock.batches, start=1):
        some = asked_for(lock, batch)
        body = ledger.raw(f"{number:05}")
        if body is None:
            requests, fetched = requests + 1, fetched + len(some)
            body = _delivered(some, batch, eutils)
            ledger.keep_raw(f"{number:05}", body)
        done += len(some)
        yield _part(some, body)
        tell(Progress(done, total, fetched, requests, monotonic() - begun))


def _delivered(some: tuple[int, ...], batch: Batch, eutils: PubMed) -> bytes:
    """The answer for a batch, asked for once more where records are missing in it; empty where PubMed has none."""
    body = b""
    for _ in range(2):
        try:
            body = eutils.fetch(some).body
        except (UnknownIdsError, UnreadableError):
            continue
        if len(_part(some, body).facts) >= batch.records:
            break
    return body


def asked_for(lock: SearchLock, batch: Batch) -> tuple[int, ...]:
    """The PMIDs that a batch was asked for."""
    start, stop = bisect_left(lock.pmids, batch.first), bisect_right(lock.pmids, batch.last)
    return batch.asked or lock.pmids[start:stop]


def _part(some: tuple[int, ...], body: bytes) -> Part:
    try:
        return read_part(some, body)
    except NotRecordsError:
        return nothing_of(some)


def _compared(lock: SearchLock, known: dict[int, RecordFacts], parts: list[Part]) -> Restored:
    pairs = list(zip(lock.batches, parts, strict=True))
    other = [part for batch, part in pairs if part.sha256 != batch.sha256]
    now = {pmid: one for part in other for pmid, one in part.facts.items()}
    all_now = {pmid for part in parts for pmid in part.facts}
    expected = {pmid for batch, _ in pairs for pmid in asked_for(lock, batch)}
    changed = changes(known, now)
    different = {change.pmid for change in changed}
    lost = {*lock.missing, *lock.unreadable, *lock.deleted}
    return Restored(
        lock,
        agreeing=len(pairs) - len(other),
        changed=changed,
        missing=tuple(sorted(expected - all_now - lost)),
        touched=tuple(sorted(now.keys() - different)),
    )
