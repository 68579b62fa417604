"""A summary of findings, and how far verdicts rest on our own choices, in words for a reader."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from claimbook.model.assessment import ArticleAssessment, ClaimAssessment, OutcomeAssessment
from claimbook.model.terms import Asserts, State
from claimbook.report import words
from claimbook.report.facts import readable, rounded
from claimbook.report.show import Shown, fragment, sentence
from claimbook.report.words import STATES, Silence, count_of
from claimbook.synthesis.findings import PER, FindingRow, Footnote, Risk, Size, summary_of_findings
from claimbook.synthesis.sensitivity import Moved

_SILENT_GATES = {
    "SEARCH_FAILED": Silence.FAILED,
    "NOTHING_LOOKED_AT": Silence.NOT_LOOKED,
    "CLAIM_NOT_CHECKABLE": Silence.NOT_LOOKED,
    "SEARCH_TRUNCATED": Silence.NOT_LOOKED,
    "NO_USABLE_RESULT": Silence.NOT_SEEN,
}
_SIZES = {
    "RR": "risk ratio",
    "OR": "odds ratio",
    "HR": "hazard ratio",
    "ratio": "ratio",
    "SMD": "standardised mean difference",
    "MD": "mean difference",
}
_SIDES = {Asserts.EFFECT: ("toward the claim", "away from the claim")}
_OTHER_SIDES = ("in the direction that the claim denies", "in the other direction")
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
            return Cell("Does not apply", "measured on a scale, not counted in people")
        if row.found.gate is not None:
            return Cell(silence(row.found), "so no risk is known")
        return Cell(silence(row.found), "no abstract gives a risk without the intervention, and none is made up")
    several = f"median of {row.control_risks} abstracts" if row.control_risks > 1 else "from one abstract"
    without = Cell(_risk_words(row.control_risk), several)
    if row.risk is None:
        return without, Cell("Not known", "no ratio that it could be computed from")
    held = row.risk.interval is not None and row.risk.interval[1] >= PER
    most = "; it cannot be more than all" if held else ""
    return without, Cell(_risk_words(row.risk), f"computed from the ratio and the risk without it{most}")


def _risk_words(risk: Risk) -> str:
    if risk.interval is None:
        return _people(risk.value)
    return f"{_people(risk.value)} ({_people(risk.interval[0])} to {_people(risk.interval[1])})"


def _people(per_1000: float) -> str:
    """Whole people, except where there are so few that rounding would hide them."""
    return f"{per_1000:.0f}" if per_1000 >= _WHOLE_FROM else rounded(per_1000, 2)


def _effect(row: FindingRow, labels: Mapping[str, str]) -> Cell:
    found, size = row.found, row.size
    if found.anchored is None:
        return Cell(silence(found), found.gate.reason if found.gate else "")
    if size is None:
        direction, reason = words.direction_words(found)
        return Cell(direction, f"size {Silence.NOT_SEEN}. {sentence(readable(reason, labels))}")
    unit = f" ({size.instrument})" if size.instrument else ""
    ends = " to ".join(rounded(end) for end in size.interval)
    value = f"{_SIZES.get(size.name, size.name)}{unit} {rounded(size.value)} (95% interval {ends})"
    return Cell(value, side_words(size, found.anchored.state.value, found.outcome.asserts))


def side_words(size: Size, state: State, asserts: Asserts) -> str:
    """What the sign of the number means for the claim, and which way is better."""
    better = f"{size.better.value} is better"
    if size.turned:
        better = f"signs turned so that {better}"
    shown = STATES[state].lower()
    if size.toward_claim is None:
        return f"{shown}: exactly no effect; {better}"
    side = _SIDES.get(asserts, _OTHER_SIDES)[0 if size.toward_claim else 1]
    told_by_side = asserts is Asserts.EFFECT and state in {State.FAVOURS, State.AGAINST}
    return f"{shown}: {better}" if told_by_side else f"{shown}; the number itself lies {side}: {better}"


def _certainty(row: FindingRow) -> Cell:
    certainty = words.certainty_words(row.found.certainty)
    anchored = row.found.anchored
    if anchored is None or row.start is None:
        return Cell(certainty)
    quoted = anchored.grade.source == "review authors"
    start = f"the review authors state {row.start.words}" if quoted else f"started at {row.start.words}"
    judged = any(domain.judgement is not None for domain in anchored.grade.domains)
    return Cell(certainty, f"{start}; in part judged by a named person" if judged else start)


def _note(note: Footnote, labels: Mapping[str, str]) -> Note:
    levels = count_of(len(note.numbers), "level", "levels")
    what = {"down": f"{levels} down", "up": f"{levels} up", "cap": f"lowered by {levels}"}[note.kind]
    reasons = tuple((readable(ruling.reason, labels), ruling.rule) for ruling in note.rulings)
    return Note(note.numbers, f"{note.step}, {what}", reasons)


# Sensitivity


@dataclass(frozen=True)
class Turn:
    """One verdict that changes with one threshold at one other value."""

    threshold: str
    meaning: str
    before: str
    after: str
    claim: str
    outcome: str
    address: str
    was: str
    becomes: str


def sensitivity_of(assessment: ArticleAssessment, moved: Sequence[Moved]) -> Shown:
    """How many thresholds were moved, to how many values, and every verdict that flips."""
    verdicts = sum(len(claim.outcomes) for claim in assessment.claims)
    return fragment(
        "sensitivity",
        turns=turns(assessment, moved),
        sentences=sensitivity_words(moved, verdicts),
        moved=_by_threshold(moved),
    )


def sensitivity_words(moved: Sequence[Moved], verdicts: int) -> tuple[str, ...]:
    """The counts in sentences."""
    thresholds = count_of(len({each.threshold.name for each in moved}), "threshold is", "thresholds are")
    flipped = {(flip.claim, flip.outcome) for each in moved for flip in each.flips}
    flipping, stirring = sum(bool(each.flips) for each in moved), sum(bool(each.stirs) for each in moved)
    values = count_of(len(moved), "other value", "other values")
    first = f"{thresholds} our own choice. Each was moved alone, to {values} in all, and every claim was weighed again."
    kept = "the one verdict stays as it is" if verdicts == 1 else f"all {verdicts} verdicts stay as they are"
    second = f"No verdict flips: {kept} at each of these values."
    if flipped:
        second = (
            f"{len(flipped)} of {count_of(verdicts, 'verdict', 'verdicts')} can flip, at {flipping} of these values."
        )
    step = "A step on the way (a direction, a certainty or a level) changes without its verdict"
    third = f"{step} at {stirring or 'none'} of them."
    return first, second, third


def turns(assessment: ArticleAssessment, moved: Sequence[Moved]) -> tuple[Turn, ...]:
    """Each flip in words, in the order of the thresholds."""
    headings = {claim.claim.id: claim.claim.heading for claim in assessment.claims}
    names = {(o.claim.id, o.outcome.id): o.outcome.name for claim in assessment.claims for o in claim.outcomes}
    return tuple(
        Turn(
            each.threshold.name,
            each.threshold.meaning,
            _in_unit(each.threshold.value, each.threshold.unit),
            _in_unit(each.value, each.threshold.unit),
            headings[flip.claim],
            names[flip.claim, flip.outcome],
            f"{flip.claim}.html#verdict-{flip.outcome}",
            words.VERDICTS[flip.before],
            words.VERDICTS[flip.after],
        )
        for each in moved
        for flip in each.flips
    )


def _by_threshold(moved: Sequence[Moved]) -> tuple[tuple[str, str, str, str], ...]:
    """Name, meaning, value in force and the other values of each threshold."""
    return tuple(
        (row.name, row.meaning, _in_unit(row.value, row.unit), ", ".join(_in_unit(each.value) for each in values))
        for row, values in ((row, list(group)) for row, group in groupby(moved, key=lambda each: each.threshold))
    )


def _in_unit(value: float, unit: str = "") -> str:
    return f"{rounded(value, 4)}{'' if unit == '%' else ' '}{unit}".strip()
