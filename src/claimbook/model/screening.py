"""What became of the records that a search found: looked at by a person, or still waiting for one. Pure.

A record counts as looked at only when it is a study of the evidence table. That a search was run says nothing about
how much of it anybody read, so both are kept apart.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from claimbook.model.search import NCBI, RecordFacts, SearchFailure, SearchLock
from claimbook.model.study import Study, StudyTable

SearchState: TypeAlias = Literal["not searched", "searched", "failed"]
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A record that was found and is a study of the table."""

    pmid: int
    study: str
    by: Literal["PMID", "DOI", "title"]
    """What they have in common."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A record that was found and that nobody has looked at. It is no evidence, for or against."""

    pmid: int
    facts: RecordFacts | None
    """None where the list of records does not hold it."""


@dataclass(frozen=True, slots=True)
class Screening:
    """How far the search of one claim was run and looked through."""

    claim: str
    state: SearchState = "not searched"
    required: bool = False
    """Whether the evidence table says that it rests on a PubMed search."""
    lock: SearchLock | None = None
    failure: SearchFailure | None = None
    """The last attempt, where it failed; beside a lock it is later than the lock."""
    looked_at: tuple[LookedAt, ...] = ()
    waiting: tuple[Waiting, ...] = ()
    missing: tuple[int, ...] = ()
    """Found and not delivered, and not a study of the table either."""
    unreadable: tuple[int, ...] = ()
    """Delivered broken, and not a study of the table either."""
    deleted: tuple[int, ...] = ()
    """Found once and no longer in PubMed; nobody can look at them, and nobody is waited for."""

    @property
    def hits(self) -> int | None:
        """Records as PubMed counted them; None where no search was run, which is not zero."""
        return None if self.lock is None else self.lock.count

    @property
    def identified(self) -> int:
        """Different records that the lock holds, over every run of the search."""
        return 0 if self.lock is None else len(self.lock.pmids)

    @property
    def retrieved(self) -> int | None:
        """Records that arrived and could be read; None where no search was run."""
        return None if self.lock is None else self.lock.retrieved

    @property
    def date(self) -> str | None:
        """Day of the last run that succeeded: year, month and day."""
        return None if self.lock is None else self.lock.searched_last[:10]

    @property
    def altered(self) -> bool:
        """Whether PubMed searched for something else than it was asked."""
        return self.lock is not None and bool(self.lock.altered.everything)

    @property
    def rehearsal(self) -> bool:
        """Whether another host than NCBI was asked. What it answered is never weighed."""
        return self.lock is not None and self.lock.is_rehearsal

    @property
    def ran(self) -> bool:
        """Whether PubMed itself was searched."""
        return self.lock is not None and not self.rehearsal

    @property
    def search_failed(self) -> bool:
        """SEARCH_FAILED: the table rests on a search, there is none, and the attempt failed."""
        return self.required and self.failure is not None and not self.ran

    @property
    def truncated(self) -> bool:
        """SEARCH_TRUNCATED: a search was run, and not all that it found was looked at."""
        return self.ran and bool(self.waiting or self.missing or self.unreadable)

    @property
    def found_studies(self) -> bool:
        """Whether a search that did what it was asked found studies of the table."""
        return bool(self.looked_at) and not self.altered

    @property
    def found_nothing(self) -> bool:
        """Whether a search that did what it was asked found no record."""
        return self.ran and not self.altered and self.identified == 0


@dataclass(frozen=True, slots=True)
class Searched:
    """What lies in the project about the search of one claim."""

    lock: SearchLock | None = None
    """What the last good search found."""
    failure: SearchFailure | None = None
    """The last attempt, where it failed."""
    records: Mapping[int, RecordFacts] = field(default_factory=dict)
    """Facts of the records by PMID, of this claim and of others."""


def screen(claim: str, table: StudyTable, searched: Searched) -> Screening:
    """Each locked record in one place: looked at, waiting, missing, unreadable or deleted."""
    lock, failure, known = searched.lock, searched.failure, searched.records
    required = table.collection.pubmed_search == "run"
    if lock is None:
        state: SearchState = "failed" if failure is not None else "not searched"
        return Screening(claim, state, required, failure=failure)
    studies = _Table.of(table.studies)
    seen = {pmid: found for pmid in lock.pmids if (found := studies.find(pmid, known.get(pmid)))}
    return Screening(
        claim,
        "searched",
        required,
        lock,
        failure,
        looked_at=tuple(seen.values()),
        waiting=waiting_in(lock, table.studies, known),
        missing=tuple(pmid for pmid in lock.missing if pmid not in seen),
        unreadable=tuple(pmid for pmid in lock.unreadable if pmid not in seen),
        deleted=tuple(pmid for pmid in lock.deleted if pmid not in seen),
    )


def waiting_in(lock: SearchLock, studies: Sequence[Study], known: Mapping[int, RecordFacts]) -> tuple[Waiting, ...]:
    """The locked records that nobody has looked at, where these are the studies of the table."""
    table = _Table.of(studies)
    lost = {*lock.missing, *lock.unreadable, *lock.deleted}
    left = (pmid for pmid in lock.pmids if pmid not in lost and table.find(pmid, known.get(pmid)) is None)
    return tuple(Waiting(pmid, known.get(pmid)) for pmid in left)


def is_pubmed(interface: str) -> bool:
    """Whether PubMed itself was asked, not a rehearsal."""
    return interface == NCBI


def title_words(title: str) -> str:
    """The words of a title in their order; case, accents, ligatures and punctuation are no difference."""
    plain = unicodedata.normalize("NFKD", title).casefold()
    return " ".join(_WORD.findall("".join(char for char in plain if not unicodedata.combining(char))))


@dataclass(frozen=True, slots=True)
class _Table:
    """Studies by what a record may have in common with them."""

    by_pmid: Mapping[str, str]
    by_doi: Mapping[str, str]
    by_title: Mapping[str, str]
    """Only studies without a PMID: one that has another PMID is another record, whatever its title."""

    @classmethod
    def of(cls, table: Sequence[Study]) -> "_Table":
        return cls(
            {study.pmid: study.id for study in table if study.pmid},
            {study.doi.casefold(): study.id for study in table if study.doi},
            {words: study.id for study in table if not study.pmid and (words := title_words(study.title))},
        )

    def find(self, pmid: int, facts: RecordFacts | None) -> LookedAt | None:
        """The study that this record is: by its PMID, else by its DOI, else by its title."""
        if (study := self.by_pmid.get(str(pmid))) is not None:
            return LookedAt(pmid, study, "PMID")
        if facts is None:
            return None
        if facts.doi and (study := self.by_doi.get(facts.doi.casefold())) is not None:
            return LookedAt(pmid, study, "DOI")
        titles = (title_words(title) for title in (facts.title, facts.vernacular_title or ""))
        study = next((self.by_title[words] for words in titles if words in self.by_title), None)
        return None if study is None else LookedAt(pmid, study, "title")
