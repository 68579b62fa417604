"""From the concepts of a claim to the query that is sent: intervention AND (population OR outcome)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from claimbook.model.claim import Article, Claim
from claimbook.model.problems import Problem, ProblemsFoundError, problem
from claimbook.model.search_terms import Concept
from claimbook.pubmed.query.concept_terms import (
    heading_faults,
    language_faults,
    sent_heading,
    sent_language,
    sent_term,
    term_text_faults,
)
from claimbook.pubmed.query.dates import date_range
from claimbook.pubmed.query.faults import Fault
from claimbook.pubmed.query.filters import FILTERS, DesignFilter
from claimbook.pubmed.query.lint import refused
from claimbook.pubmed.query.sent import SentTerm, same_words, sent_terms

_WIDTH = 100
_INDENT = "  "
_BEHIND_OPERATORS = re.compile(r"(?<= OR) |(?<= AND) |(?<= NOT) ")


@dataclass(frozen=True)
class Query:
    """A PubMed query, as it is sent and as a person reads it."""

    text: str
    """One line, as it is sent."""
    readable: str
    """The same query on many lines, one OR group for each part; only spaces and line ends differ."""
    filter: DesignFilter | None = None
    """The published filter in it, for its citation."""
    accepted: tuple[str, ...] = ()
    """Terms that the editor knows to be missing from PubMed's index."""

    @cached_property
    def terms(self) -> tuple[SentTerm, ...]:
        """Every term that PubMed is asked for, each once, in the order of the query."""
        return sent_terms(self.text)

    def accepts(self, phrase: str) -> bool:
        """Whether the search goes on although PubMed does not know this phrase.

        Args:
            phrase: as ``missing_from`` or PubMed's own warning gives it, with or without quotation marks and tag.
        """
        return any(same_words(phrase, accepted) for accepted in self.accepted)


@dataclass(frozen=True)
class _Group:
    """Parts of a query with the operator between them; parts are terms as they are sent, or groups."""

    parts: tuple["_Group | str", ...]
    operator: str = "OR"
    wrapped: bool = field(default=True)
    """False for the outermost group, which needs no parentheses."""


def query_of(article: Article, claim: Claim) -> Query:
    """The query that finds the studies of a claim.

    Args:
        article: holds the concepts that its claims share.
        claim: names the concepts of its search, and may hold some of its own.

    Raises:
        ProblemsFoundError: the search names an unknown concept, or holds a term that PubMed would rewrite.
    """
    search = claim.search
    _refuse(_faults(article, claim))
    design = FILTERS[search.filter] if search.filter else None
    dates = date_range(search.first_day, search.last_day)
    about = [group for names in (search.population, search.outcome) if (group := _part(article, claim, names))]
    whole = _Group(
        tuple(
            part
            for part in (
                _part(article, claim, search.intervention),
                _Group(tuple(about)) if len(about) > 1 else next(iter(about), None),
                _Group((design.text,)) if design else None,
                _Group(tuple(map(sent_language, search.languages))) if search.languages else None,
                dates,
            )
            if part is not None
        ),
        "AND",
        wrapped=False,
    )
    query = Query(_on_one_line(whole), "\n".join(_lines(whole, "")), design, search.accept)
    _refuse(refused(query.text))
    return query


def concept_of(article: Article, claim: Claim, name: str) -> Concept | None:
    """What claim and article together say under this name; None where neither says anything."""
    found = [concepts[name] for concepts in (article.concepts, claim.concepts) if name in concepts]
    if not found:
        return None
    terms = tuple(term for concept in found for term in concept.terms)
    return Concept(terms=terms, mesh=tuple(heading for concept in found for heading in concept.mesh))


def _part(article: Article, claim: Claim, names: Sequence[str]) -> _Group | None:
    """One part of the search: every term and heading of its concepts with OR between them, each once."""
    concepts = [_known(article, claim, name) for name in names]
    terms = [sent_term(term) for concept in concepts for term in concept.terms]
    headings = [sent_heading(heading) for concept in concepts for heading in concept.mesh]
    return _Group(tuple(dict.fromkeys([*terms, *headings]))) if concepts else None


def _known(article: Article, claim: Claim, name: str) -> Concept:
    concept = concept_of(article, claim, name)
    if concept is None:
        raise problem("unknown-concept", f"the search of '{claim.id}' names the unknown concept '{name}'")
    return concept


def _faults(article: Article, claim: Claim) -> Iterator[Fault]:
    """What is wrong with single terms; once they stand between quotation marks, some of it could not be seen."""
    search = claim.search
    for name in (*search.intervention, *search.population, *search.outcome):
        concept = _known(article, claim, name)
        for term in concept.terms:
            yield from term_text_faults(term)
        for heading in concept.mesh:
            yield from heading_faults(heading)
    for language in search.languages:
        yield from language_faults(language)


def _refuse(faults: Iterable[Fault]) -> None:
    problems = [Problem(one.code, one.message, hint=f"{one.pubmed}; {one.write}") for one in faults]
    if problems:
        raise ProblemsFoundError(problems)


def _on_one_line(part: _Group | str) -> str:
    if isinstance(part, str):
        return part
    inside = f" {part.operator} ".join(_on_one_line(each) for each in part.parts)
    return f"({inside})" if part.wrapped else inside


def _lines(part: _Group | str, indent: str) -> list[str]:
    """The part on as many lines as a reader needs: terms fill the lines, groups stand below each other."""
    if isinstance(part, str):
        return [indent + part]
    if not any(isinstance(each, _Group) for each in part.parts):
        return _filled(part, indent)
    deeper = indent + _INDENT if part.wrapped else indent
    lines = [line for number, each in enumerate(part.parts) for line in _joined(part.operator, number, each, deeper)]
    return [f"{indent}(", *lines, f"{indent})"] if part.wrapped else lines


def _joined(operator: str, number: int, part: _Group | str, indent: str) -> list[str]:
    """The lines of a part, with the operator before it unless it is the first."""
    first, *rest = _lines(part, indent)
    return [f"{indent}{operator} {first.removeprefix(indent)}" if number else first, *rest]


def _filled(group: _Group, indent: str) -> list[str]:
    """A group of terms on lines that are broken behind operators only; no term holds one."""
    first, *pieces = _BEHIND_OPERATORS.split(_on_one_line(group))
    lines = [indent + first]
    for piece in pieces:
        if len(lines[-1]) + 1 + len(piece) > _WIDTH:
            lines.append(indent + _INDENT + piece)
        else:
            lines[-1] += f" {piece}"
    return lines
