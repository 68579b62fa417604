"""When the next request may leave: a pure rule over what all threads and processes have sent.

NCBI counts the requests that *arrive* in any second: three from one address, ten with one key (NBK25497). A request
arrives at some moment between its leaving and the first line of its answer, so two rules hold at once:

* requests leave at a distance, slower than the allowance: 2.5 in a second without a key, 8 with one;
* a request leaves only when fewer than the allowance can have arrived within the last second, so that a request that
  was held up on its way never meets those behind it.
"""

from dataclasses import dataclass, replace

SECOND = 1.0
OVERDUE = 2.0
"""Seconds after which a request without an answer is taken to have arrived, or to be lost."""
SLOW = 60.0
"""Seconds of half the rate after a 'too many requests'."""
LONGEST_BAN = 3600.0


@dataclass(frozen=True)
class Pace:
    """An allowance and the distance that keeps well inside it."""

    gap: float
    most: int


WITHOUT_KEY = Pace(gap=0.4, most=3)
WITH_KEY = Pace(gap=0.125, most=9)


@dataclass(frozen=True)
class Flight:
    """One request: when it left, and when its answer began to come."""

    ticket: str
    left: float
    landed: float | None = None

    @property
    def latest(self) -> float:
        """The last moment at which it can have arrived."""
        return self.left + OVERDUE if self.landed is None else self.landed


@dataclass(frozen=True)
class Traffic:
    """What has been sent lately; times in seconds of one clock."""

    flights: tuple[Flight, ...] = ()
    not_before: float = 0.0
    slow_until: float = 0.0

    def earliest(self, pace: Pace, now: float) -> float:
        """The moment at which the next request may leave, as things stand now."""
        gap = pace.gap * (2 if now < self.slow_until else 1)
        last = max((flight.left for flight in self.flights), default=now - gap)
        latest = sorted((flight.latest for flight in self.flights), reverse=True)
        room = latest[pace.most - 1] + SECOND if len(latest) >= pace.most else now
        return max(now, self.not_before, last + gap, room)

    def leaving(self, ticket: str, now: float) -> "Traffic":
        """With one more request, and without those that no longer count."""
        kept = (flight for flight in self.flights if flight.latest > now - SECOND)
        return replace(self, flights=(*kept, Flight(ticket, now)))

    def landing(self, ticket: str, now: float) -> "Traffic":
        """With the answer to one of them."""
        return replace(
            self,
            flights=tuple(
                replace(flight, landed=now) if flight.ticket == ticket and flight.landed is None else flight
                for flight in self.flights
            ),
        )

    def throttled(self, pause: float, now: float) -> "Traffic":
        """After 'too many requests': silence, and then half the rate."""
        until = now + min(pause, LONGEST_BAN)
        return replace(self, not_before=max(self.not_before, until), slow_until=max(self.slow_until, until + SLOW))

    def possible(self, now: float) -> bool:
        """Whether it can have been written since the clock started, which a reboot sets back."""
        times = [time for flight in self.flights for time in (flight.left, flight.landed or 0.0)]
        return all(0 <= time <= now + SECOND for time in times) and max(self.not_before, self.slow_until) <= (
            now + LONGEST_BAN + SLOW
        )
