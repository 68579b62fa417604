"""The HTTP server on 127.0.0.1."""

import contextlib
import socket
import socketserver
import sys
import threading
from collections.abc import Iterable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.eutils.answers import Answer, as_json
from tests.eutils.articles import Article, Book
from tests.eutils.calls import BASE_PATH, Call
from tests.eutils.clock import Clock
from tests.eutils.corpus import Corpus
from tests.eutils.endpoints import answer
from tests.eutils.faults.plan import Fault, Plan
from tests.eutils.journal import Entry, Journal, without_secrets
from tests.eutils.limiter import Verdict
from tests.eutils.settings import Settings
from tests.eutils.wire import send
from tests.eutils.world import World


class EutilsServer:
    """E-utilities on 127.0.0.1, for one test; see the package for its use.

    ``faults`` are names of the table FAULTS or ``Fault`` objects. Further keywords are the fields of ``Settings``.
    """

    def __init__(  # noqa: PLR0913 - each is a thing a test may want to choose
        self,
        corpus: Corpus | None = None,
        faults: Iterable[Fault | str] = (),
        seed: int = 0,
        *,
        port: int = 0,
        clock: Clock | None = None,
        journal_file: Path | None = None,
        **switches: object,
    ) -> None:
        self.clock = clock or Clock()
        self.world = World(corpus or Corpus(), Settings(seed=seed, **switches), self.clock)  # type: ignore[arg-type]
        self.plan = Plan(faults, seed)
        self._journal = Journal(journal_file)
        self._port = port
        self._numbers = 0
        self.stopping = threading.Event()
        self.broken: list[BaseException] = []

    def __enter__(self) -> Self:
        self._http = _Http(self._port, self)
        self._thread = threading.Thread(target=self._serve, name="eutils")
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stopping.set()
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), timeout=1):
            pass  # wakes the thread that waits for a connection
        self._thread.join()
        self._http.close_connections()
        self._http.server_close()
        self._journal.close()
        if self.broken:
            raise RuntimeError("the test server itself failed on a request") from self.broken[0]

    def _serve(self) -> None:
        while not self.stopping.is_set():
            self._http.handle_request()

    @property
    def port(self) -> int:
        """The port that was free."""
        return int(self._http.server_address[1])

    @property
    def root(self) -> str:
        """Scheme, host and port."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def base(self) -> str:
        """What stands before "esearch.fcgi"."""
        return f"{self.root}{BASE_PATH}"

    @property
    def journal(self) -> tuple[Entry, ...]:
        """All requests so far."""
        return self._journal.entries()

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The faults that can still strike."""
        return self.plan.waiting

    def inject(self, *faults: Fault | str) -> None:
        """Add faults while the server runs."""
        self.plan.add(faults)

    def revise(self, record: Article | Book) -> None:
        """Make a record new, or put it in place of the one with its PMID."""
        self.world.alter(lambda corpus: corpus.revised(record))

    def withdraw(self, pmid: int, into: int | None = None) -> None:
        """Delete a record, or merge it into another one."""
        self.world.alter(lambda corpus: corpus.withdrawn(pmid, into))

    def respond(self, call: Call) -> Answer:
        """Judge, answer and write down one request."""
        with self.world.lock:
            now = self.clock.now()
            verdict = self.world.limiter.judge(call.address, call.parameters.get("api_key", ""), now)
            self._numbers += 1
            found = _too_fast(verdict) if verdict.refused else self.plan.answer(call, self.world, answer)
            found = _with_headers(found, verdict)
            self._journal.add(_entry(self._numbers, now, call, found, verdict))
            return found


def _too_fast(verdict: Verdict) -> Answer:
    """NCBI's refusal repeats the key, or the address without one: a client must not print it."""
    told = {"error": "API rate limit exceeded", "api-key": verdict.sender, "count": str(verdict.count)}
    refusal = as_json(told | {"limit": str(verdict.limit)}, mode="rate-limit", status=429)
    return replace(refusal, media_type="application/json", headers=(("Retry-After", "2"),))


def _with_headers(found: Answer, verdict: Verdict) -> Answer:
    limits = (("X-RateLimit-Limit", str(verdict.limit)), ("X-RateLimit-Remaining", str(verdict.remaining)))
    return replace(found, headers=(*limits, *found.headers))


def _entry(number: int, now: float, call: Call, found: Answer, verdict: Verdict) -> Entry:
    parameters = call.parameters
    return Entry(
        number=number,
        at=now,
        method=call.method,
        path=call.path,
        endpoint=call.endpoint,
        parameters=without_secrets(parameters),
        body_size=len(call.body),
        tool=bool(parameters.get("tool")),
        email=bool(parameters.get("email")),
        key=bool(parameters.get("api_key")),
        key_place=call.key_place,
        client=verdict.client,
        answer=found.mode,
        status=found.status,
        size=len(found.body),
    )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Finatra"
    sys_version = ""
    disable_nagle_algorithm = True
    server: "_Http"

    def do_GET(self) -> None:
        self._respond()

    def do_POST(self) -> None:
        self._respond()

    def _respond(self) -> None:
        length = self.headers.get("Content-Length", "0")
        body = self.rfile.read(int(length) if length.isdigit() else 0)
        call = Call(self.command, self.path, dict(self.headers.items()), body, self.client_address[0])
        send(self.server.eutils.respond(call), self, self.server.eutils.stopping)

    def version_string(self) -> str:
        return self.server_version

    def log_message(self, *_: object) -> None:
        """Nothing is printed: the journal tells more."""


class _Http(ThreadingHTTPServer):
    daemon_threads = False
    block_on_close = True
    request_queue_size = 128

    def __init__(self, port: int, eutils: EutilsServer) -> None:
        self.eutils = eutils
        self._open: set[socket.socket] = set()
        self._lock = threading.Lock()
        super().__init__(("127.0.0.1", port), _Handler)

    def server_bind(self) -> None:
        """Bind without asking the name service who 127.0.0.1 is, which can take seconds."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = "127.0.0.1", int(self.server_address[1])

    def process_request(self, request: socket.socket, client_address: tuple[str, int]) -> None:  # type: ignore[override]
        with self._lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket) -> None:  # type: ignore[override]
        with self._lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def close_connections(self) -> None:
        """End the connections that clients still hold, so that no thread waits for them."""
        with self._lock:
            for connection in self._open:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that goes away in the middle is to be expected; anything else must fail the test."""
        del request, client_address
        error = sys.exception()
        if error is not None and not isinstance(error, OSError):
            self.eutils.broken.append(error)
