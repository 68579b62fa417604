"""Put on a kernel's path: any attempt to reach another machine is written down and refused."""

import os
import socket

_LOCAL = {"localhost", "127.0.0.1", "::1", None, ""}


def refuse(log):
    """Replace the two doors to a network; sockets of this machine stay open."""
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def guarded_connect(self, address):
        if isinstance(address, tuple) and address[0] not in _LOCAL:
            _write(log, f"connect {address}")
        return connect(self, address)

    def guarded_look_up(host, *more, **named):
        if host not in _LOCAL:
            _write(log, f"look up {host}")
        return look_up(host, *more, **named)

    socket.socket.connect, socket.getaddrinfo = guarded_connect, guarded_look_up
    return connect, look_up


def _write(log, line):
    with open(log, "a", encoding="utf-8") as file:  # noqa: PTH123 - imported by every kernel, so it stays small
        file.write(line + "\n")
    raise ConnectionRefusedError(line)


if "CLAIMBOOK_TEST_GUARD" in os.environ:
    refuse(os.environ["CLAIMBOOK_TEST_GUARD"])
