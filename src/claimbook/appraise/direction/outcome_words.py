"""The words of an outcome: which of them a text must say, and by which others of one meaning it may be called. Pure.

An outcome is a phrase with a head: 'hospital mortality' is told by a sentence of deaths, not by one of hospitals. Where
the head says nothing by itself ('effect', 'time', 'level'), what it is of, or what stands before it, must be said.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from claimbook.appraise.direction.comparison import EMPTY, stem, stems_of
from claimbook.appraise.text.lexicon import BRACKETS, fold
from claimbook.appraise.text.spelling import BEGINNINGS

_GENERAL = EMPTY | stems_of(
    "ability activity adult all amount any case change child children composite concentration condition days decrease "
    "degree duration effect end endpoint event feeling final frequency function functioning good great greater hours "
    "improvement incidence increase index infant intensity inventory length less level likelihood man mean measure "
    "measurement median men more need number occurrence other outcome overall participant patient people percentage "
    "person poor prevalence prevention proportion questionnaire range rate rating reduction related response result "
    "risk scale score sd self severity sign start starting state status symptom taken time total use value volume "
    "woman women"
)
"""Stems of words that tell no outcome by themselves."""
_SHORT = re.compile(r"\(([A-Z][\w-]{1,9})\)")
"""An abbreviation behind a phrase; many texts use nothing else."""
_ALSO = re.compile(r"\w \(([a-z][a-z -]{4,})\)\W*$")
"""Another name of the whole: 'heart attack (myocardial infarction)'."""
_PARTS = re.compile(
    r"\b(?:of|in|at|on|for|to|due to|during|by|within|between|among|after|before|from|with|without|requiring|needing"
    r"|leading to|which|who|that|as|per|under|following|according)\b|[,;:]"
)
"""What parts the head of a phrase from what it is of."""
_OR = re.compile(r"\b(?:or|and)\b|/")
_WORD = re.compile(r"[^\W\d_]+")

_OTHERWISE = tuple(
    (re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), words)
    for pattern, words in (
        (r"deaths?|mortality|fatalit(?:y|ies)", ("death", "mortality", "died")),
        (
            r"adverse (?:effects?|events?|reactions?)|side[ -]effects?",
            ("adverse events", "adverse effects", "side effects"),
        ),
        (r"withdrawals?|discontinuations?|drop-?outs?", ("withdrawal", "discontinuation")),
        (r"ha?emorrhages?|bleeding", ("haemorrhage", "hemorrhage", "bleeding")),
    )
)
"""Outcomes that a question and a trial often call by different words of one meaning."""
_ENDINGS = (("isation", "ization"), ("ical", "ic"))
_SPELLINGS = tuple(
    (re.compile(pattern % one, re.IGNORECASE), other)
    for pattern, pairs in ((r"\b%s", BEGINNINGS), (r"(?<=\w{3})%s(?=s?\b)", _ENDINGS))
    for pair in pairs
    for one, other in (pair, pair[::-1])
)
"""Words as they are spelt in Britain and in America, and adjectives of two forms ('virological', 'virologic')."""


@lru_cache(maxsize=256)
def heads_of(outcome: str) -> tuple[str, ...]:
    """Stems of which a text that tells an outcome says at least one: 'deaths or strokes' has two, 'events' none."""
    phrase = BRACKETS.sub(" ", fold(outcome))
    for part in _PARTS.split(phrase):
        heads = tuple(dict.fromkeys(filter(None, map(_head, _OR.split(part)))))
        if heads:
            return heads + tuple(filter(None, map(_head, map(fold, _SHORT.findall(outcome)))))
    return ()


def _head(part: str) -> str:
    """The last word of a part that tells something."""
    telling = [one for one in map(stem, _WORD.findall(part)) if one not in _GENERAL]
    return telling[-1] if telling else ""


@lru_cache(maxsize=256)
def wordings_of(outcome: str) -> tuple[str, ...]:
    """An outcome in its own words, then in others of one meaning and in the other spelling."""
    return tuple(dict.fromkeys((outcome, *_otherwise(outcome))))


def _otherwise(outcome: str) -> Iterator[str]:
    if also := _ALSO.search(outcome):
        yield also[1]
    for pattern, words in _OTHERWISE:
        if pattern.search(outcome):
            yield from (pattern.sub(one, outcome) for one in words)
    for pattern, other in _SPELLINGS:
        yield pattern.sub(other, outcome)
