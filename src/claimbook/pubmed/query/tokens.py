"""A PubMed query taken apart into tokens with positions, and the terms that these tokens make."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["space", "open", "close", "quoted", "unclosed", "tag", "operator", "range", "word", "stray"]

# Every character belongs to exactly one token, so that the tokens put together are the text again.
_TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | (?P<open>\()
  | (?P<close>\))
  | (?P<quoted>"[^"]*")
  | (?P<unclosed>"[^"]*)
  | (?P<tag>\[[^\[\]"]*\])
  | (?P<operator>(?:AND|OR|NOT)(?![^\s()\[\]"]))
  | (?P<range>:(?![^\s()\[\]"]))
  | (?P<word>[^\s()\[\]"]+)
  | (?P<stray>.)
    """,
    re.VERBOSE,
)
_SPELLED = re.compile(r'[^\s"]+')


@dataclass(frozen=True)
class Token:
    """A piece of a query."""

    kind: Kind
    text: str
    start: int
    """Index of its first character in the query, counted from zero."""

    @property
    def end(self) -> int:
        """Index behind its last character."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Term:
    """What is searched for as one: a quoted phrase or a run of words, with the tag that follows it."""

    words: tuple[Token, ...]
    """One quoted token, or words in a row."""
    tag: Token | None

    @property
    def start(self) -> int:
        """Index of its first character in the query."""
        return self.words[0].start

    @property
    def quoted(self) -> bool:
        """Whether it stands in quotation marks."""
        return self.words[0].kind in {"quoted", "unclosed"}

    @property
    def text(self) -> str:
        """Its words without quotation marks and tag."""
        return self.words[0].text.strip('"') if self.quoted else " ".join(word.text for word in self.words)

    @property
    def spelled(self) -> tuple[Token, ...]:
        """Its single words with their positions, inside quotation marks as well."""
        return tuple(
            Token("word", found[0], word.start + found.start())
            for word in self.words
            for found in _SPELLED.finditer(word.text)
        )

    @property
    def as_sent(self) -> str:
        """The term as the query holds it, with quotation marks and tag."""
        return " ".join(word.text for word in self.words) + (self.tag.text if self.tag else "")


Item: TypeAlias = Term | Token
"""A term, or a token that belongs to none: a parenthesis, an operator, a tag that stands alone."""


def tokenize(text: str) -> tuple[Token, ...]:
    """Every piece of a query in its order; their texts joined are the query again."""
    return tuple(Token(_kind(found), found[0], found.start()) for found in _TOKEN.finditer(text))


def _kind(found: re.Match[str]) -> Kind:
    return found.lastgroup or "stray"  # type: ignore[return-value] # the groups are named after the kinds


def items_of(tokens: Sequence[Token]) -> tuple[Item, ...]:
    """Terms and what stands between them; space is left out, and a tag is part of the term before it."""
    items: list[Item] = []
    for item in _with_words_in_a_row([token for token in tokens if token.kind != "space"]):
        before = items[-1] if items else None
        if isinstance(item, Token) and item.kind == "tag" and isinstance(before, Term) and before.tag is None:
            items[-1] = Term(before.words, item)
        else:
            items.append(item)
    return tuple(items)


def _with_words_in_a_row(tokens: Sequence[Token]) -> Iterator[Item]:
    for kind, run in groupby(tokens, key=lambda token: token.kind):
        if kind == "word":
            yield Term(tuple(run), None)
        elif kind in {"quoted", "unclosed"}:
            yield from (Term((token,), None) for token in run)
        else:
            yield from run
