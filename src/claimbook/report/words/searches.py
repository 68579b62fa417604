"""How far the search of a claim was run and looked through, in words; a failed search is never told as an empty one."""

from collections.abc import Iterator

from claimbook.language.said import counted, joined, said
from claimbook.model.screening import Screening
from claimbook.model.search import SearchFailure
from claimbook.model.study import Collection
from claimbook.pubmed.lock.heard import heard
from claimbook.report.words.verdicts import Silence

_RUN = said("run")


def by_the_table(collection: Collection) -> tuple[str, str]:
    """What the table itself says of its search, where nothing else is known of one."""
    if collection.pubmed_search == "run":
        return _RUN, said("The search was run.")
    return Silence.NOT_LOOKED, said("No PubMed search has been run yet; the words for it are prepared.")


def search_state(screening: Screening, collection: Collection) -> tuple[str, str]:
    """Whether PubMed was searched for a claim, in a word and in sentences."""
    if screening.state == "failed":
        return Silence.FAILED, _failed(screening)
    if screening.rehearsal:
        sentences = (rehearsal_words(screening), said("PubMed itself was not searched."))
        return Silence.NOT_LOOKED, joined(" ", sentences)
    if screening.state == "searched":
        return _how_far(screening), joined(" ", (search_in_short(screening), *later(screening)))
    return by_the_table(collection)


def _how_far(screening: Screening) -> str:
    if screening.truncated:
        return said("run, not all looked at")
    return Silence.NONE_FOUND if screening.found_nothing else _RUN


def found_words(screening: Screening) -> str:
    """How many records were found, looked at, waiting and lost, in one line; zero only where PubMed counted zero."""
    if screening.identified:
        return joined(", ", _found(screening))
    if screening.altered:
        return said("it found no record for what it made of the query")
    return said("it found no record")


def _found(screening: Screening) -> Iterator[str]:
    yield counted("{n} record found", "{n:,} records found", screening.identified)
    yield said("{n:,} looked at", n=len(screening.looked_at))
    yield counted("{n:,} waiting for a person", "{n:,} waiting for a person", len(screening.waiting))
    if lost := len(screening.missing) + len(screening.unreadable):
        yield said("{n:,} not delivered or not readable", n=lost)
    if screening.deleted:
        yield said("{n:,} no longer in PubMed", n=len(screening.deleted))


def warnings(screening: Screening) -> Iterator[str]:
    """What a reader must know before the numbers: rehearsal, failure, alteration, what is missing or waiting."""
    if screening.rehearsal:
        no_search = said("This is not a PubMed search, and nothing of it is weighed.")
        yield joined(" ", (rehearsal_words(screening), no_search))
    if screening.state == "failed":
        yield _failed(screening)
    yield from later(screening)
    if screening.altered and screening.lock is not None:
        terms = ", ".join(screening.lock.altered.everything)
        yield said("PubMed did not search for everything that it was asked: {terms}.", terms=terms)
    if lost := len(screening.missing) + len(screening.unreadable):
        yield counted(
            "The search is incomplete: {n} record was found and could not be had. What is in them is not known.",
            "The search is incomplete: {n:,} records were found and could not be had. What is in them is not known.",
            lost,
        )
    if screening.waiting:
        yield _waiting(screening)


def _waiting(screening: Screening) -> str:
    waits = counted(
        "{n} record that was found waits for a person.",
        "{n:,} records that were found wait for a person.",
        len(screening.waiting),
    )
    not_counted = said("They are not counted as evidence, neither for nor against.")
    capped = said(
        "They are not counted as evidence, neither for nor against; "
        "as long as they wait, certainty is at most moderate."
    )
    return joined(" ", (waits, not_counted if screening.rehearsal else capped))


def rehearsal_words(screening: Screening) -> str:
    """Who was asked in place of PubMed, and when."""
    asked = heard(screening.lock.asked.interface) if screening.lock else said("another host")
    found = found_words(screening)
    return said("Rehearsal on {date}: {interface}; {found}.", date=screening.date, interface=asked, found=found)


def later(screening: Screening) -> Iterator[str]:
    """A later attempt that failed, beside the lock of an earlier search."""
    if screening.lock is not None and screening.failure is not None:
        yield said(
            "A later attempt failed on {date} ({interface}: {reason}); what stands here is of the earlier search.",
            **_attempt(screening.failure),
        )


def _failed(screening: Screening) -> str:
    failure = screening.failure
    told = (
        said("The search failed on {date} ({interface}: {reason}).", **_attempt(failure))
        if failure
        else said("The search failed.")
    )
    unknown = said("What PubMed holds is not known; that is not the same as none found.")
    rests = (
        said("The evidence table rests on it, so nothing can be assessed until it is run again.")
        if screening.required
        else said("No verdict here rests on it.")
    )
    return joined(" ", (told, unknown, rests))


def _attempt(failure: SearchFailure) -> dict[str, str]:
    """When an attempt failed, where it was no attempt at PubMed, and why."""
    return {
        "date": failure.asked.when[:10],
        "interface": heard(failure.asked.interface),
        "reason": heard(failure.reason.rstrip(".")),
    }


def search_in_short(screening: Screening) -> str:
    """When PubMed was searched and what became of what it found; nothing where it was not."""
    if not screening.ran:
        return ""
    return said("PubMed was searched on {date}: {found}.", date=screening.date, found=found_words(screening))


def searched_words(screening: Screening | None) -> Iterator[str]:
    """For a terminal: what was found and what a reader must know of it; nothing where nobody has tried."""
    if screening is not None and screening.ran:
        yield search_in_short(screening).removesuffix(".")
    if screening is not None:
        yield from (line.removesuffix(".") for line in warnings(screening))


def claim_search_words(screening: Screening, collection: Collection) -> str:
    """For the top of the page of a claim: whether PubMed was searched, in one sentence."""
    if screening.state == "failed":
        return said("The PubMed search failed, so what PubMed holds is not known.")
    if screening.rehearsal:
        return said("Only a rehearsal of the search was run; PubMed itself was not asked.")
    return search_in_short(screening) or article_search_words((screening,), collection)


def article_search_state(screenings: tuple[Screening, ...], collection: Collection) -> tuple[str, str]:
    """Whether PubMed was searched for the claims of an article, in a word and a sentence."""
    if all(screening.state == "not searched" for screening in screenings):
        return by_the_table(collection)
    words, ran = article_search_words(screenings, collection), sum(screening.ran for screening in screenings)
    if ran == len(screenings):
        return _RUN, words
    if ran:
        return said("run for {ran:,} of {all:,} claims", ran=ran, all=len(screenings)), words
    failed = any(screening.state == "failed" for screening in screenings)
    return Silence.FAILED if failed else Silence.NOT_LOOKED, words


def article_search_words(screenings: tuple[Screening, ...], collection: Collection) -> str:
    """The same for all claims of an article in one sentence."""
    if any(screening.state != "not searched" for screening in screenings):
        return joined("", (joined("; ", _clauses(screenings)), "."))
    if collection.pubmed_search == "run":
        return said("A PubMed search has been run.")
    return said("No PubMed search has been run yet.")


def _clauses(screenings: tuple[Screening, ...]) -> Iterator[str]:
    if ran := sum(screening.ran for screening in screenings):
        total = counted("{n} claim", "{n} claims", len(screenings))
        yield said("PubMed has been searched for {ran} of {claims}", ran=ran, claims=total)
    else:
        yield said("No PubMed search has succeeded yet")
    if failed := sum(screening.failure is not None for screening in screenings):
        yield said("the last attempt failed for {n}", n=failed)
    if waiting := sum(len(screening.waiting) for screening in screenings if screening.ran):
        yield counted("{n} record waits for a person", "{n:,} records wait for a person", waiting)
    if any(screening.rehearsal for screening in screenings):
        yield said("a rehearsal is no PubMed search")
