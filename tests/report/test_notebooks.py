"""The notebooks are for reading: no outputs, stable ids, one parameters cell; they run by hand as they are."""

import subprocess
import sys

import nbformat
import pytest

from claimbook.report.page.site import notebook_path
from claimbook.report.run.kernel import kernel_config
from claimbook.report.run.parameters import check_notebook, declared_parameters, read_notebook
from tests.report.demo import write_demo

REPORTS = ("claim.ipynb", "article.ipynb")
NAMES = (*REPORTS, "explore.ipynb")
SHIPPED = {"article": "'walking-in-reverse'", "claim": "'knee-pain'"}
LONGEST_CELL = 6
PASTED = "text"
"""The cell into which an abstract is pasted."""


@pytest.fixture(scope="module")
def project():
    from pathlib import Path  # noqa: PLC0415

    from claimbook.project.layout import find_project  # noqa: PLC0415

    return find_project(Path(__file__).parent)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_of_a_run_is_kept(name, project):
    book = read_notebook(notebook_path(project, name))
    code = [cell for cell in book.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    assert sorted(book.metadata) == ["kernelspec", "language_info"]
    assert book.metadata.language_info == {"name": "python"}


@pytest.mark.parametrize("name", NAMES)
def test_ids_are_words_and_the_file_is_as_nbformat_writes_it(name, project):
    path = notebook_path(project, name)
    book = read_notebook(path)
    ids = [cell.id for cell in book.cells]
    assert len(ids) == len(set(ids))
    assert all(id_.replace("-", "").isalpha() for id_ in ids)
    assert path.read_text() == nbformat.writes(book) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_cells_are_short_and_prose_stands_between(name, project):
    book = read_notebook(notebook_path(project, name))
    code = [cell.source for cell in book.cells if cell.cell_type == "code" and cell.id != PASTED]
    assert max(len(source.splitlines()) for source in code) <= LONGEST_CELL
    assert len([cell for cell in book.cells if cell.cell_type == "markdown"]) >= len(code) - 2


@pytest.mark.parametrize("name", NAMES)
def test_defaults_point_at_what_is_shipped(name, project):
    path = notebook_path(project, name)
    declared = declared_parameters(path, read_notebook(path))
    assert {each.name: each.default for each in declared}.items() <= SHIPPED.items()
    assert check_notebook(path, read_notebook(path), [each.name for each in declared]) == declared
    assert project.claim_file("walking-in-reverse", "knee-pain").is_file()


# A student opens the notebook in its own folder and runs it as it is.
@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_run_by_hand_in_the_folder_of_the_notebook(name, tmp_path):
    project = write_demo(tmp_path)
    path = project.notebooks_dir / name
    sources = [cell.source for cell in read_notebook(path).cells if cell.cell_type == "code"]
    script = "\n".join(sources).replace("walking-in-reverse", "demo").replace("knee-pain", "humming")
    assert run("-W", "error", "-c", script, folder=path.parent) == ""


def run(*arguments, folder=None):
    """What a Python process of its own prints; anything on its error channel fails the test."""
    done = subprocess.run([sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.strip()


# Start-up is a reviewed property: what a command does not need, it does not wait for.
@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("claimbook.report.run.results", {"papermill", "nbconvert", "nbformat", "pandas", "matplotlib", "seaborn"}),
        ("claimbook.report.why", {"papermill", "nbconvert", "pandas", "matplotlib", "seaborn"}),
        ("claimbook.report.page.methods", {"papermill", "nbconvert", "pandas", "matplotlib", "seaborn"}),
        ("claimbook.report.case.claim", {"papermill", "nbconvert", "nbformat", "jupyter_client"}),
        ("claimbook.report.page.site", {"matplotlib", "seaborn"}),
    ],
)
def test_modules_load_only_what_they_use(module, absent):
    code = f"import sys, {module}; print(*sorted({absent!r} & set(sys.modules)))"
    assert run("-c", code) == ""


def test_kernels_use_sockets_in_their_own_folder_where_the_path_is_short_enough(tmp_path):
    from pathlib import Path  # noqa: PLC0415

    short = kernel_config(tmp_path, Path("/x") / "1")["ProjectKernelManager"]
    long = kernel_config(tmp_path, Path("/" + "x" * 120))["ProjectKernelManager"]
    assert "transport" not in long
    assert short.get("transport") == ("ipc" if sys.platform != "win32" else None)
    assert short["cwd"] == str(tmp_path)
