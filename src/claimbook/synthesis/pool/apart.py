"""Why printed sizes stand side by side and were not put together: a scale that nobody named, or too few on one."""

from collections.abc import Sequence
from typing import Literal

from claimbook.language.said import said
from claimbook.model.assessment import Measure, StudyReading

Apart = Literal["no instrument", "few on one scale"]
APART = {
    "no instrument": said("the mean differences name no instrument, so nothing says that they share a unit"),
    "few on one scale": said("too few of the printed sizes share a scale"),
}


def why_apart(counted: Sequence[StudyReading]) -> Apart | None:
    """Why the intervals of these studies were not put together; None where fewer than two of them have one.

    A mean difference is added to another only where both name one and the same instrument (ROUTE-POOL).
    """
    estimates = [r.estimate for r in counted if r.estimate is not None and r.estimate.interval is not None]
    if len(estimates) < 2:  # noqa: PLR2004 - one size needs no other
        return None
    instruments = [e.instrument for e in estimates if e.measure is Measure.MD]
    unnamed = len(instruments) > 1 and None in instruments
    return "no instrument" if unnamed else "few on one scale"
