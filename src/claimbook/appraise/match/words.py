"""Where a record mentions something: a search concept of the claim, or a phrase in the claim's own words.

Words are compared by their stems, in one spelling for Britain and America, and an abbreviation that the text defines
counts as the words it stands for. Terms of a concept are looked for as PubMed would: a phrase as neighbours, '*' as an
open end, ``near`` in any order.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from claimbook.appraise.text.abbreviations import abbreviations_in
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold, words
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.appraise.text.spelling import one_spelling
from claimbook.appraise.text.stem import stem
from claimbook.appraise.text.tokens import STOPWORDS, tokens
from claimbook.model.appraisal import Span
from claimbook.model.search_terms import Concept, Near, Term

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
"""A word with its hyphens and numbers ('HbA1c', 'B6'), as a term has it."""
_UNTELLING = STOPWORDS | words(
    "having people person persons patient patients adult adults general load use using risk symptom symptoms "
    "level levels"
)
"""Words of a claim that tell nothing by themselves: half of a phrase must hold another one."""
_REACH = 12
"""The words of a phrase stand within so many tokens."""
_OPEN = 4
"""Letters that the beginning of a word keeps in its other spelling: 'haem*' as 'hem*' would be half a body, too."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence, the stems it may stand for, and its place."""

    word: str
    stems: frozenset[str]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of the record, the part they stand in, and the share of what was asked for (1: all of it)."""

    span: Span
    role: Role
    share: float = 1.0


@dataclass(frozen=True)
class Words:
    """A text cut into tokens, with its own abbreviations resolved."""

    text: Text

    @cached_property
    def sentences(self) -> tuple[tuple[Sentence, tuple[Token, ...]], ...]:
        """Every sentence with its tokens."""
        short = abbreviations_in("\n".join(passage.text for passage in self.text.passages))
        stems = {name: frozenset(map(_stem, tokens(long))) for name, long in short.items()}
        return tuple((one, tuple(_tokens(one.text, stems))) for one in self.text.sentences)

    @cached_property
    def _known(self) -> tuple[str, frozenset[str]]:
        """All words, each behind a space, and all their stems."""
        said = [token for _, tokens_of_one in self.sentences for token in tokens_of_one]
        words_said = dict.fromkeys(spelt for one in said for spelt in (one.word, one_spelling(one.word)))
        return "".join(f" {word}" for word in words_said) + " ", frozenset[str]().union(*(one.stems for one in said))

    def _know(self, part: str) -> bool:
        """Whether a word stands anywhere; '*' is an open end."""
        known, stems = self._known
        if part.endswith("*"):
            return any(f" {begun}" in known for begun in _beginnings(part))
        return f" {part} " in known or _stem(part) in stems

    def know_a_word_of(self, name: str) -> bool:
        """Whether any telling word of a name, or of a term, stands anywhere."""
        return any(part not in _UNTELLING and self._know(part) for part in _parts(name))

    def of_concept(self, concept: Concept) -> Iterator[Mention]:
        """Every mention of a concept."""
        for term in concept.terms:
            yield from self.of_term(term)

    def of_term(self, term: Term) -> Iterator[Mention]:
        """Every mention of one term."""
        wanted, spare, anywhere = _wanted(term)
        if not all(map(self._know, wanted)):
            return
        for sentence, said in self.sentences:
            if not anywhere and sentence.role is not Role.TITLE:
                continue
            for first, last in _stretches(said, wanted, spare, ordered=isinstance(term, str)):
                yield Mention(sentence.part(said[first].start, said[last].end), sentence.role)

    def of_phrase(self, phrase: str) -> Iterator[Mention]:
        """The best mention in every sentence that holds at least half of the telling words of a phrase."""
        wanted = telling_stems(phrase)
        for sentence, said in self.sentences if wanted else ():
            share, first, last = _densest(said, wanted)
            if share >= 0.5:  # noqa: PLR2004 - half of the phrase
                yield Mention(sentence.part(said[first].start, said[last].end), sentence.role, share)


@lru_cache(maxsize=4)
def words_in(text: Text) -> Words:
    """A text cut into tokens; asked again for each outcome of a claim."""
    return Words(text)


def telling_stems(phrase: str) -> frozenset[str]:
    """Stems of the words of a phrase that tell something; all its words where none does."""
    every = tokens(phrase)
    return frozenset(_stem(token) for token in every if token not in _UNTELLING) or frozenset(map(_stem, every))


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return stem(one_spelling(word))


@lru_cache(maxsize=4096)
def _beginnings(open_end: str) -> tuple[str, ...]:
    """What a term with an open end begins with, as it is written and in the other spelling."""
    begun = open_end[:-1]
    other = one_spelling(begun)
    return (begun,) if other == begun or len(other) < _OPEN else (begun, other)


def _tokens(sentence: str, short: dict[str, frozenset[str]]) -> Iterator[Token]:
    for found in _WORD.finditer(sentence):
        parts, stems = _cut(found[0])
        start, end = found.span()
        if len(parts) > 1 and len("".join(parts)) + len(parts) - 1 == end - start:
            for part in parts:  # 'knee-pain' is two words
                yield Token(part, frozenset({_stem(part)}), start, start + len(part))
                start += len(part) + 1
        else:
            yield Token(parts[0], stems | short[found[0]] if found[0] in short else stems, start, end)


@lru_cache(maxsize=1 << 15)
def _cut(word: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The parts of a word and their stems; texts use the same words again and again."""
    parts = tuple(tokens(word)) or (fold(word),)
    return parts, frozenset(map(_stem, parts))


def _wanted(term: Term) -> tuple[tuple[str, ...], int, bool]:
    """The words of a term, how many others may stand between them, and whether it may stand outside the title."""
    if isinstance(term, Near):
        return tuple(_parts(term.near)), term.within, term.field != "ti"
    return tuple(_parts(term)), 0, True


def _parts(term: str) -> Iterator[str]:
    for word in term.split():
        cut = tokens(word)
        yield from cut[:-1]
        yield from (f"{one}*" if word.endswith("*") else one for one in cut[-1:])


def _is(token: Token, wanted: str) -> bool:
    if wanted.endswith("*"):
        begun = _beginnings(wanted)
        return token.word.startswith(begun) or one_spelling(token.word).startswith(begun)
    return token.word == wanted or _stem(wanted) in token.stems


def _stretches(said: Sequence[Token], wanted: Sequence[str], spare: int, *, ordered: bool) -> Iterator[tuple[int, int]]:
    """First and last token of every place where all wanted words stand together."""
    width = len(wanted) + spare
    for first in range(len(said)) if wanted else ():
        window = said[first : first + width]
        if ordered:
            if len(window) == len(wanted) and all(map(_is, window, wanted)):
                yield first, first + len(wanted) - 1
        elif any(_is(window[0], one) for one in wanted) and (ends := _ends(window, wanted)):
            yield first, first + max(ends)


def _ends(window: Sequence[Token], wanted: Sequence[str]) -> list[int]:
    """Where each wanted word stands in a window; empty where one is missing."""
    places = [next((place for place, token in enumerate(window) if _is(token, one)), -1) for one in wanted]
    return [] if -1 in places else places


def _densest(said: Sequence[Token], wanted: frozenset[str]) -> tuple[float, int, int]:
    """The largest share of wanted stems within reach, and the first and last token of it."""
    hits = [place for place, token in enumerate(said) if token.stems & wanted]
    best = (0.0, 0, 0)
    for number, first in enumerate(hits):
        near = [place for place in hits[number : number + _REACH] if place < first + _REACH]
        held = frozenset[str]().union(*(said[place].stems & wanted for place in near))
        if len(held) / len(wanted) > best[0]:
            best = (len(held) / len(wanted), first, near[-1])
    return best


def first_of(mentions: Iterable[Mention], *roles: Role) -> Mention | None:
    """The fullest mention in these parts, the earliest of equal ones."""
    there = [one for one in mentions if not roles or one.role in roles]
    return max(there, key=lambda one: one.share, default=None)
