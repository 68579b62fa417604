"""Which part a sentence plays where no heading tells: learned from trials that print headings, with those removed.

Weights: `benchmarks/train_roles.py`, from the set ``section_roles`` (PMC open access). A sentence's words and its place
in the abstract speak for a role; the likeliest order of roles over the whole abstract wins (Viterbi).
"""

import json
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, pairwise, repeat
from operator import add

import numpy as np
from numpy.typing import NDArray

from claimbook.appraise.text.headings import Role

GUESSED = (Role.BACKGROUND, Role.AIM, Role.METHODS, Role.RESULTS, Role.CONCLUSIONS)
"""The roles that can be guessed, in their usual order; OTHER is only ever read from a heading."""
_BUCKETS = 8
_NEVER = -1e9
_ZEROS = 0
"""The row of weights that says nothing: that of a word without a weight."""

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Feature = str | tuple[str, str]
"""A word or a place, or a pair of neighbours."""


def role_features(words: Sequence[str], place: int, count: int) -> Iterator[Feature]:
    """The words of a sentence (`pieces.words_of`), its pairs of neighbours, and where it stands among ``count``."""
    return chain(words, pairwise(words), _where(place, count))


def _where(place: int, count: int) -> tuple[str, str, str]:
    return f"@{place * _BUCKETS // count}", f"@-{min(count - 1 - place, 3)}", f"@+{min(place, 3)}"


class RoleModel:
    """Weights of features in whole numbers of 1 / ``scale``, and of role following role; logarithms of odds.

    Whole numbers add up to the same sum in every order, so the order of features does not matter. Words have numbers,
    and those of a whole abstract are looked up together: one by one their pairs would take longer than all the rest.
    """

    def __init__(self, vocabulary: Sequence[str], weights: Floats, scale: float, bias: Floats, steps: Floats) -> None:
        self.weights = np.vstack([np.zeros((1, weights.shape[1])), weights])
        self.scale, self.bias = scale, bias
        self.steps_to: list[list[float]] = steps.T.tolist()
        features = [tuple(one.split()) for one in vocabulary]
        self.numbers = {word: number for number, word in enumerate(dict.fromkeys(chain.from_iterable(features)), 1)}
        self.base = len(self.numbers) + 1
        """A pair of words has the number ``first * base + second``; 0 is every word that stands in no feature."""
        self.of_word = np.zeros(self.base, dtype=np.int64)
        pairs = {self.base**2: _ZEROS}  # no pair, but every search ends before it
        for row, (first, *second) in enumerate(features, start=_ZEROS + 1):
            if second:
                pairs[self.numbers[first] * self.base + self.numbers[second[0]]] = row
            else:
                self.of_word[self.numbers[first]] = row
        self.pairs, self.of_pair = np.array(sorted(pairs.items())).T.copy()
        self.of_places = lru_cache(maxsize=64)(self._rows_of_places)

    def scores(self, sentences: Sequence[Sequence[str]]) -> Floats:
        """Log odds of each role for the words of each sentence, shape (sentences, roles)."""
        owners, rows = np.divmod(self._cells_of(sentences), len(self.weights))
        starts = owners.searchsorted(np.arange(len(sentences)))
        scores: Floats = np.add.reduceat(self.weights.take(rows, axis=0), starts, axis=0) / self.scale + self.bias
        return scores

    def _cells_of(self, sentences: Sequence[Sequence[str]]) -> Integers:
        """Each sentence with each row of weights that its features have: ``sentence * rows + row``, in order."""
        words = np.fromiter(map(self.numbers.get, chain.from_iterable(sentences), repeat(0)), dtype=np.int64)
        count, lengths = len(sentences), [*map(len, sentences)]
        owners = np.arange(count).repeat(lengths) * len(self.weights)
        pairs = words[:-1] * self.base + words[1:]
        at = self.pairs.searchsorted(pairs)
        known = ((self.pairs[at] == pairs) & (owners[:-1] == owners[1:])).nonzero()[0]
        of_pairs = self.of_pair[at[known]] + owners[known]
        cells = np.concatenate((self.of_word[words] + owners, of_pairs, self.of_places(count)))
        cells.sort()
        first: Integers = cells[np.append(True, cells[1:] != cells[:-1])]
        return first

    def _rows_of_places(self, count: int) -> Integers:
        """The rows that the places of so many sentences have, as cells."""
        number = self.numbers.get
        rows = [[self.of_word[number(one, 0)] for one in _where(place, count)] for place in range(count)]
        return (np.array(rows) + np.arange(count)[:, None] * len(self.weights)).ravel()

    def best_path(self, scores: Sequence[Sequence[float]]) -> list[int]:
        """The likeliest sequence of roles, given the log odds of each role for each sentence.

        In plain numbers: an array of five is slower than a list of five.
        """
        best = [scores[0]]
        for row in scores[1:]:
            before = best[-1]
            best.append([max(map(add, before, steps)) + score for steps, score in zip(self.steps_to, row, strict=True)])
        last = best.pop()
        path = [last.index(max(last))]
        for before in reversed(best):
            ways = [*map(add, before, self.steps_to[path[-1]])]
            path.append(ways.index(max(ways)))
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
    scores: list[list[float]] = model.scores(sentences).tolist()
    for row, role in zip(scores, known, strict=True):
        if role is not None and role in GUESSED:
            row[:] = (score if one is role else _NEVER for one, score in zip(GUESSED, row, strict=True))
    return [given or GUESSED[place] for given, place in zip(known, model.best_path(scores), strict=True)]
