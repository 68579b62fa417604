"""Questions of review authors, taken apart. Every question is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.answer.question import Asked, arms_of, asked_by


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "Is knee pain higher, lower, or the same when comparing humming to silence?",
            Asked("knee pain", "humming", "silence"),
        ),
        (
            "Is the risk of falls at 6 months lower, higher, or the same when comparing use of bells with whistles? ",
            Asked("falls", "bells", "whistles", "at 6 months", counts_people=True),
        ),
        (
            "Are sore knees higher, lower, or the same when comparing bells and gongs versus bells?",
            Asked("sore knees", "bells and gongs", "bells"),
        ),
        ("Is sleep longer?", None),
        ("Is sleep lower or higher with humming than with silence?", Asked("sleep", "humming", "silence")),
        ("Does humming lead to higher or lower pain than silence?", Asked("pain", "humming", "silence")),
        ("When comparing humming to silence, is pain higher or lower?", Asked("pain", "humming", "silence")),
        ("Is pain higher, lower, or the same when comparing humming?", None),
    ],
)
def test_a_question_is_taken_apart(question, parts):
    # outcome, both arms and the time are what each abstract is asked for
    assert asked_by(question) == parts


def test_a_word_within_an_arm_does_not_part_it():
    # 'added to' belongs to the arm, and 'to' outranks 'with' and 'and'
    assert arms_of("bells added to gongs to gongs alone") == ("bells added to gongs", "gongs alone")
    assert arms_of("songs with drums to songs with flutes") == ("songs with drums", "songs with flutes")
    assert arms_of("bells and gongs to gongs and silence") == ("bells and gongs", "gongs and silence")
    assert arms_of("the early group to the late group") == ("early group", "late group")


@given(st.text())
def test_any_text_may_be_asked(words):
    # hostile input: no failure, whatever stands there
    asked_by(words)
    asked_by(f"Is {words} higher, lower, or the same when comparing {words} to {words}?")


# protects: a question that takes hours, because the ways in it can be told apart in many ways
@pytest.mark.parametrize("piece", ["higher ", "higher, or ", "a than ", "at 1 day ", "lead to lower ", " "])
@pytest.mark.parametrize("signs", [900, 20_000])
def test_hostile_repetition_is_soon_given_up(piece, signs):
    words = piece * (signs // len(piece))
    assert asked_by(f"Is {words}in hums") is None
    asked_by(f"Is hum {words}when comparing hums")


@pytest.mark.parametrize("where", ["before lunch", "in adults with hiccups", "during the invented season"])
def test_an_arm_without_the_intervention_has_no_words_of_its_own(where):
    # when and for whom both arms were is not what tells the second from the first
    question = f"Is sleep higher, lower, or the same when comparing humming to no humming {where}?"
    assert asked_by(question) == Asked("sleep", "humming", "no humming")
    assert asked_by(question.replace("no humming", "slow humming")).comparator == f"slow humming {where}"
