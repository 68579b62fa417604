"""Small-study effects: is the funnel lopsided, and what would the result be if it were not?

Every test computes from three studies on. That asymmetry is read only from ten studies on (Sterne et al. 2011, cited
at https://dmetar.protectlab.org/reference/eggers.test.html) is the caller's rule. Asymmetry is not the same as
publication bias. For odds ratios and risk ratios use `size_test`: the log of a ratio and its standard error are tied.
"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy import optimize, stats

from claimbook.synthesis.basics import Floats, two_sided_p
from claimbook.synthesis.pool.effects import Pooled, pool, studies

_LEAST = 3
_NO_SCATTER = 1e-24
_MAX_ROUNDS = 100


@dataclass(frozen=True, slots=True)
class Regression:
    """Effects regressed on a measure of study size: the slope and its test.

    ``limit`` is the effect expected where the predictor is 0, in a study without end.
    """

    slope: float
    se: float
    statistic: float
    df: int | None
    """Degrees of freedom of t; None for z."""
    p: float
    limit: float


@dataclass(frozen=True, slots=True)
class RankTest:
    """Begg and Mazumdar's rank correlation: Kendall's tau and its two-sided p, exact without ties."""

    tau: float
    p: float


@dataclass(frozen=True, slots=True)
class TrimFill:
    """Duval and Tweedie's trim and fill (L0): a sensitivity analysis, never a corrected estimate."""

    side: Literal["left", "right"]
    """Where studies seem to be missing."""
    k0: int
    """How many."""
    pooled: Pooled
    """With the mirrored studies, normal interval."""
    filled_effects: tuple[float, ...]
    filled_variances: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    intercept: float
    slope: float
    spread: float
    """Weighted sum of squares of the predictor around its mean."""
    residual: float
    """Weighted sum of squared residuals."""


def _fit_line(y: Floats, x: Floats, w: Floats) -> _Line:
    total = w.sum()
    x_mean, y_mean = w @ x / total, w @ y / total
    spread = w @ (x - x_mean) ** 2
    slope = w @ ((x - x_mean) * (y - y_mean)) / spread
    residual = w @ (y - y_mean - slope * (x - x_mean)) ** 2
    return _Line(float(y_mean - slope * x_mean), float(slope), float(spread), float(residual))


def _require_funnel(predictor: Floats) -> None:
    if len(predictor) < _LEAST:
        raise ValueError(f"a test of asymmetry needs at least {_LEAST} studies, not {len(predictor)}")
    if np.ptp(predictor) <= 1e-9 * predictor.max():
        raise ValueError("all studies are of the same size, so there is no funnel to test")


def _regress(y: Floats, v: Floats, predictor: Floats) -> Regression:
    """Weighted regression with estimated scale; without any scatter, rounding errors stay below the noise floor."""
    _require_funnel(predictor)
    line = _fit_line(y, predictor, 1 / v)
    df = len(y) - 2
    residual = max(line.residual, _NO_SCATTER * float((y * y / v).sum()), np.finfo(float).tiny)
    se = float(np.sqrt(residual / df / line.spread))
    t = line.slope / se
    return Regression(line.slope, se, t, df, float(two_sided_p(np.asarray(t), df)), line.intercept)


def egger_test(effects: ArrayLike, variances: ArrayLike) -> Regression:
    """Egger's test: effects on their standard errors, weights 1/v, t with k - 2; for mean differences.

    Raises:
        ValueError: As `pool`, with fewer than three studies, and when all are of the same precision.
    """
    y, v = studies(effects, variances)
    return _regress(y, v, np.sqrt(v))


def size_test(effects: ArrayLike, variances: ArrayLike, participants: ArrayLike) -> Regression:
    """Effects on 1/sqrt(N), weights 1/v, t with k - 2 (after Peters et al. 2006); for ratios; errors as `egger_test`.

    Raises also ValueError when a number of participants is missing or below 1.
    """
    y, v = studies(effects, variances)
    n = np.asarray(participants, dtype=np.float64)
    if n.shape != y.shape or not ((n >= 1) & np.isfinite(n)).all():
        raise ValueError("every study needs a number of participants of at least 1")
    return _regress(y, v, 1 / np.sqrt(n))


def mixed_egger_test(effects: ArrayLike, variances: ArrayLike) -> Regression:
    """Egger's test as REML meta-regression with a z test, between-study variance beside the slope."""
    y, v = studies(effects, variances)
    x = np.sqrt(v)
    _require_funnel(x)
    line = _fit_line(y, x, 1 / (v + _residual_tau2(y, v, x)))
    se = line.spread**-0.5
    z = line.slope / se
    return Regression(line.slope, se, z, None, float(two_sided_p(np.asarray(z))), line.intercept)


def _residual_tau2(y: Floats, v: Floats, x: Floats) -> float:
    """REML variance between studies around the line: best point of a grid from 0 on, then a bounded search."""

    def deviance(tau2: float) -> float:
        w = 1 / (v + tau2)
        line = _fit_line(y, x, w)
        return float(line.residual - np.log(w).sum() + np.log(w.sum()) + np.log(line.spread))

    ceiling = max(100 * float(y.var(ddof=1)), float(v.min()))
    grid = np.concatenate(([0], np.geomspace(0.01 * v.min(), ceiling, 64)))
    best = int(np.argmin([deviance(tau2) for tau2 in grid]))
    around = (grid[max(best - 1, 0)], grid[min(best + 1, len(grid) - 1)])
    found = optimize.minimize_scalar(deviance, bounds=around, method="bounded", options={"xatol": 1e-10 * around[1]})
    return min(0.0, float(found.x), float(grid[best]), key=deviance)


def begg_test(effects: ArrayLike, variances: ArrayLike) -> RankTest:
    """Rank correlation of (y - mu) / sqrt(v - 1/sum w) with v, mu the fixed effect. Errors as `egger_test`."""
    y, v = studies(effects, variances)
    _require_funnel(v)
    w = 1 / v
    share_of_others = np.maximum(1 - w / w.sum(), np.finfo(float).eps)
    deviates = np.round((y - w @ y / w.sum()) / np.sqrt(v * share_of_others), 9)  # rounding makes no ranks
    if np.ptp(deviates) == 0:
        return RankTest(0.0, 1.0)
    tau, p = stats.kendalltau(deviates, np.round(v / v.max(), 12))
    return RankTest(float(tau), float(p))


def trim_and_fill(effects: ArrayLike, variances: ArrayLike, *, method: Literal["fixed", "REML"] = "REML") -> TrimFill:
    """Trim and fill with the L0 estimator; the side comes from the slope of `egger_test`. Errors as there.

    The order of studies does not matter: ties in rank are broken by effect, then by variance.
    """
    y, v = studies(effects, variances)
    side: Literal["left", "right"] = "right" if egger_test(y, v).slope < 0 else "left"
    sign = -1.0 if side == "right" else 1.0  # the missing side is made the left one
    order = np.lexsort((v, sign * y))
    y, v = sign * y[order], v[order]
    k0, centre = _trim(y, v, method)
    mirrored, extra = 2 * centre - y[len(y) - k0 :], v[len(v) - k0 :]
    all_y, all_v = sign * np.concatenate((y, mirrored)), np.concatenate((v, extra))
    pooled = pool(all_y, all_v, method=method, interval="z")
    return TrimFill(side, k0, pooled, tuple((sign * mirrored).tolist()), tuple(extra.tolist()))


def _trim(y: Floats, v: Floats, method: Literal["fixed", "REML"]) -> tuple[int, float]:
    """How many of the largest effects have no counterpart, and the centre without them; y ascending."""
    k, k0 = len(y), 0
    for _ in range(_MAX_ROUNDS):
        centre = pool(y[: k - k0], v[: k - k0], method=method).estimate
        found = _unmatched(y - centre)
        if found == k0:
            break
        k0 = found
    return k0, centre


def _unmatched(deviations: Floats) -> int:
    """The L0 estimate from the ranks of all k deviations; ascending input breaks ties."""
    k = len(deviations)
    ranks = np.argsort(np.argsort(np.abs(deviations), kind="stable")) + 1
    right = int(ranks[deviations > 0].sum())
    return max(0, round((4 * right - k * (k + 1)) / (2 * k - 1)))
