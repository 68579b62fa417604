"""What was assumed, and what if not: each assumption behind an outcome taken otherwise, and all of it weighed again."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.model.assessment import Assumed, Measure, OutcomeAssessment, Route, StreamAssessment, StudyReading
from claimbook.model.terms import Certainty, State, Stream, Verdict
from claimbook.synthesis.assess import assess_outcome
from claimbook.synthesis.pool.estimates import enters_with
from claimbook.synthesis.study.arms import p_assumptions
from claimbook.synthesis.study.assumptions import ASSUMPTIONS, Alternative, Assumption, assumed
from claimbook.synthesis.thresholds import DEFAULT, Thresholds


@dataclass(frozen=True)
class Answer:
    """What one stream of an outcome shows, and the verdict of the outcome; None where there is none."""

    verdict: Verdict
    state: State | None = None
    certainty: Certainty | None = None
    measure: Measure = Measure.P_ONLY
    estimate: float | None = None
    interval: tuple[float, float] | None = None
    p: float | None = None
    """Combined two-sided p; None where an estimate speaks, or directions alone."""


@dataclass(frozen=True)
class Resting:
    """One assumption that studies of a stream rest on."""

    assumption: Assumption
    stream: Stream
    studies: tuple[str, ...]
    """Ids, in the order of the table."""
    words: tuple[str, ...]
    """How it was taken, each wording once."""


@dataclass(frozen=True)
class Otherwise:
    """One assumption taken in one other way, in every study that rests on it."""

    resting: Resting
    alternative: Alternative
    before: Answer
    after: Answer

    @property
    def flips(self) -> bool:
        """Whether the verdict of the outcome becomes another one."""
        return self.before.verdict is not self.after.verdict


@dataclass(frozen=True)
class WhatIf:
    """Everything that was assumed behind one outcome: what was taken otherwise, and what could not be."""

    tried: tuple[Otherwise, ...]
    fixed: tuple[Resting, ...]
    """Assumptions that nothing is known to vary to, each with its reason."""

    @property
    def flips(self) -> tuple[Otherwise, ...]:
        """Those that change the verdict."""
        return tuple(each for each in self.tried if each.flips)


def what_if(found: OutcomeAssessment, t: Thresholds = DEFAULT) -> WhatIf:
    """Each assumption behind the streams of an outcome, taken in each other way it has, one at a time.

    Args:
        found: the outcome as it was weighed.
        t: the numbers it was weighed by.
    """
    rests = tuple(rest for stream in found.streams for rest in resting(stream))
    before = _again(found, t) if rests else found
    tried = tuple(
        Otherwise(rest, other, _answer(before, rest.stream), _answer(_again(found, other.moved(t)), rest.stream))
        for rest in rests
        for other in rest.assumption.alternatives
    )
    return WhatIf(tried, tuple(rest for rest in rests if not rest.assumption.alternatives))


def resting(stream: StreamAssessment) -> tuple[Resting, ...]:
    """What the counted studies of a stream rest on, in the order in which it is declared; arithmetic is left out."""
    by_id: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for reading in stream.studies:
        for said in _assumed(reading, stream):
            by_id[said.id].append((reading.study.id, said.words))
    return tuple(
        Resting(assumption, stream.stream, *(tuple(dict.fromkeys(column)) for column in zip(*by_id[name], strict=True)))
        for name, assumption in ASSUMPTIONS.items()
        if name in by_id and not assumption.is_arithmetic
    )


def _assumed(reading: StudyReading, stream: StreamAssessment) -> Iterator[Assumed]:
    """Behind the estimate and its standardised form; and behind the p value, where p values are what is combined."""
    for estimate in (reading.estimate, reading.estimate and reading.estimate.standardised):
        yield from estimate.assumptions if estimate is not None else ()
    if stream.numbers.stouffer_p is None:
        return
    way = enters_with(reading)
    if way == "p" and reading.p is not None:
        yield from p_assumptions(reading.p)
    if way == "nothing" and stream.route.value is Route.P:
        yield assumed("no-p")


def _again(found: OutcomeAssessment, t: Thresholds) -> OutcomeAssessment:
    return assess_outcome(found.claim, found.outcome, [reading.study for reading in found.studies], t, found.screening)


def _answer(found: OutcomeAssessment, wanted: Stream) -> Answer:
    stream = next((each for each in found.streams if each.stream is wanted), None)
    if stream is None:
        return Answer(found.advice.verdict)
    body = stream.numbers
    return Answer(
        found.advice.verdict,
        stream.state.value,
        stream.grade.certainty.value,
        body.measure,
        body.estimate,
        body.ci,
        body.stouffer_p,
    )
