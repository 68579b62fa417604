"""A comparison of two doses tells nothing of the drug against its comparator."""

import pytest

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection

SURE = LINES["direction"].confidence
PLANS = "We randomly assigned 150 adults to humdrol 10 mg, humdrol 20 mg or placebo."


def read(result, outcome="hiccups", comparator="placebo"):
    text = text_of("Humdrol in adults", AbstractSection(PLANS, "METHODS"), AbstractSection(result, "RESULTS"))
    return change_of(text, Triple("humdrol", comparator, outcome))


@pytest.mark.parametrize(
    "result",
    [
        "Hiccups were significantly less frequent with the higher dose than with the lower dose (P=0.02).",
        "High-dose humdrol reduced hiccups significantly more than low-dose humdrol (P=0.02).",
        "Hiccups were significantly fewer in the 20-mg group than in the 10-mg group (P=0.02).",
        "Patients who received 20 mg had significantly fewer hiccups than those who received 10 mg (P=0.02).",
        "No difference in hiccups was found between 10 mg and 20 mg (P=0.6).",
        "There was no significant difference in hiccups between high and low doses of humdrol (P=0.6).",
        "Hiccups did not differ between the two doses (P=0.6).",
        "The low dose was as effective as the high dose in reducing hiccups (P=0.7).",
        "Twice daily humdrol reduced hiccups more than once daily humdrol (P=0.02).",
    ],
)
def test_doses_held_against_each_other_answer_nothing(result):
    """Neither a difference nor none between doses is one from placebo."""
    for comparator in ("placebo", ""):
        assert read(result, comparator=comparator).confidence < SURE


@pytest.mark.parametrize(
    ("outcome", "result", "value"),
    [
        ("hiccups", "Hiccups were less frequent with both doses of humdrol than with placebo (P<0.01).", "lower"),
        ("hiccups", "Hiccups were fewer with 10 mg and 20 mg of humdrol than with placebo (P=0.03).", "lower"),
        ("hiccups", "Hiccups were fewer in the humdrol group than with placebo (10 vs 20 per day; P=0.01).", "lower"),
        ("hiccups", "Hiccups did not differ between humdrol and placebo at either dose (P=0.6).", "no-difference"),
        ("morphine use", "Morphine use was significantly lower with humdrol (25 mg vs 35 mg; P=0.01).", "lower"),
    ],
)
def test_doses_and_amounts_beside_a_result_change_nothing(outcome, result, value):
    """What the drug did against placebo is read as before, and milligrams may be a result."""
    found = read(result, outcome)
    assert (found.value, found.confidence >= SURE) == (value, True)
