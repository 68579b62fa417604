"""What was assumed on the way from print to a result, and what the result and the verdict become if not, in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from claimbook.language.said import counted, joined, said
from claimbook.model.assessment import Measure, OutcomeAssessment
from claimbook.model.printed import p_words
from claimbook.report.words.facts import readable, rounded
from claimbook.report.words.verdicts import STATES, VERDICTS, small, studies
from claimbook.synthesis.details.what_if import Answer, Otherwise, Resting, WhatIf, what_if
from claimbook.synthesis.thresholds import Thresholds

_FEW = 4
"""More studies than this are counted, not named; each says at its own estimate what was assumed."""
_MEASURES = {Measure.RATIO: said("ratio"), Measure.SMD: said("SMD"), Measure.MD: said("mean difference")}
_ORIGINS = {"specification": said("named by the specification"), "our own": said("our own")}


@dataclass(frozen=True)
class AssumedRow:
    """One assumption taken in one other way."""

    name: str
    assumed: str
    rule: str
    studies: str
    instead: str
    origin: str
    result: str
    verdict: str
    flips: bool


@dataclass(frozen=True)
class FixedRow:
    """One assumption without another way to take it, and why."""

    name: str
    assumed: str
    rule: str
    studies: str
    why: str


@dataclass(frozen=True)
class AssumedView:
    """What to show of the assumptions behind one outcome; without sentences nothing was graded."""

    sentences: tuple[str, ...]
    rows: tuple[AssumedRow, ...] = ()
    fixed: tuple[FixedRow, ...] = ()


def assumed_view(found: OutcomeAssessment, labels: Mapping[str, str], t: Thresholds) -> AssumedView:
    """Each assumption with what it was varied to, and what then becomes of result and verdict."""
    if found.gate is not None:
        return AssumedView(())
    varied = what_if(found, t)
    rows = tuple(_row(each, labels) for each in varied.tried)
    fixed = tuple(FixedRow(*_shared(rest, labels), rest.assumption.not_varied) for rest in varied.fixed)
    return AssumedView(assumed_words(found, varied), rows, fixed)


def assumed_words(found: OutcomeAssessment, varied: WhatIf) -> tuple[str, ...]:
    """How much was assumed, and how much hangs on it, in sentences."""
    names = {rest.assumption.id for rest in (*varied.fixed, *(each.resting for each in varied.tried))}
    if not names:
        return (_nothing(found),)
    stand = counted(
        "{n} assumption stands between what was printed and this result.",
        "{n:,} assumptions stand between what was printed and this result.",
        len(names),
    )
    return stand, *_tried_words(varied, len(names))


def _tried_words(varied: WhatIf, assumptions: int) -> Iterator[str]:
    if not varied.tried:
        yield said("No other way to take this is known, so nothing was varied.")
        return
    yield _taken_words(varied, assumptions)
    if varied.flips:
        verdicts = dict.fromkeys(VERDICTS[each.after.verdict] for each in varied.flips)
        becomes = joined(", ", verdicts)
        yield said("The verdict changes in {n} of them, to: {verdicts}.", n=len(varied.flips), verdicts=becomes)
    else:
        yield said("The verdict never changes.")
    yield from _steps_words(varied)


def _taken_words(varied: WhatIf, assumptions: int) -> str:
    """How many of the assumptions were taken otherwise, and in how many ways."""
    can = len({each.resting.assumption.id for each in varied.tried})
    ways = counted("{n} way", "{n:,} ways", len(varied.tried))
    if can == assumptions == 1:
        return said(
            "It was taken otherwise, in {ways} in all, one at a time, and everything was weighed again.", ways=ways
        )
    if can == assumptions:
        return said(
            "Each was taken otherwise, in {ways} in all, one at a time, and everything was weighed again.", ways=ways
        )
    return counted(
        "{n} of them was taken otherwise, in {ways} in all, one at a time, and everything was weighed again.",
        "{n} of them were taken otherwise, in {ways} in all, one at a time, and everything was weighed again.",
        can,
        ways=ways,
    )


def _steps_words(varied: WhatIf) -> Iterator[str]:
    steps = sum(not each.flips and bool(_step(each)) for each in varied.tried)
    if steps:
        yield counted(
            "What is shown or its certainty changes without the verdict in {n} way.",
            "What is shown or its certainty changes without the verdict in {n:,} ways.",
            steps,
        )


def _nothing(found: OutcomeAssessment) -> str:
    """Why nothing was varied; a number that was printed is not the same as no number."""
    bodies = [stream.numbers for stream in found.streams]
    if all(body.estimate is None and body.stouffer_p is None for body in bodies):
        return said("No number was converted, so nothing had to be assumed: directions alone speak.")
    return said("Nothing had to be assumed: the numbers stand as printed, or follow from print by arithmetic.")


def _row(each: Otherwise, labels: Mapping[str, str]) -> AssumedRow:
    same = result_words(each.before) == result_words(each.after)
    return AssumedRow(
        *_shared(each.resting, labels),
        instead=each.alternative.words,
        origin=_ORIGINS[each.alternative.origin],
        result=said("the same") if same else result_words(each.after),
        verdict=verdict_words(each),
        flips=each.flips,
    )


def _shared(rest: Resting, labels: Mapping[str, str]) -> tuple[str, str, str, str]:
    words = readable(joined("; ", rest.words), labels)
    names = ", ".join(labels.get(name, name) for name in rest.studies)
    return (
        rest.assumption.id,
        words,
        rest.assumption.rule,
        names if len(rest.studies) <= _FEW else studies(len(rest.studies)),
    )


def verdict_words(each: Otherwise) -> str:
    """What becomes of the verdict, and of the steps before it."""
    if each.flips:
        return said("becomes {verdict}", verdict=small(VERDICTS[each.after.verdict]))
    return joined("; ", (said("stays"), *_step(each)))


def _step(each: Otherwise) -> tuple[str, ...]:
    """What changes on the way to the verdict: what the stream shows, or how certain that is."""
    changes = joined(", ", _changes(each))
    return (changes,) if changes else ()


def _changes(each: Otherwise) -> Iterator[str]:
    before, after = each.before, each.after
    if after.state is not before.state:
        yield said("shown: {state}", state=small(STATES[after.state])) if after.state else said("shown: nothing")
    if after.certainty is not before.certainty:
        level = after.certainty
        yield said("certainty {level}", level=level.words) if level else said("certainty none")


def result_words(answer: Answer) -> str:
    """The result of a stream in a few words: its estimate, else its combined p, else that it has no number."""
    if answer.state is None:
        return said("no usable result")
    if answer.estimate is not None and answer.interval is not None:
        low, high = (rounded(end) for end in answer.interval)
        return said(
            "{measure} {estimate} (95% interval {low} to {high})",
            measure=_MEASURES[answer.measure],
            estimate=rounded(answer.estimate),
            low=low,
            high=high,
        )
    return said("directions alone") if answer.p is None else said("two-sided {p}", p=p_words(answer.p, 3))
