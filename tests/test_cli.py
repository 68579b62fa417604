"""The command line as a person uses it: what is printed, and with which exit status it ends."""

import errno
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from claimbook import cli
from tests.reference_folder import ROOT

COMMAND = [sys.executable, "-m", "claimbook"]


def run(*arguments: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], cwd=cwd, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def project(tmp_path):
    """A copy of the shipped project that a test may break."""
    for name in ("claims", "data", "notebooks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def test_check_counts_what_it_read():
    ended = run("check")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.endswith("\n\n1 article, 5 claims, 100 studies: no mistakes\n")


def test_check_prints_the_query_of_every_claim():
    # protects: an editor who wants to see what will be asked before it is asked
    shown = run("check").stdout.split("\n\n")
    claims = ("back-pain", "knee-pain", "leg-pain", "mental-health", "stroke-risk")
    assert [block.splitlines()[0] for block in shown[:-1]] == [f"walking-in-reverse/{claim}" for claim in claims]
    assert shown[-2].splitlines()[-2:] == [
        "  AND (stroke*[tiab] OR poststroke[tiab] OR cerebrovascular[tiab] OR hemipleg*[tiab] OR hemipare*[tiab] OR",
        '    "Stroke"[mh])',
    ]


def test_check_refuses_a_term_that_pubmed_would_rewrite_at_its_place(project):
    claim = project / "claims" / "walking-in-reverse" / "stroke-risk.yaml"
    claim.write_text(claim.read_text().replace("[stroke*, ", "[str*, "))
    ended = run("check", cwd=project)
    assert ended.returncode == 2
    assert "stroke-risk.yaml:24:16 'str*' has fewer than 4 letters before the *  [short-wildcard]" in ended.stderr
    assert "walking-in-reverse/stroke-risk" not in ended.stdout
    assert ended.stdout.endswith("\n\n1 article, 5 claims, 100 studies: 1 mistake\n")


def test_every_verb_works_from_any_folder_inside_a_project():
    # protects: an editor who stands in the folder of her claims
    assert run("check", cwd=ROOT / "claims" / "walking-in-reverse").returncode == 0
    assert "overstated" in run("why", "back-pain", cwd=ROOT / "data").stdout


def test_outside_a_project_one_sentence_says_so(tmp_path):
    ended = run("check", cwd=tmp_path)
    assert ended.returncode == 2
    assert "there is no project" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_check_shows_each_mistake_with_its_line_and_a_suggestion(project):
    claim = project / "claims" / "walking-in-reverse" / "back-pain.yaml"
    claim.write_text(claim.read_text().replace("purpose: treat", "purpose: traet"))
    ended = run("check", cwd=project)
    assert ended.returncode == 2
    assert ended.stdout.endswith("\n1 article, 5 claims, 100 studies: 1 mistake\n")
    assert ended.stderr == (
        "claims/walking-in-reverse/back-pain.yaml:9:10 unknown value 'traet' for 'purpose'. Did you mean 'treat'?"
        "  [unknown-value]\n    9 | purpose: traet\n      |          ^\n   allowed: treat, prevent, harm, association\n"
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (("why", "knee-pian"), "there is no claim 'knee-pian'. Did you mean 'knee-pain'?"),
        (("why", "../etc/passwd"), "'../etc/passwd' is a path"),
        (("why", ""), "the id is empty"),
        (("why", "back-pain", "--outcome", "sleep"), "claim 'back-pain' has no outcome 'sleep'"),
        (("why", "back-pain", "--rule", "ROB-BODY-9"), "there is no rule 'ROB-BODY-9'. Did you mean 'ROB-BODY-"),
        (("why", "back-pain", "--article", "runing"), "there is no article 'runing'"),
        (("report", "nothing-here"), "there is no claim 'nothing-here'"),
    ],
)
def test_a_wrong_name_is_told_in_a_sentence(arguments, complaint):
    ended = run(*arguments)
    assert ended.returncode == 2
    assert complaint in ended.stderr
    assert "Traceback" not in ended.stderr


def test_why_leads_from_the_verdict_to_the_line_of_each_fact():
    # protects: promise 4, every number can be followed
    told = run("why", "back-pain").stdout
    lines = (ROOT / "data" / "walking-in-reverse" / "studies.yaml").read_text().splitlines()
    for part in ("VERDICT-TABLE", "STATE-P", "ROUTE-P", "START-RCT", "ROB-BODY-1", "IMPRECISION-SIZE-2", "raza-2023"):
        assert part in told
    place = next(line for line in told.splitlines() if line.strip().startswith("Study raza-2023"))
    number = int(place.rsplit(":", 2)[1])
    assert lines[number - 1].strip() == "- id: raza-2023"


def test_a_rule_is_explained_with_its_source_and_its_effect():
    told = run("why", "back-pain", "--rule", "imprecision-size-2").stdout
    assert "66 participants, target 400" in told
    assert "https://www.clarityresearch.ca/" in told
    silent = run("why", "back-pain", "--rule", "UP-DOSE-1").stdout
    assert "it did not speak" in silent


@pytest.mark.slow
def test_one_failing_claim_does_not_stop_the_others(project):
    # protects: four claims that are ready while the fifth is not, and CI that must hear of it
    notebook = project / "notebooks" / "claim.ipynb"
    cells = json.loads(notebook.read_text())
    cells["cells"][-1]["source"] = ["if claim == 'stroke-risk':\n", "    raise RuntimeError('broken on purpose')"]
    notebook.write_text(json.dumps(cells))
    ended = run("report", "stroke-risk", "back-pain", "--out", "pages", cwd=project)
    assert ended.returncode == 1
    assert "walking-in-reverse/stroke-risk: FAILED" in ended.stderr
    assert "RuntimeError: broken on purpose" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == "2 pages built; open pages/index.html\n"
    assert "could not be built" in (project / "pages" / "walking-in-reverse" / "stroke-risk.html").read_text()


@pytest.mark.slow
def test_a_claim_file_with_a_mistake_is_told_and_the_others_are_built(project):
    claim = project / "claims" / "walking-in-reverse" / "knee-pain.yaml"
    claim.write_text(claim.read_text().replace("purpose: treat", "purpose: traet"))
    ended = run("report", "knee-pain", "stroke-risk", cwd=project)
    assert ended.returncode == 2
    assert "knee-pain.yaml:9:10 unknown value 'traet'" in ended.stderr
    assert ended.stdout == "2 pages built; open reports/index.html\n"


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix", reason="these signals are of POSIX systems")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_report_that_is_stopped_changes_nothing_and_says_so(project, tmp_path, number, status):
    # protects: from pages of which some are new and some are old
    reports, temporary = project / "reports", tmp_path / "temporary"
    reports.mkdir()
    temporary.mkdir()
    (reports / "index.html").write_text("before")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen([*COMMAND, "report"], cwd=project, env=environment, **pipes) as running:
        assert next(line for line in running.stderr if "done" in line).startswith("[1/6]")
        running.send_signal(number)
        shown, told = running.communicate(timeout=60)
    assert (running.returncode, shown) == (status, "")
    assert "stopped: nothing is half written" in told
    assert "goes on" not in told  # only a search does
    assert "Traceback" not in told
    assert {path.name: path.read_text() for path in reports.iterdir()} == {"index.html": "before"}
    assert not list(temporary.glob("claimbook-*"))


@pytest.mark.parametrize("verb", ["studies", "export", "verify", "search"])
def test_what_is_told_of_a_stopped_command_holds_where_it_had_finished_with_some(monkeypatch, capsys, verb):
    """'What was there before is as it was' stood there after the proposals of the first article had been written."""
    monkeypatch.setattr(sys, "argv", ["claimbook", verb])
    monkeypatch.setattr(cli, "app", lambda: signal.raise_signal(signal.SIGTERM))
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with pytest.raises(SystemExit, match="143"):
            cli.main()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    told = capsys.readouterr().err
    assert told.startswith("stopped: nothing is half written; what was not finished is as it was before\n")
    assert ("goes on" in told) == (verb == "search")


def full(_):
    raise OSError(errno.ENOSPC, "No space left on device")


def closed(_):
    raise BrokenPipeError(errno.EPIPE, "Broken pipe")


@pytest.mark.parametrize("arguments", [("check",), ("why", "back-pain"), ("export", "back-pain", "-f", "csv")])
@pytest.mark.parametrize(
    ("write", "told"), [(full, "the output cannot be written: No space left on device  [cannot-write]\n"), (closed, "")]
)
def test_what_cannot_be_printed_is_told_in_a_sentence(monkeypatch, capsys, arguments, write, told):
    # protects: `claimbook check > file` on a full disk, and `claimbook why CLAIM | head`
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw))
    monkeypatch.setattr(sys.stdout, "write", write)
    monkeypatch.setattr(raw, "write", write, raising=False)
    monkeypatch.setattr(sys, "argv", ["claimbook", *arguments, "--project", str(ROOT)])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert (ended.value.code, capsys.readouterr().err) == (2, told)


def test_a_dash_shows_the_methods_and_writes_no_file(tmp_path):
    shown = run("methods", "-o", "-", cwd=tmp_path)
    assert (shown.returncode, list(tmp_path.iterdir())) == (0, [])
    assert shown.stdout == (ROOT / "docs" / "methods.md").read_text()


def test_help_is_quick_because_nothing_heavy_is_imported():
    # protects: start-up time; the heavy packages belong to the verbs that use them
    heavy = {"pandas", "scipy", "matplotlib", "seaborn", "papermill", "nbconvert", "Bio"}
    script = "import sys, json, claimbook.cli; print(json.dumps(sorted(m.split('.')[0] for m in sys.modules)))"
    loaded = json.loads(
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    )
    assert heavy.isdisjoint(loaded)
