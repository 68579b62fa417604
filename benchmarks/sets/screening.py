"""screening: how much of a review's screening its order saves. Evaluation only.

A reviewer is simulated who starts with the name of the review, decides on title and abstract as the real ones did, in
steps of a twentieth of what was read so far, and sees the rest in a new order after each step. ``wss95``: the share of
records left unread when 95% of those to include are found, minus the 5% that any order saves; the mean over the
reviews.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from claimbook.appraise.relevance.index import Index
from claimbook.appraise.relevance.ranking import scores_of
from claimbook.appraise.relevance.screening import next_to_screen
from sets.files import rows_of
from sets.measures import Answer, Task, mean_score

NAME, RECALL, LEAST_STEP, STEPS = "screening", 0.95, 10, 20
_NEW_WORD = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


def reading_order(index: Index, claim: str, included: Sequence[bool]) -> list[int]:
    """The order in which the simulated reviewer reads."""
    first = scores_of(index, claim)
    decisions: dict[int, bool] = {}
    while len(decisions) < index.size:
        step = max(LEAST_STEP, len(decisions) // STEPS)
        for place in next_to_screen(index, first, decisions)[:step]:
            decisions[place] = included[place]
    return list(decisions)


def work_saved(included_in_order: Sequence[bool]) -> float:
    """Work saved over sampling at 95% recall."""
    found = np.cumsum(included_in_order)
    needed = int(np.ceil(RECALL * found[-1]))
    read = int(np.searchsorted(found, needed)) + 1
    return 1 - read / len(found) - (1 - RECALL)


def answers(data: Path) -> Iterator[Answer]:
    """One score per review."""
    records = {row["pmid"]: row for row in rows_of(data, NAME, "records")}
    reviews: dict[str, dict[str, bool]] = {}
    for row in rows_of(data, NAME, "labels"):
        if row["pmid"] in records:
            reviews.setdefault(row["topic"], {})[row["pmid"]] = bool(row["included_abstract"])
    for topic, decided in reviews.items():
        if not any(decided.values()):
            continue
        index = Index([records[pmid]["title"], records[pmid]["abstract"]] for pmid in decided)
        included = list(decided.values())
        order = reading_order(index, _NEW_WORD.sub(" ", topic), included)
        yield Answer(topic, None, None, 0.0, score=work_saved([included[place] for place in order]))


TASKS = (Task(NAME, {"wss95": mean_score}, answers),)
