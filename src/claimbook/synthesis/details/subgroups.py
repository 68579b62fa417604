"""The studies of a pool in groups: do those that differ in one coded fact also differ in their effect?

Only facts that stand in the evidence table make groups, and only groups of two studies or more are compared. Two
studies are pooled with a fixed effect, never with random effects (statistics reference 0).
"""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claimbook.model.assessment import StudyReading
from claimbook.synthesis.details.pool import PoolDetails
from claimbook.synthesis.pool.effects import Pooled, Subgroup, compare, pool
from claimbook.synthesis.pool.estimates import Interval, Row

_LEAST = 2
"""Studies that a group needs, and groups that a comparison needs."""


@dataclass(frozen=True)
class Group:
    """Studies that share one fact, with their pooled effect on the scale a reader knows."""

    label: str
    studies: tuple[str, ...]
    method: str
    estimate: float
    interval: Interval


@dataclass(frozen=True)
class Comparison:
    """The groups that one fact makes, and the test whether their effects differ by more than chance."""

    fact: str
    groups: tuple[Group, ...]
    q_between: float
    df: int
    p: float
    i2_between: float
    left_out: tuple[str, ...]
    """Studies whose fact was not seen, or that stand alone in their group."""


def comparisons(details: PoolDetails) -> tuple[Comparison, ...]:
    """One comparison for each fact that makes at least two groups of at least two studies."""
    found = (_comparison(details, fact, label) for fact, label in FACTS.items())
    return tuple(each for each in found if each is not None)


def _comparison(details: PoolDetails, fact: str, label: Callable[[StudyReading], str | None]) -> Comparison | None:
    members: dict[str, list[Row]] = defaultdict(list)
    for row in details.scale.rows:
        members[label(row.reading) or ""].append(row)
    kept = {name: rows for name, rows in members.items() if name and len(rows) >= _LEAST}
    if len(kept) < _LEAST:
        return None
    pooled = [Subgroup(name, _pooled(rows)) for name, rows in kept.items()]
    test = compare(pooled)
    groups = tuple(_group(details, each, kept[each.label]) for each in pooled)
    within = {name for group in groups for name in group.studies}
    left_out = tuple(name for name in _ids(details.scale.rows) if name not in within)
    return Comparison(fact, groups, test.q_between, test.df, test.p, test.i2_between, left_out)


def _pooled(rows: Sequence[Row]) -> Pooled:
    values, variances = [row.value for row in rows], [row.variance for row in rows]
    return pool(values, variances, method="fixed" if len(rows) == _LEAST else "REML")


def _group(details: PoolDetails, found: Subgroup, rows: Sequence[Row]) -> Group:
    pooled, scale = found.pooled, details.scale
    return Group(
        found.label, _ids(rows), pooled.method, scale.shown(pooled.estimate), scale.shown_both(pooled.interval)
    )


def _ids(rows: Sequence[Row]) -> tuple[str, ...]:
    return tuple(row.reading.study.id for row in rows)


def _bias(reading: StudyReading) -> str | None:
    return None if reading.bias is None else reading.bias.value.value


def _people(reading: StudyReading) -> str | None:
    people = reading.study.participants
    if people is None or people.patients is None:
        return None
    return "patients" if people.patients else "not only patients"


FACTS: dict[str, Callable[[StudyReading], str | None]] = {
    "design": lambda reading: reading.study.design.value,
    "risk of bias": _bias,
    "people enrolled": _people,
    "match of the population": lambda reading: reading.finding.match.population.code.value,
}
"""Every coded fact that may make groups; None where it was not seen."""
