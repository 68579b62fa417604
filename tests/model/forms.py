"""The least that each record of the model needs, and what the model says of a record that it refuses."""

import json
from typing import Any

from pydantic import ValidationError

from claimbook.model import claim, effect, notices, proposal, search, search_terms, study
from claimbook.model.base import Strict

Json = dict[str, Any]

WHY = {"value": "yes", "why": "invented"}
JUDGED = {"code": "direct", "why": "invented"}
WORDING = {"strength": "direct", "phrases": ["eases knee pain"]}
OUTCOME = {
    "id": "pain",
    "name": "knee pain",
    "kind": "continuous",
    "direction": "lower",
    "better": "lower",
    "wording": WORDING,
}
SEARCH = {"intervention": ["humming"]}
CLAIM = {
    "id": "humming",
    "heading": "Humming helps",
    "statement": "Humming eases knee pain.",
    "intervention": "humming",
    "purpose": "treat",
    "primary": "pain",
    "outcomes": [OUTCOME],
    "search": SEARCH,
}
CONFIRMATION = {"by": "Ada Invented", "date": "2026-01-31", "verdict": "uncertain", "why": "Invented for a test."}
JUDGEMENT = {
    "domain": "risk of bias",
    "stream": "RCT",
    "levels": 1,
    "by": "Ada Example",
    "date": "2026-02-03",
    "why": "Allocation was concealed.",
}
PURPOSE = {"same": True, "why": "invented"}
MATCH = {
    "population": JUDGED,
    "intervention": JUDGED,
    "comparator": JUDGED,
    "outcome": JUDGED,
    "purpose": PURPOSE,
}
FINDING = {"claim": "humming", "outcome": "pain", "match": MATCH}
RESULT = {"name": "pain", "direction": "favours-intervention"}
REVIEW = {"of": "randomised trials", "why": "invented"}
STUDY = {
    "id": "aria",
    "pmid": "99000001",
    "title": "Humming and knees",
    "link": "https://example.org/aria",
    "design": "rct",
    "population": "adults with sore knees",
}
COLLECTION = {
    "date": "2026-01-31",
    "method": "Invented for a test.",
    "level": "Invented abstracts.",
    "pubmed_search": "not run",
    "registries": "None exists.",
    "coded_by": "project",
}

ASKED: Json = {"interface": "NCBI E-utilities", "tool": "claimbook 0", "when": "2026-01-31T12:00:00Z"}
SEARCHED: Json = {"article": "demo", "claim": "humming", "asked": ASKED, "query": "humming[tiab]"}
LEAST: dict[type[Strict], Json] = {
    claim.Wording: WORDING,
    claim.Magnitude: {},
    claim.Scope: {},
    claim.Population: {},
    claim.Judgement: JUDGEMENT,
    claim.Confirmation: CONFIRMATION,
    claim.Outcome: OUTCOME,
    search_terms.Near: {"near": "humming aloud", "within": 2},
    search_terms.Heading: {"heading": "Singing"},
    search_terms.Concept: {"terms": ["humming"]},
    search_terms.Search: SEARCH,
    claim.Claim: CLAIM,
    claim.Article: {"id": "demo", "title": "Hum yourself well", "claims": ["humming"]},
    effect.ArmStatistics: {},
    effect.Effect: {"type": "SMD"},
    study.Result: RESULT,
    study.Arm: {"name": "hummers"},
    study.Signal: WHY,
    study.Blinding: {"value": "double", "why": "invented"},
    study.Attrition: {"percent": 12.5, "why": "invented"},
    study.PedroScore: {"score": 6, "out_of": 10, "source": "https://example.org/pedro"},
    study.BiasSignals: {"basis": "an invented abstract"},
    study.Stated: {"outcome": "pain", "level": "low"},
    study.Heterogeneity: {"outcome": "pain", "i2": 40.0},
    study.ReviewFacts: REVIEW,
    study.Registration: {"text": "an invented registry entry"},
    study.Participants: {},
    study.Judged: JUDGED,
    study.JudgedOutcome: JUDGED,
    study.JudgedPurpose: PURPOSE,
    study.ElementMatch: MATCH,
    study.Finding: FINDING,
    study.Study: STUDY,
    study.Collection: COLLECTION,
    study.StudyTable: {"article": "demo", "collection": COLLECTION, "studies": [STUDY]},
    notices.NoticedStudy: STUDY,
    search.Asked: ASKED,
    search.Warned: {"kind": "PhraseNotFound", "text": "humming aloud"},
    search.Altered: {},
    search.Slice: {"first": 1, "last": 2, "count": 0},
    search.Batch: {"first": 1, "last": 2, "records": 2, "bytes": 1_000, "sha256": "0" * 64},
    search.Update: {"when": "2026-02-28T12:00:00Z", "count": 0},
    search.SearchLock: SEARCHED | {"count": 0, "pmids": []},
    search.SearchFailure: SEARCHED | {"reason": "no answer came"},
    search.RecordFacts: {"pmid": "99000001", "title": "Humming and knees"},
    search.FoundNotice: {"kind": "retracted", "shown_by": "link RetractionIn"},
    search.VerifiedStudy: {"study": "aria", "result": "agrees"},
    search.Verification: {"article": "demo", "asked": ASKED, "studies": []},
    proposal.Place: {"where": 0, "start": 0, "end": 5},
    proposal.ProposedValue: {"field": "design", "status": "explicit", "confidence": 0.9, "rule": "design.rct"},
    proposal.ProposedRecord: {"pmid": "99000001", "claims": ["humming"], "text_sha256": "0" * 64},
    proposal.ProposalTable: {"article": "demo", "made_by": "claimbook", "sha256": "0" * 64, "records": []},
}
"""One line for each record of the model: what a person must write at least."""


def read(model: type[Strict], data: Json, **changes: Any) -> Any:
    """The record as it is read from a file: through JSON, where a list is a list and a number a number."""
    return model.model_validate_json(json.dumps(data | changes))


def refusals(model: type[Strict], data: Json, **changes: Any) -> list[tuple[str, str]]:
    """Place and sentence of everything the model refuses; empty where it accepts the record."""
    try:
        read(model, data, **changes)
    except ValidationError as error:
        return [_told(dict(each)) for each in error.errors(include_url=False)]
    return []


def sentence(model: type[Strict], data: Json, **changes: Any) -> str | None:
    """The one sentence with which a record is refused; None where it is accepted."""
    told = refusals(model, data, **changes)
    assert len(told) <= 1, told
    return told[0][1] if told else None


def _told(error: dict[str, Any]) -> tuple[str, str]:
    return ".".join(str(part) for part in error["loc"]), error["msg"].removeprefix("Value error, ")
