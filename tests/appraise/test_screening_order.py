"""The order of screening follows what a person decided, and never drops a record."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.relevance.index import Index
from claimbook.appraise.relevance.screening import next_to_screen

TEXTS = [["Loud humming"], ["Quiet humming"], ["Cold soup"], ["Warm soup"], ["More humming"], ["More soup"]]
INDEX, FLAT = Index(TEXTS), np.zeros(len(TEXTS))


def test_records_like_the_included_come_first():
    assert next_to_screen(INDEX, FLAT, {0: True, 2: False})[0] in {1, 4}
    assert next_to_screen(INDEX, FLAT, {0: False, 2: True})[0] in {3, 5}


# with one kind of decision only there is nothing to tell apart, so the order of relevance holds
def test_before_both_kinds_are_known_relevance_orders():
    scores = np.arange(6.0)
    assert next_to_screen(INDEX, scores, {}) == [5, 4, 3, 2, 1, 0]
    assert next_to_screen(INDEX, scores, {5: True}) == [4, 3, 2, 1, 0]


@given(st.dictionaries(st.integers(0, 5), st.booleans()))
def test_every_undecided_record_stays_in_the_list(decisions):
    assert sorted([*next_to_screen(INDEX, FLAT, decisions), *decisions]) == [0, 1, 2, 3, 4, 5]
