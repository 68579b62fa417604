"""Which rows of a table of rules may speak in a sentence: told by its words, without trying their patterns.

To ask a text for a hundred pieces of words one by one takes longer than anything else. But texts use the same words
again and again, and what a word holds does not change: each word is looked through once for all rows of a table, and
the rows that it calls are remembered as bits of a number.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Generic, Protocol, TypeVar

from claimbook.appraise.text.lexicon import holds_any

NUMBER = "#"
"""Stands for any number, as a word and as a piece of one."""
_KEPT = b"abcdefghijklmnopqrstuvwxyz%<>=\xb1"
_PLAIN = bytes(one if one in _KEPT else ord(NUMBER if one in b"0123456789" else " ") for one in range(256))
"""What becomes of each sign of Latin-1: kept, the sign of numbers, or a space."""
_PART = re.compile(rf"[a-z]{{2,}}|{NUMBER}+|[%<>=\u00b1]")
_FOREIGN_DIGIT = re.compile(r"[^\D0-9]")
_FIRST = 2
"""Signs by which pieces are found; only signs and numbers are shorter."""
_MOST_WORDS, _MOST_SENTENCES = 1 << 15, 512  # more than the records have that are read in turns
W = TypeVar("W")
T = TypeVar("T")


def words_of(folded: str) -> list[str]:
    """Runs of Latin letters, ``#`` for each number, and signs of comparison, in order; single letters are left out.

    A text is cut at its spaces once every other sign is one, and the few words that are not yet right are known.
    """
    if not folded.isascii():
        folded = _FOREIGN_DIGIT.sub("0", folded)
    signs = folded.encode("latin-1", "replace").translate(_PLAIN)
    return [*chain.from_iterable(map(_PARTS_OF.__getitem__, signs.split()))]


class Seen(dict[W, T]):
    """What was found for each word, so far; a text of nothing but new words cannot fill the memory."""

    def __init__(self, look: Callable[[W], T]) -> None:
        self._look = look

    def __missing__(self, word: W) -> T:
        if len(self) >= _MOST_WORDS:
            self.clear()
        found = self[word] = self._look(word)
        return found


def _parts_of(word: bytes) -> tuple[str, ...]:
    """'<##' is '<' and '#'."""
    return tuple(NUMBER if one.startswith(NUMBER) else one for one in _PART.findall(word.decode("latin-1")))


_PARTS_OF = Seen(_parts_of)


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


class Memory:
    """What each word was found to call for in the tables that share this memory, as bits of one number."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._beginning: dict[str, list[str]] = {}
        self._room = 0
        self._seen = Seen(self._look)
        self.called_by = lru_cache(_MOST_SENTENCES)(self._called_by)
        """The bits that the words of a sentence call; remembered, because one table after the other asks for them."""

    def take_in(self, bits: Mapping[str, int], room: int) -> int:
        """Add a table, given the pieces that call each of its bits; returns how far its bits stand to the left."""
        left = self._room
        self._room += room
        for piece, these in bits.items():
            if piece not in self._bits:
                self._beginning.setdefault(piece[:_FIRST], []).append(piece)
            self._bits[piece] = self._bits.get(piece, 0) | these << left
        self._seen.clear()
        self.called_by.cache_clear()
        return left

    def _called_by(self, words: frozenset[str]) -> int:
        called = 0
        for bits in filter(None, map(self._seen.__getitem__, words)):
            called |= bits
        return called

    def _look(self, word: str) -> int:
        """Which pieces stand in the word is asked only of those that begin as some part of the word does."""
        if len(word) < _FIRST:
            return self._bits.get(word, 0)
        spaced, called = f" {word} ", 0
        for start in range(len(spaced) - 1):
            for piece in self._beginning.get(spaced[start : start + _FIRST], ()):
                if spaced.startswith(piece, start):
                    called |= self._bits[piece]
        return called


SHARED = Memory()
"""Of the tables of this room: each word is looked up once for all of them."""


class Glance(Generic[R]):
    """A table of rules, and what each word calls for in it."""

    def __init__(self, rows: Sequence[R], memory: Memory | None = None) -> None:
        self.rows = tuple(rows)
        stems = [row.stems.split("|") if row.stems else [] for row in self.rows]
        self._joined = [tuple(one for one in these if not _is_a_word(one)) for these in stems]
        self._always = sum(1 << place for place, these in enumerate(stems) if not these)
        bits: dict[str, int] = {}
        for place, these in enumerate(stems):
            for one in these:
                word = _marked_word(one)
                bits[word] = bits.get(word, 0) | 1 << (place if _is_a_word(one) else place + len(self.rows))
        memory, room = memory or Memory(), 2 * len(self.rows)
        self._called_by, self._left, self._mask = memory.called_by, memory.take_in(bits, room), (1 << room) - 1
        self._bits, self._unasked = self._mask << self._left, _places_of(self._always)

    def in_order(self, sentences: Sequence[S]) -> Iterator[tuple[R, list[S]]]:
        """Each row that may speak, in the order of the table, with the sentences in which it may."""
        found: dict[int, list[S]] = {}
        for sentence in sentences:
            for place in self._places(sentence):
                found.setdefault(place, []).append(sentence)
        for place in sorted(found):
            yield self.rows[place], found[place]

    def rows_in(self, sentence: Said) -> list[R]:
        """The rows that may speak in one sentence."""
        return [self.rows[place] for place in self._places(sentence)]

    def _places(self, sentence: Said) -> tuple[int, ...]:
        called = self._called_by(sentence.words) & self._bits
        if not called:
            return self._unasked
        called >>= self._left
        if called >> len(self.rows):
            called = self._looked_closer(called, f" {sentence.folded} ")
        return _places_of(called | self._always)

    def _looked_closer(self, called: int, spaced: str) -> int:
        """A bit above those of the rows says that a part of 'lost to' was seen: is it the whole of it?"""
        for place in _places_of(called >> len(self.rows)):
            if holds_any(spaced, self._joined[place]):
                called |= 1 << place
        return called & self._mask >> len(self.rows)


@lru_cache(maxsize=_MOST_WORDS)
def _places_of(bits: int) -> tuple[int, ...]:
    """Where the bits of a number stand."""
    return tuple(place for place in range(bits.bit_length()) if bits >> place & 1)


class Pieces:
    """Pieces of words, one per '|', none of them joined: a quick look before a pattern that stands in no table."""

    def __init__(self, pieces: str, memory: Memory) -> None:
        self._called_by = memory.called_by
        self._bit = 1 << memory.take_in(dict.fromkeys(pieces.split("|"), 1), room=1)

    def stand_in(self, sentence: Said) -> bool:
        """Whether one of them stands in a sentence."""
        return self._called_by(sentence.words) & self._bit != 0


def _longest_word(piece: str) -> str:
    return max(words_of(piece), key=len, default=NUMBER)


def _is_a_word(piece: str) -> bool:
    """Whether nothing needs a closer look once the longest word of a piece was seen, where it begins and ends."""
    return piece.strip() == _longest_word(piece)


def _marked_word(piece: str) -> str:
    """The longest word, with a space where the piece tells that it begins or ends: ' rat' stands in no 'separate'."""
    word = _longest_word(piece)
    if len(word) < _FIRST:
        return word
    before, _, after = piece.partition(word)
    return f"{before and ' '}{word}{after and ' '}"
