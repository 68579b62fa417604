"""An arm by its name as printed, and the arms that one form names together."""

from collections.abc import Sequence
from dataclasses import dataclass

from claimbook.appraise.contrast.names import Name
from claimbook.appraise.contrast.rules import CONTROL_LABEL, Shares
from claimbook.appraise.contrast.words import CONTROL_WORDS
from claimbook.appraise.text.reading import Sentence
from claimbook.model.appraisal import Span

MOST_ARMS = 4
"""Arms of one form."""


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm by its name as printed."""

    name: str
    span: Span
    control: bool
    """Whether its own words, or those of its group, tell a control."""


@dataclass(frozen=True, slots=True)
class Told:
    """The arms that one form names; one alone where it leaves the other side open."""

    rule: str
    shares: Shares
    arms: Sequence[Arm]
    ordered: bool = False
    """Whether its words say which arm is the comparator."""


def arm_of(sentence: Sentence, name: Name, label: str = "") -> Arm:
    """The arm that is named at a place; the label of its group may tell a control, too."""
    said = sentence.folded[slice(*name)]
    control = not CONTROL_WORDS.isdisjoint(said.split()) or CONTROL_LABEL.search(label) is not None
    return Arm(sentence.text[slice(*name)], sentence.part(*name), control)
