"""From printed effects to estimates that can be compared (grading specification 3.4, statistics 1 and 2)."""

import math

import pytest

from claimbook.model.assessment import Measure
from claimbook.model.effect import Effect
from claimbook.model.printed import PValue
from claimbook.synthesis.study.arms import Context
from claimbook.synthesis.study.estimates import estimate_from
from claimbook.synthesis.thresholds import Thresholds
from tests.synthesis.factory import arms, assumed, interval


def estimate(printed, **beside):
    return estimate_from(Effect.model_validate(printed), "below", Context(**beside))


def test_a_ratio_keeps_its_scale_and_has_the_variance_of_its_logarithm():
    # protects: ratios are shown as ratios and weighed as logarithms; OR .64 (.33-1.22) is the published check
    found = estimate(interval("RR", 0.64, 0.33, 1.22))
    assert (found.measure, found.value, found.interval) == (Measure.RATIO, 0.64, pytest.approx((0.33, 1.22)))
    assert found.variance == pytest.approx(0.1113, abs=5e-4)
    assert assumed(found) == ("level of the interval not recorded, taken as 95%",)
    assert assumed(estimate(interval("RR", 0.64, 0.33, 1.22, ci_level=0.95))) == ()


@pytest.mark.parametrize("kind", ["OR", "HR"])
def test_other_ratios_say_that_the_limits_were_made_for_risk_ratios(kind):
    # protects: an odds or hazard ratio is never shown as if it were a risk ratio (never 6)
    found = estimate(interval(kind, 0.64, 0.33, 1.22))
    assert assumed(found)[0] == f"{kind} as printed, compared with limits made for risk ratios"
    assert found.instrument == kind


def test_an_odds_ratio_becomes_a_risk_ratio_where_the_control_risk_is_known():
    # protects: OR 2 at a control risk of 20% is RR 1.67 (never 6)
    found = estimate(interval("OR", 2, 1.2, 3.5), control_risk=0.2)
    assert found.instrument == "RR"
    assert found.value == pytest.approx(1.6667, abs=1e-4)
    assert found.interval == pytest.approx((1.2 / 1.04, 3.5 / 1.5))
    assert assumed(found)[-1] == "risk ratio computed from the odds ratio at a control risk of 0.2"


@pytest.mark.parametrize("kind", ["RR", "HR"])
def test_other_ratios_are_not_converted(kind):
    # protects: only odds ratios need a control risk
    assert estimate(interval(kind, 2, 1.2, 3.5), control_risk=0.2).value == 2


def test_a_90_percent_interval_is_widened_to_95():
    # protects: a narrower level never looks like more precision
    wide, said = estimate(interval("MD", -2.0, -3.0, -1.0)), estimate(interval("MD", -2.0, -3.0, -1.0, ci_level=0.9))
    assert said.interval == pytest.approx((-3.1916, -0.8084), abs=1e-3)
    assert said.variance > wide.variance
    assert assumed(said)[0] == "90% interval converted to 95%"


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


def of(kind, ours, other, **more):
    """What was printed about the two arms."""
    return {"type": kind, "intervention": ours, "comparator": other, **more}


def p(value, bound="exact"):
    return PValue(value, bound)


SIZES = ({"n": 25}, {"n": 22})
TWENTY = ({"n": 20}, {"n": 20})

# One line per conversion, each with a number worked out in the statistics reference (section 2, or 1 for counts).
WORKED = {
    "BCG trial 1: 4 of 123 against 11 of 139": (
        of("counts", {"events": 4, "n": 123}, {"events": 11, "n": 139}), {}, (math.exp(-0.8893), 0.3256)),
    "the same as shares": (
        of("proportions", {"share": 0.0325, "n": 123}, {"share": 0.0791, "n": 139}), {}, (math.exp(-0.8893), 0.3256)),
    "t behind p .018, 20 and 20": (of("SMD", *TWENTY, t=-2.4726), {}, (-0.7664, 0.10734)),
    "p .018, 20 and 20, side from the words": (
        of("SMD", *TWENTY), {"p": p(0.018), "words": "below"}, (-0.7664, 0.10734)),
    "difference 3.8, p .008, 25 and 22": (of("MD", *SIZES, estimate=3.8), {"p": p(0.008)}, (3.8, 1.3691**2)),
    "means 13.8 and 10, p .008, 25 and 22": (
        of("mean-post", {"mean": 13.8, "n": 25}, {"mean": 10, "n": 22}), {"p": p(0.008)}, (3.8, 1.3691**2)),
    "difference 1.6 (-1.2 to 4.4), 25 and 22": (
        of("MD", *SIZES, estimate=1.6, ci_low=-1.2, ci_high=4.4), {}, (1.6, 1.3902**2)),
    "odds ratio .64, p .17": ({"type": "OR", "estimate": 0.64}, {"p": p(0.17)}, (0.64, 0.1058)),
    "standardised difference .606971, 30 and 28": (
        of("SMD", {"n": 30}, {"n": 28}, estimate=0.606971), {}, (0.606971, 0.0722236)),
    "correlation .3 of 50": ({"type": "r", "estimate": 0.3}, {"n": 50}, (0.6290, 4 / (49 * 0.91))),
}  # fmt: skip


@pytest.mark.parametrize(("printed", "beside", "expected"), WORKED.values(), ids=WORKED)
def test_worked_number(printed, beside, expected):
    # protects: each way of printing an effect ends at the number that the reference works out
    found = estimate(printed, **beside)
    assert (found.value, found.variance) == pytest.approx(expected, rel=2e-3)
    assert found.interval[0] < found.value < found.interval[1]


@pytest.mark.parametrize("name", ["difference 3.8, p .008, 25 and 22", "means 13.8 and 10, p .008, 25 and 22"])
def test_a_p_value_and_arm_sizes_give_the_standard_deviation(name):
    # protects: SD 4.6835, so g .7978 (worked number); the interval is the t interval that p .008 implies
    printed, beside, _ = WORKED[name]
    found = estimate(printed, **beside)
    assert found.standardised.value == pytest.approx(0.7978, abs=1e-4)
    assert assumed(found.standardised) == ("standard deviation computed from the standard error and arm sizes",)
    assert found.interval == pytest.approx((3.8 - 2.0141 * 1.3691, 3.8 + 2.0141 * 1.3691), abs=1e-3)
    assert assumed(found) == (
        "p 0.008 taken as exact",
        "p taken as two-sided",
        "t distribution with 45 degrees of freedom",
    )


def test_a_bound_is_read_as_the_largest_standard_error_it_allows():
    # protects: 'p < .05' never gives a narrower interval than p = .05, and 'p > .05' gives none
    printed = of("MD", *SIZES, estimate=3.8)
    exact, below = estimate(printed, p=p(0.05)), estimate(printed, p=p(0.05, "below"))
    assert below.interval == exact.interval
    assert below.interval[0] == pytest.approx(0, abs=1e-9)
    assert "p <0.05 taken as its bound" in assumed(below)
    assert estimate(printed, p=p(0.05, "above")).interval is None


@pytest.mark.parametrize("value", [{"estimate": 0.0, "p": p(0.4)}, {"estimate": 3.8, "p": p(1.0)}, {"estimate": 3.8}])
def test_where_p_tells_no_standard_error_the_difference_stands_alone(value):
    # protects: a difference of zero, or a p of 1, would divide by zero; the direction is kept
    beside = {"p": value["p"]} if "p" in value else {}
    found = estimate(of("MD", *SIZES, estimate=value["estimate"]), **beside)
    assert (found.value, found.interval, found.standardised) == (value["estimate"], None, None)


def test_a_p_without_a_side_in_words_is_no_estimate():
    # protects: no sign is ever guessed
    assert estimate(of("SMD", *TWENTY), p=p(0.018)) is None
    assert estimate(of("SMD", *TWENTY), p=p(0.018), words="above").value == pytest.approx(0.7664, abs=1e-4)


def test_a_t_value_of_zero_is_no_difference():
    # protects: zero is a number like any other
    assert estimate(of("SMD", *TWENTY, t=0.0)).value == 0


def test_a_t_value_gives_the_standard_error_of_a_printed_difference():
    # protects: difference 3.8 with t 2.7755 is the same as with p .008 (worked number)
    assert math.sqrt(estimate(of("MD", *SIZES, estimate=3.8, t=2.7755)).variance) == pytest.approx(1.3691, abs=1e-4)


def test_a_standard_error_is_not_a_standard_deviation():
    # protects: SE .5477 of 30 people is SD 3 (never 6); then Hedges g is the published .6070
    found = estimate(of("mean-post", {"mean": 10, "se": 0.54772, "n": 30}, {"mean": 8, "se": 0.66144, "n": 28}))
    assert found.standardised.value == pytest.approx(0.606971, abs=1e-5)
    assert "standard deviation computed from the standard error of the mean" in assumed(found)


def test_standard_deviations_before_and_after_give_that_of_the_change():
    # protects: 2.38 and 2.21 with r .68 and n 10 give SE .5827 (published: .583)
    arm = {"sd_before": 2.38, "sd_after": 2.21, "n": 10}
    printed = of("mean-change", {"mean": -2, **arm}, {"mean": -1, **arm})
    found = estimate_from(Effect.model_validate(printed), "below", t=Thresholds(imputed_correlation=0.68))
    assert math.sqrt(found.variance / 2) == pytest.approx(0.5827, abs=1e-4)
    assert estimate(printed).variance > found.variance
    assert "standard deviation of the change: correlation of 0.5 between before and after" in assumed(estimate(printed))


# a, n1, c, n2: risk ratio, or None where only the 0.5 would give it a side
CELLS = [
    ((0, 20, 3, 20), (0.5 / 21) / (3.5 / 21)),
    ((20, 20, 15, 20), (20.5 / 21) / (15.5 / 21)),
    ((5, 20, 10, 40), 1.0),
    ((0, 20, 0, 40), None),
    ((20, 20, 40, 40), None),
    ((0, 1, 1, 1000), None),
]


@pytest.mark.parametrize(("cells", "expected"), CELLS)
def test_empty_cells(cells, expected):
    # protects: a correction for empty cells is said, and never decides on which side a study stands
    a, n1, c, n2 = cells
    found = estimate(of("counts", {"events": a, "n": n1}, {"events": c, "n": n2}))
    assert (found and found.value) == (expected and pytest.approx(expected))
    if found is not None and assumed(found):
        assert 0 in {a, n1 - a, c, n2 - c}
        assert assumed(found) == ("0.5 added to all four cells because one is empty",)


def test_shares_without_sizes_give_their_ratio_alone():
    # protects: 20% against 40% is a risk ratio of .5; without people there is no interval
    found = estimate(of("proportions", {"share": 0.2}, {"share": 0.4}))
    assert (found.value, found.interval, found.instrument) == (0.5, None, "RR")
    assert estimate(of("proportions", {"share": 0.0}, {"share": 0.4})) is None
    assert estimate(of("proportions", {"share": 0.2}, {"share": 0.4}), p=p(0.03)).interval[1] < 1


def test_counts_without_sizes_are_no_estimate():
    # protects: three events of nobody knows how many say nothing
    assert estimate(of("counts", {"events": 3}, {"events": 9})) is None


@pytest.mark.parametrize(("high", "arms_of"), [(0.5, "pooled"), (0.5, "independent")])
def test_the_interval_of_a_correlation_is_converted_end_by_end(high, arms_of):
    # protects: a pooled correlation keeps its own interval; its people alone would make it too narrow
    found = estimate(interval("r", 0.3, 0.1, high), n=50, arms=arms_of)
    assert found.interval == pytest.approx((0.2010, 1.1547), abs=1e-4)
    assert estimate({"type": "r", "estimate": 0.3}, n=50, arms="pooled").interval is None


@pytest.mark.parametrize("arms_of", ["pooled", "crossed"])
def test_a_standard_error_across_studies_or_within_people_gives_no_standard_deviation(arms_of):
    # protects: the spread among people cannot be read from a pooled or paired result; its interval can
    found = estimate(of("MD", *SIZES, estimate=3.8), p=p(0.008), arms=arms_of)
    assert found.interval is not None
    assert found.standardised is None
    assert estimate(of("SMD", *TWENTY, t=-2.4726), arms=arms_of) is None
