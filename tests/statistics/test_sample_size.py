import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.power import NormalIndPower

from claimbook.synthesis.pool.sample_size import continuous_information_size, detectable_smd, optimal_information_size


# Risk reduction of 25%: participants per group, in total, and the events among them.
@pytest.mark.parametrize(
    ("control_risk", "per_group", "total", "events"),
    [
        (0.01, 21_783.39, 43_568, 381),
        (0.05, 4_201.90, 8_404, 368),
        (0.10, 2_004.21, 4_010, 351),
        (0.20, 905.37, 1_812, 317),
        (0.40, 355.94, 712, 249),
    ],
)
def test_binary(control_risk, per_group, total, events):
    size = optimal_information_size(control_risk)
    assert size.per_group == pytest.approx(per_group, abs=0.006)
    assert (size.total, round(size.events)) == (total, events)


def test_smaller_reduction_needs_more():
    assert optimal_information_size(0.20, relative_reduction=0.20).total == 2_894


@pytest.mark.parametrize(("smd", "total"), [(0.20, 786), (0.25, 504), (0.30, 350), (0.50, 126), (-0.50, 126)])
def test_continuous(smd, total):
    size = continuous_information_size(smd)
    assert (size.total, size.events) == (total, None)


# The usual target of 400 participants has 80% power for a difference of 0.28, not 0.20.
def test_four_hundred_participants():
    assert detectable_smd(400) == pytest.approx(0.2802, abs=5e-5)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (lambda: optimal_information_size(0), "between 0 and 1"),
        (lambda: optimal_information_size(math.nan), "between 0 and 1"),
        (lambda: optimal_information_size(0.2, relative_reduction=0), "equal risks"),
        (lambda: optimal_information_size(0.6, relative_reduction=-1), "treated_risk must lie between 0 and 1"),
        (lambda: optimal_information_size(0.2, relative_reduction=math.inf), "relative_reduction"),
        (lambda: optimal_information_size(0.2, power=1), "power must lie between 0 and 1"),
        (lambda: continuous_information_size(0), "positive number"),
        (lambda: detectable_smd(0), "total must be a positive number"),
    ],
)
def test_wrong_input_is_named_in_one_sentence(wrong, words):
    with pytest.raises(ValueError, match=words):
        wrong()


@given(st.floats(0.05, 2), st.floats(0.5, 0.99))
def test_continuous_agrees_with_statsmodels(smd, power):
    ours = continuous_information_size(smd, power=power).per_group
    theirs = NormalIndPower().power(smd, ours, 0.05, ratio=1, alternative="larger")
    assert theirs > power  # one-sided power of the same size is larger
    assert NormalIndPower().power(smd, ours, 0.05, ratio=1) == pytest.approx(power, abs=2e-3)


@given(st.floats(0.05, 2))
def test_size_and_detectable_difference_are_inverse(smd):
    assert detectable_smd(2 * continuous_information_size(smd).per_group) == pytest.approx(smd)


@given(st.floats(0.001, 0.9), st.floats(0.05, 0.9))
def test_more_power_needs_more_participants(risk, reduction):
    least = optimal_information_size(risk, relative_reduction=reduction, power=0.8)
    assert optimal_information_size(risk, relative_reduction=reduction, power=0.9).per_group > least.per_group
    assert least.total >= 2 * least.per_group
