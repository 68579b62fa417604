"""The command line: one verb, one function, no logic. It prints what the workflow returns."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from claimbook import __version__, workflow
from claimbook.model.problems import Problem, ProblemsFoundError
from claimbook.project.explain import format_problem

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Weigh what published studies say about each claim of a health article. Run it inside a project folder.",
)

ArticleOption = Annotated[
    str | None, typer.Option("--article", "-a", help="Id of the article; all where it is left out.")
]
ProjectOption = Annotated[
    Path | None, typer.Option("--project", "-p", help="Folder inside the project; here where it is left out.")
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimbook {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Options that come before the verb."""


@app.command()
def check(project: ProjectOption = None) -> None:
    """Check claims and data: every mistake with its line, and exit status 2 when there is one."""
    found = workflow.check(project)
    _complain(found.problems)
    read = (_count(found.articles, "article"), _count(found.claims, "claim"), _count(found.studies, "study", "studies"))
    mistakes = _count(len(found.problems), "mistake") if found.problems else "no mistakes"
    typer.echo(f"{', '.join(read)}: {mistakes}")
    raise typer.Exit(workflow.USER_ERROR if found.problems else workflow.OK)


@app.command()
def report(
    claims: Annotated[list[str] | None, typer.Argument(help="Ids of claims; all where they are left out.")] = None,
    article: ArticleOption = None,
    project: ProjectOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="Folder to write to; reports/ of the project.")
    ] = None,
    jobs: Annotated[int | None, typer.Option("--jobs", "-j", min=1, help="Notebooks to run at once.")] = None,
) -> None:
    """Run the notebooks and build the pages. Exit status 1 when a claim failed; the others are built all the same."""
    ended = workflow.report(workflow.ReportRequest(project, claims or (), article, out, jobs), _progress)
    _complain(ended.unreadable)
    for sentence in ended.failed:
        typer.echo(sentence, err=True)
    typer.echo(f"{_count(ended.built, 'page')} built; open {_near(ended.out / 'index.html')}")
    raise typer.Exit(ended.status)


@app.command()
def why(
    claim: Annotated[str, typer.Argument(help="Id of the claim.")],
    outcome: Annotated[str | None, typer.Option("--outcome", help="Only this outcome of the claim.")] = None,
    rule: Annotated[str | None, typer.Option("--rule", help="Explain this rule, and what it did here.")] = None,
    article: ArticleOption = None,
    project: ProjectOption = None,
) -> None:
    """Show the chain from the verdict to each rule, study and field."""
    if rule is None:
        typer.echo(workflow.why(project, claim, article, outcome))
    else:
        typer.echo(workflow.explain_rule(project, claim, article, rule))


@app.command()
def schema(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write to.")] = Path("schemas"),
) -> None:
    """Write JSON Schemas, so that an editor completes and checks the YAML files."""
    for path in workflow.schema(out):
        typer.echo(path.as_posix())


@app.command()
def methods(
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write.")] = Path("methods.md"),
) -> None:
    """Write the methods page: all rules, thresholds and the verdict table, as they are in force."""
    typer.echo(workflow.methods(out).as_posix())


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def _near(path: Path) -> str:
    """A path as one would type it from here, or whole where it lies elsewhere."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _progress(line: str) -> None:
    typer.echo(line, err=True)


def _complain(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        typer.echo(format_problem(problem), err=True)


def main() -> None:
    """Run the command line. A mistake of the user is told in a sentence; a bug keeps its traceback."""
    try:
        app()
    except ProblemsFoundError as error:
        _complain(error.problems)
        sys.exit(workflow.USER_ERROR)


if __name__ == "__main__":
    main()
