"""Whether an abstract tells an outcome, and by which words. Every sentence is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.outcome_said import change_of, nothing_else_in, place_of, told_as
from claimbook.appraise.direction.outcome_words import heads_of, wordings_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection

PLANS = "Eighty adults were assigned to humming or silence. Hiccups, sleep and deaths were recorded."
RESULTS = "Hiccups per day were lower with humming than with silence (P = .01)."
REST = "All other outcomes were similar in both groups."


def trial(*results, plans=PLANS):
    return text_of("Humming: a trial", AbstractSection(plans, "METHODS"), AbstractSection(" ".join(results), "RESULTS"))


def asked(outcome):
    return Triple("humming", "silence", outcome)


@pytest.mark.parametrize(
    ("outcome", "heads"),
    [
        ("hospital mortality", ("mortal",)),
        ("adverse effects", ("advers",)),
        ("symptoms of anxiety", ("anxiet",)),
        ("number of hiccups at 6 weeks", ("hiccup",)),
        ("length of hospital stay", ("stay",)),
        ("death or hiccups", ("death", "hiccup")),
        ("time to first hiccup after lunch", ("hiccup",)),
        ("hiccups requiring a doctor", ("hiccup",)),
        ("volume of hiccups (VOH)", ("hiccup", "voh")),
        ("response rate", ()),
        ("", ()),
    ],
)
def test_the_head_of_an_outcome_is_the_word_that_tells_it(outcome, heads):
    assert heads_of(outcome) == heads


@pytest.mark.parametrize(
    ("outcome", "place"),
    [
        ("hiccups", "told"),
        ("number of hiccups per day", "told"),
        ("sleep", "planned"),
        ("time asleep", "absent"),
        ("day care", "absent"),
        ("effect", "told"),
    ],
)
def test_an_outcome_is_told_planned_or_absent(outcome, place):
    # 'per day' speaks of no day care, and an outcome of general words may stand anywhere
    assert place_of(trial(RESULTS), asked(outcome)) == place


def test_the_plan_of_an_abstract_is_no_result():
    # without a result of its own the direction is missing, whatever else differed
    assert change_of(trial(RESULTS), asked("sleep")).status == "missing"
    assert change_of(trial(RESULTS), asked("hiccups")).value == "lower"


def test_an_outcome_is_asked_for_by_its_other_names():
    text = trial("Two people died with humming and nine with silence.")
    assert told_as(text, asked("mortality")) == asked("died")
    assert told_as(text, asked("hiccups")) is None
    assert told_as(trial("Hospitalisations were rarer."), asked("hospitalizations")) is not None


@pytest.mark.parametrize(
    "sentence",
    [
        REST,
        "Secondary end points did not differ significantly between the groups.",
        "There were no significant differences between the groups in any of the secondary outcomes.",
        "Humming did not affect any other measures of mirth.",
        "None of the remaining parameters was significantly different, and all other results were comparable.",
    ],
)
def test_what_is_said_of_all_other_outcomes_holds_for_one_that_is_not_told(sentence):
    read = change_of(trial(RESULTS, sentence), asked("sleep"))
    assert (read.value, read.status, read.rule) == ("no-difference", "inferred", "direction.nothing-else")
    assert change_of(trial(RESULTS, sentence), asked("hiccups")).value == "lower"


@pytest.mark.parametrize(
    "sentence",
    [
        "All outcomes improved.",
        "Other outcomes differed between the groups.",
        "There were no differences in age.",
        "Hiccups were similar in both groups.",
    ],
)
def test_other_sentences_say_nothing_of_all_others(sentence):
    assert nothing_else_in(trial(sentence)) is None


def test_a_sentence_about_everything_counts_only_as_a_result():
    assert nothing_else_in(trial(RESULTS, plans=f"{PLANS} {REST}")) is None


@pytest.mark.parametrize(
    ("outcome", "other"),
    [("maternal anaemia", "maternal anemia"), ("virological relief", "virologic relief"), ("bleeding", "hemorrhage")],
)
def test_an_outcome_has_other_spellings_and_names(outcome, other):
    assert wordings_of(outcome)[0] == outcome
    assert other in wordings_of(outcome)


@given(st.text(), st.text())
def test_any_outcome_may_be_asked_of_any_text(outcome, words):
    # hostile input: no failure, whatever stands there
    change_of(text_of(words, words), asked(outcome))


@pytest.mark.parametrize(
    ("said", "sure"),
    [
        ("Hiccups", True),
        ("The severity of hiccups", True),
        ("Knowledge about hiccups", False),
        ("The costs of hiccups", False),
        ("Hiccup-related distress", False),
    ],
)
def test_the_direction_of_another_thing_is_never_sure(said, sure):
    # protects: what people know, fear or pay because of an outcome, shown as the outcome
    read = change_of(
        trial(f"{said} was significantly lower with humming than with silence (P = .01)."), asked("hiccups")
    )
    assert (read.value is not None and read.confidence >= LINES["direction"].confidence) is sure
