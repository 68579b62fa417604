"""Where a sentence speaks of an intervention, a comparator and an outcome.

A `Triple` asks; a `Finder` knows the words by which one text calls its three parts (stems, abbreviations that the text
defines, group letters) and marks them in the tokens of a sentence.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType

from claimbook.appraise.direction.words import (
    COMPARATOR_WORDS,
    COUNTED_AS_OPPOSITE,
    DOES_WITHOUT,
    EMPTY_WORDS,
    GROUP_WORDS,
    INTERVENTION_WORDS,
    NEGATIONS,
)
from claimbook.appraise.text.abbreviations import abbreviations_in
from claimbook.appraise.text.lexicon import fold, words

TOKEN = re.compile(r"non-(?:signific|inferior)\w*|[^\W\d_]+(?:['\u2019]t\b)?|\d+(?:[.,\u00b7]\d+)*|[^\s\w]")
_ENDINGS = (
    *("ations", "ation", "ments", "ment", "ings", "ing", "ities", "ity", "ively", "ives", "ive", "ions", "ion"),
    *("edly", "ies", "ied", "ally", "als", "al", "ics", "ic", "ed", "es", "ly", "ous", "s", "e", "y"),
)
_LEAST_STEM = 4
_ALIKE = MappingProxyType(
    {
        **dict.fromkeys(("satisfied", "satisfying"), "satisfaction"),
        **dict.fromkeys(("recurred", "recurring", "recur", "recurrent"), "recurrence"),
        **dict.fromkeys(("adhered", "adhering", "adherent"), "adherence"),
        **dict.fromkeys(("slept", "sleeping"), "sleep"),
        **dict.fromkeys(("bled", "bleeds"), "bleeding"),
        **dict.fromkeys(("dead", "deceased"), "death"),
        "pregnant": "pregnancy",
        "abstinent": "abstinence",
        "absent": "absence",
        "obese": "obesity",
        "anxious": "anxiety",
        "grew": "growth",
        "quitting": "quit",
        "weighed": "weight",
        "healthier": "health",
    }
)
"""Verbs and adjectives by which outcomes are told that have another stem: 'more women were satisfied'."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its commonest ending; never shorter than four letters."""
    word = _ALIKE.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word[: -len(ending)]
    return word[:-1] if word.endswith("s") and len(word) >= _LEAST_STEM else word


@dataclass(frozen=True, slots=True)
class Triple:
    """A question to a text: the outcome under the intervention, against the comparator."""

    intervention: str
    comparator: str
    outcome: str

    @property
    def swapped(self) -> "Triple":
        """The same question seen from the other arm."""
        return Triple(self.comparator, self.intervention, self.outcome)

    @property
    def tested(self) -> str:
        """The arm that a printed ratio is of: ``I`` or ``C`` where only the other one does without, else nothing."""
        first, second = (DOES_WITHOUT.search(fold(one)) for one in (self.intervention, self.comparator))
        if bool(first) == bool(second) or COUNTED_AS_OPPOSITE.search(fold(self.outcome)):
            return ""
        return "C" if first else "I"


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign of a sentence in lower case."""

    word: str
    start: int
    end: int
    stem: str
    part: str = ""
    """``I``, ``C``, ``O``, or nothing."""


ARMS = frozenset({"I", "C"})
"""The parts of a triple that are arms: intervention and comparator."""
OTHER_ARM = MappingProxyType({"I": "C", "C": "I"})


@lru_cache(maxsize=128)
def tokens_of(sentence: str) -> tuple[Token, ...]:
    """The tokens of a sentence; the same for every question to one text, so the last ones are remembered."""
    return tuple(Token(found[0], *found.span(), stem(found[0])) for found in TOKEN.finditer(fold(sentence)))


def stems_of(words: str) -> frozenset[str]:
    """Stems of the words and numbers of a phrase."""
    return frozenset(stem(one) for one in TOKEN.findall(fold(words)) if one[0].isalnum())


EMPTY, INTERVENTIONS = stems_of(EMPTY_WORDS), stems_of(INTERVENTION_WORDS)
COMPARATORS = stems_of(COMPARATOR_WORDS)
_USUAL = words("usual standard routine conventional regular customary normal traditional current")
_ADDS = words("plus added adding adds addition adjunct adjunctive top combined combination together alongside along")
_KIND = r"(?: (?:the|their|an?|usual|standard|routine|conventional|regular))*"
_ADDED = re.compile(
    r"(?:\w+ )?(?:, )?(?:was |were |given |when |used |in |as |an |or )*(?:plus|alongside|on top of"
    rf"|(?:added|addition|adjunct|adjunctive) to|(?:combined|combination|together|along) with){_KIND}"
)
_ADDED_TO = re.compile(rf"to{_KIND}")
"""What joins an arm to what both arms got."""
_GROUPS = stems_of("group groups arm")
_GROUP_LETTERS = re.compile(r"\b[A-Z][A-Za-z]{0,3}G\b")
_GROUP_WITH_LETTERS = re.compile(r"(?<![\w-])(?P<long>(?:[\w-]+ ){1,4}groups?), (?P<short>[A-Z][A-Za-z]{0,3}G)\b")
"""'(humming group, HG; n = 20)', beside 'humming group (HG)', which `abbreviations_in` knows."""
_CONTROLS = re.compile(r"\bcontrol|\bcomparison group")
_SHARED = stems_of("intake consumption exposure eating drinking taking ingestion") | stems_of(" ".join(GROUP_WORDS))
"""What an arm is made of tells none from the other, where something else does: the untreated leg, a low intake."""
_TOGETHER = re.compile(r"\+|\bplus\b|\bboth\b|\band\b|\bwith\b|\bcombin")
_OF_INTERVALS = stems_of("interval limit limits intervals")
_NON_USERS = re.compile(r"(?:the )?non[- ](\w+)")
_DENIES = NEGATIONS | {"never"}
_NOT_DONE = frozenset({"no", "not", "never"})
_NO_GROUPS = frozenset({"ecg", "eeg", "emg", "hcg", "bcg"})
"""Letters that end like those of a group and are none."""
_LABEL = re.compile(r"\b(?:group|arm)s?[\s-](?P<label>[a-z]|i{1,3}|iv|\d)\b(?![.]\d)")
_REACH, _GROUP_REACH = 90, 3
"""Signs beside a label in which its arm is named, and words behind 'treated' among which a group is."""


class Finder:
    """The names that one text gives to the parts of a triple."""

    def __init__(self, text: str, triple: Triple) -> None:
        self.triple = triple
        everywhere = f"{text}\n{triple.intervention}\n{triple.comparator}\n{triple.outcome}"
        defined = abbreviations_in(everywhere)
        self._abbreviations = [(stems_of(short), stems_of(long) - EMPTY) for short, long in defined.items()]
        first, second = (self._names(one) for one in (triple.intervention, triple.comparator))
        called = self._names(triple.outcome) | self._abbreviated(stems_of(triple.outcome)) - first - second
        self.outcome = called - EMPTY or called
        self.asked = (first | second) - EMPTY - INTERVENTIONS - COMPARATORS
        self.intervention = self._distinct(first, second)
        self.comparator = self._distinct(second, first)
        if second & _DENIES and second - _DENIES - EMPTY <= first:  # 'X' and 'no X'
            self.intervention = first - EMPTY - _SHARED or first - EMPTY or self.intervention
        elif first & _DENIES and first - _DENIES - EMPTY <= second:
            self.comparator = second - EMPTY - _SHARED or second - EMPTY or self.comparator
        if non := _NON_USERS.fullmatch(fold(triple.comparator)):  # 'users and non-users' of what is asked for
            self.intervention |= stems_of(non[1])
            self.comparator -= stems_of(non[1])
        self._without = _NOT_DONE if (first | second) & _DENIES else frozenset[str]()
        asked = fold(f"{triple.intervention} {triple.comparator}")
        self._combines = "+" in text and _TOGETHER.search(asked) is None
        self._labels = group_labels(text, triple, (self.intervention, self.comparator))
        if first & COMPARATORS and not second & COMPARATORS:
            self.intervention |= COMPARATORS - second
            self.comparator |= INTERVENTIONS - first
        else:
            self.comparator |= COMPARATORS - first
            self.intervention |= INTERVENTIONS - second
        self._add_letters(text, defined)

    def _add_letters(self, text: str, defined: Mapping[str, str]) -> None:
        """The letters by which the text calls the groups: 'IG' and 'CG'."""
        told = {one["short"]: one["long"] for one in _GROUP_WITH_LETTERS.finditer(text)}
        for short, long in (told | dict(defined)).items():
            meant = stems_of(long) - _GROUPS
            self._name(stems_of(short), self._arm_of(meant) if meant else "")
        printed = {fold(one) for one in _GROUP_LETTERS.findall(text)} - _NO_GROUPS
        known = {one: arm for one in printed if (arm := self._arm_of(stems_of(one)))}
        if "cg" in printed and not known and _CONTROLS.search(fold(text)):
            known["cg"] = "C"
            self._name(stems_of("cg"), "C")
        free = printed - known.keys()
        if len(free) == len(known) == 1:
            self._name(stems_of(free.pop()), "C" if "I" in known.values() else "I")

    def _arm_of(self, stems: frozenset[str]) -> str:
        """The arm that is called by all these stems, where it is only one."""
        mine, other = stems <= self.intervention, stems <= self.comparator
        return "" if mine == other else "I" if mine else "C"

    def _name(self, letters: frozenset[str], arm: str) -> None:
        """Call an arm by letters that name nothing else yet."""
        if arm and not letters & (self.intervention | self.comparator | self.outcome):
            if arm == "I":
                self.intervention |= letters
            else:
                self.comparator |= letters

    def _names(self, phrase: str) -> frozenset[str]:
        """The stems of a phrase, with those of its abbreviations or of what they stand for."""
        stems = own = stems_of(phrase)
        for short, long in self._abbreviations:
            if short <= own or (long and long <= own):
                stems |= short | long
        return stems

    def _abbreviated(self, outcome: frozenset[str]) -> frozenset[str]:
        """Short forms of what holds all of an outcome: 'delirium' in 'postoperative delirium (POD)'."""
        told = outcome - EMPTY
        return frozenset[str]().union(*(short for short, long in self._abbreviations if told and told < long))

    @staticmethod
    def _distinct(mine: frozenset[str], other: frozenset[str]) -> frozenset[str]:
        """What tells one arm from the other."""
        named = mine - other - EMPTY
        named = named - _SHARED or named
        return named or (frozenset() if mine & NEGATIONS else mine - other - INTERVENTIONS)

    def is_third(self, letters: str) -> bool:
        """Whether letters stand for what neither arm is, where the comparator is more than doing without."""
        short, asked = stems_of(letters), stems_of(f"{self.triple.intervention} {self.triple.comparator}") | self.asked
        if short & asked or DOES_WITHOUT.search(fold(self.triple.comparator)):
            return False
        return any(short == one and long and not long & asked for one, long in self._abbreviations)

    def outcome_stems(self, tokens: Sequence[Token]) -> frozenset[str]:
        """Stems of the outcome that a sentence has, in full or behind an abbreviation."""
        have = frozenset(one.stem for one in tokens) & self.outcome
        for short, long in self._abbreviations:
            if (short <= have or (long and long <= have)) and (short | long) & self.outcome:
                have |= (short | long) & self.outcome
        return have

    def mark(self, tokens: Sequence[Token]) -> list[Token]:
        """The same tokens with the part of the triple that each one names."""
        parts = [self._part(tokens, place) for place in range(len(tokens))]
        named = [replace(one, part=part) if part else one for one, part in zip(tokens, parts, strict=True)]
        return without_added(named) if any(one.word in _ADDS for one in named) else named

    def _part(self, tokens: Sequence[Token], place: int) -> str:
        one = tokens[place]
        if one.word in self._labels and place and tokens[place - 1].word in {"group", "groups", "arm", "arms", "and"}:
            return self._labels[one.word]
        if not one.word[0].isalnum() or (self._combines and _is_combined(tokens, place)):
            return ""
        if one.stem in INTERVENTIONS and (part := self._part_of_all(tokens, place)) is not None:
            return part
        in_outcome, first, second = (one.stem in stems for stems in (self.outcome, self.intervention, self.comparator))
        in_outcome = in_outcome and not _is_of_an_interval(tokens, place)
        if in_outcome and (first or second):
            near = (*tokens[max(0, place - 2) : place], *tokens[place + 1 : place + 3])
            if any(other.stem in self.outcome - self.intervention - self.comparator for other in near):
                return "O"
        if first != second:
            named = self.intervention if first else self.comparator
            return "I" if first != _is_negated(tokens, place, named, self._without) else "C"
        return "O" if in_outcome else ""

    def _part_of_all(self, tokens: Sequence[Token], place: int) -> str | None:
        """The part that 'treatment' names where it is the usual one, or no group is near; else None."""
        one = tokens[place]
        if _is_usual(tokens, place) and one.stem not in self.comparator:
            return "C" if DOES_WITHOUT.search(fold(self.triple.comparator) or "no") else ""
        if any(other.word in GROUP_WORDS for other in tokens[max(0, place - 1) : place + _GROUP_REACH]):
            return None
        return "O" if one.stem in self.outcome else ""


def _is_usual(tokens: Sequence[Token], place: int) -> bool:
    """Whether 'treatment' is the usual one, which nobody tests."""
    return place > 0 and tokens[place - 1].word in _USUAL and not tokens[place - 1].part


def without_added(tokens: list[Token]) -> list[Token]:
    """The same without the comparator where it is only part of the other arm: 'humming plus usual care'."""
    arms = [place for place, one in enumerate(tokens) if one.part in ARMS]
    added = {
        first if tokens[first].part == "C" else second
        for first, second in pairwise(arms)
        if tokens[first].part != tokens[second].part and _is_added(tokens, first, second)
    }
    for place in (*arms, *reversed(arms)):  # the other words of its name
        if tokens[place].part == "C" and not added.isdisjoint({place - 1, place + 1}):
            added.add(place)
    return [replace(one, part="") if place in added else one for place, one in enumerate(tokens)]


def _is_added(tokens: Sequence[Token], first: int, second: int) -> bool:
    """Whether the words between two arms, or 'adding' and 'to' around the first, make one arm of them."""
    between = " ".join(one.word for one in tokens[first + 1 : second])
    before = tokens[max(0, first - 2) : first]
    begun = tokens[first].part == "I" and any(one.word in _ADDS for one in before)
    return (_ADDED_TO if begun else _ADDED).fullmatch(between) is not None


def _is_of_an_interval(tokens: Sequence[Token], place: int) -> bool:
    """Whether 'confidence' is that of an interval."""
    return tokens[place].word == "confidence" and any(
        one.stem in _OF_INTERVALS for one in tokens[place + 1 : place + 2]
    )


def _is_combined(tokens: Sequence[Token], place: int) -> bool:
    """Whether an arm is only part of 'humming+silence'."""
    return any(one.word == "+" for one in (*tokens[max(0, place - 1) : place], *tokens[place + 1 : place + 2]))


@lru_cache(maxsize=16)
def finder_of(text: str, triple: Triple) -> Finder:
    """The names of a text for a triple; asked again for its direction, its results and their sides."""
    return Finder(text, triple)


def _is_negated(tokens: Sequence[Token], place: int, named: frozenset[str], without: frozenset[str]) -> bool:
    """'Without X', 'non-X', 'without a long X', where asked for so 'no X', 'did not X': the arm that did without."""
    while place and tokens[place - 1].stem in named:
        place -= 1
    before = [one.word for one in tokens[max(0, place - 2) : place]]
    last = before[-1] if before else ""
    return last in {"without", "non"} or before in (["non", "-"], ["without", "a"]) or last in without


def group_labels(text: str, triple: Triple, arms: tuple[frozenset[str], frozenset[str]]) -> dict[str, str]:
    """'Group A' and the like: which label belongs to which arm, by the words around its mentions."""
    own: dict[str, str] = {}
    for part, phrase in (("I", triple.intervention), ("C", triple.comparator)):
        own |= dict.fromkeys((found["label"] for found in _LABEL.finditer(fold(phrase))), part)
    folded = fold(text)
    marks = list(_LABEL.finditer(folded))
    votes: dict[str, list[int]] = {}
    for place, mark in enumerate(marks):
        stop = marks[place + 1].start() if place + 1 < len(marks) else len(folded)
        begin = marks[place - 1].end() if place else 0
        before = folded[max(begin, mark.start() - _REACH) : mark.start()]
        near = stems_of(before if before.endswith("(") else folded[mark.end() : min(mark.end() + _REACH, stop)])
        tally = votes.setdefault(mark["label"], [0, 0])
        for arm, stems in enumerate(arms):
            tally[arm] += len(near & stems)
    return {label: "I" if a > b else "C" for label, (a, b) in votes.items() if a != b} | own
