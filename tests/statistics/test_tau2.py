import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.synthesis.pool.effects import pool, tau2_interval
from claimbook.synthesis.pool.tau2 import typical_variance

STUDIES = st.lists(st.tuples(st.floats(-3, 3), st.floats(0.001, 2)), min_size=2, max_size=12)


def columns(rows):
    return np.array([y for y, _ in rows]), np.array([v for _, v in rows])


def test_typical_variance():
    assert typical_variance(np.array([0.2, 0.2, 0.2])) == pytest.approx(0.2)
    # one study with nearly all the weight must not cancel the denominator away
    assert typical_variance(np.array([1e-20, 1.0])) == pytest.approx(0.5)


def log_likelihood(y, v, tau2, *, restricted):
    """As textbooks write it, with matrices; shares nothing with the code under test."""
    covariance, ones = np.diag(v + tau2), np.ones((len(y), 1))
    precision = np.linalg.inv(covariance)
    information = ones.T @ precision @ ones
    residuals = y - np.linalg.solve(information, ones.T @ precision @ y)
    value = -np.linalg.slogdet(covariance)[1] - residuals @ precision @ residuals
    return (value - restricted * np.linalg.slogdet(information)[1]) / 2


# The likelihood may have two hills: no point of a fine independent grid is higher than the one found.
@given(STUDIES, st.sampled_from(["ML", "REML"]))
def test_likelihood_is_at_its_highest(rows, method):
    y, v = columns(rows)
    found = pool(y, v, method=method).tau2
    grid = [0, *np.geomspace(1e-4, 100, 60)]
    highest = max(log_likelihood(y, v, tau2, restricted=method == "REML") for tau2 in grid)
    assert log_likelihood(y, v, found, restricted=method == "REML") >= highest - 1e-8


# Paule-Mandel makes Q equal to its expectation, and the Q-profile interval holds that value.
@given(STUDIES)
def test_paule_mandel_and_its_interval(rows):
    y, v = columns(rows)
    found, (low, high) = pool(y, v, method="PM"), tau2_interval(y, v).tau2
    assert low <= found.tau2 * (1 + 1e-9)
    assert found.tau2 <= high * (1 + 1e-9)
    if found.tau2 > 0:
        assert found.scale_factor == pytest.approx(1)


# Bodies in which the likelihood has two hills and the estimate must be the higher one, far from zero or at it.
@pytest.mark.parametrize("method", ["ML", "REML"])
@pytest.mark.parametrize("outlier", [2.0, 5.0, 10.0, 40.0])
@pytest.mark.parametrize("precision", [1e-4, 1e-2, 1.0])
def test_one_precise_outlier(method, outlier, precision):
    y, v = np.array([0.0, 0.01, -0.01, outlier]), np.array([precision, precision, precision, 5.0])
    found = pool(y, v, method=method).tau2
    grid = [0, *np.geomspace(1e-6, 1e4, 400)]
    highest = max(log_likelihood(y, v, tau2, restricted=method == "REML") for tau2 in grid)
    assert log_likelihood(y, v, found, restricted=method == "REML") >= highest - 1e-9
