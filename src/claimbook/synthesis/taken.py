"""How print is read where it leaves something open.

The values given here are in force. Each stands behind an assumption of ``assumptions``, which tells what it is varied
to.
"""

from dataclasses import dataclass
from typing import Literal

from claimbook.model.printed import PValue

_LARGEST_RISK = 0.99


@dataclass(frozen=True)
class Taken:
    """One field for each thing that a print may leave open."""

    level: float = 0.95
    """Level of an interval whose level was not recorded."""
    t_levels: bool = False
    """Whether the interval of a difference at another level becomes a 95% one through t (else the normal)."""
    t_below: float = 100
    """Participants below which the interval of a mean difference is read as a t interval."""
    t_tests: bool = True
    """Whether a test of two means with known sizes is a t test (else a normal one)."""
    midpoint: bool = False
    """Whether the middle of an interval stands in for an estimate that lies off it, on the same side of no effect."""
    p_sides: Literal[1, 2] = 2
    p_of_bound: float = 1.0
    """Share of its bound at which "p < .05" is taken."""
    p_rounding: float = 0.0
    """Units of the last printed digit that are added to an exact p."""
    silent_as_zero: bool = True
    """Whether a result without a p value enters combined p values as z = 0 (else it is left out)."""
    odds_at: float | None = None
    """Control risk at which an odds ratio without one becomes a risk ratio; None leaves it as printed."""
    risk_factor: float = 1.0
    """What a stated control risk is multiplied by; 0 leaves the odds ratio as printed."""
    empty_cell: float = 0.5
    """What is added to all four cells of a study with an empty one; with 0 it gives no estimate."""
    whole_people: bool = True
    """Whether shares become people where arm sizes are known."""
    spread: Literal["pooled", "intervention", "comparator"] = "pooled"
    """Whose standard deviation is that of both arms."""
    rest_of_total: bool = True
    """Whether one missing arm size is the rest of the total (else that of the other arm)."""
    sd_from_sizes: bool = True
    """Whether a standard error and arm sizes tell the standard deviation."""

    def p(self, printed: PValue) -> float:
        """The two-sided p value behind a printed one, above 0 and at most 1."""
        value = printed.value * self.p_of_bound if printed.bound == "below" else printed.value
        if printed.bound == "exact":
            value = max(value + self.p_rounding * printed.unit, value / 2)
        return min(value * 2 / self.p_sides, 1.0)

    def control_risk(self, stated: float | None) -> float | None:
        """The control risk at which an odds ratio is converted, or None where it is not."""
        if stated is None:
            return self.odds_at
        return min(stated * self.risk_factor, _LARGEST_RISK) if self.risk_factor else None
