"""How well claimbook reads: ``python benchmarks/accuracy.py --data DIR [--set NAME] [--errors N]``.

Scores every set found under DIR, whatever its split files are called, and prints ``set.metric=`` lines with a 95%
bootstrap interval, the same metric for the answers given when sure (``_sure``) and how many those are
(``_sure_coverage``). The lines above which an answer is sure stand in ``claimbook.appraise.lines``.
``--errors N`` shows N wrong rows, spread over the set, on the terminal only: the rows are not ours to keep.
"""

import argparse
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import sets
from sets.files import files_of
from sets.measures import Answer, Task, lines_of


def tasks() -> Iterator[Task]:
    """The tasks of every module in ``sets``; a module may hold several, as its TASKS."""
    for module in sorted(one.name for one in iter_modules(sets.__path__)):
        yield from getattr(import_module(f"sets.{module}"), "TASKS", ())


def show_errors(answers: Sequence[Answer], number: int) -> None:
    """Wrong rows, evenly spread."""
    wrong = [answer for answer in answers if not answer.right]
    step = max(1, len(wrong) // number)
    for answer in wrong[::step][:number]:
        print(f"--- {answer.row}: expected {answer.expected}, given {answer.given} ({answer.confidence:.2f})")
        print(answer.shown)


def score(task: Task, data: Path, errors: int) -> None:
    """Print the lines of one task, and some of its errors where asked."""
    if task.answers is None:
        print(*(f"{task.name}.{name}=not built" for name in task.measures), sep="\n", flush=True)
        return
    answers = list(task.answers(data))
    if not answers:
        print(f"{task.name}.rows=0", flush=True)
        return
    if errors:
        show_errors(answers, errors)
    print(*lines_of(task, answers), sep="\n", flush=True)


def main() -> None:
    """Score what is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds one folder per set")
    parser.add_argument("--set", help="score only this set")
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong rows on the terminal")
    asked = parser.parse_args()
    for task in tasks():
        if asked.set in {None, task.name} and files_of(asked.data, task.name):
            score(task, asked.data, asked.errors)


if __name__ == "__main__":
    main()
