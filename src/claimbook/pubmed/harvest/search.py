"""The whole search of one claim, from the query to the lock. It either ends with a lock or says why it failed."""

from dataclasses import replace

from claimbook.model.problems import problem
from claimbook.model.search import RecordFacts, SearchLock
from claimbook.pubmed.client.errors import NOBODY_ANSWERS, SearchFailedError
from claimbook.pubmed.harvest.alterations import refused
from claimbook.pubmed.harvest.batches import AGAIN, gather
from claimbook.pubmed.harvest.ledger import Ledger, RunKind, alone, open_ledger
from claimbook.pubmed.harvest.look_up import look_up
from claimbook.pubmed.harvest.news import Note, Tell
from claimbook.pubmed.harvest.outcome import (
    Before,
    Failed,
    Harvest,
    Locked,
    Outcome,
    altered_by,
    difference,
    failed,
    first_lock,
    lost,
    union,
    updated_lock,
    warnings_of,
)
from claimbook.pubmed.harvest.request import TOOL, PubMed, Request, interface_of
from claimbook.pubmed.lock.files import read_lock
from claimbook.pubmed.lock.records import lock_with_facts, read_facts, write_failure


def search_claim(request: Request, eutils: PubMed, tell: Tell) -> Outcome:
    """Search anew: the lock, if there is one, is replaced, and what differs from it is told.

    A run that was stopped is gone on with. Only when every record that was found is there (or ``accept_missing``) and
    PubMed searched for what it was asked (or the claim file accepts what it dropped) is the lock written.

    Raises:
        ProblemsFoundError: another process searches for this claim, or a file of the project cannot be read or written.
    """
    return _run("search", request, eutils, tell)


def update_claim(request: Request, eutils: PubMed, tell: Tell) -> Outcome:
    """Search again and add what is new; what was found once stays locked.

    Raises:
        ProblemsFoundError: as ``search_claim``; or there is nothing to update, or it was found by another query.
    """
    lock = read_lock(request.project, request.article, request.claim)
    if lock is None:
        message = f"the claim '{request.claim}' was not searched yet"
        raise problem("no-lock", message, hint="search first, without --update")
    if lock.query != request.query.text:
        message = f"the search words of '{request.claim}' have changed since its search"
        raise problem("query-changed", message, hint="search anew, without --update")
    if lock.asked.interface != interface_of(eutils.settings):
        message = f"the lock of '{request.claim}' is of another server: {lock.asked.interface}"
        raise problem("other-server", message, hint="search anew, without --update")
    return _run("update", request, eutils, tell)


def _run(kind: RunKind, request: Request, eutils: PubMed, tell: Tell) -> Outcome:
    with alone(request.home):
        order = request.order(kind, interface_of(eutils.settings))
        opened = open_ledger(request.home, order, TOOL, request.now())
        for text in opened.left:
            tell(Note(text))
        if opened.resumed:
            tell(Note(f"going on with the search that began at {opened.ledger.run.when}"))
        before = _before(request, opened.ledger)
        outcome = _searched(request, eutils, opened.ledger, before, tell)
        if isinstance(outcome, Failed):
            write_failure(request.project, outcome.failure)
        return outcome


def _searched(request: Request, eutils: PubMed, ledger: Ledger, before: Before, tell: Tell) -> Outcome:
    try:
        harvest = _harvest(request, eutils, ledger, before, tell)
    except SearchFailedError as error:
        return replace(failed(request, ledger.run, str(error), error.hint), down=isinstance(error, NOBODY_ANSWERS))
    if isinstance(harvest, Failed):
        return harvest
    if (losses := lost(harvest)) and not request.accept_missing:
        ledger.forget(f"*{AGAIN}*")
        ledger.forget("*-refused.json")
        hint = "search again: only these records are asked for; --accept-missing locks the search without them"
        return failed(request, ledger.run, f"the search is incomplete: {losses}", hint)
    return _locked(request, ledger, harvest, before)


def _harvest(request: Request, eutils: PubMed, ledger: Ledger, before: Before, tell: Tell) -> Harvest | Failed:
    """Look up the PMIDs, see whether PubMed searched for what it was asked, then fetch every record."""
    sought = look_up(request.query.text, eutils, ledger)
    change = altered_by(request, sought)
    if dropped := refused(request.query, change):
        ledger.discard()
        return _dropped(request, ledger, dropped)
    update_of = before.lock if ledger.run.order.kind == "update" else None
    gathered = gather(union(update_of, sought.whole.pmids), eutils, ledger, tell)
    return Harvest(ledger.run, sought, gathered, change)


def _dropped(request: Request, ledger: Ledger, dropped: tuple[str, ...]) -> Failed:
    terms = ", ".join(dropped)
    reason = f"PubMed left out or did not find what it was asked for: {terms}; its hits do not answer the query"
    hint = "change the term; or, if PubMed is known not to have it, add it under 'search: accept' in the claim file"
    return failed(request, ledger.run, reason, hint)


def _locked(request: Request, ledger: Ledger, harvest: Harvest, before: Before) -> Locked:
    old = before.lock if ledger.run.order.kind == "update" else None
    lock = updated_lock(request, harvest, old) if old else first_lock(request, harvest)
    lock_with_facts(request.project, lock, harvest.gathered.facts)
    ledger.finish(replaces=("search", "update", "restore"))
    return Locked(lock, difference(harvest, before), warnings_of(lock, harvest.gathered.unexpected))


def _before(request: Request, ledger: Ledger) -> Before:
    """The lock that stood when the run began; kept in the ledger, so that a resumed run ends as an unbroken one."""
    if (held := ledger.note("before")) is not None:
        lock = SearchLock.model_validate_json(held["lock"]) if held["lock"] else None
        facts = [RecordFacts.model_validate_json(line) for line in held["facts"]]
        return Before(lock, {int(one.pmid): one for one in facts})
    lock = read_lock(request.project, request.article, request.claim)
    known = read_facts(request.project, request.article) if lock else {}
    facts_before = {pmid: known[pmid] for pmid in (lock.pmids if lock else ()) if pmid in known}
    lines = [one.model_dump_json(exclude_defaults=True) for one in facts_before.values()]
    ledger.write_note("before", {"lock": lock.model_dump_json() if lock else None, "facts": lines})
    return Before(lock, facts_before)
