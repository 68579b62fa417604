"""From levels to a certainty: start, caps, the review authors' level, rating up (grading specification 3.0, 3.6)."""

import dataclasses

import pytest

from claimbook.model.assessment import BodyNumbers, Domain, Measure, Route, Ruling
from claimbook.model.terms import Certainty, Stream
from claimbook.synthesis.grade.certainty import combine, large_effect_levels, narrowed
from claimbook.synthesis.thresholds import DEFAULT
from tests.synthesis.factory import SAFE, interval, levels, match, only, review, rules, study, weigh

SURE = interval("SMD", -0.5, -0.7, -0.3)
ADJUSTED = {"confounders_adjusted": "yes"}
EMPTY = BodyNumbers(k_direct=3, k_usable=3, n_participants=900, measure=Measure.SMD, ci=(0.2, 0.6))


def downs(*given):
    named = ("risk of bias", "inconsistency", "indirectness", "imprecision", "publication bias")
    return tuple(Domain(name, each, (Ruling(each, "given", "given"),)) for name, each in zip(named, given, strict=True))


def combined(stream, route, *given, **facts):
    return combine(dataclasses.replace(EMPTY, **facts), Stream(stream), route, downs(*given), DEFAULT)


def certainty(assessed, stream="RCT"):
    return only(assessed, stream).grade.certainty.value.words


@pytest.mark.parametrize(
    ("stream", "given", "expected"),
    [
        ("RCT", (0, 0, 0, 1, 0), "moderate"),
        ("RCT", (1, 0, 0, 1, 0), "low"),
        ("RCT", (2, 2, 2, 2, 1), "very low"),
        ("NRSI", (0, 0, 0, 0, 0), "low"),
        ("NRSI", (1, 0, 0, 0, 0), "very low"),
        ("OTHER", (0, 0, 0, 0, 0), "very low"),
        ("OTHER", (2, 2, 2, 2, 1), "very low"),
    ],
)
def test_start_and_sum(stream, given, expected):
    # protects: START-* and CERT-SUM within very low and high
    found = combined(stream, Route.POOL, *given)
    assert (found.certainty.value.words, found.certainty.rule) == (expected, "CERT-SUM")


@pytest.mark.parametrize(
    ("route", "facts", "rule", "expected"),
    [
        (Route.POOL, {}, "CAP-ABSTRACT", "moderate"),
        (Route.POOL, {"human_rob_checked": True}, "CERT-SUM", "high"),
        (Route.POOL, {"human_rob_checked": True, "truncated": True}, "CAP-TRUNCATED", "moderate"),
        (Route.P, {"ci": None, "human_rob_checked": True}, "CAP-PONLY", "moderate"),
        (Route.SINGLE, {"ci": None, "stouffer_p": 0.01, "human_rob_checked": True}, "CAP-PONLY", "moderate"),
        (Route.SINGLE, {"human_rob_checked": True}, "CERT-SUM", "high"),
        (Route.SINGLE, {"ci": None}, "CAP-DIRONLY", "low"),
        (Route.DIR, {"ci": None}, "CAP-DIRONLY", "low"),
        (Route.REVIEW, {"ci": None}, "CAP-DIRONLY", "low"),
        (Route.REVIEW, {}, "CAP-ABSTRACT", "moderate"),
    ],
)
def test_caps(route, facts, rule, expected):
    # protects: the ladder directions, p values, intervals; never High from abstracts alone (never 21)
    found = combined("RCT", route, 0, 0, 0, 0, 0, **facts)
    assert (found.certainty.value.words, found.certainty.rule) == (expected, rule)


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({}, "high -1 +0 levels"),
        ({"truncated": True}, "high -1 +0 levels"),
        ({"ci": None}, "high -1 +0 levels, capped at low"),
    ],
)
def test_the_sum_in_words(facts, reason):
    # protects: what led to the level, and a cap only where it held
    route = Route.POOL if "ci" not in facts else Route.DIR
    assert combined("RCT", route, 0, 1, 0, 0, 0, **facts).certainty.reason == reason


@pytest.mark.parametrize(("levels_up", "limits"), [(1, "2 or 0.5"), (2, "5 or 0.2")])
def test_a_large_effect_in_words(levels_up, limits):
    # protects: which limit the interval lies beyond
    ups = combined("NRSI", Route.POOL, 0, 0, 0, 0, 0, up_large=levels_up).ups
    assert ups[0].reason == f"the whole interval lies beyond {limits}"


def test_a_cap_above_the_level_is_not_mentioned():
    # protects: reasons that changed nothing do not stand in the grade
    assert combined("RCT", Route.POOL, 1, 1, 0, 0, 0).caps == ()


# QUOTED-CERT


@pytest.mark.parametrize(
    ("stated", "partial", "expected"),
    [
        ("high", "", "high"),
        ("moderate", "", "moderate"),
        ("moderate", "P", "low"),
        ("low", "PC", "very low"),
        ("very low", "PIC", "very low"),
        ("Moderate", "", "moderate"),
    ],
)
def test_the_certainty_of_the_review_authors(stated, partial, expected):
    # protects: quoted minus indirectness, at least very low; nothing else is taken off twice
    assessed = weigh(review("r", certainty=stated, matched=match(partial=partial), mostly="high risk"))
    graded = only(assessed).grade
    assert (graded.certainty.value.words, graded.certainty.rule) == (expected, "QUOTED-CERT")
    assert (graded.source, graded.ups, graded.caps) == ("review authors", (), ())


def test_a_truncated_search_caps_even_a_quoted_certainty():
    # protects: CAP-TRUNCATED holds for the authors' level too (never 19)
    found = combined("RCT", Route.REVIEW, 0, 0, 0, 0, 0, quoted_certainty=Certainty.HIGH, truncated=True)
    assert found.certainty.value is Certainty.MODERATE
    assert [cap.rule for cap in found.caps] == ["CAP-TRUNCATED"]


@pytest.mark.parametrize("stated", ["low to moderate", "level 1b", "good"])
def test_words_that_name_no_level_are_not_quoted(stated):
    # protects: other scales are not translated by guess
    assert only(weigh(review("r", certainty=stated))).grade.source == "computed"


# Rating up


def cohorts(ratio, *, n=60_000, **more):
    facts = {"design": "cohort", "n": n, "bias": ADJUSTED, "effect": interval(*ratio)} | more
    return weigh(*[study(f"c{i}", **facts) for i in range(3)])


RISK = {"finding": {"control_risk": 0.1}}


@pytest.mark.parametrize(
    ("ratio", "rule", "expected"),
    [
        (("RR", 0.4, 0.35, 0.45), "UP-LARGE-1", "moderate"),
        (("RR", 0.1, 0.08, 0.12), "UP-LARGE-2", "moderate"),  # high, then CAP-ABSTRACT
        (("RR", 0.5, 0.45, 0.55), None, "low"),
        (("HR", 0.4, 0.35, 0.45), "UP-LARGE-1", "moderate"),
        (("OR", 0.4, 0.35, 0.45), "UP-LARGE-1", "moderate"),  # RR .43 at a control risk of 10%
    ],
)
def test_large_effects(ratio, rule, expected):
    # protects: UP-LARGE-1 and -2 for non-randomised evidence with nothing rated down
    assessed = cohorts(ratio, **RISK)
    assert certainty(assessed, "NRSI") == expected
    assert {found for found in rules(assessed, "NRSI") if found.startswith("UP-")} == ({rule} if rule else set())


@pytest.mark.parametrize("k", [2, 3])
def test_an_odds_ratio_without_control_risk_never_rates_up(k):
    # protects: UP-RR-ONLY for a pair and a pool alike (never 6)
    facts = {"design": "cohort", "bias": ADJUSTED, "effect": interval("OR", 0.4, 0.35, 0.45)}
    assessed = weigh(*[study(f"c{i}", n=60_000, **facts, finding={"events": 900}) for i in range(k)])
    assert certainty(assessed, "NRSI") == "low"
    assert "UP-RR-ONLY" in rules(assessed, "NRSI")


def test_a_large_odds_ratio_may_be_a_moderate_risk_ratio():
    # protects: OR .4 at a control risk of 50% is RR .57 and rates nothing up (never 6)
    assessed = cohorts(("OR", 0.4, 0.35, 0.45), finding={"control_risk": 0.5})
    assert certainty(assessed, "NRSI") == "low"


@pytest.mark.parametrize(
    ("facts", "stream"),
    [
        ({"design": "rct", "bias": SAFE}, "RCT"),
        ({"bias": None}, "NRSI"),
        ({"n": 20}, "NRSI"),
        ({"matched": match(partial="P")}, "NRSI"),
    ],
    ids=["trials", "not adjusted", "too few", "indirect"],
)
def test_the_gate_of_rating_up(facts, stream):
    # protects: UP-GATE: non-randomised evidence only, and only with nothing rated down
    assessed = cohorts(("RR", 0.4, 0.35, 0.45), **(RISK | facts))
    assert "UP-GATE" in rules(assessed, stream)
    assert not {"UP-LARGE-1"} & rules(assessed, stream)


@pytest.mark.parametrize(
    ("stating", "expected"), [((True, True, None), "moderate"), ((True, None, None), "low"), ((None,) * 3, "low")]
)
def test_dose_response(stating, expected):
    # protects: UP-DOSE-1 asks for two studies
    cohort = {"design": "cohort", "n": 60_000, "bias": ADJUSTED, "effect": interval("RR", 0.8, 0.7, 0.9)}
    found = [{"control_risk": 0.1, "dose_response": says} for says in stating]
    assessed = weigh(
        *[
            study(f"c{i}", **cohort, finding={k: v for k, v in each.items() if v is not None})
            for i, each in enumerate(found)
        ]
    )
    assert certainty(assessed, "NRSI") == expected


def test_at_most_two_levels_up():
    # protects: UP-MAX, before the cap of abstracts
    found = combined("NRSI", Route.POOL, 0, 0, 0, 0, 0, up_large=2, dose_response_studies=2, human_rob_checked=True)
    assert found.certainty.value is Certainty.HIGH
    assert sum(up.value for up in found.ups) == 2
    assert [up.rule for up in found.ups] == ["UP-LARGE-2", "UP-DOSE-1", "UP-MAX"]


def test_a_dose_response_is_one_level():
    # protects: UP-DOSE-1 by one level, also where nothing caps it
    found = combined("NRSI", Route.POOL, 0, 0, 0, 0, 0, dose_response_studies=5, human_rob_checked=True)
    assert found.certainty.value is Certainty.MODERATE


@pytest.mark.parametrize(("trials", "expected"), [(2, 1), (1, 0), (None, 0)])
def test_a_review_of_one_study_shows_no_large_effect(trials, expected):
    # protects: a large effect asks for two studies in a review as well
    known = {"of": "observational studies", "participants": 90_000} | ({"included_trials": trials} if trials else {})
    cohorts = review("r", effect=interval("RR", 0.3, 0.25, 0.35), **known)
    assert only(weigh(cohorts), "NRSI").numbers.up_large == expected


@pytest.mark.parametrize(
    ("measure", "ci", "k", "expected"),
    [
        (Measure.RATIO, (2.01, 9), 2, 1),
        (Measure.RATIO, (2, 9), 2, 0),
        (Measure.RATIO, (5.01, 9), 2, 2),
        (Measure.RATIO, (0.1, 0.49), 2, 1),
        (Measure.RATIO, (0.1, 0.19), 2, 2),
        (Measure.RATIO, (0.1, 0.5), 2, 0),
        (Measure.RATIO, (0.1, 0.2), 2, 1),
        (Measure.RATIO, (0.1, 0.49), 1, 0),
        (Measure.RATIO, None, 5, 0),
        (Measure.SMD, (2.5, 3), 5, 0),
    ],
)
def test_how_large_is_large(measure, ci, k, expected):
    # protects: the whole interval beyond the limit, in two studies or more, ratios only
    assert large_effect_levels(measure, ci, k, DEFAULT) == expected


# NARROW-REGRADE


@pytest.mark.parametrize(
    ("partial", "worded", "for_narrowed"),
    [("P", "low", "moderate"), ("PC", "very low", "moderate"), ("O", "low", "low"), ("PO", "very low", "low")],
)
def test_the_narrowed_claim_is_graded_again(partial, worded, for_narrowed):
    # protects: naming people, intervention and comparator mends those; another outcome stays indirect
    trials = [study(f"s{i}", n=200, effect=SURE, matched=match(partial=partial)) for i in range(3)]
    body = only(weigh(*trials))
    ruling = narrowed(body.numbers, body.stream, body.route.value, DEFAULT)
    assert (body.grade.certainty.value.words, ruling.value.words) == (worded, for_narrowed)
    assert ruling.rule == "NARROW-REGRADE"


def test_the_narrowed_certainty_is_shown_only_with_that_advice():
    # protects: a certainty for a claim that nobody is told to make
    trials = [study(f"s{i}", n=200, bias=SAFE, effect=SURE) for i in range(3)]
    patients = [study(f"p{i}", n=200, bias=SAFE, effect=SURE, people={"patients": True}) for i in range(3)]
    assert weigh(*trials).narrowed is None
    assert weigh(*patients).narrowed.rule == "NARROW-REGRADE"


def test_levels_of_a_sound_body():
    # protects: three large, safe and equal trials are rated down for nothing, and stop at moderate
    assessed = weigh(*[study(f"s{i}", n=200, bias=SAFE, effect=SURE) for i in range(3)])
    assert levels(assessed) == (0, 0, 0, 0, 0)
    assert (certainty(assessed), only(assessed).grade.certainty.rule) == ("moderate", "CAP-ABSTRACT")
