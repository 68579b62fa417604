"""Printed results: numbers, and what they belong to."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.effects import between_words
from claimbook.appraise.effects.between import cues_of
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence, text_of
from claimbook.model.record import AbstractSection

OF_ONE_GROUP = """
    from baseline compared with to the pre pre- test treatment intervention within group -groups versus vs vs. over
    than at before and after post in both all three four groups
"""
OF_GROUPS = """
    between among the two three groups group arms treatments did not differ difference differences similar in same for
    by time x interaction versus compared with than respectively against both equal comparable different
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
        ("Hiccups were rarer (aOR 0.71; 0.60\u20130.84).", ("OR", 0.71, (0.6, 0.84), None)),
        ("Hiccups were rarer (OR = 0,71; 95% CI: 0,60-0,84; p = 0,03).", ("OR", 0.71, (0.6, 0.84), "0.03")),
        ("Odds Ratio [95%CI] = 0.31 [0.12 \u2013 0.81], p<0.05", ("OR", 0.31, (0.12, 0.81), "<0.05")),
        ("The prevalence ratio for hiccups was 1.3 (CI 95% 1.1 to 1.6).", ("RR", 1.3, (1.1, 1.6), None)),
        ("Hiccups were rarer (subhazard ratio, 0.6 [95% CI, 0.4-0.9]).", ("HR", 0.6, (0.4, 0.9), None)),
        (
            "The standardised mean differences were \u22120.53 (\u22120.9, \u22120.1).",
            ("SMD", -0.53, (-0.9, -0.1), None),
        ),
        (
            "The difference between groups in change was \u22121.2 points (C.I.95%: \u22123.4; 1.0).",
            ("MD", -1.2, (-3.4, 1.0), None),
        ),
        (
            "The difference at 12 weeks was 3.1 points (95 percent confidence interval, 1 to 5).",
            ("MD", 3.1, (1.0, 5.0), None),
        ),
        (
            "Hiccups differed (difference between groups \u221210.4 %; 95 % CI \u221214.1, \u22126.7 %).",
            ("percent", -10.4, (-14.1, -6.7), None),
        ),
        (
            "Hiccups fell by 3.9 a day more with humming than without (95% CI 2.5 to 5.3; p < or = 0.01).",
            ("MD", 3.9, (2.5, 5.3), "<0.01"),
        ),
        ("The distance walked rose by 47 m (95% CI 28 m to 66 m).", ("mean-change", 47.0, (28.0, 66.0), None)),
        ("Relief was seen in 48% (95% CI = 31% to 67%) of hummers.", ("proportions", 48.0, (31.0, 67.0), None)),
        ("Hiccups went with age (r = \u22120.41, P less than .01).", ("r", -0.41, None, "<0.01")),
        ("Hiccups rose with age (\u03b2 = 0.2; 95% credible interval 0.1 to 0.3).", ("other", 0.2, (0.1, 0.3), None)),
        (
            "Hiccups fell (difference \u221231.4 cm2; 95% CI \u221256.5 cm2 to \u22126.3 cm2).",
            ("MD", -31.4, (-56.5, -6.3), None),
        ),
        ("An RR of 27.6 % and a survival of 7.3 months (95 % CI, 5.0-9.6 months).", ("other", 7.3, (5.0, 9.6), None)),
        ("Costs rose (difference \u00a3115 (95% CI \u00a383 to \u00a3147)).", ("MD", 115.0, (83.0, 147.0), None)),
    ],
)
def test_estimates(sentence, expected):
    (one,) = results(sentence)
    printed = str(one.p.value) if one.p else None
    assert (one.measure.value, one.estimate.value, one.interval.value, printed) == expected


# protects: further numbers of an effect that is named once, however they are listed
@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The hazard ratio was 0.86 (95% CI 0.70-1.06) for some and 0.71 (95% CI 0.55-0.92) for much humming.",
            [("HR", 0.86, (0.7, 1.06)), ("HR", 0.71, (0.55, 0.92))],
        ),
        (
            "The odds were lower at first (adjusted OR 0.38, 95% CI 0.36-0.40), and 0.71 (0.66-0.76) after a month.",
            [("OR", 0.38, (0.36, 0.4)), ("OR", 0.71, (0.66, 0.76))],
        ),
        (
            "Odds ratios ranged from 1.42 (95% CI 1.11; 1.82) for humming to 3.05 (2.31; 4.03) for singing.",
            [("OR", 1.42, (1.11, 1.82)), ("OR", 3.05, (2.31, 4.03))],
        ),
        (
            "Humming was rarer (OR 0.5, 95% CI 0.3-0.8), and days of hiccups fell by 2.0 (95% CI 1.0 to 3.0).",
            [("OR", 0.5, (0.3, 0.8)), ("mean-change", 2.0, (1.0, 3.0))],
        ),
    ],
)
def test_estimates_of_one_name(sentence, expected):
    found = results(sentence)
    assert [(one.measure.value, one.estimate.value, one.interval.value) for one in found] == expected


# protects: people, times, quartiles and numbers of an arm that pass for an estimate
@pytest.mark.parametrize(
    "sentence",
    [
        "There was no difference in 12 of 30 adults.",
        "There were no differences in hiccups (16 with humming vs ten with silence).",
        "Hiccups did not differ at 12 weeks (difference not shown).",
        "Relief was seen in 15 of 31 adults (95% CI 30 to 66).",
        "The median (range) was 3.1 (2.0-4.5) days; CI were not computed.",
        "A PR was seen in 30 adults.",
        "There were no differences between the groups at the end of 6 months.",
        "The relative risk for hiccups with humming (772 person-years, 13 events) is not known.",
        "Rescue was more frequent with humming (H = 1 time, D = 1.5 times).",
        "Cardiac index (CI) was 2.1 before and 2.6 after.",
        "CI < 1.65 l/min foretold hiccups.",
        "The effect size (\u03b72) was .05.",
    ],
)
def test_numbers_that_are_no_estimates(sentence):
    assert not [one for one in results(sentence) if one.estimate]


# protects: an endless number in the record, which no JSON can hold
@pytest.mark.parametrize("printed", ["9" * 400, "\u2212" + "9" * 400])
def test_a_number_of_hundreds_of_digits_is_none(printed):
    (one,) = results(f"The mean difference was {printed} (P = 0.02).")
    assert one.estimate.value is None


def test_an_interval_without_its_number_is_still_read():
    (one,) = results("Pressure was 6.1 mmHg lower with humming (95% CI \u201311.0 to \u20131.2, p=0.015).")
    assert (one.estimate.value, one.interval.value, str(one.p.value)) == (None, (-11.0, -1.2), "0.015")


def test_means_of_two_arms_with_their_deviations():
    (one,) = results("Hiccups were 3.4 \u00b1 1.1 with humming versus 5.1 \u00b1 1.3 with silence (P = .02).")
    assert [mean.value for mean in one.means] == [3.4, 5.1]
    assert [sd.value for sd in one.deviations] == [1.1, 1.3]
    assert str(one.p.value) == "0.02"


# protects: one arm before and after that passes for two arms
@pytest.mark.parametrize(
    ("sentence", "means", "deviations"),
    [
        ("Hiccups fell from 5.1 (SD 1.3) to 3.4 (SD 1.1) (P = .02).", [], []),
        ("Hiccups were 5.1 \u00b1 1.3 before and 3.4 \u00b1 1.1 after humming (P = .02).", [], []),
        (
            "Fell from 5.1 \u00b1 1.3 to 3.4 \u00b1 1.1 in one group, from 5.0 \u00b1 1.2 to 4.9 \u00b1 1.4 in two.",
            [3.4, 4.9],
            [1.1, 1.4],
        ),
        (
            "Hiccups: 5.1 \u00b1 1.3 to 3.4 \u00b1 1.1 (P = .02), sneezes: 7.0 \u00b1 1.2 to 6.0 \u00b1 1.4 (P = .03).",
            [],
            [],
        ),
        ("The mean (SD) number was 3.4 (1.1) with humming and 5.1 (1.3) with silence.", [3.4, 5.1], [1.1, 1.3]),
        ("Mean (SD) scores of ease, speed and joy were 3.8 (1.8), 5.1 (1.1), and 6.0 (1.6).", [], []),
        ("Hiccups were fewer in the humming group (mean 3.4 vs 5.1; p=0.04).", [3.4, 5.1], []),
        ("The mean change at 6 months was -3.4 in the humming group and -1.6 in the silent group.", [-3.4, -1.6], []),
        ("Hiccups were 3.4 mm Hg (SD, 1.1) with humming and 5.1 mm Hg (SD, 1.3) with silence.", [3.4, 5.1], [1.1, 1.3]),
    ],
)
def test_means_are_those_of_arms(sentence, means, deviations):
    found = results(sentence)
    assert [mean.value for one in found for mean in one.means] == means
    assert [sd.value for one in found for sd in one.deviations] == deviations


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
        ("Hiccups improved (P = .01).", "unclear"),
        ("Hiccups were 3.4 \u00b1 1.1 with humming and 5.1 \u00b1 1.3 with silence (P = .02).", "between-group"),
        ("Hiccups stopped in 12 (40%) and 6 (20%) adults (P = .02).", "between-group"),
        ("Hiccups stopped in 12 hummers and in six controls, and 3 of 30 sang (P = .02).", "between-group"),
        ("Hiccups fell by 3.1 and 2.8 a day in HG and SG, respectively (P = .64).", "between-group"),
        ("There was a group \u00d7 time interaction for hiccups (P = .02).", "between-group"),
        ("Hiccups fell more with humming (P = .02).", "between-group"),
        ("Survival was 84% and 69% (log-rank P = .02).", "between-group"),
        ("Hiccups fell from 14.6 to 10.1 a week (P = .02).", "within-group"),
        ("Hiccups fell from 5.1 (SD 1.3) to 3.4 (SD 1.1) (P = .02).", "within-group"),
        (
            "The reduction from baseline was 6.8 with humming and 4.2 with silence (mean difference, -2.6; P<.001).",
            "between-group",
        ),
        ("The mean difference from baseline was -2.6 (P<.001).", "within-group"),
        ("Hiccups improved at 6 and 12 weeks (P = .02).", "unclear"),
        ("Hiccups increased by 3.1 (P = .02).", "within-group"),
        ("Hiccups fell in all three groups (P = .02).", "within-group"),
        ("Hiccups rose in week 12 compared with hiccups at baseline (P = .02).", "within-group"),
        ("Silence was shorter in hummers (2.3 versus 4.2 months; P = .07).", "between-group"),
        ("In the humming group 17 stopped, while in the silent group it was 5 (P = .01).", "between-group"),
        ("Hiccups rose in the humming group but not in the silent group (P = .01).", "unclear"),
        ("There was an effect of the intervention on hiccups (P = .01).", "between-group"),
    ],
)
def test_contrast(sentence, contrast):
    (one,) = results(sentence)
    assert one.contrast.value == contrast


# protects: all ratios of a list but the first, and ages or scores that are taken for ratios
@pytest.mark.parametrize(
    ("sentence", "estimates"),
    [
        ("The HR was 1.31 (1.19-1.44) for one hum, 1.02 (0.93-1.12) for two, and 1.19 (1.05-1.35) for more.", 3),
        ("Hiccups did not rise (rate ratio 1.02, 0.84-1.24), but yawns fell (0.80, 0.69-0.93).", 2),
        ("The HR was 1.31 (1.19-1.44) at a mean age of 54.2 (48.1-61.0) years.", 1),
        ("The HR was 1.31 (1.19-1.44) with a score of 2.1 (0.4-2.3).", 1),
        ("Scores were 1.31 (1.19-1.44) and 1.02 (0.93-1.12).", 0),
    ],
)
def test_ratios_behind_a_ratio_are_read(sentence, estimates):
    found = [one for one in results(sentence) if one.estimate and one.interval]
    assert len(found) == estimates
    assert len({one.measure.value for one in found}) <= 1


# protects: a contrast that nobody need check, where nothing but the number shows it
@pytest.mark.parametrize(
    ("sentence", "sure"),
    [
        ("Hiccups did not differ between the groups (P = .6).", True),
        ("Hiccups were fewer with humming than with silence (OR 0.5; 95% CI 0.3 to 0.8).", True),
        ("Fewer had hiccups (OR 0.5; 95% CI 0.3 to 0.8).", False),
        ("Hiccups were fewer with humming than with silence (P = .02).", False),
        ("Hiccups fell from 5.1 to 3.4 (P = .02).", False),
    ],
)
def test_a_contrast_is_sure_where_it_is_told_or_both_shown_and_told(sentence, sure):
    (one,) = results(sentence)
    assert (one.contrast.confidence >= LINES["result.contrast"].confidence) is sure


# protects: the later ones of a list of p values, each in front of a clause that says nothing of its own
def test_a_result_compares_what_the_one_before_it_compares():
    found = results("Hiccups were fewer with humming (P = .01), and so were sneezes (P = .02) and yawns (P = .03).")
    assert [one.contrast.value for one in found] == ["between-group"] * 3


def test_changes_of_one_group_stay_within_it():
    found = results("Hiccups fell from 6.4 (1.7) to 5.3 (2.0) (p=0.01), and yawning was unchanged (p=0.44).")
    assert [one.contrast.value for one in found] == ["within-group"] * 2


# Of a sentence with several outcomes, the asked outcome gets its own p value.
def test_results_are_bound_to_their_outcome():
    sentence = "Humming improved sleep (P = .003), but hiccups did not differ from silence (P = .61)."
    (one,) = results(sentence, HUMMING)
    assert (str(one.p.value), one.change.value) == ("0.61", "no-difference")
    assert (one.outcome.value, one.comparison.comparator.value) == ("hiccups", "silence")


# protects: the name that was asked for in place of the one that stands beside the number
def test_what_was_asked_for_is_bound_to_the_words_beside_its_number():
    (one,) = results("The number of hiccups was lower with humming (P = .003).", HUMMING)
    assert one.outcome.value == "number of hiccups"
    (one,) = results("In those with hiccups and colds humming helped (P = .003).", HUMMING)
    assert (one.outcome.value, one.outcome.confidence) == ("hiccups", 0.8)


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


# protects: a quick look that hides what the pattern of a comparison between groups would have found
@given(st.lists(st.sampled_from(OF_GROUPS.split()), max_size=5))
def test_the_quick_looks_never_hide_a_comparison_between_groups(words):
    said = " ".join(words)
    cues = cues_of(Sentence(said, 0, 1, Role.RESULTS, printed_role=True))
    between = (between_words.AMONG_GROUPS, between_words.OF_GROUPS)
    assert bool(cues.between) == any(pattern.search(said) for pattern in between)
    assert cues.compared or between_words.COMPARED.search(said) is None


# protects: time that grows with the square of a hostile sentence
@pytest.mark.parametrize("piece", ["(", "difference ", "95% CI ", "p ", "1.0 (", "\u00b1", "mean 1 in a and ", "OR, "])
def test_hostile_sentences_take_no_longer_than_they_are_long(piece):
    started = process_time()
    results("The odds ratio and the difference were " + piece * 3000)
    assert process_time() - started < 3


# protects: a quick look that hides what the pattern of a comparison within a group would have found
@given(st.lists(st.sampled_from(OF_ONE_GROUP.split()), max_size=5))
def test_the_quick_look_never_hides_a_comparison_within_a_group(words):
    for said in (" ".join(words), "".join(words)):
        cues = cues_of(Sentence(said, 0, 1, Role.RESULTS, printed_role=True))
        assert cues.within or between_words.WITHIN.search(said) is None
