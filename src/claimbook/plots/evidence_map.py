"""Evidence map of an article: claims by outcomes, with certainty, direction and amount; an empty place says why."""

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from claimbook.language.said import counted, joined, said, said_as
from claimbook.language.speak import spoken
from claimbook.model.assessment import ArticleAssessment, OutcomeAssessment
from claimbook.model.terms import Certainty
from claimbook.plots.figure import Columns, Figure, NotDrawn, twin
from claimbook.plots.labels import quoted
from claimbook.plots.overview import amount_words, certainty_words, direction_words
from claimbook.plots.rows import number_words
from claimbook.plots.style import (
    INK,
    PAPER,
    QUIET,
    STATE_MARKS,
    Mark,
    draw_mark,
    quiet_style,
    sheet,
    to_svg,
    wrapped,
    write,
)

SILENCES = {
    "CLAIM_NOT_CHECKABLE": (said("not looked for"), said("cannot be checked")),
    "SEARCH_FAILED": (said("failed"), said("the search failed")),
    "NOTHING_LOOKED_AT": (said("not looked for"), said("nobody has looked")),
    "ONLY_RETRACTED": (said("none found"), said("retracted studies only")),
    "SEARCH_TRUNCATED": (said("not looked for"), said("not all looked at")),
    "NOT_DIRECT": (said("none found"), said("no direct study")),
    "RESULT_NOT_ENTERED": (said("not looked for"), said("result not entered")),
    "NO_USABLE_RESULT": (said("not seen"), said("no usable result")),
}
"""Behind each gate one of the four silences, and what it is here."""
_SHADES = {
    Certainty.VERY_LOW: "#eef3f7",
    Certainty.LOW: "#d6e4ee",
    Certainty.MODERATE: "#b5cfe0",
    Certainty.HIGH: "#8fb8d3",
}
_NOTE = said(
    "One field for each outcome, those of a claim side by side, its main outcome first. The darker a field and the "
    "more of its four squares are filled, the surer one can be. White fields were not graded, and each says why: none "
    "found among the studies looked at, not looked for, failed, or not seen in what could be read. Weighed are the "
    "studies behind the verdict, and of a review those that it pools; answering are the studies that answer, of all "
    "that were looked at."
)
_LINE, _BAND, _HEAD, _GAP = 0.18, 0.2, 0.3, 0.08  # inches


@dataclass(frozen=True)
class _Sheet:
    """Measures in inches, and how many letters fit into a line of a field and of a heading."""

    width: float
    across: int
    letters: int
    heading: int

    @property
    def field(self) -> float:
        return (self.width - 0.04 - _GAP * (self.across - 1)) / self.across


_WIDE, _NARROW = _Sheet(7.6, 3, 33, 92), _Sheet(4.0, 2, 24, 46)


def draw_evidence_map(assessment: ArticleAssessment) -> Figure | NotDrawn:
    """One field for each outcome of each claim. Not drawn for an article without a claim that can be read."""
    title = said("Where the evidence is, and where there is none")
    outcomes = [outcome for claim in assessment.claims for outcome in _main_first(claim.outcomes)]
    if not outcomes:
        return NotDrawn(title, said("No claim of this article can be read, so there is nothing to map."))
    wide, narrow = (_svg(outcomes, each) for each in (_WIDE, _NARROW))
    return Figure(title, _alt(assessment, outcomes), _NOTE, wide, narrow, twin(_columns(outcomes)))


def _main_first(outcomes: Sequence[OutcomeAssessment]) -> list[OutcomeAssessment]:
    return sorted(outcomes, key=lambda found: found.outcome.id != found.claim.primary)


def _svg(outcomes: Sequence[OutcomeAssessment], on: _Sheet) -> str:
    claims = list(dict.fromkeys(outcome.claim.id for outcome in outcomes))
    groups = [[outcome for outcome in outcomes if outcome.claim.id == claim] for claim in claims]
    with quiet_style():
        drawing, axes = sheet(on.width, sum(_group_height(group, on) for group in groups))
        top = 0.0
        for group in groups:
            _draw_group(axes, on, group, top)
            top += _group_height(group, on)
        return to_svg(drawing)


def _heading(group: Sequence[OutcomeAssessment], on: _Sheet) -> list[str]:
    return wrapped(quoted(group[0].claim.heading), on.heading, 2)


def _group_height(group: Sequence[OutcomeAssessment], on: _Sheet) -> float:
    fields = sum(_field_height(row, on) + _GAP for row in _in_rows(group, on))
    return _HEAD + (len(_heading(group, on)) - 1) * _LINE + fields + 0.06


def _in_rows(group: Sequence[OutcomeAssessment], on: _Sheet) -> list[Sequence[OutcomeAssessment]]:
    return [group[start : start + on.across] for start in range(0, len(group), on.across)]


def _field_height(row: Sequence[OutcomeAssessment], on: _Sheet) -> float:
    return max(len(_lines(outcome, on)) for outcome in row) * _LINE + 0.16


def _draw_group(axes: Axes, on: _Sheet, group: Sequence[OutcomeAssessment], top: float) -> None:
    heading = _heading(group, on)
    for number, line in enumerate(heading):
        write(axes, (0.02, top + 0.17 + number * _LINE), line).set_fontweight("bold")
    top += _HEAD + (len(heading) - 1) * _LINE
    for row in _in_rows(group, on):
        height = _field_height(row, on)
        for number, outcome in enumerate(row):
            _draw_field(axes, on, outcome, (0.02 + number * (on.field + _GAP), top, height))
        top += height + _GAP


def _draw_field(axes: Axes, on: _Sheet, outcome: OutcomeAssessment, place: tuple[float, float, float]) -> None:
    left, top, height = place
    frame = Rectangle((left, top), on.field, height, facecolor=PAPER, edgecolor=QUIET, linewidth=0.8)
    if outcome.certainty is None:
        frame.set_linestyle((0, (3, 2)))
    else:
        frame.set_facecolor(_SHADES[outcome.certainty])
    axes.add_patch(frame)
    _draw_band(axes, outcome, (left + 0.07, top + 0.09, height - 0.18))
    lines = _lines(outcome, on)
    for number, (text, kind) in enumerate(lines):
        at = (left + _BAND + 0.09, top + 0.08 + (number + 0.5) * _LINE)
        if kind == "direction":
            draw_mark(axes, at[0] + 0.05, at[1], Mark(_shape(outcome), 34))
            at = (at[0] + 0.16, at[1])
        write(axes, at, text).set_fontweight("bold" if kind == "name" else "normal")


def _draw_band(axes: Axes, outcome: OutcomeAssessment, place: tuple[float, float, float]) -> None:
    """Four squares, filled from below up to the certainty; or the pattern of the silence in their place."""
    left, top, height = place
    side, step = 0.13, 0.16
    below = top + (height + len(Certainty) * step) / 2
    if outcome.certainty is None:
        _draw_silence(axes, _silence(outcome)[0], (left, below - len(Certainty) * step, side))
        return
    for level in Certainty:
        face = INK if level <= outcome.certainty else PAPER
        corner = (left, below - level * step)
        axes.add_patch(Rectangle(corner, side, side, facecolor=face, edgecolor=INK, linewidth=0.8))


def _draw_silence(axes: Axes, silence: str, place: tuple[float, float, float]) -> None:
    """Nothing where none was found, a slanted line not looked for, a cross failed, dots not seen."""
    left, top, side = place
    right, below = left + side, top + 0.61
    axes.add_patch(Rectangle((left, top), side, 0.61, facecolor=PAPER, edgecolor=QUIET, linewidth=0.8))
    if silence in {"not looked for", "failed"}:
        axes.plot([left, right], [below, top], color=QUIET, linewidth=1.0)
    if silence == "failed":
        axes.plot([left, right], [top, below], color=QUIET, linewidth=1.0)
    if silence == "not seen":
        for part in (1, 2, 3):
            axes.plot([left + side / 2], [top + part * 0.61 / 4], marker="o", markersize=2.6, color=QUIET)


def _shape(outcome: OutcomeAssessment) -> tuple[str, str]:
    assert outcome.anchored is not None  # noqa: S101 - only graded outcomes have a direction
    return STATE_MARKS[outcome.anchored.state.value]


def _lines(outcome: OutcomeAssessment, on: _Sheet) -> list[tuple[str, str]]:
    """What stands in a field, line by line, and what kind of line it is."""
    lines = [(line, "name") for line in wrapped(outcome.outcome.name, on.letters - 5, 2)]
    for text, kind in _facts(outcome):
        first, *more = (line for part in spoken(text).splitlines() for line in wrapped(part, on.letters, 2))
        lines += [(first, kind), *((line, "rest") for line in more)]
    return lines


def _facts(outcome: OutcomeAssessment) -> list[tuple[str, str]]:
    answering = (said("answering: {n:,} of {all:,}", n=_direct(outcome), all=len(outcome.studies)), "amount")
    if outcome.certainty is None:
        return [*((text, "silence") for text in _silence(outcome)), answering]
    sure = said_as("field", "certainty {level}", level=certainty_words(outcome))
    return [(direction_words(outcome), "direction"), (sure, "certainty"), (_weighed(outcome), "amount"), answering]


def _silence(outcome: OutcomeAssessment) -> tuple[str, str]:
    return SILENCES[outcome.gate.value if outcome.gate else "CLAIM_NOT_CHECKABLE"]


def _weighed(outcome: OutcomeAssessment) -> str:
    return spoken(said("weighed: {amount}", amount=amount_words(outcome))).replace(", n ", ", n\N{NO-BREAK SPACE}")


def _direct(outcome: OutcomeAssessment) -> int:
    return sum(reading.standing.value.is_direct for reading in outcome.studies)


def _columns(outcomes: Sequence[OutcomeAssessment]) -> Columns:
    return {
        said("Claim"): [outcome.claim.heading for outcome in outcomes],
        said("Outcome"): [outcome.outcome.name for outcome in outcomes],
        said("Certainty"): [_standing(outcome) for outcome in outcomes],
        said("Direction"): [direction_words(outcome) for outcome in outcomes],
        said("Amount"): [amount_words(outcome) for outcome in outcomes],
        said("Studies that answer"): [number_words(_direct(outcome)) for outcome in outcomes],
        said("Studies looked at"): [number_words(len(outcome.studies)) for outcome in outcomes],
    }


def _standing(outcome: OutcomeAssessment) -> str:
    """The certainty; where nothing was graded, which of the four silences it is."""
    if outcome.certainty is not None:
        return certainty_words(outcome)
    silence, here = _silence(outcome)
    return silence if silence in here else said("{silence}: {why}", silence=silence, why=here)


def _alt(assessment: ArticleAssessment, outcomes: Sequence[OutcomeAssessment]) -> str:
    graded = sum(outcome.certainty is not None for outcome in outcomes)
    return counted(
        "Evidence map of “{article}”, {n} field, {graded} of them graded: {told}.",
        "Evidence map of “{article}”, {n} fields, {graded} of them graded: {told}.",
        len(outcomes),
        article=assessment.article.title,
        graded=graded,
        told=joined("; ", (_told(outcome) for outcome in outcomes)),
    )


def _told(outcome: OutcomeAssessment) -> str:
    name = outcome.outcome.name
    counts = said("{n} of {all} studies looked at answer", n=_direct(outcome), all=len(outcome.studies))
    if outcome.certainty is None:
        return said("{outcome}: {facts}", outcome=name, facts=joined(", ", (_standing(outcome), counts)))
    sure = said("certainty {level}", level=certainty_words(outcome))
    facts = joined(", ", (sure, direction_words(outcome), amount_words(outcome), counts))
    return said("{outcome}: {facts}", outcome=name, facts=facts)
