"""From what an abstract prints to an effect with a sampling variance, saying what had to be assumed.

Formulas: Cochrane Handbook chapter 6 and the documentation of metafor (https://github.com/wviechtb/metafor).
Differences are first group minus second group; ratios are first over second and live on the natural log scale.
"""

import math
from dataclasses import dataclass

from scipy import special

from claimbook.language.said import said
from claimbook.model.assessment import Assumed
from claimbook.synthesis.basics import (
    Z_975,
    require_finite,
    require_p,
    require_positive,
    require_share,
    t_quantile,
    two_sided_z,
)
from claimbook.synthesis.study.assumptions import assumed

T_DIVISOR_BELOW = 100
"""Total participants below which an interval of a difference is read as a t interval (Cochrane Handbook 6.5.2)."""
IMPUTED_CORRELATION = 0.5
"""Correlation between before and after where none is printed (our choice; sensitivity at 0.3 and 0.7)."""
OFF_MIDPOINT = 0.1
"""Distance of an estimate from the middle of its interval, in half widths, from which it is noted (our choice)."""
EMPTY_CELL = 0.5
"""Added to all four cells of a study with an empty one."""
_LOGIT_TO_SMD = math.sqrt(3) / math.pi


@dataclass(frozen=True, slots=True)
class Effect:
    """An effect on its analysis scale, its sampling variance, and in words what was assumed to get there.

    Raises:
        ValueError: When value or variance is not finite, or the variance is not positive.
    """

    value: float
    variance: float
    assumptions: tuple[Assumed, ...] = ()

    def __post_init__(self) -> None:
        require_finite(effect=self.value)
        require_positive(variance=self.variance)

    @property
    def se(self) -> float:
        """Standard error."""
        return math.sqrt(self.variance)

    @property
    def interval(self) -> tuple[float, float]:
        """Normal 95% interval."""
        return self.value - Z_975 * self.se, self.value + Z_975 * self.se

    def times(self, factor: float, *assumptions: Assumed) -> "Effect":
        """The effect in another unit: value and standard error multiplied, assumptions added."""
        return Effect(self.value * factor, self.variance * factor**2, (*self.assumptions, *assumptions))


@dataclass(frozen=True, slots=True)
class Converted:
    """One converted number without a variance of its own, and what was assumed."""

    value: float
    assumptions: tuple[Assumed, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """One arm with a continuous outcome: participants, mean, standard deviation."""

    n: int
    mean: float
    sd: float

    def __post_init__(self) -> None:
        require_positive(n=self.n)
        require_finite(mean=self.mean, sd=self.sd)
        if self.sd < 0:
            raise ValueError(f"a standard deviation cannot be negative, as in {self.sd}")


# Means and standard deviations


def _degrees_of_freedom(n1: int, n2: int) -> int:
    if n1 < 1 or n2 < 1 or n1 + n2 < 4:  # noqa: PLR2004 - below, J is 0 or undefined
        raise ValueError(f"two groups need at least one participant each and four together, not {n1} and {n2}")
    return n1 + n2 - 2


def exact_j(df: float) -> float:
    """Hedges' exact correction Gamma(m/2) / (sqrt(m/2) Gamma((m-1)/2)) for m degrees of freedom, m > 1."""
    if not 1 < df < math.inf:
        raise ValueError(f"the correction for small samples needs more than one degree of freedom, not {df}")
    return float(special.poch((df - 1) / 2, 0.5)) / math.sqrt(df / 2)


def pooled_sd(first: Group, second: Group) -> float:
    """Standard deviation within groups, shared by both."""
    df = _degrees_of_freedom(first.n, second.n)
    return math.sqrt(((first.n - 1) * first.sd**2 + (second.n - 1) * second.sd**2) / df)


def cohen_d(first: Group, second: Group) -> float:
    """Mean difference in units of the pooled standard deviation."""
    sd = pooled_sd(first, second)
    require_positive(pooled_sd=sd)
    return (first.mean - second.mean) / sd


def smd_from_d(d: float, n1: int, n2: int, *assumptions: Assumed) -> Effect:
    """Hedges' g = J d with variance 1/n1 + 1/n2 + g^2 / (2 (n1 + n2)), as metafor computes it."""
    g = exact_j(_degrees_of_freedom(n1, n2)) * d
    return Effect(g, 1 / n1 + 1 / n2 + g**2 / (2 * (n1 + n2)), assumptions)


def smd_from_means(first: Group, second: Group) -> Effect:
    """Hedges' g from means, standard deviations and arm sizes."""
    return smd_from_d(cohen_d(first, second), first.n, second.n)


def md_from_means(first: Group, second: Group) -> Effect:
    """Mean difference with variance sp^2 (1/n1 + 1/n2)."""
    variance = pooled_sd(first, second) ** 2 * (1 / first.n + 1 / second.n)
    return Effect(first.mean - second.mean, variance, (assumed("equal-spread"),))


def combine_groups(first: Group, second: Group) -> Group:
    """Two arms as if they had been one, so that a shared control group is never counted twice."""
    n = first.n + second.n
    mean = (first.n * first.mean + second.n * second.mean) / n
    within = (first.n - 1) * first.sd**2 + (second.n - 1) * second.sd**2
    between = first.n * second.n / n * (first.mean - second.mean) ** 2
    return Group(n, mean, math.sqrt((within + between) / (n - 1)))


# Test statistics and p values


def t_from_p(p: float, df: float) -> float:
    """Size of the t statistic behind an exact two-sided p value."""
    require_p(p)
    return abs(t_quantile(df, p / 2))


def d_from_t(t: float, n1: int, n2: int) -> float:
    """Standardised difference t sqrt(1/n1 + 1/n2) of two independent arms, not corrected for small samples."""
    require_positive(n1=n1, n2=n2)
    return t * math.sqrt(1 / n1 + 1 / n2)


def smd_from_t(t: float, n1: int, n2: int) -> Effect:
    """Hedges' g from the t statistic of two independent arms; its sign is the sign of t."""
    return smd_from_d(d_from_t(t, n1, n2), n1, n2, assumed("g-from-t"))


def smd_from_p(p: float, n1: int, n2: int, *, positive: bool) -> Effect:
    """Hedges' g from an exact two-sided p of two independent arms; the sign comes from the text."""
    t = math.copysign(t_from_p(p, _degrees_of_freedom(n1, n2)), 1 if positive else -1)
    d = d_from_t(t, n1, n2)
    return smd_from_d(d, n1, n2, assumed("p-and-t"))


def _require_informative(difference: float, p: float) -> None:
    require_finite(difference=difference)
    require_p(p)
    if difference == 0 or p == 1:
        raise ValueError("a difference of zero, or a p of 1, does not tell the standard error")


def md_from_p(difference: float, p: float, n1: int, n2: int) -> Effect:
    """Mean difference with the standard error that its exact two-sided p implies."""
    _require_informative(difference, p)
    se = abs(difference) / t_from_p(p, _degrees_of_freedom(n1, n2))
    return Effect(difference, se**2, (assumed("p-and-t"),))


def sd_from_md(difference: float, p: float, n1: int, n2: int) -> Converted:
    """Standard deviation within groups that a mean difference and its exact two-sided p imply."""
    se = md_from_p(difference, p, n1, n2).se
    return Converted(se / math.sqrt(1 / n1 + 1 / n2), (assumed("sd-from-p"),))


def smd_from_md(difference: float, p: float, n1: int, n2: int) -> Effect:
    """Hedges' g of a mean difference whose standard deviation is not printed but its exact two-sided p is."""
    sd = sd_from_md(difference, p, n1, n2)
    return smd_from_d(difference / sd.value, n1, n2, *sd.assumptions)


# Intervals


def se_from_interval(
    low: float, high: float, n_total: int | None = None, *, t_below: float = T_DIVISOR_BELOW
) -> Converted:
    """Standard error of a difference from its 95% interval; a t interval where fewer than ``t_below`` took part."""
    require_finite(low=low, high=high)
    require_positive(interval_width=high - low)
    if n_total is not None and n_total < t_below:
        df = n_total - 2
        require_positive(degrees_of_freedom=df)
        return Converted((high - low) / (2 * t_quantile(df)), (assumed("t-interval", df=df),))
    said = assumed("normal-interval" if n_total is not None else "normal-interval-no-size")
    return Converted((high - low) / (2 * Z_975), (said,))


def _midpoint_note(estimate: float, low: float, high: float, scale: str) -> tuple[Assumed, ...]:
    if not low <= estimate <= high:
        raise ValueError("the estimate lies outside its own interval")
    return (assumed("midpoint", scale=scale),) if is_off_midpoint(estimate, low, high) else ()


def is_off_midpoint(estimate: float, low: float, high: float) -> bool:
    """Whether an estimate lies so far from the middle of its interval that it is noted."""
    return abs(estimate - (low + high) / 2) > OFF_MIDPOINT * (high - low) / 2


def difference_from_interval(
    estimate: float, low: float, high: float, n_total: int | None = None, *, t_below: float = T_DIVISOR_BELOW
) -> Effect:
    """A mean difference in its own unit, with the standard error that its 95% interval implies."""
    se = se_from_interval(low, high, n_total, t_below=t_below)
    return Effect(estimate, se.value**2, se.assumptions + _midpoint_note(estimate, low, high, "printed"))


def smd_from_interval(smd: float, low: float, high: float) -> Effect:
    """A standardised difference with the standard error that its 95% interval implies; a normal one at any size."""
    se = se_from_interval(low, high).value
    return Effect(smd, se**2, (assumed("normal-smd-interval"), *_midpoint_note(smd, low, high, "printed")))


def ratio_from_interval(ratio: float, low: float, high: float) -> Effect:
    """Natural log of a ratio (risk, odds, hazard) with the variance that its 95% interval implies."""
    require_positive(ratio=ratio, low=low, high=high)
    estimate, lower, upper = (math.log(number) for number in (ratio, low, high))
    se = se_from_interval(lower, upper, T_DIVISOR_BELOW).value
    return Effect(estimate, se**2, _midpoint_note(estimate, lower, upper, "log"))


def ratio_from_p(ratio: float, p: float) -> Effect:
    """Natural log of a ratio with the variance that its exact two-sided p implies."""
    require_positive(ratio=ratio)
    estimate = math.log(ratio)
    _require_informative(estimate, p)
    se = abs(estimate) / two_sided_z(p)
    return Effect(estimate, se**2, (assumed("p-and-z"),))


# Events


def _cells(
    events1: int, n1: int, events2: int, n2: int, added: float
) -> tuple[tuple[float, float, float, float], tuple[Assumed, ...]]:
    for events, n in ((events1, n1), (events2, n2)):
        if n < 1 or not 0 <= events <= n:
            raise ValueError(f"{events} events among {n} participants are not possible")
    cells = (events1, n1 - events1, events2, n2 - events2)
    if all(cells):
        return cells, ()
    a, b, c, d = (cell + added for cell in cells)
    notes = [assumed("empty-cell", added=added)]
    if events1 + events2 == 0:
        notes.append(assumed("no-events"))
    return (a, b, c, d), tuple(notes)


def log_rr(events1: int, n1: int, events2: int, n2: int, *, added: float = EMPTY_CELL) -> Effect:
    """Log risk ratio; 0.5 is added to all four cells of this study only when one of them is zero."""
    (a, b, c, d), notes = _cells(events1, n1, events2, n2, added)
    value = math.log(a / (a + b)) - math.log(c / (c + d))
    return Effect(value, b / (a * (a + b)) + d / (c * (c + d)), notes)  # b/(a n) is 1/a - 1/n without cancellation


def log_or(events1: int, n1: int, events2: int, n2: int) -> Effect:
    """Log odds ratio; 0.5 is added to all four cells of this study only when one of them is zero."""
    (a, b, c, d), notes = _cells(events1, n1, events2, n2, EMPTY_CELL)
    return Effect(math.log(a) - math.log(b) - math.log(c) + math.log(d), 1 / a + 1 / b + 1 / c + 1 / d, notes)


def rr_from_or(odds_ratio: float, control_risk: float) -> Converted:
    """Risk ratio at a stated control risk; limits of an interval are converted one by one the same way."""
    require_positive(odds_ratio=odds_ratio)
    require_share(control_risk=control_risk)
    value = odds_ratio / (1 - control_risk + control_risk * odds_ratio)
    return Converted(value, (assumed("odds-at-risk", risk=control_risk),))


@dataclass(frozen=True, slots=True)
class AbsoluteEffect:
    """What a ratio means for people: events more (fewer: negative) per 1000, and the number needed to treat.

    ``nnt`` is negative where the intervention adds events, and None where it changes nothing.
    """

    per_1000: float
    nnt: float | None
    assumptions: tuple[str, ...]


def absolute_effect(risk_ratio: float, control_risk: float) -> AbsoluteEffect:
    """Absolute effect of a risk ratio at a stated control risk."""
    require_positive(risk_ratio=risk_ratio)
    require_share(control_risk=control_risk)
    notes = [said("control risk of {risk:g}", risk=control_risk)]
    if risk_ratio * control_risk > 1:
        notes.append(said("risk with the intervention held at 1"))
    change = min(risk_ratio * control_risk, 1) - control_risk
    return AbsoluteEffect(1000 * change, -1 / change if change else None, tuple(notes))


# From one measure to another


def smd_from_log_or(effect: Effect) -> Effect:
    """Standardised difference ln OR sqrt(3)/pi."""
    return effect.times(_LOGIT_TO_SMD, assumed("smd-from-odds"))


def log_or_from_smd(effect: Effect) -> Effect:
    """Log odds ratio d pi/sqrt(3)."""
    return effect.times(1 / _LOGIT_TO_SMD, assumed("odds-from-smd"))


def smd_from_r(r: float, n: int) -> Effect:
    """Standardised difference 2r / sqrt(1 - r^2); the variance of r taken as (1 - r^2)^2 / (n - 1)."""
    if not -1 < r < 1 or n < 2:  # noqa: PLR2004 - a correlation needs two points
        raise ValueError(f"a correlation between -1 and 1 of at least two participants is needed, not {r} of {n}")
    rest = (1 - r) * (1 + r)
    return Effect(2 * r / math.sqrt(rest), 4 / ((n - 1) * rest), (assumed("correlation-groups"),))


# Before and after


def sd_of_change(sd_before: float, sd_after: float, r: float = IMPUTED_CORRELATION) -> Converted:
    """Standard deviation of the change, from both standard deviations and their correlation r."""
    require_finite(sd_before=sd_before, sd_after=sd_after)
    if not -1 <= r <= 1 or min(sd_before, sd_after) < 0:
        raise ValueError("a correlation within -1 to 1 and standard deviations of at least 0 are needed")
    square = (sd_before - sd_after) ** 2 + 2 * (1 - r) * sd_before * sd_after
    return Converted(math.sqrt(square), (assumed("change-correlation", r=r),))


def standardised_change(p: float, n: int, *, positive: bool) -> Effect:
    """Change within one group in units of its own standard deviation, J(n-1) t/sqrt(n), from an exact paired p."""
    change = exact_j(n - 1) * t_from_p(p, n - 1) / math.sqrt(n)
    return Effect(math.copysign(change, 1 if positive else -1), 1 / n + change**2 / (2 * n), (assumed("paired-p"),))


def smd_paired(difference: float, sd1: float, sd2: float, n: int, r: float = IMPUTED_CORRELATION) -> Effect:
    """Standardised difference of a crossover trial of n people (Cochrane Handbook 5.1, 16.4.6.4), r below 1."""
    require_positive(sd1=sd1, sd2=sd2, n=n)
    d = difference / math.sqrt((sd1**2 + sd2**2) / 2)
    variance = (1 / n + d**2 / (2 * n)) * 2 * (1 - r)
    return Effect(d, variance, (assumed("period-correlation", r=r),))


def effective_n(n: int, icc: float, cluster_size: float) -> Converted:
    """Participants that a cluster trial is worth: n / (1 + ICC (M - 1)), M the mean cluster size."""
    require_positive(n=n, cluster_size=cluster_size)
    if not 0 <= icc <= 1 or cluster_size < 1:
        raise ValueError("an intracluster correlation from 0 to 1 and clusters of at least one person are needed")
    value = n / (1 + icc * (cluster_size - 1))
    return Converted(value, (assumed("cluster-correlation", icc=icc, size=cluster_size),))
