"""pico_corpus: trials, and what annotators marked in them. Evaluation only.

The first sentence of a row's text is the title of its abstract.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from claimbook.appraise.match.claim import Reading
from claimbook.appraise.text.sentences import sentence_bounds
from sets.files import rows_of

NAME = "pico_corpus"


@dataclass(frozen=True)
class Trial:
    """One trial: its title, its abstract, and the marked words of each kind."""

    name: str
    title: str
    abstract: str
    marked: dict[str, list[str]] = field(default_factory=dict)

    @property
    def reading(self) -> Reading:
        """The same trial, read once for every question."""
        return Reading.of_parts(self.title, self.abstract)


def trials(data: Path) -> Iterator[Trial]:
    """Every trial with what is marked in it, in order."""
    for row in rows_of(data, NAME):
        text = row["text"]
        end = next(sentence_bounds(text))[1]
        marked: dict[str, list[str]] = {}
        for one in sorted(row["entities"], key=lambda one: one["start"]):
            marked.setdefault(one["type"], []).append(one["text"])
        yield Trial(row["pmid"], text[:end], text[end:].strip(), marked)


def crossed(trials: Iterable[Trial], kind: str) -> Iterator[tuple[Trial, list[str], list[str]]]:
    """Every trial with its own words of a kind, and with those of the trial half a set away; each word once."""
    every = list(trials)
    for place, trial in enumerate(every):
        other = every[(place + len(every) // 2) % len(every)]
        own, strange = (list(dict.fromkeys(one.marked.get(kind, ()))) for one in (trial, other))
        yield trial, own, strange
