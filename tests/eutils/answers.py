"""An answer on its way to the client: what it says, and how its bytes are sent."""

import json
from dataclasses import dataclass, field
from typing import Literal
from xml.sax.saxutils import escape

XML = "text/xml; charset=UTF-8"
TEXT = "text/plain; charset=UTF-8"
JSON = "application/json; charset=UTF-8"
HTML = "text/html; charset=UTF-8"

EFETCH_DTD = '<!DOCTYPE eEfetchResult PUBLIC "-//NLM//DTD efetch 20131226//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20131226/efetch.dtd">'
ESEARCH_DTD = '<!DOCTYPE eSearchResult PUBLIC "-//NLM//DTD esearch 20060628//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20060628/esearch.dtd">'
EPOST_DTD = '<!DOCTYPE ePostResult PUBLIC "-//NLM//DTD epost 20090526//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20090526/epost.dtd">'
ESUMMARY_DTD = '<!DOCTYPE eSummaryResult PUBLIC "-//NLM//DTD esummary v1 20041029//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20041029/esummary-v1.dtd">'
EINFO_DTD = '<!DOCTYPE eInfoResult PUBLIC "-//NLM//DTD einfo 20190110//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20190110/einfo.dtd">'
ELINK_DTD = '<!DOCTYPE eLinkResult PUBLIC "-//NLM//DTD elink 20101123//EN" "https://eutils.ncbi.nlm.nih.gov/eutils/dtd/20101123/elink.dtd">'
ESPELL_DTD = '<!DOCTYPE eSpellResult PUBLIC "-//NLM//DTD eSpellResult, 23 November 2004//EN" "https://www.ncbi.nlm.nih.gov/entrez/query/DTD/eSpell.dtd">'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" ?>'


@dataclass(frozen=True)
class Delivery:
    """How the bytes of an answer leave the server.

    Attributes:
        framing: "chunked", "length" (Content-Length), or "close" (the end of the connection is the end of the body).
        extra_length: Added to the true Content-Length.
        stop_after: The connection is closed after so many bytes of the body; None sends all.
        reset: The connection ends with a TCP reset, not with an orderly close.
        head: Whether status line and headers are sent at all.
        pause_at: Before this byte of the body the server waits ``pause`` seconds (real ones); -1 is before the headers.
        drip: Seconds between single bytes of the body.
    """

    framing: Literal["chunked", "length", "close"] = "chunked"
    extra_length: int = 0
    stop_after: int | None = None
    reset: bool = False
    head: bool = True
    pause_at: int | None = None
    pause: float = 0.0
    drip: float = 0.0


@dataclass(frozen=True)
class Answer:
    """One HTTP answer. ``mode`` is what the journal calls it."""

    body: bytes
    media_type: str = XML
    status: int = 200
    mode: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    delivery: Delivery = field(default_factory=Delivery)


def xml(doctype: str, content: str, *, mode: str, status: int = 200) -> Answer:
    """An XML answer with declaration and document type."""
    return Answer(f"{DECLARATION}\n{doctype}\n{content}\n".encode(), status=status, mode=mode)


def text(content: str, *, mode: str) -> Answer:
    """A plain text answer."""
    return Answer(content.encode(), TEXT, mode=mode)


def as_json(value: object, *, mode: str, status: int = 200) -> Answer:
    """A JSON answer."""
    return Answer((json.dumps(value, ensure_ascii=False) + "\n").encode(), JSON, status, mode)


def html(status: int, title: str, sentence: str) -> Answer:
    """An error page, as proxies and web servers write it."""
    page = f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{sentence}</p></body></html>\n"
    return Answer(page.encode(), HTML, status, f"{status}-html")


def envelope(root: str, doctype: str, *errors: str, status: int = 200) -> Answer:
    """An error envelope: the root element of the endpoint around one or more ERROR elements."""
    listed = "".join(f"\t<ERROR>{escape(error)}</ERROR>\n" for error in errors)
    return xml(doctype, f"<{root}>\n{listed}</{root}>", mode="error", status=status)


def efetch_error(*errors: str, status: int = 400) -> Answer:
    """The error envelope of EFetch: status 400, and a DOCTYPE whose root name is not the root of the document."""
    return envelope("eFetchResult", EFETCH_DTD, *errors, status=status)


def esearch_error(message: str, *, json_mode: bool = False) -> Answer:
    """The error envelope of ESearch: status 200. In JSON a line feed in the message comes raw, which is not JSON."""
    if not json_mode:
        return envelope("eSearchResult", ESEARCH_DTD, message)
    inner = json.dumps(message, ensure_ascii=False).replace("\\n", "\n")
    body = f'{{"header":{{"type":"esearch","version":"0.3"}},"esearchresult":{{"ERROR":{inner}}}}}\n'
    return Answer(body.encode(), JSON, mode="error")
