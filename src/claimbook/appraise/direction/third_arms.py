"""Which sentences compare another pair of arms than the asked one, as the text names its arms. Pure.

Of a trial of humming, singing and usual care 'fewer with singing than with humming' tells nothing of humming against
usual care; neither does a trial of humming plus yoga against humming alone, in which all hummed. Our choice.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimbook.appraise.contrast.compared import comparisons_of
from claimbook.appraise.direction.comparison import (
    ARMS,
    COMPARATORS,
    EMPTY,
    INTERVENTIONS,
    Finder,
    Token,
    stems_of,
    tokens_of,
)
from claimbook.appraise.direction.features import Reading
from claimbook.appraise.direction.words import NEGATIONS
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold, folded_pattern
from claimbook.appraise.text.reading import Text

_COMPARES = frozenset({"THAN", "BETWEEN"})
_REACH = 45
"""Signs behind a 'than' within which the other arm is named."""
_LEAST_ARMS, _PAIR = 3, 2
_ALL_GOT = folded_pattern(
    r"\b(?:all|both|each|every) (?:of the |the )?(?:\w+ ){0,2}?"
    r"(?:groups?|arms?|patients?|participants?|subjects|adults|women|men|children|people|students)\b"
)
"""'Both groups hummed'."""
_ALLOCATES = re.compile(r"\b(?:randomi|assign|allocat)|\bor\b|\beither\b")
_DOES_WITHOUT = folded_pattern(
    r"\b(?:placebo|sham|no|nothing|without|untreated|controls?|usual|standard|routine|wait(?:ing)?|care)\b"
)
"""A comparator that is no treatment of its own."""
_BY_LABEL = re.compile(r"\b(?:groups?|arms?) (?:[a-z]|i{1,3}|iv|\d)\b")
"""Arms that are asked for by a letter or number may be called anything."""
_NO_NAMES = (
    EMPTY
    | INTERVENTIONS
    | COMPARATORS
    | stems_of("standard usual routine conventional care no alone only plus both all dose doses high low group arm")
    | stems_of(
        "mg g kg ml l mcg ug iu u daily day days once twice weekly week weeks month months hour hours min bid qd tid"
    )
)
"""Words of names that make no third arm; a dose is one of the asked intervention."""


class Arms(NamedTuple):
    """The arms that a text names, beside those that were asked for."""

    third: frozenset[str]
    """Stems that only name another arm."""
    asked_pair: bool
    """Whether the asked arms may be compared at all: not where all got the intervention."""


def compares_others(text: Text, readings: Sequence[Reading], finder: Finder) -> list[bool]:
    """Of each sentence whether it compares arms that are not the asked two."""
    unsure = [_may_be_of_others(one) for one in readings]
    if not any(unsure):
        return unsure
    arms = _arms_of(text, finder)
    return [may and _is_of_others(one, arms) for may, one in zip(unsure, readings, strict=True)]


def _may_be_of_others(reading: Reading) -> bool:
    """Whether a sentence compares, speaks of the outcome, and leaves one of the asked arms out."""
    names = {one.name for one in reading.signs}
    if reading.question.of_itself:
        return False
    return "O" in names and not _COMPARES.isdisjoint(names) and not names >= ARMS


def _is_of_others(reading: Reading, arms: Arms) -> bool:
    if not arms.asked_pair or _is_on_both_sides(reading):
        return True
    return any(one.stem in arms.third and not one.part for one in reading.tokens)


def _is_on_both_sides(reading: Reading) -> bool:
    """'Fewer with humming plus yoga than with humming alone'; what was denied ('no humming') is the other arm."""
    names = {one.name for one in reading.signs}
    if "I" not in names or not {"NOT", "C"}.isdisjoint(names):
        return False
    arms = [one for one in reading.tokens if one.part == "I" and one.stem not in INTERVENTIONS | COMPARATORS]
    for than in (one for one in reading.signs if one.name == "THAN"):
        before = {one.stem for one in arms if one.start < than.start}
        behind = {one.stem for one in arms if 0 < one.start - than.end < _REACH and not _is_denied(reading, one)}
        if before & behind:
            return True
    return False


def _is_denied(reading: Reading, arm: Token) -> bool:
    """Whether 'no' or 'without' stands before the name of an arm."""
    before = [one.word for one in reading.tokens if one.end <= arm.start]
    return not NEGATIONS.isdisjoint(before[-2:])


def _arms_of(text: Text, finder: Finder) -> Arms:
    """The arms that a text compares; a third one only where both asked arms are among those of one list."""
    known = finder.asked | finder.intervention | finder.comparator | finder.outcome | _NO_NAMES
    third = frozenset[str]()
    lists = [] if _BY_LABEL.search(fold(f"{finder.triple.intervention} {finder.triple.comparator}")) else _lists(text)
    called = [[(name, _parts_of(name, finder)) for name in names] for names in lists]
    for arms in called:
        if len(arms) >= _LEAST_ARMS and {part for _, parts in arms for part in parts} >= ARMS:
            named = frozenset[str]().union(*(stems_of(name) for name, parts in arms if not parts)) - known
            third |= {one for one in named if one.isalpha()}
    if not _does_without(finder):
        return Arms(third, asked_pair=True)
    whole = stems_of(finder.triple.intervention) - _NO_NAMES
    all_got = any(_all_hum(arms, whole) for arms in called) and not _is_named(text, finder, "C")
    shared = not any(parts for arms in called for _, parts in arms)
    return Arms(third, not (all_got or (shared and _all_got(text, finder))))


def _does_without(finder: Finder) -> bool:
    """Whether the asked comparator is no treatment of its own, and shares no word with the intervention."""
    first, second = stems_of(finder.triple.intervention), stems_of(finder.triple.comparator)
    return not (first & second) - EMPTY and _DOES_WITHOUT.search(fold(finder.triple.comparator)) is not None


def _all_hum(arms: Sequence[tuple[str, set[str]]], whole: frozenset[str]) -> bool:
    """Whether each arm got the intervention, by its whole name: a 'wound dressing' is no wound therapy."""
    return len(arms) >= _PAIR and all(parts == {"I"} and whole <= stems_of(name) for name, parts in arms)


def _is_named(text: Text, finder: Finder, part: str) -> bool:
    """Whether any sentence names this arm."""
    return any(one.part == part for sentence in text.sentences for one in finder.mark(tokens_of(sentence.text)))


def _lists(text: Text) -> list[list[str]]:
    """The names of arms that each form of the text tells."""
    told: dict[str, dict[str, None]] = {}
    for one in (pair for pair in comparisons_of(text) if pair.comparator):
        for name in (one.intervention, one.comparator):
            if name.value:
                told.setdefault(name.rule, {})[name.value] = None
    return [[*names] for names in told.values()]


def _parts_of(name: str, finder: Finder) -> set[str]:
    return {one.part for one in finder.mark(tokens_of(name)) if one.part in ARMS}


def _all_got(text: Text, finder: Finder) -> bool:
    """Whether the plans tell that all got the intervention, and not who of them."""
    for one in text.in_roles(Role.AIM, Role.METHODS):
        found = _ALL_GOT.search(one.folded)
        if found is None:
            continue
        arms = [token for token in finder.mark(tokens_of(one.text)) if token.part in ARMS]
        first = next((token.start for token in arms if token.part == "I" and token.start > found.end()), 0)
        if first and all(token.part == "I" for token in arms) and not _ALLOCATES.search(one.folded, found.end(), first):
            return True
    return False
