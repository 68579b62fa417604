"""Means with their spread, and shares, side by side: two arms, or one arm before and after. Pure."""

import re
from collections.abc import Iterator, Sequence

from claimbook.appraise.effects import forms
from claimbook.appraise.effects.medians import first_numbers
from claimbook.appraise.effects.statistic import Statistic, lies_in, numbers_before
from claimbook.appraise.text.lexicon import holds_any
from claimbook.appraise.text.reading import Sentence
from claimbook.model.effect import EffectType

_REACH = 70
"""Numbers of two arms stand at most so many signs apart."""
_BEFORE_A_SHARE, _MEAN_REACH = 15, 30
Spans = Sequence[tuple[int, int]]


def arms_in(
    sentence: Sentence, folded: str, estimates: Sequence[Statistic], tests: Sequence[re.Match[str]]
) -> list[Statistic]:
    """Two means or two shares, side by side.

    Args:
        sentence: as printed.
        folded: the same in lower case, points for the commas of decimals.
        estimates: what was read already, whose numbers are no arm's; but a share with an interval may be.
        tests: p values.
    """
    shares_told = sum(map(folded.count, forms.PERCENT)) > 1
    spread_told = not forms.SPREAD_WORDS.isdisjoint(sentence.words) or holds_any(folded, forms.SPREAD_SIGNS)
    if not (shares_told or spread_told or "mean" in sentence.words):
        return []
    closed = [*_closed(estimates, tests)]
    found = [*_means(sentence, folded, closed, spread_told=spread_told)]
    if shares_told:
        shares = [one for one in _free(forms.SHARE, folded, closed) if _is_share(folded, one)]
        found += (pair for run in _runs(shares) for pair in _pairs(folded, "percent", run))
    medians = first_numbers(sentence, folded)
    return [one for one in found if one.start not in medians] if medians else found


def _closed(estimates: Sequence[Statistic], tests: Sequence[re.Match[str]]) -> Iterator[tuple[int, int]]:
    yield from (one.span() for one in tests)
    for one in estimates:
        share = one.measure == "proportions" and one.interval is not None
        yield (one.interval.start() if share and one.interval else one.start, one.end)


def _means(sentence: Sentence, folded: str, closed: Spans, *, spread_told: bool) -> Iterator[Statistic]:
    found: list[re.Match[str]] = []
    if spread_told:
        if holds_any(folded, forms.SD_IN_BRACKETS) and forms.MEAN_IN_BRACKETS.search(folded):
            found = [*_free(forms.BRACKETED_SPREAD, folded, closed)]
        found = found or [*_with_spread(folded, closed)]
    if len(found) > 1 and _is_course(folded, found[0], found[1]):
        yield from _courses(folded, found)
    elif len(found) > 1:
        for run in _runs(found):
            yield from _pairs(folded, "mean-post", run)
    elif "mean" in sentence.words:
        yield from _without_spread(folded, closed)


def _with_spread(folded: str, closed: Spans) -> Iterator[re.Match[str]]:
    """Sought from the sign of the spread back to its mean."""
    last = 0
    for sign in forms.SPREAD_AT.finditer(folded):
        start = next(numbers_before(folded, max(last, sign.start() - _MEAN_REACH), sign.start()), None)
        found = forms.MEAN_AND_SPREAD.match(folded, start) if start is not None else None
        if found is not None and not lies_in(found.start(), closed):
            last = found.end()
            yield found


def _without_spread(folded: str, closed: Spans) -> Iterator[Statistic]:
    """'Mean 3.4 vs 5.1', 'the mean was 3.4 in one group and 5.1 in the other'."""
    for pattern in (forms.MEANS_SIDE_BY_SIDE, forms.MEANS_OF_ARMS):
        for found in _free(pattern, folded, closed):
            second = forms.SECOND_MEAN.match(folded, found.start("second"))
            if second is not None:
                yield Statistic("mean-post", found.start("mean"), second.end(), arms=(found, second), of="arms")


def _free(pattern: re.Pattern[str], folded: str, closed: Spans) -> Iterator[re.Match[str]]:
    for one in pattern.finditer(folded):
        if not lies_in(one.start(), closed):
            yield one


def _runs(found: Sequence[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Numbers that stand close together."""
    run: list[re.Match[str]] = []
    for one in found:
        if run and one.start() - run[-1].end() > _REACH:
            yield run
            run = []
        run.append(one)
    yield run


def _pairs(folded: str, measure: EffectType, run: Sequence[re.Match[str]]) -> Iterator[Statistic]:
    for place in range(0, len(run) - 1, 2):
        pair = tuple(run[place : place + 2])
        if measure == "mean-post" and not _are_arms(folded, *pair):
            continue
        yield Statistic(measure, pair[0].start(), pair[1].end(), arms=pair, of="arms")


def _are_arms(folded: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Two numbers of a list, or with a name of their own each, are no two arms of one outcome."""
    between = folded[one.end() : other.start()]
    another = "mean" in between and forms.ANOTHER_OUTCOME.search(between)
    return not another and forms.ONLY_LISTED.fullmatch(between) is None


def _courses(folded: str, found: Sequence[re.Match[str]]) -> Iterator[Statistic]:
    """Of each arm a number before and one after: each course by itself, and the numbers after of two arms."""
    place, last = 0, None
    while place < len(found) - 1:
        one, after = found[place], found[place + 1]
        arms = (last, after) if last and forms.OTHER_ARM.search(folded, last.end(), one.start()) else ()
        yield Statistic("mean-post", one.start(), after.end(), arms=arms, of="courses" if arms else "course")
        place, last = place + 2, None if arms else after


def _is_course(folded: str, one: re.Match[str], other: re.Match[str]) -> bool:
    if forms.OF_A_COURSE.fullmatch(folded, one.end(), other.start()):
        return True
    return "before and after" in folded and forms.COURSE_BEHIND.match(folded, other.end()) is not None


def _is_share(folded: str, one: re.Match[str]) -> bool:
    """Whether a percentage can be the share of an arm."""
    before = folded[max(0, one.start() - _BEFORE_A_SHARE) : one.start()]
    return not forms.NO_SHARE_BEFORE.search(before) and not forms.NO_SHARE_AFTER.match(folded, one.end())
