"""pico_corpus: is what a printed result is about one of the outcomes that annotators marked? Evaluation only.

Asked are the results in sentences with a marked outcome; right is a name that shares words with a mark. Not every
outcome is marked, nor each time that it is named, so the share is at least this.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from claimbook.appraise.contrast.compared import comparisons_of
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.sample.total import sample_of
from claimbook.appraise.text.reading import Text, text_of
from claimbook.model.appraisal import ResultRead, Span
from sets.files import Row, rows_of
from sets.measures import Answer, Task, line, share_given, share_right_of_given
from sets.pico_corpus import NAME


def marks_of(row: Row) -> list[Span]:
    """The marked outcomes; the text of a row is one passage."""
    return [Span(one["start"], one["end"], 1) for one in row["entities"] if one["type"] == "outcome"]


def results_in(text: Text) -> tuple[ResultRead, ...]:
    """What is printed, with what the text compares."""
    return results_of(text, comparisons=comparisons_of(text, arms=sample_of(text).arms))


def _answer(row: Row, text: Text, one: ResultRead, marks: Sequence[Span]) -> Answer:
    named = one.outcome.spans[:1]
    right = any(mark.start < name.end and name.start < mark.end for mark in marks for name in named)
    shown = f"{one.outcome.value} by {one.outcome.rule}\n{text.quote(one.sentence)}"
    return Answer(
        row["pmid"], expected=True, given=right if named else None, confidence=one.outcome.confidence, shown=shown
    )


def answers(data: Path) -> Iterator[Answer]:
    """Every result that stands in a sentence with a marked outcome."""
    for row in rows_of(data, NAME):
        text, marks = text_of("", row["text"]), marks_of(row)
        for one in results_in(text):
            if any(one.sentence.holds(mark) for mark in marks):
                yield _answer(row, text, one, marks)


MEASURES = {"result_outcome_right": share_right_of_given, "result_outcome_coverage": share_given}
TASKS = (Task(NAME, MEASURES, answers, line("result.outcome")),)
