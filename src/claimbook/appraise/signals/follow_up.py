"""How long people were followed, in weeks: the longest time at which something was measured.

Words of follow-up speak first, then the times at which results are told, then the length of the treatment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.numbers import value_of_words
from claimbook.appraise.text.pieces import SHARED, Pieces
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Read, Span, Status

WEEKS = {"day": 1 / 7, "week": 1.0, "month": 365.25 / 12 / 7, "year": 365.25 / 7}
"""How many weeks each unit has."""
_WORDS = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen|twenty|twenty-four|thirty"
_TIME = rf"(?P<n>\d{{1,4}}(?:\.\d+)?|{_WORDS})(?:[- \u2010-\u2013]|\s)?(?P<unit>day|week|month|year)s?\b"
_LINKED = r"(?:\W{1,3}|\s(?:\w+\s){0,3}?)"
_FOLLOW_UP = (
    folded_pattern(
        rf"\bfollow(?:ed)?[- ]?\s?up(?: \w+)?{_LINKED}(?:of|for|was|at|to|until|after|over|period|duration|time|=)"
        rf"(?: \w+){{0,3}}? {_TIME}"
    ),
    folded_pattern(rf"\bfollowed(?: \w+){{0,3}}? (?:for|over|until|to|through)(?: \w+){{0,3}}? {_TIME}"),
    folded_pattern(rf"\b{_TIME}(?: of| post\w*)?[- ](?:\w+[- ]){{0,2}}?follow(?:ed)?[- ]?\s?up"),
)
_LISTED = r"(?:(?:baseline|\d{1,3}(?: (?:days?|weeks?|months?|years?))?)(?:, and|,| and|/) ?){0,6}"
_AT = folded_pattern(rf"\b(?:at|after|by|until|through|over|within)(?: the)?(?: \w+)? {_LISTED}{_TIME}")
_LENGTH = (
    folded_pattern(
        rf"\b{_TIME}[- ,](?:\w+[- ,]){{0,3}}?(?:trial|study|program\w*|intervention|treatment|course|period)\b"
    ),
    folded_pattern(rf"\b(?:for|during|lasted|lasting)(?: \w+)? {_TIME}(?! (?:of age|old|before|prior|history))"),
)
_AGE = folded_pattern(r"^\s?(?:of age|old|ago|earlier|before|prior|previous|or (?:older|younger|more)|survival)")
_OWN = (Role.TITLE, Role.AIM, Role.METHODS, Role.RESULTS)
_UNITS = Pieces("day|week|month|year", SHARED)
_LONGEST = 5_200.0
"""Weeks; nobody was followed longer."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to tell how long: its patterns, where they may stand, and how often it is right."""

    name: str
    stem: str
    """Stands in every match."""
    patterns: tuple[re.Pattern[str], ...]
    roles: tuple[Role, ...]
    status: Status
    confidence: float


_WAYS = (
    _Way("words", "follow", _FOLLOW_UP, _OWN, "explicit", 0.9),
    _Way("measured-at", "", (_AT,), (Role.RESULTS, Role.METHODS), "inferred", 0.7),
    _Way("length", "", _LENGTH, _OWN, "inferred", 0.6),
)
"""In order of precedence."""


def follow_up_of(text: Text) -> Read[float]:
    """The longest follow-up, in weeks to one decimal place, by the first way that tells one."""
    telling = [one for one in text.in_roles(*_OWN) if _UNITS.stand_in(one)]
    for way in _WAYS:
        times = [time for sentence in telling if sentence.role in way.roles for time in _times(sentence, way)]
        if times:
            weeks, span = max(times, key=itemgetter(0))
            return Read(weeks, way.status, way.confidence, (span,), rule=f"follow-up.{way.name}")
    return Read.missing("follow-up.not-stated")


def _times(sentence: Sentence, way: _Way) -> Iterator[tuple[float, Span]]:
    """Every time that the way finds in a sentence, in weeks, with its words; ages and the past are none."""
    if way.stem not in sentence.folded:
        return
    for pattern in way.patterns:
        for found in pattern.finditer(sentence.folded):
            weeks = _number(found["n"]) * WEEKS[found["unit"]]
            if 0 < weeks <= _LONGEST and not _AGE.match(sentence.folded, found.end("unit") + 1):
                yield round(weeks, 1), sentence.span_of(found)


def _number(printed: str) -> float:
    return float(printed) if printed[0].isdigit() else float(value_of_words(printed))
