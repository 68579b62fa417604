"""A trial that is wished for, thought about or reckoned is no trial that was done."""

import pytest

from claimbook.appraise.design.kind import kind_of_text, planned_kind_of
from claimbook.appraise.text.reading import text_of
from claimbook.model.appraisal import Kind
from claimbook.model.record import AbstractSection

SURVEY = "We surveyed 312 adults by post. Of these, 45% had hiccups, and 30% said that they hum. "


def kind(words, title="Humming and hiccups in a town", label="RESULTS"):
    return kind_of_text(text_of(title, AbstractSection(words, label)))


@pytest.mark.parametrize("label", ["RESULTS", None])
@pytest.mark.parametrize(
    "wish",
    [
        "A randomised controlled trial is needed to confirm this.",
        "We are now planning a randomised controlled trial.",
        "This should be tested in a randomised trial.",
        "Randomised trials are warranted.",
        "These findings justify a larger randomised trial.",
        "There is a need for a well-designed randomised controlled trial of humming.",
        "A double-blind, randomised study would be desirable.",
        "A definitive randomised trial should be undertaken.",
        "Our findings call for a multicentre randomised trial.",
        "A randomised placebo-controlled trial of humming is under way.",
        "The results of a randomised trial are awaited.",
        "We recommend a randomised comparison.",
        "We propose to conduct a randomised trial.",
    ],
)
def test_a_wish_makes_no_trial_of_a_survey(wish, label):
    """A survey that ended with the wish for a trial was surely a randomised one, and quoted its wish."""
    assert kind(SURVEY + wish, label=label).value is Kind.CROSS_SECTIONAL


@pytest.mark.parametrize(
    "words",
    [
        "This randomised trial was needed because humming had never been studied. Adults hummed or not.",
        "Patients who needed surgery were randomised to humming or rest.",
        "We did a randomised controlled trial. A larger randomised trial is needed.",
        "In a randomised trial of 80 adults who required care we compared humming with rest.",
        "A randomised study was planned and done in 80 adults.",
        "Randomised treatment should be continued for 4 weeks in all 80 adults.",
        "Adults were shown virtual scenes and were randomly assigned to humming or rest.",
        "Nurses treated simulated patients and were randomly assigned to humming or rest.",
        "Adults were randomly assigned to humming, as future trials should do, or to rest.",
    ],
)
def test_needs_and_plans_beside_a_trial_that_was_done(words):
    """Words of need are not always wishes for another trial."""
    read = kind(words, "Humming for hiccups", "METHODS")
    assert read.value is Kind.RCT
    assert read.confidence >= 0.9


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Attitudes of doctors to a randomised trial of humming", "We interviewed 20 doctors."),
        ("Willingness to take part in a randomised trial of humming", "We surveyed 200 parents."),
        ("Patients' views about a double-blind trial of humming", "We interviewed 20 adults about a randomised trial."),
        ("Reasons for enrolling in a randomised trial of humming", "We asked 60 adults."),
        ("Humming", "We simulated 10,000 virtual adults randomly assigned to humming or rest."),
        ("Humming", "A cohort of 5000 virtual patients was generated and randomised to humming or rest."),
    ],
)
def test_a_trial_that_is_thought_about_or_reckoned_is_not_sure(title, words):
    """What doctors think of a trial, and what a model does with it, was surely a trial."""
    read = kind(words, title, "METHODS")
    assert read.value is not Kind.RCT or read.confidence < 0.9


@pytest.mark.parametrize(
    "title",
    [
        "Humming and attitudes to noise: a randomised trial",
        "Effect of a leaflet on attitudes of nurses to pain: randomised controlled trial",
        "Acceptability of humming: a randomised trial",
        "Experiences of pain after humming: a double-blind randomised study",
    ],
)
def test_attitudes_may_be_the_outcome_of_a_trial(title):
    """A title that names what people think, and then its own trial, is still that of a trial."""
    assert kind("Half of the nurses got a leaflet.", title, "METHODS").confidence >= 0.9


def test_a_protocol_may_wish_for_its_own_trial():
    """What a protocol plans is told by the same words that are wishes elsewhere."""
    text = text_of(
        "Humming: study protocol", AbstractSection("We plan a randomised controlled trial in adults.", "METHODS")
    )
    assert kind_of_text(text).value is Kind.PROTOCOL
    assert planned_kind_of(text).value is Kind.RCT
