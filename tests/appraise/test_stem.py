"""Words that are one word when records are looked through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.text.stem import stem


# at least one word for each step
@pytest.mark.parametrize(
    ("word", "its_stem"),
    [
        ("caresses", "caress"),
        ("ponies", "poni"),
        ("cats", "cat"),
        ("agreed", "agre"),
        ("plastered", "plaster"),
        ("motoring", "motor"),
        ("hopping", "hop"),
        ("filing", "file"),
        ("happy", "happi"),
        ("relational", "relat"),
        ("digitizer", "digit"),
        ("triplicate", "triplic"),
        ("goodness", "good"),
        ("replacement", "replac"),
        ("adoption", "adopt"),
        ("controlling", "control"),
        ("rate", "rate"),
        ("is", "is"),
    ],
)
def test_the_examples_of_the_paper(word, its_stem):
    assert stem(word) == its_stem


@pytest.mark.parametrize("words", ["hum hums hummed humming", "walk walks walked walking", "reduction reductions"])
def test_forms_of_a_word_share_a_stem(words):
    assert len({stem(word) for word in words.split()}) == 1


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz0123456789é", max_size=20))
def test_any_word_has_a_stem_no_longer_than_itself_and_one_letter(word):
    assert len(stem(word)) <= len(word) + 1
    assert bool(stem(word)) == bool(word)
