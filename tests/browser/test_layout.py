"""Nothing is cut, no page scrolls sideways: desktop, phone, 320 pixels, zoomed, with wider letters, without script."""

import pytest

from tests.browser.opened import DESKTOP, MODES, PHONE, SMALLEST, ZOOMED, look, open_folds, opened

pytestmark = pytest.mark.slow
# WCAG 2.2, 1.4.12: nothing may be lost with these.
SPACING = "* { letter-spacing: .12em !important; line-height: 1.5 !important; word-spacing: .16em !important }"
SPACING += "p { margin-bottom: 2em !important }"
WIDER_LETTERS = """(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet]; }"""
CUT = """[...document.querySelectorAll("main *")].filter((one) => !one.closest(".unseen, thead"))
    .filter((one) => getComputedStyle(one).overflowY === "hidden" && one.scrollHeight > one.clientHeight + 1)
    .map((one) => one.outerHTML.slice(0, 90))"""
OVER_THE_EDGE = """() => [...document.querySelectorAll("main *, header *, footer *")]
    .filter((one) => !one.closest(".scroll, .unseen, pre") && one.checkVisibility())
    .filter((one) => !(one.closest("thead") && getComputedStyle(one.closest("thead")).position === "absolute"))
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
    .map((one) => one.outerHTML.slice(0, 90))"""


def too_wide(page):
    """What stands out of the page on the right, and the page itself where it scrolls sideways."""
    sideways = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return page.evaluate(OVER_THE_EDGE) + (["the page scrolls sideways"] if sideways else [])


def test_no_page_scrolls_sideways(browser, pages, name):
    with opened(browser, pages / name) as page:
        for prepare in (lambda _: None, open_folds):
            prepare(page)
            for width in (DESKTOP, ZOOMED, PHONE, SMALLEST):
                look(page, width=width)
                assert (width, too_wide(page)) == (width, [])


def test_wider_letters_lose_nothing(browser, pages, name):
    with opened(browser, pages / name) as page:
        open_folds(page)
        page.evaluate(WIDER_LETTERS, SPACING)
        for width in (DESKTOP, SMALLEST):
            look(page, width=width)
            assert (width, too_wide(page), page.evaluate(CUT)) == (width, [], [])


def test_what_scrolls_sideways_can_be_reached_and_has_a_name(browser, pages, name):
    with opened(browser, pages / name, width=SMALLEST) as page:
        open_folds(page)
        boxes = """[...document.querySelectorAll("main *")].filter((one) => one.scrollWidth > one.clientWidth + 1)
            .filter((one) => ["auto", "scroll"].includes(getComputedStyle(one).overflowX))
            .filter((one) => one.tabIndex !== 0 || one.getAttribute("role") !== "region" || !one.ariaLabel)
            .map((one) => one.outerHTML.slice(0, 90))"""
        assert page.evaluate(boxes) == []


def test_without_script_a_page_is_complete(browser, pages, name):
    with opened(browser, pages / name) as page:
        with_script = page.locator("main").text_content()
        notes = page.locator("main").get_attribute("data-sort-note")
    with opened(browser, pages / name, script=False) as page:
        without = page.locator("main").text_content()
        assert page.locator("button").count() == 0
        assert page.locator("details").evaluate_all("(all) => all.every((fold) => fold.querySelector('summary'))")
    assert without.split() == with_script.replace(f" ({notes})", "").split()


def test_both_modes_have_their_ground_and_figures_a_light_one(browser, pages, name):
    with opened(browser, pages / name, width=PHONE) as page:
        for mode, ground in zip(MODES, ("rgb(255, 255, 255)", "rgb(22, 24, 27)"), strict=True):
            look(page, mode=mode, width=PHONE)
            assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
            shown = page.eval_on_selector_all(
                "figure img",
                "(all) => all.map((one) => [one.complete && one.naturalWidth > 0,"
                " getComputedStyle(one).backgroundColor, one.getBoundingClientRect().width <= innerWidth])",
            )
            assert all(each == [True, "rgb(255, 255, 255)", True] for each in shown)
