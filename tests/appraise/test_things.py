"""Words of chance that are letter for letter those of a trial, and tell of no people, or of another trial."""

import pytest

from claimbook.appraise.design.kind import kind_of_text
from claimbook.appraise.record.appraisal import read_by_rule
from claimbook.appraise.text.reading import text_of
from claimbook.model.appraisal import Kind
from claimbook.model.record import AbstractSection
from tests.appraise.invented import record

SURE = 0.9


def sure_kind(words, title="Humming and hiccups"):
    """The kind, where it is at or above its line."""
    read = kind_of_text(text_of(title, AbstractSection(words, "METHODS"), AbstractSection("It did.", "RESULTS")))
    return read.value if read.confidence >= SURE else None


@pytest.mark.parametrize(
    "words",
    [
        "We randomly divided 2,400 patients into training and validation cohorts.",
        "Recordings were randomly assigned to training and test sets.",
        "Patients were randomly allocated to a development sample (70%) or a test sample (30%).",
        "Twenty records were randomly assigned to a second reader.",
        "Samples were randomised on plates.",
        "Specimens were randomised to be read first by one of two pathologists.",
        "The order in which the slides were read was randomised.",
        "Students were randomly assigned to a paper or an online questionnaire.",
        "Respondents were randomly assigned to one of four blocks of choice sets in a discrete choice experiment.",
        "Sixty bovine teeth were randomly assigned to humming or silence.",
        "One hundred and twenty zebrafish larvae were randomised to humming or silence.",
        "We randomly allocated 40 plots of tomatoes to humming or silence.",
        "Cells of six donors were randomised to humming or silence.",
        "We report a man who had been randomised to baclofen in a trial.",
        "Unlike patients randomly assigned in trials, patients of daily practice choose. We followed 300 of them.",
        "In 1948, patients were first randomly assigned to streptomycin. We tell the history of trials.",
        "We report a 61-year-old man, randomised to baclofen in a double-blind trial, who hummed.",
        "Plots were randomly assigned to humming or silence in a randomised complete block design.",
        "After the end of the randomised trial, 412 participants were followed for ten years.",
        "We asked 120 patients whether they understood that they had been randomly assigned.",
    ],
)
def test_things_and_other_peoples_trials_are_no_sure_trial(words):
    """Data that were split, plates, plots and a history of trials were surely randomised trials."""
    assert sure_kind(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "Adults were randomised to humming training or usual care.",
        "Patients were randomly assigned to strength training and to validation therapy.",
        "Eighty students were randomly assigned to a training group or a control group.",
        "We randomly assigned 80 adults to humming or usual care; blood samples were read by two readers.",
        "Nurses were randomised to an online course or a paper handbook.",
        "Eighty patients were randomised to a telephone intervention or usual care.",
        "Teeth of 40 adults were randomly assigned to humming or silence.",
        "Patients were randomly assigned to test meals or control meals.",
        "Samples were randomised on plates. We randomly assigned 80 adults to humming or usual care.",
        "Samples were randomly assigned to plates. Eighty adults were randomised to humming or usual care.",
    ],
)
def test_people_stay_surely_randomised_beside_things(words):
    """What people were assigned to may be called training, test or telephone; plates may stand beside them."""
    assert sure_kind(words) is Kind.RCT


def test_people_who_were_followed_after_a_trial_are_not_surely_a_trial():
    """A title told surely of a trial, where only those were followed who had been in one."""
    followed = "We followed 300 patients for five years."
    assert sure_kind(followed, "Observational follow-up of a randomised trial") is None
    assert sure_kind(followed, "Five-year follow-up of a randomised trial of humming") is Kind.RCT


def test_so_many_were_randomised_is_no_surer_than_that_it_is_a_trial():
    """2,400 patients whose data were split were surely 2,400 who were randomised."""
    words = "We randomly divided 2,400 patients into training and validation cohorts."
    sample = read_by_rule(record("Humming and hiccups", AbstractSection(words, "METHODS", "METHODS"))).sample
    assert (sample.randomised.value, sample.randomised.confidence < SURE) == (2400, True)
