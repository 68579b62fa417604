"""A first arm is no trial, a plan is no sample, and a trial that nobody joined has neither people nor results."""

import json

import pytest

from claimbook.appraise.record.appraisal import Question, appraise
from claimbook.appraise.sample.total import NEVER_DONE, sample_of
from claimbook.appraise.text.reading import text_of
from claimbook.model.appraisal import Kind
from claimbook.model.claim import Claim
from claimbook.model.record import AbstractSection
from tests.appraise.invented import record
from tests.test_searching import claim

SURE_TOTAL, SURE_RANDOMISED = 0.9, 0.95


def sample(words, kind=Kind.RCT, label="METHODS"):
    return sample_of(text_of("Humming for hiccups", AbstractSection(words, label)), kind)


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("Thirty women with stroke were randomized to tai chi and 32 to stretching.", 62),
        ("Sixty-two patients with hiccups were randomly assigned to humming and 61 to usual care.", 123),
        ("Forty adults were assigned to humming and 38 to rest.", 78),
        ("We randomly assigned 45 men to humming and 44 to silence.", 89),
        ("A total of 50 patients were randomised to humming, 48 to singing and 51 to usual care.", 149),
        ("We randomised 25 patients to humming, and 26 patients to rest.", 51),
        ("Fifty-one participants were randomised to humming; 49 were randomised to usual care.", 100),
        ("Sixty patients (30 men) were randomised to humming and 31 to rest.", 91),
        ("Adults were randomised to humming, singing or rest (n = 40 per group, three groups).", 120),
        ("Adults were randomly assigned to one of four groups (20 per group).", 80),
    ],
)
def test_the_first_arm_is_not_the_whole_trial(words, total):
    """Of '30 to tai chi and 32 to stretching' the 30 were surely all, and surely all who were randomised."""
    read = sample(words)
    assert read.total.value == total
    assert read.randomised.value in {None, total}


@pytest.mark.parametrize(
    "words",
    [
        "Sixty patients were randomised to humming and usual care.",
        "Sixty patients were randomised to humming and 12 weeks of rest.",
        "Sixty patients were randomised to humming or rest and 12 to 14 weeks later hiccups were counted.",
        "Sixty patients were randomised to humming and 5 withdrew.",
        "Sixty patients were randomised to one of two groups and 58 completed the study.",
        "Sixty patients were randomised, 30 to humming and 30 to rest.",
        "Sixty patients with hiccups were randomised to humming or rest, 31 to humming and 29 to rest.",
        "We randomly assigned 60 adults to humming or rest (30 per group).",
        "60 adults were randomised to humming or rest; 57 in all were analysed.",
    ],
)
def test_what_else_stands_behind_an_allocation_is_no_second_arm(words):
    """Times, losses and parts of those who were assigned add nobody."""
    read = sample(words)
    assert (read.total.value, read.randomised.value) == (60, 60)
    assert read.total.confidence >= SURE_TOTAL


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("We will randomise 100 people.", Kind.PROTOCOL),
        ("A total of 100 adults are randomised to humming or rest.", Kind.PROTOCOL),
        ("We planned to randomise 100 adults to humming or rest.", Kind.RCT),
        ("100 adults were to be randomised to humming or usual care.", Kind.RCT),
        ("The study will enrol and randomise up to 100 adults.", Kind.RCT),
        ("In all, 100 women with hiccups are to be randomly assigned to humming or rest.", Kind.RCT),
    ],
)
def test_who_is_to_be_randomised_was_not(words, kind):
    """A planned number was surely that of those randomised."""
    read = sample(words, kind)
    assert read.total.value == 100
    assert read.randomised.value is None


@pytest.mark.parametrize(
    "words",
    [
        "We randomised 80 adults to humming or rest; they will be followed for a year.",
        "80 adults were randomised to humming or rest and will be followed up.",
        "80 adults agreed to be randomised to humming or rest.",
        "80 adults who were willing to be treated were randomised.",
        "We planned to randomise 100 adults. We randomised 80 adults.",
    ],
)
def test_what_was_done_is_no_plan_though_one_follows(words):
    """A future that is told of people who were randomised takes nothing from them."""
    assert sample(words).randomised.value == 80


NOBODY = (
    "The trial was withdrawn before enrolment; 0 of 80 planned adults were randomised.",
    "None of the 80 eligible adults was randomised.",
    "Zero of 45 planned patients were enrolled because funding ended.",
    "No patients were recruited.",
    "0 (0%) of 60 patients had been enrolled.",
    "The study was terminated before the first patient was treated.",
    "Nobody was enrolled.",
    "The trial was cancelled before recruitment; the planned sample was 90 adults.",
)


@pytest.mark.parametrize("words", NOBODY)
def test_a_trial_that_nobody_joined_has_no_people(words):
    """'0 of 80 planned adults were randomised' was surely a trial of 80."""
    assert sample(words) is NEVER_DONE


@pytest.mark.parametrize("words", NOBODY)
def test_a_trial_that_nobody_joined_found_no_sameness(words):
    """It surely showed no difference, because nothing told of one."""
    question = Question(Claim.model_validate_json(json.dumps(claim("humming"))))
    read = appraise(record("Humming for pain: a randomised trial that was never done", words), question)
    assert [one.change.value for one in read.answers] == [None]


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("None of the 80 adults died.", 80),
        ("0 of 80 adults had hiccups.", 80),
        ("None of the 80 adults who were enrolled withdrew.", 80),
        ("None of the 80 randomised adults was lost.", 80),
        ("We randomised 80 adults. No patients were excluded.", 80),
        ("We randomised 80 adults. None of the 12 men was assigned to singing.", 80),
        ("No further patients were recruited. We randomised 64 adults.", 64),
        ("The trial was stopped before the planned end. We randomised 64 adults.", 64),
        ("We surveyed 312 adults. No children were included.", 312),
    ],
)
def test_nobody_among_those_who_took_part_leaves_them_their_trial(words, total):
    """What happened to nobody, and who else was not taken in, say nothing of the whole."""
    assert sample(words).total.value == total


def test_people_of_a_model_are_nobody():
    """Virtual people that a model assigns were surely the people of a trial."""
    assert sample("A cohort of 5000 virtual patients was randomised to humming or rest.").total.value is None


def sure(read, line):
    return read.value if read.confidence >= line else None


def sure_numbers(words, kind=Kind.RCT):
    """The total and those randomised, where they are at or above the lines of their fields."""
    read = sample(words, kind)
    return sure(read.total, SURE_TOTAL), sure(read.randomised, SURE_RANDOMISED)


@pytest.mark.parametrize(
    "words",
    [
        "Fifteen patients each were randomised to humming and usual care.",
        "Ten patients per group were randomised to humming or usual care.",
        "Per group, 22 adults were randomised to humming or rest.",
        "Groups of 20 patients were randomly assigned to humming or usual care.",
        "We randomly assigned 3 x 20 patients to humming, singing and usual care.",
        "In experiment 2, 30 students were randomly assigned to humming or usual care.",
        "Thirty adults in study 1 and 44 in study 2 were randomly assigned to humming or silence.",
        "Fifty mother-infant pairs were randomly assigned to humming or usual care.",
        "We randomised 45 couples (90 people) to humming or usual care.",
        "Dyads (n = 75) of patients and carers were randomly assigned to humming or usual care.",
        "Zebrafish larvae (n = 120) were randomly assigned to humming or silence.",
        "Thirty families (121 persons) were randomly assigned to humming or usual care.",
        "We interviewed 30 patients who had declined to be randomised to humming or usual care.",
        "One trial randomly assigned 80 adults to humming or rest and found fewer hiccups.",
        "One hundred and ten of 300 adults were randomised to humming or rest.",
        "3,000 adults are being enrolled in this randomised trial of humming.",
        "Eighty were enrolled; 10 excluded and 70 randomised to humming or rest.",
        "Some 1.2 million adults were invited and 3,020 randomised to humming or usual care.",
        "Sixty bovine teeth were randomly assigned to humming or silence.",
        "Sixty plots of tomatoes were randomly assigned to humming or silence.",
        "Twenty slides were randomly assigned to readers.",
    ],
)
def test_a_number_of_a_part_of_pairs_or_of_others_is_surely_nobodys(words):
    """The people of one group, pairs, refusers and people of other trials were surely all who were randomised."""
    assert sure_numbers(words) == (None, None)


@pytest.mark.parametrize(
    ("words", "total"),
    [
        ("Sixty patients were randomised to two groups, 30 in each.", 60),
        ("One hundred adults, each with hiccups for 3 days, were randomised to humming or rest.", 100),
        ("Fifty adults were each randomly assigned to humming or rest.", 50),
        ("Seventy-two adults with hiccups in both ears were randomised to humming or rest.", 72),
        ("We randomly assigned 80 adults to either the humming group or usual care.", 80),
        ("Sixty patients in matched pairs were randomised to humming or rest.", 60),
        ("Eighty parents of infants were randomised to humming or rest.", 80),
        ("Two hundred adults were randomised; no one declined to be randomised.", 200),
        ("Sixty fish eaters were randomised to humming or silence.", 60),
        ("Sixty adults with cat allergy were randomised to humming or silence.", 60),
        ("In this phase 2 trial, 64 adults were randomised to humming or rest.", 64),
    ],
)
def test_words_of_each_and_of_pairs_elsewhere_leave_the_whole_its_number(words, total):
    """A total that its own words make sure of stays sure, though 'each' or 'pairs' stands near it."""
    assert sure_numbers(words) == (total, total)


@pytest.mark.parametrize(
    "words",
    [
        "We enrolled 246 adults, of whom 12 were excluded before randomisation.",
        "Participants were 60 of the 240 patients in the parent randomised trial.",
        "This is a secondary analysis of a trial in which 1,204 adults were randomised to humming or rest.",
        "Individual data of 2,140 adults randomised in seven trials were pooled.",
        "We analysed individual patient data of 2,140 adults randomised to humming or rest in eight trials.",
    ],
)
def test_people_before_randomisation_or_of_an_earlier_trial_are_surely_not_those_randomised(words):
    """They were surely the number randomised here."""
    assert sure_numbers(words)[1] is None


def test_what_a_plan_wishes_for_is_shown_below_its_line():
    """A planned size was surely the people of a study."""
    read = sample("One hundred adults will be randomised to humming or usual care.", Kind.PROTOCOL)
    assert (read.total.value, sure(read.total, SURE_TOTAL)) == (100, None)


def test_two_arms_named_behind_those_enrolled_leave_them_the_whole():
    """'80 were enrolled; 41 to one, 39 to the other' are all of them, unlike '10 excluded and 70 randomised'."""
    read = sample("Eighty adults were enrolled; 41 were randomised to humming and 39 to rest.")
    assert sure(read.total, SURE_TOTAL) == 80
