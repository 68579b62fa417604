"""Abstracts held against two claims each: does the record bear on the claim, element by element?

The claims were written beside the abstracts, in the words of a health article; their search terms by somebody who had
seen the claims only, as an editor writes them before the search.
"""

from collections.abc import Iterator
from typing import Any

from claimbook.appraise.lines import LINES
from claimbook.appraise.match.claim import match_of
from claimbook.appraise.match.values import DIRECT, PARTIAL, Directness, Found
from claimbook.model.claim import Claim
from tests.appraise.examination.judge import Judged, Verdict
from tests.appraise.examination.papers import Paper

ELEMENTS = ("population", "intervention", "comparator", "outcome", "purpose")
DEGREE = "_degree"
"""Behind an element: whether exactly that degree was read; without it, whether the element bears on the claim."""
_NEAR = {DIRECT, PARTIAL}
_WORDING = {"strength": "direct", "phrases": ["invented"]}


def held_against_claims(paper: Paper) -> Iterator[Judged]:
    """Every code of both claims: whether the element bears on it, and whether it is of exactly that degree."""
    for one in paper.claims:
        claim = claim_of(one["claim"], one["terms"])
        match = match_of(claim, claim.primary_outcome, paper.record, paper.text)
        for element in ELEMENTS:
            if element in one["truth"]:
                yield from _element(element, getattr(match, element), Directness(one["truth"][element]))


def _element(element: str, found: Found, expected: Directness) -> Iterator[Judged]:
    """One code, judged twice; only whether the element bears on the claim can be sure."""
    line = LINES.get(f"match.{element}")
    sure = line is not None and found.value is not None and found.read.confidence >= line.confidence
    yield _judged(element, found, expected, same=(found.value in _NEAR) is (expected in _NEAR), sure=sure)
    yield _judged(f"{element}{DEGREE}", found, expected, same=found.value is expected, sure=False)


def _judged(name: str, found: Found, expected: Directness, *, same: bool, sure: bool) -> Judged:
    verdict: Verdict = "missed" if found.value is None else "right" if same else "wrong"
    return Judged(name, verdict, sure, str(found.value), str(expected), found.read.rule)


def claim_of(told: dict[str, Any], terms: dict[str, Any]) -> Claim:
    """A claim as an editor would enter it, with its search concepts."""
    concepts = {name: terms[name] for name in ("intervention", "outcome", "population") if terms.get(name)}
    people = {key: told[key] for key in ("patients", "ages", "sex") if told.get(key)}
    outcome = {
        "id": "asked", "name": told["outcome"], "kind": terms["kind"], "direction": "lower", "better": "lower",
        "wording": _WORDING,
    }  # fmt: skip
    whole = {
        "id": "invented", "heading": "Invented", "statement": "Invented.", "primary": "asked", "outcomes": [outcome],
        "population": {"text": told["population"], **people}, "intervention": told["intervention"],
        "comparator": told.get("comparator"), "purpose": told["purpose"], "concepts": concepts,
        "search": {name: [name] for name in concepts},
    }  # fmt: skip
    return Claim.model_validate(whole, strict=False)
