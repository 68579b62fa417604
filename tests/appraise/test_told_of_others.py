"""What is told of other studies, of later ones, or of nobody, is nothing of this one."""

import pytest

from claimbook.appraise.record.appraisal import read_by_rule
from claimbook.model.record import AbstractSection
from tests.appraise.invented import record

FEWER = "Hiccups were fewer with humming than with usual care (P = 0.01)."
SURE = 0.9


def read(methods, results=""):
    """All that rules read of a trial."""
    done = AbstractSection(f"We randomised 80 adults to humming or usual care. {methods}", "METHODS", "METHODS")
    found = AbstractSection(f"{FEWER} {results}", "RESULTS", "RESULTS")
    return read_by_rule(record("Humming for hiccups: a randomised trial", done, found))


def sure(one):
    return one.value if one.confidence >= SURE else None


@pytest.mark.parametrize(
    "words",
    [
        "Patients will be followed for 10 years.",
        "A follow-up of 12 months would be needed.",
        "Earlier trials had a follow-up of 6 weeks.",
        "The planned follow-up was 5 years, but the trial ended after 1 year.",
        "Follow-up for 5 years is ongoing.",
        "A 10-year follow-up is planned.",
        "A previous study followed patients for 3 months.",
        "Participants are to be followed up for 3 years.",
        "Follow-up data at 12 months are not yet available.",
        "Most published trials followed patients for 8 weeks.",
    ],
)
def test_a_follow_up_of_others_or_to_come_is_not_sure(words):
    """What was planned, and what earlier trials did, was surely how long people were followed."""
    assert sure(read(words).follow_up_weeks) is None


@pytest.mark.parametrize(
    ("words", "weeks"),
    [
        ("Patients were followed for 24 weeks, longer than in earlier trials.", 24),
        ("Patients with planned surgery were followed for 10 weeks.", 10),
        ("Previously healthy adults in this study were followed for 10 weeks.", 10),
        ("As planned, patients were followed up for 12 weeks.", 12),
        ("In contrast to earlier trials, patients were followed for 12 weeks.", 12),
        ("Patients will be followed for 10 years. The median follow-up was 8 weeks.", 8),
    ],
)
def test_its_own_follow_up_stays_sure_beside_that_of_others(words, weeks):
    """A comparison with earlier trials, and a longer plan, take nothing from what was done."""
    assert sure(read(words).follow_up_weeks) == weeks


@pytest.mark.parametrize(
    ("words", "most"),
    [
        ("A double-blind trial of humming had been published before.", None),
        ("Reviewers were blinded to authors and journals.", None),
        ("Four previous trials were double-blind; ours was not.", None),
        ("We did not use double-blind procedures in the pilot.", None),
        ("The pilot study was double-blind, whereas this trial was open-label.", "none"),
        ("Patients could not be blinded, but assessors were.", None),
        ("Outcome assessors were blinded at baseline but not at follow-up.", None),
        ("Statisticians were blinded to group allocation.", None),
        ("Radiologists blinded to each other's readings judged the scans.", None),
        ("Outcome assessors and statisticians were blinded to allocation.", "assessor"),
        ("The study was double-blind; earlier trials were not.", "double"),
        ("Neither patients nor therapists were blinded.", "none"),
        ("Unlike previous double-blind trials, this trial was open-label.", "none"),
    ],
)
def test_who_was_blind_in_this_study_and_all_along(words, most):
    """Blind trials of others, readers who do not know each other, and blind statisticians counted as assessors."""
    assert sure(read(words).signals.blinding) == most


def test_a_verb_that_is_not_said_again_makes_assessors_blind():
    """'Patients could not be blinded, but assessors were' was surely a trial in which nobody was."""
    assert read("Patients could not be blinded, but assessors were.").signals.blinding.value == "assessor"


@pytest.mark.parametrize(
    "words",
    [
        "Adverse events will be reported elsewhere.",
        "Adverse events have been published separately.",
        "Knowledge of side effects was better with humming.",
        "Fear of side effects was common.",
        "Humming avoids the side effects of drugs.",
    ],
)
def test_harms_that_are_known_feared_or_told_elsewhere_are_not_reported(words):
    """They surely were."""
    assert sure(read("", words).harms) is None


@pytest.mark.parametrize("words", ["Side effects were mild.", "No adverse events occurred.", "Humming caused no harm."])
def test_harms_that_happened_or_did_not_are_reported(words):
    """Words of fear and of other reports are looked for beside the harm only."""
    assert sure(read("", words).harms) is True


@pytest.mark.parametrize(
    ("words", "many"),
    [
        ("A larger multicentre trial is planned.", None),
        ("A multicentre trial is needed.", None),
        ("Patients were recruited at one of five hospitals.", None),
        ("Patients were recruited at five hospitals.", True),
        ("This multicentre trial was done in both towns.", True),
    ],
)
def test_a_planned_multicentre_trial_is_not_this_one(words, many):
    """It surely was; so was one of five hospitals."""
    assert sure(read(words).signals.multicentre) is many


@pytest.mark.parametrize(
    ("words", "done"),
    [
        ("Analyses were per protocol rather than by intention to treat.", None),
        ("Analysis was by intention to treat rather than per protocol.", True),
    ],
)
def test_what_was_done_rather_than_what(words, done):
    """'Rather than by intention to treat' was surely by intention to treat."""
    assert sure(read(words).signals.intention_to_treat) is done


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("The parent trial is NCT99001234.", None),
        ("This is a substudy of NCT99001234.", None),
        ("The trial was registered (NCT99001234).", ("NCT99001234",)),
    ],
)
def test_the_number_of_a_parent_trial_is_not_surely_its_own(words, own):
    """A substudy was surely registered by its parent's number."""
    assert sure(read(words).registration) == own
