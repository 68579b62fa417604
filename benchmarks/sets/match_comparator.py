"""What a record compared with, asked as claims ask it: by name, or by naming nothing (`match.comparator_of`).

By name, a paper is asked for its own comparator (expected: that one, direct) and for another paper's (expected: not
direct). Names that share a telling word with one of its own, or tell nothing ('the control group'), are not asked
across.
A claim that names nothing is compared with doing without, so the comparators that annotators wrote down for a paper say
what is expected: direct where one of them is a doing without, else not; 'control' alone says neither and is left aside.
Nothing was trained on either set.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claimbook.appraise.match.claim import comparator_of
from claimbook.appraise.match.values import DIRECT
from claimbook.appraise.match.words import telling_stems
from claimbook.appraise.text.lexicon import fold
from sets import comparison, pico
from sets.files import rows_of
from sets.measures import Answer, Task, share_right
from sets.pico import Trial, crossed

_SAYS_NOTHING = telling_stems("control controls group groups arm treatment therapy intervention care alone standard no")
_WITHOUT = re.compile(
    r"\b(?:placebo|sham|no|non|untreated|not|without|wait\w*|usual|routine|standard care|observation|nothing|never)\b"
)
_OPEN = re.compile(
    r"\b(?:control\w*|standard|conventional|baseline|before|attention|minimal|comparison|saline|water|alone|only)\b"
)
"""Names that leave open whether these people went without."""


def papers(data: Path) -> Iterator[Trial]:
    """The papers of `evidence_inference`, each with the comparators of all its rows."""
    found: dict[str, Trial] = {}
    for row in rows_of(data, comparison.NAME):
        paper = found.setdefault(
            row["pmcid"], Trial(row["pmcid"], row["title"] or "", row["abstract"], {"control": []})
        )
        paper.marked["control"].append(row["comparator"])
    yield from found.values()


def by_name(trials: Iterable[Trial]) -> Iterator[Answer]:
    """Own names and those of the trial half a set away."""
    for trial, own, others in crossed(trials, "control"):
        stems = frozenset[str]().union(*map(telling_stems, trial.marked.get("control", ())))
        reading = trial.reading
        strange = [one for one in others if not telling_stems(one) & (stems | _SAYS_NOTHING)]
        for name, expected in [*((one, True) for one in own), *((one, False) for one in strange)]:
            found = comparator_of(name, reading)
            shown = f"{name} [{found.read.rule}]\n{trial.title}\n{trial.abstract}"
            yield Answer(trial.name, expected, found.value is DIRECT, found.read.confidence, shown)


def by_no_name(trials: Iterable[Trial]) -> Iterator[Answer]:
    """Whether somebody did without, for a claim that names no comparator."""
    for trial in trials:
        names = [fold(one) for one in trial.marked.get("control", ())]
        without = any(map(_WITHOUT.search, names))
        if not names or (not without and any(map(_OPEN.search, names))):
            continue
        found = comparator_of(None, trial.reading)
        shown = f"{names} [{found.read.rule}]\n{trial.title}\n{trial.abstract}"
        yield Answer(trial.name, without, found.value is DIRECT, found.read.confidence, shown)


def _task(
    name: str, trials: Callable[[Path], Iterable[Trial]], metric: str, asked: Callable[..., Iterable[Answer]]
) -> Task:
    return Task(name, {metric: share_right}, lambda data: asked(trials(data)), comparison.line("match.comparator"))


TASKS = tuple(
    _task(name, trials, metric, asked)
    for name, trials in ((pico.NAME, pico.trials), (comparison.NAME, papers))
    for metric, asked in (("comparator_match", by_name), ("comparator_unnamed", by_no_name))
)
