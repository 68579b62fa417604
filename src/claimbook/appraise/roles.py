"""Which part a sentence plays where no heading tells: learned from trials that print headings, with those removed.

Weights: `benchmarks/train_roles.py`, from the set ``section_roles`` (PMC open access). A sentence's words and its place
in the abstract speak for a role; the likeliest order of roles over the whole abstract wins (Viterbi).
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise
from typing import cast

import numpy as np
from numpy.typing import NDArray

from claimbook.appraise.headings import Role

GUESSED = (Role.BACKGROUND, Role.AIM, Role.METHODS, Role.RESULTS, Role.CONCLUSIONS)
"""The roles that can be guessed, in their usual order; OTHER is only ever read from a heading."""
_BUCKETS = 8
_NEVER = -1e9
_ZEROS = 0
"""The row of weights that says nothing, so that no sentence is without a row."""

Floats = NDArray[np.float64]
Feature = str | tuple[str, str]
"""A word or a place, or a pair of neighbours."""


def role_features(words: Sequence[str], place: int, count: int) -> Iterator[Feature]:
    """The words of a sentence (`pieces.words_of`), its pairs of neighbours, and where it stands among ``count``."""
    where = (f"@{place * _BUCKETS // count}", f"@-{min(count - 1 - place, 3)}", f"@+{min(place, 3)}")
    return chain(words, pairwise(words), where)


class RoleModel:
    """Weights of features in whole numbers of 1 / ``scale``, and of role following role; logarithms of odds.

    Whole numbers add up to the same sum in every order, so the order of features does not matter.
    """

    def __init__(self, vocabulary: Sequence[str], weights: Floats, scale: float, bias: Floats, steps: Floats) -> None:
        pairs = (tuple(one.split()) if " " in one else one for one in vocabulary)
        self.rows = {feature: row for row, feature in enumerate(pairs, start=_ZEROS + 1)}
        self.weights = np.vstack([np.zeros((1, weights.shape[1])), weights])
        self.scale, self.bias, self.steps = scale, bias, steps

    def scores(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """Log odds of each role for the words of each sentence, shape (sentences, roles)."""
        count = len(sentences)
        found = [self._rows_of(role_features(words, place, count)) for place, words in enumerate(sentences)]
        starts = np.cumsum([0, *map(len, found[:-1])])
        sums = np.add.reduceat(self.weights.take([*chain.from_iterable(found)], axis=0), starts, axis=0)
        scores: Floats = sums / self.scale + self.bias
        return scores

    def _rows_of(self, features: Iterable[Feature]) -> set[int]:
        rows = set(map(self.rows.get, features))
        rows.discard(None)  # features without a row; faster than to leave them out one by one
        return cast("set[int]", rows) or {_ZEROS}

    def best_path(self, scores: Floats) -> list[int]:
        """The likeliest sequence of roles."""
        best, came_from = scores[0], []
        for row in scores[1:]:
            ways = best[:, None] + self.steps
            came_from.append(ways.argmax(axis=0))
            best = ways.max(axis=0) + row
        path = [int(best.argmax())]
        for step in reversed(came_from):
            path.append(int(step[path[-1]]))
        return path[::-1]


@cache
def shipped_model() -> RoleModel:
    """The weights that ship with the package."""
    stored = json.loads(files("claimbook.appraise").joinpath("weights/roles.json").read_text("utf-8"))
    weights, bias, steps = (np.array(stored[name], dtype=float) for name in ("weights", "bias", "steps"))
    return RoleModel(stored["vocabulary"], weights, stored["scale"], bias, steps)


def guess_roles(sentences: Sequence[Sequence[str]], known: Sequence[Role | None]) -> list[Role]:
    """A role for every sentence of an abstract, given its words; those that a heading names guide their neighbours."""
    model = shipped_model()
    scores = model.scores(sentences)
    for row, role in zip(scores, known, strict=True):
        if role in GUESSED:
            others = [place for place, one in enumerate(GUESSED) if one is not role]
            row[others] = _NEVER
    return [given or GUESSED[place] for given, place in zip(known, model.best_path(scores), strict=True)]
