"""Proposals: what was read by rule from records that wait for a person. They are never evidence, and say so.

``data/<article>/proposed.yaml`` holds numbers, closed words and places, no words of the publishers; the quotations
stand in a sheet below ``.claimbook/`` that is made with it and is not for version control.
"""

import hashlib
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from claimbook.language.said import said
from claimbook.model.base import Count, Slug, Strict, Text
from claimbook.model.search import Sha256
from claimbook.model.study import Pmid

NOBODY_HAS_CHECKED: Literal["proposed, nobody has checked these"] = "proposed, nobody has checked these"
"""What stands in the file, and wherever a proposal is shown."""
UNCHECKED = said("proposed, nobody has checked these")
"""The same as a message to readers."""
UNCLEAR = "unclear"
Value: TypeAlias = bool | int | float | Text


class Place(Strict):
    """Words of a record: from ``start`` to before ``end`` of the title (``where`` 0) or the n-th abstract section."""

    where: Count
    start: Count
    end: Count


class ProposedValue(Strict):
    """One value that was read, how, and how sure the reading is."""

    field: Text
    """The key in the evidence table: design, n_total, bias_signals.blinding."""
    value: Value | None = None
    """'unclear' below the line of that field. Absent where it is words of the record; they stand in the sheet."""
    looked_like: Value | None = None
    """What it seemed to be, where the value is unclear."""
    status: Literal["explicit", "inferred"]
    """Printed as such, or concluded from other words."""
    confidence: Annotated[float, Field(ge=0, le=1)]
    line: Annotated[float, Field(ge=0, le=1)] | None = None
    """The confidence from which on at least 95 of 100 such readings were right on development data; absent where
    nobody has measured one."""
    rule: Text
    places: tuple[Place, ...] = ()
    indexed: tuple[Text, ...] = ()
    """Publication types, headings or links that it was taken from."""

    @property
    def taken(self) -> Value | None:
        """What a provisional verdict takes it for: the value above its line, nothing below it.

        Where there is no line it is taken as it looked; ``line`` tells that from what was measured.
        """
        if self.value != UNCLEAR:
            return self.value
        return self.looked_like if self.line is None else None


class ProposedRecord(Strict):
    """What was read of one record."""

    pmid: Pmid
    claims: Annotated[tuple[Slug, ...], Field(min_length=1)]
    """Claims whose search found it, and for which it waits."""
    text_sha256: Sha256
    """Of the title and abstract that the places point into."""
    values: tuple[ProposedValue, ...] = ()
    not_found: tuple[Text, ...] = ()
    """Fields that were looked for and not seen; that is not a 'no'."""

    def value_of(self, field: str) -> ProposedValue | None:
        """What was read for a field, or None where nothing was."""
        return next((one for one in self.values if one.field == field), None)


class ProposalTable(Strict):
    """Everything that is proposed for the records of one article: ``data/<article>/proposed.yaml``."""

    article: Slug
    status: Literal["proposed, nobody has checked these"] = NOBODY_HAS_CHECKED
    made_by: Text
    """claimbook and its version; other rules may read otherwise."""
    sha256: Sha256
    """Of the records below, so that a file that somebody changed by hand is known and never overwritten."""
    records: tuple[ProposedRecord, ...]

    @model_validator(mode="after")
    def _records_are_listed_once(self) -> Self:
        pmids = [record.pmid for record in self.records]
        for pmid in pmids:
            if pmids.count(pmid) > 1:
                raise ValueError(f"PMID {pmid} is listed more than once")
        return self

    @property
    def is_as_made(self) -> bool:
        """Whether the records are still those that were written."""
        return self.sha256 == hash_of(self.records)


def hash_of(records: tuple[ProposedRecord, ...]) -> str:
    """The hash of these records; the same for the same content."""
    digest = hashlib.sha256()
    for record in records:
        digest.update(record.model_dump_json().encode())
        digest.update(b"\n")
    return digest.hexdigest()


def proposals(article: str, made_by: str, records: tuple[ProposedRecord, ...]) -> ProposalTable:
    """The table of these records, by PMID."""
    ordered = tuple(sorted(records, key=lambda record: int(record.pmid)))
    return ProposalTable(article=article, made_by=made_by, sha256=hash_of(ordered), records=ordered)
