"""The whole way with real kernels: a miniature article in, the same pages out wherever and however they are built."""

import json
import re
import socket
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.project.layout import Project
from claimbook.project.load import load_sound
from claimbook.report.page.publish import MADE
from claimbook.report.page.site import Order, build_site, notebook_path
from claimbook.report.run import runner
from claimbook.report.run.results import NotebookFailed, Succeeded, ToolFailed
from tests.browser.quick import write_pages
from tests.report.demo import HOSTILE, STUDIES, write_demo
from tests.report.guard import sitecustomize
from tests.report.miniatures import PARAMETERS, notebook
from tests.report.pages import Read, is_well_formed
from tests.synthesis.factory import study

PAGES = ("demo/humming.html", "demo/index.html", "demo/sleeping.html", "about.html", "index.html", "methods.html")
GUARD = Path(sitecustomize.__file__).parent


def order(project, out, **changes):
    return Order(project, [load_sound(project, "demo")], out, **changes)


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Two builds: two projects in different folders, two pages at once and one at a time, nothing but this machine."""
    folders = [tmp_path_factory.mktemp(name) for name in ("here", "there")]
    hostile = study("script", title=HOSTILE, authors="Alto A", population=HOSTILE, p="<0.05", harms=HOSTILE)
    log, progress = folders[0] / "network.log", []
    connect, look_up = sitecustomize.refuse(log)
    try:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("PYTHONPATH", str(GUARD))
            patch.setenv("CLAIMBOOK_TEST_GUARD", str(log))
            for folder, workers in zip(folders, (2, 1), strict=True):
                project = write_demo(folder, *STUDIES, hostile)
                summary = build_site(order(project, folder / "reports", workers=workers), progress.append)
                assert not summary.failed
    finally:
        socket.socket.connect, socket.getaddrinfo = connect, look_up
    return {"out": [folder / "reports" for folder in folders], "log": log, "progress": progress, "folders": folders}


def files(out):
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.rglob("*")) if path.is_file()}


pages = pytest.mark.parametrize("name", PAGES)
pytestmark = pytest.mark.slow


def test_two_builds_are_the_same_bytes(built):
    first, second = (files(out) for out in built["out"])
    books = {name.replace(".html", ".ipynb") for name in PAGES if name.startswith("demo/")}
    taken = {name for name in first if name.startswith("demo/exports/")}
    assert set(first) - taken == {*PAGES, *books, MADE}
    assert {name.split("/")[2] for name in taken} == {"humming", "sleeping", "index"}
    assert [name for name in first if first[name] != second[name]] == []


def test_the_quick_way_of_the_browser_tests_gives_the_same_pages(built, tmp_path):
    # protects: the browser tests from looking at pages that nobody gets
    project = Project(built["folders"][0])
    write_pages(project, ["demo"], tmp_path)
    first = files(built["out"][0])
    assert [name for name in PAGES if (tmp_path / name).read_bytes() != first[name]] == []


def test_nothing_outside_this_machine_was_asked(built):
    assert not built["log"].exists()


def test_the_guard_itself_works(tmp_path):
    connect, look_up = sitecustomize.refuse(tmp_path / "log")
    try:
        with pytest.raises(ConnectionRefusedError, match=r"look up example\.org"):
            socket.create_connection(("example.org", 80))
    finally:
        socket.socket.connect, socket.getaddrinfo = connect, look_up
    assert (tmp_path / "log").read_text() == "look up example.org\n"


def test_progress_tells_every_page_as_it_ends(built):
    assert sorted(result.job.name for result in built["progress"]) == sorted(
        ["demo/humming", "demo/sleeping", "demo/index"] * 2
    )
    assert all(isinstance(result, Succeeded) for result in built["progress"])


def test_nothing_names_the_machine_or_the_clock(built):
    private = [str(folder) for folder in built["folders"]] + [str(Path.home())]
    for name, content in files(built["out"][0]).items():
        text = content.decode()
        assert not [place for place in private if re.search(rf"{re.escape(place)}(?![\w-])", text)], name
        assert not re.search(r"ipykernel|papermill(?!</td>)|\d\d:\d\d:\d\d", text), name


@pages
def test_pages_have_landmarks_and_one_heading(built, name):
    html = files(built["out"][0])[name].decode()
    read = Read(html)
    assert is_well_formed(html)
    assert [len(read.all(tag)) for tag in ("h1", "header", "main", "footer")] == [1, 1, 1, 1]
    assert read.all("html")[0]["lang"] == "en"
    assert read.all("nav")
    assert read.all("a")[0]["href"] == "#content"
    assert [link["aria-current"] for link in read.all("a", "span") if "aria-current" in link]
    ids = [attributes["id"] for _, attributes in read.elements if "id" in attributes]
    assert len(ids) == len(set(ids))


# R26, R31: complete without network or server; the one script is the page's own.
@pages
def test_pages_load_nothing(built, name):
    read = Read(files(built["out"][0])[name].decode())
    assert not read.all("link", "iframe", "object", "embed", "base", "form")
    assert read.all("script") == [{}]
    for tag, attributes in read.elements:
        for key in ("src", "srcset", "poster", "background", "action"):
            assert attributes.get(key, "data:").startswith("data:image/svg+xml;base64,") or key not in attributes
        assert tag == "a" or "href" not in attributes
        assert not [key for key in attributes if key.startswith("on")]


@pages
def test_links_lead_somewhere(built, name):
    out = built["out"][0]
    for link in Read(files(out)[name].decode()).all("a"):
        parts = urlsplit(link["href"])
        if parts.scheme:
            assert parts.scheme in {"https", "http"}, link
            continue
        target = (out / name).parent / parts.path if parts.path else out / name
        assert target.is_file(), link
        if parts.fragment:
            assert f'id="{parts.fragment}"' in target.read_text(), link


@pages
def test_figures_have_words_and_a_table(built, name):
    html = files(built["out"][0])[name].decode()
    figures = re.findall(r"<figure>.*?</figure>", html, re.DOTALL)
    assert len(Read(html).all("img")) == len(figures)
    for figure in figures:
        read = Read(figure)
        assert all(image["alt"].strip() for image in read.all("img"))
        assert len(read.all("table")) == 1
    if name in {"demo/humming.html", "demo/index.html"}:
        assert figures


@pages
def test_titles_with_markup_stay_text(built, name):
    read = Read(files(built["out"][0])[name].decode())
    assert not read.all("b")
    assert len(read.all("script")) == 1


def test_pages_say_what_they_are_and_how_they_were_built(built):
    html = files(built["out"][0])["demo/humming.html"].decode()
    assert "A provisional, GRADE-informed abstract check. It is not a GRADE rating and not a systematic review." in html
    assert "<dt>article</dt><dd><code>demo</code></dd>" in html
    assert "<dt>claim</dt><dd><code>humming</code></dd>" in html
    assert "rules version 1.0, evidence collected on 2026-01-31" in html
    assert "No PubMed search has been run yet" in html


def test_executed_notebooks_are_stable_and_say_nothing_of_their_run(built):
    book = json.loads(files(built["out"][0])["demo/humming.ipynb"])
    assert sorted(book["metadata"]) == ["claimbook", "kernelspec", "language_info"]
    assert book["metadata"]["claimbook"] == {"parameters": {"article": "demo", "claim": "humming"}}
    assert {key for cell in book["cells"] for key in cell["metadata"]} == {"tags"}


def failing(project):
    """A notebook that fails for one claim only."""
    import nbformat  # noqa: PLC0415

    cell = "assert claim != 'sleeping', f'no {claim} in {__import__(\"os\").getcwd()}'"
    book = notebook(PARAMETERS + 'article = "demo"\nclaim = "humming"', "article", cell)
    nbformat.write(book, project.notebooks_dir / "claim.ipynb")
    return project


# R35: one failing claim does not stop the others, and no older page is taken for the failed one.
def test_one_failing_claim_does_not_stop_the_others(tmp_path):
    project, out = failing(write_demo(tmp_path / "project")), tmp_path / "reports"
    (out / "demo/exports/sleeping").mkdir(parents=True)
    for name in ("sleeping.html", "sleeping.ipynb", "exports/sleeping/studies.csv"):
        (out / "demo" / name).write_text("an older page")
    summary = build_site(order(project, out))
    assert [type(result) for result in summary.results] == [Succeeded, NotebookFailed, Succeeded]
    (failed,) = summary.failed
    assert failed.message.startswith("demo/sleeping: cell 3 of claim.ipynb failed: AssertionError: no sleeping in ")
    page = (out / "demo/sleeping.html").read_text()
    assert "This page could not be built." in page
    assert str(tmp_path) not in page
    assert not (out / "demo/sleeping.ipynb").exists()
    assert not (out / "demo/exports/sleeping").exists()


def test_a_claim_with_a_mistake_is_told_and_the_others_are_built(tmp_path):
    project, out = write_demo(tmp_path), tmp_path / "reports"
    project.claim_file("demo", "sleeping").write_text('{"id": "sleeping"}')
    summary = build_site(order(project, out))
    assert [type(result) for result in summary.results] == [Succeeded, ToolFailed, Succeeded]
    assert "claims/demo/sleeping.yaml:1:1" in summary.failed[0].message
    assert "not read" in (out / "index.html").read_text()
    assert "Not read:</strong> sleeping" in (out / "demo/index.html").read_text()


def test_only_the_wanted_claims_are_run_and_what_is_not_built_is_not_linked(tmp_path, monkeypatch):
    ran = []
    monkeypatch.setattr(runner, "_run", lambda job, *_: ran.append(job.name) or ToolFailed(job, "not run in this test"))
    project, out = write_demo(tmp_path), tmp_path / "reports"
    build_site(order(project, out, claims={"demo": ["humming"]}, workers=1))
    assert ran == ["demo/humming", "demo/index"]
    index = (out / "index.html").read_text()
    assert "demo/humming.html" in index
    assert "demo/sleeping.html" not in index
    assert build_site(order(project, out, claims={})).results == ()


def test_a_claim_that_was_taken_out_leaves_no_page(tmp_path, monkeypatch):
    # protects: promise 7; a report must not depend on the ones before it
    monkeypatch.setattr(runner, "_run", lambda job, *_: ToolFailed(job, "not run in this test"))
    project, out = write_demo(tmp_path), tmp_path / "reports"
    build_site(order(project, out))
    assert (out / "demo/sleeping.html").exists()
    project.claim_file("demo", "sleeping").unlink()
    article = json.loads(project.article_file("demo").read_text())
    project.article_file("demo").write_text(json.dumps(article | {"claims": ["humming"]}))
    build_site(order(project, out, claims={"demo": ["humming"]}))
    assert (out / "demo/sleeping.html").exists()
    build_site(order(project, out))
    assert not (out / "demo/sleeping.html").exists()


def test_a_claim_called_index_does_not_stop_the_others(tmp_path, monkeypatch):
    ran = []
    monkeypatch.setattr(runner, "_run", lambda job, *_: ran.append(job.name) or ToolFailed(job, "not run in this test"))
    project = write_demo(tmp_path)
    for file in (project.article_file("demo"), project.claim_file("demo", "sleeping")):
        file.write_text(file.read_text().replace('"sleeping"', '"index"'))
    project.claim_file("demo", "sleeping").rename(project.claim_file("demo", "index"))
    build_site(order(project, tmp_path / "reports", workers=1))
    assert ran == ["demo/humming", "demo/index"]


def test_a_notebook_that_does_not_fit_ends_the_build_before_anything_is_written(tmp_path):
    import nbformat  # noqa: PLC0415

    project, out = write_demo(tmp_path), tmp_path / "reports"
    nbformat.write(notebook(PARAMETERS + 'claims = "x"', "claims"), project.notebooks_dir / "claim.ipynb")
    with pytest.raises(ProblemsFoundError, match=r"claim\.ipynb declares no parameter 'claim'"):
        build_site(order(project, out))
    assert not out.exists()


def test_a_project_without_notebooks_uses_those_of_claimbook(tmp_path):
    assert notebook_path(Project(tmp_path), "claim.ipynb").is_file()
    with pytest.raises(ProblemsFoundError, match=r"there is no notebook other\.ipynb"):
        notebook_path(Project(tmp_path), "other.ipynb")
