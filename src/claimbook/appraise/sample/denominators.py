"""The people of whom a result counts some: '9/61 in the humming group and 14/59 at rest' were 61 and 59 analysed."""

import re

from claimbook.appraise.sample.forms import ARM_PEOPLE, STOPS, Named, Sized, is_no_name, last_phrase, name_at, size_of
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.reading import Sentence

_PART = folded_pattern(
    r"(?:/\s?|o(?<!\wo)f\s(?:the |all )?)(?P<n>\d{1,3}(?:[,\u2009\u202f\u00a0 ]\d{3})+|\d{2,6})(?![\w.%/-]*\d|%)"
)
_COUNTED = re.compile(r"(?<![\w.,/-])\d{1,5}\s?$")
_LONGEST_COUNT, _OPENS_WITHIN = 8, 12
"""Signs before a denominator in which the number stands that it is of, and its bracket opens."""
_BEHIND = folded_pattern(
    r"[)\]]?(?:[,;]?\s?[(\[]?\d[\d.]*\s?%[)\]]?[,;)]?)?\s(?:of )?(?:the )?"
    rf"(?:{ARM_PEOPLE} |group )?(?:were |who were |who )?"
    r"(?:(?P<how>(?:treated|randomi[sz]ed|assigned|allocated) (?:with|to|in|on)|given|receiving|received)|"
    r"(?:with|in|on|to|from|underwent)) (?:the )?"
    rf"(?P<name>[^.;,()]{{2,50}}?){STOPS}"
)
_RESPECTIVELY = folded_pattern(
    r"\b(?:in|for|with|among|of|receiving) (?:the )?(?P<first>[a-z][\w /-]{1,40}?) (?:and|versus|vs\.?) (?:the )?"
    r"(?P<second>[a-z][\w /-]{1,40}?)(?: groups?| arms?| patients)?,? respectively"
)


def parts_in(sentence: Sentence) -> list[Sized]:
    """Two denominators or more that stand with different names, in order."""
    text = sentence.folded
    if "/" not in text and " of " not in text:
        return []
    parts = [one for one in _PART.finditer(text) if _counts_some(text, one)]
    if len(parts) == 2 and (names := _RESPECTIVELY.search(text, parts[1].end())):  # noqa: PLR2004
        return [
            Sized(sentence, size_of(part["n"]), part.span("n"), names.span(name), "of-treated")
            for part, name in zip(parts, ("first", "second"), strict=True)
        ]
    found = [_sized(sentence, one) for one in parts]
    named = [one for one in found if one is not None]
    return named if len(named) > 1 and len({one.words for one in named}) == len(named) else []


def _counts_some(text: str, found: re.Match[str]) -> bool:
    """'9/61', or any words before 'of 61'; but not '120/80', which is a blood pressure."""
    if text[found.start()] != "/":
        return True
    counted = _COUNTED.search(text[max(0, found.start() - _LONGEST_COUNT) : found.start()])
    return counted is not None and int(counted[0]) <= size_of(found["n"])


def _sized(sentence: Sentence, found: re.Match[str]) -> Sized | None:
    named = _name(sentence.folded, found)
    return None if named is None else Sized(sentence, size_of(found["n"]), found.span("n"), *named)


def _name(text: str, found: re.Match[str]) -> Named | None:
    """Before the bracket in which they stand, else behind them."""
    opened = text.rfind("(", max(0, found.start() - _OPENS_WITHIN), found.start())
    before = last_phrase(text, opened) if opened >= 0 and ")" not in text[opened : found.start()] else None
    if before is not None and not is_no_name(text[slice(*before)]):
        return before, "of"
    behind = _BEHIND.match(text, found.end())
    name = name_at(text, *behind.span("name")) if behind else None
    if behind is None or name is None or is_no_name(text[slice(*name)]):
        return None
    return name, "of-treated" if behind["how"] else "of"
