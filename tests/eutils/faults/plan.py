"""When a fault strikes, how often, and what it does to an answer."""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from tests.eutils.answers import Answer
from tests.eutils.calls import Call
from tests.eutils.world import World

Respond = Callable[[Call, World], Answer]


@dataclass(frozen=True)
class Strike:
    """One request that a fault may spoil; ``proceed`` gives the answer as it would be without this fault."""

    call: Call
    world: World
    fault: "Fault"
    chance: random.Random
    respond: Respond

    def proceed(self) -> Answer:
        """The answer of whatever comes after this fault."""
        return self.respond(self.call, self.world)


@dataclass(frozen=True)
class Fault:
    """One fault of the table FAULTS, and when it strikes. All conditions must hold; the first fault is outermost.

    Attributes:
        name: A name of FAULTS.
        endpoint: Only this utility; None takes the endpoint the table names, "" any.
        requests: Only these among the requests that fit endpoint and PMID, counted from 1; empty for any.
        pmid: Only requests that name this PMID. Faults of one record spoil this one.
        probability: Of each fitting request, by the seed.
        times: The fault is over after so many hits; 0 never. None takes the number of the table.
        seconds: How long a pause or an outage lasts. None takes the table's.
    """

    name: str
    endpoint: str | None = None
    requests: tuple[int, ...] = ()
    pmid: int | None = None
    probability: float = 1.0
    times: int | None = None
    seconds: float | None = None

    @classmethod
    def parse(cls, text: str) -> "Fault":
        """A fault from a command line: ``F2-503:times=5,endpoint=efetch,requests=1+3``."""
        name, _, settings = text.partition(":")
        fault = cls(name)
        for setting in filter(None, settings.split(",")):
            key, _, value = setting.partition("=")
            fault = replace(fault, **{key: _READERS[key](value)})  # type: ignore[arg-type]
        return fault


_READERS: dict[str, Callable[[str], object]] = {
    "endpoint": str,
    "requests": lambda text: tuple(int(part) for part in text.split("+")),
    "pmid": int,
    "probability": float,
    "times": int,
    "seconds": float,
}


@dataclass(frozen=True)
class Kind:
    """One row of the table: what the fault does, in a sentence and in code, and when it usually strikes.

    ``times`` 0 is for ever. ``by_clock``: it lasts ``seconds`` on the server's clock from its first hit on.
    """

    sentence: str
    effect: Callable[[Strike], Answer]
    endpoint: str = ""
    times: int = 1
    seconds: float = 30.0
    by_clock: bool = False


class _Armed:
    """A fault with its counters."""

    def __init__(self, fault: Fault, kind: Kind, seed: str) -> None:
        endpoint = kind.endpoint if fault.endpoint is None else fault.endpoint
        times = kind.times if fault.times is None else fault.times
        seconds = kind.seconds if fault.seconds is None else fault.seconds
        self.fault = replace(fault, endpoint=endpoint, times=times, seconds=seconds)
        self.kind = kind
        self.chance = random.Random(f"fault {seed}")  # noqa: S311 - must repeat, not surprise
        self._seen = self._hits = 0
        self._ends: float | None = None

    @property
    def over(self) -> bool:
        return 0 < (self.fault.times or 0) <= self._hits

    def sees(self, call: Call) -> bool:
        """Count a request that fits; whether it is one to be spoiled."""
        if not self._fits(call):
            return False
        self._seen += 1
        named = not self.fault.requests or self._seen in self.fault.requests
        return named and self.chance.random() < self.fault.probability

    def strikes(self, now: float) -> bool:
        """Whether a request that is to be spoiled is spoiled; counts the hit."""
        if self.over or not self._in_time(now):
            return False
        self._hits += 1
        return True

    def _fits(self, call: Call) -> bool:
        if self.fault.endpoint and call.endpoint != self.fault.endpoint:
            return False
        return self.fault.pmid is None or "id" not in call.parameters or self.fault.pmid in _ids(call)

    def _in_time(self, now: float) -> bool:
        """An outage begins with its first hit and ends by the clock, not by a number of hits."""
        if not self.kind.by_clock:
            return True
        self._ends = now + (self.fault.seconds or 0) if self._ends is None else self._ends
        return now < self._ends


def _ids(call: Call) -> set[int]:
    parts = (part.strip() for value in call.repeated("id") for part in value.split(","))
    return {int(part) for part in parts if part.isascii() and part.isdigit()}


class Plan:
    """All faults of a server, in the order in which they were named."""

    def __init__(self, faults: Iterable[Fault | str], seed: int) -> None:
        self._seed = seed
        self._armed: list[_Armed] = []
        self.add(faults)

    def add(self, faults: Iterable[Fault | str]) -> None:
        """Add faults behind the others."""
        from tests.eutils.faults.table import FAULTS  # noqa: PLC0415 - the table is made of kinds

        for given in faults:
            fault = Fault.parse(given) if isinstance(given, str) else given
            if fault.name not in FAULTS:
                raise KeyError(f"{fault.name} is no fault; there are {', '.join(FAULTS)}")
            self._armed.append(_Armed(fault, FAULTS[fault.name], f"{self._seed} {len(self._armed)} {fault.name}"))

    @property
    def waiting(self) -> tuple[Fault, ...]:
        """The faults that are not over."""
        return tuple(armed.fault for armed in self._armed if not armed.over)

    def answer(self, call: Call, world: World, respond: Respond) -> Answer:
        """The answer with every fault that strikes; its mode names them.

        A fault behind one that answers by itself is not reached, and keeps its hits for a later request.
        """
        armed = [one for one in self._armed if one.sees(call)]
        struck: dict[_Armed, bool] = {}
        for one in reversed(armed):
            respond = _behind(one, respond, struck)
        found = respond(call, world)
        names = "+".join(one.fault.name for one in armed if struck.get(one))
        return replace(found, mode=names) if names else found


def _behind(armed: _Armed, respond: Respond, struck: dict[_Armed, bool]) -> Respond:
    """The answer of a fault, or of what comes after it; a fault that asks twice meets the same faults behind it."""

    def layer(call: Call, world: World) -> Answer:
        if armed not in struck:
            struck[armed] = armed.strikes(world.clock.now())
        if not struck[armed]:
            return respond(call, world)
        return armed.kind.effect(Strike(call, world, armed.fault, armed.chance, respond))

    return layer
