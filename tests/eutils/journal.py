"""What was asked of the server: one frozen entry for each request, in the order of arrival."""

import json
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import IO

SECRET = frozenset({"api_key", "email"})


@dataclass(frozen=True)
class Entry:
    """One request. ``parameters`` never hold the key or the address: only whether they were there is told.

    Attributes:
        number: 1 for the first request to the server.
        at: Seconds on the server's clock.
        method: "GET" or "POST".
        path: Path without the query.
        endpoint: "esearch", "efetch", ...; "dtd" for a DTD; "" for a path that is none of the server's.
        parameters: Names in lower case.
        body_size: Bytes of the request body.
        tool: Whether a tool was named; likewise ``email`` and ``key``.
        key_place: "url", "body", or "" without a key.
        client: A number for the sender that the rate limit counts by: the same key or address, the same number.
        answer: How it was answered: "esearch-xml", "rate-limit", or the names of the faults that had a hand in it.
        status: HTTP status of the answer.
        size: Bytes of the answer's body, before any fault of the wire.
    """

    number: int
    at: float
    method: str
    path: str
    endpoint: str
    parameters: Mapping[str, str]
    body_size: int
    tool: bool
    email: bool
    key: bool
    key_place: str
    client: int
    answer: str
    status: int
    size: int

    @property
    def ids(self) -> tuple[str, ...]:
        """The identifiers named in the request."""
        return tuple(part.strip() for part in self.parameters.get("id", "").split(",") if part.strip())


def without_secrets(parameters: Mapping[str, str]) -> Mapping[str, str]:
    """The parameters as the journal may keep them."""
    return MappingProxyType({name: value for name, value in parameters.items() if name not in SECRET})


class Journal:
    """All entries so far; with a path each one is also written as a JSON line at once."""

    def __init__(self, path: Path | None = None) -> None:
        self._entries: list[Entry] = []
        self._lock = threading.Lock()
        self._file: IO[str] | None = path.open("a", encoding="utf-8") if path else None

    def add(self, entry: Entry) -> None:
        """Keep one entry."""
        with self._lock:
            self._entries.append(entry)
            if self._file and not self._file.closed:
                self._file.write(json.dumps(vars(entry) | {"parameters": dict(entry.parameters)}) + "\n")
                self._file.flush()

    def entries(self) -> tuple[Entry, ...]:
        """A snapshot of the journal."""
        with self._lock:
            return tuple(self._entries)

    def close(self) -> None:
        """Close the file, if there is one."""
        with self._lock:
            if self._file:
                self._file.close()


def busiest_second(entries: Iterable[Entry]) -> int:
    """The largest number of requests that one sender made inside any window of one second."""
    times: dict[int, list[float]] = {}
    for entry in entries:
        times.setdefault(entry.client, []).append(entry.at)
    return max((_busiest(sorted(moments)) for moments in times.values()), default=0)


def _busiest(moments: list[float]) -> int:
    most = start = 0
    for stop, moment in enumerate(moments):
        while moment - moments[start] >= 1.0:
            start += 1
        most = max(most, stop - start + 1)
    return most


def read_journal(path: Path) -> tuple[Entry, ...]:
    """The entries of a journal file; a last line that is still being written is left out."""
    lines = path.read_text(encoding="utf-8").split("\n")[:-1] if path.exists() else []
    return tuple(Entry(**json.loads(line)) for line in lines)
