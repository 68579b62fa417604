"""How far a verdict rests on numbers that are our own choice: each threshold moved, every verdict compared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claimbook.model.claim import Claim
from claimbook.model.study import StudyTable
from claimbook.model.terms import Verdict
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.thresholds import DEFAULT, Threshold, Thresholds, table

FACTORS = (0.5, 0.75, 1.25, 1.5)
_WHOLE = {"participants", "events", "months"}


@dataclass(frozen=True)
class Flip:
    """An outcome whose verdict or action changes when one threshold moves."""

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


Verdicts = dict[tuple[str, str], Verdict]


def sensitivity(claims: Sequence[Claim], studies: StudyTable, thresholds: Thresholds = DEFAULT) -> tuple[Moved, ...]:
    """Every threshold that is our own choice, lowered and raised by a quarter and by a half, one at a time."""
    before = _verdicts(claims, studies, thresholds)
    return tuple(
        Moved(row, value, tuple(_flips(before, _verdicts(claims, studies, replace(thresholds, **{row.name: value})))))
        for row in table(thresholds)
        if row.flag == "our choice"
        for value in other_values(row)
    )


def other_values(row: Threshold) -> tuple[float, ...]:
    """The values a threshold is moved to: shares and probabilities stay within 0 and 1, counts stay whole."""
    moved = (row.value * factor for factor in FACTORS)
    if row.unit in _WHOLE or (row.value >= 1 and row.value == int(row.value)):
        moved = (float(max(1, round(value))) for value in moved)
    elif row.value < 1:
        moved = (min(value, 0.99) for value in moved)
    return tuple(dict.fromkeys(value for value in moved if value != row.value))


def _verdicts(claims: Sequence[Claim], studies: StudyTable, thresholds: Thresholds) -> Verdicts:
    assessed = (assess_claim(claim, studies, thresholds) for claim in claims)
    return {(a.claim.id, o.outcome.id): o.advice.verdict for a in assessed for o in a.outcomes}


def _flips(before: Verdicts, after: Verdicts) -> Iterable[Flip]:
    return (Flip(*key, verdict, after[key]) for key, verdict in before.items() if after[key] != verdict)
