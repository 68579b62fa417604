"""The effect-direction plot: every mark stands in the lane, size and filling that its table twin names."""

import re
import xml.etree.ElementTree as ET
from collections import Counter

import pytest

from claimbook.model.assessment import Standing
from claimbook.model.terms import Reading
from claimbook.plots.directions import draw_directions
from claimbook.plots.figure import Figure, NotDrawn
from claimbook.plots.labels import study_labels
from claimbook.plots.rows import READING_WORDS, STREAM_WORDS
from claimbook.plots.style import READING_MARKS
from tests.plots.marks import marks, vertical_lines, words
from tests.report.demo import HOSTILE, STUDIES
from tests.synthesis.factory import match, study, weigh

LANES = ["no usable result", "against the claim", "no difference shown", "toward the claim"]
"""From left to right."""


def drawn(*studies, **changes):
    found = studies or STUDIES
    return draw_directions(weigh(*found, **changes), study_labels(found))


@pytest.fixture(scope="module", params=["svg", "narrow"])
def drawing(request):
    """The demo's figure, and one of its two drawings."""
    figure = drawn()
    return figure, getattr(figure, request.param)


def test_every_mark_stands_in_the_lane_of_its_table_row(drawing):
    figure, svg = drawing
    lanes = dict(zip(LANES, vertical_lines(svg), strict=True))
    assert [mark.x for mark in marks(svg)] == [lanes[direction] for direction in figure.table["Direction"]]


def test_marks_are_filled_where_the_table_says_that_they_give_the_verdict(drawing):
    figure, svg = drawing
    parts = list(figure.table["Part in the verdict"])
    assert [mark.filled for mark in marks(svg)] == [part == "gives the verdict" for part in parts]
    assert {True, False} == {mark.filled for mark in marks(svg)}


def test_marks_have_the_colour_and_shape_of_their_direction(drawing):
    figure, svg = drawing
    of_words = {words_: READING_MARKS[reading][0] for reading, words_ in READING_WORDS.items()}
    assert [mark.colour for mark in marks(svg)] == [of_words[told] for told in figure.table["Direction"]]
    turned = {mark.outline for mark in marks(svg)}
    assert len(turned) == 4  # right small, right large, left, cross


def test_names_and_streams_are_written_in_the_order_of_the_table(drawing):
    figure, svg = drawing
    labels, streams = list(figure.table["Study"]), list(dict.fromkeys(figure.table["Stream"]))
    written = words(svg)
    assert [word for word in written if word in labels] == labels
    assert [word for word in written if word in STREAM_WORDS.values()] == streams


def test_a_number_that_was_not_seen_is_written_so(drawing):
    figure, svg = drawing
    unseen = [number == "not seen" for number in figure.table["Participants"]]
    assert sum(word.endswith("n not seen") for word in words(svg)) == sum(unseen) == 2


@pytest.mark.parametrize(("n", "larger"), [(49, False), (50, True), (299, False), (300, True), (None, False)])
def test_marks_grow_with_the_number_of_participants(n, larger):
    before = {49: 10, 50: 49, 299: 50, 300: 299, None: 10}[n]
    old, new = (marks(drawn(study("aria", n=size)).svg)[0].width for size in (before, n))
    assert (new > old) is larger
    assert new >= old


@pytest.mark.parametrize(
    ("says", "reading"),
    [("favours", Reading.FAVOURS), ("against", Reading.AGAINST), ("no difference", Reading.NO_DIFFERENCE)],
)
def test_each_direction_has_its_lane(says, reading):
    figure = drawn(study("aria", says, n=60))
    assert list(figure.table["Direction"]) == [READING_WORDS[reading]]
    assert marks(figure.svg)[0].x == vertical_lines(figure.svg)[LANES.index(READING_WORDS[reading])]


# Significance is left out on purpose: a small p moves, grows or fills nothing.
def test_a_p_value_changes_nothing_that_is_drawn():
    figures = [drawn(study("aria", n=60, p=p)) for p in ("<0.001", "0.9", None)]
    assert len({figure.svg for figure in figures}) == 1
    assert len({figure.alt for figure in figures}) == 1


def test_the_alternative_text_names_every_study_of_the_table(drawing):
    figure, _ = drawing
    for label in figure.table["Study"]:
        assert label in figure.alt
    counts = [int(number) for number in re.findall(r"(\d+) (?:toward|against|no )", figure.alt)]
    assert sum(counts) == len(figure.table) == 5


@pytest.mark.parametrize(("k", "words_"), [(1, "1 study of"), (2, "2 studies of")])
def test_one_study_is_not_several(k, words_):
    assert words_ in drawn(*(study(f"s{number}", n=60) for number in range(k))).alt


def test_behind_a_gate_no_study_gives_a_verdict():
    figure = drawn(study("aria", n=60), of=None)
    assert "The verdict rests on “Humming and knees:…” 2020." in figure.alt
    gated = draw_directions(weigh(study("aria", "within")), {"aria": "Aria"})
    assert isinstance(gated, NotDrawn)
    assert gated.title == figure.title


def test_only_studies_without_a_readable_result_are_no_figure():
    unreadable = study("x", "unclear"), study("y", "within")
    figure = draw_directions(weigh(*unreadable), {"x": "X", "y": "Y"})
    assert figure == NotDrawn(
        "Which way the studies of knee pain point",
        "No study of knee pain gives a result that can be read, so there is no direction to show.",
    )


@pytest.mark.parametrize(
    "label", [HOSTILE, "--> <g/> <!--", "$x^2$ \\frac", "]]>&amp;", "a" * 300, "\u202eright to left"]
)
def test_a_hostile_name_is_drawn_as_it_is(label):
    # protects: titles come from the web, and an SVG is a document that a browser runs
    figure = draw_directions(weigh(study("aria", n=60)), {"aria": label})
    assert isinstance(figure, Figure)
    for svg in (figure.svg, figure.narrow):
        tags = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}  # noqa: S314 - our own
        assert not tags & {"script", "b", "text", "a", "image"}
        assert len(marks(svg)) == 1
    assert list(figure.table["Study"]) == [label]  # the table twin has it in full


def test_an_attribute_cannot_be_broken_out_of():
    figure = draw_directions(weigh(study("aria", n=60)), {"aria": 'x" onload="alert(1)'})
    assert 'alt="Effect-direction' in figure._repr_html_()
    assert 'onload="' not in figure._repr_html_()


def test_the_same_evidence_gives_the_same_bytes_in_any_order():
    first, second = drawn(*STUDIES), drawn(*reversed(STUDIES))
    assert (first.svg, first.narrow, first.alt) == (second.svg, second.narrow, second.alt)


def test_another_study_set_aside_is_shown_hollow():
    twins = [study(name, n=60, trial="one", trial_why="invented") for name in ("first", "second")]
    figure = draw_directions(weigh(*twins), {"first": "First", "second": "Second"})
    assert sorted(mark.filled for mark in marks(figure.svg)) == [False, True]
    assert f"shown only ({Standing.SAME_TRIAL})" in set(figure.table["Part in the verdict"])


def test_a_study_of_another_outcome_has_no_mark():
    figure = drawn(study("aria", n=60), study("other", n=60, matched=match(answers="different")))
    assert len(marks(figure.svg)) == len(figure.table) == 1


def test_a_crowd_is_packed_without_names_and_stays_small():
    directions = ("favours", "against", "no difference", "within")
    crowd = [
        study(f"s{number}", directions[number % 4], n=number * 3, year=1990 + number % 30) for number in range(160)
    ]
    figure = drawn(*crowd)
    for svg in (figure.svg, figure.narrow):
        shown = marks(svg)
        assert Counter(mark.colour for mark in shown) == Counter(
            READING_MARKS[reading][0] for reading in Reading for _ in range(40)
        )
        assert len(svg) < 100_000
        assert not set(figure.table["Study"]) & set(words(svg))
        lanes = [sorted({mark.x for mark in shown if mark.colour == READING_MARKS[reading][0]}) for reading in SIDES]
        assert lanes[0][-1] < lanes[1][0]  # against stands left of toward
    assert len(figure.table) == 160
    assert figure.note.endswith("the table below names each.")


SIDES = (Reading.AGAINST, Reading.FAVOURS)
