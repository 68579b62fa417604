"""Evidence map of an article: claims by outcomes, with certainty, direction and amount; an empty place says why."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from claimbook.model.assessment import ArticleAssessment, OutcomeAssessment
from claimbook.model.terms import Certainty
from claimbook.plots.figure import Figure, NotDrawn
from claimbook.plots.overview import amount_words, certainty_words, direction_words
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
from claimbook.synthesis.body import DIRECT

SILENCES = {
    "CLAIM_NOT_CHECKABLE": ("not looked for", "cannot be checked"),
    "SEARCH_FAILED": ("failed", "the search failed"),
    "NOTHING_LOOKED_AT": ("not looked for", "nobody has looked"),
    "ONLY_RETRACTED": ("none found", "retracted studies only"),
    "SEARCH_TRUNCATED": ("not looked for", "not all looked at"),
    "NOT_DIRECT": ("none found", "no direct study"),
    "NO_USABLE_RESULT": ("not seen", "no usable result"),
}
"""Behind each gate one of the four silences, and what it is here."""
_SHADES = {
    Certainty.VERY_LOW: "#eef3f7",
    Certainty.LOW: "#d6e4ee",
    Certainty.MODERATE: "#b5cfe0",
    Certainty.HIGH: "#8fb8d3",
}
_NOTE = (
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
    title = "Where the evidence is, and where there is none"
    outcomes = [outcome for claim in assessment.claims for outcome in _main_first(claim.outcomes)]
    if not outcomes:
        return NotDrawn(title, "No claim of this article can be read, so there is nothing to map.")
    wide, narrow = (_svg(outcomes, each) for each in (_WIDE, _NARROW))
    return Figure(title, _alt(assessment, outcomes), _NOTE, wide, narrow, _table(outcomes))


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
    return wrapped(f"“{group[0].claim.heading}”", on.heading, 2)


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
    if outcome.certainty is None:
        silence, here = _silence(outcome)
        lines += [(silence, "silence"), (here, "silence")]
    else:
        lines += [(direction_words(outcome), "direction"), (f"certainty {certainty_words(outcome)}", "certainty")]
        lines += [(line, "amount") for line in wrapped(_weighed(outcome), on.letters, 2)]
    return [*lines, (f"answering: {_direct(outcome):,} of {len(outcome.studies):,}", "amount")]


def _silence(outcome: OutcomeAssessment) -> tuple[str, str]:
    return SILENCES[outcome.gate.value if outcome.gate else "CLAIM_NOT_CHECKABLE"]


def _weighed(outcome: OutcomeAssessment) -> str:
    return f"weighed: {amount_words(outcome)}".replace(", n ", ", n\N{NO-BREAK SPACE}")


def _direct(outcome: OutcomeAssessment) -> int:
    return sum(reading.standing.value in DIRECT for reading in outcome.studies)


def _table(outcomes: Sequence[OutcomeAssessment]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Claim": [outcome.claim.heading for outcome in outcomes],
            "Outcome": [outcome.outcome.name for outcome in outcomes],
            "Certainty": [_standing(outcome) for outcome in outcomes],
            "Direction": [direction_words(outcome) for outcome in outcomes],
            "Amount": [amount_words(outcome) for outcome in outcomes],
            "Studies that answer": [f"{_direct(outcome):,}" for outcome in outcomes],
            "Studies looked at": [f"{len(outcome.studies):,}" for outcome in outcomes],
        }
    )


def _standing(outcome: OutcomeAssessment) -> str:
    """The certainty; where nothing was graded, which of the four silences it is."""
    if outcome.certainty is not None:
        return outcome.certainty.words
    silence, here = _silence(outcome)
    return silence if silence in here else f"{silence}: {here}"


def _alt(assessment: ArticleAssessment, outcomes: Sequence[OutcomeAssessment]) -> str:
    graded = sum(outcome.certainty is not None for outcome in outcomes)
    told = "; ".join(_told(outcome) for outcome in outcomes)
    fields = f"{len(outcomes)} field{'s' if len(outcomes) > 1 else ''}, {graded} of them graded"
    return f"Evidence map of “{assessment.article.title}”, {fields}: {told}."


def _told(outcome: OutcomeAssessment) -> str:
    counts = f"{_direct(outcome)} of {len(outcome.studies)} studies looked at answer"
    if outcome.certainty is None:
        return f"{outcome.outcome.name}: {_standing(outcome)}, {counts}"
    sure = f"certainty {certainty_words(outcome)}, {direction_words(outcome)}"
    return f"{outcome.outcome.name}: {sure}, {amount_words(outcome)}, {counts}"
