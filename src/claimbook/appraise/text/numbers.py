"""Whole numbers in prose: digits with separators and number words, each with its place."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.pieces import NUMBER

_UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUE = {word: value for value, word in enumerate(_UNITS)} | {word: 10 * n for n, word in enumerate(_TENS, start=2)}
_VALUE["fourty"] = 40  # a common misprint
_ONE_TO_99 = (
    rf"(?:(?:{'|'.join([*_TENS, 'fourty'])})(?:[\s\u2010\u2011-]+(?:{'|'.join(_UNITS[1:10])})(?!\w))?"
    rf"|(?:{'|'.join(reversed(_UNITS))}))"
)
_BELOW_1000 = rf"(?:(?:{_ONE_TO_99}|a)[\s-]+hundred(?:(?:[\s-]+and)?[\s-]+{_ONE_TO_99})?|{_ONE_TO_99})"
_WORDS = rf"(?:(?:{_BELOW_1000}|a)[\s-]+thousand(?:(?:,|\s+and)?\s+{_BELOW_1000})?|{_BELOW_1000})"
_MORE_DIGITS = r"\d{0,2}(?:,\d{3})+(?:\.\d+)?|\d{0,2}(?:[\u2009\u202f\u00a0 ]\d{3})+(?![\d.,]\d|\d)|\d*(?:\.\d+)?"
_DIGITS = rf"[0-9.\x80-\U0010ffff](?<![\w.\u00b7].)(?:(?<=\d)(?:{_MORE_DIGITS})|(?<=\.)\d+)"
"""The first sign stands alone in front, because the engine can run ahead to the next sign of its class: any that may be
a digit, as to ask each sign whether it is one, in any script, takes longer."""
_DIGIT_NUMBER = re.compile(rf"(?P<number>{_DIGITS})(?:\s?(?P<percent>%|per\s?cent\b))?(?![\w\u00b7])")
_BEGINS = r"(?:zer|one|t(?:w[oe]|hre|hir|en)|fo(?:ur|rt)|fi[vf]|s(?:ix|ev)|e(?:ig|le)|nin|a[\s-]+[ht])"
"""What is sooner seen than that no number word stands there."""
_WORD_NUMBER = folded_pattern(rf"(?<![\w-])(?={_BEGINS})(?P<number>{_WORDS})(?:\s(?P<percent>per\s?cent\b))?(?![\w-])")
_SPELLED = frozenset({*_VALUE, "hundred", "thousand"})
_NOT_IN_NUMBERS = re.compile(r"[,\s\u2009\u202f\u00a0]")
_PARTS = re.compile(r"[a-z]+", re.IGNORECASE)
_MOST_DIGITS = 15
"""With their separators."""
_MILLION, _MILLION_IS = " million", 1_000_000
"""Behind a number it belongs to it: '1.2 million women'."""


class Number(NamedTuple):
    """A whole number as printed at ``text[start:end]``."""

    value: int
    start: int
    end: int


def counts_in(text: str, folded: str, words: frozenset[str]) -> Iterator[Number]:
    """The whole numbers of a text, in order, where its lower case and its words (`pieces.words_of`) are known.

    A percentage, a decimal and more digits than anything was ever counted with are none; '12-15' are two.
    """
    found = [] if _SPELLED.isdisjoint(words) else [*_WORD_NUMBER.finditer(folded)]
    if NUMBER in words:
        found += _DIGIT_NUMBER.finditer(text)
        found.sort(key=re.Match.start)
    for one in found:
        printed, percent = one.group("number", "percent")
        if percent is not None or (len(printed) > _MOST_DIGITS and not printed[0].isalpha()):
            continue
        if "million" in words and text.startswith(_MILLION, one.end()):
            yield Number(_millions(printed), one.start(), one.end() + len(_MILLION))
        elif "." not in printed:
            yield Number(_value_of(printed), *one.span())


def _millions(printed: str) -> int:
    """'1.2' and 'two' of them."""
    if "." in printed:
        return round(float(_NOT_IN_NUMBERS.sub("", printed)) * _MILLION_IS)
    return _value_of(printed) * _MILLION_IS


def _value_of(printed: str) -> int:
    return value_of_words(printed) if printed[0].isalpha() else int(_NOT_IN_NUMBERS.sub("", printed))


def value_of_words(words: str) -> int:
    """'Two hundred and sixty-one' is 261. Raises KeyError at a word that is no number."""
    total = below_thousand = 0
    for word in _PARTS.findall(words.lower()):
        if word in {"and", "a"}:
            continue
        if word == "thousand":
            total, below_thousand = max(below_thousand, 1) * 1000, 0
        elif word == "hundred":
            below_thousand = max(below_thousand, 1) * 100
        else:
            below_thousand += _VALUE[word]
    return total + below_thousand
