"""The text of a record as passages and sentences, each with its place and its part in the argument.

Places are offsets into the record's own title and sections: ``text.quote(span)`` gives back the printed words.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, cast

from claimbook.appraise.text.headings import Role, headings_in, names_several, role_of_heading
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.pieces import words_of
from claimbook.appraise.text.roles import guess_roles_of_each
from claimbook.appraise.text.sentences import sentence_bounds
from claimbook.model.appraisal import TITLE, Span
from claimbook.model.record import AbstractSection, Record


@dataclass(frozen=True, slots=True)
class Passage:
    """The title, or one section of the abstract."""

    where: int
    text: str
    label: str | None = None
    role: Role | None = None
    """None where neither label nor category tells, or where they name several parts."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with its place."""

    text: str
    start: int
    where: int
    role: Role
    printed_role: bool
    """Whether a heading names the role; else it was guessed from the words and the position."""
    folded: str = field(default="", compare=False, repr=False)
    """The same words in lower case, for patterns of folded text."""
    words: frozenset[str] = field(default=frozenset(), compare=False, repr=False)
    """Its different words (`pieces.words_of`), for a quick look before a pattern is tried."""

    def __post_init__(self) -> None:
        if not self.folded:
            object.__setattr__(self, "folded", fold(self.text))
        if not self.words:
            object.__setattr__(self, "words", frozenset(words_of(self.folded)))

    @property
    def span(self) -> Span:
        """Its place in the record."""
        return Span(self.start, self.start + len(self.text), self.where)

    def span_of(self, found: re.Match[str], group: int | str = 0) -> Span:
        """The place of a match within ``self.text``."""
        start, end = found.span(group)
        return Span(self.start + start, self.start + end, self.where)

    def part(self, start: int, end: int) -> Span:
        """The place of ``self.text[start:end]``."""
        return Span(self.start + start, self.start + end, self.where)


@dataclass(frozen=True)
class Text:
    """Title and abstract of one record, ready to be read."""

    passages: tuple[Passage, ...]

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order, the title first."""
        (sentences,) = _sentences([self.passages])
        return sentences

    def in_roles(self, *roles: Role) -> tuple[Sentence, ...]:
        """The sentences that play one of these parts."""
        return tuple([sentence for sentence in self.sentences if sentence.role in roles])

    @property
    def conclusions(self) -> tuple[Sentence, ...]:
        """The concluding sentences; the last one where none is told apart, and none where there is a title alone."""
        return self.in_roles(Role.CONCLUSIONS) or tuple(one for one in self.sentences[-1:] if one.where != TITLE)

    def quote(self, span: Span) -> str:
        """The printed words at a place. Raises IndexError or ValueError where there are none."""
        words = self.passages[span.where].text[span.start : span.end]
        if len(words) != span.end - span.start:
            raise ValueError(f"passage {span.where} ends before {span.end}")
        return words

    @property
    def title(self) -> str:
        """The title as printed."""
        return self.passages[TITLE].text

    @cached_property
    def abstract(self) -> str:
        """The abstract's sections, one after the other, without their labels."""
        return "\n".join(passage.text for passage in self.passages[1:])


def text_of(title: str, *sections: AbstractSection | str) -> Text:
    """A text from a title and sections; a section given as plain text has no label."""
    whole = (section if isinstance(section, AbstractSection) else AbstractSection(section) for section in sections)
    parts = (Passage(where, part.text, part.label, _role(part)) for where, part in enumerate(whole, start=1))
    return Text((Passage(TITLE, title, role=Role.TITLE), *parts))


def reading_of(record: Record) -> Text:
    """Title and abstract of a record."""
    return text_of(record.title, *record.abstract)


def cut(texts: Sequence[Text]) -> None:
    """Find the sentences of several texts before anyone asks, because their roles are sooner guessed together.

    Each text keeps them where `Text.sentences` would keep what it finds by itself.
    """
    uncut = [one for one in texts if "sentences" not in vars(one)]
    for text, sentences in zip(uncut, _sentences(one.passages for one in uncut), strict=True):
        vars(text)["sentences"] = sentences


def _role(section: AbstractSection) -> Role | None:
    """The label speaks before the category: NLM files many aims under BACKGROUND."""
    return role_of_heading(section.label or "") or role_of_heading(section.category or "")


class _Piece(NamedTuple):
    """A sentence whose role may still be open."""

    text: str
    start: int
    where: int
    role: Role | None
    folded: str
    words: list[str]


def _sentences(texts: Iterable[tuple[Passage, ...]]) -> Iterator[tuple[Sentence, ...]]:
    pieces = [[piece for passage in passages for piece in _pieces(passage)] for passages in texts]
    for of_one, roles in zip(pieces, _roles_of(pieces), strict=True):
        yield tuple(_sentence(piece, role) for piece, role in zip(of_one, roles, strict=True))


def _roles_of(texts: Sequence[Sequence[_Piece]]) -> Iterator[Sequence[Role]]:
    """As printed, else guessed for all texts together; titles come first and know their own."""
    bodies = [[piece for piece in pieces if piece.role is not Role.TITLE] for pieces in texts]
    printed = [[piece.role for piece in body] for body in bodies]
    asked = [([piece.words for piece in body], roles) for body, roles in zip(bodies, printed, strict=True)]
    guesses = iter(guess_roles_of_each([(said, roles) for said, roles in asked if None in roles]))
    for pieces, roles in zip(texts, printed, strict=True):
        body = next(guesses) if None in roles else cast("list[Role]", roles)
        yield [Role.TITLE] * (len(pieces) - len(body)) + body


def _sentence(piece: _Piece, role: Role) -> Sentence:
    text, start, where, printed, folded, words = piece
    return Sentence(text, start, where, role, printed is not None, folded, frozenset(words))


def _pieces(passage: Passage) -> Iterator[_Piece]:
    for start, end, role in _parts(passage):
        for first, last in sentence_bounds(passage.text, start, end):
            said = passage.text[first:last]
            folded = fold(said)
            yield _Piece(said, first, passage.where, role, folded, words_of(folded))


def _parts(passage: Passage) -> Iterator[tuple[int, int, Role | None]]:
    """The stretches between headings that are printed inside the passage, such as 'METHODS: '."""
    start, role = 0, passage.role
    for found in headings_in(passage.text) if passage.where != TITLE else ():
        named = role_of_heading(found["label"])
        if named is None and not names_several(found["label"]):
            continue
        if found.start("label") > start:
            yield start, found.start("label"), role
        start, role = found.end(), named
    yield start, len(passage.text), role
