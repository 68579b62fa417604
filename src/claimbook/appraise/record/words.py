"""The words of a record that are shown beside a proposal. Each occurs in the record, or nothing is shown at all."""

import unicodedata
from collections.abc import Iterable, Iterator

from claimbook.appraise.text.reading import Text
from claimbook.model.appraisal import Span
from claimbook.model.record import Record

LONGEST = 600
"""Signs of one quotation; a sentence that is longer is quoted around the words that were read."""
_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp"})
"""Categories of signs that no reader sees, and that could end a line of a file or turn its direction."""


class NotVerbatimError(Exception):
    """Words are about to be shown as a quotation that do not stand in the record. A mistake of the program."""


def in_one_line(words: str) -> str:
    """The same words in one line: every kind of white space is a space, signs that nobody sees are left out."""
    seen = (one for one in words if one.isspace() or unicodedata.category(one) not in _UNSEEN)
    return " ".join("".join(seen).split())


def quoted(text: Text, span: Span) -> str:
    """The words that were read."""
    return in_one_line(text.quote(span))


def sentence_around(text: Text, span: Span) -> str:
    """The sentence in which the words stand; a part of a very long one; the words alone where they leave it."""
    for sentence in text.sentences:
        if sentence.span.holds(span):
            start = max(0, span.start - sentence.start - LONGEST // 2)
            cut = sentence.text if len(sentence.text) <= LONGEST else sentence.text[start : start + LONGEST]
            return in_one_line(cut)
    return quoted(text, span)


def check_verbatim(record: Record, quotations: Iterable[str]) -> None:
    """Look every quotation up in the record itself.

    Raises:
        NotVerbatimError: one of them stands neither in the title, nor in a section, nor among the indexing.
    """
    held = [in_one_line(words) for words in _words_of(record)]
    for quotation in quotations:
        if not any(quotation in words for words in held):
            raise NotVerbatimError(f"PMID {record.pmid} does not say: {quotation!r}")


def _words_of(record: Record) -> Iterator[str]:
    yield record.title
    yield from (section.text for section in record.abstract)
    yield from (one.name for one in record.types)
    yield from (heading.name for heading in record.mesh)
    yield from (keyword.text for keyword in record.keywords)
    yield from (notice.kind for notice in record.notices)
    yield from (grant.agency for grant in record.grants)
    yield from (one.number for one in record.registry_ids)
    yield record.conflicts
