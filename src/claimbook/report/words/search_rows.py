"""One search as a reader can follow it: what was asked, what PubMed made of it, what came back, who waits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import reduce

from claimbook.language.said import counted, joined, said
from claimbook.model.proposal import ProposedRecord
from claimbook.model.screening import Screening, Waiting
from claimbook.model.search import RecordFacts, SearchLock
from claimbook.model.terms import Design
from claimbook.pubmed.lock.heard import heard
from claimbook.report.words.notices import MARKS
from claimbook.report.words.spin import SpinView
from claimbook.report.words.verdicts import DESIGNS, participants

SHOWN_AT_ONCE, LISTED_AT_MOST = 50, 1_000
"""Waiting records in sight, and with those that are folded away."""
_LONGEST_TITLE = 300
_MOST_AUTHORS = 3
_KINDS = {
    "single-arm": said("single arm"),
    "case-report": said("case report"),
    "narrative-review": said("narrative review"),
    "guideline": said("guideline"),
    "comment": said("comment"),
    "retraction-notice": said("retraction notice"),
    "other": said("other"),
}
"""Kinds of publication that are no design of the evidence table."""


@dataclass(frozen=True)
class Fact:
    """One line about a search."""

    name: str
    values: tuple[str, ...]
    exact: bool = False
    """Whether it is printed letter by letter, as it was sent or received."""


@dataclass(frozen=True)
class WaitingRow:
    """A record that waits for a person, in its bibliographic facts."""

    pmid: int
    title: str
    """Empty where it was not seen."""
    about: str
    """Authors, journal and year, as far as they are known."""
    notices: tuple[str, ...]
    proposed: str = ""
    """Design and size as they were read by rule, which nobody has checked; empty where nothing was proposed."""
    is_english: bool = False
    """Whether the title is the English one, not that of the authors in another language."""
    spin: SpinView | None = None
    """Where its conclusion seems to say more than its results."""

    @property
    def address(self) -> str:
        """The record in PubMed."""
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"


def records(number: int) -> str:
    """A number of records in words."""
    return counted("{n} record", "{n:,} records", number)


def search_facts(screening: Screening) -> tuple[Fact, ...]:
    """What the lock holds, line by line; nothing where there is no lock."""
    return () if screening.lock is None else tuple(_facts(screening.lock, screening))


def _facts(lock: SearchLock, screening: Screening) -> Iterator[Fact]:
    stand_in = said("A stand-in for PubMed")
    yield Fact(said("Database"), (stand_in if screening.rehearsal else lock.asked.database,))
    yield Fact(said("Asked through"), (heard(lock.asked.interface),))
    yield Fact(said("Searched on"), (_instant(lock.asked.when),))
    yield Fact(said("Query as sent"), (lock.query,), exact=True)
    translation = lock.translation or said("how the database read it was not seen")
    yield Fact(said("Query as translated"), (translation,), exact=lock.translation is not None)
    yield Fact(said("Warnings"), tuple(f"{warned.kind}: {warned.text}" for warned in lock.warnings) or (said("none"),))
    yield from _alterations(lock)
    yield Fact(said("Hits, as counted by the database"), (said("{n:,}", n=lock.count),))
    if lock.slices:
        yield Fact(said("Slices"), (said("{n:,}, because one answer cannot hold so many", n=len(lock.slices)),))
    retrieved = said("{retrieved:,} of {all:,}", retrieved=lock.retrieved, all=len(lock.pmids))
    yield Fact(said("Records retrieved"), (retrieved,))
    yield from _losses(lock)
    yield from _updates(lock)
    yield Fact(said("Software"), (lock.asked.tool,))


def _alterations(lock: SearchLock) -> Iterator[Fact]:
    """What was searched for otherwise than asked; that nothing was, is said as well."""
    if not lock.altered.everything:
        yield Fact(said("Altered"), (said("none: every term was searched as it was sent"),))
        return
    if lock.altered.dropped:
        yield Fact(said("Altered: left out by the database"), (", ".join(lock.altered.dropped),))
    if lock.altered.not_in_translation:
        yield Fact(said("Altered: not in the translated query"), (", ".join(lock.altered.not_in_translation),))
    if lock.accepted:
        yield Fact(said("Alterations that the claim accepts"), (", ".join(lock.accepted),))


def _losses(lock: SearchLock) -> Iterator[Fact]:
    if lock.missing:
        yield Fact(said("Not delivered"), (_pmids(lock.missing),))
    if lock.unreadable:
        yield Fact(said("Not readable"), (_pmids(lock.unreadable),))
    if lock.deleted:
        yield Fact(said("No longer in PubMed"), (_pmids(lock.deleted),))


def _updates(lock: SearchLock) -> Iterator[Fact]:
    told = tuple(
        said(
            "{when}: {hits:,} hits, {new:,} new, {lost:,} not found again (kept)",
            when=_instant(update.when),
            hits=update.count,
            new=len(update.added),
            lost=len(update.not_found_again),
        )
        for update in lock.updates
    )
    if told:
        yield Fact(said("Updates"), told)


def _instant(when: str) -> str:
    """Day and time, in UTC."""
    return f"{when[:10]}, {when[11:19]} UTC"


def _pmids(pmids: tuple[int, ...]) -> str:
    return said("{records}: PMID {pmids}", records=records(len(pmids)), pmids=", ".join(map(str, pmids)))


def waiting_rows(screening: Screening, proposals: Mapping[int, ProposedRecord]) -> tuple[WaitingRow, ...]:
    """Records that wait for a person: those with a notice first, then the likeliest by their words, then the newest."""
    rows = [replace(waiting_row(one), proposed=_proposed(proposals.get(one.pmid))) for one in screening.waiting]
    ranks = ranks_in(screening, proposals)
    last = max(ranks.values(), default=0) + 1
    return tuple(sorted(rows, key=lambda row: (not row.notices, ranks.get(row.pmid, last), -row.pmid)))


def ranks_in(screening: Screening, proposals: Mapping[int, ProposedRecord]) -> dict[int, int]:
    """The places of the records that wait for this claim, as far as they were read for it."""
    read = {one.pmid: proposals[one.pmid].ranks for one in screening.waiting if one.pmid in proposals}
    return {pmid: ranks[screening.claim] for pmid, ranks in read.items() if screening.claim in ranks}


def waiting_row(waiting: Waiting) -> WaitingRow:
    """One record in its bibliographic facts."""
    facts = waiting.facts
    if facts is None:
        return WaitingRow(waiting.pmid, "", said("its facts are not in the list of records"), ())
    notices = tuple(MARKS[kind] for kind in facts.marks)
    title = _short(facts.title or facts.vernacular_title or "")
    return WaitingRow(waiting.pmid, title, _about(facts), notices, is_english=bool(facts.title))


def _proposed(record: ProposedRecord | None) -> str:
    """What a rule took it for, and how many people it counted."""
    if record is None:
        return ""
    kind = said("design unclear") if record.design is None else kind_words(record.design)
    people = said("size unclear") if record.people is None else participants(record.people)
    return joined(", ", (kind, people))


def kind_words(name: str) -> str:
    """The words for a design of the table; other kinds of publication are called by their own name."""
    return DESIGNS[Design(name)] if name in set(Design) else _KINDS.get(name, name.replace("-", " "))


def _about(facts: RecordFacts) -> str:
    """Authors, journal and year, as far as they are known."""
    journal = _short(facts.journal or "") or said("journal not seen")
    years = [str(year) for year in facts.years] or [said("year not seen")]
    published = joined(
        ", ", (journal, reduce(lambda one, other: said("{one} and {other}", one=one, other=other), years))
    )
    return joined(". ", (part for part in (_authors(facts.authors), published) if part))


def _authors(authors: tuple[str, ...]) -> str:
    """The first authors, and how many more there are."""
    named = ", ".join(_short(author) for author in authors[:_MOST_AUTHORS])
    more = len(authors) - _MOST_AUTHORS
    return said("{authors} and {n} more", authors=named, n=more) if more > 0 else named


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_TITLE else f"{plain[:_LONGEST_TITLE].rstrip()}…"
