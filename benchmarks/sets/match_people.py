"""Whose data a record reports, asked as claims ask it: by the name of a condition (`match.population_of`).

Each trial is asked for its own people (expected: direct or partial) and for those of the trial half a set away
(expected: neither). In `pico_corpus` annotators marked who was eligible, in the abstract's own words. In `study_design`
the indexers' headings say which diseases were treated, mostly in other words than the abstract's; the record is read
without them. Names that share a telling word with the trial's own or with its title are not asked across: a
neighbouring population is harder than this. Nothing was trained on either set.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claimbook.appraise.match.claim import population_of
from claimbook.appraise.match.values import DIRECT, PARTIAL
from claimbook.appraise.match.words import telling_stems
from claimbook.model.claim import Population
from sets import comparison, pico, study_design
from sets.files import rows_of
from sets.measures import Answer, Task, share_right
from sets.pico import Trial, crossed

_OF_DISEASES = frozenset({"therapy", "drug therapy", "rehabilitation", "radiotherapy", "diet therapy"})
"""Qualifiers that only a heading of a disease may have, and that say that people had it."""


def indexed(data: Path) -> Iterator[Trial]:
    """Records of which an indexer says what was treated."""
    for row in rows_of(data, study_design.NAME):
        headings = [heading.replace("*", "").split("/") for heading in row["mesh"]]
        treated = [name for name, *qualifiers in headings if _OF_DISEASES & {*qualifiers}]
        if treated and row.get("abstract"):
            yield Trial(row["pmid"], row["title"] or "", row["abstract"], {"people": treated})


def marked(data: Path) -> Iterator[Trial]:
    """Trials in which annotators marked who was eligible."""
    for trial in pico.trials(data):
        named = [*trial.marked.get("eligibility", ())[:1], *trial.marked.get("condition", ())[:1]]
        if named:
            yield Trial(trial.name, trial.title, trial.abstract, {"people": named})


def answers(trials: Iterable[Trial]) -> Iterator[Answer]:
    """Own people and those of another trial."""
    for trial, own, others in crossed(trials, "people"):
        stems = frozenset[str]().union(*map(telling_stems, [trial.title, *own]))
        strange = [one for one in others if own and not telling_stems(one) & stems]
        for name, expected in [*((one, True) for one in own), *((one, False) for one in strange)]:
            found = population_of(Population(text=name, patients=True), (), trial.reading)
            shown = f"{name} [{found.read.rule}]\n{trial.title}\n{trial.abstract}"
            given = found.value in {DIRECT, PARTIAL}
            yield Answer(trial.name, expected, given, found.read.confidence, shown)


def _task(name: str, trials: Callable[[Path], Iterable[Trial]]) -> Task:
    line = comparison.line("match.population")
    return Task(name, {"population_match": share_right}, lambda data: answers(trials(data)), line)


TASKS = (_task(pico.NAME, marked), _task(study_design.NAME, indexed))
