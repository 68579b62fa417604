"""Grades and verdicts as steps that a reader can follow: what was decided, why, and by which rule."""

from collections.abc import Iterator
from dataclasses import dataclass

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
from claimbook.report.facts import number
from claimbook.report.judged import levels_words
from claimbook.report.words import ACTIONS, STATES, STREAMS, VERDICTS, studies

_MEASURES = {Measure.RATIO: "ratio", Measure.SMD: "standardised mean difference", Measure.MD: "mean difference"}
_ROUTES = {
    Route.REVIEW: "a review speaks for its studies",
    Route.SINGLE: "one study",
    Route.PAIR: "two studies, side by side",
    Route.POOL: "effects pooled",
    Route.P: "p values combined",
    Route.DIR: "directions counted",
}
_ELEMENTS = {"P": "population", "I": "intervention", "C": "comparator", "O": "outcome"}


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
    steps = [] if quoted else [Step("Start", grade.start.value.words, (_pair(grade.start),))]
    steps += [_domain_step(domain) for domain in shown]
    steps += [Step("Rating up", _signed(up.value), (_pair(up),)) for up in grade.ups]
    steps += [Step("Cap", f"at most {cap.value.words}", (_pair(cap),)) for cap in grade.caps]
    return (*steps, Step("Certainty", grade.certainty.value.words, (_pair(grade.certainty),)))


def grade_in_short(grade: Grade) -> str:
    """One line for a box: where it started and what took it down."""
    if grade.source == "review authors":
        return grade.certainty.reason
    downs = [_domain_in_short(domain) for domain in grade.domains if domain.levels or domain.judgement]
    ups = [f"{up.reason} {_signed(up.value)}" for up in grade.ups if up.value]
    caps = [f"at most {cap.value.words} ({cap.reason})" for cap in grade.caps]
    return f"starts {grade.start.value.words}: {', '.join([*downs, *ups, *caps]) or 'nothing rated down'}"


def _domain_in_short(domain: Domain) -> str:
    """Levels down, and who judged otherwise than the rule."""
    told = f"{domain.name} {_signed(-domain.levels)}"
    if domain.judgement is None or domain.ruled_levels is None:
        return told
    return f"{told} ({domain.judgement.by}; by rule {_signed(-domain.ruled_levels)})"


def _domain_step(domain: Domain) -> Step:
    reasons = tuple(_pair(ruling) for ruling in domain.rulings)
    return Step(domain.name.capitalize(), levels_words(domain), reasons)


def _pair(ruling: Ruling[object]) -> tuple[str, str]:
    return (ruling.reason, ruling.rule)


def _signed(value: int) -> str:
    return f"+{value}" if value > 0 else number(value)


def verdict_steps(outcome: OutcomeAssessment) -> tuple[Step, ...]:
    """From the evidence to the advice: gate or stream, route, state, certainty, table and modifiers."""
    if outcome.gate is not None:
        gate = Step("The grading stops here", _advice(outcome.advice), (_pair(outcome.gate),))
        return (gate, Step("Verdict", _advice(outcome.advice), ()))
    return tuple(_graded_steps(outcome))


def _graded_steps(outcome: OutcomeAssessment) -> Iterator[Step]:
    anchored = outcome.anchored
    if anchored is None or outcome.anchor is None or outcome.base is None:
        return
    yield Step("Evidence that gives the verdict", STREAMS[outcome.anchor.value], (_pair(outcome.anchor),))
    yield Step("How results come together", _ROUTES[anchored.route.value], (_pair(anchored.route),))
    yield Step("What they show", STATES[anchored.state.value], (_pair(anchored.state),))
    certainty = anchored.grade.certainty
    yield Step("Certainty", certainty.value.words, (_pair(certainty),))
    yield Step("Verdict table", _advice(outcome.base.value), (_pair(outcome.base),))
    for modifier in outcome.modifiers:
        yield Step("Modifier", _advice(modifier.value), (_pair(modifier),))
    yield Step("Verdict", _advice(outcome.advice), ())


def _advice(advice: Advice) -> str:
    action = ACTIONS[advice.action].lower() if advice.action else "no advice"
    return f"{VERDICTS[advice.verdict]}, {action}"


def body_facts(stream: StreamAssessment) -> tuple[tuple[str, str], ...]:
    """The numbers behind a grade, as name and words; what was not computed is left out."""
    body = stream.numbers
    toward, away = body.directions
    counted = [("Direct studies", f"{body.k_direct}"), ("Usable studies", f"{body.k_usable}")]
    if body.review_trials is not None:
        counted = [("Review of", studies(body.review_trials))]
    facts = [
        *counted,
        ("Participants", "not seen" if body.n_participants is None else f"{body.n_participants:,}"),
        ("Directions", f"{toward} toward the claim, {away} against, {body.without_direction} without"),
    ]
    return (*facts, *_effect_facts(body), *_share_facts(body))


def _told(body: BodyNumbers) -> bool:
    """Whether directions were counted over several studies; one study or one review has nothing to count."""
    return sum(body.directions) > 1


def _effect_facts(body: BodyNumbers) -> Iterator[tuple[str, str]]:
    if body.estimate is not None and body.ci is not None and body.measure in _MEASURES:
        low, high = (_rounded(end) for end in body.ci)
        yield _MEASURES[body.measure].capitalize(), f"{_rounded(body.estimate)} (95% interval {low} to {high})"
    named = (
        ("I² (from Q), percent", body.i2),
        ("I² (from tau²), percent", body.i2_tau2),
        ("tau²", body.tau2),
        ("Sign test, two-sided p", body.sign_test_p if _told(body) else None),
        ("Stouffer, two-sided p", body.stouffer_p),
    )
    yield from ((name, _rounded(value)) for name, value in named if value is not None)
    if body.prediction_interval is not None:
        yield "Prediction interval", " to ".join(_rounded(end) for end in body.prediction_interval)


def _share_facts(body: BodyNumbers) -> Iterator[tuple[str, str]]:
    """Shares of participants; a review's own trials were not looked at one by one."""
    if body.review_trials is not None:
        return
    named = (
        ("Participants in trials at low risk of bias", body.rob_low_share),
        ("Participants in trials at high risk of bias", body.rob_high_share),
        *(
            (f"Participants where the {_ELEMENTS[key]} fits in part", share)
            for key, share in body.indirect_shares.items()
        ),
    )
    yield from ((name, f"{value:.0%}") for name, value in named if value is not None)


def _rounded(value: float) -> str:
    return number(float(f"{value:.3g}"))
