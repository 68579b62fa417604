"""The history server: sets of PMIDs under a WebEnv and a query key."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

LIFE = 8 * 3600.0


class HistoryLostError(Exception):
    """The WebEnv is unknown or has expired, or it has no set of that number."""


@dataclass(frozen=True)
class Environment:
    """The sets of one WebEnv, numbered from 1, and when it was last added to."""

    sets: tuple[tuple[int, ...], ...]
    since: float


class History:
    """A new WebEnv string comes with every set; whether the old string stays valid is a switch (NCBI does not say)."""

    def __init__(self, seed: int = 0, *, life: float = LIFE, old_names_stay: bool = True) -> None:
        self._random = random.Random(f"history {seed}")  # noqa: S311 - names, not secrets
        self._environments: dict[str, Environment] = {}
        self._life = life
        self._old_names_stay = old_names_stay

    def add(self, pmids: Sequence[int], now: float, webenv: str = "") -> tuple[str, int]:
        """Keep a set; returns the WebEnv to use from now on and the number of the set."""
        before = self._environments.get(webenv) if self._alive(webenv, now) else None
        sets = (*(before.sets if before else ()), tuple(pmids))
        name = f"MCID_{self._random.getrandbits(96):024x}"
        self._environments[name] = Environment(sets, now)
        if before and not self._old_names_stay:
            del self._environments[webenv]
        return name, len(sets)

    def get(self, webenv: str, query_key: str, now: float) -> tuple[int, ...]:
        """The PMIDs of a set, in their order.

        Raises:
            HistoryLostError: there is no such set, or not any more.
        """
        number = int(query_key) if query_key.isascii() and query_key.isdigit() else 0
        if not self._alive(webenv, now) or not 1 <= number <= len(self._environments[webenv].sets):
            raise HistoryLostError
        return self._environments[webenv].sets[number - 1]

    def sets(self, webenv: str, now: float) -> tuple[tuple[int, ...], ...]:
        """All sets of a WebEnv; none when it is unknown or has expired."""
        return self._environments[webenv].sets if self._alive(webenv, now) else ()

    def forget(self) -> None:
        """Lose every set, as after a restart of the history server."""
        self._environments.clear()

    def shift_keys(self) -> None:
        """Put another set under every key: each environment gets its sets in the opposite order."""
        for name, environment in self._environments.items():
            sets = environment.sets[::-1] if len(environment.sets) > 1 else tuple(one[1:] for one in environment.sets)
            self._environments[name] = Environment(sets, environment.since)

    def _alive(self, webenv: str, now: float) -> bool:
        environment = self._environments.get(webenv)
        return environment is not None and now - environment.since < self._life
