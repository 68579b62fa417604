"""Whether a difference that a sentence tells was gone, or turned, at another time. Pure.

'Fewer at week 4, but this difference had disappeared by week 12' is no plain 'lower'. The words are our choice, read
from invented sentences.
"""

import re
from types import MappingProxyType

from claimbook.appraise.direction.cues import WAYS
from claimbook.appraise.direction.features import Reading
from claimbook.appraise.direction.preferred import times_in
from claimbook.appraise.text.lexicon import folded_pattern, one_of

_EFFECT = one_of(
    "differences? | effects? | benefits? | advantages? | reductions? | improvements? | increases? | decreases? | gains?"
    "| superiority | it | this | that | which | these | but | and | was | were | no"
)
_ENDED = one_of(
    "disappear\\w* | vanish\\w* | no longer | lost(?! to) | wore off | wears off | worn off | faded | waned"
    "| dissipat\\w* | gone | short-?lived"
    "| (?:was|were|did|is) not (?:\\w+ )?(?:maintain\\w*|sustain\\w*|persist\\w*|last|retain\\w*|durable)"
    "| not (?:maintained|sustained) | ceased to | returned to | levell?ed out | evened out"
)
_GONE = folded_pattern(rf"\b{_EFFECT}\b[^.;]{{0,50}}?\b{_ENDED}\b")
_FOR_A_WHILE = folded_pattern(
    r"\b(?:transient|temporari|brief|momentari)ly\b"
    r"|\b(?:transient|temporary|brief|short-?lived|passing) (?:\w+ )?"
    r"(?:effect|reduction|decrease|increase|improvement|benefit|fall|rise|gain|relief|difference|drop)s?\b"
)
_BUT_NOT_LONG = folded_pattern(r"\b(?:not|no) (?:\w+ ){0,2}?(?:long(?:er)?-? ?term|late|later|lasting|permanent\w*)\b")
_ADJUSTED = folded_pattern(r"\b(?:adjust|match|controll|correct|multivaria)")
_NUMBER = "(?:\\d+(?:[.\u00b7]\\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)"
_UNIT = "(?:hours?|h|days?|weeks?|wks?|months?|years?|yrs?|minutes?|min|visits?)"
_WHEN = re.compile(
    rf"\b(?:at|by|after|in|during|until|through|within|from|on) (?:the |a )?"
    rf"(?:{_NUMBER}[- ]{_UNIT}\b|{_UNIT} {_NUMBER}\b"
    rf"|(?:first|second|third|fourth|fifth|sixth|last|final|next) {_UNIT}\b"
    r"|(?:end|completion|(?:\w+ )?follow-? ?up|discharge|(?:short|long|medium)(?:er)?-? ?term"
    r"|(?:treatment|intervention)(?! \w))\b)"
    r"|\b(?:thereafter|later|early on|initially)\b"
)
_TURN = re.compile(r";|\b(?:but|whereas|while|however|although|yet|and|then)\b")


_STAYS = re.compile(r"maintain|remain|stable|constant|parallel|same direction")
_OTHER_WAY = MappingProxyType({"UP": {"DOWN", "SAME"}, "DOWN": {"UP", "SAME"}, "SAME": {"UP", "DOWN"}})


def did_not_last(reading: Reading) -> bool:
    """Whether it can only be told for one time which way the outcome went, and no time is asked for."""
    folded = reading.folded
    if times_in(reading.question.outcome) or _WHEN.search(reading.question.outcome):
        return False
    names = {one.name for one in reading.signs}
    if not WAYS & names:
        return False
    if _FOR_A_WHILE.search(folded) or _BUT_NOT_LONG.search(folded):
        return not any(one in reading.question.people for one in ("transient", "temporar", "long", "brief"))
    if _GONE.search(folded) and not _ADJUSTED.search(folded):
        return True
    return _turns_with_time(reading)


def _turns_with_time(reading: Reading) -> bool:
    """'Fewer at 3 months but more frequent at 12 months', 'fewer at 3 months; by 12 months the groups were similar'."""
    times = [one.span() for one in _WHEN.finditer(reading.folded)]
    for turn in _TURN.finditer(reading.folded):
        if any(end <= turn.start() for _, end in times) and any(start >= turn.end() for start, _ in times):
            told = [one for one in reading.signs if not _STAYS.match(reading.folded, one.start)]
            before = {one.name for one in told if one.start < turn.start()}
            behind = {one.name for one in told if one.start >= turn.end()}
            if any(one in before and _OTHER_WAY[one] & behind for one in _OTHER_WAY):
                return True
    return False
