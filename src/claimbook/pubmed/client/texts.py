"""Texts by which the E-utilities are known to fail, whatever the status says: one table, first match wins.

Each row names where the text was seen: an issue of a public project, a recorded answer, or a row of the table 'What an
error looks like, and what to do' in the notes on PubMed's behaviour. A special text stands above a general one.
"""

import re
from dataclasses import dataclass, field

from claimbook.pubmed.client.errors import (
    BackendDownError,
    RefusedError,
    SearchFailedError,
    ThrottledError,
    TooLongError,
    UnknownIdsError,
)
from claimbook.pubmed.client.verdict import Again, Stop

THROTTLED = "PubMed received too many requests from this address or with this key"
DOWN = "PubMed's search back end does not work at the moment"
REFUSED = "PubMed refused the request"
PAUSE = 2.0
"""Seconds to wait after 'too many requests' where the server names none; NCBI was seen to name 2 (rentrez#161)."""


@dataclass(frozen=True)
class Known:
    """A text that was seen, and what it means."""

    pattern: str
    verdict: Again | Stop
    source: str
    regex: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "regex", re.compile(self.pattern, re.IGNORECASE | re.DOTALL))


def _later(reason: str = DOWN) -> Again:
    return Again(BackendDownError, reason, slowly=True)


def _final(reason: str = REFUSED, error: type[SearchFailedError] = RefusedError, hint: str | None = None) -> Stop:
    return Stop(error, reason, hint=hint)


_KEY_HINT = "check CLAIMBOOK_API_KEY against your NCBI account settings, or leave it out"
_WALL = "PubMed shows only the first 9,999 records of a query"
_LOST = "PubMed no longer knows the stored search"

TEXTS: tuple[Known, ...] = (
    Known(r"rate limit exceeded", Again(ThrottledError, THROTTLED, wait=PAUSE), "NBK25497; ropensci/rentrez#132"),
    Known(
        r"API key (is )?(invalid|not valid|wrong)", _final("PubMed does not accept the API key", hint=_KEY_HINT), "NCBI"
    ),
    Known(r"'?retstart'? cannot be larger than", _final(_WALL, TooLongError), "biopython#4189; pubmed-filters, 2026"),
    Known(r"out of acceptable range", _final(_WALL, TooLongError), "biopython#4189, wording of 2022"),
    Known(
        r"out of range\. parameter retstart", _final("PubMed was asked past the end of a set"), "massimoaria/pubmedR#7"
    ),
    Known(r"ID list is empty", _final("PubMed knows none of the PMIDs", UnknownIdsError), "pubmed-mcp-server#155"),
    Known(
        r"following PMID is not available",
        _final("PubMed knows none of the PMIDs", UnknownIdsError),
        "semantic-search#100",
    ),
    Known(r"Empty ID list", _final("PubMed was sent no PMID", UnknownIdsError), "recorded: Biopython, epost3.xml"),
    Known(r"Empty term", _final("PubMed was sent an empty query"), "NCBI"),
    Known(
        r"Invalid db name", _final("PubMed does not know the database"), "recorded: Eutils-JSON, esearch.baderror.xml"
    ),
    Known(
        r"cannot get document summary", _final("PubMed knows none of the PMIDs", UnknownIdsError), "recorded: Biopython"
    ),
    Known(r"Neither query_key nor id specified", _final(), "pubmed-behaviour, row q"),
    Known(r"Can'?t fetch uids from history", _final(_LOST), "pubmed-behaviour, row r"),
    Known(r"Cannot retrieve history data", _final(_LOST), "pubmed-behaviour, row r"),
    Known(r"External viewer error", _later("PubMed's back end took too long"), "manubot#374; pubmed-mcp-server#153"),
    Known(r"PubOne", _later(), "pubmed-mcp-server#155"),
    Known(r"proxy_stream", _later(), "pubmed-mcp-server#155"),
    Known(r"Search Backend failed", _later(), "biopython#5025; metapub#73"),
    Known(r"Database is not supported: pubmed", _later(), "biopython#5025, outage of 4 July 2025"),
    Known(r"Unable to route request", _later("NCBI's gateway does not work at the moment"), "tools-artbio#425"),
    Known(r"WWW Error 5\d\d", _later(), "Headstart#257"),
    Known(r"try (again later|the query again)", _later(), "pubmed-mcp-server#155; Headstart#257"),
)


def known(text: str) -> Again | Stop | None:
    """What a text means; None where it has not been seen before."""
    return next((row.verdict for row in TEXTS if row.regex.search(text)), None)
