"""The server's clock: it runs by itself, and a test can push it on by hours."""

import threading
import time


class Clock:
    """Seconds since the server started. A client that is given ``now`` and ``sleep`` waits for nothing in a test.

    With ``running=False`` only ``advance`` and ``sleep`` move it, so that every time in the journal is exact.
    """

    def __init__(self, *, running: bool = True) -> None:
        self._start = time.monotonic()
        self._running = running
        self._added = 0.0
        self._lock = threading.Lock()

    def now(self) -> float:
        """Seconds since the start, with all advances."""
        ran = time.monotonic() - self._start if self._running else 0.0
        with self._lock:
            return ran + self._added

    def advance(self, seconds: float = 0.0, *, minutes: float = 0.0, hours: float = 0.0) -> None:
        """Move the clock on: a WebEnv expires, an outage ends, a record changes."""
        with self._lock:
            self._added += seconds + 60 * minutes + 3600 * hours

    def sleep(self, seconds: float) -> None:
        """A stand-in for ``time.sleep``: the time passes for the server, not for the test."""
        self.advance(max(0.0, seconds))
