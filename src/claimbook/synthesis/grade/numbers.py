"""Derived numbers of one body of evidence, and the route by which its results come together (1.3 and 4.1)."""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import replace

from claimbook.language.said import counted, said
from claimbook.model.assessment import BiasClass, BodyNumbers, Estimate, Measure, Route, Ruling, StudyReading
from claimbook.model.claim import Outcome
from claimbook.model.terms import Certainty, Match, OutcomeMatch, Reading
from claimbook.synthesis.grade.body import Readings, is_review
from claimbook.synthesis.grade.certainty import large_effect_levels
from claimbook.synthesis.pool.apart import APART, why_apart
from claimbook.synthesis.pool.directions import sign_test
from claimbook.synthesis.pool.estimates import Pool, combined_p, enters_with, fixed_pair, pool_on_common_scale
from claimbook.synthesis.study.streams import says
from claimbook.synthesis.thresholds import Thresholds


def body_numbers(
    counted: Readings, k_direct: int, outcome: Outcome, unreported: int | None, t: Thresholds
) -> tuple[BodyNumbers, Ruling[Route]]:
    """Numbers and route of one stream. ``counted`` holds at least one usable study."""
    common = _common_numbers(counted, k_direct, outcome, unreported, t)
    review = next((reading for reading in counted if is_review(reading)), None)
    if review is not None:
        speaks = said("the review {review} speaks", review=review.study.id)
        return _from_review(common, review, t), Ruling(Route.REVIEW, "ROUTE-REVIEW", speaks)
    if len(counted) == 1:
        return _from_single(common, counted[0], t), Ruling(Route.SINGLE, "ROUTE-SINGLE", said("one usable study"))
    return _from_several(common, counted, t)


def _common_numbers(
    counted: Readings, k_direct: int, outcome: Outcome, unreported: int | None, t: Thresholds
) -> BodyNumbers:
    sizes = [reading.n for reading in counted if reading.n is not None]
    favours, against = directions(counted)
    told = favours + against
    risks = [reading.finding.control_risk for reading in counted if reading.finding.control_risk is not None]
    events = [reading.finding.events for reading in counted if reading.finding.events is not None]
    return BodyNumbers(
        k_direct=k_direct,
        k_usable=len(counted),
        n_participants=sum(sizes) if sizes else None,
        measure=Measure.P_ONLY,
        important_difference=outcome.important_difference,
        control_risk=statistics.median(risks) if risks else None,
        events=sum(events) if len(events) == len(counted) else None,
        majority_share=max(favours, against) / told if told else None,
        directions=(favours, against),
        without_direction=len(counted) - told,
        sign_test_p=sign_test(favours, against) if told else None,
        rob_low_share=_bias_share(counted, BiasClass.LOW),
        rob_high_share=_bias_share(counted, BiasClass.HIGH),
        adjusted_share=_adjusted_share(counted),
        indirect_shares=_indirect_shares(counted),
        multicentre=_says_multicentre(counted[0]),
        all_small=all((reading.n or 0) < t.small_study for reading in counted),
        all_positive=favours == len(counted),
        industry_share=_industry_share(counted),
        unreported_trials=unreported,
        dose_response_studies=sum(bool(reading.finding.dose_response) for reading in counted),
        event_outcome=outcome.kind == "event",
    )


def directions(counted: Sequence[StudyReading]) -> tuple[int, int]:
    """How many studies point to the claim's side, and how many to the other."""
    readings = [reading.reading.value for reading in counted]
    return readings.count(Reading.FAVOURS), readings.count(Reading.AGAINST)


def weights(counted: Sequence[StudyReading]) -> list[float]:
    """Participants of each study; without a number it weighs as the median known one, all alike if none is known."""
    known = [reading.n for reading in counted if reading.n]
    typical = float(statistics.median(known)) if known else 1.0
    return [float(reading.n) if reading.n else typical for reading in counted]


def share(counted: Sequence[StudyReading], holds: Callable[[StudyReading], bool]) -> float:
    """Share of participants in the studies for which this holds."""
    by_weight = list(zip(weights(counted), counted, strict=True))
    return sum(weight for weight, reading in by_weight if holds(reading)) / sum(weight for weight, _ in by_weight)


def _bias_share(counted: Readings, wanted: BiasClass) -> float:
    return share(counted, lambda reading: reading.bias is not None and reading.bias.value is wanted)


def _adjusted_share(counted: Readings) -> float | None:
    signals = [reading.study.bias_signals for reading in counted]
    if all(signal is None or signal.confounders_adjusted is None for signal in signals):
        return None
    return share(
        counted,
        lambda r: bool(r.study.bias_signals and says(r.study.bias_signals.confounders_adjusted)),
    )


def _indirect_shares(counted: Readings) -> dict[str, float]:
    return {
        "P": share(counted, lambda r: r.finding.match.population.code is Match.PARTIAL),
        "I": share(counted, lambda r: r.finding.match.intervention.code is Match.PARTIAL),
        "C": share(counted, lambda r: r.finding.match.comparator.code is not Match.DIRECT),
        "O": share(counted, lambda r: r.finding.match.outcome.code is OutcomeMatch.PARTIAL),
    }


def _says_multicentre(reading: StudyReading) -> bool:
    return bool(reading.study.bias_signals and says(reading.study.bias_signals.multicentre))


def _industry_share(counted: Readings) -> float:
    funded = [r for r in counted if r.study.bias_signals and says(r.study.bias_signals.industry_funded)]
    return len(funded) / len(counted)


def _from_review(common: BodyNumbers, review: StudyReading, t: Thresholds) -> BodyNumbers:
    """ROUTE-REVIEW: the review's own estimate, size, I2 and certainty; what it does not state stays unknown."""
    facts = review.study.review
    assert facts is not None  # noqa: S101 - every review carries its facts, the model sees to it
    name = review.finding.pooled_as
    i2 = next((row.i2 for row in facts.heterogeneity if row.outcome == name), None)
    level = next((row.level for row in facts.certainty_stated if row.outcome == name), None)
    trials = facts.included_trials
    pooled = _with_estimate(common, review.estimate, t, k=trials or 1)
    return replace(
        pooled,
        k_direct=trials or common.k_direct,
        k_usable=trials or 1,
        n_participants=review.n,
        i2=i2,
        review_trials=trials,
        review_bias=facts.mostly or "silent",
        review_small_study_effects=bool(facts.small_study_effects),
        quoted_certainty=Certainty.from_words(level) if level else None,
        dose_response_studies=int(t.dose_min_k) if facts.dose_response else 0,
        all_small=False,
        all_positive=False,
    )


def _with_estimate(body: BodyNumbers, estimate: Estimate | None, t: Thresholds, k: int) -> BodyNumbers:
    """The body with one estimate as its result; an estimate without an interval shows only its side."""
    if estimate is None:
        return body
    interval = estimate.interval
    return replace(
        body,
        measure=estimate.measure if interval else Measure.P_ONLY,
        estimate=estimate.value if interval else None,
        ci=interval,
        claim_side=estimate.toward_claim,
        convertible_md=estimate.standardised.interval if estimate.standardised else None,
        up_large=large_effect_levels(estimate.measure, interval, k, t),
        odds_ratio_without_risk=estimate.measure is Measure.RATIO and estimate.instrument == "OR",
    )


def _from_single(common: BodyNumbers, reading: StudyReading, t: Thresholds) -> BodyNumbers:
    body = _with_estimate(common, reading.estimate, t, k=1)
    if body.ci is not None:
        return body
    p = combined_p([reading], [1.0], t)
    if p is None or reading.p is None:
        return body
    return replace(body, stouffer_p=t.taken.p(reading.p), stouffer_z=p.z)  # as printed: 0.05 stays 0.05


def _from_several(common: BodyNumbers, counted: Readings, t: Thresholds) -> tuple[BodyNumbers, Ruling[Route]]:
    pair = fixed_pair(counted)
    if pair is not None:
        beside = said("two studies with estimates, shown side by side")
        return _with_pool(common, pair, t), Ruling(Route.PAIR, "ROUTE-PAIR", beside)
    pool = pool_on_common_scale(counted, weights(counted), t)
    if pool is not None:
        return _with_pool(common, pool, t), Ruling(Route.POOL, "ROUTE-POOL", pool.method)
    return _side_by_side(replace(common, apart=why_apart(counted, weights(counted), t)), counted, t)


def _side_by_side(body: BodyNumbers, counted: Readings, t: Thresholds) -> tuple[BodyNumbers, Ruling[Route]]:
    """Several studies without a common size: their p values, else their directions."""
    with_p = [reading for reading in counted if has_p(reading)]
    if len(with_p) < t.route_share * len(counted):
        few = said("too few studies give a p value or an estimate")
        return body, Ruling(Route.DIR, "ROUTE-DIR", _apart(body, few))
    p = combined_p(counted, weights(counted), t)
    found = body if p is None else replace(body, stouffer_p=p.p_two_sided, stouffer_z=p.z)
    return found, Ruling(Route.P, "ROUTE-P", _apart(body, _p_values(len(with_p), len(counted))))


def _apart(body: BodyNumbers, reason: str) -> str:
    """The reason of a route, with why the sizes that were printed did not decide it."""
    return reason if body.apart is None else said("{reason}; {why}", reason=reason, why=APART[body.apart])


def _p_values(given: int, studies: int) -> str:
    return counted(
        "{n} of {all} studies gives a p value with a direction",
        "{n} of {all} studies give a p value with a direction",
        given,
        all=studies,
    )


def has_p(reading: StudyReading) -> bool:
    """Whether the study gives a direction together with a p value (an estimate with its interval supplies both)."""
    return enters_with(reading) != "nothing"


def _with_pool(body: BodyNumbers, pool: Pool, t: Thresholds) -> BodyNumbers:
    includes_null = None
    if pool.prediction is not None:
        includes_null = pool.prediction[0] <= pool.measure.null <= pool.prediction[1]
    return replace(
        body,
        measure=pool.measure,
        estimate=pool.estimate,
        ci=pool.interval,
        claim_side=pool.toward_claim,
        convertible_md=pool.standardised,
        pair_on_claim_side=pool.sides,
        i2=pool.i2,
        i2_tau2=pool.i2_tau2,
        tau2=pool.tau2,
        prediction_interval=pool.prediction,
        pi_includes_null=includes_null,
        pooled=pool.random_effects,
        opposite_weight_share=pool.opposite_share,
        asymmetry_p=pool.asymmetry_p,
        trimfill_changes_conclusion=pool.trimfill_changes_conclusion,
        up_large=large_effect_levels(pool.measure, pool.interval, pool.k, t),
        odds_ratio_without_risk=pool.of_odds,
    )
