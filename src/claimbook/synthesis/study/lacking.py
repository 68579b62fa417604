"""What a printed effect lacks to become an estimate with an interval; its direction counts all the same."""

from collections.abc import Callable
from functools import reduce

from claimbook.language.said import Said, said, said_as
from claimbook.model.assessment import Estimate
from claimbook.model.effect import ArmStatistics, Effect
from claimbook.model.study import Finding, Result

_UNCONVERTED = {
    "medians": said(
        "reports medians, which no published conversion named by the specification turns into means; "
        "only its direction counts"
    ),
    "percent": said("reports a percent change, which is not converted; only its direction counts"),
    "other": said("reports an effect of a kind that is not converted; only its direction counts"),
}
_TEST = said("an exact p value")
_NEEDS = {
    "counts": said("the number of people in both arms"),
    "proportions": said("the number of people in both arms, or an exact p value"),
    "SMD": said("an interval, or the sizes of both arms"),
    "mean-post": _TEST,
    "mean-change": _TEST,
}
_SIZED = {"mean-post", "mean-change"}


def lacking(result: Result | None, finding: Finding, estimate: Estimate | None) -> str | None:
    """One sentence for a compared effect that gave no estimate with an interval; None where nothing is lacking.

    Nothing is said of an effect that cannot be used for other reasons: no comparison, no polarity, no direction.
    """
    usable = result is not None and result.is_comparison and result.direction != "unclear"
    if not usable or result is None or result.effect is None or finding.better_if is None:
        return None
    if estimate is not None and estimate.interval is not None:
        return None
    kind = result.effect.type
    if kind in _UNCONVERTED:
        return _UNCONVERTED[kind]
    needs = _NEEDS.get(kind, said("an interval, or an exact p value"))
    missing = _missing(result.effect)
    if missing:
        parts = reduce(lambda first, second: said("{first} and {second}", first=first, second=second), missing)
        needs = said("{parts} of both arms or {test}", parts=parts, test=needs)
    return said("no interval can be computed: that needs {needs}; only its direction counts", needs=needs)


def _missing(effect: Effect) -> list[Said]:
    """For means: what is missing of both arms, which is one alternative to a test."""
    if effect.type not in _SIZED:
        return []
    arms = (effect.intervention, effect.comparator)
    return [words for words, known in _PARTS.items() if not all(arm is not None and known(arm) for arm in arms)]


def _has_spread(arm: ArmStatistics) -> bool:
    return arm.sd is not None or arm.se is not None or arm.sd_before is not None


_PARTS: dict[Said, Callable[[ArmStatistics], bool]] = {
    said_as("of an arm", "mean"): lambda arm: arm.mean is not None,
    said_as("of an arm", "standard deviation"): _has_spread,
    said_as("of an arm", "size"): lambda arm: arm.n is not None,
}
