"""Groups of pooled studies beside one another, with the test whether they differ and what it cannot show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from claimbook.language.said import joined, said, said_as
from claimbook.model.printed import p_words
from claimbook.report.words.facts import rounded
from claimbook.report.words.verdicts import studies
from claimbook.synthesis.details.pool import PoolDetails
from claimbook.synthesis.details.subgroups import FACTS, Comparison, Group, comparisons

FACT_WORDS = {
    "design": said("design"),
    "risk of bias": said("risk of bias"),
    "people enrolled": said("people enrolled"),
    "match of the population": said("match of the population"),
}
"""What the facts are called that make groups."""
TITLES = {
    "design": said("Subgroups by design"),
    "risk of bias": said("Subgroups by risk of bias"),
    "people enrolled": said("Subgroups by people enrolled"),
    "match of the population": said("Subgroups by match of the population"),
}
GROUP_WORDS = {
    "design": {
        "rct": said_as("group", "rct"),
        "crossover": said_as("group", "crossover"),
        "quasi-experimental": said_as("group", "quasi-experimental"),
        "cohort": said_as("group", "cohort"),
        "case-control": said_as("group", "case-control"),
        "cross-sectional": said_as("group", "cross-sectional"),
        "case-series": said_as("group", "case-series"),
        "biomechanics-lab": said_as("group", "biomechanics-lab"),
    },
    "risk of bias": {
        "low": said_as("risk of bias", "low"),
        "unclear": said_as("risk of bias", "unclear"),
        "high": said_as("risk of bias", "high"),
    },
    "people enrolled": {"patients": said("patients"), "not only patients": said("not only patients")},
    "match of the population": {"direct": said_as("match", "direct"), "partial": said_as("match", "partial")},
}
"""What the groups of each fact are called, by their coded value."""
_CAUTION = said(
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
    if found:
        return SubgroupView(tuple(_view(each, labels) for each in found), _caution(len(found)))
    facts = joined(", ", (FACT_WORDS[fact] for fact in FACTS))
    none = said(
        "No subgroups: no coded fact ({facts}) splits these studies into two groups of at least two.", facts=facts
    )
    return SubgroupView(words=none)


def _caution(tests: int) -> str:
    if tests == 1:
        return _CAUTION
    several = said("{n} such tests were made; of twenty, one comes out below .05 by chance alone.", n=tests)
    return joined(" ", (_CAUTION, several))


def _view(found: Comparison, labels: Mapping[str, str]) -> ComparisonView:
    test = said(
        "Test of difference: Q between groups {q}, df {df}, {p}, I² (from Q) between groups {percent:.0f}%.",
        q=rounded(found.q_between),
        df=found.df,
        p=p_words(found.p),
        percent=found.i2_between,
    )
    rows = tuple(_row(found.fact, group, labels) for group in found.groups)
    return ComparisonView(TITLES[found.fact], rows, joined(" ", (test, *_left_out(found, labels))))


def _row(fact: str, group: Group, labels: Mapping[str, str]) -> GroupRow:
    low, high = (rounded(end) for end in group.interval)
    effect = said("{estimate} (95% interval {low} to {high})", estimate=rounded(group.estimate), low=low, high=high)
    method = (
        said("two studies, fixed effect")
        if group.method == "fixed"
        else said("random effects ({method})", method=group.method)
    )
    members = joined(": ", (studies(len(group.studies)), _names(group.studies, labels)))
    return GroupRow(GROUP_WORDS[fact].get(group.label, group.label), members, effect, method)


def _left_out(found: Comparison, labels: Mapping[str, str]) -> tuple[str, ...]:
    if not found.left_out:
        return ()
    names = _names(found.left_out, labels)
    why = said(
        "Left out, because the fact was not seen or the study stands alone in its group: {studies}.", studies=names
    )
    return (why,)


def _names(found: Sequence[str], labels: Mapping[str, str]) -> str:
    return ", ".join(labels.get(name, name) for name in found)
