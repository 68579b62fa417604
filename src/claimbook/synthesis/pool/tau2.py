"""Between-study variance: estimators and Q-profile interval, for many bodies of k studies at once.

Arrays have the studies on the last axis: effects ``y`` and variances ``v`` are (bodies, k), ``tau2`` is (bodies,).
Formulas: documentation and tests of metafor (https://github.com/wviechtb/metafor); Viechtbauer 2005 (REML, ML),
DerSimonian and Kacker 2007 (DL, PM), Viechtbauer 2007 (Q-profile).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np
from scipy import special

from claimbook.synthesis.basics import Floats, dot

Method = Literal["fixed", "DL", "PM", "ML", "REML"]

_GRID = np.linspace(0, 1, 32)
_GRID_FLOOR = 0.01
_MAX_STEPS = 200
_PRECISION = 1e-13


@dataclass(frozen=True, slots=True)
class Weighted:
    """Weighted means at one tau2 per body: weights and residuals (..., k), their totals and means (...)."""

    weights: Floats
    total: Floats
    mean: Floats
    residuals: Floats

    @property
    def cochran_q(self) -> Floats:
        """Weighted sum of squared residuals; Cochran's Q where tau2 is 0."""
        return dot(self.weights * self.residuals, self.residuals)


def weigh(y: Floats, v: Floats, tau2: Floats) -> Weighted:
    """Mean of each body with weights 1 / (v + tau2)."""
    weights = 1 / (v + tau2[..., None])
    total = weights.sum(-1)
    mean = dot(weights, y) / total
    return Weighted(weights, total, mean, y - mean[..., None])


def typical_variance(v: Floats) -> Floats:
    """Typical within-study variance (k-1) sum w / ((sum w)^2 - sum w^2), fixed weights (Higgins and Thompson 2002).

    Sorted, so that the denominator does not cancel when one study carries nearly all the weight.
    """
    weights = np.sort(1 / v, axis=-1)
    total = weights.sum(-1)
    largest, others = weights[..., -1] / total, weights[..., :-1] / total[..., None]
    unshared = others.sum(-1) * (1 + largest) - dot(others, others)
    typical: Floats = (v.shape[-1] - 1) / (total * unshared)
    return typical


def estimate_tau2(y: Floats, v: Floats, method: Method) -> Floats:
    """Between-study variance of each body, k >= 2."""
    unit: Floats = v.min(-1)
    return np.multiply(_ESTIMATORS[method](*_in_units(y, v, unit)), unit)


def _in_units(y: Floats, v: Floats, unit: Floats) -> tuple[Floats, Floats]:
    """Effects around their mean and variances, in units of a variance, so that the unit of measurement is no matter."""
    centred = y - weigh(y, v, np.zeros(len(y))).mean[:, None]
    return centred / np.sqrt(unit)[:, None], v / unit[:, None]


def _fixed(y: Floats, _v: Floats) -> Floats:
    return np.zeros(len(y))


def _dersimonian_laird(y: Floats, v: Floats) -> Floats:
    df = y.shape[-1] - 1
    excess = weigh(y, v, np.zeros(len(y))).cochran_q - df
    tau2: Floats = np.maximum(excess * typical_variance(v) / df, 0)
    return tau2


def _paule_mandel(y: Floats, v: Floats) -> Floats:
    return _tau2_where_q_is(y, v, y.shape[-1] - 1)


def q_profile(y: Floats, v: Floats) -> tuple[Floats, Floats]:
    """95% interval of tau2: where Q(tau2) meets the outer quantiles of chi-square, 0 where it is already below."""
    df, unit = y.shape[-1] - 1, v.min(-1)
    effects, variances = _in_units(y, v, unit)
    low, high = (float(special.chdtri(df, tail)) for tail in (0.025, 0.975))
    return _tau2_where_q_is(effects, variances, low) * unit, _tau2_where_q_is(effects, variances, high) * unit


def _tau2_where_q_is(y: Floats, v: Floats, target: float) -> Floats:
    """Tau2 at which Q equals the target. Q never exceeds sum (y - mean)^2 / tau2, which bounds the search."""

    def reciprocal(tau2: Floats) -> tuple[Floats, Floats]:
        at = weigh(y, v, tau2)  # 1/Q is close to a straight line in tau2, so Newton steps on it are nearly exact
        pull = at.weights * at.residuals
        return 1 / target - 1 / at.cochran_q, -dot(pull, pull) / at.cochran_q**2

    nothing = np.zeros(len(y))
    ceiling = y.var(-1) * y.shape[-1] / target
    already_below = weigh(y, v, nothing).cochran_q <= target
    return np.where(already_below, 0, _falling_root(reciprocal, nothing, ceiling, nothing))


def _falling_root(
    function: Callable[[Floats], tuple[Floats, Floats]], low: Floats, high: Floats, start: Floats
) -> Floats:
    """Where a falling function crosses zero within [low, high]: Newton steps, halving where one would leave.

    ``function`` returns value and slope; roots are in units of the smallest variance. Never fails: without a
    crossing the result is the nearer end.
    """
    root = start
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        for _ in range(_MAX_STEPS):
            value, slope = function(root)
            low, high = np.where(value > 0, root, low), np.where(value > 0, high, root)
            step = root - value / slope
            following = np.where((step >= low) & (step <= high), step, (low + high) / 2)
            done = np.abs(following - root) <= _PRECISION * (1 + following)
            root = following
            if done.all():
                break
    return root


def _maximum_likelihood(y: Floats, v: Floats) -> Floats:
    return _most_likely(y, v, restricted=False)


def _restricted_maximum_likelihood(y: Floats, v: Floats) -> Floats:
    return _most_likely(y, v, restricted=True)


def _most_likely(y: Floats, v: Floats, *, restricted: bool) -> Floats:
    """Best point of a grid that begins at tau2 = 0 and ends at 100 Var(y), then the root of the score around it."""
    ceiling = np.maximum(100 * y.var(-1, ddof=1), 1)
    grid = np.insert(_GRID_FLOOR ** (1 - _GRID) * ceiling[:, None] ** _GRID, 0, 0, axis=-1)
    best = _log_likelihood(y[:, None, :], v[:, None, :], grid, restricted=restricted).argmax(-1)
    rows = np.arange(len(y))
    below, above = np.maximum(best - 1, 0), np.minimum(best + 1, _GRID.size)

    def score(tau2: Floats) -> tuple[Floats, Floats]:
        return _score(y, v, tau2, restricted=restricted)

    return _falling_root(score, grid[rows, below], grid[rows, above], grid[rows, best])


def _log_likelihood(y: Floats, v: Floats, tau2: Floats, *, restricted: bool) -> Floats:
    at = weigh(y, v, tau2)
    doubled: Floats = np.log(at.weights).sum(-1) - at.cochran_q
    return (doubled - np.log(at.total) if restricted else doubled) / 2


def _score(y: Floats, v: Floats, tau2: Floats, *, restricted: bool) -> tuple[Floats, Floats]:
    """First and second derivative of the log likelihood in tau2."""
    at = weigh(y, v, tau2)
    w, total = at.weights, at.total
    squares, pull = w * w, w * at.residuals
    trace, trace2 = total, squares.sum(-1)
    if restricted:
        mean_weight = trace2 / total
        trace, trace2 = total - mean_weight, trace2 - 2 * dot(squares, w) / total + mean_weight**2
    curve = dot(w * pull, pull) - dot(w, pull) ** 2 / total
    return (dot(pull, pull) - trace) / 2, trace2 / 2 - curve


_ESTIMATORS: dict[Method, Callable[[Floats, Floats], Floats]] = {
    "fixed": _fixed,
    "DL": _dersimonian_laird,
    "PM": _paule_mandel,
    "ML": _maximum_likelihood,
    "REML": _restricted_maximum_likelihood,
}
