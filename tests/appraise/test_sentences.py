"""Sentences end where they end, and every one is a stretch of its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.text.sentences import sentence_bounds


def split(text):
    return [text[start:end] for start, end in sentence_bounds(text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Humming helped (P < .05). Nobody fell.", "Humming helped (P < .05)."),
        ("Scores fell to 3.4. The rest stayed.", "Scores fell to 3.4."),
        ("Humming vs. Whistling was tested. It helped.", "Humming vs. Whistling was tested."),
        ("As in Doe et al. 12 people hummed. They slept.", "As in Doe et al. 12 people hummed."),
        ("They took vitamin C. We took none.", "They took vitamin C."),
        ("J. A. Doe hummed. He slept.", "J. A. Doe hummed."),
        ("Humming (i.e. Mmm. Or so) helped. It did.", "Humming (i.e. Mmm. Or so) helped."),
        ("(It hums. We sing.) They slept. It did.", "(It hums. We sing.)"),
        ("The ratio was 0. 92 (odd print). It stood.", "The ratio was 0. 92 (odd print)."),
        ("We split the groups.There were two.", "We split the groups."),
        ('He said "it hums." She agreed.', 'He said "it hums."'),
        ("How long? Twelve weeks.", "How long?"),
    ],
)
def test_a_sentence_ends_where_a_person_would_end_it(text, first):
    assert split(text)[0] == first


@given(st.text(max_size=300))
def test_sentences_are_in_order_hold_no_outer_space_and_lose_no_word(text):
    bounds = list(sentence_bounds(text))
    assert bounds == sorted(bounds)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in bounds)
    assert "".join("".join(split(text)).split()) == "".join(text.split())
