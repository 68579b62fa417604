"""What PubMed answered, read from a body that was judged to be whole."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

CAP = 9_999
"""PubMed shows no more records of one query, though the manual says 10,000 (limit of the search back end)."""


@dataclass(frozen=True)
class Warned:
    """One warning about a query: the element that carries it and its text."""

    kind: str
    """PhraseNotFound, FieldNotFound, PhraseIgnored, QuotedPhraseNotFound or OutputMessage."""
    text: str


@dataclass(frozen=True)
class Found:
    """The answer to one search."""

    count: int
    """Hits as PubMed counted them."""
    first: int
    """Position of the first PMID of this answer, counted from 0."""
    pmids: tuple[int, ...]
    """In PubMed's order."""
    translation: str | None
    """The query as PubMed translated it; None where it did not say."""
    translation_set: tuple[tuple[str, str], ...] = ()
    """(from, to) of each term that PubMed mapped."""
    warnings: tuple[Warned, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether this one answer holds every hit."""
        return self.first == 0 and len(self.pmids) == self.count

    @property
    def clamped(self) -> bool:
        """Whether PubMed says that it sent a smaller window than it was asked for."""
        return any(one.text.startswith("Restrictions achieved") for one in self.warnings)


@dataclass(frozen=True)
class Answer:
    """The answer to one request for records, compared with what was asked, PMID by PMID."""

    requested: tuple[int, ...]
    """In the order they were asked for, each once."""
    came: tuple[int, ...]
    """PMID of each record in the body, in its order, with repetitions."""
    body: bytes
    """PubmedArticleSet as received, unpacked; white space before it and an echoed API key are taken out."""

    @cached_property
    def received(self) -> tuple[int, ...]:
        """Asked for and delivered, in the order they were asked for."""
        came = frozenset(self.came)
        return tuple(pmid for pmid in self.requested if pmid in came)

    @cached_property
    def missing(self) -> tuple[int, ...]:
        """Asked for and not delivered."""
        came = frozenset(self.came)
        return tuple(pmid for pmid in self.requested if pmid not in came)

    @cached_property
    def unexpected(self) -> tuple[int, ...]:
        """Delivered without being asked for, each once."""
        requested = frozenset(self.requested)
        return tuple(pmid for pmid in dict.fromkeys(self.came) if pmid not in requested)

    @cached_property
    def repeated(self) -> tuple[int, ...]:
        """Delivered more than once."""
        return tuple(pmid for pmid, times in Counter(self.came).items() if times > 1)


_LARGEST_PMID = 999_999_999


def as_pmids(pmids: Sequence[int | str]) -> tuple[int, ...]:
    """Whole numbers above zero, each once and in order.

    Raises:
        ValueError: one of them is no PMID.
    """
    numbers = tuple(dict.fromkeys(_pmid(one) for one in pmids))
    if not numbers:
        raise ValueError("no PMID to ask for")
    return numbers


def _pmid(one: int | str) -> int:
    text = str(one).strip()
    if not (text.isascii() and text.isdigit()) or not 0 < int(text) <= _LARGEST_PMID:
        raise ValueError(f"{text!r} is no PMID")
    return int(text)
