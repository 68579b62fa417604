"""What can be wrong with a query: what PubMed would make of it, and how to write it instead.

Unless another source is named, what PubMed does was observed on the live service in September and October 2026.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_GUIDE = "PubMed User Guide"


@dataclass(frozen=True)
class Fault:
    """One thing in a query that PubMed would silently read otherwise than it is written."""

    code: str
    """Short stable name, such as ``unknown-tag``."""
    message: str
    """One sentence without a final stop."""
    position: int
    """Index of the character in the text, counted from zero."""
    pubmed: str
    """What PubMed would do with it, with figures and source where they are known."""
    write: str
    """How to write it."""
    warning: bool = False
    """True where the query runs as it is written, but perhaps not as it was meant."""


@dataclass(frozen=True)
class _Kind:
    pubmed: str
    write: str
    warning: bool = False


_NO_WORD = "PubMed says nothing of it"
_KINDS: Mapping[str, _Kind] = {
    "empty-query": _Kind("PubMed answers with an error or with nothing", "name at least one term"),
    "unknown-tag": _Kind(
        f"PubMed ignores the tag and searches the bare words everywhere; asthma[foo] found 246,024 records; {_NO_WORD}",
        "use a tag of the PubMed User Guide, such as [tiab], [ti], [mh] or [pt]",
    ),
    "tag-on-group": _Kind(
        "PubMed ignores a tag behind a parenthesis and searches everywhere; (asthma OR copd)[tiab] found 351,416 "
        f"records, with a tag on each word 257,958; {_NO_WORD}",
        "put the tag behind each term inside the parentheses",
    ),
    "tag-without-term": _Kind("PubMed has nothing to apply the tag to", "put it right behind a term, or take it out"),
    "two-tags": _Kind(
        "what PubMed does with the second tag is not known", "write the term twice, with one tag each and OR between"
    ),
    "short-wildcard": _Kind(
        f"PubMed asks for at least four letters before * ({_GUIDE}; CoLRev search-query rule PUBMED_0003)",
        "write more letters, or the words themselves with OR between them",
    ),
    "wildcard-inside": _Kind(
        f"PubMed truncates only at the end of a word ({_GUIDE})", "put * at the end, or write out the forms of the word"
    ),
    "wildcard-not-last": _Kind(
        f"PubMed truncates only the last word of a phrase ({_GUIDE})", "write out the forms of the first words"
    ),
    "other-wildcard": _Kind(
        "PubMed knows no sign but *, and takes this one for a space", "write out the spellings with OR between them"
    ),
    "other-database": _Kind(
        "PubMed does not know this sign of another database and searches for it as a word",
        'write a field as [tiab], and nearness as "two words"[tiab:~3]',
    ),
    "near-without-quotes": _Kind(
        f"PubMed drops the proximity without quotation marks; {_NO_WORD}", 'write "two words"[tiab:~3]'
    ),
    "near-one-word": _Kind(
        f"PubMed drops the proximity of a single word; {_NO_WORD}", "write two or more words, or leave ~ out"
    ),
    "near-with-wildcard": _Kind(
        f"PubMed drops the proximity where a word is truncated; {_NO_WORD}",
        "write out the words, each pair as a term of its own",
    ),
    "near-wrong-field": _Kind(
        "PubMed drops the proximity in this field; asthma[mh:~3] found 153,321 records, as [mh] does; " + _NO_WORD,
        "use [ti], [tiab] or [ad]",
    ),
    "near-wrong-form": _Kind(f"PubMed drops what follows the colon; {_NO_WORD}", "write ~ and a number: [tiab:~3]"),
    "odd-asterisk": _Kind(
        "PubMed does not truncate at it; with one from a PDF, intervent∗[ti] found 9 records, with * 269,566",  # noqa: RUF001
        "write the * of the keyboard",
    ),
    "odd-character": _Kind(
        "what PubMed does with such a sign is not known, so it is not risked", "write the sign of the keyboard"
    ),
    "unseen-character": _Kind(
        "nobody can see what PubMed is asked", "delete it and write a plain space where one belongs"
    ),
    "html-entity": _Kind(
        "PubMed takes it for words; with &amp; for & a search of 443 records found 0", "write the sign itself"
    ),
    "unbalanced-parenthesis": _Kind("PubMed guesses where the group ends", "write as many ) as ("),
    "unbalanced-bracket": _Kind("PubMed cannot read a tag here", "write a tag as [tiab], or put the text in quotes"),
    "unbalanced-quote": _Kind("PubMed guesses where the phrase ends", "close the quotation mark"),
    "empty-group": _Kind("PubMed has nothing to search for here", "name a term, or take the parentheses out"),
    "empty-term": _Kind("PubMed finds no word here and drops the term", "name a word, or take the term out"),
    "lower-case-operator": _Kind(
        "PubMed takes it for a word: operators are in upper case",
        'write AND, OR, NOT; or put the phrase in quotation marks: "range or motion"[tiab]',
    ),
    "other-operator": _Kind(
        "PubMed knows only AND, OR and NOT, and takes this sign for a space", "write AND, OR or NOT"
    ),
    "doubled-operator": _Kind("PubMed drops one of the two", "keep one of them"),
    "operator-without-term": _Kind("PubMed has nothing to combine here", "put a term on both sides, or take it out"),
    "stop-word": _Kind(
        "PubMed does not index it, and one with a tag makes the whole search find nothing: the[tiab] AND asthma[tiab] "
        "found 0 records",
        "take it out, or write a phrase that holds it",
    ),
    "date-shape": _Kind(
        "PubMed reads it as another date or as none", "write 2015:2020[dp], 2015/03/01:2020/12/31[dp] or 2015[dp]"
    ),
    "range-without-end": _Kind("PubMed cannot read a range here", "write both ends: 2015:2020[dp]"),
    "untagged": _Kind(
        "PubMed searches it everywhere, and maps single words to headings, journals and authors: cancer became ten "
        "variants",
        "put a tag behind it: [tiab]",
        warning=True,
    ),
    "missing-operator": _Kind("PubMed puts AND between them", "write AND or OR", warning=True),
    "quote-in-term": _Kind(
        "it would end the phrase before its end", "leave it out; quotation marks are added by themselves"
    ),
    "tag-in-term": _Kind(
        "within a phrase it would be searched for as a word",
        "leave it out; 'near' takes a field, everything else is [tiab]",
    ),
    "operator-in-term": _Kind(
        "within a phrase it would be searched for as a word",
        "write two terms for OR; for AND, put the words under another part of 'search'",
    ),
    "sign-in-heading": _Kind(
        "PubMed reads it as something else than a part of the name", "use 'qualifier' for / and 'major' for *"
    ),
}


def fault(code: str, message: str, position: int, write: str | None = None) -> Fault:
    """A fault of that kind. Raises KeyError where there is no such kind."""
    kind = _KINDS[code]
    return Fault(code, message, position, kind.pubmed, write or kind.write, kind.warning)
