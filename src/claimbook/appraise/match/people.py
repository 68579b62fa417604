"""Whose data a record reports, against whom the claim speaks of."""

import re
from collections.abc import Mapping

from claimbook.appraise.match import rules
from claimbook.appraise.match.values import ABSENT, DIRECT, INDIRECT, PARTIAL, Found, indexed, seen, unknown
from claimbook.appraise.match.words import Mention
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Text
from claimbook.model.claim import Population
from claimbook.model.record import Record

ENROLLED = (Role.TITLE, Role.METHODS, Role.AIM, Role.RESULTS, Role.CONCLUSIONS)
"""Parts that speak of the people of the study and not of people at large, the most telling first."""
_ANIMALS = "Animals"


def animals_of(record: Record) -> Found | None:
    """A record that is indexed under Animals and not under Humans."""
    names = {heading.name for heading in record.mesh}
    if _ANIMALS in names and rules.HUMANS not in names:
        return indexed(ABSENT, "animals, not people", "animals", (_ANIMALS,), 0.95)
    return None


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


def healthy_instead(text: Text) -> Found | None:
    """For a claim about people with a condition: healthy people were studied."""
    if healthy := mention_of(text, rules.HEALTHY):
        return seen(INDIRECT, "healthy people, not those whom the claim names", "healthy-instead", healthy, 0.6)
    return None


def within_limits(found: Found, claimed: Population, record: Record, text: Text) -> Found:
    """The same finding, lowered where age or sex of the people is narrower than the claim's, or another one."""
    if found.value is ABSENT:
        return found
    have = (
        (claimed.ages, group_of(record, text, rules.AGES, rules.AGE_HEADINGS)),
        (claimed.sex, group_of(record, text, rules.SEX, rules.SEX_HEADINGS)),
    )
    for wanted, group in have:
        if group is None or group == wanted or (wanted is None and group == "adults"):
            continue
        if wanted is None:
            found = found.at_most(PARTIAL, f"{group} only")
        else:
            found = found.at_most(INDIRECT, f"{group}, while the claim is about {wanted}")
    return found


def group_of(
    record: Record, text: Text, cues: Mapping[str, re.Pattern[str]], headings: Mapping[str, frozenset[str]]
) -> str | None:
    """The one group of age or sex that a record is about; None where it is several or none."""
    names = {heading.name for heading in record.mesh}
    marked = [group for group, of_group in headings.items() if names & of_group]
    if marked:
        return marked[0] if len(marked) == 1 else None
    told = [group for group, cue in cues.items() if any(cue.search(one.folded) for one in text.in_roles(*ENROLLED[:3]))]
    narrow = [group for group in told if group != "adults"] or told
    return narrow[0] if len(narrow) == 1 else None


def mention_of(text: Text, cue: re.Pattern[str], *roles: Role) -> Mention | None:
    """The first words that a cue finds, in the most telling part."""
    for role in roles or ENROLLED:
        for sentence in text.in_roles(role):
            if found := cue.search(sentence.folded):
                return Mention(sentence.span_of(found), role)
    return None
