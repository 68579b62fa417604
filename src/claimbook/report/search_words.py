"""How far the search of a claim was run and looked through, in words; a failed search is never told as an empty one."""

from collections.abc import Iterator

from claimbook.model.screening import Screening
from claimbook.model.search import SearchFailure
from claimbook.model.study import Collection
from claimbook.report.words import Silence, count_of


def by_the_table(collection: Collection) -> tuple[str, str]:
    """What the table itself says of its search, where nothing else is known of one."""
    if collection.pubmed_search == "run":
        return "run", "The search was run."
    return Silence.NOT_LOOKED, "No PubMed search has been run yet; the words for it are prepared."


def search_state(screening: Screening, collection: Collection) -> tuple[str, str]:
    """Whether PubMed was searched for a claim, in a word and in sentences."""
    if screening.state == "failed":
        return Silence.FAILED, _failed(screening)
    if screening.rehearsal:
        return Silence.NOT_LOOKED, f"{rehearsal_words(screening)} PubMed itself was not searched."
    if screening.state == "searched":
        return _how_far(screening), " ".join((search_in_short(screening), *later(screening)))
    return by_the_table(collection)


def _how_far(screening: Screening) -> str:
    if screening.truncated:
        return "run, not all looked at"
    return Silence.NONE_FOUND if screening.found_nothing else "run"


def found_words(screening: Screening) -> str:
    """How many records were found, looked at, waiting and lost, in one line; zero only where PubMed counted zero."""
    if not screening.identified:
        return "it found no record" + (" for what it made of the query" if screening.altered else "")
    lost = len(screening.missing) + len(screening.unreadable)
    parts = [
        f"{count_of(screening.identified, 'record', 'records')} found",
        f"{len(screening.looked_at):,} looked at",
        f"{len(screening.waiting):,} waiting for a person",
    ]
    if lost:
        parts.append(f"{lost:,} not delivered or not readable")
    if screening.deleted:
        parts.append(f"{len(screening.deleted):,} no longer in PubMed")
    return ", ".join(parts)


def warnings(screening: Screening) -> Iterator[str]:
    """What a reader must know before the numbers: rehearsal, failure, alteration, what is missing or waiting."""
    if screening.rehearsal:
        yield f"{rehearsal_words(screening)} This is not a PubMed search, and nothing of it is weighed."
    if screening.state == "failed":
        yield _failed(screening)
    yield from later(screening)
    if screening.altered and screening.lock is not None:
        yield f"PubMed did not search for everything that it was asked: {', '.join(screening.lock.altered.everything)}."
    lost = len(screening.missing) + len(screening.unreadable)
    if lost:
        yield (
            f"The search is incomplete: {count_of(lost, 'record was', 'records were')} found and could not be had. "
            "What is in them is not known."
        )
    if screening.waiting:
        yield _waiting(screening)


def _waiting(screening: Screening) -> str:
    number = count_of(len(screening.waiting), "record that was found waits", "records that were found wait")
    weighed = "" if screening.rehearsal else "; as long as they wait, certainty is at most moderate"
    return f"{number} for a person. They are not counted as evidence, neither for nor against{weighed}."


def rehearsal_words(screening: Screening) -> str:
    """Who was asked in place of PubMed, and when."""
    asked = screening.lock.asked.interface if screening.lock else "another host"
    return f"Rehearsal on {screening.date}: {asked}; {found_words(screening)}."


def later(screening: Screening) -> Iterator[str]:
    """A later attempt that failed, beside the lock of an earlier search."""
    if screening.lock is not None and screening.failure is not None:
        yield f"A later attempt {_attempt(screening.failure)}; what stands here is of the earlier search."


def _failed(screening: Screening) -> str:
    failure = screening.failure
    told = f"The search {_attempt(failure)}." if failure else "The search failed."
    rests = (
        "The evidence table rests on it, so nothing can be assessed until it is run again."
        if screening.required
        else "The studies were collected by hand, so the verdicts do not rest on it."
    )
    return f"{told} What PubMed holds is not known; that is not the same as none found. {rests}"


def _attempt(failure: SearchFailure) -> str:
    """When an attempt failed, where it was no attempt at PubMed, and why."""
    return f"failed on {failure.asked.when[:10]} ({failure.asked.interface}: {failure.reason.rstrip('.')})"


def search_in_short(screening: Screening) -> str:
    """When PubMed was searched and what became of what it found; nothing where it was not."""
    return f"PubMed was searched on {screening.date}: {found_words(screening)}." if screening.ran else ""


def searched_words(screening: Screening | None) -> Iterator[str]:
    """For a terminal: what was found and what a reader must know of it; nothing where nobody has tried."""
    if screening is not None and screening.ran:
        yield search_in_short(screening).removesuffix(".")
    if screening is not None:
        yield from (line.removesuffix(".") for line in warnings(screening))


def claim_search_words(screening: Screening, collection: Collection) -> str:
    """For the top of the page of a claim: whether PubMed was searched, in one sentence."""
    if screening.state == "failed":
        return "The PubMed search failed, so what PubMed holds is not known."
    if screening.rehearsal:
        return "Only a rehearsal of the search was run; PubMed itself was not asked."
    return search_in_short(screening) or article_search_words((screening,), collection)


def article_search_state(screenings: tuple[Screening, ...], collection: Collection) -> tuple[str, str]:
    """Whether PubMed was searched for the claims of an article, in a word and a sentence."""
    if all(screening.state == "not searched" for screening in screenings):
        return by_the_table(collection)
    ran = sum(screening.ran for screening in screenings)
    failed = any(screening.state == "failed" for screening in screenings)
    some = "run" if ran == len(screenings) else f"run for {ran:,} of {len(screenings):,} claims"
    nothing = Silence.FAILED if failed else Silence.NOT_LOOKED
    return some if ran else nothing, article_search_words(screenings, collection)


def article_search_words(screenings: tuple[Screening, ...], collection: Collection) -> str:
    """The same for all claims of an article in one sentence."""
    if all(screening.state == "not searched" for screening in screenings):
        return (
            "A PubMed search has been run."
            if collection.pubmed_search == "run"
            else "No PubMed search has been run yet."
        )
    total = count_of(len(screenings), "claim", "claims")
    ran = sum(screening.ran for screening in screenings)
    parts = [f"PubMed has been searched for {ran} of {total}" if ran else "No PubMed search has succeeded yet"]
    failed = sum(screening.failure is not None for screening in screenings)
    waiting = sum(len(screening.waiting) for screening in screenings if screening.ran)
    if failed:
        parts.append(f"the last attempt failed for {failed}")
    if waiting:
        parts.append(f"{count_of(waiting, 'record waits', 'records wait')} for a person")
    if any(screening.rehearsal for screening in screenings):
        parts.append("a rehearsal is no PubMed search")
    return f"{'; '.join(parts)}."
