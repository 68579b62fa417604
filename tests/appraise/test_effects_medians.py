"""Medians of two arms, and differences of medians: never taken for means, nor their quartiles for deviations."""

from time import process_time

import pytest

from claimbook.appraise.effects.results import results_of
from claimbook.appraise.text.reading import text_of
from claimbook.model.effect import Effect
from claimbook.model.record import AbstractSection


def results(sentence):
    return results_of(text_of("", AbstractSection(sentence, "RESULTS")))


def medians(sentence):
    return [[one.value for one in found.means] for found in results(sentence) if found.measure.value == "medians"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Median hiccup-free survival was 9.1 months with humming and 8.6 months with silence (HR 0.94).", [9.1, 8.6]),
        ("Median hiccups were 3 (IQR 2-5) versus 5 (3-6).", [3, 5]),
        ("Median [IQR] hiccups at 24 h were 3 [2\u20134] in group H and 5 [3\u20136] in group S.", [3, 5]),
        ("The median time to silence was 4 days in the humming group versus 6 days in controls.", [4, 6]),
        ("The median time to silence was 4 days with humming, compared with 6 days.", [4, 6]),
        ("Hiccups were rarer (median, 3.1 v 4.7 a day; P = .02).", [3.1, 4.7]),
        ("Median times for hummers (n = 54) and the silent (n = 58) were 15.9 and 14.5 h, respectively.", [15.9, 14.5]),
        ("The median times were 6 and 12 h in the silent and humming groups.", [6, 12]),
        ("Median silence was 41.9 and 30.7 days, respectively (P = .04).", [41.9, 30.7]),
        ("Silence was shorter with humming (median 11 h, IQR 9 to 13) than in controls (median 13 h).", [11, 13]),
        ("Median hiccups were 3\u00b75 a day, 95% CI 3\u00b72\u20134\u00b72, vs silence, 3\u00b76 a day.", [3.5, 3.6]),
        ("The median hiccups were 39 (17-58) with humming and in the silent group 43 (27-52).", [39, 43]),
        ("Median silence in 54 adults who hummed was 11 h (9-13) compared with 9 h in 58 others.", [11, 9]),
        ("Median hiccups after 6 hours were 3 with humming and 5 with silence.", [3, 5]),
        ("Median adherence was 85% (IQR 70-95) in hummers and 70% (60-80) in controls.", [85, 70]),
    ],
)
def test_medians_of_two_arms(sentence, expected):
    assert medians(sentence) == [expected]
    assert all(one.deviations == () for one in results(sentence))


# protects: two numbers beside the word 'median' that are no medians of two arms
@pytest.mark.parametrize(
    "sentence",
    [
        "Median hiccups fell from 6 to 3 with humming.",
        "Median hiccups decreased between baseline and week 12 (median 6 vs 3).",
        "After a median follow-up of 12 vs 14 months nobody hummed.",
        "The median time to silence and to sleep were 10 and 35 h, respectively.",
        "At 3 and 6 months, median hiccups were 5 and 4, respectively.",
        "Median hiccups were 5 and 3 before and after humming.",
        "Mean (median) hiccups were 3 (2) vs 4 (3).",
        "Median silence was not reached, and hiccups were counted in 40 with humming versus 30.",
        "Median hiccups were 4 compared with a mean of 6 in the other group.",
        "Median silence was zero with placebo, and 70 h with humming and 30 h with sighs.",
        "The median was 6, 8 and 9 in the three groups.",
        "Median hiccups were 3 versus 4 and 5 in the other groups.",
        "Median hiccups were 3-5 versus 4-6.",
        "Median hiccups were 4 days versus controls at week 6.",
    ],
)
def test_what_is_no_pair_of_medians(sentence):
    assert medians(sentence) == []


# protects: a median that becomes a mean, its spread a standard deviation
@pytest.mark.parametrize(
    "sentence",
    [
        "Median silence was 12.3 \u00b1 1.2 h with humming vs 10.1 \u00b1 0.9 h with sighs.",
        "There was no difference in mean sleep, and median hiccups were 4 vs 6.",
        "Hiccups fell by a median of 3 (95% CI 2 to 4).",
        "Hiccups fell (median difference -2, 95% CI -4 to -1).",
    ],
)
def test_a_median_is_no_mean(sentence):
    found = results(sentence)
    assert not {one.measure.value for one in found} & {"mean-post", "mean-change", "MD"}
    assert all(one.deviations == () for one in found)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Hiccups fell (median difference -2, 95% CI -4 to -1).", ("medians", -2, (-4, -1))),
        ("The median difference (MD) was -2 h (95% CI -4 to -1).", ("medians", -2, (-4, -1))),
        ("Median (95% CI) difference between groups was 0.75 (-1.6 to 2.3).", ("medians", 0.75, (-1.6, 2.3))),
        ("The difference in medians was -2 (95% CI -4 to -1).", ("medians", -2, (-4, -1))),
        ("Hiccups lasted (Hodges-Lehmann difference, 2.1 h; 95% CI, 1.0 to 3.2).", ("medians", 2.1, (1.0, 3.2))),
        ("Hiccups fell (median difference -2 [-4 to -1]).", ("medians", -2, None)),
        ("Median hiccups were 4 vs 6 (difference -2, 95% CI -3 to -1).", ("medians", -2, (-3, -1))),
        ("Median hiccups were 4 vs 6 (mean difference -2, 95% CI -3 to -1).", ("MD", -2, (-3, -1))),
    ],
)
def test_a_difference_of_medians_is_no_difference_of_means(sentence, expected):
    found = results(sentence)[-1]
    assert (found.measure.value, found.estimate.value, found.interval.value) == expected
    assert found.contrast.value == "between-group"


# protects: two quartiles taken for the interval that another result was given
def test_quartiles_behind_a_median_are_no_interval():
    found = results("Sleep differed (mean difference 2, 95% CI 1 to 3); median hiccups were 4 (2-6) with humming.")
    assert [one.interval.value for one in found] == [(1, 3)]


# protects: an interval of one arm's median that is told again as a result by itself
def test_the_intervals_of_medians_are_no_results():
    found = results("Median silence was 9 h (95% CI, 7 to 11) v 5 h (95% CI, 4 to 6; P = .02).")
    assert [(one.measure.value, str(one.p.value)) for one in found] == [("medians", "0.02")]


# protects: a median that is read, and refused by the evidence table
def test_the_evidence_table_takes_what_is_read():
    arms, difference = results("Median hiccups were 4 vs 6 (difference -2, 95% CI -3 to -1).")
    given, other = ({"median": one.value} for one in arms.means)
    low, high = difference.interval.value
    Effect.model_validate({"type": arms.measure.value, "intervention": given, "comparator": other})
    Effect.model_validate({"type": difference.measure.value, "estimate": -2, "ci_low": low, "ci_high": high})


# protects: time that grows with the square of a hostile sentence
@pytest.mark.parametrize("piece", ["median ", "median 1 and ", "median 1 (", "median 1 in a ", "median difference 1 "])
def test_hostile_sentences_take_no_longer_than_they_are_long(piece):
    started = process_time()
    results("The median was " + piece * 3000 + "respectively")
    assert process_time() - started < 3
