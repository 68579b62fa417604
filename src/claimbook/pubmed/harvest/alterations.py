"""Whether PubMed searched for what it was asked."""

from collections.abc import Iterable

from claimbook.model.search import Altered, Warned
from claimbook.pubmed.query import Query, missing_from

SAYS_DROPPED = frozenset({"PhraseNotFound", "QuotedPhraseNotFound", "FieldNotFound", "PhraseIgnored"})
"""Warnings that a part of the query was left out or read otherwise. An OutputMessage ('No items found.', a smaller
window) says nothing about the query. (E-utilities, esearch.dtd: ErrorList and WarningList.)"""


def altered(query: Query, translation: str | None, warnings: Iterable[Warned]) -> Altered:
    """What PubMed says that it dropped, and what does not appear in its translation of the query."""
    dropped = tuple(dict.fromkeys(one.text for one in warnings if one.kind in SAYS_DROPPED))
    unseen = missing_from(query, translation or "")
    named = {_bare(text) for text in dropped}
    return Altered(dropped=dropped, not_in_translation=tuple(term for term in unseen if _bare(term) not in named))


def accepted(query: Query, change: Altered) -> tuple[str, ...]:
    """The alterations that the claim file accepts."""
    return tuple(term for term in change.everything if query.accepts(term))


def refused(query: Query, change: Altered) -> tuple[str, ...]:
    """What PubMed dropped without the claim file accepting it: the number of hits does not answer the query."""
    return tuple(term for term in change.dropped if not query.accepts(term))


def _bare(term: str) -> str:
    """A term without quotation marks and tag, as PubMed may name it in a warning."""
    return term.partition("[")[0].replace('"', "").strip().casefold()
