import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.api import WLS, add_constant

from claimbook.synthesis.pool.effects import pool
from claimbook.synthesis.pool.small_study import begg_test, egger_test, mixed_egger_test, size_test, trim_and_fill
from tests.statistics.reference import (
    BCG_OR,
    BCG_RR,
    COMPUTED,
    MAGNESIUM,
    MAGNESIUM_N,
    PASSIVE_SMOKING,
    WITHOUT_ISIS_4,
    Checks,
    assert_published,
)


def filled(method):
    found = trim_and_fill(*BCG_RR, method=method)
    assert found.side == "right"
    return [found.k0, found.pooled.estimate, *found.pooled.interval], found.pooled


CHECKS: Checks = {
    ("bcg log RR", "trim-and-fill, fixed, L0: missing on the right, mu, CI, Q (df 16)"): lambda: [
        *filled("fixed")[0],
        filled("fixed")[1].cochran_q,
    ],
    ("bcg log RR", "trim-and-fill, REML, L0: missing on the right, mu, CI, tau2, Q (df 13)"): lambda: [
        *filled("REML")[0],
        filled("REML")[1].tau2,
        filled("REML")[1].cochran_q,
    ],
    ("magnesium", "all 16: regression test, mixed-effects REML, predictor se: z"): lambda: [
        mixed_egger_test(*MAGNESIUM).statistic
    ],
    ("magnesium", "all 16: weighted regression, predictor 1/sqrt(N): t"): lambda: [
        size_test(*MAGNESIUM, MAGNESIUM_N).statistic
    ],
    ("magnesium", "all 16: Begg rank test tau, p"): lambda: [begg_test(*MAGNESIUM).tau, begg_test(*MAGNESIUM).p],
    ("magnesium", "without ISIS-4: Egger weighted regression t, df, p, limit estimate"): lambda: [
        egger_test(*WITHOUT_ISIS_4).statistic,
        egger_test(*WITHOUT_ISIS_4).df,
        egger_test(*WITHOUT_ISIS_4).p,
        egger_test(*WITHOUT_ISIS_4).limit,
    ],
    ("magnesium", "without ISIS-4: mixed-effects REML z, p"): lambda: [
        mixed_egger_test(*WITHOUT_ISIS_4).statistic,
        mixed_egger_test(*WITHOUT_ISIS_4).p,
    ],
}


@pytest.mark.parametrize("key", CHECKS, ids=str)
def test_published_value(key):
    assert_published(CHECKS, key)


@pytest.mark.parametrize(("data", "name"), [(BCG_RR, "bcg_logRR"), (BCG_OR, "bcg_logOR")])
def test_second_implementation(data, name):
    expected, found = COMPUTED[name]["egger_lm"], egger_test(*data)
    assert [found.slope, found.se, found.statistic, found.df, found.p, found.limit] == pytest.approx(
        [expected[key] for key in ("intercept", "se", "t", "df", "p", "limit")], abs=1e-6
    )
    for method, key in (("REML", "trimfill_REML"), ("fixed", "trimfill_FE")):
        expected, found = COMPUTED[name][key], trim_and_fill(*data, method=method)
        assert (found.side, found.k0) == (expected["side"], expected["k0"])
        assert [found.pooled.estimate, *found.pooled.interval] == pytest.approx(
            [expected["mu"], *expected["ci"]], abs=1e-5
        )
        assert found.pooled.cochran_q == pytest.approx(expected.get("Q", found.pooled.cochran_q), abs=1e-5)


def test_magnesium_and_passive_smoking():
    assert egger_test(*MAGNESIUM).statistic == pytest.approx(-5.7846, abs=5e-5)
    smoking = egger_test(*PASSIVE_SMOKING)
    assert [smoking.slope, smoking.statistic, smoking.p] == pytest.approx([0.9019, 2.3824, 0.0228], abs=5e-5)
    corrected = trim_and_fill(*PASSIVE_SMOKING)
    assert (corrected.side, corrected.k0) == ("left", 7)
    assert math.exp(corrected.pooled.estimate) == pytest.approx(1.1906, abs=5e-5)


# Egger's slope is the intercept of the older form, y/se on 1/se; an ordinary regression program finds the same.
def test_statsmodels_agrees():
    y, v = map(np.array, PASSIVE_SMOKING)
    other = WLS(y, add_constant(np.sqrt(v)), 1 / v).fit()
    found = egger_test(y, v)
    assert [found.limit, found.slope] == pytest.approx(other.params)
    assert [found.se, found.statistic, found.p] == pytest.approx([other.bse[1], other.tvalues[1], other.pvalues[1]])


ASYMMETRIC = ([0.1, 0.2, 0.25, 0.5, 0.7, 1.1, 1.4], [0.01, 0.02, 0.03, 0.06, 0.1, 0.2, 0.4])


# Filled studies are mirror images of the outermost ones, and pull the estimate back.
def test_filled_studies_are_mirrored():
    found = trim_and_fill(*ASYMMETRIC)
    assert (found.side, found.k0) == ("left", 3)
    assert found.filled_variances == (0.1, 0.2, 0.4)
    centres = [(mirror + y) / 2 for mirror, y in zip(found.filled_effects, ASYMMETRIC[0][-3:], strict=True)]
    assert centres == pytest.approx([centres[0]] * 3)
    assert found.pooled.k == 10
    assert found.pooled.estimate < pool(*ASYMMETRIC).estimate


# Without any scatter there is nothing to be asymmetric: rounding errors must not become a finding.
def test_equal_effects():
    y, v = [0.3] * 5, [0.01, 0.02, 0.05, 0.1, 0.2]
    assert egger_test(y, v).p > 0.99
    assert egger_test([0.0] * 5, v).p == 1
    assert (begg_test(y, v).tau, begg_test(y, v).p) == (0, 1)
    assert trim_and_fill(y, v).k0 == 0


@pytest.mark.parametrize("test", [egger_test, mixed_egger_test, begg_test, trim_and_fill])
@pytest.mark.parametrize(
    ("y", "v"),
    [
        ([0.1, 0.2, 0.4], [0.01, 0.04, 0.16]),
        ([0.1, 0.2, 0.3], [1e-20, 1.0, 2.0]),
        ([1.0, 2.0, 3.0, 4.0], [1.0, 4.0, 9.0, 16.0]),
    ],
)
def test_few_studies_and_extreme_input_stay_finite(test, y, v):
    found = test(y, v)
    values = [found.pooled.estimate] if test is trim_and_fill else [found.p]
    assert np.isfinite(values).all()


@pytest.mark.parametrize("test", [egger_test, mixed_egger_test, begg_test, trim_and_fill])
@pytest.mark.parametrize(
    ("y", "v", "words"),
    [
        ([0.1, 0.2], [0.1, 0.2], "at least 3 studies, not 2"),
        ([0.1, 0.2, 0.3], [0.1, 0.1, 0.1], "no funnel"),
        ([0.1, 0.2, 0.3], [0.1, 0.2, -0.1], "positive number"),
    ],
)
def test_wrong_input_is_named_in_one_sentence(test, y, v, words):
    with pytest.raises(ValueError, match=words):
        test(y, v)


@pytest.mark.parametrize("participants", [[10, 20], [10, 20, 0], [10, 20, math.nan]])
def test_participants_must_be_known(participants):
    with pytest.raises(ValueError, match="number of participants"):
        size_test([0.1, 0.2, 0.3], [0.1, 0.2, 0.3], participants)


STUDIES = st.lists(
    st.tuples(st.floats(-2, 2), st.floats(0.01, 1)), min_size=4, max_size=12, unique_by=lambda row: row[1]
)


def columns(rows):
    return np.array([y for y, _ in rows]), np.array([v for _, v in rows])


# Order, unit and direction of the effects do not change what a test finds.
@given(STUDIES, st.randoms(), st.sampled_from([0.01, 100.0]))
def test_order_unit_and_direction(rows, random, unit):
    (y, v), shuffled = columns(rows), columns(random.sample(rows, len(rows)))
    for test in (egger_test, begg_test):
        p = test(y, v).p
        assert test(*shuffled).p == pytest.approx(p, rel=1e-4, abs=1e-9)
        assert test(y * unit, v * unit**2).p == pytest.approx(p, rel=1e-4, abs=1e-9)
        assert test(-y, v).p == pytest.approx(p, rel=1e-4, abs=1e-9)


@given(STUDIES, st.randoms())
def test_trim_and_fill_in_any_order_and_direction(rows, random):
    (y, v), shuffled = columns(rows), columns(random.sample(rows, len(rows)))
    found, again, mirrored = (trim_and_fill(*data, method="fixed") for data in ((y, v), shuffled, (-y, v)))
    assert (again.side, again.k0) == (found.side, found.k0)
    assert again.pooled.estimate == pytest.approx(found.pooled.estimate, abs=1e-9)
    assert mirrored.k0 == found.k0 or egger_test(y, v).slope == 0
    assert 0 <= found.k0 < len(rows)
