"""How well claimbook reads: ``python benchmarks/accuracy.py --data DIR [--set NAME] [--errors N]``.

Scores every set found under DIR, whatever its split files are called, and prints ``set.metric=`` lines with a 95%
bootstrap interval, the same metric for the answers given when sure (``_sure``) and how many those are
(``_sure_coverage``). ``set.rows=`` is how many rows the set's own question was asked of, ``set.metric_rows=`` how many
another one, ``set.files=`` which files they come from, ``set.files_left_out=`` which do not count, and why. The lines
above which an answer is sure stand in ``claimbook.appraise.lines``.
A row that cannot be read is told on the terminal, counted (``set.unreadable=``) and left out; a set that nothing
answers yet is printed as ``not built``. Whatever is wrong with a path, a name or a file is told and ends with exit
status 2, after all that can be scored was scored.
``--errors N`` shows N wrong rows, spread over the set, on the terminal only: the rows are not ours to keep.
"""

import argparse
import sys
import traceback
from collections.abc import Iterator, Sequence
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import sets
from sets.files import MistakeError, Unread, choices_in, splits_in, unread_in
from sets.measures import Answer, Task, lines_of

MISTAKEN = 2
SHOWN = 10
"""Unreadable rows of a set that are told one by one."""


def tasks() -> dict[str, list[Task]]:
    """The tasks of each set, from every module in ``sets``; those of the module of its own name come first."""
    modules = sorted(one.name for one in iter_modules(sets.__path__))
    every = [(name, task) for name in modules for task in getattr(import_module(f"sets.{name}"), "TASKS", ())]
    found: dict[str, list[Task]] = {}
    for _, task in sorted(every, key=lambda one: one[0] != one[1].name):
        found.setdefault(task.name, []).append(task)
    return found


def sets_to_score(data: Path, wanted: str | None, known: Sequence[str]) -> list[str]:
    """The sets that lie under a folder, or the one that was asked for.

    Raises:
        MistakeError: there is no such folder or set, or no set at all.
    """
    if not data.is_dir():
        raise MistakeError(f"{data} is no folder that can be read.")
    folders = sorted(one for one in data.iterdir() if one.is_dir() and not one.name.startswith("."))
    there = [one.name for one in folders if one.name in known or splits_in(one)]
    if wanted is None and not there:
        raise MistakeError(f"{data} holds no set; its folders would be called {', '.join(known)}.")
    if wanted is None or wanted in there:
        return there if wanted is None else [wanted]
    if wanted in known:
        raise MistakeError(f"The set {wanted} does not lie under {data}.")
    raise MistakeError(f"No set is called {wanted}; there are {', '.join(sorted({*known, *there}))}.")


def show_errors(answers: Sequence[Answer], number: int) -> None:
    """Wrong rows, evenly spread."""
    wrong = [answer for answer in answers if not answer.right]
    step = max(1, len(wrong) // number)
    for answer in wrong[::step][:number]:
        print(f"--- {answer.row}: expected {answer.expected}, given {answer.given} ({answer.confidence:.2f})")
        print(answer.shown)


def score(name: str, asked: Sequence[Task], data: Path, errors: int) -> bool:
    """Print the lines of one set; whether all its files could be read, and something in them scored."""
    if not asked:
        print(f"{name}.score=not built", flush=True)
        return True
    try:
        print(*(f"{line}\n" for line in files_told(name, data)), sep="", end="", flush=True)
        unread = unread_in(data, name)
        if unread:
            tell(unread)
            print(f"{name}.unreadable={sum(one.line is not None for one in unread)}")
        rows = [score_task(task, data, errors, own=task is asked[0]) for task in asked]
    except MistakeError as mistake:
        print(mistake, file=sys.stderr)
        return False
    except Exception:  # noqa: BLE001 - whatever it is, the sets behind this one are still to be scored
        traceback.print_exc()
        return False
    if unread and not rows[0]:
        print(f"No row of {name} could be scored.", file=sys.stderr)
    return all(one.line is not None for one in unread) and not (unread and not rows[0])


def files_told(name: str, data: Path) -> Iterator[str]:
    """Which files are scored together, and which lie there and are not."""
    chosen = choices_in(data, name)
    if chosen.read:
        yield f"{name}.files={', '.join(_near(path, data / name) for path in chosen.read)}"
    if chosen.left_out:
        told = (f"{_near(path, data / name)} ({why})" for path, why in chosen.left_out)
        yield f"{name}.files_left_out={', '.join(told)}"


def _near(path: Path, folder: Path) -> str:
    """Its place below a folder; a name that no terminal can show is spelt out."""
    near = path.relative_to(folder).as_posix()
    return near if near.isprintable() else ascii(near)


def tell(unread: Sequence[Unread]) -> None:
    """Where something could not be read, and why."""
    print(*unread[:SHOWN], sep="\n", file=sys.stderr)
    if len(unread) > SHOWN:
        print(f"... and {len(unread) - SHOWN:,} more", file=sys.stderr)


def score_task(task: Task, data: Path, errors: int, *, own: bool) -> int:
    """Print the lines of one task, and some of its errors where asked; how many rows it has.

    ``own``: it is the set's own question, and its rows are the set's.
    """
    answers = list(task.answers(data))
    if own:
        print(f"{task.name}.rows={len(answers)}")
    if errors:
        show_errors(answers, errors)
    print(*lines_of(task, answers), sep="\n", flush=True)
    return len(answers)


def main() -> int:
    """Score what is there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder that holds one folder per set")
    parser.add_argument("--set", help="score only this set")
    parser.add_argument("--errors", type=int, default=0, help="show so many wrong rows on the terminal")
    asked = parser.parse_args()
    known = tasks()
    try:
        names = sets_to_score(asked.data, asked.set, sorted(known))
    except MistakeError as mistake:
        print(mistake, file=sys.stderr)
        return MISTAKEN
    well = [score(name, known.get(name, ()), asked.data, max(0, asked.errors)) for name in names]
    return 0 if all(well) else MISTAKEN


if __name__ == "__main__":
    sys.exit(main())
