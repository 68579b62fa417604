"""Whether a sentence speaks of another outcome that shares words with the asked one. Pure.

Of 'stomach ulcers' asked for, 'colon ulcers' is another outcome, of 'falls' the fear of them. The words that make none
are our choice, held against the training half of ``evidence_inference``.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from claimbook.appraise.direction.comparison import EMPTY, TOKEN, Token, stem, stems_of, tokens_of
from claimbook.appraise.direction.features import Reading
from claimbook.appraise.direction.outcome_words import heads_of
from claimbook.appraise.direction.words import cue_of
from claimbook.appraise.text.lexicon import words
from claimbook.appraise.text.other_things import is_another_thing

_OPENS = words("the a an of in on for and or with no any to at from by , ; : . (")
"""What stands before a name of an outcome."""
_NEUTRAL = words(
    "overall average all cause severe moderate mild chronic acute new self reported patient postoperative long "
    "short term subsequent recurrent persistent adjusted unadjusted crude primary secondary serum plasma blood "
    "clinical observed subjective perceived current annual daily weekly monthly early late general several other "
    "such further additional very follow post both these their its his her our this that significant estimated pooled"
)
"""Adjectives that make no other outcome."""
_LEAST = 4


def rival_of(reading: Reading) -> str:
    """The leading word of the outcome where another one stands in its place; nothing where none does."""
    leading, *rest = _ordered(reading.question.outcome) or ("",)
    if not rest or any(one.stem == leading for one in reading.tokens):
        return ""
    second = (place for place, one in enumerate(reading.tokens) if one.part == "O" and one.stem == rest[0])
    return leading if any(_opens(reading.tokens, place) for place in second) else ""


def is_denied(reading: Reading) -> bool:
    """Whether the outcome is only named by what it is not: 'non-vertebral fractures'."""
    words = [one.word for one in reading.tokens]
    return "non" not in reading.question.outcome and any(
        one.part == "O" and words[max(0, place - 2) : place] == ["non", "-"] for place, one in enumerate(reading.tokens)
    )


def is_of_another_thing(sentences: Iterable[str], outcome: str) -> bool:
    """Whether the outcome stands in them only within the name of another thing: 'fear of falling', 'stroke volume'."""
    named = [is_another_thing(one, start, end, outcome) for one in sentences for start, end in _places_of(outcome, one)]
    return bool(named) and all(named)


def _places_of(outcome: str, sentence: str) -> Iterator[tuple[int, int]]:
    """Where its head stands, with the words of its name right before it."""
    heads, stems, tokens = {*heads_of(outcome)}, stems_of(outcome), tokens_of(sentence)
    for place, token in enumerate(tokens):
        if token.stem in heads:
            first = place
            while first and tokens[first - 1].stem in stems:
                first -= 1
            yield tokens[first].start, token.end


def _opens(tokens: tuple[Token, ...], place: int) -> bool:
    """Whether a qualifying word stands right before a place, and before that the beginning of a name."""
    if not place:
        return False
    one, before = tokens[place - 1], tokens[place - 2].word if place > 1 else "."
    plain = one.part or one.word in _NEUTRAL or one.word in _OPENS or one.stem in EMPTY or cue_of(one.word)
    return (
        not plain
        and one.word.isalpha()
        and not one.word.endswith("ly")
        and len(one.word) >= _LEAST
        and before in _OPENS
    )


@lru_cache(maxsize=64)
def _ordered(outcome: str) -> tuple[str, ...]:
    stems = (stem(one) for one in TOKEN.findall(outcome) if one[0].isalnum())
    return tuple(one for one in stems if one not in EMPTY)
