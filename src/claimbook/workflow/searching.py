"""Search PubMed for claims, one after the other, and lock what was found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from claimbook.model.problems import ProblemsFoundError
from claimbook.project.checks import check_files
from claimbook.project.documents import ArticleFiles, parse_files
from claimbook.project.layout import Project, find_project
from claimbook.pubmed.query.check import check_searches
from claimbook.workflow.naming import Named, choose_claims
from claimbook.workflow.status import ATTENTION, OK

if TYPE_CHECKING:
    from claimbook.pubmed.client import Eutils
    from claimbook.pubmed.harvest.news import Tell
    from claimbook.pubmed.harvest.outcome import Outcome
    from claimbook.pubmed.harvest.request import Request

SearchKind = Literal["search", "update", "restore"]


@dataclass(frozen=True)
class SearchRequest:
    """What somebody asked to be searched for."""

    start: Path | None = None
    claims: Sequence[str] = ()
    """Ids of claims; none means all."""
    article: str | None = None
    kind: SearchKind = "search"
    """Search anew; add what is new; or fetch again what is locked."""
    accept_missing: bool = False
    """Lock a search although some of its records did not come."""
    deadline: float | None = None
    """Seconds to insist on one answer; the client's own where it was left out."""


@dataclass(frozen=True)
class SearchEnded:
    """How the search for one claim ended, in sentences for a person."""

    named: Named
    status: int
    """0: locked, or proved. 1: something needs attention, or there is no result."""
    lines: tuple[str, ...]
    hint: str | None = None
    """What to do next, where something is wrong."""
    down: bool = False
    """Whether PubMed itself did not answer, so that asking for another claim is no use now."""


def search(request: SearchRequest, tell: "Tell") -> Iterator[SearchEnded]:
    """Check the words, ask PubMed claim by claim, and tell how each search ended.

    Every mistake in a claim is found before the first request. Once PubMed itself is down, the claims that are left are
    not tried: nothing was looked for, which is neither a failed search nor one that found nothing.

    Raises:
        ProblemsFoundError: a claim cannot be searched for, or there is no email address for PubMed.
    """
    orders = list(_orders(find_project(request.start), request))
    eutils = ask_pubmed(request.deadline, tell)
    down = False
    for named, order in orders:
        ended = _not_tried(named) if down else _searched(named, order, request.kind, eutils, tell)
        down = down or ended.down
        yield ended


def ask_pubmed(deadline: float | None, tell: "Tell") -> "Eutils":
    """Who answers, with the settings of this user. Raises ProblemsFoundError where there is no email address."""
    from claimbook.pubmed.client import Eutils, read_settings  # noqa: PLC0415 - Biopython is heavy
    from claimbook.pubmed.harvest.news import Note  # noqa: PLC0415

    settings = read_settings()
    if deadline is not None:
        settings = replace(settings, deadline=deadline)
    return Eutils(settings, tell=lambda sentence: tell(Note(sentence)))


def _orders(project: Project, request: SearchRequest) -> Iterator[tuple[Named, "Request"]]:
    from claimbook.pubmed.harvest.request import request_for  # noqa: PLC0415 - Biopython is heavy

    for name, claims in choose_claims(project, request).items():
        files = _sound(parse_files(project, name), claims)
        article = files.article.sound()
        for claim in claims:
            order = request_for(project, article, files.claims[claim].sound(), accept_missing=request.accept_missing)
            yield Named(name, claim), order


def _sound(files: ArticleFiles, claims: Sequence[str]) -> ArticleFiles:
    """The same files, if nothing is wrong with the article or one of these claims; others do not matter here."""
    wanted = {files.article.file, *(files.claims[claim].file for claim in claims)}
    found = [*check_files(files), *check_searches(files)]
    if problems := [one for one in found if one.place is not None and one.place.file in wanted]:
        raise ProblemsFoundError(problems)
    return files


def _searched(named: Named, order: "Request", kind: SearchKind, eutils: "Eutils", tell: "Tell") -> SearchEnded:
    """Search or restore; where another process does so for this claim, the others are still searched for."""
    from claimbook.pubmed.harvest.ledger import BusyError  # noqa: PLC0415
    from claimbook.pubmed.harvest.search import search_claim, update_claim  # noqa: PLC0415 - Biopython is heavy

    try:
        if kind == "restore":
            return _restored(named, order, eutils, tell)
        run = update_claim if kind == "update" else search_claim
        return _told(named, run(order, eutils, tell))
    except BusyError as error:
        (busy,) = error.problems
        return SearchEnded(named, ATTENTION, (f"not searched: {busy.message}",), busy.hint)


def _told(named: Named, outcome: "Outcome") -> SearchEnded:
    from claimbook.pubmed.harvest.outcome import Failed  # noqa: PLC0415

    if isinstance(outcome, Failed):
        return SearchEnded(named, ATTENTION, (f"FAILED: {outcome.failure.reason}",), outcome.hint, outcome.down)
    lock = outcome.lock
    found = f"locked: {lock.count:,} found, {lock.retrieved:,} of {len(lock.pmids):,} records here"
    lines = (found, *outcome.warnings, *outcome.difference.lines)
    return SearchEnded(named, ATTENTION if outcome.needs_attention else OK, lines)


def _restored(named: Named, order: "Request", eutils: "Eutils", tell: "Tell") -> SearchEnded:
    from claimbook.pubmed.client import SearchFailedError  # noqa: PLC0415
    from claimbook.pubmed.client.errors import NOBODY_ANSWERS  # noqa: PLC0415
    from claimbook.pubmed.harvest.restore import restore_claim  # noqa: PLC0415

    try:
        restored = restore_claim(order, eutils, tell)
    except SearchFailedError as error:
        return SearchEnded(named, ATTENTION, (f"FAILED: {error}",), error.hint, isinstance(error, NOBODY_ANSWERS))
    return SearchEnded(named, OK if restored.proved else ATTENTION, restored.lines)


def _not_tried(named: Named) -> SearchEnded:
    return SearchEnded(named, ATTENTION, ("not tried, because PubMed does not answer",), "run the same command later")
