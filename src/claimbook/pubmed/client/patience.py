"""How long to wait and how often to try; the one place with clocks and chance, so that a test waits for nothing."""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from claimbook.pubmed.client.verdict import Again


@dataclass(frozen=True)
class Patience:
    """Numbers of the retries. ``now`` and ``sleep`` belong to one clock, which all processes of a machine share."""

    pauses: tuple[float, ...] = (1, 2, 4, 8, 16)
    """Seconds before the second, third ... try (the client contract of the notes on PubMed's behaviour)."""
    outage_factor: float = 2
    """An outage that PubMed names itself lasts longer than an accident."""
    jitter: float = 0.5
    """Up to this share is added by chance, so that clients that failed together do not come back together."""
    longest_try: float = 180
    """Seconds for one try from its first to its last byte, however slowly they drip."""
    probes: tuple[float, ...] = (15, 30, 60, 120, 240)
    """Seconds between the single probes while PubMed is down; the last one is repeated."""
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    chance: Callable[[], float] = random.random

    @property
    def tries(self) -> int:
        """Requests that one question may cost."""
        return len(self.pauses) + 1

    def pause(self, verdict: Again, number: int) -> float:
        """Seconds to wait after the try of that number, counted from 1."""
        planned = self.pauses[min(number, len(self.pauses)) - 1] if self.pauses else 0.0
        stretched = planned * (self.outage_factor if verdict.slowly else 1) * (1 + self.jitter * self.chance())
        return max(stretched, verdict.wait)

    def probe_pause(self, number: int) -> float:
        """Seconds between the failed probe of that number, counted from 0, and the next one."""
        return self.probes[min(number, len(self.probes) - 1)]
