"""The numbers of a pooled result, each with one plain sentence on what it tells; or why there is none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import reduce

from claimbook.language.said import counted, joined, said
from claimbook.model.assessment import Measure, Route, StreamAssessment
from claimbook.model.printed import p_words
from claimbook.report.words.facts import rounded
from claimbook.report.words.subgroups import SubgroupView, subgroup_view
from claimbook.report.words.verdicts import studies
from claimbook.synthesis.details.pool import LeftOut, PoolDetails, pool_details
from claimbook.synthesis.pool.effects import Pooled
from claimbook.synthesis.pool.estimates import Asymmetry
from claimbook.synthesis.thresholds import Thresholds

_NOT_POOLED = {
    Route.REVIEW: said("a review speaks for its studies, and what it printed of its own pool stands above"),
    Route.SINGLE: said("one study is nothing to pool"),
    Route.PAIR: said(
        "two studies cannot show how far studies differ, so they stand side by side under one fixed effect"
    ),
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
        few = said(
            "fewer than {least:g} studies, or too few of the participants, have an interval on one scale",
            least=t.pool_min_k,
        )
        why = _NOT_POOLED.get(stream.route.value, few)
        return PoolView((), said("Not pooled: {why}. So there are no subgroups to compare either.", why=why))
    facts = (_method(details, stream.route.reason), *_facts(details, labels, t))
    return PoolView(facts, subgroups=subgroup_view(details, labels))


def _facts(details: PoolDetails, labels: Mapping[str, str], t: Thresholds) -> Iterator[PoolFact]:
    yield from _scatter(details)
    yield _spread(details)
    yield _prediction(details, t)
    yield _left_out(details, labels)
    yield from _asymmetry(details, t)


def _method(details: PoolDetails, method: str) -> PoolFact:
    low, high = (rounded(end) for end in details.interval)
    value = said(
        "{estimate} (95% interval {low} to {high}), random effects; {method}",
        estimate=rounded(details.estimate),
        low=low,
        high=high,
        method=method,
    )
    signs = [said("signs turned so that above 0 is toward the claim")] if details.turned else []
    tells = said(
        "The mean of effects that are taken to differ from study to study. REML estimates by how much they differ. "
        "The interval (Hartung, Knapp, Sidik, Jonkman) uses t with {df} degrees of freedom, because "
        "few studies say little about that; its modified form keeps lucky agreement from making it too narrow.",
        df=details.pooled.df,
    )
    return PoolFact(said("Pooled effect"), joined("; ", (value, *signs)), tells)


def _scatter(details: PoolDetails) -> Iterator[PoolFact]:
    pooled = details.pooled
    yield PoolFact(
        said("Q"),
        said("{q} on {df} degrees of freedom, {p}", q=rounded(pooled.cochran_q), df=pooled.q_df, p=p_words(pooled.q_p)),
        said(
            "How far the results scatter. If all studies had one true effect, about {expected} would be expected; "
            "p says how rarely chance would give as much. With few studies a large p shows little.",
            expected=pooled.q_df,
        ),
    )
    yield PoolFact(
        said("I² (from Q)"),
        said("{percent:.0f}%", percent=pooled.i2_q),
        said(
            "Share of the scatter that is more than chance, as abstracts print it. "
            "It grows with the size of the studies."
        ),
    )
    yield PoolFact(
        said("I² (from tau²)"),
        said("{percent:.0f}%", percent=pooled.i2_tau2),
        said("The same share computed from tau². The two have one name and can differ."),
    )


def _spread(details: PoolDetails) -> PoolFact:
    low, high = (rounded(end) for end in details.tau2_interval)
    value = rounded(details.pooled.tau2)
    of_effects = said("Variance of the true effects from study to study. Its interval is wide where studies are few.")
    of_logarithms = said(
        "Variance of the true effects from study to study of the logarithm of the ratio. "
        "Its interval is wide where studies are few."
    )
    return PoolFact(
        said("tau²"),
        said("{value} (95% Q-profile interval {low} to {high})", value=value, low=low, high=high),
        of_logarithms if details.scale.measure is Measure.RATIO else of_effects,
    )


def _prediction(details: PoolDetails, t: Thresholds) -> PoolFact:
    name = said("Prediction interval")
    tells = said(
        "Where the true effect of one more such study is expected; usually wider than the interval of the mean."
    )
    if details.prediction is None:
        return PoolFact(name, said("not computed below {studies}", studies=studies(int(t.prediction_min_k))), tells)
    low, high = (rounded(end) for end in details.prediction)
    value = said("{low} to {high} (95%, t with {df} degrees of freedom)", low=low, high=high, df=details.pooled.k - 2)
    return PoolFact(name, value, tells)


def _left_out(details: PoolDetails, labels: Mapping[str, str]) -> PoolFact:
    lowest = min(details.left_out, key=lambda left: left.estimate)
    highest = max(details.left_out, key=lambda left: left.estimate)
    ends = said(
        "{lowest} without {study} to {highest} without {other}",
        lowest=rounded(lowest.estimate),
        study=labels[lowest.study],
        highest=rounded(highest.estimate),
        other=labels[highest.study],
    )
    return PoolFact(
        said("Leaving one out"),
        joined("; ", (ends, _turning(details.left_out, labels))),
        said("The pooled effect again and again, each time without one study: does it hang on a single one?"),
    )


def _turning(left_out: tuple[LeftOut, ...], labels: Mapping[str, str]) -> str:
    names = [labels[left.study] for left in left_out if left.changes_conclusion]
    if not names:
        return said("no single study decides whether the interval includes no effect")
    either = reduce(lambda one, other: said("{one} or {other}", one=one, other=other), names)
    return said("whether the interval includes no effect hangs on {studies} alone", studies=either)


def _asymmetry(details: PoolDetails, t: Thresholds) -> Iterator[PoolFact]:
    is_ratio = details.scale.measure is Measure.RATIO
    name = said("Test of effect on study size") if is_ratio else said("Egger's test")
    tells = said(
        "Do small studies show other effects than large ones? A small p says so; it does not say why. "
        "Unpublished studies are one reason among several."
    )
    found = details.asymmetry
    if found is None:
        yield PoolFact(said("{test}, trim and fill", test=name), _not_tested(details, t), tells)
        return
    line = found.regression
    tested = said(
        "slope {slope}, t {t} on {df} degrees of freedom, {p}",
        slope=rounded(line.slope),
        t=rounded(line.statistic),
        df=line.df,
        p=p_words(line.p),
    )
    yield PoolFact(name, tested, tells)
    yield _filled(details, found)


def _not_tested(details: PoolDetails, t: Thresholds) -> str:
    if details.pooled.k < t.asymmetry_min_k:
        return said("not read below {studies}", studies=studies(int(t.asymmetry_min_k)))
    return said("not computed: the studies are of one size, or not every number of participants was seen")


def _filled(details: PoolDetails, found: Asymmetry) -> PoolFact:
    added = found.filled.k0
    parts = [
        counted("{n} study mirrored on the left", "{n:,} studies mirrored on the left", added)
        if found.filled.side == "left"
        else counted("{n} study mirrored on the right", "{n:,} studies mirrored on the right", added)
    ]
    if added:
        parts.append(said("then {pool}", pool=_shown(details, found.completed)))
    changes = found.changes_conclusion
    parts.append(said("the conclusion does change") if changes else said("the conclusion does not change"))
    tells = said(
        "What the pool would be if the missing half of a lopsided funnel were added. It tries out how much that could "
        "matter, and is never a corrected result."
    )
    return PoolFact(said("Trim and fill"), joined("; ", parts), tells)


def _shown(details: PoolDetails, pooled: Pooled) -> str:
    estimate = rounded(details.scale.shown(pooled.estimate))
    low, high = (rounded(end) for end in details.scale.shown_both(pooled.interval))
    return said("{estimate} (95% interval {low} to {high})", estimate=estimate, low=low, high=high)
