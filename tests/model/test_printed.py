"""A printed p value is read as it stands, or not at all."""

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.printed import PValue, read_p

SIGNS = {"": "exact", "=": "exact", "<": "below", "≤": "below", ">": "above", "≥": "above"}


@pytest.mark.parametrize(
    ("printed", "value", "bound"),
    [
        ("0.04", 0.04, "exact"),
        (".05", 0.05, "exact"),
        ("1.0", 1.0, "exact"),
        ("1", 1.0, "exact"),
        ("= .04", 0.04, "exact"),
        ("=0.04", 0.04, "exact"),
        ("<.001", 0.001, "below"),
        (" < 0.05 ", 0.05, "below"),
        ("≤0.05", 0.05, "below"),
        (">0.05", 0.05, "above"),
        ("≥ 0.10", 0.10, "above"),
        ("1e-5", 1e-5, "exact"),
        ("2.5E-3", 0.0025, "exact"),
        ("<1e-10", 1e-10, "below"),
        ("0.049999", 0.049999, "exact"),
        ("\t0.04\n", 0.04, "exact"),
        ("<\N{NO-BREAK SPACE}0.05", 0.05, "below"),
        ("0.050", 0.05, "exact"),
    ],
)
def test_one_number_with_or_without_a_sign_is_read(printed, value, bound):
    assert read_p(printed) == PValue(value, bound)


@pytest.mark.parametrize(
    ("printed", "unit"), [("0.04", 0.01), ("0.040", 0.001), (".05", 0.01), ("<.001", 0.001), ("1", 1), ("2.5E-3", 1e-4)]
)
def test_the_last_printed_digit_is_known(printed, unit):
    # protects: how far a printed p may have been rounded
    assert read_p(printed).unit == pytest.approx(unit)


@pytest.mark.parametrize(
    "printed",
    [
        None,
        "",
        " ",
        "NS",
        "n.s.",
        "ns",
        "p = .04",
        "P<0.05",
        "not stated",
        "0.014; 0.004",
        "0.014, 0.004",
        "0.000 (as printed)",
        "0.000",
        "0",
        "<0",
        "1.01",
        "5",
        "-0.04",
        "\N{MINUS SIGN}0.04",
        "+0.04",
        "0.04*",
        "~0.04",
        "<<0.05",
        "< >0.05",
        "< = 0.05",
        "<=0.05",
        "0,04",
        "0.0.4",
        "0. 04",
        "5%",
        "nan",
        "inf",
        "1e-999",
        "1e999",
        "0x1",
        "1_0",
        "½",
        "significant",
        "between 0.01 and 0.05",
        "0.01-0.05",
    ],
)
def test_what_is_not_one_number_between_zero_and_one_is_a_missing_p(printed):
    # protects: 'an unknown stays unknown'; a guessed p would decide a verdict
    assert read_p(printed) is None


# Whatever an abstract prints, reading it never fails, and never gives a number outside its range.
@given(st.text())
def test_reading_never_fails_and_never_leaves_its_range(printed):
    found = read_p(printed)
    assert found is None or (0 < found.value <= 1 and found.bound in {"exact", "below", "above"})


# Prints that are nearly right are the ones that go wrong: signs, digits, points and blanks in any order.
@given(st.text(alphabet="<>≤≥=0123456789.eE- \N{NO-BREAK SPACE}\N{MINUS SIGN}p", max_size=12))
def test_a_nearly_right_print_is_read_as_python_reads_it_or_not_at_all(printed):
    found = read_p(printed)
    if found is not None:
        bare = printed.strip().removeprefix(printed.strip()[0]) if printed.strip()[0] in SIGNS else printed
        assert found.value == float(bare)


@given(st.sampled_from([*SIGNS]), st.sampled_from(["", " ", "  "]), st.integers(1, 99_999))
def test_sign_blank_and_digits_are_read_alike_in_every_spelling(sign, blank, digits):
    number = digits / 100_000
    full, short = f"{number:.5f}", f"{number:.5f}".removeprefix("0")
    assert read_p(f"{sign}{blank}{full}") == read_p(f"{sign}{blank}{short}") == PValue(number, SIGNS[sign])


@given(st.integers(1, 999_999), st.sampled_from(["exact", "below", "above"]))
def test_a_p_value_is_printed_so_that_it_reads_back(digits, bound):
    p = PValue(digits / 1_000_000, bound)
    assert read_p(str(p)) == p


@pytest.mark.parametrize(
    ("p", "words"),
    [
        (PValue(0.04, "exact"), "0.04"),
        (PValue(0.05, "below"), "<0.05"),
        (PValue(0.05, "above"), ">0.05"),
        (PValue(1.0, "exact"), "1"),
        (PValue(0.00001, "below"), "<1e-05"),
    ],
)
def test_a_p_value_says_what_the_print_says(p, words):
    assert str(p) == words


# Two prints that mean different things are different values: '<0.05' is not '0.05', and '>0.05' is neither.
def test_bounds_are_part_of_the_value():
    assert len({read_p("0.05"), read_p("<0.05"), read_p(">0.05"), read_p("=0.05"), read_p("≤0.05")}) == 3


def test_a_p_value_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        read_p("0.04").value = 0.004
    assert not math.isnan(read_p("0.04").value)
