import math
from pathlib import PurePath

import pytest
from ruamel.yaml import YAML

from claimbook.model.problems import ProblemsFoundError
from claimbook.project.plain_scalars import read_plain
from claimbook.project.source import Source, Spot
from claimbook.project.yaml_reader import parse_yaml

FILE = PurePath("claims/demo/knee.yaml")


def read(text):
    document = parse_yaml(Source(FILE, text))
    assert document.problems == ()
    return document


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("off", "off"),
        ("true", True),
        ("False", False),
        ("~", None),
        ("null", None),
        ("", None),
        ("010", 10),
        ("0o10", 8),
        ("0x1F", 31),
        ("-3", -3),
        ("+3", 3),
        ("0.05", 0.05),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("1_000", "1_000"),
        ("12:30:00", "12:30:00"),
        ("2026-11-22", "2026-11-22"),
        ("2026-11-22T10:00:00Z", "2026-11-22T10:00:00Z"),
        ("<0.001", "<0.001"),
        ("10.1000/x", "10.1000/x"),
    ],
)
def test_unquoted_words_mean_what_yaml_1_2_says(word, value):
    # The Norway problem: older YAML read no as false and 010 as eight.
    found = read_plain(word)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("word", [".inf", "-.Inf", ".NaN", "1e999", "-1e999", "9" * 41])
def test_numbers_that_cannot_be_kept_are_refused(word):
    with pytest.raises(ValueError, match="number"):
        read_plain(word)


def test_the_shipped_files_read_as_another_yaml_reader_reads_them(shipped_files):
    # Data is built from parser events here; ruamel's own loader, which builds it otherwise, is the reference.
    for file in shipped_files:
        text = file.read_text(encoding="utf-8")
        assert read(text).data == YAML(typ="safe", pure=True).load(text), file.name


def test_keys_and_values_know_where_they_stand():
    document = read("id: knee\nlist:\n  - a\n  -   b: 'c'\n      d: [1, 22]\nempty:\n")
    assert document.data == {"id": "knee", "list": ["a", {"b": "c", "d": [1, 22]}], "empty": None}
    assert document.keys[("list", 1, "d")] == Spot(5, 7)
    assert {loc: (spot.line, spot.column) for loc, spot in document.values.items()} == {
        (): (1, 1),
        ("id",): (1, 5),
        ("list",): (3, 3),
        ("list", 0): (3, 5),
        ("list", 1): (4, 7),
        ("list", 1, "b"): (4, 10),
        ("list", 1, "d"): (5, 10),
        ("list", 1, "d", 0): (5, 11),
        ("list", 1, "d", 1): (5, 14),
        ("empty",): (6, 1),
    }


def test_a_value_that_was_left_out_is_shown_at_its_dash():
    document = read("list:\n  - a\n  -\n  - b\n")
    assert document.values[("list", 1)] == Spot(3, 3)


def test_what_is_not_there_is_placed_at_the_nearest_group():
    assert read("a:\n  b: {c: 1}\n").spot(("a", "b", "x", 3)) == Spot(2, 6)


def test_a_file_of_aliases_is_refused_at_once():
    # Expanded, it would hold 9 to the power of 9 words.
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    found = parse_yaml(Source(FILE, "\n".join(lines))).problems
    assert {problem.code for problem in found} == {"yaml-anchor", "yaml-alias"}
    assert len(found) == 10 + 9


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? ", "[{"])
def test_deep_nesting_is_refused_without_recursion(opening):
    with pytest.raises(ProblemsFoundError) as caught:
        parse_yaml(Source(FILE, opening * 5_000))
    assert [problem.code for problem in caught.value.problems] == ["too-deep"]


def test_nobody_is_shown_more_than_fifty_mistakes_of_one_file():
    with pytest.raises(ProblemsFoundError) as caught:
        parse_yaml(Source(FILE, "a: 1\n" * 1_000))
    assert len(caught.value.problems) == 50


def test_a_number_is_never_infinite():
    assert all(math.isfinite(value) for value in read("a: 1e308\nb: -1e308\n").data.values())
