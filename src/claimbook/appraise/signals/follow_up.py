"""How long people were followed, in weeks: the last time at which something was measured.

Words of follow-up speak first, then the times at which something was measured and the length of what was done, of
which the later counts, then hours, then a number of weekly sessions.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from claimbook.appraise.signals import times
from claimbook.appraise.signals.elsewhere import is_of_others, is_planned
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.pieces import NUMBER, SHARED, Pieces
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import SYNTHESES, WITHOUT_RESULTS, Kind, Read, Span, Status

_OWN = frozenset({Role.TITLE, Role.AIM, Role.METHODS, Role.RESULTS})
_OF_OTHERS = SYNTHESES | WITHOUT_RESULTS | {Kind.NARRATIVE_REVIEW}
"""Kinds that follow nobody, or have not done so yet."""
_UNITS = Pieces("day|week|month|year| wk | wks | mo | mos | mth | mths | yr | yrs ", SHARED)
_ILL = Pieces("pain|symptom|disease|history|diagnos|present|persist|fatigue|complaint|suffer|depress", SHARED)
_RECRUITED = Pieces(
    "consecutive|admi|recruit|enrol|retrospective|present|attending|identified|reviewed|referred|hospitali", SHARED
)
"""Parts of words without which `times.ILL_BEFORE` and `times.RECRUITED` are not tried."""
_NEAR, _BESIDE, _FAR = 48, 25, 240
"""Signs before a time that may tell what it is, or what stands for all; and around it, what its sentence is about."""
_OF_THE_MIDDLE, _IN_WORDS, _OF_A_MINIMUM, _NOT_DONE = 0.92, 0.9, 0.8, 0.5
"""How sure a follow-up is that words tell: a mean or median, any other, a minimum; one of others, or to come."""
_NOT_STATED: Read[float] = Read.missing("follow-up.not-stated")
_MEASURING = frozenset({Role.METHODS, Role.RESULTS, Role.CONCLUSIONS})


@dataclass(frozen=True, slots=True)
class _Time:
    """A time, where it stands, and in which way it was told."""

    weeks: float
    span: Span
    way: str
    status: Status = "inferred"
    confidence: float = 0.5


def follow_up_of(text: Text, kind: Kind | None = None) -> Read[float]:
    """The longest follow-up, in weeks, by the first way that tells one.

    Args:
        text: title and abstract.
        kind: what kind of publication it is; who reviews the studies of others, or plans one, has followed nobody.
    """
    if kind in _OF_OTHERS:
        return _NOT_STATED
    for way, roles, pieces in _WAYS:
        told = (one for one in text.sentences if one.role in roles and (pieces is None or pieces.stand_in(one)))
        if found := [time for one in told for time in way(one) if time.weeks]:
            last = max(found, key=attrgetter("confidence", "weeks") if way is _followed else attrgetter("weeks"))
            return Read(last.weeks, last.status, last.confidence, (last.span,), rule=f"follow-up.{last.way}")
    return _NOT_STATED


def _followed(sentence: Sentence) -> Iterator[_Time]:
    """Times told with words of follow-up; a mean or median is what stands for all, a minimum is not."""
    for pattern in times.FOLLOW_UP:
        for found in pattern.finditer(sentence.folded):
            before = sentence.folded[max(0, found.start("n") - _NEAR) : found.start("n")]
            if times.NO_TIME_AFTER.match(sentence.folded, found.end("unit")) or times.AGE_BEFORE.search(before):
                continue
            most = _NOT_DONE if is_of_others(found) or is_planned(found) else 1.0
            if beside := times.MIDDLE_BESIDE.match(sentence.folded, found.end()):
                weeks = times.weeks_of(beside["n"], beside["unit"] or found["unit"])
                sure = min(most, _OF_THE_MIDDLE)
                yield _Time(weeks, sentence.span_of(beside, "n"), "words", "explicit", sure)
            weeks = times.weeks_of(found["n"], found["unit"])
            near = sentence.folded[max(0, found.start() - _BESIDE) : found.end()]
            yield _Time(weeks, sentence.span_of(found), "words", "explicit", min(most, _sure_of_words(near)))


def _sure_of_words(said: str) -> float:
    if times.MIDDLE.search(said):
        return _OF_THE_MIDDLE
    return _OF_A_MINIMUM if "minimum" in said or "at least" in said else _IN_WORDS


def _measured_or_done(sentence: Sentence) -> Iterator[_Time]:
    """Times of measurement, and the length of what was done."""
    for found in times.times_in(sentence.folded):
        before = sentence.folded[max(0, found.start - _NEAR) : found.start]
        if _is_measured_at(sentence, found, before):
            way, sure = "measured-at", 0.7
        elif _is_length(sentence, found, before):
            way, sure = "length", 0.6
        else:
            continue
        if _is_of_the_study(sentence, found, before):
            weeks = times.weeks_of(found.printed, found.unit)
            yield _Time(weeks, sentence.part(found.start, found.end), way, confidence=sure)


def _is_of_the_study(sentence: Sentence, found: times.Time, before: str) -> bool:
    """Whether it may be a time of what was done and measured: no age, no past, nobody's illness or recruitment."""
    if times.NO_TIME_AFTER.match(sentence.folded, found.end) or times.NO_TIME_BEFORE.search(before):
        return False
    if sentence.role in {Role.METHODS, Role.AIM}:
        if _ILL.stand_in(sentence) and times.ILL_BEFORE.search(before):
            return False
        if "within" in before and times.WITHIN.search(before):
            since = times.SINCE.match(sentence.folded, found.end)
            return since is not None or times.MEASURED.search(_around(sentence, found)) is not None
    if not _RECRUITED.stand_in(sentence) or not times.IN_BEFORE.search(before):
        return True
    return times.RECRUITED.search(_around(sentence, found)) is None


def _is_length(sentence: Sentence, found: times.Time, before: str) -> bool:
    """Whether it is how long something was done: '12-week programme', 'for ten weeks', 'ten weeks of humming'."""
    if times.LENGTH_AFTER.match(sentence.folded, found.end) or times.LENGTH_BEFORE.search(before):
        return True
    if sentence.role is not Role.METHODS:
        return False
    given = times.OF_AFTER.match(sentence.folded, found.end) and times.GIVEN_BEFORE.search(before)
    return given is not None or (before.endswith("(") and times.PERIOD_BEFORE.search(before) is not None)


def _is_measured_at(sentence: Sentence, found: times.Time, before: str) -> bool:
    if sentence.role not in _MEASURING:
        return sentence.role is Role.TITLE and times.OUTCOME_AFTER.match(sentence.folded, found.end) is not None
    if found.is_counted:
        return times.ON_BEFORE.search(before) is not None
    if times.AT_BEFORE.search(before) or times.OUTCOME_AFTER.match(sentence.folded, found.end):
        return True
    if not times.AT_AFTER.match(sentence.folded, found.end):
        return False
    return sentence.role is Role.RESULTS or times.MEASURED.search(_around(sentence, found)) is not None


def _around(sentence: Sentence, found: times.Time) -> str:
    """The words around a time; not the whole of an endless sentence."""
    return sentence.folded[max(0, found.start - _FAR) : found.end + _FAR]


def _concluded(sentence: Sentence) -> Iterator[_Time]:
    """Times at which a conclusion tells results; what it wishes for is none."""
    if not times.WISHED.search(sentence.folded):
        for time in _measured_or_done(sentence):
            yield replace(time, way="concluded", confidence=0.5)


def _hours(sentence: Sentence) -> Iterator[_Time]:
    """Hours at which something was measured; only where nothing longer is told."""
    if NUMBER not in sentence.words:
        return
    for found in times.hours_in(sentence):
        before = sentence.folded[max(0, found.start - _NEAR) : found.start]
        at = times.HOURS_BEFORE.search(before) or times.AT_AFTER.match(sentence.folded, found.end)
        if not at or times.NO_HOURS_AFTER.match(sentence.folded, found.end):
            continue
        if sentence.role is Role.RESULTS or not times.WITHIN.search(before):
            weeks = times.weeks_of(found.printed, found.unit)
            yield _Time(weeks, sentence.part(found.start, found.end), "hours")


def _sessions(sentence: Sentence) -> Iterator[_Time]:
    """As many weeks as weekly sessions."""
    for found in times.SESSIONS.finditer(sentence.folded):
        yield _Time(times.weeks_of(found["n"], "weeks"), sentence.span_of(found), "sessions")


_TOLD = frozenset({Role.METHODS, Role.RESULTS})
_WAYS: Sequence[tuple[Callable[[Sentence], Iterator[_Time]], frozenset[Role], Pieces | None]] = (
    (_followed, _OWN, Pieces(" follow |followed|followup| observed | tracked ", SHARED)),
    (_measured_or_done, _OWN, _UNITS),
    (_hours, _TOLD, None),
    (_sessions, frozenset({Role.METHODS}), Pieces("session", SHARED)),
    (_concluded, frozenset({Role.CONCLUSIONS}), _UNITS),
)
"""In order of precedence: where each may stand, and a quick look before it is tried."""
