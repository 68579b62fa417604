"""Which way an outcome went under an intervention, against a comparator, as the abstract tells it.

A direction is no judgement: 'lower' is lower, whether that is good or not. And it is no importance: 'higher' means that
the text reports more, mostly with statistical significance, and says nothing about how much more.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import or_

import numpy as np

from claimbook.appraise.direction.beginnings import without_beginning
from claimbook.appraise.direction.comparison import Finder, Triple, finder_of
from claimbook.appraise.direction.cues import WAYS, statistics_in
from claimbook.appraise.direction.doses import compares_doses
from claimbook.appraise.direction.doubts import is_doubtful
from claimbook.appraise.direction.features import Reading, read_sentence
from claimbook.appraise.direction.hearsay import is_hearsay
from claimbook.appraise.direction.listed import narrowed
from claimbook.appraise.direction.model import CHANGES, Vote, shipped_weights, vote
from claimbook.appraise.direction.other_arm import with_other_arm
from claimbook.appraise.direction.pairs import order_of
from claimbook.appraise.direction.preferred import (
    BACK,
    is_against_a_third,
    is_beforehand,
    is_of_another_exposure,
    is_of_change_of_effect,
    standing,
)
from claimbook.appraise.direction.rank import rank_features
from claimbook.appraise.direction.silence import shows_no_sameness, why_silent
from claimbook.appraise.direction.third_arms import compares_others
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Change, Read, Span, Status

_MOST_SPANS = 2
_BEFORE_RESULTS = frozenset({Role.BACKGROUND, Role.AIM, Role.METHODS})
_LEAST_SAID = 0.25
"""A sentence that says less of the outcome than this shows nothing."""


_DOUBTFUL = 0.7
"""How sure at the most a direction is of which only a sentence tells that can be read in two ways."""


@dataclass(frozen=True)
class Direction:
    """The likeliest direction, how sure it is, and the sentences that speak for it."""

    change: Change
    confidence: float
    chances: tuple[float, float, float]
    """Of lower, no difference and higher."""
    evidence: tuple[Sentence, ...]
    """The sentences that say so, the best first."""
    outcome_said: bool
    explicit: bool
    """Whether the best sentence has a word of direction or of no difference, beside the outcome."""
    why_silent: str = ""
    """Why the best sentence compares nothing, or nothing where it does."""


def direction_in(text: Text, triple: Triple) -> Direction | None:
    """The best guess, however unsure; None only of a text without sentences."""
    sentences = text.sentences
    if not sentences:
        return None
    finder = finder_of(f"{text.title}\n{text.abstract}", triple)
    told = (narrowed(without_beginning(sentence.text, finder), finder) for sentence in sentences)
    plain = [read_sentence(words, finder) for words in told]
    readings = list(in_order(sentences, [with_other_arm(one, finder) for one in plain]))
    weights = shipped_weights()
    rows = rank_features(sentences, readings, finder)
    scores, said = standing(sentences, readings, weights.ranking.scores(rows), rows[:, 0], finder)
    foreign = [*map(or_, compares_others(text, plain, finder), compares_doses(text, plain, finder))]
    hearsay = [is_hearsay(*one) for one in zip(sentences, readings, strict=True)]
    scores -= BACK * np.maximum(foreign, hearsay)
    result = vote(weights.direction, readings, scores, said)
    best = int(np.argmax(result.chances))
    confidence = float(1 / (1 + np.exp(-weights.trust.scores(result.trust[None])[0])))
    shown = _evidence(result, best, lambda place: _can_show(sentences[place], readings[place], float(said[place])))
    if shown and is_doubtful(readings[shown[0]], CHANGES[best]):
        confidence = min(confidence, _DOUBTFUL)
    lower, same, higher = (float(one) for one in result.chances)
    return Direction(
        change=CHANGES[best],
        confidence=confidence,
        chances=(lower, same, higher),
        evidence=tuple(sentences[place] for place in shown),
        outcome_said=bool(shown) and bool(said[shown[0]] >= _LEAST_SAID),
        explicit=bool(shown) and _says(readings[shown[0]], best),
        why_silent=_why_silent(
            sentences[shown[0]], readings[shown[0]], finder, CHANGES[best], foreign=foreign[shown[0]]
        )
        if shown
        else "",
    )


def _why_silent(sentence: Sentence, reading: Reading, finder: Finder, change: Change, *, foreign: bool) -> str:
    """The first reason for which the sentence that says most of an outcome tells nothing of it."""
    planned = sentence.role in _BEFORE_RESULTS and sentence.printed_role and not _reports(sentence, reading)
    reasons = {
        "another-exposure": is_of_another_exposure(sentence, reading),
        "only-modified": is_of_change_of_effect(sentence, reading),
        "only-beforehand": is_beforehand(sentence, reading),
        "only-planned": planned,
        "third-arm": foreign or is_against_a_third(reading, finder),
        "hearsay": is_hearsay(sentence, reading),
    }
    unsaid = "no-sameness-told" if change == "no-difference" and shows_no_sameness(reading) else ""
    return next((name for name, holds in reasons.items() if holds), why_silent(reading) or unsaid)


def _reports(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence of the plans tells a result all the same."""
    return bool(statistics_in(sentence.text)) or (
        sentence.role is not Role.BACKGROUND and any(one.name in {"SIG", "SAME"} for one in reading.signs)
    )


def in_order(sentences: Sequence[Sentence], readings: Sequence[Reading]) -> Iterator[Reading]:
    """The readings; those that name no arm know in which order the nearest result before them names both."""
    order = ""
    for sentence, reading in zip(sentences, readings, strict=True):
        named = order_of(reading.signs)
        if named and (sentence.role is Role.RESULTS or not order):
            order = named
        yield reading if named or not order else replace(reading, order=order)


def _evidence(result: Vote, best: int, can_show: Callable[[int], bool]) -> list[int]:
    """The sentences that vote for the winner, the weightiest first; beside the first only those that tell a result."""
    voted = zip(result.order, result.by_sentence, strict=True)
    places = [place for place, chances in voted if int(np.argmax(chances)) == best]
    return [*places[:1], *(place for place in places[1:] if can_show(place))][:_MOST_SPANS]


def _can_show(sentence: Sentence, reading: Reading, said: float) -> bool:
    """Whether a sentence may bear out a direction: it speaks of the outcome, and is no plan and no bare title."""
    plain = sentence.role in _BEFORE_RESULTS or sentence.role is Role.TITLE
    return said > 0 and (not plain or _reports(sentence, reading))


def _says(reading: Reading, best: int) -> bool:
    names = {one.name for one in reading.signs}
    same = "SAME" in names or {"NOT", "DIFF"} <= names or "PNS" in names
    return same if CHANGES[best] == "no-difference" else bool(names & WAYS)


def direction_of(text: Text, triple: Triple) -> Read[Change]:
    """Higher, lower or no significant difference, with the sentences that show it.

    Missing where no sentence speaks of the outcome; inferred where only numbers or tests tell. Below
    ``LINES["direction"]`` the direction is unclear.
    """
    found = direction_in(text, triple)
    if found is None or not found.outcome_said:
        return Read.missing("direction.outcome-not-found")
    if found.why_silent:
        return Read.missing(f"direction.{found.why_silent}")
    spans: tuple[Span, ...] = tuple(sentence.span for sentence in found.evidence)
    status: Status = "explicit" if found.explicit else "inferred"
    return Read(found.change, status, found.confidence, spans, rule=f"direction.{found.change}")
