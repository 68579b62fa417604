"""One study read for one outcome: its estimate on a common scale, its direction toward the claim, its main limits."""

from collections.abc import Iterator

from claimbook.language.said import said
from claimbook.model.assessment import BiasClass, Code, Estimate, Ruling, Standing, StudyReading
from claimbook.model.claim import Claim, Outcome
from claimbook.model.notices import KINDS, said_by
from claimbook.model.study import Finding, Result, Study
from claimbook.model.terms import PRECLINICAL, REVIEWS, Design, Match, Purpose, Reading, ReportedDirection, Stream
from claimbook.synthesis.study.arms import ArmsOf, Context, Side
from claimbook.synthesis.study.estimates import estimate_from
from claimbook.synthesis.study.lacking import lacking
from claimbook.synthesis.study.streams import bias_class, exclusion_codes, says, stream_of
from claimbook.synthesis.thresholds import Thresholds

_TRIALS = {Design.RCT, Design.QUASI_EXPERIMENTAL}
_PREPRINT = Code("PREPRINT", said("not yet peer reviewed"))
_NOT_ENTERED = Ruling(Reading.UNUSABLE, "RESULT", said("no result was entered for this outcome"))
_NOT_VISIBLE = Ruling(Reading.UNUSABLE, "RESULT", said("no result for this outcome was reported or visible"))
_TORN = Ruling(Reading.UNUSABLE, "RESULT", said("words and number point to opposite sides, so neither is trusted"))


def read_study(claim: Claim, outcome: Outcome, study: Study, finding: Finding, t: Thresholds) -> StudyReading:
    """Everything one study says about one outcome, before studies are compared with one another."""
    result = study.result(finding.result)
    n = study.participants_behind(finding)
    estimate = _estimate(study, finding, outcome, t)
    torn = result is not None and estimate is not None and _contradicts(result, estimate, outcome)
    stream = stream_of(study)
    standing = _own_standing(study, finding, stream.value)
    silent = _NOT_ENTERED if standing.value.is_direct else _NOT_VISIBLE
    bias = bias_class(study, finding, t)
    return StudyReading(
        study=study,
        finding=finding,
        result=result,
        stream=stream,
        standing=standing,
        reading=silent if result is None else _TORN if torn else _reading(result, estimate, outcome),
        estimate=None if torn else estimate,
        p=result.p if result and result.is_comparison else None,
        n=n,
        bias=bias,
        codes=_codes(study, finding, outcome.purpose or claim.purpose),
        limits=(*_limits(study, finding, result, bias), *(() if torn else _lacks(result, finding, estimate))),
    )


def _own_standing(study: Study, finding: Finding, stream: Stream) -> Ruling[Standing]:
    """What the study itself decides; reviews and other reports of the same trial are looked at later."""
    if not finding.match.is_direct:
        return Ruling(Standing.NOT_DIRECT, "DIRECT", said("does not answer this claim"))
    if stream is Stream.PRECLINICAL:
        return Ruling(Standing.PRECLINICAL, "POP_ANIMAL", said("not in people"))
    if study.design is Design.PROTOCOL:
        return Ruling(Standing.PROTOCOL, "PROTOCOL", said("a protocol is not a result"))
    if "retracted" in study.notices:
        reason = said("{retracted}; never used as evidence", retracted=_retracted(study))
        return Ruling(Standing.RETRACTED, "RETRACTED", reason)
    if study.review is not None and study.review.of == "not stated":
        reason = said("a review that does not say which designs it rests on")
        return Ruling(Standing.NO_USABLE_RESULT, "STREAM", reason)
    return Ruling(Standing.COUNTED, "DIRECT", said("answers the claim directly or in part"))


def _retracted(study: Study) -> str:
    by = said_by(study, "retracted")
    return said("retracted") if by is None else said("retracted ({source})", source=by)


def _codes(study: Study, finding: Finding, purpose: Purpose) -> tuple[Code, ...]:
    codes = exclusion_codes(finding.match, purpose)
    if study.design in PRECLINICAL:
        codes += (Code("POP_ANIMAL", said("animals or cells")),)
    if "retracted" in study.notices:
        codes += (Code("RETRACTED", _retracted(study)),)
    if study.design is Design.PROTOCOL:
        codes += (Code("PROTOCOL", said("a plan without results")),)
    return (*codes, _PREPRINT) if "preprint" in study.notices else codes


def _estimate(study: Study, finding: Finding, outcome: Outcome, t: Thresholds) -> Estimate | None:
    """The result on a common scale; None where it is no comparison, or nothing says which sign is better."""
    result = study.result(finding.result)
    if result is None or result.effect is None or finding.better_if is None or not result.is_comparison:
        return None
    if result.direction == "unclear":
        return None
    side = _claim_side(finding.better_if, outcome)
    context = Context(
        n=study.participants_behind(finding),
        p=result.p,
        words=_side_in_words(result, outcome, side),
        arms=_arms(study, finding),
        instrument=result.instrument,
        control_risk=finding.control_risk,
    )
    return estimate_from(result.effect, side, context, t)


def _side_in_words(result: Result, outcome: Outcome, claimed: Side) -> Side | None:
    """On which side of no effect the result lies by its words alone."""
    other: Side = "below" if claimed == "above" else "above"
    return {Reading.FAVOURS: claimed, Reading.AGAINST: other}.get(_direction_in_words(result, outcome))


def _arms(study: Study, finding: Finding) -> ArmsOf:
    """CONV-ARMS: only the people of a controlled trial, or of a named part of it, can be divided between two arms."""
    if study.design in REVIEWS:
        return "pooled"
    if study.design is Design.CROSSOVER:
        return "crossed"
    known_part = isinstance(finding.participants, int)
    two = study.design in _TRIALS and (known_part or len(study.arms) <= 2)  # noqa: PLR2004 - two arms
    return "two" if two else "independent"


def _claim_side(better_if: str, outcome: Outcome) -> Side:
    """Which side of no effect the claim names; a claim of harm names the worse side."""
    higher = better_if == "higher"
    if outcome.direction != outcome.better:
        higher = not higher
    return "above" if higher else "below"


def _contradicts(result: Result, estimate: Estimate, outcome: Outcome) -> bool:
    """Whether words and number point to different sides."""
    words = _direction_in_words(result, outcome)
    return words in {Reading.FAVOURS, Reading.AGAINST} and estimate.favours_claim is (words is Reading.AGAINST)


def _reading(result: Result, estimate: Estimate | None, outcome: Outcome) -> Ruling[Reading]:
    if not result.is_comparison:
        return Ruling(Reading.UNUSABLE, "RESULT", said("a change within one group is not a comparison"))
    if estimate is not None and estimate.favours_claim is not None:
        value = Reading.FAVOURS if estimate.favours_claim else Reading.AGAINST
        return Ruling(value, "RESULT", said("side of the point estimate; significance is not asked"))
    return Ruling(_direction_in_words(result, outcome), "RESULT", _REPORTED[result.direction])


_REPORTED: dict[ReportedDirection, str] = {
    "favours-intervention": said("reported as: favours-intervention"),
    "no-difference": said("reported as: no-difference"),
    "favours-comparator": said("reported as: favours-comparator"),
    "within-group-only": said("reported as: within-group-only"),
    "unclear": said("reported as: unclear"),
}


def _direction_in_words(result: Result, outcome: Outcome) -> Reading:
    """The reported direction, turned where the claim is one of harm: 'favours' in a study means better for people."""
    benefit = outcome.direction == outcome.better
    return {
        "favours-intervention": Reading.FAVOURS if benefit else Reading.AGAINST,
        "favours-comparator": Reading.AGAINST if benefit else Reading.FAVOURS,
        "no-difference": Reading.NO_DIFFERENCE,
    }.get(result.direction, Reading.UNUSABLE)


def _limits(study: Study, finding: Finding, result: Result | None, bias: Ruling[BiasClass] | None) -> list[str]:
    """Main limits in words, to stand beside the result wherever it is shown (R40)."""
    limits: list[str] = []
    if study.participants_behind(finding) is None:
        limits.append(said("number of participants not seen"))
    if bias is not None:
        limits.append(said("risk of bias {level}: {reason}", level=bias.value.words, reason=bias.reason))
    if finding.match.comparator.code is Match.NONE:
        limits.append(said("no comparison group"))
    if result is not None and not result.is_comparison:
        limits.append(said("before and after only"))
    if says(study.bias_signals.adequate_follow_up if study.bias_signals else None) is False:
        limits.append(said("follow-up not adequate"))
    limits += [words for flag, words in _FLAG_WORDS.items() if flag in study.flags]
    return [*limits, *_notices(study)]


def _lacks(result: Result | None, finding: Finding, estimate: Estimate | None) -> tuple[str, ...]:
    lacks = lacking(result, finding, estimate)
    return () if lacks is None else (lacks,)


def _notices(study: Study) -> Iterator[str]:
    """Concern and correction with who says so; a preprint only where the table calls it one."""
    for kind in KINDS:
        if kind in study.notices and kind in _NOTICE_WORDS:
            by, words = said_by(study, kind), _NOTICE_WORDS[kind]
            yield words if by is None else said("{notice} ({source})", notice=words, source=by)
    if "preprint" in study.notices:
        yield said("preprint")


_NOTICE_WORDS = {"concern": said("the journal has voiced concern"), "corrected": said("corrected after publication")}


_FLAG_WORDS = {
    "attention-not-matched": said("more exercise time in one arm"),
    "no-active-comparator": said("compared with no exercise"),
    "text-truncated": said("visible text was cut off"),
    "results-not-seen": said("results not visible"),
    "conference-abstract": said("conference abstract only"),
    "scoping-review": said("scoping review, nothing pooled"),
    "narrative-review": said("narrative review, nothing pooled"),
    "inconsistent-reporting": said("reported inconsistently"),
    "speed-not-matched": said("speed not matched"),
    "probable-sample-overlap": said("probably the same people as another paper"),
}
