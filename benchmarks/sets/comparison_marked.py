"""pico_corpus, asked for the comparison itself: is the first name read for a side one that annotators marked?

They marked one intervention and one control in most trials, in the words of the abstract. Names are compared as in
`sets.comparison`. Evaluation only.
"""

from collections.abc import Iterator
from pathlib import Path

from claimbook.model.appraisal import Read
from sets.comparison import read_of, same, spelled_in
from sets.measures import Answer, Task, line, share_given, share_right
from sets.pico_corpus import NAME, trials
from sets.trials import Trial


def answer(trial: Trial, side: str, kind: str) -> Answer:
    """Whether the first name of one side is marked; none is an abstention."""
    first = next(iter(read_of({"title": trial.title, "abstract": trial.abstract})), None)
    read: Read[str] = getattr(first, side) if first else Read.missing()
    name, spelled = read.value, spelled_in(f"{trial.title}\n{trial.abstract}")
    right = None if name is None else any(same(name, marked, spelled) for marked in trial.noted[kind])
    shown = f"{trial.title}\nread {name} by {read.rule}\nmarked {trial.noted[kind]}"
    return Answer(trial.name, expected=True, given=right, confidence=read.confidence, shown=shown)


def answers(data: Path, side: str, kind: str) -> Iterator[Answer]:
    """One for each trial with a mark of this kind."""
    return (answer(trial, side, kind) for trial in trials(data) if trial.noted.get(kind))


TASKS = (
    Task(
        NAME,
        {"intervention_named": share_right, "intervention_coverage": share_given},
        lambda data: answers(data, "intervention", "intervention"),
        line("intervention"),
    ),
    Task(
        NAME,
        {"comparator_named": share_right, "comparator_coverage": share_given},
        lambda data: answers(data, "comparator", "control"),
        line("comparator"),
    ),
)
