import math
import warnings
from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.meta_analysis import combine_effects

from claimbook.synthesis.pool.effects import leave_one_out, pool, pool_many, prediction_interval, tau2_interval
from tests.statistics.reference import (
    BCG_OR,
    BCG_RR,
    CLASP,
    COLLINS,
    COMPUTED,
    EXERCISE,
    MAGNESIUM,
    NORMAND_MD,
    NORMAND_SMD,
    PASSIVE_SMOKING,
    RAUDENBUSH,
    WITHOUT_ISIS_4,
    Checks,
    assert_published,
)

with warnings.catch_warnings():
    warnings.simplefilter("ignore", ResourceWarning)  # PyMARE leaves a file open while it is imported
    from pymare.estimators import DerSimonianLaird, VarianceBasedLikelihoodEstimator

METHODS = {"FE": "fixed", "DL": "DL", "PM": "PM", "REML": "REML", "ML": "ML"}
BODIES = {"bcg_logRR": BCG_RR, "bcg_logOR": BCG_OR, "normand_SMD": NORMAND_SMD, "raudenbush": RAUDENBUSH}


def z(data, method):
    return pool(*data, method=method, interval="z")


def hksj(data, method):
    return pool(*data, method=method, interval="hksj")


def take(found, *names):
    """These fields in one flat list."""
    return np.hstack([getattr(found, name) for name in names]).tolist()


def moments(data, method):
    return [math.sqrt(z(data, method).tau2), *take(z(data, method), "estimate", "se")]


def wald(data, method):
    return take(z(data, method), "tau2", "estimate", "se", "interval")


def knapp_hartung(data, method):
    return take(hksj(data, method), "interval_se", "statistic", "interval")


CHECKS: Checks = {
    ("bcg log RR", "fixed: mu, CI, z, Q"): lambda: take(
        z(BCG_RR, "fixed"), "estimate", "interval", "statistic", "cochran_q"
    ),
    ("bcg log RR", "DL: mu, CI, z, tau2, I2"): lambda: take(
        z(BCG_RR, "DL"), "estimate", "interval", "statistic", "tau2", "i2_q"
    ),
    ("bcg log RR", "PM: tau2"): lambda: take(z(BCG_RR, "PM"), "tau2"),
    ("bcg log RR", "REML: tau2, I2 (tau2-based)"): lambda: take(pool(*BCG_RR), "tau2", "i2_tau2"),
    ("bcg log RR", "REML with HKSJ: mu, se, t, df, p, CI"): lambda: take(
        pool(*BCG_RR), "estimate", "interval_se", "statistic", "df", "p", "interval"
    ),
    ("bcg log RR", "REML prediction interval with z"): lambda: prediction_interval(pool(*BCG_RR), "z"),
    ("bcg log RR", "Q-profile CI for tau2"): lambda: tau2_interval(*BCG_RR).tau2,
    ("bcg log RR", "Q-profile CI for I2 (tau2-based), DL fit"): lambda: tau2_interval(*BCG_RR).i2,
    ("bcg log OR", "fixed: mu, CI, Q"): lambda: take(z(BCG_OR, "fixed"), "estimate", "interval", "cochran_q"),
    ("bcg log OR", "DL: mu, CI, tau2, I2"): lambda: take(z(BCG_OR, "DL"), "estimate", "interval", "tau2", "i2_q"),
    ("bcg log OR", "ML: tau2, OR, CI"): lambda: [
        z(BCG_OR, "ML").tau2,
        *np.exp(take(z(BCG_OR, "ML"), "estimate", "interval")),
    ],
    ("bcg log OR", "ML with HKSJ: CI of the OR; prediction interval with z (log scale)"): lambda: [
        *np.exp(hksj(BCG_OR, "ML").interval),
        *prediction_interval(hksj(BCG_OR, "ML"), "z"),
    ],
    ("normand", "SMD rows 1-4, REML tau2"): lambda: take(pool(NORMAND_SMD[0][:4], NORMAND_SMD[1][:4]), "tau2"),
    ("normand", "mean difference in days, pooled SD variance, FE: mu, CI"): lambda: take(
        z(NORMAND_MD, "fixed"), "estimate", "interval"
    ),
    ("normand", "mean difference in days, pooled SD variance, DL: mu, CI"): lambda: take(
        z(NORMAND_MD, "DL"), "estimate", "interval"
    ),
    ("normand", "mean difference, DL tau2"): lambda: take(z(NORMAND_MD, "DL"), "tau2"),
    ("normand", "mean difference in days, pooled SD variance, REML: mu, CI"): lambda: take(
        z(NORMAND_MD, "REML"), "estimate", "interval"
    ),
    ("normand", "mean difference, REML tau2"): lambda: take(z(NORMAND_MD, "REML"), "tau2"),
    ("collins", "tau2 DL, ML, REML"): lambda: [z(COLLINS, method).tau2 for method in ("DL", "ML", "REML")],
    ("collins", "Q-profile CI for tau2"): lambda: tau2_interval(*COLLINS).tau2,
    ("raudenbush", "fixed: mu, Q"): lambda: take(z(RAUDENBUSH, "fixed"), "estimate", "cochran_q"),
    ("raudenbush", "REML prediction interval with z"): lambda: prediction_interval(pool(*RAUDENBUSH), "z"),
    ("magnesium", "without ISIS-4: REML mu, se, CI, tau2, I2 (tau2-based), Q"): lambda: take(
        z(WITHOUT_ISIS_4, "REML"), "estimate", "se", "interval", "tau2", "i2_tau2", "cochran_q"
    ),
}
for m in ("PM", "DL", "REML"):
    CHECKS["clasp", f"{m}: tau (not squared), mu, se"] = partial(moments, CLASP, m)
for m in ("ML", "REML", "DL"):
    CHECKS["raudenbush", f"{m}: tau2, mu, se, CI"] = partial(wald, RAUDENBUSH, m)
    CHECKS["raudenbush", f"{m} with HKSJ: se, t, CI"] = partial(knapp_hartung, RAUDENBUSH, m)


@pytest.mark.parametrize("key", CHECKS, ids=str)
def test_published_value(key):
    assert_published(CHECKS, key)


def fields(data, method):
    """One pooled body under the names of the reference file."""
    wide, narrow, modified = z(data, method), hksj(data, method), pool(*data, method=method, interval="modified-hksj")
    return {
        "k": wide.k,
        "mu": wide.estimate,
        "se": wide.se,
        "z": wide.statistic,
        "p": wide.p,
        "ci": wide.interval,
        "tau2": wide.tau2,
        "Q": wide.cochran_q,
        "pQ": wide.q_p,
        "I2_Q": wide.i2_q,
        "I2_tau": wide.i2_tau2,
        "H2": wide.h2,
        "se_hk": narrow.interval_se,
        "t_hk": narrow.statistic,
        "p_hk": narrow.p,
        "ci_hk": narrow.interval,
        "q": wide.scale_factor,
        "ci_hk_adhoc": modified.interval,
        "pi_z": prediction_interval(wide, "z"),
        "pi_t_k2": prediction_interval(wide),
        "pi_hk_k1": prediction_interval(narrow, "hksj"),
    }


@pytest.mark.parametrize(("name", "method"), [(n, m) for n in BODIES for m in METHODS if m in COMPUTED[n]])
def test_every_field_of_the_second_implementation(name, method):
    expected = COMPUTED[name][method]
    found = fields(BODIES[name], METHODS[method])
    assert found.keys() == expected.keys()
    for field, value in expected.items():
        np.testing.assert_allclose(found[field], value, rtol=0, atol=1e-6 if method in {"FE", "DL"} else 1e-5)


@pytest.mark.parametrize("name", ["bcg_logRR", "bcg_logOR"])
def test_q_profile_of_the_second_implementation(name):
    assert tau2_interval(*BODIES[name]).tau2 == pytest.approx(COMPUTED[name]["qprofile_tau2"], abs=1e-5)


def test_opposite_share_of_bcg():
    assert pool(*BCG_RR).opposite_share == pytest.approx(0.140111, abs=1e-6)


# Where HKSJ would be narrower than the model allows, the modified interval is used and named.
@pytest.mark.parametrize(
    ("data", "method", "factor", "plain", "modified"),
    [
        (BCG_OR, "DL", 0.948392, (-1.155344, -0.339440), (-1.166297, -0.328488)),
        (MAGNESIUM, "REML", 0.7886, (-1.1675, -0.3657), (-1.2180, -0.3151)),
    ],
)
def test_modified_interval(data, method, factor, plain, modified):
    default = pool(*data, method=method)
    assert default.scale_factor == pytest.approx(factor, abs=1e-4)
    assert hksj(data, method).interval == pytest.approx(plain, abs=1e-4)
    assert default.interval == pytest.approx(modified, abs=1e-4)
    assert (hksj(data, method).interval_used, default.interval_used) == ("HKSJ", "modified HKSJ")


def test_passive_smoking():
    fixed, dl, reml = (z(PASSIVE_SMOKING, method) for method in ("fixed", "DL", "REML"))
    assert np.exp([fixed.estimate, *fixed.interval]) == pytest.approx([1.2041, 1.1192, 1.2955], abs=5e-5)
    assert np.exp([dl.estimate, *dl.interval]) == pytest.approx([1.2385, 1.1292, 1.3583], abs=5e-5)
    assert np.exp([reml.estimate, *reml.interval]) == pytest.approx([1.2447, 1.1298, 1.3712], abs=5e-5)
    assert [fixed.cochran_q, reml.tau2] == pytest.approx([47.4979, 0.0224], abs=5e-5)


def test_exercise():
    dl, reml = z(EXERCISE, "DL"), hksj(EXERCISE, "REML")
    assert [dl.estimate, *dl.interval] == pytest.approx([0.2866, 0.0858, 0.4873], abs=6e-5)
    assert [dl.tau2, dl.i2_q] == pytest.approx([0.139, 62.65], abs=5e-3)
    assert [reml.estimate, *reml.interval] == pytest.approx([0.287, 0.0805, 0.4936], abs=1e-4)
    assert prediction_interval(reml) == pytest.approx((-0.5023, 1.0764), abs=6e-5)


# Second and third opinions, where other libraries compute the same.
@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize(("ours", "theirs"), [("DL", "chi2"), ("PM", "iterated")])
def test_statsmodels_agrees(name, ours, theirs):
    y, v = BODIES[name]
    other = combine_effects(np.array(y), np.array(v), method_re=theirs, use_t=True)
    found = hksj((y, v), ours)
    assert [found.tau2, found.estimate] == pytest.approx([other.tau2, other.mean_effect_re], rel=1e-4)
    assert found.interval_se == pytest.approx(other.sd_eff_w_re_hksj, rel=1e-4)
    assert pool(y, v, method="fixed").estimate == pytest.approx(other.mean_effect_fe)


@pytest.mark.parametrize("name", BODIES)
@pytest.mark.parametrize("method", ["REML", "ML", "DL"])
def test_pymare_agrees(name, method):
    y, v = (np.array(column)[:, None] for column in BODIES[name])
    other = DerSimonianLaird() if method == "DL" else VarianceBasedLikelihoodEstimator(method=method)
    other = other.fit(y, v, np.ones_like(y))
    found = pool(*BODIES[name], method=method)
    assert found.tau2 == pytest.approx(np.asarray(other.params_["tau2"]).item(), rel=1e-3)
    assert found.estimate == pytest.approx(np.asarray(other.params_["fe_params"]).item(), rel=1e-3)


def test_a_single_study_is_returned_as_it_is():
    found = pool([0.4], [0.04])
    assert (found.method, found.k, found.tau2, found.i2_q) == ("single study", 1, 0, 0)
    assert found.interval == pytest.approx((0.4 - 1.959964 * 0.2, 0.4 + 1.959964 * 0.2))


# A pair is the caller's to pool with a fixed effect; nothing breaks on it.
@pytest.mark.parametrize("method", METHODS.values())
@pytest.mark.parametrize("interval", ["z", "hksj", "modified-hksj"])
def test_two_studies(method, interval):
    found = pool([0.1, 0.5], [0.04, 0.09], method=method, interval=interval)
    assert 0.1 < found.estimate < 0.5
    assert found.q_df == 1
    assert leave_one_out([0.1, 0.5], [0.04, 0.09])[0].estimate == 0.5


def test_leave_one_out():
    without = leave_one_out(*BCG_RR)
    assert len(without) == 13
    assert without[3] == pool(BCG_RR[0][:3] + BCG_RR[0][4:], BCG_RR[1][:3] + BCG_RR[1][4:])


def test_many_bodies_are_pooled_as_one_by_one():
    rng = np.random.default_rng(1994)
    v = rng.uniform(0.01, 0.3, (300, 6))
    y = rng.normal(0.2, np.sqrt(v + 0.05))
    for many, effects, variances in zip(pool_many(y, v), y, v, strict=True):
        one = pool(effects, variances)
        assert many.interval == pytest.approx(one.interval, abs=1e-9)
        assert many.weight_shares == pytest.approx(one.weight_shares, abs=1e-9)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: pool([], []), "nothing to pool"),
        (lambda: pool([0.1, 0.2], [0.1]), "2 effects and 1 variances"),
        (lambda: pool([0.1, math.nan], [0.1, 0.1]), "finite number"),
        (lambda: pool([0.1, 0.2], [0.1, -0.1]), "positive number"),
        (lambda: pool([0.1, 0.2], [0.1, 0.0]), "positive number"),
        (lambda: pool([0.1, 0.2], [0.1, math.nan]), "positive number"),
        (lambda: pool([[0.1, 0.2]], [[0.1, 0.1]]), "one row of numbers"),
        (lambda: pool_many([0.1, 0.2], [0.1, 0.1]), "table of bodies and studies"),
        (lambda: prediction_interval(pool([0.1, 0.2], [0.1, 0.1])), "at least 3 studies, not 2"),
        (lambda: tau2_interval([0.1], [0.1]), "at least 2 studies, not 1"),
        (lambda: leave_one_out([0.1], [0.1]), "at least 2 studies, not 1"),
    ],
)
def test_wrong_input_is_named_in_one_sentence(wrong, words):
    with pytest.raises(ValueError, match=words):
        wrong()


NUMBERS = (
    "estimate", "se", "interval_se", "interval", "statistic", "p", "tau2", "cochran_q", "q_p", "i2_q", "i2_tau2", "h2",
    "scale_factor", "weight_shares", "opposite_share",
)  # fmt: skip


# Equal effects, huge trials beside tiny ones, and effects far from all others: every number stays finite.
@pytest.mark.parametrize(
    ("y", "v"),
    [
        ([0.3] * 5, [0.1, 0.2, 0.1, 0.3, 0.1]),
        ([0.0] * 3, [0.1] * 3),
        ([0.0] * 3, [1e-30, 1.0, 1e30]),
        ([0.1, 0.2, 0.3], [1e-12, 1e-12, 1e-12]),
        ([0.1, 0.2, 0.3], [1e-20, 1.0, 1.0]),
        ([-1e15, 1e15, 0.0], [1e-30, 1e30, 1.0]),
        ([1e-200, -1e-200], [0.1, 0.1]),
        ([5.0, 5.0, 5.0, -800.0], [1e-9, 1e9, 1e-9, 1e9]),
    ],
)
@pytest.mark.parametrize("method", METHODS.values())
@pytest.mark.parametrize("interval", ["z", "hksj", "modified-hksj"])
def test_extreme_input_stays_finite(y, v, method, interval):
    found = pool(y, v, method=method, interval=interval)
    assert np.isfinite(take(found, *NUMBERS)).all()
    assert found.p > 0
    assert found.q_p > 0
    assert sum(found.weight_shares) == pytest.approx(1)
    assert np.isfinite([*tau2_interval(y, v).tau2, *tau2_interval(y, v).i2]).all()


STUDIES = st.lists(st.tuples(st.floats(-3, 3), st.floats(0.001, 2)), min_size=2, max_size=12)
SEVERAL = STUDIES.filter(lambda rows: len(rows) > 2)
ANY_METHOD = st.sampled_from(list(METHODS.values()))


def columns(rows):
    return [y for y, _ in rows], [v for _, v in rows]


ESSENTIALS = ("estimate", "interval", "tau2", "cochran_q", "i2_q", "i2_tau2")


# Which study comes first is of no matter.
@given(STUDIES, ANY_METHOD, st.randoms())
def test_order_of_studies(rows, method, random):
    shuffled = random.sample(rows, len(rows))
    expected = take(pool(*columns(rows), method=method), *ESSENTIALS)
    found = take(pool(*columns(shuffled), method=method), *ESSENTIALS)
    assert found == pytest.approx(expected, rel=1e-6, abs=1e-7)


# Grams or kilograms: the estimate changes with the unit, I2 and p do not.
@given(STUDIES, ANY_METHOD, st.sampled_from([1e-6, 0.001, 7.0, 1e6]))
def test_change_of_units(rows, method, unit):
    y, v = map(np.array, columns(rows))
    plain, scaled = pool(y, v, method=method), pool(y * unit, v * unit**2, method=method)
    assert np.array([scaled.estimate, *scaled.interval]) / unit == pytest.approx(
        [plain.estimate, *plain.interval], rel=1e-6, abs=1e-7
    )
    assert scaled.tau2 / unit**2 == pytest.approx(plain.tau2, rel=1e-6, abs=1e-7)
    assert [scaled.i2_q, scaled.i2_tau2, scaled.p] == pytest.approx([plain.i2_q, plain.i2_tau2, plain.p], abs=1e-5)


# The other direction gives the same result with the other sign.
@given(STUDIES, ANY_METHOD)
def test_mirrored_direction(rows, method):
    y, v = map(np.array, columns(rows))
    plain, mirrored = pool(y, v, method=method), pool(-y, v, method=method)
    assert (-mirrored.estimate, -mirrored.interval[1]) == pytest.approx((plain.estimate, plain.interval[0]))
    assert mirrored.opposite_share == pytest.approx(plain.opposite_share)


@given(STUDIES, st.floats(0.001, 2))
def test_a_study_at_the_null_pulls_toward_it(rows, variance):
    y, v = columns(rows)
    before, after = z((y, v), "fixed").estimate, z(([*y, 0.0], [*v, variance]), "fixed").estimate
    assert abs(after) <= abs(before)
    assert after * before >= 0


# The modified interval is never narrower than the model with a t quantile, nor than plain HKSJ.
@given(SEVERAL, ANY_METHOD)
def test_modified_interval_is_never_narrower(rows, method):
    modified = pool(*columns(rows), method=method, interval="modified-hksj")
    plain, wald_like = hksj(columns(rows), method), z(columns(rows), method)
    assert modified.interval_se >= wald_like.se * (1 - 1e-8)
    assert modified.interval[1] - modified.interval[0] >= (plain.interval[1] - plain.interval[0]) * (1 - 1e-8)
    assert modified.interval[1] - modified.interval[0] > wald_like.interval[1] - wald_like.interval[0]
    assert (modified.interval_used == "HKSJ") == (modified.scale_factor >= 1 - 1e-9)


@given(SEVERAL)
def test_prediction_interval_holds_the_confidence_interval(rows):
    found = pool(*columns(rows), interval="z")
    low, high = prediction_interval(found)
    assert low < found.interval[0] < found.interval[1] < high
    assert 0 <= found.opposite_share <= 0.5 or found.k > 2
