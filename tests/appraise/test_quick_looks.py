"""The quick look before a pattern is tried: tried with words that are made from the pattern itself."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimbook.appraise.design.rules import RULES as DESIGNS
from claimbook.appraise.sample.rules import SIGNS
from claimbook.appraise.signals.harm_rules import EVENT_RULES, HARM_RULES
from claimbook.appraise.signals.rules import RULES as SIGNALS
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.pieces import Glance
from claimbook.appraise.text.reading import Sentence

LATIN = st.characters(min_codepoint=32, max_codepoint=126)
NOT_TO_BE_MADE_UP = {"rct-word", "rct-older"}
"""Their words are said in a look ahead, which the maker of examples does not understand."""
ROWS = [
    row for row in (*DESIGNS, *HARM_RULES, *EVENT_RULES, *SIGNALS) if vars(row).get("name") not in NOT_TO_BE_MADE_UP
]


def made_from(data, row):
    return fold(data.draw(st.from_regex(row.pattern, alphabet=LATIN)).replace("\n", " "))


def is_called(row, said):
    return bool(Glance([row]).rows_in(Sentence(said, 0, 1, Role.METHODS, printed_role=True)))


def test_every_row_names_its_source():
    assert all(row.source for row in (*ROWS, *SIGNS))


# the same examples each time: they are those of the table, and what one run finds every run finds
examples = settings(max_examples=40, derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: getattr(row, "name", row.source))
@examples
@given(data=st.data())
def test_the_pieces_of_a_row_stand_in_all_that_its_pattern_finds(row, data):
    said = made_from(data, row)
    if row.pattern.search(said):
        assert is_called(row, said)
        besides = getattr(row, "besides", None)
        assert besides is None or besides.stand_in(Sentence(said, 0, 1, Role.METHODS, printed_role=True))


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.name)
@examples
@given(data=st.data())
def test_the_words_beside_a_number_are_sought_far_enough(sign, data):
    said = made_from(data, sign)
    if sign.pattern.search(said):
        assert is_called(sign, said)
        assert replace(sign, barrier="").found_in(said)
