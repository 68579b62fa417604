"""Everything that is computed on the way to a pooled result, for a reader who wants to see it (statistics 3 to 5)."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimbook.model.assessment import Measure, StudyReading
from claimbook.synthesis.grade.numbers import weights
from claimbook.synthesis.pool.effects import Pooled, leave_one_out, pool, prediction_interval, tau2_interval
from claimbook.synthesis.pool.estimates import Asymmetry, Interval, Scale, asymmetry_of, scale_to_pool, shown_side
from claimbook.synthesis.thresholds import Thresholds


@dataclass(frozen=True)
class LeftOut:
    """The pooled estimate without one study, on the scale a reader knows."""

    study: str
    estimate: float
    changes_conclusion: bool
    """Whether the interval then lies on another side of no effect, or newly includes or excludes it."""


@dataclass(frozen=True)
class PoolDetails:
    """A pool with its heterogeneity, its prediction and what happens when it is shaken.

    ``pooled`` is on the scale of the analysis (ratios as logarithms), everything else on the scale a reader knows.
    What was not computed for want of studies is None.
    """

    scale: Scale
    pooled: Pooled
    estimate: float
    interval: Interval
    tau2_interval: Interval
    """95% Q-profile, on the scale of the analysis."""
    prediction: Interval | None
    left_out: tuple[LeftOut, ...]
    asymmetry: Asymmetry | None

    @property
    def turned(self) -> bool:
        """Whether every effect was turned so that above no effect is toward the claim."""
        return self.scale.measure is Measure.SMD


def pool_details(counted: Sequence[StudyReading], t: Thresholds) -> PoolDetails | None:
    """The pool of ROUTE-POOL, computed again with all its parts; None where these studies are not pooled."""
    scale = scale_to_pool(counted, weights(counted), t)
    if scale is None:
        return None
    values, variances = [row.value for row in scale.rows], [row.variance for row in scale.rows]
    result = pool(values, variances)
    prediction = prediction_interval(result) if result.k >= t.prediction_min_k else None
    return PoolDetails(
        scale,
        result,
        estimate=scale.shown(result.estimate),
        interval=scale.shown_both(result.interval),
        tau2_interval=tau2_interval(values, variances).tau2,
        prediction=None if prediction is None else scale.shown_both(prediction),
        left_out=_left_out(scale, result, values, variances),
        asymmetry=asymmetry_of(scale, result, t),
    )


def _left_out(scale: Scale, result: Pooled, values: list[float], variances: list[float]) -> tuple[LeftOut, ...]:
    rest = leave_one_out(values, variances)
    return tuple(
        LeftOut(row.reading.study.id, scale.shown(left.estimate), shown_side(left) != shown_side(result))
        for row, left in zip(scale.rows, rest, strict=True)
    )
