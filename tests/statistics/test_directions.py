import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from claimbook.synthesis.pool.directions import (
    count_directions,
    fisher,
    one_sided,
    sign_test,
    stouffer,
    wilson_interval,
    z_from_one_sided,
    z_score,
)
from tests.statistics.reference import BCG_N, BCG_RR, EXERCISE, EXERCISE_N, REFERENCE, Checks, assert_published

P = REFERENCE["inputs"]["p_values"]
P_VALUES = st.floats(1e-12, 1)


def scores(name):
    return [z_from_one_sided(p) for p in P[name]]


def toward_claim(body, *, sign):
    return [sign * y / math.sqrt(v) for y, v in zip(*body, strict=True)]


CHECKS: Checks = {
    ("p_values teacher_expectancy", "Fisher X2, df, p"): lambda: [
        fisher(P["teacher_expectancy"]).statistic,
        fisher(P["teacher_expectancy"]).df,
        fisher(P["teacher_expectancy"]).p,
    ],
    ("p_values becker", "Fisher X2, df; Stouffer Z"): lambda: [
        fisher(P["becker"]).statistic,
        fisher(P["becker"]).df,
        stouffer(scores("becker")).z,
    ],
    ("p_values rosenthal", "Fisher X2; Stouffer Z, p; df-weighted Z, p"): lambda: [
        fisher(P["rosenthal"]).statistic,
        stouffer(scores("rosenthal")).z,
        stouffer(scores("rosenthal")).p_one_sided,
        stouffer(scores("rosenthal"), P["rosenthal_df"]).z,
        stouffer(scores("rosenthal"), P["rosenthal_df"]).p_one_sided,
    ],
    ("p_values validity", "Fisher X2; Stouffer Z"): lambda: [
        fisher(P["validity"]).statistic,
        stouffer(scores("validity")).z,
    ],
    ("sign test", "9 of 9; 5 of 6 (two-sided p)"): lambda: [sign_test(9, 0), sign_test(5, 1)],
}


@pytest.mark.parametrize("key", CHECKS, ids=str)
def test_published_value(key):
    assert_published(CHECKS, key)


@pytest.mark.parametrize(
    ("toward", "n", "p", "low", "high"),
    [
        (5, 5, 0.0625, 0.5655, 1),
        (5, 6, 0.21875, 0.4365, 0.9699),
        (6, 6, 0.03125, 0.6097, 1),
        (7, 8, 0.0703125, 0.5291, 0.9776),
        (9, 9, 0.00390625, 0.7009, 1),
        (8, 10, 0.109375, 0.4902, 0.9433),
        (11, 13, 0.0224609, 0.5777, 0.9567),
        (16, 22, 0.0524788, 0.5185, 0.8685),
        (18, 20, 0.000402451, 0.6990, 0.9721),
    ],
)
def test_sign_test_and_wilson_interval(toward, n, p, low, high):
    count = count_directions(toward, n - toward, without_direction=2)
    assert count.p == pytest.approx(p, rel=1e-5)
    assert count.wilson == pytest.approx((low, high), abs=6e-5)
    assert (count.share, count.without_direction) == (toward / n, 2)


@pytest.mark.parametrize(
    ("name", "statistic", "p"),
    [
        ("teacher_expectancy", 69.47328, 0.00136943),
        ("becker", 18.53301, 0.0466111),
        ("rosenthal", 22.98519, 0.0108014),
        ("validity", 159.81996, 2.990e-16),
    ],
)
def test_fisher(name, statistic, p):
    assert fisher(P[name]).statistic == pytest.approx(statistic, abs=1e-5)
    assert fisher(P[name]).p == pytest.approx(p, rel=1e-3)


@pytest.mark.parametrize(
    ("z_scores", "weights", "z"),
    [
        (scores("teacher_expectancy"), None, 2.42345),
        (scores("becker"), None, 1.53247),
        (scores("rosenthal"), None, 2.39466),
        (scores("rosenthal"), P["rosenthal_df"], 3.00572),
        (scores("validity"), None, 8.18699),
        (scores("validity"), [math.sqrt(n) for n in P["validity_n"]], 8.67173),
        (toward_claim(BCG_RR, sign=-1), [math.sqrt(n) for n in BCG_N], 6.5288),
        (toward_claim(EXERCISE, sign=1), [math.sqrt(n) for n in EXERCISE_N], 4.7256),
    ],
)
def test_stouffer(z_scores, weights, z):
    digits = len(str(z).partition(".")[2])
    assert stouffer(z_scores, weights).z == pytest.approx(z, abs=10**-digits)


def test_stouffer_p_of_rosenthal():
    assert stouffer(scores("rosenthal")).p_one_sided == pytest.approx(0.00831778, rel=1e-5)
    assert stouffer(scores("rosenthal"), P["rosenthal_df"]).p_one_sided == pytest.approx(0.00132477, rel=1e-5)


# Two strong results each way: Fisher sees "an effect somewhere", Stouffer sees none. Hence Fisher is no default.
def test_conflict():
    conflict = [0.0001, 0.0001, 0.9999, 0.9999]
    assert fisher(conflict).p == pytest.approx(1.23e-5, rel=1e-2)
    assert stouffer([z_from_one_sided(p) for p in conflict]).p_one_sided == pytest.approx(0.5)


def test_a_study_without_direction_is_neutral():
    assert z_score(0.03, toward_claim=None) == 0
    assert one_sided(0.03, toward_claim=None) == 0.5
    assert 0 < stouffer([1.5, 0.0]).z < stouffer([1.5]).z


# A p that is lost in 1 - p must keep its strength on both sides.
def test_tiny_p_is_as_strong_away_as_toward():
    assert z_score(1e-100, toward_claim=True) == -z_score(1e-100, toward_claim=False)
    assert stouffer([z_score(1e-100, toward_claim=side) for side in (True, False)]).z == 0


def test_p_never_rounds_to_zero():
    assert stouffer([40.0] * 5).p_two_sided > 0
    assert fisher([1e-300] * 50).p > 0
    assert sign_test(3_000, 0) > 0


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: count_directions(0, 0, 3), "at least 1"),
        (lambda: sign_test(0, 0), "at least one study with a direction"),
        (lambda: count_directions(-1, 3), "cannot be negative"),
        (lambda: wilson_interval(4, 3), "count from 0 to n"),
        (lambda: stouffer([]), "one score and one weight"),
        (lambda: stouffer([1.0, 2.0], [1.0]), "one score and one weight"),
        (lambda: stouffer([math.nan]), "score must be a finite number"),
        (lambda: stouffer([1.0], [0.0]), "weight must be a positive number"),
        (lambda: fisher([]), "nothing to combine"),
        (lambda: fisher([0.2, 0.0]), "p value"),
        (lambda: one_sided(1.2, toward_claim=True), "p value"),
        (lambda: z_from_one_sided(1.0), "no normal score"),
    ],
)
def test_wrong_input_is_named_in_one_sentence(wrong, words):
    with pytest.raises(ValueError, match=words):
        wrong()


@given(st.integers(0, 200), st.integers(0, 200))
def test_sign_test_is_symmetric_and_exact(toward, away):
    if toward + away == 0:
        return
    assert sign_test(toward, away) == sign_test(away, toward)
    assert sign_test(toward, away) == pytest.approx(stats.binomtest(toward, toward + away).pvalue)


@given(st.integers(1, 100_000), st.floats(0, 1))
def test_wilson_interval_holds_the_share(n, part):
    count = round(part * n)
    low, high = wilson_interval(count, n)
    assert 0 <= low <= count / n <= high <= 1
    ours = stats.binomtest(count, n).proportion_ci(method="wilson")
    assert (low, high) == pytest.approx((ours.low, ours.high), abs=1e-9)


@given(st.lists(st.tuples(P_VALUES, st.booleans(), st.floats(0.1, 100)), min_size=1, max_size=12))
def test_stouffer_mirrored_and_in_any_order(entries):
    z = [z_score(p, toward_claim=side) for p, side, _ in entries]
    weights = [weight for _, _, weight in entries]
    combined = stouffer(z, weights)
    assert stouffer([-one for one in z], weights).z == -combined.z
    assert stouffer(z[::-1], weights[::-1]).z == pytest.approx(combined.z, abs=1e-12)
    assert stouffer(z, [7 * weight for weight in weights]).z == pytest.approx(combined.z, abs=1e-12)
    assert 0 < combined.p_two_sided <= 1


@given(st.lists(st.floats(1e-6, 0.999), min_size=2, max_size=12))
def test_combinations_agree_with_scipy(p_values):
    weights = [1.0 + i for i in range(len(p_values))]
    z = [z_from_one_sided(p) for p in p_values]
    assert stouffer(z, weights).z == pytest.approx(
        stats.combine_pvalues(p_values, "stouffer", weights).statistic, abs=1e-9
    )
    assert fisher(p_values).p == pytest.approx(stats.combine_pvalues(p_values, "fisher").pvalue, rel=1e-6)


@given(P_VALUES)
def test_one_sided_halves_or_turns(p):
    assert one_sided(p, toward_claim=True) + one_sided(p, toward_claim=False) == pytest.approx(1)
    assert stouffer([z_score(p, toward_claim=True)]).p_two_sided == pytest.approx(p)
