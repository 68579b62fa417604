"""A query taken apart loses nothing, and its terms are what a reader sees."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.pubmed.query.fields import read_tag
from claimbook.pubmed.query.tokens import Term, Token, items_of, tokenize
from tests.pubmed.query.strategies import nasty, queryish


@given(nasty | queryish)
def test_the_tokens_put_together_are_the_query(text):
    tokens = tokenize(text)
    assert "".join(token.text for token in tokens) == text
    assert all(text[token.start : token.end] == token.text for token in tokens)


def terms_of(text):
    return [item for item in items_of(tokenize(text)) if isinstance(item, Term)]


@given(nasty | queryish)
def test_every_term_lies_where_it_says(text):
    for term in terms_of(text):
        for word in term.spelled:
            assert text[word.start : word.end] == word.text


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ('"hip pain"[tiab:~2] OR knee*[ti]', ['"hip pain"[tiab:~2]', "knee*[ti]"]),
        ("randomized controlled trial[pt]", ["randomized controlled trial[pt]"]),
        ("asthma [tiab]", ["asthma[tiab]"]),
        ('"[18F]FDG"[tiab]', ['"[18F]FDG"[tiab]']),
        ('knee "hip pain"[ti]', ["knee", '"hip pain"[ti]']),
        ("2015/01/01:2020/12/31[dp]", ["2015/01/01:2020/12/31[dp]"]),
        ("Clinical Prediction Guides/Broad[filter]", ["Clinical Prediction Guides/Broad[filter]"]),
        ("knee AND(hip)OR\nback", ["knee", "hip", "back"]),
        ("ANDROID ORAL NOTE", ["ANDROID ORAL NOTE"]),
        ('"never closed', ['"never closed']),
    ],
)
def test_terms_are_words_or_phrases_with_their_tags(text, terms):
    assert [term.as_sent for term in terms_of(text)] == terms


def test_a_tag_behind_a_group_belongs_to_no_term():
    last = items_of(tokenize("(asthma OR copd)[tiab]"))[-1]
    assert last == Token("tag", "[tiab]", 16)


@given(st.integers(1, 30_000))
def test_a_long_row_of_signs_is_read_in_one_go(number):
    for sign in ('"', "[", "(", "a[", '"a'):
        assert len(tokenize(sign * number)) >= 1


@pytest.mark.parametrize(
    ("tag", "name", "modifier"),
    [
        ("[TIAB]", "tiab", ""),
        ("[Title/Abstract]", "tiab", ""),
        ("[ Mesh : NoExp ]", "mh", "noexp"),
        ("[MeSH  Terms]", "mh", ""),
        ("[Date - Publication]", "dp", ""),
        ("[tiab:~2]", "tiab", "~2"),
        ("[foo]", None, ""),
        ("[author identifier]", None, ""),
        ("[]", None, ""),
    ],
)
def test_a_tag_is_read_whatever_its_spelling(tag, name, modifier):
    field = read_tag(tag)
    assert (field.name, field.modifier) == (name, modifier)
