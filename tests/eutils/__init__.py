"""A faithful E-utilities server on 127.0.0.1, for clients that are tested unmodified.

    from tests.eutils import Article, Corpus, EutilsServer

    corpus = Corpus.of([Article(99000001, title="Invented trial of walking backward.")])
    with EutilsServer(corpus, faults=("F1-429-retry-after",), seed=0) as server:
        ...                                   # a client that asks server.base + "esearch.fcgi"
        assert [entry.endpoint for entry in server.journal] == ["esearch", "esearch"]

Records: ``Article``, ``Book`` and ``Bulk`` (many minimal ones) are invented, for ``Corpus.of(records, changes)``.
``Corpus.from_files(paths)`` takes recorded ones byte for byte; ``corpus + corpus`` joins two. Records change by
``server.revise(record)`` and ``server.withdraw(pmid, into=...)``, or on the clock by ``Change(at=seconds, ...)``.

Time: ``server.clock.advance(hours=9)``. A client that is given ``server.clock.now`` and ``server.clock.sleep`` never
waits. The rate limit is always on and goes by that clock; a test asserts on ``busiest_second(server.journal)``.

Faults: the names in ``FAULTS``, or ``Fault("F16-one-missing", pmid=99000002, times=2)`` to say when and how often.
``server.inject(...)`` adds one later; ``server.faults`` are those that can still strike. Several can be named at once.
Other keywords of ``EutilsServer`` are the fields of ``Settings``, such as ``phrases_outside_index={"body battery"}``.

A process of its own: ``python -m tests.eutils --port 0 --synthetic 40 --fault F9-close:times=2 --journal FILE``.
"""

from tests.eutils.articles import Article, Book, Bulk, Notice, Section
from tests.eutils.clock import Clock
from tests.eutils.corpus import Change, Corpus
from tests.eutils.faults.plan import Fault
from tests.eutils.faults.table import FAULTS
from tests.eutils.journal import Entry, busiest_second, read_journal
from tests.eutils.server import EutilsServer
from tests.eutils.settings import Settings

__all__ = [
    "FAULTS",
    "Article",
    "Book",
    "Bulk",
    "Change",
    "Clock",
    "Corpus",
    "Entry",
    "EutilsServer",
    "Fault",
    "Notice",
    "Section",
    "Settings",
    "busiest_second",
    "read_journal",
]
