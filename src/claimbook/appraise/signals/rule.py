"""One row of a table of signs: words that say something about how a study was done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from claimbook.appraise.design.others import WISHED_FOR, is_wished_for
from claimbook.appraise.signals.elsewhere import is_of_a_further_one, is_of_others
from claimbook.appraise.text.denial import is_denied, is_lacked
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import Worded
from claimbook.appraise.text.pieces import Glance, Pieces
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import Span

Where = Literal["own", "conduct"]
_NOT_THE_CONDUCT = frozenset({Role.BACKGROUND, Role.CONCLUSIONS})
_NOT_THEIR_OWN = frozenset({Role.BACKGROUND})
_OF_ANOTHER = (is_of_others, is_of_a_further_one, is_wished_for)
"""Words of a study that is not this one."""
_TRIED = 4
"""Places of a sentence at which a row is tried; denied four times it is not asked again."""


@dataclass(frozen=True)
class SignalRule(Worded):
    """One row: these words, at this place, say this much of one field, with this chance of being right."""

    field: str
    says: bool | str
    where: Where
    """'own': not in the background; 'conduct': nor in the conclusions."""
    stems: str
    """Lower-case parts of words, one of which every match holds: a quick look before the pattern."""
    words: str
    confidence: float
    source: str
    besides: Pieces | None = None
    """Where its first parts of words are common: further ones, one of which stands in the sentence as well."""
    is_thing: bool = False
    """Whether it names a thing, which 'not' and 'nor' before it do not take away ('honey, but not placebo')."""

    def may_stand(self, sentence: Sentence) -> bool:
        """Whether a sentence of this role, with these words, can say it; what is wished for was not done."""
        if self.besides is not None and not self.besides.stand_in(sentence):
            return False
        if sentence.role in (_NOT_THEIR_OWN if self.where == "own" else _NOT_THE_CONDUCT):
            return False
        return sentence.role is not Role.CONCLUSIONS or WISHED_FOR.search(sentence.folded) is None

    def told_in(self, sentence: Sentence) -> Iterator[re.Match[str]]:
        """The places at which a sentence says it of this study, and does not deny it."""
        denies = is_lacked if self.is_thing else is_denied
        found = islice(self.pattern.finditer(sentence.folded), _TRIED)
        return (one for one in found if not (denies(one) or any(is_so(one) for is_so in _OF_ANOTHER)))


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
            found = next(rule.told_in(sentence), None)
            if found is not None:
                return Sign(rule, sentence, found)
    return None
