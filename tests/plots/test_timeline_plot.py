"""The timeline: every study above its year, the retracted ones struck, and counts that add up."""

from collections import Counter

import pytest
from hypothesis import given, settings

from claimbook.plots.figure import Figure, NotDrawn
from claimbook.plots.labels import study_labels
from claimbook.plots.timeline import KINDS, draw_timeline
from tests.plots.marks import horizontal_lines, marks, words
from tests.report.demo import HOSTILE, STUDIES
from tests.synthesis.factory import match, review, study, weigh
from tests.synthesis.strategies import bodies

DRAWINGS = ("svg", "narrow")
EVERY = (
    study("counted", n=60, year=2001),
    study("within", "within", n=400, year=2003),
    study("different", matched=match(answers="different"), year=2003),
    study("plan", None, design="protocol", year=2010),
    study("mice", design="animal", year=1995),
    study("withdrawn", notices=["retracted"], n=90, year=2003),
)


def drawn(*studies, of="“Humming helps”", labels=None):
    found = studies or STUDIES
    return draw_timeline(of, found, [weigh(*found)], labels or study_labels(found))


def in_piles(svg, figure):
    """The marks without those of the legend, which stands on top."""
    return marks(svg)[len(set(figure.table["Part"])) :]


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_there_is_a_mark_for_each_row_and_later_is_further_right(drawing):
    figure = drawn(*EVERY)
    shown = in_piles(getattr(figure, drawing), figure)
    assert len(shown) == len(figure.table) == 6
    years = sorted(int(year) for year in figure.table["Year"])
    columns = sorted(mark.x for mark in shown)
    assert [columns.index(x) for x in columns] == [years.index(year) for year in years]


def test_each_study_has_its_part():
    figure = drawn(*EVERY, labels={each.id: each.id for each in EVERY})
    told = dict(zip(figure.table["Study"], figure.table["Part"], strict=True))
    assert told == {
        "mice": "not in people",
        "counted": "gives a verdict",
        "within": "answers, and gives no verdict",
        "different": "does not answer",
        "withdrawn": "retracted",
        "plan": "a plan without results",
    }


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_only_retracted_studies_are_struck_through(drawing):
    figure = drawn(*EVERY)
    heights = {mark.y: mark.x for mark in in_piles(getattr(figure, drawing), figure)}
    struck = [line for line in horizontal_lines(getattr(figure, drawing)) if line[2] in heights]
    assert len(struck) == 1
    assert struck[0][0] < struck[0][1]
    assert len(horizontal_lines(drawn(*EVERY[:5]).svg)) == 1  # the line of time


def test_a_retracted_study_of_something_else_is_struck_too():
    gone = study("gone", matched=match(answers="different"), notices=["retracted"], authors="Gone G")
    figure = drawn(gone, study("x", n=9, authors="Aria A"))
    assert dict(zip(figure.table["Study"], figure.table["Part"], strict=True))["Gone 2020"] == "retracted"
    assert "retracted: 1 study (Gone 2020)" in figure.alt


def test_the_legend_counts_what_the_table_lists():
    figure = drawn(*EVERY)
    for part, number in Counter(figure.table["Part"]).items():
        assert f"{part}: {number} {'study' if number == 1 else 'studies'}" in words(figure.svg)
        assert f"{part}: {number} " in figure.alt


def test_the_years_of_the_words_add_up_to_all_studies():
    figure = drawn(*EVERY)
    numbers = figure.alt.partition("Published, by years: ")[2].rstrip(".").split(", ")
    assert sum(int(told.rpartition(": ")[2]) for told in numbers) == len(figure.table)


def test_a_study_without_a_year_stands_apart_at_the_right():
    undated = study("undated", n=9).model_copy(update={"year": None})
    figure = drawn(undated, *EVERY)
    columns = sorted({mark.x for mark in in_piles(figure.svg, figure)})
    assert columns[-1] - columns[-2] > 10
    assert figure.table["Year"].iloc[-1] == "not seen"
    assert "year not seen: 1" in figure.alt
    assert "year not seen" in " ".join(words(figure.svg))


def test_a_study_has_the_best_part_that_any_outcome_gives_it():
    studies = [study("x", n=9, year=2001), study("y", n=9, year=2002)]
    nothing = weigh(*(study(name, matched=match(answers="different")) for name in "xy"))
    figure = draw_timeline("this article", studies, [nothing, weigh(*studies)], {"x": "X", "y": "Y"})
    assert set(figure.table["Part"]) == {"gives a verdict"}


def test_a_study_that_no_claim_asks_for_is_shown_as_such():
    context = study("context", n=9)
    figure = draw_timeline("this article", [*STUDIES, context], [weigh(*STUDIES)], study_labels([*STUDIES, context]))
    assert Counter(figure.table["Part"])["coded for no claim"] == 1


@pytest.mark.parametrize("years", [(2019, 2020), (1990, 2025), (1800, 2100)])
@pytest.mark.parametrize("drawing", DRAWINGS)
def test_any_span_of_years_stays_in_the_drawing(years, drawing):
    spread = [study(f"s{number}", n=60, year=year) for number, year in enumerate((*years, *years))]
    figure = drawn(*spread)
    width = {"svg": 7.6, "narrow": 4.0}[drawing] * 72
    places = {mark.x for mark in in_piles(getattr(figure, drawing), figure)}
    assert len(places) == 2
    assert 0 < min(places) < max(places) < width
    if years[0] == 1800:
        assert "each column holds" in figure.note


def test_five_hundred_studies_are_a_small_drawing():
    crowd = [study(f"s{number}", n=number, year=1990 + number % 35) for number in range(500)]
    figure = drawn(*crowd)
    assert len(in_piles(figure.svg, figure)) == len(figure.table) == 500
    assert len(figure.svg) < 250_000


@pytest.mark.parametrize(
    ("studies", "reason"),
    [
        ((), "No study was looked at, so there is nothing to put on a line of time."),
        ((study("x"),), "A timeline needs two studies with a year; of 1 looked at, 1."),
    ],
)
def test_a_timeline_that_cannot_be_drawn_says_why(studies, reason):
    figure = draw_timeline("“Humming helps”", studies, [weigh(*studies)], study_labels(studies))
    assert isinstance(figure, NotDrawn)
    assert figure.reason == reason


def test_a_hostile_title_is_text():
    figure = drawn(study("a"), study("b"), of=HOSTILE, labels={"a": HOSTILE, "b": "--> $x$"})
    assert "<script" not in figure.svg + figure.narrow
    assert HOSTILE in figure.title
    assert HOSTILE in set(figure.table["Study"])


def test_the_same_evidence_gives_the_same_bytes_in_any_order():
    first, second = drawn(*STUDIES), drawn(*reversed(STUDIES))
    assert (first.svg, first.narrow, first.alt) == (second.svg, second.narrow, second.alt)


def test_kinds_differ_in_more_than_their_words():
    # protects: readers in grey print
    assert len({(kind.marker, kind.face, kind.struck) for kind in KINDS}) == len(KINDS)
    assert len({kind.words for kind in KINDS}) == len(KINDS)


@settings(max_examples=8, deadline=None)
@given(bodies(most=8))
def test_any_studies_are_drawn_once_each(studies):
    figure = drawn(*(*studies, review("opera", year=2020)))
    if isinstance(figure, Figure):
        for svg in (figure.svg, figure.narrow):
            assert len(in_piles(svg, figure)) == len(figure.table) == len(studies) + 1
