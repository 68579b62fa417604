"""Does a record bear on a claim: population, intervention, comparator, outcome and purpose, each with its words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.lines import LINES
from claimbook.appraise.match.claim import match_of
from claimbook.appraise.match.values import ABSENT, DIRECT, INDIRECT, PARTIAL
from claimbook.appraise.match.words import Words
from claimbook.appraise.text.reading import reading_of, text_of
from claimbook.model.record import AbstractSection
from claimbook.model.search_terms import Near
from tests.appraise.humming import claim, matched
from tests.appraise.invented import TRIAL, record

METHODS = "We randomly assigned adults with invented hiccups to humming or usual care for 12 weeks."


def test_a_trial_of_the_claim_matches_in_every_element():
    match = match_of(claim(), claim().primary_outcome, record(*TRIAL))
    assert (match.intervention.value, match.comparator.value, match.outcome.value) == (DIRECT, DIRECT, DIRECT)
    assert match.bears is not False


# people with a condition stand for people in general only in part (grading specification 1.2)
@pytest.mark.parametrize(
    ("who", "value"),
    [
        ("adults with invented hiccups", PARTIAL),
        ("patients", PARTIAL),
        ("healthy volunteers", DIRECT),
        ("participants with no complaints", DIRECT),
        ("older adults", PARTIAL),
        ("women", PARTIAL),
        ("adults", DIRECT),
    ],
)
def test_people_in_general(who, value):
    assert matched("Humming", AbstractSection(f"Ninety {who} hummed.", "METHODS")).population.value is value


def test_animals_are_no_people():
    match = matched("Humming in mice", METHODS, mesh=[("D000818", "Animals")])
    assert (match.population.value, match.bears) == (INDIRECT, False)


@pytest.mark.parametrize(
    ("title", "section", "value"),
    [
        ("Humming for hiccups", ("People hummed.", "METHODS"), DIRECT),
        ("Closed-mouth singing for hiccups", ("People sang.", "METHODS"), DIRECT),
        ("Whistling for hiccups", ("Humming has been studied before.", "BACKGROUND"), INDIRECT),
        ("Whistling for hiccups", ("People who hummed were better.", "RESULTS"), PARTIAL),
        ("Whistling for hiccups", ("People whistled.", "METHODS"), ABSENT),
        ("The humming test predicts falls", ("People took the humming test.", "METHODS"), INDIRECT),
    ],
)
def test_an_intervention_is_studied_or_only_mentioned(title, section, value):
    assert matched(title, AbstractSection(*section)).intervention.value is value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("Humming was compared with usual care.", DIRECT),
        ("Humming was compared with whistling.", PARTIAL),
        ("Nine adults hummed.", ABSENT),
    ],
)
def test_a_claim_that_names_no_comparator_is_compared_with_doing_without(words, value):
    assert matched("Humming", AbstractSection(words, "METHODS")).comparator.value is value


# protects: a trial of two treatments that passes for one with doing without
@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("They hummed or received placebo.", "doing-without"),
        ("The placebo group was silent.", "doing-without"),
        ("Patients were assigned to a waiting list.", "doing-without"),
        ("A placebo-controlled trial of humming.", "controls"),
        ("The control group whistled.", "controls"),
        ("They hummed with or without drums.", "controls"),
        ("Previously untreated adults hummed or sang, at random: two groups.", "other-treatment"),
        ("A double-dummy trial: humming and placebo versus whistling and placebo.", "controls"),
    ],
)
def test_only_people_who_are_said_to_have_done_without_are_sure_to(words, rule):
    found = matched("Humming", AbstractSection(words, "METHODS")).comparator
    assert found.read.rule == f"match.{rule}"
    assert (found.read.confidence >= LINES["match.comparator"].confidence) is (rule == "doing-without")


@pytest.mark.parametrize(
    ("section", "value", "sure"),
    [
        (("Adults with loud evening hiccups hummed.", "METHODS"), DIRECT, True),
        (("Adults with evening hiccups hummed.", "METHODS"), PARTIAL, True),
        (("Loud evening hiccups are rare.", "BACKGROUND"), PARTIAL, False),
        (("Adults with a sore lip hummed.", "METHODS"), ABSENT, False),
    ],
)
def test_people_are_named_by_their_condition(section, value, sure):
    of = claim(population={"text": "people with loud evening hiccups", "patients": True})
    found = matched("A song", AbstractSection(*section), of=of).population
    assert (found.value, found.read.confidence >= LINES["match.population"].confidence) == (value, sure)


def test_a_named_comparator_is_looked_for():
    of = claim(comparator="loud whistling")
    for words, value in (("whistling, loud and clear", DIRECT), ("usual care", PARTIAL)):
        section = AbstractSection(f"Humming was compared with {words}.", "METHODS")
        assert matched("Humming", section, of=of).comparator.value is value


# protects: people who are not the claim's
@pytest.mark.parametrize(
    ("title", "words", "value"),
    [
        ("Humming", "Adults with hiccups hummed.", DIRECT),
        ("Humming", "Elderly people with hiccups hummed.", DIRECT),
        ("Humming", "Children with hiccups hummed.", PARTIAL),
        ("Humming", "Adults with hiccups (nine women) hummed.", DIRECT),
        ("Humming in healthy volunteers", "Healthy volunteers hummed, unlike people with hiccups.", INDIRECT),
        ("Humming in mice", "Mice with hiccups were randomised to humming.", INDIRECT),
        ("Humming for prevention of hiccups", "Adults at risk of hiccups hummed.", INDIRECT),
    ],
)
def test_people_of_a_claim_about_adults_with_a_condition(title, words, value):
    of = claim(population={"text": "adults with hiccups", "patients": True, "ages": "adults"})
    assert matched(title, AbstractSection(words, "METHODS"), of=of).population.value is value


@pytest.mark.parametrize(
    ("who", "value", "sure"),
    [
        ("children aged 5 to 9 years with hiccups", PARTIAL, False),
        ("infants with hiccups", PARTIAL, False),
        ("people with hiccups aged 6\u201312 years", PARTIAL, False),
        ("patients with hiccups (mean age 8.2 years)", PARTIAL, False),
        ("six-year-olds with hiccups", PARTIAL, False),
        ("pupils younger than 12 years with hiccups", PARTIAL, False),
        ("adults and children with hiccups", DIRECT, False),
        ("mothers with hiccups and their infants", DIRECT, False),
        ("adults without hiccups", INDIRECT, False),
        ("adults who had never had hiccups", INDIRECT, False),
        ("hiccup-free adults", INDIRECT, False),
        ("healthy adults with no hiccups", INDIRECT, False),
        ("adults with hiccups", DIRECT, True),
        ("patients with hiccups aged 18 to 65 years", DIRECT, True),
        ("patients with hiccups (mean age 45 years)", DIRECT, True),
        ("people with hiccups aged 18 years or older", DIRECT, True),
        ("older adults with hiccups", DIRECT, True),
        ("adults with hiccups for 5 to 9 years", DIRECT, True),
        ("adults with hiccups, without fever", DIRECT, True),
        ("adults with hiccups and adults without hiccups", DIRECT, True),
        ("adults with hiccups; children under 12 years were excluded and not", DIRECT, True),
    ],
)
def test_the_age_that_a_claim_names_in_words_and_people_without_its_condition(who, value, sure):
    """Protects: children, or people without what the claim's people have, taken for exactly those people."""
    of = claim(population={"text": "adults with hiccups", "patients": True})
    methods = AbstractSection(f"We randomly assigned {who} to humming or usual care.", "METHODS")
    found = matched("Humming for hiccups", methods, of=of).population
    assert (found.value, found.read.confidence >= LINES["match.population"].confidence) == (value, sure)


def test_a_claim_about_children_and_one_about_people_without_a_condition():
    """Protects: adults that pass for children, and a claim about people without hiccups that finds none."""
    hummers = AbstractSection("Adults with hiccups hummed.", "METHODS")
    of = claim(population={"text": "children with hiccups", "patients": True})
    assert matched("A song", hummers, of=of).population.value is PARTIAL
    of = claim(population={"text": "people without hiccups"})
    silent = AbstractSection("Adults without hiccups hummed.", "METHODS")
    assert matched("A song", silent, of=of).population.value is DIRECT


@pytest.mark.parametrize(
    ("words", "value"),
    [("Residents (mean age 81 years) hummed.", DIRECT), ("Pupils hummed.", ABSENT), ("The elderly hummed.", DIRECT)],
)
def test_people_of_an_age_group_have_no_other_name(words, value):
    of = claim(population={"text": "older people", "ages": "older adults"})
    assert matched("A song", AbstractSection(words, "METHODS"), of=of).population.value is value


def test_of_two_types_one_is_not_surely_the_other():
    of = claim(population={"text": "people with type 2 hiccups", "patients": True})
    found = matched("A song", AbstractSection("Adults with type 1 hiccups hummed.", "METHODS"), of=of).population
    assert found.read.confidence < LINES["match.population"].confidence


@pytest.mark.parametrize(
    ("claimed", "words", "value"),
    [
        ("dummy pills", "They hummed or received placebo.", DIRECT),
        ("placebo", "They hummed or whistled, two groups at random.", INDIRECT),
        ("placebo", "They hummed. There was no placebo group.", ABSENT),
        ("no drums", "They hummed to drums.", ABSENT),
        ("no drums", "They hummed to drums or without drums.", DIRECT),
        ("no drums", "Drummers hummed more than people who never drum.", DIRECT),
        ("no drums", "They hummed to drums or received placebo.", PARTIAL),
    ],
)
def test_a_comparator_that_has_no_effect_or_is_not_done(claimed, words, value):
    found = matched("A song", AbstractSection(words, "METHODS"), of=claim(comparator=claimed)).comparator
    assert found.value is value


def test_what_authors_wish_for_was_not_compared():
    done, wished = AbstractSection("Nine adults hummed.", "METHODS"), "A placebo-controlled trial is needed."
    found = matched("Humming", done, AbstractSection(wished, "CONCLUSIONS"), of=claim(comparator="placebo"))
    assert found.comparator.value is ABSENT


# a claim in plain words has the terms of its search; of several outcomes each has those that share its words
def test_terms_stand_for_the_only_outcome_whatever_it_is_called():
    section = AbstractSection("Adults hummed. Hiccups were scored.", "METHODS")
    assert matched("A song", section, of=claim(outcome={"name": "an upset midriff"})).outcome.value is DIRECT


# 'stroke' in a trial of people after a stroke is no outcome of prevention; the same trap, with an invented condition
def test_a_condition_that_people_have_is_not_an_event_that_was_counted():
    of = claim(purpose="prevent", outcome={"kind": "event", "name": "the risk of hiccups"})
    after = matched("Humming after hiccups", AbstractSection("Survivors of hiccups hummed.", "METHODS"), of=of)
    risk = matched("Humming and hiccups", AbstractSection("The risk of hiccups was lower.", "RESULTS"), of=of)
    assert (after.outcome.value, risk.outcome.value) == (INDIRECT, DIRECT)
    assert after.bears is False


def test_purpose_is_the_same_or_another():
    assert matched("Humming as a treatment of hiccups").purpose.value is DIRECT
    assert matched("Humming as a treatment of hiccups", of=claim(purpose="prevent")).purpose.value is INDIRECT
    assert matched("Humming").purpose.value is None


# what the claim names was measured for its treatment: the record asked its question, whatever its words
@pytest.mark.parametrize(
    ("population", "purpose", "words", "value"),
    [
        ({"text": "people with hiccups", "patients": True}, "treat", "Adults with hiccups hummed.", DIRECT),
        ({"text": "people with hiccups", "patients": True}, "prevent", "Adults with hiccups hummed.", DIRECT),
        ({"text": "people with sore lips", "patients": True}, "treat", "Adults hummed.", DIRECT),
        ({"text": "people with sore lips", "patients": True}, "prevent", "Adults hummed.", None),
        ({}, "prevent", "Patients hummed, as a treatment.", INDIRECT),
    ],
)
def test_purpose_follows_from_what_was_studied(population, purpose, words, value):
    sections = AbstractSection(words, "METHODS"), AbstractSection("Hiccups were fewer.", "RESULTS")
    match = matched("A song", *sections, of=claim(population=population, purpose=purpose))
    assert match.purpose.value is value


# protects: places that shift where a capital becomes two signs in lower case
@pytest.mark.parametrize("before", ["", "\u0130" * 12 + ". "])
def test_an_event_is_seen_behind_any_sign(before):
    of = claim(purpose="prevent", outcome={"kind": "event", "name": "the risk of hiccups"})
    found = matched("Humming", AbstractSection(f"{before}We counted the incidence of hiccups.", "METHODS"), of=of)
    assert found.outcome.read.rule == "match.event"


def test_indexing_speaks_where_the_text_is_silent():
    match = matched("A song against a spasm", mesh=[("X1", "Invented Humming"), ("D006606", "Hiccup")])
    assert match.intervention.read.metadata == ("Invented Humming",)
    assert match.outcome.value is DIRECT


def test_an_abbreviation_counts_as_the_words_it_stands_for():
    words = Words(text_of("", "Loud evening humming (LEH) was tried. LEH helped."))
    assert [one.share for one in words.of_phrase("loud evening humming")] == [1, 1]


# terms are found as PubMed would find them
@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("hum*", "She hummed.", ["hummed"]),
        ("loud humming", "Humming, loud humming.", ["loud humming"]),
        ("loud humming", "Loud and clear humming.", []),
        (Near(near="loud humming", within=2), "Humming may be loud.", ["Humming may be loud"]),
        (Near(near="loud humming", within=1), "Humming may be loud.", []),
        (Near(near="loud humming", within=1, field="ti"), "Humming loud.", []),
        ("knee pain", "Knee-pain scores.", ["Knee-pain"]),
        ("vitamin B6", "With vitamin B6 and HbA1c.", ["vitamin B6"]),
        ("HbA1c", "With vitamin B6 and HbA1c.", ["HbA1c"]),
    ],
)
def test_terms(term, text, found):
    whole = text_of("", text)
    assert [whole.quote(one.span) for one in Words(whole).of_term(term)] == found


PARTS = st.lists(
    st.sampled_from(
        [
            "Humming",
            "hummed",
            "(H)",
            "hiccups",
            "adults with",
            "placebo",
            "the risk of",
            "versus",
            ".",
            "9",
            "\u0130",
            "in mice",
        ]
    ),
    max_size=12,
).map(" ".join)


@given(PARTS, PARTS)
def test_every_span_is_verbatim_and_every_reason_is_said(title, abstract):
    one = record(title, abstract)
    text, of = reading_of(one), claim()
    match = match_of(of, of.primary_outcome, one)
    for found in (match.population, match.intervention, match.comparator, match.outcome, match.purpose):
        assert found.why
        assert all(text.quote(span) in f"{title}\n{abstract}" for span in found.read.spans)
