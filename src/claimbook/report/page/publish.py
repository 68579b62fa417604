"""Put a whole report in place at once, and take away what an earlier one left there.

Pages are written to a folder within the report and moved when all of them are ready: a build that is stopped changes
nothing. A list of what was made, with hashes, lies beside the pages; only what stands on it, unchanged, is removed.
"""

import hashlib
import secrets
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from claimbook.project.files import cannot_write, write_text

MADE = ".made-by-claimbook"
"""Name of the list: one line for each file, in the form of ``sha256sum``."""
_BUILDING, _BUSY, _PAGES = ".building-", "busy.lock", "pages"


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """A folder to write pages to, within ``out`` so that they are moved in one step; gone when the block ends.

    What a killed build left is removed; the system ends its hold on the folder when a process ends in any way.

    Raises:
        ProblemsFoundError: nothing can be written there.
    """
    folder = out / f"{_BUILDING}{secrets.token_hex(4)}"
    try:
        folder.mkdir(parents=True)
    except OSError as error:
        raise cannot_write(out, error) from error
    try:
        with FileLock(folder / _BUSY, timeout=0):
            _sweep(out, folder)
            yield folder / _PAGES
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def publish(pages: Path, out: Path, *, everything: bool) -> None:
    """Move what was staged to its place, and remember it; after a build of everything, remove what is left of others.

    Raises:
        ProblemsFoundError: a file cannot be put in its place.
    """
    made = {name: _sha256(pages / name) for name in _names(pages)}
    before = _read(out)
    try:
        for name in made:
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (pages / name).replace(out / name)
        if everything:
            _remove(out, {name: sha256 for name, sha256 in before.items() if name not in made})
    except OSError as error:
        raise cannot_write(Path(error.filename2 or error.filename or out), error) from error
    if not everything:
        made = {name: sha256 for name, sha256 in before.items() if (out / name).is_file()} | made
    write_text(out / MADE, "".join(f"{made[name]}  {name}\n" for name in sorted(made)))


def _names(pages: Path) -> list[str]:
    return sorted(path.relative_to(pages).as_posix() for path in pages.rglob("*") if path.is_file())


def _read(out: Path) -> dict[str, str]:
    """The hash of each file that was made before, by its name; names that lead out of the folder count for nothing."""
    try:
        lines = (out / MADE).read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    pairs = (line.partition("  ") for line in lines)
    return {name: sha256 for sha256, _, name in pairs if name and _is_within(PurePosixPath(name))}


def _is_within(name: PurePosixPath) -> bool:
    return not name.is_absolute() and ".." not in name.parts


def _remove(out: Path, left: Mapping[str, str]) -> None:
    """Remove these files where they are still as they were made, and the folders that are empty then."""
    for name, sha256 in left.items():
        path = out / name
        if path.is_symlink() or not path.is_file() or _sha256(path) != sha256 or not _lies_in(path, out):
            continue
        path.unlink()
        for folder in path.relative_to(out).parents[:-1]:
            if any((out / folder).iterdir()):
                break
            (out / folder).rmdir()


def _lies_in(path: Path, out: Path) -> bool:
    """Whether no link on the way leads elsewhere."""
    return path.resolve() == out.resolve() / path.relative_to(out)


def _sweep(out: Path, own: Path) -> None:
    for folder in out.glob(f"{_BUILDING}*"):
        if folder != own and not _is_held(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_held(folder: Path) -> bool:
    try:
        with FileLock(folder / _BUSY, timeout=0):
            return False
    except Timeout:
        return True
    except OSError:
        return False


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
