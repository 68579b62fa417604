"""Albatross plot: how small a p value so many participants gave, between contours of equal effect.

For studies that print p and N and no size of effect (Harrison et al. 2017, https://pubmed.ncbi.nlm.nih.gov/28453179/).
The contours are those of one study of two independent arms of equal size, so reviews, crossover trials and studies
without a comparison group have no place between them.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes

from claimbook.language.said import Numeral, counted, joined, said, said_as
from claimbook.language.speak import spoken
from claimbook.model.assessment import OutcomeAssessment, Standing
from claimbook.model.terms import Design, Reading, Stream
from claimbook.plots.figure import Columns, Figure, NotDrawn, twin
from claimbook.plots.rows import READING_WORDS, UNNAMED, Row, direct_rows, named, nothing_direct, number_words
from claimbook.plots.style import (
    INK,
    LINE,
    PAPER,
    QUIET,
    READING_MARKS,
    Mark,
    draw_marks,
    quiet_style,
    sheet,
    shortened,
    to_svg,
    write,
)
from claimbook.synthesis.details.albatross import n_for_or, n_for_smd, smd_behind

_FEWEST = 5
_EDGE = 6.0
"""Decimal places of the smallest p value that has a place of its own; smaller ones stand at the edge."""
_KEYED = 40
_PEOPLE = (2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 100_000, 1_000_000, 10_000_000)
_AXIS = said("← against   two-sided p value   toward the claim →")
_NARROW_AXIS = said("← against     two-sided p     toward →")
_DASHES = ("solid", (0, (5, 2)), (0, (1, 1.5)))


@dataclass(frozen=True)
class _Contours:
    """Effects of equal size: the sizes, how many participants each needs, and how all are called."""

    sizes: tuple[float, float, float]
    people: Callable[[float, float], float]
    words: str


def _listed(large: float, medium: float, small: float) -> str:
    return said("{large:g}, {medium:g}, {small:g}", large=large, medium=medium, small=small)


_SMDS, _RATIOS = (0.8, 0.5, 0.2), (4.0, 2.0, 1.5)
_DIFFERENCES = _Contours(
    _SMDS,
    lambda p, d: float(n_for_smd(p, d)),
    said("a standardised difference of {sizes}", sizes=_listed(*_SMDS)),
)
_ODDS = _Contours(
    _RATIOS,
    lambda p, ratio: float(n_for_or(p, ratio)),
    said("an odds ratio, or its inverse, of {sizes}", sizes=_listed(*_RATIOS)),
)


@dataclass(frozen=True)
class _Point:
    """One study between the contours."""

    number: int
    row: Row
    p: float
    n: int

    @property
    def p_words(self) -> str:
        """The p value as it was printed."""
        return Numeral(self.row.p)

    @property
    def depth(self) -> float:
        """How far from no effect: decimal places of p, at most up to the edge."""
        return min(-math.log10(self.p), _EDGE)

    @property
    def x(self) -> float:
        """Right of no effect toward the claim, left of it against."""
        return self.depth if self.row.reading is Reading.FAVOURS else -self.depth


def draw_albatross(assessment: OutcomeAssessment, labels: Mapping[str, str]) -> Figure | NotDrawn:
    """One mark for each controlled study with a side, a p value and a number of participants; five at least."""
    name = assessment.outcome.name
    title = said("What p values and numbers of participants tell about {outcome}", outcome=name)
    rows = direct_rows(assessment, labels)
    points = _points(rows)
    if len(points) < _FEWEST:
        return NotDrawn(title, _why_not(assessment, rows, len(points)))
    contours = _ODDS if assessment.outcome.kind == "event" else _DIFFERENCES
    wide, narrow = (_svg(points, contours, width) for width in (7.6, 4.0))
    note = _note(rows, points, contours)
    return Figure(title, _alt(name, points, contours), note, wide, narrow, twin(_columns(points, contours)))


def _points(rows: Sequence[Row]) -> list[_Point]:
    placed = [(row, row.p, row.n) for row in rows if _has_a_place(row)]
    return [
        _Point(number, row, p.value, n)
        for number, (row, p, n) in enumerate(placed, start=1)
        if p is not None and n is not None
    ]


def _has_a_place(row: Row) -> bool:
    """Two arms, a side, p and N; a p value of which only a lower bound is known has none."""
    controlled = row.stream in {Stream.RCT, Stream.NRSI} and row.kind is not Design.CROSSOVER and not row.is_review
    once = row.standing is not Standing.SAME_TRIAL
    sided = row.reading in {Reading.FAVOURS, Reading.AGAINST}
    return controlled and once and sided and bool(row.n) and row.p is not None and row.p.bound != "above"


def _svg(points: Sequence[_Point], contours: _Contours, width: float) -> str:
    across = 2 if width > 5 else 1  # noqa: PLR2004 - inches: two columns of names fit on a page
    key = math.ceil(len(points) / across) * 0.2 + 0.15 if len(points) <= _KEYED else 0.0
    plot = 3.4 if across > 1 else 3.0
    height = plot + 0.95 + key
    with quiet_style():
        drawing, names = sheet(width, height)
        axes = drawing.add_axes((0.62 / width, (key + 0.62) / height, 1 - 0.82 / width, plot / height))
        write(names, (0.05, 0.16), said("participants"), QUIET)
        _draw_axes(axes, points, narrow=across == 1)
        _draw_contours(axes, contours)
        _draw_points(axes, points)
        if key:
            _draw_numbers(axes, points)
            _draw_key(names, points, (height - key, width / across))
        return to_svg(drawing)


def _draw_axes(axes: Axes, points: Sequence[_Point], *, narrow: bool) -> None:
    far = max(2.5, *(point.depth for point in points)) + (0.9 if narrow else 0.5)
    people = [point.n for point in points]
    low, high = _level(min(people)), _level(max(people) * 1.6)
    low = max(0.0, low - (high - low) * 0.06)
    axes.set(xlim=(-far, far), ylim=(low, high))
    deep = [places for places in range(1, int(far) + 1) if not narrow or places % 2 == (0 if far > 4 else places % 2)]  # noqa: PLR2004
    ticks = [-places for places in reversed(deep)] + [0] + deep
    axes.set_xticks(ticks, [spoken(_p_words(abs(tick))) for tick in ticks])
    shown = _ticks(low, high)
    axes.set_yticks([_level(number) for number in shown], [spoken(number_words(number)) for number in shown])
    axes.tick_params(length=3, color=LINE, labelcolor=QUIET, labelsize=8.0)
    for side, spine in axes.spines.items():
        spine.set_visible(side in {"bottom", "left"})
    axes.axvline(0, color=INK, linewidth=0.9, zorder=1)
    axes.set_xlabel(spoken(_NARROW_AXIS if narrow else _AXIS))


def _ticks(low: float, high: float) -> list[int]:
    """Numbers of participants far enough apart to be read, the largest first."""
    shown: list[int] = []
    for number in reversed(_PEOPLE):
        room = not shown or _level(shown[-1]) - _level(number) > (high - low) * 0.055
        if low <= _level(number) <= high and room:
            shown.append(number)
    return shown


def _level(people: float) -> float:
    """Height of a number of participants: the square of its logarithm, as Harrison and colleagues draw it."""
    return math.log10(max(people, 1)) ** 2


def _p_words(places: int) -> str:
    """A p value of so many decimal places; whether it starts with a point or a zero is a matter of the language."""
    return said(".{decimals}", decimals="1".zfill(places)) if places else "1"


def _draw_contours(axes: Axes, contours: _Contours) -> None:
    far, (low, high) = axes.get_xlim()[1], axes.get_ylim()
    depths = np.linspace(0.02, far, 120)
    for size, dash in zip(contours.sizes, _DASHES, strict=True):
        levels = np.array([_level(contours.people(10**-depth, size)) for depth in depths])
        inside = (levels >= low) & (levels <= high)
        for side in (1, -1):
            axes.plot(side * depths[inside], levels[inside], color=QUIET, linewidth=0.9, linestyle=dash, zorder=0)
            if inside.any():
                at = np.flatnonzero(inside)[-1]
                _name_contour(axes, (side * depths[at], levels[at]), Numeral(f"{size:g}"))


def _name_contour(axes: Axes, place: tuple[float, float], words: str) -> None:
    inward = "right" if place[0] > 0 else "left"
    found = write(axes, place, words, QUIET)
    found.set(ha=inward, fontsize=8.0, bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 0.8})


def _draw_points(axes: Axes, points: Sequence[_Point]) -> None:
    equal: dict[Mark, list[tuple[float, float]]] = {}
    for point in points:
        mark = Mark(READING_MARKS[point.row.reading], 52, point.row.gives_verdict)
        equal.setdefault(mark, []).append((point.x, _level(point.n)))
    for mark, places in equal.items():
        draw_marks(axes, places, mark)


def _draw_numbers(axes: Axes, points: Sequence[_Point]) -> None:
    """Above each mark its number; marks too near to one another share the place above the highest of them."""
    piles: list[list[_Point]] = []
    for point in sorted(points, key=lambda point: (-point.n, point.x, point.number)):
        near = next((pile for pile in piles if any(_are_near(axes, one, point) for one in pile)), None)
        if near is None:
            piles.append([point])
        else:
            near.append(point)
    for pile in piles:
        words = ", ".join(str(number) for number in sorted(point.number for point in pile))
        at = (pile[0].x, _level(pile[0].n))
        found = axes.annotate(words, at, xytext=(0, 6), textcoords="offset points", color=INK, zorder=4)
        found.set(ha="center", va="bottom", fontsize=8.0)
        found.set_bbox({"facecolor": PAPER, "edgecolor": "none", "pad": 0.3})


def _are_near(axes: Axes, one: _Point, other: _Point) -> bool:
    """Whether the number of one would lie on the mark of the other: a quarter of an inch."""
    (x1, y1), (x2, y2) = axes.transData.transform([(one.x, _level(one.n)), (other.x, _level(other.n))]) / 72
    return bool(abs(x1 - x2) < 0.3 and abs(y1 - y2) < 0.27)  # noqa: PLR2004 - inches


def _draw_key(axes: Axes, points: Sequence[_Point], place: tuple[float, float]) -> None:
    top, width = place
    rows = math.ceil(len(points) / (1 if width > 3.9 else 2))  # noqa: PLR2004 - inches of a whole phone
    for index, point in enumerate(points):
        column, row = divmod(index, rows)
        words = said(
            "{number}  {study}: p {p}, n {n:,}",
            number=point.number,
            study=shortened(point.row.label, 24),
            p=point.p_words,
            n=point.n,
        )
        write(axes, (0.05 + column * width, top + row * 0.2 + 0.1), words, QUIET).set_fontsize(8.0)


def _behind(point: _Point) -> str:
    """The size of the difference that p and N speak of, without sign; at least that where p is only bounded."""
    try:
        size = float(smd_behind(point.p, point.n))
    except ValueError:
        return said("not to be had from so few")
    bounded = point.row.p is not None and point.row.p.bound == "below"
    return said("at least {size:.2f}", size=size) if bounded else Numeral(f"{size:.2f}")


def _columns(points: Sequence[_Point], contours: _Contours) -> Columns:
    columns: Columns = {
        said("Study"): [point.row.label for point in points],
        said_as("key", "Number"): [str(point.number) for point in points],
        said("Direction"): [READING_WORDS[point.row.reading] for point in points],
        said("p, two-sided"): [point.p_words for point in points],
        said("Participants"): [number_words(point.n) for point in points],
    }
    if contours is _DIFFERENCES:
        columns = {**columns, said("Standardised difference behind them, about"): [_behind(point) for point in points]}
    return {**columns, said("Part in the verdict"): [point.row.part for point in points]}


def _alt(name: str, points: Sequence[_Point], contours: _Contours) -> str:
    told = joined("; ", (_told(point) for point in points))
    return said(
        "Albatross plot of {n} studies of {outcome} with contours of {effects}: {told}.",
        n=len(points),
        outcome=name,
        effects=contours.words,
        told=told,
    )


def _told(point: _Point) -> str:
    way = READING_WORDS[point.row.reading]
    return said("{study} {direction}, p {p}, n {n:,}", study=point.row.label, direction=way, p=point.p_words, n=point.n)


def _note(rows: Sequence[Row], points: Sequence[_Point], contours: _Contours) -> str:
    note = said(
        "Right is toward the claim; the further from the middle, the smaller p. The lines join equal effects "
        "({effects}) in two arms of equal size: between them lies about the size of an effect, never its importance. "
        "A p value printed as a bound stands at its bound and may lie further out; those below {edge:f} stand at the "
        "edge. Filled marks belong to the body of evidence that gives the verdict.",
        effects=contours.words,
        edge=10**-_EDGE,
    )
    placed = {point.row.label for point in points}
    rest = [row.label for row in rows if row.label not in placed]
    unnamed = [UNNAMED] if len(points) > _KEYED else []
    return joined(" ", [note, *unnamed, *([_without(rest)] if rest else [])])


def _without(rest: Sequence[str]) -> str:
    return said(
        "Not in the figure (reviews, crossover trials and studies without a comparison group, a side, a p value or a "
        "number): {studies}.",
        studies=named(rest),
    )


def _why_not(assessment: OutcomeAssessment, rows: Sequence[Row], having: int) -> str:
    if not rows:
        return said("{why}, so there are no p values to show.", why=nothing_direct(assessment))
    return said(
        "An albatross plot needs five controlled studies with a direction, a p value and a number of participants; "
        "{found}.",
        found=counted("{n} has", "{n} have", having) if having else said("none has"),
    )
