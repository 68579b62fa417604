"""Which rows of a table of rules may speak in a sentence: told by its words, without trying their patterns.

To ask a text for a hundred pieces of words one by one takes longer than anything else. But texts use the same words
again and again, and what a word holds does not change: each word is looked through once for all rows of a table, and
the rows that it calls are remembered as bits of a number.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Generic, Protocol, TypeVar

from claimbook.appraise.lexicon import holds_any

NUMBER = "#"
"""Stands for any number, as a word and as a piece of one."""
_TOKEN = re.compile(r"[a-z]{2,}|\d+|[%<>=\u00b1]")
_MOST_WORDS = 1 << 15


def words_of(folded: str) -> list[str]:
    """Runs of Latin letters, ``#`` for each number, and signs of comparison, in order; single letters are left out."""
    return [NUMBER if one.isdigit() else one for one in _TOKEN.findall(folded)]


class Row(Protocol):
    """A rule with the pieces of words, one per '|', one of which every match holds; none: it may match anything."""

    @property
    def stems(self) -> str:
        """Its pieces of words."""


class Said(Protocol):
    """A sentence in lower case, and its different words."""

    @property
    def folded(self) -> str:
        """The sentence in lower case."""

    @property
    def words(self) -> frozenset[str]:
        """Its different words, as `words_of` tells them."""


R = TypeVar("R", bound=Row)
S = TypeVar("S", bound=Said)


class Glance(Generic[R]):
    """A table of rules, and what each word was found to call for."""

    def __init__(self, rows: Sequence[R]) -> None:
        self.rows = tuple(rows)
        stems = [row.stems.split("|") if row.stems else [] for row in self.rows]
        joined = ([one for one in these if one != _longest_word(one)] for these in stems)
        self._joined = [(place, tuple(these)) for place, these in enumerate(joined) if these]
        self._always = sum(1 << place for place, these in enumerate(stems) if not these)
        self._bits: dict[str, int] = {}
        for place, these in enumerate(stems):
            for one in these:
                word = _longest_word(one)
                bit = 1 << (place if one == word else place + len(self.rows))
                self._bits[word] = self._bits.get(word, 0) | bit
        self._any = re.compile("|".join(sorted(self._bits)))
        self._called_by = _Memo(self._look)

    def in_order(self, sentences: Sequence[S]) -> Iterator[tuple[R, list[S]]]:
        """Each row that may speak, in the order of the table, with the sentences in which it may."""
        called = [self.called(one) for one in sentences]
        anywhere = reduce(or_, called, 0)
        for place, row in enumerate(self.rows):
            if anywhere >> place & 1:
                yield row, [one for one, bits in zip(sentences, called, strict=True) if bits >> place & 1]

    def rows_in(self, sentence: Said) -> list[R]:
        """The rows that may speak in one sentence."""
        bits = self.called(sentence)
        return [row for place, row in enumerate(self.rows) if bits >> place & 1]

    def called(self, sentence: Said) -> int:
        """The same as bits; a bit above those of the rows: a part of 'lost to' or ' rat' was seen, so look closer."""
        called = self._always
        for bits in filter(None, map(self._called_by.__getitem__, sentence.words)):
            called |= bits
        closer = called >> len(self.rows)
        if closer:
            spaced = f" {sentence.folded} "
            for place, joined in self._joined:
                if closer >> place & 1 and holds_any(spaced, joined):
                    called |= 1 << place
        return called

    def _look(self, word: str) -> int:
        if self._any.search(word) is None:
            return 0
        called = 0
        for piece, bits in self._bits.items():
            if piece in word:
                called |= bits
        return called


class _Memo(dict[str, int]):
    """What each word called for, so far; a text of nothing but new words cannot fill the memory."""

    def __init__(self, look: Callable[[str], int]) -> None:
        self._look = look

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST_WORDS:
            self.clear()
        bits = self[word] = self._look(word)
        return bits


def _longest_word(piece: str) -> str:
    return max(words_of(piece), key=len, default=NUMBER)
