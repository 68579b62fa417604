"""One quiet style for all figures, the same bytes on every machine and at every time."""

import io
import re
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from textwrap import wrap

import matplotlib as mpl
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.text import Text
from matplotlib.typing import RcKeyType

from claimbook.language.speak import spoken
from claimbook.model.terms import Reading, State

INK, QUIET, LINE, PAPER = "#1a1a1a", "#595959", "#c9c9c9", "#ffffff"
# Colour-blind safe (after Okabe and Ito), and never alone: every colour has a shape of its own.
TOWARD, AGAINST, NEITHER = "#0072b2", "#b35900", "#595959"
READING_MARKS = {
    Reading.FAVOURS: (TOWARD, ">"),
    Reading.NO_DIFFERENCE: (NEITHER, "o"),
    Reading.AGAINST: (AGAINST, "<"),
    Reading.UNUSABLE: (NEITHER, "X"),
}
STATE_MARKS = {
    State.FAVOURS: (TOWARD, ">"),
    State.NULL: (NEITHER, "o"),
    State.INCONCLUSIVE: (NEITHER, "D"),
    State.AGAINST: (AGAINST, "<"),
}
SIZES = ((0, 46.0), (50, 92.0), (300, 168.0))
"""Least number of participants, and area of a mark in square points."""

_SETTINGS: dict[RcKeyType, str | float | bool] = {
    "font.family": "DejaVu Sans",  # comes with matplotlib, so that letters look alike everywhere
    "font.size": 9.0,
    "svg.fonttype": "path",
    "svg.hashsalt": "claimbook",
    "axes.unicode_minus": True,
    "figure.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "text.color": INK,
    "axes.labelcolor": QUIET,
    "axes.edgecolor": LINE,
    "xtick.color": QUIET,
    "ytick.color": INK,
}


CROWD = 60
"""So many studies have a line and a name each; more are drawn without names, which the table twin has."""


@dataclass(frozen=True)
class Layout:
    """Measures of a drawing in inches: one for a page, one for a phone, so that letters stay readable on both."""

    width: float
    row: float
    names: float
    """Room left of the marks."""
    second: tuple[float, float]
    """Where the kind of a study is written: to the right of its name's beginning, and below it as a part of a row."""
    letters: int
    """How many letters of a name fit."""
    narrow: bool
    right: float = 0.1


WIDE = Layout(width=7.6, row=0.29, names=3.75, second=(1.95, 0.0), letters=27, narrow=False)
NARROW = Layout(width=4.0, row=0.46, names=1.6, second=(0.0, 0.42), letters=23, narrow=True)


@contextmanager
def quiet_style() -> Iterator[None]:
    """Draw in claimbook's style, whatever style the reader's own settings or notebook have switched on."""
    with mpl.rc_context():
        mpl.rcdefaults()
        with sns.axes_style("white"), mpl.rc_context(_SETTINGS):
            yield


def area_for(n: int | None) -> float:
    """Area of a mark for a number of participants; an unknown number gets the smallest mark."""
    return next(area for least, area in reversed(SIZES) if (n or 0) >= least)


def canvas(rows: float, layout: Layout, *, top: float = 0.45, bottom: float = 0.1) -> tuple[Canvas, Axes]:
    """A drawing as high as its rows need, with room on the left for names; margins in inches.

    It is made without pyplot, whose memory of open figures a long notebook would fill.
    """
    height = rows * layout.row + top + bottom
    drawing = Canvas(figsize=(layout.width, height))
    drawing.set_layout_engine("none")
    left, across = layout.names / layout.width, 1 - (layout.names + layout.right) / layout.width
    axes = drawing.add_axes((left, bottom / height, across, rows * layout.row / height))
    axes.set_ylim(rows - 0.5, -0.5)
    axes.set_yticks([])
    axes.tick_params(length=0)
    sns.despine(ax=axes, left=True, bottom=True)
    return drawing, axes


def sheet(width: float, height: float) -> tuple[Canvas, Axes]:
    """An empty drawing whose places are inches from its upper left corner, for figures that are no chart."""
    drawing = Canvas(figsize=(width, height))
    drawing.set_layout_engine("none")
    axes = drawing.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.axis("off")
    return drawing, axes


def write(axes: Axes, place: tuple[float, float], text: str, colour: str = INK) -> Text:
    """Write at a place in the language being spoken, the middle of the line at its height; a $ is a dollar sign."""
    return axes.text(*place, spoken(text), va="center", color=colour, parse_math=False)


def wrapped(text: str, letters: int, lines: int) -> list[str]:
    """The text in lines of at most so many letters; what does not fit is cut, and seen to be cut."""
    return wrap(spoken(text), letters, max_lines=lines, placeholder="…") or [shortened(text, letters)]


def name_row(axes: Axes, layout: Layout, row: float, name: str, kind: str = "") -> None:
    """Write a study's name, and beside or below it what kind of study it is, left of the marks."""
    right, below = layout.second
    _text(axes, layout, (0.0, row - below / 2), shortened(name, layout.letters))
    second = _text(axes, layout, (right, row + below / 2), shortened_kind(kind, layout.letters))
    second.set(color=QUIET, fontsize=8.0 if layout.narrow else 9.0)


def head_row(axes: Axes, layout: Layout, row: float, name: str) -> None:
    """Write the name of a group across both columns."""
    found = _text(axes, layout, (0.0, row), name)
    found.set(fontweight="bold", bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.0})  # lanes end below it


def _text(axes: Axes, layout: Layout, place: tuple[float, float], text: str) -> Text:
    inches, row = place
    left = (inches - layout.names) / (layout.width - layout.names - layout.right)
    across = axes.get_yaxis_transform()
    return axes.text(left, row, spoken(text), transform=across, va="center", parse_math=False)  # $ is a dollar sign


def shortened(text: str, limit: int) -> str:
    """A name that fits into its column, in the language being spoken."""
    text = spoken(text)
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def shortened_kind(kind: str, limit: int) -> str:
    """'design, participants' that fits into its column: the design is cut, the number of participants never."""
    design, comma, people = spoken(kind).rpartition(", ")
    return shortened(design, limit - len(comma + people)) + comma + people if comma else shortened(kind, limit)


@dataclass(frozen=True)
class Mark:
    """How one study or outcome is drawn: colour and marker, area in square points, hollow when it is shown only."""

    shape: tuple[str, str]
    area: float = SIZES[0][1]
    filled: bool = True
    face: str | None = None
    """The colour inside where it is neither that of the outline nor that of the paper."""


def draw_mark(axes: Axes, x: float, y: float, mark: Mark) -> None:
    """Put one mark in its place."""
    draw_marks(axes, [(x, y)], mark)


def draw_marks(axes: Axes, places: Sequence[tuple[float, float]], mark: Mark) -> None:
    """Put equal marks in their places; many at once are drawn much faster than one by one."""
    colour, marker = mark.shape
    face = mark.face or (colour if mark.filled else PAPER)
    look = {"marker": marker, "s": mark.area, "color": face, "edgecolor": colour, "linewidth": 1.3, "zorder": 3}
    across, up = zip(*places, strict=True)
    sns.scatterplot(x=list(across), y=list(up), ax=axes, **look)


def lanes(axes: Axes, names: Mapping[float, str]) -> None:
    """Thin vertical lines that lead the eye, each with its name above it."""
    axes.set_xticks(list(names), [spoken(name) for name in names.values()])
    axes.xaxis.tick_top()
    axes.tick_params(length=0, labelcolor=QUIET)
    for position in names:
        axes.axvline(position, color=LINE, linewidth=0.8, zorder=0)


def to_svg(drawing: Canvas) -> str:
    """The drawing as SVG text without date, comment or trailing blanks."""
    buffer = io.StringIO()
    with warnings.catch_warnings():  # a letter that the font lacks becomes a box; the table twin has it in full
        warnings.filterwarnings("ignore", message="Glyph .* missing", category=UserWarning)
        drawing.savefig(buffer, format="svg", metadata={"Date": None, "Creator": None})
    svg = buffer.getvalue()
    return re.sub(r"[ \t]+\n", "\n", svg[svg.index("<svg") :])
