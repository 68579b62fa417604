"""Writing files so that a reader never meets half of one."""

import os
import secrets
from pathlib import Path

from claimbook.model.problems import problem


def write_text(path: Path, text: str) -> None:
    """Write a whole file at once, as UTF-8 and with the line ends of ``text``; see ``write_bytes``."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a whole file at once; folders above it are made.

    The content goes to a file beside it, down to the disk, and takes the old one's place in one step: after a power cut
    there is the old content or the new one.

    Raises:
        ProblemsFoundError: the file cannot be written there. What stood there before is kept.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            _write_down(beside, content)
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
        _write_down_folder(path.parent)
    except OSError as error:
        raise problem("cannot-write", f"{path} cannot be written: {error.strerror}") from error


def _write_down(path: Path, content: bytes) -> None:
    with path.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _write_down_folder(folder: Path) -> None:
    """Make the new name last, too; only POSIX systems open a folder for that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
