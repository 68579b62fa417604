"""What a running search tells: how far it is, and what a person should know meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass

_MINUTE, _HOUR = 60, 3_600


@dataclass(frozen=True)
class Progress:
    """How far the fetching of records is."""

    done: int
    """Records asked for and answered, in this run and before it was stopped."""
    total: int
    fetched: int = 0
    """Of these, records that were asked for since this process began."""
    batches: int = 0
    """Requests since this process began."""
    seconds: float = 0
    """Since this process began to fetch."""

    @property
    def rate(self) -> float | None:
        """Records per second; None before the second batch, because one says nothing about the next."""
        enough = self.batches > 1 and self.seconds > 0
        return self.fetched / self.seconds if enough else None

    @property
    def left(self) -> float | None:
        """Seconds until the end at this rate; None while there is none to go by."""
        return (self.total - self.done) / self.rate if self.rate else None

    def __str__(self) -> str:
        """``4,000 of 25,000 records, 210 per second, about 1 min 40 s left``."""
        told = [f"{self.done:,} of {self.total:,} records"]
        if self.rate is not None:
            told.append(f"{self.rate:,.0f} per second" if self.rate >= 1 else f"{self.rate:.1f} per second")
        if self.left:
            told.append(f"about {duration(self.left)} left")
        return ", ".join(told)


@dataclass(frozen=True)
class Note:
    """One sentence that a person should read."""

    text: str

    def __str__(self) -> str:
        return self.text


News = Progress | Note
Tell = Callable[[News], None]


def duration(seconds: float) -> str:
    """A time as people say it: '40 s', '3 min 20 s', '2 h 5 min'."""
    whole = max(1, round(seconds))
    if whole < _MINUTE:
        return f"{whole} s"
    if whole < _HOUR:
        return f"{whole // _MINUTE} min {whole % _MINUTE} s"
    return f"{whole // _HOUR} h {whole % _HOUR // _MINUTE} min"
