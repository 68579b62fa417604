"""How many invented ways of telling a result are read rightly, and that none is misread with certainty."""

from collections import Counter

import pytest

from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.text.reading import text_of
from tests.appraise.phrasebook import phrases

BOOK = tuple(phrases())


def test_the_book_has_two_halves_and_every_direction():
    assert len(BOOK) == len({one.result for one in BOOK}) == 222
    assert Counter(one.unread for one in BOOK) == {False: 106, True: 116}
    assert {one.truth for one in BOOK} == {"lower", "no-difference", "higher", None}


# The half whose errors nobody read tells what to expect of sentences that nobody has written yet.
@pytest.mark.parametrize(("unread", "least"), [(False, 102), (True, 106)])
def test_the_share_that_is_read_rightly(unread, least):
    verdicts = Counter(one.verdict for one in BOOK if one.unread is unread)
    assert verdicts["right"] >= least


def test_hardly_any_sentence_is_surely_misread():
    assert Counter(one.verdict for one in BOOK)["surely wrong"] <= 2
    assert not [one.result for one in BOOK if one.verdict == "surely wrong" and not one.unread]


# An abstract of three sentences without headings leaves the guess of roles little to go by; a test tells a result.
def test_results_without_a_heading():
    told = [one for one in BOOK if one.truth is not None]
    read = [change_of(text_of(one.text.title, one.aim, one.result), one.triple).value for one in told]
    assert read.count(None) <= 4
    assert sum(value == one.truth for value, one in zip(read, told, strict=True)) >= 200
