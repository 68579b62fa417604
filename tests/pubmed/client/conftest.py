"""No request of these tests leaves this machine, and the shared rate lies in a folder of the test's own."""

import socket
import tempfile

import pytest


@pytest.fixture(autouse=True)
def own_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch):
    connect = socket.socket.connect

    def watched(self, address):
        assert address[0] in {"127.0.0.1", "::1"}, f"a connection to {address}"
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", watched)
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
