"""An index of many texts: which holds which word, pair of words or piece of a word, and how telling that is.

Everything is counted with numpy in a few passes, so that some thousand abstracts are indexed in seconds. The weight of
a word in a text is that of BM25.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claimbook.appraise.learned import Floats
from claimbook.appraise.text.stem import stem
from claimbook.appraise.text.tokens import tokens

Whole = NDArray[np.int64]

_PIECE = 3
"""Letters in a piece of a word; four find no more, and both together hardly more."""


@lru_cache(maxsize=200_000)
def pieces(token: str) -> tuple[str, ...]:
    """Overlapping pieces of one word with its ends marked: 'gene' gives '_ge', 'gen', 'ene', 'ne_'."""
    marked = f"_{token}_"
    return tuple(marked[start : start + _PIECE] for start in range(max(1, len(marked) - _PIECE + 1)))


@dataclass(frozen=True)
class Postings:
    """For each term (a row) the places that hold it, with their weights; rows lie one after the other."""

    starts: Whole
    places: Whole
    counts: Floats
    weights: Floats
    telling: Floats
    """Inverse document frequency of each term."""
    size: int
    """Number of places."""

    def scores(self, asked: Mapping[int, float]) -> Floats:
        """The BM25 score of every place for weighted terms."""
        total = np.zeros(self.size)
        for term, weight in asked.items():
            row = slice(self.starts[term], self.starts[term + 1])
            total[self.places[row]] += weight * self.telling[term] * self.weights[row]
        return total

    def of_place(self, place: int) -> tuple[Whole, Floats]:
        """The terms of one place and their weights."""
        order, ends = self._by_place
        cells = order[ends[place] : ends[place + 1]]
        return self.rows[cells], self.weights[cells]

    @cached_property
    def rows(self) -> Whole:
        """The term of each cell."""
        return np.repeat(np.arange(len(self.telling)), np.diff(self.starts))

    @cached_property
    def _by_place(self) -> tuple[Whole, Whole]:
        order = np.argsort(self.places, kind="stable")
        return order, np.searchsorted(self.places[order], np.arange(self.size + 1))

    def held(self, asked: Mapping[int, float]) -> Floats:
        """Of the telling weight that was asked for, the share that each place holds at least once."""
        total = np.zeros(self.size)
        for term, weight in asked.items():
            total[self.places[self.starts[term] : self.starts[term + 1]]] += weight * self.telling[term]
        return total / (sum(weight * self.telling[term] for term, weight in asked.items()) or 1.0)


def postings(
    terms: Whole, places: Whole, shape: tuple[int, int], taste: tuple[float, float], times: Whole | None = None
) -> Postings:
    """Count which place holds which term how often.

    Args:
        terms: the number of a term, once for each time it stands somewhere.
        places: where it stands.
        shape: number of terms, number of places.
        taste: BM25's k1 (how soon repetition stops to count) and b (how much length is held against a place).
        times: how often each one counts; absent: once.
    """
    k1, b = taste
    count, size = shape
    keys, inverse = np.unique(terms * size + places, return_inverse=True)
    counts = np.bincount(inverse, weights=times, minlength=len(keys)).astype(float)
    rows, where = np.divmod(keys, size)
    starts = np.searchsorted(rows, np.arange(count + 1))
    lengths = np.bincount(where, weights=counts, minlength=size)
    long = k1 * (1 - b + b * lengths / max(lengths.sum() / max(size, 1), 1.0))
    weights = counts * (k1 + 1) / (counts + long[where])
    held = np.diff(starts)
    return Postings(starts, where, counts, weights, np.log1p((size - held + 0.5) / (held + 0.5)), size)


class Vocabulary:
    """Terms and their numbers, in the order of their first appearance."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __len__(self) -> int:
        return len(self.numbers)

    def number(self, term: str) -> int:
        """The number of a term; a new one where it is new."""
        return self.numbers.setdefault(term, len(self.numbers))

    def known(self, terms: Iterable[str]) -> dict[int, float]:
        """The known terms among these, with how often they stand there."""
        found: dict[int, float] = {}
        for term in terms:
            if (number := self.numbers.get(term)) is not None:
                found[number] = found.get(number, 0.0) + 1.0
        return found


class Index:
    """Texts, each a sequence of sentences of which the first is the title."""

    def __init__(self, texts: Iterable[Sequence[str]]) -> None:
        self.surface, self.stems, self.grams = Vocabulary(), Vocabulary(), Vocabulary()
        stream = _Stream(self.surface, texts)
        self.size = stream.texts
        stem_of = np.array([self.stems.number(stem(token)) for token in self.surface.numbers], dtype=np.int64)
        spoken = stem_of[stream.tokens] if len(stem_of) else stream.tokens
        text_of = stream.text_of_sentence[stream.sentence] if len(spoken) else stream.sentence
        count = len(self.stems)
        self.words = postings(spoken, text_of, (count, self.size), (1.5, 0.75))
        in_title = np.isin(stream.sentence, stream.first_sentences)
        self.titles = postings(spoken[in_title], text_of[in_title], (count, self.size), (1.2, 0.5))
        self._pair_words(spoken, stream.sentence, text_of)
        self._cut_words(stream.tokens, text_of)

    def _pair_words(self, spoken: Whole, sentence: Whole, text_of: Whole) -> None:
        together = sentence[1:] == sentence[:-1]
        keys = spoken[:-1][together] * len(self.stems) + spoken[1:][together]
        self.pair_keys, numbers = np.unique(keys, return_inverse=True)
        self.pairs = postings(numbers, text_of[:-1][together], (len(self.pair_keys), self.size), (1.2, 0.75))

    def _cut_words(self, surface: Whole, text_of: Whole) -> None:
        cut = [[self.grams.number(piece) for piece in pieces(token)] for token in self.surface.numbers]
        lengths = np.array([len(one) for one in cut], dtype=np.int64)
        flat = np.array([number for one in cut for number in one], dtype=np.int64)
        keys, times = np.unique(surface * self.size + text_of, return_counts=True)
        word, text = np.divmod(keys, self.size or 1)
        repeats = lengths[word] if len(word) else word
        starts = np.cumsum(lengths) - lengths
        within = np.arange(repeats.sum()) - np.repeat(np.cumsum(repeats) - repeats, repeats)
        terms = flat[np.repeat(starts[word], repeats) + within] if len(word) else flat
        shape = (len(self.grams), self.size)
        self.pieces = postings(terms, np.repeat(text, repeats), shape, (1.5, 0.75), np.repeat(times, repeats))

    def words_of(self, asked: Sequence[str]) -> dict[int, float]:
        """The known stems among tokens, and of neighbours written as one word: 'IL-6' asks for 'il6' as well."""
        joined = (f"{first}{then}" for first, then in pairwise(asked))
        return self.stems.known(stem(token) for token in (*asked, *joined))

    def pairs_of(self, asked: Sequence[str]) -> dict[int, float]:
        """The known pairs of neighbours among tokens, and of tokens written as two: 'IL6' asks for 'il', '6'."""
        cut = ((token[:place], token[place:]) for token in asked for place in range(1, len(token)))
        stems = self.stems.numbers
        numbers = ((stems.get(stem(first), -1), stems.get(stem(then), -1)) for first, then in (*pairwise(asked), *cut))
        keys = sorted({first * len(stems) + then for first, then in numbers if first >= 0 <= then})
        rows = np.searchsorted(self.pair_keys, keys)
        return {int(row): 1.0 for row, key in zip(rows, keys, strict=True) if key in self.pair_keys[row : row + 1]}


class _Stream:
    """All tokens of all texts in one row of numbers, and where each stands."""

    def __init__(self, surface: Vocabulary, texts: Iterable[Sequence[str]]) -> None:
        flat: list[int] = []
        lengths: list[int] = []
        owners: list[int] = []
        first: list[int] = []
        self.texts = 0
        for sentences in texts:
            first.append(len(lengths))
            for sentence in sentences or ("",):
                numbers = [surface.number(token) for token in tokens(sentence)]
                flat += numbers
                lengths.append(len(numbers))
                owners.append(self.texts)
            self.texts += 1
        self.tokens = np.array(flat, dtype=np.int64)
        self.sentence = np.repeat(np.arange(len(lengths)), np.array(lengths, dtype=np.int64))
        self.text_of_sentence = np.array(owners, dtype=np.int64)
        self.first_sentences = np.array(first, dtype=np.int64)
