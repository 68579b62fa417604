"""The two things that are asked of PubMed, and how their answers are read and checked."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimbook.pubmed.client.answers import CAP, Answer, Found, Warned
from claimbook.pubmed.client.judge import DoubtError
from claimbook.pubmed.client.xml import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_WARNINGS = ("PhraseNotFound", "FieldNotFound", "PhraseIgnored", "QuotedPhraseNotFound", "OutputMessage")
_PMID_OF = {"PubmedArticle": "MedlineCitation/PMID", "PubmedBookArticle": "BookDocument/PMID"}
"""Where each kind of record holds its own PMID; others stand deeper in it, as those of its corrections."""


@dataclass(frozen=True)
class SearchAsked:
    """A window of the PMIDs that fit a query."""

    first: int
    most: int
    root: str = "eSearchResult"

    def take(self, tree: "_Element", body: bytes) -> Found:  # noqa: ARG002 - a search keeps no body
        """What was found; the window must hold as many PMIDs as the count promises."""
        found = Found(
            count=_number(tree, "Count"),
            first=self.first,
            pmids=tuple(_whole(text_of(element)) for element in tree.iterfind("IdList/Id")),
            translation=text_of(tree.find("QueryTranslation")) or None,
            translation_set=tuple(
                (text_of(one.find("From")), text_of(one.find("To")))
                for one in tree.iterfind("TranslationSet/Translation")
            ),
            warnings=tuple(_warnings(tree)),
        )
        self._check(found, _number(tree, "RetStart"))
        return found

    def _check(self, found: Found, first: int) -> None:
        due = min(self.most, max(0, min(found.count, CAP) - self.first))
        if first != self.first and due:
            raise DoubtError(f"PMIDs from position {first} where {self.first} was asked for")
        if len(set(found.pmids)) != len(found.pmids):
            raise DoubtError("a PMID is listed twice")
        if len(found.pmids) > due or (len(found.pmids) < due and not found.clamped):
            raise DoubtError(f"{found.count} hits counted, {due} PMIDs due, {len(found.pmids)} sent")


@dataclass(frozen=True)
class FetchAsked:
    """The records of some PMIDs."""

    pmids: tuple[int, ...]
    root: str = "PubmedArticleSet"

    def take(self, tree: "_Element", body: bytes) -> Answer:
        """The records with the PMIDs they carry; which of them came is left to the caller to judge."""
        came = (record.find(_PMID_OF[record.tag]) for record in tree if record.tag in _PMID_OF)
        return Answer(self.pmids, tuple(_whole(text_of(pmid)) for pmid in came if pmid is not None), body)


def _warnings(tree: "_Element") -> "list[Warned]":
    """In the order of the answer, those of ErrorList first as PubMed sends them."""
    holders = (*tree.iterfind("ErrorList"), *tree.iterfind("WarningList"))
    return [
        Warned(str(one.tag), text)
        for holder in holders
        for one in holder
        if one.tag in _WARNINGS and (text := text_of(one))
    ]


def _number(tree: "_Element", name: str) -> int:
    return _whole(text_of(tree.find(name)), name)


def _whole(text: str, name: str = "PMID") -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 12):  # noqa: PLR2004 - larger than anything PubMed counts
        raise DoubtError(f"its {name} is no whole number")
    return int(text)
