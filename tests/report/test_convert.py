"""From notebooks and Markdown to pages: what is shown, what is folded away, what is refused."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from claimbook.report.page.convert import markdown_body, notebook_body, without_alternative_text
from claimbook.report.page.frame import Page, Step, failed_body, render
from claimbook.report.run.results import Job
from tests.report.demo import HOSTILE
from tests.report.pages import Read, is_well_formed

CLAIM_NOTEBOOK = Path("claim.ipynb")
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="


def shown(data, source="show()", metadata=None):
    return new_code_cell(source, outputs=[new_output("display_data", data, metadata=metadata or {})])


def body(*cells):
    return notebook_body(new_notebook(cells=list(cells)))


def test_text_results_and_folded_code_stand_in_order():
    html = body(new_markdown_cell("# Top\n\nSome *words*."), shown({"text/html": "<p>shown</p>"}, "case.says()"))
    assert html.index("<em>words</em>") < html.index("<p>shown</p>") < html.index("case.says()")
    assert "<h2>Top</h2>" in html
    assert Read(html).all("details") == [{"class": "code"}]


def test_code_and_printed_text_are_escaped():
    printed = new_code_cell("print('<b>')", outputs=[new_output("stream", text="<b>printed</b>")])
    html = body(printed, shown({"text/plain": "<Frame>"}))
    assert not Read(html).all("b", "frame")
    assert "&lt;b&gt;printed" in html


def test_parameters_and_cells_for_notebook_readers_are_left_out():
    left_out = [
        new_code_cell("claim = 'x'", metadata={"tags": [tag]})
        for tag in ("parameters", "injected-parameters", "notebook-only")
    ]
    hidden = new_markdown_cell("How to run me", metadata={"tags": ["notebook-only"]})
    assert body(*left_out, hidden).strip() == ""


def test_html_is_preferred_to_its_text_twin():
    html = body(shown({"text/html": "<p>rich</p>", "text/plain": "plain"}))
    assert "rich" in html
    assert "plain" not in html


# R30: a picture without alternative text is an error, whoever drew it.
@pytest.mark.parametrize(
    ("data", "metadata"),
    [
        ({"image/png": PIXEL}, {}),
        ({"image/svg+xml": "<svg/>"}, {"image/svg+xml": {"alt": ""}}),
        ({"text/html": '<p><img src="data:image/png;base64,x"></p>'}, {}),
        ({"text/html": '<img alt="" src="data:image/png;base64,x">'}, {}),
    ],
)
def test_a_picture_without_words_is_refused(data, metadata):
    book = new_notebook(cells=[new_markdown_cell("one"), shown(data, metadata=metadata)])
    failed = without_alternative_text(Job("demo/x", CLAIM_NOTEBOOK), book)
    assert failed.message.startswith("demo/x: cell 2 of claim.ipynb failed: NoAlternativeText: ")


@pytest.mark.parametrize("kind", ["image/png", "image/svg+xml"])
def test_a_picture_with_words_is_shown_with_them(kind):
    data = {kind: PIXEL if kind == "image/png" else "<svg/>"}
    cell = shown(data, metadata={kind: {"alt": 'three "rising" bars'}})
    assert without_alternative_text(Job("x", CLAIM_NOTEBOOK), new_notebook(cells=[cell])) is None
    (image,) = Read(body(cell)).all("img")
    assert image["alt"] == 'three "rising" bars'
    assert image["src"].startswith(f"data:{kind};base64,")


def test_converting_does_not_change_the_notebook():
    book = new_notebook(cells=[new_markdown_cell("# Top")])
    before = nbformat.writes(book)
    notebook_body(book)
    assert nbformat.writes(book) == before


def test_markdown_pages_lose_their_first_heading_and_box_their_tables():
    html = markdown_body("# Methods\n\nWords.\n\n## Rules\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert "Methods" not in html
    assert '<div class="scroll" tabindex="0" role="region" aria-label="Rules (table 1)"><table' in html


def page(**changes):
    fields = {"title": "A title", "heading": "A heading", "description": "words"} | changes
    return Page(**fields)


def test_a_page_has_landmarks_a_language_and_one_heading():
    html = render(page(trail=(Step("Articles", "../index.html"), Step("Here"))), "<p>body</p>")
    read = Read(html)
    assert is_well_formed(html)
    assert read.all("html") == [{"lang": "en"}]
    assert [len(read.all(tag)) for tag in ("h1", "header", "main", "footer")] == [1, 1, 1, 1]
    assert {"class": "skip", "href": "#content"} in read.all("a")
    assert {"aria-current": "page"} in read.all("span")


def test_a_page_asks_nothing_of_any_host():
    read = Read(render(page(), "<p>body</p>"))
    assert not read.all("link", "iframe", "base")
    assert read.all("script") == [{}]  # its own, which asks for nothing
    policy = next(meta["content"] for meta in read.all("meta") if "http-equiv" in meta)
    assert policy.startswith("default-src 'none'; img-src data:; style-src 'sha256-")


def test_page_texts_are_escaped():
    html = render(page(title=HOSTILE, heading=HOSTILE, kicker=HOSTILE, parameters=((HOSTILE, HOSTILE),)), "")
    assert is_well_formed(html)
    assert not Read(html).all("b")
    assert len(Read(html).all("script")) == 1


def test_a_page_that_was_not_built_says_so():
    assert "This page could not be built." in failed_body("why")
    assert "<script>" not in failed_body(HOSTILE)
