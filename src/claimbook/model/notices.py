"""Retractions, concerns and corrections: what PubMed says about a study, kept apart from the facts of the table. Pure.

``studies.yaml`` is never edited by what PubMed says. A study as it is weighed carries both: the notices that a person
wrote into the table, and those that PubMed shows, each with its source.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from claimbook.language.said import said
from claimbook.model.screening import is_pubmed
from claimbook.model.search import FoundNotice, NoticeKind, RecordFacts, SearchLock, Verification, VerifiedStudy
from claimbook.model.study import Study, StudyTable

KINDS: tuple[NoticeKind, ...] = get_args(NoticeKind)


@dataclass(frozen=True, slots=True)
class Look:
    """One look at PubMed's record of a study."""

    date: str
    """Year, month and day."""
    result: Literal["read", "failed", "not found", "no identifier"]
    """Only a record that was read can show that there is no notice."""
    notices: tuple[FoundNotice, ...] = ()
    reason: str | None = None
    """Why it was not read."""
    rehearsal: bool = False
    """Another host than PubMed was asked; what it said is shown and never weighed."""
    differences: tuple[str, ...] = ()
    """Where PubMed's record and the row of the table part, each in one sentence."""

    @property
    def source(self) -> str:
        """Who said it, and when."""
        if self.rehearsal:
            return said("a rehearsal, not PubMed, checked {date}", date=self.date)
        return said("PubMed, checked {date}", date=self.date)


class NoticedStudy(Study):
    """A study as it is weighed: the facts of the table, and the notices that PubMed shows on top of them."""

    told: tuple[tuple[NoticeKind, str], ...] = ()
    """Each notice that PubMed shows, with its source in words."""


@dataclass(frozen=True, slots=True)
class Notices:
    """Every look at PubMed's records of the studies of one table."""

    looks: Mapping[str, tuple[Look, ...]]
    """By the id of the study; a study without an entry was not checked."""
    asked: tuple[str, ...] = ()
    """Days on which PubMed was asked about this table."""

    def of(self, study: str) -> tuple[Look, ...]:
        """Every look at that study, the latest first; none: not checked."""
        return tuple(sorted(self.looks.get(study, ()), key=lambda look: look.date, reverse=True))

    @property
    def anything(self) -> bool:
        """Whether anybody has looked at anything."""
        return bool(self.asked or self.looks)

    def weighed(self, study: Study) -> Study:
        """The study as it is weighed; the very same where PubMed shows nothing."""
        looks = [look for look in self.of(study.id) if not look.rehearsal]
        told = tuple((kind, look.source) for kind in KINDS if (look := _first(looks, kind)) is not None)
        if not told:
            return study
        both = tuple(dict.fromkeys((*study.notices, *(kind for kind, _ in told))))
        return NoticedStudy.model_construct(**{**dict(study), "notices": both, "told": told})

    def weigh(self, table: StudyTable) -> StudyTable:
        """The table as it is weighed; the table itself is not touched."""
        return table.model_copy(update={"studies": tuple(self.weighed(study) for study in table.studies)})


NOBODY_ASKED = Notices({})
"""No look at any record."""


def said_by(study: Study, kind: NoticeKind) -> str | None:
    """Who says that the study carries this notice; None where the table alone does."""
    return dict(study.told).get(kind) if isinstance(study, NoticedStudy) else None


def look_up(
    studies: Iterable[Study],
    verification: Verification | None = None,
    locks: Iterable[SearchLock] = (),
    records: Mapping[int, RecordFacts] | None = None,
) -> Notices:
    """What is known about the notices of these studies.

    Args:
        studies: the evidence table, as a person wrote it.
        verification: the last check of its identifiers, or None where there was none.
        locks: every search of the article; a record is as old as the last search that holds it.
        records: facts of the records by PMID.
    """
    found = _Found.of(locks, records or {})
    looks: dict[str, tuple[Look, ...]] = {}
    for study in studies:
        of_study = [*_verified(study, verification), *found.looks(study)]
        if of_study:
            looks[study.id] = tuple(of_study)
    return Notices(looks, () if verification is None else (verification.asked.when[:10],))


def _first(looks: Iterable[Look], kind: NoticeKind) -> Look | None:
    """The latest look that shows such a notice."""
    return next((look for look in looks if any(notice.kind == kind for notice in look.notices)), None)


def _verified(study: Study, verification: Verification | None) -> tuple[Look, ...]:
    """What ``claimbook verify`` said of this study, as far as it was about the identifiers that it has now."""
    one = None if verification is None else verification.of(study.id)
    if verification is None or one is None or not _about(study, one):
        return ()
    date, rehearsal = verification.asked.when[:10], not is_pubmed(verification.asked.interface)
    if one.looked_at:
        return (Look(date, "read", one.notices, rehearsal=rehearsal, differences=one.differences),)
    results: dict[str, Literal["failed", "not found", "no identifier"]] = {
        "not found": "not found",
        "no identifier": "no identifier",
    }
    return (Look(date, results.get(one.result, "failed"), one.notices, one.reason, rehearsal),)


def _about(study: Study, one: VerifiedStudy) -> bool:
    """Whether the identifiers are still those that were checked; a DOI may have led to another PMID."""
    same_doi = (study.doi or "").casefold() == (one.doi or "").casefold()
    same_pmid = study.pmid is None or one.pmid is None or study.pmid == one.pmid or one.result == "differs"
    return same_doi and same_pmid


@dataclass(frozen=True, slots=True)
class _Found:
    """Records of the locks by their identifiers, each with the search that brought it."""

    by_pmid: Mapping[int, tuple[RecordFacts, str, bool]]
    """Record, day and whether it was a rehearsal."""
    by_doi: Mapping[str, int]
    """PMID by DOI, without case."""

    @classmethod
    def of(cls, locks: Iterable[SearchLock], records: Mapping[int, RecordFacts]) -> "_Found":
        found: dict[int, tuple[RecordFacts, str, bool]] = {}
        for lock in sorted(locks, key=lambda lock: (not lock.is_rehearsal, lock.searched_last)):
            for pmid in lock.pmids:
                if pmid in records:  # the latest search of PubMed itself comes last and stays
                    found[pmid] = (records[pmid], lock.searched_last[:10], lock.is_rehearsal)
        return cls(found, {facts.doi.casefold(): pmid for pmid, (facts, _, _) in found.items() if facts.doi})

    def looks(self, study: Study) -> tuple[Look, ...]:
        """The records that this study names by PMID or DOI."""
        named = (int(study.pmid) if study.pmid else None, self.by_doi.get(study.doi.casefold()) if study.doi else None)
        entries = [self.by_pmid[pmid] for pmid in dict.fromkeys(named) if pmid is not None and pmid in self.by_pmid]
        return tuple(Look(date, "read", notices_in(facts), rehearsal=rehearsal) for facts, date, rehearsal in entries)


def notices_in(facts: RecordFacts) -> tuple[FoundNotice, ...]:
    """The notices of a locked record, in the order of their weight."""
    return tuple(FoundNotice(kind=kind, shown_by="its record") for kind in facts.marks)
