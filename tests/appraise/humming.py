"""An invented claim, that humming stops hiccups, and records held against it."""

from claimbook.appraise.match.claim import match_of
from claimbook.model.claim import Claim
from claimbook.model.search_terms import Concept, Near
from tests.appraise.invented import record

WORDING = {"strength": "direct", "phrases": ["stops"]}
CONCEPTS = {
    "humming": Concept(terms=("hum*", Near(near="closed mouth singing", within=1)), mesh=("Invented Humming",)),
    "hiccups": Concept(terms=("hiccup*", "singultus"), mesh=("Hiccup",)),
}


def claim(**changed):
    """That humming stops hiccups."""
    outcome = {
        "id": "hiccups", "name": "hiccups", "kind": "continuous", "direction": "lower", "better": "lower",
        "wording": WORDING,
    } | changed.pop("outcome", {})  # fmt: skip
    whole = {
        "id": "invented", "heading": "Hum", "statement": "Humming stops hiccups.", "intervention": "humming",
        "purpose": "treat", "primary": "hiccups", "outcomes": [outcome], "concepts": CONCEPTS,
        "search": {"intervention": ["humming"], "outcome": ["hiccups"]},
    }  # fmt: skip
    return Claim.model_validate(whole | changed, strict=False)


def matched(title, *sections, of=None, **metadata):
    of = of or claim()
    return match_of(of, of.primary_outcome, record(title, *sections, **metadata))
