"""A claim and the coded studies in, an assessment with every step out (grading specification 2.1)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from claimbook.language.said import joined, said
from claimbook.model.assessment import (
    ArticleAssessment,
    ClaimAssessment,
    Code,
    OutcomeAssessment,
    Ruling,
    Standing,
    StreamAssessment,
)
from claimbook.model.claim import Article, Claim, Outcome
from claimbook.model.screening import Screening
from claimbook.model.study import Study, StudyTable
from claimbook.model.terms import Action, Certainty, Stream
from claimbook.synthesis.grade import body, sentence
from claimbook.synthesis.grade.certainty import grade, narrowed
from claimbook.synthesis.grade.codes import codes_behind_gate, codes_for
from claimbook.synthesis.grade.numbers import body_numbers
from claimbook.synthesis.grade.override import counting, unused, unused_behind_gate
from claimbook.synthesis.grade.state import effect_state, lean, shown_effect
from claimbook.synthesis.grade.verdict import Case, Gate, GateFacts, base_verdict, gate, modify
from claimbook.synthesis.thresholds import DEFAULT, Thresholds

_GRADED = (Stream.RCT, Stream.NRSI, Stream.OTHER)
_BANNERS = {"MOD-CONFLICT", "MOD-TRUNCATED"}


def assess_article(
    article: Article,
    claims: Iterable[Claim],
    table: StudyTable,
    thresholds: Thresholds = DEFAULT,
    screenings: Mapping[str, Screening] | None = None,
) -> ArticleAssessment:
    """All claims of an article, each weighed on its own; ``screenings`` by the id of the claim."""
    known = screenings or {}
    assessed = tuple(assess_claim(claim, table, thresholds, known.get(claim.id)) for claim in claims)
    return ArticleAssessment(article, table.collection, assessed)


def assess_claim(
    claim: Claim, table: StudyTable, thresholds: Thresholds = DEFAULT, screening: Screening | None = None
) -> ClaimAssessment:
    """Every outcome of a claim; the primary outcome speaks for the claim.

    Args:
        claim: what is weighed.
        table: the studies as they are weighed, with what PubMed says of them.
        thresholds: the numbers to weigh by.
        screening: how far its search was run and looked through; left out, nothing was searched.
    """
    outcomes = tuple(assess_outcome(claim, outcome, table.studies, thresholds, screening) for outcome in claim.outcomes)
    return ClaimAssessment(claim, outcomes)


@dataclass(frozen=True)
class Question:
    """One outcome of a claim, every study coded for it, and the thresholds to weigh them by."""

    claim: Claim
    outcome: Outcome
    readings: body.Readings
    thresholds: Thresholds
    screening: Screening


def assess_outcome(
    claim: Claim,
    outcome: Outcome,
    studies: Iterable[Study],
    thresholds: Thresholds = DEFAULT,
    screening: Screening | None = None,
) -> OutcomeAssessment:
    """Gates first; then streams, certainty, anchor, verdict table, modifiers and sentence."""
    readings = body.assemble(claim, outcome, studies, thresholds)
    question = Question(claim, outcome, readings, thresholds, screening or Screening(claim.id))
    closed = gate(_gate_facts(question))
    return _graded(question) if closed is None else _stopped(question, closed)


def _gate_facts(question: Question) -> GateFacts:
    search = question.screening
    return GateFacts(
        strength=question.outcome.wording.strength,
        search_failed=search.search_failed,
        looked=bool(question.readings) or search.truncated or search.found_nothing,
        waiting=bool(search.waiting),
        uncoded=search.found_studies,
        truncated=search.truncated,
        k_direct=len(body.direct(question.readings)),
        k_usable=len(body.counted(question.readings)),
        k_not_entered=len(body.not_entered(question.readings)),
        k_retracted=sum(reading.standing.value is Standing.RETRACTED for reading in question.readings),
    )


def _weigh_streams(question: Question) -> tuple[StreamAssessment, ...]:
    found = (_weigh(stream, question) for stream in _GRADED)
    return tuple(stream for stream in found if stream is not None)


def _weigh(stream: Stream, question: Question) -> StreamAssessment | None:
    """One body of evidence, or None when the stream holds no usable study."""
    outcome, readings, t = question.outcome, question.readings, question.thresholds
    counted = body.counted(readings, stream)
    if not counted:
        return None
    direct = [reading for reading in body.direct(readings) if reading.stream.value is stream]
    k_direct = sum(reading.standing.value is not Standing.SAME_TRIAL for reading in direct)
    numbers, route = body_numbers(counted, k_direct, outcome, body.unreported_trials(readings), t)
    judgements = counting(outcome.judgements, stream, numbers)
    read_in_full = any(judgement.full_text for judgement in judgements)
    numbers = replace(numbers, human_rob_checked=read_in_full, truncated=question.screening.truncated)
    state = effect_state(numbers, route.value, outcome.asserts, t)
    leaning = lean(numbers, state.value, outcome.asserts)
    graded = grade(numbers, stream, route.value, t, judgements)
    return StreamAssessment(stream, counted, numbers, route, state, leaning, graded)


def _stopped(question: Question, closed: Gate) -> OutcomeAssessment:
    """A gate closed: nothing is graded, and the reason is said in words."""
    claim, outcome = question.claim, question.outcome
    not_direct = closed.code == "NOT_DIRECT"
    codes = codes_behind_gate(claim, question.readings) if closed.code in {"NOT_DIRECT", "ONLY_RETRACTED"} else ()
    return OutcomeAssessment(
        claim,
        outcome,
        question.readings,
        streams=(),
        anchor=None,
        gate=Ruling(closed.code, f"GATE-{closed.code}", closed.reason),
        codes=codes,
        base=None,
        modifiers=(),
        advice=closed.advice,
        sentence=sentence.not_studied_sentence(claim, outcome, codes)
        if not_direct
        else sentence.cannot_assess_sentence(claim, outcome, closed.reason),
        screening=question.screening,
        unused_judgements=unused_behind_gate(outcome.judgements, closed.reason),
    )


def _graded(question: Question) -> OutcomeAssessment:
    """Every gate is open: the anchor stream, the table, the modifiers and the sentence."""
    claim, outcome, t = question.claim, question.outcome, question.thresholds
    streams = _weigh_streams(question)
    anchor = max(streams, key=lambda stream: stream.grade.certainty.value)
    codes = codes_for(claim, outcome, body.direct(question.readings), anchor, t)
    base = base_verdict(anchor.state.value, anchor.stream, anchor.grade.certainty.value, outcome.wording.strength)
    modifiers = modify(base.value, _case(outcome, anchor, streams, codes))
    advice = modifiers[-1].value if modifiers else base.value
    telling = sentence.Telling(claim, outcome, anchor, shown_effect(anchor.numbers, anchor.route.value, t).value, t)
    return OutcomeAssessment(
        claim,
        outcome,
        question.readings,
        streams,
        anchor=Ruling(anchor.stream, "ANCHOR-STREAM", _why_anchor(anchor, streams)),
        gate=None,
        codes=codes,
        base=base,
        modifiers=modifiers,
        advice=advice,
        sentence=sentence.graded_sentence(telling, advice),
        narrowed=_narrowed(question, anchor) if advice.action is Action.NARROW else None,
        banners=tuple(step.reason for step in modifiers if step.rule in _BANNERS),
        screening=question.screening,
        unused_judgements=unused(outcome.judgements, streams),
    )


def _narrowed(question: Question, anchor: StreamAssessment) -> Ruling[Certainty]:
    judgements = counting(question.outcome.judgements, anchor.stream, anchor.numbers)
    return narrowed(anchor.numbers, anchor.stream, anchor.route.value, question.thresholds, judgements)


def _case(
    outcome: Outcome, anchor: StreamAssessment, streams: Sequence[StreamAssessment], codes: tuple[Code, ...]
) -> Case:
    return Case(
        strength=outcome.wording.strength,
        state=anchor.state.value,
        stream=anchor.stream,
        certainty=anchor.grade.certainty.value,
        lean_away=anchor.lean == "away",
        codes=codes,
        others=tuple((s.stream, s.state.value, s.grade.certainty.value) for s in streams if s is not anchor),
        truncated=anchor.numbers.truncated,
    )


def _why_anchor(anchor: StreamAssessment, streams: Sequence[StreamAssessment]) -> str:
    """ANCHOR-STREAM: the highest certainty gives the verdict; ties go to RCT, then NRSI (the order of the streams)."""
    if len(streams) == 1:
        return said("the only stream with a usable study is {stream}", stream=anchor.stream.words)
    levels = joined(", ", map(_level, streams))
    return said("highest certainty, ties go to RCT then NRSI ({levels})", levels=levels)


def _level(stream: StreamAssessment) -> str:
    return said("{stream} {certainty}", stream=stream.stream.words, certainty=stream.grade.certainty.value.words)
