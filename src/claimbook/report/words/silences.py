"""What was looked for and what was not, so that nothing found is never mistaken for nothing looked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimbook.language.said import said
from claimbook.model.claim import Article, Claim
from claimbook.model.search_terms import Concept
from claimbook.model.study import Collection
from claimbook.report.words.notices import NOT_ASKED
from claimbook.report.words.searches import by_the_table
from claimbook.report.words.verdicts import Silence, studies


@dataclass(frozen=True)
class Looked:
    """One way of looking for evidence: whether it was done, and what is known about it."""

    what: str
    state: str
    words: str


@dataclass(frozen=True)
class Asked:
    """What PubMed was asked beyond the table itself, each as a state and its words."""

    search: tuple[str, str] | None = None
    """Left out: what the table says of its search."""
    notices: tuple[str, str] = NOT_ASKED


def looked_for(
    collection: Collection, coded: int, read_in_full: Sequence[str] = (), asked: Asked | None = None
) -> tuple[Looked, ...]:
    """Every way of looking that a reader might expect, done or not.

    Args:
        collection: how the table came to be.
        coded: how many studies were looked at.
        read_in_full: names of the people who checked risk of bias in full texts.
        asked: what PubMed was asked; left out, nothing was.
    """
    known = asked or Asked()
    return (
        *_by_hand(collection, coded),
        Looked(said("PubMed search"), *(known.search or by_the_table(collection))),
        Looked(said("Registries"), _recorded(collection), collection.registries),
        _full_texts(coded, read_in_full),
        Looked(said("Retraction notices"), *known.notices),
        _codings(coded, collection.reviewed_by),
    )


def _by_hand(collection: Collection, coded: int) -> Iterator[Looked]:
    if collection.date is None:
        yield Looked(said("Studies"), Silence.NOT_LOOKED, said("Nobody has collected studies by hand yet."))
        return
    by_hand = said("{method} {studies} looked at.", method=collection.method, studies=studies(coded))
    yield Looked(said("Studies"), said("collected by hand on {date}", date=collection.date), by_hand)
    yield Looked(said("What was read of each"), said("abstract level"), collection.level)


def _recorded(collection: Collection) -> str:
    """What the table says of registries is its own words; without a table nobody looked."""
    return Silence.NOT_LOOKED if collection.date is None else said("as recorded")


def _full_texts(coded: int, read_in_full: Sequence[str]) -> Looked:
    what = said("Full texts")
    if not coded:
        return Looked(what, Silence.NOT_LOOKED, said("No full paper was read."))
    if not read_in_full:
        return Looked(
            what, Silence.NOT_LOOKED, said("No full paper was read, so risk of bias is judged from abstracts.")
        )
    words = said(
        "Risk of bias was checked in full texts where this is said, by {people}; nothing else was.",
        people=", ".join(read_in_full),
    )
    return Looked(what, said("in part"), words)


def _codings(coded: int, reviewed_by: str | None) -> Looked:
    if not coded:
        return Looked(said("Codings"), said("none yet"), said("No study was looked at, so there is nothing to code."))
    unread = said("No independent editor has reviewed them.")
    words = said("Checked by {person}.", person=reviewed_by) if reviewed_by else unread
    return Looked(said("Codings"), said("the project's own"), words)


@dataclass(frozen=True)
class Words:
    """One part of the prepared search: free words and MeSH headings."""

    part: str
    terms: tuple[str, ...]
    mesh: tuple[str, ...]


def prepared_search(article: Article, claim: Claim) -> tuple[Words, ...]:
    """The words with which the claim's studies will be searched, part by part."""
    search = claim.search
    parts = (
        (said("Intervention"), search.intervention),
        (said("Population"), search.population),
        (said("Outcome"), search.outcome),
    )
    return tuple(_words(part, [_concept(article, claim, name) for name in names]) for part, names in parts if names)


def _concept(article: Article, claim: Claim, name: str) -> Concept:
    """The claim's own words under this name and the article's; either may be missing, never both."""
    found = [concepts[name] for concepts in (article.concepts, claim.concepts) if name in concepts]
    terms = tuple(term for concept in found for term in concept.terms) or (name,)
    return Concept(terms=terms, mesh=tuple(heading for concept in found for heading in concept.mesh))


def _words(part: str, concepts: list[Concept]) -> Words:
    terms = dict.fromkeys(str(term) for concept in concepts for term in concept.terms)
    mesh = dict.fromkeys(str(heading) for concept in concepts for heading in concept.mesh)
    return Words(part, tuple(terms), tuple(mesh))
