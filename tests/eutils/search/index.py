"""The records of a corpus, ready to be searched: every table is made on its first use, and kept."""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import cached_property

from tests.eutils.corpus import Corpus, Document
from tests.eutils.facts import Facts
from tests.eutils.search.fields import LANGUAGES
from tests.eutils.settings import Settings

Hits = frozenset[int]
Words = tuple[str, ...]
Matches = Callable[[Words, Words, bool], bool]
NONE: Hits = frozenset()
WORD = re.compile(r"[^\W_]+")
STATUS_FILTERS = {"MEDLINE": "medline", "Publisher": "publisher", "In-Process": "inprocess"}


def words_of(text: str) -> Words:
    """Words in lower case, without accents and punctuation: ``[18F]FDG`` is two words."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return tuple(WORD.findall(plain.lower()))


def normal(text: str) -> str:
    """A value as it is compared: words with single spaces; a slash still divides heading and subheading."""
    return "/".join(" ".join(words_of(part)) for part in text.split("/"))


class Index:
    """Hits are sets of PMIDs. A document may stand for thousands of records that are alike."""

    def __init__(self, corpus: Corpus, settings: Settings) -> None:
        self.corpus = corpus
        self.settings = settings
        self._texts: dict[str, list[tuple[Words, ...]]] = {}
        self._postings: dict[str, dict[str, set[int]]] = {}
        self._sorted: dict[str, list[str]] = {}
        self._values: dict[str, dict[str, Hits]] = {}

    @cached_property
    def everything(self) -> Hits:
        """All PMIDs."""
        return frozenset(self.corpus.by_pmid)

    def phrase(self, field: str, words: Words, *, prefix: bool = False) -> Hits:
        """Records with these words in a row in one text of the field; ``prefix``: the last word may go on."""
        return self._matching(field, words, prefix=prefix, matches=_in_a_row)

    def near(self, field: str, words: Words, between: int) -> Hits:
        """Records with these words in any order, at most ``between`` other words among them."""
        return self._matching(
            field, words, prefix=False, matches=lambda text, sought, _: _close_by(text, sought, between)
        )

    def knows(self, words: Words, *, prefix: bool = False) -> bool:
        """Whether the phrase index has the phrase; see ``Settings.phrase_index``."""
        if " ".join(words) in self._outside:
            return False
        return self.settings.phrase_index == "open" or bool(self.phrase("all", words, prefix=prefix))

    def is_outside(self, value: str) -> bool:
        """Whether a heading or another value is one that PubMed does not know."""
        return value in self._outside

    def values(self, field: str) -> dict[str, Hits]:
        """The values of a field, as ``normal`` writes them, with their records."""
        if field not in self._values:
            found: dict[str, set[int]] = defaultdict(set)
            for document in self.corpus.documents:
                for value in set(_values_of(field, document.facts)):
                    found[value].update(document.pmids)
            self._values[field] = {value: frozenset(pmids) for value, pmids in found.items()}
        return self._values[field]

    def exploded(self, heading: str) -> Iterator[str]:
        """A heading with all narrower ones."""
        tree = {normal(name): narrower for name, narrower in self.settings.mesh_tree.items()}
        waiting, seen = [heading], set()
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                yield name
                waiting.extend(normal(child) for child in tree.get(name, ()))

    def between(self, field: str, first: date, last: date) -> Hits:
        """Records with a day of the field in the range, both ends included."""
        return _union(
            document
            for document in self.corpus.documents
            if any(first <= day <= last for day in _days(field, document.facts))
        )

    def uids(self, first: int, last: int) -> Hits:
        """Records with a PMID in the range, both ends included."""
        pmids = self._pmids
        return frozenset(pmids[bisect_left(pmids, first) : bisect_left(pmids, last + 1)])

    def newest(self, pmid: int) -> tuple[date, int]:
        """What sorting by publication date goes by."""
        days = self.corpus.by_pmid[pmid].facts.published
        return max(days, default=date.min), pmid

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of the corpus."""
        return frozenset(self._words("all"))

    @cached_property
    def _pmids(self) -> list[int]:
        return self.corpus.pmids

    @cached_property
    def _outside(self) -> frozenset[str]:
        return frozenset(normal(phrase) for phrase in self.settings.phrases_outside_index)

    def _matching(self, field: str, words: Words, *, prefix: bool, matches: Matches) -> Hits:
        if not words:
            return NONE
        texts = self._tokens(field)
        numbers = self._with_all(field, words, prefix=prefix)
        if len(words) > 1:
            numbers = {one for one in numbers if any(matches(text, words, prefix) for text in texts[one])}
        return _union(self.corpus.documents[number] for number in numbers)

    def _with_all(self, field: str, words: Words, *, prefix: bool) -> set[int]:
        postings = self._words(field)
        last = self._starting(field, words[-1]) if prefix else postings.get(words[-1], set())
        return set.intersection(set(last), *(postings.get(word, set()) for word in words[:-1]))

    def _starting(self, field: str, start: str) -> set[int]:
        postings = self._words(field)
        ordered = self._sorted.setdefault(field, sorted(postings))
        stop = bisect_left(ordered, start + "\U0010ffff")
        return set().union(*(postings[word] for word in ordered[bisect_left(ordered, start) : stop]))

    def _tokens(self, field: str) -> list[tuple[Words, ...]]:
        if field not in self._texts:
            documents = self.corpus.documents
            self._texts[field] = [tuple(map(words_of, _texts_of(field, one.facts))) for one in documents]
        return self._texts[field]

    def _words(self, field: str) -> dict[str, set[int]]:
        if field not in self._postings:
            postings: dict[str, set[int]] = defaultdict(set)
            for number, texts in enumerate(self._tokens(field)):
                for word in set().union(*texts):
                    postings[word].add(number)
            self._postings[field] = dict(postings)
        return self._postings[field]


def _union(documents: Iterable[Document]) -> Hits:
    return frozenset(pmid for document in documents for pmid in document.pmids)


def _in_a_row(text: Words, words: Words, prefix: bool) -> bool:
    whole, last = words[:-1], words[-1]
    for start in range(len(text) - len(words) + 1):
        found = text[start + len(whole)]
        if text[start : start + len(whole)] == whole and (found == last or (prefix and found.startswith(last))):
            return True
    return False


def _close_by(text: Words, words: Words, between: int) -> bool:
    span = len(words) + between
    sought = set(words)
    return any(sought <= set(text[start : start + span]) for start, word in enumerate(text) if word in sought)


def _texts_of(field: str, facts: Facts) -> Words:
    """The texts of a field; a phrase never runs from one text into the next."""
    title = (facts.title, facts.vernacular, facts.book_title)
    body = (facts.abstract, facts.other_text)
    indexed = (*(heading.name for heading in facts.headings), *facts.types)
    texts = {
        "ti": title,
        "ab": (facts.abstract,),
        "ot": (facts.other_text,),
        "tt": (facts.vernacular,),
        "tiab": (*title, *body),
        "tw": (*title, *body, *indexed),
        "ad": (),
    }
    named = (*facts.authors, *facts.groups, facts.journal, facts.journal_short, facts.volume, facts.issue)
    return texts.get(field, (*title, *body, *indexed, *named, *(value for _, value in facts.ids)))


def _values_of(field: str, facts: Facts) -> Iterator[str]:
    """The values of a field, as ``normal`` writes them."""
    headings = [one for one in facts.headings if field != "majr" or one.major]
    values: dict[str, Iterable[str]] = {
        "mh": (text for one in headings for text in (one.name, *(f"{one.name}/{q}" for q in one.qualifiers))),
        "sh": (qualifier for one in headings for qualifier in one.qualifiers),
        "pt": facts.types,
        "ta": (facts.journal, facts.journal_short, facts.issn, facts.journal_id),
        "la": (name for code in facts.languages for name in (code, LANGUAGES.get(code, code))),
        "vi": (facts.volume,),
        "ip": (facts.issue,),
        "pg": (facts.pages,),
        "aid": (value for _, value in facts.ids),
        "au": facts.authors,
        "1au": facts.authors[:1],
        "lastau": facts.authors[-1:],
        "cn": facts.groups,
        "sb": _filters(facts),
    }
    values["majr"] = values["mh:noexp"] = values["mh"]
    return (normal(value) for value in values[field] if value)


def _filters(facts: Facts) -> Iterator[str]:
    yield STATUS_FILTERS.get(facts.status, facts.status)
    if facts.abstract:
        yield "hasabstract"
    if facts.id_of("pmc"):
        yield "free full text"


def _days(field: str, facts: Facts) -> tuple[date, ...]:
    stage = {"edat": ("entrez", "pubmed"), "crdt": ("entrez", "pubmed"), "mhda": ("medline",)}.get(field)
    if field == "dp":
        return facts.published
    return tuple(facts.stages[name] for name in stage or ("pubmed",) if name in facts.stages)[:1]
