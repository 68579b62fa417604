"""Run the notebooks and build the pages."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from claimbook.model.problems import Problem
from claimbook.project.layout import find_project
from claimbook.project.load import LoadedArticle, load_sound
from claimbook.report.run.results import RunResult, Succeeded
from claimbook.workflow.confirming import outdated_confirmations
from claimbook.workflow.naming import choose_claims
from claimbook.workflow.status import ATTENTION, OK, USER_ERROR


@dataclass(frozen=True)
class ReportRequest:
    """What somebody asked to be reported on."""

    start: Path | None = None
    claims: Sequence[str] = ()
    """Ids of claims; none means all."""
    article: str | None = None
    out: Path | None = None
    """Folder to write to; ``reports/`` of the project when left out."""
    jobs: int | None = None
    """Notebooks to run at once."""


@dataclass(frozen=True)
class Reported:
    """How a report ended: where it lies, what failed while it ran, and which claim files could not be read."""

    out: Path
    built: int
    failed: tuple[str, ...]
    """One sentence for each notebook that failed."""
    unreadable: tuple[Problem, ...]
    outdated: tuple[Problem, ...] = ()
    """Confirmed verdicts that are no longer the computed ones."""

    @property
    def status(self) -> int:
        """0 when all is well, 1 for a notebook that failed or an outdated confirmation, 2 for a mistake in a claim."""
        return USER_ERROR if self.unreadable else ATTENTION if self.failed or self.outdated else OK


def report(request: ReportRequest, say: Callable[[str], None]) -> Reported:
    """Load what is sound, run its notebooks, build the pages, and tell how it ended."""
    from claimbook.report.page.site import Order, build_site  # noqa: PLC0415 - notebooks and plots are heavy

    project = find_project(request.start)
    chosen = choose_claims(project, request)
    articles = tuple(load_sound(project, article) for article in chosen)
    named = chosen if request.claims or request.article else None
    order = Order(project, articles, request.out or project.reports_dir, claims=named, workers=request.jobs)
    say(f"building {order.pages} pages")
    done = count(1)

    def tell(result: RunResult) -> None:
        ended = "done" if isinstance(result, Succeeded) else "FAILED"
        say(f"[{next(done)}/{order.pages}] {result.job.name}: {ended}")

    summary = build_site(order, tell)
    unread = _unread(articles, chosen if request.claims else None)
    unreadable = tuple(found for problems in unread.values() for found in problems)
    failed = tuple(result.message for result in summary.failed if result.job.name not in unread)
    outdated = tuple(found for each in articles for found in outdated_confirmations(each, chosen[each.article.id]))
    return Reported(order.out, len(summary.results) - len(summary.failed), failed, unreadable, outdated)


def _unread(
    articles: Iterable[LoadedArticle], named: Mapping[str, Collection[str]] | None
) -> dict[str, tuple[Problem, ...]]:
    """The mistakes of each claim that could not be read, by its page; where some were named, of these only."""
    return {
        f"{each.article.id}/{name}": problems
        for each in articles
        for name, problems in each.unreadable.items()
        if named is None or name in named[each.article.id]
    }
