"""What one body of evidence shows about a claim: favours, inconclusive, null, against (grading specification 4)."""

from typing import Literal

from claimbook.language.said import counted, said
from claimbook.model.assessment import BodyNumbers, Measure, Route, Ruling
from claimbook.model.printed import p_words
from claimbook.model.terms import Asserts, State
from claimbook.synthesis.grade.domains import NO_DIRECTION, includes, null_zone
from claimbook.synthesis.thresholds import Thresholds


def effect_state(body: BodyNumbers, route: Route, asserts: Asserts, t: Thresholds) -> Ruling[State]:
    """The state for the claim: what the evidence shows in the named direction, turned for negative claims."""
    shown = shown_effect(body, route, t)
    return shown if asserts is Asserts.EFFECT else _turned(shown, asserts)


def shown_effect(body: BodyNumbers, route: Route, t: Thresholds) -> Ruling[State]:
    """The state if the claim were simply that the effect exists in the named direction."""
    if body.ci is not None:
        return _from_interval(body, body.ci, route, t)
    if route is Route.REVIEW:
        return _from_words(body)
    if route is Route.DIR or body.stouffer_p is None:
        return _from_directions(body, t)
    return _from_p(body, body.stouffer_p, route, t)


def _from_interval(body: BodyNumbers, ci: tuple[float, float], route: Route, t: Thresholds) -> Ruling[State]:
    null = body.measure.null
    printed = said("{low:.3g} to {high:.3g}, no effect is {null:g}", low=ci[0], high=ci[1], null=null)
    if not includes(ci, null):
        above = ci[0] > null
        on_claim_side = above == (body.claim_side != "below")
        if route is Route.PAIR and not all(side is on_claim_side for side in body.pair_on_claim_side):
            reason = said("interval {interval}, but the two studies do not agree on the side", interval=printed)
            return Ruling(State.INCONCLUSIVE, "STATE-CI-INCONCLUSIVE", reason)
        if on_claim_side:
            reason = said("the interval lies on the claim's side ({interval})", interval=printed)
            return Ruling(State.FAVOURS, "STATE-CI-FAVOURS", reason)
        reason = said("the interval lies on the other side ({interval})", interval=printed)
        return Ruling(State.AGAINST, "STATE-CI-AGAINST", reason)
    scale = body.convertible_md if body.measure is Measure.MD and body.convertible_md else ci
    zone = null_zone(body, t)
    if zone and zone[0] <= scale[0] and scale[1] <= zone[1]:
        reason = said(
            "the interval ({interval}) lies inside little or no effect ({low:g} to {high:g})",
            interval=printed,
            low=zone[0],
            high=zone[1],
        )
        return Ruling(State.NULL, "STATE-CI-NULL", reason)
    reason = said("the interval includes no effect ({interval})", interval=printed)
    return Ruling(State.INCONCLUSIVE, "STATE-CI-INCONCLUSIVE", reason)


def _from_words(body: BodyNumbers) -> Ruling[State]:
    """A review without an interval is taken at its word only where it also states a certainty."""
    favours, against = body.directions
    if body.quoted_certainty is None or favours == against:
        reason = said("the review gives no interval, and not both a direction and a certainty")
        return Ruling(State.INCONCLUSIVE, "STATE-REVIEW-WORDS", reason)
    reason = said("no interval; direction and certainty in the review's own words")
    return Ruling(State.FAVOURS if favours else State.AGAINST, "STATE-REVIEW-WORDS", reason)


def _from_p(body: BodyNumbers, p: float, route: Route, t: Thresholds) -> Ruling[State]:
    favours, against = body.directions
    majority = body.majority_share or 0.0
    printed = _p_beside_directions(body, p)
    agreed = favours != against and (route is Route.SINGLE or majority >= t.majority_for_p)
    if p <= t.alpha and agreed and _p_side(body) == (favours > against):
        state = State.FAVOURS if favours > against else State.AGAINST
        return Ruling(state, "STATE-P", printed)
    reason = said("{found}: not enough; a p value never shows that there is no effect", found=printed)
    return Ruling(State.INCONCLUSIVE, "STATE-P", reason)


def _p_beside_directions(body: BodyNumbers, p: float) -> str:
    """The combined p and how far the directions agree; a study that found no difference has none."""
    told, share = sum(body.directions), body.majority_share or 0.0
    if not told:
        return said("two-sided {p}; {none}", p=p_words(p), none=NO_DIRECTION)
    if not body.without_direction:
        return said("two-sided {p}, {share:.0%} of directions on one side", p=p_words(p), share=share)
    return counted(
        "two-sided {p}; {n} of {all} studies gives a direction",
        "two-sided {p}; {n} of {all} studies give a direction, {share:.0%} of these to one side",
        told,
        all=told + body.without_direction,
        p=p_words(p),
        share=share,
    )


def _p_side(body: BodyNumbers) -> bool:
    """Whether the combined p points to the claim; without a signed z the majority speaks."""
    if body.stouffer_z is None:
        return body.directions[0] > body.directions[1]
    return body.stouffer_z > 0


def _from_directions(body: BodyNumbers, t: Thresholds) -> Ruling[State]:
    p = body.sign_test_p
    if p is None:
        return Ruling(State.INCONCLUSIVE, "STATE-DIR", NO_DIRECTION)
    favours, against = body.directions
    tested = said("{directions}, sign test {p}", directions=_told(favours, against), p=p_words(p))
    if p <= t.alpha:
        return Ruling(State.FAVOURS if favours > against else State.AGAINST, "STATE-DIR", tested)
    return Ruling(State.INCONCLUSIVE, "STATE-DIR", said("{test}: could be chance", test=tested))


def _told(favours: int, against: int) -> str:
    if favours + against == 1 and favours:
        return said("the one study with a direction favours the claim")
    if favours + against == 1:
        return said("the one study with a direction does not favour the claim")
    return said("{k} of {all} studies with a direction favour the claim", k=favours, all=favours + against)


_TURNED: dict[Asserts, dict[State, State]] = {
    Asserts.NO_EFFECT: {State.FAVOURS: State.AGAINST, State.AGAINST: State.AGAINST, State.NULL: State.FAVOURS},
    Asserts.DENIAL: {State.FAVOURS: State.AGAINST, State.AGAINST: State.FAVOURS, State.NULL: State.FAVOURS},
}


def _turned(shown: Ruling[State], asserts: Asserts) -> Ruling[State]:
    """STATE-POLARITY: absence of evidence stays inconclusive for a negative claim too."""
    state = _TURNED[asserts].get(shown.value, State.INCONCLUSIVE)
    found, rule = shown.reason, shown.rule
    reason = said(
        "the claim says that this effect does not occur; the evidence: {found} ({rule})", found=found, rule=rule
    )
    if asserts is Asserts.NO_EFFECT:
        reason = said("the claim says that there is no effect; the evidence: {found} ({rule})", found=found, rule=rule)
    return Ruling(state, "STATE-POLARITY", reason)


def lean(body: BodyNumbers, state: State, asserts: Asserts) -> Literal["toward", "away"] | None:
    """Where inconclusive evidence leans; None in the other states. What leans to neither side counts as away."""
    if state is not State.INCONCLUSIVE:
        return None
    return "toward" if toward_the_claim(body, asserts) else "away"


def toward_the_claim(body: BodyNumbers, asserts: Asserts) -> bool | None:
    """Whether estimate or majority lies on the claim's side; None where they lie on neither, or the claim has none."""
    if asserts is Asserts.NO_EFFECT:
        return None
    toward = _toward_named_direction(body)
    return not toward if asserts is Asserts.DENIAL and toward is not None else toward


def _toward_named_direction(body: BodyNumbers) -> bool | None:
    null = body.measure.null
    if body.estimate is not None and body.estimate != null:
        return (body.estimate > null) == (body.claim_side != "below")
    favours, against = body.directions
    return None if favours == against else favours > against
