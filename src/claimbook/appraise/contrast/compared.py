"""What was compared with what, in the words of the record: from the title, the aim, and how people were allocated.

Each form that names two arms or more gives comparisons. Where it names one side only, or no form speaks, the title's
intervention and a comparator that is told alone ('placebo-controlled', 'usual care') fill the gap. Which of two arms is
the intervention is told by a comparator's own words ('control', 'alone'), else concluded from their order. What two
forms tell comes first.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice

from claimbook.appraise.contrast.arm import Arm, Told
from claimbook.appraise.contrast.rules import AGREED, MOST_AGREED, PLACEBO, REPEATED
from claimbook.appraise.contrast.told import control_alone, tellings, title_intervention
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import words
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import ArmRead, Comparison, Kind, Read, Span, Status

_WITHOUT_GROUPS = frozenset(
    {
        *(Kind.CASE_SERIES, Kind.CASE_REPORT, Kind.CROSS_SECTIONAL, Kind.NARRATIVE_REVIEW),
        *(Kind.GUIDELINE, Kind.COMMENT, Kind.RETRACTION_NOTICE),
    }
)
"""Kinds of publication in which no groups are held against each other; animals and specimens may stand in groups."""
_ENOUGH, _MOST_COMPARISONS = 3, 6
"""Forms that are heard, and comparisons that are given."""
_LABELS = words(
    "observation control controls experimental study treatment test intervention comparison trial the group a b"
)
"""Words by which a group is called, whatever it got."""
_TWO, _MANY = 2, 0.75
"""Arms of a plain comparison, and what is left of a share where more are named."""
_FEW_WORDS, _TRUSTED = 3, 0.8
"""Words of a name that says 'placebo' and little else, and the least share of a form in which that may be sure."""


def comparisons_of(text: Text, kind: Kind | None = None, arms: Sequence[ArmRead] = ()) -> tuple[Comparison, ...]:
    """What was compared with what, the likeliest first; a side that nothing tells is missing.

    Args:
        text: title and abstract.
        kind: the kind of publication; one without groups has no comparison.
        arms: groups whose sizes were read; they speak where few forms do.
    """
    if kind in _WITHOUT_GROUPS:
        return ()
    own = [one for one in text.sentences if one.role is not Role.BACKGROUND and one.role is not Role.OTHER]
    if kind is Kind.SINGLE_ARM:
        return tuple(_of_title(own))
    told = _without_labels(list(islice(_new(tellings(own, arms)), _ENOUGH)))
    said = [*_named(told, own), *_filled(told, own)]
    return tuple(islice(_agreed(said), _MOST_COMPARISONS)) if len(said) > 1 else tuple(said)


def _new(told: Iterable[Told]) -> Iterator[Told]:
    """Without those that name but one arm, which another named before them."""
    seen: set[Span] = set()
    for one in told:
        if len(one.arms) > 1 or one.arms[0].span not in seen:
            yield one
        seen.update(arm.span for arm in one.arms)


def _without_labels(told: Sequence[Told]) -> Sequence[Told]:
    """Without what groups are called only, where it is told what they got: 'an observation and a control group'."""
    if all(one.rule != "group-received" for one in told):
        return told
    return [one for one in told if any(not _LABELS.issuperset(arm.name.lower().split()) for arm in one.arms)]


def _named(told: Sequence[Told], own: Sequence[Sentence]) -> Iterator[Comparison]:
    """Comparisons of which a form names both sides: others against the control, else each with those behind it."""
    for one in told:
        controls = [arm for arm in one.arms if arm.control]
        others = [arm for arm in one.arms if not arm.control]
        if controls and others:
            control = _control(one, controls[-1], own)
            yield from (Comparison(_read(one, arm, one.shares.against_control), control) for arm in others)
        else:
            status: Status = "explicit" if one.ordered else "inferred"
            reads = [_read(one, arm, one.shares.active, status) for arm in one.arms]
            yield from (Comparison(*pair) for pair in combinations(reads, 2))


def _filled(told: Sequence[Told], own: Sequence[Sentence]) -> Iterator[Comparison]:
    """The one comparison of a text in which no form names both sides."""
    if any(len(one.arms) > 1 for one in told):
        return
    alone = [(one, arm) for one in told for arm in one.arms]
    arms = (_read(one, arm, one.shares.against_control) for one, arm in alone if not arm.control)
    controls = (_control(one, arm, own) for one, arm in alone if arm.control)
    intervention, comparator = next(arms, None) or title_intervention(own), next(controls, None) or control_alone(own)
    if comparator and intervention.spans != comparator.spans:
        yield Comparison(intervention, comparator)
    elif not comparator:
        yield from _of_title(own)


def _of_title(own: Sequence[Sentence]) -> Iterator[Comparison]:
    """What people got or were exposed to, where only the title tells it, and nothing what it was compared with."""
    if intervention := title_intervention(own):
        yield Comparison(intervention, Read.missing("contrast.no-comparator"))


def _control(told: Told, arm: Arm, own: Sequence[Sentence]) -> Read[str]:
    """A control; a placebo and little else is seldom wrong where the text speaks of it again."""
    if PLACEBO not in arm.name.lower():
        return _read(told, arm, told.shares.control)
    short = len(arm.name.split()) <= _FEW_WORDS and told.shares.placebo >= _TRUSTED
    sure = short and sum(PLACEBO in one.words for one in own) > 1
    return _read(told, arm, REPEATED if sure else told.shares.placebo, many=1.0)


def _read(told: Told, arm: Arm, share: float, status: Status = "explicit", many: float = _MANY) -> Read[str]:
    """An arm with the share of its form, which is less where more than two are named."""
    sure = share if len(told.arms) <= _TWO else share * many
    return Read(arm.name, status, round(sure, 2), (arm.span,), rule=f"contrast.{told.rule}")


def _agreed(said: Sequence[Comparison]) -> Iterator[Comparison]:
    """Each comparison once: first, and surer, those that two forms tell in names that are alike."""
    found: dict[tuple[str, str], Comparison] = {}
    for one in said:
        found.setdefault(_names(one), one)
    if len({one.comparator.rule for one in said}) == 1:
        yield from found.values()
        return
    words = [(one.comparator.rule, *_words(one)) for one in said]
    alone: list[Comparison] = []
    for one in found.values():
        arm, control = _words(one)
        if any(rule != one.comparator.rule and _alike(arm, a) and _alike(control, b) for rule, a, b in words):
            yield Comparison(_surer(one.intervention), _surer(one.comparator))
        else:
            alone.append(one)
    yield from alone


def _names(comparison: Comparison) -> tuple[str, str]:
    """What tells one comparison from another."""
    return (comparison.intervention.value or "").lower(), (comparison.comparator.value or "").lower()


def _words(comparison: Comparison) -> tuple[frozenset[str], frozenset[str]]:
    """The words of both names."""
    arm, control = _names(comparison)
    return frozenset(arm.split()), frozenset(control.split())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names share half of their words."""
    return 4 * len(one & other) >= len(one) + len(other)


def _surer(read: Read[str]) -> Read[str]:
    """A name that a second form tells, too; a placebo gains nothing by it."""
    if PLACEBO in (read.value or "").lower():
        return read
    return replace(read, confidence=round(min(read.confidence + AGREED, MOST_AGREED), 2))
