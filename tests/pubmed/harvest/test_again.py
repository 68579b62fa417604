"""Restoring and updating: what PubMed changed since is told, and the lock stays honest."""

from dataclasses import replace

import pytest

from claimbook.model.problems import ProblemsFoundError
from tests.eutils import Corpus, EutilsServer, Fault, Notice
from tests.pubmed.harvest.rehearsal import FIRST, Rehearsal, a_query, article, articles


@pytest.fixture
def rehearsal(tmp_path):
    with EutilsServer(Corpus.of(articles(5))) as server:
        yield Rehearsal(tmp_path, server)


THIRD = "PMID 99000003 'Invented trial of walking backward, part 3.'"
FIRST_ONE = "PMID 99000001 'Invented trial of walking backward, part 1.'"
RETRACTED = replace(article(3), notices=(Notice("RetractionIn", 99_900_001),))


def test_a_restored_lock_is_proved_by_hash(rehearsal):
    rehearsal.search()
    lock = rehearsal.lock_file.read_bytes()
    restored = rehearsal.restore()
    assert restored.proved
    assert restored.lines == (
        "1 of 1 raw answers have the locked hash: the records are the ones that were locked on 2026-11-22T12:00:00Z",
    )
    assert rehearsal.lock_file.read_bytes() == lock


def test_a_retraction_since_the_search_is_told_first(rehearsal):
    rehearsal.search()
    lock = rehearsal.lock_file.read_bytes(), rehearsal.records
    rehearsal.server.revise(replace(article(1), journal="Annals of Invented Tests"))
    rehearsal.server.revise(RETRACTED)
    restored = rehearsal.restore()
    assert not restored.proved
    assert restored.lines == (
        "0 of 1 raw answers have the locked hash",
        f"{THIRD}: is retracted now; notices: added RetractionIn 99900001",
        f"{FIRST_ONE}: journal: 'Journal of Invented Tests' is now 'Annals of Invented Tests'",
        "3 records (PMID 99000002, 99000004, 99000005) in changed answers, with all locked facts unchanged",
    )
    assert (rehearsal.lock_file.read_bytes(), rehearsal.records) == lock


def test_a_deleted_record_is_missing_when_restored(rehearsal):
    rehearsal.search()
    rehearsal.server.withdraw(FIRST)
    assert rehearsal.restore().missing == (FIRST,)


def test_an_update_adds_what_is_new_and_keeps_what_was_found(rehearsal):
    rehearsal.search()
    rehearsal.server.withdraw(FIRST)
    rehearsal.server.revise(RETRACTED)
    rehearsal.server.revise(article(9))
    outcome = rehearsal.later(days=7).update()
    lock, difference = outcome.lock, outcome.difference
    assert lock.pmids == (*range(FIRST, FIRST + 5), FIRST + 8)
    assert (lock.count, lock.deleted, lock.missing, lock.complete) == (5, (FIRST,), (), True)
    (update,) = lock.updates
    assert (update.count, update.added, update.not_found_again) == (5, (FIRST + 8,), (FIRST,))
    assert (lock.asked.when, update.when) == ("2026-11-22T12:00:00Z", "2026-11-29T12:00:00Z")
    assert difference.lines[0].startswith("PMID 99000003 ")
    assert difference.lines[1:] == (
        "1 record (PMID 99000009) new since the last search",
        "1 record (PMID 99000001) not found any more",
        "1 record (PMID 99000001) no longer in PubMed",
    )
    assert len(rehearsal.records) == 6  # what was read of the deleted one is kept
    assert len(rehearsal.later(days=7).update().lock.updates) == 2


def test_an_incomplete_update_leaves_the_lock_alone(rehearsal):
    rehearsal.search()
    before = rehearsal.lock_file.read_bytes()
    rehearsal.server.inject(Fault("F16-for-ever", pmid=FIRST + 1))
    assert "incomplete" in rehearsal.later(days=7).update().failure.reason
    assert rehearsal.lock_file.read_bytes() == before


def test_there_must_be_something_to_update_or_to_restore(rehearsal):
    for ask in (rehearsal.update, rehearsal.restore):
        with pytest.raises(ProblemsFoundError, match="knee"):
            ask()


def test_another_query_is_no_update(rehearsal):
    rehearsal.search()
    with pytest.raises(ProblemsFoundError, match="have changed"):
        rehearsal.asking(query=a_query('"walking"[tiab]')).update()
