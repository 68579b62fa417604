"""Times told in an abstract, and what the words around them make of them: patterns for folded text.

Source of all: read on development halves of ``pico_corpus``, ``rct_polarity`` and ``study_design``.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.numbers import value_of_words
from claimbook.appraise.text.pieces import SHARED, Pieces
from claimbook.appraise.text.reading import Sentence

_WEEKS = {"d": 1 / 7, "w": 1.0, "m": 365.25 / 12 / 7, "y": 365.25 / 7, "h": 1 / 168}
"""How many weeks each unit has, by its first letter."""
_LONGEST = 5_200.0
"""Weeks; nobody was followed longer."""
_MANY = 10.0
"""Weeks from which on a tenth is fine enough."""
_BEGINNING = frozenset("01")
"""Day 0 or 1 is when it began."""
_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|sixteen|eighteen|"
    "twenty(?:[- ](?:one|two|four|six|eight))?|thirty(?:[- ]six)?|forty(?:[- ]eight)?|fifty(?:[- ]two)?|sixty|ninety"
)
_N = rf"\d{{1,4}}(?:\.\d+)?|{_WORDS}"
_GAP = r"[- \u2010-\u2013\s]{0,2}"
_UNIT = "days?|weeks?|wks?|months?|mos?|mths?|years?|yrs?"
_SPREAD = r"(?: ?(?:\+/?-|\xb1) ?\d+(?:\.\d+)?| ?\([^()]{1,30}\))?"
_TIME = rf"(?P<n>{_N}){_SPREAD}{_GAP}(?P<unit>{_UNIT}|y)\b"
_SOME = r"(?: (?!least|most|about the|risk|age|onset)\w+)?"

_UNITS = folded_pattern(rf"(?:{_UNIT})\b")
_HOURS = folded_pattern(r"(?:hours?|hrs?|h)\b")
_ORDINAL = r"(?:nd|rd|th|(?<=\d\d)st)?"
_NUMBER_BEFORE = folded_pattern(
    rf"(?<![\w.,/-])(?P<n>{_N}){_ORDINAL}{_GAP}$|(?<=\d[-\u2013])(?P<last>\d{{1,3}}){_GAP}$"
)
_NUMBER_AFTER = folded_pattern(
    r" (?:(?:\d{1,3}, ?){0,5}\d{1,3},? (?:and|to|or) )?(?P<n>\d{1,3})\b"
    r"(?!\.\d|%| %|,? and \d|, \d{1,3}(?:,| and| or)| (?:patients|participants|subjects|of|every))"
)
_FAR = 14
"""Signs before a unit in which its number stands."""
_SHORT = folded_pattern(r"[\d -]h\b")
_HOUR = Pieces("hour| hr | hrs ", SHARED)

_LINKED = r"(?:\W{1,3}|\s(?:\w+\s){0,3}?)"
FOLLOW_UP = (
    folded_pattern(
        rf"\bfollow(?:ed)?[- ]?\s?up(?: \w+)?{_LINKED}(?:of|for|was|at|to|until|after|over|period|duration|time|=)"
        rf"(?: \w+){{0,3}}? {_TIME}"
    ),
    folded_pattern(rf"\bfollowed(?: \w+){{0,3}}? (?:for|over|until|to|through)(?: \w+){{0,3}}? {_TIME}"),
    folded_pattern(rf"\b(?:observed|tracked) (?:for|over) an? (?:mean|median|average)(?: \w+){{0,2}}? of {_TIME}"),
    folded_pattern(rf"\b{_TIME}(?: of| post\w*)?[- ](?:\w+[- ]){{0,2}}?follow(?:ed)?[- ]?\s?up"),
    folded_pattern(rf"\bfollow[- ]?up(?: times?| period| duration)?[,:]? ?\(?(?:(?:mean|median|average),? )?{_TIME}"),
)
MIDDLE = folded_pattern(r"\b(?:mean|median|average)\b")
MIDDLE_BESIDE = folded_pattern(
    rf"[^.;()]{{0,12}}(?:\( ?|[;,] (?=\w+ follow))(?:mean|median|average)(?: follow[- ]?up)?[,:=]?(?: of| was)? ?"
    rf"(?P<n>{_N})\b(?:{_GAP}(?P<unit>{_UNIT})\b)?"
)
"""'minimum 12 months (mean 19.6)': the mean has the same unit, if none is printed."""

_PREPARED = "wash-?\\s?out|run-?\\s?in|lead-?\\s?in|screening|baseline|titration"
_KEPT = "food|dietary|diet records?|records?|diar(?:y|ies)|recalls?|history|prevalence"
NO_TIME_AFTER = folded_pattern(
    rf",? (?:(?!post)[\w-]+,? ){{0,2}}?(?:{_PREPARED})\b|"
    r"['\u2019]?s?['\u2019]?[- ](?:of age|of life|of gestation|of pregnancy|old|ago|earlier|before|prior|"
    r"previous|preceding|or (?:older|younger|more|longer|less)|gestation\w*|"
    r"postmenstrual|corrected|post-?conception\w*|intervals?|apart|"
    r"per\b|a week|half-li|supply|cycles?|"
    rf"(?:(?!post)[\w-]+[- ]){{0,2}}?(?:{_PREPARED})\b|(?:[\w-]+ )?(?:{_KEPT})\b|"
    r"(?:of )?(?:duration of )?(?:disease|symptoms|diabetes)\b)"
)
NO_TIME_BEFORE = folded_pattern(
    r"(?:\b(?:every|per|older than|younger than|more than|less than|longer than|shorter than|at least|previous|prior|"
    r"preceding|past|last|each|[<>\u2264\u2265]|\+/?-|\xb1)(?: or equal to)?(?: an?)? ?|"
    rf"\b(?:age[ds]?|separated|intervals? of|diagnosed|(?:disease|symptom|pain|illness) duration|duration of \w+) "
    rf"[^.;]{{0,25}}|\b(?:{_PREPARED})(?: period| phase)?,? (?:of|for|lasting|was|\()(?: \w+){{0,2}} ?)$"
)
"""Ages, the past, what is prepared, how often: no times at which this study measured."""
AGE_BEFORE = folded_pattern(r"\bage[ds]?\b[^.;]{0,25}$")

# What makes a time one of measurement, or the length of what was done
AT_BEFORE = folded_pattern(
    rf"\b(?:at|after|by|until|till|through|over|within|from baseline to|up to)(?: the| an?)?{_SOME}(?: of)? ?\(?"
    rf"(?:(?:baseline|\d{{1,3}}(?:{_GAP}(?:{_UNIT}))?)(?:, and|,| and|/| to|-|\u2013) ?){{0,6}}$"
)
ON_BEFORE = folded_pattern(
    r"(?:\b(?:at|on|by|to|until|till|through|after|and|of|between|or)(?: the)?(?: \w+)? |[(,] ?|^)$"
)
AT_AFTER = folded_pattern(r"[- ](?:after|post\w*|following|from (?:baseline|random|start|surgery)|later|into)\b")
OUTCOME_AFTER = folded_pattern(
    r"[- ](?:[\w-]+ ){0,2}?(?:mortality|survival|readmissions?|outcomes?|rates?|incidence)\b|"
    r"[- ](?:(?!for|of|and|to|in|per)[\w-]+ )?(?:results|assessments?|visits?|examinations?|evaluations?|check-?ups?)\b"
)
LENGTH_BEFORE = folded_pattern(
    rf"\b(?:for|during|lasted|lasting|throughout|period of|course of|(?:treatment|study|therapy) duration (?:of|was)|"
    rf"(?:treatment|study|intervention|training|trial) (?:period|phase|program\w*) was)"
    rf"(?: the| an?)?{_SOME} (?:\w{{1,3}} )?$"
)
LENGTH_AFTER = folded_pattern(
    r"[- ,]{1,2}(?:of )?(?:\w+(?:-\w+){0,3}[- ,]{1,2}){0,3}?"
    r"(?:trial|study|studies|program\w*|intervention|treatment|therapy|course|period|regimen|phase|training)s?\b"
    r"(?! (?:and (?:the )?control|groups?|arms?|drugs?|population|entry))"
)
OF_AFTER = folded_pattern(
    r"['\u2019]?s?['\u2019]? of (?!age|life|gestat|pregnan|experience|data|educat|school|work|service|practice|disease|"
    r"illness|symptom|diagnos|onset|birth|surgery|random|admission|observ|follow|the\b|this\b|each\b)"
)
GIVEN_BEFORE = folded_pattern(r"(?:^|\b(?:to|receiv\w+|underwent|undergo\w*|given|completed|either|of|or)(?: an?)? )$")
"""Around 'ten weeks of humming' where that is what was done."""
PERIOD_BEFORE = folded_pattern(
    r"\b(?:winters?|summers?|terms?|seasons?|semesters?|school years?|periods?|phases?|course|program\w*|intervention|"
    r"training|treatment)\b[^.;()]{0,20}\($"
)
"""Before 'two winter terms (20 weeks)'."""
WITHIN = folded_pattern(r"\bwithin(?: the)?(?: \w+)? ?$")
SINCE = folded_pattern(
    r"['\u2019]? (?:of|after|from|following) (?:the )?(?:first |index )?(?:random|discharg|prescri|vaccin|dispens|"
    r"index)"
)
"""Within a time since these something is an outcome; who fell ill within it may only be eligible."""
MEASURED = folded_pattern(
    r"\b(?:outcomes?|end-?\s?points?|mortality|deaths?|readmi\w+|primary|assess\w*|measur\w*|recurrence|evaluat\w*|"
    r"record\w*|scor\w+|examin\w*|perform\w*|obtain\w*|repeated|visits?|reference standard)\b"
)
RECRUITED = folded_pattern(
    r"\b(?:consecutive|admitted|recruit\w*|enrol\w*|retrospective\w*|presenting|attending|presented|identified|"
    r"reviewed|referred|admissions?|hospitali[sz]ed)\b"
)
IN_BEFORE = folded_pattern(r"\b(?:over|during|in|within)(?: an?| the)?(?: \w+)? ?$")
ILL_BEFORE = folded_pattern(
    r"\b(?:pain|symptoms?|disease|history|diagnos\w+|present|persist\w*|fatigue|complaints?|suffer\w*|depress\w*)"
    r"(?: [\w-]+){0,3} (?:for|lasting)(?: \w+){0,2} $"
)
"""Who was eligible, and how long it took to find them, is not how long they were followed."""
WISHED = folded_pattern(r"\b(?:needed|should|future|further|warrant\w*|recommend\w*|requir\w*|must|if|will)\b")
HOURS_BEFORE = folded_pattern(
    r"\b(?:at|after|over|within|for|during|first|until|up to|in)(?: the)?(?: first)? "
    r"(?:\d{1,2}(?:, and|,| and|/| to|-) ?){0,8}$"
)
NO_HOURS_AFTER = folded_pattern(
    r"[- ]?(?:urin\w*|recall|ambulatory|monitor\w*|ph\b|holter|ecg|blood|food|diet\w*|energy|before|prior|old|of |"
    r"from onset|per\b|a day|daily|fast\w*|infusion|dosing|interval|oesoph\w*|esoph\w*|intra)"
)
SESSIONS = folded_pattern(
    rf"\b(?P<n>{_N}) (?:(?:once-?)?weekly (?:[\w-]+ ){{0,3}}?sessions\b|"
    r"(?:[\w-]+ ){0,3}?sessions? (?:[\w-]+ ){0,3}?(?:once a week|once per week|weekly\b))"
)


class Time(NamedTuple):
    """A time as printed at ``folded[start:end]``; whether the unit stands before the number, as in 'week 12'."""

    printed: str
    unit: str
    start: int
    end: int
    is_counted: bool = False


def times_in(folded: str) -> Iterator[Time]:
    """Every time in days, weeks, months or years: '12 weeks', '6-month', 'week 12', 'days 1, 7 and 14' (the last)."""
    for unit in _UNITS.finditer(folded):
        if (before := _before(folded, unit)) is not None:
            yield before
        elif (after := _NUMBER_AFTER.match(folded, unit.end())) and after["n"] not in _BEGINNING:
            yield Time(after["n"], unit[0], unit.start(), after.end(), is_counted=True)


def hours_in(sentence: Sentence) -> Iterator[Time]:
    """Every time in hours."""
    if _HOUR.stand_in(sentence) or _SHORT.search(sentence.folded):
        yield from filter(None, (_before(sentence.folded, unit) for unit in _HOURS.finditer(sentence.folded)))


def _before(folded: str, unit: re.Match[str]) -> Time | None:
    found = _NUMBER_BEFORE.search(folded, max(0, unit.start() - _FAR), unit.start())
    return found and Time(found["n"] or found["last"], unit[0], found.start(), unit.end())


def weeks_of(printed: str, unit: str) -> float:
    """The weeks of a time; 0 where nobody can have been followed so long."""
    weeks = (float(printed) if printed[0].isdigit() else float(value_of_words(printed))) * _WEEKS[unit[0]]
    return 0.0 if weeks > _LONGEST else round(weeks, 1 if weeks >= _MANY else 3)
