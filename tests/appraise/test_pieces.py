"""The quick look at the words of a sentence."""

import re
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.sample.stages import STAGES
from claimbook.appraise.text import pieces
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.pieces import Glance, Memory, Pieces, words_of
from claimbook.appraise.text.reading import Sentence


class Row(NamedTuple):
    stems: str


ROWS = [
    *(Row("random|lost to"), Row(" rat|c57bl"), Row("="), Row(""), Row("#"), Row("new zealand|full analysis set")),
    *(Row(" cat "), Row("as treated|non-blind")),
]
WORDS = """
    random randomised lost to follow-up rats rate c57bl/6 able = n=30 30 1,024 % the new zealand full analysis set
    separate cat cats as treated treated-as non-blind nonblind blinded (rat (cat)
    \u0130 na\u00efve \u00df \u2013 - . , ( )
"""
SAID = st.lists(st.sampled_from(WORDS.split()), max_size=12)


def sentence(said):
    return Sentence(said, 0, 1, Role.METHODS, printed_role=True)


# protects: words that the guess of roles was trained with
def test_numbers_are_one_word_and_single_letters_none():
    assert words_of("a p < 0.05 in 1,024 c57bl mice") == ["<", "#", "#", "in", "#", "#", "#", "bl", "mice"]


# protects: the result of the pieces one by one, whatever is said; a number is a piece where a digit stands, and ' rat'
# stands wherever a word begins so: '(rats', 'mice/rats'
@given(st.one_of(SAID.map(" ".join), SAID.map("".join), st.text(max_size=40)))
def test_a_row_is_called_exactly_where_one_of_its_pieces_stands(said):
    one = sentence(said)
    spaced = f" {one.folded}  {'  '.join(words_of(one.folded))} "
    plain = [row for row in ROWS if not row.stems or any(piece in spaced for piece in row.stems.split("|"))]
    expected = [row for row in plain if row.stems != "#"] + [ROWS[4]] * any(sign.isdecimal() for sign in said)
    called = Glance(ROWS).rows_in(one)
    assert sorted(called) == sorted(expected)
    assert [row for row, _ in Glance(ROWS).in_order([one, one])] == called


# protects: the words that the guess of roles was trained with, whichever way a text is cut
@given(st.text(max_size=40) | st.text("ab z019%<>=#-.,(\n\u00b1\u0663", max_size=40))
def test_words_are_the_same_with_and_without_a_foreign_sign(said):
    plain = re.findall(r"[a-z]{2,}|\d+|[%<>=\u00b1]", said)
    assert words_of(said) == ["#" if one.isdigit() else one for one in plain]


# protects: one table that answers for another with which it shares its memory
@given(st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join))
def test_tables_that_share_a_memory_do_not_disturb_each_other(said):
    memory, one = Memory(), sentence(said)
    first, pieces_only, second = Glance(ROWS, memory), Pieces("random|rat", memory), Glance(ROWS[::-1], memory)
    assert first.rows_in(one) == Glance(ROWS).rows_in(one)
    assert second.rows_in(one) == Glance(ROWS[::-1]).rows_in(one)
    assert pieces_only.stand_in(one) == ("random" in said or "rat" in said)


# protects: memory, when every word of a text is new
def test_no_more_words_are_remembered_than_there_is_room_for(monkeypatch):
    monkeypatch.setattr(pieces, "_MOST_WORDS", 10)
    memory = Memory()
    glance = Glance(ROWS, memory)
    for number in range(100):
        letters = "".join(chr(97 + int(digit)) for digit in str(1000 + number))
        assert glance.rows_in(sentence(f"random{letters}")) == [ROWS[0], ROWS[3]]
    assert len(memory._seen) <= 10  # noqa: SLF001 - what is remembered shows nowhere else


OF_PEOPLE = """
    we randomly assigned randomised 61 patients ( ) n = of these 30 completed were analysed screened a total group
    control each % only enrolled in the per to had 12 cases , . program participants
"""
PEOPLE = st.lists(st.sampled_from(OF_PEOPLE.split()), max_size=14)


# protects: a quick look that hides what the pattern of a stage would have found
@given(PEOPLE.map(" ".join))
def test_the_quick_look_at_people_never_hides_a_stage(said):
    one = sentence(said)
    stages = [row for row in STAGES.rows if row.after.search(one.folded) or row.before.search(one.folded)]
    assert all(row in STAGES.rows_in(one) for row in stages)
