"""One search as a reader can follow it: what was asked, what PubMed made of it, what came back, who waits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from claimbook.model.proposal import UNCLEAR, ProposedRecord
from claimbook.model.screening import Screening, Waiting
from claimbook.model.search import RecordFacts, SearchLock
from claimbook.model.terms import Design
from claimbook.report.words import DESIGNS, Silence, count_of

SHOWN_AT_ONCE, LISTED_AT_MOST = 50, 1_000
"""Waiting records in sight, and with those that are folded away."""
_LONGEST_TITLE = 300
_MOST_AUTHORS = 3
_NOTICES = {"retracted": "retracted", "concern": "expression of concern", "corrected": "corrected"}


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
    about: str
    """Authors, journal and year, as far as they are known."""
    notices: tuple[str, ...]
    proposed: str = ""
    """Design and size as they were read by rule, which nobody has checked; empty where nothing was proposed."""

    @property
    def address(self) -> str:
        """The record in PubMed."""
        return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"


def records(number: int) -> str:
    """A number of records in words."""
    return count_of(number, "record", "records")


def search_facts(screening: Screening) -> tuple[Fact, ...]:
    """What the lock holds, line by line; nothing where there is no lock."""
    return () if screening.lock is None else tuple(_facts(screening.lock, screening))


def _facts(lock: SearchLock, screening: Screening) -> Iterator[Fact]:
    yield Fact("Database", (f"{'A stand-in for PubMed' if screening.rehearsal else lock.asked.database}",))
    yield Fact("Asked through", (lock.asked.interface,))
    yield Fact("Searched on", (_instant(lock.asked.when),))
    yield Fact("Query as sent", (lock.query,), exact=True)
    translation = (lock.translation,) if lock.translation else (f"how the database read it was {Silence.NOT_SEEN}",)
    yield Fact("Query as translated", translation, exact=lock.translation is not None)
    yield Fact("Warnings", tuple(f"{warned.kind}: {warned.text}" for warned in lock.warnings) or ("none",))
    yield from _alterations(lock)
    yield Fact("Hits, as counted by the database", (f"{lock.count:,}",))
    if lock.slices:
        yield Fact("Slices", (f"{len(lock.slices):,}, because one answer cannot hold so many",))
    yield Fact("Records retrieved", (f"{lock.retrieved:,} of {len(lock.pmids):,}",))
    if lock.missing:
        yield Fact("Not delivered", (_pmids(lock.missing),))
    if lock.unreadable:
        yield Fact("Not readable", (_pmids(lock.unreadable),))
    if lock.deleted:
        yield Fact("No longer in PubMed", (_pmids(lock.deleted),))
    yield from _updates(lock)
    yield Fact("Software", (lock.asked.tool,))


def _alterations(lock: SearchLock) -> Iterator[Fact]:
    """What was searched for otherwise than asked; that nothing was, is said as well."""
    if not lock.altered.everything:
        yield Fact("Altered", ("none: every term was searched as it was sent",))
        return
    if lock.altered.dropped:
        yield Fact("Altered: left out by the database", (", ".join(lock.altered.dropped),))
    if lock.altered.not_in_translation:
        yield Fact("Altered: not in the translated query", (", ".join(lock.altered.not_in_translation),))
    if lock.accepted:
        yield Fact("Alterations that the claim accepts", (", ".join(lock.accepted),))


def _updates(lock: SearchLock) -> Iterator[Fact]:
    told = tuple(
        f"{_instant(update.when)}: {update.count:,} hits, {len(update.added):,} new, "
        f"{len(update.not_found_again):,} not found again (kept)"
        for update in lock.updates
    )
    if told:
        yield Fact("Updates", told)


def _instant(when: str) -> str:
    """Day and time, in UTC."""
    return f"{when[:10]}, {when[11:19]} UTC"


def _pmids(pmids: tuple[int, ...]) -> str:
    return f"{records(len(pmids))}: PMID {', '.join(map(str, pmids))}"


def waiting_rows(screening: Screening, proposals: Mapping[int, ProposedRecord]) -> tuple[WaitingRow, ...]:
    """Records that wait for a person: those with a notice first, then by PMID, the newest first."""
    rows = [replace(_row(one), proposed=_proposed(proposals.get(one.pmid))) for one in screening.waiting]
    return tuple(sorted(rows, key=lambda row: (not row.notices, -row.pmid)))


def _row(waiting: Waiting) -> WaitingRow:
    facts = waiting.facts
    if facts is None:
        return WaitingRow(waiting.pmid, f"Title {Silence.NOT_SEEN}", "its facts are not in the list of records", ())
    marked = {"retracted": facts.retracted, "concern": facts.concern, "corrected": facts.corrected}
    title = _short(facts.title or facts.vernacular_title or "")
    notices = tuple(words for kind, words in _NOTICES.items() if marked[kind])
    return WaitingRow(waiting.pmid, title or f"Title {Silence.NOT_SEEN}", _about(facts), notices)


def _proposed(record: ProposedRecord | None) -> str:
    """What a rule took it for, and how many people it counted."""
    if record is None:
        return ""
    design, size = record.value_of("design"), record.value_of("n_total") or record.value_of("review.participants")
    kind = f"design {UNCLEAR}" if design is None or design.value == UNCLEAR else _kind(str(design.value))
    people = f"size {UNCLEAR}" if size is None or not isinstance(size.value, int) else _people(size.value)
    return f"{kind}, {people}"


def _kind(name: str) -> str:
    """The words for a design of the table; other kinds of publication are called by their own name."""
    return DESIGNS[Design(name)] if name in set(Design) else name.replace("-", " ")


def _people(number: int) -> str:
    return count_of(number, "participant", "participants")


def _about(facts: RecordFacts) -> str:
    journal = _short(facts.journal or "") or f"journal {Silence.NOT_SEEN}"
    years = " and ".join(map(str, facts.years)) or f"year {Silence.NOT_SEEN}"
    return ". ".join(part for part in (_authors(facts.authors), f"{journal}, {years}") if part)


def _authors(authors: tuple[str, ...]) -> str:
    """The first authors, and how many more there are."""
    named = ", ".join(_short(author) for author in authors[:_MOST_AUTHORS])
    more = len(authors) - _MOST_AUTHORS
    return f"{named} and {more} more" if more > 0 else named


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _LONGEST_TITLE else f"{plain[:_LONGEST_TITLE].rstrip()}…"
