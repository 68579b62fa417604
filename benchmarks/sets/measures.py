"""What a set's answers are worth: plain figures, figures of the sure answers only, and their 95% intervals."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from claimbook.appraise.lines import LINES

DRAWS, SEED = 500, 1
NEVER = 1.01
"""No answer is as sure as this: the line of a field that has none."""


def line(field: str) -> float:
    """The confidence from which answers of a field are sure."""
    return LINES[field].confidence if field in LINES else NEVER


@dataclass(frozen=True)
class Answer:
    """One row: what people say, what claimbook says (None: it abstains), how sure it is, and what to show of it."""

    row: str
    expected: object
    given: object
    confidence: float
    shown: str = ""
    score: float | None = None
    """For rankings: what the row is worth by itself."""

    @property
    def right(self) -> bool:
        """Whether both say the same; of a ranking, whether it is perfect."""
        return self.given == self.expected if self.score is None else self.score == 1


Measure = Callable[[Sequence[Answer]], float]


@dataclass(frozen=True)
class Task:
    """What one set is asked: its folder, measures by name, the answers, and the line above which an answer is sure."""

    name: str
    measures: Mapping[str, Measure]
    answers: Callable[[Path], Iterable[Answer]]
    line: float = 0.5


def share_right(answers: Sequence[Answer]) -> float:
    """Share of right answers; an abstention is a wrong one."""
    return sum(answer.right for answer in answers) / len(answers)


def share_right_of_given(answers: Sequence[Answer]) -> float:
    """Share of right answers among those that were given; 1 where none was."""
    given = [answer for answer in answers if answer.given is not None]
    return share_right(given) if given else 1.0


def share_given(answers: Sequence[Answer]) -> float:
    """Share of rows with an answer."""
    return sum(answer.given is not None for answer in answers) / len(answers)


def mean_score(answers: Sequence[Answer]) -> float:
    """Mean worth of ranked rows."""
    return float(np.mean([answer.score or 0.0 for answer in answers]))


def f1_of(label: object) -> Measure:
    """F1 of one label."""

    def measure(answers: Sequence[Answer]) -> float:
        hits = sum(answer.expected == label == answer.given for answer in answers)
        claimed = sum(answer.given == label for answer in answers)
        real = sum(answer.expected == label for answer in answers)
        return 2 * hits / (claimed + real) if claimed + real else 1.0

    return measure


def macro_f1(answers: Sequence[Answer]) -> float:
    """Mean F1 over the labels that occur among the expected ones."""
    labels = sorted({str(answer.expected) for answer in answers})
    hits = Counter(str(answer.expected) for answer in answers if answer.right)
    seen = Counter(str(answer.given) for answer in answers) + Counter(str(answer.expected) for answer in answers)
    return float(np.mean([2 * hits[label] / seen[label] for label in labels]))


def weighted_kappa(answers: Sequence[Answer]) -> float:
    """Cohen's kappa with linear weights of whole-number labels; rows without one on either side are passed over."""
    pairs = [(a.expected, a.given) for a in answers if isinstance(a.expected, int) and isinstance(a.given, int)]
    if not pairs:
        return 0.0
    table = np.array(pairs, dtype=float)
    apart = float(np.abs(table[:, 0] - table[:, 1]).mean())
    by_chance = float(np.abs(table[:, :1] - table[None, :, 1]).mean())
    return 1 - apart / by_chance if by_chance else 1.0


def interval(measure: Measure, answers: Sequence[Answer]) -> tuple[float, float]:
    """95% bootstrap interval: rows drawn with replacement, always the same draws."""
    draws = np.random.default_rng(SEED).integers(0, len(answers), (DRAWS, len(answers)))
    values = [measure([answers[place] for place in draw]) for draw in draws]
    low, high = np.percentile(values, (2.5, 97.5))
    return float(low), float(high)


def lines_of(task: Task, answers: Sequence[Answer]) -> list[str]:
    """The printed lines of one task: its rows, each measure with its interval, and the same of the sure answers.

    The rows stand under the name of the first measure, since a set has several tasks of different rows. Where no answer
    is sure, the figures of sure answers are ``nan``.
    """
    sure = [answer for answer in answers if answer.given is not None and answer.confidence >= task.line]
    printed = [f"{task.name}.{next(iter(task.measures))}_rows={len(answers)}"]
    if not answers:
        return printed
    for name, measure in task.measures.items():
        key = f"{task.name}.{name}"
        printed += _figure(key, measure, answers)
        if name != "coverage":
            printed += [*_figure(f"{key}_sure", measure, sure), f"{key}_sure_coverage={len(sure) / len(answers):.4f}"]
    return printed


def _figure(key: str, measure: Measure, answers: Sequence[Answer]) -> list[str]:
    """A figure and its interval."""
    if not answers:
        return [f"{key}=nan", f"{key}_ci95=nan..nan"]
    low, high = interval(measure, answers)
    return [f"{key}={measure(answers):.4f}", f"{key}_ci95={low:.4f}..{high:.4f}"]
