"""Five reasons to rate certainty down (grading specification 3.1 to 3.5).

Each function answers for one domain: 0, 1 or 2 levels, with every rule that spoke. An unknown number is never read as
a favourable one. The specification names the published source of each rule; ``rulebook`` repeats it.
"""

from claimbook.model.assessment import BodyNumbers, Domain, Measure, Route, Ruling
from claimbook.model.terms import Stream
from claimbook.synthesis.sample_size import detectable_smd, optimal_information_size
from claimbook.synthesis.thresholds import Thresholds

Interval = tuple[float, float]


def risk_of_bias(body: BodyNumbers, stream: Stream, t: Thresholds) -> Domain:
    """D1: how much of the evidence comes from studies whose safeguards are stated."""
    if body.review_bias is not None:
        ruling = _review_bias(body.review_bias)
    elif stream is Stream.RCT:
        ruling = _trial_bias(body, t)
    else:
        ruling = _adjustment(body, t)
    return Domain("risk of bias", ruling.value, (ruling,))


def _review_bias(words: str) -> Ruling[int]:
    levels = {"low risk": 0, "silent": 1, "high risk": 2}[words]
    reason = {
        "low risk": "the review says that most trials are at low risk",
        "silent": "the review's abstract does not say that most trials are at low or at high risk",
        "high risk": "the review says that most trials are at high risk",
    }[words]
    return Ruling(levels, "ROB-REVIEW", reason)


def _trial_bias(body: BodyNumbers, t: Thresholds) -> Ruling[int]:
    high, low = body.rob_high_share or 0.0, body.rob_low_share or 0.0
    if high >= t.rob_share:
        return Ruling(2, "ROB-BODY-2", f"{high:.0%} of participants are in trials at high risk")
    if low < t.rob_share:
        reason = f"{low:.0%} of participants are in trials whose abstract states blinding and one more safeguard"
        return Ruling(1, "ROB-BODY-1", reason)
    return Ruling(0, "ROB-BODY-0", f"{low:.0%} of participants are in trials with stated safeguards")


def _adjustment(body: BodyNumbers, t: Thresholds) -> Ruling[int]:
    share = body.adjusted_share
    if share is None or share < t.adjusted_share:
        seen = (
            "no study is known to adjust" if not share else f"only {share:.0%} of participants are in studies that do"
        )
        return Ruling(1, "ROB-NRSI-1", f"adjustment for confounders: {seen}")
    return Ruling(0, "ROB-NRSI-0", f"{share:.0%} of participants are in studies that adjust for confounders")


def inconsistency(body: BodyNumbers, route: Route, t: Thresholds) -> Domain:
    """D2: do the studies agree in direction and size? I2 here is the Q-based one."""
    if body.k_usable == 1 and route is not Route.REVIEW:
        rulings = [_single(body, t)]
    elif body.i2 is not None and body.k_usable >= t.pool_min_k:
        rulings = [_by_i2(body.i2, body.opposite_weight_share, t)]
        if _prediction_disagrees(body, t):
            rulings.append(
                Ruling(1, "INCONS-PI-1", "the interval excludes no effect, the prediction interval does not")
            )
    else:
        rulings = [_review_without_i2(body)] if route is Route.REVIEW else [_by_majority(body, t)]
    return Domain("inconsistency", max(ruling.value for ruling in rulings), tuple(rulings))


def _single(body: BodyNumbers, t: Thresholds) -> Ruling[int]:
    if body.multicentre and (body.n_participants or 0) >= t.single_large:
        return Ruling(0, "INCONS-SINGLE-0", "one study, but large and from several centres")
    return Ruling(1, "INCONS-SINGLE-1", "only one study: nothing shows whether its result can be repeated")


def _by_i2(i2: float, opposite: float | None, t: Thresholds) -> Ruling[int]:
    against = "an unknown share of the weight" if opposite is None else f"{opposite:.0%} of the weight"
    reason = f"I2 (Q-based) {i2:.0f}%, {against} lies on the other side"
    agrees = opposite is not None and opposite < t.opposite_share
    if i2 < t.i2_low:
        return Ruling(0, "INCONS-I2-LOW", reason)
    if i2 < t.i2_high:
        return Ruling(0 if agrees else 1, "INCONS-I2-MID", reason)
    return Ruling(1 if agrees else 2, "INCONS-I2-HIGH", reason)


def _prediction_disagrees(body: BodyNumbers, t: Thresholds) -> bool:
    return bool(
        body.k_usable >= t.prediction_min_k
        and (body.tau2 or 0) > 0
        and body.ci is not None
        and not includes(body.ci, body.measure.null)
        and body.pi_includes_null
    )


def _review_without_i2(body: BodyNumbers) -> Ruling[int]:
    missing = "no I2 for this outcome" if body.i2 is None else "an I2, but of too few studies, or not of how many"
    return Ruling(1, "INCONS-SHARE-1", f"the review's abstract gives {missing}")


def _by_majority(body: BodyNumbers, t: Thresholds) -> Ruling[int]:
    share = body.majority_share
    if share is None:
        return Ruling(1, "INCONS-SHARE-1", "no study gives a direction")
    reason = f"{share:.0%} of the studies with a direction point the same way"
    if share >= t.majority_consistent:
        return Ruling(0, "INCONS-SHARE-0", reason)
    if share >= t.majority_mixed:
        return Ruling(1, "INCONS-SHARE-1", reason)
    return Ruling(2, "INCONS-SHARE-2", reason)


_ELEMENTS = {"P": "population", "I": "intervention", "C": "comparator", "O": "outcome"}


def indirectness(body: BodyNumbers, t: Thresholds, elements: str = "PICO") -> Domain:
    """D3: for how many elements do most participants come from studies that match only in part?"""
    indirect = [e for e in elements if body.indirect_shares.get(e, 0.0) >= t.indirect_share]
    levels = min(len(indirect), 2)
    named = ", ".join(f"{_ELEMENTS[e]} ({body.indirect_shares[e]:.0%} of participants)" for e in indirect)
    reason = f"only partly direct in {named}" if indirect else "population, intervention, comparator and outcome match"
    ruling = Ruling(levels, f"INDIRECT-{levels}", reason)
    return Domain("indirectness", levels, (ruling,))


def imprecision(body: BodyNumbers, t: Thresholds) -> Domain:
    """D4: the larger of what the interval and what the size of the evidence say; a null zone needs neither."""
    zone = null_zone(body, t)
    scale = _interval_on_zone_scale(body)
    if zone and scale and includes(scale, body.measure.null) and zone[0] <= scale[0] and scale[1] <= zone[1]:
        ruling = Ruling(0, "IMPRECISION-NULLZONE-0", "the whole interval lies inside little or no effect")
        return Domain("imprecision", 0, (ruling,))
    target, rulings = _target(body, t)
    rulings = [_interval_part(body, zone, scale, t), *rulings, _size_part(body, target, t)]
    return Domain("imprecision", max(ruling.value for ruling in rulings), tuple(rulings))


def null_zone(body: BodyNumbers, t: Thresholds) -> Interval | None:
    """Limits of little or no effect on the scale of the body, or None where none can be named (3.4)."""
    if body.measure is Measure.RATIO:
        return (t.ratio_low, t.ratio_high)
    if body.measure is Measure.SMD or body.convertible_md is not None:
        return (-t.smd_zone, t.smd_zone)
    if body.measure is Measure.MD and body.important_difference is not None:
        return (-body.important_difference, body.important_difference)
    return None


def _interval_on_zone_scale(body: BodyNumbers) -> Interval | None:
    return body.convertible_md if body.measure is Measure.MD and body.convertible_md is not None else body.ci


def includes(interval: Interval, value: float) -> bool:
    """Whether the interval holds the value, its ends included."""
    return interval[0] <= value <= interval[1]


def _interval_part(body: BodyNumbers, zone: Interval | None, scale: Interval | None, t: Thresholds) -> Ruling[int]:
    if scale is None:
        return _without_interval(body, t)
    name = {Measure.RATIO: "RATIO", Measure.SMD: "SMD"}.get(body.measure, "MD")
    null = body.measure.null
    printed = f"{scale[0]:.3g} to {scale[1]:.3g}"
    if zone is not None and scale[0] < zone[0] and scale[1] > zone[1]:
        return Ruling(2, f"IMPRECISION-{name}-2", f"the interval {printed} fits both appreciable benefit and harm")
    if includes(scale, null):
        return Ruling(1, f"IMPRECISION-{name}-1", f"the interval {printed} includes no effect ({null:g})")
    return Ruling(0, f"IMPRECISION-{name}-0", f"the interval {printed} excludes no effect ({null:g})")


def _without_interval(body: BodyNumbers, t: Thresholds) -> Ruling[int]:
    p = body.stouffer_p
    if p is None:
        return Ruling(1, "IMPRECISION-NOCI-1", "no interval, and no p value that can be combined")
    if p > t.alpha:
        return Ruling(1, "IMPRECISION-NOCI-1", f"no interval; combined two-sided p {p:.2g}")
    return Ruling(0, "IMPRECISION-NOCI-0", f"no interval; combined two-sided p {p:.2g}")


def _target(body: BodyNumbers, t: Thresholds) -> tuple[tuple[float, float | None, str], list[Ruling[int]]]:
    """Target size, the size reached and its unit, with the rule that set the target."""
    people = body.n_participants
    if body.measure is not Measure.RATIO and not body.event_outcome:
        shown = detectable_smd(max(1, round(t.target_participants)), power=t.target_power)
        power = f"{t.target_power:.0%} power for SMD {shown:.2f}, not less"
        why = f"target {t.target_participants:,.0f} participants: {power}"
        return (t.target_participants, people, "participants"), [Ruling(0, "IMPRECISION-TARGET-CONT", why)]
    if body.control_risk is not None:
        size = optimal_information_size(
            body.control_risk, relative_reduction=t.target_relative_reduction, power=t.target_power
        ).total
        why = f"target for a control risk of {body.control_risk:g}: {size:,} participants"
        return (size, people, "participants"), [Ruling(0, "IMPRECISION-TARGET-OIS", why)]
    if body.events is not None:
        why = f"control risk unknown: target {t.target_events:g} events"
        return (t.target_events, body.events, "events"), [Ruling(0, "IMPRECISION-TARGET-EVENTS", why)]
    size = optimal_information_size(
        t.assumed_control_risk, relative_reduction=t.target_relative_reduction, power=t.target_power
    ).total
    why = f"control risk and events unknown: {t.assumed_control_risk:.0%} assumed, target {size:,} participants"
    return (size, people, "participants"), [Ruling(0, "IMPRECISION-TARGET-DEFAULT", why)]


def _size_part(body: BodyNumbers, target: tuple[float, float | None, str], t: Thresholds) -> Ruling[int]:
    wanted, reached, unit = target
    if reached is None and (body.review_trials or 0) >= t.review_min_trials:
        return Ruling(1, "IMPRECISION-SIZE-REVIEW-1", f"size not stated, {body.review_trials} trials")
    if reached is None:
        return Ruling(2, "IMPRECISION-SIZE-2", f"size not stated, so the worst case is read (target {wanted:,.0f})")
    printed = f"{reached:,.0f} {unit}, target {wanted:,.0f}"
    if reached >= wanted:
        return Ruling(0, "IMPRECISION-SIZE-0", printed)
    if reached >= t.size_fraction * wanted:
        return Ruling(1, "IMPRECISION-SIZE-1", printed)
    return Ruling(2, "IMPRECISION-SIZE-2", f"{printed}: below {t.size_fraction:.0%} of it")


def publication_bias(body: BodyNumbers, t: Thresholds) -> Domain:
    """D5: one level if anything suggests that unfavourable results are missing."""
    rulings = [ruling for ruling in (_unreported(body), _asymmetry(body, t), *_small_studies(body, t)) if ruling]
    if not rulings:
        tested = body.asymmetry_p is not None
        reason = "no actionable asymmetry" if tested else "not detected (not assessable from these abstracts)"
        if body.unreported_trials is None:
            reason += "; unreported registered trials: not checked"
        rulings = [Ruling(0, "PUBBIAS-0", reason)]
    return Domain("publication bias", max(ruling.value for ruling in rulings), tuple(rulings))


def _unreported(body: BodyNumbers) -> Ruling[int] | None:
    if not body.unreported_trials:
        return None
    return Ruling(1, "PUBBIAS-UNREPORTED-1", f"{body.unreported_trials} completed registered trial(s) without results")


def _asymmetry(body: BodyNumbers, t: Thresholds) -> Ruling[int] | None:
    if body.review_small_study_effects:
        return Ruling(1, "PUBBIAS-ASYM-1", "the review itself reports small-study effects")
    p, k = body.asymmetry_p, max(body.k_usable, body.k_direct)
    if p is None or k < t.asymmetry_min_k or p >= t.asymmetry_p or not body.trimfill_changes_conclusion:
        return None
    return Ruling(1, "PUBBIAS-ASYM-1", f"funnel asymmetry p {p:.2g}, and trim-and-fill changes the conclusion")


def _small_studies(body: BodyNumbers, t: Thresholds) -> tuple[Ruling[int] | None, ...]:
    if body.k_usable < t.small_min_k or not body.all_small:
        return ()
    size = f"all {body.k_usable} studies have fewer than {t.small_study:g} participants"
    positive = Ruling(1, "PUBBIAS-SMALLPOS-1", f"{size} and all favour the claim") if body.all_positive else None
    funded = (body.industry_share or 0) > t.industry_share
    industry = Ruling(1, "PUBBIAS-SMALLIND-1", f"{size} and most were paid by industry") if funded else None
    return (positive, industry)


def all_domains(body: BodyNumbers, stream: Stream, route: Route, t: Thresholds) -> tuple[Domain, ...]:
    """D1 to D5 in their usual order."""
    return (
        risk_of_bias(body, stream, t),
        inconsistency(body, route, t),
        indirectness(body, t),
        imprecision(body, t),
        publication_bias(body, t),
    )
