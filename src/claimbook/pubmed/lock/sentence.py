"""How a search is reported, in the order of PRISMA-S; every sentence rests on a fact that the lock holds.

Source: Rethlefsen et al. 2021, PRISMA-S, table 1,
https://systematicreviewsjournal.biomedcentral.com/articles/10.1186/s13643-020-01542-z/tables/1.
The order of its items 14 to 16 is as the project's method notes have it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.model.search import SearchLock
from claimbook.pubmed.query.filters import FILTERS
from claimbook.pubmed.query.sent import SentTerm, sent_terms

NONE = "none"


@dataclass(frozen=True)
class SearchStep:
    """One item of the reporting guideline, and what this search has to say to it."""

    item: str
    """Number and name as in PRISMA-S; without a number where the guideline has no item for it."""
    text: str
    """'none' where it was not done."""


def search_steps(lock: SearchLock) -> tuple[SearchStep, ...]:
    """The search as rows of a table."""
    said = (
        ("1 Database and platform", _platform(lock)),
        ("2 Several databases at once", NONE),
        ("3 Study registries", NONE),
        ("4 Online resources and browsing", NONE),
        ("5 Citation searching", NONE),
        ("6 Contacts", NONE),
        ("7 Other methods", NONE),
        ("8 Full search strategy, as sent", lock.query),
        ("8 Full search strategy, as PubMed translated it", lock.translation or "PubMed did not say"),
        ("9 Limits", "; ".join(_limits(lock)) or NONE),
        ("10 Search filters", "; ".join(_filters(lock)) or NONE),
        ("11 Prior work", NONE),
        ("12 Updates", " ".join(_updates(lock)) or NONE),
        ("13 Dates of searches", ", ".join(_dates(lock))),
        ("14 Peer review", "not peer reviewed"),
        ("15 Total records", _counts(lock)),
        ("16 Deduplication", "by PMID; one database, so that no record was found twice"),
        ("Alterations by PubMed", " ".join(_alterations(lock)) or NONE),
        ("Records not retrieved", " ".join(_losses(lock)) or NONE),
    )
    return tuple(SearchStep(item, text) for item, text in said)


def search_sentence(lock: SearchLock) -> str:
    """The search as a paragraph for a methods section; the query as translated and the details are in the table."""
    limits, filters = list(_limits(lock)), list(_filters(lock))
    return " ".join(
        (
            _searched(lock),
            f"The query was: {lock.query}.",
            *([f"Limits: {'; '.join(limits)}."] if limits else ["No limit was set."]),
            *([f"Search filter: {'; '.join(filters)}."] if filters else ["No search filter was used."]),
            f"{_capital(_counts(lock))}.",
            *_updates(lock),
            *_alterations(lock),
            *_losses(lock),
            "This search asked no other source, and its strategy was not peer reviewed.",
        )
    )


def moment(instant: str) -> str:
    """An instant of a lock as a sentence has it: '2026-11-22 12:00 UTC'."""
    return f"{instant[:10]} {instant[11:16]} UTC"


def _searched(lock: SearchLock) -> str:
    when = f"on {moment(lock.asked.when)} with {lock.asked.tool}"
    if lock.is_rehearsal:
        return f"This is a rehearsal, not a search of PubMed: {lock.asked.interface}, answered {when}."
    return f"{lock.asked.database} was searched through the {lock.asked.interface} {when}."


def _platform(lock: SearchLock) -> str:
    if lock.is_rehearsal:
        return f"a rehearsal, not {lock.asked.database}: {lock.asked.interface}"
    return f"{lock.asked.database}, through the {lock.asked.interface}"


def _limits(lock: SearchLock) -> Iterator[str]:
    """Limits stand in the query itself: a range of publication dates, languages."""
    terms = sent_terms(_without_filters(lock.query))
    yield from (f"publication date {_range(term)}" for term in terms if term.field == "dp")
    languages = [term.text for term in terms if term.field == "la"]
    if languages:
        yield f"language {' or '.join(languages)}"


def _range(term: SentTerm) -> str:
    """PubMed's far ends, the years 1000 and 3000, stand for no end."""
    first, _, last = term.text.partition(":")
    ends = (f"from {first}" if first[:4] > "1000" else "", f"until {last}" if last and last[:4] < "3000" else "")
    return " ".join(end for end in ends if end) or "any"


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
    yield from (f"{moment(update.when)} (update)" for update in lock.updates)


def _updates(lock: SearchLock) -> Iterator[str]:
    for update in lock.updates:
        again = f", {len(update.not_found_again):,} not found again" if update.not_found_again else ""
        found = f"{_hits(update.count)}, {len(update.added):,} new{again}"
        yield f"The search was repeated on {moment(update.when)}: {found}."


def _counts(lock: SearchLock) -> str:
    """Hits, and how many of everything that was ever found is here."""
    together = f", {len(lock.pmids):,} with its updates" if lock.updates else ""
    sliced = f", taken in {len(lock.slices):,} ranges of PMIDs whose counts add up" if lock.slices else ""
    if not lock.pmids:
        return "the search found no record"
    got = f"all {lock.retrieved:,}" if lock.retrieved == len(lock.pmids) else f"{lock.retrieved:,}"
    verb = "was" if lock.retrieved == 1 else "were"
    return f"the search found {_hits(lock.count)}{sliced}{together}; {got} {verb} retrieved"


def _alterations(lock: SearchLock) -> Iterator[str]:
    if lock.altered.dropped:
        yield f"PubMed left out or did not find: {'; '.join(lock.altered.dropped)}."
    if lock.accepted:
        yield f"The project had accepted this for: {'; '.join(lock.accepted)}."
    if lock.altered.not_in_translation:
        yield f"Not in the query as PubMed translated it: {'; '.join(lock.altered.not_in_translation)}."
    if lock.translation is None:
        yield "PubMed did not say how it translated the query."


def _losses(lock: SearchLock) -> Iterator[str]:
    parts = (
        (lock.missing, "not delivered, although asked for twice"),
        (lock.unreadable, "delivered broken and not readable"),
        (lock.deleted, "found by an earlier search and no longer in PubMed"),
    )
    for pmids, said in parts:
        if pmids:
            yield f"{_records(len(pmids))} {said}: PMID {', '.join(map(str, pmids))}."


def _hits(count: int) -> str:
    return "no record" if count == 0 else _records(count)


def _records(count: int) -> str:
    return f"{count:,} {'record' if count == 1 else 'records'}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
