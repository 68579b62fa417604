"""The searches of an article's files: every term judged where it stands, and the queries of the sound ones."""

from collections.abc import Iterator, Mapping, Sequence

from claimbook.model.claim import Article, Claim
from claimbook.model.problems import Problem
from claimbook.model.search_terms import Concept, Heading, Near
from claimbook.project.documents import ArticleFiles, in_file_order
from claimbook.project.source import Spot
from claimbook.project.words import did_you_mean, quoted
from claimbook.project.yaml_reader import Document, Loc
from claimbook.pubmed.query.build import Query, concept_of, query_of
from claimbook.pubmed.query.concept_terms import heading_faults, language_faults, term_text_faults
from claimbook.pubmed.query.faults import Fault
from claimbook.pubmed.query.sent import same_words

_OWN_NAMES = {  # what its speakers call it, as far as its letters are those of English
    "deutsch": "german",
    "francais": "french",
    "espanol": "spanish",
    "castellano": "spanish",
    "italiano": "italian",
    "portugues": "portuguese",
    "nederlands": "dutch",
    "polski": "polish",
}


def check_searches(files: ArticleFiles) -> tuple[Problem, ...]:
    """Every term, heading and language of an article that PubMed would silently rewrite, with its line and column."""
    found: list[Problem] = []
    if files.article.readable:
        document, article = files.article.readable
        found += _check_concepts(document, article.concepts)
    for document, claim in files.readable_claims.values():
        found += [*_check_concepts(document, claim.concepts), *_check_languages(document, claim)]
        if files.article.value:
            found += _check_accepted(document, claim, files.article.value)
    return in_file_order(found)


def queries_of(files: ArticleFiles, problems: Sequence[Problem]) -> Mapping[str, Query]:
    """The query of each claim whose files have none of these problems, under the name of the claim."""
    broken = {found.place.file for found in problems if found.place}
    article = files.article.value
    if article is None or files.article.file in broken:
        return {}
    return {
        name: query_of(article, claim)
        for name, (document, claim) in files.readable_claims.items()
        if document.source.file not in broken
    }


def _check_concepts(document: Document, concepts: Mapping[str, Concept]) -> Iterator[Problem]:
    for name, concept in concepts.items():
        for index, term in enumerate(concept.terms):
            loc: Loc = ("concepts", name, "terms", index)
            written, at = (term.near, (*loc, "near")) if isinstance(term, Near) else (term, loc)
            yield from _told(document, at, written, term_text_faults(term))
        for index, heading in enumerate(concept.mesh):
            loc = ("concepts", name, "mesh", index)
            named, at = (heading.heading, (*loc, "heading")) if isinstance(heading, Heading) else (heading, loc)
            yield from _told(document, at, named, heading_faults(heading))


def _check_languages(document: Document, claim: Claim) -> Iterator[Problem]:
    for index, language in enumerate(claim.search.languages):
        loc = ("search", "languages", index)
        yield from _told(document, loc, language, language_faults(language))
        if english := _OWN_NAMES.get(language.casefold()):
            message = f"{quoted(language)} is no English name of a language. Did you mean '{english}'?"
            yield document.problem("unknown-language", message, loc, "PubMed knows languages by their English names")


def _check_accepted(document: Document, claim: Claim, article: Article) -> Iterator[Problem]:
    """A term can be done without only where the search has it."""
    known = list(_searched_words(claim, article))
    for index, accepted in enumerate(claim.search.accept):
        if not any(same_words(accepted, word) for word in known):
            message = f"the search has no term {quoted(accepted)} that it could do without"
            hint = "write it as a term or a heading of the search has it, or take it out"
            loc = ("search", "accept", index)
            yield document.problem("unknown-term", f"{message}{did_you_mean(accepted, known)}", loc, hint)


def _searched_words(claim: Claim, article: Article) -> Iterator[str]:
    search = claim.search
    for name in (*search.intervention, *search.population, *search.outcome):
        concept = concept_of(article, claim, name)
        for term in concept.terms if concept else ():
            yield term.near if isinstance(term, Near) else term
        for heading in concept.mesh if concept else ():
            yield heading.heading if isinstance(heading, Heading) else heading


def _told(document: Document, loc: Loc, written: str, faults: Sequence[Fault]) -> Iterator[Problem]:
    """Each kind of fault once, at the character where it first shows."""
    first: dict[str, Fault] = {}
    for one in faults:
        first.setdefault(one.code, one)
    for one in first.values():
        spot = _spot(document, loc, written, one.position)
        yield document.source.problem(one.code, one.message, spot, f"{one.pubmed}; {one.write}")


def _spot(document: Document, loc: Loc, written: str, position: int) -> Spot:
    """The place of a character of a text, or of the text where it is not written in one piece."""
    start = document.spot(loc)
    line = document.source.lines[start.line - 1][start.column - 1 :]
    marks = next((mark for mark in ("", '"', "'") if line.startswith(mark + written)), None)
    return start if marks is None else Spot(start.line, start.column + len(marks) + position)
