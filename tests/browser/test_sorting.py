"""Tables sort by what they mean: numbers as numbers, ties in their order, what was not seen last."""

import pytest

from claimbook.report.page.frame import Page, render
from claimbook.report.words.facts import MINUS
from tests.browser.opened import PHONE, opened

pytestmark = pytest.mark.slow
ROWS = (
    ("Étude", "1,234 participants", f"{MINUS}0.5 ({MINUS}1.0 to 0.1)", ""),
    ("aria", "not seen", "0.25", "3"),
    ("Bass 10", "60", f"{MINUS}12", "1"),
    ("Bass 9", "60 participants", "not seen", "2"),
    ("coda", "7", "1e9 said in words", ""),
)
HEADS = ("Study", "Size", "Effect", "Rank")


@pytest.fixture(scope="module")
def table(tmp_path_factory):
    body = "".join(
        f"<tr><th scope='row'>{name}</th><td>{size}</td><td>{effect}</td><td data-sort='{rank}'>word</td></tr>"
        for name, size, effect, rank in ROWS
    )
    heads = "".join(f"<th scope='col'>{head}</th>" for head in HEADS)
    html = (
        f"<table class='sortable'><caption>Rows</caption><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )
    path = tmp_path_factory.mktemp("sorting") / "page.html"
    path.write_text(render(Page("Sorting", "Sorting", "Invented"), f"<div class='cb'>{html}</div>"))
    return path


def order(page, *heads):
    """The names of the rows after pressing the buttons of these columns."""
    for head in heads:
        page.get_by_role("button", name=head, exact=True).click()
    return [name.strip() for name in page.locator("tbody th").all_text_contents()]


@pytest.mark.parametrize(
    ("pressed", "expected"),
    [
        (["Study"], ["aria", "Bass 9", "Bass 10", "coda", "Étude"]),
        (["Study", "Study"], ["Étude", "coda", "Bass 10", "Bass 9", "aria"]),
        (["Size"], ["coda", "Bass 10", "Bass 9", "Étude", "aria"]),
        (["Size", "Size"], ["Étude", "Bass 10", "Bass 9", "coda", "aria"]),
        (["Study", "Size"], ["coda", "Bass 9", "Bass 10", "Étude", "aria"]),
        (["Effect"], ["Bass 10", "Étude", "aria", "coda", "Bass 9"]),
        (["Effect", "Effect"], ["coda", "aria", "Étude", "Bass 10", "Bass 9"]),
        (["Rank"], ["Bass 10", "Bass 9", "aria", "Étude", "coda"]),
        (["Rank", "Rank"], ["aria", "Bass 9", "Bass 10", "Étude", "coda"]),
    ],
)
def test_a_column_sorts_both_ways_with_silence_last(browser, table, pressed, expected):
    with opened(browser, table) as page:
        assert order(page, *pressed) == expected
        assert page.said == []


def test_only_the_sorted_column_says_so(browser, table):
    with opened(browser, table) as page:
        order(page, "Size", "Study")
        told = page.eval_on_selector_all("thead th", "(all) => all.map((head) => head.getAttribute('aria-sort'))")
        assert told == ["ascending", None, None, None]
        assert "sort this table" in page.locator("caption").text_content()


def test_a_phone_has_the_buttons_above_the_cards(browser, pages):
    with opened(browser, pages / "real/walking-in-reverse/index.html", width=PHONE) as page:
        buttons = page.locator("table.claims").first.locator("thead button")
        assert buttons.count() == 6
        assert all(buttons.nth(place).is_visible() for place in range(6))
        boxes = [buttons.nth(place).bounding_box() for place in range(6)]
        assert all(box["height"] >= 24 and box["x"] + box["width"] <= PHONE for box in boxes)


def test_sorting_a_real_table_keeps_every_row(browser, pages):
    with opened(browser, pages / "real/walking-in-reverse/index.html") as page:
        rows = page.locator("table.claims").first.locator("tbody tr")
        before = rows.all_text_contents()
        page.locator("table.claims").first.get_by_role("button", name="Certainty").click()
        after = rows.all_text_contents()
    assert sorted(before) == sorted(after)
    assert ["Not graded" in row for row in after] == sorted("Not graded" in row for row in before)
