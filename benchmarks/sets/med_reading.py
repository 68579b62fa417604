"""What one abstract tells about the question of a review, for the set ``med_evidence``."""

import re
from dataclasses import dataclass, replace

from claimbook.appraise.answer.question import Asked
from claimbook.appraise.direction.change import Direction, direction_in
from claimbook.appraise.direction.outcome_said import nothing_else_in, place_of, told_as
from claimbook.appraise.effects.ratio_side import is_of_intervention
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.record.appraisal import read_by_rule
from claimbook.appraise.text.reading import Text, text_of
from claimbook.model.appraisal import Appraisal, ResultRead
from claimbook.model.record import AbstractSection, Record
from sets.files import Row

_INERT = re.compile(r"\b(?:placebo|sham)\b")
_UNTOLD, _UNTOLD_CHANCES = 0.5, (0.25, 0.5, 0.25)
"""Share of outcomes without a difference among those that an abstract plans to measure and does not tell; and the
chances of lower, no difference and higher."""
_UNTREATED = re.compile(r"\b(?:placebo|sham|no|without|untreated|nothing)\b", re.IGNORECASE)
"""How a question begins to name such an arm."""
_COMPARED_WITH_NOTHING = re.compile(
    r"\b(?:placebo|sham|dummy|controls?|untreated|alone|wait(?:ing)?[ -]list|usual|inactive"
    r"|no[nt]?[ -](?:\w+[ -]){0,2}(?:treat|interven|therap|train|exerc|prophyl)\w*)\b"
)
"""Names of an arm that was not treated, or not truly; 'without', 'standard' and 'controlled' also say other things."""


@dataclass(frozen=True)
class Told:
    """What one abstract tells about the question."""

    read: Appraisal
    direction: Direction | None
    """None where no sentence speaks of the outcome."""
    result: ResultRead | None
    inert: str | None = None
    """'placebo' or 'sham', where the abstract names one."""
    of_intervention: bool = False
    """Whether the result is a ratio that is certainly of the intervention over the comparator."""


def told_by(source: Row, asked: Asked) -> Told:
    """One abstract, asked for the outcome under both arms; silent where it has not the outcome or the comparison."""
    sections = tuple(map(AbstractSection, filter(None, source["abstract"].split("\n"))))
    text = text_of(source["title"], *sections)
    read = read_by_rule(Record(source["pmid"], 1, "article", source["title"], abstract=sections), text)
    inert = _INERT.search(_folded(text))
    told = Told(read, None, None, inert[0] if inert else None)
    triple = told_as(text, asked.triple)
    direction = direction_in(text, triple or asked.triple)
    if not compares(asked, text) or direction is None:
        return told
    if triple is None or not direction.outcome_said:
        return replace(told, direction=untold(text, asked))
    printed = [one for one in results_of(text, triple) if _fits(one, direction)]
    certain = [one for one in printed if is_of_intervention(one, triple, text)]
    best = next(iter(certain or printed), None)
    return replace(told, direction=direction, result=best, of_intervention=bool(certain))


def untold(text: Text, asked: Asked) -> Direction | None:
    """No difference, where the abstract says so of all other outcomes, or leaves out one that it planned to measure.

    What differed is seldom left out: half of such outcomes did not differ, and the rest go both ways.
    """
    summary = nothing_else_in(text)
    if summary is None and place_of(text, asked.triple) == "absent":
        return None
    said = (summary,) if summary else ()
    return Direction("no-difference", _UNTOLD, _UNTOLD_CHANCES, said, outcome_said=True, explicit=False)


def compares(asked: Asked, text: Text) -> bool:
    """Whether a text can hold the comparison: one with nothing is not told by a trial of two treatments."""
    return not _UNTREATED.match(asked.comparator) or _COMPARED_WITH_NOTHING.search(_folded(text)) is not None


def _folded(text: Text) -> str:
    """Title and abstract in lower case."""
    return "\n".join(passage.text for passage in text.passages).lower()


def _fits(result: ResultRead, direction: Direction) -> bool:
    """Whether a printed result stands in a sentence that the direction was read from."""
    return any(one.span.holds(result.sentence) for one in direction.evidence)
