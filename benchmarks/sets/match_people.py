"""Whose data a record reports, asked as claims ask it: by the name of a condition (`match.claim.population_of`).

Each trial is asked for its own people (expected: direct or partial) and for those of another trial (expected: neither).
In `pico_corpus` annotators marked who was eligible, in the abstract's own words. In `study_design` the indexers'
headings say which diseases were treated, mostly in other words than the abstract's; the record is read without them.
Names that share a telling word with the trial's own or with its title are not asked across: a neighbouring population
is harder than this. Nothing was trained on either set.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claimbook.appraise.match.claim import population_of
from claimbook.appraise.match.sought import Reading
from claimbook.appraise.match.values import DIRECT, PARTIAL, Found
from claimbook.appraise.match.words import telling_stems
from claimbook.model.claim import Population
from sets import pico_corpus, study_design
from sets.measures import Answer, Task, line, share_right
from sets.trials import Trial, answers_across

KIND = "people"


def indexed(data: Path) -> Iterator[Trial]:
    """Records of which an indexer says what was treated."""
    for trial, headings in study_design.with_headings(data):
        treated = [one.name for one in headings if one.qualifier in study_design.TREATMENTS]
        if treated:
            yield Trial(trial.name, trial.title, trial.abstract, {KIND: treated})


def marked(data: Path) -> Iterator[Trial]:
    """Trials in which annotators marked who was eligible."""
    for trial in pico_corpus.trials(data):
        named = [*trial.noted.get("eligibility", ())[:1], *trial.noted.get("condition", ())[:1]]
        if named:
            yield Trial(trial.name, trial.title, trial.abstract, {KIND: named})


def find(name: str, reading: Reading) -> Found:
    """People with a condition of this name."""
    return population_of(Population(text=name, patients=True), (), reading)


def answers(trials: Iterable[Trial]) -> Iterator[Answer]:
    """Own people and those of another trial."""
    return answers_across(trials, KIND, find, {DIRECT, PARTIAL}, lambda trial: telling_stems(trial.title))


def _task(name: str, trials: Callable[[Path], Iterable[Trial]]) -> Task:
    return Task(name, {"population_match": share_right}, lambda data: answers(trials(data)), line("match.population"))


TASKS = (_task(pico_corpus.NAME, marked), _task(study_design.NAME, indexed))
