"""What one run has received so far, on disk, so that a run that was stopped goes on where it was.

Each run has a folder of its own below ``.claimbook/search/<article>/<claim>/``. An answer is written whole under a name
that holds the hash of its content: a file whose content has another hash is a half one and counts for nothing.
"""

import hashlib
import json
import shutil
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from filelock import FileLock, Timeout

from claimbook.model.problems import Problem, ProblemsFoundError
from claimbook.project.files import cannot_write, make_private, write_bytes, write_text

RunKind = Literal["search", "update", "restore", "verify"]
OLDEST = timedelta(days=1)
"""A run older than this starts again: PubMed changes every day."""
_FAMILY: Mapping[RunKind, frozenset[RunKind]] = {
    "search": frozenset({"search", "update"}),
    "update": frozenset({"search", "update"}),
    "restore": frozenset({"restore"}),
    "verify": frozenset({"verify"}),
}
"""A run ends the unfinished runs of its family; a restoring does not end a search."""
_RUN, _DONE, _BUSY = "run.json", "done", "busy.lock"


@dataclass(frozen=True)
class Order:
    """What a run is for; only a run of the same order is resumed."""

    kind: RunKind
    query: str
    interface: str
    subject: str = ""
    """Hash of the lock that is restored."""


@dataclass(frozen=True)
class Run:
    """An order with the moment it was first begun and the tool that began it: both go into the lock."""

    order: Order
    when: str
    tool: str


@dataclass(frozen=True)
class Ledger:
    """The folder of one run."""

    folder: Path
    run: Run

    def note(self, name: str) -> Any | None:  # noqa: ANN401 - any JSON
        """What was written under that name; None where nothing was, or not all of it."""
        try:
            held = json.loads((self.folder / f"{name}.json").read_bytes())
        except (OSError, ValueError):
            return None
        intact = isinstance(held, dict) and held.get("sha256") == _sha256(_canonical(held.get("note")))
        return held["note"] if intact else None

    def write_note(self, name: str, note: object) -> None:
        """Keep a piece of JSON, with its hash."""
        content = {"sha256": _sha256(_canonical(note)), "note": note}
        write_text(self.folder / f"{name}.json", json.dumps(content, ensure_ascii=False, sort_keys=True))

    def raw(self, name: str) -> bytes | None:
        """The answer that was kept under that name, if it is whole."""
        for path in sorted(self.folder.glob(f"{name}.*.xml")):
            content = path.read_bytes()
            if path.name == f"{name}.{_sha256(content)}.xml":
                return content
            path.unlink()
        return None

    def keep_raw(self, name: str, content: bytes) -> None:
        """Keep an answer as it was received."""
        write_bytes(self.folder / f"{name}.{_sha256(content)}.xml", content)

    def forget(self, pattern: str) -> None:
        """Remove what was kept under these names, so that it is asked for again."""
        for path in self.folder.glob(pattern):
            path.unlink()

    def finish(self, replaces: Collection[RunKind]) -> None:
        """Mark the run as ended, and remove all other runs of these kinds: no lock refers to their answers."""
        self.forget(".*.tmp")  # halves that a killed process left
        write_text(self.folder / _DONE, "")
        for folder in _runs(self.folder.parent):
            run = _read_run(folder)
            if folder != self.folder and (run is None or run.order.kind in replaces):
                shutil.rmtree(folder)

    def discard(self) -> None:
        """Remove the run: it shall not be resumed."""
        shutil.rmtree(self.folder)


@dataclass(frozen=True)
class Opened:
    """The ledger of a run, and why an earlier one was left behind."""

    ledger: Ledger
    resumed: bool
    left: tuple[str, ...] = ()


class BusyError(ProblemsFoundError):
    """Another process holds these ledgers; those of other claims and tables may be free."""


@contextmanager
def alone(home: Path, work: str = "search for the claim") -> Iterator[None]:
    """Hold the ledgers of one claim or table; the system ends the hold when the process ends in any way.

    Args:
        home: the folder of the ledgers, which has the name of the claim or table.
        work: what they are held for, as the words before that name.

    Raises:
        BusyError: another process holds them.
        ProblemsFoundError: nothing can be written there.
    """
    hold = FileLock(home / _BUSY, timeout=0)
    try:
        make_private(home)
        hold.acquire()
    except Timeout:
        message = f"another {work} '{home.name}' is running"
        raise BusyError([Problem("search-running", message, hint="wait until it has ended")]) from None
    except OSError as error:
        raise cannot_write(home, error) from error
    try:
        yield
    finally:
        hold.release()


def open_ledger(home: Path, order: Order, tool: str, now: datetime) -> Opened:
    """The ledger of an unfinished run of the same order, or a new one."""
    left: list[str] = []
    for folder in _unfinished(home):
        run = _read_run(folder)
        if run is not None and order.kind not in _FAMILY[run.order.kind]:
            continue
        reason = "its ledger is damaged" if run is None else _why_not(run, order, now)
        if run is not None and reason is None:
            return Opened(Ledger(folder, run), resumed=True, left=tuple(left))
        left.append(f"an interrupted run is not resumed: {reason}")
        shutil.rmtree(folder)
    return Opened(_begin(home, Run(order, instant(now), tool)), resumed=False, left=tuple(left))


def instant(moment: datetime) -> str:
    """A moment in UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def find_raw(home: Path, sha256: str) -> Path | None:
    """The whole answer with that hash, whichever run received it; None where it must be fetched again."""
    for path in sorted(home.glob(f"*/*.{sha256}.xml")):
        if _sha256(path.read_bytes()) == sha256:
            return path
    return None


def _begin(home: Path, run: Run) -> Ledger:
    stamp = run.when.replace(":", "").replace("-", "")
    names = (f"{stamp}-{run.order.kind}{suffix}" for suffix in ("", *(f"-{number}" for number in range(2, 1_000))))
    folder = next(home / name for name in names if not (home / name).exists())
    write_text(folder / _RUN, json.dumps(asdict(run), ensure_ascii=False, indent=1))
    return Ledger(folder, run)


def _read_run(folder: Path) -> Run | None:
    try:
        held = json.loads((folder / _RUN).read_bytes())
        run = Run(Order(**held["order"]), held["when"], held["tool"])
        datetime.fromisoformat(run.when)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return run


def _why_not(run: Run, order: Order, now: datetime) -> str | None:
    """Why a run cannot be gone on with; None where it can."""
    if run.order.kind != order.kind:
        return f"it was for '{run.order.kind}', not for '{order.kind}'"
    if run.order.interface != order.interface:
        return f"it asked {run.order.interface}, not {order.interface}"
    if run.order.query != order.query or run.order.subject != order.subject:
        return "it asked for something else"
    age = now - datetime.fromisoformat(run.when)
    return None if timedelta(minutes=-1) <= age <= OLDEST else f"it began more than a day ago, at {run.when}"


def _unfinished(home: Path) -> list[Path]:
    return [folder for folder in _runs(home) if not (folder / _DONE).exists()]


def _runs(home: Path) -> list[Path]:
    return sorted(folder for folder in home.iterdir() if folder.is_dir())


def _canonical(note: object) -> bytes:
    return json.dumps(note, ensure_ascii=False, sort_keys=True).encode()


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
