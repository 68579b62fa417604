"""Why printed sizes stand side by side and were not put together: a scale that nobody named, or too few on one."""

from collections.abc import Sequence
from dataclasses import replace

from claimbook.language.said import said
from claimbook.model.assessment import Apart, Measure, StudyReading
from claimbook.synthesis.pool.estimates import fixed_pair, scale_to_pool
from claimbook.synthesis.thresholds import Thresholds

APART: dict[Apart, str] = {
    "no instrument": said("the mean differences name no instrument, so nothing says that they share a unit"),
    "few on one scale": said("too few of the printed sizes share a scale"),
}


def why_apart(counted: Sequence[StudyReading], weights: Sequence[float], t: Thresholds) -> Apart | None:
    """Why the intervals of these studies were not put together; None where fewer than two of them have one.

    A mean difference is added to another only where both name one and the same instrument (ROUTE-POOL). That they do
    not is the reason only where one name for all of them would bring them together.
    """
    printed = [r.estimate for r in counted if r.estimate is not None and r.estimate.interval is not None]
    if len(printed) < 2:  # noqa: PLR2004 - one size needs no other
        return None
    named = {size.instrument for size in printed if size.measure is Measure.MD} - {None}
    if len(named) > 1:
        return "few on one scale"
    alike = [_named(reading, next(iter(named), "one and the same")) for reading in counted]
    together = fixed_pair(alike) or scale_to_pool(alike, weights, t)
    return "no instrument" if together else "few on one scale"


def _named(reading: StudyReading, instrument: str | None) -> StudyReading:
    """The same study, as if its mean difference had been measured with this instrument."""
    size = reading.estimate
    if size is None or size.measure is not Measure.MD:
        return reading
    return replace(reading, estimate=replace(size, instrument=instrument))
