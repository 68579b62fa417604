"""One row of the table of designs: words that speak for a kind of publication."""

from dataclasses import dataclass
from typing import Literal

from claimbook.appraise.text.lexicon import Worded
from claimbook.model.appraisal import Kind

Where = Literal["title", "abstract", "done", "own", "plan", "methods", "stated", "anywhere"]
"""'done': a sentence of the abstract but not of its conclusions, which speak of other people's designs, too;
'own': a sentence of the abstract that says what these authors did (aim, methods, results), not background;
'plan': only aim or methods; 'methods': only methods; 'stated': title, aim, methods or results."""


@dataclass(frozen=True)
class DesignRule(Worded):
    """One row: these words, at this place, speak for this kind with this chance of being right."""

    name: str
    kind: Kind
    where: Where
    stems: str
    """Lower-case parts of words, one of which every match holds: a quick look before the pattern."""
    words: str
    confidence: float
    source: str
    beside: bool = False
    """It says nothing by itself, but makes a randomised trial one of its kind."""
    without_data: bool = False
    """It counts only where the abstract tells of nothing that was done (`rules.DONE`)."""
    alone: bool = False
    """It counts only where the text tells of no other group, and of what was before (`observed.ANOTHER_GROUP`)."""
    own_trial: bool = False
    """It counts only where the sentence tells of no other trial (`others.ANOTHER_TRIAL`)."""
    judges: bool = False
    """It counts only where the text judges others and tells of no doing of its own (`comments.judging_sentences`)."""
