"""The summary of findings of a claim, in words for a reader."""

from collections.abc import Mapping
from dataclasses import dataclass

from claimbook.language.said import Numeral, counted, joined, said, said_as
from claimbook.model.assessment import ClaimAssessment, OutcomeAssessment, StreamAssessment
from claimbook.model.terms import Asserts, Direction, State
from claimbook.report.show import Shown, fragment
from claimbook.report.words import verdicts as words
from claimbook.report.words.facts import readable, rounded
from claimbook.report.words.verdicts import DOMAINS, STATES, Silence, small
from claimbook.synthesis.details.findings import PER, FindingRow, Footnote, Risk, Size, summary_of_findings
from claimbook.synthesis.pool.apart import APART

_SILENT_GATES = {
    "SEARCH_FAILED": Silence.FAILED,
    "NOTHING_LOOKED_AT": Silence.NOT_LOOKED,
    "CLAIM_NOT_CHECKABLE": Silence.NOT_LOOKED,
    "SEARCH_TRUNCATED": Silence.NOT_LOOKED,
    "RESULT_NOT_ENTERED": Silence.NOT_LOOKED,
    "NO_USABLE_RESULT": Silence.NOT_SEEN,
}
_SIZES = {
    "RR": said("risk ratio"),
    "OR": said("odds ratio"),
    "HR": said("hazard ratio"),
    "ratio": said("ratio"),
    "SMD": said("standardised mean difference"),
    "MD": said("mean difference"),
}
_SIDES = {Asserts.EFFECT: (said_as("side", "toward the claim"), said_as("side", "away from the claim"))}
_OTHER_SIDES = (said("in the direction that the claim denies"), said("in the other direction"))
_BETTER = {Direction.HIGHER: said("higher is better"), Direction.LOWER: said("lower is better")}
_TURNED = {
    Direction.HIGHER: said("signs turned so that higher is better"),
    Direction.LOWER: said("signs turned so that lower is better"),
}
_STEPS = {**DOMAINS, "rating up": said("rating up"), "cap": said("cap")}
_WHOLE_FROM = 10


@dataclass(frozen=True)
class Cell:
    """What stands in one cell: the value, and what must be said beside it."""

    value: str
    beside: str = ""


@dataclass(frozen=True)
class Note:
    """One footnote below the table: its numbers, what happened, and each reason with its rule."""

    numbers: tuple[int, ...]
    what: str
    reasons: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Line:
    """One outcome of the table, every cell in words."""

    found: OutcomeAssessment
    risks: tuple[Cell, Cell] | Cell
    """Without and with the intervention; one cell where neither is known."""
    effect: Cell
    amount: Cell
    certainty: Cell
    marks: tuple[int, ...]


def findings_of(assessment: ClaimAssessment, labels: Mapping[str, str]) -> Shown:
    """The summary of findings of a claim with its footnotes."""
    rows = summary_of_findings(assessment)
    return fragment(
        "summary",
        lines=[finding_line(row, labels) for row in rows],
        notes=[_note(note, labels) for row in rows for note in row.footnotes],
        primary=assessment.claim.primary,
        intervention=assessment.claim.intervention,
    )


def finding_line(row: FindingRow, labels: Mapping[str, str]) -> Line:
    """One row in words; what is unknown is said with the page's own words for silence."""
    return Line(
        row.found,
        risks=_risks(row),
        effect=_effect(row, labels),
        amount=Cell(*words.amount_words(row.found)),
        certainty=_certainty(row),
        marks=row.marks,
    )


def silence(found: OutcomeAssessment) -> Silence:
    """Why there is nothing to show: behind a gate what closed it; else that no abstract shows it."""
    if found.gate is None:
        return Silence.NOT_SEEN
    return _SILENT_GATES.get(found.gate.value, Silence.NONE_FOUND)


def _risks(row: FindingRow) -> tuple[Cell, Cell] | Cell:
    if row.control_risk is None:
        if row.found.outcome.kind == "continuous":
            return Cell(said("Does not apply"), said("measured on a scale, not counted in people"))
        if row.found.gate is not None:
            return Cell(silence(row.found), said("so no risk is known"))
        why = said("no abstract gives a risk without the intervention, and none is made up")
        return Cell(silence(row.found), why)
    without = Cell(_risk_words(row.control_risk), _source_words(row.control_risks))
    if row.risk is None:
        return without, Cell(said("Not known"), said("no ratio that it could be computed from"))
    return without, Cell(_risk_words(row.risk), _computed_words(row.risk))


def _source_words(abstracts: int) -> str:
    return said("median of {n} abstracts", n=abstracts) if abstracts > 1 else said("from one abstract")


def _computed_words(risk: Risk) -> str:
    if risk.interval is not None and risk.interval[1] >= PER:
        return said("computed from the ratio and the risk without it; it cannot be more than all")
    return said("computed from the ratio and the risk without it")


def _risk_words(risk: Risk) -> str:
    value = _people(risk.value)
    if risk.interval is None:
        return value
    low, high = map(_people, risk.interval)
    return said("{value} ({low} to {high})", value=value, low=low, high=high)


def _people(per_1000: float) -> Numeral:
    """Whole people, except where there are so few that rounding would hide them."""
    return Numeral(f"{per_1000:.0f}") if per_1000 >= _WHOLE_FROM else rounded(per_1000, 2)


def _effect(row: FindingRow, labels: Mapping[str, str]) -> Cell:
    found, size = row.found, row.size
    if found.anchored is None:
        return Cell(silence(found), found.gate.reason if found.gate else "")
    if size is None:
        direction, reason = words.direction_words(found)
        return Cell(direction, _without_size(found.anchored, readable(reason, labels)))
    return Cell(_size_words(size), side_words(size, found.anchored.state.value, found.outcome.asserts))


def _without_size(body: StreamAssessment, reason: str) -> str:
    """Sizes that nobody printed are told apart from sizes that stand side by side."""
    why = body.numbers.apart
    if why is None:
        return said("size not seen. {reason!c}", reason=reason)
    return said(
        "sizes were printed and not put together: {why}. Each stands with its study. {reason!c}",
        why=APART[why],
        reason=reason,
    )


def _size_words(size: Size) -> str:
    measure = _SIZES.get(size.name, size.name)
    if size.instrument:
        measure = said("{measure} ({instrument})", measure=measure, instrument=size.instrument)
    value, low, high = map(rounded, (size.value, *size.interval))
    return said("{measure} {value} (95% interval {low} to {high})", measure=measure, value=value, low=low, high=high)


def side_words(size: Size, state: State, asserts: Asserts) -> str:
    """What the sign of the number means for the claim, and which way is better."""
    better = (_TURNED if size.turned else _BETTER)[size.better]
    shown = small(STATES[state])
    if size.toward_claim is None:
        return said("{shown}: exactly no effect; {better}", shown=shown, better=better)
    if asserts is Asserts.EFFECT and state in {State.FAVOURS, State.AGAINST}:
        return joined(": ", (shown, better))
    side = _SIDES.get(asserts, _OTHER_SIDES)[0 if size.toward_claim else 1]
    return said("{shown}; the number itself lies {side}: {better}", shown=shown, side=side, better=better)


def _certainty(row: FindingRow) -> Cell:
    certainty = words.certainty_words(row.found.certainty)
    anchored = row.found.anchored
    if anchored is None or row.start is None:
        return Cell(certainty)
    level = row.start.words
    quoted = anchored.grade.source == "review authors"
    start = said("the review authors state {level}", level=level) if quoted else said("started at {level}", level=level)
    if any(domain.judgement is not None for domain in anchored.grade.domains):
        start = said("{start}; in part judged by a named person", start=start)
    return Cell(certainty, start)


def _note(note: Footnote, labels: Mapping[str, str]) -> Note:
    reasons = tuple((readable(ruling.reason, labels), ruling.rule) for ruling in note.rulings)
    return Note(note.numbers, joined(", ", (_STEPS[note.step], _levels(note))), reasons)


def _levels(note: Footnote) -> str:
    levels = len(note.numbers)
    if note.kind == "down":
        return counted("{n} level down", "{n} levels down", levels)
    if note.kind == "up":
        return counted("{n} level up", "{n} levels up", levels)
    return counted("lowered by {n} level", "lowered by {n} levels", levels)
