"""Which way an association goes: 'humming was associated with a lower risk of hiccups'. Pure.

Cohorts tell their findings so, trials seldom. The forms are our choice, read from invented abstracts.
"""

import re
from collections.abc import Sequence

from claimbook.appraise.direction.comparison import ARMS
from claimbook.appraise.direction.cues import WAYS, Sign, signs_in

_ASSOCIATED = re.compile(r"\b(?:associated|linked|related|correlated|association|relation(?:ship)?)\b")
_TURNED = re.compile(
    r"\b(?P<way>inverse|inversely|negative|negatively|positive|positively)(?: \w+){0,2}? (?:associat|relat|correlat)"
    r"|\b(?:associat|relat|correlat)\w+ (?:\w+ly )?(?P<behind>inversely|negatively|positively) (?:with|to)"
)
_GENERALLY = re.compile(
    r"\b(?:intake|consumption|use|exposure|adherence|it|levels?|scores?|greater|higher|more frequent)\b[^.;]{0,40}?"
    r"\b(?:was|were|is|are|showed|had)\b"
)
"""A subject that stands for the exposure asked for, where no arm is named."""
_WITH = re.compile(
    r"\b(?:associated|linked|correlated) with (?:(?:the|a|an|risk|of|incident|subsequent|\w+ly) )*"
    r"|\b(?:predicted|(?:was|is|were|are) (?:an? )?(?:\w+ )?(?:risk factors?|predictors?) (?:for|of)) "
)
_SAYS_NO_MORE = frozenset({"BUT", "NOT", "THAN", "CICROSS", "PNS", "SAME", "TREND", *WAYS})
_SIDES = {"UP": 1, "DOWN": -1}


def association_tells(folded: str, signs: Sequence[Sign], clause: tuple[int, int]) -> int:
    """1: higher with the intervention, -1: lower; 0 where no such form stands in the clause."""
    start, end = clause
    inside = signs_in(clause, signs)
    arms = {one.name for one in inside} & ARMS
    turned = _TURNED.search(folded, start, end)
    found = turned or _ASSOCIATED.search(folded, start, end)
    said = [one.start for one in inside if one.name == "O" and found and one.start > found.start()]
    until = max(found.end() if found else end, said[0] if said else 0)
    if len(arms) > 1 or {"BUT", "NOT", "THAN"} & {one.name for one in inside if one.start < until}:
        return 0
    side = 1 if arms == {"I"} else -1 if arms else int(_GENERALLY.search(folded, start, end) is not None)
    if turned:
        return side if (turned["way"] or turned["behind"]).startswith("pos") else -side
    return side * _way_of(inside, found.start()) if found and arms else 0


def bare_association(folded: str, signs: Sequence[Sign], clause: tuple[int, int]) -> int:
    """1 or -1 where an arm 'was associated with hiccups', which is with more of them; else 0."""
    start, end = clause
    inside = signs_in(clause, signs)
    found = _WITH.search(folded, start, end)
    arms = {one.name for one in inside} & ARMS
    if found is None or len(arms) != 1 or not _SAYS_NO_MORE.isdisjoint(one.name for one in inside):
        return 0
    before, behind = ({one.name for one in inside if (one.start < found.start()) is early} for early in (True, False))
    plain = arms <= before and "O" in behind - before
    return (1 if arms == {"I"} else -1) if plain else 0


def _way_of(signs: Sequence[Sign], place: int) -> int:
    """1 or -1: an arm on one side of the association, the only word of direction and the outcome on the other."""
    before, behind = ([one for one in signs if (one.start < place) is early] for early in (True, False))
    for arm, told in ((before, behind), (behind, before)):
        names = [one.name for one in told]
        plain = not ARMS & {*names} and not any(one.name == "O" for one in arm)
        if not (ARMS & {one.name for one in arm} and plain and "O" in names):
            continue
        ways = [one for one in (names[: names.index("O")] if told is behind else names) if one in _SIDES]
        if len(ways) == 1 and "O" in names[names.index(ways[0]) :]:
            return _SIDES[ways[0]]
    return 0
