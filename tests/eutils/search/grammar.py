"""A query text as a tree: terms with their tags, joined from left to right inside groups.

There is no recursion here, so that neither 2,000 terms nor a thousand parentheses around one are too much.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

Operator = Literal["AND", "OR", "NOT"]
PIECE = re.compile(r'(?P<quoted>"[^"]*")|(?P<tag>\[[^\[\]"]*\])|(?P<paren>[()])|(?P<word>[^\s()\[\]"]+)|(?P<rest>\S)')
OPERATORS = frozenset({"AND", "OR", "NOT"})


@dataclass(frozen=True)
class Term:
    """A word, a run of untagged words, or a quoted phrase; ``sent`` is how it stood in the query."""

    text: str
    quoted: bool = False
    tag: str | None = None
    sent: str = ""


@dataclass(frozen=True)
class Group:
    """Operands with the operator before each; the operator of the first means nothing. ``tag``: one on the group."""

    parts: "tuple[tuple[Operator, Term | Group], ...]" = ()
    tag: str | None = None


@dataclass
class _Frame:
    """A group that is still open."""

    parts: list[tuple[Operator, Term | Group]] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    operator: Operator | None = None

    def add(self, node: Term | Group) -> None:
        self.parts.append((self.operator or "AND", node))
        self.operator = None

    def end_words(self, tag: str | None = None, sent_tag: str = "") -> None:
        """The bare words so far become one term, which a tag after them belongs to."""
        if self.words:
            text = " ".join(self.words)
            self.words.clear()
            self.add(Term(text, tag=tag, sent=text + sent_tag))


def parse(query: str) -> Group:
    """The tree of a query; what is unbalanced is closed or passed over, as PubMed does."""
    stack = [_Frame()]
    for kind, piece in _tokens(query):
        _take(stack, kind, piece)
    while len(stack) > 1:
        _close(stack)
    stack[0].end_words()
    return Group(tuple(_joined_ranges(stack[0].parts)))


def _tokens(query: str) -> Iterator[tuple[str, str]]:
    for match in PIECE.finditer(query):
        yield match.lastgroup or "", match.group()


def _take(stack: list[_Frame], kind: str, piece: str) -> None:
    frame = stack[-1]
    if kind == "tag":
        _tag(frame, piece)
    elif kind == "word" and piece not in OPERATORS:
        frame.words.append(piece)
    elif kind != "rest":
        frame.end_words()
        if kind == "word":
            frame.operator = piece  # type: ignore[assignment]
        elif kind == "quoted":
            frame.add(Term(piece[1:-1], quoted=True, sent=piece))
        elif piece == "(":
            stack.append(_Frame())
        elif len(stack) > 1:
            _close(stack)


def _tag(frame: _Frame, token: str) -> None:
    """A tag belongs to the words before it, else to the quoted phrase or the group before it."""
    name = " ".join(token[1:-1].lower().split())
    if frame.words:
        frame.end_words(name, token)
    elif frame.parts and frame.operator is None and frame.parts[-1][1].tag is None:
        operator, node = frame.parts[-1]
        tagged = replace(node, tag=name)
        frame.parts[-1] = operator, replace(tagged, sent=tagged.sent + token) if isinstance(tagged, Term) else tagged


def _close(stack: list[_Frame]) -> None:
    frame = stack.pop()
    frame.end_words()
    inner = Group(tuple(_joined_ranges(frame.parts)))
    if len(inner.parts) == 1 and isinstance(inner.parts[0][1], Group):
        stack[-1].add(inner.parts[0][1])  # ((x)) is (x)
    elif inner.parts:
        stack[-1].add(inner)


def _joined_ranges(parts: list[tuple[Operator, Term | Group]]) -> Iterator[tuple[Operator, Term | Group]]:
    """``"2020/01/01"[dp] : "3000"[dp]`` is one range."""
    place = 0
    while place < len(parts):
        operator, node = parts[place]
        between, after = parts[place + 1 : place + 2], parts[place + 2 : place + 3]
        if isinstance(node, Term) and between and _is_colon(between[0][1]) and after and isinstance(after[0][1], Term):
            node = _range(node, after[0][1])
            place += 2
        yield operator, node
        place += 1


def _is_colon(node: Term | Group) -> bool:
    return isinstance(node, Term) and node.text == ":" and not node.quoted


def _range(first: Term, second: Term) -> Term:
    return Term(f"{first.text}:{second.text}", tag=first.tag, sent=f"{first.sent} : {second.sent}")
