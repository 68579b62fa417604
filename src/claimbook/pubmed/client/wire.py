"""One try over the wire: Bio.Entrez builds and sends the request, and this module is the place it goes through.

``Bio.Entrez.urlopen`` is replaced by a hook that looks whether a request of claimbook is running. Any other use of
Bio.Entrez in the process goes to what stood there before, untouched.
"""

import http.client
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import closing
from contextvars import ContextVar
from dataclasses import dataclass, field
from email.message import Message
from io import BytesIO
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import Request

from Bio import Entrez

from claimbook import __version__
from claimbook.pubmed.client.body import read_body
from claimbook.pubmed.client.errors import UnreachableError
from claimbook.pubmed.client.opener import LINES, Lines, Opens, Response, open_politely
from claimbook.pubmed.client.redact import Redactor
from claimbook.pubmed.client.settings import Settings
from claimbook.pubmed.client.verdict import Again, Reply

_ENTREZ: Any = Entrez
"""The module as something whose names can be set."""

_TROUBLE = (OSError, http.client.HTTPException, EOFError)
"""What sockets, TLS, proxies and http.client raise; URLError and TimeoutError are OSErrors."""


@dataclass
class Try:
    """One request that is on its way, from its own thread."""

    settings: Settings
    landed: Callable[[], None]
    """Called when the first line of the answer is there, so that the rate is counted from then on."""
    lines: Lines = field(default_factory=Lines)
    sent: bool = False
    reply: Reply | None = None
    trouble: Exception | None = None
    done: threading.Event = field(default_factory=threading.Event)


_RUNNING: ContextVar[Try | None] = ContextVar("claimbook_try", default=None)


def exchange(
    endpoint: str, parameters: Mapping[str, str], settings: Settings, seconds: float, landed: Callable[[], None]
) -> Reply | Again:
    """The reply to one request, or what kept it from coming; after ``seconds`` it is given up wherever it stands.

    It runs in a thread of its own, since neither a name look-up nor an answer that drips can be ended in the thread
    that waits for it; so Ctrl-C gets through at once, too.
    """
    one = Try(settings, landed)
    threading.Thread(target=_run, args=(one, endpoint, parameters), name="claimbook-pubmed", daemon=True).start()
    try:
        in_time = one.done.wait(seconds)
    finally:
        if not one.done.is_set():
            one.lines.cut()
    if not in_time:
        return Again(UnreachableError, f"PubMed's answer was not whole after {seconds:.0f} s")
    return _outcome(one)


def _outcome(one: Try) -> Reply | Again:
    if isinstance(one.trouble, _TROUBLE):
        return Again(UnreachableError, f"no whole answer came from PubMed: {_told(one.trouble)}")
    if one.trouble:
        raise one.trouble
    assert one.reply is not None  # noqa: S101 - a try ends with a reply or with trouble
    return one.reply


def _told(trouble: BaseException) -> str:
    """The trouble in the words of the system, without its class names where it has words."""
    inner = trouble.reason if isinstance(trouble, URLError) else trouble
    if isinstance(inner, http.client.IncompleteRead):
        return "it was cut on its way"
    if isinstance(inner, TimeoutError):
        return "it took too long"
    if isinstance(inner, OSError) and inner.strerror:
        return inner.strerror
    return str(inner) or type(inner).__name__


def _run(one: Try, endpoint: str, parameters: Mapping[str, str]) -> None:
    _RUNNING.set(one)
    LINES.set(one.lines)
    try:
        _ask(one.settings, endpoint, parameters)
    except Exception as error:  # noqa: BLE001 - handed to the thread that asked
        one.trouble = error
    finally:
        one.done.set()


def _ask(settings: Settings, endpoint: str, parameters: Mapping[str, str]) -> None:
    _install()
    # The turn was taken before; without a lock, Bio.Entrez's own pause would only add a race of the threads.
    _ENTREZ._open.previous = 0  # noqa: SLF001 - it has no public switch
    call: Callable[..., object] = Entrez.esearch if endpoint == "esearch" else Entrez.efetch
    call(
        db="pubmed",
        **parameters,
        tool=settings.tool,
        email=settings.email,
        api_key=settings.api_key.reveal() if settings.api_key else None,
    )


class _Hook:
    """Stands in for ``Bio.Entrez.urlopen``."""

    def __init__(self, before: Opens) -> None:
        self.before = before

    def __call__(self, request: Request, *args: object, **keywords: object) -> object:
        one = _RUNNING.get()
        if one is None:
            return self.before(request, *args, **keywords)
        _ENTREZ._open.previous = time.time()  # noqa: SLF001 - others who use Bio.Entrez keep their distance from us
        if one.sent:
            raise RuntimeError("Bio.Entrez sent a request twice")
        one.sent = True
        _RUNNING.set(None)  # whatever stood here before may itself be a wrapper around this hook
        try:
            one.reply = _send(self.before, request, one)
        except _TROUBLE as trouble:
            # Bio.Entrez would send the request again by itself, past the rate and with the key in its address.
            one.trouble = trouble
        finally:
            _RUNNING.set(one)
        return _Handle()


_INSTALLING = threading.Lock()


def _install() -> None:
    with _INSTALLING:
        if not isinstance(_ENTREZ.urlopen, _Hook):
            _ENTREZ.urlopen = _Hook(_ENTREZ.urlopen)


class _Handle(BytesIO):
    """What Bio.Entrez wants to see of an answer; the reply itself goes another way."""

    def __init__(self) -> None:
        super().__init__(b"")
        self.headers = Message()
        self.headers["Content-Type"] = "text/xml"
        self.url = ""


def _send(before: Opens, request: Request, one: Try) -> Reply:
    settings = one.settings
    with closing(_open(before, _posted(request, settings), settings.timeout)) as response:
        one.landed()
        headers = {name.lower(): value for name, value in response.headers.items()}
        body = Redactor(settings).body(read_body(response, headers))
        return Reply(_status(response), headers, body.lstrip(b" \t\r\n"), time.time())


def _open(before: Opens, request: Request, seconds: float) -> Response:
    """An error of HTTP is an answer like any other: its body tells what it means."""
    try:
        return open_politely(before, request, seconds)
    except HTTPError as error:
        return error


def _status(response: Response) -> int:
    return int(getattr(response, "status", None) or getattr(response, "code", None) or 200)


def _posted(request: Request, settings: Settings) -> Request:
    """The same question as a POST to the folder of the settings: no key and no length limit in an address."""
    parts = urlsplit(request.full_url)
    data = request.data if request.data is not None else parts.query.encode()
    address = settings.base + parts.path.rpartition("/")[2]
    return Request(address, data=data, headers={"User-Agent": f"claimbook/{__version__}"}, method="POST")  # noqa: S310
