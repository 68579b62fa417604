"""When a sentence that tells a direction can be read in two ways, so that a person must look. Pure.

The forms are our choice, read from invented sentences.
"""

from claimbook.appraise.direction.beginnings import may_be_beforehand
from claimbook.appraise.direction.cues import LIMIT, WAYS
from claimbook.appraise.direction.features import Reading
from claimbook.appraise.direction.hearsay import is_belief, is_of_probability
from claimbook.appraise.direction.inside import is_inside_another
from claimbook.appraise.direction.lasting import did_not_last
from claimbook.appraise.direction.listed import listed_p_values
from claimbook.appraise.direction.other_questions import answers_another
from claimbook.appraise.direction.preferred import times_in
from claimbook.appraise.direction.within import only_one_changed
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.printed import ratios_in
from claimbook.model.appraisal import Change

_CHANGE_WAS = folded_pattern(
    r"\bchanges? (?:scores? |from (?:\w+ )?baseline |over time )*(?:in|of|for) [^,;.]{1,60}? (?:was|were) (?:\w+ly )?"
    r"(?:greater|larger|bigger|smaller|higher|lower|more|less)\b"
)
"""A larger change may be a larger fall."""
_TIME = (
    r"(?:(?:the |a |an )?(?:[\w-]+ ){0,2}?"
    r"(?:weeks?|months?|years?|days?|hours?|minutes|end|follow-?up|later|thereafter|discharge|long(?:er)?[- ]term))"
)
_AT = r"(?:at|after|in|by|on|during|for|from|beyond|over)"
_NOT_THEN = folded_pattern(
    rf"\bnot (?:significantly )?(?:so |maintained |sustained )?(?:{_AT} {_TIME}|thereafter|later)\b"
)
"""'But not at 12 weeks': a difference that was there at one time only."""

_OF_A_PART = folded_pattern(
    r"\bpost[- ]?hoc\b|\bsub-? ?(?:group|set|sample|population)\b"
    r"|\bexploratory (?:analys|sub)|^\W*(?:in|among|for) [^,;]{2,50} only\b|\bonly (?:in|among) (?:the )?"
    r"(?:\w+ ){0,2}(?:women|men|girls|boys|smokers"
    r"|patients (?:with|aged|under|over)|those (?:with|aged|under|over|who))\b"
)
_HIGH = (
    r"(?:higher|high|greater|larger)(?: scores?| values?| numbers?)? ?(?:=|is|are|being|means?|indicat\w+|reflect\w+)"
)
_LOW = r"(?:lower|low|smaller)(?: scores?| values?| numbers?)? ?(?:=|is|are|being|means?|indicat\w+|reflect\w+)"
_GOOD, _BAD = r"(?:better|best|less|milder|fewer|good)", r"(?:worse|worst|more|severe|poor(?:er)?|bad)"
_HIGH_IS_GOOD = folded_pattern(rf"\b{_HIGH} (?:an? )?(?:\w+ )?{_GOOD}\b|\b{_LOW} (?:an? )?(?:\w+ )?{_BAD}\b")
_HIGH_IS_BAD = folded_pattern(rf"\b{_HIGH} (?:an? )?(?:\w+ )?(?:worse|worst|poor(?:er)?|bad|severe)\b")
_SHORT = 3


def is_doubtful(reading: Reading, change: Change) -> bool:
    """Whether nobody can tell from a sentence alone if this is the direction of the outcome."""
    if (
        reading.unknown_arm
        or _differs_by_time(reading)
        or only_one_changed(reading)
        or is_of_probability(reading)
        or _mixes_tests(reading)
    ):
        return True
    if is_inside_another(reading) or answers_another(reading, change) or did_not_last(reading):
        return True
    if may_be_beforehand(reading) or is_belief(reading) or _is_of_a_part(reading) or _is_of_a_turned_scale(reading):
        return True
    if change == "no-difference":
        return _is_of_one_time(reading) and not times_in(reading.question.outcome)
    return _may_be_turned(reading) or _is_of_change(reading) or _is_of_one_time(reading)


def _is_of_a_part(reading: Reading) -> bool:
    """Whether only a part of the people is spoken of, which was not asked for."""
    found = _OF_A_PART.search(reading.folded)
    return found is not None and not any(
        word in reading.question.people for word in found[0].split() if len(word) > _SHORT
    )


def _is_of_a_turned_scale(reading: Reading) -> bool:
    """'Pain scores (higher is better) were higher': the scale runs against the outcome."""
    turned = {"b": _HIGH_IS_GOOD, "g": _HIGH_IS_BAD}.get(reading.kind[:1])
    return turned is not None and turned.search(reading.folded) is not None


def _may_be_turned(reading: Reading) -> bool:
    """Whether the outcome or its opposite may be meant, or counted by a printed ratio."""
    of_events = reading.of_events and any(True for _ in ratios_in(reading.sentence, reading.folded))
    return reading.named == "doubtful" or (of_events and not any(one.name in WAYS for one in reading.signs))


def _is_of_change(reading: Reading) -> bool:
    return (
        "chang" in reading.folded
        and "chang" not in reading.question.outcome
        and bool(_CHANGE_WAS.search(reading.folded))
    )


def _differs_by_time(reading: Reading) -> bool:
    """Whether tests at several times show a difference and none, and no time is asked for."""
    names = {one.name for one in reading.signs}
    return {"PSIG", "PNS"} <= names and not times_in(reading.question.outcome) and len({*times_in(reading.folded)}) > 1


def _is_of_one_time(reading: Reading) -> bool:
    """Whether a difference at one time and none at another stand side by side."""
    names = {one.name for one in reading.signs}
    return "NOT" in names and bool(WAYS & names) and _NOT_THEN.search(reading.folded) is not None


def _mixes_tests(reading: Reading) -> bool:
    """Whether a list of p values shows a difference and none, and it is not told which one is the outcome's."""
    return len({p <= LIMIT for p in listed_p_values(reading.sentence)}) > 1


def _has_an_unknown_arm(reading: Reading) -> bool:
    return reading.unknown_arm


_ALWAYS = (_has_an_unknown_arm, _differs_by_time, only_one_changed, is_of_probability, _mixes_tests)
