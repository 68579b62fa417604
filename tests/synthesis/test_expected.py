"""What review authors would probably grade, step by step. Every study is invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.terms import Certainty, State, Stream
from claimbook.synthesis.provisional.expected import STEPS, expected_of
from tests.synthesis.factory import interval, review, study, weigh

BLIND = {"randomised": "yes", "blinding": "double"}
OPEN = {"randomised": "yes", "blinding": "none"}


def expected(*studies):
    return expected_of(weigh(*studies).studies)


def levels(found):
    return tuple(step.value for step in found.steps)


def test_nothing_told_is_nothing_expected():
    # no certainty of no evidence
    assert expected(study("silent", None, n=500)) is None


@pytest.mark.parametrize(
    ("one", "steps", "certainty"),
    [
        ({"bias": BLIND, "n": 900}, (4, 0, 0), Certainty.HIGH),
        ({"bias": OPEN, "n": 900}, (4, -1, 0), Certainty.MODERATE),
        ({"bias": OPEN, "n": 399}, (4, -1, -1), Certainty.LOW),
        ({"bias": OPEN, "n": 99}, (4, -1, -2), Certainty.VERY_LOW),
        ({"bias": BLIND, "n": 900, "says": "no difference"}, (4, 0, -1), Certainty.MODERATE),
        ({"bias": BLIND, "n": 399, "says": "no difference"}, (4, 0, -2), Certainty.LOW),
        ({"bias": BLIND, "n": 2000, "says": "no difference"}, (4, 0, 0), Certainty.HIGH),
        ({"design": "cohort", "n": 5000}, (2, -1, 0), Certainty.VERY_LOW),
        ({"design": "case-series", "n": 5000}, (1, -1, 0), Certainty.VERY_LOW),
    ],
)
def test_each_step(one, steps, certainty):
    found = expected(study("one", **one))
    assert (levels(found), found.certainty) == (steps, certainty)


def test_every_step_can_be_looked_up():
    # no level without a reason that stands in the table
    found = expected(study("one", n=900))
    assert {found.state.rule, *(step.rule for step in found.steps)} == set(STEPS)
    assert all(step.reason for step in found.steps)


def test_a_placebo_blinds_unless_the_trial_is_open():
    # abstracts of drug trials often say 'placebo' and nothing of blinding
    assert levels(expected(study("one", n=900, comparator="placebo")))[1] == 0
    assert levels(expected(study("one", n=900, arms=[{"name": "sham humming"}])))[1] == 0
    assert levels(expected(study("one", n=900, comparator="placebo", bias=OPEN)))[1] == -1


def test_no_opinion_moves_an_objective_outcome():
    objective = {"objective": {"code": "direct", "why": "dead or alive"}}
    assert levels(expected(study("one", n=900, bias=OPEN, finding=objective)))[1] == 0


def test_silent_abstracts_bring_their_people():
    # what an abstract leaves out often stands in the paper
    found = expected(study("tells", n=150, bias=BLIND), study("silent", None, n=300, bias=BLIND))
    assert (found.people, levels(found)) == (450, (4, 0, 0))


def test_nobody_counts_twice():
    # the review speaks for its trial
    found = expected(
        review("pooled", participants=700, included_trials=4, last_search="2021-01"),
        study("trial", n=200, year=2019),
    )
    assert found.people == 700
    same = (study("first", n=200, trial="hum", trial_why="same"), study("again", n=200, trial="hum", trial_why="same"))
    assert expected(*same).people == 200


def test_an_unknown_size_is_that_of_the_median_trial():
    assert expected(study("one")).people == 66


def test_a_narrow_ratio_tells_a_large_study():
    # its size is not printed, its interval is
    one = study("one", effect=interval("RR", 0.8, 0.68, 0.94))
    assert expected(one).people > 400


def test_streams_are_expected_apart():
    found = expected(study("trial", n=80), study("cohort", "against", n=9000, design="cohort"))
    assert (found.stream, found.people, found.state.value) == (Stream.RCT, 80, State.FAVOURS)


def test_small_trials_that_lean_one_way_show_an_effect_together():
    # none of them does alone, as in any meta-analysis
    leaning = [study(f"t{n}", n=100, effect=interval("RR", 0.8, 0.61, 1.05)) for n in range(4)]
    assert expected(leaning[0]).state.value is State.INCONCLUSIVE
    assert expected(*leaning).state.value is State.FAVOURS


def test_a_large_trial_without_an_effect_outweighs_a_small_one_with():
    found = expected(study("small", n=60, p="0.03"), study("large", "no difference", n=900))
    assert found.state.value is State.INCONCLUSIVE


def test_an_interval_that_includes_no_effect_shows_none():
    # printed a little askew, so that its middle would be significant
    found = expected(study("one", n=500, effect=interval("RR", 0.93, 0.9, 1.01)))
    assert found.state.value is State.INCONCLUSIVE


@given(st.integers(2, 5000))
def test_a_p_of_just_five_hundredths_counts_at_every_size(n):
    # no rounding of weights decides; an interval that includes no effect stays on the other side
    assert expected(study("one", n=n, p="0.05")).state.value is State.FAVOURS
    askew = study("one", n=n, effect=interval("RR", 0.93, 0.9, 1.01))
    assert expected(askew).state.value is State.INCONCLUSIVE


SAYS = st.sampled_from(["favours", "against", "no difference"])
P = st.sampled_from([None, "0.001", "<0.05", "0.2", ">0.05"])
ROWS = st.lists(st.tuples(SAYS, st.integers(2, 5000), P), min_size=1, max_size=5)
TURNED = {"favours": "against", "against": "favours", "no difference": "no difference"}


@given(ROWS)
def test_turned_results_turn_the_state_and_leave_the_certainty(rows):
    # the side is no reason to trust evidence more
    found = expected(*(study(f"s{i}", says, n=n, p=p) for i, (says, n, p) in enumerate(rows)))
    turned = expected(*(study(f"s{i}", TURNED[says], n=n, p=p) for i, (says, n, p) in enumerate(rows)))
    assert (found.z, found.certainty) == (pytest.approx(-turned.z), turned.certainty)


@given(SAYS, st.integers(2, 3000), st.integers(0, 3000))
def test_more_people_never_lower_it(says, n, more):
    assert expected(study("one", says, n=n + more)).certainty >= expected(study("one", says, n=n)).certainty
