"""The pages that no notebook makes are said whole in the language being spoken."""

import re
from dataclasses import replace

import pytest

from claimbook.language.catalogue import Language
from claimbook.language.said import said
from claimbook.language.speak import speaking
from claimbook.report.page import markdown
from claimbook.report.page.about import about_markdown
from claimbook.report.page.methods import methods_markdown
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.study.assumptions import ASSUMPTIONS
from claimbook.synthesis.thresholds import DEFAULT, table

NAMES = {*RULES, *ASSUMPTIONS, *(row.name for row in table())}
ADDRESS = re.compile(r"https?://\S+")
PRINTED_IN = "Murad et al. 2017:"
TOOL = re.compile(r"\| [a-z]+ \| [\d.]+ \|")


class Marking(Language):
    """English in which every message stands between marks, so that a text that is none can be seen."""

    def pattern(self, text):
        return f"⟦{super().pattern(text)}⟧"


COMMAS = Language("xx", decimal=",", group=".", percent=" %")


def outside(text):
    """What stands outside of every message."""
    while (less := re.sub(r"⟦[^⟦⟧]*⟧", "", text)) != text:
        text = less
    return text


def unsaid(page):
    """Cells and lines with words that are neither a message nor a name."""
    lines = [
        re.sub(r"(?<!\\)\|", "\n", line.strip("| ")) for line in outside(page).splitlines() if not TOOL.fullmatch(line)
    ]
    cells = [ADDRESS.sub("", cell).replace(PRINTED_IN, "").strip() for line in lines for cell in line.splitlines()]
    return [cell for cell in cells if re.search(r"[^\W\d_]{2}", cell) and cell not in NAMES]


@pytest.mark.parametrize("made", [methods_markdown, about_markdown])
def test_every_text_is_a_message(made):
    # protects: a word that stays English on a page in another language
    with speaking(Marking("xx")):
        assert unsaid(made()) == []


def test_a_text_that_is_no_message_is_found():
    # protects: the test above from seeing nothing
    with speaking(Marking("xx")):
        page = markdown.page(markdown.table((said("Rule"), "Source"), [("CERT-SUM", said("a sum"))]), "A plain line.")
    assert unsaid(page) == ["Source", "A plain line."]


def test_numbers_of_rules_and_thresholds_take_the_marks_of_the_language():
    with speaking(COMMAS):
        page = methods_markdown(replace(DEFAULT, rob_share=0.55, tier_trivial=0.25))
    assert "hold 55 % of participants or more" in page
    assert "(small from 0,25, moderate from 0,5" in page
    assert "| tier_trivial | 0,25 |" in page
    assert "| attrition_high | 20 % |" in page
    assert "https://doi.org/10.1016/j.jclinepi.2013.02.004" in page  # an address is no number


def test_further_lines_of_an_item_stay_in_it():
    assert markdown.bullets(["one\ntwo", "three"]) == "- one\n  two\n- three"
    assert markdown.numbered(["one\ntwo", "three"]) == "1. one\n   two\n2. three"


def test_a_bar_stays_in_its_cell_in_every_language():
    with speaking(Marking("xx")):
        assert markdown.table((said("a|b"), "c"), [("|", "d")]).splitlines()[::2] == ["| ⟦a\\|b⟧ | c |", "| \\| | d |"]
