import pytest

from claimbook.pubmed.harvest.news import Note
from claimbook.pubmed.harvest.outcome import Failed, Locked
from claimbook.pubmed.lock.files import read_lock
from tests.eutils import Corpus, EutilsServer, Fault, busiest_second
from tests.pubmed.harvest.rehearsal import FIRST, KEY, Rehearsal, a_query, article, articles, bulk

TWO_TERMS = '"invented"[tiab] AND ("walking"[tiab] OR "body battery"[tiab])'


@pytest.fixture
def rehearse(tmp_path):
    """Start a server with these records and faults, and a project that asks it."""
    servers = []

    def start(records, *faults, **options):
        switches = options.pop("switches", {})
        server = EutilsServer(Corpus.of(records), faults, **switches)
        servers.append(server.__enter__())
        return Rehearsal(tmp_path / f"project-{len(servers)}", server, **options)

    yield start
    for server in servers:
        assert busiest_second(server.journal) <= (10 if server.journal[0].key else 3)
        assert all(entry.method == "POST" and entry.email and entry.tool for entry in server.journal)
        server.__exit__(None, None, None)


@pytest.mark.parametrize(
    ("count", "slices", "batches"), [(0, 0, 0), (1, 0, 1), (201, 0, 2), (9_998, 0, 50), (9_999, 0, 50)]
)
def test_a_set_within_the_wall_is_found_by_one_search(rehearse, count, slices, batches):
    rehearsal = rehearse([bulk(count)] if count else [])
    lock = rehearsal.search().lock
    assert (lock.count, len(lock.pmids), lock.retrieved, len(lock.slices)) == (count, count, count, slices)
    assert (len(rehearsal.asked("esearch")), len(rehearsal.asked("efetch")), len(lock.batches)) == (1, batches, batches)
    assert read_lock(rehearsal.project, "demo", "knee") == lock
    assert len(rehearsal.records) == count


@pytest.mark.parametrize("count", [10_000, 10_001, 25_000])
def test_a_set_beyond_the_wall_is_sliced_and_proved(rehearse, count):
    rehearsal = rehearse([bulk(count)])
    lock = rehearsal.search().lock
    assert lock.pmids == tuple(range(FIRST, FIRST + count))
    assert sum(part.count for part in lock.slices) == lock.count == lock.retrieved == count
    assert all(len(entry.ids) <= 200 for entry in rehearsal.asked("efetch"))


def test_the_lock_says_that_it_is_a_rehearsal(rehearse):
    lock = rehearse(articles(1)).search().lock
    assert lock.is_rehearsal
    assert lock.asked.interface.endswith(", not NCBI")


def test_a_count_that_changes_is_asked_for_once_more(rehearse):
    # F20, F21: the first answer contradicts itself, the second one is the truth
    for fault in ("F20-count-grows", "F20-count-shrinks", "F21-fewer-ids", "F21-double-id"):
        rehearsal = rehearse(articles(5), fault)
        assert rehearsal.search().lock.count == 5, fault
        assert len(rehearsal.asked("esearch")) == 2, fault


def test_a_search_that_never_adds_up_fails(rehearse):
    rehearsal = rehearse(articles(5), Fault("F21-fewer-ids", times=0))
    failed = rehearsal.search()
    assert isinstance(failed, Failed)
    assert "5 hits counted, 5 PMIDs due, 4 sent" in failed.failure.reason
    assert not rehearsal.lock_file.exists()
    assert rehearsal.failure_file.exists()


def test_a_set_that_changes_between_slices_is_noticed(rehearse):
    rehearsal = rehearse([bulk(10_001)], Fault("F20-grows", requests=(19,)))
    assert rehearsal.search().lock.count in {10_001, 10_002}
    assert len(rehearsal.asked("esearch")) >= 19


@pytest.mark.parametrize("fault", ["F16-one-missing", "F16-last-missing", "F8-empty-set", "F17-swapped"])
def test_what_is_missing_once_is_asked_for_again(rehearse, fault):
    rehearsal = rehearse(articles(5), fault)
    lock = rehearsal.search().lock
    assert (lock.complete, lock.retrieved) == (True, 5)
    assert len(rehearsal.asked("efetch")) == 2


def test_what_never_comes_keeps_the_search_from_being_locked(rehearse):
    rehearsal = rehearse(articles(205), Fault("F16-for-ever", pmid=FIRST + 7))
    failed = rehearsal.search()
    assert failed.failure.reason == (
        "the search is incomplete: 1 record (PMID 99000008) not delivered, though asked for twice"
    )
    assert "--accept-missing" in failed.hint
    assert not rehearsal.lock_file.exists()
    accepted = rehearsal.search(accept_missing=True)
    assert (accepted.lock.missing, accepted.lock.retrieved, accepted.lock.complete) == ((FIRST + 7,), 204, False)
    assert accepted.warnings == ("locked without 1 record (PMID 99000008)",)
    assert not rehearsal.failure_file.exists()
    ids = [len(entry.ids) for entry in rehearsal.asked("efetch")]
    assert ids == [200, 1, 5, 1]  # the second run asked for nothing but what was missing


def test_many_missing_records_are_named_shortly(rehearse):
    rehearsal = rehearse([bulk(30)], Fault("F14-capped"))
    failed = rehearsal.search()
    assert isinstance(failed, Failed)


@pytest.mark.parametrize("fault", ["F17-double", "F17-reordered"])
def test_doubled_and_reordered_records_count_once(rehearse, fault):
    rehearsal = rehearse(articles(5), fault)
    lock = rehearsal.search().lock
    assert (lock.retrieved, lock.batches[0].records, len(rehearsal.records)) == (5, 5, 5)


@pytest.mark.parametrize("fault", ["F17-unasked", "F17-book"])
def test_records_that_nobody_asked_for_are_named_and_not_used(rehearse, fault):
    rehearsal = rehearse(articles(5), fault)
    outcome = rehearsal.search()
    assert outcome.warnings == ("1 record (PMID 99999999) came without being asked for; not used",)
    assert not any("99999999" in line for line in rehearsal.records)
    assert outcome.lock.pmids == tuple(range(FIRST, FIRST + 5))


@pytest.mark.parametrize("fault", ["F18-control", "F18-utf8", "F18-prefix", "F18-entity", "F18-unclosed"])
def test_one_bad_record_loses_nothing_but_itself(rehearse, fault):
    bad = FIRST + 77
    rehearsal = rehearse(articles(205), Fault(fault, pmid=bad))
    failed = rehearsal.search()
    assert isinstance(failed, Failed)
    assert "1 record (PMID 99000078) delivered broken" in failed.failure.reason
    lock = rehearsal.search(accept_missing=True).lock
    assert (lock.unreadable, lock.missing, lock.retrieved) == ((bad,), (), 204)
    assert len(rehearsal.records) == 204


@pytest.mark.parametrize("fault", ["F18-math", "F18-element"])
def test_what_only_looks_bad_is_read(rehearse, fault):
    assert rehearse(articles(5), Fault(fault, pmid=FIRST)).search().lock.complete


@pytest.mark.parametrize("fault", ["F28-dropped", "F28-not-found", "F28-ignored"])
def test_a_query_that_pubmed_altered_is_not_locked(rehearse, fault):
    rehearsal = rehearse(articles(5), fault, query=a_query(TWO_TERMS))
    failed = rehearsal.search()
    assert failed.failure.reason.startswith("PubMed left out or did not find what it was asked for: ")
    assert "under 'search: accept'" in failed.hint
    assert (rehearsal.lock_file.exists(), rehearsal.asked("efetch")) == (False, [])
    assert rehearsal.search().lock.count == 5  # asked anew: PubMed's mistake of then is not kept


def test_an_altered_query_that_the_claim_accepts_is_locked_and_says_so(rehearse):
    rehearsal = rehearse(
        articles(5),
        query=a_query(TWO_TERMS, accepted=("body battery",)),
        switches={"phrases_outside_index": frozenset({"body battery"})},
    )
    outcome = rehearsal.search()
    assert isinstance(outcome, Locked)
    assert outcome.lock.altered.dropped == ('"body battery"[tiab]',)
    assert outcome.lock.accepted == ('"body battery"[tiab]',)
    assert outcome.warnings == ('accepted by the claim file: "body battery"[tiab]',)


def test_a_term_that_only_the_translation_lacks_is_a_warning(rehearse):
    rehearsal = rehearse(articles(5), "F28-translation", query=a_query('"invented"[tiab] AND "walking"[tiab]'))
    outcome = rehearsal.search()
    assert outcome.lock.altered.not_in_translation == ('"walking"[tiab]',)
    assert outcome.warnings == ('"walking"[tiab] does not appear in the query as PubMed translated it',)


def test_a_missing_translation_is_told(rehearse):
    outcome = rehearse(articles(5), "F28-no-translation").search()
    assert outcome.lock.translation is None
    assert outcome.warnings == ("PubMed did not say how it translated the query",)


@pytest.mark.parametrize("fault", ["F5-for-ever", "F4-unknown", "F23-403", "F26-efetch"])
def test_a_failed_search_leaves_the_old_lock_alone(rehearse, fault):
    rehearsal = rehearse(articles(5))
    rehearsal.search()
    old = rehearsal.lock_file.read_bytes(), rehearsal.records
    rehearsal.server.inject(Fault(fault, times=0, **({"seconds": 10**9} if fault.startswith("F26") else {})))
    failed = rehearsal.later(days=2).search()
    assert isinstance(failed, Failed)
    assert (rehearsal.lock_file.read_bytes(), rehearsal.records) == old
    assert "0 records" not in rehearsal.failure_file.read_text()
    assert rehearsal.failure_file.exists()


def test_after_an_outage_the_run_goes_on_where_it_stopped(rehearse):
    # F26: finished batches are not asked for again
    rehearsal = rehearse(articles(450), Fault("F26-efetch", requests=tuple(range(2, 100)), seconds=7_200))
    assert isinstance(rehearsal.search(), Failed)
    rehearsal.server.clock.advance(hours=3)
    assert rehearsal.search().lock.retrieved == 450
    good = [entry for entry in rehearsal.asked("efetch") if entry.status == 200]
    assert [len(entry.ids) for entry in good] == [200, 200, 50]
    assert len(rehearsal.asked("esearch")) == 1
    assert Note("going on with the search that began at 2026-11-22T12:00:00Z") in rehearsal.news


def test_a_search_again_tells_the_difference_to_the_last_one(rehearse):
    rehearsal = rehearse(articles(5))
    rehearsal.search()
    rehearsal.server.withdraw(FIRST)
    rehearsal.server.revise(article(9))
    difference = rehearsal.later(days=7).search().difference
    assert (difference.new, difference.gone) == ((FIRST + 8,), (FIRST,))
    assert difference.lines == (
        "1 record (PMID 99000009) new since the last search",
        "1 record (PMID 99000001) not found any more",
    )
    assert len(rehearsal.records) == 5


def test_no_secret_is_written_anywhere(rehearse, tmp_path):
    # F32: key and email in no file, news or failure, though a server repeats the key
    rehearsal = rehearse(articles(205), "F1-200", Fault("F16-for-ever", pmid=FIRST), key=KEY)
    failed = rehearsal.search()
    rehearsal.search(accept_missing=True)
    rehearsal.server.inject(Fault("F4-unknown", times=0))
    again = rehearsal.later(days=2).search()
    said = f"{failed}{again}{rehearsal.news}"
    written = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    for secret in (KEY, "reader@example.org"):
        assert secret not in said
        assert secret.encode() not in written
