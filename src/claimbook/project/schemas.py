"""JSON Schemas of the files of a project, made from the data model, for editors that complete and check YAML."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeAlias

from claimbook.model.base import Strict
from claimbook.model.claim import Article, Claim
from claimbook.model.proposal import ProposalTable
from claimbook.model.search import SearchFailure, SearchLock, Verification
from claimbook.model.study import StudyTable
from claimbook.project.files import write_text

Kind: TypeAlias = Literal["claim", "article", "studies", "lock", "failure", "verified", "proposed"]
Schema: TypeAlias = dict[str, Any]
MODELS: Mapping[Kind, type[Strict]] = {
    "claim": Claim,
    "article": Article,
    "studies": StudyTable,
    "lock": SearchLock,
    "failure": SearchFailure,
    "verified": Verification,
    "proposed": ProposalTable,
}
DIALECT = "https://json-schema.org/draft/2020-12/schema"


@cache
def schema_for(kind: Kind) -> Schema:
    """The JSON Schema (draft 2020-12) of one kind of file; its descriptions are the docstrings of the model."""
    return {"$schema": DIALECT, **_closed(MODELS[kind].model_json_schema())}


def _closed(schema: Any) -> Any:  # noqa: ANN401 - any part of a JSON Schema
    """The same schema, refusing names that do not have the form which a mapping of names asks for."""
    if isinstance(schema, list):
        return [_closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    closing = {"additionalProperties": False} if "patternProperties" in schema else {}
    return {**{key: _closed(part) for key, part in schema.items()}, **closing}


def schema_text(kind: Kind) -> str:
    """The schema as its file holds it."""
    return json.dumps(schema_for(kind), indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write ``<kind>.schema.json`` for every kind into that folder, and say which files these are."""
    files = {folder / f"{kind}.schema.json": schema_text(kind) for kind in MODELS}
    for file, text in files.items():
        write_text(file, text)
    return tuple(files)
