"""Evidence without poolable effects: directions counted, p values combined. Neither tells a size.

Sign test and Wilson interval are descriptive; the combined p asks whether there is an effect in at least one study
(Cochrane Handbook chapter 12, http://training.cochrane.org/ru/handbook/archive/v6.3/chapter-12).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special

from claimbook.synthesis.basics import (
    Z_975,
    chi2_p,
    require_finite,
    require_p,
    require_positive,
    two_sided_p,
    two_sided_z,
)


@dataclass(frozen=True, slots=True)
class DirectionCount:
    """Studies on either side, and what their count says. Shares are fractions of those with a direction."""

    toward: int
    away: int
    without_direction: int
    share: float
    """Toward the claim."""
    wilson: tuple[float, float]
    """95%."""
    p: float
    """Two-sided, exact."""


def count_directions(toward: int, away: int, without_direction: int = 0) -> DirectionCount:
    """Sign test and Wilson interval; studies without a direction are left out of both, and counted.

    Raises:
        ValueError: When a count is negative, or no study has a direction.
    """
    if min(toward, away, without_direction) < 0:
        raise ValueError("counts of studies cannot be negative")
    n = toward + away
    interval = wilson_interval(toward, n)
    return DirectionCount(toward, away, without_direction, toward / n, interval, sign_test(toward, away))


def sign_test(toward: int, away: int) -> float:
    """Exact two-sided binomial p of directions that are split evenly under no effect.

    Five studies or fewer never reach .05. Studies have different chances in truth, so the model is disputed
    (https://doi.org/10.1002/jrsm.1427): for description only.
    """
    n = toward + away
    if n == 0:
        raise ValueError("at least one study with a direction is needed")
    tail = float(special.bdtr(min(toward, away), n, 0.5))
    return min(1.0, max(2 * tail, math.ldexp(1, max(1 - n, -1022))))


def wilson_interval(count: int, n: int) -> tuple[float, float]:
    """95% interval of a share count/n by Wilson's method, within 0 to 1 and around the share."""
    if n < 1 or not 0 <= count <= n:
        raise ValueError(f"a share needs a count from 0 to n with n at least 1, not {count} of {n}")
    share, c = count / n, Z_975**2 / n
    half = Z_975 * math.sqrt(share * (1 - share) / n + c / (4 * n))
    middle = share + c / 2
    return min(share, max(0.0, (middle - half) / (1 + c))), max(share, min(1.0, (middle + half) / (1 + c)))


@dataclass(frozen=True, slots=True)
class Combined:
    """Combined p value of k studies; positive z is toward the claim."""

    k: int
    z: float
    p_one_sided: float
    """Toward the claim."""
    p_two_sided: float


def one_sided(p_two_sided: float, *, toward_claim: bool | None) -> float:
    """One-sided p toward the claim: p/2 on its side, 1 - p/2 on the other, 1/2 without a direction."""
    require_p(p_two_sided)
    if toward_claim is None:
        return 0.5
    return p_two_sided / 2 if toward_claim else 1 - p_two_sided / 2


def z_score(p_two_sided: float, *, toward_claim: bool | None) -> float:
    """Normal score of one study, positive toward the claim; 0 without a direction."""
    z = two_sided_z(p_two_sided)
    if toward_claim is None:
        return 0.0
    return z if toward_claim else -z


def z_from_one_sided(p: float) -> float:
    """Normal score of a one-sided p toward the claim."""
    require_p(p)
    if p == 1:
        raise ValueError("a one-sided p of exactly 1 has no normal score")
    return -float(special.ndtri(p))


def stouffer(z_scores: Sequence[float], weights: Sequence[float] | None = None) -> Combined:
    """Stouffer's Z = sum(w z) / sqrt(sum(w^2)) of k scores; weights are square roots of n, or equal if not given.

    The divisor is sqrt(sum(w^2)); sqrt(sum(w)), as one public function has it, is wrong. A study without n needs a
    weight from the caller.

    Raises:
        ValueError: When nothing is given, lengths differ, a score is not finite or a weight not positive.
    """
    given = [1.0] * len(z_scores) if weights is None else list(weights)
    if not z_scores or len(given) != len(z_scores):
        raise ValueError(f"one score and one weight for each study are needed, not {len(z_scores)} and {len(given)}")
    for z, weight in zip(z_scores, given, strict=True):
        require_finite(score=z)
        require_positive(weight=weight)
    relative = np.asarray(given) / max(given)
    z = float(relative @ np.asarray(z_scores)) / math.sqrt(float(relative @ relative))
    two_sided = float(two_sided_p(np.asarray(z)))
    return Combined(len(z_scores), z, two_sided / 2 if z >= 0 else 1 - two_sided / 2, two_sided)


@dataclass(frozen=True, slots=True)
class FisherCombined:
    """Fisher's combined p of k studies."""

    statistic: float
    df: int
    p: float


def fisher(p_one_sided: Sequence[float]) -> FisherCombined:
    """Fisher's -2 sum(ln p) with 2k degrees of freedom. Never the default: two strong results each way give 1e-5.

    Raises:
        ValueError: When nothing is given, or a number is no p value.
    """
    if not p_one_sided:
        raise ValueError("there is nothing to combine: no p values were given")
    for p in p_one_sided:
        require_p(p)
    statistic, df = -2 * math.fsum(math.log(p) for p in p_one_sided), 2 * len(p_one_sided)
    return FisherCombined(statistic, df, float(chi2_p(np.asarray(statistic), df)))
