"""Where sentences of biomedical prose begin and end.

A full stop ends a sentence when a new one plausibly begins behind it, and never inside a number ('P < .05', '3.4'),
behind an abbreviation ('vs.', 'e.g.', 'et al.'), behind an initial ('J. Doe') or within open brackets.
"""

import re
from collections.abc import Iterator

from claimbook.appraise.text.lexicon import words

_STOP = re.compile(
    r"[.?!\n](?:(?<!\n)(?<![.?!]{2})[.?!]*[\"'\u201d\u2019)\]]*(?=\s+[\"'\u201c\u2018(\[]?[A-Z0-9\u0370-\u03ff+<>=\u2264\u2265]|"
    r"(?<=[a-z)]\.)[A-Z][a-z])\s*|(?<=\n)\n*)"
)
"""A possible end: its signs, then space and a beginning; or no space at all between 'groups.' and 'There'.

One class of signs stands first, because the engine can run ahead to the next of these; a row of them is tried once."""
_ABBREVIATIONS = words(
    "al approx avg b.i.d ca cf co dept dr e.g ed eds eq excl fig figs i.e i.m i.p i.v inc incl jr ltd max "
    "min mr mrs ms no nos p.o phd prof q.i.d ref refs resp s.c sp spp sr st subsp t.i.d tab u.k u.s univ v "
    "var viz vol vs"
)
_LAST_WORD = re.compile(r"[^\s(\[]+$")
_INITIAL_BEFORE = re.compile(r"\b[A-Z]\.\s?[A-Z]$")
_GOES_ON = frozenset("+<>=\u2264\u2265")
"""No sentence begins with one of these."""
_LONGEST_BRACKET = 400
"""An opening bracket without its partner is taken for a misprint after so many signs."""
_LONGEST_CUT = 10
"""Signs before a stop in which a word that is cut short lies."""


def sentence_bounds(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in ``text[start:end]``, without the space around it."""
    stop = len(text) if end is None else end
    first = start
    for found in _STOP.finditer(text, start, stop):
        if found[0].isspace() or _ends_a_sentence(text, first, found.start(), found.end()):
            yield from _trimmed(text, first, found.end())
            first = found.end()
    yield from _trimmed(text, first, stop)


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    if right > left:
        yield start + left, start + right


def _ends_a_sentence(text: str, first: int, stop: int, following: int) -> bool:
    said = text[max(first, stop - _LONGEST_BRACKET) : stop]
    if said.count("(") > said.count(")") + text.count(")", stop, following):
        return False
    if text[stop] != ".":
        return True
    return not _is_cut_short(said, text[following : following + 2])


def _is_cut_short(said: str, beginning: str) -> bool:
    """Whether the stop behind the last word belongs to the word or number, not to the sentence."""
    word = (_LAST_WORD.search(said[-_LONGEST_CUT:]) or [""])[0].strip("\"'")
    if word.lower() in _ABBREVIATIONS or beginning[0] in _GOES_ON:
        return True
    if beginning[0].isdigit():
        return len(word) == 1 and word.isdigit()  # a decimal point with a stray space: '0. 92'
    initial = len(word) == 1 and word.isupper()
    return initial and (
        beginning[1:] == "." or _INITIAL_BEFORE.search(said) is not None
    )  # 'J. A. Doe', not 'vitamin C. We'
