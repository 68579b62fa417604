"""Abbreviations that a text defines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.text.abbreviations import abbreviations_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on a humming annoyance scale (HAS) of ten", {"HAS": "humming annoyance scale"}),
        ("short-hum therapies (SHTs) and rest", {"SHTs": "short-hum therapies"}),
        ("hiccup-free days (HFD; median 4)", {"HFD": "hiccup-free days"}),
        ("hiccups (n = 30) of people (in rest)", {}),
        ("no such thing (XQZ)", {}),
    ],
)
def test_definitions(text, found):
    assert abbreviations_in(text) == found


def test_the_first_definition_counts():
    assert abbreviations_in("humming test (HT), hush time (HT)") == {"HT": "humming test"}


@given(st.text(max_size=200))
def test_both_forms_are_words_of_the_text(text):
    for short, long in abbreviations_in(f"{text} humming annoyance scale (HAS)").items():
        assert short in f"{text} (HAS)"
        assert " ".join(long.split()) == long
