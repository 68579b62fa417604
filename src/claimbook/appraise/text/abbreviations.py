"""Abbreviations that a text defines for itself, such as 'visual analogue scale (VAS)'.

The rule: the letters of the short form occur in order in the words before its bracket, the first one at the start of a
word.
"""

import re
from collections.abc import Iterator

from claimbook.appraise.text.lexicon import fold

_SHORT = re.compile(r"\(\s*(?P<short>[A-Za-z][\w\u2010-\u2013/+-]{1,11})\s*[);,=\u2013]")
_WORDS_BEFORE = 60
_MOST_EXTRA_WORDS = 5


def abbreviations_in(text: str) -> dict[str, str]:
    """Short form to long form, both as printed; the first definition of a short form counts."""
    found: dict[str, str] = {}
    for short, long in _definitions(text):
        found.setdefault(short, long)
    return found


def _definitions(text: str) -> Iterator[tuple[str, str]]:
    for match in _SHORT.finditer(text):
        short = match["short"]
        if not any(letter.isupper() for letter in short):
            continue
        before = text[max(0, match.start() - _WORDS_BEFORE - 4 * len(short)) : match.start()].rstrip()
        words = before.split()[-(len(short) + _MOST_EXTRA_WORDS) :]
        long = _long_form(short, " ".join(words))
        if long and len(long) > len(short):
            yield short, long


def _long_form(short: str, before: str) -> str | None:
    """The shortest end of ``before`` that spells the short form, or None."""
    place = len(before)
    letters = [letter.lower() for letter in short if letter.isalnum()]
    for number, letter in enumerate(reversed(letters), start=1):
        place = _letter_before(before, letter, place, first=number == len(letters))
        if place < 0:
            return None
    return before[place:]


def _letter_before(text: str, letter: str, end: int, *, first: bool) -> int:
    """The last place of a letter before ``end``; the first letter of a short form must begin a word. -1: none."""
    folded = fold(text)
    place = folded.rfind(letter, 0, end)
    while first and place > 0 and text[place - 1].isalnum():
        place = folded.rfind(letter, 0, place)
    return place
