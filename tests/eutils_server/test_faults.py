"""Every fault of the table shows on the wire, ends when it should, and can be aimed."""

import http.client
import json

import pytest

from tests.eutils import FAULTS, Article, Change, Corpus, EutilsServer, Fault, busiest_second
from tests.eutils.faults.table import ALWAYS
from tests.eutils_server.asking import ask, pmids

IDS = "99000001,99000002,99000003,99000004"
FETCH = ("efetch", {"db": "pubmed", "id": IDS, "retmode": "xml"})
SEARCH = ("esearch", {"db": "pubmed", "term": "walking[ti] AND invented[ti]", "retmax": 20, "sort": "relevance"})

# The request with which a fault shows, where the usual fetch or search would not do.
SPECIAL = {
    "F7-length": FETCH,
    "F13-medline": ("efetch", {"id": IDS, "rettype": "medline", "retmode": "text"}),
    "F14-capped": ("esearch", {"term": "walking", "retmax": 6, "sort": "relevance"}),
    "F15-bad-json": ("esearch", {"term": "walking", "retmode": "json", "sort": "relevance"}),
    "F19-lost": ("efetch", {"query_key": "1", "webenv": "", "retmode": "xml"}),
    "F19-other-set": ("efetch", {"query_key": "1", "webenv": "", "retmode": "xml"}),
    "F19-other-webenv": ("epost", {"id": IDS}),
    "F32-429": ("efetch", {"id": IDS, "api_key": "secret", "email": "a@example.org"}),
    "F32-bad-key": ("efetch", {"id": IDS, "api_key": "secret"}),
    "F32-echo": ("efetch", {"id": IDS, "api_key": "secret", "email": "a@example.org"}),
    "F32-echo-error": ("efetch", {"id": IDS, "api_key": "secret", "email": "a@example.org"}),
}
# Seconds that a client of these tests waits for a byte. A busy machine may need some for a good answer; only where
# the fault is that nothing comes does the client give up soon.
PATIENT, SHORT = 30.0, 1.0
DRIPPING = {"F11-drip"}  # where only a wait between two bytes shows in a short time
WAITING = DRIPPING | {"F10-headers", "F10-body", "F30-slow"}


def seen(server, utility, parameters, *, seconds=PATIENT):
    """What a client sees: status, type and body, or the error of the connection."""
    try:
        reply = ask(server, utility, timeout=seconds, **parameters)
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    told = {name: reply.headers.get(name) for name in ("Content-Type", "Content-Encoding", "Location", "Retry-After")}
    return reply.status, told, reply.body


def patience_with(name):
    return SHORT if name in WAITING else PATIENT


def request_of(server, name):
    kind = FAULTS[name]
    utility, parameters = SPECIAL.get(name, SEARCH if kind.endpoint == "esearch" else FETCH)
    if "webenv" in parameters:
        ask(server, "epost", id=IDS)
        parameters = parameters | {"webenv": ask(server, "epost", id=IDS).texts("WebEnv")[0]}
    return utility, parameters


@pytest.mark.parametrize("name", FAULTS)
def test_every_fault_shows_and_is_named_in_the_journal(name, four):
    six = four + Corpus.of([Article(99000000 + number, title="Walking again, invented.") for number in (5, 6)])
    with EutilsServer(six) as server:
        utility, parameters = request_of(server, name)
        good = seen(server, utility, parameters)
        server.inject(Fault(name, seconds=2 * SHORT if name in DRIPPING else None))
        bad = seen(server, utility, parameters, seconds=patience_with(name))
        assert server.journal[-1].answer == name
    assert good[0] == 200
    assert bad != good


ENDING = [name for name, kind in FAULTS.items() if kind.times]


@pytest.mark.parametrize("name", ENDING)
def test_after_its_hits_a_fault_is_over(name, four):
    with EutilsServer(four) as server:
        utility, parameters = request_of(server, name)
        server.inject(Fault(name, seconds=2 * SHORT))
        for _ in range(FAULTS[name].times):
            seen(server, utility, parameters, seconds=patience_with(name))
        assert server.faults == ()
        seen(server, utility, parameters)
        assert server.journal[-1].answer != name


def fetch(server, ids=IDS):
    return ask(server, "efetch", id=ids, retmode="xml")


def test_a_fault_strikes_at_the_requests_it_names(four):
    with EutilsServer(four, [Fault("F2-503", requests=(2, 4), times=0)]) as server:
        assert [fetch(server).status for _ in range(5)] == [200, 503, 200, 503, 200]


def test_a_fault_strikes_one_utility_only(four):
    with EutilsServer(four, [Fault("F2-500", endpoint="efetch")]) as server:
        assert ask(server, "esearch", term="walking").status == 200
        assert fetch(server).status == 500


def test_a_fault_strikes_one_pmid_only(four):
    with EutilsServer(four, [Fault("F16-one-missing", pmid=99000002, times=0)]) as server:
        assert pmids(fetch(server, "99000001,99000003")) == [99000001, 99000003]
        assert pmids(fetch(server)) == [99000001, 99000003, 99000004]


def test_the_seed_decides_what_chance_decides(four):
    def statuses(seed):
        with EutilsServer(four, [Fault("F2-503", probability=0.5, times=0)], seed=seed) as server:
            return [fetch(server).status for _ in range(20)]

    assert statuses(1) == statuses(1)
    assert statuses(1) != statuses(2)
    assert set(statuses(1)) == {200, 503}


def test_faults_stack(four):
    with EutilsServer(four, ["F24-bom", "F17-reordered", "F16-last-missing"]) as server:
        reply = fetch(server)
        assert reply.body.startswith(b"\xef\xbb\xbf")
        assert pmids(reply) == [99000003, 99000002, 99000001]
        assert server.journal[-1].answer == "F24-bom+F17-reordered+F16-last-missing"


def test_faults_that_answer_by_themselves_come_one_after_the_other(four):
    with EutilsServer(four, ["F1-429-retry-after", "F2-502", "F7-chunked"]) as server:
        server.inject(Fault("F2-500", requests=(4,)))
        replies = [fetch(server) for _ in range(5)]
        assert [reply.status for reply in replies] == [429, 502, 200, 500, 200]
        assert (replies[2].body, server.faults) == (b"", ())


def test_a_failure_of_the_server_itself_fails_the_test(four):
    with pytest.raises(RuntimeError, match="the test server itself failed"):
        ask_a_broken_server(four)


def ask_a_broken_server(corpus):
    with EutilsServer(corpus) as server:
        server.world.corpus.by_pmid[99000001] = None
        with pytest.raises(http.client.RemoteDisconnected):
            ask(server, "esearch", term="walking", sort="pub_date")


def test_every_family_of_faults_is_there():
    families = {name.partition("-")[0] for name in (*FAULTS, *ALWAYS)}
    assert families == {f"F{number}" for number in range(1, 33)}
    assert all(kind.sentence for kind in FAULTS.values())


def test_an_outage_ends_by_the_clock(four):
    with EutilsServer(four, [Fault("F26-outage", seconds=600)]) as server:
        assert fetch(server).status == 503
        server.clock.advance(minutes=9)
        assert ask(server, "esearch", term="walking").status == 503
        server.clock.advance(minutes=2)
        assert fetch(server).status == 200


def test_a_fault_of_the_command_line():
    assert Fault.parse("F2-503:times=5,endpoint=efetch,requests=1+3,pmid=99000001,probability=0.5,seconds=2") == Fault(
        "F2-503", "efetch", (1, 3), 99000001, 0.5, 5, 2.0
    )


def test_a_name_that_is_no_fault_is_refused():
    with pytest.raises(KeyError, match="F99-unheard-of is no fault"):
        EutilsServer(faults=["F99-unheard-of"])


def test_a_poisoned_record_spoils_every_batch_it_is_in(four):
    with EutilsServer(four, [Fault("F18-element", pmid=99000003)]) as server:
        assert b"<novel>" in fetch(server).body
        assert b"<novel>" in fetch(server, "99000003").body
        assert b"<novel>" not in fetch(server, "99000001,99000002").body


def test_a_count_grows_while_pages_are_read(four):
    with EutilsServer(four, [Fault("F20-grows", requests=(2,))]) as server:
        counts = [ask(server, "esearch", term="walking[ti]").texts("Count") for _ in range(3)]
        assert counts == [["4"], ["5"], ["5"]]


def test_a_record_that_was_merged_answers_with_another(four):
    with EutilsServer(four) as server:
        server.withdraw(99000002, into=99000001)
        server.withdraw(99000003)
        assert pmids(fetch(server)) == [99000001, 99000004]


def test_a_record_changes_by_the_clock():
    first = Article(99000001, title="An invented trial.", abstract="Invented.")
    later = Article(99000001, title="An invented trial.", types=("Journal Article", "Retracted Publication"))
    corpus = Corpus.of([first], [Change(at=3600, record=later), Change(at=7200, gone=99000001)])
    with EutilsServer(corpus) as server:
        assert b"Abstract>" in fetch(server).body
        server.clock.advance(hours=1)
        assert b"D016441" in fetch(server).body
        assert ask(server, "esearch", term="retracted publication[pt]").texts("Count") == ["1"]
        server.clock.advance(hours=1)
        assert pmids(fetch(server)) == []


def test_secrets_come_back_in_errors_and_never_in_the_journal(four, tmp_path):
    file = tmp_path / "journal.jsonl"
    with EutilsServer(four, ["F32-429", "F32-echo"], journal_file=file) as server:
        for place, method in (("url", "GET"), ("body", "POST")):
            reply = ask(
                server, "efetch", method=method, id=IDS, api_key="s3cr3t", email="someone@example.org", tool="t"
            )
            assert "s3cr3t" in reply.text
            entry = server.journal[-1]
            assert (entry.key, entry.key_place, entry.email, entry.tool) == (True, place, True, True)
            assert "s3cr3t" not in repr(entry)
            assert "someone" not in repr(entry)
    assert "s3cr3t" not in file.read_text()
    assert [json.loads(line)["number"] for line in file.read_text().splitlines()] == [1, 2]


def test_the_rate_limit_counts_by_key_and_by_address(four):
    with EutilsServer(four) as server:

        def quick(**more):
            server.clock.advance(-1)  # takes back the second that asking adds
            return ask(server, "esearch", term="walking", **more)

        statuses = [quick().status for _ in range(5)]
        assert statuses == [200, 200, 200, 429, 429]
        refusal = quick()
        assert refusal.json == {
            "error": "API rate limit exceeded",
            "api-key": "127.0.0.1",
            "count": "6",
            "limit": "3",
        }
        assert refusal.headers["Retry-After"] == "2"
        assert refusal.headers["X-RateLimit-Remaining"] == "0"
        with_key = [quick(api_key="k").status for _ in range(11)]
        assert with_key == [200] * 10 + [429]
        assert busiest_second(server.journal) == 11
        server.clock.advance(2)
        assert quick().status == 200
