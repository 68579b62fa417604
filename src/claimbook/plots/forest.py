"""Forest plot: each study's effect with its interval, turned so that right is toward the claim."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from matplotlib.axes import Axes
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator, ScalarFormatter

from claimbook.language.said import Numeral, counted, joined, said
from claimbook.language.speak import spoken
from claimbook.model.assessment import Measure, OutcomeAssessment, Route, StreamAssessment
from claimbook.plots.figure import Columns, Figure, NotDrawn, twin
from claimbook.plots.rows import UNNAMED, Oriented, Row, direct_rows, named, nothing_direct, orient, toward_claim
from claimbook.plots.style import (
    CROWD,
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
    draw_marks,
    name_row,
    quiet_style,
    to_svg,
)
from claimbook.synthesis.grade.numbers import weights
from claimbook.synthesis.pool.estimates import scale_to_pool
from claimbook.synthesis.thresholds import DEFAULT

Scale = Literal[Measure.SMD, Measure.MD, Measure.RATIO]
_FEWEST = 2
_TALLEST = 9.0  # inches of a crowd
_AXIS = {
    Measure.SMD: said("← against   standardised mean difference   toward the claim →"),
    Measure.MD: said("← against   mean difference   toward the claim →"),
    Measure.RATIO: said("← against   ratio   toward the claim →"),
}
_NARROW_AXIS = said("← against     toward →")
_NOTE = said(
    "Right is toward the claim; lines are 95% intervals. Filled marks belong to the body of evidence that gives the "
    "verdict. Hollow marks are shown only: they may hold the same people as a review and are never added to it."
)
_SUMMARY_NOTES = {
    ("summary",): said(
        "The diamond is what they give together, as wide as its interval. There is no prediction interval: it needs "
        "more studies that were pooled."
    ),
    ("summary", "prediction"): said(
        "The diamond is the mean of the effects, as wide as its interval. The bar below it is the prediction interval: "
        "where the true effect of one more such study is expected, and so how far they differ."
    ),
}
_UNITS = {
    Measure.SMD: said("standardised mean differences"),
    Measure.MD: said("mean differences in the unit of their one instrument"),
    Measure.RATIO: said("ratios"),
}
_UNNAMED = said(
    "Mean differences that name no instrument have no place, because nothing says that they share a unit. They are put "
    "together once each names one and the same “instrument” in the evidence table."
)
_SUMMARIES = {Route.POOL: said("All together"), Route.PAIR: said("Both together")}


@dataclass(frozen=True)
class _Line:
    """One row of the plot: a study, or the summary of those that give the verdict."""

    name: str
    kind: str
    effect: Oriented
    part: str
    filled: bool
    row: Literal["study", "summary", "prediction"] = "study"

    @property
    def words(self) -> str:
        ends = said("{low} to {high}", low=_printed(self.effect.low), high=_printed(self.effect.high))
        told = said("{value} ({interval})", value=_printed(self.effect.value), interval=ends)
        return ends if self.row == "prediction" else told


def _printed(number: float) -> Numeral:
    return Numeral(f"{number:z.2f}".replace("-", "−"))  # noqa: RUF001 - a real minus sign


def draw_forest(assessment: OutcomeAssessment, labels: Mapping[str, str]) -> Figure | NotDrawn:
    """Studies with an interval on one scale, and what they give together where they were brought together.

    Not drawn when fewer than two studies have an interval on the same scale; effects are never moved to another scale
    to fill a figure.
    """
    name = assessment.outcome.name
    title = said("How large the effects on {outcome} are", outcome=name)
    rows = direct_rows(assessment, labels)
    scale, lines = max(((scale, _studies(rows, scale)) for scale in _scales(assessment)), key=lambda pair: len(pair[1]))
    if len(lines) < _FEWEST:
        return NotDrawn(title, _why_not(assessment, rows, lines))
    left_out = [row.label for row in rows if row.label not in {line.name for line in lines}]
    lines += _summary(assessment, scale)
    wide, narrow = (_svg(lines, scale, layout) for layout in (WIDE, NARROW))
    return Figure(title, _alt(name, lines, scale), _note(lines, left_out), wide, narrow, twin(_columns(lines, scale)))


def _scales(assessment: OutcomeAssessment) -> tuple[Scale, ...]:
    """Mean differences only where studies of one instrument were brought together as they are."""
    together = _together(assessment)
    if together is not None and together.numbers.measure is Measure.MD:
        return (Measure.MD,)
    return (Measure.SMD, Measure.RATIO)


def _together(assessment: OutcomeAssessment) -> StreamAssessment | None:
    """The body that gives the verdict, where its effects were pooled or paired."""
    anchored = assessment.anchored
    return anchored if anchored is not None and anchored.route.value in _SUMMARIES else None


def _studies(rows: Sequence[Row], scale: Scale) -> list[_Line]:
    instruments = {row.estimate.instrument for row in rows if row.estimate and row.gives_verdict}
    found = [
        (row, toward_claim(row.estimate, scale))
        for row in rows
        if scale is not Measure.MD or (row.estimate and row.estimate.instrument in instruments)
    ]
    return [
        _Line(row.label, row.kind_words, effect, row.part, row.gives_verdict)
        for row, effect in found
        if effect is not None
    ]


def _summary(assessment: OutcomeAssessment, scale: Scale) -> list[_Line]:
    """The common estimate, where studies were pooled or paired on this scale, and the prediction of a pool."""
    anchored = _together(assessment)
    if anchored is None:
        return []
    body = anchored.numbers
    if body.measure is not scale or body.estimate is None or body.ci is None or body.claim_side is None:
        return []
    effect = orient(body.estimate, body.ci, body.claim_side, scale)
    kind, part = counted("{n} study", "{n:,} studies", _pooled(anchored)), said("gives the verdict")
    together = _Line(_SUMMARIES[anchored.route.value], kind, effect, part, filled=True, row="summary")
    if body.prediction_interval is None:
        return [together]
    expected = orient(body.estimate, body.prediction_interval, body.claim_side, scale)
    part = said("where the effect of one more such study is expected")
    prediction = _Line(said("Prediction interval"), Numeral("95%"), expected, part, filled=True, row="prediction")
    return [together, prediction]


def _pooled(body: StreamAssessment) -> int:
    """How many studies were pooled; those without an interval on the scale of the pool are weighed beside it."""
    scale = scale_to_pool(body.studies, weights(body.studies), DEFAULT) if body.route.value is Route.POOL else None
    return len(scale.rows) if scale else body.numbers.k_usable


def _svg(lines: Sequence[_Line], scale: Scale, layout: Layout) -> str:
    null = scale.null
    crowd = _crowded(lines)
    row = min(layout.row, _TALLEST / len(lines)) if crowd else layout.row
    stretch = layout.row / row
    places = _places(lines, stretch)
    written = replace(layout, second=(layout.second[0], layout.second[1] * stretch))
    with quiet_style():
        drawing, axes = canvas(places[-1] + 1, replace(layout, row=row), top=0.1, bottom=0.5)
        if scale is Measure.RATIO:
            axes.set_xscale("log")
        axes.axvline(null, color=INK, linewidth=0.9, zorder=1)
        _limits(axes, lines, scale)
        if crowd:
            _draw_crowd(axes, [line for line in lines if line.row == "study"])
        for position, line in zip(places, lines, strict=True):
            if not crowd or line.row != "study":
                name_row(axes, written, position, line.name, line.kind)
                _draw_line(axes, position, line, stretch)
        axes.set_xlabel(spoken(_NARROW_AXIS if layout.narrow else _AXIS[scale]))
        axes.set_ylabel("")
        _ticks(axes, scale, 4 if layout.narrow else 7)
        axes.spines["bottom"].set_visible(True)
        axes.tick_params(axis="x", length=3, color=LINE, which="both")
        return to_svg(drawing)


def _crowded(lines: Sequence[_Line]) -> bool:
    return sum(line.row == "study" for line in lines) > CROWD


def _places(lines: Sequence[_Line], stretch: float) -> list[float]:
    """Where each line stands, in rows; what is written out keeps its room where the studies are drawn close."""
    places: list[float] = []
    for line in lines:
        before = places[-1] if places else -1.0
        places.append(before + (1.0 if line.row == "study" else stretch))
    return places if lines[-1].row == "study" else [*places[:-1], places[-1] + (stretch - 1) / 2]


def _draw_crowd(axes: Axes, studies: Sequence[_Line]) -> None:
    """Too many for a name each: thin lines close together, and small marks; the table has their names."""
    for filled in (True, False):
        found = [(number, line.effect) for number, line in enumerate(studies) if line.filled is filled]
        if found:
            colour = TOWARD if filled else NEITHER
            ends = [end for _, effect in found for end in (effect.low, effect.high, math.nan)]
            levels = [level for number, _ in found for level in (number, number, math.nan)]
            axes.plot(ends, levels, color=colour, linewidth=0.7)
            draw_marks(axes, [(effect.value, number) for number, effect in found], Mark((colour, "s"), 5, filled))


def _ticks(axes: Axes, scale: Scale, most: int) -> None:
    """At most so many numbers; ratios as 0.5, 1 and 2 rather than as powers of ten."""
    if scale is not Measure.RATIO:
        axes.locator_params(axis="x", nbins=most)
        axes.xaxis.set_major_formatter(_Spoken())
        return
    low, high = axes.get_xlim()
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for steps in ((1, 2, 5), (1, 3), (1,)):
        shown = [step * 10.0**power for power in powers for step in steps if low <= step * 10.0**power <= high]
        if len(shown) <= most:
            break
    shown = shown[:: -(-len(shown) // most)]
    axes.xaxis.set_major_locator(FixedLocator(shown))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.xaxis.set_major_formatter(FuncFormatter(lambda ratio, _: spoken(Numeral(f"{ratio:g}"))))


class _Spoken(ScalarFormatter):
    """Numbers of an axis as Matplotlib writes them, with the marks of the language being spoken."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        return spoken(Numeral(super().__call__(x, pos)))


def _limits(axes: Axes, lines: Sequence[_Line], scale: Scale) -> None:
    """Room on both sides of no effect, so that a one-sided result is seen to be one.

    A prediction may be far wider than everything that was found; it gets as much room again on each side, no more.
    """
    found = [line.effect for line in lines if line.row != "prediction"]
    expected = [line.effect for line in lines if line.row == "prediction"]
    onto, back = (math.log, math.exp) if scale is Measure.RATIO else (float, float)
    furthest = max(abs(onto(end)) for effect in found for end in (effect.low, effect.high))
    least = {Measure.RATIO: math.log(2), Measure.SMD: 0.5}.get(scale, furthest * 0.2)
    low, high = (
        min(-least, *(onto(effect.low) for effect in found)),
        max(least, *(onto(effect.high) for effect in found)),
    )
    span = high - low
    low = min(low, *(max(onto(effect.low), low - span) for effect in expected), low)
    high = max(high, *(min(onto(effect.high), high + span) for effect in expected), high)
    edge = (high - low) * 0.04
    axes.set_xlim(back(low - edge), back(high + edge))


def _draw_line(axes: Axes, position: float, line: _Line, stretch: float) -> None:
    colour, effect = TOWARD if line.filled else NEITHER, line.effect
    if line.row == "summary":
        half = 0.26 * stretch
        corners = [(effect.low, 0.0), (effect.value, -half), (effect.high, 0.0), (effect.value, half)]
        axes.fill(*zip(*((x, position + y) for x, y in corners), strict=True), facecolor=colour, edgecolor=colour)
        return
    if line.row == "prediction":
        _draw_prediction(axes, position, effect)
        return
    axes.hlines(position, effect.low, effect.high, color=colour, linewidth=1.4)
    draw_mark(axes, effect.value, position, Mark((colour, "s"), 44, line.filled))


def _draw_prediction(axes: Axes, position: float, effect: Oriented) -> None:
    """A bar without a middle, which is no estimate; an arrow where it goes on outside of the drawing."""
    low, high = axes.get_xlim()
    ends = ((effect.low, max(effect.low, low), "<"), (effect.high, min(effect.high, high), ">"))
    axes.hlines(position, ends[0][1], ends[1][1], color=INK, linewidth=3.2)
    for end, seen, arrow in ends:
        if end != seen:
            axes.plot([seen], [position], marker=arrow, color=INK, markersize=7, clip_on=False)


def _columns(lines: Sequence[_Line], scale: Scale) -> Columns:
    ratio, difference = (
        said("Ratio toward the claim (95% interval)"),
        said("Difference toward the claim (95% interval)"),
    )
    return {
        said("Study"): [line.name for line in lines],
        said("Design, participants"): [line.kind for line in lines],
        ratio if scale is Measure.RATIO else difference: [line.words for line in lines],
        said("Part in the verdict"): [line.part for line in lines],
    }


def _alt(name: str, lines: Sequence[_Line], scale: Scale) -> str:
    told = (said("{study} {effect}, {part}", study=line.name, effect=line.words, part=line.part) for line in lines)
    return said(
        "Forest plot of effects on {outcome} as {measures}, larger is more toward the claim, no effect is {null:g}: "
        "{told}.",
        outcome=name,
        measures=_UNITS[scale],
        null=scale.null,
        told=joined("; ", told),
    )


def _note(lines: Sequence[_Line], left_out: Sequence[str]) -> str:
    note = [_NOTE, *([UNNAMED] if _crowded(lines) else [])]
    summary = tuple(line.row for line in lines[-2:] if line.row != "study")
    if summary:
        note.append(_SUMMARY_NOTES[summary])
    if left_out:
        studies = named(left_out)
        note.append(said("Not in the figure, for want of an interval on this scale: {studies}.", studies=studies))
    return joined(" ", note)


def _why_not(assessment: OutcomeAssessment, rows: Sequence[Row], lines: Sequence[_Line]) -> str:
    if not rows:
        return said("{why}, so there is no effect to show.", why=nothing_direct(assessment))
    needed = said("A forest plot needs two effects with an interval on one scale.")
    having = _having(assessment.outcome.name, len(rows), lines)
    unnamed = assessment.anchored is not None and assessment.anchored.numbers.apart == "no instrument"
    return joined(" ", (needed, having, _UNNAMED) if unnamed else (needed, having))


def _having(name: str, answering: int, lines: Sequence[_Line]) -> str:
    """How many studies answer, and how many of them have such an effect: one at most."""
    if not lines:
        return counted(
            "{n} study answers the claim for {outcome}; none gives one that can be placed.",
            "{n} studies answer the claim for {outcome}; none gives one that can be placed.",
            answering,
            outcome=name,
        )
    return counted(
        "{n} study answers the claim for {outcome}; only {study} gives one that can be placed.",
        "{n} studies answer the claim for {outcome}; only {study} gives one that can be placed.",
        answering,
        outcome=name,
        study=lines[0].name,
    )
