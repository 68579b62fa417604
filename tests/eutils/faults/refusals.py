"""Faults that answer something else than what was asked for: refusals, error pages, envelopes of errors."""

from dataclasses import replace

from tests.eutils.answers import (
    HTML,
    JSON,
    TEXT,
    XML,
    Answer,
    Delivery,
    as_json,
    efetch_error,
    envelope,
    esearch_error,
    html,
)
from tests.eutils.endpoints.common import RETSTART
from tests.eutils.faults.plan import Strike

TIMEOUT = " Error: External viewer error: Empty Response. Bytes read: 0 Status: Timeout"
PUBONE = "Error: CEFetchPApplication::proxy_stream(): Failed to connect to PubOne service. Try again later."
RELAYED = (
    "Error: CEFetchPApplication::proxy_stream(): Error: <html><head><title>502 Bad Gateway</title></head>"
    "<body><h1>502 Bad Gateway</h1></body></html>"
)
OUT_OF_RANGE = (
    "Cannot retrieve history data: OUT OF RANGE. Parameter retstart=1 + 1 is greater than number of records "
    "available in history. History includes 1 IDs."
)
BEYOND = f"Search backend cannot retrieve history data. Reason: Exception: {RETSTART}"
NO_IDS = "ID list is empty! Possibly it has no correct IDs."
UNKNOWN = "Invented error 4711: the flux has left the capacitor."
BACKEND = "Search Backend failed: Exception:\n Read failed: EOF (the other side has unexpectedly closed connection)"
UNSUPPORTED = "Search Backend failed: Database is not supported: pubmed"
XHTML = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" '
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">\n<html xmlns="http://www.w3.org/1999/xhtml">'
    "<head><title>Maintenance</title></head><body><p>Please come back later.</p></body></html>\n"
)
HTML5 = "<!DOCTYPE html>\n<html lang=en><title>Maintenance</title><p>Please come back later.\n</html>\n"
ROUTE = "Unable to route request!\n\nservice name: /http/service/ratecontrol\ndtab:\n\nbase dtab:\n\noverride dtab:\n"
ROOTS = {"esearch": "eSearchResult", "epost": "ePostResult", "esummary": "eSummaryResult", "elink": "eLinkResult"}


def too_many(strike: Strike, *, wait: str = "2", status: int = 429) -> Answer:
    """NCBI's refusal of a client that is too fast. It repeats the key, or the address without one."""
    sender = strike.call.parameters.get("api_key") or strike.call.address
    limit = "10" if "api_key" in strike.call.parameters else "3"
    told = {"error": "API rate limit exceeded", "api-key": sender, "count": "11", "limit": limit}
    headers = (("Retry-After", wait),) if wait else ()
    return replace(as_json(told, mode="", status=status), media_type="application/json", headers=headers)


def bad_key(strike: Strike) -> Answer:
    """The refusal of a key that nobody has; it repeats the key."""
    told = {"error": "API key invalid", "api-key": strike.call.parameters.get("api_key", ""), "type": "api key"}
    return as_json(told, mode="", status=400)


def echo(strike: Strike) -> Answer:
    """An error page that shows the whole request, secrets included."""
    query = "&amp;".join(f"{name}={value}" for name, value in strike.call.parameters.items())
    return html(500, "Server Error", f"The request {strike.call.path}?{query} could not be processed.")


def echo_error(strike: Strike) -> Answer:
    """An error envelope that shows the whole request, secrets included."""
    query = "&".join(f"{name}={value}" for name, value in strike.call.parameters.items())
    return efetch_error(f"Cannot process the request {strike.call.path}?{query}")


def page(strike: Strike, *, status: int, title: str) -> Answer:
    """An error page of a proxy or a web server."""
    del strike
    return html(status, title, "The server is temporarily unable to service your request. Please try again.")


def error(strike: Strike, *, text: str, status: int = 400) -> Answer:
    """An error envelope in the manner of the endpoint; ESearch never has any status but 200."""
    if strike.call.endpoint == "esearch":
        json_mode = strike.call.parameters.get("retmode", "").lower() == "json"
        return esearch_error(text, json_mode=json_mode)
    if root := ROOTS.get(strike.call.endpoint):
        return envelope(root, f"<!DOCTYPE {root}>", text, status=status)
    return efetch_error(text, status=status)


def other(strike: Strike, *, kind: str) -> Answer:
    """A page of the wrong kind with status 200."""
    del strike
    body, media_type = PAGES[kind]
    return Answer(body.encode(), media_type)


def empty(strike: Strike, *, chunked: bool) -> Answer:
    """No body at all."""
    del strike
    return Answer(b"", XML, delivery=Delivery("chunked" if chunked else "length"))


def moved(strike: Strike, *, to: str) -> Answer:
    """A redirection: to the host that is throttled harder, to the very same address, or to somebody else."""
    hosts = {"www": "https://www.ncbi.nlm.nih.gov", "loop": "", "elsewhere": "https://eutils.example.org"}
    location = ("Location", f"{hosts[to]}{strike.call.target}")
    return Answer(b"", HTML, 302, headers=(location,), delivery=Delivery("length"))


PAGES = {"html5": (HTML5, HTML), "xhtml": (XHTML, XML), "text": ("Service is busy.\n", TEXT), "route": (ROUTE, TEXT)}
ESPELL = '<?xml version="1.0"?>\n<eSpellResult><Database>pubmed</Database><Query/><ERROR/></eSpellResult>\n'
PAGES["espell"] = (ESPELL, XML)
PAGES["json"] = ('{"error":"something is wrong"}\n', JSON)
