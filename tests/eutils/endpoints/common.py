"""What several endpoints read from their parameters."""

from collections.abc import Iterable, Sequence

from tests.eutils.calls import Call
from tests.eutils.history import HistoryLostError
from tests.eutils.world import World

CAP = 9_999  # records that PubMed hands out for one query
MAX_ID = 18_446_744_073_709_551_615
OTHER_DATABASES = frozenset({"pmc", "mesh", "books", "gene", "protein", "nuccore", "nlmcatalog", "taxonomy", "omim"})
RETSTART = (
    "'retstart' cannot be larger than 9998. "
    "For PubMed, ESearch can only retrieve the first 9,999 records matching the query."
)


class RefusedError(Exception):
    """The request cannot be answered; the arguments are the texts of the ERROR elements."""


def number(text: str, default: int) -> int:
    """A parameter that should be a whole number; anything else counts as not given."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else default


def database(call: Call) -> str:
    """The database asked for.

    Raises:
        RefusedError: there is no such database.
    """
    name = call.parameters.get("db", "pubmed").lower()
    if name != "pubmed" and name not in OTHER_DATABASES:
        raise RefusedError(f"Invalid db name specified: {name}")
    return name


def valid_ids(call: Call) -> tuple[list[int], bool]:
    """The identifiers of ``id`` in their order, each once; and whether anything else stood among them."""
    parts = [part.strip() for value in call.repeated("id") for part in value.split(",") if part.strip()]
    good = [int(part) for part in parts if part.isascii() and part.isdigit() and 0 < int(part[:21]) <= MAX_ID]
    return list(dict.fromkeys(good)), len(good) < len(parts)


def window(pmids: Sequence[int], start: int, size: int) -> Sequence[int]:
    """A page of a set; what lies beyond the cap is cut off without a word."""
    return pmids[start : min(start + size, CAP)]


def from_history(call: Call, world: World) -> Sequence[int]:
    """The page that a request with WebEnv and query_key asks for.

    Raises:
        RefusedError: the set is lost, or retstart lies outside of it.
    """
    parameters = call.parameters
    webenv, key = parameters.get("webenv", ""), parameters.get("query_key", "")
    start, size = number(parameters.get("retstart", ""), 0), number(parameters.get("retmax", ""), CAP)
    try:
        pmids = world.history.get(webenv, key, world.clock.now())
    except HistoryLostError:
        raise RefusedError(*_lost(webenv, key, start, size)) from None
    if start >= CAP:
        raise RefusedError(f"Search backend cannot retrieve history data. Reason: Exception: {RETSTART}")
    if start >= len(pmids):
        raise RefusedError(
            f"Cannot retrieve history data: OUT OF RANGE. Parameter retstart={start} + 1 is greater than number "
            f"of records available in history. History includes {len(pmids)} IDs."
        )
    return window(pmids, start, size)


def _lost(webenv: str, key: str, start: int, size: int) -> Iterable[str]:
    yield f"Cannot retrieve history data. query_key: {key}, WebEnv: {webenv}, retstart: {start}, retmax: {size}"
    yield (
        "Can't fetch uids from history because of: NCBI C++ Exception:\n"
        '    Error: UNK_MODULE(CException::eInvalid) "UNK_FILE", line 18446744073709551615: UNK_FUNC ---\n'
    )


def asked_ids(call: Call, world: World) -> Sequence[int]:
    """The identifiers a fetch or a summary is about, from ``id`` or from the history.

    Raises:
        RefusedError: see ``from_history``; or there is not one valid identifier.
    """
    if call.parameters.get("query_key"):
        return from_history(call, world)
    ids, _ = valid_ids(call)
    if not ids:
        raise RefusedError("ID list is empty! Possibly it has no correct IDs.")
    start = number(call.parameters.get("retstart", ""), 0)
    return ids[start : start + number(call.parameters.get("retmax", ""), len(ids))]
