"""Bytes of an answer in UTF-8, wherever they come from: a file, a stream, memory, packed or in another encoding."""

import codecs
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from claimbook.pubmed.parse.entries import NotRecordsError

CHUNK = 1 << 18
_HEAD = 1_000  # bytes, more than any XML declaration has
_GZIP = b"\x1f\x8b"
_MARKS = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_DECLARATION = re.compile(rb"<\?xml\s[^<>]*?\?>")
_ENCODING = re.compile(rb"""\sencoding\s*=\s*["']([A-Za-z][\w.\-]*)["']""")
_SINGLE_BYTE = frozenset({"iso8859-1", "cp1252"})


def chunks_of(source: Path | IO[bytes] | bytes) -> Iterator[bytes]:
    """The document in UTF-8, without XML declaration and byte order mark, piece by piece.

    Raises:
        NotRecordsError: It is cut, or in an encoding that is not read.
    """
    raw = _raw(source)
    head = _beginning(raw)
    packed = head.startswith(_GZIP)
    return _in_utf8(_unpacked(head, raw) if packed else _chain(head, raw))


def _raw(source: Path | IO[bytes] | bytes) -> Iterator[bytes]:
    if isinstance(source, bytes):
        yield from (source[start : start + CHUNK] for start in range(0, len(source), CHUNK))
    elif isinstance(source, Path):
        with source.open("rb") as file:
            yield from _raw(file)
    else:
        while chunk := source.read(CHUNK):
            yield chunk


def _beginning(chunks: Iterator[bytes]) -> bytes:
    """Enough of the document to see what it is, taken from its pieces; or all of it where it is short."""
    head = b""
    for chunk in chunks:
        head += chunk
        if len(head) >= _HEAD:
            break
    return head


def _chain(head: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield head
    yield from rest


def _unpacked(head: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    """Members of a gzip file, each unpacked in bounded pieces."""
    engine = zlib.decompressobj(wbits=31)
    try:
        for packed in _chain(head, rest):
            left = packed
            while left:
                if engine.eof:
                    left = left.lstrip(b"\0")  # zeros may fill up a block
                    if not left:
                        break
                    engine = zlib.decompressobj(wbits=31)
                yield engine.decompress(left, CHUNK)
                left = engine.unconsumed_tail or engine.unused_data
        while not engine.eof and (last := engine.decompress(b"", CHUNK)):
            yield last
    except zlib.error as error:
        raise NotRecordsError(f"the gzip file is damaged: {error}") from None
    if not engine.eof:
        raise NotRecordsError("the gzip file is cut off")


def _in_utf8(chunks: Iterator[bytes]) -> Iterator[bytes]:
    head = _beginning(chunks)
    mark, encoding = next(((mark, name) for mark, name in _MARKS.items() if head.startswith(mark)), (b"", ""))
    head = head[len(mark) :]
    if not encoding and head[:4] in {b"<\0?\0", b"\0<\0?"}:
        encoding = "utf-16-le" if head[0] else "utf-16-be"
    if encoding.startswith("utf-16"):
        yield from _without_declaration(_transcoded(_chain(head, chunks), encoding))
        return
    declared = _declared(head)
    if encoding == "utf-8" or declared in {"utf-8", "ascii"}:
        yield from _without_declaration(_chain(head, chunks))
    else:
        yield from _without_declaration(_transcoded(_chain(head, chunks), declared))


def _declared(head: bytes) -> str:
    """Encoding that the XML declaration names, in Python's word for it."""
    declaration = _DECLARATION.match(head)
    named = _ENCODING.search(declaration[0]) if declaration else None
    try:
        name = codecs.lookup(named[1].decode()).name if named else "utf-8"
    except LookupError:
        name = ""
    if name not in {"utf-8", "ascii", *_SINGLE_BYTE}:
        raise NotRecordsError(f"its encoding is {named[1].decode()[:40] if named else 'unknown'}, which is not read")
    return name


def _without_declaration(chunks: Iterator[bytes]) -> Iterator[bytes]:
    head = _beginning(chunks)
    yield _DECLARATION.sub(b" ", head, count=1) if _DECLARATION.match(head) else head
    yield from chunks


def _transcoded(chunks: Iterator[bytes], encoding: str) -> Iterator[bytes]:
    """In UTF-8. Single bytes that are good UTF-8 carry a wrong label and would become gibberish: refused."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for chunk in chunks:
            if encoding in _SINGLE_BYTE and not chunk.isascii() and _is_utf8(chunk):
                raise NotRecordsError(f"it says that it is in {encoding}, but it is in UTF-8")
            yield decoder.decode(chunk).encode()
        yield decoder.decode(b"", final=True).encode()
    except UnicodeError as error:
        raise NotRecordsError(f"it is not in its encoding {encoding}: {error}") from None


def _is_utf8(chunk: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(chunk)
    except UnicodeDecodeError:
        return False
    return True
