"""A summary of findings: one row for each outcome of a claim (grading specification 8).

Columns after chapter 14 of the Cochrane Handbook (https://training.cochrane.org/handbook/current/chapter-14): assumed
control risk, corresponding risk, effect with interval, studies and participants, certainty with a footnote for each
level, and a sentence. What no abstract gives stays None; an absolute risk is never invented.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from claimbook.model.assessment import (
    BodyNumbers,
    ClaimAssessment,
    Domain,
    Estimate,
    Grade,
    Measure,
    OutcomeAssessment,
    Route,
    Ruling,
    StreamAssessment,
)
from claimbook.model.claim import Outcome
from claimbook.model.terms import Certainty, Direction
from claimbook.synthesis.study.effect_size import absolute_effect, rr_from_or

PER = 1000
"""Risks are told as so many of a thousand people."""


@dataclass(frozen=True)
class Risk:
    """Of a thousand people, how many have the event."""

    value: float
    interval: tuple[float, float] | None = None


@dataclass(frozen=True)
class Size:
    """An effect with its 95% interval, with the sign it has on its own scale, and what that sign means."""

    name: str
    """RR, OR, HR, ratio, SMD or MD."""
    value: float
    interval: tuple[float, float]
    toward_claim: bool | None
    """Whether the number itself lies on the claimed side; None when it lies exactly on no effect."""
    better: Direction
    """Which way on this scale is better for people."""
    turned: bool
    """Whether signs were turned so that above no effect is toward the claim."""
    instrument: str | None = None
    """In whose unit a mean difference is."""


@dataclass(frozen=True)
class Footnote:
    """One reason why the certainty is not where it started; it has a number for each level."""

    numbers: tuple[int, ...]
    step: str
    """The domain, ``rating up`` or ``cap``."""
    kind: Literal["down", "up", "cap"]
    rulings: tuple[Ruling[int] | Ruling[Certainty], ...]


@dataclass(frozen=True)
class FindingRow:
    """One outcome; everything that is None is unknown."""

    found: OutcomeAssessment
    start: Certainty | None = None
    """Where its certainty started: the level of its design, or the one that review authors state."""
    control_risk: Risk | None = None
    control_risks: int = 0
    """Abstracts that give a control risk; the median is used."""
    risk: Risk | None = None
    """Corresponding risk with the intervention, at the assumed control risk."""
    size: Size | None = None
    footnotes: tuple[Footnote, ...] = ()

    @property
    def marks(self) -> tuple[int, ...]:
        """All footnote numbers of the row."""
        return tuple(number for note in self.footnotes for number in note.numbers)


def summary_of_findings(claim: ClaimAssessment) -> tuple[FindingRow, ...]:
    """One row for each outcome, the main one first; footnotes are numbered through the table from 1."""
    rows: list[FindingRow] = []
    next_number = 1
    for found in sorted(claim.outcomes, key=lambda outcome: outcome is not claim.primary):
        row = finding_row(found, next_number)
        next_number += len(row.marks)
        rows.append(row)
    return tuple(rows)


def finding_row(found: OutcomeAssessment, first: int = 1) -> FindingRow:
    """The row of one outcome by the stream that gives its verdict; ``first`` is the number of its first footnote."""
    anchor = found.anchored
    if anchor is None:
        return FindingRow(found)
    body = anchor.numbers
    known = body.control_risk
    return FindingRow(
        found,
        start=_start(anchor),
        control_risk=None if known is None else Risk(PER * known),
        control_risks=sum(reading.finding.control_risk is not None for reading in anchor.studies),
        risk=corresponding_risk(anchor),
        size=_size(anchor, found.outcome),
        footnotes=tuple(footnotes(anchor, first)),
    )


# Effects


def corresponding_risk(anchor: StreamAssessment) -> Risk | None:
    """Risk with the intervention per 1000, with the interval of the ratio; None without a ratio or a control risk.

    An odds ratio is first turned into a risk ratio. A hazard ratio gives no risk without the course of time.
    """
    body = anchor.numbers
    ratios = {estimate.instrument for estimate in _of_measure(anchor)}
    if body.measure is not Measure.RATIO or body.estimate is None or body.control_risk is None or "HR" in ratios:
        return None
    ends = None if body.ci is None else (_risk_with(body, body.ci[0]), _risk_with(body, body.ci[1]))
    return Risk(_risk_with(body, body.estimate), ends)


def _risk_with(body: BodyNumbers, ratio: float) -> float:
    control = body.control_risk or 0.0
    risk_ratio = rr_from_or(ratio, control).value if body.odds_ratio_without_risk else ratio
    return PER * control + absolute_effect(risk_ratio, control).per_1000


def _of_measure(anchor: StreamAssessment) -> list[Estimate]:
    """Estimates with an interval on the scale of the body."""
    found = [reading.estimate for reading in anchor.studies if reading.estimate is not None]
    return [estimate for estimate in found if estimate.interval and estimate.measure is anchor.numbers.measure]


def _size(anchor: StreamAssessment, outcome: Outcome) -> Size | None:
    body = anchor.numbers
    if body.estimate is None or body.ci is None:
        return None
    named_above = body.claim_side != "below"
    claim_is_better = outcome.direction is outcome.better
    instruments = {estimate.instrument for estimate in _of_measure(anchor)}
    instrument = instruments.pop() if len(instruments) == 1 else None
    is_ratio = body.measure is Measure.RATIO
    return Size(
        name=(instrument or "ratio") if is_ratio else body.measure.value.upper(),
        value=body.estimate,
        interval=body.ci,
        toward_claim=None if body.estimate == body.measure.null else (body.estimate > body.measure.null) == named_above,
        better=Direction.HIGHER if named_above == claim_is_better else Direction.LOWER,
        turned=body.measure is Measure.SMD and anchor.route.value in {Route.POOL, Route.PAIR},
        instrument=instrument if body.measure is Measure.MD else None,
    )


# Certainty


def _start(anchor: StreamAssessment) -> Certainty:
    return anchor.numbers.quoted_certainty or anchor.grade.start.value


def footnotes(anchor: StreamAssessment, first: int = 1) -> Iterator[Footnote]:
    """Each domain that took levels down, each rating up, and the cap that held, numbered from ``first`` on."""
    for step, kind, levels, rulings in _changes(anchor):
        yield Footnote(tuple(range(first, first + levels)), step, kind, rulings)
        first += levels


_TARGET = "IMPRECISION-TARGET-"  # "target 400" is never stated without the effect that 400 people can show
Change = tuple[str, Literal["down", "up", "cap"], int, tuple[Ruling[int] | Ruling[Certainty], ...]]


def _changes(anchor: StreamAssessment) -> Iterator[Change]:
    grade = anchor.grade
    for domain in grade.domains:
        if domain.levels and (grade.source == "computed" or domain.name == "indirectness"):
            yield domain.name, "down", domain.levels, _reasons(domain)
    ups = tuple(up for up in grade.ups if up.value)
    raised = sum(up.value for up in ups)
    if raised:
        yield "rating up", "up", raised, ups
    capped = _before_caps(anchor) - grade.certainty.value
    if capped > 0:
        final = grade.certainty.value
        yield "cap", "cap", capped, tuple(cap for cap in grade.caps if cap.value == final)


def _reasons(domain: Domain) -> tuple[Ruling[int], ...]:
    """The rules that took levels, with the target they measured size by; of a person's domain, the judgement."""
    if domain.judgement is not None:
        return domain.rulings[-1:]
    return tuple(ruling for ruling in domain.rulings if ruling.value or ruling.rule.startswith(_TARGET))


def _before_caps(anchor: StreamAssessment) -> int:
    """The level that levels down and up give, within very low and high (CERT-SUM)."""
    grade: Grade = anchor.grade
    quoted = grade.source == "review authors"
    down = sum(domain.levels for domain in grade.domains if not quoted or domain.name == "indirectness")
    level = _start(anchor).value - down + sum(up.value for up in grade.ups)
    return max(Certainty.VERY_LOW, min(Certainty.HIGH, level))
