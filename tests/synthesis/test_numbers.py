"""Derived numbers of a body and the route to its result (grading specification 1.3 and 4.1)."""

import pytest

from claimbook.model.assessment import Measure, Route
from claimbook.synthesis.grade.numbers import share, weights
from tests.synthesis.factory import SAFE, interval, levels, match, only, outcome, review, rules, study, weigh

SMD = interval("SMD", -0.5, -0.8, -0.2)


def numbers(*studies, stream="RCT", of=None):
    return only(weigh(*studies, of=of), stream).numbers


def route(*studies, stream="RCT"):
    return only(weigh(*studies), stream).route.value


# Sizes and weights


@pytest.mark.parametrize(
    ("sizes", "total", "expected"),
    [
        ((40, 60, 100), 200, [40, 60, 100]),
        ((40, None, 100), 140, [40, 70, 100]),
        ((40, None, None, 60, 200), 300, [40, 60, 60, 60, 200]),
        ((None, None), None, [1, 1]),
        ((0, None), 0, [1, 1]),
    ],
    ids=["all known", "one unknown", "two unknown", "none known", "nobody"],
)
def test_unknown_sizes(sizes, total, expected):
    # protects: an unknown size adds nobody to N and weighs as the median, never more (never 24)
    body = only(weigh(*[study(f"s{i}", n=n) for i, n in enumerate(sizes)]))
    assert body.numbers.n_participants == total
    assert weights(body.studies) == expected


def test_shares_are_of_participants():
    # protects: one large study is not outvoted by two small ones
    body = only(weigh(study("a", n=300, bias=SAFE), study("b", n=50), study("c", n=50)))
    assert share(body.studies, lambda found: found.study.id == "a") == 0.75
    assert body.numbers.rob_low_share == 0.75


def test_shares_without_any_size_are_of_studies():
    # protects: equal weights where no size is known
    assert numbers(study("a", bias=SAFE), study("b"), study("c")).rob_low_share == pytest.approx(1 / 3)


def test_indirect_shares():
    # protects: 'partial' counts for each element, and for the comparator 'none' too
    found = numbers(
        study("a", n=60, matched=match(partial="PC")),
        study("b", n=30, matched=match(none="C", partial="O")),
        study("c", n=10, matched=match(partial="I")),
    ).indirect_shares
    assert found == pytest.approx({"P": 0.6, "I": 0.1, "C": 0.9, "O": 0.3})


@pytest.mark.parametrize(
    ("said", "expected"),
    [((None, None), None), (("yes", None), 0.75), (("not stated", None), 0), (("no", "yes"), 0.25)],
)
def test_adjusted_share(said, expected):
    # protects: adjustment that nobody mentions is not adjustment, and unknown everywhere is unknown
    bias = [{"confounders_adjusted": word} if word else None for word in said]
    cohorts = [study("a", design="cohort", n=75, bias=bias[0]), study("b", design="cohort", n=25, bias=bias[1])]
    assert numbers(*cohorts, stream="NRSI").adjusted_share == expected


@pytest.mark.parametrize(
    ("directions", "counts", "majority"),
    [
        (("favours", "favours", "against"), (2, 1), 2 / 3),
        (("against", "against", "no difference"), (0, 2), 1),
        (("no difference", "no difference"), (0, 0), None),
    ],
)
def test_directions(directions, counts, majority):
    # protects: the majority is of studies with a direction, and the others are counted beside it
    found = numbers(*[study(f"s{i}", each, n=50) for i, each in enumerate(directions)])
    assert (found.directions, found.majority_share) == (counts, pytest.approx(majority) if majority else None)
    assert found.without_direction == len(directions) - sum(counts)


@pytest.mark.parametrize(
    ("events", "expected"),
    [((20, 30), 50), ((20, None), None), ((None, None), None)],
)
def test_events_are_known_only_when_all_are(events, expected):
    # protects: a part of the events is never taken for all of them
    trials = [study(f"s{i}", finding={"events": n} if n else ()) for i, n in enumerate(events)]
    assert numbers(*trials).events == expected


@pytest.mark.parametrize(("sizes", "small"), [((99, 99), True), ((99, 100), False), ((99, None), True)])
def test_a_study_of_unknown_size_may_be_small(sizes, small):
    # protects: an unknown size never lifts the suspicion of small studies
    assert numbers(*[study(f"s{i}", n=n) for i, n in enumerate(sizes)]).all_small is small


@pytest.mark.parametrize(("second", "positive"), [("favours", True), ("no difference", False), ("against", False)])
def test_all_positive_means_every_study(second, positive):
    # protects: PUBBIAS-SMALLPOS-1 asks for all studies, not for those with a direction
    assert numbers(study("a", n=20), study("b", second, n=20)).all_positive is positive


# Routes


def test_route_review():
    # protects: a review brings its own estimate, size and I2; its words alone bring none
    facts = {"included_trials": 6, "participants": 500, "effect": SMD, "i2": 30}
    found = numbers(review("r", **facts), study("a", n=40))
    assert (found.k_usable, found.n_participants, found.i2, found.ci) == (6, 500, 30, (-0.8, -0.2))
    words = numbers(review("r", included_trials=6, participants=500))
    assert (words.measure, words.ci, words.i2, words.stouffer_p) == (Measure.P_ONLY, None, None, None)


def test_the_certainty_and_i2_of_another_outcome_are_not_used():
    # protects: what a review states for function is not read for pain
    found = numbers(review("r", certainty="high", i2=0, finding={"pooled_as": "function"}))
    assert (found.i2, found.quoted_certainty) == (None, None)


@pytest.mark.parametrize(
    ("facts", "rule", "measure"),
    [
        ({"effect": SMD, "p": "0.9"}, "STATE-CI-FAVOURS", Measure.SMD),
        ({"p": "0.02"}, "STATE-P", Measure.P_ONLY),
        ({"p": ">0.05"}, "STATE-DIR", Measure.P_ONLY),
        ({}, "STATE-DIR", Measure.P_ONLY),
        ({"effect": {"type": "MD", "estimate": -3.0}, "p": "0.02"}, "STATE-CI-FAVOURS", Measure.MD),
        ({"effect": {"type": "MD", "estimate": -3.0}, "p": ">0.05"}, "STATE-DIR", Measure.P_ONLY),
    ],
    ids=["interval before p", "p", "only a lower bound of p", "direction", "interval from p", "no interval from p"],
)
def test_route_single(facts, rule, measure):
    # protects: its interval, else its p, else its direction
    body = only(weigh(study("a", n=50, **facts)))
    assert (body.route.value, body.state.rule, body.numbers.measure) == (Route.SINGLE, rule, measure)


def test_route_pair_is_fixed_effect_of_exactly_two():
    # protects: random effects are never used for two studies
    two = [study("a", n=50, effect=SMD), study("b", n=60, effect=interval("SMD", -0.3, -0.6, 0.0))]
    found = numbers(*two)
    assert found.estimate == pytest.approx(0.4)  # equal variances; turned toward the claim
    assert (found.pooled, found.i2, found.pair_on_claim_side) == (False, None, (True, True))
    assert route(*two) is Route.PAIR
    assert route(*two, study("c", n=40)) is Route.P


@pytest.mark.parametrize(("turn", "state"), [(-1, "favours"), (1, "against")])
def test_a_pair_that_agrees_shows_its_effect(turn, state):
    # protects: two studies on one side, whose common interval lies there, show an effect
    two = [interval("SMD", turn * size, turn * size - 0.3, turn * size + 0.3) for size in (0.4, 0.6)]
    body = only(weigh(*[study(f"s{i}", "no difference", n=90, effect=effect) for i, effect in enumerate(two)]))
    assert (body.state.value.value, body.state.rule) == (state, f"STATE-CI-{state.upper()}")


def test_pair_needs_both_on_one_side():
    # protects: an interval that hides a disagreement shows nothing (4.2)
    large, small = interval("SMD", -0.9, -1.0, -0.8), interval("SMD", 0.2, -0.3, 0.7)
    body = only(weigh(study("a", n=900, effect=large), study("b", "against", n=60, effect=small)))
    assert (body.state.value.value, body.state.rule) == ("inconclusive", "STATE-CI-INCONCLUSIVE")
    assert body.numbers.ci[0] > 0


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [((50, 50, 50, 150), Route.POOL), ((50, 50, 50, 151), Route.P)],
    ids=["half of the participants", "less than half"],
)
def test_pooling_needs_half_of_the_participants(sizes, expected):
    # protects: a pool of a minority never speaks for the rest
    trials = [study(f"s{i}", n=n, effect=SMD) for i, n in enumerate(sizes[:3])]
    assert route(*trials, study("large", n=sizes[3], p="0.4")) is expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ([{"p": "0.01"}, {"p": "0.2"}, {}, {}], Route.P),
        ([{"p": "0.01"}, {}, {}], Route.DIR),
        ([{"p": "<0.05"}, {"p": ">0.05"}, {"p": ">0.05"}], Route.DIR),
        ([{"p": "0.01"}, {"says": "no difference", "p": "0.6"}, {"says": "no difference"}], Route.DIR),
        ([{"effect": SMD}, {"effect": interval("RR", 0.7, 0.5, 0.9)}, {}], Route.P),
        ([{"effect": {"type": "MD", "estimate": -2.0}}] * 3, Route.DIR),
    ],
    ids=[
        "half with p",
        "less than half",
        "lower bounds",
        "NS without direction",
        "an interval supplies p",
        "no interval",
    ],
)
def test_routes_without_a_pool(facts, expected):
    # protects: p values speak only for bodies in which half of the studies have one
    assert route(*[study(f"s{i}", n=50, **each) for i, each in enumerate(facts)]) is expected


def test_a_pool_is_random_effects():
    # protects: from three estimates on, heterogeneity is estimated and shown
    found = numbers(*[study(f"s{i}", n=50, effect=SMD) for i in range(3)])
    assert (found.pooled, found.i2, found.i2_tau2, found.tau2, found.prediction_interval) == (True, 0, 0, 0, None)
    assert numbers(*[study(f"s{i}", n=50, effect=SMD) for i in range(5)]).pi_includes_null is False


@pytest.mark.parametrize(
    ("funded", "rule"),
    [
        (("yes", "yes", "no"), "PUBBIAS-SMALLIND-1"),
        (("yes", "no", "not stated"), "PUBBIAS-0"),
        (("yes", "no"), "PUBBIAS-0"),
    ],
)
def test_industry_share_is_of_studies(funded, rule):
    # protects: more than half of the studies must say that industry paid
    trials = [study(f"s{i}", "no difference", n=50, bias={"industry_funded": said}) for i, said in enumerate(funded)]
    assert rule in rules(weigh(*trials))


def test_streams_are_never_pooled_together():
    # protects: two trials and a cohort are a pair and a single study
    trials = [study("a", n=50, effect=SMD), study("b", n=50, effect=SMD)]
    assessed = weigh(*trials, study("c", design="cohort", n=500, effect=SMD))
    assert [body.route.value for body in assessed.streams] == [Route.PAIR, Route.SINGLE]


def test_an_event_outcome_asks_for_the_size_of_events():
    # protects: a yes-or-no outcome told by a p value is not measured against 400 participants
    body = weigh(study("a", n=500, p="0.01"), of=outcome(kind="event"))
    assert "IMPRECISION-TARGET-DEFAULT" in rules(body)
    assert levels(body)[3] == 2


def test_the_control_risk_is_that_of_the_middle_study():
    # protects: one odd control group does not set the target
    risks = [0.1, 0.2, 0.6]
    trials = [study(f"s{i}", n=50, finding={"control_risk": risk}) for i, risk in enumerate(risks)]
    assert numbers(*trials).control_risk == 0.2
