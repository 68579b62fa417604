"""Trials of any set, asked about what is known of them: by their own names, and by those of another trial."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from claimbook.appraise.match.sought import Reading
from claimbook.appraise.match.values import Directness, Found
from claimbook.appraise.match.words import telling_stems
from sets.measures import Answer

Row = TypeVar("Row")


@dataclass(frozen=True)
class Trial:
    """One trial: its title, its abstract, and the words that people noted of each kind."""

    name: str
    title: str
    abstract: str
    noted: dict[str, list[str]] = field(default_factory=dict)

    def read(self) -> Reading:
        """The trial as it is read, once for all that is asked of it."""
        return Reading.of_parts(self.title, self.abstract)

    def answer(self, asked: object, found: Found, given: object, *, expected: object) -> Answer:
        """What was found of this trial, beside what was expected."""
        shown = f"{asked} [{found.read.rule}]\n{self.title}\n{self.abstract}"
        return Answer(self.name, expected, given, found.read.confidence, shown)


def with_others(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Every row, and the one that stands half a set away."""
    for place, row in enumerate(rows):
        yield row, rows[(place + len(rows) // 2) % len(rows)]


def answers_across(
    trials: Iterable[Trial],
    kind: str,
    find: Callable[[str, Reading], Found],
    near: Collection[Directness],
    known: Callable[[Trial], frozenset[str]],
) -> Iterator[Answer]:
    """Every trial asked for its own names of a kind (expected: near), and for another trial's (expected: not).

    Another's names are left out where they share a telling word with the trial's own or with what is ``known`` of it.
    """
    for trial, other in with_others(list(trials)):
        own, others = (dict.fromkeys(one.noted.get(kind, ())) for one in (trial, other))
        stems = known(trial).union(*map(telling_stems, own))
        strange = [name for name in others if not telling_stems(name) & stems]
        reading = trial.read()
        for name, expected in (*((one, True) for one in own), *((one, False) for one in strange)):
            found = find(name, reading)
            yield trial.answer(name, found, found.value in near, expected=expected)
