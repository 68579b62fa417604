"""The linter for whole queries: it tells what PubMed would silently read otherwise than it is written."""

from claimbook.pubmed.query.characters import odd_characters
from claimbook.pubmed.query.faults import Fault, fault
from claimbook.pubmed.query.structure import structure_faults
from claimbook.pubmed.query.term_faults import term_faults
from claimbook.pubmed.query.tokens import Term, items_of, tokenize


def lint(text: str) -> tuple[Fault, ...]:
    """Everything in a query that PubMed would rewrite, ignore or guess at, in the order of the text.

    Args:
        text: a query of any length, as it would be sent.

    Returns:
        Faults and warnings; each has its position in the text. A query runs as it is written when none is a fault.
    """
    if not text.strip():
        return (fault("empty-query", "this query is empty", 0),)
    items = items_of(tokenize(text))
    terms = [item for item in items if isinstance(item, Term)]
    found = [
        *odd_characters(text),
        *structure_faults(items),
        *(one for term in terms for one in term_faults(term)),
    ]
    return tuple(sorted(found, key=lambda one: one.position))


def refused(text: str) -> tuple[Fault, ...]:
    """The faults of a query without the warnings."""
    return tuple(one for one in lint(text) if not one.warning)
