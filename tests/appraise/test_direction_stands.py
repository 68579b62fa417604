"""Which result stands for the study, and when a text cannot tell a direction. Every sentence is invented."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.outcome_said import change_of, told_as
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection

PLANS = "Adults were assigned to humming or to silence, and hiccups per day were counted."
HUMMING = Triple("humming", "silence", "hiccups")
NO_HUMMING = Triple("humming", "no humming", "hiccups")


def told(title, *sections, triple=HUMMING):
    return change_of(text_of(title, *(AbstractSection(words, label) for label, words in sections)), triple)


def result(sentence, conclusion="", plans=PLANS, triple=HUMMING):
    sections = ("METHODS", plans), ("RESULTS", sentence), ("CONCLUSIONS", conclusion)
    return told("Humming and hiccups", *(one for one in sections if one[1]), triple=triple)


# Another paper's results are not this one's, and plans are none.
@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Humming for hiccups: study protocol for a randomised trial", "In a pilot humming reduced hiccups (P = .02)."),
        (
            "Comment on: Humming for hiccups",
            "The authors found fewer hiccups with humming than with silence (P = .04).",
        ),
        ("Correction: Humming for hiccups", "Hiccups were seen in 24%, not in 22%, with silence."),
        ("Retraction: Humming for hiccups", "The difference in hiccups between humming and silence is unreliable."),
    ],
)
def test_what_has_no_results_tells_no_direction(title, sentence):
    assert told(title, ("RESULTS", sentence)).rule == "direction.no-results"


def test_a_retracted_paper_still_tells_its_results():
    read = told(
        "RETRACTED: Humming for hiccups", ("RESULTS", "Hiccups were fewer with humming than with silence (P = .01).")
    )
    assert read.value == "lower"


# A change in one group is no difference between two.
@pytest.mark.parametrize(
    "plans",
    [
        "In this single-arm study 30 adults hummed for a week.",
        "Thirty adults hummed for a week; there was no control group.",
        "This uncontrolled study followed 30 adults who hummed.",
    ],
)
def test_one_group_compares_nothing(plans):
    sentence = "Hiccups fell from 6.4 to 5.3 per day (P = .01)."
    assert result(sentence, plans=plans).rule == "direction.one-group"
    assert result(sentence, plans=plans, triple=Triple("humming", "baseline", "hiccups")).value == "lower"


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        (
            (
                "Hiccups fell with humming from 6.9 to 4.6 (P = .01), while with silence the fall from 6.7 to 5.6 "
                "was not significant (P = .06)."
            ),
            "direction.within-groups",
        ),
        ("Records of hiccups were complete in 97%.", "direction.no-result-told"),
    ],
)
def test_a_sentence_that_compares_nothing(sentence, rule):
    assert result(sentence).rule == rule


# The whole stands before its parts, and what was put right before the crude figure.
@pytest.mark.parametrize(
    ("sentences", "change"),
    [
        (
            (
                "Hiccups were 14.2 with humming and 14.6 with silence (difference -0.4, 95% CI -2.9 to 2.1, P = "
                ".73). In a post hoc analysis hiccups were fewer with humming in the young (P = .01)."
            ),
            "no-difference",
        ),
        (
            (
                "Among completers hiccups were fewer with humming than with silence (P = .03). By intention to "
                "treat, hiccups did not differ between humming and silence (P = .60)."
            ),
            "no-difference",
        ),
        (
            (
                "Before matching, hiccups were more frequent with humming (24% vs 19%, P = .01). After matching, "
                "hiccups were less frequent with humming (18% vs 24%, P = .02)."
            ),
            "lower",
        ),
        (
            (
                "Hiccups fell in both groups (humming: from 9.2 to 5.8; silence: from 9.5 to 6.2; both P < .001). "
                "The adjusted between-group difference was -0.1 (95% CI -0.9 to 0.7; P = .80)."
            ),
            "no-difference",
        ),
    ],
)
def test_which_result_stands_for_the_study(sentences, change):
    assert result(sentences).value == change


# Cohorts tell their findings as associations; another exposure's are not asked for.
@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Humming was associated with a lower risk of hiccups.", "lower"),
        ("Humming was associated with an increased rate of hiccups.", "higher"),
        ("A higher rate of hiccups was associated with humming.", "higher"),
        ("We found an inverse association between humming and hiccups.", "lower"),
        ("Humming was positively associated with hiccups.", "higher"),
        (
            "Hiccups were fewer with humming (P = .03), but the difference disappeared after adjustment.",
            "no-difference",
        ),
        ("Humming was not associated with hiccups (odds ratio 1.04, 95% CI 0.76-1.42).", "no-difference"),
        ("Whistling was unrelated to hiccups. Humming was associated with fewer hiccups.", "lower"),
        (
            (
                "Adults who hummed had an odds ratio of 0.58 (95% CI 0.43-0.79) for hiccups compared with adults who "
                "had not hummed."
            ),
            "lower",
        ),
    ],
)
def test_associations(sentence, change):
    assert result(sentence, plans="Adults were asked whether they hum.", triple=NO_HUMMING).value == change


# Numbers whose arms are half told: an elided name, a count before a name, signed changes, the order of the one before.
@pytest.mark.parametrize(
    ("sentence", "triple"),
    [
        ("Hiccups occurred in 2.4% with and 5.1% without humming (P = .005).", NO_HUMMING),
        ("Hiccups were seen in 3 humming adults (6%) and 10 silence adults (22%; P = .02).", HUMMING),
        ("Hiccups changed by -9.8 with humming (n 39) and by +0.6 with silence (n 37) (P < .001).", HUMMING),
        (
            "Sneezes were 3 per day with humming and 5 with silence (P = .3). Hiccups were 9 and 17 (P = .004).",
            HUMMING,
        ),
        (
            "Hiccups were 9 per day in hummers' villages and 17 in control villages (P = .004).",
            Triple("hummer visits", "usual care", "hiccups"),
        ),
    ],
)
def test_numbers_whose_arms_are_half_told(sentence, triple):
    assert result(sentence, triple=triple).value == "lower"


def test_letters_of_a_group_that_its_bracket_names():
    plans = "Adults hummed with cues (cueing group, CG; n = 26) or without (humming group, HG; n = 26)."
    sentence = "Sleep quality rose by 17 points in CG and by 9 points in HG (P = .002)."
    assert result(sentence, plans=plans, triple=Triple("cueing", "humming", "sleep quality")).value == "higher"


# Results that call an outcome only 'the primary end point' tell it all the same; a part of a composite one does not.
@pytest.mark.parametrize(
    ("outcome", "found"), [("composite of death, sneezes or hiccups", True), ("hiccups", False), ("sleep", False)]
)
def test_the_primary_end_point_is_another_name(outcome, found):
    plans = "The primary end point was a composite of death, sneezes, or hiccups within 30 days."
    text = text_of(
        "A humming trial",
        AbstractSection(plans, "METHODS"),
        AbstractSection(
            "A primary end point event occurred in 52 with humming and 59 with silence (P = .45).", "RESULTS"
        ),
    )
    assert (told_as(text, Triple("humming", "silence", outcome)) is not None) is found


# Whatever an abstract holds, reading ends and quotes it verbatim.
@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="ab (),;.0135%:<=-", max_size=200))
def test_every_span_is_verbatim(noise):
    text = text_of(f"Humming {noise}", AbstractSection(f"Hiccups {noise} with humming. From {noise} to 3.", "RESULTS"))
    assert all(text.quote(span) for span in change_of(text, HUMMING).spans)


# Results of others, or what people said, are no results of groups.
@pytest.mark.parametrize(
    ("title", "plans"),
    [
        ("Expression of Concern: Humming lowers hiccups", "Adults were assigned to humming or to silence."),
        ("Living with hiccups", "In this qualitative study we held semi-structured interviews with 20 hummers."),
        ("Reporting hiccups: a Delphi consensus statement", "Sixty experts answered three rounds."),
    ],
)
def test_words_of_others_tell_no_direction(title, plans):
    read = told(title, ("METHODS", plans), ("RESULTS", "Most said that humming reduced their hiccups."))
    assert read.rule == "direction.no-results"


# One group that is measured twice is none beside another, also where nobody calls it so.
def test_a_study_that_speaks_of_no_group_has_one():
    plans = "Nine men hummed ten times; hiccups were counted before and after the sessions."
    assert result("Hiccups fell by 18% (P = .004).", plans=plans, triple=NO_HUMMING).rule == "direction.one-group"
    alone = Triple("humming", "", "hiccups")
    assert result("Hiccups fell by 18% (P = .004).", plans=plans, triple=alone).value is None


def test_two_periods_told_by_a_ratio_are_compared():
    plans = "Before-after study of all adults seen in the 18 months before and after humming was introduced."
    sentence = "Hiccups were less frequent after the change (7% vs 12%; adjusted OR 0.53, 95% CI 0.36 to 0.78)."
    assert (
        result(sentence, plans=plans, triple=Triple("humming", "no humming", "hiccups")).rule != "direction.one-group"
    )


# A study of animals tells nothing of people.
@pytest.mark.parametrize("title", ["Humming in rats with hiccups", "Humming in rodents: a systematic review"])
def test_animals_tell_nothing_of_patients(title):
    sentence = "Hiccups were fewer with humming than with silence (P = .01)."
    asked = Triple("humming", "silence", "hiccups in patients")
    plans = "Forty male rats were assigned to humming or to silence."
    assert told(title, ("METHODS", plans), ("RESULTS", sentence), triple=asked).rule == "direction.other-beings"
    assert told(title, ("METHODS", plans), ("RESULTS", sentence)).value == "lower"


# What each group did by itself, or what nobody measured, is no difference between them.
@pytest.mark.parametrize(
    ("sentence", "change"),
    [
        ("Hiccups declined in both groups.", None),
        ("Hiccups improved from baseline with humming (P = .01).", None),
        ("With humming, hiccups fell from 6.1 to 4.2 (P = .01); with silence they went from 6 to 5 (P = .09).", None),
        ("Hiccups were not recorded consistently.", None),
        ("Hiccups were reported too rarely to be pooled.", None),
        ("No data on hiccups were available.", None),
        ("Hiccups declined in both groups, with no difference between them (P = .68).", "no-difference"),
        ("Humming raised the number of hiccups from 20 to 31 (P < .05).", "higher"),
        ("The hiccup rate was 2.2 in both groups (P = .75).", "no-difference"),
    ],
)
def test_changes_of_each_group_are_no_comparison(sentence, change):
    assert result(sentence).value == change


# What another exposure is associated with is no result of the arms, unless it is the question's own exposure.
def test_other_exposures_stand_aside():
    other = "Grip strength was unrelated to hiccups (HR 1.11, 95% CI 0.84 to 1.47)."
    assert result(other).rule == "direction.another-exposure"
    assert result(other, triple=Triple("low grip strength", "high grip strength", "hiccups")).value == "no-difference"
    own = "Hiccups were fewer with humming than with silence (P = .01)."
    assert result(f"Alcohol use was not associated with hiccups. {own}").value == "lower"
    assert result(f"The effect on hiccups did not differ by age (P for interaction = .44). {own}").value == "lower"


# Another outcome of like name, or people of the other sex, do not answer.
def test_rivals_stand_aside():
    rival = "Colon ulcers were not related to humming (RR 1.0, 95% CI 0.8 to 1.3)."
    asked = Triple("humming", "", "stomach ulcers")
    assert result(f"Stomach ulcers were fewer with humming (P = .01). {rival}", triple=asked).value == "lower"
    women = "In men, humming was associated with fewer hiccups (HR 0.8, 95% CI 0.7 to 0.9)."
    asked = Triple("humming in women", "", "hiccups")
    assert result(women, triple=asked).confidence < result(women).confidence


# protects: an editor to whom a change in one group is shown as a sure difference between two
@pytest.mark.parametrize(
    "sentence",
    [
        "Hiccups were fewer than before with humming (P<0.05), while with silence they had no obvious change.",
        "Hiccups decreased by 0.4 per day with humming (P = .03) and did not change significantly with silence.",
        "Hiccups increased with silence (P = .02) but remained stable with humming.",
    ],
)
def test_a_change_in_one_group_beside_none_in_the_other_is_not_sure(sentence):
    assert result(sentence).confidence < LINES["direction"].confidence


def test_what_was_compared_with_doing_without_it_stands_behind_what_is_asked_for():
    plans = "In a factorial trial adults were assigned to tapping or no tapping, and to humming or silence."
    sentence = "Hiccups were fewer with tapping than without (ratio 0.71, 95% CI 0.57-0.88; P = .002). "
    read = result(f"{sentence}Humming had no effect on hiccups as compared with silence (P = .66).", plans=plans)
    assert read.value == "no-difference"


# 'Eating' tells no food from the other
def test_how_something_is_taken_is_not_what_is_taken():
    parfait = Triple("eating raspberry parfait", "not eating it", "hiccups")
    read = result("Hiccups were unrelated to eating smoked eel (RR 1.1; 0.7-1.6).", triple=parfait)
    assert not (read and read.confidence >= LINES["direction"].confidence)
