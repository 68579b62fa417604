"""The decision vectors of the grading specification, read into the numbers that the rules take."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimbook.model.assessment import BodyNumbers, Code, Measure, Route
from claimbook.model.terms import Action, Asserts, Certainty, State, Strength

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "decision_vectors.json").read_text())
STRENGTH = dict(enumerate(Strength))
CAPPING = {"POP_PATIENTS": "narrow", "POP_AGE": "narrow", "POP_SEX": "narrow", "DOSE": "narrow", "FORM": "narrow",
           "DURATION": "narrow", "COMPARATOR": "narrow", "MAGNITUDE": "narrow", "MAGNITUDE_TRIVIAL": "narrow",
           "CERTAINTY": "soften", "ADVICE": "soften"}  # fmt: skip


def ids(rows: list[dict[str, Any]]) -> list[str]:
    return [row["id"] for row in rows]


def asserts(words: str) -> Asserts:
    return Asserts(words.replace("_", "-"))


def state(words: str) -> State:
    return State(words)


def certainty(words: str) -> Certainty:
    level = Certainty.from_words(words)
    assert level is not None
    return level


def code(name: str) -> Code:
    return Code(name, "", caps=name in CAPPING, action=Action(CAPPING[name]) if name in CAPPING else None)


def claim_side(given: Mapping[str, Any]) -> str | None:
    return {"lower": "below", "higher": "above"}.get(given.get("claim_direction"))


def numbers(given: Mapping[str, Any]) -> BodyNumbers:
    """The vector's inputs; keys that are missing mean what the vectors' own table of defaults says."""
    k = given.get("k_direct", given.get("review_trials") or 1)
    ci = tuple(given["ci"]) if given.get("ci") else None
    p = given.get("stouffer_p_two_sided")
    quoted = given.get("quoted_certainty")
    pi = given.get("pi_includes_null")
    return BodyNumbers(
        k_direct=k,
        k_usable=given.get("k_usable", k),
        n_participants=given.get("n_participants"),
        measure=Measure(given.get("measure", "p_only")),
        estimate=given.get("estimate"),
        ci=ci,
        claim_side=claim_side(given),
        control_risk=given.get("control_risk"),
        events=given.get("events"),
        i2=given.get("i2"),
        tau2=None if given.get("tau2_positive") is None else float(given["tau2_positive"]),
        opposite_weight_share=given.get("opposite_weight_share"),
        pi_includes_null=pi,
        majority_share=given.get("majority_share"),
        directions=tuple(given.get("directions", (1, 0) if given.get("p_two_sided") else (0, 0))),
        stouffer_p=p,
        rob_low_share=given.get("rob_low_share"),
        rob_high_share=given.get("rob_high_share"),
        adjusted_share=given.get("adjusted_share"),
        indirect_shares=given.get("indirect_shares", {}),
        all_small=given.get("all_small", False),
        all_positive=given.get("all_positive", False),
        asymmetry_p=given.get("asymmetry_p"),
        trimfill_changes_conclusion=given.get("trimfill_changes_conclusion"),
        review_trials=given.get("review_trials"),
        quoted_certainty=certainty(quoted) if quoted else None,
        up_large=given.get("up_large", 0),
        dose_response_studies=2 * given.get("up_dose", 0),
        human_rob_checked=given.get("human_rob_checked", False),
        truncated=given.get("search_truncated", False),
    )


def route(given: Mapping[str, Any]) -> Route:
    """The route that the inputs describe: one study, an interval that was pooled, p values, or directions."""
    if "route" in given:
        return Route(given["route"])
    if given.get("quoted_certainty"):
        return Route.REVIEW
    if given.get("k_direct") == 1:
        return Route.SINGLE
    return Route.POOL if given.get("ci") else Route.P
