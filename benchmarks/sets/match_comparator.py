"""What a record compared with, asked as claims ask it: by name, or by naming nothing (`match.claim.comparator_of`).

By name, a paper is asked for its own comparator (expected: that one, direct) and for another paper's (expected: not
direct); names that tell nothing ('the control group') are not asked across.
A claim that names nothing is compared with doing without, so the comparators that annotators wrote down for a paper say
what is expected: direct where one of them is a doing without, else not; 'control' alone says neither and is left aside.
Nothing was trained on either set.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from claimbook.appraise.match.comparator import comparator_of
from claimbook.appraise.match.values import DIRECT
from claimbook.appraise.match.words import telling_stems
from claimbook.appraise.text.lexicon import fold
from sets import evidence_inference, pico_corpus
from sets.measures import Answer, Task, line, share_right
from sets.trials import Trial, answers_across

KIND = "control"
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
    for name, rows in evidence_inference.papers(data).items():
        yield Trial(name, rows[0]["title"] or "", rows[0]["abstract"], {KIND: [row["comparator"] for row in rows]})


def by_name(trials: Iterable[Trial]) -> Iterator[Answer]:
    """Own names and those of another trial."""
    return answers_across(trials, KIND, comparator_of, {DIRECT}, lambda _: _SAYS_NOTHING)


def by_no_name(trials: Iterable[Trial]) -> Iterator[Answer]:
    """Whether somebody did without, for a claim that names no comparator."""
    for trial in trials:
        names = [fold(one) for one in trial.noted.get(KIND, ())]
        without = any(map(_WITHOUT.search, names))
        if without or (names and not any(map(_OPEN.search, names))):
            found = comparator_of(None, trial.read())
            yield trial.answer(names, found, found.value is DIRECT, expected=without)


def _task(
    name: str,
    trials: Callable[[Path], Iterable[Trial]],
    metric: str,
    asked: Callable[[Iterable[Trial]], Iterable[Answer]],
) -> Task:
    return Task(name, {metric: share_right}, lambda data: asked(trials(data)), line("match.comparator"))


TASKS = tuple(
    _task(name, trials, metric, asked)
    for name, trials in ((pico_corpus.NAME, pico_corpus.trials), (evidence_inference.NAME, papers))
    for metric, asked in (("comparator_match", by_name), ("comparator_unnamed", by_no_name))
)
