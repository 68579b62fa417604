"""Letters, editorials and comments: they retell a trial and have none of their own."""

import pytest

from claimbook.appraise.design.kind import kind_of, kind_of_text
from claimbook.appraise.lines import LINES
from claimbook.appraise.record.appraisal import read_by_rule
from claimbook.appraise.text.reading import reading_of, text_of
from claimbook.model.appraisal import Kind
from claimbook.model.record import AbstractSection
from tests.appraise.invented import record

RETOLD = "Holm and colleagues report the HUM trial, in which 90 adults were randomised to humming or silence."
TRIAL = "Ninety adults were randomly assigned to humming or silence."
SAID = [
    ("Humming", f"In this issue, Holm and co-workers present a trial. {TRIAL}"),
    ("Humming", f"To the Editor: {TRIAL} The hummers were older."),
    ("Humming", f"Sir, I was interested to read the trial by Holm et al. {TRIAL}"),
    ("Humming", f"We read the paper by Holm and Hill with interest. {TRIAL}"),
    ("Humming", f"The authors deserve praise. {TRIAL}"),
    ("Humming", f"The authors are to be congratulated on their work. {TRIAL}"),
    ("In reply", f"We thank Dr Holm for her comments. {TRIAL}"),
    ("Humming", f"{RETOLD} Yet several points call for caution."),
    ("Humming", f"The long-awaited results of the HUM trial have now been published. {TRIAL} Doubts remain."),
    ("Humming", f"The recently published HUM trial is a remarkable achievement. {TRIAL}"),
    ("Humming", f"{RETOLD} Does humming help children?"),
    ("Humming: hope or hype?", f"HUM was a large trial. {TRIAL} I think that its result is due to chance."),
]


# protects: a trial, how it was done, its people and its harms read from a text that only speaks of it
@pytest.mark.parametrize(("title", "said"), SAID)
def test_who_speaks_of_a_trial_of_others_comments(title, said):
    assert kind_of_text(text_of(title, said)).value is Kind.COMMENT
    read = read_by_rule(record(title, f"{said} No adverse events were reported. Follow-up was 12 weeks."))
    told = (read.signals.randomised, read.signals.control_group, read.harms, read.follow_up_weeks, read.sample.total)
    assert not any(told)


# who judges, but tells what he did himself, reports a study
@pytest.mark.parametrize(
    "said",
    [
        f"We randomised adults. {TRIAL} Several questions remain. Can children hum?",
        f"The aim was to test humming. {TRIAL} Caution is needed. The effect was surprising.",
        f"Holm and colleagues found that humming helps. Our trial repeats theirs. {TRIAL} Doubts remain.",
    ],
)
def test_who_judges_his_own_trial_does_not_comment(said):
    assert kind_of_text(text_of("Humming", said)).value is Kind.RCT


def test_a_trial_with_headings_is_its_authors_own():
    said = (AbstractSection(TRIAL, "METHODS"), AbstractSection("A remarkable effect. Several questions remain.", "END"))
    assert kind_of_text(text_of("Humming", *said)).value is Kind.RCT


def test_one_judgement_makes_a_trial_unsure():
    read = kind_of_text(text_of("Humming", f"HUM was a trial. {TRIAL} The effect was surprising."))
    assert (read.value, read.confidence < LINES["kind"].confidence) == (Kind.RCT, True)


# the text of a letter may know better than its type; that of an editorial or an erratum may not
@pytest.mark.parametrize(
    ("name", "kind"), [("Letter", Kind.RCT), ("Editorial", Kind.COMMENT), ("Published Erratum", Kind.COMMENT)]
)
def test_a_trial_in_what_is_never_a_study(name, kind):
    one = record("Humming", TRIAL, types=(("", name),))
    assert kind_of(one, reading_of(one)).value is kind


# an erratum is no study; that it is a comment nobody surely says
@pytest.mark.parametrize("types", [(), (("", "Published Erratum"),)])
def test_an_erratum_is_surely_nothing(types):
    one = record("Erratum: humming for hiccups: a randomised trial", "The number should read 90.", types=types)
    read = kind_of(one, reading_of(one))
    assert (read.value, read.confidence < LINES["kind"].confidence) == (Kind.COMMENT, True)
