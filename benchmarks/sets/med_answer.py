"""One question of ``med_evidence`` worked through: read, weighed, answered, and how sure the answer is."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.appraise.answer.question import Asked, asked_by
from claimbook.model.assessment import OutcomeAssessment
from claimbook.model.claim import Claim, Outcome
from claimbook.model.study import Study
from claimbook.model.terms import Certainty, State, Stream
from sets.files import Row
from sets.med_reading import Told, told_by
from sets.med_table import claim_of, study_of

if TYPE_CHECKING:
    from claimbook.synthesis.provisional.expected import Expected

NO_DATA, UNCERTAIN, SAME = "insufficient data", "uncertain effect", "no difference"


@dataclass(frozen=True)
class Worked:
    """One question, worked through once for all tasks."""

    row: Row
    asked: Asked | None
    told: tuple[Told, ...]
    found: OutcomeAssessment | None
    expected: "Expected | None" = None


@cache
def weighers() -> tuple[
    Callable[[Claim, Outcome, Sequence[Study]], OutcomeAssessment], Callable[..., "Expected | None"]
]:
    """``assess_outcome`` and ``expected_of``, imported while this folder is not looked in.

    A script of this folder is called ``statistics``, and would be taken for the module of the standard library.
    """
    paths, beside = sys.path[:], Path(__file__).resolve().parents[1]
    sys.path[:] = [path for path in paths if Path(path).resolve() != beside]
    try:
        from claimbook.synthesis.assess import assess_outcome  # noqa: PLC0415 - see above
        from claimbook.synthesis.provisional.expected import expected_of  # noqa: PLC0415
    finally:
        sys.path[:] = paths
    return assess_outcome, expected_of


def worked(row: Row) -> Worked:
    """Read and weigh one question."""
    asked = asked_by(row["question"])
    if asked is None:
        return Worked(row, None, (), None)
    claim, (assess, expect) = claim_of(asked), weighers()
    told = tuple(told_by(source, asked) for source in row["sources"])
    found = assess(claim, claim.primary_outcome, [study_of(one, asked) for one in told])
    return Worked(row, asked, told, found, expect(found.studies))


def answer_from(work: Worked) -> str | None:
    """One of five answers.

    1. No abstract speaks of the outcome: insufficient data.
    2. Certainty is very low, and no randomised trials show an effect: uncertain effect, as Cochrane words very low
       certainty. (Of randomised trials an effect is named with its side even then.)
    3. The results together lie on one side: that.
    4. They do not: no difference, since review authors say 'little or no difference' of an interval that includes none,
       where a strict reading says 'inconclusive'.
    """
    if work.asked is None:
        return None
    expected = work.expected
    if expected is None:
        return NO_DATA
    state = expected.state.value
    shown_by_trials = expected.stream is Stream.RCT and state is not State.INCONCLUSIVE
    if expected.certainty is Certainty.VERY_LOW and not shown_by_trials:
        return UNCERTAIN
    return {State.FAVOURS: "higher", State.AGAINST: "lower"}.get(state, SAME)


def confidence_of(work: Worked) -> float:
    """Mean confidence over the abstracts, those that are silent or say something else counting as nothing.

    Half of it for 'uncertain effect', which rests on an estimated grade, and .5 where every abstract is silent: neither
    can be called sure.
    """
    answer, said = answer_from(work), [one.direction for one in work.told if one.direction]
    if not said:
        return 0.5
    agreeing = [one.confidence for one in said if answer == UNCERTAIN or one.change.replace("-", " ") == answer]
    return sum(agreeing) / len(work.told) * (0.5 if answer == UNCERTAIN else 1)


def confidence_of_size(work: Worked) -> float:
    """Mean confidence of the numbers of people; most of a grade is their size."""
    sure = [one.read.sample.total.confidence for one in work.told]
    return sum(sure) / len(sure) if sure else 0.0
