"""A page asks nobody for anything, complains of nothing, and runs no script but its own."""

import re

import pytest

from tests.browser.opened import MODES, look, opened, outside

pytestmark = pytest.mark.slow
HOSTILE_PAGE = "hostile/demo/humming.html"


def test_a_page_asks_nobody_and_complains_of_nothing(browser, pages, name):
    with opened(browser, pages / name) as page:
        for mode in MODES:
            look(page, mode=mode)
            page.mouse.wheel(0, 100_000)
        assert outside(page) == []
        assert page.said == []


def test_titles_with_markup_are_shown_letter_by_letter(browser, pages):
    with opened(browser, pages / HOSTILE_PAGE) as page:
        shown = page.locator("ul.references").text_content()
        assert '<script>alert("x")</script> & "quotes" \'single\' <b>bold</b> {{ 7*7 }} $x$' in shown
        assert "<img src=x onerror=alert(1)>" in shown
        assert "</script></style></title><h1>Owned</h1>" in shown
        assert page.locator("script").count() == 1
        assert page.locator("h1").count() == 1
        assert page.locator("main svg, main b, img[src=x]").count() == 0


def test_right_to_left_text_keeps_to_itself(browser, pages):
    with opened(browser, pages / HOSTILE_PAGE) as page:
        leaks = page.evaluate(
            """() => { const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
            const found = []; while (walker.nextNode()) { const text = walker.currentNode;
              if (/[\\u0590-\\u06ff\\u202a-\\u202e]/.test(text.data) && !text.parentElement.closest("bdi, figure, a"))
                found.push(text.data.slice(0, 60)); }
            return found; }"""
        )
    assert leaks == []


@pytest.mark.parametrize(
    "injected",
    [
        "<script>window.owned = 1</script>",
        "<img src='https://example.org/x.png' onerror='window.owned = 1'>",
        "<link rel='stylesheet' href='https://example.org/x.css'>",
        "<iframe src='https://example.org/'></iframe>",
        "<style>body { background: url(https://example.org/y.png) }</style>",
        "<p style='background: url(https://example.org/z.png)'>styled</p>",
        "<object data='https://example.org/o'></object>",
        "<a ping='https://example.org/p' onclick='window.owned = 1' href='#content' id='bait'>bait</a>",
    ],
)
def test_the_policy_stops_what_escaping_might_miss(browser, pages, tmp_path, injected):
    # protects: a reader, should a value ever reach a page unescaped
    html = (pages / "real/index.html").read_text()
    (tmp_path / "page.html").write_text(html.replace("</main>", f"{injected}</main>"))
    with opened(browser, tmp_path / "page.html") as page:
        if page.locator("#bait").count():
            page.locator("#bait").click()
        assert page.evaluate("window.owned") is None
        assert outside(page) == []
        assert page.said or "bait" in injected


def test_the_policy_names_what_the_page_holds_and_nothing_loose(pages, name):
    html = (pages / name).read_text()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    assert policy.startswith("default-src &#39;none&#39;;")
    assert "unsafe" not in policy
    assert not re.search(r"https?:|\*", policy)
