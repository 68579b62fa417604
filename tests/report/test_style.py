"""Pages are readable: contrast, focus, no request in a style sheet, and words for every table."""

import re

import pytest

from claimbook.plots.style import AGAINST, INK, NEITHER, PAPER, QUIET, READING_MARKS, STATE_MARKS, TOWARD
from claimbook.report.show import stylesheet
from tests.report.demo import case
from tests.report.pages import Read

SHEETS = ("page.css", "views.css")
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


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("name", ["ink", "quiet", "accent", "warm"])
def test_text_colours_stand_out_on_white_and_on_the_faint_ground(sheet, name):
    colours = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", stylesheet(sheet)))
    if name in colours:
        assert contrast(colours[name], "#ffffff") >= ENOUGH_FOR_TEXT
        assert contrast(colours[name], colours["faint"]) >= ENOUGH_FOR_TEXT


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
    page = stylesheet("page.css")
    assert ":focus-visible" in page
    assert "@media print" in page
    assert re.search(r"details:not\(\.code\)::details-content", page)


@pytest.mark.parametrize("part", ["says", "studies", "certainty", "looked_for", "directions", "forest", "harms"])
def test_tables_have_captions_and_headers(part):
    html = getattr(case(), part)().html
    read = Read(html)
    assert len(read.all("caption")) == len(read.all("table"))
    assert all("scope" in header for header in read.all("th"))
    for region in [attributes for attributes in read.all("div") if attributes.get("class") == "scroll"]:
        assert region["tabindex"] == "0"
        assert region["aria-label"].strip()
