"""Overview of an article: for each outcome which way its evidence points, how sure that is, and how much there is."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from claimbook.model.assessment import ArticleAssessment, OutcomeAssessment
from claimbook.model.terms import Certainty, Reading, State
from claimbook.plots.figure import Figure
from claimbook.plots.style import (
    NARROW,
    QUIET,
    READING_MARKS,
    STATE_MARKS,
    WIDE,
    Layout,
    Mark,
    canvas,
    draw_mark,
    head_row,
    lanes,
    name_row,
    quiet_style,
    size_class,
    to_svg,
)

STATE_WORDS = {
    State.FAVOURS: "toward the claim",
    State.INCONCLUSIVE: "leaves it open",
    State.NULL: "little or no difference",
    State.AGAINST: "against the claim",
}
_NOTHING = {
    "SEARCH_FAILED": "search failed",
    "NOTHING_LOOKED_AT": "nobody has looked",
    "ONLY_RETRACTED": "retracted studies only",
    "SEARCH_TRUNCATED": "not all looked at",
    "NOT_DIRECT": "no direct study",
    "NO_USABLE_RESULT": "no usable result",
}
_NOT_GRADED = -1.2
_POSITIONS = {level: float(level - 1) for level in Certainty}
_NOTE = (
    "Each mark stands at its certainty. Its shape is the direction: a triangle to the right points toward the claim, "
    "to the left against it, a diamond leaves it open, a circle is little or no difference, a cross was not graded. "
    "Marks grow at 50 and at 300 participants. The three are never added up to one number."
)


def draw_overview(assessment: ArticleAssessment) -> Figure:
    """One mark for each outcome of each claim, in the order of the article."""
    outcomes = [outcome for claim in assessment.claims for outcome in claim.outcomes]
    title = "Every outcome of the article: direction, certainty, amount"
    wide, narrow = (_svg(assessment, layout) for layout in (WIDE, NARROW))
    return Figure(title, _alt(assessment, outcomes), _NOTE, wide, narrow, _table(outcomes))


def _svg(assessment: ArticleAssessment, layout: Layout) -> str:
    lines: list[str | OutcomeAssessment] = []
    for claim in assessment.claims:
        lines += [f"“{claim.claim.heading}”", *claim.outcomes]
    with quiet_style():
        drawing, axes = canvas(len(lines), layout)
        axes.set_xlim(-1.8, 3.4)
        ticks = {_NOT_GRADED: "not\ngraded"} | {_POSITIONS[level]: _tick(level, layout) for level in Certainty}
        axes.set_xticks(list(ticks), list(ticks.values()))
        axes.xaxis.tick_top()
        axes.tick_params(length=0, labelcolor=QUIET)
        lanes(axes, ticks)
        for position, line in enumerate(lines):
            if isinstance(line, str):
                head_row(axes, layout, position, line)
                continue
            name_row(axes, layout, position, line.outcome.name, amount_words(line))
            _mark(axes, position, line)
        return to_svg(drawing)


def _tick(level: Certainty, layout: Layout) -> str:
    words = level.words.replace(" ", "\n") if layout.narrow else level.words
    return {"moderate": "mode-\nrate"}.get(words, words) if layout.narrow else words


def _mark(axes: Axes, position: int, outcome: OutcomeAssessment) -> None:
    anchored, certainty = outcome.anchored, outcome.certainty
    if anchored is None or certainty is None:
        draw_mark(axes, _NOT_GRADED, position, Mark(READING_MARKS[Reading.UNUSABLE], filled=False))
    else:
        area = size_class(anchored.numbers.n_participants)[1]
        draw_mark(axes, _POSITIONS[certainty], position, Mark(STATE_MARKS[anchored.state.value], area))
    axes.set(xlabel="", ylabel="")


def amount_words(outcome: OutcomeAssessment) -> str:
    """Studies and participants of the body that gives the verdict; without one, that there is none."""
    anchored = outcome.anchored
    if anchored is None:
        return _NOTHING.get(outcome.gate.value if outcome.gate else "", "nothing counted")
    body = anchored.numbers
    k = body.k_usable if body.review_trials is None else body.review_trials
    people = "n not seen" if body.n_participants is None else f"n {body.n_participants:,}"
    return f"{k} {'study' if k == 1 else 'studies'}, {people}"


def direction_words(outcome: OutcomeAssessment) -> str:
    """Which way the body that gives the verdict points, or that it was not graded."""
    return STATE_WORDS[outcome.anchored.state.value] if outcome.anchored else "not graded"


def certainty_words(outcome: OutcomeAssessment) -> str:
    """The level of certainty, or that it was not graded."""
    return outcome.certainty.words if outcome.certainty is not None else "not graded"


def _table(outcomes: Sequence[OutcomeAssessment]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Claim": [outcome.claim.heading for outcome in outcomes],
            "Outcome": [outcome.outcome.name for outcome in outcomes],
            "Direction": [direction_words(outcome) for outcome in outcomes],
            "Certainty": [certainty_words(outcome) for outcome in outcomes],
            "Amount": [amount_words(outcome) for outcome in outcomes],
        }
    )


def _alt(assessment: ArticleAssessment, outcomes: Sequence[OutcomeAssessment]) -> str:
    told = "; ".join(
        f"{outcome.outcome.name}: {direction_words(outcome)}"
        + (f", certainty {certainty_words(outcome)}" if outcome.certainty is not None else "")
        + f", {amount_words(outcome)}"
        for outcome in outcomes
    )
    claims = f"{_counted(len(assessment.claims), 'claim')} of “{assessment.article.title}”"
    return f"Overview of {_counted(len(outcomes), 'outcome')} of {claims}: {told}."


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
