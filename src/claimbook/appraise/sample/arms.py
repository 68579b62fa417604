"""The groups of a study and how many people each had: 'placebo (n = 30)', '31 were assigned to usual care'.

A number is taken for the size of an arm where it stands with a name in one of a few forms. Neighbouring sizes that add
up to a number of the whole study are its arms; without that, the first sentence that names two sizes with 'n =' counts,
with less confidence.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import one_of, words
from claimbook.appraise.text.numbers import value_of_words
from claimbook.appraise.text.pieces import NUMBER
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import ArmRead, Read

_SIZE = re.compile(r"\d(?<![\w.,/-]\d)(?:\d{0,2}(?:,\d{3})+|\d{1,5})(?![\w.%/]*\d|%)")
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
_TEENS = words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_SPELLED_SIZE = re.compile(
    rf"(?<![\w.,/-])(?:(?:{'|'.join(sorted(_TENS))})(?:-\w+)?|{'|'.join(sorted(_TEENS))})(?![\w-])", re.IGNORECASE
)
_PEOPLE = r"(?:patients|women|men|subjects|participants|children|individuals|people|controls|cases|infants|adults)"
_N_EQUALS = re.compile(r"(?:[(\[](?P<inside>[^()\[\]]{0,60}?))?\b[nN]\s?=\s?$")
_AFTER_COMMA = re.compile(r"[^,;]*[,;]?\s*$")
_CLOSES = re.compile(rf"(?:\s{_PEOPLE})?(?=[),;\]\s])")
_NAME_BEHIND = re.compile(r"(?:,|\sfor|\sin)\s(?P<name>[a-zA-Z][^;,()\[\]]{1,40}?)(?=[;,)]|\sand\s)")
_ASSIGNED = re.compile(
    rf"\s(?:\([^()]{{1,40}}\)\s)?(?:{_PEOPLE}\s)?(?:were |was |who )?(?:(?:randomly )?(?:assigned|"
    rf"allocated|randomi[sz]ed|treated) )?"
    r"(?:to(?: receive| undergo)?|received|receiving|in|into|on|underwent|with)\s(?:the |"
    r"either )?(?P<name>[^.;,()]{2,60}?)"
    r"(?=\s?(?:\(|,|;|\.(?!\d)|\)|$|\b(?:and|versus|vs\.?|or)\s(?:\d|[a-z]+(?:-\w+)?\s(?:to|in|"
    r"received|were|patients|women))))",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\s(?P<name>[a-zA-Z][^.;,()\d]{2,40}?)(?=\s?(?:[,;)]|\band\s\d|\bvs\b|\bversus\b|$))", re.IGNORECASE
)
_IN_A_LIST = ("(", "and ", ", ", ": ", "versus ", "vs ")
_BOUNDARY = re.compile(r"[;()\[\]][^;()\[\]]*$")
_LONGEST_NAME, _EQUALS = 90, 3
"""Signs before a size in which its name, and an equals sign, stand."""
_LAST_PHRASE = re.compile(
    r"(?:.*(?:[:,]\s|\b(?:to|or|and|either|versus|vs\.?|received?|receiving|with|into|in|than|by|"
    r"undergo|of|between)\s))?"
    r"(?P<phrase>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NO_NAME = re.compile(
    r"^\W*(?:\d|patients?|women|men|participants?|subjects|children|adults|study|trial|months?|weeks?|years?|"
    r"both|each|all|total|who|were|was|median|mean|events?|deaths?|this|our|groups?\W*$)|"
    r"\b(?:study|trial|analysis|weeks|months|years)\b",
    re.IGNORECASE,
)
_CONTROLS = one_of(
    r"placebo | controls? | usual care | standard (?:care|therapy|treatment) | sham |"
    r" no (?:treatment|intervention|therapy) |"
    r"wait(?:ing|-)?\s?-?list | observation | conventional | comparison | routine care | treatment as usual | alone"
)
_COMPARATOR = re.compile(rf"\b{_CONTROLS}\b", re.IGNORECASE)
_ARTICLES = re.compile(r"^(?:the|a|an|either|group|arm)\s+", re.IGNORECASE)
Named = tuple[tuple[int, int], str]
"""Where the name of an arm stands, and the form that binds it to its size."""
_MOST_ARMS, _SURE, _LESS_SURE = 5, 0.9, 0.6


def arms_in(text: Text, totals: Collection[int]) -> tuple[ArmRead, ...]:
    """The arms, given the numbers that may stand for the whole study."""
    sentences = [one for one in text.sentences if one.role is not Role.CONCLUSIONS]
    by_sentence = [list(_arms_of(sentence)) for sentence in sentences]
    if (window := _adding_up([arm for arms in by_sentence for arm in arms], totals)) is not None:
        return window
    for arms in by_sentence:
        named = tuple(arm for arm in arms if arm.n.rule == "arms.n-equals")
        if len(named) > 1:
            return tuple(_less_sure(arm) for arm in named)
    return ()


def _adding_up(arms: Sequence[ArmRead], totals: Collection[int]) -> tuple[ArmRead, ...] | None:
    """The first neighbouring arms whose sizes add up to one of the totals."""
    for start in range(len(arms)):
        for size in range(2, min(_MOST_ARMS, len(arms) - start) + 1):
            window = tuple(arms[start : start + size])
            if sum(arm.n.value or 0 for arm in window) in totals:
                return window
    return None


def _less_sure(arm: ArmRead) -> ArmRead:
    return replace(arm, name=replace(arm.name, confidence=_LESS_SURE), n=replace(arm.n, confidence=_LESS_SURE))


def _arms_of(sentence: Sentence) -> Iterator[ArmRead]:
    """Every size with a name in one sentence, in order."""
    for size in _sizes_in(sentence):
        if (named := _name_of(sentence.text, size)) is not None and not _NO_NAME.search(
            sentence.text[slice(*named[0])]
        ):
            yield _arm(sentence, size, *named)


def _sizes_in(sentence: Sentence) -> list[re.Match[str]]:
    """Numbers of ten or more, in digits or in words, in order; most sentences need not be searched for them."""
    found = [*_SIZE.finditer(sentence.text)] if NUMBER in sentence.words else []
    if not (_TENS | _TEENS).isdisjoint(sentence.words):
        found += _SPELLED_SIZE.finditer(sentence.text)
        found.sort(key=re.Match.start)
    return found


def _arm(sentence: Sentence, size: re.Match[str], bounds: tuple[int, int], rule: str) -> ArmRead:
    name = sentence.text[slice(*bounds)]
    value = int(size[0].replace(",", "")) if size[0][0].isdigit() else value_of_words(size[0])
    n = Read(value, "explicit", _SURE, (sentence.span_of(size),), rule=f"arms.{rule}")
    named = Read(name, "explicit", _SURE, (sentence.part(*bounds),), rule=f"arms.{rule}")
    return ArmRead(named, n, "comparator" if _COMPARATOR.search(name) else "unclear")


def _name_of(text: str, size: re.Match[str]) -> Named | None:
    """Where the name of an arm stands, and the form that binds it to its size."""
    before = text[max(0, size.start() - _LONGEST_NAME) : size.start()]
    if "=" in before[-_EQUALS:] and (equals := _N_EQUALS.search(before)):
        return _named_by_equals(text, size, equals, size.start() - len(before))
    if before.endswith("(") and re.match(rf"\s{_PEOPLE}\)", text[size.end() :]):
        return _with(_last_phrase(text, size.start() - 1), "bracket")
    if found := _ASSIGNED.match(text, size.end()):
        return _with(_trimmed(text, *found.span("name")), "assigned")
    if before.endswith(_IN_A_LIST) and (found := _LISTED.match(text, size.end())):
        return _with(_trimmed(text, *found.span("name")), "listed")
    return None


def _named_by_equals(text: str, size: re.Match[str], equals: re.Match[str], start: int) -> Named | None:
    """'placebo (n = 30)', '(n = 30, placebo; ...)', '(placebo, n = 30; ...)', '(n = 30 for placebo, ...)'."""
    if found := _NAME_BEHIND.match(text, size.end()):
        return _with(_trimmed(text, *found.span("name")), "n-equals")
    if not _CLOSES.match(text, size.end()):
        return None
    inside = _AFTER_COMMA.search(equals["inside"] or "")
    if inside and inside[0].strip(" ,;"):
        first = start + equals.start("inside") + inside.start()
        return _with(_trimmed(text, first, start + equals.end("inside")), "n-equals")
    return _with(_last_phrase(text, start + equals.start()), "n-equals")


def _with(bounds: tuple[int, int] | None, rule: str) -> Named | None:
    return None if bounds is None else (bounds, rule)


def _last_phrase(text: str, end: int) -> tuple[int, int] | None:
    """The last phrase of the words before a bracket."""
    start = max(0, end - _LONGEST_NAME)
    if boundary := _BOUNDARY.search(text[start:end]):
        start += boundary.start() + 1
    phrase = _LAST_PHRASE.match(text[start:end])
    return _trimmed(text, start + (phrase.start("phrase") if phrase else 0), end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Without space, articles and the word 'group' before the name."""
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip(" ,")), start + len(words.rstrip(" ,"))
    while article := _ARTICLES.match(text[start:end]):
        start += article.end()
    return (start, end) if start < end else None
