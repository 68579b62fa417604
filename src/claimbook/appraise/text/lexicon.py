"""Small helpers for tables of words: a lexicon is a text of words, a rule a row with a name, a pattern and a source.

Patterns are written for folded text, where case does not matter: that is three times as fast as ignoring case.
"""

import re
from collections.abc import Iterator
from functools import cache, cached_property

_UPPER = re.compile(r"\\.|\(\?P|[A-Z]")
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
"""What stands in brackets, with them."""
_PLAIN = r"\\.|\[\^?\]?(?:\\.|[^\\\]])*\]"
"""An escaped sign or a class of signs, where '|', brackets and spaces are no more than themselves."""
_SIGNS, _BLANKS = re.compile(rf"{_PLAIN}|[(|)]", re.DOTALL), re.compile(rf"({_PLAIN})|\s+", re.DOTALL)


def fold(text: str) -> str:
    """The text in lower case, every sign at its place ('\u0130', which would become two signs, stays as it is)."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text)


def folded_pattern(pattern: str) -> re.Pattern[str]:
    """A pattern for folded text; its capital letters are lowered, its escapes and groups are left alone."""
    return re.compile(_UPPER.sub(lambda found: found[0].lower() if len(found[0]) == 1 else found[0], pattern))


def holds_any(text: str, stems: tuple[str, ...]) -> bool:
    """Whether a text holds one of these pieces of words: a quick look before a pattern is tried."""
    for stem in stems:  # noqa: SIM110 - half the time of any() with a generator, and asked a hundred times an abstract
        if stem in text:
            return True
    return False


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set."""
    return frozenset(text.split())


@cache
def one_of(alternatives: str) -> str:
    """A pattern for any of these phrases, given one per '|' and wrapped over lines as is convenient.

    A '|' in brackets belongs to its phrase, and so does every space there: ``is (?:still |largely )?unclear``.
    """
    phrases = (_BLANKS.sub(lambda found: found[1] or r"\s+", phrase) for phrase in _phrases(alternatives))
    return f"(?:{'|'.join(phrases)})"


def _phrases(alternatives: str) -> Iterator[str]:
    """What stands between the '|' outside of all brackets, without the spaces around it."""
    depth = start = 0
    for sign in _SIGNS.finditer(alternatives):
        depth += {"(": 1, ")": -1}.get(sign[0], 0)
        if sign[0] == "|" and not depth:
            yield alternatives[start : sign.start()].strip()
            start = sign.end()
    yield alternatives[start:].strip()


class Worded:
    """A row of a table of rules that looks for words; most are first looked for by pieces of them (`pieces.Row`)."""

    words: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled words, for folded text."""
        return folded_pattern(self.words)
