"""A whole table against the local server: what is asked, what is written, and what a failure leaves."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from claimbook.project.documents import parse_verified
from claimbook.pubmed.client import BackendDownError, Eutils, NotUnderstoodError, Patience, Secret, Settings
from claimbook.pubmed.verify.check import Table, verify_article
from tests.eutils import Article, Corpus, EutilsServer, Fault, Notice
from tests.project.miniature import write_project
from tests.pubmed.client.setting import check_manners
from tests.synthesis.factory import study

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
FIRST = 99_000_001
KEY = "0123456789abcdefTESTKEY"


def title(number):
    return f"Invented trial of humming, part {number}"


def row(number, **changes):
    return study(f"study-{number}", "favours", title=title(number), **({"year": 2020, "pmid": None} | changes))


def served(number, **changes):
    return Article(FIRST + number, **({"title": f"{title(number)}."} | changes))


@pytest.fixture
def check(tmp_path):
    """Check these studies against a server with these records; the project stays the same within a test."""
    project = write_project(tmp_path)
    before = project.studies_file("demo").read_bytes()

    def run(studies, records, *faults, look=None):
        with EutilsServer(Corpus.of(records), faults=faults) as server:
            settings = Settings("reader@example.org", Secret(KEY), base=server.base, timeout=3, deadline=200)
            patience = Patience(now=server.clock.now, sleep=server.clock.sleep, chance=lambda: 0.5)
            table = Table(project, "demo", tuple(studies), now=lambda: NOON)
            try:
                found = verify_article(table, Eutils(settings, patience=patience), lambda _: None)
            finally:
                assert project.studies_file("demo").read_bytes() == before, "a fact of the table was edited"
                check_manners(server.journal, key=True)
                if look is not None:
                    look.extend(server.journal)
        return {one.study: one for one in found.studies}

    run.project = project
    return run


def test_every_study_gets_one_of_five_words_in_the_order_of_the_table(check):
    studies = [
        row(1, pmid=str(FIRST + 1)),
        row(2, pmid=str(FIRST + 2), year=1999),
        row(3, doi="10.9999/three"),
        row(4, pmid=str(FIRST + 4)),
        row(5),
        row(6, doi="10.9999/nowhere"),
    ]
    found = check(studies, [served(1), served(2), served(3, doi="10.9999/THREE"), served(9)])
    assert list(found) == [f"study-{number}" for number in range(1, 7)]
    results = ["agrees", "differs", "agrees", "not found", "no identifier", "not found"]
    assert [one.result for one in found.values()] == results
    assert found["study-3"].pmid == str(FIRST + 3)


def test_the_file_reads_back_as_it_was_found(check):
    found = check([row(1, pmid=str(FIRST + 1)), row(5)], [served(1)])
    read = parse_verified(check.project, "demo").sound()
    assert {one.study: one for one in read.studies} == found
    assert read.asked.when == "2026-11-22T12:00:00Z"
    assert read.asked.interface.endswith("not NCBI")


def test_retraction_concern_and_correction_are_recorded_with_their_places(check):
    notices = (Notice("RetractionIn", FIRST + 50), Notice("ExpressionOfConcernIn"), Notice("ErratumIn", FIRST + 51))
    found = check([row(1, pmid=str(FIRST + 1))], [served(1, notices=notices)])["study-1"]
    assert found.result == "agrees"
    assert [(one.kind, one.pmid) for one in found.notices] == [
        ("retracted", str(FIRST + 50)),
        ("concern", None),
        ("corrected", str(FIRST + 51)),
    ]


def test_a_hundred_dois_cost_a_handful_of_requests(check):
    # protects: PubMed's servers, and the time of the person who waits
    studies = [row(number, doi=f"10.9999/{number}") for number in range(1, 101)]
    journal = []
    found = check(studies, [served(number, doi=f"10.9999/{number}") for number in range(1, 101)], look=journal)
    assert {one.result for one in found.values()} == {"agrees"}
    assert [entry.endpoint for entry in journal] == ["esearch", "esearch", "efetch"]


def test_a_record_that_came_late_is_asked_for_again(check):
    found = check([row(1, pmid=str(FIRST + 1)), row(2, pmid=str(FIRST + 2))], [served(1), served(2)], "F16-one-missing")
    assert {one.result for one in found.values()} == {"agrees"}


def test_one_broken_record_is_not_checked_and_the_others_are(check):
    studies = [row(number, pmid=str(FIRST + number)) for number in (1, 2, 3)]
    found = check(studies, [served(1), served(2), served(3)], Fault("F18-control", pmid=FIRST + 2))
    assert [one.result for one in found.values()] == ["agrees", "not checked", "agrees"]


def test_a_failed_check_writes_nothing_and_keeps_the_last_one(check):
    # protects: "not checked" must never look like "checked, nothing found" (and the other way round)
    studies, records = [row(1, pmid=str(FIRST + 1))], [served(1)]
    with pytest.raises(BackendDownError):
        check(studies, records, Fault("F2-503", times=0))
    assert not check.project.verified_file("demo").exists()
    check(studies, records)
    kept = check.project.verified_file("demo").read_bytes()
    with pytest.raises(BackendDownError):
        check([row(1, pmid=str(FIRST + 2))], records, Fault("F2-503", times=0))
    assert check.project.verified_file("demo").read_bytes() == kept


def test_dois_that_pubmed_reads_as_something_else_are_not_taken_for_an_answer(check):
    # protects: a search for a DOI that becomes a search for its words, and finds the wrong record
    records = [served(number, title="Every record has the word that the other server looks for") for number in range(9)]

    class Stray:
        """Finds every record for any question."""

        def __init__(self, inner):
            self.inner = inner
            self.settings = inner.settings
            self.fetch = inner.fetch

        def search(self, term):
            return replace(self.inner.search("every[ti]"), count=9) if "[aid]" in term else self.inner.search(term)

    with EutilsServer(Corpus.of(records)) as server:
        settings = Settings("reader@example.org", base=server.base)
        patience = Patience(now=server.clock.now, sleep=server.clock.sleep)
        table = Table(check.project, "demo", (row(1, doi="10.9999/a"),), now=lambda: NOON)
        with pytest.raises(NotUnderstoodError, match="9 records for 1 DOIs"):
            verify_article(table, Stray(Eutils(settings, patience=patience)), lambda _: None)


def test_the_key_is_in_nothing_that_was_written(check):
    check([row(1, pmid=str(FIRST + 1), doi="10.9999/a")], [served(1, doi="10.9999/a")], "F32-echo")
    for path in check.project.root.rglob("*"):
        if path.is_file():
            assert KEY.encode() not in path.read_bytes(), path
