"""Pages are readable: contrast, focus, no request in a style sheet, and words for every table."""

import re

import pytest

from claimbook.plots.style import AGAINST, INK, NEITHER, PAPER, QUIET, READING_MARKS, STATE_MARKS, TOWARD
from claimbook.report.show import stylesheet
from tests.report.demo import case
from tests.report.pages import Read

SHEETS = ("tokens.css", "page.css", "views.css", "print.css")
TOKEN = re.compile(r"--([a-z]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
ENOUGH_FOR_TEXT, ENOUGH_FOR_MARKS = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


def luminance(colour):
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_published():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def tokens(mode):
    """Every colour of the pages by its name, in one of the two modes."""
    return {name: light if mode == "light" else dark for name, light, dark in TOKEN.findall(stylesheet("tokens.css"))}


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", ["ink", "quiet", "accent", "warm"])
def test_text_and_focus_rings_stand_out_on_both_grounds_in_both_modes(mode, name):
    colours = tokens(mode)
    assert contrast(colours[name], colours["paper"]) >= ENOUGH_FOR_TEXT
    assert contrast(colours[name], colours["faint"]) >= ENOUGH_FOR_TEXT


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_edges_of_buttons_stand_out(mode):
    assert contrast(tokens(mode)["edge"], tokens(mode)["paper"]) >= ENOUGH_FOR_MARKS


def test_every_colour_is_a_token_with_two_modes():
    # protects: dark mode from a colour that somebody writes down for light mode only
    assert set(tokens("light")) == {"paper", "faint", "line", "ink", "quiet", "accent", "warm", "edge"}
    for sheet in ("page.css", "views.css"):
        assert not re.search(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl)a?\(|\b(?:white|black)\b(?!-)", stylesheet(sheet)), sheet


def test_every_name_in_a_style_sheet_is_known():
    known = set(re.findall(r"--([a-z]+):", stylesheet("tokens.css")))
    for sheet in SHEETS:
        assert set(re.findall(r"var\(--([a-z]+)\)", stylesheet(sheet))) <= known


def test_colours_of_figures_stand_out_and_never_stand_alone():
    assert all(contrast(colour, PAPER) >= ENOUGH_FOR_TEXT for colour in (INK, QUIET))
    assert all(contrast(colour, PAPER) >= ENOUGH_FOR_MARKS for colour in (TOWARD, AGAINST, NEITHER))
    for marks in (READING_MARKS, STATE_MARKS):
        assert len({shape for _, shape in marks.values()}) == len(marks)


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_style_sheet_asks_for_nothing(sheet):
    text = stylesheet(sheet)
    assert not re.search(r"url\(|@import|@font-face|https?:", text)
    assert text.count("{") == text.count("}")


def test_focus_is_visible_and_print_is_thought_of():
    assert ":focus-visible" in stylesheet("page.css")
    paper = stylesheet("print.css")
    assert paper.startswith("@media print")
    assert re.search(r"details:not\(\.code\)::details-content", paper)
    assert "break-inside: avoid" in paper


@pytest.mark.parametrize("part", ["says", "studies", "certainty", "looked_for", "directions", "forest", "harms"])
def test_tables_have_captions_and_headers(part):
    html = getattr(case(), part)().html
    read = Read(html)
    assert len(read.all("caption")) == len(read.all("table"))
    assert all("scope" in header for header in read.all("th"))
    for region in [attributes for attributes in read.all("div") if attributes.get("class") == "scroll"]:
        assert region["tabindex"] == "0"
        assert region["aria-label"].strip()
