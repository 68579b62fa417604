"""From what a study prints to an estimate with its interval on a scale that can be compared (statistics 1 and 2).

Each conversion has a rule (CONV-...), and says what it assumed (`assumptions`). No sign is ever guessed: it is that
of the printed number, or of the printed words where a p value stands alone.
"""

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from claimbook.model.assessment import Assumed, Estimate, Measure
from claimbook.model.effect import Effect
from claimbook.synthesis.basics import Z_975, t_quantile
from claimbook.synthesis.study import effect_size
from claimbook.synthesis.study.arms import Case, Context, Side, Sizes, half_width
from claimbook.synthesis.study.assumptions import assumed
from claimbook.synthesis.study.effect_size import (
    difference_from_interval,
    log_rr,
    md_from_means,
    ratio_from_interval,
    rr_from_or,
    smd_from_d,
    smd_from_interval,
    smd_from_means,
    smd_from_r,
    smd_from_t,
)
from claimbook.synthesis.thresholds import DEFAULT, Thresholds

Interval = tuple[float, float]
Scores = Literal["final", "change", "not said"]
_NOTHING = Context()
_LIMITS_ARE_FOR_RR = {"OR": "odds-as-printed", "HR": "hazard-as-printed"}
_LARGEST, _LARGEST_LOG, _LEAST_VARIANCE = 1e9, 50.0, 1e-18


def estimate_from(effect: Effect, side: Side, context: Context = _NOTHING, t: Thresholds = DEFAULT) -> Estimate | None:
    """The printed effect as an estimate, or None where its type or numbers allow only a direction.

    Args:
        effect: what was printed, intervention minus (over) comparator.
        side: side of no effect that the claim names.
        context: what stands beside the effect in the study; whatever was not seen stays away.
        t: holds what is assumed where nothing was printed.
    """
    try:
        found = _estimate(Case(effect, side, context, t))
    except (ValueError, ArithmeticError):  # a slip of the pen, such as a limit of 1e-300; the direction remains
        return None
    return found if found is not None and _can_be_computed_with(found) else None


def _estimate(case: Case) -> Estimate | None:
    from_arms, from_value = _FROM_ARMS.get(case.effect.type), _FROM_VALUE.get(case.effect.type)
    if case.effect.estimate is None or from_value is None:
        return from_arms(case) if from_arms else None
    return from_value(case, case.effect.estimate)


def _can_be_computed_with(estimate: Estimate) -> bool:
    """False for numbers no result ever had; they would make every formula after this one overflow."""
    is_ratio = estimate.measure is Measure.RATIO
    value, limit = (math.log(estimate.value), _LARGEST_LOG) if is_ratio else (estimate.value, _LARGEST)
    variance, standardised = estimate.variance, estimate.standardised
    known = variance is None or _LEAST_VARIANCE <= variance <= limit**2
    return abs(value) <= limit and known and (standardised is None or _can_be_computed_with(standardised))


# Ratios


def _ratio(case: Case, value: float) -> Estimate:
    """CONV-RATIO: a ratio with its interval, or with the one that its p value implies."""
    effect = case.effect
    other_ratio = effect.type in _LIMITS_ARE_FOR_RR
    said = (assumed(_LIMITS_ARE_FOR_RR[effect.type]),) if other_ratio else ()
    alone = Estimate(
        Measure.RATIO, value, None, case.side, instrument=effect.type if other_ratio else "RR", assumptions=said
    )
    if effect.interval is None:
        return _ratio_with_p(case, alone)
    logs = math.log(effect.interval[0]), math.log(effect.interval[1])
    value = math.exp(_middle(case, math.log(value), logs))
    (low, high), more = _to_95(case, logs, math.log(value))
    ends = (min(math.exp(low), value), max(math.exp(high), value))  # an estimate may be printed as its own limit
    read = ratio_from_interval(value, *ends)
    assumptions = (*said, *more, *read.assumptions)
    return replace(alone, value=value, interval=ends, variance=read.variance, assumptions=assumptions)


def _ratio_with_p(case: Case, alone: Estimate) -> Estimate:
    log, test = math.log(alone.value), case.test_statistic(None)
    if test is None or log == 0:
        return alone
    se = abs(log) / test.size
    said = (*alone.assumptions, *test.assumptions)
    ends = (math.exp(log - Z_975 * se), math.exp(log + Z_975 * se))
    return replace(alone, interval=ends, variance=se**2, assumptions=said)


def _odds_ratio(case: Case, value: float) -> Estimate:
    found, risk = _ratio(case, value), case.taken.control_risk(case.context.control_risk)
    return found if risk is None else _as_risk_ratio(found, risk)


def _as_risk_ratio(odds: Estimate, control_risk: float) -> Estimate:
    """CONV-OR: an odds ratio as a risk ratio, both ends of its interval one by one (grading specification 3.4)."""
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


def _from_events(case: Case) -> Estimate | None:
    """CONV-COUNTS, CONV-SHARES: the risk ratio of two arms; shares become whole people where sizes are known."""
    ours, other, sizes = case.effect.intervention, case.effect.comparator, case.sizes
    if ours is None or other is None:
        return None
    if ours.events is not None and other.events is not None:
        return None if sizes is None else _risk_ratio(case, ours.events, other.events, sizes)
    if ours.share is None or other.share is None:
        return None
    found = None
    if sizes is not None and case.taken.whole_people:
        events = round(ours.share * sizes.ours), round(other.share * sizes.other)
        found = _risk_ratio(case, *events, sizes, assumed("whole-people"))
    nobody = 0 in {ours.share, other.share}
    return found or (None if nobody else _ratio(case, ours.share / other.share))


def _risk_ratio(case: Case, events: int, other_events: int, sizes: Sizes, *said: Assumed) -> Estimate | None:
    """The risk ratio of the four cells; None where its side would come from the 0.5 added to empty cells alone."""
    more = events * sizes.other - other_events * sizes.ours
    found = log_rr(events, sizes.ours, other_events, sizes.other, added=case.taken.empty_cell)
    if found.assumptions and more * found.value <= 0:
        return None
    ends = (math.exp(found.interval[0]), math.exp(found.interval[1]))
    return Estimate(
        Measure.RATIO,
        math.exp(found.value) if more else 1.0,
        ends,
        case.side,
        found.variance,
        instrument="RR",
        assumptions=(*sizes.assumptions, *said, *found.assumptions),
    )


# Differences of means


def _from_means(case: Case) -> Estimate | None:
    """CONV-MEANS: difference of two means, and the same as Hedges g where standard deviations and sizes are known."""
    ours, other = case.effect.intervention, case.effect.comparator
    if ours is None or other is None or ours.mean is None or other.mean is None:
        return None
    scores: Scores = "final" if case.effect.type == "mean-post" else "change"
    arms = case.groups()
    if arms is None:
        return _difference_from_test(case, ours.mean - other.mean, scores)
    first, second, said = arms
    difference, g = md_from_means(first, second), smd_from_means(first, second)
    standardised = _standardised(case, g, scores, assumed("g-from-means", scores=scores), *said)
    df = () if case.test_df is None else (assumed("t-distribution", df=case.test_df),)
    assumptions = (assumed("from-means"), *df, *difference.assumptions, *said)
    return _difference(case, difference, scores, assumptions, standardised)


def _mean_difference(case: Case, value: float) -> Estimate:
    """CONV-MD: a printed mean difference with its interval, else with the one that its p or t value implies."""
    if case.effect.interval is None:
        return _difference_from_test(case, value, "not said")
    value = _middle(case, value, case.effect.interval)
    interval, more = _to_95(case, case.effect.interval, value, case.df)
    people = None if case.df is None else case.df + 2
    read = difference_from_interval(value, *interval, people, t_below=case.taken.t_below)
    said = (*more, *read.assumptions)
    plain = _difference(case, read, "not said", said, _g_from_se(case, read, "not said"))
    return replace(plain, interval=interval)


def _difference_from_test(case: Case, value: float, scores: Scores) -> Estimate:
    """CONV-P: the standard error that a difference and its test imply; without a test the difference stands alone."""
    test = case.test_statistic(case.test_df)
    if test is None or value == 0:
        return Estimate(Measure.MD, value, None, case.side, scores=scores, instrument=case.context.instrument)
    read = effect_size.Effect(value, (value / test.size) ** 2, test.assumptions)
    return _difference(case, read, scores, read.assumptions, _g_from_se(case, read, scores))


def _difference(
    case: Case,
    found: effect_size.Effect,
    scores: Scores,
    assumptions: tuple[Assumed, ...],
    standardised: Estimate | None,
) -> Estimate:
    half = half_width(found.se, case.test_df)
    ends = (found.value - half, found.value + half)
    instrument = case.context.instrument
    return Estimate(
        Measure.MD, found.value, ends, case.side, found.variance, scores, instrument, assumptions, standardised
    )


# Standardised differences


def _standardised(case: Case, g: effect_size.Effect, scores: Scores, *said: Assumed) -> Estimate:
    assumptions = (*g.assumptions, *said)
    instrument = case.context.instrument
    return Estimate(Measure.SMD, g.value, g.interval, case.side, g.variance, scores, instrument, assumptions)


def _g_from_se(case: Case, found: effect_size.Effect, scores: Scores) -> Estimate | None:
    """CONV-SD: Hedges g with the standard deviation that a standard error and both printed arm sizes imply.

    Assumed sizes are not enough: the difference stands in its own unit already, and stays there.
    """
    sizes = case.sizes
    if sizes is None or sizes.assumptions or not (case.can_be_standardised and case.taken.sd_from_sizes):
        return None
    d = found.value / (found.se / sizes.spread)
    return _standardised(case, smd_from_d(d, sizes.ours, sizes.other), scores, assumed("sd-from-sizes"))


def _standardised_difference(case: Case, value: float) -> Estimate:
    """CONV-SMD: a printed SMD with its interval, else with the variance of its arm sizes, else of its p value."""
    alone = Estimate(Measure.SMD, value, None, case.side, instrument=case.context.instrument)
    sizes, test = case.sizes, case.test_statistic(None)
    if case.effect.interval is not None:
        return _smd_with_interval(case, replace(alone, value=_middle(case, value, case.effect.interval)))
    if sizes is not None:
        variance = sizes.spread**2 + value**2 / (2 * (sizes.ours + sizes.other))
        said = (assumed("se-from-sizes"), *sizes.assumptions)
    elif test is not None and value:
        variance, said = (value / test.size) ** 2, test.assumptions
    else:
        return alone
    found = effect_size.Effect(value, variance, said)
    return replace(alone, interval=found.interval, variance=found.variance, assumptions=found.assumptions)


def _smd_with_interval(case: Case, alone: Estimate) -> Estimate:
    assert case.effect.interval is not None  # noqa: S101 - the caller asked
    interval, more = _to_95(case, case.effect.interval, alone.value, case.df)
    read = smd_from_interval(alone.value, *interval)
    return replace(alone, interval=interval, variance=read.variance, assumptions=(*more, *read.assumptions))


def _standardised_from_test(case: Case) -> Estimate | None:
    """CONV-T, CONV-P: Hedges g from t and arm sizes, or from p and arm sizes with the sign of the words."""
    sizes = case.sizes
    if sizes is None or not case.can_be_standardised:
        return None
    if case.effect.t is not None:
        return _standardised(case, smd_from_t(case.effect.t, sizes.ours, sizes.other), "not said", *sizes.assumptions)
    test = case.test_statistic(case.test_df)
    if test is None or case.context.words is None:
        return None
    d = math.copysign(test.size * sizes.spread, 1 if case.context.words == "above" else -1)
    g = smd_from_d(d, sizes.ours, sizes.other, assumed("g-from-p"), *test.assumptions)
    return _standardised(case, g, "not said", *sizes.assumptions)


def _from_correlation(case: Case, value: float) -> Estimate:
    """CONV-R: a correlation as a standardised difference; its interval end by end, else from the number of people."""
    n, many = case.context.n or 0, case.context.arms == "pooled"
    found = _standardised(case, smd_from_r(value, max(n, 2)), "not said")
    if case.effect.interval is not None:
        (low, high), more = _to_95(case, case.effect.interval, value)
        ends = (smd_from_r(low, 2).value, smd_from_r(high, 2).value)
        read = smd_from_interval(found.value, *ends)
        return replace(found, interval=ends, variance=read.variance, assumptions=(*more, *found.assumptions))
    return found if n > 1 and not many else replace(found, interval=None, variance=None)


def _to_95(
    case: Case, interval: Interval, middle: float, df: int | None = None
) -> tuple[Interval, tuple[Assumed, ...]]:
    """CONV-LEVEL: the 95% interval; another level is converted, and one that nobody recorded is taken as 95%."""
    recorded = case.effect.ci_level is not None
    level = case.effect.ci_level or case.taken.level
    said = () if recorded else (assumed("level", level=level),)
    if math.isclose(level, 0.95):
        return interval, said
    if recorded:
        said = (assumed("level-converted-normal" if df is None else "level-converted", level=level),)
    by = math.inf if df is None or not case.taken.t_levels else df
    factor = t_quantile(by) / t_quantile(by, 0.5 + level / 2)
    return (middle + (interval[0] - middle) * factor, middle + (interval[1] - middle) * factor), said


def _middle(case: Case, value: float, interval: Interval) -> float:
    """The estimate as printed; its interval's middle where that is taken instead and lies on the same side."""
    middle = (interval[0] + interval[1]) / 2
    is_off = effect_size.is_off_midpoint(value, *interval)
    return middle if case.taken.midpoint and is_off and middle * value > 0 else value


_FROM_ARMS: dict[str, Callable[[Case], Estimate | None]] = {
    "mean-post": _from_means,
    "mean-change": _from_means,
    "counts": _from_events,
    "proportions": _from_events,
    "SMD": _standardised_from_test,
}
_FROM_VALUE: dict[str, Callable[[Case, float], Estimate]] = {
    "SMD": _standardised_difference,
    "MD": _mean_difference,
    "r": _from_correlation,
    "RR": _ratio,
    "HR": _ratio,
    "OR": _odds_ratio,
}
"""Types in neither table, such as percent, give a direction only."""
