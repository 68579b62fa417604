"""The names of arms: where each begins and ends among the words of a sentence, and what cannot be one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from claimbook.appraise.contrast.words import (
    ATTRIBUTES,
    BEGINS,
    CARRIERS,
    CLAUSES,
    COUNTED,
    COUNTS,
    ENDS,
    JOINS,
    LABEL_ENDS,
    LEADS,
    NO_NAME,
    NOTHING,
    STOPS,
    TAILS,
)
from claimbook.appraise.text.lexicon import words

_TOKEN = re.compile(r"\([^()]{0,60}\)|\d+,\d{3}(?!\d)|[^\s(),;:?\[\]]+|[(),;:?\[\]]")
_MOST_WORDS, _MOST_LABEL_WORDS = 14, 4
"""Of one name, and of one that stands before 'group'."""
_REACH, _LIST_REACH, _LABEL_REACH, _ATTRIBUTE_REACH = 120, 260, 48, 5
"""Signs in which one name, and a list of names, stand; words between 'effects' and 'of'."""
_ONE_OF = (("one", "of"), ("1", "of"))
_PARTS = frozenset(",;:.()]")
_NEXT, _TIME_AND_MORE = frozenset({"or", "and", "versus", "vs", "vs."}), 4
_LASTS = frozenset({"for", "over", "during"})
_TIMES = words("h hours days weeks months years day week month year min minutes hour sessions")
_OF, _WITH = frozenset({"of", "between"}), frozenset({"of", "with", "by"})

Word = tuple[str, int, int]
"""A word, a sign, or a whole bracket of a folded sentence, with its start and end."""
Name = tuple[int, int]
"""Where the name of an arm stands in its sentence."""


def _words_of(text: str, start: int, end: int) -> Iterator[Word]:
    """The whole words; a stop behind one does not belong to it."""
    for one in _TOKEN.finditer(text, start, end):
        said, first = one[0], one.start()
        if one.end() == end < len(text) and text[end].isalnum():
            return
        if said[-1] == ".":
            said = said.rstrip(".") or "."
        yield said, first, first + len(said)


def name_behind(text: str, start: int, stops: frozenset[str] = STOPS) -> Name | None:
    """The name that begins at a place."""
    return _name(_until_stop(_words_of(text, start, start + _REACH), ",()", stops))


def long_name_behind(text: str, start: int) -> Name | None:
    """The name that begins at a place, with its dose, its time and its manner; without them if it is too long."""
    return name_behind(text, start, ENDS) or name_behind(text, start)


def label_before(text: str, end: int) -> Name | None:
    """The few words before 'group' that name it."""
    label = _label_of(*text[max(0, end - _LABEL_REACH) : end].replace("(", " ( ").split()[end > _LABEL_REACH :])
    name = " ".join(label)
    start = text.rfind(f"{name} ", 0, end) if name else -1
    if start < 0 or text[start - 1 : start].isalnum():
        return None
    return start, start + len(name)


def _label_of(*said: str) -> tuple[str, ...]:
    """The last of these words, as far as they name a group."""
    first = len(said)
    while (
        first and said[first - 1] not in LABEL_ENDS and said[first - 1][-1] not in _PARTS and "[" not in said[first - 1]
    ):
        first -= 1
    counted = first > 0 and said[first - 1] in COUNTS
    return () if counted else _label(said[first:])


@lru_cache(maxsize=1 << 10)
def _label(said: tuple[str, ...]) -> tuple[str, ...]:
    """The words without what leads to them and what ends them, where they can name a group; texts repeat them."""
    first, last = 0, len(said)
    while first < last and said[first] in LEADS:
        first += 1
    while first < last and said[last - 1] in TAILS:
        last -= 1
    label = said[first:last]
    return label if 0 < len(label) <= _MOST_LABEL_WORDS and may_name(label) else ()


def name_before(text: str, end: int) -> Name | None:
    """The name that the clause before a place begins with: 'X for headache' is X."""
    found = list(_words_of(text, text.find(" ", end - _REACH) if end > _REACH else 0, end))
    clauses = (place for place in range(len(found) - 2, -1, -1) if found[place][0] in CLAUSES)
    found = found[next(clauses, -1) + 1 :]
    first = _until_stop(found, "(")
    if first and first[-1][0] in ATTRIBUTES and len(found) > len(first) + 1:
        first = _until_stop(found[len(first) + 1 :], "(")
    return _name(first)


def names_behind(text: str, start: int, parting: Sequence[frozenset[str]]) -> list[Name | None]:
    """The names of a list: 'X (n = 30), Y or Z'. None stands for a part that names nothing."""
    found = _until_stop(_without_times([*_words_of(text, start, start + _LIST_REACH)]), "")
    there = [said for said, _, _ in found]
    by = next((these for these in parting if not these.isdisjoint(there)), None)
    if by is None:
        return []
    if _one_or(there, by):
        found = [one for one in found if one[0] != ","]
    names = [_name(_one(part)) for part in _parted(found, by)]
    return names if len(names) > 1 else []


def _without_times(found: Sequence[Word]) -> Sequence[Word]:
    """Without 'for 6 months', behind which a list of names goes on: 'honey for 6 months or syrup'."""
    said = [one[0] for one in found]
    if _LASTS.isdisjoint(said):
        return found
    left, place = [], 0
    while place < len(found):
        if said[place] in _LASTS and _is_a_time(said[place + 1 : place + _TIME_AND_MORE]):
            place += _TIME_AND_MORE - 1
            continue
        left.append(found[place])
        place += 1
    return left


def _is_a_time(said: Sequence[str]) -> bool:
    """'6 months', and the word that leads to the next name, or a bracket before it."""
    if len(said) < _TIME_AND_MORE - 1:
        return False
    number, unit, behind = said
    return number[0].isdigit() and unit in _TIMES and (behind in _NEXT or behind[0] == "(")


def _one_or(there: Sequence[str], by: frozenset[str]) -> bool:
    """Whether two names are parted by 'or', and commas belong to a name: 'tea, milk and honey or water'."""
    return "and" not in by and there.count("or") == 1 and "and" in there[: there.index("or")]


def _until_stop(found: Iterable[Word], more: str, stops: frozenset[str] = STOPS) -> list[Word]:
    """The words before the first that belongs to no name; leading signs are passed over."""
    said: list[Word] = []
    for one in found:
        word = one[0]
        if said or word[0] not in ":,(;":
            if word in stops or word[0] in more:
                break
            said.append(one)
    return said


def _one(part: Sequence[Word]) -> Sequence[Word]:
    """Up to a bracket, unless words behind it join more to the name: 'X (2 mg) plus Y'."""
    for place, (said, _, _) in enumerate(part):
        if said[0] in "()" and place and not (place + 1 < len(part) and part[place + 1][0] in JOINS):
            return _until_stop(part[:place], "")
    return _until_stop(part, "")


def _parted(found: Sequence[Word], by: frozenset[str]) -> list[list[Word]]:
    """The parts between these words, between commas, and between 'and' behind a bracket or a comma."""
    parts: list[list[Word]] = [[]]
    closed = False
    for one in found:
        word = one[0]
        if word in by or word == "," or (closed and word == "and"):
            if parts[-1]:
                parts.append([])
        else:
            parts[-1].append(one)
        closed = word[0] in "(,"
    return [part for part in parts if part]


def _name(found: Sequence[Word]) -> Name | None:
    """The name among these words without what leads to it, or None where nothing is left."""
    first, last = _beginning(found), len(found)
    while first < last and found[last - 1][0] in TAILS:
        last -= 1
    while first < last and (found[first][0] in LEADS or _carries(found, first)):
        first += 1
    name = found[first:last]
    return (name[0][1], name[-1][2]) if name and may_name([said for said, _, _ in name]) else None


def _beginning(found: Sequence[Word]) -> int:
    """Behind the last word that leads to a name: 'either', 'group receiving', 'the effects ... of'."""
    begin, attribute = 0, -_ATTRIBUTE_REACH - 1
    for place, (said, _, _) in enumerate(found[:-1]):
        if said in ATTRIBUTES:
            attribute = place
        elif said in BEGINS or (said in _OF and place - attribute <= _ATTRIBUTE_REACH):
            begin, attribute = place + 1, -_ATTRIBUTE_REACH - 1
    return begin


def _carries(found: Sequence[Word], place: int) -> bool:
    return found[place][0] in CARRIERS and any(said in _WITH for said, _, _ in found[place + 1 : place + 2])


def may_name(said: Sequence[str]) -> bool:
    """Whether these words, in lower case, can be the name of an arm."""
    return (
        len(said) <= _MOST_WORDS
        and NO_NAME.isdisjoint(said)
        and tuple(said[:2]) not in _ONE_OF
        and not NOTHING.issuperset(said)
        and not (said[0].isdigit() and said[-1] in COUNTED)
        and any(one[0].isalpha() and len(one) > 1 for one in said)
    )
