"""What review authors would probably conclude and grade, estimated from abstracts that nobody has checked.

This is no verdict. The grading specification reads every safeguard that an abstract does not state as absent, so of
abstracts alone nearly everything becomes very low; review authors have the whole papers and grade higher. The estimate
here says where they would probably stand. It has its own few ``STEPS``; their numbers are round and were not fitted,
but which steps there are was chosen by the agreement with review authors on one set (docs/accuracy.md, end to end).
"""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from claimbook.language.said import said
from claimbook.model.assessment import Estimate, Measure, Ruling, Standing, StudyReading
from claimbook.model.printed import PValue
from claimbook.model.study import Study
from claimbook.model.terms import Certainty, Match, Reading, State, Stream
from claimbook.synthesis.basics import Z_975, two_sided_z
from claimbook.synthesis.grade.body import is_review, is_usable
from claimbook.synthesis.grade.domains import includes

Z_OF_A_PLANNED_TRIAL = 2.80
"""The z that a trial of 80% power expects (1.96 + 0.84): what a reported effect without a printed p enters with."""
TYPICAL_TRIAL = 66
"""People of a study that does not say: the median trial (grading specification, limits of abstracts)."""
ENOUGH_FOR_AN_EFFECT, ENOUGH_FOR_NONE = (100, 400), (400, 2_000)
"""Below the first number two levels down, below the second one."""
_ROUNDING = 1e-9
_JUST_WITHIN_CHANCE = Z_975 * (1 - 1e-6)
MOST = 0.5
"""Share of people that makes a body of evidence blinded."""
STEPS: Mapping[str, str] = MappingProxyType(
    {
        "expected.state": said(
            "results are combined as p values are (ROUTE-P): an interval or a p value as printed, a reported effect"
            " without one as the z that a trial of 80% power expects, 'no difference' as 0; below 1.96: inconclusive"
        ),
        "expected.start": said(
            "trials begin at high, other controlled studies at low, everything else at very low (START-RCT, START-NRSI,"
            " START-OTHER); the strongest of them that tells something speaks"
        ),
        "expected.bias": said(
            "one level down, unless most people are in studies that state blinding or have a placebo or sham, or"
            " nobody's opinion can move the outcome; other safeguards are too seldom in abstracts to be asked for"
            " (our choice)"
        ),
        "expected.size": said(
            "what shows an effect needs 400 people (IMPRECISION-TARGET-CONT), and a quarter of that is far too few;"
            " what shows none must rule one out, which takes 2,000 (1,812 is the optimal information size at a control"
            " risk of 20%), and a fifth of that is far too few: one level down, or two (our choice)"
        ),
    }
)
"""Every step with what it does and where it comes from."""
_STREAMS = {Stream.RCT: Certainty.HIGH, Stream.NRSI: Certainty.LOW, Stream.OTHER: Certainty.VERY_LOW}
"""Where each body of evidence begins, the strongest first."""
_INERT = re.compile(r"\b(?:placebo|sham|dummy)", re.IGNORECASE)


@dataclass(frozen=True)
class Expected:
    """Where review authors would probably stand; never shown as a grade, and never without its steps."""

    state: Ruling[State]
    """Favours, against or inconclusive, seen from the claim."""
    certainty: Certainty
    steps: tuple[Ruling[int], ...]
    """The level it begins at, then the levels down."""
    z: float
    """The results together, in standard errors; above zero on the claim's side."""
    people: int
    """In all studies of the body, those included whose abstracts are silent on the outcome."""
    stream: Stream


def expected_of(studies: Iterable[StudyReading]) -> Expected | None:
    """The estimate for one outcome of one claim; None where no study in people says anything of it.

    The strongest stream that tells something speaks. Its silent studies count as people: what an abstract leaves out
    often stands in the paper.
    """
    body = [reading for reading in studies if _belongs(reading)]
    telling = [reading for reading in body if is_usable(reading)]
    stream = next((one for one in _STREAMS if any(reading.stream.value is one for reading in telling)), None)
    if stream is None:
        return None
    body = [reading for reading in body if reading.stream.value is stream]
    z = together([reading for reading in telling if reading.stream.value is stream])
    state, people = _state(z), sum(map(people_of, body))
    steps = (_start(stream), _bias(body), _size(people, state.value))
    level = _STREAMS[stream] + sum(step.value for step in steps[1:])
    return Expected(state, Certainty(max(level, Certainty.VERY_LOW)), steps, z, people, stream)


def _belongs(reading: StudyReading) -> bool:
    """Counted, or a study whose abstract is silent; a review or another report never brings the same people twice."""
    silent = reading.standing.value is Standing.NO_USABLE_RESULT and not is_review(reading)
    return silent or reading.standing.value is Standing.COUNTED


def people_of(reading: StudyReading) -> int:
    """People behind one study; where it does not say, as many as the events that its ratio rests on.

    The variance of a log ratio of rare events is about four divided by their number, so a narrow interval tells a large
    study even where its size is not printed. Without a ratio it counts as the median trial.
    """
    if reading.n is not None:
        return reading.n
    ratio = reading.estimate if reading.estimate and reading.estimate.measure is Measure.RATIO else None
    return max(TYPICAL_TRIAL, int(4 / ratio.variance)) if ratio and ratio.variance else TYPICAL_TRIAL


def together(telling: Sequence[StudyReading]) -> float:
    """Stouffer's z with weights sqrt(n), as ROUTE-P combines p values; 'no difference' enters as 0."""
    weights = [math.sqrt(max(1, people_of(reading))) for reading in telling]
    scores = map(score_of, telling)
    return sum(w * z for w, z in zip(weights, scores, strict=True)) / math.sqrt(sum(w * w for w in weights))


def score_of(reading: StudyReading) -> float:
    """One result in standard errors, toward the claim: from its interval, else its p value, else its words."""
    if reading.estimate is not None and reading.estimate.variance:
        return _of_estimate(reading.estimate, reading.estimate.variance)
    sign = {Reading.FAVOURS: 1, Reading.AGAINST: -1}.get(reading.reading.value, 0)
    return sign * _of_p(reading.p)


def _of_estimate(estimate: Estimate, variance: float) -> float:
    """Value over standard error; of an interval that includes no effect no more than that it just does."""
    value = math.log(estimate.value) if estimate.measure is Measure.RATIO else estimate.value
    z = (value if estimate.toward_claim == "above" else -value) / math.sqrt(variance)
    if estimate.interval is not None and includes(estimate.interval, estimate.measure.null):
        return math.copysign(min(abs(z), _JUST_WITHIN_CHANCE), z)
    return z


def _of_p(p: PValue | None) -> float:
    """'p < .05' is at least what a planned trial expects; 'p > .05' shows nothing."""
    if p is None:
        return Z_OF_A_PLANNED_TRIAL
    if p.bound == "above":
        return 0.0
    score = two_sided_z(p.value)
    return max(score, Z_OF_A_PLANNED_TRIAL) if p.bound == "below" and score >= Z_975 else score


def _state(z: float) -> Ruling[State]:
    if abs(z) < Z_975 * (1 - _ROUNDING):
        return Ruling(
            State.INCONCLUSIVE, "expected.state", said("the results together give z {z:.2f}: within chance", z=z)
        )
    side = State.FAVOURS if z > 0 else State.AGAINST
    return Ruling(side, "expected.state", said("the results together give z {z:.2f}", z=z))


def _start(stream: Stream) -> Ruling[int]:
    level = _STREAMS[stream]
    return Ruling(
        int(level),
        "expected.start",
        said("the strongest evidence is {stream}, which begins at {level}", stream=stream.words, level=level.words),
    )


def _bias(body: Sequence[StudyReading]) -> Ruling[int]:
    total = sum(map(people_of, body))
    blinded = sum(people_of(reading) for reading in body if _is_blinded(reading.study) or _is_objective(reading))
    share = blinded / total if total else 0.0
    reason = said(
        "{share:.0%} of people are in studies with stated blinding, a placebo or sham, or an objective outcome",
        share=share,
    )
    return Ruling(0 if share >= MOST else -1, "expected.bias", reason)


def _is_blinded(study: Study) -> bool:
    """Stated, or to be seen from a placebo or sham; an open trial with a placebo group is open."""
    blinding = study.bias_signals.blinding if study.bias_signals else None
    if blinding is not None and blinding.value in {"double", "assessor", "none"}:
        return blinding.value != "none"
    names = (study.comparator, *(arm.name for arm in study.arms))
    return any(_INERT.search(name) is not None for name in names if name)


def _is_objective(reading: StudyReading) -> bool:
    return reading.finding.objective is not None and reading.finding.objective.code is Match.DIRECT


def _size(people: int, state: State) -> Ruling[int]:
    few, enough = ENOUGH_FOR_NONE if state is State.INCONCLUSIVE else ENOUGH_FOR_AN_EFFECT
    levels = (people < few) + (people < enough)
    said_of = {"people": people, "enough": enough, "few": few}
    to_rule_out = said(
        "{people:,} people, with those of studies of which no result was read; {enough:,} are enough to rule an effect"
        " out, below {few:,} is far too few",
        **said_of,
    )
    to_show = said(
        "{people:,} people, with those of studies of which no result was read; {enough:,} are enough to show an"
        " effect, below {few:,} is far too few",
        **said_of,
    )
    return Ruling(-levels, "expected.size", to_rule_out if state is State.INCONCLUSIVE else to_show)
