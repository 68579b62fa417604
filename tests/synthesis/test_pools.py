"""Estimates on one scale, p values combined (grading specification 4.1, statistics 3, 5 and 6.2)."""

import math

import pytest

from claimbook.model.assessment import Measure, Route
from claimbook.synthesis.pool.directions import stouffer
from claimbook.synthesis.pool.effects import pool
from claimbook.synthesis.pool.estimates import combined_p
from claimbook.synthesis.thresholds import DEFAULT
from tests.synthesis.factory import arms, interval, only, rules, study, weigh


def body(*effects, sizes=None, **facts):
    """Trials with these effects; the words say no difference, so that the number alone decides."""
    n = sizes or [50] * len(effects)
    said = {"says": "no difference"} | facts
    return only(weigh(*[study(f"s{i}", n=n[i], effect=effect, **said) for i, effect in enumerate(effects)]))


def three(kind, *, instrument=None, middle=-0.5):
    return body(*[interval(kind, middle + step, middle + step - 0.3, middle + step + 0.3) for step in (-0.1, 0, 0.1)],
                instrument=instrument)  # fmt: skip


# One scale


def test_ratios_are_pooled_on_the_log_scale():
    # protects: REML on logarithms, shown as ratios
    ends = [(0.6, 0.4, 0.9), (0.7, 0.5, 0.98), (0.8, 0.6, 1.07)]
    found = body(*[interval("RR", *each) for each in ends]).numbers
    values = [math.log(value) for value, _, _ in ends]
    variances = [((math.log(high) - math.log(low)) / 3.919928) ** 2 for _, low, high in ends]
    expected = pool(values, variances)
    assert found.measure is Measure.RATIO
    assert found.estimate == pytest.approx(math.exp(expected.estimate))
    assert found.ci == pytest.approx([math.exp(end) for end in expected.interval], rel=1e-5)


def test_standardised_differences_are_turned_toward_the_claim():
    # protects: scales on which less and more is better stand in one pool with one sign (never 7)
    more_is_better = [study(f"m{i}", n=50, effect=interval("SMD", 0.5, 0.2, 0.8), better_if="higher") for i in (1, 2)]
    less_is_better = study("l", n=50, effect=interval("SMD", -0.5, -0.8, -0.2))
    found = only(weigh(*more_is_better, less_is_better))
    assert found.route.value is Route.POOL
    assert (found.numbers.estimate, found.numbers.i2) == (pytest.approx(0.5), 0)


def test_one_instrument_keeps_its_unit():
    # protects: mean differences of one named instrument are pooled in its unit
    found = three("MD", instrument="VAS", middle=-5)
    assert (found.numbers.measure, found.numbers.estimate) == (Measure.MD, pytest.approx(-5))
    assert found.route.reason.startswith("mean difference, VAS: 3 studies, REML, modified HKSJ interval")


def test_three_studies_are_pooled_with_a_caution():
    # protects: the modified interval of three studies is never shown without its real error rate (never 12)
    caution = " (with three studies it errs in 0.9% of cases instead of 5%, so it is very wide)"
    alike = interval("SMD", -0.5, -0.8, -0.2)
    assert body(*[alike] * 3).route.reason.endswith(caution)
    assert "errs" not in body(*[alike] * 4).route.reason
    apart = [interval("SMD", middle, middle - 0.1, middle + 0.1) for middle in (-0.9, -0.5, -0.1)]
    assert body(*apart).route.reason.endswith("3 studies, REML, HKSJ interval")


def test_mean_differences_of_different_or_unnamed_scales_are_not_pooled():
    # protects: points of different scales are never added up
    assert three("MD").route.value is Route.P
    trials = [study(f"s{i}", n=50, effect=interval("MD", -5, -8, -2), instrument=f"scale {i}") for i in range(3)]
    assert only(weigh(*trials)).route.value is Route.P


POINTS, OTHER = interval("MD", -5, -8, -2), interval("MD", -3, -6, -1)
UNNAMED = "the mean differences name no instrument, so nothing says that they share a unit"
FEW = "too few of the printed sizes share a scale"


@pytest.mark.parametrize(
    ("results", "apart", "end"),
    [
        ([{"effect": POINTS}, {"effect": OTHER}], "no instrument", f"; {UNNAMED}"),
        ([{"effect": POINTS, "instrument": "kg"}, {"effect": OTHER}], "no instrument", f"; {UNNAMED}"),
        (
            [{"effect": POINTS, "instrument": "kg"}, {"effect": OTHER, "instrument": "lb"}],
            "few on one scale",
            f"; {FEW}",
        ),
        ([{"effect": POINTS}, {"effect": interval("RR", 0.6, 0.4, 0.9)}], "few on one scale", f"; {FEW}"),
        # two are too few to be pooled beside a third, whatever they name; nobody is told to name what would not help
        ([{"effect": POINTS}, {"effect": OTHER}, {"p": "0.01"}], "few on one scale", f"; {FEW}"),
        ([{"effect": POINTS}] * 3 + [{"p": "0.01"}], "no instrument", f"; {UNNAMED}"),
        ([{"effect": POINTS, "instrument": "kg"}, {"effect": OTHER, "instrument": "kg"}], None, "side by side"),
        ([{"effect": POINTS}, {"p": "0.01"}], None, "give a p value with a direction"),
        ([{"p": "0.02"}, {"p": "0.01"}], None, "give a p value with a direction"),
    ],
)
def test_sizes_that_were_not_put_together_say_why(results, apart, end):
    # protects: a size that was printed is never told as one that was not seen
    found = only(weigh(*[study(f"s{i}", n=200, **result) for i, result in enumerate(results)]))
    assert (found.numbers.apart, found.route.reason.endswith(end)) == (apart, True)
    reasons = {ruling.rule: ruling.reason for domain in found.grade.domains for ruling in domain.rulings}
    assert ("of the studies together" in reasons.get("IMPRECISION-NOCI-0", "")) == (apart is not None)


def test_a_difference_without_interval_does_not_change_the_scale_of_the_others():
    # protects: one bare mean does not throw three mean differences out of their pool
    trials = [study(f"s{i}", n=60, effect=interval("MD", -5, -8, -2), instrument="VAS") for i in range(3)]
    bare = study("bare", n=40, effect={"type": "MD", "estimate": -4.0}, instrument="NRS")
    assert only(weigh(*trials, bare)).numbers.measure is Measure.MD


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("mean-post", "mean-post", "mean-post"), Route.POOL),
        (("mean-change", "mean-change", "mean-change"), Route.POOL),
        (("mean-post", "mean-post", "mean-change"), Route.P),
    ],
)
def test_final_and_change_scores_are_never_mixed_in_one_smd_pool(kinds, expected):
    # protects: standard deviations of change are other units (never 8)
    effects = [arms(kind, (3 + i, 2, 30), (5 + i, 2, 30)) for i, kind in enumerate(kinds)]
    trials = [study(f"s{i}", n=60, effect=e, instrument=f"scale {i}") for i, e in enumerate(effects)]
    assert only(weigh(*trials)).route.value is expected


def test_odds_ratios_join_risk_ratios_only_where_the_control_risk_is_known():
    # protects: odds ratios are never pooled as if they were risk ratios (never 6)
    ratios = [study(f"r{i}", n=90, effect=interval("RR", 0.7, 0.5, 0.98)) for i in (1, 2)]
    odds = {"n": 90, "effect": interval("OR", 0.6, 0.4, 0.9)}
    assert only(weigh(*ratios, study("o", **odds))).route.value is Route.P
    known = study("o", **odds, finding={"control_risk": 0.3})
    assert only(weigh(*ratios, known)).route.value is Route.POOL


def test_the_scale_with_enough_studies_is_pooled():
    # protects: two large studies on another scale do not hide a pool of three that holds half of the people
    large = [study(f"l{i}", n=150, effect=interval("RR", 0.7, 0.5, 0.9)) for i in (1, 2)]
    pooled = [study(f"s{i}", n=100, effect=interval("SMD", -0.5, -0.8, -0.2)) for i in range(3)]
    found = only(weigh(*large, *pooled))
    assert (found.route.value, found.numbers.measure) == (Route.POOL, Measure.SMD)


def test_standardised_limits_follow_a_pool_in_points():
    # protects: a pool in points has the zone of standardised differences where every study allows it
    found = body(*[arms("mean-post", (3, 2, 40), (5, 2, 40))] * 3, instrument="VAS").numbers
    assert found.measure is Measure.MD
    assert found.convertible_md[0] < -0.9 < found.convertible_md[1]


def test_opposite_share_of_a_null_result_is_counted_against_the_zone():
    # protects: for a null state only estimates outside little or no effect disagree (3.2)
    close = [interval("RR", value, value * 0.9, value / 0.9) for value in (0.97, 1.03, 0.98, 1.02)]
    found = body(*close, sizes=[5000] * 4)
    assert found.state.value.value == "null"
    assert found.numbers.opposite_weight_share == 0
    far = body(*[interval("RR", value, value * 0.7, value / 0.7) for value in (0.6, 1.7, 1.0)]).numbers
    assert far.opposite_weight_share > 0


def test_opposite_share_of_a_shown_effect_is_counted_against_no_effect():
    # protects: the zone is for null results only, even where a small effect lies inside it
    effects = [interval("RR", value, value * 0.97, value / 0.97) for value in (0.88, 0.9, 0.9, 0.92, 1.01)]
    found = body(*effects, sizes=[9000] * 5)
    assert found.state.value.value == "favours"
    assert found.numbers.opposite_weight_share == pytest.approx(0.2, abs=0.02)


# Small-study effects


def funnel(kind, *, step, turn=1):
    """Ten studies: the smaller, the larger the effect."""
    widths = [0.1 + 0.1 * i for i in range(10)]
    if kind == "SMD":
        return [interval("SMD", turn * (0.05 + step * w), turn * (0.05 + step * w) - w, turn * (0.05 + step * w) + w)
                for w in widths]  # fmt: skip
    centres = [math.exp(-0.05 - step * w) for w in widths]
    return [interval(kind, c, c * math.exp(-w), c * math.exp(w)) for c, w in zip(centres, widths, strict=True)]


def sizes(n=10):
    return [int(400 / (1 + i) ** 2) + 20 for i in range(n)]


def test_asymmetry_is_asked_from_ten_studies_on():
    # protects: no funnel test below ten studies (never 13)
    few = funnel("SMD", step=1.0, turn=-1)[:9]
    assert body(*few).numbers.asymmetry_p is None
    found = body(*funnel("SMD", step=1.0, turn=-1)).numbers
    assert found.asymmetry_p < 0.1
    assert found.trimfill_changes_conclusion is not None


def test_asymmetry_of_ratios_rests_on_sizes():
    # protects: Egger's test with standard errors is never run on ratios (never 13)
    effects = funnel("OR", step=1.0)
    assert body(*effects, sizes=sizes()).numbers.asymmetry_p < 0.1
    assert body(*effects, sizes=[*sizes(9), None]).numbers.asymmetry_p is None
    assert body(*effects).numbers.asymmetry_p is None  # all of one size: no funnel


def test_studies_of_one_size_make_no_funnel():
    # protects: ten equal intervals are no error
    found = body(*[interval("SMD", -0.5 - i / 100, -0.8 - i / 100, -0.2 - i / 100) for i in range(10)]).numbers
    assert (found.asymmetry_p, found.trimfill_changes_conclusion) == (None, None)


def test_the_conclusion_is_compared_with_the_same_interval():
    # protects: a conclusion changes through missing studies, not through another kind of interval
    around = [(-0.2 + 0.1 * (-1) ** i, 0.55 if i // 2 % 2 else 0.63) for i in range(10)]
    effects = [interval("SMD", middle, middle - half, middle + half) for middle, half in around]
    assert body(*effects).numbers.trimfill_changes_conclusion is False


# p values


def readings(*facts):
    return weigh(*[study(f"s{i}", **each) for i, each in enumerate(facts)]).studies


def test_stouffer_weighs_with_the_root_of_n():
    # protects: weights sqrt(N), both directions, 'p < .05' as .05
    found = combined_p(readings({"p": "0.01"}, {"says": "against", "p": "0.2"}, {"p": "<0.05"}), [100, 25, 64], DEFAULT)
    expected = stouffer([2.575829, -1.281552, 1.959964], [10, 5, 8])
    assert found.z == pytest.approx(expected.z, abs=1e-6)


@pytest.mark.parametrize("silent", [{}, {"says": "no difference", "p": "0.6"}, {"p": ">0.05"}, {"says": "against"}])
def test_what_enters_as_no_effect(silent):
    # protects: a direction without p, 'NS' without direction and a lower bound enter as z = 0, they are not left out
    found = combined_p(readings({"p": "0.01"}, silent), [50, 50], DEFAULT)
    assert found.z == pytest.approx(2.575829 / math.sqrt(2), abs=1e-6)
    assert found.k == 2


def test_an_interval_supplies_what_a_lower_bound_does_not():
    # protects: 'p > .05' beside an interval does not erase what the interval says
    printed = interval("SMD", -0.3, -0.7, 0.1)
    bounded, bare = readings({"effect": printed, "p": ">0.05"}, {"effect": printed})
    assert combined_p([bounded], [1], DEFAULT).z == combined_p([bare], [1], DEFAULT).z == pytest.approx(1.47, abs=1e-3)


def test_nothing_to_combine():
    # protects: no p at all is no combined p of 1
    assert combined_p(readings({}, {"says": "no difference", "p": "0.6"}), [50, 50], DEFAULT) is None


def test_two_strong_results_each_way_cancel():
    # protects: p values that disagree never add up to an effect, as Fisher's method would have it (never 9)
    ways = [("favours", "0.0002"), ("favours", "0.0002"), ("against", "0.0002"), ("against", "0.0002")]
    assessed = weigh(*[study(f"s{i}", says, n=50, p=p) for i, (says, p) in enumerate(ways)])
    assert only(assessed).numbers.stouffer_p == pytest.approx(1)
    assert only(assessed).state.value.value == "inconclusive"
    assert "INCONS-SHARE-2" in rules(assessed)


def test_significance_is_never_counted():
    # protects: twenty small trials of which two are significant are pooled, not outvoted (never 1)
    effects = [interval("SMD", -0.3 + 0.1 * (i % 3), -0.8 + 0.1 * (i % 3), 0.2 + 0.1 * (i % 3)) for i in range(20)]
    assessed = body(*effects, sizes=[60] * 20)
    significant = sum(each["ci_high"] < 0 for each in effects)
    assert significant == 0
    assert assessed.state.value.value == "favours"
