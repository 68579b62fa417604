"""Each verb as a short sentence of steps. Heavy packages are imported by the step that needs them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from claimbook.model.assessment import ClaimAssessment
from claimbook.model.problems import Problem, ProblemsFoundError, problem
from claimbook.project.checks import Checked, check_project
from claimbook.project.layout import Project, find_project
from claimbook.project.load import load_article, load_sound
from claimbook.project.places import find_places
from claimbook.project.schemas import write_schemas
from claimbook.report.results import RunResult, Succeeded

OK, ATTENTION, USER_ERROR = 0, 1, 2


@dataclass(frozen=True)
class Named:
    """A claim and the article it belongs to."""

    article: str
    claim: str


def check(start: Path | None) -> Checked:
    """Read everything, check that it fits together, and return every mistake."""
    return check_project(find_project(start))


def why(start: Path | None, claim: str, article: str | None, outcome: str | None) -> str:
    """Find the claim, weigh it, and tell the chain from its verdict to every field."""
    from claimbook.report.why import why_claim  # noqa: PLC0415

    project = find_project(start)
    named = name_claim(project, claim, article)
    assessment = weigh(project, named)
    known = [each.outcome.id for each in assessment.outcomes]
    if outcome is not None and outcome not in known:
        hint = f"outcomes here: {', '.join(known)}"
        raise problem("unknown-outcome", f"claim '{claim}' has no outcome '{outcome}'", hint=hint)
    return why_claim(assessment, find_places(project, named.article), outcome)


def explain_rule(start: Path | None, claim: str, article: str | None, rule: str) -> str:
    """Find the claim, weigh it, and tell what one rule says and did."""
    from claimbook.report.why_rule import why_rule  # noqa: PLC0415

    project = find_project(start)
    return why_rule(weigh(project, name_claim(project, claim, article)), rule)


def weigh(project: Project, named: Named) -> ClaimAssessment:
    """The claim with all its outcomes assessed."""
    from claimbook.synthesis.assess import assess_claim  # noqa: PLC0415 - scipy is heavy

    loaded = load_article(project, named.article)
    return assess_claim(loaded.claim(named.claim), loaded.studies)


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

    @property
    def status(self) -> int:
        """0 when everything was built, 1 when a notebook failed, 2 when a claim file has a mistake."""
        return USER_ERROR if self.unreadable else ATTENTION if self.failed else OK


def report(request: ReportRequest, say: Callable[[str], None]) -> Reported:
    """Load what is sound, run its notebooks, build the pages, and tell how it ended."""
    from claimbook.report.site import Order, build_site  # noqa: PLC0415 - notebooks and plots are heavy

    project = find_project(request.start)
    chosen = choose_claims(project, request)
    articles = tuple(load_sound(project, article) for article in chosen)
    out = request.out or project.reports_dir
    total, done = sum(len(claims) + 1 for claims in chosen.values()), count(1)
    say(f"building {total} pages")

    def tell(result: RunResult) -> None:
        ended = "done" if isinstance(result, Succeeded) else "FAILED"
        say(f"[{next(done)}/{total}] {result.job.name}: {ended}")

    summary = build_site(Order(project, articles, out, claims=chosen, workers=request.jobs), tell)
    unreadable = tuple(found for each in articles for problems in each.unreadable.values() for found in problems)
    broken = {f"{each.article.id}/{claim}" for each in articles for claim in each.unreadable}
    failed = tuple(result.message for result in summary.failed if result.job.name not in broken)
    return Reported(out, len(summary.results) - len(summary.failed), failed, unreadable)


def choose_claims(project: Project, request: ReportRequest) -> dict[str, tuple[str, ...]]:
    """The wanted claims of each wanted article; all of them where none was named."""
    articles = [project.known_article(request.article)] if request.article else list(project.article_ids())
    if not request.claims:
        return {article: project.claim_ids(article) for article in articles}
    named = [name_claim(project, claim, request.article) for claim in request.claims]
    return {
        article: tuple(dict.fromkeys(each.claim for each in named if each.article == article))
        for article in articles
        if any(each.article == article for each in named)
    }


def schema(out: Path) -> tuple[Path, ...]:
    """Write the JSON Schemas that let an editor complete and check the YAML files."""
    return write_schemas(out)


def methods(out: Path) -> Path:
    """Write the methods page from the rules and thresholds in force."""
    from claimbook.project.files import write_text  # noqa: PLC0415
    from claimbook.report.methods import methods_markdown  # noqa: PLC0415

    write_text(out, methods_markdown())
    return out


def name_claim(project: Project, claim: str, article: str | None) -> Named:
    """The one claim of that id, in the named article or in any.

    Raises:
        ProblemsFoundError: no claim has it, or claims of several articles do and none was named.
    """
    articles = [project.known_article(article)] if article else list(project.article_ids())
    holding = [name for name in articles if claim in project.claim_ids(name)]
    if len(holding) > 1:
        raise problem("several-claims", f"'{claim}' is a claim of {', '.join(holding)}", hint="say which: --article ID")
    if not holding:
        return Named(articles[0], _unknown(project, articles, claim))
    return Named(holding[0], claim)


def _unknown(project: Project, articles: Sequence[str], claim: str) -> str:
    """The complaint of the article that knows the most alike claim; never returns a claim."""
    complaints: list[ProblemsFoundError] = []
    for article in articles:
        try:
            return project.known_claim(article, claim)
        except ProblemsFoundError as error:
            complaints.append(error)
    raise max(complaints, key=lambda error: "Did you mean" in str(error))
