"""Notebooks are run side by side under this interpreter; each ending is told apart."""

import json
import os
import sys
import time
from pathlib import Path

import nbformat
import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.report.run import kernel, runner
from claimbook.report.run.results import Job, NotebookFailed, Succeeded, ToolFailed
from claimbook.report.run.runner import run_all
from tests.report.miniatures import miniature


def job(name, tmp_path, *, kernel="python3", **parameters):
    return Job(f"article/{name}", miniature(name, tmp_path, kernel=kernel), parameters)


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """Every kind of ending in one run of several kernels, with a user-level kernel of the same name in the way."""
    folder = tmp_path_factory.mktemp("runs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("JUPYTER_PATH", str(_foreign_kernel(folder / "jupyter")))
        jobs = [
            job("sound", folder, kernel="a-kernel-nobody-has", claim="back-pain"),
            job("failing_cell", folder),
            job("endless_cell", folder),
            job("leaves_early", folder),
            job("kills_its_kernel", folder),
            job("asks_a_question", folder),
            job("where_am_i", folder),
        ]
        return {result.job.notebook.stem: result for result in run_all(jobs, cwd=folder, workers=4, cell_seconds=2)}


def _foreign_kernel(folder):
    home = folder / "kernels" / "python3"
    home.mkdir(parents=True)
    spec = {"argv": ["/no/such/python", "-f", "{connection_file}"], "display_name": "Python 3", "language": "python"}
    (home / "kernel.json").write_text(json.dumps(spec))
    return folder


def printed(result):
    return "".join(output.get("text", "") for cell in result.notebook.cells for output in cell.get("outputs", []))


def test_the_stored_kernel_name_does_not_matter(results):
    assert isinstance(results["sound"], Succeeded)
    assert printed(results["sound"]) == "back-pain\n"


def test_a_failing_cell_is_named_and_its_traceback_kept(results):
    failed = results["failing_cell"]
    assert failed.message == (
        "article/failing_cell: cell 4 of failing_cell.ipynb failed: ZeroDivisionError: division by zero"
    )
    assert any("1 / 0" in line for line in failed.traceback)


def test_an_endless_cell_is_stopped_and_named_while_others_run(results):
    failed = results["endless_cell"]
    assert isinstance(failed, NotebookFailed)
    assert failed.message.startswith(
        "article/endless_cell: cell 2 of endless_cell.ipynb failed: CellTimeout: stopped after 2."
    )
    assert failed.message.endswith("a cell may take 2 s")


# papermill takes sys.exit(0) for success and leaves the rest of the notebook unrun.
def test_leaving_early_is_a_failure(results):
    assert (results["leaves_early"].ename, results["leaves_early"].cell) == ("SystemExit", 2)


def test_a_dead_kernel_is_laid_to_its_cell(results):
    assert (results["kills_its_kernel"].ename, results["kills_its_kernel"].cell) == ("KernelDied", 2)


def test_nobody_is_asked_anything(results):
    assert results["asks_a_question"].ename == "StdinNotImplementedError"


def test_no_path_or_address_of_this_machine_is_kept(results):
    kept = nbformat.writes(results["where_am_i"].notebook)
    assert printed(results["where_am_i"]).startswith(". ~ <python>/bin/" if os.name == "posix" else ". ~ <python>")
    assert str(Path.home()) not in kept
    assert str(results["where_am_i"].job.notebook.parent) not in kept
    assert sys.prefix not in kept
    assert "ipykernel_" not in kept
    assert "0x" not in kept


def test_two_runs_give_the_same_bytes(tmp_path):
    jobs = [job("same_sentence_twice", tmp_path, claim="x")] * 2
    first, second = (nbformat.writes(result.notebook) for result in run_all(jobs, cwd=tmp_path, workers=1))
    assert first == second
    assert "papermill" not in first
    assert '"id": "injected-parameters"' in first


# R01: no kernel may start for a run that was asked for wrongly.
def test_a_misspelt_parameter_ends_the_run_before_any_kernel(tmp_path, monkeypatch):
    monkeypatch.setattr(runner, "_run", lambda *_: pytest.fail("a kernel was started"))
    jobs = [job("sound", tmp_path), job("sound", tmp_path, cliam="x")]
    with pytest.raises(ProblemsFoundError, match=r"sound\.ipynb declares no parameter 'cliam'"):
        run_all(jobs, cwd=tmp_path)


def test_a_kernel_that_never_comes_up_is_tried_twice_and_told_as_the_tools_failure(tmp_path, monkeypatch):
    tries = []

    async def refuse(_manager, **_options):
        tries.append(1)
        raise OSError("address already in use")

    monkeypatch.setattr(kernel.ProjectKernelManager, "start_kernel", refuse)
    (result,) = run_all([job("sound", tmp_path)], cwd=tmp_path)
    assert isinstance(result, ToolFailed)
    assert result.message == "article/sound: sound.ipynb could not be run: OSError: address already in use"
    assert len(tries) == 2


# What Ctrl-C does: the generator is closed while kernels run.
def test_closing_the_run_stops_its_kernels(tmp_path):
    running = run_all([job("sound", tmp_path), job("endless_cell", tmp_path)], cwd=tmp_path, workers=2, cell_seconds=60)
    next(running)
    started = time.monotonic()
    running.close()
    assert time.monotonic() - started < 20
    assert not kernel.live
