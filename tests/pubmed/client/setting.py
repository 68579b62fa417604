"""A client and a server that share a clock, and what must be true of every exchange between them."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise

from claimbook.pubmed.client import Eutils, Patience, Secret, Settings
from tests.eutils import Article, Corpus, EutilsServer, busiest_second

EMAIL = "searcher@example.org"
KEY = "invented0key1for2tests3only4"
PMIDS = tuple(range(99000001, 99000007))
CORPUS = Corpus.of([Article(pmid, title=f"Invented trial {pmid} of walking backward.") for pmid in PMIDS])
TERM = "walking[tiab]"


@dataclass
class Scene:
    """A server, a client of it, and all that the client told."""

    server: EutilsServer
    eutils: Eutils
    told: list[str] = field(default_factory=list)

    @property
    def requests(self) -> list[str]:
        return [entry.endpoint for entry in self.server.journal]

    @property
    def gaps(self) -> list[float]:
        """Seconds between the requests, on the server's clock."""
        times = [entry.at for entry in self.server.journal]
        return [later - earlier for earlier, later in pairwise(times)]


@contextmanager
def scene(*faults, key: str | None = KEY, deadline: float = 600, **patience) -> Iterator[Scene]:
    """Ends with the assertions that hold for every exchange: rate, names, no secret where it does not belong."""
    told: list[str] = []
    with EutilsServer(CORPUS, faults=faults) as server:
        settings = Settings(EMAIL, Secret(key) if key else None, base=server.base, timeout=3, deadline=deadline)
        clock = {"now": server.clock.now, "sleep": server.clock.sleep, "chance": lambda: 0.5}
        yield Scene(server, Eutils(settings, patience=Patience(**(clock | patience)), tell=told.append), told)
        check_manners(server.journal, key=bool(key))
        check_secrets("\n".join(told))


def check_manners(journal, *, key: bool) -> None:
    limit = 10 if key else 3
    assert busiest_second(journal) <= limit
    for entry in journal:
        assert (entry.method, entry.tool, entry.email) == ("POST", True, True)
        assert entry.key_place == ("body" if key else "")
        assert entry.endpoint in {"esearch", "efetch"}, "a DTD or an address that nobody asked for"


def check_secrets(text: str) -> None:
    assert not re.search(f"{KEY}|{EMAIL}|{EMAIL.replace('@', '%40')}", text, re.IGNORECASE)
