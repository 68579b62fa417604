"""One row of the table of designs: words that speak for a kind of publication."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from claimbook.appraise.lexicon import folded_pattern, holds_any
from claimbook.model.appraisal import Kind

Where = Literal["title", "abstract", "own", "anywhere"]
"""'own': a sentence of the abstract that says what these authors did (aim, methods, results), not background."""


@dataclass(frozen=True)
class DesignRule:
    """One row: these words, at this place, speak for this kind with this chance of being right."""

    name: str
    kind: Kind
    where: Where
    stems: str
    """Lower-case parts of words, one of which every match holds: a quick look before the pattern."""
    words: str
    confidence: float
    source: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled words, for folded text."""
        return folded_pattern(self.words)

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        return tuple(self.stems.split("|"))

    def may_match(self, lowered: str) -> bool:
        """Whether a lower-case text holds any of the stems."""
        return holds_any(lowered, self._stems)
