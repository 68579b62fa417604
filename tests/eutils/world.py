"""Everything the server remembers between two requests."""

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from tests.eutils.clock import Clock
from tests.eutils.corpus import Corpus
from tests.eutils.history import History
from tests.eutils.limiter import Limiter
from tests.eutils.search.index import Index
from tests.eutils.settings import Settings

TODAY = date(2026, 11, 22)  # the day on which the server starts; its clock moves it on


class World:
    """Corpus, history, clock and rate limit of one server. Endpoints run one at a time, under ``lock``."""

    def __init__(self, corpus: Corpus, settings: Settings, clock: Clock) -> None:
        self.settings = settings
        self.clock = clock
        self.history = History(settings.seed, life=settings.webenv_life, old_names_stay=settings.old_webenv_valid)
        self.limiter = Limiter()
        self.lock = threading.RLock()
        self.searches = 0
        self._corpus = corpus
        self._index: tuple[Corpus, Index] | None = None

    @property
    def corpus(self) -> Corpus:
        """The records as they are now: changes whose time has come are made first."""
        with self.lock:
            while self._corpus.changes and self._corpus.changes[0].at <= self.clock.now():
                change, *later = self._corpus.changes
                self._corpus = replace(self._corpus.after(change), changes=tuple(later))
            return self._corpus

    @property
    def index(self) -> Index:
        """The search index of the records as they are now."""
        corpus = self.corpus
        if self._index is None or self._index[0] is not corpus:
            self._index = corpus, Index(corpus, self.settings)
        return self._index[1]

    @property
    def today(self) -> date:
        """The date of the server."""
        return TODAY + timedelta(seconds=self.clock.now())

    def alter(self, change: Callable[[Corpus], Corpus]) -> None:
        """Change the records now."""
        with self.lock:
            self._corpus = change(self.corpus)
