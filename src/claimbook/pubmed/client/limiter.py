"""One rate for all threads and processes of a user on a machine: a small file, and a lock that dies with its holder."""

import json
import os
import stat
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from uuid import uuid4

from claimbook.model.problems import ProblemsFoundError, problem
from claimbook.pubmed.client.errors import ThrottledError
from claimbook.pubmed.client.pace import SECOND, WITH_KEY, WITHOUT_KEY, Flight, Traffic
from claimbook.pubmed.client.patience import Patience
from claimbook.pubmed.client.settings import Settings

_LOOK = 0.05
"""Longest sleep between two looks at the file; an answer that comes early makes room early."""
_BLINK = 0.001
"""Shortest sleep; ten of them, by chance, keep the processes from always meeting at the lock in the same order."""
_LOCK_SECONDS = 30.0


class Limiter:
    """Gives turns. One object may be used by many threads; the file joins it with those of other processes."""

    def __init__(self, settings: Settings, patience: Patience, folder: Path | None = None) -> None:
        self._pace = WITH_KEY if settings.api_key else WITHOUT_KEY
        self._patience = patience
        self._file = (folder or private_folder()) / f"{settings.whose_rate}.json"
        self._queue = threading.Lock()
        self._process = os.getpid()

    @contextmanager
    def turn(self, ends: float) -> Iterator[Callable[[], None]]:
        """Wait until a request may leave; inside, tell when its answer begins to come, or leave.

        Raises:
            ThrottledError: no turn will come before ``ends``, a moment of the clock of ``patience``.
        """
        ticket = uuid4().hex[:12]
        self._wait(ticket, ends)

        def landed() -> None:
            # Where this cannot be written down, the request counts as overdue, which is the careful side.
            with suppress(ProblemsFoundError):
                self._change(lambda traffic, now: traffic.landing(ticket, now))

        try:
            yield landed
        finally:
            landed()

    def throttled(self, pause: float) -> None:
        """Tell everyone that PubMed wants a pause."""
        self._change(lambda traffic, now: traffic.throttled(pause, now))

    def _wait(self, ticket: str, ends: float) -> None:
        """Only one thread of a process competes at a time, so that the processes take turns fairly."""
        with self._own_queue(ends):
            while (left := self._leave_or_wait(ticket)) > 0:
                now = self._patience.now()
                if now + left > ends:
                    raise ThrottledError("PubMed asked for a pause that is longer than this command waits")
                self._patience.sleep(min(max(left, _BLINK), _LOOK) + 10 * _BLINK * self._patience.chance())

    @contextmanager
    def _own_queue(self, ends: float) -> Iterator[None]:
        if self._process != os.getpid():  # forked, perhaps while another thread held a lock that nobody opens here
            self._queue, self._process = threading.Lock(), os.getpid()
        queue = self._queue
        if not queue.acquire(timeout=max(0.0, ends - self._patience.now())):
            raise ThrottledError("too many requests of this command wait for their turn")
        try:
            yield
        finally:
            queue.release()

    def _leave_or_wait(self, ticket: str) -> float:
        """0 and a request that has left, or the seconds to wait."""
        with self._locked() as now:
            traffic = self._read(now)
            left = traffic.earliest(self._pace, now) - now
            if left <= 0:
                self._write(traffic.leaving(ticket, now))
            return left

    def _change(self, change: Callable[[Traffic, float], Traffic]) -> None:
        with self._locked() as now:
            self._write(change(self._read(now), now))

    @contextmanager
    def _locked(self) -> Iterator[float]:
        from filelock import FileLock  # noqa: PLC0415 - kept from `--help`

        try:
            with FileLock(self._file.with_suffix(".lock"), timeout=_LOCK_SECONDS, poll_interval=0.005):
                yield self._patience.now()
        except OSError as error:
            raise _unsafe(self._file.parent) from error

    def _read(self, now: float) -> Traffic:
        """What was sent lately. A file that cannot be right is begun anew, after a second of silence for all."""
        try:
            traffic: Traffic | None = _traffic(self._file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Traffic()
        except (ValueError, TypeError, KeyError, AttributeError):
            traffic = None
        if traffic is None or not traffic.possible(now):
            traffic = Traffic(not_before=now + SECOND)
            self._write(traffic)
        return traffic

    def _write(self, traffic: Traffic) -> None:
        """In one step, so that a process that is killed here leaves the old file or the new one."""
        beside = self._file.with_suffix(f".{os.getpid()}.tmp")
        beside.write_text(json.dumps(asdict(traffic)), encoding="utf-8")
        beside.replace(self._file)


def _traffic(text: str) -> Traffic:
    content = json.loads(text)
    flights = (
        Flight(str(one["ticket"]), float(one["left"]), None if one["landed"] is None else float(one["landed"]))
        for one in content["flights"]
    )
    return Traffic(tuple(flights), float(content["not_before"]), float(content["slow_until"]))


def private_folder() -> Path:
    """A folder of this user alone in the system's folder for temporary files.

    Raises:
        ProblemsFoundError: something else lies there, such as a link or another user's folder.
    """
    whose = str(os.getuid()) if hasattr(os, "getuid") else "user"
    folder = Path(tempfile.gettempdir()) / f"claimbook-{whose}"
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        seen = folder.lstat()
    except OSError as error:
        raise _unsafe(folder) from error
    if not stat.S_ISDIR(seen.st_mode) or (hasattr(os, "getuid") and seen.st_uid != os.getuid()):
        raise _unsafe(folder)
    if seen.st_mode & 0o077 and os.name == "posix":
        folder.chmod(0o700)
    return folder


def _unsafe(folder: Path) -> ProblemsFoundError:
    return problem(
        "unsafe-folder",
        f"{folder} is needed to count requests, and it cannot be written or is not yours",
        hint="remove it, or set TMPDIR to a folder of your own",
    )
