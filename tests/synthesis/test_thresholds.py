"""One table of numbers, and every rule asks it (DESIGN: thresholds live in one table)."""

import dataclasses
import re
from pathlib import Path

import pytest

from claimbook.synthesis import thresholds
from claimbook.synthesis.assess import assess_outcome
from claimbook.synthesis.thresholds import DEFAULT, Thresholds, table
from tests.synthesis.factory import SAFE, claim, interval, match, outcome, review, study

SOURCE = "\n".join(
    path.read_text() for path in Path(thresholds.__file__).parent.rglob("*.py") if path.name != "thresholds.py"
)


@pytest.mark.parametrize("row", table(), ids=lambda row: row.name)
def test_every_threshold_is_asked_and_described(row):
    # protects: a number on the methods page that no rule uses
    assert re.search(rf"\bt\.{row.name}\b", SOURCE)
    assert row.meaning
    assert row.source or row.flag == "our choice"


# A body at the edge, one threshold moved, and what the outcome then reads: stream grade levels, state, certainty, codes
LOOSE = {"p": "0.04", "n": 60}
SMD = {"effect": interval("SMD", -0.5, -0.9, -0.1)}
MOVES = [
    ({"attrition_high": 40}, [study("a", n=50, bias={**SAFE, "attrition": 30})], (2, 0), 0),
    ({"rob_share": 0.7}, [study("a", n=60, bias=SAFE), study("b", n=40)], (0, 1), 0),
    ({"single_large": 50}, [study("a", n=60, bias={"multicentre": "yes"})], (1, 0), 1),
    ({"majority_consistent": 0.7}, [*[study(f"s{i}", n=60) for i in range(3)], study("x", "against", n=60)], (1, 0), 1),
    ({"majority_mixed": 0.8}, [*[study(f"s{i}", n=60) for i in range(3)], study("x", "against", n=60)], (1, 2), 1),
    ({"indirect_share": 0.9}, [study("a", n=60, matched=match(partial="P")), study("b", n=40)], (1, 0), 2),
    ({"target_participants": 100}, [study("a", n=120, **SMD)], (1, 0), 3),
    ({"size_fraction": 0.1}, [study("a", n=60, **SMD)], (2, 1), 3),
    ({"alpha": 0.01}, [study("a", n=900, p="0.04")], (0, 1), 3),
    ({"review_min_trials": 10}, [review("r", included_trials=6, **SMD)], (1, 2), 3),
    ({"small_study": 50}, [study("a", **LOOSE), study("b", **LOOSE)], (1, 0), 4),
    ({"small_min_k": 3}, [study("a", **LOOSE), study("b", **LOOSE)], (1, 0), 4),
]


@pytest.mark.parametrize(("moved", "studies", "expected", "domain"), MOVES, ids=[next(iter(row[0])) for row in MOVES])
def test_a_moved_threshold_moves_its_domain(moved, studies, expected, domain):
    # protects: a reader who moves a number sees its rule move
    of = outcome()
    found = [
        assess_outcome(claim(of), of, studies, t).streams[0].grade.domains[domain].levels
        for t in (DEFAULT, dataclasses.replace(DEFAULT, **moved))
    ]
    assert tuple(found) == expected


@pytest.mark.parametrize(
    ("moved", "expected"),
    [({"majority_for_p": 0.9}, "inconclusive"), ({"alpha": 1e-9}, "inconclusive"), ({}, "favours")],
)
def test_a_moved_threshold_moves_the_state(moved, expected):
    # protects: the state follows the same table
    of = outcome()
    studies = [*[study(f"s{i}", n=60, p="0.001") for i in range(4)], study("x", "against", n=60, p="0.5")]
    assessed = assess_outcome(claim(of), of, studies, Thresholds(**moved))
    assert assessed.streams[0].state.value.value == expected


@pytest.mark.parametrize(("smd_zone", "expected"), [(0.2, "inconclusive"), (0.5, "null")])
def test_a_moved_zone_moves_the_null(smd_zone, expected):
    # protects: state and imprecision share one zone
    of = outcome()
    body = assess_outcome(
        claim(of),
        of,
        [study("a", "no difference", n=900, effect=interval("SMD", 0, -0.4, 0.4))],
        Thresholds(smd_zone=smd_zone),
    ).streams[0]
    assert body.state.value.value == expected
    assert (body.grade.domains[3].levels == 0) is (expected == "null")
