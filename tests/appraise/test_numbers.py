"""Numbers are read as a person reads them aloud."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.text.numbers import numbers_in, value_of_words


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Two hundred and sixty-one adults", [261]),
        ("One thousand ninety-nine women", [1099]),
        ("1,234 and 12 345 people", [1234, 12345]),
        ("3.4% of 61 people", [3.4, 61]),
        ("P<.05", [0.05]),
        ("twelve of twenty-four", [12, 24]),
        ("a hundred men", [100]),
        ("IL6 and B12 are names", []),
        ("someone was often tense", []),
    ],
)
def test_values(text, values):
    assert [number.value for number in numbers_in(text)] == values


def test_a_percentage_counts_nobody():
    percent, people = numbers_in("15% of 61 people")
    assert (percent.kind, people.kind) == ("percent", "whole")
    assert (percent.value, people.value) == (15, 61)


def test_words_that_are_no_numbers_are_refused():
    with pytest.raises(KeyError):
        value_of_words("humming")


@given(st.integers(0, 999_999))
def test_digits_with_and_without_separators_are_the_same_number(value):
    assert {number.value for number in numbers_in(f"{value:,} people, {value} people")} == {value}


@given(st.text(max_size=200))
def test_every_number_stands_where_it_says(text):
    for number in numbers_in(text):
        assert text[number.start : number.end].strip() == text[number.start : number.end] != ""
