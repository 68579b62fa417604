"""Groups of people told side by side, which together are the study: '52 patients and 56 healthy controls'.

Where their sum is printed it is read as any other number; where it is not, the largest of them is no number of the
study, though all words around it may say so.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Protocol

from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.reading import Sentence
from claimbook.model.appraisal import Span


class Counted(Protocol):
    """A number of people with its place in a sentence."""

    @property
    def value(self) -> int:
        """How many."""

    @property
    def sentence(self) -> Sentence:
        """Where it stands."""

    @property
    def place(self) -> tuple[int, int]:
        """Its first sign in the sentence, and the one behind its last."""

    @property
    def span(self) -> Span:
        """Its place in the record."""

    @property
    def signs(self) -> tuple[str, ...]:
        """What speaks for and against it."""


_LONGEST, _BEFORE = 140, 40
"""Signs between two groups, and before the first."""
_BRACKETS = re.compile(r"\([^()]*\)|\b(?:19|20)\d\d\b")
_OF_SOME = (
    r"(?:were|was|had|have|died|dropped|withdrew|developed|reported|showed|responded|relapsed|experienced|completed|"
    r"excluded|declined|refused|whom|including|included|of these|aged|between|than|least|either)"
)
"""Words behind which the next number is no further group."""
_TO = r"(?:with|to|against)"
_NEXT = r"(?:\s(?:with|to|in|from|on|of|their|another|further|a|the|additional|other|group|matched))*\s?"
_AND = folded_pattern(
    rf"^(?:(?!\b{_OF_SOME}\b)[^.:;\d])*?[\s,](?:and|versus|vs\.?|plus|as well as|together with|"
    rf"(?:were |was )?(?:then )?(?:compared|matched|contrasted) {_TO}){_NEXT}$"
)
_COMMA = folded_pattern(rf"^(?:(?!\b{_OF_SOME}\b)[^.:;,\d])*,\s$")
_CASES = folded_pattern(r"\bcases (?:were|comprised|included)\s$")
_CONTROLS = folded_pattern(r"[;,.]?(?: and)?(?: the)? controls (?:were|comprised|included)\s$")
PARTS = frozenset({"part-of", "out-of", "of-these", "percent", "screened", "sex-in-brackets", "each", "event"})
"""Signs of a number that is no group of its own."""


def together(counts: Sequence[Counted]) -> Iterator[Sequence[Counted]]:
    """Neighbours that the words between them join, two or more; given in the order of the text."""
    chain: list[Counted] = []
    last = ""
    for one, other in pairwise(counts):
        chain = chain or [one]
        bound = _bond(one, other)
        if bound:
            chain.append(other)
            last = bound
        if (not bound or other is counts[-1]) and last == "and" and not _splits(chain):
            yield chain
        if not bound:
            chain, last = [], ""


def _splits(chain: Sequence[Counted]) -> bool:
    """Whether one number is the sum of those behind it: 'of 60 adults, 40 men and 20 women'."""
    values = [one.value for one in chain]
    return any(value in accumulate(values[place + 1 :]) for place, value in enumerate(values))


def _bond(one: Counted, other: Counted) -> str:
    """'and' where the words between two numbers join them, ',' where they may be followed by a third, else nothing."""
    if one.sentence is not other.sentence or not PARTS.isdisjoint((*one.signs, *other.signs)):
        return ""
    text, (start, end) = one.sentence.folded, (one.place[1], other.place[0])
    if not 0 < end - start < _LONGEST or text[one.place[0] - 1 : one.place[0]] in {"(", "/"}:
        return ""
    between = _BRACKETS.sub("", text[start:end])
    if _AND.search(between):
        return "and"
    if _COMMA.search(between):
        return ","
    return (
        "and"
        if _CONTROLS.search(between) and _CASES.search(text[max(0, one.place[0] - _BEFORE) : one.place[0]])
        else ""
    )
