"""Which way an association goes: 'humming was associated with a lower risk of hiccups'. Pure.

Cohorts tell their findings so, trials seldom. The forms are our choice, read from invented abstracts.
"""

import re
from collections.abc import Sequence

from claimbook.appraise.direction.cues import Sign

_ASSOCIATED = re.compile(r"\b(?:associated|linked|related|correlated|association|relation(?:ship)?)\b")
_TURNED = re.compile(
    r"\b(?P<way>inverse|inversely|negative|negatively|positive|positively)(?: \w+){0,2}? (?:associat|relat|correlat)"
)
_GENERALLY = re.compile(
    r"\b(?:intake|consumption|use|exposure|adherence|it|levels?|scores?|greater|higher|more frequent)\b[^.;]{0,40}?"
    r"\b(?:was|were|is|are|showed|had)\b"
)
"""A subject that stands for the exposure asked for, where no arm is named."""
_ARMS, _SIDES = frozenset({"I", "C"}), {"UP": 1, "DOWN": -1}


def association_tells(folded: str, signs: Sequence[Sign], clause: tuple[int, int]) -> int:
    """1: higher with the intervention, -1: lower; 0 where no such form stands in the clause."""
    start, end = clause
    inside = [one for one in signs if start <= one.start < end]
    arms = {one.name for one in inside} & _ARMS
    turned = _TURNED.search(folded, start, end)
    if len(arms) > 1 or {"BUT", "NOT", "THAN"} & {one.name for one in inside if not turned or one.start < turned.end()}:
        return 0
    side = 1 if arms == {"I"} else -1 if arms else int(_GENERALLY.search(folded, start, end) is not None)
    if turned:
        return side if turned["way"].startswith("pos") else -side
    found = _ASSOCIATED.search(folded, start, end)
    return side * _way_of(inside, found.start()) if found and arms else 0


def _way_of(signs: Sequence[Sign], place: int) -> int:
    """1 or -1: an arm on one side of the association, the only word of direction and the outcome on the other."""
    before, behind = ([one for one in signs if (one.start < place) is early] for early in (True, False))
    for arm, told in ((before, behind), (behind, before)):
        names = [one.name for one in told]
        plain = not _ARMS & {*names} and not any(one.name == "O" for one in arm)
        if not (_ARMS & {one.name for one in arm} and plain and "O" in names):
            continue
        ways = [one for one in (names[: names.index("O")] if told is behind else names) if one in _SIDES]
        if len(ways) == 1 and "O" in names[names.index(ways[0]) :]:
            return _SIDES[ways[0]]
    return 0
