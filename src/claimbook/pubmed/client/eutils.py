"""Asking PubMed: a search, and the records of PMIDs. Every answer is judged before anything is taken from it."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from claimbook.pubmed.client.answers import CAP, Answer, Found, as_pmids
from claimbook.pubmed.client.asked import FetchAsked, SearchAsked
from claimbook.pubmed.client.breaker import Breaker
from claimbook.pubmed.client.errors import ThrottledError
from claimbook.pubmed.client.insist import Budget, insist
from claimbook.pubmed.client.judge import Asked, judge
from claimbook.pubmed.client.limiter import Limiter
from claimbook.pubmed.client.patience import Patience
from claimbook.pubmed.client.redact import Redactor
from claimbook.pubmed.client.settings import Settings
from claimbook.pubmed.client.verdict import Again, Good, Reply, Stop
from claimbook.pubmed.client.wire import exchange

T = TypeVar("T")
BATCH = 200
"""Records that one request may ask for (NBK25499 asks for POST from about 200 on)."""

_LOG = logging.getLogger("claimbook.pubmed")


def _silent(_: str) -> None:
    """Tell nobody."""


class Eutils:
    """NCBI's E-utilities for PubMed. One object serves all threads; several processes share one rate.

    ``tell`` hears of every pause in one sentence.
    """

    def __init__(
        self, settings: Settings, *, patience: Patience | None = None, tell: Callable[[str], None] = _silent
    ) -> None:
        self.settings = settings
        self._patience = patience or Patience()
        self._tell = tell
        self._redactor = Redactor(settings)
        self._limiter = Limiter(settings, self._patience)
        self._breaker = Breaker(self._patience, tell)

    def search(self, term: str, *, first: int = 0, most: int = CAP, count_only: bool = False) -> Found:
        """PMIDs that fit a query, at most 9,999, always in the same order; with the translation and all warnings.

        ``rettype=count`` is never used: it would hide the warnings.

        Raises:
            SearchFailedError: PubMed gave no answer that can be trusted. It never means that nothing was found.
        """
        asked = SearchAsked(first, 0 if count_only else min(most, CAP))
        window = {"retstart": str(first), "retmax": str(asked.most), "sort": "pub_date", "retmode": "xml"}
        return self._ask("esearch", asked, {"term": term, **window})

    def fetch(self, pmids: Sequence[int | str]) -> Answer:
        """The records of at most 200 PMIDs, and which of them came.

        Raises:
            SearchFailedError: no whole PubmedArticleSet came. UnreadableError: one came that is not well-formed, and
                fewer PMIDs may find the record that spoils it; UnknownIdsError: PubMed says that it knows none of them.
        """
        wanted = as_pmids(pmids)
        if len(wanted) > BATCH:
            raise ValueError(f"{len(wanted)} PMIDs in one request; {BATCH} is the most")
        return self._ask("efetch", FetchAsked(wanted), {"id": ",".join(map(str, wanted)), "retmode": "xml"})

    def _ask(self, endpoint: str, asked: Asked[T], parameters: Mapping[str, str]) -> T:
        ends = self._patience.now() + self.settings.deadline
        with self._breaker.tries(self._patience.tries, ends) as tries:
            budget = Budget(self._patience, ends, tries)
            return insist(lambda: self._try(endpoint, asked, parameters, budget), budget, self._tell)

    def _try(
        self, endpoint: str, asked: Asked[T], parameters: Mapping[str, str], budget: Budget
    ) -> Good[T] | Again | Stop:
        with self._limiter.turn(budget.ends) as landed:
            began = self._patience.now()
            seconds = max(1.0, min(self._patience.longest_try, budget.left))
            reply = exchange(endpoint, parameters, self.settings, seconds, landed)
        verdict = self._clean(judge(reply, asked) if isinstance(reply, Reply) else reply)
        self._note(endpoint, parameters, reply, self._patience.now() - began)
        if isinstance(verdict, Again) and verdict.error is ThrottledError:
            self._limiter.throttled(verdict.wait)
        return verdict

    def _clean(self, verdict: Good[T] | Again | Stop) -> Good[T] | Again | Stop:
        if isinstance(verdict, Good):
            return verdict
        said = self._redactor.text(verdict.said) if verdict.said else None
        return replace(verdict, reason=self._redactor.text(verdict.reason), said=said)

    @staticmethod
    def _note(endpoint: str, parameters: Mapping[str, str], reply: Reply | Again, seconds: float) -> None:
        """Never the parameters themselves: the query is the user's, and key and email travel with it."""
        ids = parameters["id"].count(",") + 1 if "id" in parameters else 0
        status = reply.status if isinstance(reply, Reply) else "no answer"
        _LOG.debug("%s, %d ids: %s, %.2f s", endpoint, ids, status, seconds)
