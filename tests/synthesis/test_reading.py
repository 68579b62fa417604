"""One study read for one outcome: direction, p value, estimate, limits (grading specification 1.2)."""

import pytest

from claimbook.model.terms import Reading
from tests.synthesis.factory import claim, interval, match, outcome, reading, study, weigh

LOWER_PAIN = outcome()
MORE_FALLS = outcome(direction="higher", better="lower")  # a claim of harm
STRONGER_LEGS = outcome(direction="higher", better="higher")


def read(*, of=LOWER_PAIN, **facts):
    return reading(weigh(study("a", **facts), of=of), "a")


@pytest.mark.parametrize(
    ("says", "benefit", "harm"),
    [
        ("favours", "favours", "against"),
        ("against", "against", "favours"),
        ("no difference", "no difference shown", "no difference shown"),
        ("unclear", "no usable result", "no usable result"),
        ("within", "no usable result", "no usable result"),
        (None, "no usable result", "no usable result"),
    ],
)
def test_words_are_turned_for_a_claim_of_harm(says, benefit, harm):
    # protects: 'favours' in a study means better for people, whatever the claim names (never 7)
    assert read(says=says).reading.value == benefit
    assert read(says=says, of=MORE_FALLS).reading.value == harm


@pytest.mark.parametrize(
    ("of", "better_if", "estimate", "expected"),
    [
        (LOWER_PAIN, "lower", -0.5, "favours"),
        (LOWER_PAIN, "higher", -0.5, "against"),  # a scale on which more means less pain
        (STRONGER_LEGS, "higher", 0.5, "favours"),
        (STRONGER_LEGS, "lower", 0.5, "against"),
        (MORE_FALLS, "lower", 0.5, "favours"),
        (MORE_FALLS, "lower", -0.5, "against"),
    ],
)
def test_the_sign_of_an_estimate_is_read_with_its_polarity(of, better_if, estimate, expected):
    # protects: a sign is never read without knowing which side is better (never 7)
    effect = interval("SMD", estimate, estimate - 0.3, estimate + 0.3)
    found = read(of=of, says="no difference", effect=effect, better_if=better_if)
    assert found.reading.value == expected
    assert found.estimate.favours_claim is (expected == "favours")


def test_without_polarity_there_is_no_estimate():
    # protects: a number whose better side nobody wrote down is left alone; the words remain
    found = read(effect=interval("SMD", -0.5, -0.8, -0.2), better_if=None)
    assert found.estimate is None
    assert found.reading.value is Reading.FAVOURS


@pytest.mark.parametrize("printed", [interval("SMD", -0.3, -0.8, 0.2), {"type": "MD", "estimate": -3.0}])
def test_direction_does_not_ask_for_significance(printed):
    # protects: 'no significant difference' with a point estimate has a direction like any other study (never 1, 2)
    assert read(says="no difference", effect=printed, p=">0.05").reading.value is Reading.FAVOURS


def test_words_against_the_number_are_no_result():
    # protects: a record that contradicts itself shows nothing, neither its words nor its number (never 3)
    found = read(says="favours", effect=interval("SMD", 0.5, 0.1, 0.9))
    assert found.reading.value is Reading.UNUSABLE
    assert found.reading.reason == "words and number point to opposite sides, so neither is trusted"
    assert found.estimate is None
    assert found.standing.value.value == "direct, but no usable result"


def test_an_estimate_of_exactly_no_effect_has_no_side():
    # protects: zero is neither for nor against; the words decide
    found = read(says="no difference", effect=interval("RR", 1.0, 0.8, 1.25))
    assert found.estimate.favours_claim is None
    assert found.reading.value is Reading.NO_DIFFERENCE


@pytest.mark.parametrize("kind", [{"says": "within"}, {"says": "favours", "comparison": "within-group"}])
def test_change_within_a_group_is_no_comparison(kind):
    # protects: improved from baseline never counts as better than the comparison, with its p or its size (never 5)
    found = read(**kind, p="<0.001", effect=interval("MD", -2, -3, -1))
    assert found.reading.value is Reading.UNUSABLE
    assert (found.estimate, found.p) == (None, None)
    assert "before and after only" in found.limits


@pytest.mark.parametrize("printed", ["0.014; 0.004", "0.000 (as printed)", "NS", "p<0.05", "0", "1.2", "<0"])
def test_an_unreadable_p_is_a_missing_p(printed):
    # protects: several p values in one abstract never become the smallest of them (never 3)
    assert read(p=printed).p is None


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [("0.03", "0.03"), ("=.03", "0.03"), ("<0.05", "<0.05"), ("≤.01", "<0.01"), (">0.05", ">0.05"), ("1e-4", "0.0001")],
)
def test_a_readable_p_keeps_its_bound(printed, read_as):
    # protects: 'p < .05' is a bound and 'p > .05' is no p at all
    assert str(read(p=printed).p) == read_as


@pytest.mark.parametrize("kind", ["percent", "other"])
def test_percent_and_other_give_a_direction_only(kind):
    # protects: numbers on no common scale are never computed with
    found = read(effect={"type": kind, "estimate": -40.0})
    assert (found.estimate, found.reading.value) == (None, Reading.FAVOURS)


def test_participants_of_the_result_come_before_those_of_the_study():
    # protects: people in an arm that did not count are not counted
    assert read(n=90).n == 90
    assert read(n=90, finding={"participants": 60}).n == 60
    assert read(n=90, finding={"participants": "not seen"}).n is None


LIMITS = [
    ({}, "number of participants not seen"),
    ({}, "risk of bias unclear: no safeguard was seen"),
    ({"matched": match(none="C")}, "no comparison group"),
    ({"says": "within"}, "before and after only"),
    ({"bias": {"adequate_follow_up": "no"}}, "follow-up not adequate"),
    ({"flags": ["conference-abstract"]}, "conference abstract only"),
    ({"notices": ["preprint"]}, "preprint"),
    ({"notices": ["corrected"]}, "corrected after publication"),
    ({"notices": ["concern"]}, "the journal has voiced concern"),
]


@pytest.mark.parametrize(("facts", "limit"), LIMITS)
def test_limits_that_stand_beside_every_result(facts, limit):
    # protects: corrections, preprints and weak designs are never hidden (never 17)
    assert limit in read(**facts).limits


def test_a_sound_study_has_no_limits():
    # protects: limits are facts, not decoration
    trial = study("a", n=100, bias={"randomised": "yes", "blinding": "double", "registered": "yes"})
    limits = reading(weigh(trial), "a").limits
    assert limits == ("risk of bias low: randomised, double-blind, registered",)


def test_purpose_of_the_outcome_comes_before_that_of_the_claim():
    # protects: the reason of a mismatch names what this outcome is about
    of = outcome(purpose="prevent")
    found = weigh(study("a", matched=match(same_purpose=False)), about=claim(of, purpose="treat"))
    assert [code.reason for code in reading(found, "a").codes] == ["claim: to prevent; invented"]
    found = weigh(study("a", matched=match(same_purpose=False)), about=claim(purpose="treat"))
    assert [code.reason for code in reading(found, "a").codes] == ["claim: to treat; invented"]
