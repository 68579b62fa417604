"""Every printed result of one sentence, in order. Pure."""

import re
from collections.abc import Iterator
from operator import attrgetter

from claimbook.appraise.effects import forms
from claimbook.appraise.effects.arms import arms_in
from claimbook.appraise.effects.estimates import estimates_in
from claimbook.appraise.effects.medians import differences_of_medians, medians_in
from claimbook.appraise.effects.statistic import Statistic
from claimbook.appraise.text.pieces import NUMBER
from claimbook.appraise.text.reading import Sentence

_REACH = 70
"""A p value belongs to a result that ends at most so many signs before it."""
_START = attrgetter("start")
_SHARES, _MEDIANS = frozenset({"proportions"}), frozenset({"proportions", "other", "medians"})
_OF_ONE_ARM = {"percent": _SHARES, "mean-post": _SHARES, "medians": _MEDIANS}
"""By what two arms have side by side: as what one of them is read where it has an interval."""


def statistics_of(sentence: Sentence) -> list[Statistic]:
    """Every estimate, pair of means, medians or shares, and p value of a sentence; each number once."""
    if NUMBER not in sentence.words:
        return []
    folded = with_points(sentence.folded)
    tests = [one for one in forms.P_VALUE.finditer(folded) if one["sign"] or not one["number"].isdigit()]
    estimates = estimates_in(sentence, folded, tests)
    medians = [*medians_in(sentence, folded, estimates, tests)]
    if arms := arms_in(sentence, folded, [*estimates, *medians], tests) + medians:
        estimates = [one for one in estimates if not _is_of(one, arms)]
    found = sorted([*estimates, *arms], key=_START)
    if medians:
        found = [*differences_of_medians(found, folded)]
    if tests:
        found = _with_tests(found, tests, len(folded))
    if any(one.of in {"course", "courses"} for one in found):
        found = [*_courses_tested_apart(found)]
    return found


def with_points(folded: str) -> str:
    """The same, sign by sign, with points for decimal commas where a sentence prints such."""
    if forms.COMMA.search(folded) and forms.DECIMAL_COMMA.search(folded):
        return forms.COMMA.sub(".", folded)
    return folded


def _is_of(estimate: Statistic, arms: list[Statistic]) -> bool:
    """Whether it is the number of one arm, which has an interval of its own."""
    return any(one.start <= estimate.start < one.end and estimate.measure in _OF_ONE_ARM[one.measure] for one in arms)


def _with_tests(found: list[Statistic], tests: list[re.Match[str]], until: int) -> list[Statistic]:
    """The same with the p value that follows each before the next begins; every other p value by itself."""
    if not found:
        return [_lone(test) for test in tests]
    left = {test.start(): test for test in tests}
    starts = [one.start for one in found[1:]] + [until]
    whole: list[Statistic] = []
    for one, stop in zip(found, starts, strict=False):
        reach = min(stop, one.end + _REACH)
        p = next((test for test in tests if one.end <= test.start() and test.end() <= reach), None)
        whole.append(one._replace(p=p, end=p.end()) if p else one)
        if p:
            left.pop(p.start(), None)
    lone = [*map(_lone, left.values())]
    return sorted([*whole, *lone], key=_START) if lone else whole


def _lone(test: re.Match[str]) -> Statistic:
    return Statistic("other", test.start(), test.end(), p=test)


def _courses_tested_apart(found: list[Statistic]) -> Iterator[Statistic]:
    """Where the first of two courses has a p value of its own, the second one's tells of one arm, too."""
    apart = False
    for one in found:
        apart = one.p is not None if one.of == "course" else apart
        if one.estimate or one.interval or one.p or one.arms:
            yield one._replace(of="course") if one.of == "courses" and apart else one
