"""Which way a printed difference with its interval points, where no word tells. Pure.

'The mean difference in hiccups was -1.6 (95% CI -2.4 to -0.8)' is that of the intervention less the comparator, unless
the arms are named the other way round (our choice). One above zero may be printed without its sign and is told less
firmly. Neither is sure: such sentences are too rare in the sets to be counted.
"""

from types import MappingProxyType

from claimbook.appraise.direction.comparison import ARMS
from claimbook.appraise.direction.cues import WAYS, signs_in
from claimbook.appraise.direction.features import Reading

_SIDE = MappingProxyType({"CIDOWND": -0.75, "CIUPD": 0.6})
_WORDS_TELL = WAYS | {"NOT", "SAME", "CICROSS", "PNS", "CIUPR", "CIDOWNR"}


def difference_tells(reading: Reading) -> float:
    """Above zero: higher with the intervention, below: lower, and how firmly; 0 where no difference tells."""
    inside = [one.name for one in signs_in(reading.closed_clause, reading.signs)]
    sides = [one for one in inside if one in _SIDE]
    if len(sides) != 1 or "O" not in inside or not _WORDS_TELL.isdisjoint(inside):
        return 0.0
    first = next((one for one in inside if one in ARMS), reading.order[:1])
    return _SIDE[sides[0]] * (-1 if first == "C" else 1)
