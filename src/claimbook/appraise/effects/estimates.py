"""Estimates and their intervals: by the name of an effect, or by an interval and the number before it. Pure.

A number that stands before an interval is read only where it lies within it.
"""

import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from itertools import islice
from math import log
from typing import NamedTuple

from claimbook.appraise.effects import forms
from claimbook.appraise.effects.medians import WORDS
from claimbook.appraise.effects.statistic import Statistic, lies_in, numbers_before, value_of
from claimbook.appraise.text.lexicon import holds_any
from claimbook.appraise.text.reading import Sentence
from claimbook.model.effect import RATIOS, EffectType

_REACH = 70
"""An interval belongs to an estimate that ends at most so many signs before it."""
_MEDIAN_REACH = 60
_VALUE_REACH, _CHANGE_REACH, _NAME_REACH, _LEVEL_REACH = 130, 60, 160, 24
_MOST_TRIED, _LEAST_LEVEL = 3, 50
_SKEWED = 0.1
_DIFFERENCES = frozenset({"MD", "medians"})
_OR = frozenset({"or"})
"""In small letters it is no odds ratio."""
_MEASURES: dict[str, EffectType] = {
    "hr": "HR",
    "or": "OR",
    "rr": "RR",
    "smd": "SMD",
    "md": "MD",
    "r": "r",
    "other": "other",
    **dict.fromkeys("dg", "SMD"),
    **dict.fromkeys("b\u03b2", "other"),
    "\u03c1": "r",
    "\u03b4": "MD",
}


class Name(NamedTuple):
    """A printed name of an effect."""

    measure: EffectType
    start: int
    end: int
    word: str


class Interval(NamedTuple):
    """A printed interval, from its label on, and the number before it that it belongs to."""

    found: re.Match[str]
    start: int
    value: re.Match[str] | None
    level: str | None


def estimates_in(sentence: Sentence, folded: str, tests: Sequence[re.Match[str]]) -> list[Statistic]:
    """Every estimate of a sentence, in order.

    Args:
        sentence: as printed.
        folded: the same in lower case, points for the commas of decimals.
        tests: its p values, which are no estimates.
    """
    names = _names(sentence, folded)
    told = not forms.INTERVAL_WORDS.isdisjoint(sentence.words) or "c.i" in folded
    intervals = [*_intervals(folded, tests)] if told else []
    if not names and not intervals:
        return []
    found = [*_named(folded, names, intervals, tests)]
    claimed = {one.start: one.estimate.start("estimate") for one in found if one.estimate}
    taken = [(one.start, one.end) for one in found]
    for one in intervals:
        value, end = one.value, one.found.end()
        if lies_in(value.start("estimate") if value else one.start, taken):
            continue
        if value is not None:
            name = _name_of(folded, value, names, claimed)
            measure = _measure_of_name(name, value) if name else _measure_said(folded, value)
            place = (name.start, claimed[name.start]) if name else None
            found.append(
                Statistic(measure, value.start("estimate"), end, value, one.found, level=one.level, named=place)
            )
        elif not lies_in(one.found.start("low"), taken):
            found.append(Statistic("other", one.start, end, interval=one.found, level=one.level))
    every = [*found, *_further_ratios(folded, found)]
    return [*_with_levels(folded, every)] if told else every


def _with_levels(folded: str, found: Sequence[Statistic]) -> Iterator[Statistic]:
    """An interval without a level of its own has the last one before it: 'RR (95% CI) was 0.6 (0.4-0.9)'."""
    if all(one.level or one.interval is None for one in found):
        yield from found
        return
    printed = [(label.start(), level) for label in forms.LABEL.finditer(folded) if (level := _level_at(folded, label))]
    places = [place for place, _ in printed]
    for one in found:
        before = bisect(places, one.interval.start("low")) if one.interval and not one.level else 0
        yield one._replace(level=printed[before - 1][1]) if before else one


def _level_at(folded: str, label: re.Match[str]) -> str | None:
    """The level that is printed with the label of an interval, in percent; a small number in front of it is none."""
    if label["level"]:
        return label["level"]
    found = _level_before(folded, label)
    return found["level"] if found and float(found["level"]) >= _LEAST_LEVEL else None


def _level_before(folded: str, label: re.Match[str]) -> re.Match[str] | None:
    return forms.LEVEL.search(folded, max(0, label.start() - _LEVEL_REACH), label.start())


def _further_ratios(folded: str, found: Sequence[Statistic]) -> Iterator[Statistic]:
    """Those behind a ratio with its interval that are printed alone: '1.02 (0.93-1.12) in hummers'."""
    ratios = [one for one in found if one.measure in RATIOS and one.estimate and one.interval]
    if not ratios:
        return
    taken = [(one.start, one.end) for one in found]
    for one in forms.FURTHER.finditer(folded, min(first.end for first in ratios)):
        if _lies_as_in_a_ratio(one) and not lies_in(one.start(), taken):
            first = max((first for first in ratios if first.end <= one.start()), key=lambda first: first.start)
            named = first.named or (first.start, first.place)
            yield Statistic(first.measure, one.start(), one.end() - 1, one, one, level=first.level, named=named)


def _lies_as_in_a_ratio(found: re.Match[str]) -> bool:
    """Whether both ends are as many times as large and as small as the number, but for rounding; few ranges are so."""
    middle, low, high = (value_of(found[name]) or 0.0 for name in ("estimate", "low", "high"))
    return 0 < low < middle < high and abs(2 * log(middle) - log(low) - log(high)) < _SKEWED


def _names(sentence: Sentence, folded: str) -> list[Name]:
    """In order; 'standardised mean difference' is no 'difference', and 'hazard ratio (HR)' is named once."""
    found: list[re.Match[str]] = []
    said = forms.NAME_WORDS & sentence.words
    if "or" in said and folded.count("or") == sentence.text.count("or"):
        said -= _OR
    if said:
        for words, pattern in forms.NAMES:
            if not words.isdisjoint(said):
                found += pattern.finditer(folded)
    if ("=" in folded and holds_any(folded, forms.LATIN_LETTERS)) or holds_any(folded, forms.GREEK_LETTERS):
        found += forms.LETTER.finditer(folded)
    if not found:
        return []
    names: list[Name] = []
    medians = not WORDS.isdisjoint(sentence.words) or "lehmann" in folded
    for one in sorted(found, key=re.Match.start):
        name = _name(sentence, folded, one, medians=medians)
        if name and not (names and name.start < names[-1].end + (3 if _are_alike(name, names[-1]) else 0)):
            names.append(name)
    return names


def _name(sentence: Sentence, folded: str, found: re.Match[str], *, medians: bool) -> Name | None:
    """The effect that a name stands for; None where it is spelt like something else."""
    start, end = found.span()
    word = folded[start:end]
    plain = sentence.text[start:end] == word
    if (plain and word in forms.NEEDS_A_CAPITAL) or (not plain and word in forms.NEEDS_A_SMALL_LETTER):
        return None
    measure = _MEASURES[found.lastgroup or word]
    if measure == "MD" and medians and _is_of_medians(folded, start, end):
        measure = "medians"
    return Name(measure, start, end, word)


def _is_of_medians(folded: str, start: int, end: int) -> bool:
    """Whether a difference is one of medians, or a median itself."""
    before = forms.OF_MEDIANS.search(folded, max(0, start - _MEDIAN_REACH), start)
    return before is not None or forms.IN_MEDIANS.match(folded, end) is not None


def _are_alike(one: Name, other: Name) -> bool:
    """'Median difference (MD)' is named once."""
    return one.measure == other.measure or {one.measure, other.measure} == _DIFFERENCES


def _intervals(folded: str, tests: Sequence[re.Match[str]]) -> Iterator[Interval]:
    """With their labels; then, behind a label, also without one."""
    labels = [*forms.LABEL.finditer(folded)]
    closed: list[tuple[int, int]] = [one.span() for one in tests]
    for label in labels:
        found = forms.INTERVAL.match(folded, label.end())
        if found is not None:
            level = _level_before(folded, label)
            start = level.start() if level else label.start()
            closed.append((start, found.end()))
            yield Interval(found, start, _value_before(folded, start, found), _level_at(folded, label))
    if not labels:
        return
    for found in forms.LISTED.finditer(folded, labels[0].end()):
        if not lies_in(found.start("low"), closed) and not _other_spread_before(folded, found.start(), labels):
            value = _value_before(folded, found.start(), found)
            if value is not None and not value["tail"]:
                yield Interval(found, found.start(), value, None)


def _other_spread_before(folded: str, start: int, labels: Sequence[re.Match[str]]) -> bool:
    """Whether two numbers in brackets are the last named ones: a range, or quartiles."""
    others = [one.end() for one in forms.OTHER_SPREAD.finditer(folded, 0, start)]
    return bool(others) and not any(others[-1] < one.start() < start for one in labels)


def _value_before(folded: str, end: int, interval: re.Match[str]) -> re.Match[str] | None:
    """The last number in front of an interval that it holds, unless it counts something else."""
    for start in islice(numbers_before(folded, max(0, end - _VALUE_REACH), end), _MOST_TRIED):
        value = forms.VALUE_BEFORE.fullmatch(folded, start, end)
        if value is not None and _within(value, interval):
            before = folded[max(0, start - 12) : start]
            counted = forms.NO_VALUE_BEFORE.search(before) or forms.NO_VALUE_AFTER.match(folded, value.end("estimate"))
            return None if counted else value
    return None


def _within(value: re.Match[str], interval: re.Match[str]) -> bool:
    middle, low, high = map(value_of, (value["estimate"], interval["low"], interval["high"]))
    return middle is not None and low is not None and high is not None and low <= middle <= high and low < high


def _named(
    folded: str, names: Sequence[Name], intervals: Sequence[Interval], tests: Sequence[re.Match[str]]
) -> Iterator[Statistic]:
    """A name, its number, and the interval of that number."""
    closed = [one.span() for one in tests] + [(one.start, one.found.end()) for one in intervals]
    taken = -1
    for place, name in enumerate(names):
        value = forms.ESTIMATE.match(folded, name.end)
        if value is None or value.start("estimate") <= taken or lies_in(value.start("estimate"), closed):
            continue
        until = next((one.start for one in names[place + 1 :] if one.start >= value.end("estimate")), len(folded))
        own = _interval_of(folded, value, intervals, until, bare=name.measure != "medians")
        interval = own.found if own else None
        if _is_told(folded, name, value, interval):
            taken = value.start("estimate")
            end = interval.end() if interval else value.end("estimate")
            measure, level = _measure_of_name(name, value), own.level if own else None
            yield Statistic(measure, name.start, end, value, interval, level=level, of="difference")


def _is_told(folded: str, name: Name, value: re.Match[str], interval: re.Match[str] | None) -> bool:
    """Whether the number is that of the name: 'difference in 12 patients' and 'PR 30%' are not."""
    if not _can_be(name.measure, value):
        return False
    held = interval is not None and _within(value, interval)
    if held or name.word in forms.NEEDS_AN_INTERVAL:
        return held
    between = folded[name.end : value.start("estimate")].strip()
    if name.measure in _DIFFERENCES and _is_of_arms(folded, name, value):
        return False
    if any(map(str.isalpha, between)) and between.endswith(("(", "[")):
        return False  # 'no differences in hiccups (16 with humming'
    if between.endswith(" of") and forms.SAID.search(between) is None:
        return False  # 'no difference at the end of 6 months'
    return not between or forms.SAID_TO_BE.search(between) is not None


def _is_of_arms(folded: str, name: Name, value: re.Match[str]) -> bool:
    """Whether a number behind a difference is one arm's: '.., and median hiccups were 4 vs 6'."""
    if name.measure == "MD" and "median" in folded[name.end : value.start("estimate")]:
        return True
    return forms.OF_TWO.match(folded, value.end("estimate")) is not None


def _can_be(measure: EffectType, value: re.Match[str]) -> bool:
    """Whether a measure can have such a number: no ratio is in percent, no correlation above one."""
    number = value_of(value["estimate"])
    if number is None or (measure == "r" and not -1 < number < 1):
        return False
    return measure not in RATIOS or (number > 0 and not value["unit"])


def _interval_of(
    folded: str, value: re.Match[str], intervals: Sequence[Interval], until: int, *, bare: bool
) -> Interval | None:
    """The interval that has this number before it; else the next one that holds it and has no other.

    ``bare``: whether two numbers without a label can be one; behind a median they may be quartiles.
    """
    start, end = value.span("estimate")
    for one in intervals:
        if one.value is not None and one.value.start("estimate") == start:
            return one
        near = end <= one.start < min(until, end + _REACH)
        if near and one.value is None and _may_hold(value, one, folded):
            return one
    following = forms.FOLLOWING.match(folded, end, min(until, end + _REACH)) if bare else None
    if following is None or not _within(value, following):
        return None
    return Interval(following, following.start(), value, None)


def _may_hold(value: re.Match[str], interval: Interval, folded: str) -> bool:
    """Right behind the number an interval is its own, whatever it says."""
    gap = folded[value.end("estimate") : interval.start]
    return _within(value, interval.found) or not any(sign.isalnum() for sign in gap)


def _name_of(folded: str, value: re.Match[str], names: Sequence[Name], claimed: dict[int, int]) -> Name | None:
    """The effect that was named last, where a number with an interval is of it, too.

    ``claimed``, the places of names with those of their first numbers, takes in this one.
    """
    start = value.start("estimate")
    name = next((one for one in reversed(names) if start - _NAME_REACH <= one.start < start), None)
    if name is None or not _is_of(folded, name, value, claimed=name.start in claimed):
        return None
    claimed.setdefault(name.start, start)
    return name


def _is_of(folded: str, name: Name, value: re.Match[str], *, claimed: bool) -> bool:
    """Whether a number without a name is that of a name before, or a further one of it."""
    start, number = value.start("estimate"), value_of(value["estimate"])
    if name.measure in RATIOS and (number is None or number <= 0 or _in_percent(value)):
        return False
    if name.measure in RATIOS and forms.OF_MEASUREMENT.match(folded, value.end("estimate")):
        return False
    if claimed:
        return forms.SAME_AGAIN.search(folded, max(0, start - 12), start) is not None
    if name.measure in _DIFFERENCES and forms.NOT_ANY.search(folded, max(0, name.start - 40), name.start):
        return False
    return forms.ENDS_A_NAME.search(folded, name.end, start) is None


def _in_percent(value: re.Match[str]) -> bool:
    """Whether a number is printed in percent, not in points of them."""
    unit = value["unit"] or ""
    return ("%" in unit or "cent" in unit) and "point" not in unit


def _measure_of_name(name: Name, value: re.Match[str]) -> EffectType:
    """A difference in percent is no difference of means; one in points of them is taken for one."""
    return "percent" if name.measure == "MD" and _in_percent(value) else name.measure


def _measure_said(folded: str, value: re.Match[str]) -> EffectType:
    """What the words around a number with an interval say that it is."""
    start = value.start("estimate")
    before = folded[max(0, start - _CHANGE_REACH) : start]
    tail = value["tail"] or ""
    changed = forms.CHANGED_BY.search(before) is not None
    if _in_percent(value):
        return "percent" if tail or changed or forms.EFFICACY.search(before) else "proportions"
    if forms.COMPARED.search(tail):
        return "MD"
    return "mean-change" if changed and not forms.BY_A_MEDIAN.search(before) else "other"
