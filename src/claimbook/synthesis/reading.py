"""One study read for one outcome: its estimate on a common scale, its direction toward the claim, its main limits."""

from collections.abc import Iterator

from claimbook.model.assessment import BiasClass, Code, Estimate, Ruling, Standing, StudyReading
from claimbook.model.claim import Claim, Outcome
from claimbook.model.notices import KINDS, said_by
from claimbook.model.study import Finding, Result, Study
from claimbook.model.terms import PRECLINICAL, REVIEWS, Design, Match, Purpose, Reading, Stream
from claimbook.synthesis.arms import ArmsOf, Context, Side
from claimbook.synthesis.estimates import estimate_from
from claimbook.synthesis.lacking import lacking
from claimbook.synthesis.streams import bias_class, exclusion_codes, is_direct, says, stream_of
from claimbook.synthesis.thresholds import Thresholds

_TRIALS = {Design.RCT, Design.QUASI_EXPERIMENTAL}
_PREPRINT = Code("PREPRINT", "not yet peer reviewed")
_TORN = Ruling(Reading.UNUSABLE, "RESULT", "words and number point to opposite sides, so neither is trusted")


def read_study(claim: Claim, outcome: Outcome, study: Study, finding: Finding, t: Thresholds) -> StudyReading:
    """Everything one study says about one outcome, before studies are compared with one another."""
    result = study.result(finding.result)
    n = study.participants_behind(finding)
    estimate = _estimate(study, finding, outcome, t)
    torn = result is not None and estimate is not None and _contradicts(result, estimate, outcome)
    stream = stream_of(study)
    bias = bias_class(study, finding, t)
    return StudyReading(
        study=study,
        finding=finding,
        result=result,
        stream=stream,
        standing=_own_standing(study, finding, stream.value),
        reading=_TORN if torn else _reading(result, estimate, outcome),
        estimate=None if torn else estimate,
        p=result.p if result and result.is_comparison else None,
        n=n,
        bias=bias,
        codes=_codes(study, finding, outcome.purpose or claim.purpose),
        limits=(*_limits(study, finding, result, bias), *(() if torn else _lacks(result, finding, estimate))),
    )


def _own_standing(study: Study, finding: Finding, stream: Stream) -> Ruling[Standing]:
    """What the study itself decides; reviews and other reports of the same trial are looked at later."""
    if not is_direct(finding.match):
        return Ruling(Standing.NOT_DIRECT, "DIRECT", "does not answer this claim")
    if stream is Stream.PRECLINICAL:
        return Ruling(Standing.PRECLINICAL, "POP_ANIMAL", "not in people")
    if study.design is Design.PROTOCOL:
        return Ruling(Standing.PROTOCOL, "PROTOCOL", "a protocol is not a result")
    if "retracted" in study.notices:
        return Ruling(
            Standing.RETRACTED, "RETRACTED", f"retracted{said_by(study, 'retracted')}; never used as evidence"
        )
    if study.review is not None and study.review.of == "not stated":
        return Ruling(Standing.NO_USABLE_RESULT, "STREAM", "a review that does not say which designs it rests on")
    return Ruling(Standing.COUNTED, "DIRECT", "answers the claim directly or in part")


def _codes(study: Study, finding: Finding, purpose: Purpose) -> tuple[Code, ...]:
    codes = exclusion_codes(finding.match, purpose)
    if study.design in PRECLINICAL:
        codes += (Code("POP_ANIMAL", "animals or cells"),)
    if "retracted" in study.notices:
        codes += (Code("RETRACTED", f"retracted{said_by(study, 'retracted')}"),)
    if study.design is Design.PROTOCOL:
        codes += (Code("PROTOCOL", "a plan without results"),)
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


def _reading(result: Result | None, estimate: Estimate | None, outcome: Outcome) -> Ruling[Reading]:
    if result is None:
        return Ruling(Reading.UNUSABLE, "RESULT", "no result for this outcome was reported or visible")
    if not result.is_comparison:
        return Ruling(Reading.UNUSABLE, "RESULT", "a change within one group is not a comparison")
    if estimate is not None and estimate.favours_claim is not None:
        value = Reading.FAVOURS if estimate.favours_claim else Reading.AGAINST
        return Ruling(value, "RESULT", "side of the point estimate; significance is not asked")
    return Ruling(_direction_in_words(result, outcome), "RESULT", f"reported as: {result.direction}")


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
    limits = []
    if study.participants_behind(finding) is None:
        limits.append("number of participants not seen")
    if bias is not None:
        limits.append(f"risk of bias {bias.value}: {bias.reason}")
    if finding.match.comparator.code is Match.NONE:
        limits.append("no comparison group")
    if result is not None and not result.is_comparison:
        limits.append("before and after only")
    if says(study.bias_signals.adequate_follow_up if study.bias_signals else None) is False:
        limits.append("follow-up not adequate")
    limits += [words for flag, words in _FLAG_WORDS.items() if flag in study.flags]
    return [*limits, *_notices(study)]


def _lacks(result: Result | None, finding: Finding, estimate: Estimate | None) -> tuple[str, ...]:
    lacks = lacking(result, finding, estimate)
    return () if lacks is None else (lacks,)


def _notices(study: Study) -> Iterator[str]:
    """Concern and correction with who says so; a preprint only where the table calls it one."""
    for kind in KINDS:
        if kind in study.notices and kind in _NOTICE_WORDS:
            yield _NOTICE_WORDS[kind] + said_by(study, kind)
    if "preprint" in study.notices:
        yield "preprint"


_NOTICE_WORDS = {"concern": "the journal has voiced concern", "corrected": "corrected after publication"}


_FLAG_WORDS = {
    "attention-not-matched": "more exercise time in one arm",
    "no-active-comparator": "compared with no exercise",
    "text-truncated": "visible text was cut off",
    "results-not-seen": "results not visible",
    "conference-abstract": "conference abstract only",
    "scoping-review": "scoping review, nothing pooled",
    "narrative-review": "narrative review, nothing pooled",
    "inconsistent-reporting": "reported inconsistently",
    "speed-not-matched": "speed not matched",
    "probable-sample-overlap": "probably the same people as another paper",
}
