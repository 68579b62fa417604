"""The sentences of an article in plain text: its lines are paragraphs, headings, bullet points, or wrapped prose."""

import re
from collections.abc import Iterator

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence
from claimbook.appraise.text.sentences import sentence_bounds
from claimbook.model.appraisal import TITLE

_LINE = re.compile(r"[^\n]+")
_LINE_BREAK = re.compile(r"[ \t\r]*\n[ \t]*")
_LINE_BEFORE = re.compile(r"[^\n]*\Z")
_ENDED = re.compile(r"[.!?:;][\"'\u201d\u2019)\]]*\Z")
_BULLET = re.compile(r"(?:[-*\u2022\u00b7\u2013]\s|\d{1,2}[.)]\s|\n|\r|\Z)")
_WIDEST = 110
"""A text with a longer line has a line for each paragraph."""
_HEADING, _FULL_LINE = 40, 60
"""A line that is shorter may be a heading, one that is longer was wrapped where it has no end."""


def sentences_of_article(text: str) -> Iterator[Sentence]:
    """The sentences of a plain text in order; the places are offsets into the text, of passage 0."""
    prose = unwrapped(text)
    for line in _LINE.finditer(prose):
        for start, end in sentence_bounds(prose, *line.span()):
            if re.search(r"[^\W\d_]", prose[start:end]):
                yield Sentence(prose[start:end], start, TITLE, Role.TITLE, printed_role=False)


def unwrapped(text: str) -> str:
    """The text of the same length, with spaces for the line breaks at which prose was only wrapped."""
    if any(len(line) > _WIDEST for line in text.split("\n")):
        return text
    return _LINE_BREAK.sub(lambda found: _joined(text, found), text)


def _joined(text: str, found: re.Match[str]) -> str:
    before = _LINE_BEFORE.search(text, max(0, found.start() - _FULL_LINE), found.start())
    line = before[0] if before else ""
    goes_on = text[found.end() : found.end() + 1].islower()
    least = _HEADING if goes_on else _FULL_LINE
    if len(line) < least or _ENDED.search(line) or _BULLET.match(text, found.end()):
        return found[0]
    return " " * len(found[0])
