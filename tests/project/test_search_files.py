"""What searches leave beside an article: lost, broken or misplaced files are told by `check`."""

import os
from pathlib import Path

import pytest

from claimbook.model.search import Asked, RecordFacts, SearchLock
from claimbook.project.checks import check_project
from claimbook.project.documents import parse_files
from claimbook.pubmed.lock.drift import drifted_locks
from claimbook.pubmed.lock.files import write_lock
from tests.project.miniature import printed, write_project

ASKED = Asked(interface="NCBI E-utilities", tool="claimbook 0.1.0, Biopython 1.88", when="2026-11-22T12:00:00Z")


PMIDS = (99_000_001, 99_000_002, 99_000_003)


def lock(project, article="demo", claim="knee", query="walking[tiab]", pmids=(), **more):
    found = {"query": query, "count": len(pmids), "pmids": pmids, **more}
    write_lock(project, SearchLock(article=article, claim=claim, asked=ASKED, **found))
    return project


def write_records(project, *lines):
    project.records_file("demo").write_text("".join(f"{line}\n" for line in lines))


def record(pmid):
    return RecordFacts(pmid=str(pmid), title="Invented").model_dump_json(exclude_defaults=True)


@pytest.mark.parametrize(
    ("article", "claim", "code"),
    [("demo", "kne", "unknown-claim"), ("dmo", "knee", "unknown-article")],
)
def test_a_search_of_nothing_that_exists_is_named(tmp_path, article, claim, code):
    found = check_project(lock(write_project(tmp_path), article, claim)).problems
    assert [each.code for each in found] == [code]
    assert "Did you mean" in found[0].message


def test_a_renamed_lock_is_noticed(tmp_path):
    project = lock(write_project(tmp_path))
    path = project.lock_file("demo", "knee")
    path.write_text(path.read_text().replace("claim: knee", "claim: hip").replace("article: demo", "article: x"))
    assert [found.code for found in check_project(project).problems] == ["wrong-id", "wrong-id"]


def test_lost_records_are_found_by_check_before_a_report_meets_them(tmp_path):
    # protects: from records that were received and lost here, shown as titles that nobody has seen
    project = lock(write_project(tmp_path), pmids=PMIDS, missing=PMIDS[2:])
    assert printed(check_project(project).problems) == (
        "data/demo/search/knee.yaml 2 of the 2 records of this search are not in records.jsonl  [lost-records]\n"
        "   get that file back from version control, or search again: claimbook search knee\n"
    )
    write_records(project, record(PMIDS[0]))
    assert [found.message[:6] for found in check_project(project).problems] == ["1 of t"]
    write_records(project, *map(record, PMIDS[:2]))
    assert check_project(project).problems == ()


def test_a_truncated_line_of_records_is_told_with_its_number(tmp_path):
    project = lock(write_project(tmp_path), pmids=PMIDS)
    write_records(project, record(PMIDS[0]), record(PMIDS[1])[:-9])
    (found,) = check_project(project).problems
    assert (found.code, str(found.place)) == ("bad-record", "data/demo/records.jsonl:2")
    assert "remove it and search again" in found.hint


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo])
def test_records_that_are_no_file_are_told_as_such(tmp_path, make):
    # protects: a traceback, or a check that waits forever; nobody is told that records were lost, which is not known
    project = lock(write_project(tmp_path), pmids=PMIDS)
    make(project.records_file("demo"))
    assert printed(check_project(project).problems) == (
        "data/demo/records.jsonl a text file is expected here, not a folder or a device  [not-a-file]\n"
    )


def test_a_lock_of_other_search_words_has_drifted(tmp_path):
    project = lock(write_project(tmp_path), query="running[tiab]")
    assert printed(drifted_locks(parse_files(project, "demo"))) == (
        "data/demo/search/knee.yaml the search words of 'knee' have changed since its search of 2026-11-22"
        "  [drifted-lock]\n   search again: claimbook search knee\n"
    )
