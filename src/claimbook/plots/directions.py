"""Effect-direction plot: which way each study points, whatever its p value says.

After the effect-direction plot as revised in 2021, from which significance was removed
(https://eprints.gla.ac.uk/223430/): direction, design and size are shown, significance is not.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from matplotlib.axes import Axes

from claimbook.language.said import counted, joined, said, said_as
from claimbook.model.assessment import OutcomeAssessment
from claimbook.model.terms import Reading
from claimbook.plots.figure import Columns, Figure, NotDrawn, twin
from claimbook.plots.rows import (
    READING_LINES,
    READING_WORDS,
    STREAM_WORDS,
    UNNAMED,
    Row,
    direct_rows,
    nothing_direct,
    number_words,
)
from claimbook.plots.style import (
    CROWD,
    NARROW,
    QUIET,
    READING_MARKS,
    WIDE,
    Layout,
    Mark,
    area_for,
    canvas,
    draw_mark,
    draw_marks,
    head_row,
    lanes,
    name_row,
    quiet_style,
    sheet,
    to_svg,
    write,
)

_LANES = {Reading.UNUSABLE: -1.25, Reading.AGAINST: 0.0, Reading.NO_DIFFERENCE: 1.0, Reading.FAVOURS: 2.0}
_NARROW_NAMES = {
    Reading.UNUSABLE: said_as("narrow column", "no\nresult"),
    Reading.AGAINST: said_as("narrow column", "against"),
    Reading.NO_DIFFERENCE: said_as("narrow column", "no\ndiffer-\nence"),
    Reading.FAVOURS: said_as("narrow column", "toward"),
}
_PITCHES, _TALLEST = (0.2, 0.16, 0.12, 0.09), 7.0  # inches: from mark to mark in a crowd, and its height
_NOTE = said(
    "Right is toward the claim. Filled marks belong to the body of evidence that gives the verdict; hollow marks are "
    "shown only. Marks grow at 50 and at 300 participants; an unknown number has the smallest. "
    "Whether a result was statistically significant is left out on purpose."
)


def draw_directions(assessment: OutcomeAssessment, labels: Mapping[str, str]) -> Figure | NotDrawn:
    """One mark for each study that answers the outcome. Not drawn when no study does."""
    name = assessment.outcome.name
    title = said("Which way the studies of {outcome} point", outcome=name)
    rows = direct_rows(assessment, labels)
    if not rows:
        return NotDrawn(title, said("{why}, so there is no direction to show.", why=nothing_direct(assessment)))
    if all(row.reading is Reading.UNUSABLE for row in rows):
        unread = said("No study of {outcome} gives a result that can be read", outcome=name)
        return NotDrawn(title, said("{why}, so there is no direction to show.", why=unread))
    draw, note = (_svg, _NOTE) if len(rows) <= CROWD else (_crowd_svg, joined(" ", (_NOTE, UNNAMED)))
    return Figure(title, _alt(name, rows), note, draw(rows, WIDE), draw(rows, NARROW), twin(_columns(rows)))


def _svg(rows: Sequence[Row], layout: Layout) -> str:
    lines = _lines(rows)
    with quiet_style():
        drawing, axes = canvas(len(lines), layout, top=0.5)
        axes.set_xlim(-1.75, 2.5)
        lanes(axes, {lane: _lane_name(reading, layout) for reading, lane in _LANES.items()})
        for position, line in enumerate(lines):
            if isinstance(line, str):
                head_row(axes, layout, position, line)
            else:
                name_row(axes, layout, position, line.label, line.kind_words)
                mark = Mark(READING_MARKS[line.reading], area_for(line.n), line.gives_verdict)
                draw_mark(axes, _LANES[line.reading], position, mark)
        axes.set(xlabel="", ylabel="")
        return to_svg(drawing)


def _lane_name(reading: Reading, layout: Layout) -> str:
    return _NARROW_NAMES[reading] if layout.narrow else READING_LINES[reading]


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
            write(axes, (0.05 + number * grid.column, 0.28), _lane_name(reading, layout), QUIET)
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
    write(axes, (left, top), number_words(len(rows)))
    equal: dict[Mark, list[tuple[float, float]]] = {}
    for number, row in enumerate(rows):
        down, right = divmod(number, grid.across)
        area = area_for(row.n) * 0.75 * (grid.pitch / _PITCHES[0]) ** 2
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


def _columns(rows: Sequence[Row]) -> Columns:
    return {
        said("Study"): [row.label for row in rows],
        said("Stream"): [STREAM_WORDS[row.stream] for row in rows],
        said("Design"): [row.design for row in rows],
        said("Participants"): [number_words(row.n) for row in rows],
        said("Direction"): [READING_WORDS[row.reading] for row in rows],
        said("Part in the verdict"): [row.part for row in rows],
    }


def _alt(name: str, rows: Sequence[Row]) -> str:
    """How many studies point where, and which of them give the verdict."""
    told = []
    for reading in reversed(_LANES):
        found = [row for row in rows if row.reading is reading]
        if found:
            names = joined(", ", (row.label for row in found))
            told.append(
                said("{n} {direction} ({studies})", n=len(found), direction=READING_WORDS[reading], studies=names)
            )
    counts = counted(
        "Effect-direction plot of {n} study of {outcome}: {told}.",
        "Effect-direction plot of {n} studies of {outcome}: {told}.",
        len(rows),
        outcome=name,
        told=joined("; ", told),
    )
    return joined(" ", (counts, _verdict([row.label for row in rows if row.gives_verdict])))


def _verdict(weighed: Sequence[str]) -> str:
    if not weighed:
        return said("None of them gives a verdict.")
    return said("The verdict rests on {studies}.", studies=joined(", ", weighed))
