"""Which way a printed ratio with its interval points, and of which arm it is. Pure.

Cohorts and case-control studies tell most results so: 'the odds ratio for hiccups was 1.9 (95% CI 1.2 to 3.0) for
humming versus silence', 'with hummers as the reference, 0.6 (0.4 to 0.9) in the silent'. The forms are our choice.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimbook.appraise.direction.comparison import ARMS, OTHER_ARM
from claimbook.appraise.direction.cues import WAYS, Sign, number_of, signs_in
from claimbook.appraise.direction.features import Reading
from claimbook.appraise.direction.pairs import with_other_group
from claimbook.appraise.direction.preferred import tells_others_apart
from claimbook.appraise.direction.words import COUNTED_AS_OPPOSITE
from claimbook.appraise.text.printed import ratios_in

_VALUE = r"\d{1,3}(?:[.\u00b7]\d+)?"
_PRINTED = re.compile(
    rf"(?P<estimate>{_VALUE})(?:[\s,;:()\[\]=]|9\d\s?%|\bcr?\.?i\.?(?=\W)"
    rf"|(?:confidence|credible|credibility) (?:intervals?|limits?)){{1,12}}?"
    rf"(?P<low>{_VALUE})\s?(?:to|,|;|and|[-\u2212\u2013\u2010\u2011])\s?(?P<high>{_VALUE})(?![.\u00b7\d%])[)\]]*"
)
_OTHER_NAMES = re.compile(
    r"\b(?P<of_expected>s[mi]rs?|standardi[sz]ed (?:\w+ )?(?:mortality|incidence|morbidity) ratios?)\b"
    r"|\b(?:a?prs?|s?hrs|shr|r?ror|(?:prevalence|reporting odds|incidence density|mortality)(?: rate)? ratios?)\b"
)
"""Ratios that `ratios_in` does not know; one of the observed to the expected may be printed in per cent."""
_IN_HUNDREDS = 15.0
_REACH, _TIED, _NULL = 140, 30, 1.0
_IN_ARM = re.compile(r"\s?(?:in|for|among|with|of|by)\s(?:\w+\s){0,2}$")
_AGAINST = re.compile(
    r"\b(?:versus|vs\.?|v|compared (?:with|to)|relative to|than|against|as opposed to)\s[^.;,()\d]{0,45}$"
)
_NEXT_SUBJECT = re.compile(
    r".*?(?:[,;]|\b(?:and|or|but|while|whereas|as was|as were|as did))[\s,]+"
    r"(?:(?:the|an?|also|only|both|use|of|by|with|any|more|high(?:er)?|regular|daily|was|were|and|whereas|while|but)\s)*"
)
"""Words from a ratio to the first arm behind it, where a list or a new clause goes on with that arm."""
_LISTS = re.compile(r"\b(?:predictors?|(?:risk|protective|prognostic|associated) factors?|determinants?)\b")
_REFERENCE = re.compile(r"^[^.;()]{0,40}?\(?\b(?:reference|referent)\b")
_BEGINS = re.compile(r"^\W*(?:compared (?:with|to)|relative to|versus)\s[^.;,\d]{0,40}$")
_HIGH, _LOW = r"(?:highest|top|upper|high(?:er)?|ever|current|each|every|per)", r"(?:lowest|bottom|low(?:er)?|never)"
_LINK = r"(?:versus|vs\.?|v|compared (?:with|to)|than|relative to|to)"
_IN_ORDER = re.compile(
    rf"(?P<high>\b{_HIGH}\b[^.;]{{0,40}}?\b{_LINK} (?:\w+ ){{0,3}}{_LOW}\b"
    r"|\b(?:per|each|every) [^.;]{1,30}?(?:increase|increment|higher|rise|more)\b)"
    rf"|\b{_LOW}\b[^.;]{{0,40}}?\b{_LINK} (?:\w+ ){{0,3}}{_HIGH}\b"
)
"""An exposure that is told only by its amounts."""
_OF_THE_OPPOSITE = re.compile(
    r"\b(?:of|for) (?:\w+ ){0,2}(?:death|dying|mortality|progression|relapse|recurrence|failure)"
)
_EFFICACY = re.compile(
    r"\b(?:efficacy|effectiveness|protection)\b[^;]{0,90}?\d{1,2}(?:[.\u00b7]\d+)?\s?(?:%|per ?cent)[^;\d]{0,12}"
    r"9\d\s?%\s?(?:c\.?i\.?|confidence intervals?(?: \[ci\])?)[\s,:;=]{0,3}"
    rf"(?P<low>[-\u2212\u2013]?\s?{_VALUE})\s?%?\s?(?:to|,|;|and|[-\u2212\u2013\u2010\u2011])\s?(?P<high>{_VALUE})"
)
"""How far vaccines and the like keep an outcome away."""
_AGREES = {1: "UP", -1: "DOWN"}
"""The word beside a ratio that names no arm: 'an excess of deaths (SMR 143, 95% CI 114 to 177)'."""
_SHORT = 5


class _Ratio(NamedTuple):
    """One ratio with its interval, and where the three stand."""

    start: int
    end: int
    side: int
    """1: surely above one, -1: surely below, 0: neither."""


def ratio_tells(reading: Reading) -> int | None:
    """1: higher with the intervention, -1: lower, 0: no difference; None where no ratio of the outcome tells."""
    start, end = reading.closed_clause
    inside = signs_in((start, end), reading.signs)
    outs = [one.start for one in inside if one.name == "O"]
    found = list(_ratios(reading, start, end)) if outs else []
    found = [one for one in found if one.start > outs[0]] or found
    found = [one for one in found if not _is_of_another(reading, one)]
    if not found or reading.kind.endswith("t") or reading.of_events:  # a hazard of an end counts against the time to it
        return None
    one, arm = _said_of_an_arm(reading, found) or (found[0], _arm_of(reading, found[0]))
    order = _IN_ORDER.search(reading.folded)
    amounts = order.span() if order else (0, 0)
    ways = {sign.name for sign in inside if sign.name in WAYS and not amounts[0] <= sign.start < amounts[1]}
    if ways and ways != {_AGREES.get(one.side)}:
        return None
    if one.side == 0:
        return 0
    if not arm:
        return None
    side = one.side if arm == "I" else -one.side
    if COUNTED_AS_OPPOSITE.search(reading.question.outcome):
        return -side if _OF_THE_OPPOSITE.search(reading.folded, start, one.start) else None
    return side


def efficacy_tells(reading: Reading) -> int | None:
    """The same of what an efficacy in per cent says: 'vaccine efficacy against hiccups was 63% (95% CI 42 to 77)'."""
    start, end = reading.closed_clause
    found = _EFFICACY.search(reading.folded, start, end)
    if (
        found is None
        or found[0].split()[0] in reading.question.outcome
        or not any(one.name == "O" for one in signs_in((start, end), reading.signs))
    ):
        return None
    low, high = (number_of(found[name]) or 0.0 for name in ("low", "high"))
    if low >= high:
        return None
    return 0 if low <= 0 else 1 if reading.tested == "C" else -1


def _ratios(reading: Reading, start: int, end: int) -> Iterator[_Ratio]:
    names = sorted(
        one.end()
        for one in (
            *ratios_in(reading.sentence, reading.folded, start, end),
            *_OTHER_NAMES.finditer(reading.folded, start, end),
        )
        if not reading.sentence[one.start() : one.end()].islower() or one.end() - one.start() > _SHORT
    )
    for found in _PRINTED.finditer(reading.folded, names[0] if names else end, end):
        numbers = [number_of(found[name]) for name in ("low", "estimate", "high")]
        low, estimate, high = (one or 0.0 for one in numbers)
        if 0 < low <= estimate <= high and any(0 <= found.start() - name <= _REACH for name in names):
            null = _NULL if estimate < _IN_HUNDREDS or not _expected(reading, start, end) else 100 * _NULL
            yield _Ratio(found.start(), found.end(), (low >= null < high) - (high <= null))


def _expected(reading: Reading, start: int, end: int) -> bool:
    """Whether a ratio of observed to expected cases is named: 'SMR 143'."""
    return any(one["of_expected"] for one in _OTHER_NAMES.finditer(reading.folded, start, end))


def _said_of_an_arm(reading: Reading, found: Sequence[_Ratio]) -> tuple[_Ratio, str] | None:
    """The ratio behind which its arm stands: '0.6 (0.4 to 0.9) in hummers'."""
    for one in found:
        arm = _arm_behind(reading.signs, one)
        if arm and _IN_ARM.fullmatch(reading.folded, one.end, arm.start) and not _is_against(reading.folded, arm):
            return one, arm.name
    return None


def _is_of_another(reading: Reading, one: _Ratio) -> bool:
    """Whether all arms are told behind it, as further subjects with ratios: 'age (OR 1.03) and humming (OR 0.6)'."""
    first = min((sign.start for sign in reading.signs if sign.name in ARMS), default=-1)
    before = {sign.name for sign in reading.signs if sign.start < one.start}
    told = "O" in before and not before.isdisjoint(WAYS) and not _LISTS.search(reading.folded, 0, one.start)
    if told or first < one.end:
        return False
    goes_on = _NEXT_SUBJECT.fullmatch(reading.folded, one.end, first) is not None
    return goes_on and _PRINTED.search(reading.folded, first) is not None


def _arm_behind(signs: Sequence[Sign], one: _Ratio) -> Sign | None:
    return next((sign for sign in signs if sign.name in ARMS and 0 <= sign.start - one.end <= _TIED), None)


def _arm_of(reading: Reading, one: _Ratio) -> str:
    """The arm on top: the one that is not named as what it is compared with, or the only one."""
    arms, tested = [sign for sign in reading.signs if sign.name in ARMS], reading.tested
    if [one.name for one in arms] == ["C"]:
        arms = [sign for sign in with_other_group(reading.folded, reading.signs) if sign.name in ARMS]
    firsts = {sign.name: sign for sign in reversed(arms)}.values()
    against = {sign.name for sign in firsts if _is_against(reading.folded, sign)}
    if len({one.name for one in arms}) == 1 and _is_on_both_sides(reading, arms):
        return ""
    if len(against) == 1:
        return OTHER_ARM[against.pop()]
    if not arms and (order := _IN_ORDER.search(reading.folded)):
        return "C" if (tested == "C") is (order["high"] is not None) else "I"
    if not arms:
        return tested or ("" if tells_others_apart(reading.folded) else "I")
    named = {sign.name for sign in arms if sign.start < one.start}
    return tested or (named.pop() if len(named) == 1 and not against else "" if against else "I")


def _is_on_both_sides(reading: Reading, arms: Sequence[Sign]) -> bool:
    """Whether the only arm is named before and behind 'than': its name tells none from the other."""
    sides = [_is_against(reading.folded, one) for one in arms]
    return any(sides) and not all(sides) and not any(one.name == "NOT" for one in reading.signs)


def _is_against(folded: str, arm: Sign) -> bool:
    before = folded[max(0, arm.start - 80) : arm.start]
    return bool(_AGAINST.search(before) or _BEGINS.match(before) or _REFERENCE.match(folded[arm.end :]))
