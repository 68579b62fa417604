"""What a printed effect leaves unsaid: sizes of arms, standard deviations, the test behind a p value (CONV rules).

Everything that had to be worked out or assumed comes with its sentence (`assumptions`).
"""

import math
from dataclasses import dataclass
from typing import Literal

from claimbook.model.assessment import Assumed
from claimbook.model.effect import ArmStatistics, Effect
from claimbook.model.printed import PValue
from claimbook.synthesis.basics import t_quantile, two_sided_z
from claimbook.synthesis.study.assumptions import assumed
from claimbook.synthesis.study.effect_size import Converted, Group, sd_of_change, t_from_p
from claimbook.synthesis.taken import Taken
from claimbook.synthesis.thresholds import Thresholds

Side = Literal["above", "below"]
ArmsOf = Literal["two", "independent", "crossed", "pooled"]
"""``two``: two independent arms that together hold everybody, so that missing sizes follow from the total;
``independent``: sizes count only as printed; ``crossed``: the same people in both; ``pooled``: arms of many studies."""
_LEAST = 2  # people an arm needs before it has a standard deviation


@dataclass(frozen=True)
class Context:
    """What stands beside a printed effect and may be needed to read it; None where it was not seen."""

    n: int | None = None
    """People behind the result."""
    p: PValue | None = None
    words: Side | None = None
    """Side of no effect on which the result lies by its words."""
    arms: ArmsOf = "independent"
    instrument: str | None = None
    control_risk: float | None = None


@dataclass(frozen=True)
class Sizes:
    """People in the intervention arm and in the other one, and how they became known if not by print."""

    ours: int
    other: int
    assumptions: tuple[Assumed, ...] = ()

    @property
    def spread(self) -> float:
        """Standard error of a difference of means in standard deviations, sqrt(1/n1 + 1/n2)."""
        return math.sqrt(1 / self.ours + 1 / self.other)


@dataclass(frozen=True)
class Statistic:
    """Size of the t or z value behind a result, and what was taken to read it."""

    size: float
    assumptions: tuple[Assumed, ...]


@dataclass(frozen=True)
class Case:
    """One printed effect with everything that is needed to read it."""

    effect: Effect
    side: Side
    """Side of no effect that the claim names."""
    context: Context
    t: Thresholds

    @property
    def taken(self) -> Taken:
        """How print is read where it leaves something open."""
        return self.t.taken

    @property
    def can_be_standardised(self) -> bool:
        """Whether a standard error tells the spread among people: not across studies, not within the same people."""
        return self.context.arms in {"two", "independent"}

    @property
    def sizes(self) -> Sizes | None:
        """Sizes of both arms as printed, else worked out of the total; None where neither can be done."""
        ours, other = _size(self.effect.intervention), _size(self.effect.comparator)
        if self.context.arms == "pooled":
            return None
        found = _sizes(ours, other, self.context, self.t)
        return found if found is not None and min(found.ours, found.other) >= _LEAST else None

    @property
    def df(self) -> int | None:
        """Degrees of freedom of a comparison of two means, or None where the number of people is not known."""
        sizes, n = self.sizes, self.context.n
        total = sizes.ours + sizes.other if sizes else n
        return total - 2 if total is not None and total > 2 else None  # noqa: PLR2004 - two means are estimated

    @property
    def test_df(self) -> int | None:
        """Degrees of freedom of a t test; None where a normal one is taken, or the number of people is not known."""
        return self.df if self.taken.t_tests else None

    def test_statistic(self, df: int | None) -> Statistic | None:
        """The printed t, else the one behind the p value; None where they do not tell a standard error.

        "p < .05" is taken as .05, which gives the largest standard error that it allows; "p > .05" tells nothing.
        """
        if self.effect.t:
            return Statistic(abs(self.effect.t), (assumed("se-from-t", t=self.effect.t),))
        p = self.context.p
        value = 1.0 if p is None or p.bound == "above" else self.taken.p(p)
        if p is None or value >= 1:
            return None
        size = two_sided_z(value) if df is None else t_from_p(value, df)
        test = assumed("normal-test") if df is None else assumed("t-distribution", df=df)
        return Statistic(size, (*p_assumptions(p), test))

    def groups(self) -> tuple[Group, Group, tuple[Assumed, ...]] | None:
        """Both arms with all their numbers and what was assumed, or None where one is missing."""
        sizes, ours, other = self.sizes, self.effect.intervention, self.effect.comparator
        if sizes is None or ours is None or other is None or ours.mean is None or other.mean is None:
            return None
        first, second = _sd(ours, sizes.ours, self.t), _sd(other, sizes.other, self.t)
        if first is None or second is None:
            return None
        spread = self.taken.spread
        first, second = (second if spread == "comparator" else first), (first if spread == "intervention" else second)
        said = dict.fromkeys((*sizes.assumptions, *first.assumptions, *second.assumptions))
        return Group(sizes.ours, ours.mean, first.value), Group(sizes.other, other.mean, second.value), tuple(said)


def half_width(se: float, df: int | None) -> float:
    """Half of a 95% interval; normal where the degrees of freedom are unknown."""
    return se * t_quantile(math.inf if df is None else df)


def p_assumptions(p: PValue) -> tuple[Assumed, ...]:
    """What is taken wherever a printed p value enters a computation."""
    return (assumed("p-exact" if p.bound == "exact" else "p-bound", p=p), assumed("p-two-sided"))


def _size(arm: ArmStatistics | None) -> int | None:
    return None if arm is None else arm.n


def _sizes(ours: int | None, other: int | None, context: Context, t: Thresholds) -> Sizes | None:
    """CONV-ARMS: a missing size is the rest of the total; where both are missing, a share of the total is assumed."""
    if ours is not None and other is not None:
        return Sizes(ours, other)
    total = context.n
    if total is None or context.arms != "two":
        return None
    printed = ours if ours is not None else other
    if printed is not None:
        rest = total - printed if t.taken.rest_of_total else printed
        said = (assumed("arm-rest", n=total),)
        return Sizes(printed, rest, said) if ours is not None else Sizes(rest, printed, said)
    share = round(total * t.assumed_arm_share)
    return Sizes(share, total - share, (assumed("arm-share", n=total, ours=share, other=total - share),))


def _sd(arm: ArmStatistics, n: int, t: Thresholds) -> Converted | None:
    """Standard deviation of one arm: as printed, from its standard error (CONV-SE), or of the change (CONV-CHANGE)."""
    if arm.sd is not None:
        return Converted(arm.sd)
    if arm.se is not None:
        return Converted(arm.se * math.sqrt(n), (assumed("sd-from-se"),))
    if arm.sd_before is not None and arm.sd_after is not None:
        return sd_of_change(arm.sd_before, arm.sd_after, t.imputed_correlation)
    return None
