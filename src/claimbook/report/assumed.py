"""What was assumed on the way from print to a result, and what the result and the verdict become if not, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimbook.model.assessment import Measure, OutcomeAssessment
from claimbook.report.facts import readable, rounded
from claimbook.report.words import STATES, VERDICTS, count_of, studies
from claimbook.synthesis.thresholds import Thresholds
from claimbook.synthesis.what_if import Answer, Otherwise, Resting, WhatIf, what_if

_FEW = 4
"""More studies than this are counted, not named; each says at its own estimate what was assumed."""
_MEASURES = {Measure.RATIO: "ratio", Measure.SMD: "SMD", Measure.MD: "mean difference"}
_ORIGINS = {"specification": "named by the specification", "our own": "our own"}


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
    stand = count_of(len(names), "assumption stands", "assumptions stand")
    return f"{stand} between what was printed and this result.", *_tried_words(varied, len(names))


def _tried_words(varied: WhatIf, assumptions: int) -> tuple[str, ...]:
    if not varied.tried:
        return ("No other way to take this is known, so nothing was varied.",)
    can = len({each.resting.assumption.id for each in varied.tried})
    all_of_them = "It was" if can == 1 else "Each was"
    which = all_of_them if can == assumptions else f"{can} of them {'was' if can == 1 else 'were'}"
    ways = count_of(len(varied.tried), "way", "ways")
    first = f"{which} taken otherwise, in {ways} in all, one at a time, and everything was weighed again."
    if not varied.flips:
        return first, f"The verdict never changes.{_steps_words(varied)}"
    becomes = ", ".join(dict.fromkeys(VERDICTS[each.after.verdict] for each in varied.flips))
    return first, f"The verdict changes in {len(varied.flips)} of them, to: {becomes}.{_steps_words(varied)}"


def _steps_words(varied: WhatIf) -> str:
    steps = sum(not each.flips and _step(each) != "" for each in varied.tried)
    return (
        f" What is shown or its certainty changes without the verdict in {count_of(steps, 'way', 'ways')}."
        if steps
        else ""
    )


def _nothing(found: OutcomeAssessment) -> str:
    """Why nothing was varied; a number that was printed is not the same as no number."""
    bodies = [stream.numbers for stream in found.streams]
    if all(body.estimate is None and body.stouffer_p is None for body in bodies):
        return "No number was converted, so nothing had to be assumed: directions alone speak."
    return "Nothing had to be assumed: the numbers stand as printed, or follow from print by arithmetic."


def _row(each: Otherwise, labels: Mapping[str, str]) -> AssumedRow:
    same = result_words(each.before) == result_words(each.after)
    return AssumedRow(
        *_shared(each.resting, labels),
        instead=each.alternative.words,
        origin=_ORIGINS[each.alternative.origin],
        result="the same" if same else result_words(each.after),
        verdict=verdict_words(each),
        flips=each.flips,
    )


def _shared(rest: Resting, labels: Mapping[str, str]) -> tuple[str, str, str, str]:
    words = readable("; ".join(rest.words), labels)
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
        return f"becomes {VERDICTS[each.after.verdict].lower()}"
    step = _step(each)
    return f"stays; {step}" if step else "stays"


def _step(each: Otherwise) -> str:
    """What changes on the way to the verdict: what the stream shows, or how certain that is."""
    before, after = each.before, each.after
    changes = []
    if after.state is not before.state:
        changes.append(f"shown: {STATES[after.state].lower() if after.state else 'nothing'}")
    if after.certainty is not before.certainty:
        changes.append(f"certainty {after.certainty.words if after.certainty else 'none'}")
    return ", ".join(changes)


def result_words(answer: Answer) -> str:
    """The result of a stream in a few words: its estimate, else its combined p, else that it has no number."""
    if answer.state is None:
        return "no usable result"
    if answer.estimate is not None and answer.interval is not None:
        low, high = (rounded(end) for end in answer.interval)
        return f"{_MEASURES[answer.measure]} {rounded(answer.estimate)} (95% interval {low} to {high})"
    return "directions alone" if answer.p is None else f"two-sided p {rounded(answer.p)}"
