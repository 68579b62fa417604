"""What searches left is read together with the claims and the table, and a broken file is told with its place."""

import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.project.load import load_article, load_sound
from tests.report.searches import FIRST, failure, lock, pmids, record, verification, write_searched
from tests.synthesis.factory import study

ARIA = study("aria", pmid=str(FIRST))


def test_without_files_nothing_was_asked(tmp_path):
    loaded = load_article(write_searched(tmp_path, ARIA), "demo")
    assert not loaded.evidence.locks
    assert loaded.weighed == loaded.studies
    assert {name: found.state for name, found in loaded.screenings.items()} == {
        "humming": "not searched",
        "sleeping": "not searched",
    }


def test_every_file_is_read(tmp_path):
    files = {"locks": [lock(*pmids(2))], "failures": [failure(claim="sleeping")], "records": map(record, pmids(2))}
    loaded = load_article(write_searched(tmp_path, ARIA, verified=verification(), **files), "demo")
    assert loaded.evidence.locks == {"humming": lock(*pmids(2))}
    assert loaded.evidence.failures == {"sleeping": failure(claim="sleeping")}
    assert loaded.evidence.records == {pmid: record(pmid) for pmid in pmids(2)}
    assert loaded.evidence.verification == verification()
    assert {name: found.state for name, found in loaded.screenings.items()} == {
        "humming": "searched",
        "sleeping": "failed",
    }


def test_a_retraction_changes_what_is_weighed_and_never_the_table(tmp_path):
    project = write_searched(tmp_path, ARIA, locks=[lock(FIRST)], records=[record(FIRST, retracted=True)])
    before = project.studies_file("demo").read_bytes()
    loaded = load_article(project, "demo")
    assert loaded.studies.studies[0].notices == ()
    assert loaded.weighed.studies[0].notices == ("retracted",)
    assert project.studies_file("demo").read_bytes() == before


@pytest.mark.parametrize("line", ["no record", '{"pmid": "0", "title": "x"}', '{"pmid": "99000001"}', "[]", ""])
def test_a_broken_line_is_told_with_its_number(tmp_path, line):
    project = write_searched(tmp_path, ARIA, locks=[lock(FIRST)], records=[record(FIRST)])
    with project.records_file("demo").open("a") as file:
        file.write(f"{line}\n")
    with pytest.raises(ProblemsFoundError) as raised:
        load_sound(project, "demo")
    assert [str(found.place) for found in raised.value.problems] == ["data/demo/records.jsonl:2"]


# A lock that somebody broke stops its own claim; the others are still shown.
def test_a_broken_lock_sets_its_claim_aside(tmp_path):
    project = write_searched(tmp_path, ARIA, locks=[lock(FIRST)])
    project.lock_file("demo", "humming").write_text("article: demo\nclaim: humming\n")
    loaded = load_sound(project, "demo")
    assert list(loaded.unreadable) == ["humming"]
    assert [claim.id for claim in loaded.claims] == ["sleeping"]
