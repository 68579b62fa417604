"""Printed numbers that cannot stand beside each other: misread, or misprinted, which nobody can tell from here. Pure.

They are shown as they were read, with what is wrong with them, and are never sure: the study table refuses them, too
(`claimbook.model.effect`).
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeVar

from claimbook.language.said import said
from claimbook.model.appraisal import Read, ResultRead
from claimbook.model.effect import RATIOS

T = TypeVar("T")
_IMPOSSIBLE = 0.4
IMPOSSIBLE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "effects.outside-its-interval": said("the estimate lies outside its interval, so that one of them is wrong"),
        "effects.ratio-not-above-zero": said("a ratio is above zero, and an end of its interval is not"),
        "effects.correlation-above-one": said("a correlation lies between -1 and 1, and its interval does not"),
    }
)
"""What is wrong, in words, by the rule that saw it."""


def as_far_as_possible(result: ResultRead) -> ResultRead:
    """The same result, less sure of an estimate and an interval that cannot both be right."""
    rule = _what_is_wrong(result)
    if not rule:
        return result
    return replace(
        result,
        measure=_doubted(result.measure, rule),
        estimate=_doubted(result.estimate, rule),
        interval=_doubted(result.interval, rule),
    )


def _what_is_wrong(result: ResultRead) -> str:
    ends, estimate, measure = result.interval.value, result.estimate.value, result.measure.value
    if ends is None:
        return ""
    low, high = ends
    if estimate is not None and not low <= estimate <= high:
        return "effects.outside-its-interval"
    if measure in RATIOS and low <= 0:
        return "effects.ratio-not-above-zero"
    return "effects.correlation-above-one" if measure == "r" and not -1 < low < high < 1 else ""


def _doubted(read: Read[T], rule: str) -> Read[T]:
    return replace(read, confidence=min(read.confidence, _IMPOSSIBLE), rule=rule) if read else read
