"""Whether the numbers of one study can stand beside one another, and beside the words of its results."""

from collections.abc import Collection, Iterator
from itertools import pairwise

from claimbook.model.effect import RATIOS, ArmStatistics, Effect
from claimbook.model.problems import Problem
from claimbook.model.study import Finding, Study
from claimbook.model.terms import Design
from claimbook.project.yaml_reader import Document, Loc

_PARTED = {Design.RCT, Design.QUASI_EXPERIMENTAL}  # everybody is in one arm; elsewhere the same people may be in each
_LEAST_LEVEL = 0.5
_STEPS = ("n_total", "n_randomised", "n_analysed")
_SAY_WHOM = (
    "'n_total' is everybody who took part, 'n_randomised' those given to an arm, 'n_analysed' those in the analysis"
)
_SAME_PEOPLE = "'n_total' counts everybody who took part; where each person was in both arms, the design is crossover"
_WRITE_LEVEL = "write the level itself, 0.95 for a 95% interval; leave it out where it was not printed"
_TURN_ONE = (
    "correct the direction, the sign or 'better_if'; where the source contradicts itself, write direction: unclear"
)


def check_numbers(document: Document, study: Study, loc: Loc) -> Iterator[Problem]:
    """Numbers of people that exceed those they were taken from, levels that are none, signs against words."""
    yield from _check_people(document, study, loc)
    yield from _check_effects(document, study, loc)
    for index, finding in enumerate(study.findings):
        yield from _check_part(document, study, finding, (*loc, "findings", index))
        yield from _check_side(document, study, finding, loc)


def _people(study: Study) -> tuple[str, int] | None:
    """The largest number of people who took part, and the key that gives it; those analysed alone do not tell it."""
    known = [(key, number) for key in _STEPS[:2] if (number := getattr(study, key)) is not None]
    pooled = study.review.participants if study.review else None
    known += [] if pooled is None else [("participants", pooled)]
    return max(known, key=lambda pair: pair[1], default=None)


def _check_people(document: Document, study: Study, loc: Loc) -> Iterator[Problem]:
    """Nobody is randomised who took no part, nor analysed who was not there; arms are no larger than the study."""
    counts = [(key, number) for key in _STEPS if (number := getattr(study, key)) is not None]
    for (before, whole), (key, number) in pairwise(counts):
        if number > whole:
            message = f"'{key}' of {number:,} cannot be: '{before}' is {whole:,}"
            yield document.problem("impossible-number", message, (*loc, key), _SAY_WHOM)
    if crowded := _crowded(study, [arm.n for arm in study.arms if arm.n is not None]):
        yield document.problem("impossible-number", f"the arms {crowded}", (*loc, "arms"), _SAME_PEOPLE)


def _crowded(study: Study, sizes: Collection[int]) -> str | None:
    """The end of a sentence where arms of these sizes hold more people than took part, else None.

    People are added up where each is in one arm; elsewhere the largest arm counts, for they may be the same.
    """
    people = _people(study)
    if people is None or not sizes:
        return None
    key, number = people
    inside = sum(sizes) if study.design in _PARTED else max(sizes)
    return f"have {inside:,} people, and '{key}' is {number:,}" if inside > number else None


def _check_part(document: Document, study: Study, finding: Finding, loc: Loc) -> Iterator[Problem]:
    people, part = _people(study), finding.participants
    if people is not None and isinstance(part, int) and part > people[1]:
        message = f"'participants' of {part:,} cannot be: '{people[0]}' of the study is {people[1]:,}"
        yield document.problem("impossible-number", message, (*loc, "participants"), _SAY_WHOM)


def _check_effects(document: Document, study: Study, loc: Loc) -> Iterator[Problem]:
    for index, result in enumerate(study.outcomes):
        if result.effect is None:
            continue
        place = (*loc, "outcomes", index, "effect")
        level = result.effect.ci_level
        if level is not None and level < _LEAST_LEVEL:
            message = f"'ci_level' of {level:g} is no level of confidence"
            yield document.problem("impossible-number", message, (*place, "ci_level"), _WRITE_LEVEL)
        yield from _check_sizes(document, study, result.effect, place)


def _check_sizes(document: Document, study: Study, effect: Effect, loc: Loc) -> Iterator[Problem]:
    """The arms of a result against the people of the study."""
    arms = (("intervention", effect.intervention), ("comparator", effect.comparator))
    sizes = {place: arm.n for place, arm in arms if arm is not None and arm.n is not None}
    if crowded := _crowded(study, sizes.values()):
        largest = max(sizes, key=lambda place: sizes[place])
        message = f"the arms of this result {crowded}"
        yield document.problem("impossible-number", message, (*loc, largest, "n"), _SAME_PEOPLE)


def _check_side(document: Document, study: Study, finding: Finding, loc: Loc) -> Iterator[Problem]:
    """The coded direction and the sign of the effect, read with 'better_if', say the same or one of them is wrong."""
    result = study.result(finding.result)
    if result is None or result.effect is None or finding.better_if is None or not result.is_comparison:
        return
    side = _side(result.effect)
    is_better = (side > 0) == (finding.better_if == "higher")
    if not side or result.direction != ("favours-comparator" if is_better else "favours-intervention"):
        return
    place = (*loc, "outcomes", study.outcomes.index(result), "direction")
    lies = "higher" if side > 0 else "lower"
    coded = f"the finding for {finding.claim} / {finding.outcome} says better_if: {finding.better_if}"
    message = f"the effect contradicts '{result.direction}': it is {lies} with the intervention, and {coded}"
    yield document.problem("contradicted-direction", message, place, _TURN_ONE)


def _side(effect: Effect) -> float:
    """Above 0 where the intervention has more of what was measured, below where less; 0 where nothing tells."""
    if effect.type in {"medians", "percent", "other"}:
        return 0
    if effect.estimate is not None:
        return effect.estimate - (1 if effect.type in RATIOS else 0)
    if effect.t is not None:
        return effect.t
    first, second = _amount(effect.intervention), _amount(effect.comparator)
    return 0 if first is None or second is None else first - second


def _amount(arm: ArmStatistics | None) -> float | None:
    if arm is None:
        return None
    rate = arm.events / arm.n if arm.events is not None and arm.n else None
    return next((value for value in (arm.mean, arm.share, rate) if value is not None), None)
