"""Groups of studies pooled apart and compared."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.meta_analysis import combine_effects

from claimbook.synthesis.pool.effects import subgroups
from tests.statistics.reference import BCG_RR

STUDIES = st.lists(st.tuples(st.floats(-3, 3), st.floats(0.001, 2)), min_size=3, max_size=12)
METHODS = st.sampled_from(["fixed", "DL", "PM", "REML", "ML"])
ALLOCATION = [*["random"] * 4, *["other"] * 2, *["random"] * 3, *["other"] * 4]


# BCG by allocation (values computed, not seen printed). Two groups: Q between is the squared z of their difference.
def test_two_groups():
    found = subgroups(*BCG_RR, ALLOCATION)
    first, second = (group.pooled for group in found.groups)
    assert [(g.label, g.pooled.k) for g in found.groups] == [("random", 7), ("other", 6)]
    assert (first.estimate, first.se) == pytest.approx((-0.97096, 0.27596), abs=1e-5)
    assert (second.estimate, second.se) == pytest.approx((-0.48127, 0.21699), abs=1e-5)
    z = (first.estimate - second.estimate) / math.hypot(first.se, second.se)
    assert (found.q_between, found.df) == (pytest.approx(z**2), 1)
    assert found.p == pytest.approx(math.erfc(abs(z) / math.sqrt(2)))


# With fixed effects, Q between is Q of all studies minus Q within groups; statsmodels gives the parts.
@pytest.mark.parametrize("labels", [ALLOCATION, list("aabbccddeefff"), [*"a" * 12, "b"]])
def test_q_between_against_statsmodels(labels):
    y, v = map(np.array, BCG_RR)
    members = [np.array(labels) == label for label in dict.fromkeys(labels)]
    within = sum(combine_effects(y[m], v[m]).q for m in members if m.sum() > 1)
    found = subgroups(y, v, labels, method="fixed")
    assert found.q_between == pytest.approx(combine_effects(y, v).q - within)
    assert found.df == len(members) - 1
    assert found.i2_between == pytest.approx(100 * max(0, 1 - found.df / found.q_between))


# A group of one study is that study; alike groups do not differ.
def test_a_group_of_one_study():
    found = subgroups([0.5, 0.5, 0.5], [0.1, 0.2, 0.04], ["a", "a", "b"])
    alone = found.groups[1].pooled
    assert (alone.method, alone.estimate, alone.se) == ("single study", 0.5, pytest.approx(0.2))
    assert (found.q_between, found.p, found.i2_between) == (pytest.approx(0, abs=1e-12), pytest.approx(1), 0)


# Names of groups, and which is first, are of no matter; the interval that is shown does not change the test.
@given(STUDIES, METHODS, st.sampled_from(["z", "hksj", "modified-hksj"]))
def test_order_of_subgroups(rows, method, shown):
    labels = ["even" if i % 2 else "odd" for i in range(len(rows))]
    y, v = zip(*rows, strict=True)
    found = subgroups(y, v, labels, method=method, interval=shown)
    turned = subgroups(y[::-1], v[::-1], labels[::-1], method=method)
    assert found.q_between == pytest.approx(turned.q_between, rel=1e-4, abs=1e-6)
    assert 0 < found.p <= 1


@pytest.mark.parametrize(
    ("labels", "words"),
    [(["a", "a", "a"], "at least two groups"), (["a", "b"], "3 effects and 2 labels")],
)
def test_groups_that_cannot_be_compared(labels, words):
    with pytest.raises(ValueError, match=words):
        subgroups([1, 2, 3], [1, 1, 1], labels)
