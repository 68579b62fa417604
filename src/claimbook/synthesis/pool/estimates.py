"""Bringing the estimates of several studies together: on one common scale, or through their p values."""

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimbook.language.said import said, said_as
from claimbook.model.assessment import Estimate, Measure, StudyReading
from claimbook.model.terms import Reading
from claimbook.synthesis.basics import Z_975, two_sided_z
from claimbook.synthesis.pool.directions import Combined, stouffer
from claimbook.synthesis.pool.effects import Pooled, pool, prediction_interval
from claimbook.synthesis.pool.small_study import Regression, TrimFill, egger_test, size_test, trim_and_fill
from claimbook.synthesis.thresholds import Thresholds

Interval = tuple[float, float]
Side = Literal["above", "below"]
_STANDARDISED = {
    "final": said("standardised mean difference, final scores"),
    "change": said("standardised mean difference, change scores"),
    "not said": said("standardised mean difference, not said scores"),
}
_INTERVALS = {
    "z": said_as("interval", "z"),
    "HKSJ": said_as("interval", "HKSJ"),
    "modified HKSJ": said_as("interval", "modified HKSJ"),
}
_ALIKE = 1e-6  # studies of one size make no funnel


@dataclass(frozen=True)
class Row:
    """One estimate on the scale of its pool: log for ratios, turned toward the claim for standardised differences."""

    value: float
    variance: float
    weight: float
    reading: StudyReading


@dataclass(frozen=True)
class Scale:
    """Estimates that may stand in one pool."""

    measure: Measure
    toward_claim: Side
    name: str
    rows: tuple[Row, ...]

    @property
    def of_odds(self) -> bool:
        """Whether these are odds ratios that no control risk turned into risk ratios."""
        return self.measure is Measure.RATIO and self.name.startswith("OR")

    def shown(self, value: float) -> float:
        """A value of the pool as a reader knows it: the ratio, not its logarithm."""
        return math.exp(value) if self.measure is Measure.RATIO else value

    def shown_both(self, interval: Interval) -> Interval:
        """Both ends of an interval as a reader knows them."""
        return self.shown(interval[0]), self.shown(interval[1])


@dataclass(frozen=True)
class Pool:
    """A pooled result on the scale a reader knows (ratios, not their logarithms)."""

    measure: Measure
    toward_claim: Side
    k: int
    method: str
    estimate: float
    interval: Interval
    random_effects: bool
    of_odds: bool
    standardised: Interval | None = None
    sides: tuple[bool | None, ...] = ()
    i2: float | None = None
    i2_tau2: float | None = None
    tau2: float | None = None
    prediction: Interval | None = None
    opposite_share: float | None = None
    asymmetry_p: float | None = None
    trimfill_changes_conclusion: bool | None = None


@dataclass(frozen=True)
class Asymmetry:
    """Whether the funnel of a pool is lopsided, and the pool with mirrored studies added."""

    regression: Regression
    filled: TrimFill
    completed: Pooled
    changes_conclusion: bool


def pool_on_common_scale(counted: Sequence[StudyReading], weights: Sequence[float], t: Thresholds) -> Pool | None:
    """ROUTE-POOL: the estimates of the scale that carries the body, pooled; None when no scale carries it."""
    scale = scale_to_pool(counted, weights, t)
    return None if scale is None else _pooled(scale, t)


def scale_to_pool(counted: Sequence[StudyReading], weights: Sequence[float], t: Thresholds) -> Scale | None:
    """ROUTE-POOL: of the scales with enough studies the one with most participants, if it holds enough of everybody."""
    scales = [scale for scale in _scales(counted, weights) if len(scale.rows) >= t.pool_min_k]
    largest = max(scales, key=lambda scale: (sum(row.weight for row in scale.rows), scale.name), default=None)
    if largest is None or sum(row.weight for row in largest.rows) < t.route_share * sum(weights):
        return None
    return largest


def _scales(counted: Sequence[StudyReading], weights: Sequence[float]) -> list[Scale]:
    """Estimates grouped so that nothing is pooled that must not be.

    Ratios by type, mean differences of one instrument as they are, everything else standardised; final and change
    scores never in one pool of standardised differences.
    """
    groups: dict[tuple[Measure, Side, str], list[Row]] = defaultdict(list)
    same_unit = _shared_instrument(counted)
    for reading, weight in zip(counted, weights, strict=True):
        for key, value, variance in _entries(reading.estimate, same_unit=same_unit):
            groups[key].append(Row(value, variance, weight, reading))
    return [Scale(measure, side, name, tuple(rows)) for (measure, side, name), rows in groups.items()]


def _shared_instrument(counted: Sequence[StudyReading]) -> bool:
    """MD stays MD where every mean difference with an interval comes from one and the same named instrument."""
    estimates = [r.estimate for r in counted if r.estimate is not None and r.estimate.interval is not None]
    instruments = {e.instrument for e in estimates if e.measure is Measure.MD}
    return len(instruments) == 1 and None not in instruments


def _entries(estimate: Estimate | None, *, same_unit: bool) -> list[tuple[tuple[Measure, Side, str], float, float]]:
    if estimate is None or estimate.variance is None or estimate.interval is None:
        return []
    if estimate.measure is Measure.RATIO:
        name = said("{ratio} (log scale)", ratio=estimate.instrument)
        return [((Measure.RATIO, estimate.toward_claim, name), math.log(estimate.value), estimate.variance)]
    if estimate.measure is Measure.MD and same_unit:
        name = said("mean difference, {instrument}", instrument=estimate.instrument)
        return [((Measure.MD, estimate.toward_claim, name), estimate.value, estimate.variance)]
    standard = estimate.standardised if estimate.measure is Measure.MD else estimate
    if standard is None or standard.variance is None:
        return []
    toward = standard.value if standard.toward_claim == "above" else -standard.value
    return [((Measure.SMD, "above", _STANDARDISED[standard.scores]), toward, standard.variance)]


def _pooled(scale: Scale, t: Thresholds) -> Pool:
    values, variances = [row.value for row in scale.rows], [row.variance for row in scale.rows]
    result = pool(values, variances)
    prediction = prediction_interval(result) if result.k >= t.prediction_min_k else None
    asymmetry = asymmetry_of(scale, result, t)
    return Pool(
        measure=scale.measure,
        toward_claim=scale.toward_claim,
        k=result.k,
        method=_method(scale, result),
        estimate=scale.shown(result.estimate),
        interval=scale.shown_both(result.interval),
        random_effects=True,
        of_odds=scale.of_odds,
        standardised=_standardised_interval(scale),
        i2=result.i2_q,
        i2_tau2=result.i2_tau2,
        tau2=result.tau2,
        prediction=None if prediction is None else scale.shown_both(prediction),
        opposite_share=_opposite_share(scale, result, t),
        asymmetry_p=None if asymmetry is None else asymmetry.regression.p,
        trimfill_changes_conclusion=None if asymmetry is None else asymmetry.changes_conclusion,
    )


def _method(scale: Scale, result: Pooled) -> str:
    """How it was pooled, with what must stand beside the widest of intervals (computed, statistics reference 11)."""
    used = _INTERVALS[result.interval_used]
    how = said("{scale}: {k} studies, REML, {interval} interval", scale=scale.name, k=result.k, interval=used)
    if result.k != 3 or result.interval_used != "modified HKSJ":  # noqa: PLR2004 - see above
        return how
    return said("{how} (with three studies it errs in 0.9% of cases instead of 5%, so it is very wide)", how=how)


def _standardised_interval(scale: Scale) -> Interval | None:
    """For pooled mean differences: the pooled interval on the SMD scale, where every study allows it."""
    found = [row.reading.estimate.standardised for row in scale.rows if row.reading.estimate is not None]
    known = [s for s in found if s is not None and s.variance is not None]
    if scale.measure is not Measure.MD or len(known) < len(scale.rows) or len({s.scores for s in known}) > 1:
        return None
    return pool([s.value for s in known], [s.variance or 0.0 for s in known]).interval


def _opposite_share(scale: Scale, result: Pooled, t: Thresholds) -> float:
    """Weight on the other side of no effect; for a null result, weight of estimates outside little or no effect."""
    zone = {Measure.RATIO: (math.log(t.ratio_low), math.log(t.ratio_high)), Measure.SMD: (-t.smd_zone, t.smd_zone)}
    limits = zone.get(scale.measure)
    low, high = result.interval
    if limits is None or not (low <= 0 <= high and limits[0] <= low and high <= limits[1]):
        return result.opposite_share
    outside = (not limits[0] <= row.value <= limits[1] for row in scale.rows)
    return sum(share for share, is_out in zip(result.weight_shares, outside, strict=True) if is_out)


def asymmetry_of(scale: Scale, result: Pooled, t: Thresholds) -> Asymmetry | None:
    """Egger's test (for ratios the test on size) and trim-and-fill; None with few studies, or all of one size."""
    values, variances = [row.value for row in scale.rows], [row.variance for row in scale.rows]
    sizes = [row.reading.n for row in scale.rows if row.reading.n]
    is_ratio = scale.measure is Measure.RATIO
    if result.k < t.asymmetry_min_k or _all_alike(variances):
        return None
    if is_ratio and (len(sizes) < result.k or _all_alike(sizes)):
        return None
    test = size_test(values, variances, sizes) if is_ratio else egger_test(values, variances)
    filled = trim_and_fill(values, variances)
    completed = pool([*values, *filled.filled_effects], [*variances, *filled.filled_variances])
    return Asymmetry(test, filled, completed, shown_side(completed) != shown_side(result))


def _all_alike(sizes: Sequence[float]) -> bool:
    return max(sizes) - min(sizes) <= _ALIKE * max(sizes)


def shown_side(result: Pooled) -> int:
    """Side on which the interval lies: 1, -1, or 0 where it includes no effect."""
    return int(result.interval[0] > 0) - int(result.interval[1] < 0)


def fixed_pair(counted: Sequence[StudyReading]) -> Pool | None:
    """ROUTE-PAIR: exactly two studies, both with an estimate on one scale; fixed effect, never random effects."""
    if len(counted) != 2:  # noqa: PLR2004 - a pair
        return None
    scale = next((s for s in _scales(counted, [1.0, 1.0]) if len(s.rows) == len(counted)), None)
    if scale is None:
        return None
    result = pool([row.value for row in scale.rows], [row.variance for row in scale.rows], method="fixed")
    return Pool(
        measure=scale.measure,
        toward_claim=scale.toward_claim,
        k=result.k,
        method=said("{scale}: two studies, fixed effect", scale=scale.name),
        estimate=scale.shown(result.estimate),
        interval=scale.shown_both(result.interval),
        random_effects=False,
        of_odds=scale.of_odds,
        standardised=_standardised_interval(scale),
        sides=tuple(row.reading.estimate.favours_claim if row.reading.estimate else None for row in scale.rows),
    )


def combined_p(counted: Sequence[StudyReading], weights: Sequence[float], t: Thresholds) -> Combined | None:
    """Stouffer with weights sqrt(N) over all usable studies; None when not one of them has a p with a direction.

    'p < .05' enters as .05. A direction without p, and 'not significant' without a direction, enter as z = 0.
    """
    scores = [_z_toward_claim(reading, t) for reading in counted]
    if all(score is None for score in scores):
        return None
    pairs = zip(scores, weights, strict=True)
    entering = [(score or 0.0, math.sqrt(w)) for score, w in pairs if t.taken.silent_as_zero or score is not None]
    return stouffer([score for score, _ in entering], [weight for _, weight in entering])


def enters_with(reading: StudyReading) -> Literal["p", "interval", "nothing"]:
    """What a study brings to combined p values: its printed p, else its interval; else it enters as z = 0."""
    if reading.reading.value not in {Reading.FAVOURS, Reading.AGAINST}:
        return "nothing"
    if reading.p is not None and reading.p.bound != "above":
        return "p"
    return "nothing" if reading.estimate is None or reading.estimate.interval is None else "interval"


def _z_toward_claim(reading: StudyReading, t: Thresholds) -> float | None:
    sign = 1.0 if reading.reading.value is Reading.FAVOURS else -1.0
    way, estimate = enters_with(reading), reading.estimate
    if way == "p" and reading.p is not None:
        return sign * two_sided_z(t.taken.p(reading.p))
    if way == "nothing" or estimate is None or estimate.interval is None:
        return None
    value, (low, high) = estimate.value, estimate.interval
    if estimate.measure is Measure.RATIO:
        value, low, high = math.log(value), math.log(low), math.log(high)
    return sign * abs(value) * 2 * Z_975 / (high - low)
