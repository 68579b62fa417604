"""How far verdicts rest on our own choices of thresholds, in words for a reader."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import groupby

from claimbook.language.said import Numeral, counted, joined, said
from claimbook.model.assessment import ArticleAssessment
from claimbook.report.show import Shown, fragment
from claimbook.report.words.facts import rounded
from claimbook.report.words.verdicts import VERDICTS
from claimbook.synthesis.details.sensitivity import Moved


@dataclass(frozen=True)
class Turn:
    """One verdict that changes with one threshold at one other value."""

    threshold: str
    meaning: str
    before: str
    after: str
    claim: str
    outcome: str
    address: str
    was: str
    becomes: str


def sensitivity_of(assessment: ArticleAssessment, moved: Sequence[Moved]) -> Shown:
    """How many thresholds were moved, to how many values, and every verdict that flips."""
    verdicts = sum(len(claim.outcomes) for claim in assessment.claims)
    return fragment(
        "sensitivity",
        turns=turns(assessment, moved),
        sentences=sensitivity_words(moved, verdicts),
        moved=_by_threshold(moved),
    )


def sensitivity_words(moved: Sequence[Moved], verdicts: int) -> tuple[str, ...]:
    """The counts in sentences."""
    return (
        joined(" ", (_thresholds_words(moved), _values_words(moved))),
        _flips_words(moved, verdicts),
        _stirs_words(sum(bool(each.stirs) for each in moved)),
    )


def _thresholds_words(moved: Sequence[Moved]) -> str:
    number = len({each.threshold.name for each in moved})
    return counted("{n} threshold is our own choice.", "{n:,} thresholds are our own choice.", number)


def _values_words(moved: Sequence[Moved]) -> str:
    return counted(
        "Each was moved alone, to {n} other value in all, and every claim was weighed again.",
        "Each was moved alone, to {n:,} other values in all, and every claim was weighed again.",
        len(moved),
    )


def _flips_words(moved: Sequence[Moved], verdicts: int) -> str:
    flipped = {(flip.claim, flip.outcome) for each in moved for flip in each.flips}
    if not flipped:
        return counted(
            "No verdict flips: the one verdict stays as it is at each of these values.",
            "No verdict flips: all {n} verdicts stay as they are at each of these values.",
            verdicts,
        )
    return counted(
        "{flipped} of {n} verdict can flip, at {values} of these values.",
        "{flipped} of {n:,} verdicts can flip, at {values} of these values.",
        verdicts,
        flipped=len(flipped),
        values=sum(bool(each.flips) for each in moved),
    )


def _stirs_words(values: int) -> str:
    if not values:
        return said(
            "A step on the way (a direction, a certainty or a level) changes without its verdict at none of them."
        )
    return said(
        "A step on the way (a direction, a certainty or a level) changes without its verdict at {values} of them.",
        values=values,
    )


def turns(assessment: ArticleAssessment, moved: Sequence[Moved]) -> tuple[Turn, ...]:
    """Each flip in words, in the order of the thresholds."""
    headings = {claim.claim.id: claim.claim.heading for claim in assessment.claims}
    names = {(o.claim.id, o.outcome.id): o.outcome.name for claim in assessment.claims for o in claim.outcomes}
    return tuple(
        Turn(
            each.threshold.name,
            each.threshold.meaning,
            _in_unit(each.threshold.value, each.threshold.unit),
            _in_unit(each.value, each.threshold.unit),
            headings[flip.claim],
            names[flip.claim, flip.outcome],
            f"{flip.claim}.html#verdict-{flip.outcome}",
            VERDICTS[flip.before],
            VERDICTS[flip.after],
        )
        for each in moved
        for flip in each.flips
    )


def _by_threshold(moved: Sequence[Moved]) -> tuple[tuple[str, str, str, str], ...]:
    """Name, meaning, value in force and the other values of each threshold."""
    return tuple(
        (row.name, row.meaning, _in_unit(row.value, row.unit), _in_line(each.value for each in values))
        for row, values in ((row, list(group)) for row, group in groupby(moved, key=lambda each: each.threshold))
    )


def _in_line(values: Iterable[float]) -> str:
    """Several numbers; between numbers with a decimal comma another language writes another mark."""
    numbers: Iterator[str] = (_in_unit(value) for value in values)
    return reduce(lambda line, number: said("{numbers}, {number}", numbers=line, number=number), numbers)


def _in_unit(value: float, unit: str = "") -> str:
    number = rounded(value, 4)
    if unit == "%":
        return Numeral(f"{number}%")
    return joined(" ", (number, unit)) if unit else number
