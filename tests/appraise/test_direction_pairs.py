"""Which way two numbers point: invented sentences, one form of binding numbers to arms each."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.appraise.direction.change import direction_of
from claimbook.appraise.direction.comparison import Finder, Triple
from claimbook.appraise.direction.features import read_sentence
from claimbook.appraise.direction.pairs import FIRM, WEAK, interval_tells, numbers_tell, pairs_in
from claimbook.appraise.text.reading import text_of

HUMMING = Triple("humming", "silence", "hiccups")


def reading_of(sentence, triple=HUMMING):
    return read_sentence(sentence, Finder("", triple))


def told_by(sentence):
    reading = reading_of(sentence)
    return numbers_tell(reading.folded, reading.signs, reading.clause)


@pytest.mark.parametrize(
    ("sentence", "pair"),
    [
        ("Hiccups were seen in 19% with humming and in 41% with silence.", (19, 41)),
        ("Hiccups were seen in 41% of children with silence, 19% of children with humming.", (19, 41)),
        ("Hiccups per day: humming 2.1 \u00b1 0.4, silence 3.4 \u00b1 0.5.", (2.1, 3.4)),
        ("Hiccups per day were 2.1 and 3.4 with humming and silence, respectively.", (2.1, 3.4)),
        ("Hiccups with silence and with humming (3.4 vs 2.1).", (2.1, 3.4)),
        ("Hiccups in 14/40 (35%) with humming versus 20/40 (50%) with silence.", (35, 50)),
        ("Hiccups in 10/40 with humming versus 30/40 with silence.", (25, 75)),
        ("Hiccups fell from 9 to 3 with humming and from 9 to 5 with silence.", (3, 5)),
        (
            "Hiccups lasted 11 days (range, 7 to 26) with humming and 18 days (range, 10 to 85) with silence.",
            (11, 18),
        ),
        ("Hiccups were seen in 19% of the whistling group and in 41% of those with silence.", (19, 41)),
    ],
)
def test_pairs_of_a_sentence(sentence, pair):
    reading = reading_of(sentence)
    assert [(one.mine, one.other) for one in pairs_in(reading.folded, reading.signs)] == [pair]


# A longer list, one arm, an arm named only as the other's yardstick: nothing is certain.
@pytest.mark.parametrize(
    "sentence",
    [
        "Hiccups were 2.1, 3.4 and 5.6 with humming and silence.",
        "Hiccups were 2.1 vs 3.4 with humming.",
        "Compared with silence, humming changed hiccups (2.1 vs 3.4).",
        "Hiccups after 2 weeks with humming and 3 weeks with silence.",
    ],
)
def test_no_certain_pair(sentence):
    reading = reading_of(sentence)
    assert pairs_in(reading.folded, reading.signs) == []


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Hiccups were seen in 19% with humming and in 41% with silence (P < .001).", -FIRM),
        ("Hiccups were seen in 19% with silence and in 41% with humming (P < .001).", FIRM),
        ("Hiccups were seen in 19% with humming and in 41% with silence.", -WEAK),
        ("Hiccups were seen in 19% with humming and in 41% with silence (P = .30).", 0),
        ("Before treatment hiccups were seen in 19% with humming and in 41% with silence (P < .001).", 0),
        ("Hiccups were better with humming than with silence (41 vs 19, P < .001).", 0),
        ("Reduction of hiccups was 41% with humming and 19% with silence (P < .001).", 0),
        ("Humming lowered hiccups by 41% and silence by 19% (P < .001).", -FIRM),
        ("Humming raised hiccups by 41% and silence by 19% (P < .001).", FIRM),
        ("Humming lowered hiccups, which fell from 9 by 41% and with silence by 19% (P = .1).", 0),
        ("Sneezes were seen in 19% with humming and in 41% with silence (P < .001).", 0),
    ],
)
def test_when_numbers_tell(sentence, told):
    assert told_by(sentence) == told


# Numbers say the opposite from the other arm, and move no chance of 'no difference'.
@settings(max_examples=40, deadline=None)
@given(st.integers(1, 99), st.integers(1, 99))
def test_numbers_from_the_other_arm(one, other):
    sentence = f"Hiccups were seen in {one}% with humming and in {other}% with silence (P < .001)."
    reading = reading_of(sentence)
    there = reading_of(sentence, HUMMING.swapped)
    here = numbers_tell(reading.folded, reading.signs, reading.clause)
    assert here == -numbers_tell(there.folded, there.signs, there.clause)
    assert (here > 0, here < 0) == (one > other, one < other)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Hiccups: HR 0.63 (95% CI 0.49 to 0.81).", -FIRM),
        ("Hiccups: HR 1.63 (95% CI 1.49 to 1.81).", FIRM),
        ("Hiccups: HR 0.93 (95% CI 0.79 to 1.11).", 0),
        ("Hiccups were not rarer: HR 0.63 (95% CI 0.49 to 0.81).", 0),
        ("Sneezes: HR 0.63 (95% CI 0.49 to 0.81).", 0),
    ],
)
def test_when_an_interval_tells(sentence, told):
    reading = reading_of(sentence)
    assert interval_tells(reading.signs, reading.clause, "I") == told
    assert interval_tells(reading.signs, reading.clause, "C") == -told
    assert interval_tells(reading.signs, reading.clause, "") == 0


def test_a_direction_that_only_numbers_tell():
    result = "Hiccups were noted in 19.5% of people in the humming group and 40.8% in the silence group (P < .001)."
    assert direction_of(text_of("", "We compared humming with silence.", result), HUMMING).value == "lower"
