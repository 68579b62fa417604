"""Whether PubMed searched for everything that it was asked for."""

from claimbook.pubmed.query.build import Query
from claimbook.pubmed.query.fields import EXPANDED
from claimbook.pubmed.query.sent import sent_terms


def missing_from(query: Query, translation: str) -> tuple[str, ...]:
    """Terms that were sent and do not stand in PubMed's own translation of the query.

    Subsets, filters, dates and journals are left out, because PubMed replaces them by something longer.

    Args:
        query: what was sent.
        translation: ``QueryTranslation`` of the answer.

    Returns:
        The missing terms as they were sent, in their order. An empty translation tells nothing, so that nothing is
        missing from it; it is the caller who must notice that PubMed gave none.
    """
    if not translation.strip():
        return ()
    answered = sent_terms(translation)
    with_field = {term.key for term in answered}
    words = {term.key.rpartition(" [")[0] for term in answered}
    return tuple(
        term.as_sent
        for term in query.terms
        if term.field not in EXPANDED
        and term.key not in with_field
        and not (term.key.endswith(" []") and term.key[:-3] in words)
    )
