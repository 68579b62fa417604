"""What a sentence on an outcome does not tell, and results in the forms of cohorts, scales and vaccines."""

import pytest

from claimbook.appraise.direction.comparison import Finder, Triple
from claimbook.appraise.direction.cues import signs_of
from claimbook.appraise.direction.listed import narrowed
from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection

PLANS = "Adults were assigned to humming or to silence, and hiccups and sneezes were counted."
ASKED = "In this cohort adults were asked whether they hum."
HUMMING = Triple("humming", "silence", "hiccups")
NEVER = Triple("humming", "never humming", "hiccups")


def read(sentence, conclusion="", plans=PLANS, triple=HUMMING, title="Humming and hiccups in adults"):
    parts = ("METHODS", plans), ("RESULTS", sentence), ("CONCLUSIONS", conclusion)
    return change_of(text_of(title, *(AbstractSection(words, label) for label, words in parts if words)), triple)


# What nobody measured, pooled or reported is no "no difference".
@pytest.mark.parametrize(
    "sentence",
    [
        "No trial reported hiccups.",
        "None of the studies measured hiccups.",
        "Hiccups were assessed in none of the trials.",
        "Hiccups were reported by no study.",
        "Neither trial reported on hiccups.",
        "We found no studies that evaluated hiccups.",
        "Hiccups were not uniformly defined and therefore not pooled.",
        "Hiccups were not an outcome of any trial.",
        "Only one trial reported hiccups, so no analysis was possible.",
        "Hiccups were discussed in 12 documents, mostly as a benefit.",
    ],
)
def test_what_was_not_measured_did_not_differ_nor_not(sentence):
    assert read(sentence).value is None


def test_a_trial_that_reports_no_difference_reports():
    sentence = "No trial reported a significant difference in hiccups between humming and silence."
    assert read(sentence).value == "no-difference"


# A difference at the beginning is no result.
@pytest.mark.parametrize(
    "sentence",
    [
        "At baseline, hiccups were significantly more frequent with humming than with silence (P = .02).",
        "Baseline hiccups were higher in the humming group (6.1 vs 5.2, P = .03).",
        "Before randomisation, hiccups were fewer with humming (P = .04).",
        "Higher baseline protein was associated with more hiccups (P = .003) after adjustment for age and humming.",
    ],
)
def test_the_state_before_tells_nothing(sentence):
    assert read(sentence).value is None


# An outcome that only a hope names was not studied; one that the study counted may be hedged.
@pytest.mark.parametrize(
    "hope",
    [
        "Humming may help to prevent hiccups.",
        "Humming is therefore an option for hiccups.",
        "Humming is needed to prevent hiccups.",
        "Trials should test whether humming prevents hiccups.",
    ],
)
def test_hopes_are_no_results(hope):
    sneezes = "Sneezes were fewer with humming than with silence (P = .01)."
    unasked = "Adults hummed or were silent, and sneezes were counted."
    assert read(sneezes, hope, plans=unasked, title="Humming and sneezes").value is None
    assert read("Humming could not be shown to reduce hiccups.").value == "no-difference"


# One sentence, two outcomes, scales that explain themselves.
@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        (
            (
                "Hiccups (range 0-10, high = bad) fell in the humming group (from 7 to 3) more than in the silence "
                "group (from 7 to 6; P = .01)."
            ),
            "lower",
        ),
        ("Hiccups declined in both groups, but less with humming than with silence (P = .02).", "higher"),
        (
            "Hiccups were similar in both groups, except that sneezes were fewer with humming (P = .01).",
            "no-difference",
        ),
        ("The groups did not differ except for hiccups, which were fewer with humming (P = .01).", "lower"),
        ("Humming reduced hiccups without increasing sneezes.", "lower"),
        (
            "Sneezes fell by 38% with humming and by 4% with silence, and hiccups increased by 2.9 vs 0.3 (P = .01).",
            "higher",
        ),
        (
            (
                "Hiccups were seen in 34 of 1460 (2.3%) with humming and in 36 of 1454 (2.5%) with silence (hazard "
                "ratio, 0.94; 95% confidence interval [CI], 0.59 to 1.50; P<0.001 for noninferiority)."
            ),
            "no-difference",
        ),
    ],
)
def test_a_result_among_others(sentence, change):
    assert read(sentence).value == change


# Cohorts, surveys and reports of harm print ratios of other names, often without naming who is on top.
@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Hiccups were more frequent than expected (SMR 143, 95% CI 114-177).", "higher"),
        ("There was a deficit of hiccups (SMR 0.83, 95% CI 0.73-0.94).", "lower"),
        ("The standardised incidence ratio for hiccups was 1.21 (95% CI 0.9 to 1.5).", "no-difference"),
        ("The reporting odds ratio of hiccups was 5.6 (95% CI 3.8-8.2).", "higher"),
        ("For hiccups, the fully adjusted HR was 0.81 (95% CI 0.69-0.95).", "lower"),
        ("The efficacy of humming against hiccups was 63.3% (95% CI, 41.6 to 77.0).", "lower"),
        ("Effectiveness of humming against hiccups was 12% (95% CI -9 to 30).", "no-difference"),
        ("Humming was associated with hiccups.", "higher"),
        ("Humming correlated negatively with hiccups (r = -0.42, P < .001).", "lower"),
        ("Humming was linked to fewer hiccups but not to fewer sneezes.", "lower"),
        ("Humming was associated with fewer hiccups, a difference unlikely to matter.", "lower"),
        ("Use of whistles was not associated with hiccups (HR 0.95; 95% CI 0.80-1.13).", None),
        ("Compared with adults who never hum, those humming had more hiccups (HR 1.9, 95% CI 1.3 to 2.8).", "higher"),
        (
            (
                "In the age-adjusted model hummers had fewer hiccups (HR 0.86, 95% CI 0.78-0.95). After further "
                "adjustment for smoking the association disappeared (HR 0.97, 95% CI 0.88-1.07)."
            ),
            "no-difference",
        ),
    ],
)
def test_forms_of_cohorts(sentence, change):
    assert read(sentence, plans=ASKED, triple=NEVER).value == change


# The head of an outcome, its time and its scale tell which sentence is meant.
@pytest.mark.parametrize(
    ("outcome", "sentences", "change"),
    [
        (
            "sneezing at 6 weeks",
            (
                "At 6 weeks sneezing was rarer with humming than with silence (P = .01). At 6 months sneezing did not "
                "differ (P = .7)."
            ),
            "lower",
        ),
        (
            "ulcer recurrence",
            "Ulcers hurt more with humming (41 vs 24; P = .02). Recurrence will be reported separately.",
            None,
        ),
        (
            "foot ulcers",
            (
                "The foot index was lower with humming than with silence (P = .002). Ulcers were seen in 11 with "
                "humming and 14 with silence (P = .52)."
            ),
            "no-difference",
        ),
        (
            "spinal cracks",
            (
                "Non-spinal cracks did not differ (P = .5). New spinal cracks were fewer with humming than with "
                "silence (P = .01)."
            ),
            "lower",
        ),
        (
            "50% improvement of the sneeze index",
            "A 50% improvement of the sneeze index was seen in 74% with humming and in 10% with silence (P < .001).",
            "higher",
        ),
        ("satisfaction", "More adults were satisfied with humming than with silence (84% vs 51%).", "higher"),
        ("numb toes (toe numbness)", "Toe numbness was rarer with humming than with silence (P = .01).", "lower"),
        ("sneezing", "Morning sneezing (MS) was counted. MS was rarer with humming than with silence.", "lower"),
    ],
)
def test_which_sentence_is_of_the_outcome(outcome, sentences, change):
    asked = Triple("humming", "silence", outcome)
    assert read(sentences, plans="Adults hummed or were silent.", triple=asked, title="Humming").value == change


def test_a_scale_that_plans_name_tells_its_outcome():
    plans = "Hand skill was evaluated by the Invented Fingers Test (IFT; higher is better)."
    asked = Triple("humming", "silence", "hand skill")
    result = "The IFT was higher with humming than with silence (P = .01)."
    assert read(result, "Humming improves hand skill.", plans, asked).value == "higher"


# What a scale means and what people are counted by is no direction.
@pytest.mark.parametrize(
    ("sentence", "signs"),
    [
        ("Hiccups (0 worst, 10 best) were counted", "O"),
        ("Hiccups, with higher scores indicating worse sleep, were counted", "O"),
        ("Hiccups declined less (P = .01)", "O UP PSIG"),
        ("Hiccups: P<0.001 for noninferiority", "O SAME"),
    ],
)
def test_signs_beside_a_scale(sentence, signs):
    found = signs_of(sentence, Finder(sentence, HUMMING))[1]
    assert " ".join(one.name for one in found if one.name != "#") == signs


@pytest.mark.parametrize(
    ("outcome", "kept"),
    [
        ("hiccups", "Hiccups were alike."),
        ("sneezes", "sneezes, which were fewer."),
        ("coughs", "Hiccups were alike, except for sneezes, which were fewer."),
    ],
)
def test_a_sentence_without_its_aside(outcome, kept):
    sentence = "Hiccups were alike, except for sneezes, which were fewer."
    assert narrowed(sentence, Finder(sentence, Triple("humming", "silence", outcome))) == kept


# Only one arm, or another one than asked for: nothing is compared.
@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Hiccups were fewer with humming than in WL (P = .01).", "direction.third-arm"),
        ("Within the humming group, hiccups were fewer in the young (P = .01).", "direction.within-groups"),
        (
            "Subgroup analysis found that the effect of humming on hiccups did not differ by age.",
            "direction.only-modified",
        ),
    ],
)
def test_what_holds_nothing_against_the_comparator(sentence, rule):
    plans = "Adults were assigned to humming, whistling or a waiting list (WL)."
    assert read(sentence, plans=plans, triple=Triple("humming", "whistling", "hiccups")).rule == rule


# How sure, complete or alike the data of several studies are is no direction.
@pytest.mark.parametrize(
    "sentence",
    [
        "Three trials favoured humming for hiccups and two found no difference.",
        "Egger's test suggested publication bias for hiccups (P = .03).",
        "Heterogeneity was high for hiccups (I2 = 84%, P < .001).",
        "Meta-analysis of hiccups was precluded by heterogeneity, and no pooling was done.",
        "Missing data on hiccups were more frequent with humming (P = .03).",
    ],
)
def test_words_about_data_are_no_result(sentence):
    assert read(sentence, title="Humming for hiccups: a systematic review").value is None


@pytest.mark.parametrize(
    "plans",
    [
        "We randomly assigned 80 adults with hiccups to humming (n=40) or silence (n=40).",
        "Eighty adults with hiccups were allocated to humming or to silence and followed for 12 weeks.",
        "Hiccups were compared between humming and silence with a t test; P < 0.05 was significant.",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    [
        "Hiccups did not differ significantly between humming and silence (P = .40).",
        "There was no difference in hiccups between humming and silence (P = .5).",
        "Hiccups were significantly fewer with humming than with silence (P = .01).",
    ],
)
def test_who_was_allocated_to_what_is_cited_for_no_result(plans, sentence):
    """The sentence of the allocation names outcome and arms, and was quoted beside the result as its source."""
    found = read(sentence, plans=plans, triple=HUMMING)
    assert [span.where for span in found.spans] == [2]


def test_a_second_sentence_of_the_results_is_cited_beside_the_first():
    sentence = "Hiccups were similar with humming and silence at 1 week (P = .6). Hiccups did not differ at 2 weeks."
    assert len(read(sentence, triple=HUMMING).spans) == 2


def test_not_shown_to_be_non_inferior_is_not_alike():
    sentence = "Humming failed to be non-inferior: hiccups were 9 versus 5 (P = .01)."
    names = {one.name for one in signs_of(sentence, Finder(sentence, HUMMING))[1]}
    assert names.isdisjoint({"SAME", "NOT"})
