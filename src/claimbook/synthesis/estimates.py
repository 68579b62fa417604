"""From what a study prints to an estimate with its interval on a scale that can be compared (statistics 1 and 2)."""

import math
from dataclasses import replace
from typing import Literal

from scipy import special

from claimbook.model.assessment import Estimate, Measure
from claimbook.model.study import ArmStatistics, Effect
from claimbook.synthesis.basics import Z_975, t_quantile
from claimbook.synthesis.effect_size import (
    Group,
    difference_from_interval,
    md_from_means,
    ratio_from_interval,
    rr_from_or,
    smd_from_interval,
    smd_from_means,
)

Side = Literal["above", "below"]
Interval = tuple[float, float]
_RATIOS = {"RR", "OR", "HR"}
_DIRECTION_ONLY = {"percent", "other"}
_LARGEST, _LARGEST_LOG, _LEAST_VARIANCE = 1e9, 50.0, 1e-18


def estimate_from(
    effect: Effect,
    side: Side,
    *,
    n: int | None = None,
    instrument: str | None = None,
    control_risk: float | None = None,
) -> Estimate | None:
    """The printed effect as an estimate, or None where its type or numbers allow only a direction."""
    try:
        found = _printed(effect, side, n=n, instrument=instrument, control_risk=control_risk)
    except (ValueError, ArithmeticError):  # a slip of the pen, such as a limit of 1e-300; the direction remains
        return None
    return found if found is not None and _can_be_computed_with(found) else None


def _printed(
    effect: Effect, side: Side, *, n: int | None, instrument: str | None, control_risk: float | None
) -> Estimate | None:
    if effect.type in _DIRECTION_ONLY:
        return None
    if effect.type in {"mean-post", "mean-change"}:
        return _from_arms(effect, side, instrument)
    if effect.estimate is None:
        return None
    if effect.type in _RATIOS:
        found = _ratio(effect, effect.estimate, side)
        return found if effect.type != "OR" or control_risk is None else _as_risk_ratio(found, control_risk)
    return _difference(effect, effect.estimate, side, n, instrument)


def _can_be_computed_with(estimate: Estimate) -> bool:
    """False for numbers no result ever had; they would make every formula after this one overflow."""
    is_ratio = estimate.measure is Measure.RATIO
    value, limit = (math.log(estimate.value), _LARGEST_LOG) if is_ratio else (estimate.value, _LARGEST)
    variance, standardised = estimate.variance, estimate.standardised
    known = variance is None or _LEAST_VARIANCE <= variance <= limit**2
    return abs(value) <= limit and known and (standardised is None or _can_be_computed_with(standardised))


def _ratio(effect: Effect, value: float, side: Side) -> Estimate:
    said = () if effect.type == "RR" else (f"{effect.type} as printed, compared with limits made for risk ratios",)
    if effect.interval is None:
        return Estimate(Measure.RATIO, value, None, side, instrument=effect.type, assumptions=said)
    logs = tuple(math.log(end) for end in effect.interval)
    (low, high), more = _to_95(effect, (logs[0], logs[1]), math.log(value))
    ends = (min(math.exp(low), value), max(math.exp(high), value))  # an estimate may be printed as its own limit
    read = ratio_from_interval(value, *ends)
    assumptions = (*said, *more, *read.assumptions)
    return Estimate(Measure.RATIO, value, ends, side, read.variance, instrument=effect.type, assumptions=assumptions)


def _as_risk_ratio(odds: Estimate, control_risk: float) -> Estimate:
    """An odds ratio as a risk ratio, both ends of its interval one by one (grading specification 3.4)."""
    value = rr_from_or(odds.value, control_risk)
    if odds.interval is None:
        return replace(odds, value=value.value, instrument="RR", assumptions=value.assumptions)
    ends = [rr_from_or(end, control_risk).value for end in odds.interval]
    low, high = min(ends[0], value.value), max(ends[1], value.value)
    variance = ratio_from_interval(value.value, low, high).variance
    return replace(
        odds,
        value=value.value,
        interval=(low, high),
        variance=variance,
        instrument="RR",
        assumptions=(*odds.assumptions[1:], *value.assumptions),
    )


def _difference(effect: Effect, value: float, side: Side, n: int | None, instrument: str | None) -> Estimate:
    measure = Measure.SMD if effect.type == "SMD" else Measure.MD
    if effect.interval is None:
        return Estimate(measure, value, None, side, instrument=instrument)
    interval, more = _to_95(effect, effect.interval, value)
    read = (
        smd_from_interval(value, *interval)
        if measure is Measure.SMD
        else difference_from_interval(value, *interval, _enough(n))
    )
    assumptions = (*more, *read.assumptions)
    return Estimate(measure, value, interval, side, read.variance, instrument=instrument, assumptions=assumptions)


def _enough(n: int | None) -> int | None:
    """Participants for a t interval, which needs at least one degree of freedom; else unknown."""
    return n if n is not None and n > 2 else None  # noqa: PLR2004 - two means are estimated


def _to_95(effect: Effect, interval: Interval, middle: float) -> tuple[Interval, tuple[str, ...]]:
    """The 95% interval; another level is converted through the normal distribution, and that is said."""
    if math.isclose(effect.ci_level, 0.95):
        return interval, ()
    factor = Z_975 / float(special.ndtri(0.5 + effect.ci_level / 2))
    widened = (middle + (interval[0] - middle) * factor, middle + (interval[1] - middle) * factor)
    return widened, (f"{effect.ci_level:.0%} interval converted to 95%",)


def _from_arms(effect: Effect, side: Side, instrument: str | None) -> Estimate | None:
    """Mean difference of two arms, and the same as Hedges g where standard deviations and sizes were printed."""
    if effect.intervention is None or effect.comparator is None:
        return None
    value = effect.intervention.mean - effect.comparator.mean
    scores: Literal["final", "change"] = "final" if effect.type == "mean-post" else "change"
    ours, other = _group(effect.intervention), _group(effect.comparator)
    if ours is None or other is None:
        return Estimate(Measure.MD, value, None, side, scores=scores, instrument=instrument)
    difference, g = md_from_means(ours, other), smd_from_means(ours, other)
    words = f"Hedges g from means, standard deviations and sizes of {scores} scores"
    standardised = Estimate(Measure.SMD, g.value, g.interval, side, g.variance, scores, instrument, (words,))
    half = t_quantile(ours.n + other.n - 2) * difference.se
    ends = (value - half, value + half)
    words = "interval computed from means, standard deviations and arm sizes"
    assumptions = (words, *difference.assumptions)
    return Estimate(Measure.MD, value, ends, side, difference.variance, scores, instrument, assumptions, standardised)


def _group(arm: ArmStatistics) -> Group | None:
    """An arm with all its numbers, or None; a standard deviation needs at least two people."""
    if arm.sd is None or arm.n is None or arm.n < 2:  # noqa: PLR2004 - see above
        return None
    return Group(arm.n, arm.mean, arm.sd)
