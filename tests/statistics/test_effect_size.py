import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from claimbook.synthesis.study import effect_size as es
from tests.statistics.reference import BCG_RR, COMPUTED, NORMAND_SMD, Checks, assert_published

SIZES = st.integers(2, 5_000)
SHARES = st.floats(0.001, 0.999)
GROUPS = st.builds(es.Group, SIZES, st.floats(-50, 50), st.floats(0.1, 20))

CHECKS: Checks = {
    ("bcg log RR", "first trial y, v"): lambda: [BCG_RR[0][0], BCG_RR[1][0]],
    ("normand", "SMD rows 1-4: g, v"): lambda: NORMAND_SMD[0][:4] + NORMAND_SMD[1][:4],
    ("conversion", "g from p .018 (20 v 20), negative sign"): lambda: [
        es.smd_from_p(0.018, 20, 20, positive=False).value
    ],
    ("conversion", "paired standardised change from p .018, n 50, with J(49)"): lambda: [
        es.standardised_change(0.018, 50, positive=True).value
    ],
    ("conversion", "OR 0.64 (0.33-1.22): log, variance from CI; variance from p .17"): lambda: [
        es.ratio_from_interval(0.64, 0.33, 1.22).value,
        es.ratio_from_interval(0.64, 0.33, 1.22).variance,
        es.ratio_from_p(0.64, 0.17).variance,
    ],
    ("conversion", "change scores s 2.38/2.21, n 10, r .68: SE; with SD 2: SE; SMD; SE of SMD"): lambda: [
        es.sd_of_change(2.38, 2.21, 0.68).value / math.sqrt(10),
        2 / math.sqrt(10),
        es.smd_paired(0.5, 2.38, 2.21, 10, 0.68).value,
        es.smd_paired(0.5, 2.38, 2.21, 10, 0.68).se,
    ],
}


@pytest.mark.parametrize("key", CHECKS, ids=str)
def test_published_value(key):
    assert_published(CHECKS, key)


FIRST, SECOND = es.Group(30, 10, 3), es.Group(28, 8, 3.5)


# Worked numbers of the statistics reference, to the digits given there.
@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (es.exact_j(10), 0.922746),
        (es.exact_j(38), 0.980110),
        (es.exact_j(56), 0.986537),
        (es.cohen_d(FIRST, SECOND), 0.615255),
        (es.smd_from_means(FIRST, SECOND).value, 0.606971),
        (es.smd_from_means(FIRST, SECOND).variance, 0.0722236),
        (es.md_from_means(es.Group(155, 55, 47), es.Group(156, 75, 64)).variance, 40.5863),
        (es.d_from_t(-es.t_from_p(0.018, 38), 20, 20), -0.7819),
        (es.t_from_p(0.018, 49) / math.sqrt(50), 0.3462),
        (es.md_from_p(3.8, 0.008, 25, 22).se, 1.3691),
        (es.sd_from_md(3.8, 0.008, 25, 22).value, 4.6835),
        (es.d_from_t(es.t_from_p(0.008, 45), 25, 22), 0.8114),
        (es.smd_from_md(3.8, 0.008, 25, 22).value, 0.7978),
        (es.se_from_interval(-1.2, 4.4).value, 1.4286),
        (es.se_from_interval(-1.2, 4.4, 47).value, 1.3902),
        (es.rr_from_or(2, 0.2).value, 1.6667),
        (es.smd_from_log_or(es.Effect(math.log(2), 1)).value, 0.3822),
        (es.smd_from_log_or(es.Effect(math.log(2), 1)).variance, 0.30396),
        (math.exp(es.log_or_from_smd(es.Effect(0.5, 1)).value), 2.4766),
        (es.smd_from_r(0.3, 50).value, 0.6290),
        (es.combine_groups(es.Group(20, 10, 2), es.Group(30, 12, 3)).mean, 11.2),
        (es.combine_groups(es.Group(20, 10, 2), es.Group(30, 12, 3)).sd, 2.8031),
        (es.absolute_effect(0.75, 0.20).per_1000, -50),
        (es.absolute_effect(0.75, 0.20).nnt, 20),
        (es.effective_n(120, 0.05, 21).value, 60),
    ],
)
def test_worked_number(found, expected):
    digits = len(str(expected).partition(".")[2])
    assert found == pytest.approx(expected, abs=0.51 * 10**-digits)


def test_all_nine_normand_rows():
    np.testing.assert_allclose(NORMAND_SMD, [COMPUTED["normand_SMD"]["g"], COMPUTED["normand_SMD"]["v"]], atol=1e-6)


# Every conversion says in words what was assumed; a plain computation from full data assumes nothing.
@pytest.mark.parametrize(
    ("result", "words"),
    [
        (es.smd_from_md(3.8, 0.008, 25, 22), "standard deviation computed from p and arm sizes"),
        (es.se_from_interval(-1.2, 4.4, 47), "t interval, df 45"),
        (es.se_from_interval(-1.2, 4.4), "number of participants unknown"),
        (es.ratio_from_interval(1.2, 0.8, 1.6), "off the midpoint"),
        (es.log_rr(0, 20, 3, 20), "0.5 added to all four cells"),
        (es.log_or(0, 20, 0, 20), "says nothing on the ratio"),
        (es.rr_from_or(2, 0.2), "control risk of 0.2"),
        (es.sd_of_change(2, 2), "correlation of 0.5"),
        (es.smd_from_log_or(es.log_or(3, 20, 5, 20)), "logistic"),
        (es.absolute_effect(4, 0.5), "held at 1"),
    ],
)
def test_assumption_is_said(result, words):
    assert words in "; ".join(map(str, result.assumptions))


@pytest.mark.parametrize(
    "effect",
    [
        es.smd_from_means(FIRST, SECOND),
        es.log_rr(4, 123, 11, 139),
        es.log_or(4, 123, 11, 139),
        es.ratio_from_interval(0.64, 0.33, 1.22),
    ],
)
def test_nothing_assumed_from_full_data(effect):
    assert effect.assumptions == ()


# The correction touches the study with the empty cell only, and all its four cells.
def test_zero_cell():
    assert es.log_or(0, 22, 1, 21).value == pytest.approx(math.log(0.5 * 20.5 / (22.5 * 1.5)))
    assert es.log_rr(0, 22, 1, 21).value == pytest.approx(math.log((0.5 / 23) / (1.5 / 22)))
    assert es.log_rr(5, 5, 5, 5).variance > 0


def test_no_difference_has_no_number_needed_to_treat():
    assert es.absolute_effect(1, 0.2).nnt is None
    assert es.absolute_effect(1.5, 0.2).nnt == pytest.approx(-10)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: es.smd_from_p(0, 20, 20, positive=True), "p value"),
        (lambda: es.smd_from_p(math.nan, 20, 20, positive=True), "p value"),
        (lambda: es.smd_from_t(2, 0, 20), "n1 must be a positive number"),
        (lambda: es.smd_from_d(0.5, 1, 2), "four together"),
        (lambda: es.md_from_p(0, 0.04, 20, 20), "does not tell the standard error"),
        (lambda: es.md_from_p(2, 1, 20, 20), "does not tell the standard error"),
        (lambda: es.ratio_from_p(1, 0.04), "does not tell the standard error"),
        (lambda: es.ratio_from_interval(0.64, 0, 1.22), "low must be a positive number"),
        (lambda: es.ratio_from_interval(2, 0.33, 1.22), "outside its own interval"),
        (lambda: es.difference_from_interval(1, 2, 0), "interval_width must be a positive number"),
        (lambda: es.se_from_interval(0, 2, 2), "degrees_of_freedom must be a positive number"),
        (lambda: es.log_rr(5, 4, 1, 4), "5 events among 4 participants"),
        (lambda: es.rr_from_or(2, 1), "control_risk must lie between 0 and 1"),
        (lambda: es.Group(10, 1, -2), "cannot be negative"),
        (lambda: es.cohen_d(es.Group(10, 1, 0), es.Group(10, 2, 0)), "pooled_sd must be a positive number"),
        (lambda: es.Effect(math.nan, 1), "effect must be a finite number"),
        (lambda: es.Effect(1, -1), "variance must be a positive number"),
        (lambda: es.smd_from_r(1, 30), "correlation between -1 and 1"),
        (lambda: es.sd_of_change(1, 1, 2), "correlation within -1 to 1"),
        (lambda: es.effective_n(100, 2, 10), "intracluster correlation"),
        (lambda: es.exact_j(1), "more than one degree of freedom"),
    ],
)
def test_wrong_input_is_named_in_one_sentence(wrong, words):
    with pytest.raises(ValueError, match=words) as caught:
        wrong()
    assert "\n" not in str(caught.value)


# Swapping the groups mirrors the effect and keeps its variance.
@given(GROUPS, GROUPS)
def test_mirrored_groups(one, other):
    for measure in (es.smd_from_means, es.md_from_means):
        assert measure(one, other).value == pytest.approx(-measure(other, one).value)
        assert measure(one, other).variance == pytest.approx(measure(other, one).variance)


# The unit of measurement cancels in a standardised difference.
@given(SIZES, SIZES, st.floats(-50, 50), st.floats(0.1, 20), st.floats(0.01, 100))
def test_smd_has_no_unit(n1, n2, mean, sd, unit):
    plain = es.smd_from_means(es.Group(n1, mean, sd), es.Group(n2, 0, sd))
    scaled = es.smd_from_means(es.Group(n1, mean * unit, sd * unit), es.Group(n2, 0, sd * unit))
    assert scaled.value == pytest.approx(plain.value)


# Two arms put together have the mean and SD of all their participants.
@given(st.lists(st.floats(-100, 100), min_size=2, max_size=20), st.lists(st.floats(-100, 100), min_size=2, max_size=20))
def test_combined_arms_are_all_participants(first, second):
    both = es.combine_groups(*(es.Group(len(x), float(np.mean(x)), float(np.std(x, ddof=1))) for x in (first, second)))
    everybody = first + second
    assert both.n == len(everybody)
    assert both.mean == pytest.approx(np.mean(everybody), abs=1e-9)
    assert both.sd == pytest.approx(np.std(everybody, ddof=1), abs=1e-6)


# A p goes to t and back; a tiny p must not become 0 or infinity on the way.
@given(st.floats(1e-12, 0.999), SIZES, SIZES)
def test_smd_from_p_agrees_with_smd_from_t(p, n1, n2):
    t = es.t_from_p(p, n1 + n2 - 2)
    assert es.smd_from_p(p, n1, n2, positive=True).value == pytest.approx(es.smd_from_t(t, n1, n2).value)
    assert es.smd_from_p(p, n1, n2, positive=False).value == pytest.approx(-es.smd_from_t(t, n1, n2).value)


@given(st.floats(-20, 20), st.floats(1e-6, 1e3))
def test_interval_and_back(value, se):
    effect = es.Effect(value, se**2)
    again = es.difference_from_interval(value, *effect.interval, 1_000)
    assert again.se == pytest.approx(se, rel=1e-6)
    assert len(again.assumptions) == 1  # read as normal; the middle is the middle


@given(st.floats(0.05, 20), SHARES)
def test_risk_ratio_lies_between_odds_ratio_and_one(odds_ratio, risk):
    rr = es.rr_from_or(odds_ratio, risk).value
    assert min(1, odds_ratio) * (1 - 1e-12) <= rr <= max(1, odds_ratio) * (1 + 1e-12)


@given(st.floats(-3, 3), st.floats(0.001, 10))
def test_smd_and_log_odds_ratio_and_back(value, variance):
    again = es.smd_from_log_or(es.log_or_from_smd(es.Effect(value, variance)))
    assert (again.value, again.variance) == pytest.approx((value, variance))


# Counting the other outcome flips the odds ratio; the risk ratio has no such symmetry.
@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 60), st.integers(1, 60))
def test_odds_ratio_of_the_other_outcome(a, b, c, d):
    assume(a * d != b * c)
    assert es.log_or(a, a + b, c, c + d).value == pytest.approx(-es.log_or(b, a + b, d, c + d).value)


# Very large trials, empty arms and tiny p values give finite numbers.
@pytest.mark.parametrize(
    "effect",
    [
        es.log_rr(1, 10**9, 2, 10**9),
        es.log_or(10**9, 10**9, 0, 10**9),
        es.smd_from_means(es.Group(10**9, 1, 1e-6), es.Group(10**9, 0, 1e-6)),
        es.smd_from_p(1e-200, 2_000, 2_000, positive=True),
        es.smd_from_p(1, 20, 20, positive=True),
    ],
)
def test_extreme_input_stays_finite(effect):
    assert all(map(math.isfinite, (effect.value, effect.se, *effect.interval)))
