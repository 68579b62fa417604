"""Which arm a printed ratio puts on top. Every sentence is invented."""

import pytest

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.effects.ratio_side import is_of_intervention
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection


def certain(sentence, intervention="humming", comparator="whistling", outcome="hiccups"):
    text, triple = text_of("", AbstractSection(sentence, "RESULTS")), Triple(intervention, comparator, outcome)
    (one,) = results_of(text, triple)
    return is_of_intervention(one, triple, text)


@pytest.mark.parametrize("comparator", ["placebo", "no humming", "usual care", "silence alone", "deferred humming"])
def test_nobody_prints_the_untreated_arm_on_top(comparator):
    assert certain("The odds ratio for hiccups was 0.40 (95% CI, 0.20 to 0.80).", comparator=comparator)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Hiccups fell (odds ratio with humming, 0.40; 95% CI, 0.20 to 0.80).", True),
        ("Hiccups fell (odds ratio favoring humming, 0.40; 95% CI, 0.20 to 0.80).", True),
        ("The risk ratio (RR; humming:whistling) for hiccups was 0.40 (95% CI, 0.20-0.80).", True),
        ("The risk ratio (RR; whistling:humming) for hiccups was 0.40 (95% CI, 0.20-0.80).", False),
        ("Hiccups fell (hazard ratio with whistling, 0.40; 95% CI, 0.20 to 0.80).", False),
        ("Hiccups fell (odds ratio, 0.40; 95% CI, 0.20 to 0.80).", False),
    ],
)
def test_between_two_treatments_the_first_named_one_is_on_top(sentence, expected):
    assert certain(sentence) is expected


def test_a_ratio_of_the_opposite_event_is_never_certain():
    # a hazard ratio below one is printed for longer survival
    sentence = "Survival was longer (hazard ratio, 0.40; 95% CI, 0.20 to 0.80)."
    assert not certain(sentence, comparator="placebo", outcome="survival")


def test_an_estimate_outside_its_interval_is_not_trusted():
    sentence = "Hiccups were rarer (odds ratio, 0.90; 95% CI, 0.20 to 0.80)."
    assert not certain(sentence, comparator="placebo")
