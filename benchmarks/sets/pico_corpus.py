"""pico_corpus: how many people a trial had; rows where the annotators marked one number. Evaluation only."""

from collections.abc import Iterator
from pathlib import Path

from claimbook.appraise.lines import LINES
from claimbook.appraise.sample.total import total_of
from claimbook.appraise.text.reading import text_of
from sets.files import rows_of
from sets.measures import Answer, Task, share_given, share_right_of_given


def answers(data: Path) -> Iterator[Answer]:
    """The total of every row with one marked number."""
    for row in rows_of(data, "pico_corpus"):
        if row["total_n_unambiguous"]:
            total = total_of(text_of("", row["text"]))
            shown = f"{total.rule}\n{row['text']}"
            yield Answer(row["pmid"], row["total_n_max"], total.value, total.confidence, shown)


TASKS = (
    Task(
        "pico_corpus",
        {"total_n_exact": share_right_of_given, "coverage": share_given},
        answers,
        LINES["total"].confidence,
    ),
)
