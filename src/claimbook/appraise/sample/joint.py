"""Sizes that are told for several arms at once: '30 in each group', 'humming or rest (n = 31 and 29, respectively)'."""

import re
from collections.abc import Collection, Iterator

from claimbook.appraise.sample.forms import ARM_PEOPLE, Bounds, Sized, last_phrase, name_at, size_of
from claimbook.appraise.text.lexicon import folded_pattern, words
from claimbook.appraise.text.numbers import value_of_words
from claimbook.appraise.text.pieces import NUMBER
from claimbook.appraise.text.reading import Sentence
from claimbook.model.appraisal import Span

_N = r"(?:\d{1,3}(?:,\d{3})+|\d{1,6})"
_PAIR = rf"(?P<n1>{_N})\s?(?:and|or|vs\.?|versus|/|,)\s?(?:n\s?=\s?)?(?P<n2>{_N})"
_IN_BRACKET = folded_pattern(
    rf"[(\[](?P<n>n\s?=\s?)?(?P<sizes>{_N}(?:\s?(?:and|or|vs\.?|versus|/|,(?: and)?)\s?(?:n\s?=\s?)?{_N}){{1,3}})"
    r"(?:\s?,? respectively)?\s?[)\];,]"
)
_SIZE = re.compile(_N)
_BETWEEN = folded_pattern(r"\s(?:and|or|versus|vs\.?)\s(?:to |the |a )?(?=[^,;()]{2,40}$)")
_BEFORE_NAMES = folded_pattern(
    rf"(?<![\w.%]){_PAIR} (?:{ARM_PEOPLE} )?(?:were )?(?:randomly )?(?:assigned |allocated |randomi[sz]ed )?"
    r"(?:to(?: receive)?|in|received|on) (?:the )?(?P<first>[a-z][\w -]{1,40}?) (?:and|or|versus|vs\.?) "
    r"(?:to |the |a )?(?P<second>[a-z][\w -]{1,40}?)(?: groups?| arms?)?,? respectively"
)
_REACH = 60
"""Signs before a bracket in which two names stand."""
_CASES = folded_pattern(
    rf"(?<![\w.%])(?P<n1>{_N}) (?:[\w-]+ ){{0,4}}?(?P<first>cases) and "
    rf"(?P<n2>{_N}) (?:[\w-]+ ){{0,4}}?(?P<second>controls)\b"
)
_GROUPS = r"(?:groups?|arms?|conditions?)"
_MANY = {"two": 2, "both": 2, "either": 2, "three": 3, "four": 4, "five": 5, "2": 2, "3": 3, "4": 4}
_IN_WORDS = r"(?:ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-[a-z]{3,5})?"
_HAD = r"(?:contained|contain(?:ing|s)|consist(?:ed|ing) of|compris(?:ed|ing)|included|of|with|\(?n\s?=)"
_EACH = (
    (
        words("each per"),
        folded_pattern(
            rf"(?<![\w.,/-])(?P<n>{_N}) (?:{ARM_PEOPLE} )?(?:were )?(?:randomly )?(?:assigned |allocated |included )?"
            rf"(?:(?:in|to|per|for) )?(?P<each>each|per) (?:of the )?(?:\w+ ){{0,2}}{_GROUPS}\b"
        ),
    ),
    (
        words(f"each {' '.join(_MANY)} {NUMBER}"),
        folded_pattern(
            rf"(?<![\w-])(?:(?P<each>each|{'|'.join(_MANY)}) (?:of the )?(?:[a-z-]+ ){{0,3}}?{_GROUPS}|"
            rf"{_GROUPS},? each)(?: [a-z-]+){{0,4}}? {_HAD}\s?(?P<n>{_N})(?![\w%]|\.\d)"
            rf"(?=\s(?:\w+ )?{ARM_PEOPLE}|\s?[);,.]|\s(?:each|receiving|who|were)\b)"
        ),
    ),
    (
        words("each"),
        folded_pattern(
            rf"(?<![\w.,/-])(?P<n>{_N}|{_IN_WORDS}) (?:{ARM_PEOPLE} )?(?:in )?(?P<each>each)\b(?: one)?(?=[),.;])"
        ),
    ),
    (
        words(f"two three four five {NUMBER}"),
        folded_pattern(
            rf"\b(?P<each>two|three|four|five|[2-5]) (?:[a-z-]+ ){{0,3}}?{_GROUPS},? of "
            rf"(?P<n>{_N}|{_IN_WORDS})\b(?![.%])"
        ),
    ),
)
"""Forms, each behind the words of which one stands in it."""
_EQUALLY = words("equal equally")
_EQUAL = folded_pattern(
    rf"\b(?P<many>two|three|four|five|[2-5]) equal(?:ly[ -]sized|-sized)? (?:[a-z-]+ )?{_GROUPS}|"
    rf"\bequally (?:[a-z-]+ ){{0,3}}?(?:to|in|into|between|among) "
    rf"(?P<groups>two|three|four|five|[2-5]) (?:[a-z-]+ )?{_GROUPS}"
)
_GROUP_WORDS = words("group groups arm arms condition conditions each")
_COUNTS_ARMS = folded_pattern(rf"\b(?P<many>two|both|three|four|five|[234]) (?:[\w-]+ ){{0,2}}{_GROUPS}")
_FEWEST, _ARMS = 5, range(2, 7)


def pairs_in(sentence: Sentence) -> list[Sized]:
    """Two sizes behind, or before, two names; the first such place."""
    text = sentence.folded
    if "(" in text and (found := _IN_BRACKET.search(text)):
        return _behind_names(sentence, found)
    if "respectively" in sentence.words and (found := _BEFORE_NAMES.search(text)):
        return _pair(sentence, found, found.span("first"), found.span("second"))
    if {"cases", "controls"} <= sentence.words and (found := _CASES.search(text)):
        return _pair(sentence, found, found.span("first"), found.span("second"))
    return []


def _behind_names(sentence: Sentence, found: re.Match[str]) -> list[Sized]:
    """'Humming, singing or rest (n = 31, 30 and 29)'; without 'n =' they must add up to be arms."""
    sizes = [*_SIZE.finditer(sentence.folded, *found.span("sizes"))]
    names = _names_before(sentence.folded, found.start(), len(sizes))
    form = "respectively" if found["n"] else "pair"
    return [
        Sized(sentence, size_of(size[0]), size.span(), name, form) for size, name in zip(sizes, names, strict=False)
    ]


def _names_before(text: str, end: int, many: int) -> list[Bounds]:
    """As many names as there are sizes, told one after the other; none where they are not found."""
    start = max(0, end - _REACH * (many - 1))
    between = _BETWEEN.search(text[start:end].rstrip())
    if between is None:
        return []
    names, last = [(start + between.end(), end)], start + between.start()
    for _ in range(many - 2):
        last = start + len(text[start:last].rstrip(", "))
        comma = text.rfind(",", start, last)
        names, last = [(comma + 1, last), *names], comma
    first = last_phrase(text, last) if last > start else None
    trimmed = [name for one in names if (name := name_at(text, *one))]
    return [first, *trimmed] if first and len(trimmed) == many - 1 else []


def _pair(sentence: Sentence, found: re.Match[str], *names: Bounds) -> list[Sized]:
    """Two sizes with their names."""
    trimmed = [name_at(sentence.folded, *name) for name in names]
    return [
        Sized(sentence, size_of(found[n]), found.span(n), name, "respectively")
        for n, name in zip(("n1", "n2"), trimmed, strict=True)
        if name is not None
    ]


def each_in(sentence: Sentence, totals: Collection[int]) -> tuple[int, int, Span, bool] | None:
    """How many arms have how many people each, where that stands, and whether they add up to a number of the study."""
    if sentence.words.isdisjoint(_GROUP_WORDS):
        return None
    for found in _all(sentence):
        size = _size_of(found["n"])
        fitting = [total // size for total in totals if size >= _FEWEST and total % size == 0]
        many = [one for one in fitting if one in _ARMS]
        said = _MANY.get(found["each"] or "") or _said(sentence)
        if many and said in {None, many[0]}:
            return many[0], size, sentence.span_of(found, "n"), True
        if said and size >= _FEWEST:
            return said, size, sentence.span_of(found, "n"), False
    return None


def equal_in(sentence: Sentence, totals: Collection[int]) -> tuple[int, int, Span] | None:
    """How many equal groups there are, and the people of each, where one number of the study can be parted so."""
    found = _EQUAL.search(sentence.folded) if not sentence.words.isdisjoint(_EQUALLY) else None
    many = _MANY[found["many"] or found["groups"]] if found else 0
    parted = [total // many for total in totals if many and total % many == 0 and total // many >= _FEWEST]
    return (many, parted[0], sentence.span_of(found)) if found and len(parted) == 1 else None


def _size_of(printed: str) -> int:
    return value_of_words(printed) if printed[0].isalpha() else size_of(printed)


def _all(sentence: Sentence) -> Iterator[re.Match[str]]:
    for beside, pattern in _EACH:
        if not beside.isdisjoint(sentence.words):
            yield from pattern.finditer(sentence.folded)


def _said(sentence: Sentence) -> int | None:
    found = _COUNTS_ARMS.search(sentence.folded)
    return _MANY[found["many"]] if found else None
