"""Certainty of one stream: where it starts, what rates it up, what caps it (grading specification 3.0 and 3.6)."""

from collections.abc import Iterable
from dataclasses import replace

from claimbook.model.assessment import BodyNumbers, Domain, Grade, Measure, Route, Ruling
from claimbook.model.claim import Judgement
from claimbook.model.terms import Certainty, Stream
from claimbook.synthesis.domains import all_domains
from claimbook.synthesis.override import judged
from claimbook.synthesis.thresholds import Thresholds

_START = {
    Stream.RCT: Ruling(Certainty.HIGH, "START-RCT", "randomised trials start at high"),
    Stream.NRSI: Ruling(Certainty.LOW, "START-NRSI", "non-randomised studies start at low"),
    Stream.OTHER: Ruling(Certainty.VERY_LOW, "START-OTHER", "studies without a comparison group start at very low"),
}


def grade(
    body: BodyNumbers, stream: Stream, route: Route, t: Thresholds, judgements: Iterable[Judgement] = ()
) -> Grade:
    """Certainty of one stream with every step that led to it; what a person judged counts in place of the rule."""
    return combine(body, stream, route, judged(all_domains(body, stream, route, t), judgements), t)


def combine(body: BodyNumbers, stream: Stream, route: Route, domains: tuple[Domain, ...], t: Thresholds) -> Grade:
    """Start, minus levels down, plus levels up, within 1 and 4, then capped (CERT-SUM)."""
    if body.quoted_certainty is not None:
        return _quoted(body, stream, domains)
    start, ups = _START[stream], rating_up(body, stream, domains, t)
    down, up = sum(domain.levels for domain in domains), sum(ruling.value for ruling in ups)
    level = Certainty(max(1, min(4, start.value - down + up)))
    caps = _caps(body, route, level)
    final = min([level, *(cap.value for cap in caps)])
    reason = f"{start.value.words} {-down:+d} {up:+d} levels" + (f", capped at {final.words}" if final < level else "")
    rule = next((cap.rule for cap in caps if cap.value == final), "CERT-SUM") if final < level else "CERT-SUM"
    return Grade(start, domains, ups, caps, Ruling(final, rule, reason), "computed")


def _quoted(body: BodyNumbers, stream: Stream, domains: tuple[Domain, ...]) -> Grade:
    """QUOTED-CERT: the review authors' own level, less what is indirect for this claim."""
    quoted = body.quoted_certainty or Certainty.VERY_LOW
    down = next(domain.levels for domain in domains if domain.name == "indirectness")
    level = Certainty(max(1, quoted - down))
    caps = tuple(cap for cap in (_cap_truncated(body),) if cap and cap.value < level)
    final = min([level, *(cap.value for cap in caps)])
    reason = f"the review authors state {quoted.words}" + (
        f", {down} down for indirectness to this claim" if down else ""
    )
    return Grade(_START[stream], domains, (), caps, Ruling(final, "QUOTED-CERT", reason), "review authors")


def _caps(body: BodyNumbers, route: Route, level: Certainty) -> tuple[Ruling[Certainty], ...]:
    """The caps that bite at this level."""
    only_p = route is Route.P or (route is Route.SINGLE and body.ci is None)
    caps = (
        None if body.human_rob_checked else Ruling(Certainty.MODERATE, "CAP-ABSTRACT", "abstracts only, no full text"),
        Ruling(Certainty.MODERATE, "CAP-PONLY", "p values show no size of the effect") if only_p else None,
        Ruling(Certainty.LOW, "CAP-DIRONLY", "directions alone: no p value, no estimate")
        if _only_directions(body, route)
        else None,
        _cap_truncated(body),
    )
    return tuple(cap for cap in caps if cap is not None and cap.value < level)


def _only_directions(body: BodyNumbers, route: Route) -> bool:
    words_alone = body.ci is None and body.stouffer_p is None
    return route is Route.DIR or (route in {Route.SINGLE, Route.REVIEW} and words_alone)


def _cap_truncated(body: BodyNumbers) -> Ruling[Certainty] | None:
    if not body.truncated:
        return None
    return Ruling(Certainty.MODERATE, "CAP-TRUNCATED", "not all records that were found were looked at")


def rating_up(body: BodyNumbers, stream: Stream, domains: tuple[Domain, ...], t: Thresholds) -> tuple[Ruling[int], ...]:
    """Levels up for non-randomised evidence with nothing rated down (UP-GATE), two at most (UP-MAX)."""
    large, dose = _large_effect(body, t), _dose_response(body, t)
    wanted = tuple(ruling for ruling in (large, dose) if ruling is not None)
    if not wanted:
        return ()
    if stream is not Stream.NRSI or any(domain.levels for domain in domains):
        return (Ruling(0, "UP-GATE", "rated up only non-randomised evidence with nothing rated down"),)
    total = sum(ruling.value for ruling in wanted)
    if total > t.ups_max:
        return (*wanted, Ruling(int(t.ups_max) - total, "UP-MAX", f"at most {t.ups_max:g} levels up"))
    return wanted


def _large_effect(body: BodyNumbers, t: Thresholds) -> Ruling[int] | None:
    if body.odds_ratio_without_risk and body.up_large:
        return Ruling(0, "UP-RR-ONLY", "an odds ratio without control risk never rates up")
    if not body.up_large:
        return None
    limit = t.large_ratio if body.up_large == 1 else t.very_large_ratio
    return Ruling(
        body.up_large, f"UP-LARGE-{body.up_large}", f"the whole interval lies beyond {limit:g} or {1 / limit:g}"
    )


def large_effect_levels(measure: Measure, ci: tuple[float, float] | None, k: int, t: Thresholds) -> int:
    """0, 1 or 2 levels for a ratio whose whole interval is large or very large in at least two studies (UP-LARGE)."""
    if measure is not Measure.RATIO or ci is None or k < t.large_min_k:
        return 0
    for levels, limit in ((2, t.very_large_ratio), (1, t.large_ratio)):
        if ci[0] > limit or ci[1] < 1 / limit:
            return levels
    return 0


def _dose_response(body: BodyNumbers, t: Thresholds) -> Ruling[int] | None:
    if body.dose_response_studies < t.dose_min_k:
        return None
    return Ruling(1, "UP-DOSE-1", "a dose-response is stated in several studies or by a review")


def narrowed(
    body: BodyNumbers, stream: Stream, route: Route, t: Thresholds, judgements: Iterable[Judgement] = ()
) -> Ruling[Certainty]:
    """NARROW-REGRADE: certainty once the claim names the people, intervention and comparator that were studied.

    Indirectness that a person judged stays as judged: nobody asked that person about the narrowed claim.
    """
    kept = {element: share for element, share in body.indirect_shares.items() if element == "O"}
    domains = judged(all_domains(replace(body, indirect_shares=kept), stream, route, t), judgements)
    level = combine(body, stream, route, domains, t).certainty.value
    left = next(domain for domain in domains if domain.name == "indirectness")
    remaining = {0: "nothing is rated down", 1: "1 level down remains"}.get(
        left.levels, f"{left.levels} levels down remain"
    )
    by = f", as {left.judgement.by} judged" if left.judgement else ""
    return Ruling(level, "NARROW-REGRADE", f"graded for the narrowed claim: {remaining} for indirectness{by}")
