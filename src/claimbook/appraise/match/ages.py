"""How old people are: groups of age, by words, by printed ages and by headings."""

import re
from collections.abc import Iterable, Iterator

from claimbook.appraise.text.lexicon import folded_pattern, holds_any
from claimbook.model.claim import Population

AGES = {
    "children": folded_pattern(
        r"\b(?:child(?:ren)?|adolescents?|infants?|newborns?|neonates?|paediatric|pediatric|schoolchildren|teenagers?|"
        r"boys|girls|school(?:boys|girls)|toddlers?|bab(?:y|ies)|pre-?schoolers?|preterm|pupils|kids|(?:one|two|three|four|"
        r"five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven)teen)[- ]years?[- ]olds?)\b"
    ),
    "older adults": folded_pattern(
        r"\b(?:older (?:adults?|people|persons|women|men|patients|individuals)|elderly|"
        r"aged? (?:[^\s\d]+ ){0,2}[>\u2265=]+ ?(?:6[05-9]|[78]\d)\b|"
        r"aged (?:6[05-9]|[78]\d)\b(?! (?:years? )?(?:or|and) (?:under|younger|below))|"
        r"(?:mean|median|average) age (?:[^\s\d]+ ){0,3}[78]\d\b|(?:over|older than|above) (?:6[05-9]|[78]\d)\b|"
        r"geriatric|nursing homes?|frail)\b"
    ),
    "adults": folded_pattern(r"\badults?\b"),
}
"""Groups of age; 'adults' last, because 'older adults' are older."""
AGE_HEADINGS = {
    "children": frozenset({"Child", "Child, Preschool", "Infant", "Infant, Newborn", "Adolescent"}),
    "adults": frozenset({"Adult", "Young Adult", "Middle Aged"}),
    "older adults": frozenset({"Aged", "Aged, 80 and over"}),
}
AGES_WITHIN = frozenset(
    {("children", "children"), ("adults", "adults"), ("older adults", "older adults"), ("adults", "older adults")}
)
"""A claim's ages, and ages that lie within them."""
GROWN_UP = folded_pattern(r"\b(?:adults?|parents?|mothers?|fathers?|women|men|caregivers?|carers?|teachers?)\b")
"""People beside whom 'children' may be whom they have, and not who was studied."""
_UNIT = r"(?P<unit>years?|yrs?|y|months?|weeks?|days?)"
_LOW, _HIGH, _ONE = r"(?P<low>\d{1,3})", r"(?P<high>\d{1,3})", r"(?P<low>(?P<high>\d{1,3}))"
_TO = r"(?:to|and|through|[-\u2013\u2014])"
_RANGED = r"\b(?:aged?|ages)(?: range)?:?"
_FROM = r"(?:(?:was|were|of|between|from|ranged?|ranging|group) ){0,3}"
_BELOW = r"(?:under|younger than|below|up to)(?: the age of)?"
_PRINTED = tuple(
    map(
        folded_pattern,
        (
            rf"{_RANGED} {_FROM}{_LOW}(?: ?(?:years?|yrs?|months?))? ?{_TO} ?{_HIGH}\b(?: ?{_UNIT}\b)?",
            rf"\b{_LOW}[- ]?{_TO}[- ]?{_HIGH}[- ]{_UNIT}[- ](?:of age|olds?)\b",
            rf"\baged? {_BELOW} {_HIGH}\b(?: {_UNIT}\b)?",
            rf"\b{_BELOW} {_HIGH}[- ]{_UNIT}[- ](?:of age|olds?)\b",
            rf"\byounger than {_HIGH}\b(?: {_UNIT}\b)?",
            rf"\baged? {_HIGH}(?: {_UNIT})? (?:or|and) (?:younger|under|below|less)\b",
            rf"\b{_ONE}[- ]{_UNIT}[- ]olds?\b",
            rf"\b(?:mean|median|average) age (?:[^\s\d]+ ){{0,3}}{_ONE}(?:\.\d+)?(?: {_UNIT}\b)?",
        ),
    )
)
"""Ages as they are printed: from the lowest to the highest, or up to one, or one of all."""
_OF_AGE = ("age", "old", "younger")
"""Pieces of words, one of which stands beside every printed age."""
_CLAUSE = re.compile(r"[;.]\s")
_LEFT_OUT = re.compile(r"\b(?:exclu(?:ded|ding|sion)|ineligible|not eligible)\b")
"""Who was no one of the study: 'children under 12 years were excluded'."""
_GROWN = 18


def asked_for(claimed: Population) -> str | None:
    """The group of age that a claim is about: as its field says, else as its words for the people do."""
    return claimed.ages or _only_one([*_by_words([claimed.text.lower()])])


def told_of(sentences: Iterable[str]) -> str | None:
    """The one group that is told of in lower case; None where it is several or none."""
    return _only_one(sorted(_told(_of_the_study(sentences))))


def has_children_among_others(sentences: Iterable[str]) -> bool:
    """Whether children are told of beside grown-up people."""
    said = _of_the_study(sentences)
    return "children" in _told(said) and any(map(GROWN_UP.search, said))


def _of_the_study(sentences: Iterable[str]) -> list[str]:
    """Their clauses, but for those that tell who was left out."""
    return [clause for one in sentences for clause in _CLAUSE.split(one) if not _LEFT_OUT.search(clause)]


def _told(said: list[str]) -> set[str]:
    return {*_by_words(said), *_by_printed_age(said)}


def _by_words(said: list[str]) -> Iterator[str]:
    return (group for group, cue in AGES.items() if any(map(cue.search, said)))


def _by_printed_age(said: list[str]) -> Iterator[str]:
    printed = [one for one in said if holds_any(one, _OF_AGE)]
    for pattern in _PRINTED if printed else ():
        for found in (found for one in printed for found in pattern.finditer(one)):
            group = _group_of(found)
            if group:
                yield group


def _group_of(found: re.Match[str]) -> str | None:
    """Children where the oldest is one, adults where the youngest is; between the two it is both."""
    ages = found.groupdict()
    if (ages["unit"] or "y").startswith("y"):
        if int(ages["high"]) < _GROWN:
            return "children"
        return "adults" if ages.get("low") and int(ages["low"]) >= _GROWN else None
    return "children"


def _only_one(told: list[str]) -> str | None:
    """'Older adults' are adults, too; children are not."""
    narrow = [group for group in told if group != "adults"] or told
    if "adults" in told and "children" in told:
        return None
    return narrow[0] if len(narrow) == 1 else None
