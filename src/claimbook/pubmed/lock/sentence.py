"""How a search is reported, in the order of PRISMA-S; every sentence rests on a fact that the lock holds.

Source: Rethlefsen et al. 2021, PRISMA-S, table 1,
https://systematicreviewsjournal.biomedcentral.com/articles/10.1186/s13643-020-01542-z/tables/1.
The order of its items 14 to 16 is as the project's method notes have it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce

from claimbook.language.said import capital, counted, joined, said
from claimbook.model.search import SearchLock
from claimbook.pubmed.lock.heard import heard
from claimbook.pubmed.query.filters import FILTERS
from claimbook.pubmed.query.sent import SentTerm, sent_terms

NONE = said("none")


@dataclass(frozen=True)
class SearchStep:
    """One item of the reporting guideline, and what this search has to say to it."""

    item: str
    """Number and name as in PRISMA-S; without a number where the guideline has no item for it."""
    text: str
    """'none' where it was not done."""


def search_steps(lock: SearchLock) -> tuple[SearchStep, ...]:
    """The search as rows of a table."""
    rows = (
        (said("1 Database and platform"), _platform(lock)),
        (said("2 Several databases at once"), NONE),
        (said("3 Study registries"), NONE),
        (said("4 Online resources and browsing"), NONE),
        (said("5 Citation searching"), NONE),
        (said("6 Contacts"), NONE),
        (said("7 Other methods"), NONE),
        (said("8 Full search strategy, as sent"), lock.query),
        (said("8 Full search strategy, as PubMed translated it"), lock.translation or said("PubMed did not say")),
        (said("9 Limits"), joined("; ", _limits(lock)) or NONE),
        (said("10 Search filters"), joined("; ", _filters(lock)) or NONE),
        (said("11 Prior work"), NONE),
        (said("12 Updates"), joined(" ", _updates(lock)) or NONE),
        (said("13 Dates of searches"), joined(", ", _dates(lock))),
        (said("14 Peer review"), said("not peer reviewed")),
        (said("15 Total records"), _counts(lock)),
        (said("16 Deduplication"), said("by PMID; one database, so that no record was found twice")),
        (said("Alterations by PubMed"), joined(" ", _alterations(lock)) or NONE),
        (said("Records not retrieved"), joined(" ", _losses(lock)) or NONE),
    )
    return tuple(SearchStep(item, text) for item, text in rows)


def search_sentence(lock: SearchLock) -> str:
    """The search as a paragraph for a methods section; the query as translated and the details are in the table."""
    return joined(" ", _sentences(lock))


def _sentences(lock: SearchLock) -> Iterator[str]:
    limits, filters = joined("; ", _limits(lock)), joined("; ", _filters(lock))
    yield _searched(lock)
    yield said("The query was: {query}.", query=lock.query)
    yield said("Limits: {limits}.", limits=limits) if limits else said("No limit was set.")
    yield said("Search filter: {filters}.", filters=filters) if filters else said("No search filter was used.")
    yield joined("", (capital(_counts(lock)), "."))
    yield from _updates(lock)
    yield from _alterations(lock)
    yield from _losses(lock)
    yield said("This search asked no other source, and its strategy was not peer reviewed.")


def moment(instant: str) -> str:
    """An instant of a lock as a sentence has it: '2026-11-22 12:00 UTC'."""
    return f"{instant[:10]} {instant[11:16]} UTC"


def _searched(lock: SearchLock) -> str:
    facts = {
        "database": lock.asked.database,
        "interface": heard(lock.asked.interface),
        "moment": moment(lock.asked.when),
        "tool": lock.asked.tool,
    }
    if lock.is_rehearsal:
        return said(
            "This is a rehearsal, not a search of {database}: {interface}, answered on {moment} with {tool}.", **facts
        )
    return said("{database} was searched through the {interface} on {moment} with {tool}.", **facts)


def _platform(lock: SearchLock) -> str:
    database, interface = lock.asked.database, heard(lock.asked.interface)
    if lock.is_rehearsal:
        return said("a rehearsal, not {database}: {interface}", database=database, interface=interface)
    return said("{database}, through the {interface}", database=database, interface=interface)


def _limits(lock: SearchLock) -> Iterator[str]:
    """Limits stand in the query itself: a range of publication dates, languages."""
    terms = sent_terms(_without_filters(lock.query))
    yield from (_range(term) for term in terms if term.field == "dp")
    languages = [term.text for term in terms if term.field == "la"]
    if languages:
        either = reduce(lambda one, other: said("{one} or {other}", one=one, other=other), languages)
        yield said("language {languages}", languages=either)


def _range(term: SentTerm) -> str:
    """PubMed's far ends, the years 1000 and 3000, stand for no end."""
    first, _, last = term.text.partition(":")
    starts, ends = first[:4] > "1000", bool(last) and last[:4] < "3000"
    if starts and ends:
        return said("publication date from {first} until {last}", first=first, last=last)
    if starts:
        return said("publication date from {first}", first=first)
    return said("publication date until {last}", last=last) if ends else said("publication date any")


def _filters(lock: SearchLock) -> Iterator[str]:
    for each in FILTERS.values():
        if f"({each.text})" in lock.query:
            yield f"{each.name} ({each.citation})"


def _without_filters(query: str) -> str:
    for each in FILTERS.values():
        query = query.replace(f"({each.text})", "")
    return query


def _dates(lock: SearchLock) -> Iterator[str]:
    yield moment(lock.asked.when)
    yield from (said("{moment} (update)", moment=moment(update.when)) for update in lock.updates)


def _updates(lock: SearchLock) -> Iterator[str]:
    for update in lock.updates:
        found = [
            counted("{n} record", "{n:,} records", update.count) if update.count else said("no record"),
            said("{n:,} new", n=len(update.added)),
        ]
        if update.not_found_again:
            found.append(said("{n:,} not found again", n=len(update.not_found_again)))
        yield said(
            "The search was repeated on {moment}: {found}.", moment=moment(update.when), found=joined(", ", found)
        )


def _counts(lock: SearchLock) -> str:
    """Hits, and how many of everything that was ever found is here."""
    if not lock.pmids:
        return said("the search found no record")
    if lock.retrieved == len(lock.pmids):
        got = counted("it was retrieved", "all {n:,} were retrieved", lock.retrieved)
    else:
        got = counted("{n} was retrieved", "{n:,} were retrieved", lock.retrieved)
    return joined("; ", (joined(", ", _found(lock)), got))


def _found(lock: SearchLock) -> Iterator[str]:
    some = counted("the search found {n} record", "the search found {n:,} records", lock.count)
    yield some if lock.count else said("the search found no record")
    if lock.slices:
        yield said("taken in {n:,} ranges of PMIDs whose counts add up", n=len(lock.slices))
    if lock.updates:
        yield said("{n:,} with its updates", n=len(lock.pmids))


def _alterations(lock: SearchLock) -> Iterator[str]:
    if lock.altered.dropped:
        yield said("PubMed left out or did not find: {terms}.", terms="; ".join(lock.altered.dropped))
    if lock.accepted:
        yield said("The project had accepted this for: {terms}.", terms="; ".join(lock.accepted))
    if lock.altered.not_in_translation:
        terms = "; ".join(lock.altered.not_in_translation)
        yield said("Not in the query as PubMed translated it: {terms}.", terms=terms)
    if lock.translation is None:
        yield said("PubMed did not say how it translated the query.")


def _losses(lock: SearchLock) -> Iterator[str]:
    if lock.missing:
        yield counted(
            "{n} record not delivered, although asked for twice: PMID {pmids}.",
            "{n:,} records not delivered, although asked for twice: PMID {pmids}.",
            len(lock.missing),
            pmids=_listed(lock.missing),
        )
    if lock.unreadable:
        yield counted(
            "{n} record delivered broken and not readable: PMID {pmids}.",
            "{n:,} records delivered broken and not readable: PMID {pmids}.",
            len(lock.unreadable),
            pmids=_listed(lock.unreadable),
        )
    if lock.deleted:
        yield counted(
            "{n} record found by an earlier search and no longer in PubMed: PMID {pmids}.",
            "{n:,} records found by an earlier search and no longer in PubMed: PMID {pmids}.",
            len(lock.deleted),
            pmids=_listed(lock.deleted),
        )


def _listed(pmids: tuple[int, ...]) -> str:
    return ", ".join(map(str, pmids))
