"""What is wrong with a file or a request, in one sentence with a place and a next step."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath


@dataclass(frozen=True)
class Place:
    """Where something stands: a file, and a line and column counted from one where they are known."""

    file: PurePath
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """``file:line:column``, as editors and terminals make it clickable."""
        return ":".join(str(part) for part in (self.file.as_posix(), self.line, self.column) if part is not None)


@dataclass(frozen=True)
class Problem:
    """One mistake that a person can mend."""

    code: str
    """Short stable name, such as ``unknown-key``."""
    message: str
    """One sentence without a final stop."""
    place: Place | None = None
    hint: str | None = None
    """What to do next."""
    excerpt: str | None = None
    """The line of the file with a caret below the column."""


class ProblemsFoundError(Exception):
    """One or more mistakes of the user; the command ends with exit status 2 and prints them all."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(problem.message for problem in self.problems))


def problem(code: str, message: str, *, place: Place | None = None, hint: str | None = None) -> ProblemsFoundError:
    """A single mistake, ready to be raised."""
    return ProblemsFoundError([Problem(code, message, place, hint)])
