"""What tables are sorted by, and lists too long to be shown at once: folded, complete, never cut."""

import re

import pytest

from claimbook.report.words.verdicts import LONG
from tests.report.demo import case
from tests.report.pages import Read, is_well_formed
from tests.synthesis.factory import SAFE, study


def body(number):
    return [study(f"study-{place:03}", authors=f"Number{place} N", harms="none", bias=SAFE) for place in range(number)]


# A number that nobody has seen is neither zero nor the smallest.
def test_sizes_are_sorted_as_numbers_and_unknown_ones_have_none():
    html = case(study("known", n=1200, authors="Known K"), study("silent", n=None, authors="Silent S")).studies().html
    found = dict(re.findall(r"<bdi>(Known|Silent) [^<]*<.*?data-sort=\"([^\"]*)\"", html, re.DOTALL))
    assert found == {"Known": "1200", "Silent": ""}


@pytest.mark.parametrize("part", ["studies", "harms", "references"])
@pytest.mark.parametrize("number", [LONG, LONG + 1])
def test_a_long_list_is_folded_and_complete(part, number):
    html = getattr(case(*body(number)), part)().html
    folds = [each for each in Read(html).all("details") if each.get("class") == "long"]
    assert len(folds) == (number > LONG)
    assert len(set(re.findall(r"#?ref-(study-\d+)", html))) == number
    assert is_well_formed(html)


def test_a_long_list_says_how_long_it_is():
    shown = case(*body(LONG + 1))
    for part in ("studies", "harms", "references"):
        summary = re.search(r"<details class=\"long\"><summary>(.*?)</summary>", getattr(shown, part)().html)
        assert f"{LONG + 1} studies" in summary[1]
