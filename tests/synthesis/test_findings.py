"""A summary of findings (grading specification 8; Cochrane Handbook, chapter 14)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.assessment import ClaimAssessment
from claimbook.model.terms import Certainty, Direction
from claimbook.synthesis.details.findings import Risk, finding_row, summary_of_findings
from tests.synthesis.factory import SAFE, claim, interval, match, outcome, review, study, weigh

EVENT = outcome(kind="event", name="stroke")
RR = interval("RR", 0.75, 0.6, 0.9)
AT_A_FIFTH = {"control_risk": 0.2}


def row(*studies, of=None):
    return finding_row(weigh(*studies, of=of))


def numbered(found):
    """Footnotes as a reader counts them: numbers, step and rules."""
    return [(note.numbers, note.step, [ruling.rule for ruling in note.rulings]) for note in found.footnotes]


# Absolute risks


def test_a_ratio_and_a_control_risk_give_a_risk_of_a_thousand():
    # protects: 1000 x 0.2 x 0.75, and the same for both ends
    found = row(study("a", effect=RR, n=900, finding=AT_A_FIFTH), of=EVENT)
    assert found.control_risk == Risk(200)
    assert found.control_risks == 1
    assert found.risk.value == pytest.approx(150)
    assert found.risk.interval == pytest.approx((120, 180))


def test_without_a_control_risk_no_absolute_risk_is_made_up():
    # protects: the control risk that the target size assumes is never shown as a risk (never 24)
    found = row(study("a", effect=RR, n=900), of=EVENT)
    assert (found.control_risk, found.risk, found.control_risks) == (None, None, 0)
    assert (found.size.name, found.size.value) == ("RR", 0.75)


@pytest.mark.parametrize("effect", [None, interval("SMD", -0.5, -0.8, -0.2), interval("HR", 0.75, 0.6, 0.9)])
def test_only_a_ratio_of_risks_becomes_a_risk(effect):
    # protects: a difference, a p value and a hazard without its course of time give no risk with the intervention
    found = row(study("a", effect=effect, p="<0.05", n=900, finding=AT_A_FIFTH), of=EVENT)
    assert (found.control_risk, found.risk) == (Risk(200), None)


def test_an_odds_ratio_is_not_read_as_a_risk_ratio():
    # protects: OR 2 at 20% is RR 1.67, so 333 of a thousand, not 400 (never 6)
    effect = interval("OR", 2.0, 1.5, 2.7)
    one = row(study("a", "against", effect=effect, n=900, finding=AT_A_FIFTH), of=EVENT)
    assert (one.size.name, one.risk.value) == ("RR", pytest.approx(1000 / 3))
    pooled = [study(f"s{i}", "against", effect=effect, n=900) for i in range(3)]
    risk_only = study("r", "no difference", n=100, p=">0.05", finding=AT_A_FIFTH)
    several = row(*pooled, risk_only, of=EVENT)
    assert (several.size.name, several.risk.value) == ("OR", pytest.approx(1000 / 3))


def test_several_control_risks_are_said_to_be_several():
    # protects: a median is shown with the number of abstracts behind it
    risks = (0.1, 0.2, 0.4)
    trials = [study(f"s{i}", effect=RR, n=900, finding={"control_risk": risk}) for i, risk in enumerate(risks)]
    found = row(*trials, of=EVENT)
    assert (found.control_risk, found.control_risks) == (Risk(200), 3)


@given(st.floats(0.05, 20), st.floats(0.01, 0.99))
def test_no_risk_is_more_than_everybody(ratio, control_risk):
    # protects: of a thousand people never more than a thousand
    effect = interval("RR", ratio, ratio / 1.5, ratio * 1.5)
    found = row(study("a", "no difference", effect=effect, n=900, finding={"control_risk": control_risk}), of=EVENT)
    low, high = found.risk.interval
    assert 0 <= low <= found.risk.value <= high <= 1000 + 1e-9


# The effect and its sign


@pytest.mark.parametrize(
    ("better_if", "value", "toward", "better"),
    [
        ("lower", -0.5, True, "lower"),
        ("lower", 0.5, False, "lower"),
        ("higher", 0.5, True, "higher"),
        ("higher", -0.5, False, "higher"),
    ],
)
def test_the_printed_sign_is_kept_and_explained(better_if, value, toward, better):
    # protects: no sign without its polarity (never 7)
    effect = interval("SMD", value, value - 0.3, value + 0.3)
    size = row(study("a", "no difference", effect=effect, better_if=better_if, n=90)).size
    assert (size.value, size.toward_claim, size.better, size.turned) == (value, toward, Direction(better), False)


def test_of_a_harm_the_worse_side_is_the_claimed_one():
    # protects: "raises pain" points above zero, where higher is worse
    size = row(study("a", "against", effect=interval("SMD", 0.5, 0.2, 0.8), n=90), of=outcome(direction="higher")).size
    assert (size.toward_claim, size.better) == (True, Direction.LOWER)


def test_a_pool_says_that_its_signs_were_turned():
    # protects: a positive pool of trials that all printed a negative number
    effect = interval("SMD", -0.5, -0.8, -0.2)
    size = row(*[study(f"s{i}", effect=effect, n=90) for i in range(3)]).size
    assert (size.value, size.toward_claim, size.better, size.turned) == (pytest.approx(0.5), True, "higher", True)


def test_a_mean_difference_names_its_instrument():
    # protects: points of which scale
    size = row(study("a", effect=interval("MD", -5, -8, -2), instrument="VAS", n=90)).size
    assert (size.name, size.instrument) == ("MD", "VAS")


def test_without_a_size_there_is_none():
    # protects: a p value shows no size
    assert row(study("a", p="0.01", n=90)).size is None


# Certainty


def test_every_level_down_has_a_number_and_its_rule():
    # protects: as many numbers as levels, a domain of two levels has two (specification 8)
    found = row(study("a", p="0.01", n=60, matched=match(partial="P")))
    assert numbered(found) == [
        ((1,), "risk of bias", ["ROB-BODY-1"]),
        ((2,), "inconsistency", ["INCONS-SINGLE-1"]),
        ((3,), "indirectness", ["INDIRECT-1"]),
        ((4, 5), "imprecision", ["IMPRECISION-TARGET-CONT", "IMPRECISION-SIZE-2"]),
    ]
    assert (found.start, found.found.certainty, found.marks) == (Certainty.HIGH, Certainty.VERY_LOW, (1, 2, 3, 4, 5))


def test_a_cap_has_a_number_where_it_held():
    # protects: certainty that stops at moderate says why
    effect = interval("SMD", -0.5, -0.6, -0.4)
    found = row(*[study(f"s{i}", effect=effect, n=200, bias=SAFE) for i in range(3)])
    assert numbered(found) == [((1,), "cap", ["CAP-ABSTRACT"])]
    assert found.footnotes[0].kind == "cap"


def test_a_quoted_certainty_starts_where_the_authors_put_it():
    # protects: levels that were not applied get no footnote (QUOTED-CERT)
    effect = interval("SMD", -0.5, -0.9, -0.1)
    found = row(review("r", effect=effect, certainty="moderate", matched=match(partial="P")))
    assert (found.start, found.found.certainty) == (Certainty.MODERATE, Certainty.LOW)
    assert numbered(found) == [((1,), "indirectness", ["INDIRECT-1"])]


def test_rating_up_has_its_numbers():
    # protects: a certainty above its start is explained too
    effect = interval("RR", 0.3, 0.25, 0.36)
    adjusted = {"confounders_adjusted": "yes", "control_group": "yes"}
    cohorts = [study(f"s{i}", effect=effect, n=9000, design="cohort", bias=adjusted) for i in range(3)]
    found = row(*cohorts, of=EVENT)
    assert [(note.kind, note.numbers) for note in found.footnotes] == [("up", (1,))]
    assert (found.start, found.found.certainty) == (Certainty.LOW, Certainty.MODERATE)


JUDGEMENT = {
    "domain": "risk of bias",
    "stream": "RCT",
    "by": "Ada Alto",
    "date": "2026-01-31",
    "why": "Both arms were measured by a machine",
}


@pytest.mark.parametrize(("levels", "expected"), [(0, []), (2, ["OVERRIDE"])])
def test_what_a_person_judged_stands_in_place_of_the_rule(levels, expected):
    # protects: the footnote names the person's levels; its reason names those of the rule
    of = outcome(judgements=[{**JUDGEMENT, "levels": levels}])
    notes = [note for note in row(study("a", p="0.01", n=60), of=of).footnotes if note.step == "risk of bias"]
    assert [ruling.rule for note in notes for ruling in note.rulings] == expected
    assert all("the rules give 1" in note.rulings[0].reason for note in notes)


# The table


def test_behind_a_gate_everything_is_unknown():
    # protects: nothing is graded, and nothing is shown as if it were
    found = row(study("a", matched=match(answers="different")))
    assert (found.start, found.control_risk, found.risk, found.size, found.footnotes) == (None, None, None, None, ())


def test_numbers_run_on_through_the_table_and_the_main_outcome_is_first():
    # protects: no number stands for two reasons
    about = claim()
    trials = [study("a", p="0.01", n=60)]
    second = weigh(*[study("a", p="0.01", n=60, finding={"outcome": "sleep"})], of=outcome(id="sleep"))
    rows = summary_of_findings(ClaimAssessment(about, (second, weigh(*trials, about=about))))
    assert [each.found.outcome.id for each in rows] == ["pain", "sleep"]
    marks = [mark for each in rows for mark in each.marks]
    assert marks == list(range(1, len(marks) + 1))
    assert len(rows[0].marks) == sum(domain.levels for domain in rows[0].found.anchored.grade.domains)
