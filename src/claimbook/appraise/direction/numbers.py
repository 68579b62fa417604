"""Which arm has the larger number, where a sentence prints one for each."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from claimbook.appraise.direction.comparison import ARMS
from claimbook.appraise.direction.cues import Sign

_ASIDE = re.compile(
    r"(?:\u00b1|\+/-|\+-)\s?\S+|\bper\s\d[\d,]*|\bn\s?=\s?\d+|\bs\.?[de]\.?m?\.?\b\s?[=:]?\s?\d\S*|\bof\s\d+|/\s?\d+"
    r"|\b(?:weeks?|days?|months?|years?|phase|grade|type|stage|t|q[1-4]|group|groups|visit|level|iqr|range)"
    r"\s?[:=,]?\s?\d[\d.,\u00b7\u2013-]*"
    r"|\[[^\[\]]*\]|\b\d+\s(?:of|out of)\b|(?<!\d)\d+\s?%\s?(?:ci|confidence)|\b(?:19|20)\d\d\b"
    r"|\b\d+(?:\s|-)?(?:weeks?|months?|years?|patients|participants|women|children|subjects|mg|days post|h\b"
    r"|hours? (?:after|post))"
)
"""Numbers that are not the result: spreads, sizes, times, doses (dev)."""
_LINK = re.compile(r"\bvs?\b\.?|\bversus\b|\bcompared\b|\bthan\b|\band\b|\bor\b|,|\bagainst\b|\bto\b|;|/")
_NO_LINK = frozenset({",", "(", "/", "-", "\u2013"})
_LONGEST_LINK = 110
_ESTIMATE = re.compile(r"[^\d;]{0,25}?(\d+[.\u00b7]\d+)")


def number_features(folded: str, signs: Sequence[Sign], scope: str) -> Iterator[str]:
    """The larger of two linked numbers, and the numbers beside the arms."""
    values = _results(folded, signs)
    if pair := _linked_pair(folded, values):
        way, order = _way(*pair), _order(values, *pair)
        yield f"{scope}pair:{way}:{order}"
        if order and way != "=":
            yield f"{scope}pairsign:{1 if (way == '>') == (order[0] == 'I') else -1}:{len(order)}"
    if beside := _beside_arms(values):
        mine, other = beside
        yield f"{scope}adj:{(mine > other) - (mine < other)}"


def _results(folded: str, signs: Sequence[Sign]) -> list[Sign]:
    """Arms, outcome and the numbers that may be results; of '14 (35%)' only the share."""
    aside = {place for found in _ASIDE.finditer(folded) for place in range(*found.span())}
    kept: list[Sign] = []
    for one in signs:
        if one.name in ARMS | {"O"}:
            kept.append(one)
        elif one.value is not None and one.start not in aside:
            if not (kept and kept[-1].name == "#" and folded[kept[-1].end : one.start].strip() == "("):
                kept.append(one)
            elif folded[one.end : one.end + 2].lstrip().startswith("%"):
                kept[-1] = one
    return kept


def _way(first: Sign, second: Sign) -> str:
    a, b = first.value or 0.0, second.value or 0.0
    return ">" if a > b else "<" if a < b else "="


def _linked_pair(folded: str, values: Sequence[Sign]) -> tuple[Sign, Sign] | None:
    """The first two neighbouring numbers with a link such as 'vs' between them, behind the outcome where there are."""
    outs = [one.start for one in values if one.name == "O"]
    numbers = [one for one in values if one.name == "#"]
    linked = [pair for pair in pairwise(numbers) if _are_linked(folded, *pair)]
    behind = [pair for pair in linked if outs and pair[0].start > outs[0]]
    return next(iter(behind or linked), None)


def _are_linked(folded: str, first: Sign, second: Sign) -> bool:
    between = folded[first.end : second.start]
    return len(between) < _LONGEST_LINK and between.strip() not in _NO_LINK and _LINK.search(between) is not None


def _order(values: Sequence[Sign], first: Sign, second: Sign) -> str:
    """The arms in the order in which their two numbers stand; one letter where only one is told."""
    arms = [one for one in values if one.name in ARMS]
    between = [one.name for one in arms if first.end <= one.start < second.start]
    before = list(dict.fromkeys(one.name for one in reversed(arms) if one.start < first.start))[::-1]
    after = list(dict.fromkeys(one.name for one in arms if one.start >= second.end))
    if between and after and between[-1] != after[0]:  # '12% in A and 15% in B'
        return between[-1] + after[0]
    if between and before and before[-1] != between[-1]:  # 'A 12% and B 15%'
        return before[-1] + between[-1]
    whole = [side for side in (before, after) if len(side) > 1]
    return "".join(whole[0] if whole else before or after)


def _beside_arms(values: Sequence[Sign]) -> tuple[float, float] | None:
    """The numbers next to the intervention and next to the comparator, both before or both behind."""
    values = [one for one in values if one.name != "O"]
    names = [one.name for one in values]
    behind = sum(a in ARMS and b == "#" for a, b in pairwise(names))
    before = sum(a == "#" and b in ARMS for a, b in pairwise(names))
    step = 1 if behind >= before else -1
    found: dict[str, float] = {}
    for place, one in enumerate(values):
        near = place + step
        if one.name in ARMS and 0 <= near < len(values) and names[near] == "#":
            found.setdefault(one.name, values[near].value or 0.0)
    return (found["I"], found["C"]) if len(found) > 1 else None


def ratio_features(ratios: Iterable[re.Match[str]], signs: Sequence[Sign], kind: str, scope: str) -> Iterator[str]:
    """The first of these ratios that has a value, above or below one, with the first arm."""
    arm = next((one.name for one in signs if one.name in ARMS), "-")
    start, end = (signs[0].start, signs[-1].end) if signs else (0, 0)
    for found in ratios:
        value = _ESTIMATE.match(found.string, found.end()) if start <= found.start() < found.end() <= end else None
        if value:
            way = "<" if float(value[1].replace("\u00b7", ".")) < 1 else ">"
            yield f"{scope}ratio:{found.lastgroup}{way}"
            yield f"{scope}ratio:{found.lastgroup}{way}:{arm}"
            yield f"{scope}ratio{way}:{kind}:{arm}"
            return
