"""What every formula of this package shares: quantiles, p values that never round to zero, checks of single numbers."""

import math
import sys

import numpy as np
from numpy.typing import NDArray
from scipy import special

Floats = NDArray[np.float64]

Z_975 = float(special.ndtri(0.975))
"""Half width of a 95% interval in standard errors, 1.959964; the printed 1.96 is this number rounded."""

_SMALLEST_P = sys.float_info.min


def dot(first: Floats, second: Floats) -> Floats:
    """Sum of products over the last axis, (..., k) and (..., k) to (...)."""
    products: Floats = np.vecdot(first, second)
    return products


def t_quantile(df: float, probability: float = 0.975) -> float:
    """Quantile of Student's t."""
    return float(special.stdtrit(df, probability))


def two_sided_z(p: float) -> float:
    """Size of the normal score behind a two-sided p value; taken from p/2, since 1 - p/2 loses a very small p."""
    require_p(p)
    return abs(float(special.ndtri(p / 2)))


def at_least_smallest(p: Floats) -> Floats:
    """P values kept above zero: a p that rounds to 0 has no logarithm, and no study shows certainty."""
    return np.maximum(p, _SMALLEST_P)


def two_sided_p(statistic: Floats, df: float | None = None) -> Floats:
    """Two-sided p of normal statistics, or of t statistics where degrees of freedom are given."""
    tail = special.ndtr(-np.abs(statistic)) if df is None else special.stdtr(df, -np.abs(statistic))
    return at_least_smallest(2 * np.asarray(tail, dtype=np.float64))


def chi2_p(statistic: Floats, df: float) -> Floats:
    """Upper tail of chi-square."""
    return at_least_smallest(np.asarray(special.chdtrc(df, statistic), dtype=np.float64))


def require_finite(**numbers: float) -> None:
    """Refuse NaN and infinity, naming the number.

    Raises:
        ValueError: In one sentence, with the name and the value.
    """
    for name, number in numbers.items():
        if not math.isfinite(number):
            raise ValueError(f"{name} must be a finite number, not {number}")


def require_positive(**numbers: float) -> None:
    """Refuse numbers that are not above zero and finite; raises ValueError as `require_finite`."""
    for name, number in numbers.items():
        if not 0 < number < math.inf:
            raise ValueError(f"{name} must be a positive number, not {number}")


def require_share(**numbers: float) -> None:
    """Refuse numbers that do not lie strictly between 0 and 1; raises ValueError as `require_finite`."""
    for name, number in numbers.items():
        if not 0 < number < 1:
            raise ValueError(f"{name} must lie between 0 and 1, not {number}")


def require_p(p: float) -> None:
    """Refuse what is no p value: above 0, at most 1. An upper bound ("p < .05") enters as the bound itself."""
    if not 0 < p <= 1:
        raise ValueError(f"a p value must be above 0 and at most 1, not {p}")
