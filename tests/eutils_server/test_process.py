"""The server as a process of its own outlives its clients, and its journal can be read while it runs."""

import http.client
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

from tests.eutils import Corpus, EutilsServer, read_journal

ROOT = Path(__file__).parents[2]


def test_the_server_runs_as_a_process_and_writes_its_journal(tmp_path):
    file = tmp_path / "journal.jsonl"
    command = [sys.executable, "-m", "tests.eutils", "--synthetic", "5", "--fault", "F2-503:times=1,endpoint=efetch"]
    with subprocess.Popen([*command, "--journal", file], stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        base = urlsplit(process.stdout.readline().strip())
        connection = http.client.HTTPConnection(base.netloc, timeout=10)
        statuses = []
        for _ in range(2):
            connection.request("GET", f"{base.path}efetch.fcgi?id=99000003&api_key=s3cr3t")
            response = connection.getresponse()
            statuses.append(response.status)
            body = response.read()
        entries = read_journal(file)
        connection.close()
        process.terminate()
    assert process.returncode == 0
    assert statuses == [503, 200]
    assert b"Invented trial 3 of" in body
    assert [(entry.answer, entry.ids, entry.key) for entry in entries] == [
        ("F2-503", ("99000003",), True),
        ("efetch-xml", ("99000003",), True),
    ]
    assert "s3cr3t" not in file.read_text()


# A suite starts hundreds of servers.
def test_a_server_starts_and_stops_in_no_time(four):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        with EutilsServer(four):
            pass
        times.append(time.perf_counter() - start)
    assert min(times) < 0.05


def test_a_server_without_records_answers():
    with EutilsServer(Corpus()) as server:
        assert server.base.startswith("http://127.0.0.1:")
        assert server.journal == ()
