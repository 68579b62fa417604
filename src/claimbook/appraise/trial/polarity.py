"""Did the primary endpoint of a trial come out positive?

Read in the order of their weight: what the text says outright ("did not meet its primary end point"), what the RESULTS
say of the outcome that the METHODS name as the primary one, and what the conclusion says. Where a trial asks for
non-inferiority, no difference is the success.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from claimbook.appraise.direction.change import direction_in
from claimbook.appraise.direction.comparison import Triple, finder_of
from claimbook.appraise.direction.features import Reading, is_test, read_sentence
from claimbook.appraise.direction.preferred import takes_up
from claimbook.appraise.effects.forms import PRIMARY
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.appraise.trial import polarity_rules as rules
from claimbook.model.appraisal import Read

_WELL_SAID, _UNSURE, _SUBGROUP_COST = 0.5, 0.7, 0.6
_SUBJECT = 45
"""Letters from the beginning of a sentence in which its subject stands."""
_RIGHT_NAMES = 0.8
Polarity = Literal["positive", "negative"]
OUTRIGHT, RESULT, LEARNED, CONCLUSION, PRIOR = 3.0, 2.5, 1.5, 1.5, 0.3
"""Weights of the voices, by hand: nothing was fitted."""


@dataclass(frozen=True)
class Voice:
    """One thing that the text says, its weight (above 0: positive) and where."""

    weight: float
    sentence: Sentence | None
    rule: str


def primary_outcome(text: Text) -> str:
    """The outcome that the text names as its primary one, or nothing."""
    return primary_outcome_of(text).value or ""


def primary_outcome_of(text: Text) -> Read[str]:
    """The same with its place. Of 45 names in `evidence_inference`, training half, 37 were right by hand, and whole."""
    naming = [one for one in text.sentences if "primary" in one.folded]
    for pattern in (rules.PRIMARY_NAME, rules.NAMED_PRIMARY):
        for sentence in naming:
            if found := pattern.search(sentence.folded):
                return _named(sentence, *found.span("name"))
    return Read.missing("polarity.no-primary-outcome")


def _named(sentence: Sentence, start: int, end: int) -> Read[str]:
    """What stands between these places, without the white space around it."""
    name = sentence.text[start:end].strip()
    if not name:
        return Read.missing("polarity.no-primary-outcome")
    start = sentence.text.index(name, start)
    return Read(name, "explicit", _RIGHT_NAMES, (sentence.part(start, start + len(name)),), rule="polarity.named")


@lru_cache(maxsize=1)
def polarity_voices(text: Text) -> tuple[Voice, ...]:
    """Everything that speaks for or against; remembered for the spin, which asks for the same text right before."""
    primary = primary_outcome(text)
    wants_same = _asks_for_sameness(text)
    voices = [*_outright(text), *_of_result(text, primary, wants_same=wants_same)]
    return (*voices, *_of_conclusion(text, wants_same=wants_same))


def _asks_for_sameness(text: Text) -> bool:
    return any(
        rules.NONINFERIORITY.search(one.folded)
        for one in text.in_roles(Role.TITLE, Role.BACKGROUND, Role.AIM, Role.METHODS)
    )


def _outright(text: Text) -> list[Voice]:
    voices = []
    for one in text.in_roles(Role.RESULTS, Role.CONCLUSIONS):
        if rules.NOT_MET.search(one.folded):
            voices.append(Voice(-OUTRIGHT, one, "polarity.not-met"))
        elif rules.MET.search(one.folded):
            voices.append(Voice(OUTRIGHT, one, "polarity.met"))
    return voices[:2]


def _of_result(text: Text, primary: str, *, wants_same: bool) -> list[Voice]:
    finder = finder_of(f"{text.title}\n{text.abstract}", Triple("", "", primary or "primary outcome"))
    results = text.in_roles(Role.RESULTS)
    readings = [read_sentence(one.text, finder) for one in results]
    said = [len(finder.outcome_stems(list(one.tokens))) / max(1, len(finder.outcome)) for one in readings]
    for place, (before, one) in enumerate(pairwise(results), start=1):
        if takes_up(before, one) and said[place - 1] >= said[place] and _verdict(readings[place]):
            said[place - 1 : place + 1] = -1.0, said[place - 1]
    voices = []
    tested = [place for place, one in enumerate(readings) if _verdict(one)]
    if tested:
        best = max(tested, key=lambda place: (_closeness(results[place], said[place]), -place))
        verdict = _verdict(readings[best])
        if wants_same:
            verdict = 0.5 if verdict < 0 else verdict
        sure = 1.0 if said[best] >= _WELL_SAID else _UNSURE
        voices.append(Voice(verdict * RESULT * sure, results[best], "polarity.result"))
    if primary and (found := direction_in(text, Triple("", "", primary))):
        same = found.chances[1]
        lean = (1 - 2 * same) * LEARNED
        voices.append(
            Voice(
                abs(lean) * 0.3 if wants_same and lean < 0 else lean,
                found.evidence[0] if found.evidence else None,
                "polarity.direction",
            )
        )
    return voices


def _closeness(sentence: Sentence, said: float) -> float:
    """How likely a sentence is the one about the primary endpoint; subgroups are not."""
    named = PRIMARY.search(sentence.folded) is not None
    aside = rules.SUBGROUP.search(sentence.folded) or rules.BESIDE.search(sentence.folded, 0, _SUBJECT)
    return said + named - _SUBGROUP_COST * (aside is not None)


def _verdict(reading: Reading) -> float:
    """1: a difference was shown, -1: none was, 0: not said."""
    start, end = reading.clause
    if rules.NO_EFFECT_SAID.search(reading.folded, start, end) or rules.ALIKE_AT_LAST.search(reading.folded, end):
        return -1.0
    names = [one.name for one in reading.signs]
    outs = [place for place, one in enumerate(names) if one == "O"]
    tests = [place for place, one in enumerate(names) if is_test(one)]
    behind = [place for place in tests if not outs or place > outs[0]] or tests
    if behind:
        shown = {names[place] for place in behind}
        listed = {"CICROSS", "PSIG"} <= shown and "PNS" not in shown  # several arms, and a trend
        near = names[behind[-1] :] if listed else names[behind[0] : behind[0] + 2]
        return -1.0 if "PNS" in near or "CICROSS" in near else 1.0
    if rules.NO_EFFECT.search(reading.folded):
        return -1.0
    return 0.7 if "SIG" in names else 0.0


def _of_conclusion(text: Text, *, wants_same: bool) -> list[Voice]:
    voices = []
    for place, one in enumerate(text.conclusions):
        weight = CONCLUSION / (1 + place)
        against, speaks = rules.NO_EFFECT.search(one.folded), rules.EFFECT.search(one.folded)
        if against and not wants_same and (not speaks or against.start() <= speaks.start()):
            voices.append(Voice(-weight, one, "polarity.conclusion"))
        elif speaks or (against and wants_same):
            voices.append(Voice(weight, one, "polarity.conclusion"))
    return voices


def primary_result_of(text: Text, primary: Read[str]) -> Read[Polarity]:
    """How the primary endpoint came out, where the text names one or says outright that it was met or not."""
    if not primary and not _outright(text):
        return Read.missing("polarity.no-primary-outcome")
    return polarity_of_trial(text)


def polarity_of_trial(text: Text) -> Read[Polarity]:
    """Whether the primary endpoint came out positive, with the sentences that say so."""
    voices = polarity_voices(text)
    if not voices:
        return Read.missing("polarity.silent")
    score = PRIOR + sum(one.weight for one in voices)
    value: Polarity = "positive" if score > 0 else "negative"
    agree = sorted(
        (one for one in voices if (one.weight > 0) == (score > 0) and one.sentence), key=lambda one: -abs(one.weight)
    )
    spans = tuple(dict.fromkeys(one.sentence.span for one in agree if one.sentence))[:2]
    rule = agree[0].rule if agree else "polarity.prior"
    confidence = 1 / (1 + math.exp(-abs(score)))
    return Read(
        value,
        "explicit" if rule in {"polarity.met", "polarity.not-met"} else "inferred",
        confidence,
        spans,
        rule=rule,
    )
