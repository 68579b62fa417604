"""Effect-direction plot: which way each study points, whatever its p value says.

After the effect-direction plot as revised in 2021, from which significance was removed
(https://eprints.gla.ac.uk/223430/): direction, design and size are shown, significance is not.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

import pandas as pd
from matplotlib.axes import Axes

from claimbook.model.assessment import OutcomeAssessment
from claimbook.model.terms import Reading
from claimbook.plots.figure import Figure, NotDrawn
from claimbook.plots.rows import READING_WORDS, STREAM_WORDS, UNNAMED, Row, direct_rows, nothing_direct
from claimbook.plots.style import (
    CROWD,
    NARROW,
    QUIET,
    READING_MARKS,
    WIDE,
    Layout,
    Mark,
    canvas,
    draw_mark,
    draw_marks,
    head_row,
    lanes,
    name_row,
    quiet_style,
    sheet,
    size_class,
    to_svg,
    write,
)

_LANES = {Reading.UNUSABLE: -1.25, Reading.AGAINST: 0.0, Reading.NO_DIFFERENCE: 1.0, Reading.FAVOURS: 2.0}
_LANE_NAMES = {
    Reading.UNUSABLE: ("no usable\nresult", "no\nresult"),
    Reading.AGAINST: ("against\nthe claim", "against"),
    Reading.NO_DIFFERENCE: ("no difference\nshown", "no\ndiffer-\nence"),
    Reading.FAVOURS: ("toward\nthe claim", "toward"),
}
"""Words above each lane, on a page and on a phone."""
_PITCHES, _TALLEST = (0.2, 0.16, 0.12, 0.09), 7.0  # inches: from mark to mark in a crowd, and its height
_NOTE = (
    "Right is toward the claim. Filled marks belong to the body of evidence that gives the verdict; hollow marks are "
    "shown only. Marks grow at 50 and at 300 participants; an unknown number has the smallest. "
    "Whether a result was statistically significant is left out on purpose."
)


def draw_directions(assessment: OutcomeAssessment, labels: Mapping[str, str]) -> Figure | NotDrawn:
    """One mark for each study that answers the outcome. Not drawn when no study does."""
    name = assessment.outcome.name
    title = f"Which way the studies of {name} point"
    rows = direct_rows(assessment, labels)
    if not rows:
        return NotDrawn(title, f"{nothing_direct(assessment)}, so there is no direction to show.")
    if all(row.reading is Reading.UNUSABLE for row in rows):
        return NotDrawn(title, f"No study of {name} gives a result that can be read, so there is no direction to show.")
    draw, note = (_svg, _NOTE) if len(rows) <= CROWD else (_crowd_svg, _NOTE + UNNAMED)
    return Figure(title, _alt(name, rows), note, draw(rows, WIDE), draw(rows, NARROW), _table(rows))


def _svg(rows: Sequence[Row], layout: Layout) -> str:
    lines = _lines(rows)
    with quiet_style():
        drawing, axes = canvas(len(lines), layout, top=0.5)
        axes.set_xlim(-1.75, 2.5)
        axes.set_xticks(list(_LANES.values()), [_LANE_NAMES[reading][layout.narrow] for reading in _LANES])
        axes.xaxis.tick_top()
        axes.tick_params(length=0, labelcolor=QUIET)
        lanes(axes, _LANES.values())
        for position, line in enumerate(lines):
            if isinstance(line, str):
                head_row(axes, layout, position, line)
            else:
                name_row(axes, layout, position, line.label, f"{line.design}, {line.people}")
                mark = Mark(READING_MARKS[line.reading], size_class(line.n)[1], line.gives_verdict)
                draw_mark(axes, _LANES[line.reading], position, mark)
        axes.set(xlabel="", ylabel="")
        return to_svg(drawing)


@dataclass(frozen=True)
class _Grid:
    """How a crowd is packed, in inches: width of a column, marks side by side, and from mark to mark."""

    column: float
    across: int
    pitch: float

    @classmethod
    def of(cls, most: int, width: float) -> "_Grid":
        """Marks as large as they can be without making the figure longer than a page."""
        column = (width - 0.1) / len(_LANES)
        grids = [cls(column, int((column - 0.15) / pitch), pitch) for pitch in _PITCHES]
        return next((grid for grid in grids if grid.height(most) < _TALLEST), grids[-1])

    def height(self, marks: int) -> float:
        return -(-marks // self.across) * self.pitch


def _crowd_svg(rows: Sequence[Row], layout: Layout) -> str:
    """Too many for a line each: marks packed in four columns, stream by stream; the table has their names."""
    groups = [(stream, list(group)) for stream, group in groupby(rows, key=lambda row: row.stream)]
    highest = [max(Counter(row.reading for row in group).values()) for _, group in groups]
    grid = _Grid.of(max(highest), layout.width)
    with quiet_style():
        drawing, axes = sheet(layout.width, 0.6 + sum(0.75 + grid.height(most) for most in highest))
        for number, reading in enumerate(_LANES):
            write(axes, (0.05 + number * grid.column, 0.28), _LANE_NAMES[reading][layout.narrow], QUIET)
        top = 0.6
        for (stream, group), most in zip(groups, highest, strict=True):
            write(axes, (0.05, top + 0.12), STREAM_WORDS[stream]).set_fontweight("bold")
            for number, reading in enumerate(_LANES):
                found = [row for row in group if row.reading is reading]
                _draw_crowd(axes, found, (0.05 + number * grid.column, top + 0.36), grid)
            top += 0.75 + grid.height(most)
        return to_svg(drawing)


def _draw_crowd(axes: Axes, rows: Sequence[Row], place: tuple[float, float], grid: _Grid) -> None:
    """How many there are, and below it a mark for each, line by line."""
    left, top = place
    write(axes, (left, top), f"{len(rows):,}")
    equal: dict[Mark, list[tuple[float, float]]] = {}
    for number, row in enumerate(rows):
        down, right = divmod(number, grid.across)
        area = size_class(row.n)[1] * 0.75 * (grid.pitch / _PITCHES[0]) ** 2
        mark = Mark(READING_MARKS[row.reading], area, row.gives_verdict)
        equal.setdefault(mark, []).append((left + (right + 0.5) * grid.pitch, top + 0.22 + down * grid.pitch))
    for mark, places in equal.items():
        draw_marks(axes, places, mark)


def _lines(rows: Sequence[Row]) -> list[str | Row]:
    """Rows with the name of their stream above each group."""
    lines: list[str | Row] = []
    for stream, group in groupby(rows, key=lambda row: row.stream):
        lines += [STREAM_WORDS[stream], *group]
    return lines


def _table(rows: Sequence[Row]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Study": [row.label for row in rows],
            "Stream": [STREAM_WORDS[row.stream] for row in rows],
            "Design": [row.design for row in rows],
            "Participants": ["not seen" if row.n is None else f"{row.n:,}" for row in rows],
            "Direction": [READING_WORDS[row.reading] for row in rows],
            "Part in the verdict": [row.part for row in rows],
        }
    )


def _alt(name: str, rows: Sequence[Row]) -> str:
    """How many studies point where, and which of them give the verdict."""
    told = []
    for reading in reversed(_LANES):
        found = [row for row in rows if row.reading is reading]
        if found:
            told.append(f"{len(found)} {READING_WORDS[reading]} ({', '.join(row.label for row in found)})")
    weighed = [row.label for row in rows if row.gives_verdict]
    verdict = f"The verdict rests on {', '.join(weighed)}." if weighed else "None of them gives a verdict."
    studies = "1 study" if len(rows) == 1 else f"{len(rows)} studies"
    return f"Effect-direction plot of {studies} of {name}: {'; '.join(told)}. {verdict}"
