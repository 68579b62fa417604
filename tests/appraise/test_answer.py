"""Yes, no or maybe to a research question, from the results and never from the conclusion."""

from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.answer import ANSWERS, answer_of, shipped_effect_model
from claimbook.appraise.text import text_of
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


def test_sentences_of_effect_and_of_none_are_told_apart():
    model = shipped_effect_model()
    assert model.of("Pain was significantly lower with humming (P = .001).") > 0
    assert model.of("There was no significant difference between the groups (P = .45).") < 0


@given(st.text(max_size=80), st.text(max_size=200))
def test_any_answer_is_one_of_three_with_words_to_show(question, words):
    text = text_of("", words)
    read = answer_of(question, text)
    if read:
        assert read.value in ANSWERS
        assert all(text.quote(span) in words for span in read.spans)
