"""Clauses of a sentence: a piece between commas belongs to the clause beside it unless it has a finite verb of its own.

So a wish covers the whole list that it is about: 'better sleep, less noise and more humming are needed'.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.appraise.text.lexicon import folded_pattern

_PIECE_END = folded_pattern(
    r"[;:]\s|,\s|\s(?=(?:but|although|though|because|since|whereas|while|despite|"
    r"and (?:therefore |thus |hence |so |we )?(?:should|must|recommend|advise|"
    r"(?:can|could|may|is|are) (?:therefore |thus )?(?:be )?(?:recommended|advised|advisable|warranted|"
    r"indicated)|warrants?|deserves?|merits?))\b)",
)
_FINITE = folded_pattern(
    r"\b(?:is|are|was|were|has|have|had|do|does|did|can|cannot|could|may|might|must|should|will|would|found|led|"
    r"(?:remain|suggest|indicate|demonstrate|provide|reveal|appear|seem|deserve|improve)(?:s|d|ed)?|"
    r"(?:show|support|require|need|warrant|increase|decrease|reduce|cause|result|predict)(?:s|d|ed)|"
    r"(?:produce|diminish|lead|prolong|prevent|lower|enhance|promote|protect|reliev|alleviat|ameliorat|attenuat|accelerat|"
    r"delay|shorten|worsen|impair|facilitat|damage|hasten|lessen|boost|ease|trigger|raise|cure|heal|relieve)(?:s|es)|"
    r"(?:cure|ease|heal|stop|end|help|work)(?:s|p?ed|d))\b",
)
"""Auxiliaries, and the commonest verbs of conclusions in forms that are seldom nouns (dev)."""

_RELATIVE = folded_pattern(r"(?:which|who|where)\b")

Stretch = tuple[int, int]
"""Start and end of a part of a sentence."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A part of a sentence up to the end of the piece with its finite verb, and the pieces without one that follow."""

    head: Stretch
    tails: tuple[Stretch, ...] = ()


def clauses_of(sentence: str) -> list[Clause]:
    """The clauses of a sentence in lower case, in order and without gaps."""
    clauses: list[Clause] = []
    begun: int | None = None
    for start, end in _pieces(sentence):
        if begun is not None and _RELATIVE.match(sentence, start, end):
            clauses.append(Clause((begun, start)))
            begun = None
        if _FINITE.search(sentence, start, end):
            clauses.append(Clause((start if begun is None else begun, end)))
            begun = None
        elif clauses:
            last = clauses[-1]
            clauses[-1] = Clause(last.head, (*last.tails, (start, end)))
        elif begun is None:
            begun = start
    return clauses if begun is None else [Clause((begun, len(sentence)))]


def _pieces(sentence: str) -> Iterator[Stretch]:
    start = 0
    for end in (*(found.end() for found in _PIECE_END.finditer(sentence)), len(sentence)):
        if end > start:
            yield start, end
            start = end
