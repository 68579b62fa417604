"""Which verdicts hang on a threshold of our own choice (grading specification 10, calibration plan)."""

import dataclasses

import pytest

from claimbook.model.terms import Verdict
from claimbook.synthesis.details import sensitivity as module
from claimbook.synthesis.details.sensitivity import Flip, Moved, other_values, own_choices, sensitivity
from claimbook.synthesis.thresholds import DEFAULT, Threshold, Thresholds, table
from tests.report.demo import table as studies
from tests.synthesis.factory import SAFE, claim, interval, outcome, study

HEDGED = claim(outcome(strength="hedged"))


def by_name(moved):
    return {(each.threshold.name, round(each.value, 6)): each for each in moved}


def test_a_verdict_flips_at_a_known_threshold():
    # protects: one trial with p 0.04 favours the claim at .05 and leaves it open at .0375
    found = by_name(sensitivity([HEDGED], studies(study("a", n=900, p="0.04", bias=SAFE))))
    flip = Flip("humming", "pain", Verdict.PROBABLY_SUPPORTED, Verdict.UNCERTAIN)
    assert found["alpha", 0.0375].flips == found["alpha", 0.025].flips == (flip,)
    assert found["alpha", 0.0625].flips == ()


def test_nothing_flips_where_no_threshold_is_near():
    # protects: a body far from every limit has nothing to tell
    effect = interval("SMD", -0.6, -0.65, -0.55)
    moved = sensitivity([HEDGED], studies(*[study(f"s{i}", n=2000, effect=effect, bias=SAFE) for i in range(4)]))
    assert [each for each in moved if each.flips] == []


def test_a_step_that_changes_without_its_verdict_is_told_apart():
    # protects: a verdict that stays may still stand on another certainty
    body = studies(study("a", n=120, p="0.6", says="no difference"))
    moved = by_name(sensitivity([HEDGED], body))
    lifted = moved["size_fraction", 0.375]
    assert (lifted.flips, lifted.stirs) == ((), (("humming", "pain"),))
    assert moved["alpha", 0.025] == Moved(_row("alpha"), 0.025, (), ())


def _row(name):
    return next(row for row in table() if row.name == name)


def test_one_threshold_moves_and_nothing_else(monkeypatch):
    # protects: "one at a time"; every other number stays as it was given, and the originals are weighed first
    seen = []

    def listen(of, evidence, thresholds, *rest):
        seen.append(thresholds)
        return weigh(of, evidence, thresholds, *rest)

    weigh = module.assess_claim
    monkeypatch.setattr(module, "assess_claim", listen)
    given = Thresholds(small_study=80)
    moved = sensitivity([HEDGED], studies(), given)
    assert seen[0] == given
    changed = [
        [field.name for field in dataclasses.fields(t) if getattr(t, field.name) != getattr(given, field.name)]
        for t in seen[1:]
    ]
    assert changed == [[each.threshold.name] for each in moved]
    assert given == Thresholds(small_study=80)


def test_only_our_own_choices_move():
    # protects: a published number is not ours to move
    published = {row.name for row in table() if row.flag == "published"}
    names = {row.name for row in own_choices()}
    assert names.isdisjoint(published)
    assert names | published == {field.name for field in dataclasses.fields(DEFAULT) if field.name != "taken"}
    assert {each.threshold.name for each in sensitivity([HEDGED], studies())} == names


@pytest.mark.parametrize("row", own_choices(), ids=lambda row: row.name)
def test_values_stay_within_their_range(row):
    # protects: no share above 1, no half study, no value twice, never the one in force
    values = other_values(row)
    assert values
    assert row.value not in values
    assert len(set(values)) == len(values)
    assert all(value > 0 for value in values)
    if row.value < 1:
        assert max(values) < 1
    if row.value >= 1 and row.value == int(row.value):
        assert all(value == int(value) >= 1 for value in values)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (400, "participants", (200, 300, 500, 600)),
        (1, "", (2,)),
        (2, "", (1, 3)),
        (0.8, "", (0.4, 0.6, 0.99)),
        (0.2, "", (0.1, 0.15, 0.25, 0.3)),
        (1.5, "", (0.75, 1.125, 1.875, 2.25)),
    ],
)
def test_the_values_a_threshold_is_moved_to(value, unit, expected):
    # protects: a quarter and a half down and up, counts whole and at least 1, shares below 1
    found = other_values(Threshold("x", value, "invented", unit, "our choice", ""))
    assert found == pytest.approx(expected)
