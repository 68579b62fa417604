"""Forest plot: each study's effect with its interval, turned so that right is toward the claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd
from matplotlib.axes import Axes

from claimbook.model.assessment import Measure, OutcomeAssessment, Route
from claimbook.plots.figure import Figure, NotDrawn
from claimbook.plots.rows import Oriented, Row, direct_rows, nothing_direct, orient, toward_claim
from claimbook.plots.style import (
    INK,
    LINE,
    NARROW,
    NEITHER,
    TOWARD,
    WIDE,
    Layout,
    Mark,
    canvas,
    draw_mark,
    name_row,
    quiet_style,
    to_svg,
)

Scale = Literal[Measure.SMD, Measure.RATIO]
_FEWEST = 2
_AXIS = {
    Measure.SMD: "← against   standardised mean difference   toward the claim →",
    Measure.RATIO: "← against   ratio   toward the claim →",
}
_NARROW_AXIS = "← against     toward →"
_SUMMARIES = {Route.POOL: "All together", Route.PAIR: "Both together"}


@dataclass(frozen=True)
class _Line:
    """One row of the plot: a study, or the summary of those that give the verdict."""

    name: str
    kind: str
    effect: Oriented
    part: str
    filled: bool
    summary: bool = False

    @property
    def words(self) -> str:
        low, high = f"{self.effect.low:z.2f}", f"{self.effect.high:z.2f}"
        return f"{self.effect.value:z.2f} ({low} to {high})".replace("-", "−")  # noqa: RUF001 - a real minus sign


def draw_forest(assessment: OutcomeAssessment, labels: Mapping[str, str]) -> Figure | NotDrawn:
    """Studies with an interval on one scale, and what they give together where they were brought together.

    Not drawn when fewer than two studies have an interval on the same scale; effects are never moved to another scale
    to fill a figure.
    """
    name = assessment.outcome.name
    title = f"How large the effects on {name} are"
    rows = direct_rows(assessment, labels)
    scale, lines = max(((scale, _studies(rows, scale)) for scale in _scales()), key=lambda pair: len(pair[1]))
    if len(lines) < _FEWEST:
        return NotDrawn(title, _why_not(assessment, rows, lines))
    left_out = [row.label for row in rows if row.label not in {line.name for line in lines}]
    lines += _summary(assessment, scale)
    wide, narrow = (_svg(lines, scale, layout) for layout in (WIDE, NARROW))
    return Figure(title, _alt(name, lines, scale), _note(left_out), wide, narrow, _table(lines, scale))


def _scales() -> tuple[Scale, ...]:
    return (Measure.SMD, Measure.RATIO)


def _studies(rows: Sequence[Row], scale: Scale) -> list[_Line]:
    found = [(row, toward_claim(row.estimate, scale)) for row in rows]
    return [
        _Line(row.label, f"{row.design}, {row.people}", effect, row.part, row.gives_verdict)
        for row, effect in found
        if effect is not None
    ]


def _summary(assessment: OutcomeAssessment, scale: Scale) -> list[_Line]:
    """The common estimate, where studies were pooled or paired on this scale."""
    anchored = assessment.anchored
    if anchored is None or anchored.route.value not in _SUMMARIES:
        return []
    body = anchored.numbers
    if body.measure is not scale or body.estimate is None or body.ci is None or body.claim_side is None:
        return []
    effect = orient(body.estimate, body.ci, body.claim_side, scale)
    kind = f"{body.k_usable} studies"
    return [_Line(_SUMMARIES[anchored.route.value], kind, effect, "gives the verdict", filled=True, summary=True)]


def _svg(lines: Sequence[_Line], scale: Scale, layout: Layout) -> str:
    null = scale.null
    with quiet_style():
        drawing, axes = canvas(len(lines), layout, top=0.1, bottom=0.5)
        if scale is Measure.RATIO:
            axes.set_xscale("log")
        axes.axvline(null, color=INK, linewidth=0.9, zorder=1)
        for position, line in enumerate(lines):
            name_row(axes, layout, position, line.name, line.kind)
            _draw_line(axes, position, line)
        axes.set_xlabel(_NARROW_AXIS if layout.narrow else _AXIS[scale])
        axes.set_ylabel("")
        _limits(axes, lines, scale)
        axes.spines["bottom"].set_visible(True)
        if layout.narrow and scale is Measure.SMD:
            axes.locator_params(axis="x", nbins=4)
        axes.tick_params(axis="x", length=3, color=LINE, which="both")
        return to_svg(drawing)


def _limits(axes: Axes, lines: Sequence[_Line], scale: Scale) -> None:
    """Room on both sides of no effect, so that a one-sided result is seen to be one."""
    least = (0.5, 2.0) if scale is Measure.RATIO else (-0.5, 0.5)
    low, high = (
        min(least[0], *(line.effect.low for line in lines)),
        max(least[1], *(line.effect.high for line in lines)),
    )
    edge = 1.1 if scale is Measure.RATIO else (high - low) * 0.04
    axes.set_xlim(*((low / edge, high * edge) if scale is Measure.RATIO else (low - edge, high + edge)))


def _draw_line(axes: Axes, position: int, line: _Line) -> None:
    colour = TOWARD if line.filled else NEITHER
    axes.hlines(position, line.effect.low, line.effect.high, color=colour, linewidth=2.2 if line.summary else 1.4)
    mark = Mark((colour, "D"), 70) if line.summary else Mark((colour, "s"), 44, line.filled)
    draw_mark(axes, line.effect.value, position, mark)


def _table(lines: Sequence[_Line], scale: Scale) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Study": [line.name for line in lines],
            "Design, participants": [line.kind for line in lines],
            f"{'Difference' if scale is Measure.SMD else 'Ratio'} toward the claim (95% interval)": [
                line.words for line in lines
            ],
            "Part in the verdict": [line.part for line in lines],
        }
    )


def _alt(name: str, lines: Sequence[_Line], scale: Scale) -> str:
    unit = "standardised mean differences" if scale is Measure.SMD else "ratios"
    told = "; ".join(f"{line.name} {line.words}, {line.part}" for line in lines)
    how = f"larger is more toward the claim, no effect is {scale.null:g}"
    return f"Forest plot of effects on {name} as {unit}, {how}: {told}."


def _note(left_out: Sequence[str]) -> str:
    note = (
        "Right is toward the claim; lines are 95% intervals. Filled marks belong to the body of evidence that gives "
        "the verdict. Hollow marks are shown only: they may hold the same people as a review and are never added to it."
    )
    return (
        f"{note} Not in the figure, for want of an interval on this scale: {', '.join(left_out)}." if left_out else note
    )


def _why_not(assessment: OutcomeAssessment, rows: Sequence[Row], lines: Sequence[_Line]) -> str:
    name = assessment.outcome.name
    if not rows:
        return f"{nothing_direct(assessment)}, so there is no effect to show."
    having = f"only {lines[0].name} gives" if lines else "none gives"
    counted = "1 study answers" if len(rows) == 1 else f"{len(rows)} studies answer"
    return (
        f"A forest plot needs two effects with an interval on one scale. {counted} the claim for {name}; {having} one "
        "that can be placed."
    )
