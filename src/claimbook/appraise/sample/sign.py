"""One row of the table of signs: words on one side of a number that tell what it counts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

from claimbook.appraise.text.lexicon import Worded

Side = Literal["before", "after"]
"""'before': the words up to the number, which end at it; 'after': the words from the number on."""


def _search_end(pattern: re.Pattern[str], reach: int, said: str) -> re.Match[str] | None:
    return pattern.search(said, max(0, len(said) - reach))


@dataclass(frozen=True)
class Sign(Worded):
    """One row: these words on this side of a number speak for or against its being the number of the study."""

    name: str
    side: Side
    stems: str
    """Pieces of words, one of which a sentence holds in which the row speaks; none: it may speak in any."""
    words: str
    weight: float
    source: str
    reach: int | None = None
    """The most signs that words which end at the number take up; None: no telling."""

    @cached_property
    def found_in(self) -> Callable[[str], re.Match[str] | None]:
        """How its words are looked for: those that stand at the beginning or the end are sought nowhere else."""
        if self.words.startswith("^"):
            return self.pattern.match
        return self.pattern.search if self.reach is None else partial(_search_end, self.pattern, self.reach)
