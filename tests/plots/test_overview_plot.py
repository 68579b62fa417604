"""The overview of an article: each mark stands at its certainty, and what was not graded stands apart."""

import re
from dataclasses import replace

import pytest

from claimbook.model.assessment import ArticleAssessment, ClaimAssessment, Ruling
from claimbook.model.terms import State
from claimbook.plots.overview import STATE_WORDS, draw_overview
from claimbook.plots.style import STATE_MARKS
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.grade.verdict import GATES
from tests.plots.marks import marks, vertical_lines, words
from tests.report.demo import HOSTILE, STUDIES, article, table
from tests.synthesis.factory import SAFE, claim, interval, match, outcome, review, study, weigh

LANES = ["not graded", "very low", "low", "moderate", "high"]
"""From left to right."""


def overview(*assessed, **changes):
    """The figure of these outcomes, each of a claim of its own."""
    claims = tuple(ClaimAssessment(each.claim, (each,)) for each in assessed)
    return draw_overview(ArticleAssessment(article(**changes), table().collection, claims))


VERY_LOW = weigh(*STUDIES)
MODERATE = weigh(
    *(study(f"s{number}", "favours", n=300, p="<0.001", bias=SAFE, harms="none") for number in range(4)),
    review(
        "opera", certainty="moderate", effect=interval("SMD", -0.6, -0.9, -0.3), participants=900, included_trials=9
    ),
)
GATED = weigh(study("x", matched=match(answers="different")))
AGAINST = weigh(*(study(f"s{number}", "against", n=200, p="<0.001", bias=SAFE) for number in range(3)))


@pytest.mark.parametrize("drawing", ["svg", "narrow"])
def test_every_mark_stands_at_the_certainty_of_its_table_row(drawing):
    figure = overview(VERY_LOW, MODERATE, GATED, AGAINST)
    svg = getattr(figure, drawing)
    lanes = dict(zip(LANES, vertical_lines(svg), strict=True))
    assert [mark.x for mark in marks(svg)] == [lanes[level] for level in figure.table["Certainty"]]
    assert len(set(figure.table["Certainty"])) >= 3


def test_colours_are_those_of_the_direction():
    figure = overview(VERY_LOW, MODERATE, AGAINST)
    of_words = {words_: STATE_MARKS[state][0] for state, words_ in STATE_WORDS.items()}
    assert [mark.colour for mark in marks(figure.svg)] == [of_words[told] for told in figure.table["Direction"]]


def test_what_was_not_graded_is_hollow_and_stands_apart():
    figure = overview(VERY_LOW, GATED)
    graded, gated = marks(figure.svg)
    assert (graded.filled, gated.filled) == (True, False)
    assert gated.x == min(vertical_lines(figure.svg))
    assert figure.table.iloc[1].tolist()[2:] == ["not graded", "not graded", "no direct study"]


def test_every_state_has_words_and_a_mark():
    assert set(STATE_WORDS) == set(STATE_MARKS) == set(State)
    assert len(set(STATE_WORDS.values())) == len(State)


@pytest.mark.parametrize("gate", GATES, ids=lambda gate: gate.code)
def test_each_gate_says_how_much_there_is_in_its_own_words(gate):
    # protects: 'search failed', 'nobody has looked' and 'no direct study' are different silences
    closed = {
        "CLAIM_NOT_CHECKABLE": "nothing counted",
        "SEARCH_FAILED": "search failed",
        "NOTHING_LOOKED_AT": "nobody has looked",
        "ONLY_RETRACTED": "retracted studies only",
        "SEARCH_TRUNCATED": "not all looked at",
        "NOT_DIRECT": "no direct study",
        "RESULT_NOT_ENTERED": "not entered",
        "NO_USABLE_RESULT": "no usable result",
    }
    stopped = _behind(gate)
    figure = overview(stopped)
    assert list(figure.table["Amount"]) == [closed[gate.code]]
    assert closed[gate.code] in words(figure.svg)
    assert f"knee pain: not graded, {closed[gate.code]}." in figure.alt


def _behind(gate):
    """An outcome that this gate stopped."""
    return replace(GATED, gate=Ruling(gate.code, f"GATE-{gate.code}", gate.reason), advice=gate.advice)


@pytest.mark.parametrize(
    ("studies", "amount"),
    [
        ((study("aria", n=60),), "1 study, n 60"),
        ((study("aria"),), "1 study, n not seen"),
        ((study("aria", n=1200), study("bass", n=34)), "2 studies, n 1,234"),
        ((review("opera", included_trials=9, participants=900),), "9 studies, n 900"),
        ((review("opera", included_trials=1, participants=90),), "1 study, n 90"),
    ],
)
def test_the_amount_is_the_body_that_gives_the_verdict(studies, amount):
    figure = overview(weigh(*studies))
    assert list(figure.table["Amount"]) == [amount]
    assert amount in words(figure.svg)


def test_every_number_of_the_table_is_in_the_alternative_text():
    figure = overview(VERY_LOW, MODERATE, GATED)
    for row in figure.table.itertuples(index=False):
        certainty = "" if row[3] == "not graded" else f", certainty {row[3]}"
        assert f"{row[1]}: {row[2]}{certainty}, {row[4]}" in figure.alt


@pytest.mark.parametrize(
    ("assessed", "words_"),
    [
        ((VERY_LOW,), "Overview of 1 outcome of 1 claim of “Hum yourself well”: "),
        ((VERY_LOW, GATED), "Overview of 2 outcomes of 2 claims of “Hum yourself well”: "),
    ],
)
def test_one_claim_is_not_several(assessed, words_):
    assert overview(*assessed).alt.startswith(words_)


def test_claims_and_outcomes_keep_the_order_of_the_article():
    both = claim(outcome(id="sleep", name="bad sleep")).model_copy(update={"outcomes": (outcome(), _sleep())})
    assessed = ArticleAssessment(article(), table().collection, (assess_claim(both, table(*STUDIES)),))
    figure = draw_overview(assessed)
    assert list(figure.table["Outcome"]) == ["knee pain", "bad sleep"]
    written = words(figure.svg)
    assert written.index("“Humming helps”") < written.index("knee pain") < written.index("bad sleep")


def _sleep():
    return outcome(id="sleep", name="bad sleep")


def test_a_mark_grows_with_the_people_behind_it():
    few, many = (marks(overview(weigh(study("aria", n=n))).svg)[0] for n in (40, 400))
    assert many.width > few.width


def test_the_three_are_never_added_up():
    # protects: promise 6, never a dial
    figure = overview(VERY_LOW, MODERATE)
    assert "never added up to one number" in figure.note
    assert not [column for column in figure.table.columns if re.search("score|total|points|rating", column.lower())]


def test_the_same_article_gives_the_same_bytes():
    first, second = overview(VERY_LOW, GATED), overview(VERY_LOW, GATED)
    assert (first.svg, first.narrow, first.alt) == (second.svg, second.narrow, second.alt)


def test_a_hostile_heading_is_drawn_as_it_is():
    hostile = claim(outcome(name="$pain$ <b>")).model_copy(update={"heading": HOSTILE})
    figure = overview(weigh(about=hostile), title=HOSTILE)
    assert list(figure.table["Claim"]) == [HOSTILE]
    assert "<script" not in figure.svg
    assert len(marks(figure.svg)) == 1
