"""What kind of publication a record is: publication types and MeSH first, the text second (grading specification 2.2).

Not every title of a trial says so, and reviews speak of randomised trials, too; so the rules have an order of
precedence, and randomisation counts only where the authors tell what they did themselves.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claimbook.appraise.design.indexing import ANIMALS, Indexed, heading_of, is_about_animals, printed_name, types_of
from claimbook.appraise.design.rule import DesignRule
from claimbook.appraise.design.rules import RULES, WISHED_FOR
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.pieces import SHARED, Glance
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import RANDOMISED, Kind, Read, Span
from claimbook.model.record import Record

_TABLE = Glance(RULES, SHARED)
_OWN = frozenset({Role.AIM, Role.METHODS, Role.RESULTS, Role.CONCLUSIONS})
_SHORT = 300
"""Signs below which an abstract may be silent about randomisation for want of room."""
_TEXT_KNOWS_BETTER = {
    Kind.RCT: frozenset({Kind.CROSSOVER, Kind.PROTOCOL}),
    Kind.META_ANALYSIS: frozenset({Kind.PROTOCOL}),
    Kind.SYSTEMATIC_REVIEW: frozenset({Kind.META_ANALYSIS, Kind.PROTOCOL}),
    Kind.NARRATIVE_REVIEW: frozenset({Kind.META_ANALYSIS, Kind.SYSTEMATIC_REVIEW}),
    Kind.QUASI_EXPERIMENTAL: frozenset({Kind.RCT, Kind.CROSSOVER, Kind.SINGLE_ARM}),
    Kind.SINGLE_ARM: frozenset({Kind.RCT, Kind.CROSSOVER, Kind.QUASI_EXPERIMENTAL}),
    Kind.COHORT: frozenset({Kind.CASE_CONTROL, Kind.CROSS_SECTIONAL, Kind.CASE_SERIES}),
    Kind.COMMENT: frozenset({Kind.RCT, Kind.CROSSOVER}),
}
"""Kinds that the text may put in place of what the indexing says, because it is the finer word."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One rule that spoke, and where."""

    rule: DesignRule
    span: Span


def signs_in(text: Text) -> Iterator[Sign]:
    """Every rule that speaks, with its first place, in order of precedence."""
    for rule, sentences in _TABLE.in_order(text.sentences):
        sign = _sign_of(rule, sentences)
        if sign is not None:
            yield sign


def _sign_of(rule: DesignRule, sentences: Sequence[Sentence]) -> Sign | None:
    for sentence in sentences:
        if _may_stand(rule, sentence):
            found = rule.pattern.search(sentence.folded)
            if found is not None:
                return Sign(rule, sentence.span_of(found))
    return None


def _may_stand(rule: DesignRule, sentence: Sentence) -> bool:
    if rule.where == "anywhere":
        return True
    if rule.where == "title":
        return sentence.role is Role.TITLE
    if sentence.role is Role.TITLE or (sentence.role is Role.CONCLUSIONS and WISHED_FOR.search(sentence.folded)):
        return False
    if rule.where == "done":
        return sentence.role is not Role.CONCLUSIONS
    return rule.where == "abstract" or sentence.role in _OWN


def kind_of_text(text: Text) -> Read[Kind]:
    """What the words alone tell."""
    first: Sign | None = None
    for sign in signs_in(text):
        first = first or sign
        if first.rule.kind is not Kind.RCT:
            break
        if sign.rule.kind is Kind.CROSSOVER:  # a randomised trial whose arms change places
            first = sign
    if first is None:
        return Read.missing("design.no-sign")
    return Read(first.rule.kind, "explicit", first.rule.confidence, (first.span,), rule=f"design.{first.rule.name}")


def kind_of(record: Record, text: Text) -> Read[Kind]:
    """What indexing and words tell together; the indexing speaks first, the text where it has the finer word."""
    from_text = kind_of_text(text)
    indexed = next(types_of(record), None)
    if is_about_animals(record) and (indexed is None or indexed.kind is not Kind.RETRACTION_NOTICE):
        name = printed_name(record, ANIMALS, "Animals")
        return Read(Kind.ANIMAL, "explicit", 0.95, metadata=(name,), rule="design.mesh-animals")
    if indexed is not None and from_text.value not in _TEXT_KNOWS_BETTER.get(indexed.kind, ()):
        return _from_index(record, indexed, "publication-type")
    if from_text:
        return from_text
    heading = heading_of(record)
    return from_text if heading is None else _from_index(record, heading, "mesh")


def _from_index(record: Record, row: Indexed, rule: str) -> Read[Kind]:
    name = printed_name(record, row.ui, row.name)
    return Read(row.kind, "explicit", row.confidence, metadata=(name,), rule=f"design.{rule}")


def randomised_of(text: Text) -> Read[bool]:
    """Whether the text says that its own people were randomised; silence of a full abstract is an inferred no."""
    kind = kind_of_text(text)
    if kind.value in RANDOMISED:
        return Read(value=True, status="explicit", confidence=kind.confidence, spans=kind.spans, rule=kind.rule)
    confidence = 0.97 if len(text.abstract) >= _SHORT else 0.9
    return Read(value=False, status="inferred", confidence=confidence, rule="design.randomisation-not-stated")
