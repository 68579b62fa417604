"""``claimbook search`` and ``claimbook verify`` as a person types them, against the local server."""

import json
import os
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claimbook.cli import app
from claimbook.model.problems import ProblemsFoundError
from claimbook.project.documents import parse_failure, parse_lock
from claimbook.project.layout import Project, find_project
from claimbook.pubmed.harvest.ledger import alone
from tests import demo_search
from tests.eutils import Article, Corpus, EutilsServer, Fault
from tests.pubmed.client.conftest import only_this_machine, own_folder

__all__ = ["only_this_machine", "own_folder"]  # fixtures that hold for every test here

EMAIL, KEY = "reader@example.org", "0123456789abcdefTESTKEY"
FIRST = 99_000_001
CLAIMS = ("humming", "tapping")


def claim(name, **search):
    outcome = {
        "id": "pain",
        "name": "knee pain",
        "kind": "continuous",
        "direction": "lower",
        "better": "lower",
        "wording": {"strength": "direct", "phrases": ["Hum the pain away"]},
    }
    return {
        "id": name,
        "heading": "Hum the pain away",
        "statement": f"{name.title()} lowers knee pain.",
        "intervention": name,
        "purpose": "treat",
        "primary": "pain",
        "outcomes": [outcome],
        "concepts": {name: {"terms": [name]}},
        "search": {"intervention": [name], **search},
    }


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content), encoding="utf-8")


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Two claims without an evidence table, which a search does not need."""
    root = tmp_path / "project"
    write(root / "claims/demo/article.yaml", {"id": "demo", "title": "Hum yourself well", "claims": list(CLAIMS)})
    for name in CLAIMS:
        write(root / f"claims/demo/{name}.yaml", claim(name))
    monkeypatch.chdir(root)
    return Project(root)


@pytest.fixture
def serve(monkeypatch):
    """A server that the environment names, as a user would name another one."""
    servers = []

    def start(records, *faults):
        server = EutilsServer(Corpus.of(records), faults=faults).__enter__()
        servers.append(server)
        monkeypatch.setenv("CLAIMBOOK_EUTILS_URL", server.base)
        monkeypatch.setenv("CLAIMBOOK_EMAIL", EMAIL)
        monkeypatch.setenv("CLAIMBOOK_API_KEY", KEY)
        return server

    yield start
    for server in servers:
        server.__exit__(None, None, None)


def type_in(*words):
    """What the command printed, and its exit status; neither key nor email may ever be printed."""
    result = CliRunner().invoke(app, list(words), catch_exceptions=True)
    error = result.exception
    told = result.output + (str(error) if error and not isinstance(error, SystemExit) else "")
    assert KEY not in told
    assert EMAIL not in told
    if isinstance(error, ProblemsFoundError):
        return told, 2
    assert error is None or isinstance(error, SystemExit), error
    return told, result.exit_code


def records(*names):
    return [Article(FIRST + number, title=f"Invented trial of {name}.") for number, name in enumerate(names)]


def table(article):
    """An evidence table of which nothing is known but how it came to be."""
    collection = {
        "date": "2026-01-31",
        "method": "Invented for a test.",
        "level": "Invented abstracts.",
        "pubmed_search": "not run",
        "registries": "none",
        "coded_by": "project",
    }
    return {"article": article, "collection": collection, "studies": []}


def lock(project, name):
    return parse_lock(project, "demo", name).sound()


def test_every_claim_is_searched_and_locked(project, serve):
    serve(records("humming", "humming", "tapping", "whistling"))
    told, status = type_in("search")
    assert status == 0
    assert "demo/humming: locked: 2 found, 2 of 2 records here" in told
    assert "demo/tapping: locked: 1 found, 1 of 1 records here" in told
    assert lock(project, "humming").pmids == (FIRST, FIRST + 1)
    lines = project.records_file("demo").read_text().splitlines()
    assert [json.loads(line)["pmid"] for line in lines] == [str(FIRST + number) for number in range(3)]


def test_raw_answers_hide_themselves_from_git(project, serve):
    # protects: `git add .` in a folder of one's own, where no .gitignore names .claimbook/
    serve(records(*CLAIMS))
    type_in("search", "humming")
    private = project.root / ".claimbook"
    assert list(private.rglob("*.xml"))
    assert "*" in (private / ".gitignore").read_text().splitlines()


@pytest.mark.parametrize("kind", [(), ("--restore",)])
def test_a_claim_that_another_process_searches_for_does_not_stop_the_others(project, serve, kind):
    # protects: two people, or a person and CI, who search at once
    serve(records(*CLAIMS))
    type_in("search")
    with alone(project.ledger_dir("demo", "humming")):
        told, status = type_in("search", *kind)
    assert status == 1
    assert "demo/humming: not searched: another search for the claim 'humming' is running" in told
    assert "next: wait until it has ended" in told
    assert "demo/tapping: locked: " in told or "demo/tapping: 1 of 1 raw answers have the locked hash" in told


def test_a_table_that_another_process_checks_does_not_stop_the_others(project, serve):
    # protects: two people who verify at once; nobody is told that a search is running
    serve([])
    for article in ("demo", "other"):
        write(project.article_file(article), {"id": article, "title": "Hum yourself well", "claims": list(CLAIMS)})
        write(project.studies_file(article), table(article))
    with alone(project.verifying_dir("demo")):
        told, status = type_in("verify")
    assert status == 1
    assert "demo: not checked: another check of the table of 'demo' is running" in told
    assert "next: wait until it has ended" in told
    assert "other: the table is empty" in told


def test_nothing_found_is_a_good_lock_that_says_zero(project, serve):
    serve(records("whistling"))
    told, status = type_in("search", "humming")
    assert (status, lock(project, "humming").count) == (0, 0)
    assert "demo/humming: locked: 0 found" in told


def test_a_named_claim_alone_is_searched(project, serve):
    serve(records("humming", "tapping"))
    assert type_in("search", "tapping")[1] == 0
    assert project.locked_ids("demo") == ("tapping",)


@pytest.mark.usefixtures("project")
def test_without_an_email_the_next_step_is_told_and_nobody_is_asked(monkeypatch):
    for name in list(os.environ):
        if name.startswith(("CLAIMBOOK_", "NCBI_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_CONFIG_HOME", tempfile.gettempdir())
    for verb in (["search"], ["verify"]):
        told, status = type_in(*verb)
        assert status == 2
        if verb == ["search"]:
            assert "PubMed asks every program for an email address, and none is set" in told


def test_every_mistake_is_found_before_the_first_request(project, serve):
    # protects: a search that stops half-way because the last claim has a mistake
    server = serve(records("humming"))
    write(project.claim_file("demo", "tapping"), claim("tapping") | {"concepts": {"tapping": {"terms": ["ta*"]}}})
    told, status = type_in("search")
    assert status == 2
    assert "ta*" in told
    assert server.journal == ()
    assert type_in("search", "humming")[1] == 0, "the mistake of another claim does not matter"


def test_a_failed_search_keeps_the_lock_and_the_others_are_not_tried(project, serve):
    # protects: an outage that looks like "nothing found", here or in the lock
    serve(records("humming", "tapping"))
    assert type_in("search")[1] == 0
    before = {name: project.lock_file("demo", name).read_bytes() for name in CLAIMS}
    facts = project.records_file("demo").read_bytes()
    serve([], "F2-503-for-ever")
    told, status = type_in("search", "--deadline", "1")
    assert status == 1
    assert "demo/humming: FAILED:" in told
    assert "demo/tapping: not tried, because PubMed does not answer" in told
    assert not re.search(r"\b0 (found|records)", told)
    assert {name: project.lock_file("demo", name).read_bytes() for name in CLAIMS} == before
    assert project.records_file("demo").read_bytes() == facts
    assert parse_failure(project, "demo", "humming").sound().reason
    assert project.failed_ids("demo") == ("humming",), "what was not tried has not failed"
    serve(records("humming"))
    assert type_in("search", "humming")[1] == 0
    assert project.failed_ids("demo") == ()


def test_a_record_that_never_comes_is_named_and_nothing_is_locked_unless_accepted(project, serve):
    serve(records("humming", "humming"), Fault("F16-for-ever", pmid=FIRST + 1))
    told, status = type_in("search", "humming")
    assert status == 1
    assert str(FIRST + 1) in told
    assert "--accept-missing" in told
    assert project.locked_ids("demo") == ()
    assert type_in("search", "humming", "--accept-missing")[1] == 0
    assert lock(project, "humming").missing == (FIRST + 1,)


def test_an_update_adds_and_says_what_is_new(project, serve):
    server = serve(records("humming"))
    assert type_in("search", "humming")[1] == 0
    server.revise(Article(FIRST + 7, title="Another invented trial of humming."))
    told, status = type_in("search", "humming", "--update")
    assert status == 0
    assert f"1 record (PMID {FIRST + 7}) new since the last search" in told
    assert lock(project, "humming").pmids == (FIRST, FIRST + 7)


def test_a_retraction_since_the_last_search_needs_attention(project, serve):
    server = serve(records("humming"))
    assert type_in("search", "humming")[1] == 0
    server.revise(
        Article(FIRST, title="Invented trial of humming.", types=("Journal Article", "Retracted Publication"))
    )
    told, status = type_in("search", "humming", "--update")
    assert status == 1
    assert "is retracted now" in told
    assert lock(project, "humming").count == 1


def test_a_restore_proves_or_says_what_changed(project, serve):
    server = serve(records("humming"))
    assert type_in("search", "humming")[1] == 0
    locked = project.lock_file("demo", "humming").read_bytes()
    shutil.rmtree(project.root / ".claimbook")
    told, status = type_in("search", "humming", "--restore")
    assert (status, "1 of 1 raw answers have the locked hash" in told) == (0, True)
    server.revise(Article(FIRST, title="Invented trial of humming, corrected."))
    told, status = type_in("search", "humming", "--restore")
    assert status == 1
    assert "0 of 1 raw answers have the locked hash" in told
    assert "corrected" in told
    assert project.lock_file("demo", "humming").read_bytes() == locked


def test_update_and_restore_exclude_each_other(project):
    told, status = type_in("search", "--update", "--restore", "-p", str(project.root))
    assert status == 2
    assert "exclude each other" in told


def test_check_finds_a_lock_whose_words_have_changed_since(project, serve):
    serve(records("humming"))
    write(project.studies_file("demo"), table("demo"))
    assert type_in("search", "humming")[1] == 0
    assert type_in("check")[1] == 0
    write(project.claim_file("demo", "humming"), claim("humming") | {"concepts": {"humming": {"terms": ["humm*"]}}})
    told, status = type_in("check")
    assert status == 1
    assert "drifted-lock" in told
    # protects: the last line of a check never says that all is well where the exit status does not
    assert told.rstrip().splitlines()[-1].endswith("no mistakes, 1 finding needs attention")


def test_key_and_email_are_in_no_file(project, serve):
    serve(records("humming", "tapping"), "F32-429", "F32-echo")
    type_in("search")
    type_in("search", "--update")
    files = [path for path in project.root.rglob("*") if path.is_file()]
    files += [path for path in Path(tempfile.gettempdir()).rglob("*") if path.is_file()]
    assert files
    for path in files:
        assert KEY.encode() not in path.read_bytes(), path
        assert EMAIL.encode() not in path.read_bytes(), path


@pytest.mark.slow
def test_the_rehearsal_shows_a_newcomer_the_whole_way(tmp_path, monkeypatch, capfd):
    monkeypatch.chdir(tmp_path)
    assert demo_search.main(Path("demo")) == 0
    told = capfd.readouterr().out
    claims = find_project(Path(__file__)).claim_ids(demo_search.ARTICLE)
    for name in claims:
        found = parse_lock(Project(tmp_path / "demo"), demo_search.ARTICLE, name).sound()
        assert found.is_rehearsal
        assert found.count == len(found.pmids) > 0
        assert f"{demo_search.ARTICLE}/{name}: locked: {found.count} found" in told
        page = (tmp_path / "demo/reports" / demo_search.ARTICLE / f"{name}.html").read_text(encoding="utf-8")
        assert "rehearsal" in page
    assert "pages built; open demo/reports/index.html" in told  # as it can be typed from here
    assert "FAILED" not in told
