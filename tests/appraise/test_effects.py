"""Printed results: numbers, and what they belong to."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.effects.results import TOLD_OF_ONE_GROUP, results_of
from claimbook.appraise.text import printed
from claimbook.appraise.text.lexicon import holds_any
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection

OF_ONE_GROUP = """
    from baseline compared with to the pre pre- test treatment intervention within group -groups versus vs vs. over
    than at before and after post in both groups
"""
HUMMING = Triple("humming", "silence", "hiccups")


def results(sentence, triple=None):
    return results_of(text_of("", AbstractSection(sentence, "RESULTS")), triple)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "Hiccups were rarer with humming than with silence (hazard ratio, 0.70; 95% CI, 0.50 to 0.90; P = .01).",
            ("HR", 0.7, (0.5, 0.9), "0.01"),
        ),
        (
            "Hiccups fell (mean difference \u22121\u00b72, 95% CI \u22122\u00b70 to \u22120\u00b74; p<0\u00b7001).",
            ("MD", -1.2, (-2.0, -0.4), "<0.001"),
        ),
        ("The odds ratio for hiccups was 1.40 (0.90-2.10).", ("OR", 1.4, (0.9, 2.1), None)),
        ("Hiccups did not differ (P = .45).", ("other", None, None, "0.45")),
        ("The relative risk (RR) was 0.8 [95% CI 0.6, 1.1].", ("RR", 0.8, (0.6, 1.1), None)),
    ],
)
def test_estimates(sentence, expected):
    (one,) = results(sentence)
    printed = str(one.p.value) if one.p else None
    assert (one.measure.value, one.estimate.value, one.interval.value, printed) == expected


def test_means_of_two_arms_with_their_deviations():
    (one,) = results("Hiccups were 3.4 \u00b1 1.1 with humming versus 5.1 \u00b1 1.3 with silence (P = .02).")
    assert [mean.value for mean in one.means] == [3.4, 5.1]
    assert [sd.value for sd in one.deviations] == [1.1, 1.3]
    assert str(one.p.value) == "0.02"


# A standard error is never taken for a standard deviation.
def test_standard_errors_are_no_deviations():
    (one,) = results("Hiccups (mean \u00b1 SE) were 3.4 \u00b1 0.1 with humming versus 5.1 \u00b1 0.2 with silence.")
    assert one.deviations == ()


def test_shares_of_two_arms():
    (one,) = results("Hiccups stopped in 12/30 (40%) versus 6/30 (20%) adults (P = .09).")
    assert (one.measure.value, [share.value for share in one.means]) == ("percent", [40.0, 20.0])


# protects: the amount of a change, a bound, a range or the level of an interval that passes for the share of an arm
@pytest.mark.parametrize(
    ("words", "shares"),
    [
        ("41.7 percent with humming and 21.2 per cent with silence stopped.", [41.7, 21.2]),
        ("Hiccups fell by 9% with humming and by 4% with silence.", []),
        ("Of all, \u22655% hummed and <10% did not.", []),
        ("From 40% to 60% hummed; 30-50% sang.", []),
        ("Hiccups stopped in 12% with humming (95% CI 8 to 17) and 6% with silence.", [12.0, 6.0]),
    ],
)
def test_percentages_that_are_no_shares(words, shares):
    assert [share.value for one in results(words) for share in one.means] == shares


@pytest.mark.parametrize("words", ["not at 6 or 12 weeks", "16 ml/hr 14 times"])
def test_a_word_in_small_letters_is_no_ratio(words):
    assert not [one for one in results(f"Hiccups did not differ, {words}.") if one.estimate]


def test_each_result_has_its_own_p():
    found = results("Hiccups: HR 0.70 (95% CI 0.50-0.90; P = .01). Sleep: HR 0.95 (95% CI 0.80-1.10; P = .60).")
    assert [(one.estimate.value, str(one.p.value)) for one in found] == [(0.7, "0.01"), (0.95, "0.6")]


@pytest.mark.parametrize(
    ("sentence", "contrast"),
    [
        ("Hiccups fell from baseline in the humming group (P = .01).", "within-group"),
        ("Hiccups were lower with humming compared with baseline (P = .01).", "within-group"),
        ("Hiccups were lower with humming compared with silence (P = .01).", "between-group"),
        ("Hiccups differed between groups (P = .01).", "between-group"),
        ("Hiccups were lower (P = .01).", "unclear"),
    ],
)
def test_contrast(sentence, contrast):
    (one,) = results(sentence)
    assert one.contrast.value == contrast


# Of a sentence with several outcomes, the asked outcome gets its own p value.
def test_results_are_bound_to_their_outcome():
    sentence = "Humming improved sleep (P = .003), but hiccups did not differ from silence (P = .61)."
    (one,) = results(sentence, HUMMING)
    assert (str(one.p.value), one.change.value) == ("0.61", "no-difference")
    assert (one.outcome.value, one.comparison.comparator.value) == ("hiccups", "silence")


def test_conclusions_are_no_results():
    text = text_of(
        "",
        AbstractSection("Hiccups did not differ (P = .45).", "RESULTS"),
        AbstractSection("Humming lowers hiccups (P = .04).", "CONCLUSIONS"),
    )
    assert [str(one.p.value) for one in results_of(text)] == ["0.45"]


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="pPhHrR0123456789.,;()[]%<>= -\u00b1ci to sd", max_size=120))
def test_every_number_is_quoted_verbatim(noise):
    text = text_of("", AbstractSection(f"{noise} HR 0.70 (95% CI 0.50-0.90; P = .01)", "RESULTS"))
    for one in results_of(text):
        reads = (one.measure, one.estimate, one.interval, one.p, one.contrast, *one.means, *one.deviations)
        assert all(text.quote(span) for read in reads for span in read.spans)
        assert text.quote(one.sentence)


# protects: a quick look that hides what the pattern of a comparison within a group would have found
@given(st.lists(st.sampled_from(OF_ONE_GROUP.split()), max_size=5))
def test_the_quick_look_never_hides_a_comparison_within_a_group(words):
    for said in (" ".join(words), "".join(words)):
        assert holds_any(said, TOLD_OF_ONE_GROUP) or printed.WITHIN.search(said) is None
