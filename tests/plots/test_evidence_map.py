"""The evidence map: a field for each outcome, shaded by certainty, and an empty place that says why it is empty."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings

from claimbook.model.assessment import ArticleAssessment, ClaimAssessment, Ruling
from claimbook.plots.evidence_map import SILENCES, draw_evidence_map
from claimbook.plots.figure import NotDrawn
from claimbook.plots.style import INK
from claimbook.report.words.verdicts import Silence
from claimbook.synthesis.grade.verdict import GATES
from tests.plots.marks import bars, marks, words
from tests.plots.test_overview_plot import AGAINST, GATED, MODERATE, VERY_LOW
from tests.report.demo import HOSTILE, article, table
from tests.synthesis.factory import claim, outcome, study, weigh
from tests.synthesis.strategies import OUTCOMES, bodies

DRAWINGS = ("svg", "narrow")


def drawn(*assessed, **changes):
    """The map of these outcomes, each of a claim of its own."""
    claims = tuple(
        ClaimAssessment(each.claim.model_copy(update={"id": f"claim-{number}"}), (_of(each, number),))
        for number, each in enumerate(assessed)
    )
    return draw_evidence_map(ArticleAssessment(article(**changes), table().collection, claims))


def _of(assessed, number):
    return replace(assessed, claim=assessed.claim.model_copy(update={"id": f"claim-{number}"}))


def behind(gate):
    """An outcome that this gate stopped."""
    return replace(GATED, gate=Ruling(gate.code, f"GATE-{gate.code}", gate.reason), advice=gate.advice)


def squares(svg):
    """Squares of certainty, filled or not."""
    return [face for face in bars(svg) if face.stroke == INK]


def fields(svg):
    """The fields themselves: everything wider than the band at its left."""
    return [face for face in bars(svg) if face.right - face.left > 50]


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_there_is_a_field_for_each_row_of_the_table(drawing):
    figure = drawn(VERY_LOW, MODERATE, GATED, AGAINST)
    assert len(fields(getattr(figure, drawing))) == len(figure.table) == 4


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_as_many_squares_are_filled_as_the_certainty_has_levels(drawing):
    figure = drawn(VERY_LOW, MODERATE, GATED)
    shown = squares(getattr(figure, drawing))
    assert len(shown) == 8  # four for each graded outcome, none for the other
    levels = {"very low": 1, "low": 2, "moderate": 3, "high": 4}
    assert sum(face.fill == INK for face in shown) == sum(levels.get(told, 0) for told in figure.table["Certainty"])


def test_surer_fields_are_darker():
    very_low, moderate = (face.fill for face in fields(drawn(VERY_LOW, MODERATE).svg))
    assert sum(int(very_low[at : at + 2], 16) for at in (1, 3, 5)) > sum(
        int(moderate[at : at + 2], 16) for at in (1, 3, 5)
    )


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_everything_that_the_table_says_stands_in_the_field(drawing):
    figure = drawn(VERY_LOW, MODERATE, AGAINST)
    written = " ".join(words(getattr(figure, drawing))).replace("\N{NO-BREAK SPACE}", " ")
    for row in figure.table.itertuples(index=False):
        assert f"{row.Outcome} {row.Direction} certainty {row.Certainty} weighed: {row.Amount} answering: " in written
        assert f"{row[5]} of {row[6]}" in written


def test_the_words_hold_every_number():
    figure = drawn(VERY_LOW, MODERATE, GATED)
    for row in figure.table.itertuples(index=False):
        assert f"{row[5]} of {row[6]} studies looked at answer" in figure.alt
        assert row.Certainty in figure.alt
    assert "3 fields, 2 of them graded" in figure.alt


@pytest.mark.parametrize("drawing", DRAWINGS)
@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.code)
def test_each_gate_names_its_silence_and_is_not_shaded(gate, drawing):
    # protects: four silences are four values, and none is shown as another
    figure = drawn(behind(gate))
    silence, here = SILENCES[gate.code]
    told = figure.table["Certainty"].item()
    assert told.startswith(silence) or told == here
    assert {silence, here} <= set(words(getattr(figure, drawing)))
    assert not squares(getattr(figure, drawing))
    assert not marks(getattr(figure, drawing)) or silence == "not seen"
    assert f"knee pain: {told}, " in figure.alt


def test_silences_are_the_four_of_the_report():
    assert {gate.code for gate in GATES} == set(SILENCES)
    assert {silence for silence, _ in SILENCES.values()} == {each.value for each in Silence}


def test_the_main_outcome_of_a_claim_comes_first():
    asked = claim()
    main, other = weigh(study("x", n=60)), weigh(study("y", n=60), of=outcome(id="sleep", name="bad sleep"))
    other = replace(other, claim=asked)
    article_ = ArticleAssessment(article(), table().collection, (ClaimAssessment(asked, (other, main)),))
    figure = draw_evidence_map(article_)
    assert list(figure.table["Outcome"]) == ["knee pain", "bad sleep"]
    left, right = fields(figure.svg)
    assert left.top == right.top
    assert left.right < right.left


def test_an_article_without_a_readable_claim_has_no_map():
    figure = draw_evidence_map(ArticleAssessment(article(), table().collection, ()))
    assert isinstance(figure, NotDrawn)
    assert figure.reason == "No claim of this article can be read, so there is nothing to map."


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_long_and_hostile_names_are_text_and_stay_in_their_fields(drawing):
    named = weigh(study("x", n=60), of=outcome(name=f"{HOSTILE} {'very long ' * 200}"))
    long = named.claim.model_copy(update={"heading": HOSTILE * 20})
    figure = drawn(replace(named, claim=long))
    svg = getattr(figure, drawing)
    assert "<script" not in svg
    assert float(re.search(r'height="([\d.]+)pt"', svg)[1]) < 200
    assert figure.table["Claim"].item() == HOSTILE * 20


def test_the_same_evidence_gives_the_same_bytes():
    first, second = drawn(VERY_LOW, GATED), drawn(VERY_LOW, GATED)
    assert (first.svg, first.narrow, first.alt) == (second.svg, second.narrow, second.alt)


@settings(max_examples=6, deadline=None)
@given(bodies(), OUTCOMES)
def test_any_evidence_can_be_mapped(studies, of):
    assessed = weigh(*studies, of=of)
    figure = drawn(assessed)
    looked_at, answering = (
        int(figure.table["Studies looked at"].item()),
        int(figure.table["Studies that answer"].item()),
    )
    assert looked_at == len(assessed.studies)
    assert answering <= looked_at
    graded = assessed.certainty is not None
    assert len(squares(figure.svg)) == (4 if graded else 0)
