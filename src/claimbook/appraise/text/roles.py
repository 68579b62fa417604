"""Which part a sentence plays where no heading tells: learned from trials that print headings, with those removed.

Weights: `benchmarks/train_roles.py`, from the set ``section_roles`` (PMC open access). A sentence's words and its place
in the abstract speak for a role; the likeliest order of roles over the whole abstract wins (Viterbi).
"""

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import chain, islice, pairwise, repeat
from operator import add

import numpy as np
from numpy.typing import NDArray

from claimbook.appraise.learned import Floats, weights_of
from claimbook.appraise.text.headings import Role

GUESSED = (Role.BACKGROUND, Role.AIM, Role.METHODS, Role.RESULTS, Role.CONCLUSIONS)
"""The roles that can be guessed, in their usual order; OTHER is only ever read from a heading."""
_BUCKETS = 8
_NEVER = -1e9
_PLACES = 3
"""Features that tell where a sentence stands."""
_ZEROS = 0
"""The row of weights that says nothing: that of a word without a weight."""

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

    def scores(self, abstracts: Sequence[Sequence[Sequence[str]]]) -> Floats:
        """Log odds of each role for the words of each sentence of each abstract, shape (sentences of all, roles)."""
        owners, rows = np.divmod(self._cells_of(abstracts), len(self.weights))
        starts = owners.searchsorted(np.arange(sum(map(len, abstracts))))
        scores: Floats = np.add.reduceat(self.weights.take(rows, axis=0), starts, axis=0) / self.scale + self.bias
        return scores

    def _cells_of(self, abstracts: Sequence[Sequence[Sequence[str]]]) -> Integers:
        """Each sentence with each row of weights that its features have: ``sentence * rows + row``, in order."""
        counts = [*map(len, abstracts)]
        sentences = [*chain.from_iterable(abstracts)]
        lengths = [*map(len, sentences)]
        said = map(self.numbers.get, chain.from_iterable(sentences), repeat(0))
        words = np.fromiter(said, dtype=np.int64, count=sum(lengths))
        owners = np.arange(len(sentences)).repeat(lengths)
        of_places = np.concatenate([*map(self.of_places, counts)])
        of_places += (np.cumsum(counts) - counts).repeat(np.multiply(counts, _PLACES)) * len(self.weights)
        of_words = self.of_word[words] + owners * len(self.weights)
        cells = np.concatenate((of_words, self._cells_of_pairs(words, owners), of_places))
        cells.sort()
        first: Integers = cells[np.append(True, cells[1:] != cells[:-1])]
        return first

    def _cells_of_pairs(self, words: Integers, owners: Integers) -> Integers:
        """The same for neighbours of one sentence. Sorted first, because what is near is sooner found one by one."""
        many = len(owners) and int(owners[-1]) + 1
        pairs = ((words[:-1] * self.base + words[1:]) * many + owners[:-1])[owners[:-1] == owners[1:]]
        pairs.sort()
        pairs, owners = np.divmod(pairs, max(1, many))
        at = self.pairs.searchsorted(pairs)
        known = (self.pairs[at] == pairs).nonzero()[0]
        cells: Integers = self.of_pair[at[known]] + owners[known] * len(self.weights)
        return cells

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
    stored = weights_of("roles")
    weights, bias, steps = (np.array(stored[name], dtype=float) for name in ("weights", "bias", "steps"))
    return RoleModel(stored["vocabulary"], weights, stored["scale"], bias, steps)


def guess_roles(sentences: Sequence[Sequence[str]], known: Sequence[Role | None]) -> list[Role]:
    """A role for every sentence of an abstract, given its words; those that a heading names guide their neighbours."""
    (roles,) = guess_roles_of_each([(sentences, known)])
    return roles


def guess_roles_of_each(abstracts: Sequence[tuple[Sequence[Sequence[str]], Sequence[Role | None]]]) -> list[list[Role]]:
    """The same of several abstracts, whose words are looked up together."""
    if not abstracts:
        return []
    model = shipped_model()
    scores: Iterator[list[float]] = iter(model.scores([sentences for sentences, _ in abstracts]).tolist())
    return [_likeliest(model, [*islice(scores, len(known))], known) for _, known in abstracts]


def _likeliest(model: RoleModel, scores: Sequence[list[float]], known: Sequence[Role | None]) -> list[Role]:
    for row, role in zip(scores, known, strict=True):
        if role is not None and role in GUESSED:
            row[:] = (score if one is role else _NEVER for one, score in zip(GUESSED, row, strict=True))
    return [given or GUESSED[place] for given, place in zip(known, model.best_path(scores), strict=True)]
