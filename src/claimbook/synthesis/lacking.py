"""What a printed effect lacks to become an estimate with an interval; its direction counts all the same."""

from collections.abc import Callable, Iterator

from claimbook.model.assessment import Estimate
from claimbook.model.effect import ArmStatistics, Effect
from claimbook.model.study import Finding, Result

_UNCONVERTED = {
    "medians": "medians, which no published conversion named by the specification turns into means",
    "percent": "a percent change, which is not converted",
    "other": "an effect of a kind that is not converted",
}
_NEEDS = {
    "counts": "the number of people in both arms",
    "proportions": "the number of people in both arms, or an exact p value",
    "SMD": "an interval, or the sizes of both arms",
    "mean-post": "an exact p value",
    "mean-change": "an exact p value",
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
        return f"reports {_UNCONVERTED[kind]}; only its direction counts"
    needs = " or ".join((*_from_arms(result.effect), _NEEDS.get(kind, "an interval, or an exact p value")))
    return f"no interval can be computed: that needs {needs}; only its direction counts"


def _from_arms(effect: Effect) -> Iterator[str]:
    """For means: what is missing of both arms, as one alternative to a test."""
    if effect.type not in _SIZED:
        return
    arms = (effect.intervention, effect.comparator)
    missing = [words for words, known in _PARTS.items() if not all(arm is not None and known(arm) for arm in arms)]
    if missing:
        yield f"{' and '.join(missing)} of both arms"


def _has_spread(arm: ArmStatistics) -> bool:
    return arm.sd is not None or arm.se is not None or arm.sd_before is not None


_PARTS: dict[str, Callable[[ArmStatistics], bool]] = {
    "mean": lambda arm: arm.mean is not None,
    "standard deviation": _has_spread,
    "size": lambda arm: arm.n is not None,
}
