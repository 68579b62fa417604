"""One rule: its id, what it says, and where it comes from."""

from dataclasses import asdict, dataclass
from typing import Literal

from claimbook.language.said import filled
from claimbook.synthesis.thresholds import DEFAULT, Thresholds


@dataclass(frozen=True)
class Rule:
    """A rule of the grading specification. Its statement names thresholds, so that text and code cannot drift apart."""

    id: str
    section: str
    statement: str
    """A message whose values are thresholds, filled by ``text``."""
    flag: Literal["published", "our choice"] = "our choice"
    source: str = ""

    def text(self, thresholds: Thresholds = DEFAULT) -> str:
        """The statement with the numbers that are in force."""
        return filled(self.statement, **asdict(thresholds))
