"""The drafts of one record as they may lie in version control: values and places, no words of the publisher. Pure."""

import hashlib
from collections.abc import Mapping, Sequence

from claimbook.appraise.record.draft import Draft
from claimbook.appraise.record.words import in_one_line
from claimbook.appraise.text.reading import Text
from claimbook.model.appraisal import cut
from claimbook.model.proposal import UNCLEAR, Place, ProposedRecord, ProposedValue
from claimbook.model.record import Record

_LONGEST_NAME, _DIGITS = 300, 3


def proposed_record(
    record: Record, text: Text, drafts: Sequence[Draft], claims: Sequence[str], ranks: Mapping[str, int]
) -> ProposedRecord:
    """What is proposed for a record that waits for these claims; for some of them its place is known."""
    return ProposedRecord(
        pmid=record.pmid,
        claims=tuple(claims),
        ranks=dict(sorted(ranks.items())),
        text_sha256=text_hash(text),
        values=tuple(_value(draft) for draft in drafts if draft.value is not None),
        not_found=tuple(draft.field for draft in drafts if draft.value is None),
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
