"""Contours of the albatross plot (statistics reference, section 7)."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special

from claimbook.synthesis.details import albatross as alb
from claimbook.synthesis.study.effect_size import smd_from_p
from tests.statistics.reference import EXERCISE, EXERCISE_N


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (alb.n_for_smd(0.05, 0.2), 386.1),
        (alb.n_for_smd(0.05, 0.5), 63.4),
        (alb.n_for_smd(0.05, -0.8), 25.9),
        (alb.n_for_smd(0.001, 0.5), 178.7),
        (alb.n_for_smd(0.05, 0.5, ratio=2), 71.1),
        (alb.n_for_correlation(0.05, 0.3), 43.1),
        (alb.n_for_or(0.05, 2), 107.1),
        (alb.n_for_rr(0.05, 0.75, 0.2), 897.4),
        (alb.n_for_rr(0.05, 0.5, 0.2), 207.9),
        (alb.n_for_or_at_risk(0.05, 2, 0.2), 171.9),
        (alb.smd_behind(0.03, 60), 0.5716),
        (alb.smd_behind(0.01, 120), 0.4769),
        (alb.smd_behind(0.001, 46), 1.0330),
    ],
)
def test_worked_number(found, expected):
    digits = len(str(expected).partition(".")[2])
    assert float(found) == pytest.approx(expected, abs=0.51 * 10**-digits)


# 22 exercise trials: what p and N imply agrees with the sizes that were printed.
def test_exercise_trials():
    effects, variances = map(np.array, EXERCISE)
    p = 2 * special.ndtr(-np.abs(effects) / np.sqrt(variances))
    implied = np.copysign(alb.smd_behind(p, EXERCISE_N), effects)
    assert np.corrcoef(implied, effects)[0, 1] > 0.99
    assert np.abs(implied - effects).mean() < 0.03


P = st.floats(1e-300, 0.999)
CONTOURS = st.sampled_from(
    [
        lambda p: alb.n_for_smd(p, 0.5, ratio=1.5),
        lambda p: alb.n_for_correlation(p, -0.3),
        lambda p: alb.n_for_or(p, 0.5),
        lambda p: alb.n_for_or_at_risk(p, 3, 0.1, ratio=0.5),
        lambda p: alb.n_for_rr(p, 0.7, 0.3, ratio=2),
    ]
)


# A smaller p needs more people, along every contour and however many points are asked at once.
@given(CONTOURS, st.lists(P, min_size=2, max_size=9, unique=True))
def test_smaller_p_needs_more_people(contour, values):
    people = contour(sorted(values))
    assert people.shape == (len(values),)
    assert np.isfinite(people).all()
    assert (np.diff(people) <= 0).all()


# Larger effects need fewer people; which arm is the smaller one does not matter for a difference.
@given(P, st.floats(0.05, 3), st.floats(1.01, 3), st.floats(0.2, 5))
def test_larger_effects_need_fewer_people(p, smd, factor, ratio):
    assert alb.n_for_smd(p, smd * factor, ratio=ratio) < alb.n_for_smd(p, smd, ratio=ratio)
    assert alb.n_for_smd(p, smd, ratio=1 / ratio) == pytest.approx(alb.n_for_smd(p, smd, ratio=ratio))


# A point on a contour is read back as the effect of that contour.
@given(st.floats(1e-12, 0.99), st.floats(0.05, 3), st.floats(0.2, 5))
def test_contour_and_back(p, smd, ratio):
    assert alb.smd_behind(p, alb.n_for_smd(p, smd, ratio=ratio), ratio=ratio) == pytest.approx(smd)


# In trials of some size the approximate inverse agrees with the exact one through t.
@given(st.floats(1e-4, 0.9), st.integers(50, 2000))
def test_inverse_agrees_with_t(p, arm):
    exact = smd_from_p(p, arm, arm, positive=True).value
    assert alb.smd_behind(p, 2 * arm) == pytest.approx(exact, rel=0.02)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: alb.n_for_smd(0, 0.5), "above 0"),
        (lambda: alb.n_for_smd([0.05, math.nan], 0.5), "above 0"),
        (lambda: alb.n_for_smd(0.05, 0), "size_of_smd"),
        (lambda: alb.n_for_smd(0.05, 0.5, ratio=0), "ratio must be"),
        (lambda: alb.n_for_correlation(0.05, 1), "size_of_correlation"),
        (lambda: alb.n_for_or(0.05, 1), "a ratio of 1 is no effect"),
        (lambda: alb.n_for_or(0.05, -2), "of_ratio must be a positive number"),
        (lambda: alb.n_for_or_at_risk(0.05, 2, 1), "control_risk"),
        (lambda: alb.n_for_rr(0.05, 3, 0.4), "risk_with_intervention"),
        (lambda: alb.smd_behind(0.001, 4), "so few participants"),
    ],
)
def test_wrong_input_is_named_in_one_sentence(wrong, words):
    with pytest.raises(ValueError, match=words) as caught:
        wrong()
    assert "\n" not in str(caught.value)
