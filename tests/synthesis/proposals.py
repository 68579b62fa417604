"""Invented readings of invented records, for the claim 'Humming eases knee pain'."""

import json

from claimbook.model.proposal import ProposedRecord
from claimbook.model.screening import Screening, Waiting
from claimbook.model.search import RecordFacts, SearchLock

FIRST = 99_000_001
KEY = "finding.humming.pain"
RESULTS = 2
"""The passage in which direction and numbers stand."""
LINES = {"design": 0.9, "n_total": 0.9, "direction": 0.8, "n": 0.9, "p_value": 0.9, "contrast": 0.9}
LINES |= {"population": 0.75, "intervention": 0.7, "comparator": 0.75, "outcome": 0.7}
LINES |= dict.fromkeys(("measure", "estimate", "interval"), 0.8)
SURE = {
    "design": "rct",
    "n_total": 120,
    f"{KEY}.match.population": "direct",
    f"{KEY}.match.intervention": "direct",
    f"{KEY}.match.comparator": "direct",
    f"{KEY}.match.outcome": "direct",
    f"{KEY}.match.purpose": "direct",
    f"{KEY}.direction": "lower",
}
"""A trial that favours humming, every reading above its line or without one."""


def printed(measure="SMD", estimate=-0.6, interval="-0.9 to -0.3", number=1, **more):
    """The readings of one printed result."""
    named = {"measure": measure, "estimate": estimate, "interval": interval, **more}
    return {f"{KEY}.result-{number}.{name}": value for name, value in named.items()}


def below(value):
    """A reading below its line."""
    return {"unclear": value}


def proposal(pmid=FIRST, *, outside=(), **changes):
    """A record that was read: ``SURE`` with changes; None leaves a field out, ``below(...)`` makes it unclear.

    Keys are names of fields, dots written as two underscores; those that begin with ``match``, ``direction`` or
    ``result`` belong to the outcome. A field in ``outside`` was read in another place than the direction.
    """
    fields = SURE | {_key(name): value for name, value in changes.items()}
    values = [
        _value(name, value, 1 if name in outside else RESULTS) for name, value in fields.items() if value is not None
    ]
    read = {"pmid": str(pmid), "claims": ["humming"], "text_sha256": "0" * 64, "values": values}
    return ProposedRecord.model_validate_json(json.dumps(read))


def saying_more(pmid, rule):
    """A record whose conclusion says more than its results, as this rule saw it."""
    made = proposal(pmid, spin="yes")
    told = [one.model_copy(update={"rule": rule}) if one.field == "spin" else one for one in made.values]
    return made.model_copy(update={"values": tuple(told)})


def _key(name):
    name = name.replace("__", ".").replace("result_", "result-")
    return f"{KEY}.{name}" if name.startswith(("match", "direction", "result")) else name


def _value(field, value, where):
    last = field.rpartition(".")[2]
    unclear = isinstance(value, dict)
    line = LINES.get(last, 0.9 if field.startswith("bias_signals") else None)
    start, end = (0, 90) if last == "direction" else (10, 20)
    shown = {"value": "unclear", "looked_like": value["unclear"]} if unclear else {"value": value}
    if not unclear and line is None:
        shown = {"value": "unclear", "looked_like": value}
    return {
        "field": field,
        **shown,
        "status": "explicit",
        "confidence": 0.5 if unclear else 0.95,
        **({"line": line} if line is not None else {}),
        "rule": "invented.rule",
        "places": [{"where": where, "start": start, "end": end}],
    }


def facts(pmid=FIRST, **changes):
    """Bibliographic facts of an invented record."""
    fields = {"pmid": str(pmid), "title": f"Humming, part {pmid - FIRST + 1}", "authors": ["Alto A"], "years": [2024]}
    return RecordFacts.model_validate_json(json.dumps(fields | {"journal": "Annals of Invented Results"} | changes))


def screening(*pmids, known=(), interface="NCBI E-utilities"):
    """A search of which everything waits."""
    asked = {"interface": interface, "tool": "claimbook 0", "when": "2026-11-20T08:15:00Z"}
    fields = {"article": "demo", "claim": "humming", "asked": asked, "query": "humming", "count": len(pmids)}
    lock = SearchLock.model_validate_json(json.dumps(fields | {"pmids": sorted(pmids)}))
    told = {int(one.pmid): one for one in known}
    waiting = tuple(Waiting(pmid, told.get(pmid, facts(pmid))) for pmid in sorted(pmids))
    return Screening("humming", "searched", lock=lock, waiting=waiting)
