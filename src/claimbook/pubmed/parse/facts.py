"""The bibliographic facts of a record, as a line of ``records.jsonl`` holds them: without the abstract."""

import hashlib
import json
import re

from claimbook.model.record import PartialDate, Record
from claimbook.model.search import RecordFacts

REFERENCE = "Cites"
"""Kind of link that is a mere reference; it says nothing about the record."""
_PMID = re.compile(r"[1-9]\d{0,8}", re.ASCII)


def facts_of(record: Record) -> RecordFacts:
    """What is kept of a record for good."""
    return RecordFacts(
        pmid=record.pmid,
        version=record.version,
        kind=record.kind,
        title=record.title,
        vernacular_title=record.vernacular_title or None,
        authors=tuple(author.name for author in record.authors),
        journal=record.journal.title or None,
        published=_raw(record.published),
        electronic=_raw(record.electronic),
        years=record.years,
        doi=record.doi,
        pmcid=record.pmcid,
        languages=record.languages,
        types=tuple((one.ui, one.name) for one in record.types),
        mesh=tuple(heading.name for heading in record.mesh),
        registry_ids=tuple(one.number for one in record.registry_ids),
        notices=tuple((one.kind, one.pmid) for one in record.notices if one.kind != REFERENCE),
        retracted=record.is_retracted,
        concern=record.has_concern,
        corrected=record.is_corrected,
        status=record.status or None,
        revised=_raw(record.revised),
        abstract_words=sum(len(section.text.split()) for section in record.abstract),
        abstract_sha256=abstract_hash(record),
    )


def abstract_hash(record: Record) -> str | None:
    """SHA-256 over labels and texts of the abstract's sections; None where there is none."""
    if not record.abstract:
        return None
    printed = json.dumps([[section.label, section.text] for section in record.abstract], ensure_ascii=False)
    return hashlib.sha256(printed.encode()).hexdigest()


def _raw(date: PartialDate | None) -> str | None:
    return date.raw if date else None
