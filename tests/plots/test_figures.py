"""Every figure has words and a table with the same facts, and the same bytes each time."""

import hashlib
import subprocess
import sys
import xml.etree.ElementTree as ET

import matplotlib as mpl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.model.assessment import ArticleAssessment, ClaimAssessment, Estimate, Measure
from claimbook.plots.albatross import draw_albatross
from claimbook.plots.directions import draw_directions
from claimbook.plots.evidence_map import draw_evidence_map
from claimbook.plots.figure import Figure, NotDrawn
from claimbook.plots.forest import draw_forest
from claimbook.plots.harvest import draw_harvest
from claimbook.plots.labels import study_labels
from claimbook.plots.overview import draw_overview
from claimbook.plots.rows import Oriented, orient, toward_claim
from claimbook.plots.timeline import draw_timeline
from tests.report.demo import HOSTILE, STUDIES, article, table
from tests.synthesis.factory import arms, claim, interval, match, outcome, review, study, weigh

APART = "counted apart, as another kind of study"
LABELS = study_labels(STUDIES)
MINUS = "\N{MINUS SIGN}"


def drawn(draw, *studies, **changes):
    found = studies or STUDIES
    return draw(weigh(*found, **changes), study_labels(found))


def overview(*studies):
    found = table(*(studies or STUDIES))
    asked = claim()
    claims = (ClaimAssessment(asked, (weigh(*(studies or STUDIES), about=asked),)),)
    return draw_overview(ArticleAssessment(article(), found.collection, claims))


FIVE = tuple(study(f"s{number}", n=40 + number, p=f"0.0{number + 1}", authors=f"S{number} S") for number in range(5))
MAKERS = (
    lambda: drawn(draw_directions),
    lambda: drawn(draw_forest),
    lambda: drawn(draw_harvest),
    lambda: drawn(draw_albatross, *FIVE),
    lambda: draw_timeline("“Humming helps”", STUDIES, [weigh(*STUDIES)], LABELS),
    lambda: overview(),  # noqa: PLW0108 - defined above, called later
    lambda: draw_evidence_map(mapped()),
)


def mapped():
    asked = claim()
    claims = (ClaimAssessment(asked, (weigh(*STUDIES, about=asked),)),)
    return ArticleAssessment(article(), table().collection, claims)


@pytest.mark.parametrize("make", MAKERS)
def test_a_figure_is_the_same_bytes_twice_and_under_foreign_settings(make):
    first = make()
    with mpl.rc_context({"font.size": 20, "svg.fonttype": "none", "axes.facecolor": "red", "lines.linewidth": 9}):
        second = make()
    assert (first.svg, first.narrow) == (second.svg, second.narrow)
    assert first.svg != first.narrow


# A process of its own has other memory addresses and another start of the random numbers.
def test_a_figure_is_the_same_bytes_in_another_process():
    code = "from tests.plots.test_figures import digest; print(digest())"
    run = [sys.executable, "-c", code]
    assert subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip() == digest()


def digest():
    figures = [make() for make in MAKERS]
    return hashlib.sha256("".join(figure.svg + figure.narrow + figure.alt for figure in figures).encode()).hexdigest()


@pytest.mark.parametrize("make", MAKERS)
def test_a_figure_carries_no_date_no_text_and_no_address_of_another_host(make):
    for svg in (make().svg, make().narrow):
        names = {element.tag.rpartition("}")[2] for element in ET.fromstring(svg).iter()}  # noqa: S314 - our own
        assert not names & {"text", "image", "script", "date"}
        assert "http" not in svg.replace("http://www.w3.org/", "").replace("http://purl.org/", "").replace(
            "http://creativecommons.org/ns#", ""
        )


def test_directions_say_who_points_where():
    figure = drawn(draw_directions)
    assert figure.alt == (
        "Effect-direction plot of 5 studies of knee pain: 3 toward the claim (Bass 2019, Aria 2020, Coda 2022); "
        "1 against the claim (Etude 2020); 1 no usable result (Duet 2020). "
        "The verdict rests on Bass 2019, Aria 2020, Coda 2022."
    )
    columns = ["Study", "Design", "Participants", "Direction", "Part in the verdict"]
    assert [list(row) for row in figure.table[columns].itertuples(index=False)] == [
        ["Bass 2019", "trial", "40", "toward the claim", "gives the verdict"],
        ["Aria 2020", "trial", "60", "toward the claim", "gives the verdict"],
        ["Coda 2022", "trial", "not seen", "toward the claim", "gives the verdict"],
        [
            "Etude 2020",
            "quasi-experimental",
            "not seen",
            "against the claim",
            "counted apart, as another kind of study",
        ],
        ["Duet 2020", "case-series", "12", "no usable result", "shown only (direct, but no usable result)"],
    ]


# A plan without results and a study of another outcome are no evidence about the claim.
def test_directions_leave_out_what_does_not_answer():
    assert not set(drawn(draw_directions).table["Study"]) & {"Fugue 2020", LABELS["gavotte"]}


NOT_LOOKED = "No study was looked at for knee pain"
NOT_DIRECT = "None of the studies that were looked at tested the claim for knee pain directly"
NOT_READ = "No study of knee pain gives a result that can be read"


@pytest.mark.parametrize(
    ("studies", "reason"),
    [
        ((), NOT_LOOKED),
        ((study("x", matched=match(answers="different")),), NOT_DIRECT),
        ((study("x", "within"),), NOT_READ),
    ],
)
def test_directions_that_cannot_be_drawn_say_why(studies, reason):
    figure = draw_directions(weigh(*studies), study_labels(studies))
    assert isinstance(figure, NotDrawn)
    assert figure.reason == f"{reason}, so there is no direction to show."


def test_a_forest_turns_every_effect_toward_the_claim():
    figure = drawn(draw_forest)
    assert list(figure.table.iloc[:, 2]) == [f"0.10 ({MINUS}0.50 to 0.70)", "0.66 (0.14 to 1.18)"]
    assert "Not in the figure, for want of an interval on this scale: Aria 2020, Etude 2020, Duet 2020." in figure.note


def test_a_forest_of_ratios_is_inverted_when_the_claim_is_a_lower_risk():
    risks = [
        study("aria", authors="Aria A", effect=interval("RR", 0.5, 0.25, 1.0)),
        study("bass", "against", authors="Bass B", effect=interval("RR", 1.25, 0.8, 2.0)),
    ]
    figure = drawn(draw_forest, *risks, of=outcome(kind="event"))
    assert list(figure.table.iloc[:2, 2]) == ["2.00 (1.00 to 4.00)", "0.80 (0.50 to 1.25)"]
    assert "no effect is 1" in figure.alt


def test_what_studies_give_together_is_a_row_of_its_own():
    trials = [study(name, authors=f"{name} A", effect=arms("mean-post", (3, 1, 30), (4, 1, 30))) for name in "abc"]
    rows = drawn(draw_forest, *trials).table
    assert list(rows["Study"])[-1] == "All together"
    assert list(rows["Part in the verdict"]) == ["gives the verdict"] * 4


def test_a_review_and_its_trials_are_shown_but_never_added():
    pooled = review("opera", authors="Opera O", included_trials=9, year=2023, effect=interval("SMD", -0.6, -0.9, -0.3))
    one = study("aria", authors="Aria A", year=2020, effect=interval("SMD", -0.4, -0.9, 0.1))
    figure = drawn(draw_forest, pooled, one)
    assert dict(zip(figure.table["Study"], figure.table["Part in the verdict"], strict=True)) == {
        "Aria 2020": "shown only (set aside: the review speaks for its trials)",
        "Opera 2023": "gives the verdict",
    }


def test_a_forest_that_cannot_be_drawn_says_why():
    one_effect = (study("x", authors="Aria A", effect=interval("SMD", -0.4, -0.9, 0.1)), study("y", p="<0.05"))
    figure = draw_forest(weigh(*one_effect), study_labels(one_effect))
    assert isinstance(figure, NotDrawn)
    assert figure.reason == (
        "A forest plot needs two effects with an interval on one scale. 2 studies answer the claim for knee pain; "
        "only Aria 2020 gives one that can be placed."
    )
    assert draw_forest(weigh(), {}).reason == f"{NOT_LOOKED}, so there is no effect to show."


finite = st.floats(-50, 50)


# Turning an estimate twice gives it back, and its interval never turns inside out.
@settings(deadline=None)
@given(st.tuples(finite, finite, finite).map(sorted), st.sampled_from([Measure.SMD, Measure.RATIO]))
def test_orientation_keeps_the_interval_around_the_value(values, scale):
    low, value, high = (2**number for number in values) if scale is Measure.RATIO else values
    turned = orient(value, (low, high), "below", scale)
    assert turned.low <= turned.value <= turned.high
    back = orient(turned.value, (turned.low, turned.high), "below", scale)
    assert back.value == pytest.approx(value)
    assert orient(value, (low, high), "above", scale) == Oriented(value, low, high)


def test_an_effect_is_never_moved_to_another_scale():
    md = Estimate(Measure.MD, -1.0, (-2.0, 0.0), "below")
    assert toward_claim(md, Measure.SMD) is None
    assert toward_claim(md, Measure.RATIO) is None


def test_the_overview_keeps_direction_certainty_and_amount_apart():
    figure = overview()
    assert [list(row) for row in figure.table.itertuples(index=False)] == [
        ["Humming helps", "knee pain", "toward the claim", "very low", "3 studies, n 100"]
    ]
    assert overview(study("x", matched=match(answers="different"))).table.iloc[0].tolist()[2:] == [
        "not graded",
        "not graded",
        "no direct study",
    ]


# Letters that the font lacks, dollar signs and markup are drawn as they are, without warning or formula.
@settings(max_examples=10, deadline=None)
@given(st.text(min_size=1, max_size=60).filter(str.strip))
def test_any_name_can_be_drawn(name):
    hostile = study("x", authors="Aria A", p="<0.05")
    assert draw_directions(weigh(hostile), {"x": name}).svg.endswith("</svg>\n")


def test_hostile_names_are_text_in_figure_and_table():
    figure = draw_directions(weigh(study("x", p="<0.05")), {"x": HOSTILE})
    assert "<script" not in figure.svg
    assert figure.table["Study"].item() == HOSTILE
    assert "<script" not in figure._repr_html_()


@pytest.mark.parametrize("alt", ["", "   "])
def test_a_figure_without_words_is_refused(alt):
    with pytest.raises(ValueError, match="alternative text"):
        Figure("A title", alt, "note", "<svg/>", "<svg/>", pd.DataFrame({"a": [1]}))


def test_a_figure_without_a_table_is_refused():
    with pytest.raises(ValueError, match="table"):
        Figure("A title", "words", "note", "<svg/>", "<svg/>", pd.DataFrame({"a": []}))
