"""Studies keep one short name, and no two have the same."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.plots.labels import ascii_letters, short_name, study_labels
from tests.synthesis.factory import study


@pytest.mark.parametrize(
    ("authors", "name"),
    [
        ("Alto A, Bass B", "Alto 2020"),
        ("de la Cruz AB", "de la Cruz 2020"),
        ("Abdel-Alto AA, El-Bass HM", "Abdel-Alto 2020"),
        ("Alto DJ et al.", "Alto 2020"),
        ("THE HUMMING GROUP", "THE 2020"),
        (None, "“Humming and knees:…” 2020"),
    ],
)
def test_first_author_and_year(authors, name):
    assert short_name(study("x", **({"authors": authors} if authors else {}))) == name


def test_an_unknown_year_is_said():
    assert short_name(study("x", authors="Alto A").model_copy(update={"year": None})) == "Alto no year seen"


def test_equal_names_get_letters_in_the_order_of_the_table():
    alike = [study(name, authors="Alto A") for name in ("first", "second")]
    assert study_labels([*alike, study("other", authors="Bass B")]) == {
        "first": "Alto 2020a",
        "second": "Alto 2020b",
        "other": "Bass 2020",
    }


@settings(deadline=None)
@given(st.integers(1, 60))
def test_names_stay_apart_however_many_are_alike(number):
    labels = study_labels(study(f"s{index}", authors="Alto A") for index in range(number))
    assert len(set(labels.values())) == number


def test_letters_go_on_after_z():
    assert [ascii_letters(number) for number in (0, 25, 26, 701, 702)] == ["a", "z", "aa", "zz", "aaa"]
