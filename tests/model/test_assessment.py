"""What weighing returns: each value with its rule and reason, and what nobody knows as None."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model import assessment
from claimbook.model.assessment import (
    Advice,
    BiasClass,
    BodyNumbers,
    Code,
    Domain,
    Estimate,
    Measure,
    Route,
    Ruling,
    Standing,
)
from claimbook.model.terms import Action, Certainty, Stream, Verdict
from claimbook.synthesis.assess import assess_claim
from tests.report.demo import table
from tests.synthesis.factory import SAFE, claim, match, only, outcome, reading, study, weigh

SIDES = ("above", "below")


@pytest.mark.parametrize(
    ("measure", "value", "side", "favours"),
    [
        (Measure.SMD, 0.4, "above", True),
        (Measure.SMD, -0.4, "above", False),
        (Measure.SMD, 0.4, "below", False),
        (Measure.SMD, -0.4, "below", True),
        (Measure.SMD, 0.0, "above", None),
        (Measure.SMD, 0.0, "below", None),
        (Measure.MD, -3.0, "below", True),
        (Measure.RATIO, 0.5, "below", True),
        (Measure.RATIO, 0.5, "above", False),
        (Measure.RATIO, 2.0, "above", True),
        (Measure.RATIO, 1.0, "above", None),
        (Measure.RATIO, 1.0, "below", None),
    ],
)
def test_the_claimed_side_is_told_from_no_effect(measure, value, side, favours):
    # protects: a ratio of 0.5 is positive as a number, and still below no effect
    assert Estimate(measure, value, None, side).favours_claim is favours


# A result on the claim's side of no effect is on the other side of the opposite claim.
@given(st.sampled_from([Measure.SMD, Measure.MD, Measure.RATIO]), st.floats(0.01, 100))
def test_the_opposite_claim_gets_the_opposite_answer(measure, value):
    here, there = (Estimate(measure, value, None, side).favours_claim for side in SIDES)
    assert (here is None and there is None) if value == measure.null else here is not there


# The mirror of a result answers the mirrored claim alike: sign changed for differences, inverted for ratios.
@given(st.floats(0.01, 100))
def test_a_mirrored_result_answers_the_mirrored_claim(value):
    def answer(measure, number, side):
        return Estimate(measure, number, None, side).favours_claim

    assert answer(Measure.SMD, value, "above") is answer(Measure.SMD, -value, "below")
    if 1 / value != 1:
        assert answer(Measure.RATIO, value, "above") is answer(Measure.RATIO, 1 / value, "below")


def test_an_estimate_alone_assumes_and_knows_nothing_more():
    bare = Estimate(Measure.SMD, 0.4, None, "above")
    assert (bare.interval, bare.variance, bare.instrument, bare.standardised) == (None, None, None, None)
    assert (bare.scores, bare.assumptions) == ("not said", ())


def test_numbers_that_nobody_printed_are_none_and_not_favourable():
    # protects: a missing share of trials at low risk must not read as 0 or as 1
    body = BodyNumbers(k_direct=1, k_usable=1, n_participants=None, measure=Measure.P_ONLY)
    unknown = ("estimate", "ci", "i2", "tau2", "sign_test_p", "stouffer_p", "rob_low_share", "rob_high_share")
    assert {name: getattr(body, name) for name in unknown} == dict.fromkeys(unknown)
    assert (body.unreported_trials, body.quoted_certainty, body.control_risk, body.events) == (None, None, None, None)
    assert not any((body.pooled, body.multicentre, body.truncated, body.human_rob_checked, body.event_outcome))
    assert (body.up_large, body.dose_response_studies) == (0, 0)


def test_shares_of_one_body_are_not_those_of_another():
    first, second = (BodyNumbers(1, 1, None, Measure.SMD) for _ in range(2))
    first.indirect_shares["P"] = 1.0
    assert second.indirect_shares == {}


def test_a_domain_tells_all_its_reasons_in_one_line():
    rulings = (Ruling(1, "IMPRECISION-SIZE-1", "few people"), Ruling(0, "IMPRECISION-NOCI-0", "p is small"))
    assert Domain("imprecision", 1, rulings).reason == "few people; p is small"
    assert Domain("imprecision", 0, ()).reason == ""


def test_a_code_neither_caps_nor_advises_unless_it_says_so():
    assert dataclasses.astuple(Code("PREPRINT", "not yet peer reviewed")) == (
        "PREPRINT",
        "not yet peer reviewed",
        False,
        None,
    )


def records():
    """One example of each kind of value that weighing returns."""
    assessed = assess_claim(claim(), table(study("aria", p="<0.05", n=60, bias=SAFE)))
    body = only(assessed.primary)
    return [
        assessed,
        assessed.primary,
        body,
        body.grade,
        body.grade.domains[0],
        body.numbers,
        body.state,
        body.studies[0],
        assessed.primary.advice,
        Code("CAUSAL", "invented"),
        Estimate(Measure.SMD, 0.4, None, "above"),
    ]


@pytest.mark.parametrize("record", records(), ids=lambda record: type(record).__name__)
def test_what_was_decided_cannot_be_changed(record):
    for field in dataclasses.fields(record):
        with pytest.raises(dataclasses.FrozenInstanceError):
            setattr(record, field.name, None)


def test_every_kind_of_value_is_frozen():
    kinds = [each for each in vars(assessment).values() if dataclasses.is_dataclass(each)]
    assert len(kinds) >= 12
    assert all(kind.__dataclass_params__.frozen for kind in kinds)


def test_the_primary_outcome_speaks_for_the_claim():
    asked = claim().model_copy(update={"outcomes": (outcome(id="sleep"), outcome()), "primary": "pain"})
    assessed = assess_claim(asked, table(study("aria", p="<0.05", n=60)))
    assert [each.outcome.id for each in assessed.outcomes] == ["sleep", "pain"]
    assert assessed.primary is assessed.outcomes[1]


def test_the_stream_that_gives_the_verdict_is_the_anchored_one():
    assessed = weigh(
        study("aria", p="<0.05", n=60, bias=SAFE),
        study("bass", design="quasi-experimental", bias={"control_group": "yes"}),
    )
    assert [body.stream for body in assessed.streams] == [Stream.RCT, Stream.NRSI]
    assert assessed.anchored is only(assessed)
    assert assessed.certainty is only(assessed).grade.certainty.value


# Behind a gate nothing is anchored, nothing is certain and no number may be shown.
@pytest.mark.parametrize(
    ("studies", "gate"),
    [
        ((), "NOTHING_LOOKED_AT"),
        ((study("x", matched=match(answers="different")),), "NOT_DIRECT"),
        ((study("x", "within"),), "NO_USABLE_RESULT"),
        ((study("x", notices=["retracted"]),), "ONLY_RETRACTED"),
    ],
)
def test_behind_a_gate_there_is_no_certainty(studies, gate):
    assessed = weigh(*studies)
    assert assessed.gate.value == gate
    assert assessed.gate.rule == f"GATE-{gate}"
    assert (assessed.anchored, assessed.certainty, assessed.base, assessed.streams) == (None, None, None, ())


def test_what_is_read_of_one_study_is_kept_with_its_reason():
    assessed = weigh(study("aria", p="<0.05", n=60, bias=SAFE))
    found = reading(assessed, "aria")
    assert (found.stream.value, found.standing.value, found.bias.value) == (
        Stream.RCT,
        Standing.COUNTED,
        BiasClass.LOW,
    )
    assert all(ruling.rule and ruling.reason for ruling in (found.stream, found.standing, found.reading, found.bias))
    assert found.n == 60


def test_words_of_the_assessment_in_their_order():
    assert [route.value for route in Route] == ["REVIEW", "SINGLE", "PAIR", "POOL", "P", "DIR"]
    assert [measure.value for measure in Measure] == ["ratio", "smd", "md", "p_only"]
    assert [bias.value for bias in BiasClass] == ["low", "unclear", "high"]
    assert len(Standing) == 9


def test_no_advice_is_a_value_of_its_own():
    assert Advice(Verdict.CANNOT_ASSESS, None) != Advice(Verdict.CANNOT_ASSESS, Action.KEEP)
    assert Ruling(Certainty.LOW, "CERT-SUM", "a") == Ruling(Certainty.LOW, "CERT-SUM", "a")
