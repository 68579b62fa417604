"""Miniature claims and studies: a body of evidence in a few lines. Every study, journal and number is invented."""

import json
import zlib
from typing import Any

from claimbook.model.assessment import Estimate, OutcomeAssessment, StudyReading
from claimbook.model.claim import Claim
from claimbook.model.claim import Outcome as ClaimOutcome
from claimbook.model.study import Study
from claimbook.model.terms import Stream
from claimbook.synthesis.assess import assess_outcome

Json = dict[str, Any]
DIRECTIONS = {
    "favours": "favours-intervention",
    "against": "favours-comparator",
    "no difference": "no-difference",
    "within": "within-group-only",
    "unclear": "unclear",
}
_ELEMENTS = {"P": "population", "I": "intervention", "C": "comparator", "O": "outcome"}


def _known(**facts: Any) -> Json:
    """Only what was given: an absent key means that it was not seen."""
    return {key: value for key, value in facts.items() if value is not None}


def outcome(*, strength="direct", wording=(), **changes) -> ClaimOutcome:
    """Knee pain, claimed to fall; ``wording`` and every other field can be changed."""
    fields = {
        "id": "pain",
        "name": "knee pain",
        "kind": "continuous",
        "direction": "lower",
        "better": "lower",
        "wording": {"strength": strength, "phrases": ["eases knee pain"], **dict(wording)},
    }
    return ClaimOutcome.model_validate_json(json.dumps(fields | changes))


def claim(of: ClaimOutcome | None = None, *, purpose="treat", **population) -> Claim:
    """'Humming eases knee pain', about people in general unless the population says more."""
    answered = outcome() if of is None else of
    fields = {
        "id": "humming",
        "heading": "Humming helps",
        "statement": "Humming eases knee pain.",
        "population": population,
        "intervention": "humming",
        "purpose": purpose,
        "primary": answered.id,
        "outcomes": [json.loads(answered.model_dump_json())],
        "search": {"intervention": ["humming"]},
    }
    return Claim.model_validate_json(json.dumps(fields))


def match(*, partial="", none="", answers="direct", same_purpose=True) -> Json:
    """Codes of the four elements by their letters: ``partial="PI"``; ``answers`` is the match of the outcome."""
    codes = {letter: "none" if letter in none else "partial" if letter in partial else "direct" for letter in "PIC"}
    judged = {_ELEMENTS[letter]: {"code": code, "why": "invented"} for letter, code in codes.items()}
    said = "partial" if "O" in partial else answers
    return judged | {
        "outcome": {"code": said, "why": "invented"},
        "purpose": {"same": same_purpose, "why": "invented"},
    }


def signals(**said: Any) -> Json:
    """Bias signals: a word ('yes', 'no', 'not stated'), a kind of blinding, or the percent that were lost."""
    known: Json = {"basis": "an invented abstract"}
    for name, value in said.items():
        known[name] = {"percent" if name == "attrition" else "value": value, "why": "invented"}
    return known


SAFE = {"randomised": "yes", "blinding": "double", "registered": "yes"}
"""Signals of a trial at low risk of bias."""


def interval(kind: str, estimate: float, low: float, high: float, **more) -> Json:
    """An estimate with its 95% interval."""
    return {"type": kind, "estimate": estimate, "ci_low": low, "ci_high": high, **more}


def arms(kind: str, ours: tuple[float, float, int], other: tuple[float, float, int]) -> Json:
    """Mean, standard deviation and size of both arms; ``kind`` is mean-post or mean-change."""
    names = ("mean", "sd", "n")
    return {
        "type": kind,
        "intervention": dict(zip(names, ours, strict=True)),
        "comparator": dict(zip(names, other, strict=True)),
    }


def pmid(name: str) -> str:
    """A number that no real record has."""
    return str(99_000_001 + zlib.crc32(name.encode()) % 999_000)


def study(name: str, says: str | None = "favours", *, finding=(), **facts) -> Study:
    """One study with one result for the claim of `claim`; ``says=None`` gives none.

    ``p``, ``effect``, ``better_if``, ``instrument`` and ``comparison`` belong to the result, ``matched`` and what is
    in ``finding`` to its coding, ``n``, ``bias``, ``people`` and everything else to the study.
    """
    effect, better_if = facts.pop("effect", None), facts.pop("better_if", "lower")
    keys = {"p_value": "p", "instrument": "instrument", "comparison": "comparison"}
    printed = {key: facts.pop(word, None) for key, word in keys.items()}
    result = None if says is None else _known(name="pain", direction=DIRECTIONS[says], effect=effect, **printed)
    coded = {
        "claim": "humming",
        "outcome": "pain",
        "match": facts.pop("matched", None) or match(),
        **_known(result="pain" if result else None, better_if=better_if if effect else None),
        **dict(finding),
    }
    bias = facts.pop("bias", None)
    fields = {
        "id": name,
        "pmid": pmid(name),
        "title": f"Humming and knees: {name}",
        "journal": "Annals of Invented Results",
        "year": 2020,
        "link": f"https://example.org/{name}",
        "design": "rct",
        "population": "adults with sore knees",
        "outcomes": [result] if result else [],
        "findings": [coded],
        **_known(
            n_analysed=facts.pop("n", None),
            bias_signals=signals(**bias) if bias else None,
            participants=facts.pop("people", None),
        ),
    }
    return Study.model_validate_json(json.dumps(fields | facts))


def review(name: str, says: str | None = "favours", *, of="randomised trials", **facts) -> Study:
    """A review; what it pools, states and searched goes by the names of the model."""
    keys = ("included_trials", "participants", "last_search", "mostly", "small_study_effects", "dose_response")
    stated = {key: facts.pop(key) for key in keys if key in facts}
    certainty, i2 = facts.pop("certainty", None), facts.pop("i2", None)
    if certainty is not None or i2 is not None:
        facts["finding"] = {"pooled_as": "pain"} | dict(facts.get("finding", ()))
    stated |= _known(
        certainty_stated=None if certainty is None else [{"outcome": "pain", "level": certainty}],
        heterogeneity=None if i2 is None else [{"outcome": "pain", "i2": i2}],
    )
    return study(name, says, **({"design": "meta-analysis", "review": {"of": of, "why": "invented", **stated}} | facts))


def weigh(*studies: Study, of: ClaimOutcome | None = None, about: Claim | None = None) -> OutcomeAssessment:
    """The assessment of these studies."""
    asked = about or claim(of)
    return assess_outcome(asked, asked.primary_outcome, studies)


def only(assessed: OutcomeAssessment, stream: str = "RCT"):
    """The one body of that stream."""
    return next(body for body in assessed.streams if body.stream is Stream(stream))


def reading(assessed: OutcomeAssessment, name: str) -> StudyReading:
    """How one study was read."""
    return next(found for found in assessed.studies if found.study.id == name)


def levels(assessed: OutcomeAssessment, stream: str = "RCT") -> tuple[int, ...]:
    """Levels down in the order risk of bias, inconsistency, indirectness, imprecision, publication bias."""
    return tuple(domain.levels for domain in only(assessed, stream).grade.domains)


def rules(assessed: OutcomeAssessment, stream: str = "RCT") -> set[str]:
    """Every rule that spoke while one body was graded."""
    body = only(assessed, stream)
    graded = body.grade
    spoken = [ruling.rule for domain in graded.domains for ruling in domain.rulings]
    spoken += [ruling.rule for ruling in (*graded.ups, *graded.caps, graded.start, graded.certainty)]
    return {*spoken, body.route.rule, body.state.rule}


def said(assessed: OutcomeAssessment) -> tuple[str, str | None]:
    """Verdict and action as they are printed."""
    return assessed.advice.verdict.value, assessed.advice.action and assessed.advice.action.value


def assumed(found: Estimate) -> tuple[str, ...]:
    """What was assumed on the way to an estimate, in words."""
    return tuple(map(str, found.assumptions))


def names(assessed: OutcomeAssessment) -> list[str]:
    """Codes of the assessment, in their order."""
    return [code.name for code in assessed.codes]
