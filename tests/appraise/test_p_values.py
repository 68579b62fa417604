"""P values with a power of ten: the power is what they say, and without it they say nothing."""

import pytest

from claimbook.appraise.direction.cues import statistics_in
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.text.printed import plain_p
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection

TINY = {
    "P = 1 \u00d7 10-5": "1e-05",
    "P=3.4x10(-6)": "3.4e-06",
    "P = 1.2 x 10(\u2212 5)": "1.2e-05",
    "P = 1 \u00d7 10\u207b\u2075": "1e-05",
    "P = 1E-5": "1e-05",
    "p=7.3E\u221209": "7.3e-09",
    "P = 9.7 x 10(-24)": "9.7e-24",
    "P < 10-5": "<1e-05",
    "P<10(-7)": "<1e-07",
    "P less than 10\u20134": "<0.0001",
    "P = 6\u00b74 \u00d7 10 \u2212 5": "6.4e-05",
    "P = 1\u00b710-6": "1e-06",
    "P = 8,1 x 10-4": "0.00081",
    "P = .3 \u00d7 10-3": "0.0003",
    "P \u2264 5 \u00d7 10^(-2)": "<0.05",
    "p-value of 2.1 * 10^-19": "2.1e-19",
}
LARGE = {"P = 8 \u00d7 10-1": "0.8", "P = 9.0E-1": "0.9", "P=0\u00b710": "0.1", "P = 1": "1"}
UNREADABLE = ("P = 1 \u00d7 105", "P = 2.2 \u00d7 10", "P=0.5 x 10(5)", "P = 0.04 \u00d7 10 adults", "P of 10-12 weeks")


def _printed_p(test: str) -> list[str]:
    text = text_of("Humming", AbstractSection(f"Hiccups fell with humming but not at rest ({test}).", "RESULTS"))
    return [str(one.p.value) for one in results_of(text) if one.p]


@pytest.mark.parametrize(("test", "p"), [*TINY.items(), *LARGE.items()])
def test_a_power_of_ten_belongs_to_the_p_value(test, p):
    """Of 'P = 1 x 10-5' the 1 alone would say that nothing was found."""
    assert _printed_p(test) == [p]


@pytest.mark.parametrize(("test", "kind"), [*((one, "PSIG") for one in TINY), *((one, "PNS") for one in LARGE)])
def test_the_direction_reads_the_power_of_a_p_value(test, kind):
    """A tiny p that was read as its factor turned results into 'no difference'."""
    assert [one for *_, one in statistics_in(f"Hiccups fell with humming ({test}).")] == [kind]


@pytest.mark.parametrize("test", UNREADABLE)
def test_a_factor_without_its_power_is_no_p_value(test):
    """Where print lost the power or its minus, the factor tells nothing, neither for nor against."""
    assert _printed_p(test) == []
    assert statistics_in(f"Hiccups fell with humming ({test}).") == []


def test_the_whole_of_a_p_value_is_quoted():
    """A reader who is shown 'P = 1' for 'P = 1 x 10(-5)' is shown the opposite."""
    text = text_of(
        "Humming", AbstractSection("Hiccups fell more with humming than at rest (P = 1 \u00d7 10(-5)).", "RESULTS")
    )
    assert [text.quote(one.p.spans[0]) for one in results_of(text)] == ["P = 1 \u00d7 10(-5)"]


def test_plain_numbers_stay_as_they_are():
    """What has no power is only given its point."""
    assert [*map(plain_p, ("0.04", "0\u00b704", "0 . 04", ".05", "1"))] == ["0.04", "0.04", "0.04", ".05", "1"]
