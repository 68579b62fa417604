"""The albatross plot: side, p and N put each mark in its place between contours, and nothing else has a place."""

import re

import pytest
from hypothesis import given, settings

from claimbook.model.terms import Reading
from claimbook.plots.albatross import draw_albatross
from claimbook.plots.figure import Figure, NotDrawn
from claimbook.plots.labels import study_labels
from claimbook.plots.rows import READING_WORDS
from claimbook.plots.style import READING_MARKS
from tests.plots.marks import marks, words
from tests.report.demo import HOSTILE
from tests.synthesis.factory import interval, outcome, review, study, weigh
from tests.synthesis.strategies import bodies

DRAWINGS = ("svg", "narrow")
FIVE = (
    study("aria", "favours", authors="Aria A", n=63, p="0.05"),
    study("bass", "favours", authors="Bass B", n=400, p="0.001"),
    study("coda", "against", authors="Coda C", n=40, p="0.3"),
    study("duet", "favours", authors="Duet D", n=120, p="<0.01"),
    study("etude", "against", authors="Etude E", n=2000, p="0.04"),
)


def drawn(*studies, **changes):
    found = studies or FIVE
    return draw_albatross(weigh(*found, **changes), study_labels(found))


def null(svg):
    """Where p is 1: the one vertical line that goes through the whole plot."""
    lines = re.findall(r'<path d="M ([\d.]+) ([\d.]+) \s*L \1 ([\d.]+)', svg.replace("\n", " "))
    return max(lines, key=lambda line: abs(float(line[1]) - float(line[2])))[0]


def by_study(figure, svg):
    """The mark of each row of the table: by side, p and N every one of the five stands elsewhere."""
    rows = sorted(figure.table.itertuples(index=False), key=lambda row: -int(row[4].replace(",", "")))
    return dict(zip([row[0] for row in rows], marks(svg), strict=True))


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_marks_stand_on_their_side_and_more_participants_are_higher(drawing):
    figure = drawn()
    svg = getattr(figure, drawing)
    middle = float(null(svg))
    toward = dict(zip(figure.table["Study"], figure.table["Direction"], strict=True))
    for label, mark in by_study(figure, svg).items():
        assert (mark.x > middle) == (toward[label] == "toward the claim")
        assert mark.colour == READING_MARKS[Reading.FAVOURS if mark.x > middle else Reading.AGAINST][0]


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_smaller_p_is_further_out(drawing):
    figure = drawn()
    middle, places = float(null(getattr(figure, drawing))), by_study(figure, getattr(figure, drawing))
    out = {label: abs(mark.x - middle) for label, mark in places.items()}
    assert sorted(out, key=out.get) == ["Coda 2020", "Aria 2020", "Etude 2020", "Duet 2020", "Bass 2020"]
    assert out["Duet 2020"] == pytest.approx(2 / 3 * out["Bass 2020"], abs=0.1)  # .01 and .001


# Statistics reference 7: at p .05 a difference of .5 takes 63.4 participants.
def test_a_study_of_half_a_standard_deviation_lies_on_its_contour():
    figure = drawn()
    mark = by_study(figure, figure.svg)["Aria 2020"]
    curves = re.findall(r'<path d="(M [^"]+)" [^>]*stroke-dasharray: ([\d.]+),', figure.svg.replace("\n", " "))
    dashed = [path for path, dash in curves if float(dash) > 2]
    near = [
        abs(float(y) - mark.y)
        for path in dashed
        for x, y in re.findall(r"([\d.]+) ([\d.]+)", path)
        if abs(float(x) - mark.x) < 2
    ]
    assert min(near) < 3
    assert figure.table.set_index("Study").loc["Aria 2020"].filter(like="behind").item() == "0.50"


def test_a_bound_stands_at_its_bound_and_says_so():
    row = drawn().table.set_index("Study").loc["Duet 2020"]
    assert row["p, two-sided"] == "<0.01"
    assert row.filter(like="behind").item().startswith("at least 0.4")


def test_the_words_hold_every_p_and_every_number():
    figure = drawn()
    for row in figure.table.itertuples(index=False):
        assert f"{row[0]} {row[2]}, p {row[3]}, n {row[4]}" in figure.alt
    assert "Albatross plot of 5 studies of knee pain with contours of a standardised difference of 0.8, 0.5, 0.2" in (
        figure.alt
    )


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_numbers_beside_marks_and_names_below_are_those_of_the_table(drawing):
    figure = drawn()
    written = words(getattr(figure, drawing))
    for row in figure.table.itertuples(index=False):
        assert any(word.startswith(f"{row[1]}  {row[0]}: p ") for word in written)
    beside = [number for word in written if re.fullmatch(r"\d(, \d)*", word) for number in word.split(", ")]
    assert set(figure.table["Number"]) <= set(beside)


def test_events_have_contours_of_odds():
    figure = drawn(of=outcome(kind="event"))
    assert "contours of an odds ratio, or its inverse, of 4, 2, 1.5" in figure.alt
    assert not [name for name in figure.table.columns if "behind" in name]


NO_PLACE = (
    study("crossed", design="crossover", n=60, p="0.01", authors="Crossed C"),
    study("alone", design="case-series", n=60, p="0.01", authors="Alone A"),
    study("level", "no difference", n=60, p="0.4", authors="Level L"),
    study("above", n=60, p=">0.05", authors="Above A"),
    study("silent", n=60, authors="Silent S"),
    study("sizeless", p="0.01", authors="Sizeless S"),
    study("nobody", n=0, p="0.01", authors="Nobody N"),
)


@pytest.mark.parametrize("without", NO_PLACE, ids=lambda each: each.id)
def test_what_has_no_place_is_named_below(without):
    figure = drawn(*FIVE, without)
    label = study_labels([without])[without.id]
    assert label not in set(figure.table["Study"])
    assert figure.note.endswith(f": {label}.")


def test_a_review_has_no_place_among_single_studies():
    pooled = review(
        "opera", n=None, p="0.01", participants=900, authors="Opera O", effect=interval("SMD", -1, -2, -0.5)
    )
    figure = drawn(*FIVE, pooled)
    assert "Opera 2020" not in set(figure.table["Study"])
    assert "Opera 2020" in figure.note


def test_two_papers_of_one_trial_have_one_place():
    twins = [study(name, n=60, p="0.02", trial="one", trial_why="invented", authors="Twin T") for name in "ab"]
    assert len(drawn(*FIVE, *twins).table) == 6


def test_a_p_value_beyond_the_edge_stands_at_the_edge():
    tiny = study("tiny", "against", n=60, p="1e-40", authors="Tiny T")
    figure = drawn(*FIVE, tiny)
    assert figure.table["p, two-sided"].iloc[-1] == "1e-40"
    assert all(0 < mark.x < 7.6 * 72 for mark in marks(figure.svg))


@pytest.mark.parametrize("n", [1, 2, 10**7])
def test_any_number_of_participants_stays_in_the_drawing(n):
    figure = drawn(*FIVE, study("odd", n=n, p="0.0001", authors="Odd O"))
    height = float(re.search(r'height="([\d.]+)pt"', figure.svg)[1])
    assert all(0 < mark.y < height for mark in marks(figure.svg))
    assert len(marks(figure.svg)) == len(figure.table) == 6


def test_fewer_than_five_say_why():
    figure = drawn(*FIVE[:4])
    assert isinstance(figure, NotDrawn)
    assert figure.reason == (
        "An albatross plot needs five controlled studies with a direction, a p value and a number of participants; "
        "4 have."
    )
    assert drawn(*FIVE[:1]).reason.endswith("; 1 has.")
    assert drawn(NO_PLACE[0]).reason.endswith("; none has.")
    nothing = draw_albatross(weigh(), {})
    assert nothing.reason == "No study was looked at for knee pain, so there are no p values to show."


def test_hostile_names_are_text():
    figure = draw_albatross(weigh(*FIVE), {each.id: f"{HOSTILE} {each.id}" for each in FIVE})
    assert "<script" not in figure.svg + figure.narrow
    assert figure.table["Study"].str.startswith(HOSTILE).all()


def test_the_same_evidence_gives_the_same_bytes_in_any_order():
    first, second = drawn(*FIVE), drawn(*reversed(FIVE))
    assert (first.svg, first.narrow, first.alt) == (second.svg, second.narrow, second.alt)


# Whatever was coded, a study never stands on the side of another direction.
@settings(max_examples=6, deadline=None)
@given(bodies(most=5))
def test_any_body_is_drawn_on_its_own_side(studies):
    found = [*FIVE, *studies]
    assessed = weigh(*found)
    figure = draw_albatross(assessed, {each.id: each.id for each in found})
    if isinstance(figure, Figure):
        readings = {each.study.id: READING_WORDS[each.reading.value] for each in assessed.studies}
        assert all(readings[row[0]] == row[2] for row in figure.table.itertuples(index=False))
        middle = float(null(figure.svg))
        assert all(
            (mark.x >= middle) == (mark.colour == READING_MARKS[Reading.FAVOURS][0]) for mark in marks(figure.svg)
        )
