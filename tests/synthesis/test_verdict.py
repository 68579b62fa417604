"""The verdict table and its modifiers as a whole: no step may reward weaker evidence (grading specification 5.3)."""

from dataclasses import replace
from itertools import pairwise, product

import pytest

from claimbook.model.assessment import Code
from claimbook.model.terms import Action, Certainty, State, Stream, Strength
from claimbook.synthesis.grade.verdict import Case, base_verdict, modify

STRENGTHS = [Strength.ASSOCIATIONAL, Strength.HEDGED, Strength.DIRECT]
STATES = [State.FAVOURS, State.INCONCLUSIVE, State.NULL, State.AGAINST]
STREAMS = [Stream.RCT, Stream.NRSI, Stream.OTHER]
CODES = [
    Code("POP_AGE", "", caps=True, action=Action.NARROW),
    Code("CERTAINTY", "", caps=True, action=Action.SOFTEN),
    Code("SINGLE_STUDY", "", action=Action.NARROW),
    Code("HARMS_OMITTED", ""),
]
OTHERS = [
    (),
    ((Stream.NRSI, State.FAVOURS, Certainty.LOW),),
    ((Stream.RCT, State.NULL, Certainty.LOW),),
    ((Stream.RCT, State.AGAINST, Certainty.LOW), (Stream.OTHER, State.FAVOURS, Certainty.VERY_LOW)),
]


def advice(case):
    base = base_verdict(case.state, case.stream, case.certainty, case.strength).value
    steps = modify(base, case)
    return steps[-1].value if steps else base


def cases():
    """Every case in which the anchor is at least as certain as the other streams, which are other streams."""
    columns = (STRENGTHS, STATES, STREAMS, list(Certainty), (False, True), [(), *((code,) for code in CODES)], OTHERS,
               (False, True))  # fmt: skip
    for strength, state, stream, certainty, away, codes, others, truncated in product(*columns):
        capped = min(certainty, Certainty.MODERATE) if truncated else certainty
        known = all(other is not stream and level <= capped for other, _, level in others)
        if known and not (away and state is not State.INCONCLUSIVE):
            yield Case(strength, state, stream, capped, away, codes, others, truncated)


ALL = list(cases())


def rank(case):
    return advice(case).verdict.rank


def test_there_are_cases():
    # protects: the properties below against an empty list
    assert len(ALL) > 3000
    assert all(rank(case) is not None and advice(case).action is not None for case in ALL)


def test_rising_certainty():
    # protects: never lowers a verdict of favours, never raises one of null or against
    for case in ALL:
        if case.certainty < (Certainty.MODERATE if case.truncated else Certainty.HIGH):
            surer = rank(replace(case, certainty=Certainty(case.certainty + 1)))
            assert case.state is not State.FAVOURS or surer >= rank(case), case
            assert case.state not in {State.NULL, State.AGAINST} or surer <= rank(case), case


def test_stronger_wording():
    # protects: a bolder claim is never better supported by the same evidence
    for case in ALL:
        for weaker, stronger in pairwise(STRENGTHS):
            if case.strength is weaker:
                assert rank(replace(case, strength=stronger)) <= rank(case), case


def without_conflict(case):
    """MOD-CONFLICT asks for softer words only while cohorts favour a claim that trials do not."""
    return all(stream is not Stream.RCT for stream, _, _ in case.others)


def test_worse_states():
    # protects: favours, inconclusive, null, against: never a better verdict, never a milder action
    for case in ALL:
        for better, worse in pairwise(STATES):
            if case.state is better and not case.lean_away:
                after = replace(case, state=worse)
                assert rank(after) <= rank(case), case
                assert not without_conflict(case) or advice(after).action.rank >= advice(case).action.rank, case


def test_leaning_away():
    # protects: MOD-LEAN never raises a verdict and never softens an action
    for case in ALL:
        if case.lean_away:
            toward = replace(case, lean_away=False)
            assert rank(case) == rank(toward), case
            assert advice(case).action.rank >= advice(toward).action.rank, case


def test_trials_are_never_worth_less():
    # protects: the same result from cohorts never gives a better verdict than from trials
    for case in ALL:
        if case.stream is Stream.RCT and not case.others:
            assert rank(replace(case, stream=Stream.NRSI)) <= rank(case), case


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.name)
def test_one_more_code(code):
    # protects: a code never raises a verdict and never softens an action
    for case in ALL:
        after, before = advice(replace(case, codes=(*case.codes, code))), advice(case)
        assert after.verdict.rank <= before.verdict.rank, case
        assert after.action.rank >= before.action.rank, case


def test_a_truncated_search():
    # protects: an unfinished search never raises a verdict of favours and never contradicts (never 19)
    for case in ALL:
        if case.truncated:
            assert advice(case).verdict.value != "contradicted", case
            if case.state is State.FAVOURS:
                assert rank(case) <= rank(replace(case, truncated=False)), case


def test_very_low_certainty():
    # protects: at very low certainty the wording alone decides, and 'may' is not left as it is (DEC-01, never 18)
    for case in ALL:
        if case.certainty is Certainty.VERY_LOW and not case.codes:
            found = advice(case)
            assert found.verdict.value == ("overstated" if case.strength is Strength.DIRECT else "uncertain"), case
            assert case.strength is Strength.ASSOCIATIONAL or found.action is not Action.KEEP, case
