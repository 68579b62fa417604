"""A study whose effect gives no interval says what it lacks, and its direction counts all the same."""

import pytest

from claimbook.model.terms import Reading
from claimbook.synthesis.rulebook import RULES
from tests.synthesis.factory import arms, interval, only, reading, study, weigh

MEDIANS = {
    "type": "medians",
    "intervention": {"median": 3, "quartiles": [2, 5], "n": 20},
    "comparator": {"median": 4, "range": [1, 9], "n": 20},
}
WITHOUT_SPREAD = {"type": "mean-post", "intervention": {"mean": 3, "n": 20}, "comparator": {"mean": 4, "n": 20}}


def limits(effect, **facts):
    return reading(weigh(study("aria", effect=effect, **facts)), "aria").limits


def test_medians_are_not_converted_and_the_study_says_so():
    # protects: CONV-MEDIANS; no formula is made up, and no study is silently dropped
    assert "no published conversion" in RULES["CONV-MEDIANS"].text()
    assessed = weigh(study("aria", n=40, effect=MEDIANS))
    found = reading(assessed, "aria")
    assert found.estimate is None
    assert found.reading.value is Reading.FAVOURS
    assert only(assessed).numbers.directions == (1, 0)
    assert found.limits[-1] == (
        "reports medians, which no published conversion named by the specification turns into means; "
        "only its direction counts"
    )


def test_medians_with_a_p_value_are_combined_like_any_other_p():
    assessed = weigh(study("aria", n=40, effect=MEDIANS, p="0.02"))
    assert only(assessed).numbers.stouffer_p == 0.02


@pytest.mark.parametrize(
    ("effect", "words"),
    [
        (WITHOUT_SPREAD, "that needs standard deviation of both arms or an exact p value"),
        ({"type": "mean-post"}, "that needs mean and standard deviation and size of both arms or an exact p value"),
        ({"type": "counts"}, "that needs the number of people in both arms"),
        ({"type": "SMD", "estimate": -0.4}, "that needs an interval, or the sizes of both arms"),
        ({"type": "RR", "estimate": 0.8}, "that needs an interval, or an exact p value"),
        ({"type": "percent", "estimate": -12}, "reports a percent change, which is not converted"),
        ({"type": "other", "estimate": -12}, "reports an effect of a kind that is not converted"),
    ],
)
def test_what_is_lacking_is_named(effect, words):
    assert words in limits(effect)[-1]


@pytest.mark.parametrize("effect", [interval("SMD", -0.4, -0.8, -0.1), arms("mean-post", (3, 1, 20), (4, 1, 20))])
def test_nothing_is_lacking_where_an_interval_stands(effect):
    assert not any("direction counts" in limit for limit in limits(effect))


def test_a_change_within_one_group_lacks_a_comparison_not_an_interval():
    found = reading(weigh(study("aria", "within", effect={"type": "MD", "estimate": -2})), "aria")
    assert not any("direction counts" in limit for limit in found.limits)
