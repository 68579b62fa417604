"""Everything that this room can read of one record. A proposal, never a confirmed coding."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any, TypeVar

from claimbook.appraise.contrast.compared import comparisons_of
from claimbook.appraise.design.kind import kind_of
from claimbook.appraise.design.notices import notices_of
from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.other_arm import with_own_comparator
from claimbook.appraise.direction.outcome_said import change_of, told_as
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.effects.trust import trusted
from claimbook.appraise.lines import LINES
from claimbook.appraise.match.claim import match_of
from claimbook.appraise.match.values import ClaimMatch, Directness
from claimbook.appraise.sample.total import NEVER_DONE, sample_of
from claimbook.appraise.signals.bias import signals_of
from claimbook.appraise.signals.follow_up import follow_up_of
from claimbook.appraise.signals.funding import conflicts_of, funding_of, industry_funded_of
from claimbook.appraise.signals.harms import harms_of
from claimbook.appraise.signals.registration import registration_of
from claimbook.appraise.text.english import is_english
from claimbook.appraise.text.reading import Text, cut, reading_of
from claimbook.appraise.trial.polarity import primary_outcome_of, primary_result_of
from claimbook.appraise.trial.spin import spin_of
from claimbook.appraise.wording.strength import wording_of
from claimbook.model.appraisal import (
    RANDOMISED,
    WITHOUT_RESULTS,
    Answer,
    Appraisal,
    Comparison,
    ElementRead,
    Kind,
    Read,
    ResultRead,
    Sample,
    Wording,
)
from claimbook.model.claim import Claim, Outcome
from claimbook.model.record import Record
from claimbook.model.search_terms import Concept, Near

T = TypeVar("T")

_NO_PEOPLE = frozenset({Kind.COMMENT, Kind.RETRACTION_NOTICE, Kind.GUIDELINE, Kind.ANIMAL, Kind.IN_VITRO})
"""Kinds whose numbers count no participants of a study of their own."""
_OF_OTHERS = frozenset({Kind.COMMENT, Kind.RETRACTION_NOTICE})
"""Kinds that print the register number of a trial of which they speak."""
_OF_ANOTHER: Read[tuple[str, ...]] = Read.missing("registration.of-another")
_NONE: Read[int] = Read.missing("sample.no-people")
NOBODY = Sample(_NONE, _NONE, _NONE, _NONE)
"""The sample of a record that counts no people of its own."""


@dataclass(frozen=True)
class Question:
    """A claim, and the search concepts that its article shares among claims."""

    claim: Claim
    shared: Mapping[str, Concept] = field(default_factory=dict)

    @property
    def in_words(self) -> str:
        """Intervention, outcomes and the terms of all that is searched for: PubMed's words, whatever the article's."""
        concepts, searched = {**self.shared, **self.claim.concepts}, self.claim.search
        names = (*searched.population, *searched.intervention, *searched.outcome)
        terms = (term for name in names if name in concepts for term in concepts[name].terms)
        outcomes = (outcome.name for outcome in self.claim.outcomes)
        return " ".join(
            [self.claim.intervention, *outcomes, *(one.near if isinstance(one, Near) else one for one in terms)]
        )

    def triple(self, outcome: Outcome) -> Triple:
        """What is asked of the results."""
        return Triple(self.claim.intervention, outcome.comparator or self.claim.comparator or "", outcome.name)


_A_TRIAL = LINES["kind"].confidence
"""From here on a kind is sure."""
HANDFUL = 16
"""Records that one reader reads before the next begins. All readers together do not fit into a processor's nearest
memory: to change from one to the next for every record takes a fifth longer."""


@dataclass(slots=True)
class _Opened:
    """A record while it is read: its text, and what the readers before have read."""

    record: Record
    text: Text
    read: dict[str, Any] = field(default_factory=dict)

    @property
    def kind(self) -> Read[Kind]:
        """The first thing read, on which others rest."""
        kind: Read[Kind] = self.read["kind"]
        return kind

    @property
    def sample(self) -> Sample:
        """How many people."""
        sample: Sample = self.read["sample"]
        return sample


def _results(one: _Opened) -> tuple[ResultRead, ...]:
    comparisons: Sequence[Comparison] = one.read["comparisons"]
    return results_of(one.text, comparisons=comparisons)


def _sample(text: Text, kind: Read[Kind]) -> Sample:
    """How many people; that so many were randomised is no surer than that it is a randomised trial."""
    sample = sample_of(text, kind.value)
    if kind.value is not Kind.RCT or kind.confidence >= _A_TRIAL or sample.randomised.confidence <= kind.confidence:
        return sample
    return replace(sample, randomised=replace(sample.randomised, confidence=kind.confidence))


def _wording(text: Text) -> tuple[Wording, ...]:
    """How each conclusion is worded; of another language nothing is known, which is not that it claims nothing."""
    if not is_english(text):
        return ()
    return tuple(wording_of(sentence) for sentence in text.conclusions)


_READERS: tuple[tuple[str, Callable[[_Opened], object]], ...] = (
    ("kind", lambda one: kind_of(one.record, one.text)),
    ("notices", lambda one: notices_of(one.record, one.text, one.kind)),
    ("sample", lambda one: NOBODY if one.kind.value in _NO_PEOPLE else _sample(one.text, one.kind)),
    ("comparisons", lambda one: comparisons_of(one.text, one.kind.value, one.sample.arms)),
    ("results", lambda one: () if one.kind.value in WITHOUT_RESULTS else _results(one)),
    ("wording", lambda one: _wording(one.text)),
    ("spin", lambda _: Read.missing("spin.not-read")),
    ("signals", lambda one: signals_of(one.text, one.kind, one.sample, _types(one.record))),
    ("follow_up_weeks", lambda one: follow_up_of(one.text, one.kind.value)),
    ("harms", lambda one: harms_of(one.text, one.kind.value)),
    ("funding", lambda one: funding_of(one.record, one.text)),
    ("industry_funded", lambda one: industry_funded_of(one.read["funding"], one.text)),
    (
        "registration",
        lambda one: _OF_ANOTHER if one.kind.value in _OF_OTHERS else registration_of(one.record, one.text),
    ),
    ("conflicts", lambda one: conflicts_of(one.record)),
)
"""Each field of an `Appraisal` and its reader by rule, in the order in which they read."""


def appraise(record: Record, *questions: Question, text: Text | None = None) -> Appraisal:
    """Read one record, by rules and by the learned parts, and hold it against claims.

    Args:
        record: what PubMed holds of it.
        questions: claims whose outcomes it is read for; none: only what can be read without a claim.
        text: the same record's title and abstract, where the caller has read them already.
    """
    opened = _Opened(record, text or reading_of(record))
    (read,) = _read([opened])
    return _held_against(opened, read, questions)


def appraise_each(asked: Iterable[tuple[Record, Sequence[Question]]]) -> Iterator[tuple[Text, Appraisal]]:
    """The same of many records, each with the claims that it is read for, and the text that spans point into."""
    for handful in _handfuls(asked):
        opened = [_Opened(record, reading_of(record)) for record, _ in handful]
        for one, read, (_, questions) in zip(opened, _read(opened), handful, strict=True):
            yield one.text, _held_against(one, read, questions)


def read_by_rule(record: Record, text: Text | None = None) -> Appraisal:
    """What rules alone read of one record; spin, primary outcome and answers to claims are left out."""
    (read,) = _read([_Opened(record, text or reading_of(record))])
    return read


def read_each(records: Iterable[Record]) -> Iterator[Appraisal]:
    """The same of many records, some eight hundred a second."""
    for handful in _handfuls(records):
        yield from _read([_Opened(record, reading_of(record)) for record in handful])


def _handfuls(items: Iterable[T]) -> Iterator[list[T]]:
    left = iter(items)
    while handful := list(islice(left, HANDFUL)):
        yield handful


def _read(handful: Sequence[_Opened]) -> Iterator[Appraisal]:
    cut([one.text for one in handful])
    for name, reader in _READERS:
        for one in handful:
            one.read[name] = reader(one)
    for one in handful:
        yield Appraisal(pmid=one.record.pmid, **one.read)


def _held_against(one: _Opened, read: Appraisal, questions: Sequence[Question]) -> Appraisal:
    """What rules have read, with what the learned parts add."""
    spin, primary = spin_of(one.text, read.kind.value, read.comparisons), primary_outcome_of(one.text)
    result = primary_result_of(one.text, primary) if read.kind.value in RANDOMISED else read.primary_result
    asked = [(question, outcome) for question in questions for outcome in question.claim.outcomes]
    answers = tuple(_answer(one.record, one.text, read, question, outcome) for question, outcome in asked)
    return replace(read, spin=spin, primary_outcome=primary, primary_result=result, answers=answers)


def _types(record: Record) -> frozenset[str]:
    return frozenset(one.name for one in record.types)


def _answer(record: Record, text: Text, read: Appraisal, question: Question, outcome: Outcome) -> Answer:
    """What the record says about one outcome; a record without results of its own says nothing.

    Of an outcome that neither title nor results speak of there is no result, whatever number stands near its words.
    """
    match = match_of(question.claim, outcome, record, text, question.shared)
    if read.kind.value in WITHOUT_RESULTS or read.sample is NEVER_DONE:
        return Answer(question.claim.id, outcome.id, _elements(match), Read.missing("direction.no-results"), ())
    triple = with_own_comparator(question.triple(outcome), read.comparisons, text)
    change, told = change_of(text, triple), told_as(text, triple)
    results = trusted(results_of(text, told or triple), change) if told or change.value else ()
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
