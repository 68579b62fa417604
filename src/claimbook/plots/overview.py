"""Overview of an article: for each outcome which way its evidence points, how sure that is, and how much there is."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from claimbook.language.said import counted, joined, said, said_as
from claimbook.language.speak import spoken
from claimbook.model.assessment import ArticleAssessment, OutcomeAssessment
from claimbook.model.terms import Certainty, Reading, State
from claimbook.plots.figure import Columns, Figure, twin
from claimbook.plots.labels import quoted
from claimbook.plots.rows import people_words
from claimbook.plots.style import (
    NARROW,
    READING_MARKS,
    STATE_MARKS,
    WIDE,
    Layout,
    Mark,
    area_for,
    canvas,
    draw_mark,
    head_row,
    lanes,
    name_row,
    quiet_style,
    to_svg,
)

STATE_WORDS = {
    State.FAVOURS: said("toward the claim"),
    State.INCONCLUSIVE: said("leaves it open"),
    State.NULL: said("little or no difference"),
    State.AGAINST: said("against the claim"),
}
_NOTHING = {
    "SEARCH_FAILED": said_as("short", "search failed"),
    "NOTHING_LOOKED_AT": said_as("short", "nobody has looked"),
    "ONLY_RETRACTED": said_as("short", "retracted studies only"),
    "SEARCH_TRUNCATED": said_as("short", "not all looked at"),
    "NOT_DIRECT": said_as("short", "no direct study"),
    "RESULT_NOT_ENTERED": said_as("short", "not entered"),
    "NO_USABLE_RESULT": said_as("short", "no usable result"),
}
"""As short as they fit below the name of an outcome on a phone."""
_NOT_GRADED = -1.2
_POSITIONS = {level: float(level - 1) for level in Certainty}
_LANE_NAMES = {
    Certainty.VERY_LOW: (said_as("column", "very low"), said_as("narrow column", "very\nlow")),
    Certainty.LOW: (said_as("column", "low"), said_as("narrow column", "low")),
    Certainty.MODERATE: (said_as("column", "moderate"), said_as("narrow column", "mode-\nrate")),
    Certainty.HIGH: (said_as("column", "high"), said_as("narrow column", "high")),
}
"""Words above each lane, on a page and on a phone."""
_NOTE = said(
    "Each mark stands at its certainty. Its shape is the direction: a triangle to the right points toward the claim, "
    "to the left against it, a diamond leaves it open, a circle is little or no difference, a cross was not graded. "
    "Marks grow at 50 and at 300 participants. The three are never added up to one number."
)


def draw_overview(assessment: ArticleAssessment) -> Figure:
    """One mark for each outcome of each claim, in the order of the article."""
    outcomes = [outcome for claim in assessment.claims for outcome in claim.outcomes]
    title = said("Every outcome of the article: direction, certainty, amount")
    wide, narrow = (_svg(assessment, layout) for layout in (WIDE, NARROW))
    return Figure(title, _alt(assessment, outcomes), _NOTE, wide, narrow, twin(_columns(outcomes)))


def _svg(assessment: ArticleAssessment, layout: Layout) -> str:
    lines: list[str | OutcomeAssessment] = []
    for claim in assessment.claims:
        lines += [quoted(claim.claim.heading), *claim.outcomes]
    graded = {_POSITIONS[level]: _LANE_NAMES[level][layout.narrow] for level in Certainty}
    names = {_NOT_GRADED: said("not\ngraded"), **graded}
    highest = max(spoken(name).count("\n") for name in names.values())
    with quiet_style():
        drawing, axes = canvas(len(lines), layout, top=0.45 + 0.15 * (highest - 1))
        axes.set_xlim(-1.8, 3.4)
        lanes(axes, names)
        for position, line in enumerate(lines):
            if isinstance(line, str):
                head_row(axes, layout, position, line)
                continue
            name_row(axes, layout, position, line.outcome.name, amount_words(line))
            _mark(axes, position, line)
        return to_svg(drawing)


def _mark(axes: Axes, position: int, outcome: OutcomeAssessment) -> None:
    anchored, certainty = outcome.anchored, outcome.certainty
    if anchored is None or certainty is None:
        draw_mark(axes, _NOT_GRADED, position, Mark(READING_MARKS[Reading.UNUSABLE], filled=False))
    else:
        area = area_for(anchored.numbers.n_participants)
        draw_mark(axes, _POSITIONS[certainty], position, Mark(STATE_MARKS[anchored.state.value], area))
    axes.set(xlabel="", ylabel="")


def amount_words(outcome: OutcomeAssessment) -> str:
    """Studies and participants of the body that gives the verdict; without one, that there is none."""
    anchored = outcome.anchored
    if anchored is None:
        return _NOTHING.get(outcome.gate.value if outcome.gate else "", said_as("short", "nothing counted"))
    body = anchored.numbers
    k = body.k_usable if body.review_trials is None else body.review_trials
    return counted("{n} study, {people}", "{n:,} studies, {people}", k, people=people_words(body.n_participants))


def direction_words(outcome: OutcomeAssessment) -> str:
    """Which way the body that gives the verdict points, or that it was not graded."""
    return STATE_WORDS[outcome.anchored.state.value] if outcome.anchored else said("not graded")


def certainty_words(outcome: OutcomeAssessment) -> str:
    """The level of certainty, or that it was not graded."""
    return outcome.certainty.words if outcome.certainty is not None else said("not graded")


def _columns(outcomes: Sequence[OutcomeAssessment]) -> Columns:
    return {
        said("Claim"): [outcome.claim.heading for outcome in outcomes],
        said("Outcome"): [outcome.outcome.name for outcome in outcomes],
        said("Direction"): [direction_words(outcome) for outcome in outcomes],
        said("Certainty"): [certainty_words(outcome) for outcome in outcomes],
        said("Amount"): [amount_words(outcome) for outcome in outcomes],
    }


def _alt(assessment: ArticleAssessment, outcomes: Sequence[OutcomeAssessment]) -> str:
    return said(
        "Overview of {outcomes} of {claims} of “{article}”: {told}.",
        outcomes=counted("{n} outcome", "{n:,} outcomes", len(outcomes)),
        claims=counted("{n} claim", "{n:,} claims", len(assessment.claims)),
        article=assessment.article.title,
        told=joined("; ", (_told(outcome) for outcome in outcomes)),
    )


def _told(outcome: OutcomeAssessment) -> str:
    graded = outcome.certainty is not None
    sure = [said("certainty {level}", level=certainty_words(outcome))] if graded else []
    facts = joined(", ", [direction_words(outcome), *sure, amount_words(outcome)])
    return said("{outcome}: {facts}", outcome=outcome.outcome.name, facts=facts)
