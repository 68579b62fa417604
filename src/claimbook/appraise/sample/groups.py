"""Groups of people told side by side, which together are the study: '52 patients and 56 healthy controls'.

Where their sum is printed it is read as any other number; where it is not, the largest of them is no number of the
study, though all words around it may say so.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, pairwise
from typing import Protocol, TypeVar

from claimbook.appraise.text.lexicon import folded_pattern, holds_any, words
from claimbook.appraise.text.reading import Sentence
from claimbook.model.appraisal import Span


class Size(Protocol):
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


One = TypeVar("One", bound=Size)
_LONGEST, _BEFORE = 140, 40
"""Signs between two groups, and before the first."""
_BRACKETS = re.compile(r"\([^()]*\)|\b(?:19|20)\d\d\b")
_OF_SOME = (
    r"(?:were|was|had|have|died|dropped|withdrew|developed|reported|showed|responded|relapsed|experienced|completed|"
    r"excluded|declined|refused|whom|including|included|of these|aged|between|than|least|either)"
)
"""Words behind which the next number is no further group."""
_TO = r"(?:with|to|against)"
_NEXT = (
    r"(?:\s(?:with|to|in|from|on|of|their|another|further|a|the|additional|other|group|matched|those))*"
    r"(?:\s(?:the )?(?:control|comparison|reference|other|second) group (?:consisted of|comprised|included|contained|"
    r"of))?\s?"
)
_AND = folded_pattern(
    rf"^(?:(?!\b{_OF_SOME}\b)[^.:;\d])*?[\s,](?:and|versus|vs\.?|plus|as well as|together with){_NEXT}$"
)
_COMPARED_TO = folded_pattern(rf"^[^.:;\d]*?\b(?:compared|matched|contrasted) (?:[^.:;,\d]{{1,40}} )?{_TO}{_NEXT}$")
_COMPARED = folded_pattern(r"\b(?:compar(?:ed|ing)|compare|contrasted|matched) (?:data (?:of|from) )?(?:the )?$")
_COMPARED_WORDS = words("compared matched contrasted")
_IN_BRACKET_COMPARED = folded_pattern(r"\) (?:(?:was|were) (?:[\w-]+ )?)?(?:compared|matched|contrasted)\b")
_NEXT_BRACKET = folded_pattern(r"[^()\d]{0,20}\)[^.;()\d]{2,80}\((?:[a-z]{1,8}[,;:]? )?n\s?=\s?$")
_COMPARES = ("compar", "match", "contrast")
_WITH = folded_pattern(rf"^[^.:;\d]*?\s(?:with|to|and|against|versus|vs\.?){_NEXT}$")
_ALL_OF = folded_pattern(r"^\W*(?:of|among|from|in)\b[^.;,]{0,40}$")
"""'Of 900 users, 310 of honey and 240 of syrup': the first is no fellow of the others."""
_EACH = folded_pattern(r"\beach\b|\bup to\s$|\bper\b")
_COMMA = folded_pattern(rf"^(?:(?!\b{_OF_SOME}\b)[^.:;,\d])*,\s$")
_ARE = r"(?:were|comprised|included|consisted of)"
_OF_CASES = (
    folded_pattern(rf"\bcases (?:{_ARE}|\(n\s?=)\s?(?:a total of )?$"),
    folded_pattern(r"\s(?:(?!and\b|with\b|were\b)[\w-]+ ){0,5}?cases\b"),
)
_OF_CONTROLS = (
    folded_pattern(rf"\bcontrols (?:{_ARE}\s|[^.;()\d]{{0,60}}\(n\s?=\s?)(?:a total of )?$"),
    folded_pattern(
        r"\s(?:(?!and\b|with\b|were\b)[\w-]+ ){0,5}?(?:controls|referents|control (?:subjects|patients|women|men))\b"
    ),
)
"""Words before and behind a number by which it counts cases, and controls."""
_PATIENTS = folded_pattern(r"\s(?:[a-z-]+ ){0,4}?(?:patients|women|men|children|subjects|persons|people)\b")
_REACH, _FEWEST_CASES = 90, 10
_CASES = folded_pattern(r"\bcases (?:were|comprised|included)\s$")
_CONTROLS = folded_pattern(r"[;,.]?(?: and)?(?: the)? controls (?:were|comprised|included)\s$")
_EVENTS = folded_pattern(r"\s(?:[a-z-]+ ){0,3}?(?:cases|deaths|events)\b")
_BEHIND = 60
"""Signs behind a number in which it stands what it counts."""
PARTS = frozenset(
    {"part-of", "out-of", "of-these", "percent", "screened", "sex-in-brackets", "each", "event", "event-in"}
)
"""Signs of a number that is no group of its own."""
_NO_CASES = PARTS - {"each"}


def together(counts: Sequence[One]) -> Iterator[Sequence[One]]:
    """Neighbours that the words between them join, two or more; given in the order of the text."""
    chain: list[One] = []
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


def in_brackets(counts: Sequence[One]) -> Iterator[Sequence[One]]:
    """Sizes behind 'n =' in neighbouring brackets: 'children with hiccups (n = 40) and healthy children (n = 38)'."""
    chain: list[One] = []
    for one, other in pairwise(counts):
        if one.sentence is other.sentence and _NEXT_BRACKET.match(one.sentence.folded[one.place[1] : other.place[0]]):
            chain = [*(chain or [one]), other]
            continue
        if chain:
            yield chain
        chain = []
    if chain:
        yield chain


def cases_and_controls(counts: Sequence[One]) -> Sequence[One]:
    """The first number of cases and the first of their controls, wherever they stand; empty without both."""
    told = [one for one in counts if _NO_CASES.isdisjoint(one.signs) and one.value >= _FEWEST_CASES]
    cases, controls = (next((one for one in told if _is_of(one, *sides)), None) for sides in (_OF_CASES, _OF_CONTROLS))
    if controls is not None and (cases is None or cases.sentence is not controls.sentence):
        others = [one for one in told if one is not controls and _PATIENTS.match(_behind(one))]
        beside = (one for one in others if one.sentence is controls.sentence)
        cases = next(beside, None) or cases or next(iter(others), None)
    if cases is None or controls is None:
        return ()
    return sorted((cases, controls), key=lambda one: (one.sentence.where, one.sentence.start))


def is_compared(one: Size) -> bool:
    """'(n = 120) were matched with 240 others'."""
    return not _COMPARED_WORDS.isdisjoint(one.sentence.words) and _IN_BRACKET_COMPARED.match(_behind(one)) is not None


def _behind(one: Size) -> str:
    return one.sentence.folded[one.place[1] : one.place[1] + _BEHIND]


def _is_of(one: Size, before: re.Pattern[str], after: re.Pattern[str]) -> bool:
    said, start = one.sentence.folded, one.place[0]
    return bool(after.match(_behind(one)) or before.search(said[max(0, start - _REACH) : start]))


def _splits(chain: Sequence[Size]) -> bool:
    """Whether one number is the sum of those behind it ('of 60 adults, 40 men and 20 women'), or some are cases."""
    values = [one.value for one in chain]
    sums = (islice(accumulate(values[place + 1 :]), 1, None) for place in range(len(values)))
    return any(value in behind for value, behind in zip(values, sums, strict=True)) or _cases_among(chain)


def _cases_among(chain: Sequence[Size]) -> bool:
    """'1,892,340 participants and 17,906 cases' are not two groups, as cases and controls are."""
    behind = [*map(_behind, chain)]
    among = not _EVENTS.match(behind[0]) and any(map(_EVENTS.match, behind[1:]))
    return among and not any("control" in said for said in behind)


def _bond(one: Size, other: Size) -> str:
    """'and' where the words between two numbers join them, ',' where they may be followed by a third, else nothing."""
    text, (start, end) = one.sentence.folded, (one.place[1], other.place[0])
    apart = one.sentence is not other.sentence or not PARTS.isdisjoint((*one.signs, *other.signs))
    if apart or not 0 < end - start < _LONGEST or text[one.place[0] - 1 : one.place[0]] in {"(", "/"}:
        return ""
    whole = one.value > other.value and text[end - 2 : end] == ", " and _ALL_OF.search(text[: one.place[0]])
    if whole or _EACH.search(text, start, end):
        return ""
    between, before = _BRACKETS.sub("", text[start:end]), text[max(0, one.place[0] - _BEFORE) : one.place[0]]
    if _AND.search(between) or (holds_any(text, _COMPARES) and _are_compared(before, between)):
        return "and"
    if _COMMA.search(between):
        return ","
    return "and" if _CONTROLS.search(between) and _CASES.search(before) else ""


def _are_compared(before: str, between: str) -> bool:
    """'compared 94 users with 121 others', '94 users were compared with 121 others'."""
    if _COMPARED.search(before) and _WITH.search(between):
        return True
    return _COMPARED_TO.search(between) is not None
