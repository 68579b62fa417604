"""The numbers of a pooled result, each with one plain sentence on what it tells; or why there is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from claimbook.model.assessment import Measure, Route, StreamAssessment
from claimbook.report.facts import p_words, rounded
from claimbook.report.subgroups import SubgroupView, subgroup_view
from claimbook.report.words import count_of, studies
from claimbook.synthesis.pool_details import LeftOut, PoolDetails, pool_details
from claimbook.synthesis.pooling import Pooled
from claimbook.synthesis.pools import Asymmetry
from claimbook.synthesis.thresholds import Thresholds

_NOT_POOLED = {
    Route.REVIEW: "a review speaks for its studies, and what it printed of its own pool stands above",
    Route.SINGLE: "one study is nothing to pool",
    Route.PAIR: "two studies cannot show how far studies differ, so they stand side by side under one fixed effect",
}


@dataclass(frozen=True)
class PoolFact:
    """One number of a pool: its name, its value and what it tells."""

    name: str
    value: str
    tells: str


@dataclass(frozen=True)
class PoolView:
    """What to show of a pool; without facts, why there is none."""

    facts: tuple[PoolFact, ...]
    why_none: str = ""
    subgroups: SubgroupView = field(default_factory=SubgroupView)


def pool_view(stream: StreamAssessment, labels: Mapping[str, str], t: Thresholds) -> PoolView:
    """The numbers behind a pooled stream, computed from its counted studies; one sentence for every other stream."""
    details = pool_details(stream.studies, t) if stream.route.value is Route.POOL else None
    if details is None:
        few = f"fewer than {t.pool_min_k:g} studies, or too few of the participants, have an interval on one scale"
        why = f"Not pooled: {_NOT_POOLED.get(stream.route.value, few)}. So there are no subgroups to compare either."
        return PoolView((), why)
    facts = (_method(details, stream.route.reason), *_facts(details, labels, t))
    return PoolView(facts, subgroups=subgroup_view(details, labels))


def _facts(details: PoolDetails, labels: Mapping[str, str], t: Thresholds) -> Iterator[PoolFact]:
    yield from _scatter(details)
    yield _prediction(details, t)
    yield _left_out(details, labels)
    yield from _asymmetry(details, t)


def _method(details: PoolDetails, method: str) -> PoolFact:
    signs = "; signs turned so that above 0 is toward the claim" if details.turned else ""
    low, high = (rounded(end) for end in details.interval)
    return PoolFact(
        "Pooled effect",
        f"{rounded(details.estimate)} (95% interval {low} to {high}), random effects; {method}{signs}",
        "The mean of effects that are taken to differ from study to study. REML estimates by how much they differ. "
        f"The interval (Hartung, Knapp, Sidik, Jonkman) uses t with {details.pooled.df} degrees of freedom, because "
        "few studies say little about that; its modified form keeps lucky agreement from making it too narrow.",
    )


def _scatter(details: PoolDetails) -> Iterator[PoolFact]:
    pooled = details.pooled
    low, high = (rounded(end) for end in details.tau2_interval)
    log = " of the logarithm of the ratio" if details.scale.measure is Measure.RATIO else ""
    yield PoolFact(
        "Q",
        f"{rounded(pooled.cochran_q)} on {pooled.q_df} degrees of freedom, {p_words(pooled.q_p)}",
        f"How far the results scatter. If all studies had one true effect, about {pooled.q_df} would be expected; "
        "p says how rarely chance would give as much. With few studies a large p shows little.",
    )
    yield PoolFact(
        "I² (from Q)",
        f"{pooled.i2_q:.0f}%",
        "Share of the scatter that is more than chance, as abstracts print it. It grows with the size of the studies.",
    )
    yield PoolFact(
        "I² (from tau²)",
        f"{pooled.i2_tau2:.0f}%",
        "The same share computed from tau². The two have one name and can differ.",
    )
    yield PoolFact(
        "tau²",
        f"{rounded(pooled.tau2)} (95% Q-profile interval {low} to {high})",
        f"Variance of the true effects from study to study{log}. Its interval is wide where studies are few.",
    )


def _prediction(details: PoolDetails, t: Thresholds) -> PoolFact:
    tells = "Where the true effect of one more such study is expected; usually wider than the interval of the mean."
    if details.prediction is None:
        return PoolFact("Prediction interval", f"not computed below {studies(int(t.prediction_min_k))}", tells)
    low, high = (rounded(end) for end in details.prediction)
    return PoolFact(
        "Prediction interval", f"{low} to {high} (95%, t with {details.pooled.k - 2} degrees of freedom)", tells
    )


def _left_out(details: PoolDetails, labels: Mapping[str, str]) -> PoolFact:
    lowest = min(details.left_out, key=lambda left: left.estimate)
    highest = max(details.left_out, key=lambda left: left.estimate)
    ends = (f"{rounded(left.estimate)} without {labels[left.study]}" for left in (lowest, highest))
    return PoolFact(
        "Leaving one out",
        f"{' to '.join(ends)}; {_turning(details.left_out, labels)}",
        "The pooled effect again and again, each time without one study: does it hang on a single one?",
    )


def _turning(left_out: tuple[LeftOut, ...], labels: Mapping[str, str]) -> str:
    names = [labels[left.study] for left in left_out if left.changes_conclusion]
    if not names:
        return "no single study decides whether the interval includes no effect"
    return f"whether the interval includes no effect hangs on {' or '.join(names)} alone"


def _asymmetry(details: PoolDetails, t: Thresholds) -> Iterator[PoolFact]:
    is_ratio = details.scale.measure is Measure.RATIO
    name = "Test of effect on study size" if is_ratio else "Egger's test"
    tells = (
        "Do small studies show other effects than large ones? A small p says so; it does not say why. "
        "Unpublished studies are one reason among several."
    )
    found = details.asymmetry
    if found is None:
        few = details.pooled.k < t.asymmetry_min_k
        sizes = "the studies are of one size, or not every number of participants was seen"
        why = f"not read below {studies(int(t.asymmetry_min_k))}" if few else f"not computed: {sizes}"
        yield PoolFact(f"{name}, trim and fill", why, tells)
        return
    line = found.regression
    tested = (
        f"slope {rounded(line.slope)}, t {rounded(line.statistic)} on {line.df} degrees of freedom, {p_words(line.p)}"
    )
    yield PoolFact(name, tested, tells)
    yield _filled(details, found)


def _filled(details: PoolDetails, found: Asymmetry) -> PoolFact:
    missing = count_of(found.filled.k0, "study", "studies")
    value = f"{missing} mirrored on the {found.filled.side}"
    if found.filled.k0:
        value += f"; then {_shown(details, found.completed)}"
    changes = "" if found.changes_conclusion else "not "
    return PoolFact(
        "Trim and fill",
        f"{value}; the conclusion does {changes}change",
        "What the pool would be if the missing half of a lopsided funnel were added. It tries out how much that could "
        "matter, and is never a corrected result.",
    )


def _shown(details: PoolDetails, pooled: Pooled) -> str:
    low, high = (rounded(end) for end in details.scale.shown_both(pooled.interval))
    return f"{rounded(details.scale.shown(pooled.estimate))} (95% interval {low} to {high})"
