"""While PubMed is down, one probe at a time and at growing intervals, instead of a full budget for every question."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from claimbook.pubmed.client.errors import OUTAGES, RefusedError, SearchFailedError
from claimbook.pubmed.client.patience import Patience


class Breaker:
    """Closed: every question has its full budget. Open: questions wait for their turn to probe."""

    def __init__(self, patience: Patience, tell: Callable[[str], None]) -> None:
        self._patience = patience
        self._tell = tell
        self._probing = threading.Lock()
        self._failure: SearchFailedError | None = None
        self._failures = 0
        self._next = 0.0

    @contextmanager
    def tries(self, budget: int, ends: float) -> Iterator[int]:
        """The number of tries that a question has: its budget, or 1 while PubMed is down.

        Raises:
            SearchFailedError: PubMed is down, and another question has just found that out, or the next probe is due
                after ``ends``.
        """
        seen = self._failures
        if not seen:
            with self._watched(seen):
                yield budget
            return
        with self._probing:
            self._wait(seen, ends)
            with self._watched(self._failures):
                yield 1 if self._failures else budget

    def _wait(self, seen: int, ends: float) -> None:
        """Until the next probe is due, unless another thread's probe has failed since ``seen`` was read."""
        failure = self._failure
        if failure is None:
            return
        if self._failures != seen or self._next > ends:
            raise type(failure)(failure.reason, failure.said, "not asked again yet")
        pause = max(0.0, self._next - self._patience.now())
        self._tell(f"{failure.reason}; one probe in {pause:.0f} s")
        self._patience.sleep(pause)

    @contextmanager
    def _watched(self, seen: int) -> Iterator[None]:
        """Failures of questions that ran side by side count as one."""
        try:
            yield
        except OUTAGES as failure:
            if self._failures == seen:
                self._next = self._patience.now() + self._patience.probe_pause(seen)
                self._failure, self._failures = failure, seen + 1
            raise
        except RefusedError:
            self._close()
            raise
        self._close()

    def _close(self) -> None:
        self._failure, self._failures = None, 0
