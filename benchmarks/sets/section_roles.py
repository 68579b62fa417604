"""section_roles: the part of each sentence of a trial abstract whose headings were removed."""

from collections.abc import Iterator
from pathlib import Path

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.pieces import words_of
from claimbook.appraise.text.roles import guess_roles
from claimbook.appraise.text.sentences import sentence_bounds
from sets.files import rows_of
from sets.measures import Answer, Task, macro_f1, share_right

ROLES = {
    "BACKGROUND": Role.BACKGROUND,
    "OBJECTIVE": Role.AIM,
    "METHODS": Role.METHODS,
    "RESULTS": Role.RESULTS,
    "CONCLUSIONS": Role.CONCLUSIONS,
}


def answers(data: Path) -> Iterator[Answer]:
    """One answer per sentence of a section that has one role."""
    for row in rows_of(data, "section_roles"):
        parts = [section for section in row["sections"] if section["role"] in ROLES]
        told = [
            (part["text"][start:end], ROLES[part["role"]])
            for part in parts
            for start, end in sentence_bounds(part["text"])
        ]
        if not told:
            continue
        guesses = guess_roles([words_of(sentence.lower()) for sentence, _ in told], [None] * len(told))
        for (sentence, role), guess in zip(told, guesses, strict=True):
            yield Answer(row["pmcid"], role, guess, 1.0, sentence)


TASKS = (Task("section_roles", {"accuracy": share_right, "macro_f1": macro_f1}, answers),)
