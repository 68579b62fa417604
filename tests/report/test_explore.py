"""What the notebook to play with calls: numbers that move verdicts, an abstract with the words behind each field."""

import html
import re
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.problems import ProblemsFoundError
from claimbook.report.case.abstract import read_abstract
from claimbook.report.case.explore import rule_numbers, verdicts_at
from claimbook.synthesis.thresholds import DEFAULT
from tests.report.demo import HOSTILE, write_demo
from tests.report.pages import is_well_formed

TITLE = "Humming for hiccups: a randomised trial"
ABSTRACT = """METHODS: Eighty-four adults with hiccups were randomly assigned to humming (n = 42) or to rest (n = 42).
    RESULTS: Hiccups were fewer with humming than with rest (mean difference -0.8, 95% CI -1.4 to -0.2; P = .01).
    CONCLUSIONS: Humming may reduce hiccups. Everybody should hum."""


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    return write_demo(tmp_path_factory.mktemp("explore")).root


def test_the_numbers_are_those_of_the_rules():
    numbers = rule_numbers()
    assert numbers.loc["target_participants", "value"] == DEFAULT.target_participants
    assert set(numbers["flag"]) == {"published", "our choice"}
    assert (numbers["meaning"] != "").all()


# protects: a student who doubts a number sees what hangs on it, and the files stay as they are
def test_a_number_that_moves_moves_the_levels(root):
    before = {file: file.read_bytes() for file in root.rglob("*.yaml")}
    moved = verdicts_at("demo", "humming", "target_participants", [1, 100_000], folder=root)
    levels = moved.groupby(level="target_participants")["imprecision"].first()
    assert levels.loc[1] < levels.loc[100_000]
    assert {file: file.read_bytes() for file in root.rglob("*.yaml")} == before


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (("demo", "humming", "target_patience"), "the rules have no number 'target_patience'"),
        (("demo", "hemming", "alpha"), "article 'demo' has no claim 'hemming'"),
        (("nothing", "humming", "alpha"), "nothing"),
    ],
)
def test_what_is_not_there_is_named(asked, message, root):
    with pytest.raises(ProblemsFoundError, match=message):
        verdicts_at(*asked, [1], folder=root)


@pytest.mark.parametrize("values", [["x"], [], [None], "25", 25, None, [True], [float("nan")], [[1]]])
def test_what_is_no_list_of_numbers_is_told(values, root):
    """These gave a TypeError or a KeyError out of the middle of the rules."""
    with pytest.raises(ProblemsFoundError, match="values"):
        verdicts_at("demo", "humming", "alpha", values, folder=root)


@pytest.mark.parametrize("value", [10**400, -(10**400), 10**5000, Fraction(10**400, 3)], ids=["a", "b", "c", "d"])
def test_a_number_that_is_too_large_to_hold_is_told(value, root):
    """It was an OverflowError out of the check itself."""
    with pytest.raises(ProblemsFoundError, match="values holds"):
        verdicts_at("demo", "humming", "target_participants", [value], folder=root)


@pytest.mark.parametrize("name", [name for name in rule_numbers().index if name != "imputed_correlation"])
@pytest.mark.parametrize("value", [-5, -0.01, float("-inf")])
def test_no_number_of_the_rules_is_negative(name, value, root):
    """Minus five people were weighed with."""
    with pytest.raises(ProblemsFoundError, match=r"never below 0"):
        verdicts_at("demo", "humming", name, [value], folder=root)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(("imputed_correlation", one) for one in (-1, -0.5, 0)),
        *(("alpha", one) for one in (0, -0.0, 0.05, Fraction(1, 3), np.float64(0.01), 5e-324)),
        *(("single_large", one) for one in (0, 1, np.int64(3), 10**300, float("inf"))),
    ],
)
def test_numbers_of_any_kind_are_weighed_with(name, value, root):
    """Zero is a threshold that everything passes, and a correlation may be negative."""
    weighed = verdicts_at("demo", "humming", name, [value], folder=root)
    assert [float(one) for one in weighed.index] == [float(value)]


def test_a_correlation_below_minus_one_is_told(root):
    with pytest.raises(ProblemsFoundError, match="never below -1"):
        verdicts_at("demo", "humming", "imputed_correlation", [-1.01], folder=root)


def test_a_number_that_no_formula_takes_is_told(root):
    with pytest.raises(ProblemsFoundError, match=r"target_power=1.*between 0 and 1"):
        verdicts_at("demo", "humming", "target_power", [1], folder=root)
    with pytest.raises(ProblemsFoundError, match="target_participants=inf"):
        verdicts_at("demo", "humming", "target_participants", [float("inf")], folder=root)


@pytest.mark.parametrize("asked", [(None, "humming", "alpha"), ("demo", None, "alpha"), ("demo", "humming", ["alpha"])])
def test_a_name_that_is_no_text_is_told(asked, root):
    with pytest.raises(ProblemsFoundError, match="not a text"):
        verdicts_at(*asked, [1], folder=root)


@pytest.mark.parametrize("pasted", [(TITLE, None), (None, ABSTRACT), (3, ABSTRACT), (TITLE, [ABSTRACT])])
def test_an_abstract_that_is_no_text_is_told(pasted):
    with pytest.raises(ProblemsFoundError, match="not a text"):
        read_abstract(*pasted)


def test_a_folder_may_be_written_as_text(root):
    assert len(verdicts_at("demo", "humming", "alpha", [0.05], folder=str(root))) == 1


def test_every_value_stands_beside_its_words(root):
    reading = read_abstract(TITLE, ABSTRACT, article="demo", claim="humming", folder=root)
    table = reading.table()
    assert table.loc["n_total", ["value", "words", "sure"]].tolist() == [84, "Eighty-four", True]
    assert table.loc["arms.2.name", "value"] == "rest"
    assert any(field.startswith("finding.humming.") for field in table.index)
    assert table["value"].notna().all()
    assert reading.table(missing=True)["value"].isna().any()
    said = reading.sentences().set_index("sentence")
    assert said.loc["Humming may reduce hiccups.", "strength"] == "hedged"
    assert said.loc["Everybody should hum.", "advice"] == "should"


def test_without_a_claim_nothing_is_held_against_one():
    fields = read_abstract(TITLE, ABSTRACT).table(missing=True).index
    assert not any(field.startswith("finding.") for field in fields)


def test_an_empty_text_is_told():
    with pytest.raises(ProblemsFoundError, match="title and abstract are empty"):
        read_abstract(" ", "\n")


def shown(reading):
    """The words of the text as they stand in the HTML, without its marks."""
    body = reading.marked().html.partition("</style>")[2].partition("</p>")[2]
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", body)).split())


@pytest.mark.parametrize("words", [HOSTILE, "</mark></p><img src=x onerror=alert(1)>", "n = 12 & 5 < 6 adults"])
def test_a_pasted_text_is_never_markup(words):
    reading = read_abstract(words, f"We randomly assigned 40 adults to {words} (n = 20) or rest (n = 20).")
    markup = reading.marked().html
    assert "<script" not in markup
    assert "<img" not in markup
    assert is_well_formed(markup)


# protects: marks are laid over the words and never change them
@given(st.lists(st.sampled_from([*ABSTRACT.split(), "&", "12%", "\u201320", "(n = 9)"]), min_size=1, max_size=40))
def test_the_marked_text_is_the_text(words):
    text = " ".join(words)
    assert shown(read_abstract(TITLE, text)) == f"{TITLE} {text}"
