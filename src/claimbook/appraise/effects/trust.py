"""How far a printed number can be trusted to answer what was asked: where it says what the words beside it say. Pure.

A number is seldom misread; but a sentence may print several, of other outcomes or of one arm alone. Whether it belongs
to the outcome is told by the direction that was read for the same outcome: a number that stands in the words of that
direction and says the same is as sure as the direction itself (measured: ``docs/accuracy.md``, Printed numbers).
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from claimbook.model.appraisal import Change, Read, ResultRead
from claimbook.model.printed import PValue

T = TypeVar("T")
_CONTRADICTS, _APART = 0.4, 0.5
_LEVEL = 0.05
_NULL = {"HR": 1.0, "OR": 1.0, "RR": 1.0, "SMD": 0.0, "MD": 0.0, "medians": 0.0}
_SAME: Change = "no-difference"


def trusted(results: Iterable[ResultRead], change: Read[Change]) -> tuple[ResultRead, ...]:
    """The same results, each number as sure as it is that it belongs to the outcome.

    Args:
        results: what is printed of one outcome.
        change: the direction that was read for the same outcome, with its sentences.
    """
    return tuple(_trusted(one, change) for one in results)


def _trusted(one: ResultRead, change: Read[Change]) -> ResultRead:
    beside = any(span.holds(one.sentence) for span in change.spans)
    of_p = _confidence(change, beside=beside, agrees=_p_agrees(one, change))
    of_estimate = _confidence(change, beside=beside, agrees=interval_says(one) == change.value)
    return replace(
        one,
        p=_as_sure(one.p, of_p),
        measure=_as_sure(one.measure, of_estimate),
        estimate=_as_sure(one.estimate, of_estimate),
        interval=_as_sure(one.interval, of_estimate),
    )


def _p_agrees(one: ResultRead, change: Read[Change]) -> bool:
    shown = shows_a_difference(one.p.value) if one.p.value else None
    return shown is not None and shown == (change.value != _SAME)


def _confidence(change: Read[Change], *, beside: bool, agrees: bool) -> float:
    if not change:
        return _APART
    if not agrees:
        return _CONTRADICTS
    return change.confidence if beside else min(_APART, change.confidence)


def _as_sure(read: Read[T], confidence: float) -> Read[T]:
    return replace(read, confidence=min(read.confidence, confidence))


def shows_a_difference(p: PValue) -> bool | None:
    """Whether a p value lies below .05; None where it leaves that open, as 'p < .10' does."""
    if p.bound == "exact":
        return p.value < _LEVEL
    if p.bound == "below":
        return True if p.value <= _LEVEL else None
    return False if p.value >= _LEVEL else None


def interval_says(one: ResultRead) -> Change | None:
    """Which way the interval of a ratio or a difference points, by the side of no effect that it lies on."""
    null, ends = _NULL.get(one.measure.value or ""), one.interval.value
    if null is None or ends is None:
        return None
    low, high = ends
    return "higher" if low > null else "lower" if high < null else _SAME
