"""Numbers are read as a person reads them aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.numbers import counts_in, value_of_words
from claimbook.appraise.text.pieces import words_of


def counts(text):
    return [*counts_in(text, fold(text), frozenset(words_of(fold(text))))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Two hundred and sixty-one adults", [261]),
        ("One thousand ninety-nine women", [1099]),
        ("1,234 and 12 345 people", [1234, 12345]),
        ("3.4% of 61 people", [61]),
        ("15% of 61 people", [61]),
        ("twenty percent of sixty", [60]),
        ("P<.05", []),
        ("twelve of twenty-four", [12, 24]),
        ("a hundred men", [100]),
        ("IL6 and B12 are names", []),
        ("someone was often tense", []),
        # protects: a number without end, which is none that a computer can hold
        (f"{'9' * 5000} people", []),
    ],
)
def test_values(text, values):
    assert [number.value for number in counts(text)] == values


def test_words_that_are_no_numbers_are_refused():
    with pytest.raises(KeyError):
        value_of_words("humming")


@given(st.integers(0, 999_999))
def test_digits_with_and_without_separators_are_the_same_number(value):
    assert {number.value for number in counts(f"{value:,} people, {value} people")} == {value}


@given(st.text(max_size=200))
def test_every_number_stands_where_it_says(text):
    for number in counts(text):
        assert text[number.start : number.end].strip() == text[number.start : number.end] != ""
