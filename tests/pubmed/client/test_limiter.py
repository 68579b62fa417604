"""One rate for all: threads, processes, and what a killed or hostile neighbour leaves behind."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import textwrap
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.pubmed.client import Patience, Secret, Settings, ThrottledError
from claimbook.pubmed.client.limiter import Limiter, private_folder
from tests.eutils import Clock, EutilsServer
from tests.pubmed.client.setting import CORPUS, EMAIL, KEY, check_manners

FOR_EVER = 10.0**9


def limiter(settings=None):
    """A limiter and its clock, which only its own waiting moves."""
    clock = Clock(running=False)
    clock.advance(1000)
    return Limiter(settings or Settings(EMAIL), patience_of(clock)), clock


def patience_of(clock):
    return Patience(now=clock.now, sleep=clock.sleep, chance=lambda: 0.0)


def file_of(settings=None):
    return private_folder() / f"{(settings or Settings(EMAIL)).whose_rate}.json"


def leave(one, clock):
    with one.turn(FOR_EVER):
        return round(clock.now() - 1000, 2)


def test_turns_are_spaced_without_and_with_a_key():
    one, clock = limiter()
    assert [leave(one, clock) for _ in range(4)] == pytest.approx([0.0, 0.4, 0.8, 1.2], abs=0.01)
    one, clock = limiter(Settings(EMAIL, Secret(KEY)))
    assert [leave(one, clock) for _ in range(4)] == pytest.approx([0.0, 0.125, 0.25, 0.375], abs=0.01)


def test_two_limiters_of_one_allowance_share_it_and_another_key_has_its_own():
    one, clock = limiter()
    other = Limiter(Settings("someone@example.org"), patience_of(clock))
    with_key = Limiter(Settings(EMAIL, Secret(KEY)), patience_of(clock))
    assert [leave(each, clock) for each in (one, other, with_key)] == pytest.approx([0.0, 0.4, 0.4], abs=0.01)


def test_a_pause_that_is_longer_than_the_deadline_is_an_error_and_no_wait():
    one, clock = limiter()
    one.throttled(30)
    with pytest.raises(ThrottledError), one.turn(ends=clock.now() + 5):
        pass
    assert leave(one, clock) >= 30


@pytest.mark.parametrize("content", ["", "{", "[]", '{"flights": 3}', "null", '{"flights": [], "not_before": "x"}'])
def test_a_file_that_cannot_be_right_costs_a_second(content):
    one, clock = limiter()
    file_of().write_text(content)
    assert leave(one, clock) == 1.0


def test_a_file_from_before_a_reboot_costs_a_second():
    one, clock = limiter()
    clock.advance(10**6)
    leave(one, clock)
    rebooted, clock = limiter()
    assert leave(rebooted, clock) == 1.0


def test_the_folder_is_private_and_its_names_hold_no_secret():
    one, clock = limiter(Settings(EMAIL, Secret(KEY)))
    leave(one, clock)
    folder = private_folder()
    assert folder.stat().st_mode & 0o777 == 0o700
    for path in folder.iterdir():
        assert KEY not in f"{path} {path.read_bytes()!r}"


def test_a_link_or_a_file_in_the_place_of_the_folder_is_refused(tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / f"claimbook-{os.getuid()}").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(ProblemsFoundError, match="is not yours"):
        private_folder()
    (tmp_path / f"claimbook-{os.getuid()}").unlink()
    (tmp_path / f"claimbook-{os.getuid()}").write_text("")
    with pytest.raises(ProblemsFoundError, match="is not yours"):
        private_folder()


def test_a_folder_that_others_may_enter_is_closed(tmp_path):
    (tmp_path / f"claimbook-{os.getuid()}").mkdir()
    (tmp_path / f"claimbook-{os.getuid()}").chmod(0o777)
    assert private_folder().stat().st_mode & 0o777 == 0o700


def test_eight_threads_go_one_after_the_other():
    # When a request left stands in the file; a thread that looks at the clock may look after another has moved it.
    settings = Settings(EMAIL, Secret(KEY))
    one, _ = limiter(settings)

    def seen(_):
        with one.turn(FOR_EVER):
            return {each["ticket"]: each["left"] for each in json.loads(file_of(settings).read_text())["flights"]}

    with ThreadPoolExecutor(8) as pool:
        flights = {ticket: left for each in pool.map(seen, range(24)) for ticket, left in each.items()}
    assert len(flights) == 24
    assert all(later - earlier >= 0.12 for earlier, later in pairwise(sorted(flights.values())))


def test_a_process_forked_while_a_thread_waits_is_free_to_go():
    one, clock = limiter()
    with one.turn(FOR_EVER):
        pid = os.fork()
        if pid == 0:
            os._exit(0 if leave(one, clock) > 0 else 1)
    assert os.waitpid(pid, 0)[1] == 0


HOLDER = """
    import sys, time
    from pathlib import Path
    from filelock import FileLock
    FileLock(sys.argv[1]).acquire()
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_holder_that_is_killed_blocks_nobody():
    one, clock = limiter()
    leave(one, clock)
    lock = str(file_of().with_suffix(".lock"))
    with subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(HOLDER), lock], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout.readline() == "held\n"
        waiting = threading.Thread(target=leave, args=(one, clock))
        waiting.start()
        holder.send_signal(signal.SIGKILL)
        waiting.join(10)
        assert not waiting.is_alive()


def test_an_interrupted_wait_leaves_no_turn_taken():
    one, clock = limiter()
    leave(one, clock)
    calls = iter([KeyboardInterrupt])

    def interrupted_once(seconds):
        clock.sleep(seconds)
        for error in calls:
            raise error

    impatient = Limiter(Settings(EMAIL), Patience(now=clock.now, sleep=interrupted_once))
    with pytest.raises(KeyboardInterrupt), impatient.turn(FOR_EVER):
        pass
    assert 0.4 <= leave(impatient, clock) < 0.5


@pytest.mark.slow
@pytest.mark.parametrize(("key", "threads", "each"), [(KEY, 8, 1), ("-", 4, 1)])
def test_four_processes_with_threads_stay_below_the_limit(key, threads, each):
    # F31, with real clocks: the server counts what arrives.
    command = [sys.executable, "-m", "tests.pubmed.client.crowd"]
    with EutilsServer(CORPUS) as server:
        arguments = [server.base, tempfile.gettempdir(), key, str(threads), str(each)]
        crowd = [
            subprocess.Popen([*command, *arguments], cwd=Path(__file__).parents[3], stdout=subprocess.PIPE)
            for _ in range(4)
        ]
        answers = [process.communicate(timeout=120)[0].split() for process in crowd]
        assert answers == [[b"6"] * (threads * each)] * 4
        assert {entry.status for entry in server.journal} == {200}
        check_manners(server.journal, key=key != "-")
