"""Contours of the albatross plot: how many participants give a certain p value if the effect is of a certain size.

For studies that print p and N but no size of effect: the plot shows by which contour they lie, and `smd_behind` reads
it off. The size is approximate and never pooled (Harrison et al. 2017, https://pubmed.ncbi.nlm.nih.gov/28453179/;
formulas of https://github.com/cran/metap, those with a control risk derived from the variances of log RR and log OR).

Every function takes two-sided p values of any shape, above 0 and at most 1, and returns numbers of that shape.
``ratio`` is participants of the intervention arm over those of the comparator.
"""

import math

import numpy as np
from numpy.typing import ArrayLike
from scipy import special

from claimbook.synthesis.basics import Floats, require_finite, require_positive, require_share


def n_for_smd(p: ArrayLike, smd: float, *, ratio: float = 1) -> Floats:
    """Participants in both arms: z^2 [(r + 1)^2 / (r d^2) + 1/2].

    Raises:
        ValueError: For what is no p value, a ratio of arms that is not positive, or no effect at all.
    """
    require_positive(ratio=ratio, size_of_smd=abs(smd))
    return _z_squared(p) * ((ratio + 1) ** 2 / (ratio * smd**2) + 0.5)


def n_for_correlation(p: ArrayLike, rho: float) -> Floats:
    """Participants: z^2 / atanh(rho)^2 + 3; raises ValueError as `n_for_smd`."""
    require_share(size_of_correlation=abs(rho))
    return _z_squared(p) / math.atanh(rho) ** 2 + 3


def n_for_or(p: ArrayLike, odds_ratio: float) -> Floats:
    """Participants in two equal arms, the odds ratio read as a logistic difference: z^2 (8 pi^2 + 3 L) / (6 L).

    L is the squared log odds ratio. Raises ValueError as `n_for_smd`.
    """
    square = _squared_log(odds_ratio)
    return _z_squared(p) * (8 * math.pi**2 + 3 * square) / (6 * square)


def n_for_or_at_risk(p: ArrayLike, odds_ratio: float, control_risk: float, *, ratio: float = 1) -> Floats:
    """Participants in both arms at a control risk p0: z^2 (r + 1) [1/(p0 (1-p0)) + 1/(r p1 (1-p1))] / ln^2 OR.

    Raises ValueError as `n_for_smd`.
    """
    square = _squared_log(odds_ratio)
    require_positive(ratio=ratio)
    require_share(control_risk=control_risk)
    risk = odds_ratio * control_risk / (1 - control_risk + odds_ratio * control_risk)
    variance = 1 / (control_risk * (1 - control_risk)) + 1 / (ratio * risk * (1 - risk))
    return _z_squared(p) * (ratio + 1) * variance / square


def n_for_rr(p: ArrayLike, risk_ratio: float, control_risk: float, *, ratio: float = 1) -> Floats:
    """Participants in both arms at a control risk p0: z^2 (r + 1) [(1-p0)/p0 + (1-p1)/(r p1)] / ln^2 RR.

    Raises ValueError as `n_for_smd`, and where the risk with the intervention would reach 1.
    """
    square = _squared_log(risk_ratio)
    require_positive(ratio=ratio)
    require_share(control_risk=control_risk, risk_with_intervention=risk_ratio * control_risk)
    risk = risk_ratio * control_risk
    variance = (1 - control_risk) / control_risk + (1 - risk) / (ratio * risk)
    return _z_squared(p) * (ratio + 1) * variance / square


def smd_behind(p: ArrayLike, n: ArrayLike, *, ratio: float = 1) -> Floats:
    """Size of the standardised difference behind p and N: sqrt((r + 1)^2 / r * z^2 / (N - z^2 / 2)); without sign.

    Raises:
        ValueError: As `n_for_smd`, and where so few participants could not give so small a p value.
    """
    require_positive(ratio=ratio)
    square, people = _z_squared(p), np.asarray(n, dtype=np.float64)
    if not (np.isfinite(people) & (people > square / 2)).all():
        raise ValueError("so few participants cannot give so small a p value")
    return np.asarray(np.sqrt((ratio + 1) ** 2 / ratio * square / (people - square / 2)))


def _z_squared(p: ArrayLike) -> Floats:
    """Squared normal scores; taken from p/2, since 1 - p/2 loses a very small p."""
    values = np.asarray(p, dtype=np.float64)
    if not ((values > 0) & (values <= 1)).all():
        raise ValueError("a p value must be above 0 and at most 1")
    return np.asarray(special.ndtri(values / 2) ** 2)


def _squared_log(of_ratio: float) -> float:
    require_positive(of_ratio=of_ratio)
    square = math.log(of_ratio) ** 2
    require_finite(squared_log=square)
    if square == 0:
        raise ValueError("a ratio of 1 is no effect, and no number of participants would show it")
    return square
