"""References in CSL JSON, the input of citation processors (specification 1.0.2, https://docs.citationstyles.org)."""

import json
from collections.abc import Iterable

from claimbook.exports.people import Person
from claimbook.exports.references import Kind, Reference

_TYPES = {
    Kind.ARTICLE: "article-journal",
    Kind.PREPRINT: "article",
    Kind.THESIS: "thesis",
    Kind.CONFERENCE: "paper-conference",
    Kind.OTHER: "document",
}


def csl_json(references: Iterable[Reference]) -> str:
    """All references as a JSON list. What is not known has no key."""
    return json.dumps([_item(reference) for reference in references], indent=1, ensure_ascii=False) + "\n"


def _item(reference: Reference) -> dict[str, object]:
    known: dict[str, object | None] = {
        "id": reference.id,
        "type": _TYPES[reference.kind],
        "title": reference.title,
        "author": [_name(person) for person in reference.authors.people] or None,
        "issued": {"date-parts": [[reference.year]]} if reference.year is not None else None,
        "container-title": reference.container,
        "DOI": reference.doi,
        "PMID": reference.pmid,
        "PMCID": reference.pmcid,
        "URL": reference.url,
        "note": reference.note,
    }
    return {key: value for key, value in known.items() if value is not None}


def _name(person: Person) -> dict[str, str]:
    if person.given is None:
        return {"literal": person.family}
    name = {"family": person.family, "given": person.given}
    return name | {"suffix": person.suffix} if person.suffix else name
