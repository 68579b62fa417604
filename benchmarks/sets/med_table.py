"""From what an abstract told to a row of the evidence table, and from a question to a claim (set ``med_evidence``).

What was not read stays absent. The review authors chose the studies, so each counts as direct evidence.
"""

import json
import re
from typing import Any

from claimbook.appraise.answer.question import Asked
from claimbook.appraise.effects.trust import interval_says
from claimbook.appraise.sample.people import people_in
from claimbook.model.appraisal import Appraisal, Change, Read
from claimbook.model.claim import Claim
from claimbook.model.effect import RATIOS
from claimbook.model.study import Study
from claimbook.model.terms import REVIEWS, Design
from sets.med_reading import Told

Json = dict[str, Any]
ASKED = "asked"
"""Id of the claim and of its outcome."""
TOWARD: dict[Change, str] = {
    "higher": "favours-intervention",
    "lower": "favours-comparator",
    "no-difference": "no-difference",
}
"""The claim says 'higher', and higher is called better: a way to ask for a direction without judging it."""
DIFFERENCES = frozenset({"SMD", "MD"})
_BEYOND_OPINION = re.compile(r"\b(?:deaths?|mortality|fatalit\w+|surviv\w+)\b", re.IGNORECASE)
"""Outcomes that nobody's opinion can move."""
_SIGNALS = (
    *("randomised", "quasi_random", "control_group", "concealment", "intention_to_treat"),
    *("per_protocol_only", "confounders_adjusted", "multicentre"),
)
"""Signs of bias that are there or not."""


def study_of(told: Told, asked: Asked) -> Study:
    """The row that a person would be asked to confirm; what was not read stays absent."""
    read = told.read
    design = (read.kind.value and read.kind.value.design) or Design.CASE_SERIES
    result = result_of(told)
    fields = {
        "id": f"study-{read.pmid}",
        "pmid": read.pmid,
        "title": read.pmid,
        "link": f"https://pubmed.ncbi.nlm.nih.gov/{read.pmid}/",
        "design": design,
        "population": "as the review authors chose",
        "n_total": people_in(read.sample),
        "comparator": told.inert,
        "outcomes": (result,) if result else (),
        "bias_signals": signals_of(read),
        "review": {"of": "not stated", "why": "read from an abstract"} if design in REVIEWS else None,
        "findings": (finding_of(result, asked),),
    }
    return Study.model_validate_json(json.dumps(fields))


def result_of(told: Told) -> Json | None:
    """The result in the words of the table; None where the abstract does not speak of the outcome."""
    if told.direction is None:
        return None
    printed = told.result.p.value if told.result else None
    shown = interval_says(told.result) if told.result and told.of_intervention else None
    words = {"name": ASKED, "direction": TOWARD[shown or told.direction.change], "comparison": "between-group"}
    return words | {"p_value": str(printed) if printed else None, "effect": effect_of(told)}


def effect_of(told: Told) -> Json | None:
    """An estimate with its interval, where its side is certain, or the one that the words tell.

    A ratio may be printed the other way round, and a hazard ratio of death stands for survival: where number and words
    disagree, the words alone are kept.
    """
    result = told.result
    if result is None or told.direction is None or result.interval.value is None:
        return None
    measure, value, (low, high) = result.measure.value, result.estimate.value, result.interval.value
    if measure not in RATIOS | DIFFERENCES or value is None or not low < value < high:
        return None
    if (measure in RATIOS and low <= 0) or not (told.of_intervention or interval_says(result) == told.direction.change):
        return None
    return {"type": measure, "estimate": value, "ci_low": low, "ci_high": high, "ci_level": result.level}


def signals_of(read: Appraisal) -> Json:
    """Signs of bias that were seen."""
    signals = read.signals
    said: dict[str, Read[Any]] = {name: getattr(signals, name) for name in _SIGNALS}
    said |= {"industry_funded": read.industry_funded, "harms_reported": read.harms}
    seen: Json = {name: {"value": "yes" if one.value else "no", "why": one.rule} for name, one in said.items() if one}
    if signals.blinding:
        seen["blinding"] = {"value": signals.blinding.value, "why": signals.blinding.rule}
    if signals.attrition:
        seen["attrition"] = {"percent": signals.attrition.value, "why": signals.attrition.rule}
    if read.registration:
        seen["registered"] = {"value": "yes", "why": read.registration.rule}
    return {"basis": "abstract", **seen}


def finding_of(result: Json | None, asked: Asked) -> Json:
    """The review authors chose the studies, so every element counts as direct."""
    direct = {"code": "direct", "why": "chosen by the review authors"}
    match: Json = dict.fromkeys(("population", "intervention", "comparator", "outcome"), direct)
    match["purpose"] = {"same": True, "why": "chosen by the review authors"}
    better = "higher" if result and result["effect"] else None
    found = {"claim": ASKED, "outcome": ASKED, "result": ASKED if result else None, "match": match, "better_if": better}
    objective = {"code": "direct", "why": "dead or alive"} if _BEYOND_OPINION.search(asked.outcome) else None
    return found | {"objective": objective}


def claim_of(asked: Asked) -> Claim:
    """The question as the claim that the outcome is higher, called better, with no more meaning than that."""
    outcome = {
        "id": ASKED,
        "name": asked.outcome,
        "kind": "event" if asked.counts_people else "continuous",
        "direction": "higher",
        "better": "higher",
        "wording": {"strength": "direct", "phrases": ["higher"]},
    }
    fields = {
        "id": ASKED,
        "heading": asked.outcome,
        "statement": f"{asked.outcome} is higher.",
        "intervention": asked.intervention,
        "comparator": asked.comparator,
        "purpose": "treat",
        "primary": ASKED,
        "outcomes": [outcome],
        "search": {"intervention": [ASKED]},
    }
    return Claim.model_validate_json(json.dumps(fields))
