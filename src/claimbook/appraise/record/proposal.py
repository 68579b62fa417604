"""The drafts of one record as they may lie in version control: values and places, no words of the publisher. Pure."""

import hashlib
from collections.abc import Mapping, Sequence

from claimbook.appraise.record.draft import Draft, claim_of
from claimbook.appraise.record.words import in_one_line
from claimbook.appraise.text.reading import Text
from claimbook.model.appraisal import cut
from claimbook.model.proposal import UNCLEAR, Place, ProposedRecord, ProposedValue
from claimbook.model.record import Record

_LONGEST_NAME, _DIGITS = 300, 3


def proposed_record(record: Record, text: Text, drafts: Sequence[Draft], ranks: Mapping[str, int]) -> ProposedRecord:
    """What is proposed for a record that waits for these claims, in which place for each."""
    return ProposedRecord(
        pmid=record.pmid,
        claims=tuple(ranks),
        ranks=dict(ranks),
        text_sha256=text_hash(text),
        values=tuple(_value(draft) for draft in drafts if draft.value is not None),
        not_found=tuple(draft.field for draft in drafts if draft.value is None),
    )


def joined(new: ProposedRecord, earlier: ProposedRecord) -> ProposedRecord:
    """The new reading, with what was read earlier for other claims that it still waits for."""
    claims = tuple(sorted({*new.claims, *earlier.claims}))
    others = {claim for claim in earlier.claims if claim not in new.claims}
    ranks = {**{claim: rank for claim, rank in earlier.ranks.items() if claim in others}, **new.ranks}
    values = [*new.values, *(one for one in earlier.values if claim_of(one.field) in others)]
    not_found = [*new.not_found, *(field for field in earlier.not_found if claim_of(field) in others)]
    return new.model_copy(
        update={
            "claims": claims,
            "ranks": dict(sorted(ranks.items())),
            "values": tuple(sorted(values, key=lambda one: claim_of(one.field) or "")),
            "not_found": tuple(sorted(not_found, key=lambda field: claim_of(field) or "")),
        }
    )


def text_hash(text: Text) -> str:
    """The hash of title and sections; a changed abstract has another one, and the places no longer fit it."""
    return hashlib.sha256("\0".join(passage.text for passage in text.passages).encode()).hexdigest()


def _value(draft: Draft) -> ProposedValue:
    shown = None if draft.own_words else draft.value
    return ProposedValue(
        field=draft.field,
        value=shown if draft.sure else UNCLEAR,
        looked_like=None if draft.sure else shown,
        status="explicit" if draft.status == "explicit" else "inferred",
        confidence=cut(draft.confidence, _DIGITS),
        line=draft.line,
        rule=draft.rule,
        places=tuple(Place(where=span.where, start=span.start, end=span.end) for span in draft.spans),
        indexed=() if draft.own_words else _names(draft),
    )


def _names(draft: Draft) -> tuple[str, ...]:
    names = (in_one_line(name)[:_LONGEST_NAME] for name in draft.metadata)
    return tuple(name for name in names if name)
