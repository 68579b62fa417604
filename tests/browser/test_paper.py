"""On paper: A4 and Letter, light, complete, no figure across two pages, no row or table over the edge."""

import io
from collections import defaultdict

import pytest
from pypdf import PdfReader

from tests.browser.opened import opened

pytestmark = pytest.mark.slow
PAPERS = {"A4": (595, 842), "Letter": (612, 792)}  # points
MARKERS = """() => document.querySelectorAll("figure picture, figure > img").forEach((one, number) => {
    for (const [edge, place] of [["top", "beforebegin"], ["bottom", "afterend"]]) {
        const link = document.createElement("a");
        link.href = `https://example.org/${edge}/${number}`; link.textContent = "."; link.className = "marker";
        one.insertAdjacentElement(place, link); } })"""


def printed(page, paper):
    return PdfReader(io.BytesIO(page.pdf(format=paper)))


def marks(reader):
    """For each figure the page and height at which it begins and ends, told by links that were put around it."""
    found = defaultdict(dict)
    for number, sheet in enumerate(reader.pages):
        for note in sheet.get("/Annots", ()):
            address = str(note.get_object().get("/A", {}).get("/URI", ""))
            if address.startswith(("https://example.org/top/", "https://example.org/bottom/")):
                edge, figure = address.split("/")[-2:]
                found[int(figure)][edge] = (number, float(note.get_object()["/Rect"][1]))
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_no_figure_lies_across_two_sheets(browser, pages, name, paper):
    with opened(browser, pages / name, mode="dark") as page:
        page.evaluate(MARKERS)
        figures = page.locator("figure").count()
        reader = printed(page, paper)
    assert len(reader.pages) < 60
    assert all(tuple(sheet.mediabox[2:]) == pytest.approx(PAPERS[paper], abs=2) for sheet in reader.pages)
    found = marks(reader)
    assert len(found) == figures
    for edges in found.values():
        (first, top), (last, bottom) = edges["top"], edges["bottom"]
        assert first == last or bottom > PAPERS[paper][1] - 80  # the lower mark alone may fall onto the next sheet
        assert first == last or top < PAPERS[paper][1]


@pytest.mark.parametrize("paper", PAPERS)
def test_nothing_is_wider_than_the_sheet(browser, pages, name, paper):
    width = round((PAPERS[paper][0] / 72 - 3.2 / 2.54) * 96)
    with opened(browser, pages / name, width=width) as page:
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        wide = """(width) => [...document.querySelectorAll("main *")].filter((one) => !one.closest(".unseen"))
            .filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > width + 1)
            .map((one) => one.outerHTML.slice(0, 90))"""
        assert page.evaluate(wide, width) == []


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_folded_parts_and_addresses_are_on_paper_and_code_is_not(browser, pages, script):
    with opened(browser, pages / "real/walking-in-reverse/knee-pain.html", script=script) as page:
        folded = page.locator("details:not(.code) summary").all_text_contents()
        links = page.locator(".references a").evaluate_all("(all) => all.map((one) => one.href)") if script else []
        text = "".join("".join(sheet.extract_text() for sheet in printed(page, "A4").pages).split())
    assert len(folded) > 3
    assert "Thenumbersbehindit" in text
    assert "Participantsintrialsathighriskofbias" in text
    assert "case.verdict()" not in text
    assert [link for link in links if "".join(link.split()) not in text] == []
    assert "https://doi.org/" in text


def test_after_printing_folds_are_as_they_were(browser, pages):
    with opened(browser, pages / "real/walking-in-reverse/knee-pain.html") as page:
        state = "[...document.querySelectorAll('details')].map((fold) => fold.open)"
        page.locator("details:not(.code) > summary").first.click()
        before = page.evaluate(state)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        during = page.evaluate(state)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert page.evaluate(state) == before != during


def test_paper_is_light_and_sheets_are_numbered(browser, pages):
    with opened(browser, pages / "real/walking-in-reverse/index.html", mode="dark") as page:
        reader = printed(page, "A4")
        page.emulate_media(media="print")
        assert page.evaluate("getComputedStyle(document.body).color") == "rgb(26, 26, 26)"
    numbers = [sheet.extract_text().split()[:3] for sheet in reader.pages]
    total = len(reader.pages)
    assert all(f"{place}/{total}" in "".join(words) for place, words in enumerate(numbers, start=1))
