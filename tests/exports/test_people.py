"""Printed authors: split where that is certain, left whole where it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.exports.people import read_authors

LITERAL = None


def split(printed):
    return [(person.family, person.given) for person in read_authors(printed).people]


@pytest.mark.parametrize(
    ("printed", "family", "initials"),
    [
        ("Doe JA", "Doe", "J. A."),
        ("Doe J.A.", "Doe", "J. A."),
        ("Doe J-P", "Doe", "J.-P."),
        ("de la Cruz AB", "de la Cruz", "A. B."),
        ("van der Berg C", "van der Berg", "C."),
        ("O'Hara-Smith DE", "O'Hara-Smith", "D. E."),
        ("Élan Ö", "Élan", "Ö."),
        ("DI NOTA A", "DI NOTA", "A."),
    ],
)
def test_family_name_and_initials_are_told_apart(printed, family, initials):
    assert split(printed) == [(family, initials)]


@pytest.mark.parametrize(
    "printed",
    [
        "Madonna",
        "Jane Doe",
        "Humming Study Group",
        "The WHO",
        "Invented Hum UK",
        "University of Notes A",
        "Doe JA and Roe B",
        "Doe JA Roe B",
        "LI XU",
        "Doe ABCDE",
        "Doe J A",
        "J A DOE",
        "Jane DOE",
        "Team 7 A",
        "<b>Doe</b> J",
        "=Doe J",
    ],
)
def test_a_name_that_may_be_something_else_stays_whole(printed):
    # protects: readers of a reference from a person who does not exist
    assert split(printed) == [(printed, LITERAL)]


@pytest.mark.parametrize(
    "printed", ["Doe, Jane", "Doe, J. A., Roe, B.", "Doe, JA", "Jane Doe, Bob Roe", "Jane DOE, Bob ROE"]
)
def test_a_list_of_another_form_stays_whole(printed):
    # protects: 'Doe, Jane' is one author, not two
    assert split(printed) == [(printed, LITERAL)]


def test_a_list_may_hold_people_and_groups():
    assert split("Doe JA, Humming Study Group, Roe B") == [
        ("Doe", "J. A."),
        ("Humming Study Group", LITERAL),
        ("Roe", "B."),
    ]


def test_three_initials_need_a_list_that_shows_what_initials_are():
    assert split("Doe J, Roe ABC, Poe ABCD") == [("Doe", "J."), ("Roe", "A. B. C."), ("Poe", "A. B. C. D.")]


def test_a_suffix_is_kept():
    (person,) = read_authors("Doe JA Jr").people
    assert (person.family, person.given, person.suffix) == ("Doe", "J. A.", "Jr")


@pytest.mark.parametrize("printed", ["Doe J et al.", "Doe J, et al", "Doe J et al", "Doe J and others"])
def test_a_shortened_list_says_that_there_are_others(printed):
    authors = read_authors(printed)
    assert (split(printed), authors.others) == ([("Doe", "J.")], True)


def test_a_remark_of_the_table_is_no_part_of_a_name():
    assert split("Doe (initials not seen)") == [("Doe", LITERAL)]


@pytest.mark.parametrize("printed", [None, "", " , ", "et al."])
def test_nobody_is_nobody(printed):
    assert split(printed) == []


@given(st.text(max_size=60))
def test_no_letter_is_invented_or_lost(printed):
    # protects: whatever is split holds the letters of the print, in their order
    authors = read_authors(printed)
    parts = [part for each in authors.people for part in (each.family, each.given, each.suffix) if part]
    letters = [char for part in parts for char in part if char.isalpha()]
    shown = iter(char for char in printed if char.isalpha())
    assert all(letter in shown for letter in letters)
    assert authors.others or len(letters) == sum(char.isalpha() for char in printed) or "(" in printed
