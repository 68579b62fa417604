"""What searches and checks have left beside the evidence table: locks, failures, facts of records, notices."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from claimbook.model.proposal import ProposedRecord
from claimbook.model.search import RecordFacts, SearchFailure, SearchLock, Verification
from claimbook.project.documents import ArticleFiles


@dataclass(frozen=True)
class Evidence:
    """Everything that PubMed was asked about one article; nothing in it means that nobody has asked."""

    locks: Mapping[str, SearchLock] = field(default_factory=dict)
    """By the id of the claim."""
    failures: Mapping[str, SearchFailure] = field(default_factory=dict)
    """Where the last attempt to search failed, by the id of the claim."""
    records: Mapping[int, RecordFacts] = field(default_factory=dict)
    """Facts of every locked record, by PMID."""
    verification: Verification | None = None
    """The last check of the identifiers."""
    proposals: Mapping[int, ProposedRecord] = field(default_factory=dict)
    """What was read by rule from records that wait for a person, by PMID; shown as such, never weighed."""


def evidence_of(files: ArticleFiles) -> Evidence:
    """What could be read of the files of an article, with the facts of its records."""
    locks = {claim: parsed.value for claim, parsed in files.locks.items() if parsed.value is not None}
    failures = {claim: parsed.value for claim, parsed in files.failures.items() if parsed.value is not None}
    verified = files.verified.value if files.verified else None
    return Evidence(locks, failures, files.records, verified, _proposals_of(files))


def _proposals_of(files: ArticleFiles) -> dict[int, ProposedRecord]:
    table = files.proposed.value if files.proposed else None
    claims = (parsed.value for parsed in files.claims.values() if parsed.value is not None)
    shared = files.article.value.concepts if files.article.value else {}
    return {} if table is None else table.answering(claims, shared)
