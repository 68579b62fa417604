"""What a reply is worth: good, worth another try, or final."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from claimbook.pubmed.client.errors import SearchFailedError

T_co = TypeVar("T_co", covariant=True)
"""What is read from a good answer."""

ONCE_MORE = 2
"""Tries for a reply that may be an accident and may be final (pubmed-behaviour, row s: a bare 400 at most twice)."""


@dataclass(frozen=True)
class Reply:
    """What came over the wire, whole and unpacked, with the API key taken out."""

    status: int
    headers: dict[str, str]
    """Names in lower case."""
    body: bytes
    at: float = 0.0
    """When it came, in seconds since 1970."""


@dataclass(frozen=True)
class Good(Generic[T_co]):
    """The answer that was asked for."""

    value: T_co


@dataclass(frozen=True)
class Again:
    """Not an answer, and another try may bring one."""

    error: type[SearchFailedError]
    """What it becomes when no try is left."""
    reason: str
    said: str | None = None
    wait: float = 0.0
    """Seconds that must pass first, as the server asks."""
    tries: int | None = None
    """Fewer tries than usual, the first included."""
    slowly: bool = False
    """An outage: the pauses grow longer."""


@dataclass(frozen=True)
class Stop:
    """Not an answer, and asking again changes nothing."""

    error: type[SearchFailedError]
    reason: str
    said: str | None = None
    hint: str | None = None
