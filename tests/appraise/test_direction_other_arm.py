"""The other arm is known by its place and by the text, also where the question does not name it."""

import pytest

from claimbook.appraise.contrast.compared import comparisons_of
from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.other_arm import with_own_comparator
from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection

SURE = LINES["direction"].confidence
OTHERS = (
    "usual care",
    "standard treatment",
    "conventional therapy",
    "stretching",
    "massage",
    "forward walking",
    "rest",
)


def text(result, plans):
    return text_of("Humming in adults", AbstractSection(plans, "METHODS"), AbstractSection(result, "RESULTS"))


def read(result, other, outcome="hiccups", comparator="", plans="We randomly assigned 80 adults to humming or {}."):
    """What a trial against another arm tells, asked as an appraisal asks it."""
    printed = text(result.format(other), plans.format(other))
    triple = with_own_comparator(Triple("humming", comparator, outcome), comparisons_of(printed), printed)
    return change_of(printed, triple)


def said(*args, **kwargs):
    found = read(*args, **kwargs)
    return found.value, found.confidence >= SURE


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize(
    ("result", "outcome", "value"),
    [
        ("Compared with {}, humming was associated with significantly fewer hiccups (P=0.01).", "hiccups", "lower"),
        ("In comparison with {}, humming reduced hiccups (MD -1.6, 95% CI -2.4 to -0.8).", "hiccups", "lower"),
        ("As compared with the {} group, the humming group had a lower risk of hiccups (P=0.01).", "hiccups", "lower"),
        ("Hiccups were significantly more frequent in the {} group (P=0.01).", "hiccups", "lower"),
        (
            "Compared with {}, humming was associated with a higher quality of life (P=0.01).",
            "quality of life",
            "higher",
        ),
        ("Compared with {}, humming did not reduce hiccups (P=0.41).", "hiccups", "no-difference"),
    ],
)
def test_the_arm_behind_compared_with_is_the_other_one(other, result, outcome, value):
    """The commonest order of words is not read the wrong way round, whatever the comparator is called."""
    assert said(result, other, outcome) == (value, True)


@pytest.mark.parametrize("comparator", ["usual care", "placebo", "waiting list"])
def test_a_plain_name_stands_for_the_asked_comparator(comparator):
    """Who asks for usual care is answered by 'standard treatment'."""
    result = "Compared with {}, humming was associated with significantly fewer hiccups (P=0.01)."
    assert said(result, "standard treatment", comparator=comparator) == ("lower", True)
    assert said(result, "conventional therapy", comparator=comparator) == ("lower", True)


@pytest.mark.parametrize(
    "result",
    [
        "Compared with juggling, humming was associated with significantly fewer hiccups (P=0.01).",
        "Compared with baseline, humming significantly reduced hiccups (P=0.01).",
        "Compared with week 1, hiccups were significantly fewer with humming at week 8 (P=0.01).",
        "Compared with men, women in the humming group had significantly fewer hiccups (P=0.01).",
        "Compared with soft humming, loud humming significantly reduced hiccups (P=0.01).",
        "Compared with older patients, younger patients had significantly fewer hiccups after humming (P=0.01).",
    ],
)
def test_what_may_be_no_asked_arm_leaves_a_doubt(result):
    """A third arm, another time and other people are not taken for the comparator for certain."""
    assert read(result, "usual care", comparator="usual care").confidence < SURE


def test_what_another_arm_was_held_against_is_not_for_the_intervention():
    """'Singing did better than usual care; humming did not' is no result of humming."""
    result = (
        "Singing significantly reduced hiccups compared with usual care (P=0.01); no such effect was seen with humming."
    )
    plans = "We randomly assigned 120 adults to humming, singing or usual care."
    assert read(result, "usual care", plans=plans).confidence < SURE


def test_a_text_of_three_arms_leaves_the_comparator_open():
    """Which of two others is meant, only the question knows."""
    plans = "We randomly assigned 120 adults to humming, singing or usual care."
    printed = text("Hiccups were fewer with humming.", plans)
    asked = Triple("humming", "", "hiccups")
    assert with_own_comparator(asked, comparisons_of(printed), printed) == asked


@pytest.mark.parametrize("other", ["usual care", "baclofen", "stretching"])
@pytest.mark.parametrize(
    ("result", "value"),
    [
        ("Humming in addition to {} significantly reduced hiccups (P=0.01).", "lower"),
        ("Adding humming to {} significantly reduced hiccups (P=0.01).", "lower"),
        ("Humming combined with {} significantly reduced hiccups (P=0.01).", "lower"),
        ("Hiccups were significantly fewer with {} plus humming than with {} alone (P=0.01).", "lower"),
        ("Hiccups were significantly more frequent with humming plus {} than with {} alone (P=0.01).", "higher"),
        ("Hiccups were significantly more frequent in the {} alone group (P=0.01).", "lower"),
    ],
)
def test_what_both_arms_got_is_no_arm_beside_the_intervention(other, result, value):
    """'Humming plus usual care' is humming."""
    plans = f"We randomly assigned 80 adults to humming plus {other} or {other} alone."
    for comparator in ("", other):
        assert said(result.replace("{}", other), other, comparator=comparator, plans=plans) == (value, True)
