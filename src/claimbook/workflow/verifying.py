"""Check the identifiers of the evidence tables against PubMed, and keep what was found beside them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimbook.model.search import Verification, VerifiedResult, VerifiedStudy
from claimbook.model.study import Study
from claimbook.project.layout import Project, find_project
from claimbook.project.load import read_studies
from claimbook.workflow.searching import ask_pubmed
from claimbook.workflow.status import ATTENTION, OK

if TYPE_CHECKING:
    from claimbook.pubmed.client import Eutils
    from claimbook.pubmed.harvest.news import Tell

_RESULTS: tuple[VerifiedResult, ...] = ("agrees", "differs", "not found", "not checked", "no identifier")
_GRAVE: frozenset[VerifiedResult] = frozenset({"differs", "not checked"})
_KINDS = {"retracted": "RETRACTED", "concern": "expression of concern", "corrected": "corrected"}


@dataclass(frozen=True)
class VerifyEnded:
    """How the check of one table ended, in sentences for a person."""

    article: str
    status: int
    """0: nothing that the table does not say already. 1: something needs attention, or another process checks it."""
    lines: tuple[str, ...]
    hint: str | None = None
    """What to do next, where it was not checked."""


def verify(start: Path | None, article: str | None, deadline: float | None, tell: "Tell") -> Iterator[VerifyEnded]:
    """Read each table, look up its identifiers, and write what PubMed says beside it; no fact is ever edited.

    Raises:
        ProblemsFoundError: a table has mistakes, or there is no email address for PubMed.
    """
    project = find_project(start)
    articles = [project.known_article(article)] if article else list(project.article_ids())
    tables = {name: read_studies(project, name).studies for name in articles}
    eutils = ask_pubmed(deadline, tell)
    for name, studies in tables.items():
        if project.studies_file(name).exists():
            yield _verified(project, name, studies, eutils, tell)
        else:
            yield VerifyEnded(name, OK, ("nothing to check: no study was collected yet",))


def _verified(
    project: Project, article: str, studies: tuple[Study, ...], eutils: "Eutils", tell: "Tell"
) -> VerifyEnded:
    """Check one table; where another process does so, the others are still checked."""
    from claimbook.pubmed.client import SearchFailedError  # noqa: PLC0415 - Biopython is heavy
    from claimbook.pubmed.harvest.ledger import BusyError  # noqa: PLC0415
    from claimbook.pubmed.verify.check import Table, verify_article  # noqa: PLC0415

    try:
        found = verify_article(Table(project, article, studies), eutils, tell)
    except BusyError as error:
        (busy,) = error.problems
        return VerifyEnded(article, ATTENTION, (f"not checked: {busy.message}",), busy.hint)
    except SearchFailedError as error:
        return VerifyEnded(article, ATTENTION, (f"FAILED, nothing was checked: {error}",), error.hint)
    attention = any(_is_news(study, looked) for study, looked in zip(studies, found.studies, strict=True))
    return VerifyEnded(article, ATTENTION if attention else OK, tuple(_told(found)))


def _is_news(study: Study, looked: VerifiedStudy) -> bool:
    """Whether a person must act. That PubMed does not hold a study without a PMID is told, and is no mistake."""
    unknown = {notice.kind for notice in looked.notices} - set(study.notices)
    return bool(unknown) or looked.result in _GRAVE or (looked.result == "not found" and study.pmid is not None)


def _told(found: Verification) -> Iterator[str]:
    """How many studies ended how, then each study that a person should look at, retracted ones first."""
    counts = Counter(study.result for study in found.studies)
    yield ", ".join(f"{counts[result]} {result}" for result in _RESULTS if counts[result]) or "the table is empty"
    for study in sorted(found.studies, key=_gravity):
        said = [*_kinds(study), *study.differences, *([study.reason] if study.reason else [])]
        if said:
            yield f"{study.study}: {'; '.join(said)}"


def _kinds(study: VerifiedStudy) -> list[str]:
    """The notices about a study, each kind once, with the places where PubMed shows it."""
    places: dict[str, list[str]] = {}
    for notice in study.notices:
        where = notice.shown_by + (f", PMID {notice.pmid}" if notice.pmid else "")
        places.setdefault(_KINDS[notice.kind], []).append(where)
    return [f"{kind} ({'; '.join(where)})" for kind, where in places.items()]


def _gravity(study: VerifiedStudy) -> int:
    """0 for a retracted study, 1 for one under concern, and so on; what PubMed does not hold comes last."""
    kinds = {notice.kind for notice in study.notices}
    marks = ("retracted" in kinds, "concern" in kinds, study.result in _GRAVE, "corrected" in kinds)
    return next((rank for rank, holds in enumerate(marks) if holds), len(marks))
