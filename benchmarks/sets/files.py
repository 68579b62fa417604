"""Rows of the benchmark files: JSON lines, gzipped or not, in one folder per set, whatever the split is called."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def files_of(data: Path, folder: str, part: str = "") -> list[Path]:
    """The files of a set whose name holds ``part``; one that is for training counts only where it is all there is."""
    found = sorted(path for path in (data / folder).rglob("*.jsonl*") if part in path.name)
    aside = [path for path in found if "train" not in path.name]
    return aside or found


def rows_of(data: Path, folder: str, part: str = "") -> Iterator[Row]:
    """Every row of those files."""
    for path in files_of(data, folder, part):
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, filter(str.strip, lines))
