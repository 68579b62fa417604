"""Around the parts of a page: contents, policy, navigation, the page on claimbook, words in one place."""

import base64
import hashlib
import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.terms import Verdict
from claimbook.report.page.about import about_markdown
from claimbook.report.page.contents import Entry, with_contents
from claimbook.report.page.convert import markdown_body
from claimbook.report.page.frame import MAIN_PAGES, SILENCES, Page, Step, render
from claimbook.report.page.policy import content_policy
from claimbook.report.words.verdicts import VERDICTS, Silence
from tests.report.pages import Read, is_well_formed


def test_contents_name_every_heading_and_lead_to_it():
    body = "<h2>The studies</h2><h2 id='x'>kept apart</h2><h2>The studies</h2><h2>Über <em>A &amp; B</em></h2>"
    placed, entries = with_contents(body)
    assert entries == (
        Entry("part-the-studies", "The studies"),
        Entry("part-the-studies-2", "The studies"),
        Entry("part-über-a-b", "Über A & B"),
    )
    assert placed.count("<h2 id=") == 4


def test_a_short_page_has_no_contents_and_still_places():
    assert with_contents("<h2>One</h2><h2>Two</h2>") == ('<h2 id="part-one">One</h2><h2 id="part-two">Two</h2>', ())


@given(st.lists(st.text(alphabet="ab <>&\"'é-1", max_size=12), min_size=3, max_size=8))
def test_places_are_unique_and_hold_no_markup(headings):
    # protects: links from leading to another heading, and the page from a heading that closes its own attribute
    body = "".join(f"<h2>{heading.replace('&', '&amp;').replace('<', '&lt;')}</h2>" for heading in headings)
    placed, entries = with_contents(body)
    addresses = [entry.address for entry in entries]
    assert len(set(addresses)) == len(addresses) == len(headings)
    assert all(re.fullmatch(r"part-[\w-]*", address) for address in addresses)
    assert [entry.words for entry in entries] == [" ".join(heading.split()) for heading in headings]
    assert [each["id"] for each in Read(placed).all("h2")] == addresses


def page_html(body="<p>body</p>", **changes):
    return render(Page("A title", "A heading", "A description", **changes), body)


def test_the_policy_fits_what_stands_in_the_page():
    # protects: a style sheet or script that the browser refuses because one letter differs
    html = page_html()
    policy = unescape(re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1])
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_another_script_is_another_policy():
    assert content_policy("a", "b") != content_policy("a", "c") != content_policy("d", "c")
    assert content_policy("a", "b").startswith("default-src 'none'; img-src data:; ")


@pytest.mark.parametrize("up", ["", "../"])
def test_every_page_leads_to_articles_methods_and_about(up):
    links = Read(page_html(up=up)).all("a")
    assert [link["href"] for link in links[2:5]] == [f"{up}{step.address}" for step in MAIN_PAGES]


def test_where_one_is_is_said_and_not_linked():
    html = page_html(trail=(Step("Articles", "index.html"), Step("Methods")), place="methods.html")
    assert '<a href="methods.html" aria-current="page">Methods</a>' in html
    assert '<span aria-current="page"><bdi>Methods</bdi></span>' in html


def test_the_page_on_claimbook_explains_every_verdict_and_silence_and_names_no_day():
    text = about_markdown()
    assert all(VERDICTS[verdict] in text for verdict in Verdict)
    assert all(f"| {silence} |" in text for silence in Silence)
    assert "not medical advice" in text
    assert not re.search(r"\b20\d\d-\d\d", text)
    assert is_well_formed(markdown_body(text))


def test_boxes_of_tables_are_told_apart():
    table = "| a | |\n| --- | --- |\n| 1 | 2 |\n"
    html = markdown_body(f"# Top\n\n## One\n\n{table}\n\n{table}\n\n## Two & three\n\n{table}")
    regions = [each["aria-label"] for each in Read(html).all("div") if each.get("role") == "region"]
    assert regions == ["One (table 1)", "One (table 2)", "Two & three (table 3)"]
    assert html.count("<caption") == 3
    assert "<th></th>" not in html
    assert is_well_formed(html)


def test_every_silence_is_sorted_last():
    assert set(Silence) <= set(SILENCES)
    assert all(silence == silence.lower() and "|" not in silence for silence in SILENCES)
