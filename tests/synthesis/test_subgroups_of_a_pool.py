"""Groups of pooled studies by coded facts: which are made, how each is pooled, and what is left out."""

import math

import pytest
from scipy import stats

from claimbook.synthesis.details.pool import pool_details
from claimbook.synthesis.details.subgroups import FACTS, comparisons
from claimbook.synthesis.pool.effects import pool
from claimbook.synthesis.thresholds import DEFAULT
from tests.synthesis.factory import SAFE, interval, match, only, study, weigh

EFFECTS = (-0.9, -0.8, -1.0, -0.1, -0.2, -0.3)
SE = 0.2


def smd(middle):
    return interval("SMD", middle, middle - 1.959964 * SE, middle + 1.959964 * SE, ci_level=0.95)


def ratio(log):
    return interval("RR", *(math.exp(log + step * 1.959964 * SE) for step in (0, -1, 1)), ci_level=0.95)


def trials(facts, effect=smd):
    """Six trials, one for each set of facts, with the effects above."""
    pairs = zip(EFFECTS, facts, strict=False)
    return [study(f"s{i}", n=60 + i, effect=effect(e), **more) for i, (e, more) in enumerate(pairs)]


def compared(facts, effect=smd):
    body = only(weigh(*trials(facts, effect)))
    return {each.fact: each for each in comparisons(pool_details(body.studies, DEFAULT))}


SICK, WELL = {"people": {"patients": True}}, {"people": {"patients": False}}


def test_every_fact_that_splits_the_studies_is_compared():
    # protects: a coded difference that nobody looks at
    safe = {"bias": SAFE}
    partly = {"matched": match(partial="P")}
    assert set(compared([safe, safe, safe, {}, {}, {}])) == {"risk of bias"}
    assert set(compared([SICK, SICK, SICK, WELL, WELL, WELL])) == {"people enrolled"}
    assert set(compared([{}, {}, {}, partly, partly, partly])) == {"match of the population"}
    assert set(FACTS) == {"design", "risk of bias", "people enrolled", "match of the population"}


def test_designs_are_compared_within_their_stream():
    crossed = {"design": "crossover", "bias": {"randomised": "yes"}}
    assert set(compared([{}, {}, crossed, crossed])) == {"design"}


def test_groups_are_pooled_apart_and_tested():
    # three and three: REML and modified HKSJ each; Q between is the squared z of the difference
    (found,) = compared([SICK, SICK, SICK, WELL, WELL, WELL]).values()
    halves = [pool([-e for e in EFFECTS[i : i + 3]], [SE**2] * 3) for i in (0, 3)]
    assert [group.label for group in found.groups] == ["patients", "not only patients"]
    for group, half in zip(found.groups, halves, strict=True):
        assert group.estimate == pytest.approx(half.estimate, rel=1e-4)
        assert group.interval == pytest.approx(half.interval, rel=1e-4)
    z = (halves[0].estimate - halves[1].estimate) / math.hypot(halves[0].se, halves[1].se)
    assert (found.q_between, found.df) == (pytest.approx(z**2, rel=1e-4), 1)
    assert found.p == pytest.approx(2 * stats.norm.sf(abs(z)), rel=1e-3)


def test_two_studies_are_never_pooled_with_random_effects():
    # statistics reference 0: k = 2 has the fixed-effect interval, in a group as anywhere
    (found,) = compared([SICK, SICK, WELL, WELL, WELL]).values()
    assert [group.method for group in found.groups] == ["fixed", "REML"]
    half = 1.959964 * SE / math.sqrt(2)
    assert found.groups[0].interval == pytest.approx((0.85 - half, 0.85 + half), rel=1e-3)


@pytest.mark.parametrize(
    "facts",
    [
        [SICK] * 4,
        [SICK, SICK, SICK, WELL],
        [SICK, SICK, {}, {}],
        [{}] * 4,
    ],
    ids=["one group", "a group of one", "the others unknown", "nothing known"],
)
def test_where_no_fact_makes_two_groups_none_are_compared(facts):
    # protects: a fact that was not seen is no group
    assert compared(facts) == {}


def test_what_is_left_out_is_named():
    (found,) = compared([SICK, SICK, WELL, WELL, {}]).values()
    assert found.left_out == ("s4",)
    assert [group.studies for group in found.groups] == [("s0", "s1"), ("s2", "s3")]


def test_ratios_are_shown_as_ratios():
    (found,) = compared([SICK, SICK, SICK, WELL, WELL, WELL], ratio).values()
    assert found.groups[0].estimate == pytest.approx(math.exp(-0.9), rel=1e-3)
    assert 0 < found.groups[0].interval[0] < found.groups[0].estimate < found.groups[0].interval[1]
