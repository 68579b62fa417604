"""evidence_inference, asked for printed numbers: do the p values and intervals that are read for a row say its label?

A p value is right if it shows a difference where annotators saw one, and none where they saw none; an interval of a
ratio or a difference, if it lies on the side of no effect that the label tells. Each printed number is a row of its
own. The directions that decide how sure a number is were trained on the training half, so only others are scored here.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from claimbook.appraise.direction.change import direction_of
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.effects.trust import interval_says, shows_a_difference, trusted
from claimbook.model.appraisal import ResultRead
from sets.evidence_inference import NAME, question_of
from sets.files import Row, rows_of
from sets.measures import Answer, Task, line, share_right

LABELS = ("no-difference", "higher", "lower")
MOST = 3
"""Printed results of one outcome that are proposed."""


def results(row: Row) -> tuple[ResultRead, ...]:
    """What is read for the question of a row."""
    text, triple = question_of(row)
    return trusted(results_of(text, triple)[:MOST], direction_of(text, triple))


def of_p(row: Row, one: ResultRead) -> Answer | None:
    """A p value, against whether the label is a difference; None where it leaves that open."""
    shown = shows_a_difference(one.p.value) if one.p.value else None
    return None if shown is None else _answer(row, one, row["label"] != 0, shown, one.p.confidence)


def of_interval(row: Row, one: ResultRead) -> Answer | None:
    """An interval, against the label."""
    said = interval_says(one)
    return None if said is None else _answer(row, one, LABELS[row["label"]], said, one.interval.confidence)


def _answer(row: Row, one: ResultRead, expected: object, given: object, confidence: float) -> Answer:
    sentence = row["abstract"][one.sentence.start : one.sentence.end]
    return Answer(str(row["prompt_id"]), expected, given, confidence, f"{row['outcome']}\n{sentence}")


Ask = Callable[[Row, ResultRead], Answer | None]


def answers(data: Path, ask: Ask) -> Iterator[Answer]:
    """Every number that is printed for a row."""
    for row in rows_of(data, NAME):
        found = (ask(row, one) for one in results(row))
        yield from (one for one in found if one is not None)


TASKS = (
    Task(NAME, {"p_value": share_right}, lambda data: answers(data, of_p), line("result.p_value")),
    Task(NAME, {"interval": share_right}, lambda data: answers(data, of_interval), line("result.interval")),
)
