"""evidence_inference: the outcome under intervention against comparator: lower, no significant difference or higher.

The annotators read the whole paper. Where the words they marked stand in the abstract, the abstract can answer; those
rows are the measure. The figure over all rows is printed beside it. What a proposal asks is asked here as well; where
that is missing, the best guess stands for it, and is never sure.
"""

from collections.abc import Iterator
from pathlib import Path

from claimbook.appraise.direction.change import direction_in
from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.text.reading import Text, text_of
from sets.files import Row, rows_of
from sets.measures import Answer, Task, line, macro_f1, share_right

NAME = "evidence_inference"
LABELS = {"lower": -1, "no-difference": 0, "higher": 1}


def question_of(row: Row) -> tuple[Text, Triple]:
    """The abstract of a row, and what is asked of it."""
    text = text_of(row["title"], row["abstract"])
    return text, Triple(row["intervention"], row["comparator"], row["outcome"])


def papers(data: Path) -> dict[str, list[Row]]:
    """The rows of each paper."""
    found: dict[str, list[Row]] = {}
    for row in rows_of(data, NAME):
        found.setdefault(row["pmcid"], []).append(row)
    return found


def answer(row: Row) -> Answer:
    """The direction of one row."""
    text, triple = question_of(row)
    asked, guess = change_of(text, triple), direction_in(text, triple)
    given = asked.value or (guess.change if guess else None)
    shown = f"{triple}\n" + "\n".join(text.quote(span) for span in asked.spans)
    return Answer(str(row["prompt_id"]), row["label"], LABELS.get(given or ""), asked.confidence, shown)


def answers(data: Path) -> Iterator[Answer]:
    """Rows whose evidence stands in the abstract."""
    return (answer(row) for row in rows_of(data, NAME) if row["evidence_in_abstract"])


def answers_to_all(data: Path) -> Iterator[Answer]:
    """All rows; of about half of them the abstract says nothing."""
    return map(answer, rows_of(data, NAME))


TASKS = (
    Task(NAME, {"macro_f1": macro_f1, "accuracy": share_right}, answers, line("direction")),
    Task(NAME, {"macro_f1_all": macro_f1}, answers_to_all, line("direction")),
)
