"""The harvest plot: each bar stands in the column of its direction, as high as its design, and p moves nothing."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings

from claimbook.model.terms import Reading
from claimbook.plots.figure import Figure, NotDrawn
from claimbook.plots.harvest import COLUMNS, TIERS, draw_harvest, tier
from claimbook.plots.labels import study_labels
from claimbook.plots.rows import READING_WORDS, direct_rows
from claimbook.plots.style import PAPER, READING_MARKS
from tests.plots.marks import bars, words
from tests.report.demo import HOSTILE, STUDIES
from tests.synthesis.factory import SAFE, review, study, weigh
from tests.synthesis.strategies import bodies

DRAWINGS = ("svg", "narrow")
COLOURS = {READING_WORDS[reading]: READING_MARKS[reading][0] for reading in COLUMNS}
LOW, UNCLEAR = {"bias": SAFE}, {"bias": {"randomised": "yes"}}
HIGH = {"bias": {"randomised": "yes", "quasi_random": "yes"}}
COMPARED = {"design": "quasi-experimental", "bias": {"control_group": "yes"}}


def drawn(*studies):
    found = studies or STUDIES
    return draw_harvest(weigh(*found), study_labels(found))


def many(count):
    directions = ("favours", "against", "no difference")
    return [study(f"s{number}", directions[number % 3], n=number) for number in range(count)]


def height(row):
    return int(row[0])


@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("studies", [STUDIES, many(30), many(90)], ids=["few", "wrapped", "bare"])
def test_there_is_a_bar_of_its_height_and_column_for_each_row_of_the_table(drawing, studies):
    figure = drawn(*studies)
    shown = bars(getattr(figure, drawing))
    step = max(bar.height for bar in shown) / max(map(height, figure.table["Height"]))
    assert Counter((bar.stroke, round(bar.height / step)) for bar in shown) == Counter(
        (COLOURS[row.Direction], height(row.Height)) for row in figure.table.itertuples()
    )


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_bars_are_filled_where_the_table_says_that_they_give_the_verdict(drawing):
    figure = drawn()
    filled = Counter(bar.fill != PAPER for bar in bars(getattr(figure, drawing)))
    assert filled == Counter(part == "gives the verdict" for part in figure.table["Part in the verdict"])
    assert set(filled) == {True, False}


def test_columns_stand_from_against_to_toward():
    # protects: right is toward the claim in every figure
    figure = drawn(study("a", "against", n=9), study("b", "no difference", n=9), study("c", n=9))
    assert [bar.stroke for bar in bars(figure.svg)] == [READING_MARKS[reading][0] for reading in COLUMNS]
    assert COLUMNS == (Reading.AGAINST, Reading.NO_DIFFERENCE, Reading.FAVOURS)


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (study("x", n=9, **LOW), 4),
        (study("x", n=9, **UNCLEAR), 3),
        (study("x", n=9), 3),
        (study("x", n=9, **HIGH), 2),
        (study("x", n=9, **COMPARED), 2),
        (study("x", n=9, design="cross-sectional"), 1),
        (review("x", mostly="low risk"), 4),
        (review("x", mostly="high risk"), 2),
        (review("x"), 3),
        (review("x", of="observational studies"), 2),
    ],
)
def test_the_height_is_design_less_risk_of_bias(made, expected):
    (row,) = direct_rows(weigh(made), {"x": "X"})
    assert tier(row) == expected
    assert set(TIERS) == {1, 2, 3, 4}


# Significance is left out on purpose: a small p moves, grows or fills nothing.
def test_a_p_value_changes_nothing_that_is_drawn():
    figures = [drawn(study("a", n=60, p=p), study("b", "against", n=60)) for p in ("<0.001", "0.9", None)]
    assert len({(figure.svg, figure.narrow, figure.alt) for figure in figures}) == 1


def test_the_words_hold_the_counts_of_every_column():
    figure = drawn(*many(31))
    told = {words_: int(number) for number, words_ in re.findall(r"(\d+) (toward|against|no difference)", figure.alt)}
    assert told == {"toward": 11, "against": 10, "no difference": 10}
    assert {"toward the claim: 11", "against the claim: 10", "no difference shown: 10"} <= set(words(figure.svg))
    assert figure.alt.startswith("Harvest plot of 31 studies of knee pain")


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_name_and_size_stand_under_each_bar(drawing):
    figure = drawn(study("a", authors="Aria A", n=1234), study("b", authors="Bass B"))
    assert {"Aria 2020", "n 1,234", "Bass 2020", "n not seen"} <= set(words(getattr(figure, drawing)))


def test_a_column_without_a_study_stays_and_says_zero():
    shown = words(drawn(study("a", n=9), study("b", n=9)).svg)
    assert " ".join(shown).startswith("against the claim: 0 no difference shown: 0 toward the claim: 2")


def test_studies_without_a_usable_result_are_named_and_not_drawn():
    figure = drawn(study("a", n=9), study("b", n=9), study("w", "within", authors="Within W"))
    assert len(figure.table) == 2
    assert figure.note.endswith("Not in the figure, for want of a usable result: Within 2020.")


def test_crowds_have_no_names_but_a_table():
    figure = drawn(*many(200))
    assert len(bars(figure.svg)) == len(bars(figure.narrow)) == len(figure.table) == 200
    assert not set(figure.table["Study"]) & set(words(figure.svg))
    assert len(figure.svg) < 200_000


@pytest.mark.parametrize(
    ("studies", "reason"),
    [
        ((), "No study was looked at for knee pain, so there is nothing to harvest."),
        (
            (study("a", authors="Aria A", n=9),),
            "A harvest plot compares studies; of those that answer the claim, only Aria 2020 gives a direction.",
        ),
        (
            (study("a", "within"),),
            "A harvest plot compares studies; of those that answer the claim, none gives a direction.",
        ),
    ],
)
def test_a_harvest_that_cannot_be_drawn_says_why(studies, reason):
    figure = draw_harvest(weigh(*studies), study_labels(studies))
    assert isinstance(figure, NotDrawn)
    assert figure.reason == reason


def test_a_hostile_name_is_text():
    figure = draw_harvest(weigh(study("a", n=9), study("b", n=9)), {"a": HOSTILE, "b": "\u202e--> $x$ ]]>"})
    assert "<script" not in figure.svg + figure.narrow
    assert HOSTILE in set(figure.table["Study"])


def test_the_same_evidence_gives_the_same_bytes_in_any_order():
    first, second = drawn(*STUDIES), drawn(*reversed(STUDIES))
    assert (first.svg, first.narrow, first.alt) == (second.svg, second.narrow, second.alt)


# Whatever was coded, a study is never drawn in the column of another direction.
@settings(max_examples=8, deadline=None)
@given(bodies(most=8))
def test_any_body_is_drawn_on_its_own_side_or_not_at_all(studies):
    labels = {each.id: each.id for each in studies}
    figure = draw_harvest(weigh(*studies), labels)
    if isinstance(figure, Figure):
        readings = {found.study.id: found.reading.value for found in weigh(*studies).studies}
        told = dict(zip(figure.table["Study"], figure.table["Direction"], strict=True))
        assert told == {name: READING_WORDS[readings[name]] for name in told}
        for svg in (figure.svg, figure.narrow):
            assert Counter(bar.stroke for bar in bars(svg)) == Counter(COLOURS[each] for each in told.values())
