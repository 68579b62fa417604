"""pico_corpus: trials with what annotators marked in them, and how many people each had. Evaluation only.

The first sentence of a row's text is the title of its abstract. Asked for the total are rows with one marked number.
"""

from collections.abc import Iterator
from pathlib import Path

from claimbook.appraise.sample.total import total_of
from claimbook.appraise.text.reading import text_of
from claimbook.appraise.text.sentences import sentence_bounds
from sets.files import rows_of
from sets.measures import Answer, Task, line, share_given, share_right_of_given
from sets.trials import Trial

NAME = "pico_corpus"


def trials(data: Path) -> Iterator[Trial]:
    """Every trial with what is marked in it, in order."""
    for row in rows_of(data, NAME):
        text = row["text"]
        end = next(sentence_bounds(text))[1]
        marked: dict[str, list[str]] = {}
        for one in sorted(row["entities"], key=lambda one: one["start"]):
            marked.setdefault(one["type"], []).append(one["text"])
        yield Trial(row["pmid"], text[:end], text[end:].strip(), marked)


def answers(data: Path) -> Iterator[Answer]:
    """The total of every row with one marked number."""
    for row in rows_of(data, NAME):
        if row["total_n_unambiguous"]:
            total = total_of(text_of("", row["text"]))
            shown = f"{total.rule}\n{row['text']}"
            yield Answer(row["pmid"], row["total_n_max"], total.value, total.confidence, shown)


TASKS = (Task(NAME, {"total_n_exact": share_right_of_given, "coverage": share_given}, answers, line("total")),)
