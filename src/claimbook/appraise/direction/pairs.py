"""Which way two numbers point, where it is certain to which arms they belong and no word of direction says it.

'19% in the intervention group, 41% in the control group', 'humming, 2.1; silence, 3.4', '5 and 7 with humming and
silence', 'hiccups with humming and with silence (5 vs 7)'. The forms and their reach are our choice (dev).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from claimbook.appraise.direction.comparison import ARMS, OTHER_ARM
from claimbook.appraise.direction.cues import WAYS, Sign, signs_in
from claimbook.appraise.text.lexicon import words

FIRM, WEAK = 0.9, 0.8
"""How much of the chance of a difference the numbers decide, beside a test that shows one and without any test."""
_SIDE = MappingProxyType({"CIDOWNR": -1, "CIUPR": 1})
_WORDS_TELL = WAYS | {"NOT", "SAME", "CICROSS", "PNS"}
_SHOWN, _NOT_SHOWN = frozenset({"PSIG", "CIUPR", "CIUPD", "CIDOWNR", "CIDOWND"}), frozenset({"PNS", "CICROSS"})

_ASIDE = re.compile(
    r"(?:\u00b1|\+/-|\+-|\+ -)\s?\d\S*|\bn\s?=?\s?\d+|\[[^\[\]]*\]|(?<!\d)\d+\s?%\s?(?:ci|confidence)|\b(?:19|20)\d\d\b"
    r"|\bper\s\d[\d,]*|\b(?:s\.?[de]\.?m?\.?|iqr|range)\b[\s:=,]*\d[\d.\u00b7]*(?:\s?(?:to|-|\u2013)\s?\d[\d.\u00b7]*)?"
    r"|\b(?:weeks?|days?|months?|years?|phase|grade|type|stage|t|q[1-4]|visit|table|figure|fig|df|cohort)"
    r"\s?\.?[:=,]?\s?\d[\d.,\u00b7\u2013-]*|\b(?:groups?|levels?)\s\d\b(?![.,\u00b7]\d|\s?%)|[<>\u2265\u2264]\s?\d[\d.]*"
    r"|\b(?:at|after|for|within|by|over|in)\s\d+(?:\s|-)?(?:weeks?|months?|years?|days?|hours?|h\b|min\w*)"
    r"|\b\d+(?:\s|-)?(?:weeks?|months?|years?|days?|h|hours?)[\s-](?:follow|after|post|of\s(?:follow|treat))"
    r"|(?<!mean )(?<!median )(?<!average )\b(?:out )?of\s(?:the\s)?\d+\b(?![.\u00b7]\d|\s?%)"
    r"|\b\d+(?:\s|-)?(?:patients|participants|women|men|children|subjects|mg|\u03bcg|mcg)\b(?!\s?\()"
)
"""Numbers that are no results: spreads, sizes, times, doses, bounds."""
_OF_ALL = re.compile(r"\s?(?:/|of|out of)\s?(\d+)\b(?!\s?[.\u00b7]\d)")
_SHARE = re.compile(r"\s?(?:%|percent|per cent)")
_IN_BRACKET = re.compile(r"[^;]{0,12}?\([^)]*")
_FROM = re.compile(r"\bfrom\s(?:\S+\s){0,2}$")
_TO = re.compile(r"[\s%\w/()\u00b1.,-]{0,30}\bto\s")
_FROM_REACH = 25

_BRACKETS = re.compile(r"\([^()]*\)")
_LINK = re.compile(
    r"\bvs?\b|\bversus\b|\bcompar(?:ed|ing)\b|\bthan\b|\band\b|\bor\b|\bagainst\b|\bto\b|;|/|,|\brelative\b|\bbut\b"
    r"|\bwhile\b|\bwhereas\b"
)
_PARTS = re.compile(
    r"\bvs?\b|\bversus\b|\bcompared\b|\bthan\b|\band\b|\bor\b|;|\bwhereas\b|\bwhile\b|\bbut\b|\brelative\b"
)
"""Words that part an arm from a number."""
_OF_ARM = re.compile(
    r"[^,;]*\b(?:in|with|for|of|among|on|by|after|following|under|at|during|receiving|given)\b[^,;]*$|[\s%()a-z/]{0,12}$"
)
_AGAINST = re.compile(r"(?:compared|relative|than|versus|vs)\W(?:\w+\W){0,3}$")
_ARM_REACH, _NUMBER_REACH, _LIST_REACH, _LINK_REACH, _PAIR_REACH, _AGAINST_REACH = 60, 45, 120, 90, 25, 35

_OTHER_GROUP = re.compile(r"\b(?P<name>[a-z][\w-]{0,30})(?=\s(?:group|arm|recipients)\b|-treated\b)")
_NO_NAME = words(
    "the a an each per both two three all between within among study other same one of in and or by either whole age "
    "this that respective"
)
_NEAR_AN_ARM = 25
_BOTH = 2
_LISTED = re.compile(r"\b(?:and|vs\.?|versus|against|compared (?:with|to))\b")

_ELIDED = re.compile(r"\b(?P<name>with(?:out)?)(?= (?:and|or|vs\.?|versus|than|but) [^;,]{0,25}?\bwith(?:out)? \w)")
_COUNTED = re.compile(r"[^,;()]{0,25}\(")
"""Behind the name in '3 hummers (6%)', where the count stands before the name."""

_BEFOREHAND = re.compile(
    r"\bbaseline\b|\bpre-?(?:treatment|intervention|operative|test)"
    r"|\bbefore (?:the )?(?:treatment|intervention|surgery)"
)
_BETTER = MappingProxyType({"b": -1, "g": 1, "n": 0})
"""Which way an outcome goes when it improves, by its polarity."""
_BY = re.compile(r"\bby\s(?:\w+\s){0,3}$")
_AMOUNT = re.compile(
    r"\b(?:reduc|decreas|declin|fell\b|fall\b|loss|lost|drop|decrement|lower(?:ed|ing)|diminish|improve|worse|relie[fv]"
    r"|chang)"
)
"""Words that make a number the amount of a change, which may be large where the outcome is low."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A number of the intervention and one of the comparator, and where the two stand."""

    mine: float
    other: float
    start: int
    end: int


def numbers_tell(folded: str, signs: Sequence[Sign], clause: tuple[int, int], kind: str = "n") -> float:
    """How much of a difference the numbers of the outcome put on the side of 'higher', or, negative, of 'lower'.

    0 where no pair is certain, where a word of direction stands before it, where numbers may be amounts of a change or
    of the state before treatment, and where a test shows no difference.
    """
    start, end = clause
    names = {one.name for one in signs}
    if not {"O", "#"} <= names or not names & ARMS or names & _NOT_SHOWN or _BEFOREHAND.search(folded):
        return 0.0
    pairs = pairs_in(folded, signs)
    if any(one.name == "#" and start <= one.start < end for one in signs):
        pairs = [one for one in pairs if one.start < end and one.end > start][:1]
    if len(pairs) != 1:
        return 0.0
    tested = any(one.name in _SHOWN and one.start >= pairs[0].start for one in signs)
    way = (pairs[0].mine > pairs[0].other) - (pairs[0].mine < pairs[0].other)
    if _is_said(folded, signs, start, pairs[0].end):
        inside = signs_in((start, pairs[0].end), signs)
        way *= _way_of_amounts(folded, inside, pairs[0], _BETTER[kind[0]])
    return way * (FIRM if tested else WEAK)


def listed_tell(folded: str, signs: Sequence[Sign], clause: tuple[int, int], order: str) -> float:
    """The same of two numbers in a clause without names, in the order of the arms around it: 'hiccups: 5 and 7'."""
    start, _ = clause
    inside = signs_in(clause, signs)
    numbers = _results(folded, [one for one in inside if one.name == "#"])
    names = {one.name for one in signs}
    if not order or "O" not in {one.name for one in inside} or len(numbers) != _BOTH or names & _NOT_SHOWN:
        return 0.0
    first, second = numbers
    gap = _BRACKETS.sub("", folded[first.end : second.start])
    if len(gap) >= _PAIR_REACH or not _LISTED.search(gap) or _BEFOREHAND.search(folded):
        return 0.0
    if not names & _SHOWN:
        return 0.0
    a, b = first.value or 0.0, second.value or 0.0
    way = (a > b) - (a < b)
    if _is_said(folded, signs, start, second.end):
        way *= _way_of_amounts(folded, inside, Pair(a, b, first.start, second.end), 0)
    return way * (WEAK if order == "IC" else -WEAK)


def elided_tell(folded: str, signs: Sequence[Sign], clause: tuple[int, int]) -> float:
    """The same of a clause behind a pair of both arms: 'sneezes 6 with humming, 9 with silence, and hiccups 2 vs 1'."""
    inside = signs_in(clause, signs)
    if any(one.name in ARMS for one in inside):
        return 0.0
    before = [one for one in signs if one.start < clause[0]]
    return listed_tell(folded, inside, clause, order_of(before)) if pairs_in(folded, before) else 0.0


def order_of(signs: Sequence[Sign]) -> str:
    """The order in which a sentence names both arms; nothing where it does not."""
    arms = dict.fromkeys(one.name for one in signs if one.name in ARMS)
    return "".join(arms) if len(arms) == _BOTH else ""


def _way_of_amounts(folded: str, signs: Sequence[Sign], pair: Pair, better: int) -> int:
    """What a larger amount means in 'lowered by 6 and by 14' (-1), 'raised by' and 'changed by -6' (1); 0: nothing.

    'Improved by' is as is ``better`` for the outcome.
    """
    ways = [one for one in signs if one.name in WAYS]
    if not ways and min(pair.mine, pair.other) < 0:
        return 1 if all(one[0] == "chang" for one in _AMOUNT.finditer(folded, signs[0].start, pair.end)) else 0
    if len(ways) != 1 or min(pair.mine, pair.other) < 0 or not _BY.search(folded, ways[0].end, pair.start):
        return 0
    return {"UP": 1, "DOWN": -1, "GOOD": better, "BAD": -better}.get(ways[0].name, 0)


def interval_tells(signs: Sequence[Sign], clause: tuple[int, int], tested: str) -> float:
    """The same of the interval of a ratio that is certainly the ``tested`` arm's, where no word tells."""
    names = {one.name for one in signs_in(clause, signs)}
    sides = names & _SIDE.keys()
    if not tested or "O" not in names or len(sides) != 1 or names & _WORDS_TELL:
        return 0.0
    return _SIDE[sides.pop()] * (FIRM if tested == "I" else -FIRM)


def _is_said(folded: str, signs: Sequence[Sign], start: int, end: int) -> bool:
    """Whether a word of direction or of change stands between two places."""
    said = any(one.name in WAYS for one in signs_in((start, end), signs))
    return said or _AMOUNT.search(folded, start, end) is not None


def pairs_in(folded: str, signs: Sequence[Sign]) -> list[Pair]:
    """Every certain pair of a sentence, in order."""
    seen = _results(folded, _with_elided_name(folded, with_other_group(folded, signs)))
    found = (_pair(folded, seen[max(0, place - 1) : place + 5], min(place, 1)) for place in range(len(seen) - 3))
    return [one for one in found if one is not None]


def with_other_group(folded: str, signs: Sequence[Sign]) -> Sequence[Sign]:
    """In a sentence that names one arm and one other group, that group is the other arm."""
    arms = [one for one in signs if one.name in ARMS]
    if len({one.name for one in arms}) != 1:
        return signs
    others = [
        found
        for found in _OTHER_GROUP.finditer(folded)
        if found["name"] not in _NO_NAME
        and not any(found.start() - _NEAR_AN_ARM < arm.start <= found.end() for arm in arms)
    ]
    if len({one["name"] for one in others}) != 1:
        return signs
    other = OTHER_ARM[arms[0].name]
    return sorted((*signs, *(Sign(other, *one.span("name")) for one in others)), key=lambda one: one.start)


def _with_elided_name(folded: str, signs: Sequence[Sign]) -> Sequence[Sign]:
    """'2% with and 5% without humming': the first 'with' is of the arm that is not named."""
    arms = {one.name for one in signs if one.name in ARMS}
    found = _ELIDED.search(folded) if len(arms) == 1 else None
    if found is None:
        return signs
    other = "C" if arms == {"I"} else "I"
    return sorted((*signs, Sign(other, *found.span("name"))), key=lambda one: one.start)


def _results(folded: str, signs: Sequence[Sign]) -> list[Sign]:
    """Arms and the numbers that may be results; of '14/40 (35%)' the share, of 'from 5 to 3' the last."""
    aside = {place for found in _ASIDE.finditer(folded) for place in range(*found.span())}
    kept: list[Sign] = []
    for one in signs:
        if one.name in ARMS:
            if kept and kept[-1].name == one.name:
                kept[-1] = replace(kept[-1], end=one.end)
            else:
                kept.append(one)
        elif one.name == "#" and one.value is not None and one.start not in aside:
            _add(kept, one, folded)
    return kept


def _add(kept: list[Sign], one: Sign, folded: str) -> None:
    """A further number: a new result, a better form of the last one, or none."""
    share = _SHARE.match(folded, one.end)
    end = share.end() if share else one.end
    if share and _is_counted(kept, one, folded):
        kept.pop(-2)
    last = kept[-1] if kept and kept[-1].name == "#" else None
    between = folded[last.end : one.start] if last else ""
    if last and _IN_BRACKET.fullmatch(between):
        if share:
            kept[-1] = replace(one, start=last.start, end=end)
    elif last and _FROM.search(folded, max(0, last.start - _FROM_REACH), last.start) and _TO.fullmatch(between):
        kept[-1] = replace(one, start=last.start)
    elif (whole := _OF_ALL.match(folded, one.end)) and 0 < (one.value or 0) <= float(whole[1]):
        kept.append(Sign("#", one.start, whole.end(), 100 * (one.value or 0) / float(whole[1])))
    elif not last or (folded[one.start - 1] != "/" and last.end <= one.start):
        kept.append(replace(one, end=end))


def _is_counted(kept: Sequence[Sign], share: Sign, folded: str) -> bool:
    """Whether the last two are a count and its arm, and the share stands in a bracket behind them: '3 hummers (6%)'."""
    if len(kept) < _BOTH or [one.name == "#" for one in kept[-2:]] != [True, False]:
        return False
    count, arm = kept[-2:]
    return folded[count.end : arm.start].strip() == "" and bool(_COUNTED.fullmatch(folded, arm.end, share.start))


def _pair(folded: str, seen: Sequence[Sign], place: int) -> Pair | None:
    """The pair that four neighbours from a place on make; the ones around them tell a longer list."""
    four = seen[place : place + 4]
    shape = "".join(one.name for one in four)
    a, b, c, d = four
    gaps = [_BRACKETS.sub("", folded[one.end : other.start]) for one, other in pairwise(four)]
    if shape in {"I#C#", "C#I#"} and all(map(_is_of_name, gaps[::2])) and len(gaps[1]) < _LINK_REACH:
        return _bound(a, b, d)
    if shape in {"#I#C", "#C#I"} and all(map(_is_before_name, gaps[::2])) and len(gaps[1]) < _LINK_REACH:
        return _bound(b, a, c)
    if len(gaps[1]) >= _LIST_REACH or not all(map(_is_link, gaps[::2])):
        return None
    if shape in {"##IC", "##CI"} and len(gaps[0]) < _PAIR_REACH and _OF_ARM.match(gaps[1]):
        return None if place and _are_listed(folded, seen[0], a) else _bound(c, a, b)
    if shape in {"IC##", "CI##"} and not _AGAINST.search(folded, max(0, a.start - _AGAINST_REACH), a.start):
        return None if len(seen) > place + 4 and _are_listed(folded, d, seen[place + 4]) else _bound(a, c, d)
    return None


def _bound(arm: Sign, first: Sign, second: Sign) -> Pair:
    """Two numbers, the first of them an arm's."""
    one, other = (first.value or 0.0, second.value or 0.0)[:: 1 if arm.name == "I" else -1]
    return Pair(one, other, first.start, second.end)


def _is_of_name(gap: str) -> bool:
    """Between an arm and its number behind it."""
    return len(gap) < _NUMBER_REACH and not _PARTS.search(gap)


def _is_before_name(gap: str) -> bool:
    """Between a number and its arm behind it."""
    return len(gap) < _ARM_REACH and not _PARTS.search(gap) and _OF_ARM.match(gap) is not None


def _is_link(gap: str) -> bool:
    return len(gap) < _LINK_REACH and _LINK.search(gap) is not None


def _are_listed(folded: str, one: Sign, other: Sign) -> bool:
    """Whether two neighbours are numbers of one list."""
    return one.name == other.name == "#" and _is_link(folded[one.end : other.start])
