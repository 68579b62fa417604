"""The forest plot: marks and intervals lie where the numbers of the table twin put them."""

import math
import re
import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model.terms import Stream
from claimbook.plots.figure import NotDrawn
from claimbook.plots.forest import draw_forest
from claimbook.plots.labels import study_labels
from claimbook.plots.style import TOWARD as BLUE
from tests.plots.marks import diamonds, horizontal_lines, marks, vertical_lines, words
from tests.report.demo import HOSTILE
from tests.synthesis.factory import SAFE, arms, interval, outcome, review, study, weigh

MINUS = "\N{MINUS SIGN}"
TOWARD = "toward the claim (95% interval)"


def trial(name, value, low, high, kind="SMD", **facts):
    authors = f"{name.title()} {name[0].upper()}"
    return study(name, "no difference", authors=authors, effect=interval(kind, value, low, high), **facts)


def drawn(*studies, **changes):
    return draw_forest(weigh(*studies, **changes), study_labels(studies))


def numbers(figure):
    """Value, lower and upper end of each study and of the summary."""
    column = next(name for name in figure.table.columns if TOWARD in name)
    rows = figure.table[figure.table["Study"] != "Prediction interval"]
    return [tuple(float(part) for part in _figures(row)) for row in rows[column]]


def _figures(row):
    return re.fullmatch(r"(-?[\d.]+) \((-?[\d.]+) to (-?[\d.]+)\)", row.replace(MINUS, "-")).groups()


def positions(svg):
    """Mark, left end and right end of each row, from top to bottom; of a diamond its point, which is its middle."""
    squares = marks(svg)
    ends = {y: (left, right) for left, right, y in horizontal_lines(svg)}
    return [(mark.x, *ends[mark.y]) for mark in squares] + [
        (_peak(svg, face), face.left, face.right) for face in diamonds(svg, BLUE)
    ]


def _peak(svg, face):
    """Where the highest corner of a diamond stands."""
    corners = re.findall(r"(-?[\d.]+) (-?[\d.]+)", svg)
    return next(float(x) for x, y in corners if float(y) == face.top and face.left <= float(x) <= face.right)


def is_one_scale(shown, places, tolerance=0.6):
    """Whether all positions are one straight function of their numbers, up to rounding in the table."""
    flat = [number for row in shown for number in row]
    across = [place for row in places for place in row]
    slope, start = statistics.linear_regression(flat, across)
    return slope > 0 and all(
        abs(start + slope * number - x) < tolerance for number, x in zip(flat, across, strict=True)
    )


DIFFERENCES = (
    trial("aria", -0.4, -0.9, 0.1, n=60, p="<0.05", bias=SAFE),
    trial("bass", 0.2, -0.3, 0.7, n=400),
    trial("coda", -1.1, -1.9, -0.3, n=40),
)
RATIOS = (
    trial("aria", 0.5, 0.25, 1.0, "RR", n=60),
    trial("bass", 1.25, 0.8, 2.0, "RR", n=400),
    trial("coda", 0.8, 0.4, 1.6, "RR", n=90),
)


@pytest.mark.parametrize("drawing", ["svg", "narrow"])
def test_differences_lie_on_one_straight_scale(drawing):
    figure = drawn(*DIFFERENCES)
    places = positions(getattr(figure, drawing))
    assert len(places) == len(figure.table) == 4
    assert is_one_scale(numbers(figure), places)
    (null,) = vertical_lines(getattr(figure, drawing))[:1]
    assert is_one_scale([*numbers(figure), (0.0,) * 3], [*places, (null,) * 3])


@pytest.mark.parametrize("drawing", ["svg", "narrow"])
def test_ratios_lie_on_one_logarithmic_scale(drawing):
    figure = drawn(*RATIOS, of=outcome(kind="event"))
    shown = [tuple(math.log(number) for number in row) for row in numbers(figure)]
    places = positions(getattr(figure, drawing))
    (null,) = vertical_lines(getattr(figure, drawing))[:1]
    assert is_one_scale([*shown, (0.0,) * 3], [*places, (null,) * 3], tolerance=1.5)


def test_right_of_no_effect_is_toward_the_claim():
    figure = drawn(*DIFFERENCES)
    (null,) = vertical_lines(figure.svg)[:1]
    assert [x > null for x, _, _ in positions(figure.svg)] == [value > 0 for value, _, _ in numbers(figure)]
    assert "← against   standardised mean difference   toward the claim →" in words(figure.svg)


def test_every_interval_contains_its_estimate():
    for figure in (drawn(*DIFFERENCES), drawn(*RATIOS, of=outcome(kind="event"))):
        assert all(low <= value <= high for value, low, high in numbers(figure))
        assert all(left <= x <= right for x, left, right in positions(figure.svg))


def test_the_alternative_text_says_every_number_of_the_table():
    figure = drawn(*DIFFERENCES)
    for row in figure.table.itertuples(index=False):
        assert f"{row[0]} {row[2]}, {row[3]}" in figure.alt


def test_the_summary_is_the_last_row_and_a_diamond_as_wide_as_its_interval():
    figure = drawn(*DIFFERENCES)
    (together,) = diamonds(figure.svg, BLUE)
    assert list(figure.table["Study"])[-1] == "All together"
    assert together.bottom > max(mark.y for mark in marks(figure.svg))
    assert "There is no prediction interval" in figure.note


FIVE = tuple(
    trial(name, value, value - 0.3, value + 0.3, n=60)
    for name, value in zip(("aria", "bass", "coda", "duet", "etude"), (-0.9, -0.1, -0.5, 0.2, -1.2), strict=True)
)


@pytest.mark.parametrize("drawing", ["svg", "narrow"])
def test_the_prediction_of_five_studies_is_a_bar_below_the_diamond(drawing):
    figure = drawn(*FIVE)
    assert list(figure.table["Study"])[-2:] == ["All together", "Prediction interval"]
    told = figure.table.iloc[-1, 2]
    low, high = (float(end.replace(MINUS, "-")) for end in told.split(" to "))
    places = positions(getattr(figure, drawing))
    left, right, _ = next(
        line for line in horizontal_lines(getattr(figure, drawing)) if line[2] > _lowest(figure, drawing)
    )
    assert is_one_scale([*numbers(figure), (low, low, high)], [*places, (left, left, right)], tolerance=1.5)
    assert f"Prediction interval {told}, where the effect of one more such study is expected" in figure.alt
    assert low < numbers(figure)[-1][1] < numbers(figure)[-1][2] < high


def _lowest(figure, drawing):
    return diamonds(getattr(figure, drawing), BLUE)[0].bottom


# Protects: a prediction from few studies may span any distance, and everything that was found must stay readable.
def test_a_very_wide_prediction_does_not_press_the_studies_together():
    apart = [
        trial(name, value, value - 0.05, value + 0.05, n=60)
        for name, value in zip("abcde", (-9, 9, -9, 9, 0), strict=True)
    ]
    figure = drawn(*apart)
    found = [x for _, *ends in positions(figure.svg) for x in ends]
    assert max(found) - min(found) > 0.3 * (7.6 - 3.85) * 72


# Protects: a body pooled in the unit of its instrument has a forest, too, and the summary counts what was pooled.
def test_mean_differences_of_one_instrument_are_drawn_as_they_are():
    points = [
        trial(name, -5.0 - number, -9.0 - number, -1.0 - number, "MD", n=60, instrument="VAS")
        for number, name in enumerate(("aria", "bass", "coda", "duet", "etude"))
    ]
    unpooled = study("words", authors="Words W", n=10)
    figure = drawn(*points, unpooled)
    assert list(figure.table["Study"])[-2:] == ["All together", "Prediction interval"]
    assert numbers(figure)[0] == (5.0, 1.0, 9.0)
    assert figure.table["Design, participants"].iloc[-2] == "5 studies"
    assert is_one_scale(numbers(figure), positions(figure.svg), tolerance=1.0)
    assert "mean differences in the unit of their one instrument" in figure.alt
    assert figure.note.endswith("for want of an interval on this scale: Words 2020.")


def test_mean_differences_of_several_instruments_are_never_set_side_by_side():
    mixed = [
        trial(name, -5.0, -9.0, -1.0, "MD", instrument=scale) for name, scale in (("aria", "VAS"), ("bass", "NRS"))
    ]
    assert isinstance(drawn(*mixed), NotDrawn)


def test_a_crowd_is_drawn_close_and_stays_small():
    crowd = [
        trial(f"s{number}", number / 100 - 1, number / 100 - 1.5, number / 100 - 0.5, n=60) for number in range(120)
    ]
    figure = drawn(*crowd)
    assert len(figure.table) == 122
    for svg in (figure.svg, figure.narrow):
        assert len(marks(svg)) == 120
        assert len(diamonds(svg, BLUE)) == 1
        assert len(svg) < 100_000
        assert float(re.search(r'height="([\d.]+)pt"', svg)[1]) < 11 * 72
        assert {"All together", "Prediction interval"} <= set(words(svg))
    places = [mark.x for mark in marks(figure.svg)]
    assert is_one_scale([(value,) for value, *_ in numbers(figure)[:-1]], [(x,) for x in places], tolerance=1.5)


def test_ratios_have_plain_numbers_on_their_axis():
    written = words(drawn(*RATIOS, of=outcome(kind="event")).svg)
    assert {"0.5", "1", "2"} <= set(written)
    assert not any("^" in word for word in written)


def test_two_studies_are_summed_up_as_two():
    figure = drawn(*DIFFERENCES[:2])
    assert list(figure.table["Study"]) == ["Aria 2020", "Bass 2020", "Both together"]
    assert list(figure.table["Design, participants"])[-1] == "2 studies"


def test_a_review_gets_no_summary_row_of_its_own():
    # protects: a review and its own trials are never added up
    pooled = review("opera", authors="Opera O", included_trials=9, effect=interval("SMD", -0.6, -0.9, -0.3))
    figure = drawn(pooled, DIFFERENCES[0])
    assert list(figure.table["Study"]) == ["Aria 2020", "Opera 2020"]
    assert [mark.filled for mark in marks(figure.svg)] == [False, True]


def test_marks_are_filled_where_the_table_says_that_they_give_the_verdict():
    apart = trial("etude", -0.2, -0.9, 0.5, design="quasi-experimental", bias={"control_group": "yes"}, n=30)
    figure = drawn(*DIFFERENCES, apart)
    shown = dict(zip(figure.table["Study"], figure.table["Part in the verdict"], strict=True))
    assert shown["Etude 2020"] == "counted apart, as another kind of study"
    squares = [part for name, part in shown.items() if name != "All together"]
    assert [mark.filled for mark in marks(figure.svg)] == [part == "gives the verdict" for part in squares]


def test_the_scale_with_more_studies_is_drawn_and_the_others_are_named():
    mixed = (*DIFFERENCES, trial("ratio", 0.5, 0.2, 1.1, "RR", n=60), study("words", authors="Words W", n=60))
    figure = drawn(*mixed)
    assert "Ratio 2020" not in set(figure.table["Study"])
    assert figure.note.endswith("Not in the figure, for want of an interval on this scale: Ratio 2020, Words 2020.")


def test_nothing_is_said_of_studies_left_out_where_none_is():
    assert "Not in the figure" not in drawn(*DIFFERENCES).note


def test_an_estimate_without_an_interval_is_not_placed():
    bare = study("bare", authors="Bare B", effect={"type": "SMD", "estimate": -0.4})
    figure = drawn(bare, DIFFERENCES[0])
    assert isinstance(figure, NotDrawn)
    assert figure.reason.endswith(
        "2 studies answer the claim for knee pain; only Aria 2020 gives one that can be placed."
    )


def test_a_single_study_in_words_is_told_as_one():
    figure = drawn(study("words", authors="Words W", n=60))
    assert figure.reason.endswith("1 study answers the claim for knee pain; none gives one that can be placed.")


def test_means_of_arms_are_drawn_as_a_standardised_difference():
    means = [
        study(name, authors=f"{name.title()} A", effect=arms("mean-post", (3, 1, 30), (4, 1, 30))) for name in "ab"
    ]
    figure = drawn(*means)
    assert "Difference toward the claim (95% interval)" in figure.table.columns
    assert {value for value, _, _ in numbers(figure)} == {0.99}


@pytest.mark.parametrize("value", [0.01, 0.3])
def test_there_is_room_on_both_sides_of_no_effect(value):
    # protects: a one-sided figure that hides where no effect lies
    figure = drawn(*(trial(name, -value, -value - 0.01, -value + 0.005, n=60) for name in ("aria", "bass")))
    (null,) = vertical_lines(figure.svg)
    left, right = 3.75 * 72, 7.5 * 72
    assert left + 50 < null < right - 50


def test_differences_without_an_instrument_say_what_would_place_them():
    # protects: the next step stands where the figure would be; with the unit named the figure is drawn
    aria, bass = (trial(name, -5, -8, -2, "MD", n=60) for name in ("aria", "bass"))
    assert "Mean differences that name no instrument have no place" in drawn(aria, bass).reason
    assert "instrument" not in drawn(aria).reason
    in_kilograms = (trial(name, -5, -8, -2, "MD", n=60, instrument="kg") for name in ("aria", "bass"))
    assert len(drawn(*in_kilograms).table) == 3


def test_a_hostile_name_is_drawn_as_it_is():
    studies = DIFFERENCES[:2]
    figure = draw_forest(weigh(*studies), {"aria": HOSTILE, "bass": "--> $x$"})
    assert "<script" not in figure.svg
    assert set(figure.table["Study"]) == {HOSTILE, "--> $x$", "Both together"}
    assert len(marks(figure.svg)) == 2


def test_zero_has_no_sign():
    # protects: a turned zero is printed as 0.00, for no reader knows what a negative nothing is
    figure = drawn(trial("aria", 0.0, -0.5, 0.5, n=60), trial("bass", 0.004, -0.5, 0.6, n=60))
    assert [words_.split()[0] for words_ in figure.table.iloc[:2, 2]] == ["0.00", "0.00"]


small = st.integers(-200, 200).map(lambda number: number / 100)


# Whatever three numbers a study prints, what is drawn is what the table says.
@settings(max_examples=4)
@given(st.lists(st.tuples(small, st.integers(30, 150)), min_size=2, max_size=4))
def test_any_effects_are_drawn_where_the_table_says(effects):
    studies = [
        trial(f"s{index}", value, value - width / 100, value + width / 100, n=40)
        for index, (value, width) in enumerate(effects)
    ]
    figure = drawn(*studies)
    assert is_one_scale(numbers(figure), positions(figure.svg), tolerance=1.5)
    assert figure.svg == drawn(*studies).svg


def test_the_body_that_is_drawn_filled_is_the_anchored_one():
    assessed = weigh(*DIFFERENCES)
    assert assessed.anchored.stream is Stream.RCT
    assert all(mark.filled for mark in marks(draw_forest(assessed, study_labels(DIFFERENCES)).svg))
