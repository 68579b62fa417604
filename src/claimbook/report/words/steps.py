"""Grades and verdicts as steps that a reader can follow: what was decided, why, and by which rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from claimbook.language.said import Numeral, capital, joined, said
from claimbook.model.assessment import (
    Advice,
    BodyNumbers,
    Domain,
    Grade,
    Measure,
    OutcomeAssessment,
    Route,
    Ruling,
    StreamAssessment,
)
from claimbook.report.words.facts import number, rounded
from claimbook.report.words.judged import levels_words
from claimbook.report.words.verdicts import ACTIONS, DOMAINS, STATES, STREAMS, VERDICTS, Silence, small, studies

_MEASURES = {
    Measure.RATIO: said("Ratio"),
    Measure.SMD: said("Standardised mean difference"),
    Measure.MD: said("Mean difference"),
}
_ROUTES = {
    Route.REVIEW: said("a review speaks for its studies"),
    Route.SINGLE: said("one study"),
    Route.PAIR: said("two studies, side by side"),
    Route.POOL: said("effects pooled"),
    Route.P: said("p values combined"),
    Route.DIR: said("directions counted"),
}
_IN_PART = {
    "P": said("Participants where the population fits in part"),
    "I": said("Participants where the intervention fits in part"),
    "C": said("Participants where the comparator fits in part"),
    "O": said("Participants where the outcome fits in part"),
}


@dataclass(frozen=True)
class Step:
    """One decision: its name, its value in words, and each reason with the rule that gave it."""

    name: str
    value: str
    reasons: tuple[tuple[str, str], ...]
    """Pairs of reason and rule id."""


def grade_steps(grade: Grade) -> tuple[Step, ...]:
    """Start, five domains down, levels up, caps and the result. Quoted certainty shows only what counted."""
    quoted = grade.source == "review authors"
    shown = [d for d in grade.domains if not quoted or d.name == "indirectness"]
    steps = [] if quoted else [Step(said("Start"), grade.start.value.words, (_pair(grade.start),))]
    steps += [_domain_step(domain) for domain in shown]
    steps += [Step(said("Rating up"), _signed(up.value), (_pair(up),)) for up in grade.ups]
    steps += [Step(said("Cap"), said("at most {level}", level=cap.value.words), (_pair(cap),)) for cap in grade.caps]
    return (*steps, Step(said("Certainty"), grade.certainty.value.words, (_pair(grade.certainty),)))


def grade_in_short(grade: Grade) -> str:
    """One line for a box: where it started and what took it down."""
    if grade.source == "review authors":
        return grade.certainty.reason
    downs = [_domain_in_short(domain) for domain in grade.domains if domain.levels or domain.judgement]
    ups = [joined(" ", (up.reason, _signed(up.value))) for up in grade.ups if up.value]
    caps = [said("at most {level} ({reason})", level=cap.value.words, reason=cap.reason) for cap in grade.caps]
    steps = joined(", ", (*downs, *ups, *caps)) or said("nothing rated down")
    return said("starts {level}: {steps}", level=grade.start.value.words, steps=steps)


def _domain_in_short(domain: Domain) -> str:
    """Levels down, and who judged otherwise than the rule."""
    told = joined(" ", (DOMAINS[domain.name], _signed(-domain.levels)))
    if domain.judgement is None or domain.ruled_levels is None:
        return told
    by_rule = _signed(-domain.ruled_levels)
    return said("{told} ({person}; by rule {levels})", told=told, person=domain.judgement.by, levels=by_rule)


def _domain_step(domain: Domain) -> Step:
    reasons = tuple(_pair(ruling) for ruling in domain.rulings)
    return Step(capital(DOMAINS[domain.name]), levels_words(domain), reasons)


def _pair(ruling: Ruling[object]) -> tuple[str, str]:
    return (ruling.reason, ruling.rule)


def _signed(value: int) -> str:
    return f"+{value}" if value > 0 else number(value)


def verdict_steps(outcome: OutcomeAssessment) -> tuple[Step, ...]:
    """From the evidence to the advice: gate or stream, route, state, certainty, table and modifiers."""
    if outcome.gate is not None:
        gate = Step(said("The grading stops here"), _advice(outcome.advice), (_pair(outcome.gate),))
        return (gate, Step(said("Verdict"), _advice(outcome.advice), ()))
    return tuple(_graded_steps(outcome))


def _graded_steps(outcome: OutcomeAssessment) -> Iterator[Step]:
    anchored = outcome.anchored
    if anchored is None or outcome.anchor is None or outcome.base is None:
        return
    yield Step(said("Evidence that gives the verdict"), STREAMS[outcome.anchor.value], (_pair(outcome.anchor),))
    yield Step(said("How results come together"), _ROUTES[anchored.route.value], (_pair(anchored.route),))
    yield Step(said("What they show"), STATES[anchored.state.value], (_pair(anchored.state),))
    certainty = anchored.grade.certainty
    yield Step(said("Certainty"), certainty.value.words, (_pair(certainty),))
    yield Step(said("Verdict table"), _advice(outcome.base.value), (_pair(outcome.base),))
    for modifier in outcome.modifiers:
        yield Step(said("Modifier"), _advice(modifier.value), (_pair(modifier),))
    yield Step(said("Verdict"), _advice(outcome.advice), ())


def _advice(advice: Advice) -> str:
    action = small(ACTIONS[advice.action]) if advice.action else said("no advice")
    return joined(", ", (VERDICTS[advice.verdict], action))


def body_facts(stream: StreamAssessment) -> tuple[tuple[str, str], ...]:
    """The numbers behind a grade, as name and words; what was not computed is left out."""
    body = stream.numbers
    facts = [
        *_how_many(body),
        (
            said("Participants"),
            Silence.NOT_SEEN if body.n_participants is None else Numeral(f"{body.n_participants:,}"),
        ),
        (said("Directions"), _directions(body)),
    ]
    return (*facts, *_effect_facts(body), *_share_facts(body))


def _how_many(body: BodyNumbers) -> Iterator[tuple[str, str]]:
    if body.review_trials is not None:
        yield said("Review of"), studies(body.review_trials)
    else:
        yield said("Direct studies"), str(body.k_direct)
        yield said("Usable studies"), str(body.k_usable)


def _directions(body: BodyNumbers) -> str:
    toward, away = body.directions
    return said(
        "{toward} toward the claim, {away} against, {without} without",
        toward=toward,
        away=away,
        without=body.without_direction,
    )


def _told(body: BodyNumbers) -> bool:
    """Whether directions were counted over several studies; one study or one review has nothing to count."""
    return sum(body.directions) > 1


def _effect_facts(body: BodyNumbers) -> Iterator[tuple[str, str]]:
    if body.estimate is not None and body.ci is not None and body.measure in _MEASURES:
        low, high = map(rounded, body.ci)
        interval = said("{value} (95% interval {low} to {high})", value=rounded(body.estimate), low=low, high=high)
        yield _MEASURES[body.measure], interval
    named = (
        (said("I² (from Q), percent"), body.i2),
        (said("I² (from tau²), percent"), body.i2_tau2),
        (said("tau²"), body.tau2),
        (said("Sign test, two-sided p"), body.sign_test_p if _told(body) else None),
        (said("Stouffer, two-sided p"), body.stouffer_p),
    )
    yield from ((name, rounded(value)) for name, value in named if value is not None)
    if body.prediction_interval is not None:
        low, high = map(rounded, body.prediction_interval)
        yield said("Prediction interval"), said("{low} to {high}", low=low, high=high)


def _share_facts(body: BodyNumbers) -> Iterator[tuple[str, str]]:
    """Shares of participants; a review's own trials were not looked at one by one."""
    if body.review_trials is not None:
        return
    named = (
        (said("Participants in trials at low risk of bias"), body.rob_low_share),
        (said("Participants in trials at high risk of bias"), body.rob_high_share),
        *((_IN_PART[key], share) for key, share in body.indirect_shares.items()),
    )
    yield from ((name, Numeral(f"{value:.0%}")) for name, value in named if value is not None)
