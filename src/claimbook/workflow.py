"""Each verb as a short sentence of steps. Heavy packages are imported by the step that needs them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from claimbook.model.problems import ProblemsFoundError, problem
from claimbook.project.checks import Checked, check_project
from claimbook.project.layout import Project, find_project
from claimbook.project.load import load_article
from claimbook.project.places import find_places
from claimbook.project.schemas import write_schemas

Say = Callable[[str], None]
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
    from claimbook.synthesis.assess import assess_claim  # noqa: PLC0415

    project = find_project(start)
    named = name_claim(project, claim, article)
    loaded = load_article(project, named.article)
    found = loaded.claim(named.claim)
    if outcome is not None and outcome not in {each.id for each in found.outcomes}:
        known = ", ".join(each.id for each in found.outcomes)
        raise problem("unknown-outcome", f"claim '{claim}' has no outcome '{outcome}'", hint=f"outcomes here: {known}")
    return why_claim(assess_claim(found, loaded.studies), find_places(project, named.article), outcome)


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
