"""How large an effect is, in the four tiers that sentences use (grading specification 5.4)."""

from enum import IntEnum

from claimbook.language.said import said_as
from claimbook.model.assessment import BodyNumbers, Measure
from claimbook.synthesis.thresholds import Thresholds


class Tier(IntEnum):
    """Size of an effect; context-dependent, after Cohen."""

    TRIVIAL = 0
    SMALL = 1
    MODERATE = 2
    LARGE = 3

    @property
    def words(self) -> str:
        """The tier as a message."""
        return _WORDS[self]


_WORDS = {
    Tier.TRIVIAL: said_as("size of an effect", "trivial"),
    Tier.SMALL: said_as("size of an effect", "small"),
    Tier.MODERATE: said_as("size of an effect", "moderate"),
    Tier.LARGE: said_as("size of an effect", "large"),
}


def tier_of(body: BodyNumbers, t: Thresholds) -> Tier | None:
    """The tier of the body's estimate; None where no size is known on a scale with tiers."""
    if body.measure is Measure.RATIO and body.estimate is not None:
        folded = min(body.estimate, 1 / body.estimate)
        limits = (t.ratio_trivial, t.ratio_small, t.ratio_moderate)
        return Tier(sum(folded <= limit for limit in limits))
    size = _standardised(body)
    if size is None:
        return None
    return Tier(sum(abs(size) >= limit for limit in (t.tier_trivial, t.tier_small, t.tier_moderate)))


def _standardised(body: BodyNumbers) -> float | None:
    if body.measure is Measure.SMD:
        return body.estimate
    if body.measure is Measure.MD and body.convertible_md is not None:
        return (body.convertible_md[0] + body.convertible_md[1]) / 2
    return None
