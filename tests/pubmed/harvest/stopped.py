"""A search in a process of its own, which a test may kill: ``python -m tests.pubmed.harvest.stopped FOLDER BASE``."""

import sys
from pathlib import Path

from claimbook.project.layout import Project
from claimbook.pubmed.client import Eutils, Patience, Settings
from claimbook.pubmed.harvest.request import Request
from claimbook.pubmed.harvest.search import search_claim
from tests.pubmed.harvest.rehearsal import NOON, a_query


class Quick:
    """A clock that leaps over every pause."""

    def __init__(self):
        self.time = 0.0

    def now(self):
        return self.time

    def sleep(self, seconds):
        self.time += seconds


if __name__ == "__main__":
    folder, base, claim = sys.argv[1:]
    clock = Quick()
    eutils = Eutils(
        Settings(email="reader@example.org", base=base), patience=Patience(now=clock.now, sleep=clock.sleep)
    )
    request = Request(Project(Path(folder)), "demo", claim, a_query(), now=lambda: NOON)
    search_claim(request, eutils, lambda _: None)
