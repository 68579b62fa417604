"""Each rule by its id: a miniature body in which it speaks, or a miniature print that it converts."""

import re
from pathlib import Path

import pytest

from claimbook.model.terms import Stream
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.streams import bias_class, stream_of
from claimbook.synthesis.thresholds import DEFAULT
from tests.synthesis.factory import SAFE, interval, match, reading, review, rules, study, weigh
from tests.synthesis.test_estimates import estimate, of, p

COHORT = {"design": "cohort", "bias": {"confounders_adjusted": "yes"}}
BODIES = {
    "ROUTE-REVIEW": ([review("pool", effect=interval("SMD", -0.5, -0.8, -0.2))], "RCT"),
    "ROUTE-SINGLE": ([study("one", n=50, p="0.03")], "RCT"),
    "ROUTE-PAIR": ([study(each, n=50, effect=interval("SMD", -0.5, -0.9, -0.1)) for each in "ab"], "RCT"),
    "ROUTE-POOL": ([study(each, n=50, effect=interval("SMD", -0.5, -0.9, -0.1)) for each in "abc"], "RCT"),
    "ROUTE-P": ([study(each, n=50, p="0.03") for each in "ab"], "RCT"),
    "ROUTE-DIR": ([study(each, n=50) for each in "abc"], "RCT"),
    "START-RCT": ([study("one", n=50)], "RCT"),
    "START-NRSI": ([study("one", n=50, **COHORT)], "NRSI"),
    "START-OTHER": ([study("one", n=50, design="cross-sectional")], "OTHER"),
    "INCONS-SHARE-0": ([study(each, n=50) for each in "abcde"], "RCT"),
    "INCONS-SHARE-1": (
        [study(each, says, n=50) for each, says in zip("abc", ("favours", "favours", "against"), strict=True)],
        "RCT",
    ),
    "INCONS-SHARE-2": (
        [study(each, says, n=50) for each, says in zip("ab", ("favours", "against"), strict=True)],
        "RCT",
    ),
}


@pytest.mark.parametrize("rule", BODIES)
def test_the_rule_speaks_in_its_body(rule):
    studies, stream = BODIES[rule]
    assert rule in rules(weigh(*studies), stream)


@pytest.mark.parametrize(
    ("rule", "bias"),
    [
        ("ROB-STUDY-LOW", SAFE),
        ("ROB-STUDY-UNCLEAR", {"randomised": "yes"}),
        ("ROB-STUDY-HIGH", {"randomised": "yes", "control_group": "no"}),
    ],
)
def test_the_rule_classes_a_trial(rule, bias):
    trial = study("one", n=50, bias=bias)
    assert (stream_of(trial).value, stream_of(trial).rule) == (Stream.RCT, "STREAM")
    assert bias_class(trial, trial.findings[0], DEFAULT).rule == rule


def test_one_result_for_each_trial():
    # ONE-RESULT: two papers of one trial, the longer follow-up counts
    early = study("early", n=50, trial="humm", trial_why="invented", finding={"weeks": 4})
    late = study("late", n=50, trial="humm", trial_why="invented", finding={"weeks": 12})
    assessed = weigh(early, late)
    assert reading(assessed, "early").standing.rule == "ONE-RESULT"
    assert reading(assessed, "late").standing.value == "counted"


def test_a_surrogate_is_not_indirect_evidence():
    # INDIRECT-OUTCOME: not direct at all, where a partly matching outcome is rated down
    assert weigh(study("stand-in", n=50, matched=match(answers="surrogate"))).gate.value == "NOT_DIRECT"
    assert "INDIRECT-1" in rules(weigh(study("part", n=50, matched=match(partial="O"))))


def test_codings_are_shown_as_unconfirmed_until_somebody_signs_them():
    # INDIRECT-CONFIRM: a finding can only be the project's own; the page says so (tests/report)
    assert {finding.coded_by for finding in study("one").findings} == {"project"}


TWO = ({"n": 25}, {"n": 22})
CONVERSIONS = {
    "CONV-RATIO": ({"type": "RR", "estimate": 0.8, "ci_low": 0.6, "ci_high": 1.07}, {}, 0.8),
    "CONV-OR": ({"type": "OR", "estimate": 2.0, "ci_low": 1.2, "ci_high": 3.3}, {"control_risk": 0.2}, 1.6667),
    "CONV-COUNTS": (of("counts", {"events": 4, "n": 123}, {"events": 11, "n": 139}), {}, 0.4109),
    "CONV-SHARES": (of("proportions", {"share": 0.2, "n": 100}, {"share": 0.4, "n": 100}), {}, 0.5),
    "CONV-MEANS": (of("mean-post", {"mean": 10, "sd": 3, "n": 30}, {"mean": 8, "sd": 3.5, "n": 28}), {}, 2.0),
    "CONV-MD": (of("MD", *TWO, estimate=1.6, ci_low=-1.2, ci_high=4.4), {}, 1.6),
    "CONV-SMD": (of("SMD", *TWO, estimate=0.5), {}, 0.5),
    "CONV-P": (of("SMD", {"n": 20}, {"n": 20}), {"p": p(0.018), "words": "below"}, -0.7664),
    "CONV-T": (of("SMD", {"n": 20}, {"n": 20}, t=-2.4726), {}, -0.7664),
    "CONV-SE": (of("mean-post", {"mean": 10, "se": 0.5, "n": 36}, {"mean": 8, "se": 0.5, "n": 36}), {}, 2.0),
    "CONV-R": ({"type": "r", "estimate": 0.3}, {"n": 50}, 0.6290),
    "CONV-LEVEL": ({"type": "RR", "estimate": 0.8, "ci_low": 0.6, "ci_high": 1.07, "ci_level": 0.9}, {}, 0.8),
}


@pytest.mark.parametrize("rule", CONVERSIONS)
def test_the_conversion_ends_at_its_number(rule):
    printed, beside, value = CONVERSIONS[rule]
    found = estimate(printed, **beside)
    assert found.value == pytest.approx(value, rel=1e-3)
    assert found.interval is not None


def test_a_standard_deviation_is_worked_out_and_said():
    # CONV-SD: 3.8 with p .008 of 25 and 22: SD 4.6835, g .7978
    found = estimate(of("MD", *TWO, estimate=3.8), p=p(0.008))
    assert found.standardised.value == pytest.approx(0.7978, rel=1e-3)
    assert "standard deviation computed" in " ".join(found.standardised.assumptions)


def test_the_correlation_that_nobody_printed_is_named():
    # CONV-CHANGE: the imputed correlation stands in the assumptions
    arm = {"mean": 2.0, "sd_before": 2.38, "sd_after": 2.21, "n": 10}
    found = estimate(of("mean-change", arm, arm | {"mean": 1.0}))
    assert "0.5" in " ".join((*found.assumptions, *found.standardised.assumptions))


def test_equal_arms_are_assumed_only_where_there_are_two():
    # CONV-ARMS: 40 people in two arms are 20 and 20, and that is said; of a review nothing is assumed
    told = estimate({"type": "SMD", "estimate": 0.5}, n=40, arms="two")
    assert "40 people taken as 20 and 20" in " ".join(told.assumptions)
    assert estimate({"type": "SMD", "estimate": 0.5}, n=40, arms="pooled").interval is None


def test_a_number_against_its_words_is_no_result():
    # CONV-SIGN: favours in words, the other side in numbers
    assessed = weigh(study("slip", "favours", n=50, effect=interval("SMD", 0.5, 0.1, 0.9)))
    assert reading(assessed, "slip").estimate is None


def test_every_rule_is_named_in_a_test():
    # protects: a rule that nobody ever sees at work
    texts = "".join(
        path.read_text() for path in Path(__file__).parents[1].rglob("*.*") if path.suffix in {".py", ".json"}
    )
    named = set(re.findall(r"[A-Z][A-Z0-9_]*(?:-[A-Z0-9_]+)*", texts))
    assert {rule for rule in RULES if rule not in named and rule.removeprefix("GATE-") not in named} == set()
