"""causal_language: how strongly a concluding sentence words a relation. Evaluation only; nothing is trained on it."""

from collections.abc import Iterator
from pathlib import Path

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence
from claimbook.appraise.wording.strength import strength_of
from sets.files import rows_of
from sets.measures import Answer, Task, line, macro_f1, share_right

LABELS = {"none": "none", "associational": "correlational", "hedged": "conditional_causal", "direct": "direct_causal"}


def answers(data: Path) -> Iterator[Answer]:
    """The wording of every sentence."""
    for row in rows_of(data, "causal_language"):
        read = strength_of(Sentence(row["sentence"], 0, 1, Role.CONCLUSIONS, printed_role=True))
        shown = f"{read.rule}: {row['sentence']}"
        yield Answer(str(row["id"]), row["label"], LABELS[read.value or "none"], read.confidence, shown)


TASKS = (Task("causal_language", {"macro_f1": macro_f1, "accuracy": share_right}, answers, line("strength")),)
