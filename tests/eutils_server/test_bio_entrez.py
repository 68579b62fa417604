"""The real, unmodified Bio.Entrez talks to the server."""

import io
import urllib.parse
import urllib.request

import pytest

from tests.eutils import EutilsServer, busiest_second

Entrez = pytest.importorskip("Bio.Entrez")


def to_local(root):
    """An opener that sends every https request to the server, whatever host it names."""

    class ToLocal(urllib.request.BaseHandler):
        handler_order = 100

        def https_open(self, request):
            parts = urllib.parse.urlsplit(request.full_url)
            query = f"?{parts.query}" if parts.query else ""
            local = urllib.request.Request(  # noqa: S310 - http to 127.0.0.1
                f"{root}{parts.path}{query}",
                data=request.data,
                headers=dict(request.header_items()),
                method=request.get_method(),
            )
            return self.parent.open(local, timeout=request.timeout)

    return urllib.request.build_opener(ToLocal, urllib.request.ProxyHandler({}))


@pytest.fixture
def server(four, monkeypatch, tmp_path):
    with EutilsServer(four) as running:
        opener = to_local(running.root)
        monkeypatch.setattr(Entrez, "urlopen", opener.open)
        monkeypatch.setattr(Entrez, "email", "developer@example.org")
        monkeypatch.setattr(Entrez, "local_cache", str(tmp_path))
        monkeypatch.setattr(Entrez, "max_tries", 1)
        monkeypatch.setattr(Entrez._open, "previous", 0.0)  # noqa: SLF001 - its throttle would wait for the last test
        yield running


def read(server, handle):
    """The parsed answer; the second that a polite client leaves between two calls passes on the server's clock."""
    server.clock.advance(1)
    with handle:
        return Entrez.read(io.BytesIO(handle.read()))


def test_search_post_fetch_and_summary(server):
    found = read(server, Entrez.esearch(db="pubmed", term="walking[ti]", usehistory="y"))
    assert (found["Count"], found["QueryTranslation"]) == ("4", '"walking"[Title]')
    posted = read(server, Entrez.epost(db="pubmed", id=",".join(found["IdList"])))
    fetched = read(
        server, Entrez.efetch(db="pubmed", webenv=posted["WebEnv"], query_key=posted["QueryKey"], retmode="xml")
    )
    assert len(fetched["PubmedArticle"]) == 3
    assert len(fetched["PubmedBookArticle"]) == 1
    summaries = read(server, Entrez.esummary(db="pubmed", id="99000001"))
    assert summaries[0]["Title"] == "Walking backward, an invented trial."
    assert [entry.endpoint for entry in server.journal] == ["esearch", "epost", "efetch", "esummary"]
    assert all(entry.tool and entry.email and not entry.key for entry in server.journal)
    assert busiest_second(server.journal) <= 3


def test_the_small_utilities_are_read_too(server):
    assert "pubmed" in read(server, Entrez.einfo())["DbList"]
    assert read(server, Entrez.einfo(db="pubmed"))["DbInfo"][0]["Count"] == "4"
    assert read(server, Entrez.espell(db="pubmed", term="walkign"))["CorrectedQuery"] == "walking"
    assert read(server, Entrez.elink(dbfrom="pubmed", db="pubmed", id="99000001"))[0]["DbFrom"] == "pubmed"


def test_an_error_of_esearch_is_raised_by_the_parser(server):
    server.inject("F5-unsupported")
    with pytest.raises(RuntimeError, match="Database is not supported: pubmed"):
        read(server, Entrez.esearch(db="pubmed", term="walking"))
