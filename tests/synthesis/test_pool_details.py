"""What is computed on the way to a pooled result (statistics reference 3 to 5)."""

import math

import pytest

from claimbook.model.assessment import Measure, Route
from claimbook.synthesis.details.pool import pool_details
from claimbook.synthesis.pool.effects import leave_one_out, pool, prediction_interval, tau2_interval
from claimbook.synthesis.pool.small_study import egger_test, size_test, trim_and_fill
from claimbook.synthesis.thresholds import DEFAULT
from tests.synthesis.factory import interval, only, study, weigh

EFFECTS = (-0.9, -0.1, -0.6, -0.35, -0.5)
SIZES = (40, 60, 90, 150, 300)
LOG_SE = 0.2


def smd(middle, se):
    return interval("SMD", middle, middle - 1.959964 * se, middle + 1.959964 * se)


def ratio(log, se=LOG_SE):
    return interval("RR", *(math.exp(log + step * 1.959964 * se) for step in (0, -1, 1)))


def body(effects, sizes=SIZES):
    pairs = zip(effects, sizes, strict=True)
    return only(weigh(*[study(f"s{i}", "no difference", n=n, effect=e) for i, (e, n) in enumerate(pairs)]))


def ses(sizes=SIZES):
    return [2 / math.sqrt(n) for n in sizes]


def details(effects, sizes=SIZES):
    return pool_details(body(effects, sizes).studies, DEFAULT)


def test_the_parts_are_those_of_the_pool_in_the_grade():
    # protects: what is shown for a student is what gave the verdict
    found = body([smd(e, se) for e, se in zip(EFFECTS, ses(), strict=True)])
    parts = pool_details(found.studies, DEFAULT)
    assert found.route.value is Route.POOL
    assert (parts.estimate, parts.interval) == (found.numbers.estimate, found.numbers.ci)
    assert (parts.pooled.i2_q, parts.pooled.i2_tau2) == (found.numbers.i2, found.numbers.i2_tau2)
    assert (parts.pooled.tau2, parts.prediction) == (found.numbers.tau2, found.numbers.prediction_interval)


def test_every_part_is_that_of_the_statistics():
    # protects: effects turned toward the claim, everything else as the reference defines it
    values, variances = [-e for e in EFFECTS], [se**2 for se in ses()]
    parts = details([smd(e, se) for e, se in zip(EFFECTS, ses(), strict=True)])
    expected = pool(values, variances)
    assert parts.turned
    assert parts.pooled.cochran_q == pytest.approx(expected.cochran_q, rel=1e-5)
    assert parts.tau2_interval == pytest.approx(tau2_interval(values, variances).tau2, rel=1e-4)
    assert parts.prediction == pytest.approx(prediction_interval(expected), rel=1e-4)
    rest = leave_one_out(values, variances)
    assert [left.estimate for left in parts.left_out] == pytest.approx([left.estimate for left in rest], rel=1e-4)
    assert [left.study for left in parts.left_out] == [f"s{i}" for i in range(5)]


def test_ratios_are_shown_as_ratios():
    # protects: a reader never sees a logarithm, except the variance that is one
    logs = (-0.4, -0.3, -0.5, -0.2, -0.6)
    parts = details([ratio(log) for log in logs])
    expected = pool(logs, [LOG_SE**2] * 5)
    assert parts.scale.measure is Measure.RATIO
    assert not parts.turned
    assert parts.estimate == pytest.approx(math.exp(expected.estimate), rel=1e-5)
    assert parts.prediction == pytest.approx([math.exp(end) for end in prediction_interval(expected)], rel=1e-4)
    assert all(0.5 < left.estimate < 0.9 for left in parts.left_out)


def test_a_study_that_decides_alone_is_named():
    # protects: leave-one-out tells whether the conclusion hangs on one study
    effects = [smd(e, 0.1) for e in (-0.30, -0.32, -0.28, -0.29, 0.35)]
    turning = [left.study for left in details(effects).left_out if left.changes_conclusion]
    assert turning == ["s4"]


def test_few_studies_have_no_prediction_and_no_test():
    # protects: 5 studies for a prediction, 10 for asymmetry
    parts = details([smd(e, 0.3) for e in EFFECTS[:3]], SIZES[:3])
    assert (parts.prediction, parts.asymmetry) == (None, None)
    assert parts.tau2_interval[0] == 0


TEN = tuple(range(40, 240, 20))
MANY = [-0.2 - 8 / n + 0.05 * (-1) ** n for n in TEN]


def test_ten_differences_are_tested_with_egger():
    # protects: weights and predictor of Egger's test, and trim and fill beside it
    spread = ses(TEN)
    found = details([smd(e, se) for e, se in zip(MANY, spread, strict=True)], TEN).asymmetry
    values, variances = [-e for e in MANY], [se**2 for se in spread]
    assert found.regression.p == pytest.approx(egger_test(values, variances).p, rel=1e-4)
    assert found.filled.k0 == trim_and_fill(values, variances).k0


def test_ten_ratios_are_tested_on_size():
    # protects: Egger's test is not used for ratios (never 13)
    spread = ses(TEN)
    found = details([ratio(e, se) for e, se in zip(MANY, spread, strict=True)], TEN).asymmetry
    assert found.regression.p == pytest.approx(size_test(MANY, [se**2 for se in spread], TEN).p, rel=1e-4)


@pytest.mark.parametrize("number", [1, 2])
def test_what_is_not_pooled_has_no_details(number):
    # protects: never random effects of one or two studies
    assert details([smd(-0.5, 0.2)] * number, SIZES[:number]) is None
