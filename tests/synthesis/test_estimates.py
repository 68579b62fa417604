"""From printed effects to estimates that can be compared (grading specification 3.4, statistics 1 and 2)."""

import math

import pytest

from claimbook.model.assessment import Measure
from claimbook.model.study import Effect
from claimbook.synthesis.estimates import estimate_from
from tests.synthesis.factory import arms, interval


def estimate(printed, **more):
    return estimate_from(Effect.model_validate(printed), "below", **more)


def test_a_ratio_keeps_its_scale_and_has_the_variance_of_its_logarithm():
    # protects: ratios are shown as ratios and weighed as logarithms; OR .64 (.33-1.22) is the published check
    found = estimate(interval("RR", 0.64, 0.33, 1.22))
    assert (found.measure, found.value, found.interval) == (Measure.RATIO, 0.64, pytest.approx((0.33, 1.22)))
    assert found.variance == pytest.approx(0.1113, abs=5e-4)
    assert found.assumptions == ()


@pytest.mark.parametrize("kind", ["OR", "HR"])
def test_other_ratios_say_that_the_limits_were_made_for_risk_ratios(kind):
    # protects: an odds or hazard ratio is never shown as if it were a risk ratio (never 6)
    found = estimate(interval(kind, 0.64, 0.33, 1.22))
    assert found.assumptions[0] == f"{kind} as printed, compared with limits made for risk ratios"
    assert found.instrument == kind


def test_an_odds_ratio_becomes_a_risk_ratio_where_the_control_risk_is_known():
    # protects: OR 2 at a control risk of 20% is RR 1.67 (never 6)
    found = estimate(interval("OR", 2, 1.2, 3.5), control_risk=0.2)
    assert found.instrument == "RR"
    assert found.value == pytest.approx(1.6667, abs=1e-4)
    assert found.interval == pytest.approx((1.2 / 1.04, 3.5 / 1.5))
    assert found.assumptions[-1] == "risk ratio computed from the odds ratio at a control risk of 0.2"


@pytest.mark.parametrize("kind", ["RR", "HR"])
def test_other_ratios_are_not_converted(kind):
    # protects: only odds ratios need a control risk
    assert estimate(interval(kind, 2, 1.2, 3.5), control_risk=0.2).value == 2


def test_a_90_percent_interval_is_widened_to_95():
    # protects: a narrower level never looks like more precision
    wide, said = estimate(interval("MD", -2.0, -3.0, -1.0)), estimate(interval("MD", -2.0, -3.0, -1.0, ci_level=0.9))
    assert said.interval == pytest.approx((-3.1916, -0.8084), abs=1e-3)
    assert said.variance > wide.variance
    assert said.assumptions[0] == "90% interval converted to 95%"


@pytest.mark.parametrize("kind", ["RR", "OR", "HR"])
@pytest.mark.parametrize("level", [0.95, 0.9, 0.99])
@pytest.mark.parametrize(("value", "low", "high"), [(0.9, 0.9, 1.1), (1.1, 0.9, 1.1), (0.3, 0.3, 0.31)])
def test_an_estimate_may_be_printed_as_its_own_limit(kind, level, value, low, high):
    # protects: rounding in print ('0.9, 0.9 to 1.1') is no mistake
    for risk in (None, 0.3):
        found = estimate(interval(kind, value, low, high, ci_level=level), control_risk=risk)
        assert found.interval[0] <= found.value <= found.interval[1]


@pytest.mark.parametrize(("kind", "measure"), [("SMD", Measure.SMD), ("MD", Measure.MD)])
def test_an_estimate_without_interval_has_no_variance(kind, measure):
    # protects: a missing interval stays missing
    found = estimate({"type": kind, "estimate": -0.4})
    assert (found.measure, found.interval, found.variance) == (measure, None, None)


@pytest.mark.parametrize("kind", ["RR", "MD", "SMD"])
def test_an_interval_without_estimate_is_no_estimate(kind):
    # protects: the middle of an interval is not made up
    assert estimate({"type": kind, "ci_low": 0.5, "ci_high": 0.9}) is None


@pytest.mark.parametrize(("kind", "scores"), [("mean-post", "final"), ("mean-change", "change")])
def test_arms_give_the_difference_and_its_standardised_form(kind, scores):
    # protects: means 10 and 8, SD 3 and 3.5, n 30 and 28 give Hedges g .6070 (published formula)
    found = estimate(arms(kind, (10, 3, 30), (8, 3.5, 28)))
    assert (found.measure, found.value, found.scores) == (Measure.MD, 2, scores)
    assert (found.standardised.measure, found.standardised.scores) == (Measure.SMD, scores)
    assert found.standardised.value == pytest.approx(0.606971, abs=1e-6)
    assert found.standardised.variance == pytest.approx(0.0722236, abs=1e-6)


@pytest.mark.parametrize(
    ("ours", "other"),
    [
        ({"mean": 10, "sd": 3}, {"mean": 8, "sd": 3, "n": 28}),
        ({"mean": 10, "n": 30}, {"mean": 8, "sd": 3, "n": 28}),
        ({"mean": 10, "sd": 3, "n": 1}, {"mean": 8, "sd": 3, "n": 28}),
    ],
)
def test_arms_without_all_numbers_give_the_difference_alone(ours, other):
    # protects: a standard deviation or size that was not printed is not filled in (never 24)
    found = estimate({"type": "mean-post", "intervention": ours, "comparator": other})
    assert (found.value, found.interval, found.variance, found.standardised) == (2, None, None, None)


def test_one_arm_is_no_comparison():
    # protects: a mean alone says nothing about a difference
    assert estimate({"type": "mean-post", "intervention": {"mean": 10, "sd": 3, "n": 30}}) is None


def test_small_studies_are_read_with_t():
    # protects: the interval of a mean difference in 47 people was made with t (published: 1.4286 and 1.3902)
    printed = interval("MD", 1.6, -1.2, 4.4)
    assert math.sqrt(estimate(printed).variance) == pytest.approx(1.4286, abs=1e-4)
    assert math.sqrt(estimate(printed, n=47).variance) == pytest.approx(1.3902, abs=1e-4)


@pytest.mark.parametrize(
    "printed",
    [
        interval("RR", 0.5, 1e-300, 0.9),
        interval("MD", 1e12, 0, 2e12),
        interval("RR", 0.5, 0.5, 0.5000000000000001),
        interval("RR", 0.5, 0.4, 0.9, ci_level=0.001),
        arms("mean-post", (3, 1e-200, 30), (5, 2e-200, 30)),
        arms("mean-change", (3, 1e200, 30), (5, 1e200, 30)),
    ],
)
def test_a_slip_of_the_pen_is_no_estimate(printed):
    # protects: one impossible number never stops the weighing of a whole article
    assert estimate(printed) is None
