"""Groups of pooled studies beside one another, with the test whether they differ and what it cannot show."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimbook.report.facts import p_words, rounded
from claimbook.report.words import studies
from claimbook.synthesis.pool_details import PoolDetails
from claimbook.synthesis.subgroups import FACTS, Comparison, Group, comparisons

_CAUTION = (
    "Nobody drew lots for these groups: whatever else differs between them may be the reason. With few studies a large "
    "p does not show that the groups are alike, and a small one is a question for the next study, not an answer."
)


@dataclass(frozen=True)
class GroupRow:
    """One group in words."""

    label: str
    studies: str
    effect: str
    method: str


@dataclass(frozen=True)
class ComparisonView:
    """The groups of one fact, and the test of their difference."""

    title: str
    rows: tuple[GroupRow, ...]
    test: str


@dataclass(frozen=True)
class SubgroupView:
    """All comparisons of a pool with their caution; without any, one line says why."""

    comparisons: tuple[ComparisonView, ...] = ()
    words: str = ""


def subgroup_view(details: PoolDetails, labels: Mapping[str, str]) -> SubgroupView:
    """Each coded fact that splits the pooled studies into groups of two or more; or that none does."""
    found = comparisons(details)
    if not found:
        facts = ", ".join(FACTS)
        return SubgroupView(
            words=f"No subgroups: no coded fact ({facts}) splits these studies into two groups of at least two."
        )
    return SubgroupView(tuple(_view(each, labels) for each in found), _caution(len(found)))


def _caution(tests: int) -> str:
    several = f" {tests} such tests were made; of twenty, one comes out below .05 by chance alone."
    return _CAUTION + (several if tests > 1 else "")


def _view(found: Comparison, labels: Mapping[str, str]) -> ComparisonView:
    return ComparisonView(
        f"Subgroups by {found.fact}",
        tuple(_row(group, labels) for group in found.groups),
        f"Test of difference: Q between groups {rounded(found.q_between)}, df {found.df}, {p_words(found.p)}, "
        f"I² (from Q) between groups {found.i2_between:.0f}%.{_left_out(found, labels)}",
    )


def _row(group: Group, labels: Mapping[str, str]) -> GroupRow:
    low, high = (rounded(end) for end in group.interval)
    method = "two studies, fixed effect" if group.method == "fixed" else f"random effects ({group.method})"
    names = ", ".join(labels.get(name, name) for name in group.studies)
    count = studies(len(group.studies))
    return GroupRow(
        group.label, f"{count}: {names}", f"{rounded(group.estimate)} (95% interval {low} to {high})", method
    )


def _left_out(found: Comparison, labels: Mapping[str, str]) -> str:
    if not found.left_out:
        return ""
    names = ", ".join(labels.get(name, name) for name in found.left_out)
    return f" Left out, because the fact was not seen or the study stands alone in its group: {names}."
