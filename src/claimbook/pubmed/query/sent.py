"""The terms of a query or of a translation in a form in which they can be compared."""

import re
import unicodedata
from dataclasses import dataclass

from claimbook.pubmed.query.fields import Field, read_tag
from claimbook.pubmed.query.tokens import Term, items_of, tokenize

_ASCII_PUNCTUATION = re.compile(r"[!-)+-/:-@\[-`{-~]+")  # all but *, which is part of what is asked for


@dataclass(frozen=True)
class SentTerm:
    """One term that PubMed is asked for."""

    text: str
    """Its words, without quotation marks and tag."""
    field: str | None
    """Short tag of its field, such as ``tiab``; None where it has none, or one that PubMed does not know."""
    as_sent: str
    """As the query holds it: ``"backward walking"[tiab:~2]``."""
    key: str
    """Words and field in one form for all spellings of both."""


def sent_terms(text: str) -> tuple[SentTerm, ...]:
    """The terms of a query, each once; a tag that belongs to no term counts as one, for it was meant for some."""
    found: dict[str, SentTerm] = {}
    for item in items_of(tokenize(text)):
        if isinstance(item, Term):
            field = read_tag(item.tag.text) if item.tag else None
            term = SentTerm(item.text, field.name if field else None, item.as_sent, _key(item, field))
            found.setdefault(term.key, term)
        elif item.kind == "tag":
            found.setdefault(item.text, SentTerm("", read_tag(item.text).name, item.text, f"{item.text} of a group"))
    return tuple(found.values())


def normal(text: str) -> str:
    """Words as PubMed's translation prints them: in lower case, with a space for punctuation, without accents."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if unicodedata.category(char) != "Mn")
    return " ".join(_ASCII_PUNCTUATION.sub(" ", plain.casefold()).split())


def same_words(one: str, other: str) -> bool:
    """Whether two terms are the same words, whatever their quotation marks and tags."""
    return _words(one) == _words(other)


def _words(text: str) -> str:
    terms = [item for item in items_of(tokenize(text)) if isinstance(item, Term)]
    return " ".join(normal(term.text) for term in terms)


def _key(term: Term, field: Field | None) -> str:
    words = normal(term.text)
    if term.tag is None or field is None:
        return f"{words} []"
    modifier = f"~{field.within}" if field.within is not None else field.modifier
    return f"{words} [{field.name or term.tag.text.strip('[]').casefold()}:{modifier}]"
