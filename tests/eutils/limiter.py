"""The rate limit: a sliding window of one second for each key, or for each address without one."""

import threading
from collections import deque
from dataclasses import dataclass

WITHOUT_KEY = 3
WITH_KEY = 10


@dataclass(frozen=True)
class Verdict:
    """What the limiter says of one request: ``count`` requests in the last second, this one included."""

    sender: str
    client: int
    limit: int
    count: int

    @property
    def refused(self) -> bool:
        """Whether the request came too fast."""
        return self.count > self.limit

    @property
    def remaining(self) -> int:
        """Requests left in this second."""
        return max(0, self.limit - self.count)


class Limiter:
    """Counts every request, also the refused ones. Keys stay in here: nothing writes them down."""

    def __init__(self) -> None:
        self._windows: dict[str, deque[float]] = {}
        self._clients: dict[str, int] = {}
        self._lock = threading.Lock()

    def judge(self, address: str, key: str, now: float) -> Verdict:
        """Count one request."""
        sender = key or address
        with self._lock:
            window = self._windows.setdefault(sender, deque())
            while window and now - window[0] >= 1.0:
                window.popleft()
            window.append(now)
            client = self._clients.setdefault(sender, len(self._clients) + 1)
            return Verdict(sender, client, WITH_KEY if key else WITHOUT_KEY, len(window))
