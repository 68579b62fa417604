"""A conclusion that seems to say more than the results, as it is shown beside its record. It decides nothing."""

from dataclasses import dataclass

from claimbook.appraise.trial.spin_words import SPIN_WORDS
from claimbook.model.appraisal import cut
from claimbook.model.proposal import ProposedValue


@dataclass(frozen=True)
class SpinView:
    """In which way it seems to say more, how sure that is, and the words of result and conclusion."""

    reason: str
    """Empty where the rule that saw it is not of this version."""
    confidence: float
    measured: bool
    """Whether its field has a line, above which such readings were right in 95 of 100 cases where it was chosen."""
    sentences: tuple[str, ...]
    """Verbatim; empty where the record as it was received is not here."""


def spin_view(read: ProposedValue, sentences: tuple[str, ...]) -> SpinView:
    """What is shown of one such reading."""
    return SpinView(SPIN_WORDS.get(read.rule, ""), cut(read.confidence), read.line is not None, sentences)
