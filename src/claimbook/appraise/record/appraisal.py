"""Everything that this room can read of one record. A proposal, never a confirmed coding."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from claimbook.appraise.contrast.compared import comparisons_of
from claimbook.appraise.design.kind import kind_of
from claimbook.appraise.design.notices import notices_of
from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.outcome_said import change_of, told_as
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.effects.trust import trusted
from claimbook.appraise.match.claim import match_of
from claimbook.appraise.match.values import ClaimMatch, Directness
from claimbook.appraise.sample.total import sample_of
from claimbook.appraise.signals.bias import signals_of
from claimbook.appraise.signals.follow_up import follow_up_of
from claimbook.appraise.signals.funding import conflicts_of, funding_of, industry_funded_of, registration_of
from claimbook.appraise.signals.harms import harms_of
from claimbook.appraise.text.reading import Text, reading_of
from claimbook.appraise.trial.spin import spin_of
from claimbook.appraise.wording.strength import wording_of
from claimbook.model.appraisal import RANDOMISED, Answer, Appraisal, ElementRead, Kind, Read, Sample
from claimbook.model.claim import Claim, Outcome
from claimbook.model.record import Record
from claimbook.model.search_terms import Concept

_NO_PEOPLE = frozenset({Kind.COMMENT, Kind.RETRACTION_NOTICE, Kind.GUIDELINE, Kind.ANIMAL, Kind.IN_VITRO})
"""Kinds whose numbers count no participants of a study of their own."""
_NO_RESULTS = frozenset({Kind.COMMENT, Kind.RETRACTION_NOTICE, Kind.GUIDELINE, Kind.PROTOCOL})
"""Kinds that report no results of their own."""
_COMPARED = RANDOMISED | {Kind.QUASI_EXPERIMENTAL}
"""Kinds in which a conclusion can be held against a comparison of groups."""


@dataclass(frozen=True)
class Question:
    """A claim, and the search concepts that its article shares among claims."""

    claim: Claim
    shared: Mapping[str, Concept] = field(default_factory=dict)

    def triple(self, outcome: Outcome) -> Triple:
        """What is asked of the results."""
        return Triple(self.claim.intervention, outcome.comparator or self.claim.comparator or "", outcome.name)


def appraise(record: Record, *questions: Question, text: Text | None = None) -> Appraisal:
    """Read one record, by rules and by the learned parts, and hold it against claims.

    Args:
        record: what PubMed holds of it.
        questions: claims whose outcomes it is read for; none: only what can be read without a claim.
        text: the same record's title and abstract, where the caller has read them already.
    """
    text = text or reading_of(record)
    read = read_by_rule(record, text)
    spin = spin_of(text) if read.kind.value in _COMPARED else Read[bool].missing("spin.no-comparison")
    asked = [(question, outcome) for question in questions for outcome in question.claim.outcomes]
    return replace(read, spin=spin, answers=tuple(_answer(record, text, read, *one) for one in asked))


def read_by_rule(record: Record, text: Text | None = None) -> Appraisal:
    """What rules alone read of one record, some hundreds a second; spin and answers to claims are left out."""
    text = text or reading_of(record)
    kind = kind_of(record, text)
    sample = NOBODY if kind.value in _NO_PEOPLE else sample_of(text)
    funding = funding_of(record, text)
    return Appraisal(
        pmid=record.pmid,
        kind=kind,
        notices=notices_of(record, kind),
        sample=sample,
        comparisons=comparisons_of(text, kind.value, sample.arms),
        results=() if kind.value in _NO_RESULTS else results_of(text),
        wording=tuple(wording_of(sentence) for sentence in text.conclusions),
        spin=Read.missing("spin.not-read"),
        signals=signals_of(text, kind, sample, frozenset(one.name for one in record.types)),
        follow_up_weeks=follow_up_of(text),
        harms=harms_of(text),
        funding=funding,
        industry_funded=industry_funded_of(funding, text),
        registration=registration_of(record, text),
        conflicts=conflicts_of(record),
    )


def _answer(record: Record, text: Text, read: Appraisal, question: Question, outcome: Outcome) -> Answer:
    """What the record says about one outcome; a record without results of its own says nothing."""
    match = match_of(question.claim, outcome, record, text, question.shared)
    if read.kind.value in _NO_RESULTS:
        return Answer(question.claim.id, outcome.id, _elements(match), Read.missing("direction.no-results"), ())
    triple = question.triple(outcome)
    change = change_of(text, triple)
    results = trusted(results_of(text, told_as(text, triple) or triple), change)
    return Answer(question.claim.id, outcome.id, _elements(match), change, results)


def _elements(match: ClaimMatch) -> tuple[ElementRead, ...]:
    return (
        ElementRead("population", _words(match.population.read), match.population.why),
        ElementRead("intervention", _words(match.intervention.read), match.intervention.why),
        ElementRead("comparator", _words(match.comparator.read), match.comparator.why),
        ElementRead("outcome", _words(match.outcome.read), match.outcome.why),
        ElementRead("purpose", _words(match.purpose.read), match.purpose.why),
    )


def _words(read: Read[Directness]) -> Read[str]:
    """The same reading with the plain word as its value."""
    value = None if read.value is None else read.value.value
    return Read(value, read.status, read.confidence, read.spans, read.metadata, read.rule)


_NONE: Read[int] = Read.missing("sample.no-people")
NOBODY = Sample(_NONE, _NONE, _NONE, _NONE)
"""The sample of a record that counts no people of its own."""
