"""One row of the table of signs: words on one side of a number that tell what it counts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Literal

from claimbook.appraise.text.lexicon import Worded, folded_pattern, holds_any

MANY = (
    r"(?:\d[\d,]*|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\u2010\u2011-][a-z]+)?|[a-z]{3,5}teen"
    r"|ten|eleven|twelve)\b(?![.\u2013-]?\d|%)"
)
"""A number of people in a pattern, in digits or in words, and at least ten in words."""
Look = Callable[[str], re.Match[str] | None]
Side = Literal["before", "after"]
"""'before': the words up to the number, which end at it; 'after': the words from the number on."""


def _search_end(pattern: re.Pattern[str], reach: int, said: str) -> re.Match[str] | None:
    return pattern.search(said, max(0, len(said) - reach))


def _unbarred(pattern: re.Pattern[str], barrier: re.Pattern[str], said: str) -> re.Match[str] | None:
    found = pattern.match(said)
    barred = found and barrier.search(said)
    return None if found is None or (barred and barred.start() < found.end("gap")) else found


def _only_beside(look: Look, pieces: tuple[str, ...], bounds: slice, said: str) -> re.Match[str] | None:
    return look(said) if holds_any(said[bounds], pieces) else None


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

    beside: str = ""
    """Pieces of words, one of which stands near the number wherever the row speaks: asked for first."""
    near: int = 220
    """How many signs from the number one of them begins at the most."""
    barrier: str = ""
    """Words that must not begin in the ``gap`` between the number and the words."""

    @cached_property
    def found_in(self) -> Look:
        """How its words are looked for, once it is seen that they may be there."""
        if not self.beside:
            return self._look
        bounds = slice(-self.near, None) if self.side == "before" else slice(self.near)
        return partial(_only_beside, self._look, tuple(self.beside.split("|")), bounds)

    @property
    def _look(self) -> Look:
        """Words that stand at the beginning or the end are sought nowhere else."""
        if self.barrier:
            return partial(_unbarred, self.pattern, folded_pattern(self.barrier))
        if self.words.startswith("^"):
            return self.pattern.match
        return self.pattern.search if self.reach is None else partial(_search_end, self.pattern, self.reach)
