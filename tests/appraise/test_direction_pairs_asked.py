"""A result of another pair of arms, of each group by itself, of others or of hopes is none of the asked comparison."""

import pytest

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.effects.trust import trusted
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection

SURE = LINES["direction"].confidence
TWO = "We randomly assigned 80 adults to humming (n=40) or usual care (n=40)."
THREE = "We randomly assigned 120 adults with hiccups to humming, singing or usual care (n=40 each)."
TRIPLE = Triple("humming", "usual care", "hiccups")
THAN = "with humming than with usual care"


def text(result, plans=TWO):
    return text_of("Humming in adults", AbstractSection(plans, "METHODS"), AbstractSection(result, "RESULTS"))


def read(result, plans=TWO):
    return change_of(text(result, plans), TRIPLE)


def said(result, plans=TWO):
    found = read(result, plans)
    return found.value, found.confidence >= SURE


@pytest.mark.parametrize(
    ("plans", "result"),
    [
        (THREE, "Hiccups were significantly fewer with singing than with humming (P=0.01)."),
        (THREE, "Hiccups were significantly fewer with humming than with singing (P=0.01)."),
        (THREE, "Compared with singing, humming significantly reduced hiccups (P=0.01)."),
        (THREE, "Hiccups were significantly fewer with singing than with usual care (P=0.01)."),
        (
            "We randomly assigned 90 adults to yoga, rest, humming or usual care.",
            "Yoga lowered hiccups more than rest.",
        ),
        (
            "We randomly assigned 80 adults to humming plus yoga or humming alone.",
            "Hiccups were significantly fewer with humming plus yoga than with humming alone (P=0.01).",
        ),
        (
            "We randomly assigned 80 adults to loud humming or soft humming.",
            "Hiccups were significantly fewer with loud humming than with soft humming (P=0.01).",
        ),
        (
            "All patients hummed. We randomly assigned 80 adults to drug A or drug B.",
            "Hiccups were significantly fewer with drug A than with drug B (P=0.01).",
        ),
        (
            "All adults hummed and were randomly assigned to aspirin or ibuprofen.",
            "Hiccups were significantly fewer in the aspirin group than in the ibuprofen group (P=0.01).",
        ),
    ],
)
def test_a_comparison_of_other_arms_is_none_of_the_asked_ones(plans, result):
    """Of humming against usual care nothing is told by singing against humming, nor where all hummed."""
    assert read(result, plans).rule == "direction.third-arm"


@pytest.mark.parametrize(
    ("plans", "result"),
    [
        (THREE, f"Hiccups were significantly fewer with humming than with singing (P=0.01) and {THAN[13:]} (P=0.001)."),
        (THREE, "Hiccups were significantly fewer with humming than with singing or usual care (P=0.01)."),
        (THREE, "Hiccups were significantly fewer in the humming group than in the control group (P=0.01)."),
        (TWO, "Hiccups were significantly fewer with humming than with standard treatment (P=0.01)."),
        (TWO, "Hiccups were significantly fewer with humming than in the other group (P=0.01)."),
        (TWO, "Hiccups were significantly fewer in the intervention group than in the comparison group (P=0.01)."),
        (TWO, "Hiccups were significantly fewer with humming than with no humming (P=0.01)."),
    ],
)
def test_the_asked_pair_is_still_read(plans, result):
    """A third arm beside the two, and other words for the comparator, change nothing."""
    assert said(result, plans) == ("lower", True)


@pytest.mark.parametrize(
    "result",
    [
        "Compared with baseline, hiccups were significantly fewer after humming (P<0.001).",
        "Hiccups were significantly fewer at week 4 than at baseline in the humming group (P=0.001).",
        "Humming significantly reduced hiccups relative to baseline (P<0.001).",
        "Hiccups were halved in both groups.",
        "Humming lowered hiccups from baseline (P=0.01), as did usual care (P=0.02).",
    ],
)
def test_a_change_from_the_beginning_compares_no_groups(result):
    """Fewer hiccups than before are not fewer than with usual care."""
    assert read(result).rule == "direction.within-groups"


@pytest.mark.parametrize(
    "result",
    [
        "Humming reduced hiccups compared with baseline (P<0.001) but not compared with usual care (P=0.3).",
        "Hiccups fell significantly from baseline with humming (P=0.001), but not versus usual care (P=0.4).",
        "Humming lowered hiccups versus baseline, but the difference from usual care was not significant (P=0.4).",
    ],
)
def test_what_is_denied_against_the_comparator_is_no_difference(result):
    """What counts is told behind the 'but'."""
    assert said(result) == ("no-difference", True)


@pytest.mark.parametrize(
    "result",
    [
        "Humming significantly reduced hiccups compared with usual care (P<0.001) and with baseline (P=0.01).",
        "Compared with usual care, humming significantly reduced hiccups from baseline (P<0.001).",
        "Hiccups were halved by humming compared with usual care (P<0.001).",
        f"The reduction from baseline in hiccups was greater {THAN} (P=0.01).",
    ],
)
def test_a_comparison_of_groups_beside_one_with_the_beginning_is_read(result):
    """That the beginning is spoken of, too, takes nothing away."""
    assert said(result) == ("lower", True)


@pytest.mark.parametrize(
    "result",
    [
        f"It was hypothesised that hiccups would be significantly fewer {THAN}.",
        f"We expected hiccups to be significantly fewer {THAN}.",
        f"Hiccups were assumed to be fewer {THAN}.",
        "Humming is expected to reduce hiccups compared with usual care.",
        f"The trial was powered to detect 30% fewer hiccups {THAN}.",
        "If humming reduced hiccups compared with usual care, 200 patients would be needed.",
        f"A previous trial found that hiccups were significantly fewer {THAN} (P=0.01).",
        f"In a prior study, hiccups were significantly fewer {THAN} (P=0.001).",
        f"Smith et al reported that hiccups were significantly fewer {THAN} (P=0.01).",
        f"Jones and colleagues found significantly fewer hiccups {THAN}.",
        f"A 2031 meta-analysis reported fewer hiccups {THAN} (P=0.01).",
        "Doe (2031) found that humming reduced hiccups compared with usual care (P=0.01).",
        "Our hypothesis was that humming would reduce hiccups compared with usual care.",
    ],
)
def test_hopes_and_findings_of_others_are_no_results(result):
    """They stand among results, and are worded like them."""
    assert read(result).rule == "direction.hearsay"


@pytest.mark.parametrize(
    "result",
    [
        f"As hypothesised, hiccups were significantly fewer {THAN} (P=0.01).",
        f"Consistent with previous trials, hiccups were significantly fewer {THAN} (P=0.01).",
        f"Contrary to our hypothesis that they would be more frequent, hiccups were significantly fewer {THAN}.",
        f"Unlike an earlier trial, we found that hiccups were significantly fewer {THAN} (P=0.01).",
        f"Hiccups were significantly fewer {THAN} (P=0.01), as previous studies suggested.",
        f"Participants reported significantly fewer hiccups {THAN} (P=0.01).",
        f"The probability of hiccups was significantly lower {THAN} (P=0.01).",
    ],
)
def test_a_finding_that_is_held_against_hopes_is_one(result):
    """'As hypothesised' tells what was found."""
    assert said(result) == ("lower", True)


@pytest.mark.parametrize("nobody", ["0 of 80 planned adults were randomised.", "No patients were enrolled."])
def test_a_trial_of_nobody_has_no_results(nobody):
    """No hiccups in nobody are no difference."""
    assert read(f"{nobody} Hiccups did not differ between humming and usual care.").rule == "direction.no-results"


@pytest.mark.parametrize(
    "result",
    [
        f"The probability that hiccups were significantly fewer {THAN} was 3%.",
        f"Hiccups were fewer {THAN} at week 1 (P=0.04) but not at week 12, the primary end point (P=0.71).",
        "Humming reduced hiccups compared with usual care after 2 weeks (P=0.01), but not after 6 months (P=0.5).",
        f"Hiccups were not fewer {THAN} at 4 weeks (P=0.3) but were at 12 weeks (P=0.01).",
        f"Change from baseline in hiccups was greater {THAN} (-4 vs -2; P=0.01).",
        f"Hiccups were lower {THAN} in men and women (P = 0.02 and 0.50, respectively).",
    ],
)
def test_what_can_be_read_in_two_ways_is_not_sure(result):
    """A person looks at a difference at one time only, and at a change of unknown sign."""
    assert read(result).confidence < SURE


@pytest.mark.parametrize(
    ("outcomes", "values", "expected"),
    [
        ("Pain and hiccups", "P = 0.50 and 0.02", "lower"),
        ("Hiccups and pain", "P = 0.02 and 0.50", "lower"),
        ("Pain, sleep and hiccups", "P = 0.001, P = 0.03 and P = 0.2", "no-difference"),
        ("Pain, sleep and hiccups", "P = 0.50, 0.30, and 0.002", "lower"),
    ],
)
def test_each_outcome_has_its_own_p_value_of_a_list(outcomes, values, expected):
    """The second outcome has the second value."""
    assert said(f"{outcomes} were lower {THAN} ({values}, respectively).") == (expected, True)


def test_the_p_value_of_another_outcome_is_not_sure():
    """Of 'P = 0.02 and 0.01, respectively' the first is none of the second outcome."""
    for outcomes, sure in (("Hiccups and pain", True), ("Pain and hiccups", False)):
        told = text(f"{outcomes} were significantly lower {THAN} (P = 0.02 and 0.01, respectively).")
        (found,) = trusted(results_of(told, TRIPLE), change_of(told, TRIPLE))
        assert (found.p.confidence >= LINES["result.p_value"].confidence) is sure


def test_who_was_allocated_bears_out_no_direction():
    """The plan names outcome and arms, and tells nothing; so does a bare title."""
    result = "There was no difference in hiccups between humming and usual care (P=0.6)."
    told = text(result, "We randomly assigned 80 adults with hiccups to humming (n=40) or usual care (n=40).")
    assert [told.quote(one) for one in change_of(told, TRIPLE).spans] == [result]


def test_doses_of_the_asked_intervention_are_no_third_arm():
    """Of '400 mg, 800 mg or placebo' each dose is the asked drug's."""
    plans = "We randomly assigned 120 adults with hiccups to hummazine 400 mg, 800 mg or placebo."
    result = "Compared with placebo, hiccups were significantly fewer with 800 mg (P=0.01)."
    told = change_of(text(result, plans), Triple("hummazine", "placebo", "hiccups"))
    assert told.rule != "direction.third-arm"


def test_arms_that_share_a_common_word_are_two():
    """'Hum pressure wound therapy' against 'wound dressing': not all got the therapy."""
    plans = "We randomly assigned 80 adults to hum pressure wound therapy or to a wound dressing."
    result = "There was no significant difference between the two groups in wound infection (P=0.6)."
    told = change_of(text(result, plans), Triple("hum pressure wound therapy", "standard care", "wound infection"))
    assert (told.value, told.rule) == ("no-difference", "direction.no-difference")


@pytest.mark.parametrize(
    "result",
    [
        "Compared with forward walking, backward walking significantly reduced knee pain (P<0.001).",
        "Backward walking significantly reduced knee pain compared with forward walking (P<0.001).",
        "Knee pain was significantly lower in the backward walking group than in the forward walking group (P=0.02).",
        "The backward walking group had significantly less knee pain than the forward walking group (P=0.02).",
        "In contrast to forward walking, backward walking lowered knee pain (P=0.03).",
    ],
)
@pytest.mark.parametrize("comparator", ["", "forward walking"])
def test_forward_walking_is_the_other_arm_of_backward_walking(result, comparator):
    """Their names share a word, so that all seemed to get the intervention, or that it seemed held against itself."""
    plans = "We randomly assigned 80 adults with knee pain to backward walking (n=40) or forward walking (n=40)."
    told = change_of(text(result, plans), Triple("backward walking", comparator, "knee pain"))
    assert told.value == "lower"
