"""Whether a result compares groups, or one group with its own beginning. Pure.

Told by the words of its own clause, then by what stands side by side; what is not told stays unclear.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from claimbook.appraise.effects import between_words as rules
from claimbook.appraise.effects.statistic import Statistic
from claimbook.appraise.text.lexicon import holds_any
from claimbook.appraise.text.reading import Sentence
from claimbook.model.appraisal import Contrast, Read
from claimbook.model.effect import RATIOS

_DIFFERENCES = frozenset({"MD", "SMD", "medians", "percent"})
_SIDE_BY_SIDE = frozenset({"arms", "courses"})
_OF_GROUPS, _SHOWN_AND_SAID = frozenset({"effects.ratio", "effects.difference"}), 0.9
"""What is shown by the number, and told by the words beside it."""


class Cues(NamedTuple):
    """What a sentence says of comparisons, each sought once for all its results."""

    between: tuple[re.Match[str], ...]
    compared: tuple[re.Match[str], ...]
    within: tuple[re.Match[str], ...]


Clause = tuple[int, int]
"""The words of a sentence that belong to one result."""


def cues_of(sentence: Sentence) -> Cues:
    """The words of a comparison; a comparison with the beginning is none between groups."""
    folded, words = sentence.folded, sentence.words
    between = () if rules.AMONG_WORDS.isdisjoint(words) else tuple(rules.AMONG_GROUPS.finditer(folded))
    if not rules.GROUP_WORDS.isdisjoint(words) and (
        not rules.OF_GROUPS_WORDS.isdisjoint(words) or holds_any(folded, rules.OF_DIFFERENCES)
    ):
        between += tuple(rules.OF_GROUPS.finditer(folded))
    within = tuple(rules.WITHIN.finditer(folded)) if rules.ONE_GROUP.stand_in(sentence) else ()
    compared: tuple[re.Match[str], ...] = ()
    if not rules.COMPARED_WORDS.isdisjoint(words) or " v " in folded:
        own = {one.start() for one in within}
        compared = tuple(one for one in rules.COMPARED.finditer(folded) if one.start() not in own)
    return Cues(between, compared, within)


def contrasts_of(sentence: Sentence, found: Sequence[Statistic], clauses: Sequence[Clause]) -> Iterator[Read[Contrast]]:
    """The contrast of each result of a sentence, given its clause."""
    cues, last = cues_of(sentence), None
    for one, clause in zip(found, clauses, strict=True):
        read = _contrast(sentence, one, clause, cues) or _nearby(sentence, cues, alone=len(found) == 1)
        if read.value == "unclear" and last is not None:
            read = Read(last.value, "inferred", 0.6, last.spans, rule="effects.as-the-one-before")
        last = read if read.value != "unclear" else None
        yield read


def clauses_of(sentence: Sentence, found: Sequence[Statistic]) -> Iterator[Clause]:
    """Of each result: from the one before it, or a new main clause, to the end of its bracket."""
    folded, begin = sentence.folded, 0
    new = not rules.BORDER_WORDS.isdisjoint(sentence.words) or holds_any(folded, rules.BORDER_SIGNS)
    borders = [one.end() for one in rules.BORDER.finditer(folded) if _is_open(folded, one.start())] if new else []
    for one, until in zip(found, [*(one.start for one in found[1:]), len(folded)], strict=True):
        start = max((border for border in borders if begin <= border <= one.start), default=begin) if borders else begin
        behind = rules.BEHIND.match(folded, one.end, until)
        begin = behind.end() if behind else one.end
        yield start, max(begin, start)


def _is_open(folded: str, place: int) -> bool:
    """Whether a place stands in no bracket."""
    return all(folded.rfind(one, 0, place) <= folded.rfind(other, 0, place) for one, other in ("()", "[]"))


def _in(clause: Clause, found: Sequence[re.Match[str]]) -> re.Match[str] | None:
    for one in found:
        if clause[0] <= one.start() and one.end() <= clause[1]:
            return one
    return None


def _contrast(sentence: Sentence, one: Statistic, clause: Clause, cues: Cues) -> Read[Contrast] | None:
    """By the words of its clause, by what stands side by side, by weaker signs of the clause."""
    within = _in(clause, cues.within)
    if found := _in(clause, cues.between):
        return Read("between-group", "explicit", 0.9, (sentence.span_of(found),), rule="effects.between")
    compared = _in(clause, cues.compared)
    if shown := _shown(sentence, one, within):
        return replace(shown, confidence=_SHOWN_AND_SAID) if compared and shown.rule in _OF_GROUPS else shown
    if found := compared:
        return Read("between-group", "explicit", 0.85, (sentence.span_of(found),), rule="effects.compared")
    if within:
        return Read("within-group", "explicit", 0.85, (sentence.span_of(within),), rule="effects.within")
    if one.of in _SIDE_BY_SIDE:
        return _seen(sentence, one, "between-group", 0.75, "side-by-side")
    return _hinted(sentence, clause)


def _shown(sentence: Sentence, one: Statistic, within: re.Match[str] | None) -> Read[Contrast] | None:
    """A contrast that the printed numbers themselves show; a difference may also be one from the beginning."""
    if one.of == "course":
        return _seen(sentence, one, "within-group", 0.85, "course")
    if one.measure in RATIOS:
        return _seen(sentence, one, "between-group", 0.85, "ratio")
    if one.of == "difference" and one.measure in _DIFFERENCES and not (within and within.start() > one.start):
        return _seen(sentence, one, "between-group", 0.8, "difference")
    return None


def _seen(sentence: Sentence, one: Statistic, contrast: Contrast, confidence: float, rule: str) -> Read[Contrast]:
    return Read(contrast, "inferred", confidence, (sentence.part(one.start, one.end),), rule=f"effects.{rule}")


def _hinted(sentence: Sentence, clause: Clause) -> Read[Contrast] | None:
    """What weaker signs of the clause tell."""
    for contrast, name, words, pattern in rules.HINTS:
        if words.isdisjoint(sentence.words):
            continue
        if found := pattern.search(sentence.folded, *clause):
            return Read(contrast, "inferred", 0.7, (sentence.span_of(found),), rule=f"effects.{name}")
    return None


def _nearby(sentence: Sentence, cues: Cues, *, alone: bool) -> Read[Contrast]:
    """What the whole sentence says, where the words of the clause leave it open."""
    told: tuple[tuple[Contrast, Sequence[re.Match[str]]], ...] = (
        ("between-group", cues.between or [one for one in cues.compared if one[0] != "respectively"]),
        ("within-group", cues.within),
    )
    for contrast, found in told:
        if found:
            return Read(contrast, "inferred", 0.7, (sentence.span_of(found[0]),), rule="effects.said-nearby")
    if alone and {"but", "unlike"}.isdisjoint(sentence.words) and (groups := rules.TWO_GROUPS.search(sentence.folded)):
        return Read("between-group", "inferred", 0.65, (sentence.span_of(groups),), rule="effects.two-groups")
    return Read("unclear", "inferred", 0.5, (sentence.span,), rule="effects.contrast-not-said")
