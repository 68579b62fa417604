"""Medians of two arms, side by side: they are told as medians, and what stands in their brackets is no deviation. Pure.

Read from the word on: the first number behind it, and the second one where the words between the two compare arms.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from claimbook.appraise.effects import median_forms as forms
from claimbook.appraise.effects.forms import NAMED_OTHERWISE
from claimbook.appraise.effects.statistic import Statistic, lies_in, number_start
from claimbook.appraise.text.reading import Sentence

WORDS = frozenset({"median", "medians"})
"""A quick look: one of these stands where a median is told."""
_REACH, _BESIDE, _BEFORE = 90, 40, 120
"""Signs behind two numbers where 'respectively' stands; before a median: where a mean, or times, stand beside it."""
_OTHER = frozenset({"HR", "OR", "RR", "r", "SMD", "MD", "medians"})
"""Estimates whose numbers are no arm's."""


def medians_in(
    sentence: Sentence, folded: str, estimates: Sequence[Statistic], tests: Sequence[re.Match[str]]
) -> Iterator[Statistic]:
    """Every pair of medians of a sentence, in order.

    Args:
        sentence: as printed.
        folded: the same in lower case, points for the commas of decimals.
        estimates: what was read already; a median with an interval of its own may be among them.
        tests: p values.
    """
    if WORDS.isdisjoint(sentence.words):
        return
    closed = [one.span() for one in tests] + [(one.start, one.end) for one in estimates if one.measure in _OTHER]
    last = 0
    for name in forms.NAME.finditer(folded):
        start = _first_number(folded, name)
        if start is None or start < last or lies_in(start, closed):
            continue
        pair = _pair(folded, name, start)
        if pair is not None and not lies_in(pair[1].start(), closed):
            last = pair[1].end()
            yield Statistic("medians", start, last, arms=pair, of="arms")


def differences_of_medians(found: Iterable[Statistic], folded: str) -> Iterator[Statistic]:
    """The same, a difference right behind two medians as one of medians unless its name says otherwise."""
    last = None
    for one in found:
        of_them = (
            last == "medians"
            and one.measure == "MD"
            and not NAMED_OTHERWISE.search(folded, max(0, one.start - _BESIDE), one.start)
        )
        yield one._replace(measure="medians") if of_them else one
        last = "medians" if of_them else one.measure


def first_numbers(sentence: Sentence, folded: str) -> frozenset[int]:
    """Where the numbers begin that are called medians, whatever else they look like."""
    if WORDS.isdisjoint(sentence.words):
        return frozenset()
    return frozenset(filter(None, (_first_number(folded, name) for name in forms.NAME.finditer(folded))))


def _first_number(folded: str, name: re.Match[str]) -> int | None:
    """Where the number of a median begins; None where the first one is no median."""
    if forms.MEAN_BEFORE.search(folded, max(0, name.start() - _BESIDE), name.start()):
        return None
    lead = forms.LEAD.match(folded, name.end())
    end = lead.end() if lead else name.end()
    if not folded[end : end + 2].strip(".\u00b7")[:1].isdigit() or forms.NO_MEDIAN.search(folded, name.end(), end):
        return None
    return number_start(folded, end)


def _pair(folded: str, name: re.Match[str], start: int) -> tuple[re.Match[str], re.Match[str]] | None:
    """The first number and the second."""
    found = next(filter(None, (form.match(folded, start) for form in forms.OF_ARMS)), None)
    found = found or _twice(folded, start) or _listed(folded, name, start)
    if found is None or forms.OF_A_COURSE.search(folded, max(0, name.start() - _BEFORE), name.start()):
        return None
    if forms.NO_ARMS_BETWEEN.search(folded, found.end("median"), found.start("second")):
        return None
    second = forms.SECOND.match(folded, found.start("second"))
    return (found, second) if second and not forms.NO_ARMS_BEHIND.match(folded, second.end()) else None


def _twice(folded: str, start: int) -> re.Match[str] | None:
    """Two numbers each of which is called a median, with words between them that compare."""
    found = forms.TWICE.match(folded, start)
    return found if found and forms.COMPARED.search(found["between"]) else None


def _listed(folded: str, name: re.Match[str], start: int) -> re.Match[str] | None:
    """Two numbers joined by 'and', where words beside them name the arms."""
    found = forms.LISTED.match(folded, start)
    return found if found and _arms_are_named(folded, name, found) else None


def _arms_are_named(folded: str, name: re.Match[str], found: re.Match[str]) -> bool:
    """Right behind the numbers, or before them, or nowhere in this sentence if one outcome has two, respectively."""
    several = forms.SEVERAL.search(folded, name.end(), found.start())
    arms = forms.ARMS_BEFORE.search(folded, name.end(), found.start())
    if several and (arms is None or several.start() < arms.start()):
        return False
    if forms.ARMS_BEHIND.match(folded, found.end()):
        return True
    if forms.RESPECTIVELY not in folded[found.end() : found.end() + _REACH]:
        return False
    return arms is not None or not forms.SEVERAL_TIMES.search(folded, max(0, name.start() - _BEFORE), name.start())
