"""One printed result within a sentence, and the numbers in front of a sign."""

import re
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Literal, NamedTuple

from claimbook.appraise.direction.cues import number_of
from claimbook.appraise.effects import forms
from claimbook.model.effect import EffectType


class Statistic(NamedTuple):
    """One printed result; places are offsets into the sentence, matches have groups named after what they hold."""

    measure: EffectType
    start: int
    end: int
    estimate: re.Match[str] | None = None
    interval: re.Match[str] | None = None
    p: re.Match[str] | None = None
    arms: tuple[re.Match[str], ...] = ()
    """Means or shares of the arms."""
    of: Literal["difference", "arms", "course", "courses", ""] = ""
    """What it holds side by side: one arm before and after is a course; empty where that cannot be seen."""
    level: str | None = None
    """Of the interval, in percent, where it is printed."""
    named: tuple[int, int] | None = None
    """Where the effect is named, if it is not where the result begins."""

    @property
    def place(self) -> int:
        """Where its number stands: a name may stand in an earlier clause."""
        return self.estimate.start("estimate") if self.estimate else self.start


def value_of(printed: str) -> float | None:
    """The number; most are plain, and one of hundreds of digits is none."""
    try:
        value: float | None = float(printed)
    except ValueError:
        value = number_of(printed)
    return value if value is not None and isfinite(value) else None


def lies_in(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a place stands within one of these."""
    for start, end in spans:  # noqa: SIM110 - half the time of any() with a generator
        if start <= place < end:
            return True
    return False


_SIGNS = frozenset("-\u2212\u2013\u2010\u2011+")
_PART_OF_A_NAME = frozenset(".,/\u00b7-\u2212\u2013\u2010\u2011_")


def numbers_before(folded: str, begin: int, end: int) -> Iterator[int]:
    """Where the numbers of a stretch start, with their signs, the last one first; 'B12' and '3/4' are none."""
    for one in reversed([*forms.DIGITS.finditer(folded, begin, end)]):
        start = number_start(folded, one.start())
        if start is not None:
            yield start


def number_start(folded: str, start: int) -> int | None:
    """Where a number begins whose first digit stands here; None where it is part of something else."""
    if start and folded[start - 1] in ".\u00b7":
        start -= 1
    if start and folded[start - 1] in _SIGNS:
        start -= 1
    elif start > 1 and folded[start - 1] == " " and folded[start - 2] in _SIGNS:
        start -= 2
    before = folded[start - 1] if start else " "
    return None if before in _PART_OF_A_NAME or before.isalnum() else start
