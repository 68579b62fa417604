"""med_evidence: answer a review's question from the abstracts of its studies, with a certainty. Evaluation only.

The whole way: every abstract is read by ``claimbook.appraise`` (`med_reading`), what was read becomes a row of the
evidence table (`med_table`), the rows are weighed by ``claimbook.synthesis``, and what review authors would probably
conclude and grade (``synthesis.provisional.expected``) gives answer and certainty (`med_answer`). The grade that the
rules give the same rows is scored beside it. Nothing is trained on these rows; their errors were read, and the line of
sure answers was chosen on them.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from claimbook.model.terms import Certainty
from sets.files import rows_of
from sets.measures import Answer, Task, line, share_given, share_right, weighted_kappa
from sets.med_answer import Worked, answer_from, confidence_of, confidence_of_size, worked
from sets.med_reading import Told

NAME = "med_evidence"
LEVELS = {"very low": 1, "low": 2, "moderate": 3, "high": 4}


@lru_cache(maxsize=2)
def all_worked(data: Path) -> Sequence[Worked]:
    """Every question, once for all tasks."""
    return tuple(map(worked, rows_of(data, NAME)))


def _shown(work: Worked) -> str:
    lines = [f"{work.row['question']} ({work.row['certainty']}, full text {work.row['fulltext_required']})"]
    lines += map(_line_of, work.told)
    if work.expected:
        lines.append(f"  expected: {work.expected.state.reason}; certainty {work.expected.certainty.words}")
        lines += [f"    {step.rule} {step.value}: {step.reason}" for step in work.expected.steps]
    anchor = work.found.anchored if work.found else None
    if anchor:
        lines.append(f"  {anchor.state.value}, {anchor.grade.certainty.value.words}: {anchor.state.reason}")
        lines += [f"    {domain.name} -{domain.levels}: {domain.reason}" for domain in anchor.grade.domains]
    return "\n".join(lines)


def _line_of(told: Told) -> str:
    found = told.direction
    said = f"{found.change} {found.confidence:.2f}" if found else "silent"
    quoted = " // ".join(sentence.text for sentence in found.evidence) if found else ""
    return f"  {told.read.kind.value} n={told.read.sample.total.value} {said}: {quoted}"


def answers(data: Path) -> Iterator[Answer]:
    """The direction of every question."""
    for work in all_worked(data):
        yield Answer(str(work.row["id"]), work.row["answer"], answer_from(work), confidence_of(work), _shown(work))


def certainties(data: Path) -> Iterator[Answer]:
    """The expected certainty of every question whose review states one; none where no abstract speaks."""
    return _graded(data, lambda work: work.expected.certainty if work.expected else None)


def certainties_by_rules(data: Path) -> Iterator[Answer]:
    """The same as the page's verdict would grade it."""
    return _graded(data, lambda work: work.found.certainty if work.found else None)


def _graded(data: Path, level: Callable[[Worked], Certainty | None]) -> Iterator[Answer]:
    for work in all_worked(data):
        expected, given = LEVELS.get(work.row["certainty"]), level(work)
        if expected is not None:
            number = None if given is None else int(given)
            yield Answer(str(work.row["id"]), expected, number, confidence_of_size(work), _shown(work))


LINE = 0.7
"""Below the line of one direction, because silent abstracts lower it too; chosen on these rows."""
TASKS = (
    Task(NAME, {"accuracy": share_right}, answers, LINE),
    Task(NAME, {"kappa": weighted_kappa, "kappa_coverage": share_given}, certainties, line("total")),
    Task(NAME, {"kappa_of_rules": weighted_kappa}, certainties_by_rules, line("total")),
)
