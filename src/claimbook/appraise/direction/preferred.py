"""Which of several sentences on one outcome stands for the study, before they vote. Pure.

A part of the people, a crude figure, another exposure and a bare count stand back behind a result of all of them; and
'the difference between groups was ...' speaks of the outcome of the sentence before it, where that one tells only how
each group changed. The forms are our choice, read from invented abstracts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from claimbook.appraise.direction.cues import WAYS
from claimbook.appraise.direction.features import Reading, is_test
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold, folded_pattern
from claimbook.appraise.text.reading import Sentence

Floats = NDArray[np.float64]
_BACK = 4.0
"""How far a sentence stands back: it then weighs about a fiftieth of its like."""
_AHEAD = 1.0
_SHORT = 3
_WELL_SAID = 0.5
_OF_A_PART = folded_pattern(
    r"\bsub-?\s?(?:group|set|sample|analys[ei]s|population)s?\b|\bpost[- ]?hoc\b|\bper[- ]protocol\b|\bas[- ]treated\b"
    r"|\bcompleters\b|\bcompleter analys|\bexploratory\b"
    r"|\b(?:among|in|for|of) (?:the )?(?:\d+ )?(?:patients|participants|women|men|those|people|adults|children"
    r"|subjects) (?:(?:who|whose)(?! (?:\w+ )?(?:receiv|were|under|had|took|got|completed|did|do|use))"
    r"|aged|younger|older)\b"
)
"""A part of the people."""
_CRUDE = folded_pattern(
    r"\bbefore (?:matching|adjust\w+|weighting)\b|\bcrude\b|\bunadjusted\b|\bunivaria(?:te|ble)\b|\bunmatched\b"
)
_PUT_RIGHT = folded_pattern(r"\b(?:matched|matching|adjust\w+|multivaria\w+|weighting|weighted|independent(?:ly)?)\b")
_EXPOSURE = folded_pattern(
    r"^(?!.{0,30}\b(?:this|these|it|which|treatment|intervention|exposure|groups?)\b)[^,;:]{2,60}?(?:, in contrast,)?"
    r" (?:was|were|is|are) (?:also )?(?:not )?(?:\w+ly )?(?:un)?(?:associated|related|correlated|linked) (?:with|to)\b"
)
_GOES_ON = folded_pattern(
    r"^\W*(?:(?:however|but|yet|nevertheless|thus|overall|moreover|also|and|finally),?\s)?"
    r"(?:the|this|these|a|no|there (?:was|were) (?:also )?(?:a|no))\s"
    r"(?:(?:adjusted|mean|estimated|observed|crude|absolute|statistically|significant|baseline-adjusted|net|overall)\s){0,3}"
    r"(?:differences?\b|between[- ](?:the )?(?:two )?(?:groups?|arms?) (?:\w+ )?(?:differences?|comparisons?)"
    r"|(?:group|treatment) differences?|effect\b)"
    r"|^\W*(?:after|following|with|on) (?:multivariable |full |further )?"
    r"(?:adjust\w+|matching|controlling|correction)\b"
    r"|^[^.;]{0,60}?\b(?:difference|comparison)s? (?:\w+ ){0,3}between (?:the )?(?:two |both )?(?:groups|arms)\b"
)
"""A sentence that takes up the outcome of the one before it."""
_EACH_GROUP = folded_pattern(
    r"\bin both\b|\bboth (?:groups|arms)\b|\bfrom (?:a \w+ of )?\d[^;]{0,40}? to \d|\bbefore and\b|\bcrude\b"
    r"|\bunadjusted\b|\bpre- (?:to|and) post\b|\bwithin[- ](?:the )?groups?\b"
)
"""What each group did by itself, or before the figures were put right."""
_OF_ALL = folded_pattern(r"\b(?:outcomes?|measures?|parameters?|variables?|end ?-?points?|results|groups|arms)\b")
"""What is said of all outcomes, or of the groups as a whole, may be said of the one asked for."""
_SHOWS = WAYS | {"SAME", "SIG"}


def standing(
    sentences: Sequence[Sentence], readings: Sequence[Reading], scores: Floats, said: Floats, outcome: str
) -> tuple[Floats, Floats]:
    """The scores with which sentences vote, and how much of the outcome each says or takes up, from 0 to 1."""
    scores, said = scores.copy(), said.copy()
    for place in _going_on(sentences, readings, said):
        scores[place] = scores[place - 1] + _AHEAD
        said[place] = said[place - 1]
        scores[place - 1] -= _BACK
    silent = np.array([_OF_ALL.search(one.folded) is None for one in sentences]) & (said == 0)
    behind = silent & (_most_shown(sentences, readings, said, _ANY) >= _WELL_SAID)
    words = fold(outcome)
    for reason in _REASONS:
        told = zip(sentences, readings, said, strict=True)
        aside = np.array([much > 0 and reason.holds(one, reading, words) for one, reading, much in told])
        if aside.any():
            most = _most_shown(sentences, readings, np.where(aside, 0.0, said), reason)
            behind |= aside & (said * reason.share <= most)
    return scores - _BACK * behind, said


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence stands back, and behind what: one of these roles that says such a share of the outcome."""

    holds: Callable[[Sentence, Reading, str], bool]
    roles: frozenset[Role]
    share: float = 1.0
    other: re.Pattern[str] | None = None


def _most_shown(sentences: Sequence[Sentence], readings: Sequence[Reading], said: Floats, reason: Reason) -> float:
    """How much of the outcome the best of these sentences says that shows a result."""
    told = zip(sentences, readings, said, strict=True)
    shown = (
        float(much)
        for one, reading, much in told
        if one.role in reason.roles and _shows(reading) and (reason.other is None or reason.other.search(one.folded))
    )
    return max(shown, default=0.0)


def tells_each_group(sentence: Sentence) -> bool:
    """Whether a result is of each group by itself: 'fell from 6 to 5 with humming', 'improved in both groups'."""
    return _EACH_GROUP.search(sentence.folded) is not None


def takes_up(before: Sentence, one: Sentence) -> bool:
    """Whether a sentence compares the groups in the outcome that the one before it tells of each group."""
    return bool(_EACH_GROUP.search(before.folded) and _GOES_ON.search(one.folded))


def _going_on(sentences: Sequence[Sentence], readings: Sequence[Reading], said: Floats) -> Iterator[int]:
    """Places of results that take up the outcome of the sentence before them."""
    for place, (before, one) in enumerate(pairwise(sentences), start=1):
        told = one.role is before.role is Role.RESULTS and said[place - 1] >= _WELL_SAID > said[place]
        if told and takes_up(before, one) and _compares(readings[place]):
            yield place


def _compares(reading: Reading) -> bool:
    """Whether a sentence prints a test or says that nothing differed."""
    names = {one.name for one in reading.signs}
    return any(map(is_test, names)) or "SAME" in names or {"NOT", "DIFF"} <= names


def _is_of_a_part(sentence: Sentence, _: Reading, outcome: str) -> bool:
    found = _OF_A_PART.search(sentence.folded)
    return found is not None and not any(word in outcome for word in found[0].split() if len(word) > _SHORT)


def _is_of_another(sentence: Sentence, reading: Reading, _: str) -> bool:
    return not _names_an_arm(reading) and _EXPOSURE.search(sentence.folded) is not None


def _is_crude(sentence: Sentence, _: Reading, __: str) -> bool:
    return _CRUDE.search(sentence.folded) is not None and _PUT_RIGHT.search(_CRUDE.sub(" ", sentence.folded)) is None


def _is_bare(_: Sentence, reading: Reading, __: str) -> bool:
    """'412 people had hiccups': an outcome and a number, of no arm and without a test."""
    names = {one.name for one in reading.signs}
    return not (names & (_SHOWS | {"NOT"}) or any(map(is_test, names)) or _names_an_arm(reading))


_REASONS = (
    Reason(_is_of_a_part, frozenset({Role.RESULTS})),
    Reason(_is_crude, frozenset({Role.RESULTS}), 0.5, _PUT_RIGHT),
    Reason(_is_of_another, frozenset({Role.RESULTS, Role.CONCLUSIONS})),
    Reason(_is_bare, frozenset({Role.RESULTS, Role.CONCLUSIONS}), 0.5),
)


_ANY = Reason(lambda *_: True, frozenset(Role))


def _names_an_arm(reading: Reading) -> bool:
    return any(one.name in {"I", "C"} for one in reading.signs)


def _shows(reading: Reading) -> bool:
    """Whether a sentence names an arm and says how it did, or prints a test."""
    names = {one.name for one in reading.signs}
    return any(map(is_test, names)) or (_names_an_arm(reading) and bool(names & _SHOWS))
