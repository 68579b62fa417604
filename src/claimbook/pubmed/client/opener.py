"""Opening an address without following redirections, through the proxies and openers that the process has chosen."""

import copy
import http.client
import inspect
import socket
import ssl
import threading
import urllib.request
from collections.abc import Callable
from contextlib import suppress
from contextvars import ContextVar
from email.message import Message
from functools import cache
from typing import Any, Protocol, cast

Opens = Callable[..., Any]
"""``urllib.request.urlopen``, or what someone put in its place."""


class Response(Protocol):
    """What an opener gives back."""

    headers: Message

    def read(self, size: int = -1, /) -> bytes:
        """Bytes, none at the end."""

    def close(self) -> None:
        """Let go of the connection."""


_STDLIB = urllib.request.urlopen


class Lines:
    """The connections of one try, so that another thread can cut them: a read that hangs ends at once."""

    def __init__(self) -> None:
        self._held: list[http.client.HTTPConnection | socket.socket] = []
        self._lock = threading.Lock()
        self._cut = False

    def hold(self, line: http.client.HTTPConnection | socket.socket) -> None:
        """Know one more connection, or the socket under it, which outlives it until the answer is read.

        Raises:
            ConnectionAbortedError: the try was given up in the meantime.
        """
        with self._lock:
            self._held.append(line)
            if self._cut:
                raise ConnectionAbortedError("given up")

    def cut(self) -> None:
        """End all of them, now and later."""
        with self._lock:
            self._cut = True
            for line in self._held:
                _hang_up(line)


def _hang_up(line: http.client.HTTPConnection | socket.socket) -> None:
    """Let the other thread read an end; it closes its socket itself. TLS has no say in it."""
    under = line if isinstance(line, socket.socket) else line.sock
    if under is not None:
        with suppress(OSError):
            socket.socket.shutdown(under, socket.SHUT_RDWR)


LINES: ContextVar[Lines | None] = ContextVar("claimbook_lines", default=None)


class _Plain(http.client.HTTPConnection):
    def connect(self) -> None:
        _known(self)
        super().connect()
        _known(self.sock)


class _Tls(http.client.HTTPSConnection):
    def connect(self) -> None:
        _known(self)
        super().connect()
        _known(self.sock)


def _known(line: http.client.HTTPConnection | socket.socket) -> None:
    if lines := LINES.get():
        lines.hold(line)


class _PlainHandler(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Plain, req)


class _TlsHandler(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(_Tls, req, context=_trusted())


@cache
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context()


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """A redirected POST would become a GET without its parameters; so the redirection is shown, not followed."""

    def redirect_request(self, *_: object) -> None:
        """Nothing to follow."""


def open_politely(before: Opens, request: urllib.request.Request, seconds: float) -> Response:
    """Open through ``before``, the function that Bio.Entrez would have used, so that a choice made there holds.

    Where that is Python's own, redirections are not followed, and an opener that the process installed keeps its
    other handlers. ``seconds`` is the time without a byte.
    """
    if before is _STDLIB:
        return cast("Response", _own_opener().open(request, timeout=seconds))
    if _takes_timeout(before):
        return cast("Response", before(request, timeout=seconds))
    return cast("Response", before(request))


def _own_opener() -> urllib.request.OpenerDirector:
    installed = getattr(urllib.request, "_opener", None)
    if installed is None:
        return urllib.request.build_opener(_PlainHandler, _TlsHandler, _NoRedirect)
    handlers: list[urllib.request.BaseHandler] | None = getattr(installed, "handlers", None)
    return _without_redirects(handlers) if handlers else installed


def _without_redirects(handlers: list[urllib.request.BaseHandler]) -> urllib.request.OpenerDirector:
    opener = urllib.request.OpenerDirector()
    for handler in handlers:
        if not isinstance(handler, urllib.request.HTTPRedirectHandler):
            opener.add_handler(_ours(handler))
    return opener


def _ours(handler: urllib.request.BaseHandler) -> urllib.request.BaseHandler:
    """A copy, since a handler belongs to one opener; a plain one becomes one that can be cut."""
    return _PlainHandler() if type(handler) is urllib.request.HTTPHandler else copy.copy(handler)


def _takes_timeout(before: Opens) -> bool:
    try:
        inspect.signature(before).bind(None, timeout=1)
    except TypeError:
        return False
    except ValueError:
        return True
    return True
