"""What the other arm is called where the question does not name it, or names it otherwise. Pure.

A claim of humming may leave open against what. A trial of two arms tells it, by whatever name; and what a sentence that
names the intervention holds it against is the other arm: 'compared with usual care, humming ...'. Our choice.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from claimbook.appraise.direction.comparison import EMPTY, Finder, Token, Triple, finder_of, stems_of, tokens_of
from claimbook.appraise.direction.cues import Sign
from claimbook.appraise.direction.features import Reading
from claimbook.appraise.direction.words import DOES_WITHOUT
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.reading import Text
from claimbook.model.appraisal import Comparison

_MOST_WORDS = 6
_PLAIN = (
    r"(?:(?:usual|standard|routine|conventional|regular|customary|ordinary|normal|traditional|best|supportive|current)"
    r" (?:\w+ )?(?:care|treatments?|therap(?:y|ies)|management|practice|medication|medical care)\b"
    r"|(?:treatment|care) as usual\b|no[ -](?:treatment|intervention|therapy)\b|nothing\b|watchful waiting\b"
    r"|(?:the )?(?:other|comparison) (?:group|arm)\b)"
)
"""Names of a comparator that is no treatment of its own; nobody calls the tested arm so."""
_USUAL = re.compile(_PLAIN)
_AGAINST = (
    r"\b(?:compared (?:with|to)|comparison (?:with|to)|relative to|versus|vs\.?|unlike|as against|than)"
    r" (?:(?:with|to|in|for|on|after|under|the|an?|that|those|patients|participants|adults|people|subjects|women|men"
    r"|children|who|receiving|received|given|got|had|underwent|undergoing|(?:randomi[sz]|assign|allocat|treat)ed"
    r"|randomly) )*"
)
_ENDS = (
    r"(?=\s?(?:[,;:.(]|$)| (?:was|were|is|are|had|has|did|occurred|resulted|led|showed|reported|experienced|reduced"
    r"|groups?|arms?|alone|only|patients|participants|recipients|at|after|during|in|for|on|by|with|and|or|but)\b)"
)
_HELD_AGAINST = re.compile(rf"{_AGAINST}(?P<name>(?P<plain>{_PLAIN})|[a-z][\w'-]*(?: [a-z][\w'-]*){{0,3}}?{_ENDS})")
_TURN = re.compile(r"[;.]|\b(?:but|whereas|while|although|though|however)\b")
"""Behind it another sentence begins: 'singing did better than usual care; humming did not'."""
_NO_ARM = re.compile(
    r"\b(?:baseline|before|earlier|previous\w*|prior|initial\w*|pre|pretreatment|admission|entry|enrolment|values?"
    r"|levels?|scores?|years?|months?|weeks?|days?|hours?|periods?|times?|expected|reported|usual|average|half)\b"
)
"""What a result is also held against: another time, or what was hoped for."""


def with_own_comparator(triple: Triple, comparisons: Sequence[Comparison], text: Text) -> Triple:
    """A triple that leaves the comparator open, with the one of a text that compares the intervention with one arm."""
    if triple.comparator or not comparisons:
        return triple
    finder = finder_of(f"{text.title}\n{text.abstract}", triple)
    names = {one.value for pair in comparisons for one in (pair.intervention, pair.comparator) if one.value}
    others = {name for name in names if not _names_the_intervention(finder.mark(tokens_of(name)), triple)}
    if len(others) != 1 or len(names) == 1 or not all(_may_name(name, finder) for name in others):
        return triple
    return replace(triple, comparator=others.pop())


def _names_the_intervention(tokens: Sequence[Token], triple: Triple) -> bool:
    """Whether a name holds the intervention: its short form, or all of its words. Forward is no backward walking."""
    told = {one.stem for one in tokens if one.part == "I"}
    words = stems_of(triple.intervention) - EMPTY
    return bool(told) and (words <= told or words.isdisjoint(told) or told == {one.stem for one in tokens} - EMPTY)


def _may_name(name: str, finder: Finder) -> bool:
    """Whether a name tells an arm, and nothing of the outcome."""
    stems = stems_of(name) - finder.intervention
    told = bool(stems - EMPTY) or _USUAL.fullmatch(fold(name)) is not None
    return told and stems.isdisjoint(finder.outcome) and len(name.split()) <= _MOST_WORDS


def with_other_arm(reading: Reading, finder: Finder) -> Reading:
    """The same with the comparator where only the intervention is named, behind what it is held against.

    Else the intervention, behind 'compared with', would be taken for what something else is held against. Only a plain
    name is taken for the asked comparator; any other one may be a third arm, and leaves a doubt.
    """
    names = {one.name for one in reading.signs}
    if "C" in names or not {"I", "THAN"} <= names or reading.question.of_itself:
        return reading
    for found in _HELD_AGAINST.finditer(reading.folded):
        span = found.span("name")
        firsts = [one.start for one in reading.signs if one.name == "I" and not span[0] <= one.start < span[1]]
        fronted = firsts and firsts[0] > span[1] and not _TURN.search(reading.folded, span[1], firsts[0])
        if fronted and _is_an_arm(found, reading, finder.triple):
            return _named(reading, span, unknown=not (found["plain"] and _is_asked(finder.triple)))
    return reading


def _is_an_arm(found: re.Match[str], reading: Reading, triple: Triple) -> bool:
    """Whether what is held against the intervention is neither itself, nor a time, nor the outcome."""
    start, end = found.span("name")
    inside = [one for one in reading.tokens if start <= one.start < end]
    parts = {one.part for one in inside if one.part and not (found["plain"] and one.stem in EMPTY)}
    if parts & {"C", "O"} or ("I" in parts and _names_the_intervention(inside, triple)):
        return False
    if found["plain"]:
        return True
    told = [one for one in inside if one.stem not in EMPTY and one.word[0].isalpha()]
    return bool(told) and _NO_ARM.search(found["name"]) is None


def _is_asked(triple: Triple) -> bool:
    """Whether a plain name fits the asked comparator: none is asked for, or one that does without."""
    return not triple.comparator or DOES_WITHOUT.search(fold(triple.comparator)) is not None


def _outside(span: tuple[int, int], signs: Sequence[Sign]) -> list[Sign]:
    return [one for one in signs if not span[0] <= one.start < span[1]]


def _named(reading: Reading, span: tuple[int, int], *, unknown: bool) -> Reading:
    """The reading with an arm in this place; its name tells no direction ('low', 'no')."""

    def marked(one: Token) -> Token:
        inside = span[0] <= one.start < span[1] and one.word[0].isalnum()
        return replace(one, part="C") if inside and one.part != "C" else one

    signs = sorted([*_outside(span, reading.signs), Sign("C", *span)], key=lambda one: one.start)
    return replace(reading, tokens=tuple(map(marked, reading.tokens)), signs=tuple(signs), unknown_arm=unknown)
