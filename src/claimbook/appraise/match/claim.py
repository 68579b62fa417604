"""Does this record bear on this claim? Population, intervention, comparator, outcome and purpose, each with a reason.

An element is *direct* where the record is about what the claim names, *partial* where it is about a part of it or
something near it, *indirect* where it is only mentioned or stands for something else, *absent* where it was looked for
and not seen (grading specification 1.2 and 1.3). Indexing speaks first (MeSH, keywords), then title and abstract.
A proposal for a person: an abstract may be silent about what its study did.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Self

from claimbook.appraise.match import rules
from claimbook.appraise.match.people import animals_of, healthy_instead, mention_of, people_of, within_limits
from claimbook.appraise.match.purpose import purpose_of
from claimbook.appraise.match.values import (
    ABSENT,
    DIRECT,
    INDIRECT,
    PARTIAL,
    ClaimMatch,
    Found,
    concluded,
    indexed,
    seen,
)
from claimbook.appraise.match.words import Mention, Words, first_of, telling_stems, words_in
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Text, reading_of, text_of
from claimbook.model.claim import Claim, Outcome, Population
from claimbook.model.record import AbstractSection, Record
from claimbook.model.search_terms import Concept, Heading, Term
from claimbook.model.terms import Purpose

IN_GENERAL = Population().text
STUDIED = (Role.TITLE, Role.AIM, Role.METHODS)
"""Parts that say what a study is about."""
REPORTED = (*STUDIED, Role.RESULTS, Role.CONCLUSIONS)
_HALF = 0.5
_AROUND = 200
"""Signs before and behind a mention that are looked at: more than any cue beside it reaches."""
_NO_CONCEPTS: Mapping[str, Concept] = MappingProxyType({})


@dataclass(frozen=True)
class Asked:
    """What one element of the claim is called: its own words, and the concepts that stand for it."""

    phrase: str
    concepts: tuple[Concept, ...] = ()

    @property
    def headings(self) -> frozenset[str]:
        """Its MeSH headings."""
        every = (one for concept in self.concepts for one in concept.mesh)
        return frozenset(one.heading if isinstance(one, Heading) else one for one in every)

    def mentions(self, words: Words) -> list[Mention]:
        """Every mention in a text; those of a concept are whole ones."""
        of_concepts = (one for concept in self.concepts for one in words.of_concept(concept))
        return [*of_concepts, *(words.of_phrase(self.phrase) if self.phrase else ())]


@dataclass(frozen=True)
class Reading:
    """A record, read once for all elements."""

    record: Record
    text: Text
    words: Words

    @classmethod
    def of(cls, record: Record, text: Text | None = None) -> Self:
        """A record with its text, which is read where the caller has not done so."""
        text = text or reading_of(record)
        return cls(record, text, words_in(text))

    @classmethod
    def of_parts(cls, title: str, abstract: str) -> Self:
        """A title and an abstract that have no record around them."""
        return cls.of(Record("", 1, "article", title, abstract=(AbstractSection(abstract),)))

    def named(self, asked: Asked) -> tuple[str, ...]:
        """Headings and keywords that name what was asked for."""
        names = [heading.name for heading in self.record.mesh]
        every = dict.fromkeys([*names, *(keyword.text for keyword in self.record.keywords)])
        return tuple(name for name in every if name and (name in asked.headings or _names(name, asked)))


def _names(name: str, asked: Asked) -> bool:
    return any(one.share == 1 for one in asked.mentions(Words(text_of(name))))


def match_of(
    claim: Claim,
    outcome: Outcome,
    record: Record,
    text: Text | None = None,
    shared: Mapping[str, Concept] = _NO_CONCEPTS,
) -> ClaimMatch:
    """How a record matches one outcome of a claim.

    Args:
        claim: whose population, intervention and search concepts are looked for.
        outcome: one of its outcomes.
        record: what PubMed holds.
        text: the same record's text, where the caller has read it already.
        shared: concepts of the article, which its claims use by name.
    """
    reading = Reading.of(record, text)
    concepts = {**shared, **claim.concepts}
    population = population_of(claim.population, _chosen(concepts, claim.search.population), reading)
    intervention = intervention_of(Asked(claim.intervention, _chosen(concepts, claim.search.intervention)), reading)
    known = frozenset(_stems(concepts, claim.search.population))
    wanted = Asked(
        _without(outcome.name, known), tuple(_related(outcome, claim, _chosen(concepts, claim.search.outcome)))
    )
    measured = outcome_of(wanted, reading, event=outcome.kind == "event")
    comparator = comparator_of(outcome.comparator or claim.comparator, reading)
    purpose = purpose_of(outcome.purpose or claim.purpose, reading.text)
    if measured.read.rule == "match.condition" and (outcome.purpose or claim.purpose) is Purpose.PREVENT:
        purpose = purpose.at_most(ABSENT, "the people already have what the claim would prevent")
    return ClaimMatch(population, intervention, comparator, measured, purpose)


def population_of(claimed: Population, concepts: tuple[Concept, ...], reading: Reading) -> Found:
    """Whom the record studied, against whom the claim speaks of."""
    if animals := animals_of(reading.record):
        return animals
    if not claimed.patients and claimed.text == IN_GENERAL:  # a concept of its search may name a part of the body
        found = people_of(reading.record, reading.text)
    else:
        found = _people_named(Asked(claimed.text, concepts), reading)
        if found.value is ABSENT:
            found = healthy_instead(reading.text) or found
    return within_limits(found, claimed, reading.record, reading.text)


def _people_named(asked: Asked, reading: Reading) -> Found:
    """People by the name of their condition; who is named in the background only was mostly studied, too."""
    found = _element(asked, reading, "people whom the claim names")
    if found.read.rule == "match.background":
        found = Found(replace(found.read, value=PARTIAL), found.why)
    confidence = rules.SURE_OF_PEOPLE.get(found.read.rule)
    return found if confidence is None else Found(replace(found.read, confidence=confidence), found.why)


def intervention_of(asked: Asked, reading: Reading) -> Found:
    """What the record's people did or received, against what the claim names."""
    found = _element(asked, reading, "what the claim names")
    central = [one for one in asked.mentions(reading.words) if one.role in STUDIED and one.share == 1]
    if central and all(_followed(one, rules.AS_TEST, reading.text) for one in central):
        return found.at_most(INDIRECT, "measured as a test or ability, not done for its effect")
    if mention_of(reading.text, rules.ONE_SESSION, *REPORTED) and not mention_of(
        reading.text, rules.REPEATED, *REPORTED
    ):
        return found.at_most(PARTIAL, "measured in one session, not repeated")
    return found


def outcome_of(asked: Asked, reading: Reading, *, event: bool = False) -> Found:
    """What the record measured, against the outcome of the claim."""
    found = _element(asked, reading, "the outcome that the claim names", REPORTED)
    if found.value in {ABSENT, INDIRECT}:
        return found
    mentions = [one for one in asked.mentions(reading.words) if one.role in REPORTED]
    measured = [one for one in mentions if (_is_event if event else _is_no_condition)(one, reading.text)]
    if event and measured:
        return seen(DIRECT, "the event that the claim names, counted or at risk", "event", measured[0], 0.7)
    if mentions and not measured:
        why = "named as the condition that people had, not as something that was measured"
        return seen(INDIRECT, why, "condition", mentions[0], 0.6)
    return found


def comparator_of(claimed: str | None, reading: Reading) -> Found:
    """What the record compared with; a claim that names nothing is compared with doing without."""
    without, controls, against = (
        mention_of(reading.text, cue, *REPORTED) for cue in (rules.DOING_WITHOUT, rules.CONTROLS, rules.AGAINST)
    )
    against = against or mention_of(reading.text, rules.TWO_GROUPS, *REPORTED)
    if claimed is None:
        return _compared_with_doing_without(reading, without, controls, against)
    named = first_of(reading.words.of_phrase(claimed), *REPORTED)
    if named and named.share == 1:
        return seen(DIRECT, "what the claim compares with", "comparator", named, 0.8)
    if other := named or without or controls or against:
        return seen(PARTIAL, "compared with something else", "other-comparator", other, 0.5)
    return concluded(ABSENT, "no comparison is described", "no-comparison", 0.6)


def _compared_with_doing_without(
    reading: Reading, without: Mention | None, controls: Mention | None, against: Mention | None
) -> Found:
    """For a claim that names no comparator."""
    if without and not mention_of(reading.text, rules.DOUBLE_DUMMY):
        return seen(DIRECT, "doing without, or care that all received", "doing-without", without, 0.75)
    if controls:
        return seen(DIRECT, "a control group, of which it is not known what it did", "controls", controls, 0.55)
    if other := against or without:
        return seen(PARTIAL, "something else that was done, not doing without", "other-treatment", other, 0.5)
    return concluded(ABSENT, "no comparison is described", "no-comparison", 0.6)


def _element(asked: Asked, reading: Reading, what: str, central: tuple[Role, ...] = STUDIED) -> Found:
    """The general question: is it what the study is about, a part of it, only mentioned, or not there?"""
    mentions = asked.mentions(reading.words)
    names = reading.named(asked)
    main = first_of(mentions, *central)
    if names and (main or not mentions):
        return indexed(DIRECT, f"{what}, by its indexing", "indexed", names, 0.9)
    if main and main.share == 1:
        return seen(DIRECT, what, "studied", main, 0.85 if main.role is Role.TITLE else 0.8)
    if main:
        return seen(PARTIAL, f"a part of {what}", "part" if main.share > _HALF else "half", main, 0.5)
    if reported := first_of(mentions, *REPORTED):
        return seen(PARTIAL, f"{what}, only among results or conclusions", "reported", reported, 0.5)
    if mentions:
        return seen(INDIRECT, f"{what}, mentioned as background only", "background", mentions[0], 0.6)
    return concluded(ABSENT, f"{what} was looked for and not seen", "not-seen", 0.7)


def _chosen(concepts: Mapping[str, Concept], names: Iterable[str]) -> tuple[Concept, ...]:
    return tuple(concepts[name] for name in names if name in concepts)


def _stems(concepts: Mapping[str, Concept], names: Iterable[str]) -> Iterator[str]:
    """Single words of concepts, as stems or as open beginnings."""
    for concept in _chosen(concepts, names):
        yield from (term for term in concept.terms if isinstance(term, str) and " " not in term)


def _without(phrase: str, known: frozenset[str]) -> str:
    """A phrase without words that the population stands for: pain, of people with a bad knee, is knee pain."""
    left = [word for word in phrase.split() if not any(_covers(term, word) for term in known)]
    return " ".join(left) if left and telling_stems(" ".join(left)) else phrase


def _covers(term: str, word: str) -> bool:
    plain = word.lower().strip(",;")
    return plain.startswith(term[:-1].lower()) if term.endswith("*") else plain == term.lower()


def _related(outcome: Outcome, claim: Claim, concepts: Iterable[Concept]) -> Iterator[Concept]:
    """The concepts that name this outcome; of one that names others of the claim as well, only the terms for this."""
    others = [one for one in claim.outcomes if one.id != outcome.id]
    for concept in concepts:
        own = _terms_for(outcome, concept)
        if own and any(_terms_for(other, concept) for other in others):
            yield Concept(terms=own)
        elif own:
            yield concept


def _terms_for(outcome: Outcome, concept: Concept) -> tuple[Term, ...]:
    named = Words(text_of(f"{outcome.name}; {outcome.id.replace('-', ' ')}"))
    return tuple(term for term in concept.terms if any(True for _ in named.of_term(term)))


def _followed(mention: Mention, cue: re.Pattern[str], text: Text) -> bool:
    return cue.match(_behind(mention, text)) is not None


def _is_event(mention: Mention, text: Text) -> bool:
    before, behind = _before(mention, text), _behind(mention, text)
    return bool(rules.EVENT_BEFORE.search(before) or rules.EVENT_AFTER.match(behind))


def _is_no_condition(mention: Mention, text: Text) -> bool:
    return rules.CONDITION_BEFORE.search(_before(mention, text)) is None


def _before(mention: Mention, text: Text) -> str:
    """The signs before a mention, in lower case."""
    start = mention.span.start
    return text.passages[mention.span.where].text[max(0, start - _AROUND) : start].lower()


def _behind(mention: Mention, text: Text) -> str:
    """The signs behind a mention, in lower case."""
    end = mention.span.end
    return text.passages[mention.span.where].text[end : end + _AROUND].lower()
