"""What was assumed, and what if not: each assumption is declared once, taken otherwise alone, and weighed again."""

import ast
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.effect import Effect
from claimbook.model.printed import PValue, read_p
from claimbook.model.terms import Certainty, State, Verdict
from claimbook.synthesis.details.what_if import what_if
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.study import assumptions
from claimbook.synthesis.study.arms import Context
from claimbook.synthesis.study.assumptions import ASSUMPTIONS
from claimbook.synthesis.study.effect_size import EMPTY_CELL, T_DIVISOR_BELOW
from claimbook.synthesis.study.estimates import estimate_from
from claimbook.synthesis.taken import Taken
from claimbook.synthesis.thresholds import DEFAULT
from tests.synthesis.factory import SAFE, interval, outcome, review, study, weigh
from tests.synthesis.strategies import EFFECTS, OUTCOMES, PRINTS, bodies

TAKEN = DEFAULT.taken
REACHED = [each for each in ASSUMPTIONS.values() if each.is_reached and not each.is_arithmetic]
VARIED = [(each, other) for each in REACHED for other in each.alternatives]


def of(kind, ours, other, **more):
    return {"type": kind, "intervention": ours, "comparator": other, **more}


def p(text):
    return read_p(text)


TWO = ({"n": 25}, {"n": 22})
BEFORE = {"sd_before": 2.4, "sd_after": 2.2, "n": 20}

# One print for each assumption; ``Context`` holds what stands beside it.
PRINTED = {
    "level": (interval("RR", 0.6, 0.4, 0.9), {}),
    "level-converted": (interval("MD", -2, -3, -1, ci_level=0.9), {"n": 40}),
    "level-converted-normal": (interval("RR", 0.6, 0.4, 0.9, ci_level=0.9), {}),
    "t-interval": (interval("MD", -2, -3, -1), {"n": 40}),
    "normal-interval": (interval("MD", -2, -3, -1), {"n": 140}),
    "normal-interval-no-size": (interval("MD", -2, -3, -1), {}),
    "normal-smd-interval": (interval("SMD", -0.5, -0.8, -0.2), {}),
    "midpoint": (interval("RR", 0.5, 0.4, 0.9), {}),
    "p-bound": ({"type": "RR", "estimate": 0.6}, {"p": p("<0.05")}),
    "p-exact": ({"type": "RR", "estimate": 0.6}, {"p": p("0.03")}),
    "p-two-sided": ({"type": "RR", "estimate": 0.6}, {"p": p("0.03")}),
    "t-distribution": (of("MD", *TWO, estimate=-3.8), {"p": p("0.008")}),
    "normal-test": ({"type": "RR", "estimate": 0.6}, {"p": p("0.03")}),
    "arm-share": ({"type": "SMD", "t": -2.5}, {"n": 40, "arms": "two"}),
    "arm-rest": (of("SMD", {"n": 10}, None, t=-2.5), {"n": 40, "arms": "two"}),
    "equal-spread": (
        of("mean-post", {"mean": 3, "sd": 1, "n": 20}, {"mean": 4, "sd": 2, "n": 20}), {}),
    "change-correlation": (of("mean-change", {"mean": -2, **BEFORE}, {"mean": -1, **BEFORE}), {}),
    "sd-from-sizes": (of("MD", *TWO, estimate=-3.8), {"p": p("0.008")}),
    "correlation-groups": ({"type": "r", "estimate": -0.3}, {"n": 50}),
    "odds-as-printed": (interval("OR", 0.5, 0.3, 0.8), {}),
    "hazard-as-printed": (interval("HR", 0.5, 0.3, 0.8), {}),
    "odds-at-risk": (interval("OR", 0.5, 0.3, 0.8), {"control_risk": 0.2}),
    "empty-cell": (of("counts", {"events": 0, "n": 20}, {"events": 5, "n": 20}), {}),
    "whole-people": (of("proportions", {"share": 0.21, "n": 30}, {"share": 0.42, "n": 30}), {"p": p("0.09")}),
}  # fmt: skip
ELSEWHERE = {"no-p", "no-events"}
"""Told of combined p values, and of a study that gives no estimate."""


def read(name, t=DEFAULT):
    printed, beside = PRINTED[name]
    printed = {key: value for key, value in printed.items() if value is not None}
    return estimate_from(Effect.model_validate(printed), "below", Context(**beside), t)


def ids(found):
    both = (found, found.standardised)
    return {each.id for estimate in both if estimate is not None for each in estimate.assumptions}


def test_every_assumption_that_a_study_can_reach_has_a_print_here():
    # protects: an assumption that nobody ever saw at work
    assert set(PRINTED) | ELSEWHERE == {each.id for each in REACHED}


@pytest.mark.parametrize("name", PRINTED)
def test_the_assumption_is_said_beside_the_estimate(name):
    # protects: a step from print to estimate that the reader is not told of
    assert name in ids(read(name))


@pytest.mark.parametrize(
    ("name", "other"), [(e.id, o) for e, o in VARIED if e.id in PRINTED], ids=lambda part: getattr(part, "words", part)
)
def test_each_alternative_moves_the_estimate(name, other):
    # protects: an alternative that is promised and changes nothing
    assert read(name, other.moved(DEFAULT)) != read(name)


@pytest.mark.parametrize(("each", "other"), VARIED, ids=lambda part: getattr(part, "words", getattr(part, "id", "")))
def test_an_alternative_moves_its_own_field_and_nothing_else(each, other):
    # protects: "one at a time"; and an alternative that is the value in force
    moved = other.moved(DEFAULT)
    changed = {f.name for f in fields(moved.taken) if getattr(moved.taken, f.name) != getattr(TAKEN, f.name)}
    assert changed == set(other.taken)
    numbers = {f.name for f in fields(moved) if getattr(moved, f.name) != getattr(DEFAULT, f.name)} - {"taken"}
    assert numbers == set(other.numbers)
    assert changed | numbers
    assert each.rule in RULES


def test_an_assumption_is_varied_or_says_why_not():
    # protects: silence about what could not be varied
    assert all(bool(each.alternatives) != bool(each.not_varied) for each in ASSUMPTIONS.values())


def test_every_field_is_moved_by_some_alternative():
    # protects: a way of reading that no sensitivity line shows
    assert {name for _, other in VARIED for name in other.taken} == {each.name for each in fields(Taken)}


def test_every_assumption_that_the_code_names_is_declared():
    # protects: words beside an estimate that stand in no table
    folder = Path(assumptions.__file__).parents[1]
    calls = [
        node
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "assumed" and node.args
    ]
    named = {part.value for call in calls for part in ast.walk(call.args[0]) if isinstance(part, ast.Constant)}
    assert {name for name in named if name in ASSUMPTIONS} >= set(ASSUMPTIONS) - {
        "odds-as-printed",
        "hazard-as-printed",
    }


def test_the_defaults_are_those_of_the_formulas():
    # protects: two places with two numbers
    assert (TAKEN.empty_cell, TAKEN.t_below) == (EMPTY_CELL, T_DIVISOR_BELOW)


# The worked number of the alternative, by the formulas of the statistics reference.
@pytest.mark.parametrize(
    ("name", "number", "expected"),
    [
        ("odds-at-risk", 0, 0.5),  # as printed
        ("odds-at-risk", 1, 0.5 / (1 - 0.1 + 0.1 * 0.5)),
        ("odds-at-risk", 2, 0.5 / (1 - 0.3 + 0.3 * 0.5)),
        ("odds-as-printed", 0, 0.5 / (1 - 0.1 + 0.1 * 0.5)),
        ("odds-as-printed", 1, 0.5 / (1 - 0.4 + 0.4 * 0.5)),
        ("empty-cell", 0, (0.25 / 20.5) / (5.25 / 20.5)),
        ("empty-cell", 1, (1 / 22) / (6 / 22)),
        ("midpoint", 0, 0.6),  # sqrt(.4 x .9)
        ("whole-people", 0, 0.5),
    ],
)
def test_the_number_of_an_alternative(name, number, expected):
    found = read(name, ASSUMPTIONS[name].alternatives[number].moved(DEFAULT))
    assert found.value == pytest.approx(expected)


def test_a_one_sided_p_widens_the_interval():
    # p .03 one-sided is .06 two-sided: (ln .6 / 1.8808)^2 = .07377
    found = read("p-two-sided", ASSUMPTIONS["p-two-sided"].alternatives[0].moved(DEFAULT))
    assert found.variance == pytest.approx(0.07377, abs=1e-4)


def test_without_an_addition_an_empty_cell_gives_no_estimate():
    # protects: a division by zero, and a ratio that the 0.5 made up
    assert read("empty-cell", ASSUMPTIONS["empty-cell"].alternatives[2].moved(DEFAULT)) is None


@pytest.mark.parametrize(
    ("printed", "taken", "expected"),
    [
        ("0.03", {"p_rounding": 0.5}, 0.035),
        ("0.030", {"p_rounding": 0.5}, 0.0305),
        ("0.001", {"p_rounding": -0.5}, 0.0005),
        ("1e-5", {"p_rounding": 0.5}, 1.5e-5),
        ("<0.05", {"p_rounding": 0.5}, 0.05),
        ("<0.05", {"p_of_bound": 0.1}, 0.005),
        ("0.05", {"p_of_bound": 0.1}, 0.05),
        ("0.7", {"p_sides": 1}, 1.0),
        ("0.2", {"p_sides": 1}, 0.4),
        ("0.2", {}, 0.2),
    ],
)
def test_a_printed_p_is_taken_as_said(printed, taken, expected):
    # protects: a bound is not rounded, an exact p is no bound, and no p leaves its range
    assert Taken(**taken).p(p(printed)) == pytest.approx(expected)


def test_a_p_that_nobody_printed_has_no_digits():
    assert PValue(0.03, "exact").unit == 0
    assert Taken(p_rounding=0.5).p(PValue(0.03, "exact")) == 0.03


# Outcomes

HEDGED = outcome(strength="hedged")


def tried(found):
    return {(each.resting.assumption.id, each.alternative.words): each for each in found.tried}


def test_a_verdict_that_hangs_on_a_one_sided_p_flips():
    # protects: one trial with p .03 supports the claim; one-sided it is .06 and leaves it open
    found = what_if(weigh(study("aria", n=900, p="0.03", bias=SAFE), of=HEDGED))
    flip = tried(found)["p-two-sided", "one-sided, so the two-sided p is twice as large"]
    assert (flip.before.verdict, flip.after.verdict) == (Verdict.PROBABLY_SUPPORTED, Verdict.UNCERTAIN)
    assert (flip.before.state, flip.after.state) == (State.FAVOURS, State.INCONCLUSIVE)
    assert (flip.before.p, flip.after.p) == (0.03, 0.06)
    assert found.flips == (flip,)
    assert flip.resting.studies == ("aria",)


def test_a_step_may_change_without_the_verdict():
    # protects: a certainty that moves is told although the verdict stays
    found = what_if(weigh(study("aria", n=60, p="<0.05")))
    assert found.flips == ()
    assert tried(found)["p-bound", "half of its bound"].after.p == 0.025


def test_directions_alone_assume_nothing():
    found = what_if(weigh(study("aria"), study("bass", "against")))
    assert (found.tried, found.fixed) == ((), ())


def test_an_interval_with_its_level_assumes_nothing():
    # protects: an assumption that is told where everything was printed
    found = what_if(weigh(study("aria", n=90, effect=interval("RR", 0.6, 0.4, 0.9, ci_level=0.95))))
    assert (found.tried, found.fixed) == ((), ())


def test_what_cannot_be_varied_says_why():
    found = what_if(weigh(review("opera", included_trials=9, effect=interval("SMD", -0.6, -0.9, -0.3))))
    assert [rest.assumption.id for rest in found.fixed] == ["normal-smd-interval"]
    assert {name for name, _ in tried(found)} == {"level"}


def test_a_wider_interval_is_weighed_again_as_a_whole():
    # protects: a 90% interval (-0.9 to -0.02) reaches beyond no effect once it is read as 95%
    found = what_if(weigh(study("aria", n=900, bias=SAFE, effect=interval("SMD", -0.46, -0.9, -0.02)), of=HEDGED))
    wider = tried(found)["level", "a 90% interval"]
    assert wider.after.interval[1] > 0 > wider.before.interval[1]
    assert (wider.before.state, wider.after.state) == (State.FAVOURS, State.INCONCLUSIVE)
    assert wider.after.certainty < wider.before.certainty == Certainty.MODERATE


def test_a_result_without_p_can_be_left_out():
    # protects: "not significant" without a direction waters the combined p down; without it the others speak alone
    silent = study("etude", "no difference", n=100)
    found = what_if(weigh(*[study(name, n=60, p="0.03") for name in ("aria", "bass", "coda")], silent))
    left_out = tried(found)["no-p", "left out of the combined p"]
    assert left_out.resting.studies == ("etude",)
    assert left_out.after.p < left_out.before.p


def test_studies_that_rest_on_the_same_move_together():
    # protects: one row for one assumption, whatever number of studies rests on it
    studies = [study(f"s{i}", n=80 + i, effect=interval("SMD", -0.3 - i / 10, -0.9, -0.01)) for i in range(3)]
    found = what_if(weigh(*studies))
    assert tried(found)["level", "a 99% interval"].resting.studies == ("s0", "s1", "s2")


def test_behind_a_gate_nothing_is_tried():
    found = what_if(weigh(study("aria", None)))
    assert (found.tried, found.fixed) == ((), ())


def test_the_numbers_it_was_weighed_by_stay_in_force():
    # protects: a reader's own thresholds are kept while an assumption moves
    strict = replace(DEFAULT, alpha=0.01)
    found = what_if(weigh(study("aria", n=900, p="0.03", bias=SAFE), of=HEDGED), strict)
    assert {each.before.state for each in found.tried} == {State.INCONCLUSIVE}


# Whatever was printed: weighing again gives the same answer, each alternative gives one, and no sign ever turns
# except where people with the event are divided by arms that nobody printed.
@given(bodies(least=1, most=4), OUTCOMES)
def test_any_body_can_be_weighed_otherwise(studies, of):
    assessed = weigh(*studies, of=of)
    found = what_if(assessed)
    for each in found.tried:
        stream = next(body for body in assessed.streams if body.stream is each.resting.stream)
        assert each.before.verdict is assessed.advice.verdict
        assert (each.before.estimate, each.before.state) == (stream.numbers.estimate, stream.state.value)
        assert each.resting.words
        assert set(each.resting.studies) <= {reading.study.id for reading in stream.studies}


@given(EFFECTS.filter(bool), PRINTS, st.none() | st.integers(1, 500))
def test_no_alternative_turns_a_sign(printed, p_value, n):
    context = Context(n=n, p=read_p(p_value), words="below", arms="two", control_risk=0.3)
    effect = Effect.model_validate(printed)
    plain = estimate_from(effect, "below", context)
    for each, other in VARIED:
        if each.rule == "CONV-ARMS" and "events" in str(printed):
            continue  # 3 events against 2 are more or fewer people as the arms are divided; this is what is varied
        found = estimate_from(effect, "below", context, other.moved(DEFAULT))
        if plain is not None and found is not None and None not in {plain.favours_claim, found.favours_claim}:
            assert found.favours_claim is plain.favours_claim


def test_counts_whose_side_hangs_on_the_size_of_the_arms_say_so():
    # protects: 3 events against 2 among 60 people favour nobody once a third of them had the intervention
    printed = {"type": "counts", "intervention": {"events": 2}, "comparator": {"events": 3}}
    found = what_if(weigh(study("aria", n=60, effect=printed)))
    fewer = tried(found)["arm-share", "a third of them in the intervention arm"]
    assert (fewer.before.estimate, fewer.after.estimate) == (pytest.approx(2 / 3), None)
    assert fewer.after.state is None  # words and number would point to opposite sides
