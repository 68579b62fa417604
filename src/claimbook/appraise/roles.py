"""Which part a sentence plays where no heading tells: learned from trials that print headings, with those removed.

Weights: `benchmarks/train_roles.py`, from the set ``section_roles`` (PMC open access). A sentence's words and its place
in the abstract speak for a role; the likeliest order of roles over the whole abstract wins (Viterbi).
"""

import json
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claimbook.appraise.headings import Role

GUESSED = (Role.BACKGROUND, Role.AIM, Role.METHODS, Role.RESULTS, Role.CONCLUSIONS)
"""The roles that can be guessed, in their usual order; OTHER is only ever read from a heading."""
_TOKEN = re.compile(r"[a-z]{2,}|\d+|[%<>=\u00b1]")
_BUCKETS = 8
_NEVER = -1e9

Floats = NDArray[np.float64]


def role_features(sentence: str, place: int, count: int) -> list[str]:
    """The words of a sentence, its pairs of neighbours, and where it stands among ``count`` sentences."""
    words = ["#" if token.isdigit() else token for token in _TOKEN.findall(sentence.lower())]
    pairs = [f"{first} {second}" for first, second in pairwise(words)]
    where = [f"@{place * _BUCKETS // count}", f"@-{min(count - 1 - place, 3)}", f"@+{min(place, 3)}"]
    return [*dict.fromkeys(words), *dict.fromkeys(pairs), *where]


class RoleModel:
    """Weights of features and of role following role; both as logarithms of odds."""

    def __init__(self, vocabulary: Sequence[str], weights: Floats, bias: Floats, steps: Floats) -> None:
        self.rows = {feature: row for row, feature in enumerate(vocabulary)}
        self.no_feature = len(weights)  # a row of zeros, so that no sentence is without a row
        self.weights = np.vstack([weights, np.zeros((1, weights.shape[1]))])
        self.bias, self.steps = bias, steps

    def scores(self, sentences: Sequence[str]) -> Floats:
        """Log probability of each role for each sentence, shape (sentences, roles)."""
        row_of = self.rows.get
        rows: list[int] = []
        starts: list[int] = []
        for place, sentence in enumerate(sentences):
            starts.append(len(rows))
            rows.append(self.no_feature)
            found = map(row_of, role_features(sentence, place, len(sentences)))
            rows += [row for row in found if row is not None]
        raw = np.add.reduceat(self.weights.take(rows, axis=0), starts, axis=0) + self.bias
        raw -= raw.max(axis=1, keepdims=True)
        chances: Floats = raw - np.log(np.exp(raw).sum(axis=1, keepdims=True))
        return chances

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
    weights = np.array(stored["weights"], dtype=float) / stored["scale"]
    return RoleModel(stored["vocabulary"], weights, np.array(stored["bias"]), np.array(stored["steps"]))


def guess_roles(sentences: Sequence[str], known: Sequence[Role | None]) -> list[Role]:
    """A role for every sentence of an abstract; those that a heading names are kept and guide their neighbours."""
    model = shipped_model()
    scores = model.scores(sentences)
    for row, role in zip(scores, known, strict=True):
        if role in GUESSED:
            others = [place for place, one in enumerate(GUESSED) if one is not role]
            row[others] = _NEVER
    return [given or GUESSED[place] for given, place in zip(known, model.best_path(scores), strict=True)]
