"""Writing files so that a reader never meets half of one, and removing them."""

import os
import secrets
import stat
from pathlib import Path

from claimbook.model.problems import ProblemsFoundError, problem

PRIVATE = ".claimbook"
"""The folder of a project whose content is never committed."""
_IGNORED, _HIDE_ALL = ".gitignore", "# made by claimbook: raw answers hold words of publishers\n*\n"


def write_text(path: Path, text: str) -> None:
    """Write a whole file at once, as UTF-8 and with the line ends of ``text``; see ``write_bytes``."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, content: bytes) -> None:
    """Write a whole file at once; folders above it are made.

    The content goes to a file beside it, down to the disk, and takes the old one's place in one step: after a power cut
    there is the old content or the new one. A link stays and the file that it points to is written; what is no regular
    file, such as a pipe or a device, is written to and stays what it is.

    Raises:
        ProblemsFoundError: the file cannot be written there. What stood there before is kept.
    """
    try:
        if _is_stream(path):
            path.write_bytes(content)
        else:
            _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise cannot_write(path, error) from error


def cannot_write(path: Path, error: OSError) -> ProblemsFoundError:
    """What a person is told where the system refuses to write: a folder that is read-only, a full disk."""
    return problem("cannot-write", f"{path} cannot be written: {error.strerror or error}")


def remove(path: Path) -> None:
    """Remove a file; where there is none, nothing is asked of a folder that may be read-only.

    Raises:
        ProblemsFoundError: it cannot be removed there.
    """
    if not path.exists():
        return
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise problem("cannot-write", f"{path} cannot be removed: {error.strerror}") from error


def make_private(folder: Path) -> None:
    """Make a folder below ``.claimbook/``, which hides itself from git: publishers' words must not be published.

    Raises:
        ProblemsFoundError: it cannot be made there.
    """
    home = next((each for each in (folder, *folder.parents) if each.name == PRIVATE), folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise cannot_write(folder, error) from error
    if not (home / _IGNORED).exists():
        write_text(home / _IGNORED, _HIDE_ALL)


def _is_stream(path: Path) -> bool:
    """Whether something is there, perhaps through links, that is neither a file nor a folder."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        _write_down(beside, content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    _write_down_folder(path.parent)


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
