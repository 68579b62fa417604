"""Give a claim away in one of the formats that lie beside its page."""

from dataclasses import dataclass
from pathlib import Path

from claimbook.project.files import write_text
from claimbook.project.layout import Project, find_project
from claimbook.project.load import load_sound
from claimbook.workflow.naming import Named, name_claim


@dataclass(frozen=True)
class ExportRequest:
    """What somebody asked to have."""

    claim: str
    format: str
    start: Path | None = None
    article: str | None = None
    out: Path | None = None
    """File to write; none where it was left out."""


def export(request: ExportRequest) -> str:
    """Find the claim, make the file, write it where a place is named, and return its text.

    Raises:
        ProblemsFoundError: there is no such format or claim, the claim's file has a mistake or is not listed, or it
            cannot be made.
    """
    from claimbook.exports.formats import NOTEBOOK, format_named  # noqa: PLC0415

    chosen = None if request.format == NOTEBOOK else format_named(request.format)
    project = find_project(request.start)
    named = name_claim(project, request.claim, request.article)
    loaded = load_sound(project, named.article)
    claim = loaded.sound_claim(named.claim)
    if chosen is None:
        text = _notebook(project, named)
    else:
        from claimbook.exports.weighed import weigh_claim  # noqa: PLC0415 - scipy is heavy

        text = chosen.write(weigh_claim(loaded, claim.id))
    if request.out is not None:
        write_text(request.out, text)
    return text


def _notebook(project: Project, named: Named) -> str:
    """The executed notebook of a claim, just as it lies beside its page."""
    from claimbook.report.page.site import executed_notebook  # noqa: PLC0415 - notebooks and plots are heavy

    return executed_notebook(project, named.article, named.claim)
