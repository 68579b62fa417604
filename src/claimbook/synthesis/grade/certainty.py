"""Certainty of one stream: where it starts, what rates it up, what caps it (grading specification 3.0 and 3.6)."""

from collections.abc import Iterable
from dataclasses import replace

from claimbook.language.said import counted, said
from claimbook.model.assessment import BodyNumbers, Domain, Grade, Measure, Route, Ruling
from claimbook.model.claim import Judgement
from claimbook.model.terms import Certainty, Stream
from claimbook.synthesis.grade.domains import all_domains
from claimbook.synthesis.grade.override import judged
from claimbook.synthesis.thresholds import Thresholds

_START = {
    Stream.RCT: Ruling(Certainty.HIGH, "START-RCT", said("randomised trials start at high")),
    Stream.NRSI: Ruling(Certainty.LOW, "START-NRSI", said("non-randomised studies start at low")),
    Stream.OTHER: Ruling(
        Certainty.VERY_LOW, "START-OTHER", said("studies without a comparison group start at very low")
    ),
}


_CAP_ABSTRACT = Ruling(Certainty.MODERATE, "CAP-ABSTRACT", said("abstracts only, no full text"))
_CAP_PONLY = Ruling(Certainty.MODERATE, "CAP-PONLY", said("p values show no size of the effect"))
_CAP_DIRONLY = Ruling(Certainty.LOW, "CAP-DIRONLY", said("directions alone: no p value, no estimate"))
_CAP_TRUNCATED = Ruling(Certainty.MODERATE, "CAP-TRUNCATED", said("not all records that were found were looked at"))


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
    reason = said("{start} {down:+d} {up:+d} levels", start=start.value.words, down=-down, up=up)
    if final < level:
        reason = said("{sum}, capped at {certainty}", sum=reason, certainty=final.words)
    rule = next((cap.rule for cap in caps if cap.value == final), "CERT-SUM") if final < level else "CERT-SUM"
    return Grade(start, domains, ups, caps, Ruling(final, rule, reason), "computed")


def _quoted(body: BodyNumbers, stream: Stream, domains: tuple[Domain, ...]) -> Grade:
    """QUOTED-CERT: the review authors' own level, less what is indirect for this claim."""
    quoted = body.quoted_certainty or Certainty.VERY_LOW
    down = next(domain.levels for domain in domains if domain.name == "indirectness")
    level = Certainty(max(1, quoted - down))
    caps = tuple(cap for cap in (_cap_truncated(body),) if cap and cap.value < level)
    final = min([level, *(cap.value for cap in caps)])
    reason = said("the review authors state {certainty}", certainty=quoted.words)
    if down:
        reason = said("{quoted}, {levels} down for indirectness to this claim", quoted=reason, levels=down)
    return Grade(_START[stream], domains, (), caps, Ruling(final, "QUOTED-CERT", reason), "review authors")


def _caps(body: BodyNumbers, route: Route, level: Certainty) -> tuple[Ruling[Certainty], ...]:
    """The caps that bite at this level."""
    only_p = route is Route.P or (route is Route.SINGLE and body.ci is None)
    caps = (
        None if body.human_rob_checked else _CAP_ABSTRACT,
        _CAP_PONLY if only_p else None,
        _CAP_DIRONLY if _only_directions(body, route) else None,
        _cap_truncated(body),
    )
    return tuple(cap for cap in caps if cap is not None and cap.value < level)


def _only_directions(body: BodyNumbers, route: Route) -> bool:
    words_alone = body.ci is None and body.stouffer_p is None
    return route is Route.DIR or (route in {Route.SINGLE, Route.REVIEW} and words_alone)


def _cap_truncated(body: BodyNumbers) -> Ruling[Certainty] | None:
    return _CAP_TRUNCATED if body.truncated else None


def rating_up(body: BodyNumbers, stream: Stream, domains: tuple[Domain, ...], t: Thresholds) -> tuple[Ruling[int], ...]:
    """Levels up for non-randomised evidence with nothing rated down (UP-GATE), two at most (UP-MAX)."""
    large, dose = _large_effect(body, t), _dose_response(body, t)
    wanted = tuple(ruling for ruling in (large, dose) if ruling is not None)
    if not wanted:
        return ()
    if stream is not Stream.NRSI or any(domain.levels for domain in domains):
        return (Ruling(0, "UP-GATE", said("rated up only non-randomised evidence with nothing rated down")),)
    total = sum(ruling.value for ruling in wanted)
    if total > t.ups_max:
        most = said("at most {levels:g} levels up", levels=t.ups_max)
        return (*wanted, Ruling(int(t.ups_max) - total, "UP-MAX", most))
    return wanted


def _large_effect(body: BodyNumbers, t: Thresholds) -> Ruling[int] | None:
    if body.odds_ratio_without_risk and body.up_large:
        return Ruling(0, "UP-RR-ONLY", said("an odds ratio without control risk never rates up"))
    if not body.up_large:
        return None
    limit = t.large_ratio if body.up_large == 1 else t.very_large_ratio
    reason = said("the whole interval lies beyond {limit:g} or {inverse:g}", limit=limit, inverse=1 / limit)
    return Ruling(body.up_large, f"UP-LARGE-{body.up_large}", reason)


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
    return Ruling(1, "UP-DOSE-1", said("a dose-response is stated in several studies or by a review"))


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
    return Ruling(level, "NARROW-REGRADE", _remaining(left))


def _remaining(indirectness: Domain) -> str:
    """What indirectness still takes from a narrowed claim."""
    left = counted(
        "{n} level down remains for indirectness", "{n} levels down remain for indirectness", indirectness.levels
    )
    if not indirectness.levels:
        left = said("nothing is rated down for indirectness")
    if indirectness.judgement is None:
        return said("graded for the narrowed claim: {left}", left=left)
    return said(
        "graded for the narrowed claim: {left}, as {person} judged", left=left, person=indirectness.judgement.by
    )
