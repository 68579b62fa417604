"""Pooling of effects that share one scale: fixed and random effects, heterogeneity, prediction.

Our default is REML with the Hartung-Knapp-Sidik-Jonkman interval, modified where its scale factor falls below 1
(practice of Cochrane since January 2025,
https://methods.cochrane.org/methods-cochrane/random-effects-meta-analysis-methods-intervention-reviews;
modification: Roever, Knapp and Friede 2015, https://pmc.ncbi.nlm.nih.gov/articles/PMC4647507).
How many studies are needed before a number may be shown is the caller's rule, not this module's.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, Literal

import numpy as np
from numpy.typing import ArrayLike

from claimbook.synthesis.basics import Z_975, Floats, chi2_p, dot, t_quantile, two_sided_p
from claimbook.synthesis.pool.tau2 import Method, Weighted, estimate_tau2, q_profile, typical_variance, weigh

Interval = Literal["z", "hksj", "modified-hksj"]
Prediction = Literal["t", "z", "hksj"]

_LARGEST_EFFECT = 1e15
_VARIANCES = (1e-30, 1e30)
_NO_SCATTER = 1e-12
_ROUNDING = 1e-9
_CHUNK = 128  # bodies whose intermediate arrays stay in the processor's cache
_MANY = 2


@dataclass(frozen=True, slots=True)
class Pooled:
    """One pooled body of k studies, on the scale of its effects.

    ``se`` is 1/sqrt(sum of weights); ``interval_se`` the one that interval, statistic and p rest on, which differs
    under HKSJ. I2 is in percent and exists twice: ``i2_q`` from Q, as abstracts print it, and ``i2_tau2`` from tau2,
    the present form of Cochrane. Shares are fractions that sum to 1, in the order of the studies.
    """

    k: int
    method: str
    """fixed, DL, PM, ML or REML; ``single study`` where there was nothing to pool."""
    interval_used: Literal["z", "HKSJ", "modified HKSJ"]
    estimate: float
    se: float
    interval_se: float
    interval: tuple[float, float]
    """95%."""
    statistic: float
    df: int | None
    """Degrees of freedom of ``statistic``; None for z."""
    p: float
    tau2: float
    cochran_q: float
    q_df: int
    q_p: float
    i2_q: float
    i2_tau2: float
    h2: float
    scale_factor: float
    """The q of HKSJ, before any modification."""
    weight_shares: tuple[float, ...]
    opposite_share: float
    """Share of weight of studies on the other side of no effect (0) from the pooled estimate."""


def pool(
    effects: ArrayLike, variances: ArrayLike, *, method: Method = "REML", interval: Interval | None = None
) -> Pooled:
    """Pool k effects with known sampling variances; a single study is returned as it is, with its normal interval.

    Args:
        effects: k effects on one scale, ratios as natural logarithms.
        variances: their k sampling variances.
        method: "fixed", or the estimator of the between-study variance.
        interval: "z"; "hksj" as published; "modified-hksj", the same with a scale factor of at least 1. None, our
            default, is z for the fixed effect and modified-hksj for all others. The result names the one used.

    Raises:
        ValueError: When nothing is given, lengths differ, or a number is no effect or no variance.
    """
    y, v = studies(effects, variances)
    return _pool_bodies(y[None], v[None], method, interval)[0]


def pool_many(
    effects: ArrayLike, variances: ArrayLike, *, method: Method = "REML", interval: Interval | None = None
) -> tuple[Pooled, ...]:
    """Pool many bodies of k studies at once, (bodies, k) each; otherwise as `pool`, and far faster than one by one."""
    y, v = np.asarray(effects, dtype=np.float64), np.asarray(variances, dtype=np.float64)
    if y.ndim != _MANY:
        raise ValueError(f"effects of many bodies must be a table of bodies and studies, not of {y.ndim} dimensions")
    _require_studies(y, v)
    chunks = (slice(start, start + _CHUNK) for start in range(0, len(y), _CHUNK))
    return tuple(chain.from_iterable(_pool_bodies(y[chunk], v[chunk], method, interval) for chunk in chunks))


def studies(effects: ArrayLike, variances: ArrayLike) -> tuple[Floats, Floats]:
    """Effects and variances as two arrays (k,), checked; raises ValueError as `pool`."""
    y, v = np.asarray(effects, dtype=np.float64), np.asarray(variances, dtype=np.float64)
    if y.ndim != 1:
        raise ValueError(f"effects must be one row of numbers, not of {y.ndim} dimensions")
    _require_studies(y, v)
    return y, v


def _require_studies(y: Floats, v: Floats) -> None:
    if y.size == 0:
        raise ValueError("there is nothing to pool: no effects were given")
    if y.shape != v.shape:
        raise ValueError(f"every effect needs one variance, but there are {y.size} effects and {v.size} variances")
    if not (np.abs(y) <= _LARGEST_EFFECT).all():
        raise ValueError("every effect must be a finite number below 1e15 in size")
    if not ((v >= _VARIANCES[0]) & (v <= _VARIANCES[1])).all():
        raise ValueError("every variance must be a positive number, from 1e-30 to 1e30")


def _pool_bodies(y: Floats, v: Floats, method: Method, interval: Interval | None) -> tuple[Pooled, ...]:
    k = y.shape[-1]
    if k == 1:
        return tuple(_single(effect, variance) for effect, variance in zip(y[:, 0], v[:, 0], strict=True))
    tau2 = estimate_tau2(y, v, method)
    at = weigh(y, v, tau2)
    shares = at.weights / at.total[:, None]
    columns = (  # in the order of the fields
        *_estimate(at, interval or ("z" if method == "fixed" else "modified-hksj")),
        tau2.tolist(),
        *_heterogeneity(y, v, tau2),
        (at.cochran_q / (k - 1)).tolist(),
        map(tuple, shares.tolist()),
        dot(shares, (y * at.mean[:, None] < 0).astype(np.float64)).tolist(),
    )
    return tuple(Pooled(k, method, *row) for row in zip(*columns, strict=True))


def _estimate(at: Weighted, interval: Interval) -> tuple[Iterable[Any], ...]:
    """Columns from ``interval_used`` to ``p``."""
    bodies, k = at.weights.shape
    used, scale = _scale(at.cochran_q / (k - 1), interval)
    se = 1 / np.sqrt(at.total)
    interval_se = se * np.sqrt(scale)
    df = None if interval == "z" else k - 1
    half = (Z_975 if df is None else t_quantile(df)) * interval_se
    statistic = at.mean / interval_se
    return (
        used,
        at.mean.tolist(),
        se.tolist(),
        interval_se.tolist(),
        zip((at.mean - half).tolist(), (at.mean + half).tolist(), strict=True),
        statistic.tolist(),
        [df] * bodies,
        two_sided_p(statistic, df).tolist(),
    )


def _scale(factor: Floats, interval: Interval) -> tuple[list[str], Floats]:
    """Factor by which the squared standard error is multiplied, and the name of the interval that results.

    Equal effects give the plain HKSJ interval no width at all; the modified one is then used, and named.
    """
    if interval == "z":
        return ["z"] * len(factor), np.ones_like(factor)
    modified = factor < (_NO_SCATTER if interval == "hksj" else 1 - _ROUNDING)
    return np.where(modified, "modified HKSJ", "HKSJ").tolist(), np.where(modified, 1.0, factor)


def _heterogeneity(y: Floats, v: Floats, tau2: Floats) -> tuple[Iterable[Any], ...]:
    """Columns from ``cochran_q`` to ``h2``."""
    bodies, k = y.shape
    q = weigh(y, v, np.zeros(bodies)).cochran_q
    typical = typical_variance(v)
    return (
        q.tolist(),
        [k - 1] * bodies,
        chi2_p(q, k - 1).tolist(),
        (100 * np.maximum(0, q - (k - 1)) / np.maximum(q, k - 1)).tolist(),
        (100 * tau2 / (tau2 + typical)).tolist(),
        (tau2 / typical + 1).tolist(),
    )


def _single(effect: float, variance: float) -> Pooled:
    y, se = float(effect), math.sqrt(variance)
    return Pooled(
        k=1,
        method="single study",
        interval_used="z",
        estimate=y,
        se=se,
        interval_se=se,
        interval=(y - Z_975 * se, y + Z_975 * se),
        statistic=y / se,
        df=None,
        p=float(two_sided_p(np.asarray(y / se))),
        tau2=0.0,
        cochran_q=0.0,
        q_df=0,
        q_p=1.0,
        i2_q=0.0,
        i2_tau2=0.0,
        h2=1.0,
        scale_factor=1.0,
        weight_shares=(1.0,),
        opposite_share=0.0,
    )


@dataclass(frozen=True, slots=True)
class Tau2Interval:
    """95% Q-profile interval of the between-study variance, and the same interval as tau2-based I2 in percent."""

    tau2: tuple[float, float]
    i2: tuple[float, float]


def tau2_interval(effects: ArrayLike, variances: ArrayLike) -> Tau2Interval:
    """Q-profile interval of tau2 (Viechtbauer 2007); raises ValueError as `pool`, and for fewer than two studies."""
    y, v = studies(effects, variances)
    _require_at_least(2, len(y), "an interval of the between-study variance")
    low, high = (float(limit[0]) for limit in q_profile(y[None], v[None]))
    typical = float(typical_variance(v))
    return Tau2Interval((low, high), (100 * low / (low + typical), 100 * high / (high + typical)))


def prediction_interval(pooled: Pooled, form: Prediction = "t") -> tuple[float, float]:
    """95% interval in which the effect of a new study is expected.

    Args:
        pooled: a random-effects result. Showing the interval from five studies on is the caller's rule.
        form: "t" has k - 2 degrees of freedom (our default; Higgins, Thompson and Spiegelhalter 2009), "z" is
            metafor's default, "hksj" has k - 1 and the standard error of the interval of ``pooled``.

    Raises:
        ValueError: With fewer than three studies ("t") or two (the others).
    """
    _require_at_least(3 if form == "t" else 2, pooled.k, "a prediction interval")
    se = pooled.interval_se if form == "hksj" else pooled.se
    quantile = Z_975 if form == "z" else t_quantile(pooled.k - (2 if form == "t" else 1))
    half = quantile * math.hypot(math.sqrt(pooled.tau2), se)
    return pooled.estimate - half, pooled.estimate + half


def leave_one_out(
    effects: ArrayLike, variances: ArrayLike, *, method: Method = "REML", interval: Interval | None = None
) -> tuple[Pooled, ...]:
    """The pooled result without the first study, without the second, and so on; two studies or more."""
    y, v = studies(effects, variances)
    _require_at_least(2, len(y), "leaving one out")
    kept = np.nonzero(~np.eye(len(y), dtype=bool))[1].reshape(len(y), -1)
    return _pool_bodies(y[kept], v[kept], method, interval)


@dataclass(frozen=True, slots=True)
class Subgroup:
    """One group of studies and its pooled result; a group of one study is that study, with its normal interval."""

    label: str
    pooled: Pooled


@dataclass(frozen=True, slots=True)
class Subgroups:
    """Each group pooled with its own tau2, and the test whether their effects differ by more than chance.

    ``q_between`` is sum w (m - M)^2 over the group results m with weights w = 1/se^2 and weighted mean M; under no
    difference it follows chi-square with ``df`` = groups - 1. For fixed effects it is Q of all studies minus Q within
    groups. ``i2_between`` is in percent. A difference between groups was not randomised: it is never a proof.
    """

    groups: tuple[Subgroup, ...]
    q_between: float
    df: int
    p: float
    i2_between: float


def subgroups(
    effects: ArrayLike,
    variances: ArrayLike,
    labels: Sequence[str],
    *,
    method: Method = "REML",
    interval: Interval | None = None,
) -> Subgroups:
    """Pool groups of studies apart and compare them (Cochrane Handbook 10.11.3), in the order of their first study.

    Args:
        effects: k effects on one scale, ratios as natural logarithms.
        variances: their k sampling variances.
        labels: the k names of their groups.
        method: as in `pool`, for every group.
        interval: as in `pool`; the test between groups always rests on ``se``.

    Raises:
        ValueError: As `pool`; also when labels are not k, or name fewer than two groups.
    """
    y, v = studies(effects, variances)
    if len(labels) != len(y):
        raise ValueError(f"every effect needs one label, but there are {len(y)} effects and {len(labels)} labels")
    members = {name: [label == name for label in labels] for name in dict.fromkeys(labels)}
    if len(members) < _MANY:
        raise ValueError("a comparison of groups needs at least two groups, not one")
    return compare(
        [Subgroup(n, pool(y[rows], v[rows], method=method, interval=interval)) for n, rows in members.items()]
    )


def compare(groups: Sequence[Subgroup]) -> Subgroups:
    """Test whether groups that were pooled apart differ (see `Subgroups`); two groups or more."""
    _require_at_least(2, len(groups), "a comparison of groups")
    between = pool([g.pooled.estimate for g in groups], [g.pooled.se**2 for g in groups], method="fixed")
    return Subgroups(tuple(groups), between.cochran_q, between.q_df, between.q_p, between.i2_q)


def _require_at_least(least: int, k: int, purpose: str) -> None:
    if k < least:
        raise ValueError(f"{purpose} needs at least {least} studies, not {k}")
