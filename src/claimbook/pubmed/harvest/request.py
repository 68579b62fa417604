"""What somebody asked to be searched, and who answers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from claimbook import __version__
from claimbook.model.claim import Article, Claim
from claimbook.model.search import NCBI, Asked
from claimbook.project.layout import Project
from claimbook.pubmed.client.settings import Settings
from claimbook.pubmed.harvest.batches import Fetches
from claimbook.pubmed.harvest.ledger import Order, Run, RunKind
from claimbook.pubmed.harvest.look_up import Searches
from claimbook.pubmed.query import Query, query_of

TOOL = f"claimbook {__version__}, Biopython {version('biopython')}"


class PubMed(Searches, Fetches, Protocol):
    """Who is asked: ``claimbook.pubmed.client.Eutils``, or something that behaves alike."""

    @property
    def settings(self) -> Settings:
        """Which host is asked, and how."""
        ...


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Request:
    """The search of one claim."""

    project: Project
    article: str
    claim: str
    query: Query
    accept_missing: bool = False
    """Lock what was found although some records were not delivered or could not be read."""
    now: Callable[[], datetime] = _now

    @cached_property
    def home(self) -> Path:
        """Where the ledgers of this claim lie."""
        return self.project.ledger_dir(self.article, self.claim)

    def order(self, kind: RunKind, interface: str, subject: str = "") -> Order:
        """The order of a run for this claim."""
        return Order(kind, self.query.text, interface, subject)


def request_for(project: Project, article: Article, claim: Claim, *, accept_missing: bool = False) -> Request:
    """The search that a claim file describes. Raises ProblemsFoundError where PubMed would rewrite the query."""
    return Request(project, article.id, claim.id, query_of(article, claim), accept_missing)


def interface_of(settings: Settings) -> str:
    """NCBI's own, or the host that stands in for it in a rehearsal."""
    return NCBI if settings.is_ncbi else f"E-utilities at {settings.host}, not NCBI"


def asked_in(run: Run) -> Asked:
    """Who was asked, with what and when, as the first process of a run wrote it down."""
    return Asked(interface=run.order.interface, tool=run.tool, when=run.when)
