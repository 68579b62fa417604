"""Optimal information size: how many participants one adequate trial would need (GRADE imprecision).

Relative risk reductions of 20 to 25% are the published convention
(https://www.clarityresearch.ca/frequently-asked-questions); alpha is .05, two-sided.
"""

import math
from dataclasses import dataclass

from scipy import special

from claimbook.synthesis.basics import Z_975, require_finite, require_positive, require_share

RELATIVE_REDUCTION = 0.25
POWER = 0.80


@dataclass(frozen=True, slots=True)
class InformationSize:
    """Participants per group before rounding, in both groups together, and the events expected among them."""

    per_group: float
    total: int
    events: float | None = None
    """None for a continuous outcome."""


def optimal_information_size(
    control_risk: float, *, relative_reduction: float = RELATIVE_REDUCTION, power: float = POWER
) -> InformationSize:
    """Size for a binary outcome at a control risk; a negative reduction is an increase.

    Raises:
        ValueError: When a risk or the power does not lie between 0 and 1, or both risks are the same.
    """
    require_finite(relative_reduction=relative_reduction)
    treated_risk = control_risk * (1 - relative_reduction)
    require_share(control_risk=control_risk, treated_risk=treated_risk)
    if treated_risk == control_risk:
        raise ValueError("equal risks need no finite number of participants to tell apart")
    mean = (control_risk + treated_risk) / 2
    under_null = Z_975 * math.sqrt(2 * mean * (1 - mean))
    scatter = control_risk * (1 - control_risk) + treated_risk * (1 - treated_risk)
    under_effect = _z_power(power) * math.sqrt(scatter)
    per_group = ((under_null + under_effect) / (control_risk - treated_risk)) ** 2
    total = 2 * math.ceil(per_group)
    return InformationSize(per_group, total, total * mean)


def continuous_information_size(smd: float, *, power: float = POWER) -> InformationSize:
    """Size for a standardised mean difference of either sign; ValueError when it is zero or not finite."""
    require_positive(size_of_difference=abs(smd))
    per_group = 2 * ((Z_975 + _z_power(power)) / smd) ** 2
    return InformationSize(per_group, 2 * math.ceil(per_group))


def detectable_smd(total: int, *, power: float = POWER) -> float:
    """Standardised mean difference that two equal groups of ``total`` participants together can show."""
    require_positive(total=total)
    return 2 * (Z_975 + _z_power(power)) / math.sqrt(total)


def _z_power(power: float) -> float:
    require_share(power=power)
    return float(special.ndtri(power))
