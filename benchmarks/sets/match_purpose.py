"""What a study was for, asked as claims ask it: is it the same purpose as the claim's? (`match.purpose.purpose_of`).

The main headings of a record in `study_design` say it: a disease that was treated, prevented, studied for its causes or
frequency, or caused. Records whose main headings say only one of these are asked for each purpose; expected is direct
for that one alone. The record is read without its headings; nothing was trained on the set.
"""

from collections.abc import Iterator
from pathlib import Path

from claimbook.appraise.match.claim import Reading
from claimbook.appraise.match.purpose import purpose_of
from claimbook.appraise.match.values import DIRECT
from claimbook.model.terms import Purpose
from sets import comparison, study_design
from sets.files import Row, rows_of
from sets.measures import Answer, Task, share_given, share_right_of_given

_QUALIFIERS = {
    **dict.fromkeys(("therapy", "drug therapy", "rehabilitation", "radiotherapy", "diet therapy"), Purpose.TREAT),
    "prevention & control": Purpose.PREVENT,
    **dict.fromkeys(("epidemiology", "etiology"), Purpose.ASSOCIATION),
    **dict.fromkeys(("adverse effects", "chemically induced", "toxicity"), Purpose.HARM),
}


def purposes(row: Row) -> set[Purpose]:
    """What its main headings say."""
    marked = (part for heading in row["mesh"] for part in heading.split("/")[1:] if part.startswith("*"))
    return {_QUALIFIERS[part[1:]] for part in marked if part[1:] in _QUALIFIERS}


def answers(data: Path) -> Iterator[Answer]:
    """Every record that says one purpose, asked for each; no answer where none is read."""
    for row in rows_of(data, study_design.NAME):
        said = purposes(row)
        if len(said) != 1 or not row.get("abstract"):
            continue
        text = Reading.of_parts(row["title"] or "", row["abstract"]).text
        for purpose in Purpose:
            found = purpose_of(purpose, text)
            shown = f"{purpose} [{found.read.rule}]\n{row['title']}\n{row['abstract']}"
            given = None if found.value is None else found.value is DIRECT
            yield Answer(row["pmid"], purpose in said, given, found.read.confidence, shown)


MEASURES = {"purpose_match": share_right_of_given, "purpose_coverage": share_given}
TASKS = (Task(study_design.NAME, MEASURES, answers, comparison.line("match.purpose")),)
