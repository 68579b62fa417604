"""Yes, no or maybe to a research question, from the results and never from the conclusion."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.answer.chance import (
    ANSWERS,
    answer_features,
    answer_of,
    question_kind,
    shipped_answer_model,
    shipped_denial_model,
)
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection
from tests.appraise.invented import TRIAL

QUESTION = "Does humming reduce hiccups?"


def results(words):
    return text_of("", AbstractSection(words, "RESULTS"))


def test_an_effect_is_a_yes_and_its_absence_a_no():
    yes = answer_of(QUESTION, results("Humming significantly reduced hiccups (P < .001)."))
    no = answer_of(QUESTION, results("Humming did not significantly reduce hiccups (P = .68)."))
    assert (yes.value, no.value) == ("yes", "no")


def test_an_answer_shows_the_nearest_sentence_and_is_never_explicit():
    text = text_of(*TRIAL)
    read = answer_of("Does humming reduce hiccups per day?", text)
    assert text.quote(read.spans[0]) == "Hiccups per day were 3.4 vs. 5.1 (P < .05)."
    assert read.status == "inferred"


# the conclusion is what the authors made of the results; spin must not become an answer
def test_the_conclusion_is_not_read():
    answers = [
        answer_of(
            QUESTION,
            text_of(
                "", AbstractSection("Hiccups were 3 and 3 (P = .9).", "RESULTS"), AbstractSection(last, "CONCLUSIONS")
            ),
        )
        for last in ("Humming does not help.", "Humming significantly reduces hiccups.")
    ]
    assert answers[0] == answers[1]


def test_without_results_nothing_is_answered():
    assert not answer_of(QUESTION, text_of("Humming"))
    assert not answer_of(QUESTION, text_of("Humming", AbstractSection("We asked adults.", "METHODS")))


def test_results_without_a_difference_sound_like_a_denial():
    model = shipped_denial_model()
    effect = results("Hiccups were significantly fewer with humming (P = .001).").sentences
    none = results("There was no significant difference between the groups (P = .45).").sentences
    assert model.of(QUESTION, none) > 0 > model.of(QUESTION, effect)


# the sentence that the question asks for counts more than its neighbours
def test_the_nearest_sentence_counts_most():
    said = results("Hiccups did not differ with humming (P = .7). Sleep was longer with whistling (P < .01).").sentences
    model = shipped_denial_model()
    assert model.of("Does humming change hiccups?", said) > model.of("Does whistling give longer sleep?", said)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Are humming and whistling the same?", "alike"),
        ("Can humming be omitted?", "turned"),
        ("Is humming always necessary?", "doubted"),
        ("Do we hum enough?", "doubted"),
        ("Does humming affect hiccups?", "effect"),
        ("Can singers hum?", "other"),
    ],
)
def test_what_a_question_asks_for(question, kind):
    assert question_kind(fold(question)) == kind


# a piece in the middle of a word once told the kind: "wall" for "all", "complex" for "comply"
@pytest.mark.parametrize("question", ["Can a small wall hum?", "Can hums be complex?", "Can singers hum in wales?"])
def test_words_are_read_from_their_beginning(question):
    assert question_kind(fold(question)) == "other"


# the same results: "did not differ" is good news where one asks whether something does as well
def test_no_difference_speaks_less_against_a_turned_question():
    told = results("Hiccups were 3.1 and 3.0 a day in the two groups; they did not differ (P = .8).").sentences
    model = shipped_answer_model()
    turned, effect = (
        answer_features(question, told)
        for question in ("Is humming as safe as whistling?", "Does humming affect hiccups?")
    )
    assert model.scores(turned)[0] - model.scores(turned)[1] > model.scores(effect)[0] - model.scores(effect)[1]


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_answer_is_one_of_three_with_words_to_show(question, words):
    text = text_of("", words)
    read = answer_of(question, text)
    if read:
        assert read.value in ANSWERS
        assert all(text.quote(span) in words for span in read.spans)
