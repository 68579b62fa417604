"""What a search found, and what it says about the query."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Found:
    """The outcome of one query.

    Attributes:
        pmids: All hits, in no order.
        translation: QueryTranslation.
        translations: TranslationSet, pairs of From and To.
        not_found: PhraseNotFound.
        quoted_not_found: QuotedPhraseNotFound.
        tag_ignored: Whether a tag was passed over: PubMed then sends an empty ErrorList, its only sign.
    """

    pmids: frozenset[int]
    translation: str = ""
    translations: tuple[tuple[str, str], ...] = ()
    not_found: tuple[str, ...] = ()
    quoted_not_found: tuple[str, ...] = ()
    tag_ignored: bool = False
