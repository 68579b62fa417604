"""What was compared with what, in the words of the record: from the title, the aim, and how people were allocated.

Each form that names two arms or more gives comparisons. Where it names one side only, or no form speaks, the title's
intervention and a comparator that is told alone ('placebo-controlled', 'usual care') fill the gap. Which of two arms is
the intervention is told by a comparator's own words ('control', 'alone'), else concluded from their order.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from claimbook.appraise.contrast.rules import PLACEBO, REPEATED
from claimbook.appraise.contrast.told import Arm, Told, control_alone, tellings, title_intervention
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import ArmRead, Comparison, Kind, Read, Status

_WITHOUT_GROUPS = frozenset(
    {
        *(Kind.SINGLE_ARM, Kind.CASE_SERIES, Kind.CASE_REPORT, Kind.CROSS_SECTIONAL, Kind.NARRATIVE_REVIEW),
        *(Kind.GUIDELINE, Kind.COMMENT, Kind.RETRACTION_NOTICE, Kind.IN_VITRO),
    }
)
"""Kinds of publication in which no groups of people are held against each other."""
_ENOUGH, _MOST_COMPARISONS = 2, 6
"""Forms that are heard, and comparisons that are given."""
_TWO, _MANY = 2, 0.75
"""Arms of a plain comparison, and what is left of a share where more are named."""


def comparisons_of(text: Text, kind: Kind | None = None, arms: Sequence[ArmRead] = ()) -> tuple[Comparison, ...]:
    """What was compared with what, the form that is most often right first; a side that nothing tells is missing.

    Args:
        text: title and abstract.
        kind: the kind of publication; one without groups has no comparison.
        arms: groups whose sizes were read; they speak where few forms do.
    """
    if kind in _WITHOUT_GROUPS:
        return ()
    own = [one for one in text.sentences if one.role is not Role.BACKGROUND and one.role is not Role.OTHER]
    told = list(islice(tellings(own, arms), _ENOUGH))
    repeated = sum(PLACEBO in one.words for one in own) > 1
    found: dict[tuple[str, str], Comparison] = {}
    for comparison in (*_named(told, repeated=repeated), *_filled(told, own, repeated=repeated)):
        found.setdefault(_names(comparison), comparison)
    return tuple(islice(found.values(), _MOST_COMPARISONS))


def _named(told: Sequence[Told], *, repeated: bool) -> Iterator[Comparison]:
    """Comparisons of which a form names both sides: others against the control, else each with those behind it."""
    for one in told:
        controls = [arm for arm in one.arms if arm.control]
        others = [arm for arm in one.arms if not arm.control]
        if controls and others:
            control = _control(one, controls[-1], repeated=repeated)
            yield from (Comparison(_read(one, arm, one.shares.against_control), control) for arm in others)
        else:
            status: Status = "explicit" if one.ordered else "inferred"
            reads = [_read(one, arm, one.shares.active, status) for arm in one.arms]
            yield from (Comparison(*pair) for pair in combinations(reads, 2))


def _filled(told: Sequence[Told], own: Sequence[Sentence], *, repeated: bool) -> Iterator[Comparison]:
    """The one comparison of a text in which no form names both sides."""
    if any(len(one.arms) > 1 for one in told):
        return
    alone = [(one, arm) for one in told for arm in one.arms]
    arms = (_read(one, arm, one.shares.against_control) for one, arm in alone if not arm.control)
    controls = (_control(one, arm, repeated=repeated) for one, arm in alone if arm.control)
    intervention, comparator = next(arms, None) or title_intervention(own), next(controls, None) or control_alone(own)
    if comparator and intervention.spans != comparator.spans:
        yield Comparison(intervention, comparator)


def _control(told: Told, arm: Arm, *, repeated: bool) -> Read[str]:
    """A control; a placebo is seldom anything else, and less so where the text speaks of it again."""
    if PLACEBO not in arm.name.lower():
        return _read(told, arm, told.shares.control)
    return _read(told, arm, told.shares.placebo + (REPEATED if repeated else 0.0), many=1.0)


def _read(told: Told, arm: Arm, share: float, status: Status = "explicit", many: float = _MANY) -> Read[str]:
    """An arm with the share of its form, which is less where more than two are named."""
    sure = share if len(told.arms) <= _TWO else share * many
    return Read(arm.name, status, round(sure, 2), (arm.span,), rule=f"contrast.{told.rule}")


def _names(comparison: Comparison) -> tuple[str, str]:
    """What tells one comparison from another."""
    return (comparison.intervention.value or "").lower(), (comparison.comparator.value or "").lower()
