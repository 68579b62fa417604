"""Five reasons to rate certainty down (grading specification 3.1 to 3.5).

Each function answers for one domain: 0, 1 or 2 levels, with every rule that spoke. An unknown number is never read as
a favourable one. The specification names the published source of each rule; ``rulebook`` repeats it.
"""

from dataclasses import dataclass
from typing import Literal

from claimbook.language.said import Said, filled, joined, said
from claimbook.model.assessment import BodyNumbers, Domain, Measure, Route, Ruling
from claimbook.model.printed import p_words
from claimbook.model.terms import Stream
from claimbook.synthesis.pool.sample_size import detectable_smd, optimal_information_size
from claimbook.synthesis.thresholds import Thresholds

Interval = tuple[float, float]
NO_DIRECTION = said("no study shows a difference, and none tells which way it leaned")
"""Of usable studies without a direction: that no difference was shown is all they say."""


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
        "low risk": said("the review says that most trials are at low risk"),
        "silent": said("the review's abstract does not say that most trials are at low or at high risk"),
        "high risk": said("the review says that most trials are at high risk"),
    }[words]
    return Ruling(levels, "ROB-REVIEW", reason)


def _trial_bias(body: BodyNumbers, t: Thresholds) -> Ruling[int]:
    high, low = body.rob_high_share or 0.0, body.rob_low_share or 0.0
    if high >= t.rob_share:
        return Ruling(2, "ROB-BODY-2", said("{share:.0%} of participants are in trials at high risk", share=high))
    if low < t.rob_share:
        reason = said(
            "{share:.0%} of participants are in trials whose abstract states blinding and one more safeguard", share=low
        )
        return Ruling(1, "ROB-BODY-1", reason)
    return Ruling(0, "ROB-BODY-0", said("{share:.0%} of participants are in trials with stated safeguards", share=low))


def _adjustment(body: BodyNumbers, t: Thresholds) -> Ruling[int]:
    share = body.adjusted_share
    if share is not None and share >= t.adjusted_share:
        reason = said("{share:.0%} of participants are in studies that adjust for confounders", share=share)
        return Ruling(0, "ROB-NRSI-0", reason)
    reason = said("adjustment for confounders: no study is known to adjust")
    if share:
        reason = said(
            "adjustment for confounders: only {share:.0%} of participants are in studies that do", share=share
        )
    return Ruling(1, "ROB-NRSI-1", reason)


def inconsistency(body: BodyNumbers, route: Route, t: Thresholds) -> Domain:
    """D2: do the studies agree in direction and size? I2 here is the Q-based one."""
    if body.k_usable == 1 and route is not Route.REVIEW:
        rulings = [_single(body, t)]
    elif body.i2 is not None and body.k_usable >= t.pool_min_k:
        rulings = [_by_i2(body.i2, body.opposite_weight_share, t)]
        if _prediction_disagrees(body, t):
            reason = said("the interval excludes no effect, the prediction interval does not")
            rulings.append(Ruling(1, "INCONS-PI-1", reason))
    else:
        rulings = [_review_without_i2(body)] if route is Route.REVIEW else [_by_majority(body, t)]
    return Domain("inconsistency", max(ruling.value for ruling in rulings), tuple(rulings))


def _single(body: BodyNumbers, t: Thresholds) -> Ruling[int]:
    if body.multicentre and (body.n_participants or 0) >= t.single_large:
        return Ruling(0, "INCONS-SINGLE-0", said("one study, but large and from several centres"))
    return Ruling(1, "INCONS-SINGLE-1", said("only one study: nothing shows whether its result can be repeated"))


def _by_i2(i2: float, opposite: float | None, t: Thresholds) -> Ruling[int]:
    reason = _told_i2(i2, opposite)
    agrees = opposite is not None and opposite < t.opposite_share
    if i2 < t.i2_low:
        return Ruling(0, "INCONS-I2-LOW", reason)
    if i2 < t.i2_high:
        return Ruling(0 if agrees else 1, "INCONS-I2-MID", reason)
    return Ruling(1 if agrees else 2, "INCONS-I2-HIGH", reason)


def _told_i2(i2: float, opposite: float | None) -> Said:
    if opposite is None:
        return said("I2 (Q-based) {i2:.0f}%, an unknown share of the weight lies on the other side", i2=i2)
    return said("I2 (Q-based) {i2:.0f}%, {share:.0%} of the weight lies on the other side", i2=i2, share=opposite)


def _prediction_disagrees(body: BodyNumbers, t: Thresholds) -> bool:
    return bool(
        body.k_usable >= t.prediction_min_k
        and (body.tau2 or 0) > 0
        and body.ci is not None
        and not includes(body.ci, body.measure.null)
        and body.pi_includes_null
    )


def _review_without_i2(body: BodyNumbers) -> Ruling[int]:
    reason = said("the review's abstract gives an I2, but of too few studies, or not of how many")
    if body.i2 is None:
        reason = said("the review's abstract gives no I2 for this outcome")
    return Ruling(1, "INCONS-SHARE-1", reason)


def _by_majority(body: BodyNumbers, t: Thresholds) -> Ruling[int]:
    share = body.majority_share
    if share is None:
        reason = said("{none}, so whether they agree is not known", none=NO_DIRECTION)
        return Ruling(1, "INCONS-SHARE-1", reason)
    reason = said("{share:.0%} of the studies with a direction point the same way", share=share)
    if share >= t.majority_consistent:
        return Ruling(0, "INCONS-SHARE-0", reason)
    if share >= t.majority_mixed:
        return Ruling(1, "INCONS-SHARE-1", reason)
    return Ruling(2, "INCONS-SHARE-2", reason)


_IN_PART = {
    "P": said("population ({share:.0%} of participants)"),
    "I": said("intervention ({share:.0%} of participants)"),
    "C": said("comparator ({share:.0%} of participants)"),
    "O": said("outcome ({share:.0%} of participants)"),
}


def indirectness(body: BodyNumbers, t: Thresholds, elements: str = "PICO") -> Domain:
    """D3: for how many elements do most participants come from studies that match only in part?"""
    indirect = [e for e in elements if body.indirect_shares.get(e, 0.0) >= t.indirect_share]
    levels = min(len(indirect), 2)
    named = joined(", ", (filled(_IN_PART[e], share=body.indirect_shares[e]) for e in indirect))
    reason = said("only partly direct in {elements}", elements=named)
    if not indirect:
        reason = said("population, intervention, comparator and outcome match")
    ruling = Ruling(levels, f"INDIRECT-{levels}", reason)
    return Domain("indirectness", levels, (ruling,))


def imprecision(body: BodyNumbers, t: Thresholds) -> Domain:
    """D4: the larger of what the interval and what the size of the evidence say; a null zone needs neither."""
    zone = null_zone(body, t)
    scale = _interval_on_zone_scale(body)
    if zone and scale and includes(scale, body.measure.null) and zone[0] <= scale[0] and scale[1] <= zone[1]:
        ruling = Ruling(0, "IMPRECISION-NULLZONE-0", said("the whole interval lies inside little or no effect"))
        return Domain("imprecision", 0, (ruling,))
    target = _target(body, t)
    rulings = [_interval_part(body, zone, scale, t), target.ruling, _size_part(body, target, t)]
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
    printed = said("{low:.3g} to {high:.3g}", low=scale[0], high=scale[1])
    if zone is not None and scale[0] < zone[0] and scale[1] > zone[1]:
        both = said("the interval {interval} fits both appreciable benefit and harm", interval=printed)
        return Ruling(2, f"IMPRECISION-{name}-2", both)
    if includes(scale, null):
        holds = said("the interval {interval} includes no effect ({null:g})", interval=printed, null=null)
        return Ruling(1, f"IMPRECISION-{name}-1", holds)
    excludes = said("the interval {interval} excludes no effect ({null:g})", interval=printed, null=null)
    return Ruling(0, f"IMPRECISION-{name}-0", excludes)


def _without_interval(body: BodyNumbers, t: Thresholds) -> Ruling[int]:
    p, together = body.stouffer_p, said("no interval of the studies together")
    none = said("no interval") if body.apart is None else together
    if p is None:
        return Ruling(1, "IMPRECISION-NOCI-1", said("{none}, and no p value that can be combined", none=none))
    reason = said("{none}; combined two-sided {p}", none=none, p=p_words(p))
    if p > t.alpha:
        return Ruling(1, "IMPRECISION-NOCI-1", reason)
    return Ruling(0, "IMPRECISION-NOCI-0", reason)


@dataclass(frozen=True)
class _Target:
    """How much evidence is enough, how much there is (None: not stated), in which unit, and the rule that says so."""

    wanted: float
    reached: float | None
    unit: Literal["participants", "events"]
    ruling: Ruling[int]

    @property
    def words(self) -> Said:
        """What was reached, beside what is wanted."""
        return filled(_REACHED[self.unit], reached=self.reached, wanted=self.wanted)


_REACHED = {
    "participants": said("{reached:,.0f} participants, target {wanted:,.0f}"),
    "events": said("{reached:,.0f} events, target {wanted:,.0f}"),
}


def _target(body: BodyNumbers, t: Thresholds) -> _Target:
    if body.measure is not Measure.RATIO and not body.event_outcome:
        return _target_of_means(body, t)
    risk = body.control_risk
    if risk is not None:
        size = _information_size(risk, t)
        why = said("target for a control risk of {risk:g}: {size:,} participants", risk=risk, size=size)
        return _Target(size, body.n_participants, "participants", Ruling(0, "IMPRECISION-TARGET-OIS", why))
    if body.events is not None:
        why = said("control risk unknown: target {events:g} events", events=t.target_events)
        return _Target(t.target_events, body.events, "events", Ruling(0, "IMPRECISION-TARGET-EVENTS", why))
    size = _information_size(t.assumed_control_risk, t)
    why = said(
        "control risk and events unknown: {risk:.0%} assumed, target {size:,} participants",
        risk=t.assumed_control_risk,
        size=size,
    )
    return _Target(size, body.n_participants, "participants", Ruling(0, "IMPRECISION-TARGET-DEFAULT", why))


def _target_of_means(body: BodyNumbers, t: Thresholds) -> _Target:
    wanted = t.target_participants
    why = said(
        "target {size:,.0f} participants: {power:.0%} power for SMD {smd:.2f}, not less",
        size=wanted,
        power=t.target_power,
        smd=detectable_smd(max(1, round(wanted)), power=t.target_power),
    )
    return _Target(wanted, body.n_participants, "participants", Ruling(0, "IMPRECISION-TARGET-CONT", why))


def _information_size(risk: float, t: Thresholds) -> int:
    return optimal_information_size(risk, relative_reduction=t.target_relative_reduction, power=t.target_power).total


def _size_part(body: BodyNumbers, target: _Target, t: Thresholds) -> Ruling[int]:
    if target.reached is None and (body.review_trials or 0) >= t.review_min_trials:
        reason = said("size not stated, {trials} trials", trials=body.review_trials)
        return Ruling(1, "IMPRECISION-SIZE-REVIEW-1", reason)
    if target.reached is None:
        reason = said("size not stated, so the worst case is read (target {wanted:,.0f})", wanted=target.wanted)
        return Ruling(2, "IMPRECISION-SIZE-2", reason)
    if target.reached >= target.wanted:
        return Ruling(0, "IMPRECISION-SIZE-0", target.words)
    if target.reached >= t.size_fraction * target.wanted:
        return Ruling(1, "IMPRECISION-SIZE-1", target.words)
    below = said("{size}: below {share:.0%} of it", size=target.words, share=t.size_fraction)
    return Ruling(2, "IMPRECISION-SIZE-2", below)


def publication_bias(body: BodyNumbers, t: Thresholds) -> Domain:
    """D5: one level if anything suggests that unfavourable results are missing."""
    rulings = [ruling for ruling in (_unreported(body), _asymmetry(body, t), *_small_studies(body, t)) if ruling]
    if not rulings:
        rulings = [Ruling(0, "PUBBIAS-0", _nothing_missing(body))]
    return Domain("publication bias", max(ruling.value for ruling in rulings), tuple(rulings))


def _nothing_missing(body: BodyNumbers) -> str:
    found = said("not detected (not assessable from these abstracts)")
    if body.asymmetry_p is not None:
        found = said("no actionable asymmetry")
    if body.unreported_trials is not None:
        return found
    return said("{found}; unreported registered trials: not checked", found=found)


def _unreported(body: BodyNumbers) -> Ruling[int] | None:
    if not body.unreported_trials:
        return None
    reason = said("{trials} completed registered trial(s) without results", trials=body.unreported_trials)
    return Ruling(1, "PUBBIAS-UNREPORTED-1", reason)


def _asymmetry(body: BodyNumbers, t: Thresholds) -> Ruling[int] | None:
    if body.review_small_study_effects:
        return Ruling(1, "PUBBIAS-ASYM-1", said("the review itself reports small-study effects"))
    p, k = body.asymmetry_p, max(body.k_usable, body.k_direct)
    if p is None or k < t.asymmetry_min_k or p >= t.asymmetry_p or not body.trimfill_changes_conclusion:
        return None
    reason = said("funnel asymmetry {p}, and trim-and-fill changes the conclusion", p=p_words(p))
    return Ruling(1, "PUBBIAS-ASYM-1", reason)


def _small_studies(body: BodyNumbers, t: Thresholds) -> tuple[Ruling[int] | None, ...]:
    if body.k_usable < t.small_min_k or not body.all_small:
        return ()
    size = said("all {k} studies have fewer than {limit:g} participants", k=body.k_usable, limit=t.small_study)
    positive = Ruling(1, "PUBBIAS-SMALLPOS-1", said("{size} and all favour the claim", size=size))
    industry = Ruling(1, "PUBBIAS-SMALLIND-1", said("{size} and most were paid by industry", size=size))
    funded = (body.industry_share or 0) > t.industry_share
    return (positive if body.all_positive else None, industry if funded else None)


def all_domains(body: BodyNumbers, stream: Stream, route: Route, t: Thresholds) -> tuple[Domain, ...]:
    """D1 to D5 in their usual order."""
    return (
        risk_of_bias(body, stream, t),
        inconsistency(body, route, t),
        indirectness(body, t),
        imprecision(body, t),
        publication_bias(body, t),
    )
