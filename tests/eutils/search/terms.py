"""One term of a query: which records have it, and what PubMed makes of its tag."""

import re
from collections.abc import Callable, Sequence
from functools import reduce

from tests.eutils.search.dates import days_of, written
from tests.eutils.search.fields import ALL_FIELDS, BY_TAG, FILTERS, MAPPINGS, STOP_WORDS, Field
from tests.eutils.search.grammar import Term
from tests.eutils.search.index import NONE, Hits, Index, normal, words_of
from tests.eutils.search.leaf import LOST, Leaf, Notes

NEAR = re.compile(r"(.*\S)\s*:\s*~\s*(\d+)")
ENTITY = re.compile(r"&#?\w+;")
NUMBERS = re.compile(r"(\d{1,19})(?:\s*:\s*(\d{1,19}))?")
SHORTEST_STEM = 4  # letters that a wildcard needs before it


class Terms:
    """The terms of one query. ``trusted`` ones are PubMed's own: they are never dropped and never told of."""

    def __init__(
        self,
        index: Index,
        notes: Notes,
        history: Sequence[Sequence[int]],
        expand: Callable[[str], Leaf],
        *,
        trusted: bool,
    ) -> None:
        self._index, self._notes, self._history = index, notes, history
        self._expand, self._trusted = expand, trusted

    def leaf(self, term: Term) -> Leaf:
        """What a term comes to."""
        if term.text.startswith("#") and term.text[1:].isdigit() and not term.quoted:
            return self._set(term)
        if ENTITY.search(term.text):
            return self._lost_phrase(term)
        field, between = self._field(term)
        if field is None:
            return self._untagged(term)
        answer = {
            "text": self._text,
            "value": self._value,
            "author": self._author,
            "date": self._date,
            "uid": self._uid,
            "filter": self._filter,
        }[field.kind]
        return self._near(term, field, between) if between is not None else answer(term, field)

    def _field(self, term: Term) -> tuple[Field | None, int | None]:
        """The field of a term and its proximity; an unknown tag and a refused proximity are passed over."""
        if term.tag is None:
            return None, None
        near = NEAR.fullmatch(term.tag)
        field = BY_TAG.get(near.group(1) if near else term.tag)
        if field is None:
            self._notes.tag_ignored = True
            return None, None
        allowed = field.near and term.quoted and len(words_of(term.text)) > 1 and "*" not in term.text
        return field, int(near.group(2)) if near and allowed else None

    def _set(self, term: Term) -> Leaf:
        number = int(term.text[1:])
        if not 1 <= number <= len(self._history):
            self._notes.not_found.append(term.text)
            return LOST
        return Leaf(frozenset(self._history[number - 1]), term.text)

    def _near(self, term: Term, field: Field, between: int) -> Leaf:
        hits = self._index.near(field.code, words_of(term.text), between)
        return Leaf(hits, f'"{_shown(term.text)}"[{field.name}:~{between}]')

    def _text(self, term: Term, field: Field) -> Leaf:
        """A phrase must stand in the phrase index; an unquoted one falls apart into its words otherwise."""
        words, prefix = words_of(term.text), _wildcard(term.text)
        if len(words) == 1 and words[0] in STOP_WORDS and not prefix:
            self._notes.not_found.append(words[0])
            self._notes.emptied = True
            return Leaf(NONE, term.sent)
        if not self._trusted and (not words or not self._index.knows(words, prefix=prefix)):
            return self._split(term, field) if self._splits(term, words) else self._lost_phrase(term)
        if not term.quoted and " " in term.text and not self._index.phrase("all", words, prefix=prefix):
            return self._split(term, field)
        return Leaf(self._index.phrase(field.code, words, prefix=prefix), f'"{_shown(term.text)}"[{field.name}]')

    def _splits(self, term: Term, words: tuple[str, ...]) -> bool:
        if not term.quoted:
            return " " in term.text
        if len(words) < 2 or self._index.settings.lost_phrases == "drop":
            return False
        self._notes.quoted_not_found.append(term.sent)
        return True

    def _split(self, term: Term, field: Field) -> Leaf:
        """The words of a phrase that the index does not have, joined by AND."""
        parts = [word for word in term.text.split() if words_of(word) and words_of(word)[0] not in STOP_WORDS]
        leaves = [self._text(Term(part, tag=field.code, sent=part), field) for part in parts]
        return _all_of(leaves) if leaves else self._lost_phrase(term)

    def _lost_phrase(self, term: Term) -> Leaf:
        quoted = term.sent if term.quoted else f'"{term.text}"' + term.sent.removeprefix(term.text)
        self._notes.quoted_not_found.append(quoted)
        return LOST

    def _value(self, term: Term, field: Field) -> Leaf:
        """A heading, a type, a journal: the whole value, or its beginning with a wildcard."""
        sought, values = normal(term.text), self._index.values(field.code)
        if not self._trusted and (
            self._index.is_outside(sought) or (self._index.settings.phrase_index == "corpus" and sought not in values)
        ):
            return self._lost_value(term)
        if _wildcard(term.text):
            hits = _any_of(pmids for value, pmids in values.items() if value.startswith(sought))
        elif field.code in {"mh", "majr"}:
            hits = _any_of(values.get(name, NONE) for name in self._index.exploded(sought))
        else:
            hits = values.get(sought, NONE)
        text = f'"{_shown(term.text)}"[{field.name}]'
        if field.told and not term.quoted:
            self._notes.translations.append((term.sent, text))
        return Leaf(hits, text)

    def _lost_value(self, term: Term) -> Leaf:
        if term.quoted:
            self._notes.quoted_not_found.append(term.sent)
        else:
            self._notes.not_found.append(term.sent)
        return LOST

    def _author(self, term: Term, field: Field) -> Leaf:
        """``sample a`` finds Sample A and Sample AB; ``sample`` finds every Sample."""
        sought, values = normal(term.text), self._index.values(field.code)
        whole = term.quoted or " " not in sought
        hits = _any_of(
            pmids
            for name, pmids in values.items()
            if name == sought or (not term.quoted and name.startswith(sought + (" " if whole else "")))
        )
        return Leaf(hits, f'"{_shown(term.text)}"[{field.name}]' if term.quoted else f"{sought}[{field.name}]")

    def _date(self, term: Term, field: Field) -> Leaf:
        span = days_of(term.text)
        if span is None:
            return self._lost_value(term)
        return Leaf(self._index.between(field.code, *span), f"{written(*span)}[{field.name}]")

    def _uid(self, term: Term, field: Field) -> Leaf:
        """One PMID, a range of them, or several that stand side by side."""
        ranges = [NUMBERS.fullmatch(part) for part in re.sub(r"\s*:\s*", ":", term.text.replace(",", " ")).split()]
        if not ranges or None in ranges:
            return self._lost_value(term)
        hits = _any_of(self._index.uids(int(one[1]), int(one[2] or one[1])) for one in ranges if one)
        return Leaf(hits, f"{term.text}[{field.name}]")

    def _filter(self, term: Term, field: Field) -> Leaf:
        name = term.text.lower()
        if expansion := FILTERS.get(name):
            return self._expand(expansion)
        return self._value(Term(name, quoted=True, tag=term.tag, sent=term.sent), field)

    def _untagged(self, term: Term) -> Leaf:
        """Automatic term mapping, for words without quotes, tag and wildcard."""
        if term.quoted or "*" in term.text:
            return self._text(term, ALL_FIELDS)
        words = [word for word in term.text.split() if words_of(word) and word.lower() not in STOP_WORDS]
        leaves = []
        while words:
            size = next((size for size in range(min(4, len(words)), 1, -1) if self._mapped(" ".join(words[:size]))), 1)
            leaves.append(self._one_mapped(" ".join(words[:size])))
            words = words[size:]
        return _all_of(leaves) if leaves else self._lost_phrase(term)

    def _mapped(self, words: str) -> str:
        """What a word or a heading of the corpus is translated to; nothing for a word that means itself."""
        key = normal(words)
        mapped = {**MAPPINGS, **self._index.settings.mappings}.get(key, "")
        if mapped or key not in self._index.values("mh"):
            return mapped
        apart = " AND ".join(f'"{word}"[All Fields]' for word in key.split())
        return f'"{key}"[MeSH Terms] OR ' + (f"({apart}) OR " if " " in key else "") + f'"{key}"[All Fields]'

    def _one_mapped(self, words: str) -> Leaf:
        mapped = self._mapped(words)
        if not mapped:
            return self._text(Term(words, sent=words), ALL_FIELDS)
        self._notes.translations.append((words, mapped))
        return self._expand(mapped)


def _wildcard(text: str) -> bool:
    """Whether the term ends in a wildcard with enough letters before it; any other asterisk is passed over."""
    words = words_of(text)
    return text.endswith("*") and bool(words) and len(words[-1]) >= SHORTEST_STEM


def _shown(text: str) -> str:
    """A term as QueryTranslation shows it: as it was sent, unless it held punctuation."""
    star = "*" if _wildcard(text) else ""
    plain = " ".join(words_of(text))
    bare = text.removesuffix("*")
    return (bare if plain == bare.lower() or "," in bare or "/" in bare else plain) + star


def _any_of(hits: "Sequence[Hits] | object") -> Hits:
    return frozenset().union(*hits)  # type: ignore[misc]


def _all_of(leaves: list[Leaf]) -> Leaf:
    return reduce(_both, leaves)


def _both(first: Leaf, second: Leaf) -> Leaf:
    if first.hits is None or second.hits is None:
        return LOST
    left = f"({first.text})" if first.operator == "OR" else first.text
    right = f"({second.text})" if second.operator else second.text
    return Leaf(first.hits & second.hits, f"{left} AND {right}", "AND")
