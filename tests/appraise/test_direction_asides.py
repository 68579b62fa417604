"""What is told of other arms, times, people and things, or only thought, is no sure direction of the asked outcome."""

import pytest

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection

SURE = LINES["direction"].confidence
TWO = "We randomly assigned 80 adults to humming (n=40) or usual care (n=40)."
THREE = "We randomly assigned 120 adults to humming (n=40), singing (n=40) or usual care (n=40)."
ACTIVE = "Ninety adults were allocated to humming, singing and whistling."


def read(result, plans=TWO, comparator="usual care", outcome="hiccups"):
    sections = AbstractSection(plans, "METHODS"), AbstractSection(result, "RESULTS")
    return change_of(text_of("Humming in adults", *sections), Triple("humming", comparator, outcome))


def said(result, plans=TWO, comparator="usual care", outcome="hiccups"):
    found = read(result, plans, comparator, outcome)
    return found.value, found.confidence >= SURE


def is_sure(result, **asked):
    value, sure = said(result, **asked)
    return value is not None and sure


@pytest.mark.parametrize("comparator", ["", "usual care"])
@pytest.mark.parametrize(
    "result",
    [
        "Only singing reduced hiccups significantly compared with usual care (P=0.01).",
        "The singing group had significantly fewer hiccups than the humming group (P=0.01).",
        "There was no significant difference in hiccups between the humming and singing groups (P=0.6).",
        "Hiccups were significantly fewer with singing than in the other two groups (P=0.01).",
        "Hiccups were significantly fewer with singing than in the humming and usual care groups (P=0.01).",
        "Singing was more effective than humming or usual care in reducing hiccups (P=0.01).",
        "Compared with humming and usual care, singing led to significantly fewer hiccups (P=0.01).",
        "Singers had significantly fewer hiccups than controls (P=0.02).",
        "The two active treatments did not differ in hiccups (P=0.7).",
        "Hiccups fell similarly with humming and singing (P=0.8).",
        "Hiccups fell by 30% with humming, 45% with singing, 28% with usual care (P=0.03 for singing vs usual care).",
        "Usual care was inferior to singing for hiccups (P=0.01).",
    ],
)
def test_a_third_arm_tells_nothing_with_or_without_an_asked_comparator(comparator, result):
    """Where the claim names no comparator, the arm that does without is it, and singing is a third one."""
    assert read(result, THREE, comparator).rule == "direction.third-arm"


@pytest.mark.parametrize("comparator", ["", "usual care"])
@pytest.mark.parametrize(
    "result",
    [
        "Hiccups were significantly fewer in the humming group than in the singing and usual care groups (P=0.01).",
        "Hiccups were significantly fewer with humming and singing than with usual care (P=0.01).",
        "Humming was more effective than singing or usual care in reducing hiccups (P=0.01).",
        "Hiccups were significantly fewer with humming than in the other two groups (P=0.01).",
        "Both active groups had significantly fewer hiccups than usual care (P=0.01).",
        "Hiccups were significantly fewer with humming and singing than in the other group (P=0.01).",
    ],
)
def test_a_third_arm_beside_the_asked_ones_takes_nothing_away(comparator, result):
    """'Humming and singing against usual care' is still humming against usual care."""
    assert said(result, THREE, comparator) == ("lower", True)


def test_without_an_arm_that_does_without_each_other_arm_is_a_comparator():
    """Of humming, singing and whistling, singing against humming answers; singing against whistling does not."""
    told = "Hiccups were significantly fewer with {} than with {} (P=0.01)."
    assert said(told.format("humming", "singing"), ACTIVE, "") == ("lower", True)
    assert said(told.format("singing", "humming"), ACTIVE, "") == ("higher", True)
    assert read(told.format("singing", "whistling"), ACTIVE, "").rule == "direction.third-arm"


@pytest.mark.parametrize(
    "result",
    [
        "Hiccups did not differ between boys and girls (P=0.5).",
        "There was no difference in hiccups between centres (P=0.5).",
        "Hiccups did not differ between responders and non-responders (P=0.5).",
        "There was no difference in hiccups between patients aged over 60 and those under 60 (P=0.6).",
        "No correlation was seen between hiccups and body weight (P=0.5).",
        "Hiccups did not predict falls (P=0.5).",
        "Hiccups did not differ within the humming group (P=0.4).",
        "Hiccups were not normally distributed and were log-transformed.",
        "Not every patient had fewer hiccups with humming.",
        "No deaths occurred, and hiccups were recorded in all patients.",
        "Women had significantly more hiccups than men in the humming group (P=0.01).",
        "Hiccups were fewer among smokers than among nonsmokers in the humming arm (P=0.02).",
        "Hiccups correlated inversely with humming time in the humming group (r=-0.4, P=0.01).",
    ],
)
def test_other_questions_are_not_answered_for_the_arms(result):
    """Men and women, centres, one group and distributions are no comparison of humming with usual care."""
    assert not is_sure(result)


@pytest.mark.parametrize(
    ("result", "change"),
    [
        ("There was no difference in hiccups between the two arms (P=0.5).", "no-difference"),
        (
            "Hiccups did not differ between men in the humming group and men in the usual care group (P=0.5).",
            "no-difference",
        ),
        ("Humming was not associated with hiccups (OR 1.0, 95% CI 0.7 to 1.4).", "no-difference"),
        ("Hiccups were significantly fewer with humming than with usual care in men and women (P=0.01).", "lower"),
        ("Women who hummed had significantly fewer hiccups than women with usual care (P=0.01).", "lower"),
    ],
)
def test_people_beside_the_arms_take_nothing_away(result, change):
    """'Women who hummed against women with usual care' compares the arms."""
    assert said(result) == (change, True)


@pytest.mark.parametrize(
    "result",
    [
        "A difference in hiccups between humming and usual care could not be ruled out.",
        "Equivalence of humming and usual care for hiccups could not be demonstrated.",
        "Non-inferiority of humming to usual care for hiccups was not shown (difference 4%, 95% CI -1 to 9).",
        "Humming failed to meet the criteria for non-inferiority for hiccups (4%, 95% CI -1 to 9).",
    ],
)
def test_what_was_not_shown_to_be_alike_is_not_sure(result):
    """A trial that could not show equivalence has shown neither."""
    assert not is_sure(result)


def test_no_difference_shown_is_none():
    """The near miss: a reduction that could not be shown is no significant difference."""
    result = "No difference in hiccups between humming and usual care could be demonstrated (P=0.4)."
    assert said(result) == ("no-difference", True)


@pytest.mark.parametrize(
    ("result", "change"),
    [
        (
            (
                "There was no difference in hiccups at baseline (P=0.74), but at 8 weeks they were significantly fewer "
                "in the humming group (P=0.002)."
            ),
            "lower",
        ),
        (
            (
                "Although hiccups did not differ at baseline, they were significantly fewer with humming than with "
                "usual care at 8 weeks (P=0.002)."
            ),
            "lower",
        ),
        (
            "Hiccups were similar at study entry but significantly fewer in the humming group at 8 weeks (P=0.002).",
            "lower",
        ),
        (
            "Hiccups, which were similar at entry, were significantly fewer with humming than with usual care (P=.01).",
            "lower",
        ),
        (
            (
                "Hiccups were significantly more frequent in the humming group at baseline (P=0.03), but did not "
                "differ between groups at 8 weeks (P=0.6)."
            ),
            "no-difference",
        ),
        ("Hiccups, adjusted for hiccups at baseline, were significantly fewer with humming (P=0.01).", "lower"),
    ],
)
def test_behind_the_beginning_stands_the_result(result, change):
    """What was so at baseline is left aside where the same sentence goes on."""
    assert said(result) == (change, True)


@pytest.mark.parametrize(
    "result",
    [
        "The humming group had more severe hiccups on enrolment (P=0.04).",
        "Prior to randomisation hiccups were significantly more frequent in the humming group (P=0.04).",
        "Hiccups were significantly more severe in the humming group at trial entry (P=0.04).",
        "The groups differed in hiccups at study entry, being more severe in the humming group (P=0.04).",
        "Preoperatively hiccups were significantly more frequent in the humming group (P=0.04).",
        "Pretreatment hiccups were significantly more frequent in the humming group (P=0.04).",
        "Hiccups at week 0 were significantly more frequent in the humming group (P=0.04).",
        "Initially, hiccups were significantly more frequent in the humming group (P=0.04).",
        "A family history of hiccups was significantly more common in the humming group (P=0.04).",
        "Previous hiccups were more common in the humming group (P=0.04).",
    ],
)
def test_the_beginning_in_other_words_is_no_sure_result(result):
    """'On enrolment' is 'at baseline'."""
    assert not is_sure(result)


@pytest.mark.parametrize(
    "result",
    [
        "At 4 weeks hiccups were significantly lower with humming (P=0.03), but this difference had disappeared later.",
        "Hiccups were significantly fewer with humming at 1 month (P=0.01), an effect that was lost at 6 months.",
        "The reduction in hiccups with humming at 4 weeks (P=0.01) was no longer significant at 12 weeks.",
        "Hiccups were fewer at 3 months with humming (P=0.02) but more frequent at 12 months (P=0.03).",
        "Hiccups were fewer with humming at 3 months (P=0.02); by 12 months the groups were similar.",
        "Humming transiently reduced hiccups compared with usual care (P=0.03).",
    ],
)
def test_what_did_not_last_is_not_sure(result):
    """A person looks at which time counts."""
    assert not is_sure(result)


@pytest.mark.parametrize(
    "result",
    [
        "Hiccups were significantly fewer with humming at 4 and 12 weeks (P=0.01 and P=0.02).",
        "Hiccups were significantly fewer with humming at 4 weeks, and this was maintained at 1 year (P=0.01).",
        "Hiccups were significantly fewer with humming than usual care, and no one was lost to follow-up (P=0.01).",
    ],
)
def test_what_lasted_is_sure(result):
    """'Lost to follow-up' ends no effect."""
    assert said(result) == ("lower", True)


@pytest.mark.parametrize(
    "result",
    [
        "Knowledge about hiccups was significantly higher in the humming group (P=0.01).",
        "Fear of hiccups was significantly lower in the humming group (P=0.01).",
        "Admissions for hiccups were significantly fewer with humming than with usual care (P=0.01).",
        "The cost of treating hiccups was significantly lower with humming (P=0.01).",
        "Visits to the doctor for hiccups were significantly fewer with humming (P=0.01).",
        "Quality of life of people with hiccups was significantly higher with humming (P=0.01).",
        "Adults with hiccups had significantly better mood in the humming group (P=0.01).",
        "Withdrawals because of hiccups were significantly fewer in the humming group (P=0.01).",
        "After adjustment for baseline hiccups, sleep was significantly better in the humming group (P=0.02).",
    ],
)
def test_an_outcome_inside_the_name_of_another_is_not_sure(result):
    """Fear of hiccups is no hiccups, and people with hiccups have other things, too."""
    assert not is_sure(result)


@pytest.mark.parametrize(
    "result",
    [
        "The number of patients with hiccups was significantly lower with humming than with usual care (P=0.01).",
        "Significantly fewer patients with hiccups were seen with humming than with usual care (P=0.01).",
        "Patients with hiccups were significantly fewer in the humming group (P=0.01).",
        "In patients with hiccups, humming significantly reduced hiccups compared with usual care (P=0.01).",
        "The severity of hiccups was significantly lower with humming (P=0.01).",
    ],
)
def test_people_who_are_counted_by_an_outcome_tell_it(result):
    """'The number of patients with hiccups' counts hiccups."""
    assert said(result) == ("lower", True)


def test_an_asked_name_that_holds_another_is_sure():
    """Asked for fear of falling, its sentence is of it."""
    result = "Fear of falling was significantly lower with humming (P=0.01)."
    assert said(result, outcome="fear of falling") == ("lower", True)


@pytest.mark.parametrize(
    "result",
    [
        "Clinicians predicted that humming would significantly lower hiccups compared with usual care (P<0.01).",
        "The model predicted significantly fewer hiccups with humming than with usual care (P=0.01).",
        "Contrary to our hypothesis that humming would significantly reduce hiccups, the opposite was observed.",
        "Contrary to expectations that humming would reduce hiccups, frequency rose.",
        "Parents perceived that hiccups were significantly fewer with humming (P=0.01).",
        "In line with our hypothesis that humming would reduce hiccups, frequency fell by 30%.",
    ],
)
def test_what_people_and_models_think_is_not_sure(result):
    """Neither is an outcome that only the hope names."""
    assert not is_sure(result)


@pytest.mark.parametrize(
    ("result", "outcome"),
    [
        ("In a post hoc subgroup of 14 adults, humming significantly reduced hiccups (P=0.04).", "hiccups"),
        ("Among patients under 40 only, hiccups were fewer with humming than with usual care (P=0.03).", "hiccups"),
        ("Pain scores (higher is better) were significantly higher with humming (P=0.01).", "pain"),
        ("Sleep quality scores (higher = worse) were significantly higher with humming (P=0.01).", "sleep quality"),
    ],
)
def test_a_part_of_the_people_and_a_turned_scale_are_not_sure(result, outcome):
    """A higher score of a scale on which more is better is no more pain."""
    assert not is_sure(result, outcome=outcome)


def test_a_scale_that_runs_with_its_outcome_is_sure():
    """The near miss: more is worse, and less is lower."""
    result = "Pain scores (higher is worse) were significantly lower with humming than with usual care (P=0.01)."
    assert said(result, outcome="pain") == ("lower", True)
