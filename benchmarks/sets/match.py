"""evidence_inference, asked another way: does an abstract bear on its own intervention and outcome, and not on others'?

Every abstract is asked for what its own question names (expected: found) and for what another row's names (expected:
absent). Nothing was trained on it. Whether a match is direct or only partial is not asked: no row says so.
"""

from collections.abc import Iterator
from pathlib import Path

from claimbook.appraise.match.claim import intervention_of, outcome_of
from claimbook.appraise.match.sought import Asked, Reading
from claimbook.appraise.match.values import DIRECT, PARTIAL
from sets.evidence_inference import NAME
from sets.files import Row, rows_of
from sets.measures import Answer, Task, line, share_right
from sets.trials import with_others


def asked(row: Row, of_row: Row) -> Iterator[tuple[str, bool, float]]:
    """For both elements: what was asked, whether it was found, and how sure that is."""
    reading = Reading.of_parts(row["title"] or "", row["abstract"])
    for name, read in (("intervention", intervention_of), ("outcome", outcome_of)):
        found = read(Asked(of_row[name]), reading)
        yield of_row[name], found.value in {DIRECT, PARTIAL}, found.read.confidence


def answers(data: Path) -> Iterator[Answer]:
    """Own questions and those of the row half a set away."""
    rows = [row for row in rows_of(data, NAME) if row["evidence_in_abstract"]]
    for row, other in with_others(rows):
        for of_row, expected in ((row, True), (other, False)):
            for words, found, confidence in asked(row, of_row):
                yield Answer(str(row["prompt_id"]), expected, found, confidence, f"{words}\n{row['abstract']}")


TASKS = (Task(NAME, {"match_accuracy": share_right}, answers, line("match.outcome")),)
