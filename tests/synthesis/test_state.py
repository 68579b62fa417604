"""What a body shows, for claims of an effect and for negative ones (grading specification 4.2, 4.3)."""

import pytest

from tests.synthesis.factory import arms, interval, only, outcome, review, said, study, weigh

RESULTS = {
    "named": interval("RR", 0.7, 0.6, 0.8),
    "other": interval("RR", 1.4, 1.2, 1.6),
    "null": interval("RR", 1.0, 0.9, 1.1),
    "open": interval("RR", 0.8, 0.5, 1.3),
}
POLARITY = {
    # evidence shows: effect claim, no-effect claim, denial claim
    "named": ("favours", "against", "against"),
    "other": ("against", "against", "favours"),
    "null": ("null", "favours", "favours"),
    "open": ("inconclusive", "inconclusive", "inconclusive"),
}


def body(*studies, asserts="effect", **more):
    return only(weigh(*studies, of=outcome(asserts=asserts, **more)))


def trial(shown, name="a", **facts):
    return study(name, "no difference", n=900, effect=RESULTS[shown], **facts)


@pytest.mark.parametrize("shown", RESULTS)
@pytest.mark.parametrize(("column", "asserts"), [(0, "effect"), (1, "no-effect"), (2, "denial")])
def test_negative_claims(shown, column, asserts):
    # protects: STATE-POLARITY, cell for cell
    state = body(trial(shown), asserts=asserts).state
    assert state.value.value == POLARITY[shown][column]
    assert state.rule == "STATE-POLARITY" if asserts != "effect" else state.rule.startswith("STATE-CI")


@pytest.mark.parametrize("asserts", ["no-effect", "denial"])
@pytest.mark.parametrize("p", ["0.9", ">0.05", None])
def test_no_significant_difference_is_no_proof_of_no_effect(asserts, p):
    # protects: absence of evidence never favours a claim of no effect (never 2)
    trials = [study(f"s{i}", "no difference", n=500, p=p) for i in range(8)]
    assert body(*trials, asserts=asserts).state.value.value == "inconclusive"


@pytest.mark.parametrize(
    ("of", "better_if", "effect", "expected"),
    [
        ({}, "lower", interval("RR", 0.7, 0.6, 0.8), "favours"),
        ({"direction": "higher"}, "lower", interval("RR", 0.7, 0.6, 0.8), "against"),
        ({"direction": "higher"}, "lower", interval("RR", 1.4, 1.2, 1.6), "favours"),
        ({"direction": "higher", "better": "higher"}, "higher", interval("RR", 1.4, 1.2, 1.6), "favours"),
        ({"direction": "higher", "better": "higher"}, "higher", interval("MD", -4, -6, -2), "against"),
    ],
)
def test_the_named_direction(of, better_if, effect, expected):
    # protects: a claim of harm is favoured by harm (never 7)
    found = body(study("a", "no difference", n=900, effect=effect, better_if=better_if), **of)
    assert found.state.value.value == expected


@pytest.mark.parametrize(
    ("kind", "low", "high", "difference", "expected"),
    [
        ("RR", 0.75, 1.25, None, "null"),
        ("RR", 0.74, 1.25, None, "inconclusive"),
        ("RR", 0.9, 1.0, None, "null"),  # an end on no effect includes it
        ("RR", 0.9, 0.99, None, "favours"),  # tested before null (DEC-08)
        ("SMD", -0.2, 0.2, None, "null"),
        ("MD", -0.1, 0.1, None, "inconclusive"),  # no zone: a difference in points is never null
        ("MD", -2.0, 1.9, 2.0, "null"),
        ("MD", -2.1, 1.9, 2.0, "inconclusive"),
    ],
)
def test_null_needs_an_interval_inside_the_zone(kind, low, high, difference, expected):
    # protects: the state null, never from a p value (never 2)
    middle = (low * high) ** 0.5 if kind == "RR" else (low + high) / 2
    more = {"important_difference": difference} if difference else {}
    found = body(study("a", "no difference", n=900, effect=interval(kind, middle, low, high)), **more)
    assert found.state.value.value == expected


@pytest.mark.parametrize(("n", "expected"), [(900, "null"), (90, "inconclusive")])
def test_arms_can_show_little_or_no_difference(n, expected):
    # protects: points of two arms are held against the zone of standardised differences
    found = body(study("a", "no difference", n=2 * n, effect=arms("mean-post", (50.1, 10, n), (50, 10, n))))
    assert found.state.value.value == expected


@pytest.mark.parametrize(
    ("says", "p", "expected"),
    [
        ("favours", "0.05", "favours"),
        ("favours", "<0.05", "favours"),
        ("against", "0.05", "against"),
        ("favours", "0.051", "inconclusive"),
        ("favours", ">0.05", "inconclusive"),
        ("favours", None, "inconclusive"),
        ("no difference", "0.001", "inconclusive"),
    ],
)
def test_a_single_study_with_p(says, p, expected):
    # protects: p of exactly .05 counts; a p without a direction shows nothing
    assert body(study("a", says, n=50, p=p)).state.value.value == expected


@pytest.mark.parametrize(
    ("favours", "against", "p", "expected"),
    [
        (3, 1, "0.001", "favours"),  # 75% on one side is enough
        (5, 2, "0.001", "inconclusive"),  # 71% is not
        (1, 3, "0.001", "against"),
        (2, 0, "0.2", "inconclusive"),
    ],
)
def test_combined_p_needs_a_majority(favours, against, p, expected):
    # protects: STATE-P asks for the combined p and for agreement
    said_by = ["favours"] * favours + ["against"] * against
    trials = [study(f"s{i}", each, n=50, p=p) for i, each in enumerate(said_by)]
    found = body(*trials)
    assert (found.state.rule, found.state.value.value) == ("STATE-P", expected)


def test_combined_p_and_majority_must_point_to_one_side():
    # protects: three weak studies one way and a huge one the other way agree on nothing
    small = [study(f"s{i}", "favours", n=10, p="0.5") for i in range(3)]
    found = body(*small, study("huge", "against", n=9000, p="<0.001"))
    assert found.numbers.stouffer_z < 0
    assert found.numbers.stouffer_p < 0.05
    assert found.state.value.value == "inconclusive"


@pytest.mark.parametrize(
    ("favours", "against", "expected"),
    [(6, 0, "favours"), (5, 0, "inconclusive"), (8, 1, "favours"), (7, 1, "inconclusive"), (0, 6, "against")],
)
def test_directions_alone(favours, against, expected):
    # protects: STATE-DIR by the exact sign test, at most low certainty
    said_by = ["favours"] * favours + ["against"] * against
    found = body(*[study(f"s{i}", each, n=50) for i, each in enumerate(said_by)])
    assert (found.state.rule, found.state.value.value) == ("STATE-DIR", expected)
    assert found.grade.certainty.value <= 2


@pytest.mark.parametrize(
    ("says", "certainty", "expected"),
    [
        ("favours", "moderate", "favours"),
        ("against", "moderate", "against"),
        ("favours", None, "inconclusive"),
        ("no difference", "moderate", "inconclusive"),
        ("favours", "low to moderate", "inconclusive"),
    ],
)
def test_a_review_in_words(says, certainty, expected):
    # protects: a review without interval is believed only with direction and certainty, and is never null (never 2)
    found = body(review("r", says, included_trials=9, participants=900, certainty=certainty))
    assert (found.state.rule, found.state.value.value) == ("STATE-REVIEW-WORDS", expected)


@pytest.mark.parametrize(
    ("asserts", "toward", "away"),
    [("effect", "toward", "away"), ("denial", "away", "toward"), ("no-effect", "away", "away")],
)
def test_lean_of_an_open_result(asserts, toward, away):
    # protects: lean follows the claim, not the sign, and a claim of no effect has none to lean toward
    below = study("a", "no difference", n=90, effect=interval("RR", 0.8, 0.5, 1.3))
    above = study("a", "no difference", n=90, effect=interval("RR", 1.3, 0.8, 2.0))
    assert (body(below, asserts=asserts).lean, body(above, asserts=asserts).lean) == (toward, away)


@pytest.mark.parametrize(
    ("directions", "expected"),
    [(("favours", "favours", "against"), "toward"), (("favours", "against"), "away"), (("no difference",), "away")],
)
def test_lean_of_directions(directions, expected):
    # protects: an even split, or no direction at all, does not lean toward the claim
    trials = [study(f"s{i}", each, n=50) for i, each in enumerate(directions)]
    assert body(*trials).lean == expected


def test_a_denial_does_not_lean_on_nothing():
    # protects: no direction at all does not lean toward a denial either
    assert body(study("a", "no difference", n=50), asserts="denial").lean == "away"


def test_leaning_away_softens():
    # protects: MOD-LEAN through a whole assessment
    of = outcome(strength="associational")
    toward, away = (interval("RR", 0.9, 0.6, 1.35), interval("RR", 1.1, 0.7, 1.7))
    found = [weigh(study("a", "no difference", n=9000, effect=effect), of=of) for effect in (toward, away)]
    assert [said(each) for each in found] == [("uncertain", "keep"), ("uncertain", "soften")]
    assert [step.rule for step in found[1].modifiers] == ["MOD-LEAN"]


def test_a_shown_effect_does_not_lean():
    # protects: lean is for inconclusive evidence only
    assert body(trial("named")).lean is None


@pytest.mark.parametrize("p", ["0.60", None])
def test_studies_that_found_no_difference_have_no_direction_to_agree_in(p):
    """Their level for inconsistency is the specification's; the sentence must not deny that they have results."""
    found = body(*(study(f"s{i}", "no difference", n=500, p=p) for i in range(3)))
    (inconsistency,) = [one for one in found.grade.domains if one.name == "inconsistency"]
    assert (found.lean, inconsistency.levels) == ("away", 1)
    for reason in (found.state.reason, inconsistency.rulings[0].reason):
        assert "no study shows a difference" in reason
        assert "100%" not in reason
        assert "0%" not in reason


@pytest.mark.parametrize(
    ("results", "told"),
    [
        (("favours", "favours", "no difference"), "2 of 3 studies give a direction, 100% of these to one side"),
        (("favours", "no difference"), "1 of 2 studies gives a direction"),
        (("favours", "against", "no difference"), "2 of 3 studies give a direction, 50% of these to one side"),
        (("favours", "favours", "favours"), "100% of directions on one side"),
        (("favours", "favours", "against", "favours"), "75% of directions on one side"),
    ],
)
def test_a_share_of_directions_says_of_how_many_studies(results, told):
    """'100% of directions on one side' stood under '3 studies', one of which had found no difference."""
    found = body(*(study(f"s{i}", says, n=200, p="0.20") for i, says in enumerate(results)))
    assert told in found.state.reason
