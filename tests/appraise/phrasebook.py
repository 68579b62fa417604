"""The phrasebook: how trials tell results, in invented sentences with their true direction (``phrasebook.txt``)."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.reading import Text, text_of
from claimbook.model.record import AbstractSection

_FILE = Path(__file__).with_name("phrasebook.txt")
_CHANGES = {"-": "lower", "=": "no-difference", "+": "higher", "?": None}


@dataclass(frozen=True)
class Phrase:
    """One way of telling a result, and what it tells."""

    way: str
    triple: Triple
    aim: str
    result: str
    truth: str | None
    """The direction; None where no careful reader would tell one."""

    @property
    def unread(self) -> bool:
        """Whether nobody looked at how it is read when the reader was mended; decided by a hash of the sentence."""
        return sha256(self.result.encode()).digest()[0] % 2 == 1

    @property
    def text(self) -> Text:
        """A whole abstract; what tells no result stands under no heading."""
        title = f"{self.triple.intervention.capitalize()} in an invented trial"
        if self.truth is None:
            return text_of(title, self.aim, self.result)
        return text_of(title, AbstractSection(self.aim, "METHODS"), AbstractSection(self.result, "RESULTS"))

    @property
    def verdict(self) -> str:
        """``right``, ``wrong``, or ``surely wrong``; of what nobody can tell, any answer below the line is right."""
        read = change_of(self.text, self.triple)
        sure = read.value is not None and read.confidence >= LINES["direction"].confidence
        if read.value == self.truth or (self.truth is None and not sure):
            return "right"
        return "surely wrong" if sure else "wrong"


def phrases() -> Iterator[Phrase]:
    """All of the book, in its order."""
    way, triple, aim = "", Triple("", "", ""), ""
    for line in _FILE.read_text("utf-8").splitlines():
        mark, _, rest = line.partition(" ")
        if mark in _CHANGES:
            yield Phrase(way, triple, aim, rest, _CHANGES[mark])
        elif mark == "@":
            aim = rest
        elif line.startswith("["):
            way = line.strip("[]")
        elif line and mark != "#":
            triple = Triple(*line.split(" / "))
            aim = f"We compared {triple.intervention} with {triple.comparator} in 80 invented adults."
