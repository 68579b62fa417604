"""The way through Bio.Entrez: what others have set up there is honoured and left as it was."""

import contextlib
import inspect
import io
import logging
import signal
import socket
import subprocess
import sys
import textwrap
import threading
import time
import urllib.request
import zlib
from email.message import Message
from urllib.parse import parse_qs, urlsplit

import pytest
from Bio import Entrez

from claimbook.pubmed.client import Eutils, NotUnderstoodError, Patience, Secret, Settings, UnreachableError
from claimbook.pubmed.client.body import LARGEST, read_body
from claimbook.pubmed.client.errors import SearchFailedError
from tests.eutils import EutilsServer, Fault
from tests.pubmed.client.setting import CORPUS, EMAIL, KEY, PMIDS, TERM, check_manners, check_secrets, scene


def at_ncbi(server, **keywords):
    """A client that believes it asks NCBI itself."""
    patience = Patience(now=server.clock.now, sleep=server.clock.sleep)
    return Eutils(Settings(EMAIL, Secret(KEY), timeout=1, **keywords), patience=patience)


class ToLocal(urllib.request.BaseHandler):
    """Sends every request for https to the local server, as the process may have been told to do."""

    handler_order = 100

    def __init__(self, root):
        self.root = root

    def https_open(self, req):
        parts = urlsplit(req.full_url)
        address = self.root + parts.path + (f"?{parts.query}" if parts.query else "")
        headers = dict(req.header_items())
        new = urllib.request.Request(address, data=req.data, headers=headers, method=req.get_method())  # noqa: S310
        return self.parent.open(new, timeout=req.timeout)


@pytest.fixture
def installed(monkeypatch):
    def install(server):
        monkeypatch.setattr(urllib.request, "_opener", None)
        urllib.request.install_opener(urllib.request.build_opener(ToLocal(server.root)))

    return install


def test_an_installed_opener_is_honoured(installed):
    with EutilsServer(CORPUS) as server:
        installed(server)
        assert at_ncbi(server).search(TERM).count == 6
        check_manners(server.journal, key=True)


@pytest.mark.parametrize("name", ["F23-302", "F23-302-loop", "F23-302-elsewhere"])
def test_an_installed_opener_does_not_make_us_follow_redirections(installed, name):
    with EutilsServer(CORPUS, faults=[Fault(name, times=0)]) as server:
        installed(server)
        with pytest.raises(NotUnderstoodError, match="redirection"):
            at_ncbi(server).fetch(PMIDS)
        check_manners(server.journal, key=True)


def test_a_replaced_urlopen_is_called_with_a_post_and_without_a_key_in_the_address(monkeypatch):
    seen = []

    def replaced(request):
        seen.append(request)
        response = io.BytesIO(b"<eSearchResult><Count>0</Count><RetStart>0</RetStart><IdList/></eSearchResult>")
        response.headers = Message()
        return response

    monkeypatch.setattr(Entrez, "urlopen", replaced)
    assert Eutils(Settings(EMAIL, Secret(KEY))).search(TERM).count == 0
    (request,) = seen
    assert request.full_url == "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/esearch.fcgi"
    assert parse_qs(request.data.decode())["api_key"] == [KEY]


def test_a_wrapper_around_our_own_hook_does_not_go_round_in_circles(monkeypatch):
    with scene() as place:
        place.eutils.search(TERM)
        hook, calls = Entrez.urlopen, []
        monkeypatch.setattr(Entrez, "urlopen", lambda *all_, **named: (calls.append(1), hook(*all_, **named))[1])
        assert place.eutils.search(TERM).count == 6
    assert calls == [1]


def test_other_users_of_bio_entrez_reach_what_stood_there_before(monkeypatch):
    answer = io.BytesIO(b"<x/>")
    answer.headers = Message()
    answer.headers["Content-Type"] = "text/xml"
    seen = []
    monkeypatch.setattr(Entrez, "urlopen", lambda request: (seen.append(request.get_method()), answer)[1])
    before = Entrez.urlopen
    settings = {
        name: getattr(Entrez, name) for name in ("email", "tool", "api_key", "max_tries", "sleep_between_tries")
    }
    with pytest.raises(SearchFailedError):
        Eutils(Settings(EMAIL), patience=Patience(pauses=())).search(TERM)
    assert Entrez.urlopen.before is before
    assert Entrez.einfo(email=EMAIL) is answer
    assert seen == ["POST", "GET"]
    assert settings == {name: getattr(Entrez, name) for name in settings}


def test_a_hang_in_the_name_look_up_ends_with_the_try(monkeypatch):
    opened = threading.Event()
    monkeypatch.setattr(Entrez, "urlopen", lambda _request, **_: opened.wait(20))
    began = time.monotonic()
    with pytest.raises(UnreachableError, match="not whole after 1 s"):
        Eutils(Settings(EMAIL), patience=Patience(pauses=(), longest_try=1)).search(TERM)
    assert time.monotonic() - began < 5
    opened.set()


def test_an_error_of_the_programmer_is_not_taken_for_one_of_the_network(monkeypatch):
    def broken(_request, **_):
        raise LookupError("a bug")

    monkeypatch.setattr(Entrez, "urlopen", broken)
    with pytest.raises(LookupError):
        Eutils(Settings(EMAIL)).search(TERM)


ASKS = """
    import sys, tempfile
    from claimbook.pubmed.client import Eutils, Settings
    tempfile.tempdir = sys.argv[2]
    print("asking", flush=True)
    Eutils(Settings("searcher@example.org", base=sys.argv[1])).search("walking[tiab]")
"""


def test_ctrl_c_gets_through_at_once(tmp_path):
    with EutilsServer(CORPUS, faults=["F10-headers"]) as server:
        command = [sys.executable, "-c", textwrap.dedent(ASKS), server.base, str(tmp_path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
            process.stdout.readline()
            while not server.journal:
                time.sleep(0.01)
            began = time.monotonic()
            process.send_signal(signal.SIGINT)
            _, error = process.communicate(timeout=10)
        assert time.monotonic() - began < 3
        assert process.returncode != 0
        assert error.strip().endswith("KeyboardInterrupt")


# F32: whatever goes wrong, neither key nor email is in what a person or a file comes to see.
@pytest.mark.parametrize("name", ["F32-429", "F32-bad-key", "F32-echo", "F32-echo-error", "F6-html5", "F9-reset"])
def test_no_secret_is_told_logged_or_kept(name, caplog, recwarn):
    caplog.set_level(logging.DEBUG)
    with scene(Fault(name, times=0), pauses=(1, 1)) as place:
        with pytest.raises(SearchFailedError) as caught:
            place.eutils.fetch(PMIDS)
        error = caught.value
        chain = [error, error.__cause__, error.__context__]
        check_secrets(
            " ".join([f"{one!r} {one}" for one in chain] + place.told + [str(one.message) for one in recwarn])
        )
    check_secrets(caplog.text)


def test_the_log_tells_endpoint_number_status_and_time_and_nothing_else(caplog):
    caplog.set_level(logging.DEBUG, logger="claimbook.pubmed")
    with scene() as place:
        place.eutils.fetch(PMIDS)
    (record,) = [one for one in caplog.records if one.name == "claimbook.pubmed"]
    assert record.getMessage().startswith("efetch, 6 ids: 200, ")


def test_a_body_that_echoes_the_key_is_kept_without_it(monkeypatch):
    body = (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>99000001</PMID>"
        f"<ArticleTitle>{KEY.upper()}</ArticleTitle></MedlineCitation></PubmedArticle></PubmedArticleSet>"
    )

    def replaced(_request, **_):
        response = io.BytesIO(body.encode())
        response.headers = Message()
        return response

    monkeypatch.setattr(Entrez, "urlopen", replaced)
    answer = Eutils(Settings(EMAIL, Secret(KEY))).fetch([99000001])
    assert answer.received == (99000001,)
    check_secrets(answer.body.decode())


def test_a_packed_answer_that_never_ends_is_refused():
    packer = zlib.compressobj(9, wbits=31)
    block = bytes(2**20)
    bomb = b"".join(packer.compress(block) for _ in range(LARGEST // 2**20 + 2)) + packer.flush()
    with pytest.raises(OSError, match="too much"):
        read_body(io.BytesIO(bomb), {})


def test_what_is_used_of_bio_entrez_beyond_its_manual_exists():
    # A new Biopython that changes one of these is told here, and not by a user.
    assert {"urlopen", "esearch", "efetch"} <= set(vars(Entrez))
    opens = Entrez._open  # noqa: SLF001
    assert hasattr(opens, "previous")
    assert "urlopen(request)" in inspect.getsource(opens)


def test_the_proxy_of_the_environment_is_used(monkeypatch):
    with EutilsServer(CORPUS) as server:
        monkeypatch.setenv("http_proxy", server.root)
        for name in ("no_proxy", "NO_PROXY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setattr(urllib.request, "_opener", None)
        settings = Settings(EMAIL, base="http://eutils.example.org/entrez/eutils/")
        patience = Patience(pauses=(), now=server.clock.now, sleep=server.clock.sleep)
        with contextlib.suppress(SearchFailedError):  # the local server is no proxy, and may refuse
            Eutils(settings, patience=patience).search(TERM)
        assert len(server.journal) == 1


def closed_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def test_a_refused_connection_is_tried_by_us_and_never_again_by_bio_entrez(monkeypatch):
    # Bio.Entrez repeats a URLError by itself: to its own address, as a GET with the key in it.
    connections, connect = [], socket.socket.connect
    monkeypatch.setattr(socket.socket, "connect", lambda self, place: (connections.append(place), connect(self, place)))
    port = closed_port()
    settings = Settings(EMAIL, Secret(KEY), base=f"http://127.0.0.1:{port}/entrez/eutils/")
    with pytest.raises(UnreachableError, match="refused"):
        Eutils(settings, patience=Patience(pauses=(0, 0))).search(TERM)
    assert connections == [("127.0.0.1", port)] * 3
