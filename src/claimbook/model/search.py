"""What a PubMed search found, locked: every file that ``claimbook search`` and ``claimbook verify`` write.

The lock lets a report be built again offline; it holds what was asked, what PubMed made of it and what came back.
"""

from itertools import pairwise
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import Field, StringConstraints, model_validator

from claimbook.model.base import Count, Slug, Strict, Text
from claimbook.model.study import Doi, Pmcid, Pmid

Instant = Annotated[
    str,
    StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"),
    Field(description="day and time in UTC to the second: 2026-11-22T19:30:00Z"),
]
Sha256 = Annotated[
    str, StringConstraints(pattern=r"^[0-9a-f]{64}$"), Field(description="64 lower-case hexadecimal digits")
]
LongText = Annotated[str, StringConstraints(min_length=1, max_length=100_000)]
NCBI = "NCBI E-utilities"
Uid = Annotated[int, Field(ge=1, le=999_999_999)]
"""A PMID as a number, so that a list of thousands stays readable."""


class Asked(Strict):
    """Who was asked, with what tool, and when."""

    database: Literal["PubMed"] = "PubMed"
    interface: Text
    """'NCBI E-utilities'; another host is named, so that a rehearsal is never taken for PubMed."""
    tool: Text
    """claimbook and Biopython with their versions."""
    when: Instant
    """UTC, to the second."""


class Warned(Strict):
    """One warning of PubMed about a query, in its own word and text."""

    kind: Text
    """Name of the element: QuotedPhraseNotFound, PhraseNotFound, PhraseIgnored, FieldNotFound, OutputMessage."""
    text: Text


class Altered(Strict):
    """Where PubMed searched for something else than it was asked. Both empty: it searched what was sent."""

    dropped: tuple[Text, ...] = ()
    """Phrases that PubMed says it left out or did not find as phrases."""
    not_in_translation: tuple[Text, ...] = ()
    """Terms that were sent and do not appear in the query as PubMed translated it."""

    @property
    def everything(self) -> tuple[str, ...]:
        """All altered terms, once each."""
        return tuple(dict.fromkeys((*self.dropped, *self.not_in_translation)))


class Slice(Strict):
    """A part of a search that is too large for one answer: a range of PMIDs and its hits."""

    first: Count
    last: Count
    count: Count


class Batch(Strict):
    """One answer with records, as it was received."""

    first: Uid
    last: Uid
    records: Count
    bytes: Count
    sha256: Sha256
    """Of the raw XML as it lies in ``.claimbook/``."""
    asked: tuple[Uid, ...] = ()
    """What it was asked for, where that is not every PMID of the lock from ``first`` to ``last``."""


class Update(Strict):
    """One later run of the same search."""

    when: Instant
    count: Count
    added: tuple[Uid, ...] = ()
    not_found_again: tuple[Uid, ...] = ()
    """Locked records that the search no longer finds; they stay in the lock."""


class SearchLock(Strict):
    """What one search found: ``data/<article>/search/<claim>.yaml``."""

    article: Slug
    claim: Slug
    asked: Asked
    query: LongText
    """As it was sent."""
    translation: LongText | None = None
    """As PubMed translated it; absent when PubMed did not say."""
    warnings: tuple[Warned, ...] = ()
    altered: Altered = Altered()
    accepted: tuple[Text, ...] = ()
    """Alterations that the claim file accepts under ``search: accept``."""
    count: Count
    """Hits as PubMed counted them."""
    slices: tuple[Slice, ...] = ()
    """Absent where one answer held every PMID."""
    pmids: tuple[Uid, ...]
    """Every PMID that was found, in ascending order."""
    missing: tuple[Uid, ...] = ()
    """Found, asked for twice and not delivered."""
    unreadable: tuple[Uid, ...] = ()
    """Delivered, but broken beyond reading."""
    deleted: tuple[Uid, ...] = ()
    """Found by an earlier search, neither found nor delivered by the last update."""
    batches: tuple[Batch, ...] = ()
    updates: tuple[Update, ...] = ()

    @property
    def retrieved(self) -> int:
        """Records that were received and could be read."""
        return len(self.pmids) - len(self.missing) - len(self.unreadable) - len(self.deleted)

    @property
    def complete(self) -> bool:
        """Whether every record that was found is here."""
        return not self.missing and not self.unreadable

    @property
    def searched_last(self) -> str:
        """When PubMed was last searched: the first search or its last update (UTC)."""
        return self.updates[-1].when if self.updates else self.asked.when

    @property
    def is_rehearsal(self) -> bool:
        """Whether another server than NCBI's answered, so that nothing here was said by PubMed."""
        return self.asked.interface != NCBI

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if any(low >= high for low, high in pairwise(self.pmids)):
            raise ValueError("the PMIDs do not ascend; restore this file, it is written by 'claimbook search' only")
        lost = [*self.missing, *self.unreadable, *self.deleted]
        if len(set(lost)) < len(lost) or not set(lost) <= set(self.pmids):
            raise ValueError("missing, unreadable and deleted PMIDs are not all among 'pmids', once each")
        if self.count + sum(len(update.added) for update in self.updates) != len(self.pmids):
            raise ValueError("the count and the PMIDs do not add up; restore this file or search again")
        return self


class SearchFailure(Strict):
    """The last attempt to search, where it failed: ``data/<article>/search/<claim>.failed.yaml``.

    It stands beside the lock of an earlier, successful search, which stays as it was.
    """

    article: Slug
    claim: Slug
    asked: Asked
    query: LongText
    reason: Text
    """One sentence, with PubMed's own words where it gave some."""


NoticeKind: TypeAlias = Literal["retracted", "concern", "corrected"]
"""What may be said of a publication after it has appeared, the gravest first."""


class RecordFacts(Strict):
    """Bibliographic facts of one record, one line of ``data/<article>/records.jsonl``; never its abstract."""

    pmid: Pmid
    version: Count = 1
    kind: Literal["article", "book"] = "article"
    title: str
    vernacular_title: str | None = None
    authors: tuple[str, ...] = ()
    journal: str | None = None
    published: str | None = None
    """Date of the issue as printed."""
    electronic: str | None = None
    years: tuple[int, ...] = ()
    doi: str | None = None
    pmcid: Pmcid | None = None
    languages: tuple[str, ...] = ()
    types: tuple[tuple[str, str], ...] = ()
    """(UI, name) of each publication type."""
    mesh: tuple[str, ...] = ()
    registry_ids: tuple[str, ...] = ()
    notices: tuple[tuple[str, str | None], ...] = ()
    """(kind, PMID of the notice) of each link to a comment, correction or retraction."""
    retracted: bool = False
    concern: bool = False
    corrected: bool = False
    status: str | None = None
    revised: str | None = None
    abstract_words: Count = 0
    """0: PubMed holds no abstract."""
    abstract_sha256: Sha256 | None = None
    """Tells whether an abstract has changed since, without keeping it."""

    @property
    def marks(self) -> tuple[NoticeKind, ...]:
        """What PubMed marks the record as, the gravest first."""
        held: dict[NoticeKind, bool] = {
            "retracted": self.retracted,
            "concern": self.concern,
            "corrected": self.corrected,
        }
        return tuple(kind for kind, holds in held.items() if holds)


VerifiedResult = Literal["agrees", "differs", "not found", "not checked", "no identifier"]


class FoundNotice(Strict):
    """A retraction, concern or correction that PubMed links to a study."""

    kind: NoticeKind
    shown_by: Text
    """Where PubMed shows it: a publication type, or a link with its kind."""
    pmid: Pmid | None = None
    """The notice itself, where PubMed names it."""


class VerifiedStudy(Strict):
    """How the identifiers of one study compare with PubMed."""

    study: Slug
    result: VerifiedResult
    pmid: Pmid | None = None
    """The record that was compared, whether the table names it or its DOI led to it."""
    doi: Doi | None = None
    differences: tuple[Text, ...] = ()
    """Each in one sentence; nothing is changed in the table."""
    notices: tuple[FoundNotice, ...] = ()
    """Empty and ``result`` is 'agrees' or 'differs': looked for, none found."""
    reason: Text | None = None
    """Why it was not checked or not found."""

    @property
    def looked_at(self) -> bool:
        """Whether PubMed's record of it was read, so that the absence of a notice means something."""
        return self.result in {"agrees", "differs"}


class Verification(Strict):
    """The last check of all identifiers of an evidence table: ``data/<article>/verified.yaml``."""

    article: Slug
    asked: Asked
    studies: tuple[VerifiedStudy, ...]

    def of(self, study: str) -> VerifiedStudy | None:
        """What was found about that study, or None where it was not in the table then."""
        return next((one for one in self.studies if one.study == study), None)
