"""Harvest plot: one bar for each study, standing in the column of its direction and as high as its design allows.

After Ogilvie and colleagues 2008 (https://pmc.ncbi.nlm.nih.gov/articles/PMC2270283): design is height, size is a
label, and significance is left out.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.patches import PathPatch
from matplotlib.path import Path

from claimbook.language.said import joined, said
from claimbook.language.speak import spoken
from claimbook.model.assessment import BiasClass, OutcomeAssessment
from claimbook.model.terms import Reading, Stream
from claimbook.plots.figure import Columns, Figure, NotDrawn, twin
from claimbook.plots.rows import (
    READING_LINES,
    READING_WORDS,
    UNNAMED,
    Row,
    direct_rows,
    named,
    nothing_direct,
    number_words,
)
from claimbook.plots.style import LINE, PAPER, QUIET, READING_MARKS, quiet_style, sheet, shortened, to_svg, write

COLUMNS = (Reading.AGAINST, Reading.NO_DIFFERENCE, Reading.FAVOURS)
"""From left to right."""
TIERS = {
    4: (said("randomised, low risk of bias seen"), said("randomised,\nlow risk of bias")),
    3: (said("randomised, risk of bias unclear"), said("randomised,\nrisk unclear")),
    2: (said("randomised at high risk, or compared without chance"), said("high risk, or\nnot randomised")),
    1: (said("no comparison group, or unclear"), said("no comparison,\nor unclear")),
}
"""Heights with their words: where a study of this kind may start in grading, less what its risk of bias takes."""
_OF_BIAS = {BiasClass.LOW: 4, BiasClass.UNCLEAR: 3, BiasClass.HIGH: 2}
_OF_STREAM = {Stream.RCT: 3, Stream.NRSI: 2}
_FEWEST = 2
_CROWDED = 40
_NOTE = said(
    "One bar for each study; right is toward the claim. The height is design and risk of bias as far as abstracts show "
    "them; the number of participants stands with the name. Filled bars belong to the body of evidence that gives the "
    "verdict; hollow ones are shown only. Whether a result was statistically significant is left out on purpose."
)
_HEAD, _TIER, _LETTER, _GAP, _LEAST = 0.45, 0.3, 0.072, 0.25, 1.05  # inches


@dataclass(frozen=True)
class _Sheet:
    """Measures in inches; bars stand in slots, and the heights are named left of them."""

    width: float
    left: float
    slot: float
    bare: bool
    """Whether bars have no names, because there are too many."""

    @property
    def room(self) -> float:
        return self.width - self.left - 0.05

    @property
    def capacity(self) -> int:
        """How many bars stand side by side."""
        return int(self.room / self.slot)


@dataclass(frozen=True)
class _Section:
    """Bars of one direction that stand side by side."""

    reading: Reading
    rows: tuple[Row, ...]
    of: int
    """How many bars this direction has in all."""

    def told(self, words: Mapping[Reading, str]) -> str:
        """Direction and number of its bars."""
        return said("{direction}: {n}", direction=words[self.reading], n=self.of)

    def width(self, sheet_: _Sheet) -> float:
        return max(len(self.rows) * sheet_.slot, _LEAST)


def draw_harvest(assessment: OutcomeAssessment, labels: Mapping[str, str]) -> Figure | NotDrawn:
    """One bar for each study with a direction. Not drawn for fewer than two, which are nothing to compare."""
    name = assessment.outcome.name
    title = said("How strong the designs behind each direction on {outcome} are", outcome=name)
    rows = direct_rows(assessment, labels)
    shown = sorted(
        (row for row in rows if row.reading in COLUMNS), key=lambda row: (-tier(row), not row.gives_verdict, row.label)
    )
    if len(shown) < _FEWEST:
        return NotDrawn(title, _why_not(assessment, rows, shown))
    wide, narrow = (_svg(shown, each) for each in _sheets(len(shown)))
    return Figure(title, _alt(name, shown), _note(rows, shown), wide, narrow, twin(_columns(shown)))


def tier(row: Row) -> int:
    """Height of a bar, 1 to 4: START-RCT, START-NRSI and START-OTHER, and ROB-STUDY below START-RCT."""
    if row.stream is Stream.RCT and row.bias is not None:
        return _OF_BIAS[row.bias]
    return _OF_STREAM.get(row.stream, 1)


def _sheets(bars: int) -> tuple[_Sheet, _Sheet]:
    bare = bars > _CROWDED
    slot = 0.1 if bare else 0.36
    return _Sheet(7.6, 1.25, slot, bare), _Sheet(4.0, 1.15, slot, bare)


def _svg(rows: Sequence[Row], on: _Sheet) -> str:
    strips = _strips(rows, on)
    with quiet_style():
        drawing, axes = sheet(on.width, sum(_height(strip, on) for strip in strips))
        top = 0.0
        for strip in strips:
            _draw_strip(axes, on, strip, top)
            top += _height(strip, on)
        return to_svg(drawing)


def _strips(rows: Sequence[Row], on: _Sheet) -> list[list[_Section]]:
    """All directions side by side where they fit, else one below the other, in as many strips as they need."""
    whole = [_section(reading, rows) for reading in COLUMNS]
    if sum(section.width(on) for section in whole) + _GAP * (len(whole) - 1) <= on.room:
        return [whole]
    return [
        [_Section(section.reading, section.rows[start : start + on.capacity], section.of)]
        for section in whole
        for start in range(0, max(len(section.rows), 1), on.capacity)
    ]


def _section(reading: Reading, rows: Sequence[Row]) -> _Section:
    found = tuple(row for row in rows if row.reading is reading)
    return _Section(reading, found, len(found))


def _height(strip: Sequence[_Section], on: _Sheet) -> float:
    if not any(section.rows for section in strip):
        return _HEAD
    longest = max(len(words) for section in strip for row in section.rows for words in _under(row))
    return _HEAD + len(TIERS) * _TIER + (0.1 if on.bare else longest * _LETTER + 0.15)


def _under(row: Row) -> tuple[str, str]:
    """What stands under a bar."""
    return shortened(row.label, 20), spoken(row.people)


def _draw_strip(axes: Axes, on: _Sheet, strip: Sequence[_Section], top: float) -> None:
    base = top + _HEAD + len(TIERS) * _TIER
    left = on.left
    for section in strip:
        alone = len(strip) == 1
        head = section.told(READING_WORDS if alone else READING_LINES)
        write(axes, (left, top + 0.19), head).set_fontweight("bold")
        if section.rows or not alone:
            _draw_bars(axes, on, section, (left, base))
        left += section.width(on) + _GAP
    if any(section.rows for section in strip):
        _draw_scale(axes, base)


def _draw_scale(axes: Axes, base: float) -> None:
    for height, (_, words) in TIERS.items():
        level = base - height * _TIER
        write(axes, (0.02, level + _TIER / 2), words, QUIET).set(fontsize=8.0, linespacing=0.95)


def _draw_bars(axes: Axes, on: _Sheet, section: _Section, place: tuple[float, float]) -> None:
    left, base = place
    right = left + section.width(on)
    for height in range(len(TIERS) + 1):
        level, width = base - height * _TIER, 0.8 if height else 1.2
        axes.plot([left, right], [level, level], color=QUIET if not height else LINE, linewidth=width, zorder=0)
    colour = READING_MARKS[section.reading][0]
    for filled in (True, False):
        _draw_equal(axes, on, section, place, (colour if filled else PAPER, colour, filled))
    if not on.bare:
        for number, row in enumerate(section.rows):
            _draw_name(axes, row, (left + (number + 0.5) * on.slot, base))


def _draw_equal(
    axes: Axes, on: _Sheet, section: _Section, place: tuple[float, float], look: tuple[str, str, bool]
) -> None:
    """All filled bars, or all hollow ones, as one shape."""
    (left, base), (face, edge, filled), width = place, look, on.slot * 0.66
    outlines = [
        Path(_corners(left + (number + 0.5) * on.slot - width / 2, base, width, tier(row) * _TIER), closed=True)
        for number, row in enumerate(section.rows)
        if row.gives_verdict is filled
    ]
    if outlines:
        axes.add_patch(
            PathPatch(Path.make_compound_path(*outlines), facecolor=face, edgecolor=edge, linewidth=1.2, zorder=2)
        )


def _corners(left: float, base: float, width: float, height: float) -> list[tuple[float, float]]:
    right, top = left + width, base - height
    return [(left, base), (left, top), (right, top), (right, base), (left, base)]


def _draw_name(axes: Axes, row: Row, place: tuple[float, float]) -> None:
    middle, base = place
    look = {"rotation": 90, "va": "top", "ha": "center"}
    name, people = _under(row)
    write(axes, (middle - 0.07, base + 0.06), name).set(fontsize=8.5, **look)
    write(axes, (middle + 0.07, base + 0.06), people, QUIET).set(fontsize=8.0, **look)


def _columns(rows: Sequence[Row]) -> Columns:
    return {
        said("Study"): [row.label for row in rows],
        said("Direction"): [READING_WORDS[row.reading] for row in rows],
        said("Height"): [said("{height} ({design})", height=tier(row), design=TIERS[tier(row)][0]) for row in rows],
        said("Design"): [row.design for row in rows],
        said("Participants"): [number_words(row.n) for row in rows],
        said("Part in the verdict"): [row.part for row in rows],
    }


def _alt(name: str, rows: Sequence[Row]) -> str:
    """How many bars stand in each column, and how high they are."""
    return said(
        "Harvest plot of {n} studies of {outcome}: {told}. {weighed} of them give the verdict.",
        n=len(rows),
        outcome=name,
        told=joined("; ", (_told(reading, rows) for reading in reversed(COLUMNS))),
        weighed=sum(row.gives_verdict for row in rows),
    )


def _told(reading: Reading, rows: Sequence[Row]) -> str:
    """How many bars stand in one column, and how many of them are how high."""
    heights = Counter(tier(row) for row in rows if row.reading is reading)
    column = said("{n} {direction}", n=heights.total(), direction=READING_WORDS[reading])
    if not heights:
        return column
    parts = (said("{n} {design}", n=heights[height], design=TIERS[height][0]) for height in TIERS if heights[height])
    return said("{column} ({heights})", column=column, heights=joined(", ", parts))


def _note(rows: Sequence[Row], shown: Sequence[Row]) -> str:
    note = [_NOTE, *([UNNAMED] if len(shown) > _CROWDED else [])]
    without = [row.label for row in rows if row.reading not in COLUMNS]
    if without:
        note.append(said("Not in the figure, for want of a usable result: {studies}.", studies=named(without)))
    return joined(" ", note)


def _why_not(assessment: OutcomeAssessment, rows: Sequence[Row], shown: Sequence[Row]) -> str:
    if not rows:
        return said("{why}, so there is nothing to harvest.", why=nothing_direct(assessment))
    if not shown:
        return said("A harvest plot compares studies; of those that answer the claim, none gives a direction.")
    return said(
        "A harvest plot compares studies; of those that answer the claim, only {study} gives a direction.",
        study=shown[0].label,
    )
