"""A search of one invented claim against the local server, as a test writes it down in one line."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from claimbook.pubmed.client import Eutils, Patience, Secret, Settings
from claimbook.pubmed.harvest.request import Request
from claimbook.pubmed.harvest.restore import restore_claim
from claimbook.pubmed.harvest.search import search_claim, update_claim
from claimbook.pubmed.query import Query
from tests.eutils import Article, Bulk
from tests.project.miniature import write_project

FIRST = 99_000_001
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
EVERY_RECORD = '"invented"[tiab]'
KEY = "0123456789abcdefTESTKEY"


def article(number, title="Invented trial of walking backward", **fields):
    return Article(FIRST + number - 1, title=f"{title}, part {number}.", **fields)


def articles(count):
    return [article(number) for number in range(1, count + 1)]


def bulk(count):
    return Bulk(count, title="Minimal invented record")


def a_query(text=EVERY_RECORD, accepted=()):
    return Query(text, text, accepted=accepted)


class Rehearsal:
    """A project with one claim, and the client that asks the local server for it."""

    def __init__(self, root, server, *, query=None, key=None, claim="knee"):
        self.project = write_project(root)
        self.server = server
        self.news = []
        self.request = Request(self.project, "demo", claim, query or a_query(), now=lambda: NOON)
        self.settings = Settings(email="reader@example.org", api_key=Secret(key) if key else None, base=server.base)
        self.patience = Patience(now=server.clock.now, sleep=server.clock.sleep, chance=lambda: 0.5)

    @property
    def eutils(self):
        return Eutils(self.settings, patience=self.patience)

    def asking(self, **changes):
        """The same claim, asked otherwise from now on."""
        self.request = replace(self.request, **changes)
        return self

    def later(self, **time):
        moment = self.request.now() + timedelta(**time)
        return self.asking(now=lambda: moment)

    def search(self, **changes):
        return search_claim(replace(self.request, **changes), self.eutils, self.news.append)

    def update(self):
        return update_claim(self.request, self.eutils, self.news.append)

    def restore(self):
        return restore_claim(self.request, self.eutils, self.news.append)

    @property
    def lock_file(self):
        return self.project.lock_file("demo", self.request.claim)

    @property
    def failure_file(self):
        return self.project.failure_file("demo", self.request.claim)

    @property
    def records(self):
        return self.project.records_file("demo").read_text(encoding="utf-8").splitlines()

    @property
    def home(self):
        return self.request.home

    def asked(self, endpoint):
        return [entry for entry in self.server.journal if entry.endpoint == endpoint]
