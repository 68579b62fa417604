"""Results as a record prints them: estimates with intervals, means with their spread, shares and p values.

Only sentences of the RESULTS are read (of an abstract without headings: those guessed to be results), never the
conclusions, which 40% of trials word more favourably than their results (grading specification, limits of abstracts).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple, TypeVar

import numpy as np

from claimbook.appraise.direction.comparison import Finder, Triple, finder_of
from claimbook.appraise.direction.features import Reading, read_sentence
from claimbook.appraise.direction.listed import listed_p_values, p_of_list
from claimbook.appraise.direction.model import CHANGES, shipped_weights
from claimbook.appraise.effects import forms
from claimbook.appraise.effects.between import Clause, clauses_of, contrasts_of
from claimbook.appraise.effects.between_words import OTHER_GROUPS
from claimbook.appraise.effects.outcome import outcome_of_title, outcomes_of
from claimbook.appraise.effects.outcome_words import LETTERS
from claimbook.appraise.effects.own import surely_own
from claimbook.appraise.effects.possible import as_far_as_possible
from claimbook.appraise.effects.sentence_results import statistics_of
from claimbook.appraise.effects.statistic import Statistic, value_of
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import holds_any
from claimbook.appraise.text.printed import plain_p
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import TITLE, Change, Comparison, Contrast, Read, ResultRead, Span
from claimbook.model.effect import RATIOS, EffectType
from claimbook.model.printed import PValue, read_p

T = TypeVar("T")
_OF_AN_ARM = 0.85
"""Side by side, two numbers are mostly those of two arms (``pico_corpus``: .86)."""
_GROUPS: dict[EffectType, str] = {"mean-post": "mean", "medians": "median"}
"""How the number of an arm is called where it is no share."""
_LEAST_SAID = 0.34
_BELOW = ("<", "&lt;", "less", "\u2264", "\u2a7d", "\u2266")
_ABOVE = (">", "&gt;", "greater", "\u2265", "\u2a7e", "\u2267")

_NOT_ASKED: Read[str] = Read.missing("effects.not-asked")
_NO_COMPARISON = Comparison(_NOT_ASKED, _NOT_ASKED)
_NO_CHANGE: Read[Change] = Read.missing("effects.no-triple")
_OF_THE_ONLY_ONE, _AS_ASKED = 0.9, 0.8
_OF_ANOTHER = 0.4
"""How sure a number is at the most that is printed of an outcome's absence, of the time to it or of its neighbour."""
_MOST_PEOPLE = 4
"""Words of a name, within which 'with' follows people."""
_NEXT = 4
"""A sentence follows the one before where less than so many signs stand between them."""


class _About(NamedTuple):
    """What a result is bound to."""

    outcome: Read[str]
    comparison: Comparison
    change: Read[Change]


def results_of(
    text: Text, triple: Triple | None = None, comparisons: Sequence[Comparison] = ()
) -> tuple[ResultRead, ...]:
    """The printed results; with a triple only those whose sentence speaks of its outcome, bound to it.

    Of a sentence with several results the triple gets those of the clause that says the outcome, or the first one
    behind it. Each is bound to the words that name its outcome (where none do and one is asked for, to that), and,
    without a triple, where groups are compared and the record tells one comparison only, to that. Shares are in percent
    and stand, like means and medians (which the measure tells apart), in ``means`` in the order in which they are
    printed.

    Args:
        text: title and abstract.
        triple: what is asked.
        comparisons: what the record compares, as far as it was read.
    """
    printed = ((sentence, statistics_of(sentence)) for sentence in text.in_roles(Role.RESULTS))
    told = [(sentence, statistics) for sentence, statistics in printed if statistics]
    compared = [one for one in comparisons if one.comparator]  # a title's subject alone is often the outcome
    return tuple(_unasked(text, told, compared) if triple is None else _asked(text, told, triple))


def _asked(text: Text, told: Iterable[tuple[Sentence, Sequence[Statistic]]], triple: Triple) -> Iterator[ResultRead]:
    finder = finder_of(f"{text.title}\n{text.abstract}", triple)
    arms = frozenset(f"{triple.intervention} {triple.comparator}".lower().split())
    for sentence, statistics in told:
        reading = read_sentence(sentence.text, finder)
        if not _says(reading, finder):
            continue
        as_asked, compared = _named(reading, sentence, "O", triple.outcome), _comparison(reading, sentence, triple)
        change, wanted = _change(sentence, reading), _bound(statistics, reading)
        clauses = [*clauses_of(sentence, statistics)]
        contrasts = contrasts_of(sentence, statistics, clauses)
        outcomes = outcomes_of(sentence, statistics, clauses, arms)
        own = surely_own(sentence, statistics, reading, finder)
        for place, (one, contrast, outcome) in enumerate(zip(statistics, contrasts, outcomes, strict=True)):
            if one in wanted:
                found = _result(sentence, one, contrast, _About(outcome or as_asked, compared, change))
                found = _not_its_own(found) if reading.named or place not in own else found
                yield found if _is_its_p(found, sentence, finder) else replace(found, p=_less_sure(found.p))


def _not_its_own(found: ResultRead) -> ResultRead:
    """The same, its numbers not sure: those of 'free of hiccups' are none of hiccups; only the test is of both.

    Nor are those that stand among others and may be another outcome's or another treatment's.
    """
    return replace(
        found,
        measure=_less_sure(found.measure),
        estimate=_less_sure(found.estimate),
        interval=_less_sure(found.interval),
        means=tuple(map(_less_sure, found.means)),
    )


def _is_its_p(found: ResultRead, sentence: Sentence, finder: Finder) -> bool:
    """Whether the p value is the outcome's own, where those of several stand in a list: 'P = 0.02 and 0.50'."""
    if not found.p.spans or not listed_p_values(sentence.text):
        return True
    (place,) = found.p.spans
    own = p_of_list(sentence.text, finder)
    return own is not None and place.start - sentence.span.start <= own < place.end - sentence.span.start


def _less_sure(read: Read[T]) -> Read[T]:
    return replace(read, confidence=min(read.confidence, _OF_ANOTHER))


def _unasked(
    text: Text, told: Iterable[tuple[Sentence, Sequence[Statistic]]], comparisons: Sequence[Comparison]
) -> Iterator[ResultRead]:
    parted = [(sentence, statistics, [*clauses_of(sentence, statistics)]) for sentence, statistics in told]
    contrasts = [[*contrasts_of(*one)] for one in parted]
    outcomes = _outcomes(text, parted, _words_of_arms(comparisons))
    only = _only_one(comparisons)
    for (sentence, statistics, _), its_contrasts, its_outcomes in zip(parted, contrasts, outcomes, strict=True):
        alone = OTHER_GROUPS.isdisjoint(sentence.words)
        for one, contrast, outcome in zip(statistics, its_contrasts, its_outcomes, strict=True):
            of_arms = only if alone and contrast.value == "between-group" else _NO_COMPARISON
            yield _result(sentence, one, contrast, _About(outcome, of_arms, _NO_CHANGE))


def _outcomes(
    text: Text, parted: Iterable[tuple[Sentence, Sequence[Statistic], Sequence[Clause]]], arms: frozenset[str]
) -> Iterator[list[Read[str]]]:
    """Of the results of each sentence; one right behind another may go on with its outcome.

    A ratio of nothing that is named is of the outcome that the title names.
    """
    last, end = _NOT_ASKED, Span(0, 1, TITLE)
    for sentence, statistics, clauses in parted:
        follows = sentence.where == end.where and sentence.start - end.end < _NEXT
        outcomes = [*outcomes_of(sentence, statistics, clauses, arms, last if follows else _NOT_ASKED)]
        last, end = outcomes[-1], sentence.span
        yield [
            one if one or statistic.measure not in RATIOS else outcome_of_title(text, arms)
            for one, statistic in zip(outcomes, statistics, strict=True)
        ]


def _words_of_arms(comparisons: Sequence[Comparison]) -> frozenset[str]:
    names = (name.value for one in comparisons for name in (one.intervention, one.comparator))
    return frozenset(word for name in names if name for word in _without_what_they_have(name.lower().split()))


def _without_what_they_have(name: list[str]) -> list[str]:
    """'Women with asthma' are women: what cases have is no arm, but the outcome."""
    have = name.index("with") if "with" in name[1:_MOST_PEOPLE] and LETTERS[name[0]] == "g" else len(name)
    return name[:have]


def _only_one(comparisons: Sequence[Comparison]) -> Comparison:
    """The one comparison of a record, as what groups are compared in a sentence that does not say which."""
    if len(comparisons) != 1 or not (comparisons[0].intervention and comparisons[0].comparator):
        return _NO_COMPARISON
    return Comparison(_inferred(comparisons[0].intervention), _inferred(comparisons[0].comparator))


def _inferred(name: Read[str]) -> Read[str]:
    confidence = round(_OF_THE_ONLY_ONE * name.confidence, 2)
    return Read(name.value, "inferred", confidence, name.spans, rule="effects.only-comparison")


def _says(reading: Reading, finder: Finder) -> bool:
    return len(finder.outcome_stems(reading.tokens)) >= _LEAST_SAID * max(1, len(finder.outcome))


def _bound(statistics: Sequence[Statistic], reading: Reading) -> list[Statistic]:
    start, end = reading.clause
    inside = [one for one in statistics if start <= one.place < end]
    outs = [token.start for token in reading.tokens if token.part == "O"]
    behind = [one for one in statistics if outs and one.start > outs[0]]
    return inside or behind[:1] or list(statistics[:1])


def _result(sentence: Sentence, one: Statistic, contrast: Read[Contrast], about: _About) -> ResultRead:
    group = _GROUPS.get(one.measure, "share")
    read = ResultRead(
        outcome=about.outcome,
        comparison=about.comparison,
        contrast=contrast,
        change=about.change,
        measure=_measure(sentence, one),
        estimate=_number(sentence, one.estimate, "estimate"),
        interval=_interval(sentence, one.interval),
        p=_p(sentence, one.p),
        sentence=sentence.span,
        level=round(float(one.level) / 100, 4) if one.level and one.interval else None,
        means=tuple(_number(sentence, arm, group, _OF_AN_ARM) for arm in one.arms),
        deviations=_deviations(sentence, one),
        primary=True if "primary" in sentence.folded and forms.PRIMARY.search(sentence.folded) else None,
    )
    return as_far_as_possible(read)


def _measure(sentence: Sentence, one: Statistic) -> Read[EffectType]:
    """What was measured, shown at its name and its number."""
    number = sentence.part(one.start, one.end)
    place = (sentence.part(*one.named), number) if one.named else (number,)
    return Read(one.measure, "explicit", 0.95 if one.estimate else 0.8, place, rule=f"effects.{one.measure}")


def _comparison(reading: Reading, sentence: Sentence, triple: Triple) -> Comparison:
    return Comparison(
        _named(reading, sentence, "I", triple.intervention), _named(reading, sentence, "C", triple.comparator)
    )


def _named(reading: Reading, sentence: Sentence, part: str, asked: str) -> Read[str]:
    """The name that was asked for, shown at its mentions in the sentence; inferred where the sentence leaves it out."""
    if not asked:
        return _NOT_ASKED
    said = [token for token in reading.tokens if token.part == part]
    if not said:
        return Read(asked, "inferred", 0.6, (sentence.span,), rule="effects.unnamed")
    return Read(asked, "explicit", _AS_ASKED, (sentence.part(said[0].start, said[0].end),), rule="effects.named")


def _change(sentence: Sentence, reading: Reading) -> Read[Change]:
    chances = shipped_weights().direction.chances(reading)
    best = int(np.argmax(chances))
    return Read(CHANGES[best], "inferred", float(chances[best]), (sentence.span,), rule="effects.direction")


def _number(sentence: Sentence, found: re.Match[str] | None, group: str, confidence: float = 0.95) -> Read[float]:
    value = value_of(found[group]) if found else None
    if found is None or value is None:
        return Read.missing(f"effects.{group}")
    return Read(value, "explicit", confidence, (sentence.span_of(found, group),), rule=f"effects.{group}")


def _interval(sentence: Sentence, found: re.Match[str] | None) -> Read[tuple[float, float]]:
    low, high = (value_of(found[end]) if found else None for end in ("low", "high"))
    if found is None or low is None or high is None or not low < high:
        return Read.missing("effects.interval")
    place = sentence.part(found.start("low"), found.end("high"))
    return Read((low, high), "explicit", 0.95, (place,), rule="effects.interval")


@lru_cache(maxsize=1024)
def _p_value(sign: str, number: str) -> PValue | None:
    """The same few are printed again and again."""
    bound = "<" if sign.startswith(_BELOW) else ">" if sign.startswith(_ABOVE) else "="
    return read_p(bound + plain_p(number))


def _p(sentence: Sentence, found: re.Match[str] | None) -> Read[PValue]:
    if found is None:
        return Read.missing("effects.p")
    value = _p_value(found["sign"] or "", found["number"])
    if value is None:
        return Read.missing("effects.p-unreadable")
    return Read(value, "explicit", 0.97, (sentence.span_of(found),), rule="effects.p")


def _deviations(sentence: Sentence, one: Statistic) -> tuple[Read[float], ...]:
    """Of means that are printed with their spread; what is printed as a standard error is none."""
    if one.measure != "mean-post" or not all("named" in arm.re.groupindex for arm in one.arms):
        return ()
    if _names_standard_error(sentence):
        return ()
    return tuple(_spread(sentence, arm) for arm in one.arms)


def _names_standard_error(sentence: Sentence) -> bool:
    told = not forms.ERROR_WORDS.isdisjoint(sentence.words) or holds_any(sentence.folded, forms.ERROR_SIGNS)
    return told and forms.STANDARD_ERROR.search(sentence.folded) is not None


def _spread(sentence: Sentence, found: re.Match[str]) -> Read[float]:
    """The standard deviation of one mean, inferred where it is only printed as plus or minus."""
    if "kind" in found.re.groupindex and (found["kind"] or "").startswith(("se", "s.e", "standard e")):
        return Read.missing("effects.standard-error")
    if found["named"]:
        return _number(sentence, found, "named")
    read = _number(sentence, found, "spread")
    return Read(read.value, "inferred", 0.7, read.spans, rule="effects.plus-minus") if read else read
