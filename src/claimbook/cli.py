"""The command line: one verb, one function, no logic. It prints what the workflow returns."""

import errno
import io
import json
import signal
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TypeAlias

import typer

from claimbook import __version__, workflow
from claimbook.model.problems import Problem, ProblemsFoundError, problem
from claimbook.project.explain import format_problem
from claimbook.pubmed.query.build import Query

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
DeadlineOption = Annotated[
    float | None,
    typer.Option(min=1, help="Seconds to insist on one answer of PubMed; 600 where it is left out."),
]

_SHOWN = Path("-")
_STOPPING = (signal.SIGINT, signal.SIGTERM)
_WHEN_STOPPED = """stopped: nothing is half written; what was not finished is as it was before
   run the same command again"""
"""A command for several articles or claims may have finished with some of them."""
_GOES_ON = frozenset({"search"})
"""Commands that keep what they had received when they were stopped."""


def _version(wanted: bool) -> None:
    if wanted:
        _show(f"claimbook {__version__}")
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
    """Check claims, data and search words: the query of each claim, mistakes (exit status 2), findings (1)."""
    found = workflow.check(project)
    for named, query in found.queries:
        _show(_query_block(named, query))
    _complain((*found.problems, *found.findings))
    read = (_count(found.articles, "article"), _count(found.claims, "claim"), _count(found.studies, "study", "studies"))
    ended = [_count(len(found.problems), "mistake") if found.problems else "no mistakes"]
    if found.findings:
        ended.append(_count(len(found.findings), "finding needs attention", "findings need attention"))
    _show(f"{', '.join(read)}: {', '.join(ended)}")
    raise typer.Exit(found.status)


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
    _complain((*ended.unreadable, *ended.outdated))
    for sentence in ended.failed:
        typer.echo(sentence, err=True)
    _show(f"{_count(ended.built, 'page')} built; open {_near(ended.out / 'index.html')}")
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
        _show(workflow.why(project, claim, article, outcome))
    else:
        _show(workflow.explain_rule(project, claim, article, rule))


@app.command()
def search(  # noqa: PLR0913 - one parameter for each option
    claims: Annotated[list[str] | None, typer.Argument(help="Ids of claims; all where they are left out.")] = None,
    *,
    article: ArticleOption = None,
    project: ProjectOption = None,
    update: Annotated[bool, typer.Option("--update", help="Search again and add what is new to the lock.")] = False,
    restore: Annotated[
        bool, typer.Option("--restore", help="Fetch the locked records again, and prove them by their hash.")
    ] = False,
    accept_missing: Annotated[
        bool, typer.Option("--accept-missing", help="Lock a search although some of its records did not come.")
    ] = False,
    deadline: DeadlineOption = None,
) -> None:
    """Search PubMed for claims and lock what was found. Exit status 1 when a search failed; its old lock is kept."""
    if update and restore:
        raise typer.BadParameter("--update and --restore exclude each other")
    kind: workflow.SearchKind = "update" if update else "restore" if restore else "search"
    request = workflow.SearchRequest(project, claims or (), article, kind, accept_missing, deadline)
    _tell_each((f"{ended.named.article}/{ended.named.claim}", ended) for ended in workflow.search(request, _news))


@app.command()
def studies(
    claims: Annotated[list[str] | None, typer.Argument(help="Ids of claims; all where they are left out.")] = None,
    *,
    propose: Annotated[
        bool, typer.Option("--propose", help="Read the waiting records by rule, and draft their rows for a person.")
    ] = False,
    article: ArticleOption = None,
    project: ProjectOption = None,
) -> None:
    """Draft rows of the evidence table for the records that wait. Nothing that is proposed ever counts as evidence."""
    if not propose:
        raise typer.BadParameter("say what to do with the studies: --propose")
    request = workflow.ProposeRequest(project, claims or (), article)
    _tell_each((ended.name, ended) for ended in workflow.propose(request))


@app.command()
def verify(article: ArticleOption = None, project: ProjectOption = None, deadline: DeadlineOption = None) -> None:
    """Check every identifier of the evidence tables against PubMed. Exit status 1 when one needs attention."""
    _tell_each((ended.article, ended) for ended in workflow.verify(project, article, deadline, _news))


@app.command()
def export(
    claim: Annotated[str, typer.Argument(help="Id of the claim.")],
    wanted: Annotated[
        str,
        typer.Option(
            "--format", "-f", help="csv, findings, ris, bibtex, csl, json, claimreview or notebook.", metavar="FORMAT"
        ),
    ],
    article: ArticleOption = None,
    project: ProjectOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="File to write; shown where it is left out or '-'.")
    ] = None,
) -> None:
    """Give a claim away as a table, as references, as JSON, as ClaimReview or as its executed notebook."""
    out = None if out == _SHOWN else out
    text = workflow.export(workflow.ExportRequest(claim, wanted, project, article, out))
    if out is None:
        _show(text.encode(), nl=False)
    else:
        _show(_near(out.resolve()))


@app.command()
def wording(
    file: Annotated[Path, typer.Argument(help="Plain text in UTF-8; '-' for standard input.", metavar="FILE")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Show every sentence as JSON.")] = False,
) -> None:
    """Tell how strongly an article words what it says: strength, advice, words of certainty and of size."""
    read = workflow.wording(file)
    if as_json:
        _show(json.dumps(read.data, indent=2, ensure_ascii=False))
        return
    for line in read.lines:
        _show(line)


@app.command()
def schema(
    out: Annotated[Path, typer.Option("--out", "-o", help="Folder to write to.")] = Path("schemas"),
) -> None:
    """Write JSON Schemas, so that an editor completes and checks the YAML files."""
    for path in workflow.schema(out):
        _show(path.as_posix())


@app.command()
def methods(
    out: Annotated[Path, typer.Option("--out", "-o", help="File to write; shown where it is '-'.")] = Path(
        "methods.md"
    ),
) -> None:
    """Write the methods page: all rules, thresholds and the verdict table, as they are in force."""
    text = workflow.methods(None if out == _SHOWN else out)
    _show(text if out == _SHOWN else out.as_posix(), nl=out != _SHOWN)


def _show(text: str | bytes, *, nl: bool = True) -> None:
    """Print a result; a full disk is told in a sentence, and a reader who has seen enough needs none."""
    try:
        typer.echo(text, nl=nl)
    except OSError as error:
        sys.stdout = io.StringIO()  # what could not be written is not tried again
        if error.errno == errno.EPIPE:
            raise typer.Exit(workflow.USER_ERROR) from error
        raise problem("cannot-write", f"the output cannot be written: {error.strerror}") from error


def _query_block(named: workflow.Named, query: Query) -> str:
    """The query of a claim below its name, with what a reader must know about it, and an empty line."""
    lines = [f"{named.article}/{named.claim}", textwrap.indent(query.readable, "  ")]
    if query.filter is not None:
        lines.append(f"  filter: {query.filter.name}; {query.filter.citation}")
    if query.accepted:
        lines.append(f"  does without, if PubMed does not know them: {', '.join(query.accepted)}")
    return "\n".join([*lines, ""])


_Ended: TypeAlias = workflow.SearchEnded | workflow.VerifyEnded | workflow.Proposed


def _tell_each(named: Iterable[tuple[str, _Ended]]) -> None:
    """Tell how each one ended, as it ends; the gravest is the exit status."""
    status = workflow.OK
    for name, ended in named:
        _tell_ended(name, ended)
        status = max(status, ended.status)
    raise typer.Exit(status)


def _tell_ended(name: str, ended: _Ended) -> None:
    first, *more = ended.lines
    _show(f"{name}: {first}")
    for line in more:
        _show(f"  {line}")
    if ended.hint:
        _show(f"  next: {ended.hint}")


def _news(news: object) -> None:
    _progress(str(news))


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def _near(path: Path) -> str:
    """A path as one would type it from here, or whole where it lies elsewhere."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _progress(line: str) -> None:
    typer.echo(line, err=True)


def _complain(problems: tuple[Problem, ...]) -> None:
    for each in problems:
        typer.echo(format_problem(each), err=True)


class _StoppedError(BaseException):
    """Somebody wants the command to end; everything that is open is closed on the way."""


def _stop(number: int, _: object) -> None:
    for each in _STOPPING:
        signal.signal(each, signal.SIG_DFL)  # a second one ends it at once
    raise _StoppedError(number)


def main() -> None:
    """Run the command line. A mistake of the user is told in a sentence; a bug keeps its traceback."""
    for each in _STOPPING:
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, _stop)
    try:
        app()
    except ProblemsFoundError as error:
        _complain(error.problems)
        sys.exit(workflow.USER_ERROR)
    except _StoppedError as stopped:
        _progress(_WHEN_STOPPED + ("; it goes on where it was" if _GOES_ON.intersection(sys.argv[1:2]) else ""))
        sys.exit(128 + stopped.args[0])


if __name__ == "__main__":
    main()
