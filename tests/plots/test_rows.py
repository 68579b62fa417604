"""Which studies a figure shows, in which order, and how an effect is turned toward the claim."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.assessment import Estimate, Measure, Standing
from claimbook.model.terms import Design, Reading, Stream
from claimbook.plots.albatross import draw_albatross
from claimbook.plots.directions import draw_directions
from claimbook.plots.forest import draw_forest
from claimbook.plots.harvest import draw_harvest
from claimbook.plots.labels import study_labels
from claimbook.plots.rows import (
    READING_WORDS,
    STREAM_WORDS,
    Oriented,
    direct_rows,
    nothing_direct,
    orient,
    toward_claim,
)
from claimbook.plots.style import READING_MARKS, SIZES, STATE_MARKS, area_for, shortened, shortened_kind
from tests.synthesis.factory import SAFE, interval, match, review, study, weigh


def rows(*studies):
    return direct_rows(weigh(*studies), study_labels(studies))


def test_studies_stand_by_stream_then_year_then_name():
    found = rows(
        study("late", authors="Late L", year=2024, n=9),
        study("zoe", authors="Zoe Z", n=9),
        study("amy", authors="Amy A", n=9),
        study("lab", authors="Lab L", year=1990, design="case-series", n=9),
        study("apart", authors="Apart A", year=2000, design="quasi-experimental", bias={"control_group": "yes"}, n=9),
    )
    assert [row.label for row in found] == ["Amy 2020", "Zoe 2020", "Late 2024", "Apart 2000", "Lab 1990"]
    assert [row.stream for row in found] == [Stream.RCT] * 3 + [Stream.NRSI, Stream.OTHER]


def test_a_study_without_a_year_stands_last_in_its_stream():
    undated = study("aria", authors="Aria A", n=9).model_copy(update={"year": None})
    assert [row.label for row in rows(undated, study("bass", authors="Bass B", n=9))] == [
        "Bass 2020",
        "Aria no year seen",
    ]


HIDDEN = ("different", "plan", "withdrawn", "mice")


def every_standing():
    """One study of each kind that a figure must show, and of each kind that it must not."""
    return (
        review("opera", included_trials=9, year=2023, last_search="2022"),
        study("in-review", n=9, year=2020),
        study("since", n=9, year=2025),
        study("within", "within", n=9),
        study("different", matched=match(answers="different"), n=9),
        study("plan", None, design="protocol"),
        study("withdrawn", notices=["retracted"], n=9),
        study("mice", design="animal", n=9),
    )


def test_only_studies_that_answer_the_outcome_are_shown():
    assessed = weigh(*every_standing())
    shown = {row.label for row in direct_rows(assessed, {each.id: each.id for each in every_standing()})}
    assert shown == {"opera", "in-review", "since", "within"}
    assert {found.study.id for found in assessed.studies} - shown == set(HIDDEN)


def test_only_studies_of_the_body_that_decides_give_the_verdict():
    labels = {each.id: each.id for each in every_standing()}
    found = {row.label: row for row in direct_rows(weigh(*every_standing()), labels)}
    assert {name for name, row in found.items() if row.gives_verdict} == {"opera"}
    assert found["in-review"].part == "shown only (set aside: the review speaks for its trials)"
    assert found["since"].part == "shown only (published since the review)"


def test_a_counted_study_of_another_stream_is_counted_apart():
    trial = study("trial", n=60, bias=SAFE, p="<0.05")
    apart = study("apart", design="quasi-experimental", bias={"control_group": "yes"})
    parts = {row.label: row.part for row in direct_rows(weigh(trial, apart), {"trial": "trial", "apart": "apart"})}
    assert parts == {"trial": "gives the verdict", "apart": "counted apart, as another kind of study"}


def test_two_papers_of_one_trial_are_both_shown_and_counted_once():
    first = study("first", n=60, trial="one", trial_why="invented")
    second = study("second", n=40, trial="one", trial_why="invented")
    labels = {"first": "first", "second": "second"}
    found = {row.label: row for row in direct_rows(weigh(first, second), labels)}
    assert sum(row.gives_verdict for row in found.values()) == 1
    assert {row.standing for row in found.values()} == {Standing.COUNTED, Standing.SAME_TRIAL}


@pytest.mark.parametrize(("n", "words"), [(None, "n not seen"), (0, "n 0"), (40, "n 40"), (12_345, "n 12,345")])
def test_an_unknown_number_is_never_zero(n, words):
    assert rows(study("aria", n=n))[0].people == words


def test_designs_that_people_know_get_a_shorter_word():
    words = {
        row.label: row.design for row in rows(study("aria", authors="Aria A", n=9), review("opera", authors="O P"))
    }
    assert words == {"Aria 2020": "trial", "O 2020": "review"}
    assert rows(study("duet", "favours", design="cohort", n=9))[0].design == "cohort"


@pytest.mark.parametrize(("words", "kinds"), [(STREAM_WORDS, Stream), (READING_WORDS, Reading)])
def test_every_stream_and_reading_has_words_of_its_own(words, kinds):
    assert set(words) == set(kinds)
    assert len(set(words.values())) == len(kinds)


def test_why_nothing_can_be_shown_tells_not_looked_from_not_direct():
    # protects: 'nobody looked' is never said as 'nothing was found'
    different = study("x", matched=match(answers="different"))
    assert nothing_direct(weigh()) == "No study was looked at for knee pain"
    assert nothing_direct(weigh(different)) == (
        "None of the studies that were looked at tested the claim for knee pain directly"
    )


SMD = Estimate(Measure.SMD, -0.4, (-0.9, 0.1), "below")
MD = Estimate(Measure.MD, -1.0, (-2.0, 0.0), "below", standardised=SMD)


@pytest.mark.parametrize(
    ("estimate", "scale", "turned"),
    [
        (SMD, Measure.SMD, Oriented(0.4, -0.1, 0.9)),
        (MD, Measure.SMD, Oriented(0.4, -0.1, 0.9)),
        (Estimate(Measure.SMD, -0.4, (-0.9, 0.1), "above"), Measure.SMD, Oriented(-0.4, -0.9, 0.1)),
        (Estimate(Measure.RATIO, 0.5, (0.25, 1.0), "below"), Measure.RATIO, Oriented(2.0, 1.0, 4.0)),
        (Estimate(Measure.RATIO, 0.5, (0.25, 1.0), "above"), Measure.RATIO, Oriented(0.5, 0.25, 1.0)),
        (SMD, Measure.RATIO, None),
        (Estimate(Measure.SMD, -0.4, None, "below"), Measure.SMD, None),
        (Estimate(Measure.MD, -1.0, (-2.0, 0.0), "below"), Measure.SMD, None),
        (None, Measure.SMD, None),
        (None, Measure.RATIO, None),
    ],
)
def test_an_effect_is_turned_toward_the_claim_or_not_placed(estimate, scale, turned):
    assert toward_claim(estimate, scale) == turned


# Being on the right of no effect means the same as being on the claim's side.
@given(st.floats(0.1, 10), st.floats(1.01, 5), st.sampled_from(["above", "below"]), st.booleans())
def test_right_is_toward_the_claim(value, width, side, ratio):
    scale = Measure.RATIO if ratio else Measure.SMD
    ends = (value / width, value * width) if ratio else (value - width, value + width)
    estimate = Estimate(scale, value, ends, side)
    turned = orient(value, ends, side, scale)
    if estimate.favours_claim is not None and turned.value != scale.null:
        assert (turned.value > scale.null) is estimate.favours_claim


def test_marks_grow_at_fifty_and_at_three_hundred():
    areas = [area_for(n) for n in (0, 49, 50, 299, 300, 10**6)]
    assert areas[0] == areas[1] < areas[2] == areas[3] < areas[4] == areas[5]


def test_an_unknown_number_gets_the_smallest_mark():
    # protects: an unknown size must not look like a large one
    assert area_for(None) == min(area for _, area in SIZES)


# Colour is never alone: readers who see no colour tell marks apart by shape.
@pytest.mark.parametrize("marks", [READING_MARKS, STATE_MARKS])
def test_every_mark_has_a_shape_of_its_own(marks):
    assert len({shape for _, shape in marks.values()}) == len(marks)


@given(st.text(max_size=40), st.integers(2, 30))
def test_a_shortened_name_fits_and_keeps_its_beginning(text, limit):
    short = shortened(text, limit)
    assert len(short) <= limit
    assert short == text if len(text) <= limit else short.endswith("…") and text.startswith(short[:-1])


@pytest.mark.parametrize(
    ("kind", "short"),
    [
        ("trial, n 40", "trial, n 40"),
        ("quasi-experimental, n 40", "quasi-experimental, n 40"),
        ("quasi-experimental, n 400", "quasi-experiment…, n 400"),
        ("quasi-experimental, n not seen", "quasi-exper…, n not seen"),
        ("quasi-experimental, n 12,345", "quasi-experim…, n 12,345"),
        ("nobody has looked", "nobody has looked"),
        ("a silence of too many letters", "a silence of too many l…"),
    ],
)
def test_the_number_of_participants_is_never_cut(kind, short):
    # protects: 'n 1,2…' would be another number
    assert shortened_kind(kind, 24) == short


@pytest.mark.parametrize("design", Design)
def test_every_design_keeps_its_number_on_a_phone(design):
    assert shortened_kind(f"{design.value}, n 12,345", 23).endswith(", n 12,345")


def test_an_interval_is_read_into_a_row():
    (row,) = rows(study("aria", n=60, effect=interval("SMD", -0.4, -0.9, 0.1)))
    assert toward_claim(row.estimate, Measure.SMD) == Oriented(0.4, -0.1, 0.9)


@pytest.mark.parametrize("draw", [draw_directions, draw_harvest, draw_forest, draw_albatross])
def test_before_a_result_was_entered_no_figure_says_what_the_studies_gave(draw):
    # protects: promise 2; "none gives a direction" of studies whose results nobody entered
    bare = [study("aria", None), study("bass", None)]
    figure = draw(weigh(*bare), study_labels(bare))
    assert figure.reason.startswith(
        "No result was entered of the studies that tested the claim for knee pain, so there "
    )
    mixed = [study("aria", "within"), study("bass", None)]
    assert len(rows(*mixed)) == 2
