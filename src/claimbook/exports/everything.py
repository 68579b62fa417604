"""``claimbook.json``: everything that is known about a claim, for programs; and the JSON Schema of its form."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from claimbook import __version__
from claimbook.appraise.trial.spin_words import SPIN_WORDS
from claimbook.exports.document import (
    ClaimPart,
    ConfirmedPart,
    Document,
    LookPart,
    OutcomePart,
    ProposedPart,
    ProposedRecordPart,
    ProvisionalOutcomePart,
    ProvisionalPart,
    SearchPart,
    SpinPart,
    StudyPart,
    ThresholdPart,
)
from claimbook.exports.text import steady
from claimbook.exports.weighed import Weighed
from claimbook.model.assessment import ClaimAssessment
from claimbook.model.notices import Look
from claimbook.model.proposal import ProposedRecord
from claimbook.model.screening import Screening
from claimbook.model.terms import NATURE
from claimbook.project.files import write_text
from claimbook.project.schemas import DIALECT
from claimbook.synthesis.details.confirmed import confirmation_of
from claimbook.synthesis.provisional.verdict import Provisional, ProvisionalOutcome
from claimbook.synthesis.thresholds import RULES_VERSION, table

SCHEMA_FILE = "claimbook.schema.json"


def claimbook_json(weighed: Weighed) -> str:
    """The whole document; what is not known has no key. Numbers have ten significant digits."""
    whole = document(weighed).model_dump(mode="json", exclude_none=True)
    return json.dumps(_steady(whole), indent=1, ensure_ascii=False) + "\n"


def document(weighed: Weighed) -> Document:
    """The same as an object."""
    return Document(
        nature=NATURE,
        claimbook=__version__,
        rules=RULES_VERSION,
        thresholds=tuple(ThresholdPart.model_validate(row) for row in table(weighed.thresholds)),
        article=weighed.article,
        collection=weighed.collection,
        claims=tuple(_claim(one, weighed) for one in weighed.claims),
        unread=weighed.unread,
        studies=tuple(
            StudyPart(
                label=weighed.labels[study.id], facts=study, looks=tuple(map(_look, weighed.notices.of(study.id)))
            )
            for study in weighed.studies
        ),
    )


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of the document, as its file holds it."""
    schema = {"$schema": DIALECT, **Document.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schema(folder: Path) -> Path:
    """Write ``claimbook.schema.json`` into that folder, and say which file it is."""
    write_text(folder / SCHEMA_FILE, schema_text())
    return folder / SCHEMA_FILE


def _claim(assessment: ClaimAssessment, weighed: Weighed) -> ClaimPart:
    confirmed, unchecked = confirmation_of(assessment), weighed.provisional.get(assessment.claim.id)
    screening = assessment.primary.screening or Screening(assessment.claim.id)
    return ClaimPart(
        claim=assessment.claim,
        confirmed=ConfirmedPart.model_validate(confirmed) if confirmed else None,
        search=_search(screening),
        outcomes=tuple(OutcomePart.model_validate(found) for found in assessment.outcomes),
        provisional=_provisional(unchecked) if unchecked else None,
        proposed=_proposed(screening, weighed.proposals),
    )


def _proposed(screening: Screening, proposals: Mapping[int, ProposedRecord]) -> ProposedPart | None:
    """What the list of waiting records shows of each that was read."""
    read = (proposals.get(one.pmid) for one in screening.waiting)
    records = tuple(_proposed_record(one, screening.claim) for one in read if one is not None)
    return ProposedPart(records=records) if records else None


def _proposed_record(record: ProposedRecord, claim: str) -> ProposedRecordPart:
    return ProposedRecordPart(
        pmid=int(record.pmid),
        rank=record.ranks.get(claim),
        design=record.design,
        people=record.people,
        spin=_spin(record),
    )


def _spin(record: ProposedRecord) -> SpinPart | None:
    """The reading whatever it says; only of a 'yes' there is a way in which the conclusion says more."""
    read = record.value_of("spin")
    if read is None or read.taken not in {"yes", "no"}:
        return None
    reason = SPIN_WORDS.get(read.rule)
    return SpinPart(value=read.taken == "yes", confidence=read.confidence, rule=read.rule, reason=reason)


def _provisional(found: Provisional) -> ProvisionalPart:
    outcomes = tuple(map(_provisional_outcome, found.outcomes))
    return ProvisionalPart(read=found.read, waiting=found.waiting, rehearsal=found.rehearsal, outcomes=outcomes)


def _provisional_outcome(one: ProvisionalOutcome) -> ProvisionalOutcomePart:
    """Only what stands under its status; of an outcome without a verdict nothing that could be taken for one."""
    anchored = one.found.anchored
    told = {"verdict": one.verdict, "certainty": one.found.certainty, "sentence": one.found.sentence}
    measured, every = one.measured
    return ProvisionalOutcomePart.model_validate(
        {
            "outcome": one.found.outcome,
            "used": tuple(int(row.record.pmid) for row in one.used),
            "readings": every,
            "readings_measured": measured,
        }
        | (told | {"direction": anchored.state.value} if anchored else {})
    )


def _search(screening: Screening) -> SearchPart:
    lock, failure = screening.lock, screening.failure
    return SearchPart.model_validate(
        {name: getattr(screening, name) for name in SearchPart.model_fields if hasattr(screening, name)}
        | {
            "waiting": tuple(record.pmid for record in screening.waiting),
            "query": lock.query if lock else None,
            "translation": lock.translation if lock else None,
            "failure": failure.reason if failure else None,
        }
    )


def _look(look: Look) -> LookPart:
    found = tuple(notice.kind for notice in look.notices)
    return LookPart(date=look.date, result=look.result, source=look.source, notices=found)


def _steady(value: Any) -> Any:  # noqa: ANN401 - any part of a JSON document
    if isinstance(value, dict):
        return {key: _steady(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_steady(part) for part in value]
    return steady(value) if isinstance(value, float) else value
