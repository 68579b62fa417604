"""Which records bear on a claim: an index that finds words, pairs and pieces, and an order that is always the same."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.relevance.index import Index
from claimbook.appraise.relevance.ranking import first_signals, index_of, ranking
from claimbook.appraise.text.tokens import tokens
from tests.appraise.invented import TRIAL, record

HUMMING = record(*TRIAL)
WHISTLING = record("Whistling at work", "Invented workers who whistled were asked about their lips.", pmid="99000002")
HICCUPS = record("Causes of invented hiccups", "Hiccups followed cold soup in nine people.", pmid="99000003")
RECORDS = [WHISTLING, HICCUPS, HUMMING]


@pytest.mark.parametrize(
    ("claim", "first"),
    [
        ("Humming stops hiccups", HUMMING),
        ("Whistlers have sore lips", WHISTLING),
        ("Soup causes hiccups.", HICCUPS),
        ("hiccupping and hum", HUMMING),  # other forms of the words
    ],
)
def test_the_record_about_the_claim_comes_first(claim, first):
    assert RECORDS[ranking(index_of(RECORDS), claim)[0].place] is first


def test_a_ranking_holds_every_record_once_with_chances_that_sum_to_one():
    ranked = ranking(index_of(RECORDS), "Humming stops hiccups")
    assert sorted(one.place for one in ranked) == [0, 1, 2]
    assert sum(one.chance for one in ranked) == pytest.approx(1)
    assert [one.score for one in ranked] == sorted((one.score for one in ranked), reverse=True)


# hyphens are written now and then: 'IL-6', 'IL6' and 'IL 6' are one name
@pytest.mark.parametrize(("written", "asked"), [("XQ-7 in serum", "XQ7"), ("XQ7 in serum", "XQ-7"), ("XQ 7", "xq7")])
def test_names_are_found_with_and_without_their_hyphen(written, asked):
    index = Index([["Cold soup"], [written], ["Loud lips"]])
    assert ranking(index, asked)[0].place == 1


def test_a_piece_of_a_name_is_found():
    index = Index([["Cold soup and lips"], ["The factor hQuonil1 in lips"], ["Loud lips"]])
    assert ranking(index, "Quonil in lips")[0].place == 1


# records of equal worth keep the order in which they came, so that every machine gives the same list
def test_equal_texts_keep_their_order():
    index = Index([["Cold soup"]] * 5)
    assert [one.place for one in ranking(index, "soup")] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("texts", [[], [[]], [[""]], [["", "", "..."]], [["a an the"]]])
@pytest.mark.parametrize("claim", ["", "the", "Humming stops hiccups"])
def test_nothing_to_find_is_no_fault(texts, claim):
    assert len(ranking(Index(texts), claim)) == len(texts)


def test_greek_letters_and_accents_are_folded():
    assert tokens("Café and TNF-\u03b1") == ["cafe", "tnf", "alpha"]


WORDS = st.lists(
    st.sampled_from(["hum", "hummed", "hiccups", "soup", "lips", "xq-7", "the", "\u03b2", "9.5"]), max_size=8
)
TEXTS = st.lists(st.lists(WORDS.map(" ".join), max_size=3), max_size=6)


@given(TEXTS, WORDS.map(" ".join))
def test_every_signal_has_a_finite_value_for_every_text(texts, claim):
    index = Index(texts)
    for values in first_signals(index, claim).values() if texts else ():
        assert values.shape == (len(texts),)
        assert np.isfinite(values).all()
    assert ranking(index, claim) == ranking(Index(texts), claim)
