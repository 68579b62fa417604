"""Whose data a record reports, against whom the claim speaks of."""

import re
from collections.abc import Callable, Mapping

from claimbook.appraise.design.kind import kind_of_text
from claimbook.appraise.match import ages, around, rules
from claimbook.appraise.match.sought import STUDIED, Sought
from claimbook.appraise.match.values import ABSENT, DIRECT, INDIRECT, PARTIAL, Found, concluded, indexed, seen, unknown
from claimbook.appraise.match.words import Mention
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Text
from claimbook.model.appraisal import Kind, Read
from claimbook.model.claim import Population
from claimbook.model.record import Record

ENROLLED = (Role.TITLE, Role.METHODS, Role.AIM, Role.RESULTS, Role.CONCLUSIONS)
"""Parts that speak of the people of the study and not of people at large, the most telling first."""
IN_GENERAL = Population().text
_ANIMALS = "Animals"
_NO_PEOPLE = {Kind.ANIMAL: "animals, not people", Kind.IN_VITRO: "cells, not people"}
Around = Callable[[Mention, Text], bool]
_UNSURE = 0.6
"""How sure words are of age, sex and animals: many abstracts name them in passing."""


def no_people(record: Record, text: Text) -> Found | None:
    """Animals or cells: by the indexing where there is one, else by what kind of study the words tell."""
    names = {heading.name for heading in record.mesh}
    if rules.HUMANS in names:
        return None
    if _ANIMALS in names:
        return indexed(INDIRECT, "animals, not people", "animals", (_ANIMALS,), 0.95)
    kind = kind_of_text(text)
    if kind.value not in _NO_PEOPLE or mention_of(text, rules.PERSONS, Role.TITLE, Role.METHODS):
        return None
    read = Read(INDIRECT, kind.status, _UNSURE, kind.spans, rule="match.no-people")
    return Found(read, _NO_PEOPLE[kind.value])


def people_of(record: Record, text: Text) -> Found:
    """For a claim about people in general."""
    if patients := mention_of(text, rules.PATIENTS):
        return seen(PARTIAL, "people with a diagnosed condition, not people in general", "patients", patients, 0.8)
    if healthy := mention_of(text, rules.HEALTHY):
        return seen(DIRECT, "people without a diagnosed condition", "healthy", healthy, 0.75)
    if people := mention_of(text, rules.PEOPLE):
        return seen(DIRECT, "people; no diagnosed condition is named", "people", people, 0.6)
    if any(heading.name == rules.HUMANS for heading in record.mesh):
        return indexed(DIRECT, "people, by its indexing", "humans", (rules.HUMANS,), 0.5)
    return unknown("does not say who was studied", "people-not-named")


def healthy_instead(found: Found, text: Text) -> Found:
    """For a claim about people with a condition: the same finding, or that healthy people were studied."""
    healthy = mention_of(text, rules.VOLUNTEERS)
    if healthy is None:
        return found
    in_title_alone = healthy.role is Role.TITLE and all(span.where for span in found.read.spans)
    if in_title_alone or (found.value is not DIRECT and not mention_of(text, rules.PATIENTS)):
        return seen(INDIRECT, "healthy people, not those whom the claim names", "healthy-instead", healthy, 0.6)
    return found.at_most(PARTIAL, "healthy people were studied, too", _UNSURE)


def of_the_group(claimed: Population, record: Record, text: Text) -> Found | None:
    """For a claim about a group of age or sex alone: the people of the record are of it."""
    if not all(word in rules.OF_GROUPS for word in claimed.text.lower().split()):
        return None
    have = (_age_of(record, text), _sex_of(record, text))
    wanted = (claimed.ages, claimed.sex)
    if wanted == (None, None) or any(want and one != want for want, one in zip(wanted, have, strict=True)):
        return None
    return concluded(DIRECT, "people of the age or sex that the claim names", "group", _UNSURE)


def others_in(sought: Sought) -> str:
    """Who else is said to have what the claim's people have: words for those whom the study is about; else nothing."""
    every = (why for is_of_others, asked, why in _OF_OTHERS if of_others(sought, is_of_others, asked))
    if named := next(every, ""):
        return named
    plans = [one for one in _planned(sought) if one.role is not Role.TITLE] or _planned(sought)
    is_another = bool(plans) and all(map(sought.has_another_sense, plans))
    return "people with another condition whose name holds this one" if is_another else ""


def of_others(sought: Sought, is_of_others: Around, asked: re.Pattern[str]) -> list[Mention]:
    """The names of what only others have; none where the claim itself asks for those, or the study's people have it."""
    text = sought.reading.text
    named = [one for one in _planned(sought) if is_of_others(one, text)]
    return [] if asked.search(sought.asked.phrase.lower()) or _is_had(sought, named) else named


def _planned(sought: Sought) -> list[Mention]:
    """Its full names in title and plans; results speak of the same thing as an outcome."""
    return [one for one in sought.every if one.share == 1 and one.role in STUDIED]


def _is_had(sought: Sought, but: list[Mention]) -> bool:
    """Whether the people of the study are said to have it, other than by these mentions."""
    return any(around.is_had(one, sought.reading.text) for one in _planned(sought) if one not in but)


_OF_OTHERS: tuple[tuple[Around, re.Pattern[str], str], ...] = (
    (around.is_lacked, rules.LACKING, "people who are said not to have it"),
    (around.is_next_to, rules.NEAR_ASKED, "others who are near to them"),
    (around.is_no_longer, rules.NO_LONGER_ASKED, "people who had it once, or whose family has it"),
)
"""How a condition is named that people do not have, in which claims it is asked for so, and what these people are."""


def within_limits(found: Found, claimed: Population, record: Record, text: Text) -> Found:
    """The same finding, lowered where age or sex of the people is not the claim's.

    A group of age or sex is a part of people in general; of others that a claim names it is one kind.
    """
    if found.value is ABSENT:
        return found
    age, sex, asked = _age_of(record, text), _sex_of(record, text), ages.asked_for(claimed)
    if claimed.text == IN_GENERAL:
        only = [one for one, limit in ((age, claimed.ages), (sex, claimed.sex)) if limit is None and one]
        found = next((found.at_most(PARTIAL, f"{one} only") for one in only if one != "adults"), found)
    if asked and age and (asked, age) not in ages.AGES_WITHIN:
        found = found.at_most(PARTIAL, f"{age}, while the claim is about {asked}", _UNSURE)
    elif asked == "adults" and age is None and ages.has_children_among_others(_said(text)):
        found = found.at_most(DIRECT, "children are named, too", _UNSURE)
    if claimed.sex and sex and claimed.sex != sex:
        found = found.at_most(INDIRECT, f"{sex}, while the claim is about {claimed.sex}", _UNSURE)
    return found


def _age_of(record: Record, text: Text) -> str | None:
    """The one group of age that a record is about; None where it is several or none."""
    marked = _headed(record, ages.AGE_HEADINGS)
    if marked:
        return marked[0] if len(marked) == 1 else None
    said = _said(text)
    return None if ages.has_children_among_others(said) else ages.told_of(said)


def _sex_of(record: Record, text: Text) -> str | None:
    """The one sex that a record is about; None where it is both or not told."""
    marked = _headed(record, rules.SEX_HEADINGS)
    if marked:
        return marked[0] if len(marked) == 1 else None
    said = [rules.COUNTED.sub(" ", one) for one in _said(text)]
    told = [group for group, cue in rules.SEX.items() if any(map(cue.search, said))]
    return told[0] if len(told) == 1 else None


def _headed(record: Record, headings: Mapping[str, frozenset[str]]) -> list[str]:
    names = {heading.name for heading in record.mesh}
    return [group for group, of_group in headings.items() if names & of_group]


def _said(text: Text) -> list[str]:
    """The sentences that tell who was studied, in lower case."""
    return [one.folded for one in text.in_roles(*ENROLLED[:3])]


def mention_of(text: Text, cue: re.Pattern[str], *roles: Role) -> Mention | None:
    """The first words that a cue finds, in the most telling part."""
    for role in roles or ENROLLED:
        for sentence in text.in_roles(role):
            if found := cue.search(sentence.folded):
                return Mention(sentence.span_of(found), role)
    return None
