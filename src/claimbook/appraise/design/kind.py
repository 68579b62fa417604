"""What kind of publication a record is: publication types and MeSH first, the text second (grading specification 2.2).

Not every title of a trial says so, and reviews speak of randomised trials, too; so the rules have an order of
precedence, and randomisation counts only where the authors tell what they did themselves.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, takewhile

from claimbook.appraise.design.bench import kind_of_bench
from claimbook.appraise.design.comments import judging_sentences
from claimbook.appraise.design.indexing import ANIMALS, Indexed, heading_of, is_about_animals, printed_name, types_of
from claimbook.appraise.design.observed import ANOTHER_GROUP, BEFORE
from claimbook.appraise.design.others import (
    ANALYSED_AGAIN,
    ANOTHER_TRIAL,
    MAY_TELL,
    THEIR_OWN,
    WISHED_FOR,
    is_wished_for,
)
from claimbook.appraise.design.rule import DesignRule
from claimbook.appraise.design.rules import DONE, RULES, WAS
from claimbook.appraise.design.things import is_doubtful, is_history
from claimbook.appraise.text.denial import is_denied, is_of_nobody
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.pieces import SHARED, Glance
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.model.appraisal import RANDOMISED, Kind, Read, Span
from claimbook.model.record import Record

_TABLE = Glance(RULES, SHARED)
_PLANNED = Glance([rule for rule in RULES if rule.kind is not Kind.PROTOCOL], SHARED)
"""What a study will be whose protocol this is."""
_OWN = frozenset({Role.AIM, Role.METHODS, Role.RESULTS, Role.CONCLUSIONS})
_STATED = frozenset({Role.TITLE, Role.AIM, Role.METHODS, Role.RESULTS})
"""The parts in which authors tell of themselves."""
_ONLY = {
    "title": frozenset({Role.TITLE}),
    "plan": frozenset({Role.AIM, Role.METHODS}),
    "methods": frozenset({Role.METHODS}),
    "stated": _STATED,
}
"""The parts of a text in which a row may speak."""
_PROTOCOL_LABEL = re.compile(
    r"\W*(?:methods?\s?[/\\]\s?(?:(?:study|trial) )?design|(?:ethics|ethical) (?:and|&) dissemination)\b"
)
"""Headings that journals ask for in protocols. 'Research design and methods' is that of a finished study."""
_REVIEW_LABEL = re.compile(
    r"\W*(?:search (?:methods|strategy)|study (?:selection|appraisal)|data (?:extraction|collection and analysis)|"
    r"evidence (?:acquisition|synthesis)|review methods|information sources|literature search|included studies)\b"
)
"""Headings below which only reviews tell how they chose the studies of others."""
_MAY_SEARCH = frozenset(
    {Kind.META_ANALYSIS, Kind.SYSTEMATIC_REVIEW, Kind.NARRATIVE_REVIEW, Kind.PROTOCOL, Kind.GUIDELINE}
)
"""Kinds in which such a heading tells nothing new: these search for the studies of others, or plan to."""
_HEADED, _HEADED_AS_REVIEW = 0.95, 0.85
_TRIED = 4
"""Places of a sentence at which a row is tried."""
_SHORT = 300
"""Signs below which an abstract may be silent about randomisation for want of room."""
_ASIDE, _DOUBTFUL = 0.75, 0.85
"""How sure a trial is that is told in the background or in the conclusions, or that may be of no people."""
_JUDGED_ONCE, _SILENT = 0.85, 0.6
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
_NEVER_A_STUDY = frozenset({"Editorial", "News", "Published Erratum"})
"""A trial in such a text is another one; letters and comments may report one of their own."""


@dataclass(frozen=True, slots=True)
class Sign:
    """One rule that spoke, where, and with which chance of being right."""

    rule: DesignRule
    span: Span
    confidence: float
    doubtful: bool = False
    """Whether it may tell of no people, or of no trial of the authors' own."""


def _sign_of(rule: DesignRule, sentences: Sequence[Sentence], text: Text, *, planned: bool) -> Sign | None:
    """The first sentence that says it and leaves no doubt, else the first that says it."""
    first: Sign | None = None
    for sentence in sentences:
        if _may_stand(rule, sentence):
            found = _told_in(sentence, rule, planned=planned)
            if found is None or (rule.own_trial and _is_of_others(sentence, text)):
                continue
            sure = _confidence(rule, sentence)
            if not (rule.own_trial and (is_doubtful(found) or is_history(text))):
                return Sign(rule, sentence.span_of(found), sure)
            first = first or Sign(rule, sentence.span_of(found), min(sure, _DOUBTFUL), doubtful=True)
    return first


def _told_in(sentence: Sentence, rule: DesignRule, *, planned: bool) -> re.Match[str] | None:
    """The first place at which a sentence says it and does not deny it, nor only wish for it."""
    for one in islice(rule.pattern.finditer(sentence.folded), _TRIED):
        by_chance = rule.kind in RANDOMISED
        only_wished = by_chance and not planned and sentence.role is not Role.TITLE and is_wished_for(one)
        if not (only_wished or is_denied(one) or (by_chance and is_of_nobody(one))):
            return one
    return None


def _is_of_others(sentence: Sentence, text: Text) -> bool:
    """Whether a trial of which a sentence tells may be another one, as itself or the title says."""
    if sentence.role is Role.CONCLUSIONS and not THEIR_OWN.search(sentence.folded):
        return True
    title = takewhile(lambda one: one.role is Role.TITLE, text.sentences)
    telling = [one for one in (sentence, *title) if MAY_TELL.stand_in(one)]
    return any(
        ANOTHER_TRIAL.search(one.folded) or (one.role is Role.TITLE and ANALYSED_AGAIN.search(one.folded))
        for one in telling
    )


def _confidence(rule: DesignRule, sentence: Sentence) -> float:
    """Beside what is known, a trial is surely the authors' own only where the part is guessed and they say so."""
    if not rule.own_trial or sentence.role in _STATED:
        return rule.confidence
    if not sentence.printed_role and THEIR_OWN.search(sentence.folded):
        return rule.confidence
    return min(rule.confidence, _ASIDE)


def _may_stand(rule: DesignRule, sentence: Sentence) -> bool:
    if rule.where == "anywhere":
        return True
    if rule.where in _ONLY:
        return sentence.role in _ONLY[rule.where]
    if sentence.role is Role.TITLE:
        return False
    if sentence.role is Role.CONCLUSIONS:
        return rule.where != "done" and WISHED_FOR.search(sentence.folded) is None
    return rule.where != "own" or sentence.role in _OWN


def kind_of_text(text: Text) -> Read[Kind]:
    """What the words alone tell."""
    planned = _first_below(_PROTOCOL_LABEL, text)
    if planned is not None:
        return Read(Kind.PROTOCOL, "explicit", _HEADED, (planned,), rule="design.protocol-heading")
    told = _kind_by(_TABLE, text)
    if told.value not in _MAY_SEARCH and (chosen := _first_below(_REVIEW_LABEL, text)) is not None:
        return Read(Kind.SYSTEMATIC_REVIEW, "explicit", _HEADED_AS_REVIEW, (chosen,), rule="design.review-heading")
    if told.value in RANDOMISED:
        return _unless_judged(told, text)
    return told or kind_of_bench(text) or _by_silence(text)


def _unless_judged(told: Read[Kind], text: Text) -> Read[Kind]:
    """A trial that is judged, and that nobody says he did, is spoken of by others."""
    judged = judging_sentences(text)
    if judged > 1:
        return replace(told, value=Kind.COMMENT, confidence=_ASIDE, rule="design.judged")
    return replace(told, confidence=min(told.confidence, _JUDGED_ONCE)) if judged else told


def _kind_by(table: Glance[DesignRule], text: Text) -> Read[Kind]:
    first = _first_sign(table, text)
    if first is None:
        return Read.missing("design.no-sign")
    return Read(first.rule.kind, "explicit", first.confidence, (first.span,), rule=f"design.{first.rule.name}")


def _first_sign(table: Glance[DesignRule], text: Text) -> Sign | None:
    """The first rule that speaks; behind one for a randomised trial only those are asked that tell its arms change."""
    first: Sign | None = None
    for rule, sentences in table.in_order(text.sentences):
        if (first is None and rule.beside) or (first is not None and not _may_replace(rule, first)):
            continue
        if (rule.without_data and not _only_thinks(text)) or (rule.alone and not _is_of_one_group(text)):
            continue
        found = _sign_of(rule, sentences, text, planned=table is _PLANNED)
        told = found is not None and not (rule.judges and not judging_sentences(text))
        first = found if told and not (first is not None and found is not None and found.doubtful) else first
        if first is not None and first.rule.kind is not Kind.RCT:
            break
    return first


def _may_replace(rule: DesignRule, first: Sign) -> bool:
    """A trial whose arms change is one of its kind; a plain word of one is better than a doubtful one."""
    return rule.kind is Kind.CROSSOVER or (first.doubtful and rule.own_trial)


def _only_thinks(text: Text) -> bool:
    """There is an abstract, and it tells of nothing that was done."""
    return bool(text.abstract) and not any(DONE.search(one.folded) for one in text.sentences)


def _by_silence(text: Text) -> Read[Kind]:
    """A full abstract in which nothing was done, by anybody: it talks about its subject, as reviews do."""
    if len(text.abstract) < _SHORT or not _only_thinks(text) or any(WAS.search(one.folded) for one in text.sentences):
        return Read.missing("design.no-sign")
    titles = tuple(one.span for one in text.in_roles(Role.TITLE))
    return Read(Kind.NARRATIVE_REVIEW, "inferred", _SILENT, titles, rule="design.nothing-done")


def _is_of_one_group(text: Text) -> bool:
    """Nothing that was done tells of a second group, and something was there before the treatment."""
    told = text.in_roles(*_STATED)
    return not any(map(ANOTHER_GROUP.stand_in, told)) and any(BEFORE.search(one.folded) for one in told)


def _first_below(labels: re.Pattern[str], text: Text) -> Span | None:
    """The first words below a heading of one sort."""
    for passage in text.passages[1:]:
        if passage.label is not None and _is_one_of(labels, passage.label):
            return next((one.span for one in text.sentences if one.where == passage.where), None)
    return None


@lru_cache(maxsize=4096)
def _is_one_of(labels: re.Pattern[str], label: str) -> bool:
    return labels.match(label.lower()) is not None


def kind_of(record: Record, text: Text) -> Read[Kind]:
    """What indexing and words tell together; the indexing speaks first, the text where it has the finer word."""
    from_text = kind_of_text(text)
    indexed = next(types_of(record), None)
    if is_about_animals(record) and (indexed is None or indexed.kind is not Kind.RETRACTION_NOTICE):
        name = printed_name(record, ANIMALS, "Animals")
        return Read(Kind.ANIMAL, "explicit", 0.95, metadata=(name,), rule="design.mesh-animals")
    if indexed is not None and not _knows_better(from_text, indexed):
        return _from_index(record, indexed, "publication-type")
    if from_text:
        return from_text
    heading = heading_of(record)
    return from_text if heading is None else _from_index(record, heading, "mesh")


def _knows_better(from_text: Read[Kind], indexed: Indexed) -> bool:
    return indexed.name not in _NEVER_A_STUDY and from_text.value in _TEXT_KNOWS_BETTER.get(indexed.kind, ())


def _from_index(record: Record, row: Indexed, rule: str) -> Read[Kind]:
    name = printed_name(record, row.ui, row.name)
    return Read(row.kind, "explicit", row.confidence, metadata=(name,), rule=f"design.{rule}")


def planned_kind_of(text: Text) -> Read[Kind]:
    """What kind of study a protocol plans."""
    return _kind_by(_PLANNED, text)


def randomised_of(text: Text) -> Read[bool]:
    """Whether the text says that its own people were randomised; silence of a full abstract is an inferred no."""
    kind = kind_of_text(text)
    if kind.value is Kind.PROTOCOL:
        kind = planned_kind_of(text)
    if kind.value in RANDOMISED:
        return Read(value=True, status="explicit", confidence=kind.confidence, spans=kind.spans, rule=kind.rule)
    confidence = 0.97 if len(text.abstract) >= _SHORT else 0.9
    return Read(value=False, status="inferred", confidence=confidence, rule="design.randomisation-not-stated")
