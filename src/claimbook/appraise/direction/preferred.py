"""Which of several sentences on one outcome stands for the study, before they vote. Pure.

A part of the people, a crude figure, another exposure and a bare count stand back behind a result of all of them; and
'the difference between groups was ...' speaks of the outcome of the sentence before it, where that one tells only how
each group changed. The forms are our choice, read from invented abstracts.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

from claimbook.appraise.direction import standing_rules as rules
from claimbook.appraise.direction.beginnings import ends_at_first
from claimbook.appraise.direction.comparison import ARMS, Finder
from claimbook.appraise.direction.cues import WAYS
from claimbook.appraise.direction.features import Reading, is_test
from claimbook.appraise.direction.outcome_words import heads_of
from claimbook.appraise.direction.rivals import is_denied, rival_of
from claimbook.appraise.direction.within import CHANGE_WORDS, is_within_groups
from claimbook.appraise.learned import Floats
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import fold
from claimbook.appraise.text.reading import Sentence

BACK = 4.0
"""How far a sentence stands back: it then weighs about a fiftieth of its like."""
_AHEAD = 1.0
_SHORTLY = 1.5
_NEARLY = 0.7
"""What says less of the outcome than a sentence by which nothing is known of it speaks of something else."""
_HEADLESS = 0.4
"""How much of what it says counts of a sentence without a head of the outcome."""
_SHORT, _TWO = 3, 2
_HARDLY_SAID, _WELL_SAID = 0.3, 0.5
_TOLD = frozenset({Role.RESULTS, Role.CONCLUSIONS})
_SHOWS = WAYS | {"SAME", "SIG"}


def standing(
    sentences: Sequence[Sentence], readings: Sequence[Reading], scores: Floats, said: Floats, finder: Finder
) -> tuple[Floats, Floats]:
    """The scores with which sentences vote, and how much of the outcome each says or takes up, from 0 to 1."""
    scores, said = scores.copy(), said.copy()
    headless = _headless(sentences, readings, said, finder)
    scores[headless] -= _SHORTLY
    said[headless] *= _HEADLESS
    aside = _set_aside(sentences, readings, said)
    scores[aside] -= BACK
    said[aside] = 0.0
    for place in _going_on(sentences, readings, said):
        scores[place] = scores[place - 1] + _AHEAD
        said[place] = said[place - 1]
        scores[place - 1] -= BACK
    silent = np.array([rules.OF_ALL.search(one.folded) is None for one in sentences]) & (said == 0)
    behind = silent & (_most_shown(sentences, readings, said, _ANY) >= _HARDLY_SAID)
    asked = fold(finder.triple.outcome)
    for reason in _REASONS:
        told = zip(sentences, readings, said, strict=True)
        aside = np.array([much > 0 and reason.holds(one, reading, asked) for one, reading, much in told])
        if aside.any():
            most = _most_shown(sentences, readings, np.where(aside, 0.0, said), reason)
            behind |= aside & (said * reason.share <= most)
    return scores - BACK * behind, said


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence stands back, and behind what: one of these roles that says such a share of the outcome."""

    holds: Callable[[Sentence, Reading, str], bool]
    roles: frozenset[Role]
    share: float = 1.0
    other: re.Pattern[str] | None = None


def _headless(
    sentences: Sequence[Sentence], readings: Sequence[Reading], said: Floats, finder: Finder
) -> NDArray[np.bool_]:
    """Which sentences lack the head of the outcome where a result has it: ulcers, asked for 'ulcer recurrence'."""
    heads = heads_of(finder.triple.outcome)
    named = zip(readings, said, strict=True)
    headed = np.array([much > 0 and not finder.outcome_stems(one.tokens).isdisjoint(heads) for one, much in named])
    told = any(
        headed[place] and one.role is Role.RESULTS and (_tells_nothing(one) or _shows(readings[place]))
        for place, one in enumerate(sentences)
    )
    return (said > 0) & ~headed if told else np.zeros(len(headed), dtype=bool)


def _set_aside(sentences: Sequence[Sentence], readings: Sequence[Reading], said: Floats) -> NDArray[np.bool_]:
    """Which sentences tell nothing of the outcome: it was not measured, or it is another one of like name."""
    unknown = np.array([_tells_nothing(one) for one in sentences])
    least = said[unknown].max(initial=0.0)
    told = np.array([one.role in _TOLD for one in sentences])
    denied = np.array([much > 0 and is_denied(one) for one, much in zip(readings, said, strict=True)])
    aside: NDArray[np.bool_] = unknown | denied | _rivals(readings, said) | (said < _NEARLY * least)
    if least >= _WELL_SAID:
        aside |= ~told
    return aside


def _rivals(readings: Sequence[Reading], said: Floats) -> NDArray[np.bool_]:
    """Which sentences tell another outcome of like name, in a text that also speaks of this one."""
    leading = [rival_of(one) if 0 < much < 1 else "" for one, much in zip(readings, said, strict=True)]
    known = {one.stem for one in chain.from_iterable(reading.tokens for reading in readings)} if any(leading) else ()
    return np.array([one != "" and one in known for one in leading])


def _tells_nothing(sentence: Sentence) -> bool:
    if sentence.role not in _TOLD or rules.OF_NOTHING.isdisjoint(sentence.words):
        return False
    return rules.NOT_TOLD.search(sentence.folded) is not None


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
    return rules.EACH_GROUP.search(sentence.folded) is not None


def takes_up(before: Sentence, one: Sentence) -> bool:
    """Whether a sentence compares the groups in the outcome that the one before it tells of each group."""
    return bool(rules.EACH_GROUP.search(before.folded) and rules.GOES_ON.search(one.folded)) or bool(
        rules.ADJUSTED.search(one.folded)
    )


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
    found = rules.OF_A_PART.search(sentence.folded)
    return found is not None and not any(word in outcome for word in found[0].split() if len(word) > _SHORT)


def is_of_another_exposure(sentence: Sentence, reading: Reading) -> bool:
    """Whether a sentence tells what something else than the arms is associated with."""
    found = rules.EXPOSURE.search(sentence.folded)
    if found is None or reading.question.of_itself:
        return False
    arms = reading.question.arms
    said = arms & {one.stem for one in reading.tokens if one.end <= found.end()}
    if "baseline" in found[0]:  # 'higher baseline C-reactive protein', asked for a high-protein diet
        return len(said) < min(_TWO, len(arms))
    return not said and not _names_an_arm(reading)


def tells_others_apart(folded: str) -> bool:
    """Whether a sentence that names no arm compares people by something else: 'less in men than in women'."""
    return rules.EXPOSURE.search(folded) is not None or rules.COMPARED.search(folded) is not None


def _is_of_another(sentence: Sentence, reading: Reading, _: str) -> bool:
    if _names_an_arm(reading):
        return False
    return tells_others_apart(sentence.folded)


@lru_cache(maxsize=256)
def times_in(folded: str) -> tuple[float, ...]:
    """Times after the beginning, in days."""
    return tuple(
        float(rules.IN_WORDS.get(number, number)) * rules.DAYS[unit[0]]
        for first, one, other, last in rules.TIME.findall(folded)
        for number, unit in ((first or last, one or other),)
    )


def _is_crude(sentence: Sentence, _: Reading, __: str) -> bool:
    return (
        rules.CRUDE.search(sentence.folded) is not None
        and rules.PUT_RIGHT.search(rules.CRUDE.sub(" ", sentence.folded)) is None
    )


def is_of_change_of_effect(sentence: Sentence, _: Reading, __: str = "") -> bool:
    """Whether a sentence tells whom an effect depends on, and not whether there is one."""
    if rules.OF_EFFECTS.isdisjoint(sentence.words) or rules.BY_TIME.search(sentence.folded):
        return False
    return rules.MODIFIED.search(sentence.folded) is not None


def _is_of_others(sentence: Sentence, reading: Reading, _: str) -> bool:
    """Whether a sentence is of women where men are asked for, or the other way round."""
    asked = {*reading.question.people.split()}
    told = [
        sex for sex, other in (rules.SEXES, rules.SEXES[::-1]) if not asked.isdisjoint(sex) and asked.isdisjoint(other)
    ]
    return any(sentence.words.isdisjoint(sex) and not sentence.words.isdisjoint(rules.OF_BOTH - sex) for sex in told)


def _is_within(sentence: Sentence, reading: Reading, _: str) -> bool:
    return not CHANGE_WORDS.isdisjoint(sentence.words) and is_within_groups(reading)


def is_beforehand(_: Sentence, reading: Reading, __: str = "") -> bool:
    """Whether a sentence tells only how the groups were at the beginning."""
    if reading.question.of_itself or "baseline" in reading.question.outcome:
        return False
    if ends_at_first(reading):
        return True
    return rules.BEFOREHAND.search(reading.folded) is not None and rules.LATER.search(reading.folded) is None


def _is_of_another_time(_: Sentence, reading: Reading, outcome: str) -> bool:
    """Whether a sentence is of other times only, where the question names one: 'pain at 6 weeks'."""
    asked, told = times_in(outcome), times_in(reading.folded)
    return bool(asked and told) and not any(abs(one - other) <= rules.ABOUT * one for one in asked for other in told)


def is_against_a_third(reading: Reading, finder: Finder) -> bool:
    """Whether only one arm is named, and held against a third one: 'lower with humming than in WL'."""
    if len({one.name for one in reading.signs if one.name in ARMS}) != 1:
        return False
    return any(finder.is_third(found["letters"]) for found in rules.AGAINST_LETTERS.finditer(reading.sentence))


def _is_bare(_: Sentence, reading: Reading, __: str) -> bool:
    """'412 people had hiccups': an outcome and a number, of no arm and without a test."""
    names = {one.name for one in reading.signs}
    return not (names & (_SHOWS | {"NOT"}) or any(map(is_test, names)) or _names_an_arm(reading))


_REASONS = (
    Reason(_is_of_a_part, frozenset({Role.RESULTS})),
    Reason(_is_crude, frozenset({Role.RESULTS}), 0.5, rules.PUT_RIGHT),
    Reason(_is_of_another, frozenset({Role.RESULTS, Role.CONCLUSIONS})),
    Reason(is_of_change_of_effect, frozenset({Role.RESULTS, Role.CONCLUSIONS}), 0.5),
    Reason(_is_of_others, frozenset(Role), 0.0),
    Reason(_is_within, frozenset({Role.RESULTS}), 0.5),
    Reason(_is_of_another_time, frozenset({Role.RESULTS}), 0.0, rules.TIME),
    Reason(is_beforehand, frozenset({Role.RESULTS, Role.CONCLUSIONS}), 0.5),
    Reason(_is_bare, frozenset({Role.RESULTS, Role.CONCLUSIONS}), 0.5),
)


_ANY = Reason(lambda *_: True, frozenset(Role))


def _names_an_arm(reading: Reading) -> bool:
    """Whether a sentence is of an arm; 'adjusted for age, sex and arm' is not."""
    arms = [one.start for one in reading.signs if one.name in ARMS]
    adjusted = rules.ADJUSTED_FOR.search(reading.folded, 0, arms[0]) if arms else None
    return bool(arms) and not (adjusted and "." not in reading.folded[adjusted.end() : arms[0]])


def _shows(reading: Reading) -> bool:
    """Whether a sentence names an arm and says how it did, or prints a test."""
    names = {one.name for one in reading.signs}
    return any(map(is_test, names)) or (_names_an_arm(reading) and bool(names & _SHOWS))
