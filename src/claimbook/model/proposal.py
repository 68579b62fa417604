"""Proposals: what was read by rule from records that wait for a person. They are never evidence, and say so.

``data/<article>/proposed.yaml`` holds numbers, closed words and places, no words of the publishers; the quotations
stand in a sheet below ``.claimbook/`` that is made with it and is not for version control.
"""

import hashlib
import json
from collections.abc import Container, Iterable, Mapping
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, model_validator

from claimbook.language.said import said
from claimbook.model.base import Count, Slug, Strict, Text
from claimbook.model.claim import Claim, Outcome
from claimbook.model.search import Sha256
from claimbook.model.search_terms import Concept
from claimbook.model.study import OPEN, Pmid

NOBODY_HAS_CHECKED: Literal["proposed, nobody has checked these"] = "proposed, nobody has checked these"
"""What stands in the file, and wherever a proposal is shown."""
UNCHECKED = said("proposed, nobody has checked these")
"""The same as a message to readers."""
UNCLEAR = OPEN
Value: TypeAlias = bool | int | float | Text
_LATER_FIELDS = ("ranks",)
"""Of a record: what the first files of proposals did not have; where it is empty, nothing tells them apart."""


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
    """'unclear' below its line. Absent where it is words of the record and sure: they stand in the sheet."""
    looked_like: Value | None = None
    """What it seemed to be, where the value is unclear; absent where that is words of the record."""
    status: Literal["explicit", "inferred"]
    """Printed as such, or concluded from other words."""
    confidence: Annotated[float, Field(ge=0, le=1)]
    line: Annotated[float, Field(ge=0, le=1)] | None = None
    """The confidence from which on at least 95 of 100 such readings were right on the texts that it was chosen on; on
    others fewer may be. Absent where nobody has measured one."""
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
    ranks: dict[Slug, Annotated[int, Field(ge=1)]] = Field(default_factory=dict)
    """Its place among the records that wait for a claim, by how likely it bears on it; an order, no reading."""
    text_sha256: Sha256
    """Of the title and abstract that the places point into."""
    values: tuple[ProposedValue, ...] = ()
    not_found: tuple[Text, ...] = ()
    """Fields that were looked for and not seen; that is not a 'no'."""

    def value_of(self, field: str) -> ProposedValue | None:
        """What was read for a field, or None where nothing was."""
        return next((one for one in self.values if one.field == field), None)

    def sure_of(self, field: str) -> Value | None:
        """What was read for a field, where it is above its line."""
        read = self.value_of(field)
        return None if read is None or read.value == UNCLEAR else read.value

    @property
    def design(self) -> str | None:
        """The kind of publication, above its line."""
        kind = self.sure_of("design")
        return None if kind is None else str(kind)

    @property
    def people(self) -> int | None:
        """How many took part, of a review in the studies that it pools; above the line."""
        size = self.sure_of("review.participants" if self.value_of("n_total") is None else "n_total")
        return size if isinstance(size, int) and not isinstance(size, bool) else None

    @property
    def spin(self) -> ProposedValue | None:
        """The reading that its conclusion says more than its results; None where that was not seen, or not read."""
        read = self.value_of("spin")
        return read if read is not None and read.taken == "yes" else None

    def without(self, beginnings: tuple[str, ...]) -> Self:
        """The same record without the values whose fields begin in one of these ways."""
        if not beginnings:
            return self
        kept = tuple(one for one in self.values if not one.field.startswith(beginnings))
        unseen = tuple(field for field in self.not_found if not field.startswith(beginnings))
        return self.model_copy(update={"values": kept, "not_found": unseen})

    def unranked(self, claims: Container[str]) -> Self:
        """The same record without its place among those that wait for these claims."""
        ranks = {claim: rank for claim, rank in self.ranks.items() if claim not in claims}
        return self if ranks == self.ranks else self.model_copy(update={"ranks": ranks})


class ProposalTable(Strict):
    """Everything that is proposed for the records of one article: ``data/<article>/proposed.yaml``."""

    article: Slug
    status: Literal["proposed, nobody has checked these"] = NOBODY_HAS_CHECKED
    made_by: Text
    """claimbook and its version; other rules may read otherwise."""
    sha256: Sha256
    """Of everything below, so that a file that somebody changed by hand is known and never overwritten."""
    questions: dict[Slug, dict[Slug, Sha256]] = Field(default_factory=dict)
    """For each claim and outcome the hash of what was asked; what was read for another wording answers it no more."""
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
        return self.sha256 == hash_of(self.records, self.questions)

    def answering(self, claims: Iterable[Claim], shared: Mapping[Slug, Concept]) -> dict[int, ProposedRecord]:
        """The records by PMID, without what was read for a claim or an outcome that asks something else by now."""
        asked = {claim.id: questions_of(claim, shared) for claim in claims}
        stale = tuple(
            f"finding.{claim}.{outcome}."
            for claim, outcomes in asked.items()
            for outcome, question in outcomes.items()
            if self.questions.get(claim, {}).get(outcome) != question
        )
        unknown = {claim for claim in asked if self.questions.get(claim) != asked[claim]}
        return {int(record.pmid): record.without(stale).unranked(unknown) for record in self.records}


def questions_of(claim: Claim, shared: Mapping[Slug, Concept]) -> dict[Slug, Sha256]:
    """For each outcome the hash of what a record is asked: people, intervention, comparison, purpose and outcome.

    Args:
        claim: whose outcomes they are.
        shared: concepts of the article, which its claims use by name; records are matched by the terms of concepts.
    """
    concepts = {**shared, **claim.concepts}
    searched = (claim.search.population, claim.search.intervention, claim.search.outcome)
    meant = [[concepts[name].model_dump(mode="json") for name in names if name in concepts] for names in searched]
    same = [claim.population.model_dump(mode="json"), claim.intervention, claim.comparator, claim.purpose, meant]
    return {
        outcome.id: hashlib.sha256(json.dumps([*same, _asked_of(outcome)], sort_keys=True).encode()).hexdigest()
        for outcome in claim.outcomes
    }


def _asked_of(outcome: Outcome) -> dict[str, object]:
    """What a record is asked about an outcome; how the article words it and what people judged is not asked."""
    return outcome.model_dump(mode="json", include={"name", "kind", "direction", "better", "comparator", "purpose"})


def hash_of(records: tuple[ProposedRecord, ...], questions: Mapping[Slug, Mapping[Slug, Sha256]]) -> str:
    """The hash of these records and questions; the same for the same content."""
    digest = hashlib.sha256(json.dumps(questions, sort_keys=True).encode())
    for record in records:
        later = {name for name in _LATER_FIELDS if not getattr(record, name)}  # the hash of a file from before them
        digest.update(record.model_dump_json(exclude=later).encode())
        digest.update(b"\n")
    return digest.hexdigest()


def proposals(
    article: str, made_by: str, records: tuple[ProposedRecord, ...], questions: dict[Slug, dict[Slug, Sha256]]
) -> ProposalTable:
    """The table of these records, by PMID, with what each claim asked of them."""
    ordered = tuple(sorted(records, key=lambda record: int(record.pmid)))
    hashed = hash_of(ordered, questions)
    return ProposalTable(article=article, made_by=made_by, sha256=hashed, questions=questions, records=ordered)
