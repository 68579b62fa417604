import pytest

from claimbook.model.search import Asked, SearchLock
from claimbook.project.checks import check_project
from claimbook.project.documents import parse_files
from claimbook.pubmed.lock.drift import drifted_locks
from claimbook.pubmed.lock.files import write_lock
from tests.project.miniature import printed, write_project

ASKED = Asked(interface="NCBI E-utilities", tool="claimbook 0.1.0, Biopython 1.88", when="2026-11-22T12:00:00Z")


def lock(project, article="demo", claim="knee", query="walking[tiab]"):
    write_lock(project, SearchLock(article=article, claim=claim, asked=ASKED, query=query, count=0, pmids=()))
    return project


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


def test_a_lock_of_other_search_words_has_drifted(tmp_path):
    project = lock(write_project(tmp_path), query="running[tiab]")
    assert printed(drifted_locks(parse_files(project, "demo"))) == (
        "data/demo/search/knee.yaml the search words of 'knee' have changed since its search of 2026-11-22"
        "  [drifted-lock]\n   search again: claimbook search knee\n"
    )
