"""Each rule by its id: a miniature body in which it speaks, or a miniature print that it converts."""

import ast
import json
import math
import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from claimbook.model.assessment import Standing
from claimbook.model.effect import Effect
from claimbook.model.study import Finding
from claimbook.model.terms import Stream
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.study.arms import Context
from claimbook.synthesis.study.estimates import estimate_from
from claimbook.synthesis.study.streams import bias_class, stream_of
from claimbook.synthesis.thresholds import DEFAULT, Thresholds
from tests.synthesis.factory import SAFE, assumed, interval, match, reading, review, rules, study, weigh
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


POOL = review("pool", year=2022, effect=interval("SMD", -0.5, -0.8, -0.2))
STANDINGS = {
    "ONE-RESULT": (
        [study(name, n=50, trial="humm", trial_why="one", finding={"weeks": w}) for name, w in (("a", 4), ("b", 12))],
        "a", Standing.SAME_TRIAL),
    "ANCHOR-REVIEW": ([POOL, study("a", n=50)], "a", Standing.IN_REVIEW),
    "DIRECT": ([study("a", n=50, matched=match(none="I"))], "a", Standing.NOT_DIRECT),
    "RESULT": ([study("a", "within", n=50)], "a", Standing.NO_USABLE_RESULT),
}  # fmt: skip


@pytest.mark.parametrize("rule", STANDINGS)
def test_the_rule_says_where_a_study_stands(rule):
    studies, name, standing = STANDINGS[rule]
    found = reading(weigh(*studies), name).standing
    assert (found.value, found.rule) == (standing, rule)


def test_a_large_study_of_several_centres_may_stand_alone():
    bias = {"randomised": "yes", "multicentre": "yes"}
    assert "INCONS-SINGLE-0" in rules(weigh(study("one", n=400, bias=bias)))
    assert "INCONS-SINGLE-1" in rules(weigh(study("one", n=399, bias=bias)))


def test_a_surrogate_is_not_indirect_evidence():
    assert "not direct at all" in RULES["INDIRECT-OUTCOME"].text()
    assert weigh(study("stand-in", n=50, matched=match(answers="surrogate"))).gate.value == "NOT_DIRECT"
    assert "INDIRECT-1" in rules(weigh(study("part", n=50, matched=match(partial="O"))))


def test_nobody_but_the_project_can_be_written_down_as_the_coder():
    # until an editor signs for a whole table (reviewed_by), its codings stay the project's, and the page says so
    assert "the page says so" in RULES["INDIRECT-CONFIRM"].text()
    coded = json.loads(study("one").findings[0].model_dump_json()) | {"coded_by": "an editor"}
    with pytest.raises(ValidationError):
        Finding.model_validate_json(json.dumps(coded))


TWO = ({"n": 25}, {"n": 22})
WIDTH = 2 * 1.959964
CONVERSIONS = {
    "CONV-RATIO": (
        {"type": "RR", "estimate": 0.8, "ci_low": 0.6, "ci_high": 1.07}, {},
        (0.8, (math.log(1.07 / 0.6) / WIDTH) ** 2)),
    "CONV-OR": (
        {"type": "OR", "estimate": 2.0, "ci_low": 1.2, "ci_high": 3.3}, {"control_risk": 0.2},
        (1.66667, (math.log(2.26027 / 1.15385) / WIDTH) ** 2)),
    "CONV-COUNTS": (of("counts", {"events": 4, "n": 123}, {"events": 11, "n": 139}), {}, (0.41094, 0.3256)),
    "CONV-SHARES": (of("proportions", {"share": 0.2, "n": 100}, {"share": 0.4, "n": 100}), {}, (0.5, 0.055)),
    "CONV-MEANS": (
        of("mean-post", {"mean": 10, "sd": 3, "n": 30}, {"mean": 8, "sd": 3.5, "n": 28}), {}, (2.0, 0.72962)),
    "CONV-MD": (of("MD", *TWO, estimate=1.6, ci_low=-1.2, ci_high=4.4), {}, (1.6, 1.3902**2)),
    "CONV-SMD": (of("SMD", *TWO, estimate=0.5), {}, (0.5, 1 / 25 + 1 / 22 + 0.25 / 94)),
    "CONV-P": (of("SMD", {"n": 20}, {"n": 20}), {"p": p(0.018), "words": "below"}, (-0.7664, 0.10734)),
    "CONV-T": (of("SMD", {"n": 20}, {"n": 20}, t=-2.4726), {}, (-0.7664, 0.10734)),
    "CONV-SE": (
        of("mean-post", {"mean": 10, "se": 0.5, "n": 36}, {"mean": 8, "se": 0.5, "n": 36}), {}, (2.0, 9 / 36 + 9 / 36)),
    "CONV-R": ({"type": "r", "estimate": 0.3}, {"n": 50}, (0.6290, 4 / (49 * 0.91))),
    "CONV-LEVEL": (
        {"type": "RR", "estimate": 0.8, "ci_low": 0.6, "ci_high": 1.07, "ci_level": 0.9}, {},
        (0.8, (math.log(1.07 / 0.6) / (2 * 1.644854)) ** 2)),
}  # fmt: skip


@pytest.mark.parametrize("rule", CONVERSIONS)
def test_the_conversion_ends_at_its_number_and_its_variance(rule):
    printed, beside, expected = CONVERSIONS[rule]
    found = estimate(printed, **beside)
    assert (found.value, found.variance) == pytest.approx(expected, rel=2e-3)


def test_a_standard_deviation_is_worked_out_and_said():
    # 3.8 with p .008 of 25 and 22: SD 4.6835, g .7978
    assert "SE / sqrt(1/n1 + 1/n2)" in RULES["CONV-SD"].text()
    found = estimate(of("MD", *TWO, estimate=3.8), p=p(0.008))
    assert found.standardised.value == pytest.approx(0.7978, rel=1e-3)
    assert "standard deviation computed" in " ".join(assumed(found.standardised))


def test_the_correlation_that_nobody_printed_is_named():
    # both arms alike: variance of the difference = 2/10 (s1^2 + s2^2 - 2 r s1 s2); a higher r makes it smaller
    arm = {"mean": 2.0, "sd_before": 2.38, "sd_after": 2.21, "n": 10}
    printed = Effect.model_validate(of("mean-change", arm, arm | {"mean": 1.0}))
    for r in (0.5, 0.7):
        t = Thresholds(imputed_correlation=r)
        found = estimate_from(printed, "below", Context(), t)
        assert found.variance == pytest.approx(0.2 * (2.38**2 + 2.21**2 - 2 * r * 2.38 * 2.21))
        assert f"correlation of {r:g}" in RULES["CONV-CHANGE"].text(t)
        assert f"{r:g}" in " ".join(assumed(found))


def test_equal_arms_are_assumed_only_where_there_are_two():
    # 40 people in two arms are 20 and 20, and that is said; of a review nothing is assumed
    assert "50% of its participants" in RULES["CONV-ARMS"].text()
    told = estimate({"type": "SMD", "estimate": 0.5}, n=40, arms="two")
    assert "40 people taken as 20 and 20" in " ".join(assumed(told))
    assert estimate({"type": "SMD", "estimate": 0.5}, n=40, arms="pooled").interval is None


def test_a_number_against_its_words_is_no_result():
    # favours in words, the other side in numbers
    assert "a number against its words is no result" in RULES["CONV-SIGN"].text()
    assessed = weigh(study("slip", "favours", n=50, effect=interval("SMD", 0.5, 0.1, 0.9)))
    assert reading(assessed, "slip").estimate is None


def test_every_rule_is_named_where_a_test_compares_with_it():
    # protects: a rule that nobody ever sees at work; comments and docstrings do not count
    tests = Path(__file__).parents[1]
    texts = [text for path in sorted(tests.rglob("*.py")) for text in _texts(ast.parse(path.read_text()))]
    texts.append((tests / "synthesis" / "decision_vectors.json").read_text())
    named = set(re.findall(r"[A-Z][A-Z0-9_]*(?:-[A-Z0-9_]+)*", "\n".join(texts)))
    assert {rule for rule in RULES if rule not in named and rule.removeprefix("GATE-") not in named} == set()


def _texts(tree):
    """Every text of a module that is not a docstring."""
    alone = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in alone)
    return [node.value for node in constants if isinstance(node.value, str)]
