"""evidence_inference, asked for the comparison itself: what was compared with what, without being told.

A name is right if it shares half of its words with what the annotators wrote: F1 of the different stems at least .5,
words that tell no arm ('the', 'group', 'patients') left out, abbreviations that the text defines spelled out, with or
without what stands in brackets. A row is right if one comparison that was read has its intervention and its comparator,
in this order. The annotators had the whole paper, and name one of several comparisons.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from claimbook.appraise.record.appraisal import read_by_rule
from claimbook.appraise.text.abbreviations import abbreviations_in
from claimbook.appraise.text.lexicon import fold, words
from claimbook.appraise.text.stem import stem
from claimbook.model.appraisal import Comparison, Read
from claimbook.model.record import AbstractSection, Record
from sets.evidence_inference import NAME, papers
from sets.files import Row, rows_of
from sets.measures import Answer, Task, line, share_given, share_right

LEAST_F1 = 0.5
_WORD, _BRACKET = re.compile(r"[a-z0-9]+(?:\.\d+)?"), re.compile(r"\([^()]*\)")
_NO_ARM = frozenset(
    map(stem, words("a an the of in on at for to and or with by from group arm treatment therapy patients participants "
                    "subjects receiving received"))
)  # fmt: skip
Spelled = list[tuple[frozenset[str], frozenset[str]]]
"""Abbreviations of one text: the stems of the short and of the long form."""


def stems(name: str, spelled: Spelled) -> frozenset[str]:
    """The different stems of a name; all of them where none tells an arm."""
    said = frozenset(map(stem, _WORD.findall(fold(name))))
    said = said - _NO_ARM or said
    for short, long in spelled:
        if short <= said:
            said = (said - short) | long
    return said


def spelled_in(text: str) -> Spelled:
    """What the abbreviations of a text stand for."""
    return [(stems(short, []), stems(long, [])) for short, long in abbreviations_in(text).items()]


def f1(mine: frozenset[str], theirs: frozenset[str]) -> float:
    """Agreement of two sets of words."""
    return 2 * len(mine & theirs) / (len(mine) + len(theirs)) if mine and theirs else 0.0


def same(read: str, meant: str, spelled: Spelled) -> bool:
    """Whether both name the same arm, as this set takes it."""
    forms = [(stems(one, spelled), stems(_BRACKET.sub(" ", one), spelled)) for one in (read, meant)]
    return any(f1(mine, theirs) >= LEAST_F1 for mine in forms[0] for theirs in forms[1])


def read_of(row: Row) -> tuple[Comparison, ...]:
    """What is read of the row's title and abstract, and of nothing else."""
    abstract = (AbstractSection(row["abstract"] or ""),)
    record = Record(pmid="99000001", version=1, kind="article", title=row["title"] or "", abstract=abstract)
    return read_by_rule(record).comparisons


def answer(row: Row, read: Sequence[Comparison], *, either: bool) -> Answer:
    """Whether the row's comparison is among those that were read; no comparison is an abstention."""
    spelled = spelled_in(f"{row['title']}\n{row['abstract']}")
    meant = [(row["intervention"], row["comparator"])]
    meant += [(row["comparator"], row["intervention"])] if either else []
    both = [(one.intervention.value, one.comparator.value, _sure(one)) for one in read]
    there = [(first, second, sure) for first, second, sure in both if first and second]
    right = any(
        same(first, wanted, spelled) and same(second, against, spelled)
        for first, second, _ in there
        for wanted, against in meant
    )
    shown = f"{row['title']}\nmeant {meant[0]}\nread {[one[:2] for one in there]}"
    sure = max((one[2] for one in there), default=0.0)
    return Answer(str(row["prompt_id"]), expected=True, given=right if there else None, confidence=sure, shown=shown)


def _sure(one: Comparison) -> float:
    return min(one.intervention.confidence, one.comparator.confidence)


def answers(data: Path) -> Iterator[Answer]:
    """Every row, its two arms in their order."""
    return (answer(row, read_of(row), either=False) for row in rows_of(data, NAME))


def answers_in_either_order(data: Path) -> Iterator[Answer]:
    """Every row; which arm is the intervention is not asked."""
    return (answer(row, read_of(row), either=True) for row in rows_of(data, NAME))


def side_answers(data: Path, side: str) -> Iterator[Answer]:
    """One for each paper: whether the first name that was read for a side is that of one of its rows."""
    for paper, rows in papers(data).items():
        read: Read[str] = next((getattr(one, side) for one in read_of(rows[0])), Read.missing())
        spelled = spelled_in(f"{rows[0]['title']}\n{rows[0]['abstract']}")
        name = read.value
        right = None if name is None else any(same(name, row[side], spelled) for row in rows)
        shown = f"{rows[0]['title']}\nread {name} by {read.rule}\nmeant {sorted({row[side] for row in rows})}"
        yield Answer(paper, expected=True, given=right, confidence=read.confidence, shown=shown)


TASKS = (
    Task(NAME, {"comparison_found": share_right, "comparison_coverage": share_given}, answers, line("comparator")),
    Task(NAME, {"comparison_either_order": share_right}, answers_in_either_order, line("comparator")),
    Task(
        NAME, {"intervention_named": share_right}, lambda data: side_answers(data, "intervention"), line("intervention")
    ),
    Task(NAME, {"comparator_named": share_right}, lambda data: side_answers(data, "comparator"), line("comparator")),
)
