"""rct_polarity: did the primary endpoint of a trial come out positive? Evaluation only."""

from collections.abc import Iterator
from pathlib import Path

from claimbook.appraise.text.reading import text_of
from claimbook.appraise.trial.polarity import polarity_of_trial
from sets.files import rows_of
from sets.measures import Answer, Task, line, share_right

NAME = "rct_polarity"


def answers(data: Path) -> Iterator[Answer]:
    """The polarity of every trial, from title and abstract."""
    for row in rows_of(data, NAME):
        read = polarity_of_trial(text_of(row["title"], row["abstract"]))
        shown = f"{read.rule}\n{row['title']}\n{row['abstract']}"
        yield Answer(str(row["id"]), row["label"], read.value, read.confidence, shown)


TASKS = (Task(NAME, {"accuracy": share_right}, answers, line("polarity")),)
