"""Which sentences compare two doses of the intervention with each other, and not with the comparator. Pure.

'Fewer with 20 mg than with 10 mg' tells nothing of baclofen against placebo. A number is a dose only where the plans
print it beside the intervention: a morphine use of 20 mg versus 35 mg is a result. Our choice.
"""

import re
from collections.abc import Sequence

from claimbook.appraise.direction.comparison import Finder, tokens_of
from claimbook.appraise.direction.cues import statistics_in
from claimbook.appraise.direction.features import Reading
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.reading import Text

_UNITS = r"(?:mg|mcg|ug|\u03bcg|\u00b5g|g|iu|u|ml|units?|gy|mmol|kcal)"
_DOSE = (
    rf"(?:(?P<number{{0}}>(?<![\d.,\u00b7])\d{{{{1,6}}}}(?:[.,\u00b7]\d{{{{1,4}}}})?)"
    rf"(?:[ -]?{_UNITS}(?:[/ ](?:kg|day|d|h|week))*)?"
    r"|(?:high|low|small|large|full|half|single|double|medium|moderate|intermediate|maximum|minimum)(?:er|est)?"
    r"(?:[ -]doses?)?|(?:(?:once|twice|(?:three|four) times)[ -](?:daily|a day|weekly|a week)))"
)
_WORDS = r"(?: (?!(?:placebo|and|or|than)\b)[a-z-]+){0,4}?"
_COMPARED = (
    r"(?:than|versus|vs\.?|compared (?:with|to)|relative to|(?:superior|inferior|equal|similar|equivalent) to"
    r"|differ\w* from|as [a-z]+(?: [a-z]+)? as)"
    r"(?: (?:with|in|for|the|those|on|after|receiv\w+|given|taking|who|patients|at|an?))*"
)
_AMONG = re.compile(
    r"\b(?:between|among) (?:the |these )?(?:(?:two|three|four|both|different|various) )?"
    r"(?:dos(?:es|ages)|dose (?:groups|levels))\b"
)
_PAIRS = (
    re.compile(rf"\b{_DOSE.format(1)}\b[^.;()]{{0,60}}?\b{_COMPARED} {_DOSE.format(2)}(?![\w.])"),
    re.compile(rf"\bbetween (?:the )?{_DOSE.format(1)}{_WORDS} and (?:the )?{_DOSE.format(2)}(?![\w.])"),
)
_NUMBER = re.compile(r"(?<![\d.,\u00b7])\d{1,6}(?:[.,\u00b7]\d{1,4})?(?!\d)")
_PLANNED = re.compile(
    rf"({_NUMBER.pattern}(?:(?:, or |, and |, | or | and |/){_NUMBER.pattern}){{0,5}})[ -]?{_UNITS}\b"
)
"""'10, 20 or 40 mg'."""
_OF_DOSES = re.compile(
    rf"\bdos(?:e|es|age|ages|ing)\b|\d[ -]?{_UNITS}\b|\b(?:once|twice|times)[ -](?:daily|a day|weekly)"
)


def compares_doses(text: Text, readings: Sequence[Reading], finder: Finder) -> list[bool]:
    """Of each sentence whether it only holds doses of the intervention against each other."""
    if _OF_DOSES.search(fold(finder.triple.comparator)) or not _OF_DOSES.search(fold(f"{text.title} {text.abstract}")):
        return [False] * len(readings)
    planned = _planned_numbers(text, finder)
    return [_is_of_doses(one, planned) for one in readings]


def _planned_numbers(text: Text, finder: Finder) -> frozenset[str]:
    """The numbers that title and plans print as doses in sentences on the intervention."""
    told = (one for one in text.in_roles(Role.TITLE, Role.AIM, Role.METHODS) if not statistics_in(one.text))
    named = (one.folded for one in told if any(token.part == "I" for token in finder.mark(tokens_of(one.text))))
    return frozenset(number for one in named for doses in _PLANNED.findall(one) for number in _NUMBER.findall(doses))


def _is_of_doses(reading: Reading, planned: frozenset[str]) -> bool:
    if any(one.name == "C" for one in reading.signs) or not _OF_DOSES.search(reading.folded):
        return False
    if _AMONG.search(reading.folded):
        return True
    return any(_are_doses(found, planned) for pair in _PAIRS for found in pair.finditer(reading.folded))


def _are_doses(found: re.Match[str], planned: frozenset[str]) -> bool:
    """Whether both numbers, where there are any, are planned doses, and not the same."""
    numbers = [one for one in (found["number1"], found["number2"]) if one]
    return planned.issuperset(numbers) and len({*numbers}) == len(numbers)
