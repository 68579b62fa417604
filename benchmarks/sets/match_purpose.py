"""What a study was for, asked as claims ask it: is it the same purpose as the claim's? (`match.purpose.purpose_of`).

The main headings of a record in `study_design` say it: a disease that was treated, prevented, studied for its causes or
frequency, or caused. Records whose main headings say only one of these are asked for each purpose; expected is direct
for that one alone. The record is read without its headings; nothing was trained on the set.
"""

from collections.abc import Iterator
from pathlib import Path

from claimbook.appraise.match.purpose import purpose_of
from claimbook.appraise.match.values import DIRECT
from claimbook.model.terms import Purpose
from sets import study_design
from sets.measures import Answer, Task, line, share_given, share_right_of_given

_PURPOSES = {
    **dict.fromkeys(study_design.TREATMENTS, Purpose.TREAT),
    "prevention & control": Purpose.PREVENT,
    **dict.fromkeys(("epidemiology", "etiology"), Purpose.ASSOCIATION),
    **dict.fromkeys(("adverse effects", "chemically induced", "toxicity"), Purpose.HARM),
}
"""What a qualifier says."""


def answers(data: Path) -> Iterator[Answer]:
    """Every record that says one purpose, asked for each; no answer where none is read."""
    for trial, headings in study_design.with_headings(data):
        said = {_PURPOSES[one.qualifier] for one in headings if one.main and one.qualifier in _PURPOSES}
        if len(said) == 1:
            text = trial.read().text
            for purpose in Purpose:
                found = purpose_of(purpose, text)
                given = None if found.value is None else found.value is DIRECT
                yield trial.answer(purpose, found, given, expected=purpose in said)


MEASURES = {"purpose_match": share_right_of_given, "purpose_coverage": share_given}
TASKS = (Task(study_design.NAME, MEASURES, answers, line("match.purpose")),)
