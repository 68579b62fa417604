"""Timeline: when the studies that were looked at were published, how large they are, and what part they have."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from matplotlib.axes import Axes

from claimbook.language.said import counted, joined, said
from claimbook.model.assessment import OutcomeAssessment, Standing
from claimbook.model.study import Study
from claimbook.model.terms import PRECLINICAL, Design
from claimbook.plots.figure import Columns, Figure, NotDrawn, twin
from claimbook.plots.rows import named, number_words
from claimbook.plots.style import (
    INK,
    LINE,
    PAPER,
    QUIET,
    Mark,
    area_for,
    draw_marks,
    quiet_style,
    sheet,
    to_svg,
    write,
)


@dataclass(frozen=True)
class Kind:
    """What part a study has: in words, and how it is drawn."""

    words: str
    marker: str
    edge: str
    face: str
    struck: bool = False


KINDS = (
    Kind(said("gives a verdict"), "o", INK, INK),
    Kind(said("answers, and gives no verdict"), "o", INK, PAPER),
    Kind(said("does not answer"), "D", QUIET, LINE),
    Kind(said("a plan without results"), "s", QUIET, PAPER),
    Kind(said("not in people"), "^", QUIET, PAPER),
    Kind(said("coded for no claim"), "v", LINE, PAPER),
    Kind(said("retracted"), "o", QUIET, PAPER, struck=True),
)
"""From the ground up, as they stand above each year."""
_VERDICT, _ANSWERS, _OTHER, _PLAN, _NOT_HUMAN, _UNCODED, _RETRACTED = KINDS
_FEWEST = 2
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_PITCH, _LEGEND, _HIGHEST = 0.2, 0.24, 6.0  # inches: from mark to mark, a line of the legend, the highest pile
_TALL = 12
_NOTE = said(
    "One mark for each study, above the year in which it was published. Marks grow at 50 and at 300 participants; an "
    "unknown number has the smallest. A retracted study is struck through and never used as evidence."
)


@dataclass(frozen=True)
class _Entry:
    """One study as the timeline shows it."""

    label: str
    year: int | None
    n: int | None
    kind: Kind


@dataclass(frozen=True)
class _Scale:
    """Columns of equally many years; studies without a year have a column of their own at the right."""

    first: int
    step: int
    columns: int
    undated: bool

    def column(self, entry: _Entry) -> int:
        """Which column a study stands in, from the left."""
        return self.columns if entry.year is None else (entry.year - self.first) // self.step


def draw_timeline(
    of: str, studies: Sequence[Study], outcomes: Iterable[OutcomeAssessment], labels: Mapping[str, str]
) -> Figure | NotDrawn:
    """One mark for each study. Not drawn when fewer than two have a year.

    Args:
        of: the claim or the article, as it is named in the title.
        studies: what was looked at.
        outcomes: for what it was weighed; a study has the best part that any of them gives it.
        labels: short names by study id.
    """
    title = said("When the studies looked at for {whole} were published", whole=of)
    kinds = _kinds(outcomes)
    entries = sorted((_entry(study, labels, kinds) for study in studies), key=_order)
    dated = [entry for entry in entries if entry.year is not None]
    if not entries:
        return NotDrawn(title, said("No study was looked at, so there is nothing to put on a line of time."))
    if len(dated) < _FEWEST:
        few = {"n": len(entries), "dated": len(dated)}
        return NotDrawn(title, said("A timeline needs two studies with a year; of {n} looked at, {dated}.", **few))
    svg, narrow, table = _svg(entries, _WIDE), _svg(entries, _NARROW), twin(_columns(entries))
    return Figure(title, _alt(of, entries), _note(entries), svg, narrow, table)


def _kinds(outcomes: Iterable[OutcomeAssessment]) -> dict[str, Kind]:
    """The best part that each study has for any outcome."""
    found: dict[str, Kind] = {}
    for outcome in outcomes:
        weighed = {reading.study.id for reading in outcome.anchored.studies} if outcome.anchored else set()
        for reading in outcome.studies:
            kind = _VERDICT if reading.study.id in weighed else _kind(reading.standing.value)
            found[reading.study.id] = min(kind, found.get(reading.study.id, kind), key=KINDS.index)
    return found


def _kind(standing: Standing) -> Kind:
    if standing.is_direct:
        return _ANSWERS
    return {Standing.PROTOCOL: _PLAN, Standing.PRECLINICAL: _NOT_HUMAN, Standing.RETRACTED: _RETRACTED}.get(
        standing, _OTHER
    )


def _entry(study: Study, labels: Mapping[str, str], kinds: Mapping[str, Kind]) -> _Entry:
    kind = kinds.get(study.id, _UNCODED)
    if kind is _OTHER or kind is _UNCODED:
        kind = _PLAN if study.design is Design.PROTOCOL else _NOT_HUMAN if study.design in PRECLINICAL else kind
    if "retracted" in study.notices:
        kind = _RETRACTED
    return _Entry(labels[study.id], study.year, study.participants_counted, kind)


def _order(entry: _Entry) -> tuple[int, int, str]:
    return (entry.year or 9999, KINDS.index(entry.kind), entry.label)


_WIDE, _NARROW = 7.6, 4.0


def _room(width: float) -> int:
    """How many columns fit, one of them for studies without a year."""
    return round((width - 0.2) / _PITCH) - 3


def _scale(entries: Sequence[_Entry], most: int) -> _Scale:
    years = [entry.year for entry in entries if entry.year is not None]
    step = next(step for step in _STEPS if max(years) // step - min(years) // step < most)
    first = min(years) // step * step
    undated = len(years) < len(entries)
    return _Scale(first, step, (max(years) - first) // step + 1, undated)


def _svg(entries: Sequence[_Entry], width: float) -> str:
    scale = _scale(entries, _room(width))
    legend = _legend(entries)
    pile = _pile(entries, scale, _slot(scale, width))
    ground = len(legend) * _LEGEND + pile.height + 0.25
    with quiet_style():
        drawing, axes = sheet(width, ground + 0.45)
        for number, (kind, words) in enumerate(legend):
            level = 0.15 + number * _LEGEND
            _draw(axes, kind, [(0.15, level)], 70.0)
            write(axes, (0.32, level), words)
        _draw_years(axes, scale, ground, width)
        _draw_piles(axes, entries, scale, pile, ground)
        return to_svg(drawing)


def _slot(scale: _Scale, width: float) -> float:
    """Width of a column; a few years are not drawn apart over the whole page."""
    return min(0.45, (width - 0.2) / (scale.columns + (3 if scale.undated else 1)))


def _place(column: int, scale: _Scale, slot: float) -> float:
    """Middle of a column; the one without years stands a column apart."""
    return 0.1 + (column + 0.5 + (1 if column == scale.columns else 0)) * slot


def _draw_years(axes: Axes, scale: _Scale, ground: float, width: float) -> None:
    slot = _slot(scale, width)
    axes.plot([0.1, 0.1 + scale.columns * slot], [ground, ground], color=QUIET, linewidth=1.0)
    every = next(every for every in (1, 2, 5, 10, 20, 50) if every * slot > 0.42)  # noqa: PLR2004 - inches of a year
    for column in range(scale.columns):
        year = scale.first + column * scale.step
        if (year // scale.step) % every == 0 or scale.columns <= every:
            at = _place(column, scale, slot)
            axes.plot([at, at], [ground, ground + 0.05], color=QUIET, linewidth=1.0)
            write(axes, (at, ground + 0.16), str(year), QUIET).set_horizontalalignment("center")
    if scale.undated:
        at = _place(scale.columns, scale, slot)
        axes.plot([at - slot / 2, at + slot / 2], [ground, ground], color=QUIET, linewidth=1.0)
        write(axes, (at, ground + 0.24), said("year\nnot\nseen"), QUIET).set(
            ha="center", fontsize=8.0, linespacing=0.95
        )


@dataclass(frozen=True)
class _Pile:
    """How marks are piled up: the width of a column, how many side by side, from mark to mark, and the highest."""

    slot: float
    across: int
    pitch: float
    height: float


def _pile(entries: Sequence[_Entry], scale: _Scale, slot: float) -> _Pile:
    """One mark above the other; where columns are wide and piles high, two. Very high piles have smaller marks."""
    most = max(Counter(scale.column(entry) for entry in entries).values())
    across = max(1, int(slot / _PITCH)) if most > _TALL else 1
    rows = -(-most // across)
    pitch = min(_PITCH, slot / across, _HIGHEST / rows)
    return _Pile(slot, across, pitch, rows * pitch)


def _draw_piles(axes: Axes, entries: Sequence[_Entry], scale: _Scale, pile: _Pile, ground: float) -> None:
    standing: Counter[int] = Counter()
    equal: dict[tuple[Kind, float], list[tuple[float, float]]] = {}
    for entry in sorted(entries, key=lambda entry: (KINDS.index(entry.kind), _order(entry))):
        column = scale.column(entry)
        row, beside = divmod(standing[column], pile.across)
        x = _place(column, scale, pile.slot) + (beside - (pile.across - 1) / 2) * pile.pitch
        area = area_for(entry.n) * 0.9 * (pile.pitch / _PITCH) ** 2
        equal.setdefault((entry.kind, area), []).append((x, ground - (row + 0.5) * pile.pitch - 0.03))
        standing[column] += 1
    for (kind, area), places in equal.items():
        _draw(axes, kind, places, area)


def _draw(axes: Axes, kind: Kind, places: Sequence[tuple[float, float]], area: float) -> None:
    draw_marks(axes, places, Mark((kind.edge, kind.marker), area, face=kind.face))
    if kind.struck:
        reach = (area**0.5) / 72 * 0.75
        across, down = (list(part) for part in zip(*places, strict=True))
        axes.hlines(down, [x - reach for x in across], [x + reach for x in across], colors=INK, lw=1.6, zorder=4)


def _legend(entries: Sequence[_Entry]) -> list[tuple[Kind, str]]:
    counts = Counter(entry.kind for entry in entries)
    return [
        (kind, said("{part}: {studies}", part=kind.words, studies=_studies(counts[kind])))
        for kind in KINDS
        if counts[kind]
    ]


def _studies(count: int) -> str:
    return counted("{n} study", "{n:,} studies", count)


def _note(entries: Sequence[_Entry]) -> str:
    wide, narrow = (_scale(entries, _room(width)).step for width in (_WIDE, _NARROW))
    note = [_NOTE]
    if wide > 1:
        note.append(said("On a page each column holds {n} years.", n=wide))
    if narrow > 1:
        note.append(said("On a phone each column holds {n} years.", n=narrow))
    return joined(" ", note)


def _columns(entries: Sequence[_Entry]) -> Columns:
    return {
        said("Study"): [entry.label for entry in entries],
        said("Year"): [said("not seen") if entry.year is None else str(entry.year) for entry in entries],
        said("Participants"): [number_words(entry.n) for entry in entries],
        said("Part"): [entry.kind.words for entry in entries],
    }


def _alt(of: str, entries: Sequence[_Entry]) -> str:
    """How many studies of which part, and how many in which span of years."""
    scale = _scale(entries, 8)
    spans = Counter(scale.column(entry) for entry in entries)
    return said(
        "Timeline of {studies} looked at for {whole}: {parts}. Published, by years: {years}.",
        studies=_studies(len(entries)),
        whole=of,
        parts=joined("; ", (_with_names(kind, words, entries) for kind, words in _legend(entries))),
        years=joined(", ", (_span(column, scale, number) for column, number in sorted(spans.items()))),
    )


def _with_names(kind: Kind, words: str, entries: Sequence[_Entry]) -> str:
    if kind not in {_VERDICT, _RETRACTED}:
        return words
    names = named([entry.label for entry in entries if entry.kind is kind])
    return said("{part} ({studies})", part=words, studies=names)


def _span(column: int, scale: _Scale, number: int) -> str:
    if column == scale.columns:
        return said("year not seen: {n}", n=number)
    first = scale.first + column * scale.step
    last = first + scale.step - 1
    if first == last:
        return f"{first}: {number}"
    return said("{first} to {last}: {n}", first=first, last=last, n=number)
