"""Everybody can use the pages: axe finds nothing, the keyboard reaches everything, focus is seen."""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.opened import DESKTOP, MODES, SMALLEST, look, open_folds, opened

pytestmark = pytest.mark.slow
# Said in full: left to itself, axe leaves out what is new in WCAG 2.2.
LEVELS = [f"wcag{version}{level}" for version in ("2", "21", "22") for level in ("a", "aa")]
OPTIONS = {
    "runOnly": [*LEVELS, "best-practice"],
    "rules": {"td-has-header": {"enabled": True}},
    "resultTypes": ["violations"],
}
CLAIM = "real/walking-in-reverse/knee-pain.html"


def test_axe_finds_nothing_even_in_folded_parts(browser, pages, name):
    # Each colour has one value for light and one for dark (tests/report/test_style.py), so two looks see both and all.
    with opened(browser, pages / name) as page:
        open_folds(page)
        for mode, width in zip(MODES, (DESKTOP, SMALLEST), strict=True):
            look(page, mode=mode, width=width)
            found = Axe().run(page, options=OPTIONS).response["violations"]
            broken = [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]
            assert (mode, width, broken) == (mode, width, [])


def test_axe_does_find_something_where_there_is_something(browser, tmp_path):
    # protects: the test above from passing because nothing was looked at
    (tmp_path / "bad.html").write_text("<html><body><img src='data:,'><p style='color:#999'>pale</p></body></html>")
    with opened(browser, tmp_path / "bad.html") as page:
        found = {each["id"] for each in Axe().run(page).response["violations"]}
    assert {"image-alt", "color-contrast", "html-has-lang", "document-title"} <= found


def focused(page):
    """What has the focus: its name as a word, its text, and whether a ring is drawn around it."""
    return page.evaluate(
        """() => { const at = document.activeElement, ring = getComputedStyle(at);
        return [at.tagName.toLowerCase(), at.textContent.trim(),
                at.id === "content" || (ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2)]; }"""
    )


def test_the_first_stop_skips_to_the_content(browser, pages, name):
    with opened(browser, pages / name) as page:
        page.keyboard.press("Tab")
        words = "Zum Inhalt springen" if name.startswith("german") else "Skip to the content"
        assert focused(page)[:2] == ["a", words]
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
        page.keyboard.press("Tab")
        assert page.evaluate("document.getElementById('content').contains(document.activeElement)")


def test_every_stop_of_the_keyboard_is_seen_and_has_a_name(browser, pages):
    with opened(browser, pages / CLAIM) as page:
        wanted = page.evaluate("document.querySelectorAll('a[href], button, summary, [tabindex=\"0\"]').length")
        stops = []
        for _ in range(wanted):
            page.keyboard.press("Tab")
            tag, words, ring = focused(page)
            if tag == "body":
                break
            stops.append((tag, words, ring))
            assert page.evaluate("document.activeElement.checkVisibility()")
    assert len(stops) > 40
    assert [stop for stop in stops if not (stop[1] and stop[2])] == []


@pytest.mark.parametrize("key", ["Enter", " "])
def test_folds_and_sorting_need_no_mouse(browser, pages, key):
    with opened(browser, pages / CLAIM) as page:
        fold = page.locator("details:has(> summary)").first
        fold.locator("summary").first.focus()
        page.keyboard.press(key)
        assert fold.evaluate("(fold) => fold.open")
        open_folds(page)
        head = page.locator("table.sorts thead th").first
        head.locator("button").focus()
        page.keyboard.press(key)
        assert head.get_attribute("aria-sort") == "ascending"
        page.keyboard.press(key)
        assert head.get_attribute("aria-sort") == "descending"


def test_headings_never_skip_a_level(browser, pages, name):
    with opened(browser, pages / name) as page:
        levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => Number(h.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_the_list_of_contents_leads_to_every_heading(browser, pages):
    with opened(browser, pages / CLAIM) as page:
        links = page.eval_on_selector_all(".contents a", "(all) => all.map((a) => a.getAttribute('href'))")
        assert len(links) > 5
        for link in links:
            page.goto(f"{(pages / CLAIM).as_uri()}{link}")
            assert page.evaluate("document.querySelector(':target')?.tagName") == "H2"
