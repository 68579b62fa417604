"""Rows of the benchmark files: JSON lines, gzipped or not, in one folder per set, whatever the split is called.

A row that cannot be read is left out and told (`Unread`); the rest counts. Backups and hidden files are no splits, and
a file that lies there a second time, packed or under another name, is read once (`Choice`).
"""

import gzip
import hashlib
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO, cast

from pydantic import ValidationError

from sets.shapes import Shape, parts_of, shape_of

Row = dict[str, Any]
_SPLIT = re.compile(r"\.(?:jsonl|json)(?:\.gz)?$", re.IGNORECASE)
_PACKED = re.compile(r"\.gz$", re.IGNORECASE)
_TRAINING = re.compile(r"(?:^|[\W_])train(?:ing)?\d*(?![^\W_])", re.IGNORECASE)
"""A part of a name between dots, dashes or underscores: 'restrained.jsonl' is there to be scored."""
_KEPT = 32
"""Files that are read once however many tasks ask for them."""


_BROKEN = (OSError, EOFError, zlib.error)


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
class Choice:
    """Which files of a set are read."""

    read: tuple[Path, ...]
    left_out: tuple[tuple[Path, str], ...]
    """And why."""


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
    return _TRAINING.search(path.name) is not None


def files_of(data: Path, folder: str, part: str = "") -> tuple[Path, ...]:
    """The files of a set whose name holds ``part`` and that are read."""
    return choice_of(data, folder, part).read


def choice_of(data: Path, folder: str, part: str = "") -> Choice:
    """Of the files whose name holds ``part`` those that are read: each once, for training only where that is all."""
    named = [path for path in splits_in(data / folder) if part in path.name.lower()]
    found = [path for path in named if for_training(path) or "train" not in part]
    aside = [path for path in found if not for_training(path)]
    left_out = [(path, "for training") for path in found if aside and for_training(path)]
    read: list[Path] = []
    for path in aside or found:
        if again := next((why for one in read if (why := _again(path, one))), None):
            left_out.append((path, again))
        else:
            read.append(path)
    return Choice(tuple(read), tuple(left_out))


def _again(path: Path, other: Path) -> str | None:
    """Why one file is another a second time: packed beside it, as ``gzip -k`` leaves both, or a copy."""
    if _PACKED.sub("", path.name) == _PACKED.sub("", other.name) and path.parent == other.parent:
        return f"{other.name} lies beside it"
    return f"a copy of {other.name}" if _content_hash(path) == _content_hash(other) else None


@lru_cache(maxsize=_KEPT)
def _content_hash(path: Path) -> str:
    """The same for the same rows, packed or not; what cannot be read is like nothing else."""
    try:
        with _opened(path) as lines:
            return hashlib.file_digest(lines, "sha256").hexdigest()
    except _BROKEN:
        return str(path)


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


def choices_in(data: Path, folder: str) -> Choice:
    """The files of a set that are read for any of its parts, and those that are left out."""
    chosen = [choice_of(data, folder, part) for part in parts_of(folder)]
    read = dict.fromkeys(path for one in chosen for path in one.read)
    return Choice(tuple(read), tuple(dict.fromkeys(pair for one in chosen for pair in one.left_out)))


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
        with _opened(path) as lines:
            for number, line in enumerate(lines, start=1):
                if not line.strip():
                    continue
                try:
                    rows.append(_row_of(line, shape))
                except (ValueError, RecursionError) as error:
                    unread.append(Unread(path, number, _told(error)))
    except _BROKEN as error:
        behind = f"nothing behind line {number} could be read" if number else "it could not be read"
        unread.append(Unread(path, None, f"{behind} ({getattr(error, 'strerror', None) or error})"))
    return Content(tuple(rows), tuple(unread))


def _opened(path: Path) -> BinaryIO:
    """A file to be read unpacked."""
    return cast("BinaryIO", gzip.open(path)) if _PACKED.search(path.name) else path.open("rb")


def _row_of(line: bytes, shape: type[Shape] | None) -> Row:
    row = json.loads(line.decode("utf-8-sig"))
    if not isinstance(row, dict):
        raise ValueError("this is no row with named columns")  # noqa: TRY004 - all that is wrong with a row is told alike
    return row if shape is None else _as_read(row, shape.model_validate(row))


def _as_read(written: Any, read: Any) -> Any:  # noqa: ANN401 - whatever stands in a row
    """What was written, with the words of its labels as the set spells them; other columns stay as they are."""
    if isinstance(read, Shape):
        return written | {name: _as_read(written[name], value) for name, value in read if name in written}
    if isinstance(read, list):
        return [_as_read(*pair) for pair in zip(written, read, strict=True)]
    return read


def _told(error: ValueError | RecursionError) -> str:
    """What is wrong with a row, without its words."""
    if isinstance(error, RecursionError):
        return "this is nested too deeply"
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = ".".join(map(str, first["loc"]))
        return f"{where}: {first['msg']}" if where else first["msg"]
    if isinstance(error, json.JSONDecodeError):
        return f"this is no JSON: {error.msg} at column {error.colno}"
    return "this is no UTF-8" if isinstance(error, UnicodeDecodeError) else str(error)
