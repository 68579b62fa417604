"""pubmedqa: yes, no or maybe to a research question, from the abstract without its conclusion.

Rows of the half for training, from which the shipped weights come, are answered by cross-validation over the folds that
the file gives; this is said on the terminal. Rows of any other half are answered by the shipped weights.
"""

from collections.abc import Iterator
from itertools import repeat
from pathlib import Path

from claimbook.appraise.answer.chance import LINE, LinearModel, answer_of
from sets.files import Row, files_of, for_training, rows_of
from sets.measures import Answer, Task, share_right
from sets.pubmedqa_text import text_of_row


def unseeing_models(rows: list[Row]) -> list[LinearModel]:
    """For each row a model that never saw it."""
    # imported here: the trainer needs scikit-learn, which scoring the other half does without
    from train_answer import cross_validated  # noqa: PLC0415

    print("pubmedqa.scored=by cross-validation, never by weights that saw the row")
    return cross_validated(rows)


def answers(data: Path) -> Iterator[Answer]:
    """One answer per question."""
    rows = list(rows_of(data, "pubmedqa"))
    trained_on = all(map(for_training, files_of(data, "pubmedqa")))
    for row, model in zip(rows, unseeing_models(rows) if trained_on else repeat(None), strict=False):
        read = answer_of(row["question"], text_of_row(row), model)
        context = " ".join(part["text"] for part in row["context"])
        yield Answer(row["pmid"], row["answer"], read.value, read.confidence, f"{row['question']}\n{context}")


TASKS = (Task("pubmedqa", {"accuracy": share_right}, answers, LINE.confidence),)
