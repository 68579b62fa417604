"""Which sentences compare another pair of arms than the asked one, as the text names its arms. Pure.

Of a trial of humming, singing and usual care 'fewer with singing than with humming' tells nothing of humming against
usual care; neither does a trial of humming plus yoga against humming alone, in which all hummed. Our choice.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
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
from claimbook.appraise.direction.cues import Sign
from claimbook.appraise.direction.features import Reading
from claimbook.appraise.direction.words import NEGATIONS
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold, folded_pattern, holds_any
from claimbook.appraise.text.reading import Text

_COMPARES = frozenset({"THAN", "BETWEEN", "SAME"})
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
_ACTIVE = folded_pattern(
    r"\b(?:two|both|three) (?:active|experimental|intervention(?:al)?)(?: treatment)?"
    r" (?:treatments?|groups?|arms?|interventions?|conditions?)\b"
)
"""Arms beside the one that does without; held against each other they tell nothing of it."""
_THE_OTHER = folded_pattern(r"\b(?:the other|the third|the remaining) (?:group|arm)\b")
_COMPARING = (" differ", "inferior to", "superior to")
_PARTING = re.compile(r";|,? ?\b(?:whereas|while|but|although)\b|, and\b")
_AGENT = "er"
"""'Singers' sang."""


class Arms(NamedTuple):
    """The arms that a text names, beside those that were asked for."""

    third: frozenset[str]
    """Stems that only name another arm."""
    asked_pair: bool
    """Whether the asked arms may be compared at all: not where all got the intervention."""
    without: frozenset[str] = frozenset()
    """Stems of the arm that does without, where no comparator was asked for."""
    any_other: bool = False
    """Whether none was asked for and none does without, so that every other arm is a comparator."""
    whole: frozenset[str] = frozenset()
    """Stems that are the intervention only together: forward walking is no backward walking."""


def compares_others(text: Text, readings: Sequence[Reading], finder: Finder) -> list[bool]:
    """Of each sentence whether it compares arms that are not the asked two."""
    unsure = [_may_be_of_others(one) for one in readings]
    if not any(unsure):
        return unsure
    arms = _arms_of(text, finder)
    return [may and _is_of_others(one, arms) for may, one in zip(unsure, readings, strict=True)]


def _may_be_of_others(reading: Reading) -> bool:
    """Whether a sentence speaks of the outcome and compares, and may leave one of the asked arms out."""
    names = {one.name for one in reading.signs}
    compares = not _COMPARES.isdisjoint(names) or holds_any(reading.folded, _COMPARING)
    if reading.question.of_itself or "O" not in names or not compares:
        return False
    return not names >= ARMS or _only_than(reading) is not None


def _only_than(reading: Reading) -> Sign | None:
    """The one word that parts what is compared, where there is only one."""
    thans = [one for one in reading.signs if one.name == "THAN"]
    return thans[0] if len(thans) == 1 else None


def _is_of_others(reading: Reading, arms: Arms) -> bool:
    names = {one.name for one in reading.signs}
    if (
        not names >= ARMS
        and {"THAN", "BETWEEN"} & names
        and (not arms.asked_pair or _is_on_both_sides(reading, arms.whole))
    ):
        return True
    if not arms.third:
        return False
    said = [*_arms_said(reading, arms)]
    seen = {arm for _, arm in said}
    if "T" not in seen:
        active = _ACTIVE.search(reading.folded)
        return active is not None and all(active.start() <= start < active.end() for start, _ in said)
    if arms.any_other:
        return "I" not in seen
    if not seen >= ARMS:
        return "I" not in seen or _THE_OTHER.search(reading.folded) is None
    return _is_third_against_asked(reading, said)


def _arms_said(reading: Reading, arms: Arms) -> Iterator[tuple[int, str]]:
    """Where a sentence names arms: the asked ones ``I`` and ``C``, a third one ``T``."""
    for one in reading.tokens:
        if one.part in ARMS:
            yield one.start, one.part
        elif one.stem in arms.without and not one.part:
            yield one.start, "C"
        elif not one.part and {one.stem, one.stem.removesuffix(_AGENT)} & arms.third:
            yield one.start, "T"


def _is_third_against_asked(reading: Reading, said: Sequence[tuple[int, str]]) -> bool:
    """Whether a third arm alone stands on one side: 'fewer with singing than with humming or usual care'."""
    than = _only_than(reading)
    if than is None:
        return False
    bracket = reading.folded.rfind("(", 0, than.start)
    in_bracket = reading.folded.rfind(")", 0, than.start) < bracket
    cut = than.start if said[0][0] < than.start else _end_of_against(reading, than, said)
    start, end = (bracket, reading.folded.find(")", than.end)) if in_bracket else _clause_of(reading.folded, cut)
    inside = [(place, arm) for place, arm in said if start <= place < end]
    sides = {arm for place, arm in inside if place < cut}, {arm for place, arm in inside if place >= cut}
    alone = {"T"} in sides and all(sides)
    return alone and "T" not in sides[0] & sides[1] and (in_bracket or sides[0] | sides[1] == {"I", "C", "T"})


def _end_of_against(reading: Reading, than: Sign, said: Sequence[tuple[int, str]]) -> int:
    """Where what leads a sentence ends: 'compared with humming or usual care, singing ...'."""
    comma = reading.folded.find(",", max(than.end, said[0][0]))
    return comma if comma >= 0 else len(reading.folded)


def _clause_of(folded: str, place: int) -> tuple[int, int]:
    """Start and end of what stands between words that turn, around a place."""
    cuts = [0, *(one.start() for one in _PARTING.finditer(folded) if one.start() != place), len(folded)]
    return max(one for one in cuts if one <= place), min(one for one in cuts if one > place or one == len(folded))


def _is_on_both_sides(reading: Reading, whole: frozenset[str]) -> bool:
    """'Fewer with humming plus yoga than with humming alone'; what was denied ('no humming') is the other arm."""
    names = {one.name for one in reading.signs}
    if "I" not in names or not {"NOT", "C"}.isdisjoint(names):
        return False
    arms = [one for one in reading.tokens if one.part == "I" and one.stem not in INTERVENTIONS | COMPARATORS]
    for than in (one for one in reading.signs if one.name == "THAN"):
        before = {one.stem for one in arms if one.start < than.start}
        behind = {one.stem for one in arms if 0 < one.start - than.end < _REACH and not _is_denied(reading, one)}
        if before & behind and whole <= before and whole <= behind:
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
    without = _left_without(called, finder)
    any_other = not finder.triple.comparator.strip() and not any("C" in parts for arms in called for _, parts in arms)
    needed = {"I"} if any_other else ARMS
    for arms in called:
        if len(arms) >= _LEAST_ARMS and {part for _, parts in arms for part in parts} >= needed:
            named = frozenset[str]().union(*(stems_of(name) for name, parts in arms if not parts)) - known - without
            third |= {one for one in named if one.isalpha()}
    whole = stems_of(finder.triple.intervention) - _NO_NAMES
    if not _does_without(finder):
        return Arms(third, asked_pair=True, without=without, any_other=any_other, whole=whole)
    all_got = any(_all_hum(arms, whole) for arms in called) and not _is_named(text, finder, "C")
    shared = not any(parts for arms in called for _, parts in arms)
    return Arms(third, not (all_got or (shared and _all_got(text, finder))), whole=whole)


def _left_without(called: Sequence[list[tuple[str, set[str]]]], finder: Finder) -> frozenset[str]:
    """Stems of the arms that do without, which are taken for the comparator where none was asked for."""
    stems = frozenset[str]()
    if finder.triple.comparator.strip():
        return stems
    for name, parts in chain.from_iterable(called):
        if not parts and _DOES_WITHOUT.search(fold(name)):
            parts.add("C")
            stems |= stems_of(name) - EMPTY
    return stems - finder.outcome - finder.intervention


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
