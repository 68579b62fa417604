"""How far a verdict rests on numbers that are our own choice: each threshold moved, every verdict compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from claimbook.model.assessment import OutcomeAssessment
from claimbook.model.claim import Claim
from claimbook.model.screening import Screening
from claimbook.model.study import StudyTable
from claimbook.model.terms import Certainty, State, Verdict
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.thresholds import DEFAULT, Threshold, Thresholds, moved, table

FACTORS = (0.5, 0.75, 1.25, 1.5)
_WHOLE = {"participants", "events", "months"}


@dataclass(frozen=True)
class Flip:
    """An outcome whose verdict changes when one threshold moves."""

    claim: str
    outcome: str
    before: Verdict
    after: Verdict


@dataclass(frozen=True)
class Moved:
    """One threshold at one other value, and what changes with it."""

    threshold: Threshold
    value: float
    flips: tuple[Flip, ...]
    stirs: tuple[tuple[str, str], ...] = ()
    """Claim and outcome where only a step changes: the state, the certainty or a level, while the verdict stays."""


@dataclass(frozen=True)
class Steps:
    """What is compared: the verdict, and the steps that lead to it."""

    verdict: Verdict
    state: State | None
    certainty: Certainty | None
    levels: tuple[int, ...]


Found = dict[tuple[str, str], Steps]


def sensitivity(
    claims: Sequence[Claim],
    studies: StudyTable,
    thresholds: Thresholds = DEFAULT,
    screenings: Mapping[str, Screening] | None = None,
) -> tuple[Moved, ...]:
    """Every threshold that is our own choice, lowered and raised by a quarter and by a half, one at a time.

    What was searched (``screenings``, by the id of the claim) stays as it is.
    """
    weigh = partial(_steps, claims, studies, screenings=screenings or {})
    before = weigh(thresholds)
    return tuple(
        _compared(row, value, before, weigh(moved(thresholds, {row.name: value})))
        for row in own_choices(thresholds)
        for value in other_values(row)
    )


def own_choices(thresholds: Thresholds = DEFAULT) -> tuple[Threshold, ...]:
    """The thresholds that no source prints."""
    return tuple(row for row in table(thresholds) if row.flag == "our choice")


def other_values(row: Threshold) -> tuple[float, ...]:
    """The values a threshold is moved to: shares and probabilities stay within 0 and 1, counts stay whole."""
    moved = (row.value * factor for factor in FACTORS)
    if row.unit in _WHOLE or (row.value >= 1 and row.value == int(row.value)):
        moved = (float(max(1, round(value))) for value in moved)
    elif row.value < 1:
        moved = (min(value, 0.99) for value in moved)
    return tuple(dict.fromkeys(value for value in moved if value != row.value))


def _compared(row: Threshold, value: float, before: Found, after: Found) -> Moved:
    flips = (Flip(*key, was.verdict, after[key].verdict) for key, was in before.items())
    stirs = (key for key, was in before.items() if was != after[key] and was.verdict == after[key].verdict)
    return Moved(row, value, tuple(flip for flip in flips if flip.before != flip.after), tuple(stirs))


def _steps(
    claims: Sequence[Claim], studies: StudyTable, thresholds: Thresholds, screenings: Mapping[str, Screening]
) -> Found:
    weighed = (assess_claim(claim, studies, thresholds, screenings.get(claim.id)) for claim in claims)
    return {(each.claim.id, found.outcome.id): _steps_of(found) for each in weighed for found in each.outcomes}


def _steps_of(found: OutcomeAssessment) -> Steps:
    anchored = found.anchored
    if anchored is None:
        return Steps(found.advice.verdict, None, None, ())
    levels = tuple(domain.levels for domain in anchored.grade.domains)
    return Steps(found.advice.verdict, anchored.state.value, found.certainty, levels)
