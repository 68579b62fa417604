"""The abstracts of the examination, with what a careful person read in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.record.appraisal import appraise
from claimbook.appraise.text.reading import Text, reading_of
from claimbook.model.appraisal import Appraisal
from claimbook.model.record import AbstractSection, MeshHeading, PublicationType, Record

_HERE = Path(__file__).parent
SETS = (
    *("trials", "others", "results", "observational", "uncommon", "syntheses", "directions"),
    *("third_observational", "third_syntheses", "third_trials"),
)
"""The first three were written first; uncommon are studies that are neither an ordinary trial nor a plain cohort. Since
the third round all of the first seven have been read."""
MATCHES = "matches"
"""The set whose abstracts are held against claims and not read field by field."""


@dataclass(frozen=True)
class Paper:
    """One abstract and its codes; a code that is left out is debatable, one that is None is not told."""

    name: str
    title: str
    sections: tuple[tuple[str, str], ...]
    truth: dict[str, Any]
    unread: bool
    """Whether nobody looked at how it is read when readers were mended for the examination (drawn by a hash)."""
    way: str = ""
    """What is difficult about it."""
    types: tuple[str, ...] = ()
    mesh: tuple[str, ...] = ()
    asked: tuple[dict[str, str | None], ...] = ()
    """Questions about one outcome each, with the ``change`` that the abstract tells."""
    claims: tuple[dict[str, Any], ...] = ()
    """Claims that it may bear on: each the ``claim``, an editor's search ``terms``, the ``truth`` of each element."""

    @cached_property
    def record(self) -> Record:
        """As PubMed would hold it."""
        return Record(
            pmid="99000001",
            version=1,
            kind="article",
            title=self.title,
            abstract=tuple(AbstractSection(text, label or None) for label, text in self.sections),
            types=tuple(PublicationType("", name) for name in self.types),
            mesh=tuple(MeshHeading("", name) for name in self.mesh),
        )

    @cached_property
    def text(self) -> Text:
        """Its sentences."""
        return reading_of(self.record)

    @cached_property
    def read(self) -> Appraisal:
        """What is read of it without a question."""
        return appraise(self.record, text=self.text)

    def questions(self) -> Iterator[tuple[Triple, str | None]]:
        """What is asked of its results, and the answer."""
        for one in self.asked:
            yield Triple(one["intervention"] or "", one.get("comparator") or "", one["outcome"] or ""), one["change"]


def papers_of(name: str) -> list[Paper]:
    """One of the sets; empty where its file is not there."""
    file = _HERE / f"{name}.yaml"
    return [_paper(**row) for row in yaml.safe_load(file.read_text("utf-8"))] if file.exists() else []


def _paper(id: str, title: str, **rest: Any) -> Paper:  # noqa: A002 - the key of the file
    sections = rest.pop("sections", None) or {"": rest.pop("abstract", "")}
    told = tuple((label, text) for label, text in sections.items() if text)
    known = {key: tuple(rest.pop(key, ())) for key in ("types", "mesh", "asked", "claims")}
    return Paper(id, title, told, rest.get("truth", {}), not rest["read"], rest.get("way", ""), **known)
