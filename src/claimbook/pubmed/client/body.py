"""Reading an answer to its end, and noticing where its end is missing."""

import http.client
import zlib
from collections.abc import Mapping

from claimbook.pubmed.client.opener import Response

LARGEST = 256 * 2**20
"""Bytes of an unpacked answer: ten times what 200 records with all their references need."""

_PIECE = 64 * 2**10
_GZIP = b"\x1f\x8b"


class TooLargeError(OSError):
    """An answer beyond all reason, such as a small file that unpacks without end."""


class CutError(OSError):
    """An answer that ends before its announced end."""


def read_body(response: Response, headers: Mapping[str, str]) -> bytes:
    """The whole body, unpacked.

    Raises:
        OSError: it is cut, too large or cannot be unpacked; http.client's own errors pass through.
    """
    raw = _read_all(response)
    _check_length(raw, headers)
    return _unpacked(raw) if raw.startswith(_GZIP) else raw


def _read_all(response: Response) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := response.read(_PIECE):
        size += len(piece)
        if size > LARGEST:
            raise TooLargeError("the answer is too large")
        pieces.append(piece)
    return b"".join(pieces)


def _check_length(raw: bytes, headers: Mapping[str, str]) -> None:
    """http.client does not tell a short body from a whole one when it is read in pieces."""
    announced = headers.get("content-length", "").strip()
    if "chunked" in headers.get("transfer-encoding", "").lower() or not announced.isdigit():
        return
    if len(raw) < int(announced):
        raise http.client.IncompleteRead(b"", int(announced) - len(raw))


def _unpacked(raw: bytes) -> bytes:
    """Every gzip member of it, up to the limit (NCBI packs only when asked; a proxy may do so unasked)."""
    pieces: list[bytes] = []
    left, room = raw, LARGEST
    while left.startswith(_GZIP):
        unpacker = zlib.decompressobj(wbits=31)
        piece = unpacker.decompress(left, room + 1)
        room -= len(piece)
        if room < 0:
            raise TooLargeError("the answer unpacks to too much")
        if not unpacker.eof:
            raise CutError("the packed answer is cut")
        pieces.append(piece)
        left = unpacker.unused_data
    return b"".join(pieces)
