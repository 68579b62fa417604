"""The same pages without kernels: the cells of a notebook run in this process, the rest is as in a report.

A browser test asks what a page looks like, not how it was run. `tests/report/test_site.py` builds with real kernels and
compares the two.
"""

import ast
import io
from collections.abc import Iterator, Sequence
from contextlib import chdir, redirect_stdout
from pathlib import Path
from unittest.mock import patch

from nbformat.v4 import new_output

from claimbook.project.layout import Project
from claimbook.project.load import load_sound
from claimbook.report.page import site
from claimbook.report.run.clean import cleaned
from claimbook.report.run.parameters import PARAMETERS_TAG, read_notebook
from claimbook.report.run.results import Job, RunResult, Succeeded


def write_pages(project: Project, articles: Sequence[str], out: Path, **order) -> site.BuildSummary:
    """Build the pages of these articles into ``out``; a cell that fails raises."""
    loaded = [load_sound(project, name) for name in articles]
    with patch.object(site, "run_all", _run_here):
        return site.build_site(site.Order(project, loaded, out, **order))


def _run_here(jobs: Sequence[Job], *, cwd: Path, **_) -> Iterator[RunResult]:
    for job in jobs:
        with chdir(cwd):
            yield _run(job, cwd)


def _run(job: Job, cwd: Path) -> RunResult:
    notebook, names = read_notebook(job.notebook), {}
    for number, cell in enumerate((cell for cell in notebook.cells if cell.cell_type == "code"), start=1):
        value = _execute(cell.source, names)
        if PARAMETERS_TAG in cell.metadata.get("tags", []):
            names |= job.parameters
        cell.execution_count = number
        cell.outputs = [] if value is None else [_shown(value, number)]
    return Succeeded(job, cleaned(notebook, cwd))


def _execute(source: str, names: dict[str, object]) -> object:
    """Run a cell as a kernel does: its last line, where it is an expression, is its value."""
    *before, last = ast.parse(source).body
    if not isinstance(last, ast.Expr):
        before.append(last)
    with redirect_stdout(io.StringIO()):
        exec(compile(ast.Module(before, []), "cell", "exec"), names)  # noqa: S102 - our own notebooks
        return eval(compile(ast.Expression(last.value), "cell", "eval"), names) if isinstance(last, ast.Expr) else None  # noqa: S307


def _shown(value: object, number: int):
    html = value._repr_html_() if hasattr(value, "_repr_html_") else None
    data = {"text/plain": repr(value)} | ({"text/html": html} if html is not None else {})
    return new_output("execute_result", data=data, execution_count=number)
