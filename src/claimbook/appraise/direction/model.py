"""The learned part of the reading of directions: which sentences answer, and what they say.

Weights: `benchmarks/train_direction.py`, from the training half of ``evidence_inference`` (MIT; PMC open access). Two
linear models: one ranks the sentences, one tells lower, no difference and higher apart; the best sentences vote.
A third one, of four numbers, says how far the vote can be trusted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from claimbook.appraise.direction.associated import association_tells, bare_association
from claimbook.appraise.direction.cues import is_against_nothing, is_arm_left_out, is_left_out
from claimbook.appraise.direction.differences import difference_tells
from claimbook.appraise.direction.features import NO_ARM, Reading, direction_features
from claimbook.appraise.direction.pairs import FIRM, elided_tell, interval_tells, listed_tell, numbers_tell
from claimbook.appraise.direction.ratios import efficacy_tells, ratio_tells
from claimbook.appraise.learned import Floats, softmax, weights_of
from claimbook.model.appraisal import Change

VOTERS = 5
"""So many best sentences vote."""
CHANGES: tuple[Change, Change, Change] = ("lower", "no-difference", "higher")
"""In the order of all chances."""


@dataclass(frozen=True)
class Linear:
    """A linear model over numbers that are first put on one scale."""

    mean: Floats
    spread: Floats
    weights: Floats
    bias: float

    def scores(self, rows: Floats) -> Floats:
        """One score per row."""
        scores: Floats = (rows - self.mean) / self.spread @ self.weights + self.bias
        return scores

    @classmethod
    def stored(cls, values: dict[str, Any]) -> "Linear":
        """From the weights file."""
        mean, spread, weights = (np.array(values[name], dtype=float) for name in ("mean", "spread", "weights"))
        return cls(mean, spread, weights, float(values["bias"]))


class DirectionModel:
    """Weights of all features for lower, no difference and higher."""

    def __init__(self, rows: dict[str, int], weights: Floats, bias: Floats) -> None:
        self.rows, self.weights, self.bias = rows, weights, bias

    def chances(self, reading: Reading) -> Floats:
        """Chances of lower, no difference, higher; the same from either arm, where an arm is named."""
        seen = self._of_what_is_named(reading)
        return seen[::-1] if reading.named == "turned" else seen

    def _of_what_is_named(self, reading: Reading) -> Floats:
        """The same of the outcome, or of the opposite by which it is named."""
        if (way := in_plain_form(reading)) is not None:
            return _firmly(way)
        features = direction_features(reading)
        seen = self._chances(features)
        if NO_ARM in features:
            told = interval_tells(reading.signs, reading.closed_clause, reading.tested)
            told = told or listed_tell(reading.folded, reading.signs, reading.clause, reading.order)
            return _with_numbers(seen, told) if told else _with_a_difference(seen, difference_tells(reading))
        both = np.sqrt(seen * self._chances(direction_features(reading.mirrored))[::-1])
        told = numbers_tell(reading.folded, reading.signs, reading.clause, reading.kind)
        told = told or interval_tells(reading.signs, reading.closed_clause, reading.tested)
        told = told or elided_tell(reading.folded, reading.signs, reading.closed_clause)
        both = both / both.sum()
        return _with_numbers(both, told) if told else _with_a_difference(both, difference_tells(reading))

    def _chances(self, features: Sequence[str]) -> Floats:
        known = [self.rows[one] for one in features if one in self.rows]
        return softmax(self.weights[known].sum(axis=0) + self.bias)


def in_plain_form(reading: Reading) -> int | None:
    """What a form tells that needs no weights: lower (-1), no difference (0) or higher (1); None where none stands."""
    if any(leaves_out(reading.signs, reading.folded) for leaves_out in _LEAVE_OUT):
        return 0
    return next((way for tell in _FORMS if (way := tell(reading)) is not None), None)


_LEAVE_OUT = (is_left_out, is_arm_left_out, is_against_nothing)
_FORMS: tuple[Callable[[Reading], int | None], ...] = (
    lambda reading: association_tells(reading.folded, reading.signs, reading.clause) or None,
    efficacy_tells,
    ratio_tells,
    lambda reading: bare_association(reading.folded, reading.signs, reading.clause) or None,
)
"""The first one that tells decides."""


def _firmly(way: int) -> Floats:
    """Nearly all for lower (-1), no difference (0) or higher (1)."""
    if way == 0:
        return np.array([(1 - FIRM) / 2, FIRM, (1 - FIRM) / 2])
    return np.array([FIRM if way < 0 else 0.0, 1 - FIRM, FIRM if way > 0 else 0.0])


def _with_numbers(chances: Floats, told: float) -> Floats:
    """At least so much of the chance of a difference on the side that the numbers tell; negative for lower."""
    if not told:
        return chances
    lower, same, higher = chances
    side = max(higher if told > 0 else lower, abs(told) * (lower + higher))
    other = lower + higher - side
    return np.array([other, same, side] if told > 0 else [side, same, other])


def _with_a_difference(chances: Floats, told: float) -> Floats:
    """The same where an interval without zero leaves little chance to no difference."""
    lower, same, higher = chances
    if not told or same <= 1 - FIRM:
        return _with_numbers(chances, told)
    apart = FIRM / max(lower + higher, 1e-9)
    return _with_numbers(np.array([lower * apart, 1 - FIRM, higher * apart]), told)


@dataclass(frozen=True)
class Vote:
    """What the best sentences say together."""

    chances: Floats
    """Of lower, no difference and higher."""
    order: tuple[int, ...]
    """The sentences that voted, the best first."""
    by_sentence: Floats
    trust: Floats
    """What says how far to trust it: its largest chance, the lead over the next, the score of the best sentence and how
    much of the outcome that sentence says."""


def vote(model: DirectionModel, readings: Sequence[Reading], scores: Floats, said: Floats) -> Vote:
    """Let the best sentences vote, each with the weight of its rank score."""
    order = np.argsort(-scores, kind="stable")[:VOTERS]
    by_sentence = np.array([model.chances(readings[place]) for place in order])
    chances = softmax(scores[order]) @ by_sentence
    ordered = np.sort(chances)[::-1]
    trust = np.array([ordered[0], ordered[0] - ordered[1], scores[order[0]], said[order[0]]])
    return Vote(chances, tuple(int(one) for one in order), by_sentence, trust)


@dataclass(frozen=True)
class Weights:
    """Everything that was learned."""

    ranking: Linear
    direction: DirectionModel
    trust: Linear


@cache
def shipped_weights() -> Weights:
    """The weights that ship with the package."""
    stored = weights_of("direction")
    rows = {feature: row for row, feature in enumerate(stored["vocabulary"])}
    weights = np.array(stored["weights"], dtype=float).reshape(-1, 3) / stored["scale"]
    direction = DirectionModel(rows, weights, np.array(stored["bias"]))
    return Weights(Linear.stored(stored["ranking"]), direction, Linear.stored(stored["trust"]))
