import random
import subprocess
import sys
import time

import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.pubmed.harvest.ledger import alone
from tests.eutils import Corpus, EutilsServer
from tests.pubmed.harvest.rehearsal import Rehearsal, articles

COUNT = 1_000


class Stop(BaseException):
    """A power cut, as far as a process can feel one."""


class Stopping:
    """Hears of the progress, and stops the search at the given word of it."""

    def __init__(self, number):
        self.left = number

    def append(self, _):
        self.left -= 1
        if not self.left:
            raise Stop


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory):
    with EutilsServer(Corpus.of(articles(COUNT))) as server:
        rehearsal = Rehearsal(tmp_path_factory.mktemp("unbroken"), server)
        rehearsal.search()
        return rehearsal.lock_file.read_text(), rehearsal.records


def without_port(text):
    return "\n".join(line for line in text.splitlines() if "interface:" not in line)


def start(rehearsal, claim="knee"):
    command = [sys.executable, "-m", "tests.pubmed.harvest.stopped", str(rehearsal.project.root), rehearsal.server.base]
    return subprocess.Popen([*command, claim], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_a_killed_search_ends_as_an_unbroken_one(tmp_path, unbroken, seed):
    # F30: kill -9 at random moments, and at most the request that was under way is made again
    chance, kills = random.Random(seed), 0  # noqa: S311 - must repeat, not surprise
    with EutilsServer(Corpus.of(articles(COUNT))) as server:
        rehearsal = Rehearsal(tmp_path, server)
        while not list(rehearsal.home.glob("*/done")):
            process = start(rehearsal)
            wanted = len(server.journal) + chance.choice([1, 1, 2])
            while process.poll() is None and len(server.journal) < wanted:
                server.clock.advance(seconds=2)  # the rate limit goes by this clock
                time.sleep(0.001)
            time.sleep(chance.uniform(0, 0.06))
            kills += process.poll() is None
            process.kill()
            process.communicate()
        assert kills > 1
        assert without_port(rehearsal.lock_file.read_text()) == without_port(unbroken[0])
        assert rehearsal.records == unbroken[1]
        assert len(server.journal) <= 6 + kills


@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_stopped_search_repeats_no_finished_request(tmp_path, unbroken, number):
    with EutilsServer(Corpus.of(articles(COUNT))) as server:
        rehearsal = Rehearsal(tmp_path, server)
        rehearsal.news = Stopping(number)
        with pytest.raises(Stop):
            rehearsal.search()
        rehearsal.news = []
        assert not rehearsal.lock_file.exists()
        rehearsal.search()
        assert without_port(rehearsal.lock_file.read_text()) == without_port(unbroken[0])
        assert len(rehearsal.asked("esearch")) == 1
        assert len({entry.ids for entry in rehearsal.asked("efetch")}) == len(rehearsal.asked("efetch")) == 5


@pytest.mark.parametrize(
    "damage", [lambda raw: raw[:-20], lambda _: b"", lambda raw: raw.replace(b"Invented", b"x", 1)]
)
def test_a_half_file_is_never_taken_for_whole(tmp_path, unbroken, damage):
    with EutilsServer(Corpus.of(articles(COUNT))) as server:
        rehearsal = Rehearsal(tmp_path, server)
        rehearsal.search()
        (done,) = rehearsal.home.glob("*/done")
        done.unlink()  # as if it had been stopped at the very end
        raw = sorted(rehearsal.home.glob("*/*.xml"))[2]
        raw.write_bytes(damage(raw.read_bytes()))
        rehearsal.search()
        assert len(rehearsal.asked("efetch")) == 6
        assert without_port(rehearsal.lock_file.read_text()) == without_port(unbroken[0])


def test_a_run_of_yesterday_is_not_gone_on_with(tmp_path):
    with EutilsServer(Corpus.of(articles(3))) as server:
        rehearsal = Rehearsal(tmp_path, server)
        rehearsal.search()
        next(rehearsal.home.glob("*/done")).unlink()
        rehearsal.later(days=1, seconds=1).search()
        assert [str(news) for news in rehearsal.news if "resumed" in str(news)] == [
            "an interrupted run is not resumed: it began more than a day ago, at 2026-11-22T12:00:00Z"
        ]
        assert len(rehearsal.asked("esearch")) == 2


def test_two_searches_for_one_claim_do_not_mix(tmp_path):
    with EutilsServer(Corpus.of(articles(3))) as server:
        rehearsal = Rehearsal(tmp_path, server)
        with alone(rehearsal.home), pytest.raises(ProblemsFoundError, match="another search for the claim 'knee'"):
            rehearsal.search()


@pytest.mark.slow
def test_searches_for_two_claims_at_once_lose_no_record(tmp_path):
    with EutilsServer(Corpus.of(articles(COUNT))) as server:
        rehearsal = Rehearsal(tmp_path, server)
        processes = [start(rehearsal, claim) for claim in ("knee", "hip")]
        while any(process.poll() is None for process in processes):
            server.clock.advance(seconds=2)
            time.sleep(0.01)
        told = [process.communicate()[0] for process in processes]
        assert rehearsal.project.locked_ids("demo") == ("hip", "knee"), told
        assert len(rehearsal.records) == COUNT


def test_a_project_that_cannot_be_written_is_one_sentence(tmp_path):
    # protects: a read-only copy of a project, which is no bug and shows no traceback
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(ProblemsFoundError, match="cannot be written: Not a directory"),
        alone(tmp_path / "file" / "knee"),
    ):
        pass
