"""One row of a table of signs: words that say something about how a study was done."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import Worded
from claimbook.appraise.text.pieces import Glance
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Span

Where = Literal["own", "conduct", "any"]
_NOT_THE_CONDUCT = frozenset({Role.BACKGROUND, Role.CONCLUSIONS})
_NOT_THEIR_OWN = frozenset({Role.BACKGROUND})


@dataclass(frozen=True)
class SignalRule(Worded):
    """One row: these words, at this place, say this much of one field, with this chance of being right."""

    field: str
    says: bool | str
    where: Where
    """'own': not in the background; 'conduct': nor in the conclusions; 'any': anywhere."""
    stems: str
    """Lower-case parts of words, one of which every match holds: a quick look before the pattern."""
    words: str
    confidence: float
    source: str

    def may_stand(self, sentence: Sentence) -> bool:
        """Whether a sentence of this role can say it."""
        if self.where == "any":
            return True
        return sentence.role not in (_NOT_THEIR_OWN if self.where == "own" else _NOT_THE_CONDUCT)


@dataclass(frozen=True, slots=True)
class Sign:
    """A rule that spoke, and where."""

    rule: SignalRule
    sentence: Sentence
    found: re.Match[str]

    @property
    def span(self) -> Span:
        """The words that it read."""
        return self.sentence.span_of(self.found)


def first_signs(table: Glance[SignalRule], text: Text) -> dict[str, Sign]:
    """For each field the first rule that speaks, at its first place; rows stand in order of precedence."""
    signs: dict[str, Sign] = {}
    for rule, sentences in table.in_order(text.sentences):
        if rule.field not in signs and (sign := _sign_of(rule, sentences)) is not None:
            signs[rule.field] = sign
    return signs


def _sign_of(rule: SignalRule, sentences: Sequence[Sentence]) -> Sign | None:
    for sentence in sentences:
        if rule.may_stand(sentence):
            found = rule.pattern.search(sentence.folded)
            if found is not None:
                return Sign(rule, sentence, found)
    return None
