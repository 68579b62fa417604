"""A conclusion that claims the opposite of what the results tell: they had more hiccups, and 'humming reduces hiccups'.

Only where it is plain: the conclusion says with a verb of change, or with 'effective', what the intervention does to an
outcome, and the results alone tell surely that the same outcome went the other way.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claimbook.appraise.direction.comparison import EMPTY, Triple, stems_of
from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.direction.words import cue_of, polarity_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.reading import Sentence, Text, text_of
from claimbook.model.appraisal import Comparison
from claimbook.model.record import AbstractSection

_DOES = re.compile(r"\b(?P<verb>[a-z]{3,})\s(?:the\s|their\s)?(?=(?P<what>[a-z][^.;:,()]{2,80}))")
_GOOD_FOR = folded_pattern(
    r"\b(?:is|was|are|were|seems|appears|proved)\s(?:\w+\s){0,3}?(?P<verb>effective)\s"
    r"(?:(?:treatment|therapy|remedy|option|intervention|way)s?\s)?(?:for|against|of|in (?:treating|reducing))\s"
    r"(?P<what>[a-z][^.;:,()]{2,80})"
)
_ENDS = folded_pattern(
    r"\s(?:in|among|amongst|compared|more|less|better|than|when|but|without|after|with|by|at|over|during|and|or|as|to)\b"
)
"""Behind the name of an outcome."""
_TAKES_AWAY = folded_pattern(r"(?:prevent|reliev|alleviat|ameliorat|eas(?!y)|treat)")
_TURNED = folded_pattern(
    r"\b(?:free|freedom|absence|without|resolution|relief|thresholds?|tolerance|time (?:to|until)|surviv\w+|remission|"
    r"recover\w+|reductions?|decreases?|improvements?|loss)\b"
)
"""In a result: what it counts may be the opposite of the outcome that it names ('more were hiccup-free')."""


_SUBJECT = 80
"""Signs before the verb, in which it is named who does it."""


_OTHER_WAY = {
    "lower": frozenset({"MORE", "UP", "BAD", "SLOW"}),
    "higher": frozenset({"LESS", "DOWN", "BAD", "FAST", "SLOW"}),
}
"""Words of direction without which a result does not tell the opposite."""


class Opposite(NamedTuple):
    """The result, and the conclusion that says the opposite."""

    result: Sentence
    claim: Sentence


class _Claimed(NamedTuple):
    """What a conclusion says that somebody did to something."""

    who: str
    what: str
    way: str


def opposite_of_results(text: Text, comparisons: Sequence[Comparison], claims: Sequence[Sentence]) -> Opposite | None:
    """The first claim that the results contradict; ``claims`` are concluding sentences that claim an effect."""
    first, second = _sides(comparisons)
    if not first or not second or not claims:
        return None
    for sentence in claims:
        for claimed in _claimed_in(sentence.folded):
            if not _is_of(claimed.who, first, second) or not _may_contradict(text, claimed):
                continue
            if told := _told(_without_conclusions(text), Triple(first, second, claimed.what)):
                change, said = told
                shown = next((one for one in text.in_roles(Role.RESULTS) if one.text == said), None)
                if shown and change not in {claimed.way, "no-difference"} and not _TURNED.search(shown.folded):
                    return Opposite(shown, sentence)
    return None


def _may_contradict(text: Text, claimed: _Claimed) -> bool:
    """A quick look: whether a result with a word of the outcome has one of the other way, too."""
    named = stems_of(claimed.what) - EMPTY
    results = (one for one in text.in_roles(Role.RESULTS) if stems_of(one.folded) & named)
    return any(cue_of(word) in _OTHER_WAY[claimed.way] for one in results for word in one.words)


def _sides(comparisons: Sequence[Comparison]) -> tuple[str, str]:
    if not comparisons:
        return "", ""
    return comparisons[0].intervention.value or "", comparisons[0].comparator.value or ""


def _without_conclusions(text: Text) -> Text:
    parts = ((role, " ".join(one.text for one in text.in_roles(role))) for role in (Role.METHODS, Role.RESULTS))
    return text_of(text.title, *(AbstractSection(said, role.value.upper()) for role, said in parts if said))


def _told(results: Text, asked: Triple) -> tuple[str, str] | None:
    """Which way the results alone say surely that an outcome went, and their sentence."""
    read = change_of(results, asked)
    if read.value is None or not read.spans or read.confidence < LINES["direction"].confidence:
        return None
    return read.value, results.quote(read.spans[0])


def _claimed_in(folded: str) -> Iterator[_Claimed]:
    for pattern in (_DOES, _GOOD_FOR):
        for found in pattern.finditer(folded):
            what = _ENDS.split(found["what"], maxsplit=1)[0].strip()
            if what and (way := _way(found["verb"], what)):
                yield _Claimed(folded[max(0, found.start() - _SUBJECT) : found.start()], what, way)


def _way(verb: str, what: str) -> str:
    """Lower or higher, where the verb and the kind of outcome tell it."""
    if _TAKES_AWAY.match(verb):
        return "lower"
    cue = cue_of(verb)
    if cue == "GOOD":
        return {"b": "lower", "g": "higher"}.get(polarity_of(what), "")
    return {"DOWN": "lower", "UP": "higher"}.get(cue, "")


def _is_of(who: str, first: str, second: str) -> bool:
    """Whether the subject is the intervention, and not what it was compared with."""
    named, other = stems_of(first) - EMPTY, stems_of(second) - EMPTY
    said = stems_of(who)
    return bool(said & (named - other)) and not said & (other - named)
