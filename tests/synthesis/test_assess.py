"""Whole assessments: gates, the anchor stream, disagreeing streams, worked cases (grading specification 2.3, 5)."""

import pytest

from claimbook.model.claim import Article
from claimbook.model.study import Collection, StudyTable
from claimbook.synthesis.assess import assess_article
from tests.synthesis.factory import (
    SAFE,
    claim,
    interval,
    levels,
    match,
    names,
    only,
    outcome,
    reading,
    review,
    said,
    study,
    weigh,
)

FAVOURS = interval("RR", 0.75, 0.7, 0.8)
NULL = interval("RR", 1.0, 0.95, 1.05)
AGAINST = interval("RR", 1.4, 1.3, 1.5)
SURE = {"n": 5000, "finding": {"control_risk": 0.2}}
ADJUSTED = {"confounders_adjusted": "yes"}


def trials(effect, k=3, **facts):
    given = {"bias": SAFE} | SURE | facts
    return [study(f"t{i}", "no difference", effect=effect, **given) for i in range(k)]


def cohorts(effect, k=3, **facts):
    given = {"design": "cohort", "bias": ADJUSTED} | SURE | facts
    return [study(f"c{i}", "no difference", effect=effect, **given) for i in range(k)]


# Gates


@pytest.mark.parametrize(
    ("studies", "of", "gate", "advice"),
    [
        ([study("a", n=50)], outcome(strength="none"), "CLAIM_NOT_CHECKABLE", ("cannot-assess", "narrow")),
        ([], outcome(strength="none"), "CLAIM_NOT_CHECKABLE", ("cannot-assess", "narrow")),
        ([], outcome(), "NOTHING_LOOKED_AT", ("cannot-assess", None)),
        ([study("a", notices=["retracted"])], outcome(), "ONLY_RETRACTED", ("cannot-assess", "correct")),
        ([study("a", matched=match(none="I"))], outcome(), "NOT_DIRECT", ("not-directly-studied", "narrow")),
        ([study("a", design="animal")], outcome(), "NOT_DIRECT", ("not-directly-studied", "narrow")),
        ([study("a", design="protocol")], outcome(), "NOT_DIRECT", ("not-directly-studied", "narrow")),
        ([study("a", "within")], outcome(), "NO_USABLE_RESULT", ("cannot-assess", "soften")),
        ([study("a", "unclear")], outcome(), "NO_USABLE_RESULT", ("cannot-assess", "soften")),
        ([study("a", None)], outcome(), "RESULT_NOT_ENTERED", ("cannot-assess", None)),
        ([study("a", "within"), study("b", None)], outcome(), "RESULT_NOT_ENTERED", ("cannot-assess", None)),
        (
            [study("a", "within"), study("b", None, design="protocol")],
            outcome(),
            "NO_USABLE_RESULT",
            ("cannot-assess", "soften"),
        ),
    ],
    ids=[
        "no relation",
        "no relation, no study",
        "empty",
        "retracted",
        "other",
        "animals",
        "plan",
        "before and after",
        "reported unclearly",
        "not entered",
        "one not entered",
        "a plan has none",
    ],
)
def test_gates(studies, of, gate, advice):
    # protects: each gate through a whole assessment; nothing is graded behind one (never 19)
    assessed = weigh(*studies, of=of)
    assert (assessed.gate.value, assessed.gate.rule, said(assessed)) == (gate, f"GATE-{gate}", advice)
    assert (assessed.streams, assessed.anchor, assessed.certainty, assessed.base) == ((), None, None, None)


def test_a_result_that_nobody_entered_is_not_one_that_nobody_reported():
    # protects: promise 2; a row without results never becomes "no abstract gives a usable result"
    assessed = weigh(study("a", None, n=240))
    assert "not entered" in assessed.sentence
    assert "no abstract" not in assessed.sentence
    assert reading(assessed, "a").standing.reason == "no result was entered for this outcome"
    assert reading(assessed, "a").lacks_result


def test_one_entered_result_opens_the_gate_of_those_not_entered():
    # protects: a result that can be weighed is weighed, beside one that nobody entered
    assessed = weigh(study("a", n=50, p="0.3"), study("b", None))
    assert assessed.gate is None
    assert [found.study.id for found in only(assessed).studies] == ["a"]


def test_one_sound_study_opens_the_gate_of_retraction():
    # protects: gate 3 is for bodies in which nothing else is left
    assessed = weigh(study("gone", n=900, notices=["retracted"]), study("a", n=50, p="0.3"))
    assert assessed.gate is None
    assert [found.study.id for found in only(assessed).studies] == ["a"]


@pytest.mark.parametrize(
    "gone",
    [
        study("gone", design="protocol", notices=["retracted"]),
        study("gone", matched=match(answers="surrogate"), notices=["retracted"]),
        study("gone", design="animal", notices=["retracted"]),
    ],
    ids=["plan", "surrogate", "animals"],
)
def test_a_retracted_study_that_never_answered_is_not_lost_support(gone):
    # protects: gate 3 counts studies that would be direct, had they not been retracted
    assert weigh(gone, study("other", matched=match(none="I"))).gate.value == "NOT_DIRECT"


def test_codes_behind_the_gates():
    # protects: what was studied instead is said, each with how many studies
    assessed = weigh(
        study("rats", design="animal"),
        study("mice", design="animal", notices=["preprint"]),
        study("plan", design="protocol"),
        study("drug", matched=match(none="I", answers="surrogate")),
    )
    assert [(code.name, code.reason) for code in assessed.codes] == [
        ("POP_ANIMAL", "2 of 4 studies"),
        ("INTERVENTION_DIFFERENT", "1 of 4 studies"),
        ("OUTCOME_SURROGATE", "1 of 4 studies"),
        ("PROTOCOL", "1 of 4 studies"),
        ("PREPRINT", "1 of 4 studies"),
    ]
    assert names(weigh(study("a", notices=["retracted"]))) == ["RETRACTED"]
    assert names(weigh(study("a", "within"))) == []


# Worked cases of the specification that no body numbers can show


def test_v10_a_surrogate_is_not_the_event():
    # protects: fourteen trials of cholesterol say nothing on heart attacks (V10, never 15)
    ldl = {"bias": SAFE, "effect": interval("SMD", -0.4, -0.7, -0.1), "matched": match(answers="surrogate")}
    attacks = outcome(id="pain", name="heart attacks", kind="event")
    assessed = weigh(*[study(f"t{i}", n=140, **ldl) for i in range(14)], of=attacks)
    assert said(assessed) == ("not-directly-studied", "narrow")
    assert (names(assessed), assessed.certainty) == (["OUTCOME_SURROGATE"], None)
    assert all(found.estimate is not None for found in assessed.studies)  # listed with their results


def test_v11_gait_after_stroke_is_not_the_risk_of_stroke():
    # protects: treatment of patients does not stand for prevention in everybody (V11, never 15)
    gait = {
        "effect": interval("SMD", -0.5, -0.9, -0.1),
        "matched": match(partial="P", answers="different", same_purpose=False),
        "people": {"patients": True},
    }
    stroke = outcome(id="pain", name="the risk of stroke", kind="event")
    assessed = weigh(*[study(f"t{i}", n=50, **gait) for i in range(6)], about=claim(stroke, purpose="prevent"))
    assert said(assessed) == ("not-directly-studied", "narrow")
    assert names(assessed) == ["POP_PATIENTS", "PURPOSE", "OUTCOME_DIFFERENT"]


# ANCHOR-STREAM


def test_the_stream_with_the_highest_certainty_gives_the_verdict():
    # protects: strong cohorts speak before a single poor trial, and both are shown
    assessed = weigh(study("t", "against", n=10, p="0.04"), *cohorts(FAVOURS))
    assert (assessed.anchor.value, assessed.anchor.rule) == ("NRSI", "ANCHOR-STREAM")
    assert assessed.anchor.reason == "highest certainty, ties go to RCT then NRSI (RCT very low, NRSI low)"
    assert [body.stream.value for body in assessed.streams] == ["RCT", "NRSI"]


@pytest.mark.parametrize(
    ("designs", "anchor"),
    [
        (("cross-sectional", "cohort", "rct"), "RCT"),
        (("cross-sectional", "cohort"), "NRSI"),
        (("cross-sectional",), "OTHER"),
    ],
)
def test_ties_go_to_trials_then_to_cohorts(designs, anchor):
    # protects: at equal certainty the stronger design speaks, however large the others are
    studies = [study(design, n=20 + 900 * (design != "rct"), design=design) for design in designs]
    assessed = weigh(*studies)
    assert {body.grade.certainty.value.words for body in assessed.streams} == {"very low"}
    assert assessed.anchor.value == anchor


# Streams that disagree


def test_an_association_that_trials_did_not_confirm():
    # protects: MOD-ASSOC: a true association is not called contradicted by trials of an effect
    evidence = [*trials(NULL), *cohorts(FAVOURS)]
    assessed = weigh(*evidence, of=outcome(strength="associational"))
    assert said(assessed) == ("overstated", "narrow")
    assert [step.rule for step in assessed.modifiers] == ["MOD-ASSOC"]
    assert said(weigh(*evidence, of=outcome(strength="hedged"))) == ("contradicted", "correct")
    assert said(weigh(*trials(NULL), of=outcome(strength="associational"))) == ("contradicted", "correct")


def test_an_association_of_very_low_certainty_mends_nothing():
    # protects: MOD-ASSOC asks for cohorts at low certainty or better
    poor = cohorts(FAVOURS, bias=None)
    assessed = weigh(*trials(NULL), *poor, of=outcome(strength="associational"))
    assert said(assessed) == ("contradicted", "correct")


LARGE = interval("RR", 0.3, 0.25, 0.35)


@pytest.mark.parametrize(
    ("effect", "bias", "expected"),
    [
        (NULL, None, ["MOD-CONFLICT"]),
        (AGAINST, None, ["MOD-CONFLICT"]),
        (interval("RR", 0.8, 0.4, 1.6), None, []),
        (LARGE, None, []),
    ],
    ids=["null", "against", "open", "agree"],
)
def test_cohorts_that_trials_do_not_confirm(effect, bias, expected):
    # protects: MOD-CONFLICT holds the verdict of cohorts at uncertain, with a banner
    doubtful = trials(effect, k=1, bias=bias, n=2000)  # one unclear trial: low certainty
    assessed = weigh(*doubtful, *cohorts(LARGE), of=outcome(strength="associational"))
    assert (assessed.anchor.value, only(assessed, "NRSI").grade.certainty.value.words) == ("NRSI", "moderate")
    assert [step.rule for step in assessed.modifiers] == expected
    assert assessed.banners == (("study types disagree",) if expected else ())
    assert said(assessed) == (("uncertain", "soften") if expected else ("probably-supported", "keep"))


# An article


def test_an_article_is_weighed_claim_by_claim():
    # protects: the primary outcome speaks for its claim, and studies of one claim do not leak into another
    collection = Collection(
        date="2026-01-31",
        method="invented",
        level="invented",
        pubmed_search="not run",
        registries="none",
        coded_by="project",
    )
    table = StudyTable(article="hums", collection=collection, studies=(study("a", n=50, p="0.01"),))
    other = claim().model_copy(update={"id": "whistling"})
    article = Article(id="hums", title="Hums", claims=("humming", "whistling"))
    found = assess_article(article, [claim(), other], table)
    assert [said(each.primary) for each in found.claims] == [("overstated", "soften"), ("cannot-assess", None)]
    assert found.collection is collection


def test_every_step_of_a_verdict_has_a_rule_and_a_reason():
    # protects: every number can be followed from the verdict to the study (never 21)
    assessed = weigh(*trials(FAVOURS), review("r", matched=match(partial="I")), of=outcome(strength="hedged"))
    body = assessed.anchored
    steps = [assessed.anchor, assessed.base, body.route, body.state, body.grade.start, body.grade.certainty]
    steps += [each.standing for each in assessed.studies] + [each.stream for each in assessed.studies]
    assert all(step.rule and step.reason for step in [*steps, *assessed.modifiers])
    assert reading(assessed, "t0").standing.value.name == "COUNTED"
    assert levels(assessed) == (0, 0, 0, 0, 0)
