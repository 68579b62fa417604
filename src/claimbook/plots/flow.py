"""Flow of records and studies: from what the search found to what answers the claim.

After the PRISMA 2020 flow diagram at the level of abstracts: no
full text is ever retrieved, and that is said in the place where others count them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.patches import Rectangle

from claimbook.language.catalogue import ENGLISH
from claimbook.language.said import capital, counted, joined, said, said_as
from claimbook.language.speak import spoken, spoken_language
from claimbook.model.screening import Screening
from claimbook.plots.figure import Columns, Figure, NotDrawn, twin
from claimbook.plots.rows import number_words
from claimbook.plots.style import INK, LINE, PAPER, QUIET, quiet_style, to_svg, write
from claimbook.synthesis.details.flow import Flow

_TITLE = said("From the records of the search to the studies of the claim")
_REHEARSED = said("A rehearsal, not PubMed: from the records of the search to the studies of the claim")
_NOTE = said(
    "Left: what goes on to the next step. Right: what leaves here, is still to be done, or was never done. Records "
    "that wait for a person are no evidence, neither for nor against. After the PRISMA 2020 flow diagram, at the level "
    "of abstracts."
)
_NOT_RUN = {
    "not searched": said(
        "No PubMed search has been run for this claim, so there are no records whose way could be drawn."
    ),
    "failed": said("The search failed, so nobody knows how many records there are; that is not the same as none."),
}
_BY_HAND = said("The studies were collected by hand.")
_NO_LOCK = said(
    "The evidence table says that a PubMed search was run, and no lock of it is here, so nothing can be drawn."
)
_Unit = Literal["records", "studies", "reports"]
_UNITS = {"records": said("records"), "studies": said("studies"), "reports": said("reports")}
_LINE, _PAD, _GAP = 0.17, 0.09, 0.24  # inches: a line of text, above and below it, between two steps
_LETTER = 0.078  # inches: a letter of the text of a box, generously


@dataclass(frozen=True)
class _Box:
    """One box: lines of text, each one fact with its number."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class _Step:
    """What goes on, and what stands beside it."""

    main: _Box
    beside: _Box | None = None


@dataclass(frozen=True)
class _Sheet:
    """Measures in inches; on a phone what stands beside a step stands below it."""

    width: float
    main: tuple[float, float]
    beside: tuple[float, float]
    narrow: bool


_WIDE = _Sheet(7.6, (0.02, 3.6), (4.0, 3.58), narrow=False)
_NARROW = _Sheet(4.0, (0.02, 3.9), (0.5, 3.42), narrow=True)


def draw_flow(flow: Flow, screening: Screening, code_words: Callable[[str], str]) -> Figure | NotDrawn:
    """One box for each step. Not drawn where no search has succeeded.

    Args:
        flow: the numbers.
        screening: what was searched, where and when.
        code_words: the words for a mismatch code.
    """
    if screening.lock is None:
        return NotDrawn(_TITLE, _why_not(flow, screening))
    rows = _rows(flow, screening, code_words)
    steps = _steps(rows)
    title = _REHEARSED if screening.rehearsal else _TITLE
    return Figure(title, _alt(rows, screening), _NOTE, _svg(steps, _WIDE), _svg(steps, _NARROW), twin(_columns(rows)))


def _why_not(flow: Flow, screening: Screening) -> str:
    if screening.state != "not searched":
        return _NOT_RUN[screening.state]
    if screening.required:
        return _NO_LOCK
    return joined(" ", (_NOT_RUN["not searched"], _BY_HAND)) if flow.by_hand else _NOT_RUN["not searched"]


_Row = tuple[int, bool, str, int, _Unit]
"""Step, whether it goes on, in words that begin with a small letter, the number, and of what."""


def _rows(flow: Flow, screening: Screening, code_words: Callable[[str], str]) -> list[_Row]:
    found = said("found in a rehearsal") if screening.rehearsal else said("found in PubMed")
    excluded: list[_Row] = [
        (4, False, said("excluded: {reason}", reason=_lowered(code_words(code))), number, "studies")
        for code, number in flow.excluded
    ]
    return [
        (0, True, found, flow.identified, "records"),
        (0, False, said("removed as duplicates"), flow.duplicates, "records"),
        (0, False, said("not delivered or not readable"), flow.not_delivered, "records"),
        (0, False, said("no longer in PubMed"), flow.deleted, "records"),
        (1, True, said("looked at by a person"), flow.looked_at, "records"),
        (1, False, said("waiting for a person"), flow.waiting, "records"),
        (2, True, said("further studies, collected by hand"), flow.by_hand, "studies"),
        (2, False, said("further records of the same study"), flow.same_study, "records"),
        (3, True, said("full texts sought (full text is never retrieved)"), flow.sought, "reports"),
        (4, True, said("abstracts assessed"), flow.assessed, "studies"),
        *excluded,
        (5, True, said("included: they answer the claim"), flow.included, "studies"),
        (5, False, said("of these weighed"), flow.weighed, "studies"),
    ]


def _lowered(text: str) -> str:
    """A heading in small letters after a colon, in English; other languages keep the capitals of their nouns."""
    return spoken(text) if spoken_language() is not ENGLISH else text.lower()


def _steps(rows: Sequence[_Row]) -> list[_Step]:
    steps = []
    for number in range(rows[-1][0] + 1):
        main, beside = (
            tuple(
                said("{step}: {amount}", step=capital(words), amount=_amount(count, unit))
                for step, on, words, count, unit in rows
                if wanted(step, on)
            )
            for wanted in (_going_on(number), _leaving(number))
        )
        steps.append(_Step(_Box(main), _Box(beside) if beside else None))
    return steps


def _going_on(number: int) -> Callable[[int, bool], bool]:
    return lambda step, on: step == number and on


def _leaving(number: int) -> Callable[[int, bool], bool]:
    return lambda step, on: step == number and not on


def _amount(count: int, unit: _Unit) -> str:
    if unit == "studies":
        return counted("{n} study", "{n:,} studies", count)
    if unit == "records":
        return counted("{n} record", "{n:,} records", count)
    return counted("{n} report", "{n:,} reports", count)


def _svg(steps: Sequence[_Step], sheet: _Sheet) -> str:
    tops, height = _places(steps, sheet)
    with quiet_style():
        drawing = Canvas(figsize=(sheet.width, height))
        drawing.set_layout_engine("none")
        axes = drawing.add_axes((0, 0, 1, 1))
        axes.set(xlim=(0, sheet.width), ylim=(height, 0))
        axes.axis("off")
        for number, (step, top) in enumerate(zip(steps, tops, strict=True)):
            _draw_step(axes, sheet, step, top)
            if number:
                _arrow(axes, sheet, tops[number - 1] + _height(steps[number - 1].main, sheet.main), top)
        return to_svg(drawing)


def _places(steps: Sequence[_Step], sheet: _Sheet) -> tuple[list[float], float]:
    """Upper edge of each step, and the height of the whole."""
    tops, at = [], 0.05
    for step in steps:
        tops.append(at)
        main = _height(step.main, sheet.main)
        beside = 0.0 if step.beside is None else _height(step.beside, sheet.beside)
        at += (main + (beside + 0.08 if beside else 0.0) if sheet.narrow else max(main, beside)) + _GAP
    return tops, at - _GAP + 0.05


def _draw_step(axes: Axes, sheet: _Sheet, step: _Step, top: float) -> None:
    main = _height(step.main, sheet.main)
    _draw_box(axes, step.main, (sheet.main[0], top, sheet.main[1]), INK)
    if step.beside is None:
        return
    below = top + main + 0.08 if sheet.narrow else top
    _draw_box(axes, step.beside, (sheet.beside[0], below, sheet.beside[1]), LINE)
    if not sheet.narrow:
        level = top + min(main, _height(step.beside, sheet.beside)) / 2
        axes.plot([sum(sheet.main), sheet.beside[0]], [level, level], color=LINE, linewidth=1.0, zorder=0)


def _draw_box(axes: Axes, box: _Box, place: tuple[float, float, float], edge: str) -> None:
    left, top, width = place
    height = _height(box, (left, width))
    axes.add_patch(Rectangle((left, top), width, height, facecolor=PAPER, edgecolor=edge, linewidth=1.0))
    colour = INK if edge == INK else QUIET
    for number, line in enumerate(_wrapped(box, width)):
        at = top + _PAD + (number + 0.5) * _LINE
        write(axes, (left + 0.1, at), line, colour)


def _arrow(axes: Axes, sheet: _Sheet, start: float, end: float) -> None:
    """From one step down to the next, at the left where nothing stands beside it."""
    x = sheet.main[0] + 0.25
    look = {"arrowstyle": "-|>", "color": QUIET, "linewidth": 1.0, "shrinkA": 0, "shrinkB": 0, "mutation_scale": 8}
    axes.annotate("", xy=(x, end), xytext=(x, start), arrowprops=look)


def _height(box: _Box, across: tuple[float, float]) -> float:
    return len(_wrapped(box, across[1])) * _LINE + 2 * _PAD


def _wrapped(box: _Box, width: float) -> list[str]:
    letters = int((width - 0.2) / _LETTER)
    return [line for text in box.lines for line in wrap(spoken(text), letters, subsequent_indent="   ")]


def _columns(rows: Sequence[_Row]) -> Columns:
    return {
        said("Step"): [capital(words) for _, _, words, _, _ in rows],
        said_as("count", "Number"): [number_words(count) for _, _, _, count, _ in rows],
        said("Of what"): [_UNITS[unit] for _, _, _, _, unit in rows],
    }


def _alt(rows: Sequence[_Row], screening: Screening) -> str:
    steps = (said("{step} {amount}", step=words, amount=_amount(count, unit)) for _, _, words, count, unit in rows)
    told = joined("; ", steps)
    if screening.rehearsal:
        return said(
            "Flow diagram of a rehearsal that did not ask PubMed of {date}: {told}.", date=screening.date, told=told
        )
    return said("Flow diagram of the search of {date}: {told}.", date=screening.date, told=told)
