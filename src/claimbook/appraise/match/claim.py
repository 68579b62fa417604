"""Does this record bear on this claim? Population, intervention, comparator, outcome and purpose, each with a reason.

An element is *direct* where the record is about what the claim names, *partial* where it is about a part of it or
something near it, *indirect* where it is only mentioned or stands for something else, *absent* where it was looked for
and not seen (grading specification 1.2 and 1.3). Indexing speaks first (MeSH, keywords), then title and abstract.
A proposal for a person: an abstract may be silent about what its study did.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from claimbook.appraise.match import around, rules
from claimbook.appraise.match.comparator import comparator_of
from claimbook.appraise.match.lacking import lacking_in
from claimbook.appraise.match.looked import as_far_as_looked
from claimbook.appraise.match.people import (
    IN_GENERAL,
    healthy_instead,
    mention_of,
    no_people,
    of_others,
    of_the_group,
    others_in,
    people_of,
    within_limits,
)
from claimbook.appraise.match.purpose import purpose_of
from claimbook.appraise.match.sought import REPORTED, STUDIED, Asked, Reading, Sought, otherwise_named
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
from claimbook.appraise.match.words import Mention, Words, first_of, telling_stems
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Text, text_of
from claimbook.appraise.text.tokens import tokens
from claimbook.model.claim import Claim, Outcome, Population
from claimbook.model.record import Record
from claimbook.model.search_terms import Concept, Term
from claimbook.model.terms import Purpose

_HALF = 0.5
_ONE_PART = ({Role.METHODS}, {Role.AIM})
"""What the editor's terms find in such a part alone may be what everybody had, or what others studied."""
_ANYBODY = frozenset({"match.patients", "match.healthy", "match.people", "match.humans"})
"""Findings for a claim about people in general."""
_NO_CONCEPTS: Mapping[str, Concept] = MappingProxyType({})


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
    versus = outcome.comparator or claim.comparator
    named = Asked(claim.intervention, _chosen(concepts, claim.search.intervention))
    intervention = intervention_of(named, reading, versus)
    purpose_asked = outcome.purpose or claim.purpose
    wanted = _asked_outcome(outcome, claim, concepts)
    measured = outcome_of(wanted, reading, event=outcome.kind == "event", treats=purpose_asked is Purpose.TREAT)
    comparator = comparator_of(versus, reading)
    if population.read.rule == "match.prevented" and purpose_asked is Purpose.TREAT:
        population = population.at_most(INDIRECT, "while the claim is about people who have it")
    if intervention.read.rule == "match.rival":
        comparator = comparator.at_most(ABSENT, "the treatment of the claim is itself what was compared with", 0.6)
    purpose = _purpose(purpose_asked, reading.text, (population, intervention, measured))
    return ClaimMatch(
        as_far_as_looked(population, reading.text),
        as_far_as_looked(intervention, reading.text),
        as_far_as_looked(comparator, reading.text),
        as_far_as_looked(measured, reading.text),
        purpose,
    )


def _asked_outcome(outcome: Outcome, claim: Claim, concepts: Mapping[str, Concept]) -> Asked:
    """An outcome by its name and its own concepts, without the words that only tell whose it is."""
    whose = frozenset(_stems(concepts, claim.search.population))
    related = _related(outcome, claim, _chosen(concepts, claim.search.outcome))
    name = _without(outcome.name, whose)
    return Asked(name, tuple(related), otherwise_named(name))


def _purpose(claimed: Purpose, text: Text, elements: tuple[Found, ...]) -> Found:
    """By the words of the record; one that studied what the claim names asked its question."""
    found = purpose_of(claimed, text)
    if elements[-1].read.rule == "match.condition" and claimed is Purpose.PREVENT:
        return found.at_most(INDIRECT, "the people already have what the claim would prevent")
    needed = elements if claimed is Purpose.PREVENT else elements[1:]  # others than the claim's people may have it
    if found.value is DIRECT or any(one.value not in {DIRECT, PARTIAL} for one in needed):
        return found
    if found.value is INDIRECT and elements[0].read.rule in _ANYBODY:
        return found  # people in general are treated, and kept well, by the same things
    why = "the outcome that the claim names was measured for its treatment"
    return concluded(DIRECT, why, "purpose-by-elements", 0.6)


def population_of(claimed: Population, concepts: tuple[Concept, ...], reading: Reading) -> Found:
    """Whom the record studied, against whom the claim speaks of."""
    if beings := no_people(reading.record, reading.text):
        return beings
    if not claimed.patients and claimed.text == IN_GENERAL:  # a concept of its search may name a part of the body
        found = people_of(reading.record, reading.text)
    else:
        found = _people_named(Asked(claimed.text, concepts), reading)
        if found.value is ABSENT:
            found = of_the_group(claimed, reading.record, reading.text) or found
        if claimed.patients:
            found = healthy_instead(found, reading.text)
    return within_limits(found, claimed, reading.record, reading.text)


def _people_named(asked: Asked, reading: Reading) -> Found:
    """People by the name of their condition; who is named in the background only was mostly studied, too."""
    sought = Sought(asked, reading)
    found = _element(sought, "people whom the claim names")
    if found.read.rule == "match.background":
        found = Found(replace(found.read, value=PARTIAL), found.why)
    if found.read.rule == "match.part" and (asked.concepts or _is_another_type(asked.phrase, found, reading)):
        return found  # terms say how these people are called; and of two types one has most of the other's name
    if others := others_in(sought):
        return found.at_most(INDIRECT, others, 0.6)
    names = sought.whole(*REPORTED)
    likely = of_others(sought, around.is_at_risk, rules.AT_RISK_ASKED)
    if likely or sought.all_are(around.is_prevented, names):
        return seen(PARTIAL, "people who might get what the claim names", "prevented", (likely or names)[0], 0.5)
    confidence = rules.SURE_OF_PEOPLE.get(found.read.rule)
    return found if confidence is None else Found(replace(found.read, confidence=confidence), found.why)


def _is_another_type(phrase: str, found: Found, reading: Reading) -> bool:
    typed = rules.TYPED.search(phrase.lower())
    return typed is not None and typed["type"] not in tokens(reading.text.quote(found.read.spans[0]))


def intervention_of(asked: Asked, reading: Reading, comparator: str | None = None) -> Found:
    """What the record's people did or received, against what the claim names; ``comparator`` is the claim's."""
    sought = Sought(asked, reading)
    found = _treatment(sought, comparator)
    lacking = lacking_in(sought)
    return found if lacking is None else found.at_most(*lacking)


def _treatment(sought: Sought, comparator: str | None) -> Found:
    """Something that was done for its effect, more than once, and by others than those who were compared with."""
    reading = sought.reading
    found = _element(sought, "what the claim names")
    if sought.all_are(around.is_test, sought.whole(*STUDIED)):
        return found.at_most(INDIRECT, "measured as a test or ability, not done for its effect")
    rivals = sought.whole(Role.TITLE, Role.AIM) or sought.whole(Role.RESULTS, Role.CONCLUSIONS)
    if found.value is DIRECT and sought.all_are(around.is_rival, rivals) and not _names_whole(comparator, reading):
        why = "what something else was compared with, not the treatment that was studied"
        return seen(INDIRECT, why, "rival", rivals[0], 0.6)
    if sought.all_are(around.is_in_blood, sought.whole(*STUDIED)):
        return found.at_most(PARTIAL, "measured in the body, not taken", 0.6)
    if sought.all_are(around.is_beside, sought.whole(Role.TITLE, Role.AIM)):
        return found.at_most(DIRECT, "the people may have had it already", 0.6)
    if mention_of(reading.text, rules.ONE_SESSION, *REPORTED) and not mention_of(
        reading.text, rules.REPEATED, *REPORTED
    ):
        return found.at_most(PARTIAL, "measured in one session, not repeated")
    return found


def _names_whole(name: str | None, reading: Reading) -> bool:
    found = first_of(reading.words.of_phrase(name or ""), *REPORTED)
    return found is not None and found.share == 1


def outcome_of(asked: Asked, reading: Reading, *, event: bool = False, treats: bool = False) -> Found:
    """What the record measured, against the outcome of the claim; ``treats`` is a claim that it gets better."""
    sought = Sought(asked, reading)
    found = _element(sought, "the outcome that the claim names", REPORTED)
    if found.value in {ABSENT, INDIRECT} or not sought.within(*REPORTED):
        return found
    found = (_event if event else _measured)(found, sought, treats=treats)
    if not sought.within(Role.METHODS, Role.RESULTS):
        found = found.at_most(DIRECT, "neither in methods nor in results", 0.6)
    if found.value is DIRECT and sought.all_are(around.is_part, sought.whole(*REPORTED)):
        return found.at_most(PARTIAL, "measured as a part of something larger")
    if _is_another_thing(sought):
        return found.at_most(PARTIAL, "only within the name of another thing that was measured", 0.6)
    return found


def _is_another_thing(sought: Sought) -> bool:
    """Whether nothing below the title names it but as another thing, or as what the people had."""
    named = sought.whole(*REPORTED)
    if not any(map(sought.is_another, named)):
        return False
    text = sought.reading.text
    return all(one.role is Role.TITLE or sought.is_another(one) or around.is_had(one, text) for one in named)


def _measured(found: Found, sought: Sought, *, treats: bool) -> Found:
    """Something that is measured in people, and not only what they have."""
    mentions = sought.within(*REPORTED)
    if sought.all_are(around.is_condition, mentions):
        return _condition(mentions[0], sought.reading, treats=treats)
    return found


def _event(found: Found, sought: Sought, *, treats: bool) -> Found:
    """Something that is counted, and had not happened to the people before."""
    mentions, text = sought.within(*REPORTED), sought.reading.text
    if counted := next((one for one in mentions if around.is_event(one, text)), None):
        return seen(DIRECT, "the event that the claim names, counted or at risk", "event", counted, 0.7)
    told = [one for one in sought.within(Role.RESULTS) if not around.has_happened(one, text)]
    before = next((one for one in mentions if around.has_happened(one, text)), None)
    if before and not told and all(around.has_happened(one, text) for one in sought.within(Role.METHODS)):
        return _condition(before, sought.reading, treats=treats)
    return found.at_most(DIRECT, "named, and not as something that people had before", 0.7 if told else 0.6)


def _condition(mention: Mention, reading: Reading, *, treats: bool) -> Found:
    """What the people had: the outcome of a claim to treat it, where its course was followed."""
    if treats and (course := mention_of(reading.text, rules.COURSE, Role.RESULTS, Role.METHODS, Role.CONCLUSIONS)):
        return seen(PARTIAL, "the condition that was treated, whose course was followed", "course", course, 0.5)
    why = "named as the condition that people had, not as something that was measured"
    return seen(INDIRECT, why, "condition", mention, 0.6)


def _element(sought: Sought, what: str, central: tuple[Role, ...] = STUDIED) -> Found:
    """The general question: is it what the study is about, a part of it, only mentioned, or not there?"""
    main = sought.first(*central)
    found = _indexed(sought, main, what)
    if found is None and main:
        found = _said(sought, main, what) if main.share == 1 else _partly_said(sought, main, what)
    return found or _not_studied(sought, what)


def _indexed(sought: Sought, main: Mention | None, what: str) -> Found | None:
    """By headings and keywords; one that only the claim's terms list may be wider than what the claim names."""
    names, nowhere = sought.named, not sought.mentions
    its_own = (main is not None and main.share == 1) or any(map(sought.asked.is_name, names))
    if names and its_own and (main or nowhere):
        return indexed(DIRECT, f"{what}, by its indexing", "indexed", names, 0.9)
    if names and nowhere:
        return indexed(PARTIAL, f"{what}, by a heading that its terms list", "listed", names, 0.5)
    return None


def _said(sought: Sought, main: Mention, what: str) -> Found:
    """By words that say all of it."""
    if sought.asked.concepts and {one.role for one in sought.whole(*REPORTED)} in _ONE_PART:
        return seen(DIRECT, f"{what}, in one part of the text only", f"{main.role}-only", main, 0.6)
    return seen(DIRECT, what, "studied", main, 0.85 if main.role is Role.TITLE else 0.8)


def _partly_said(sought: Sought, main: Mention, what: str) -> Found:
    """By some of its words; where terms say how it is called, half a name is another's."""
    if main.share > _HALF:
        return seen(PARTIAL, f"a part of {what}", "part", main, 0.5)
    if sought.asked.concepts:
        return seen(INDIRECT, f"{what}, by half of its name only", "half-name", main, 0.5)
    return seen(PARTIAL, f"a part of {what}", "half", main, 0.5)


def _not_studied(sought: Sought, what: str) -> Found:
    """It stands in no central part, or nowhere; that no word of it is seen tells most."""
    if reported := sought.first(*REPORTED):
        return seen(PARTIAL, f"{what}, only among results or conclusions", "reported", reported, 0.5)
    if background := sought.first():
        return seen(INDIRECT, f"{what}, mentioned as background only", "background", background, 0.6)
    if sought.every:
        return seen(INDIRECT, f"{what}, named only as left out or adjusted for", "aside", sought.every[0], 0.6)
    if sought.has_any_word():
        return concluded(ABSENT, f"{what}: looked for; some of the words are seen apart", "words-apart", 0.6)
    if sought.is_known_by_few_names:
        return concluded(ABSENT, f"{what}: looked for by few names and not seen", "not-seen-by-few-names", 0.6)
    return concluded(ABSENT, f"{what}: looked for and not seen", "not-seen", 0.7)


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
        own = _terms_for(outcome, concept) if others else concept.terms
        if own and any(_terms_for(other, concept) for other in others):
            yield Concept(terms=own)
        elif own:
            yield concept


def _terms_for(outcome: Outcome, concept: Concept) -> tuple[Term, ...]:
    named = Words(text_of(f"{outcome.name}; {outcome.id.replace('-', ' ')}"))
    return tuple(term for term in concept.terms if any(True for _ in named.of_term(term)))
