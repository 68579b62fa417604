"""A named person judges a domain: the person's levels count, and the rule's stay in sight (rule OVERRIDE)."""

from collections.abc import Iterable, Sequence

from claimbook.language.said import said
from claimbook.model.assessment import BodyNumbers, Domain, Ruling, StreamAssessment
from claimbook.model.claim import Judgement
from claimbook.model.terms import Stream


def counting(judgements: Iterable[Judgement], stream: Stream, body: BodyNumbers) -> tuple[Judgement, ...]:
    """Those that count for one body of evidence; beside a quoted certainty only indirectness does (QUOTED-CERT)."""
    quoted = body.quoted_certainty is not None
    return tuple(j for j in judgements if j.stream is stream and (not quoted or j.domain == "indirectness"))


def judged(domains: tuple[Domain, ...], judgements: Iterable[Judgement]) -> tuple[Domain, ...]:
    """The domains with a person's levels wherever one judged, each keeping what the rules give."""
    by_name = {judgement.domain: judgement for judgement in judgements}
    return tuple(_override(domain, by_name[domain.name]) if domain.name in by_name else domain for domain in domains)


def _override(domain: Domain, judgement: Judgement) -> Domain:
    spoken = Ruling(judgement.levels, "OVERRIDE", _signed(judgement, domain.levels))
    return Domain(domain.name, judgement.levels, (*domain.rulings, spoken), domain.levels, judgement)


def _signed(judgement: Judgement, ruled: int) -> str:
    """Who judged what, beside what the rules give."""
    why = judgement.why.removesuffix(".")
    facts = {"person": judgement.by, "date": judgement.date, "why": why, "levels": ruled}
    if judgement.full_text:
        return said("{person} ({date}, full text read): {why}; the rules give {levels}", **facts)
    return said("{person} ({date}): {why}; the rules give {levels}", **facts)


def unused(judgements: Iterable[Judgement], streams: Sequence[StreamAssessment]) -> tuple[Ruling[Judgement], ...]:
    """Judgements that met nothing to count for, each with the reason, so that none is dropped in silence."""
    found = ((judgement, _why_unused(judgement, streams)) for judgement in judgements)
    return tuple(Ruling(judgement, "OVERRIDE", reason) for judgement, reason in found if reason is not None)


def _why_unused(judgement: Judgement, streams: Sequence[StreamAssessment]) -> str | None:
    body = next((stream for stream in streams if stream.stream is judgement.stream), None)
    if body is None:
        return said("the {stream} stream has no usable study", stream=judgement.stream.words)
    if not counting([judgement], body.stream, body.numbers):
        return said("the review authors state the certainty, and only indirectness to this claim is taken off it")
    return None


def unused_behind_gate(judgements: Iterable[Judgement], reason: str) -> tuple[Ruling[Judgement], ...]:
    """Behind a gate nothing is graded, so no judgement counts."""
    why = said("nothing was graded: {reason}", reason=reason)
    return tuple(Ruling(judgement, "OVERRIDE", why) for judgement in judgements)
