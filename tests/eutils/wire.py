"""Answers as bytes on a socket, whole or broken as their delivery says."""

import gzip
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler

from tests.eutils.answers import Answer, Delivery

CHUNK = 8192
RESET = struct.pack("ii", 1, 0)  # linger on, for no time: closing sends RST
FIXED = (
    ("Access-Control-Allow-Origin", "*"),
    ("Access-Control-Expose-Headers", "X-RateLimit-Limit,X-RateLimit-Remaining"),
    ("Cache-Control", "private"),
    ("NCBI-SID", "0000000000000000_0000SID"),
    ("NCBI-PHID", "00000000000000000000000000000000.1.1.m_1"),
    ("Set-Cookie", "ncbi_sid=0000000000000000_0000SID; domain=.nih.gov; path=/"),
)


def send(answer: Answer, handler: BaseHTTPRequestHandler, stopping: threading.Event) -> None:
    """Send an answer; pauses end early when the server stops."""
    delivery = answer.delivery
    if delivery.pause_at is not None and delivery.pause_at < 0:
        stopping.wait(delivery.pause)
    if delivery.head:
        answer = _zipped(answer, handler)
        _send_head(answer, handler)
        for part in _parts(answer.body, delivery):
            if part is None:
                stopping.wait(delivery.drip or delivery.pause)
            else:
                handler.wfile.write(_framed(part, delivery))
        if delivery.stop_after is None and delivery.framing == "chunked":
            handler.wfile.write(b"0\r\n\r\n")
    _end(delivery, handler)


def _zipped(answer: Answer, handler: BaseHTTPRequestHandler) -> Answer:
    """Compressed if the client asked for it; an answer that comes with an encoding of its own stays as it is."""
    wanted = "gzip" in handler.headers.get("Accept-Encoding", "")
    if not wanted or any(name == "Content-Encoding" for name, _ in answer.headers):
        return answer
    headers = (*answer.headers, ("Content-Encoding", "gzip"))
    return replace(answer, body=gzip.compress(answer.body, 1, mtime=0), headers=headers)


def _send_head(answer: Answer, handler: BaseHTTPRequestHandler) -> None:
    delivery = answer.delivery
    handler.send_response(answer.status)
    if answer.media_type:
        handler.send_header("Content-Type", answer.media_type)
    for name, value in (*FIXED, *answer.headers):
        handler.send_header(name, value)
    if delivery.framing == "chunked":
        handler.send_header("Transfer-Encoding", "chunked")
    elif delivery.framing == "length":
        handler.send_header("Content-Length", str(len(answer.body) + delivery.extra_length))
    broken = delivery.framing == "close" or delivery.stop_after is not None or delivery.extra_length
    if broken or handler.close_connection:
        handler.send_header("Connection", "close")
    else:
        handler.send_header("Connection", "Keep-Alive")
        handler.send_header("Keep-Alive", "timeout=4, max=40")
    handler.end_headers()


def _parts(body: bytes, delivery: Delivery) -> Iterator[bytes | None]:
    """The body piece by piece; None is a wait."""
    body = body[: delivery.stop_after]
    if delivery.drip:
        for place in range(len(body)):
            yield body[place : place + 1]
            yield None
        return
    pause = delivery.pause_at if delivery.pause_at is not None and delivery.pause_at >= 0 else None
    if pause is not None:
        yield from _chunks(body[:pause])
        yield None
        body = body[pause:]
    yield from _chunks(body)


def _chunks(body: bytes) -> Iterator[bytes]:
    return (body[place : place + CHUNK] for place in range(0, len(body), CHUNK))


def _framed(part: bytes, delivery: Delivery) -> bytes:
    return b"%x\r\n%s\r\n" % (len(part), part) if delivery.framing == "chunked" else part


def _end(delivery: Delivery, handler: BaseHTTPRequestHandler) -> None:
    whole = delivery.head and delivery.stop_after is None and not delivery.extra_length
    if not whole or delivery.framing == "close":
        handler.close_connection = True
    if delivery.reset:
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
