"""Run notebooks through papermill: several at once, each in its own kernel, one failure never stopping the others."""

import asyncio
import logging
import re
import tempfile
import time
import traceback
from collections.abc import Generator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from os import cpu_count
from pathlib import Path
from typing import Any

import papermill
from jupyter_core.utils import ensure_event_loop
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillExecutionError

from claimbook.model.problems import Problem, ProblemsFoundError
from claimbook.report.run.clean import cleaned
from claimbook.report.run.kernel import KERNEL_NAME, ProjectKernelManager, allow_kernels, kernel_config, stop_kernels
from claimbook.report.run.parameters import PARAMETERS_TAG, check_notebook, read_notebook
from claimbook.report.run.results import Job, NotebookFailed, RunResult, Succeeded, ToolFailed

MOST_WORKERS = 4
CELL_SECONDS = 120
_START_ATTEMPTS = 2  # a kernel that never came up is tried once more
logging.getLogger("papermill").addHandler(logging.NullHandler())  # results speak; nothing is printed beside them
_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_KERNEL_ARGUMENTS = ("--HistoryManager.hist_file=:memory:",)  # nothing is left in the user's history


def run_all(
    jobs: Sequence[Job], *, cwd: Path, workers: int | None = None, cell_seconds: int = CELL_SECONDS
) -> Generator[RunResult, None, None]:
    """Run all jobs in kernels whose working folder is ``cwd``, and yield each result as soon as it is there.

    Raises:
        ProblemsFoundError: before any kernel starts, when a notebook does not fit its parameters.
    """
    check_jobs(jobs)
    return _results(jobs, cwd, workers or min(MOST_WORKERS, cpu_count() or 1), cell_seconds)


def check_jobs(jobs: Sequence[Job]) -> None:
    """Check each notebook against the parameters it will be given. Raises ProblemsFoundError with every fault once."""
    problems: dict[Problem, None] = {}
    for job in jobs:
        try:
            check_notebook(job.notebook, read_notebook(job.notebook), job.parameters)
        except ProblemsFoundError as error:
            problems.update(dict.fromkeys(error.problems))
    if problems:
        raise ProblemsFoundError(problems)


def _results(jobs: Sequence[Job], cwd: Path, workers: int, cell_seconds: int) -> Generator[RunResult, None, None]:
    allow_kernels()
    with (
        tempfile.TemporaryDirectory(prefix="claimbook-", ignore_cleanup_errors=True) as scratch,
        ThreadPoolExecutor(workers, thread_name_prefix="claimbook") as pool,
    ):
        running = [
            pool.submit(_run, job, cwd, Path(scratch, str(index)), cell_seconds) for index, job in enumerate(jobs)
        ]
        try:
            for done in as_completed(running):
                yield done.result()
        finally:  # after Ctrl-C, or when the caller wants no more
            for waiting in running:
                waiting.cancel()
            stop_kernels()


def _run(job: Job, cwd: Path, scratch: Path, cell_seconds: int) -> RunResult:
    """Run one job; a kernel that fails before the first cell is started once more."""
    result: RunResult | None = None
    for attempt in range(_START_ATTEMPTS):
        folder = scratch / str(attempt)
        folder.mkdir(parents=True)
        result = _run_once(job, cwd, folder, cell_seconds)
        if not isinstance(result, ToolFailed):
            break
    assert result is not None  # noqa: S101 - the loop runs at least once
    return result


class _Watch:
    """Which cell runs, and since when."""

    cell: int | None = None
    since: float = 0.0

    def start(self, cell: NotebookNode, cell_index: int) -> None:  # noqa: ARG002 - nbclient passes both by name
        self.cell, self.since = cell_index, time.monotonic()

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.since


def _run_once(job: Job, cwd: Path, scratch: Path, cell_seconds: int) -> RunResult:
    watch = _Watch()
    loop = ensure_event_loop()
    source = _with_own_kernel(read_notebook(job.notebook))
    try:
        executed = _execute(source, job, watch, kernel_config(cwd, scratch), cell_seconds)
    except Exception as error:  # noqa: BLE001 - whatever happens to one claim, the others go on
        return _failure(error, job, source, watch, cell_seconds)
    finally:
        _close(loop)
    left = _cell_that_left(executed)
    if left is not None:
        return NotebookFailed(
            job, _number_on_disk(job, source, left), "SystemExit", "the cell ended the notebook early"
        )
    return Succeeded(job, cleaned(executed, cwd))


def _close(loop: asyncio.AbstractEventLoop) -> None:
    """End what a stopped notebook left waiting, so that nothing is destroyed while pending."""
    waiting = asyncio.all_tasks(loop)
    for task in waiting:
        task.cancel()
    loop.run_until_complete(asyncio.gather(*waiting, return_exceptions=True))
    loop.close()


def _failure(error: Exception, job: Job, source: NotebookNode, watch: _Watch, cell_seconds: int) -> RunResult:
    """The failed cell where one was running; else the tool's own failure."""
    if isinstance(error, PapermillExecutionError):
        cell = _number_on_disk(job, source, error.cell_index)
        return NotebookFailed(job, cell, error.ename, error.evalue, _plain(error.traceback))
    if watch.cell is not None and isinstance(error, CellTimeoutError | DeadKernelError):
        stopped = f"stopped after {watch.seconds:.1f} s; a cell may take {cell_seconds} s"
        timeout = isinstance(error, CellTimeoutError)
        ename, evalue = ("CellTimeout", stopped) if timeout else ("KernelDied", "the kernel ended in this cell")
        return NotebookFailed(job, _number_on_disk(job, source, watch.cell), ename, evalue)
    return ToolFailed(job, f"{type(error).__name__}: {error}", tuple(traceback.format_exception(error)))


def _plain(printed: Sequence[str]) -> tuple[str, ...]:
    """A traceback without the colours that kernels print."""
    return tuple(_COLOURS.sub("", part) for part in printed)


def _execute(source: NotebookNode, job: Job, watch: _Watch, config: Any, cell_seconds: int) -> NotebookNode:  # noqa: ANN401
    # papermill's own ``cwd`` would change the folder of all threads, so the kernel manager sets it.
    executed: NotebookNode = papermill.execute_notebook(
        source,
        None,
        parameters=dict(job.parameters),
        kernel_name=KERNEL_NAME,
        language="python",
        progress_bar=False,
        execution_timeout=cell_seconds,
        kernel_manager_class=ProjectKernelManager,
        config=config,
        on_cell_start=watch.start,
        record_timing=False,
        shutdown_kernel="immediate",
        extra_arguments=list(_KERNEL_ARGUMENTS),
    )
    return executed


def _with_own_kernel(notebook: NotebookNode) -> NotebookNode:
    """Whatever kernel the notebook was last saved with, it runs in the one that this interpreter gives."""
    notebook.metadata["kernelspec"] = {"name": KERNEL_NAME, "display_name": "Python 3", "language": "python"}
    return notebook


def _number_on_disk(job: Job, source: NotebookNode, index: int) -> int:
    """Number of a cell, counted from one, without the cell that papermill puts in after the parameters."""
    cells = enumerate(source.cells)
    tagged = next((i for i, cell in cells if PARAMETERS_TAG in cell.metadata.get("tags", [])), index)
    return index if job.parameters and index > tagged else index + 1


def _cell_that_left(executed: NotebookNode) -> int | None:
    """Index of a cell that called ``sys.exit(0)``: papermill takes that for success and leaves the rest unrun."""
    exceptions = (cell.metadata.get("papermill", {}).get("exception") for cell in executed.cells)
    return next((index for index, exception in enumerate(exceptions) if exception), None)
