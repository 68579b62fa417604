"""Results as a record prints them: estimates with intervals, means with their spread, shares and p values.

Only sentences of the RESULTS are read (of an abstract without headings: those guessed to be results), never the
conclusions, which 40% of trials word more favourably than their results (grading specification, limits of abstracts).
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

import numpy as np

from claimbook.appraise.direction.comparison import Finder, Triple, finder_of
from claimbook.appraise.direction.cues import number_of
from claimbook.appraise.direction.features import Reading, read_sentence
from claimbook.appraise.direction.model import CHANGES, shipped_weights
from claimbook.appraise.effects.polarity_rules import PRIMARY
from claimbook.appraise.text import printed as rules
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import holds_any
from claimbook.appraise.text.pieces import NUMBER
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Change, Comparison, Contrast, Read, ResultRead
from claimbook.model.effect import EffectType
from claimbook.model.printed import PValue, read_p

_REACH = 70
"""An interval or p value belongs to an estimate that ends at most so many signs before it."""
_BEFORE_A_SHARE = 15
_OF_AN_ARM = 0.85
"""Side by side, two numbers are mostly those of two arms (``pico_corpus``: .86)."""
_LEAST_SAID = 0.34
_LEAST_LEVEL = 0.5
TOLD_OF_ONE_GROUP = ("baseline", "within", "before and", "pre", "after treatment", "in both")
"""A quick look: one of these stands in all words of a comparison within a group."""
_START = attrgetter("start")
_NAMES: dict[str, EffectType] = {"hr": "HR", "or": "OR", "rr": "RR", "smd": "SMD", "md": "MD"}
_SIGN_OF = {"&lt;": "<", "&gt;": ">", "less than": "<", "greater than": ">", "of": "=", "\u2a7d": "<", "\u2a7e": ">"}


@dataclass(frozen=True, slots=True)
class Statistic:
    """One printed result within a sentence; places are offsets into the sentence."""

    measure: EffectType
    start: int
    end: int
    estimate: re.Match[str] | None = None
    interval: re.Match[str] | None = None
    p: re.Match[str] | None = None
    arms: tuple[re.Match[str], ...] = ()
    """Means or shares of the arms."""


def statistics_of(sentence: Sentence) -> list[Statistic]:
    """Every estimate, pair of means or shares, and p value of a sentence, in order; each number once."""
    if NUMBER not in sentence.words:
        return []
    folded = sentence.folded
    tests = [*rules.P_VALUE.finditer(folded)]
    found = [*_estimates(sentence)]
    arms = [*_of_arms(folded, found, tests)]
    found = sorted([*found, *arms], key=_START)
    starts = [one.start for one in found] + [len(folded)]
    whole = [_with_tests(folded, one, until) for one, until in zip(found, starts[1:], strict=True)]
    used = {one.p.start() for one in whole if one.p}
    lone = [Statistic("other", one.start(), one.end(), p=one) for one in tests if one.start() not in used]
    return sorted([*whole, *lone], key=_START)


def _estimates(sentence: Sentence) -> Iterator[Statistic]:
    folded = sentence.folded
    names = [] if rules.RATIO_WORDS.isdisjoint(sentence.words) else [*rules.ratios_in(sentence.text, folded)]
    if rules.BETA in folded or not rules.DIFFERENCE_WORDS.isdisjoint(sentence.words):
        names += rules.DIFFERENCE.finditer(folded)
    taken = -1
    for name in sorted(names, key=lambda one: one.start()):
        value = rules.ESTIMATE.match(folded, name.end())
        if value is not None and value.start("estimate") > taken and number_of(value["estimate"]) is not None:
            taken = value.start("estimate")
            yield Statistic(_NAMES[name.lastgroup or "md"], name.start(), value.end("estimate"), value)


def _of_arms(folded: str, estimates: Sequence[Statistic], tests: Sequence[re.Match[str]]) -> Iterator[Statistic]:
    """Two or more means with their spread, or two or more shares, side by side."""
    kinds = [*_kinds_of_arms(folded)]
    if not kinds:
        return
    closed = [one.span() for one in (*rules.INTERVAL.finditer(folded), *tests)]
    closed += ((one.start, one.end) for one in estimates)
    for measure, pattern in kinds:
        run: list[re.Match[str]] = []
        free = [one for one in pattern.finditer(folded) if not any(a <= one.start() < b for a, b in closed)]
        free = [one for one in free if measure != "percent" or _is_share(folded, one)]
        for one in free:
            if run and one.start() - run[-1].end() > _REACH:
                yield from _arms_of(measure, run)
                run = []
            run.append(one)
        yield from _arms_of(measure, run)


def _is_share(folded: str, one: re.Match[str]) -> bool:
    """Whether a percentage can be the share of an arm."""
    before = folded[max(0, one.start() - _BEFORE_A_SHARE) : one.start()]
    return not rules.NO_SHARE_BEFORE.search(before) and not rules.NO_SHARE_AFTER.match(folded, one.end())


def _kinds_of_arms(folded: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """A quick look: means need a sign of their spread, and a pair of shares two percentages."""
    if "\u00b1" in folded or rules.SPREAD.search(folded):
        yield "mean-post", rules.MEAN_AND_SPREAD
    if sum(map(folded.count, rules.PERCENT)) > 1:
        yield "percent", rules.SHARE


def _arms_of(measure: str, run: Sequence[re.Match[str]]) -> Iterator[Statistic]:
    kind: EffectType = "mean-post" if measure == "mean-post" else "percent"
    for place in range(0, len(run) - 1, 2):
        pair = tuple(run[place : place + 2])
        yield Statistic(kind, pair[0].start(), pair[1].end(), arms=pair)


def _with_tests(folded: str, one: Statistic, until: int) -> Statistic:
    """The same with the interval and the p value that follow it before the next result begins."""
    interval = None if one.arms else _interval_after(folded, one.end, until)
    behind = interval.end() if interval else one.end
    p = rules.P_VALUE.search(folded, behind, min(until, behind + _REACH))
    return Statistic(one.measure, one.start, p.end() if p else behind, one.estimate, interval, p, one.arms)


def _interval_after(folded: str, end: int, until: int) -> re.Match[str] | None:
    stop = min(until, end + _REACH)
    named = rules.INTERVAL.search(folded, end, stop)
    if named is not None:
        return named
    return rules.FOLLOWING_INTERVAL.match(folded, end, stop)


_UNASKED = Reading("", (), (), "n")
"""Stands for a sentence of which nothing was asked."""


def results_of(text: Text, triple: Triple | None = None) -> tuple[ResultRead, ...]:
    """The printed results; with a triple only those whose sentence speaks of its outcome, bound to it.

    Of a sentence with several results the triple gets those of the clause that says the outcome, or the first one
    behind it. Shares are in percent and stand, like means, in ``means`` in the order in which they are printed.
    """
    finder = finder_of(f"{text.title}\n{text.abstract}", triple) if triple else None
    found: list[ResultRead] = []
    for sentence in text.in_roles(Role.RESULTS):
        statistics = statistics_of(sentence)
        if not statistics:
            continue
        if finder is None:
            found += (_result(sentence, one, _UNASKED, None) for one in statistics)
            continue
        reading = read_sentence(sentence.text, finder)
        if _says(reading, finder):
            found += (_result(sentence, one, reading, triple) for one in _bound(statistics, reading))
    return tuple(found)


def _says(reading: Reading, finder: Finder) -> bool:
    return len(finder.outcome_stems(reading.tokens)) >= _LEAST_SAID * max(1, len(finder.outcome))


def _bound(statistics: Sequence[Statistic], reading: Reading) -> list[Statistic]:
    start, end = reading.clause
    inside = [one for one in statistics if start <= one.start < end]
    outs = [token.start for token in reading.tokens if token.part == "O"]
    behind = [one for one in statistics if outs and one.start > outs[0]]
    return inside or behind[:1] or list(statistics[:1])


def _result(sentence: Sentence, one: Statistic, reading: Reading, triple: Triple | None) -> ResultRead:
    means = one.measure == "mean-post"
    errors = means and rules.STANDARD_ERROR.search(sentence.folded) is not None
    return ResultRead(
        outcome=_named(reading, sentence, "O", triple.outcome if triple else None),
        comparison=Comparison(
            _named(reading, sentence, "I", triple.intervention if triple else None),
            _named(reading, sentence, "C", triple.comparator if triple else None),
        ),
        contrast=contrast_of(sentence, one),
        change=_change(sentence, reading) if triple else Read.missing("effects.no-triple"),
        measure=_read(one.measure, sentence, one.start, one.end, 0.95 if one.estimate else 0.8),
        estimate=_number(sentence, one.estimate, "estimate"),
        interval=_interval(sentence, one.interval),
        p=_p(sentence, one.p),
        sentence=sentence.span,
        level=_level(one),
        means=tuple(_number(sentence, arm, "mean" if means else "share", _OF_AN_ARM) for arm in one.arms),
        deviations=() if errors or not means else tuple(_spread(sentence, arm) for arm in one.arms),
        primary=True if "primary" in sentence.folded and PRIMARY.search(sentence.folded) else None,
    )


def _read(value: EffectType, sentence: Sentence, start: int, end: int, confidence: float) -> Read[EffectType]:
    return Read(value, "explicit", confidence, (sentence.part(start, end),), rule=f"effects.{value}")


def _named(reading: Reading, sentence: Sentence, part: str, asked: str | None) -> Read[str]:
    """The name that was asked for, shown at its mentions in the sentence; inferred where the sentence leaves it out."""
    if not asked:
        return Read.missing("effects.not-asked")
    said = [token for token in reading.tokens if token.part == part]
    if not said:
        return Read(asked, "inferred", 0.6, (sentence.span,), rule="effects.unnamed")
    return Read(asked, "explicit", 0.9, (sentence.part(said[0].start, said[0].end),), rule="effects.named")


@lru_cache(maxsize=8)
def _words_of_contrast(folded: str) -> tuple[re.Match[str] | None, re.Match[str] | None]:
    """Words of a comparison within a group, and between groups; asked again for each result of a sentence."""
    within = rules.WITHIN.search(folded) if holds_any(folded, TOLD_OF_ONE_GROUP) else None
    return within, rules.BETWEEN.search(folded)


def contrast_of(sentence: Sentence, one: Statistic) -> Read[Contrast]:
    """Whether a result compares groups, or one group with its own beginning."""
    if one.measure in {"HR", "OR", "RR", "SMD"}:
        return Read("between-group", "inferred", 0.85, (sentence.part(one.start, one.end),), rule="effects.ratio")
    within, between = _words_of_contrast(sentence.folded)
    if between and not (within and within.span() == between.span()):
        return Read("between-group", "explicit", 0.9, (sentence.span_of(between),), rule="effects.between")
    if within:
        return Read("within-group", "explicit", 0.85, (sentence.span_of(within),), rule="effects.within")
    return Read("unclear", "inferred", 0.5, (sentence.span,), rule="effects.contrast-not-said")


def _change(sentence: Sentence, reading: Reading) -> Read[Change]:
    chances = shipped_weights().direction.chances(reading)
    best = int(np.argmax(chances))
    return Read(CHANGES[best], "inferred", float(chances[best]), (sentence.span,), rule="effects.direction")


def _number(sentence: Sentence, found: re.Match[str] | None, group: str, confidence: float = 0.95) -> Read[float]:
    value = number_of(found[group]) if found else None
    if found is None or value is None:
        return Read.missing(f"effects.{group}")
    return Read(value, "explicit", confidence, (sentence.span_of(found, group),), rule=f"effects.{group}")


def _interval(sentence: Sentence, found: re.Match[str] | None) -> Read[tuple[float, float]]:
    low, high = (number_of(found[end]) if found else None for end in ("low", "high"))
    if found is None or low is None or high is None or not low < high:
        return Read.missing("effects.interval")
    place = sentence.part(found.start("low"), found.end("high"))
    return Read((low, high), "explicit", 0.95, (place,), rule="effects.interval")


def _p(sentence: Sentence, found: re.Match[str] | None) -> Read[PValue]:
    if found is None:
        return Read.missing("effects.p")
    sign = found["sign"].replace(" ", "") if found["sign"] not in _SIGN_OF else found["sign"]
    value = read_p(_SIGN_OF.get(sign, sign)[:1] + found["number"].replace("\u00b7", ".").replace(" ", ""))
    if value is None:
        return Read.missing("effects.p-unreadable")
    return Read(value, "explicit", 0.97, (sentence.span_of(found),), rule="effects.p")


def _level(one: Statistic) -> float:
    printed = one.interval.groupdict().get("level") if one.interval else None
    level = float(printed) / 100 if printed else 0.95
    return level if _LEAST_LEVEL <= level < 1 else 0.95


def _spread(sentence: Sentence, found: re.Match[str]) -> Read[float]:
    """The standard deviation; what is printed as a standard error is none."""
    if (found["kind"] or "").startswith(("se", "s.e")):
        return Read.missing("effects.standard-error")
    group = "named" if found["named"] else "spread"
    named = found["named"] is not None
    read = _number(sentence, found, group)
    return read if named or not read else Read(read.value, "inferred", 0.7, read.spans, rule="effects.plus-minus")
