"""Rows of the benchmark files: JSON lines, gzipped or not, in one folder per set, whatever the split is called.

A row that cannot be read is left out and told (`Unread`); the rest counts. Backups and hidden files are no splits.
"""

import gzip
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from sets.shapes import Shape, parts_of, shape_of

Row = dict[str, Any]
_SPLIT = re.compile(r"\.(?:jsonl|json)(?:\.gz)?$", re.IGNORECASE)
_KEPT = 32
"""Files that are read once however many tasks ask for them."""


class MistakeError(Exception):
    """A mistake in a path, in the name of a set or in a file, in one sentence for the person who made it."""


@dataclass(frozen=True)
class Unread:
    """What could not be read: a row, or, where there is no line, the rest of a file."""

    path: Path
    line: int | None
    why: str

    def __str__(self) -> str:
        """The place as editors open it, and what is wrong there; never the row, which is not ours to show."""
        return f"{self.path}{'' if self.line is None else f':{self.line}'}: {self.why}"


@dataclass(frozen=True)
class Content:
    """One file as it was read."""

    rows: tuple[Row, ...]
    unread: tuple[Unread, ...]


def splits_in(folder: Path) -> list[Path]:
    """Every file of rows below a folder."""
    inside = ((path, path.relative_to(folder).parts) for path in folder.rglob("*"))
    seen = (path for path, parts in inside if not any(part.startswith(".") for part in parts))
    return sorted(path for path in seen if _SPLIT.search(path.name) and path.is_file())


def for_training(path: Path) -> bool:
    """Whether the name of a file says that it is there to train on."""
    return "train" in path.name.lower()


def files_of(data: Path, folder: str, part: str = "") -> list[Path]:
    """The files of a set whose name holds ``part``; one that is for training counts only where it is all there is."""
    found = [path for path in splits_in(data / folder) if part in path.name.lower()]
    aside = [path for path in found if not for_training(path)]
    return aside or found


def rows_of(data: Path, folder: str, part: str = "") -> Iterator[Row]:
    """Every row of those files that can be read.

    Raises:
        MistakeError: there is no such file.
    """
    files = files_of(data, folder, part)
    if not files:
        named = f" with '{part}' in its name" if part else ""
        raise MistakeError(f"{data / folder} holds no file of rows (.jsonl, .jsonl.gz, .json){named}.")
    for path in files:
        yield from content_of(path, shape_of(folder, part)).rows


def unread_in(data: Path, folder: str) -> list[Unread]:
    """What could not be read of the files of a set."""
    files = [(path, shape_of(folder, part)) for part in parts_of(folder) for path in files_of(data, folder, part)]
    return [one for path, shape in files for one in content_of(path, shape).unread]


@lru_cache(maxsize=_KEPT)
def content_of(path: Path, shape: type[Shape] | None) -> Content:
    """The rows of one file that have this shape, and what else stands there."""
    rows: list[Row] = []
    unread: list[Unread] = []
    number = 0
    try:
        with (gzip.open if path.suffix.lower() == ".gz" else open)(path, "rb") as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    rows.append(_row_of(line, shape))
                except ValueError as error:
                    unread.append(Unread(path, number, _told(error)))
    except (OSError, EOFError, zlib.error) as error:
        behind = f"nothing behind line {number} could be read" if number else "it could not be read"
        unread.append(Unread(path, None, f"{behind} ({getattr(error, 'strerror', None) or error})"))
    return Content(tuple(rows), tuple(unread))


def _row_of(line: bytes, shape: type[Shape] | None) -> Row:
    row = json.loads(line.decode("utf-8-sig"))
    if not isinstance(row, dict):
        raise ValueError("this is no row with named columns")  # noqa: TRY004 - all that is wrong with a row is told alike
    if shape is not None:
        shape.model_validate(row)
    return row


def _told(error: ValueError) -> str:
    """What is wrong with a row, without its words."""
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        return f"{where}: {first['msg']}" if where else first["msg"]
    if isinstance(error, json.JSONDecodeError):
        return f"this is no JSON: {error.msg} at column {error.colno}"
    return "this is no UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
