"""Streams, risk of bias of one trial, directness (grading specification 2.2, 3.1, 1.3)."""

import pytest

from claimbook.model.terms import Stream
from claimbook.synthesis.study.streams import bias_class, exclusion_codes, stream_of
from claimbook.synthesis.thresholds import DEFAULT
from tests.synthesis.factory import SAFE, claim, match, review, study

DESIGNS = [
    ("rct", {"randomised": "yes"}, "RCT"),
    ("rct", None, "RCT"),  # the source calls it randomised; nobody looked for how
    ("rct", {"randomised": "not stated", "control_group": "yes"}, "NRSI"),
    ("rct", {"randomised": "no", "control_group": "yes"}, "NRSI"),
    ("rct", {"randomised": "no"}, "OTHER"),
    ("crossover", {"randomised": "yes"}, "RCT"),
    ("crossover", {"randomised": "not stated"}, "NRSI"),
    ("crossover", None, "NRSI"),
    ("crossover", {"randomised": "no"}, "OTHER"),
    ("crossover", {"randomised": "no", "control_group": "yes"}, "NRSI"),
    ("quasi-experimental", {"control_group": "yes"}, "NRSI"),
    ("quasi-experimental", {"control_group": "no"}, "OTHER"),
    ("quasi-experimental", {"control_group": "not stated"}, "OTHER"),
    ("quasi-experimental", None, "OTHER"),
    ("quasi-experimental", {"control_group": "yes", "randomised": "yes"}, "NRSI"),
    ("cohort", None, "NRSI"),
    ("case-control", None, "NRSI"),
    ("cross-sectional", {"control_group": "yes"}, "OTHER"),
    ("case-series", {"control_group": "yes"}, "OTHER"),
    ("biomechanics-lab", {"randomised": "yes"}, "OTHER"),
    ("protocol", {"randomised": "yes"}, "OTHER"),
    ("animal", {"randomised": "yes"}, "PRECLINICAL"),
    ("in-vitro", None, "PRECLINICAL"),
]


@pytest.mark.parametrize(("design", "bias", "stream"), DESIGNS)
def test_stream_of_each_design(design, bias, stream):
    # protects: a trial that is not said to be random is never graded as randomised (never 16)
    assert stream_of(study("a", design=design, bias=bias)).value is Stream(stream)


@pytest.mark.parametrize(
    ("of", "stream"),
    [
        ("randomised trials", "RCT"),
        ("trials", "RCT"),
        ("mixed designs", "NRSI"),
        ("observational studies", "NRSI"),
        ("not stated", "OTHER"),
    ],
)
@pytest.mark.parametrize("design", ["meta-analysis", "systematic-review"])
def test_stream_of_each_kind_of_review(of, stream, design):
    # protects: a review is graded with what it reviews, and with the weaker kind where it mixes them
    assert stream_of(review("a", of=of, design=design)).value is Stream(stream)


def test_cross_sectional_studies_carry_their_own_code():
    # protects: the note that nobody knows what came first
    ruling = stream_of(study("a", design="cross-sectional"))
    assert (ruling.rule, ruling.reason) == (
        "CROSS_SECTIONAL",
        "exposure and outcome at one time: order in time unknown",
    )


BLIND = {"randomised": "yes", "blinding": "assessor"}
CLASSES = [
    # ROB-STUDY-HIGH comes first: no safeguard makes up for a fatal flaw
    ({**SAFE, "control_group": "no"}, "high", "no control group"),
    ({**SAFE, "quasi_random": "yes"}, "high", "allocated by a method that is not random"),
    ({**SAFE, "attrition": 20.1}, "high", "20.1% of participants were lost"),
    ({**SAFE, "per_protocol_only": "yes"}, "high", "per-protocol analysis only"),
    # exactly 20% is not more than 20%
    ({**SAFE, "attrition": 20}, "low", "randomised, double-blind, registered"),
    ({**BLIND, "registered": "yes"}, "low", "randomised, assessor blinded, registered"),
    ({**BLIND, "intention_to_treat": "yes"}, "low", "randomised, assessor blinded, intention to treat"),
    ({**BLIND, "concealment": "yes"}, "low", "randomised, assessor blinded, allocation concealed"),
    # everything that is not stated leaves the class unclear
    (BLIND, "unclear", "no registration, concealment or intention to treat seen"),
    ({**BLIND, "registered": "not stated"}, "unclear", "no registration, concealment or intention to treat seen"),
    ({**SAFE, "blinding": "single, who not said"}, "unclear", "no blinding or objective outcome seen"),
    ({**SAFE, "blinding": "not stated"}, "unclear", "no blinding or objective outcome seen"),
    ({"blinding": "double", "registered": "yes"}, "unclear", "random allocation not stated"),
    (None, "unclear", "no safeguard was seen"),
]


@pytest.mark.parametrize(("bias", "level", "reason"), CLASSES)
def test_risk_of_bias_of_one_trial(bias, level, reason):
    # protects: ROB-STUDY-HIGH, -LOW and -UNCLEAR
    trial = study("a", bias=bias)
    ruling = bias_class(trial, trial.findings[0], DEFAULT)
    assert (ruling.value.value, ruling.rule, ruling.reason) == (level, f"ROB-STUDY-{level.upper()}", reason)


@pytest.mark.parametrize(("code", "level"), [("direct", "low"), ("partial", "unclear"), ("none", "unclear")])
def test_an_objective_outcome_stands_in_for_blinding(code, level):
    # protects: only an outcome that nobody's opinion can move replaces blinding
    objective = {"objective": {"code": code, "why": "a stopwatch"}}
    trial = study("a", bias={"randomised": "yes", "registered": "yes"}, finding=objective)
    assert bias_class(trial, trial.findings[0], DEFAULT).value.value == level


@pytest.mark.parametrize(
    "other",
    [
        study("a", design="cohort", bias=SAFE),
        study("b", design="crossover", bias={"registered": "yes"}),
        review("c"),
    ],
    ids=lambda each: each.design,
)
def test_only_randomised_trials_have_a_class(other):
    # protects: classes of trials are never used for cohorts or reviews
    assert bias_class(other, other.findings[0], DEFAULT) is None


DIRECTNESS = [
    (match(), True, []),
    (match(partial="PICO"), True, []),
    (match(none="C"), True, []),  # no comparator is a limit and an indirectness, not another question
    (match(none="P"), False, ["POPULATION_DIFFERENT"]),
    (match(none="I"), False, ["INTERVENTION_DIFFERENT"]),
    (match(same_purpose=False), False, ["PURPOSE"]),
    (match(answers="surrogate"), False, ["OUTCOME_SURROGATE"]),
    (match(answers="different"), False, ["OUTCOME_DIFFERENT"]),
    (match(none="PI", answers="different", same_purpose=False), False,
     ["POPULATION_DIFFERENT", "INTERVENTION_DIFFERENT", "PURPOSE", "OUTCOME_DIFFERENT"]),
]  # fmt: skip


@pytest.mark.parametrize(("matched", "direct", "codes"), DIRECTNESS)
def test_what_makes_a_study_direct(matched, direct, codes):
    # protects: a surrogate never stands for the event, nor treatment for prevention (never 15)
    found = study("a", matched=matched).findings[0].match
    assert found.is_direct is direct
    assert [code.name for code in exclusion_codes(found, claim().purpose)] == codes
