"""What a named person judged of certainty, told beside what the rules give; neither is ever shown without the other."""

from collections.abc import Iterable

from claimbook.language.said import counted, said
from claimbook.model.assessment import Domain, OutcomeAssessment, StreamAssessment
from claimbook.model.claim import Judgement
from claimbook.report.words.verdicts import DOMAINS, STREAMS


def levels_words(domain: Domain) -> str:
    """Levels down of a domain; where a person judged, those of the rule and those of the person."""
    if domain.judgement is None or domain.ruled_levels is None:
        return _down(domain.levels) if domain.levels else said("not rated down")
    return said(
        "{ruled} by rule; {levels} by {person} on {date}",
        ruled=_down(domain.ruled_levels),
        levels=domain.levels,
        person=domain.judgement.by,
        date=domain.judgement.date,
    )


def judged_by_people(outcome: OutcomeAssessment) -> tuple[str, ...]:
    """One sentence for each domain that a person changed or confirmed, for the place where the verdict stands."""
    return tuple(
        _judged(domain, stream, domain.judgement)
        for stream in outcome.streams
        for domain in stream.grade.domains
        if domain.judgement is not None
    )


def _judged(domain: Domain, stream: StreamAssessment, judgement: Judgement) -> str:
    levels = levels_words(domain)
    if judgement.full_text:
        levels = said("{levels}; checked in the full text", levels=levels)
    told = {
        "domain": DOMAINS[domain.name],
        "stream": STREAMS[stream.stream],
        "levels": levels,
        "why": judgement.why.removesuffix("."),
    }
    if domain.levels == domain.ruled_levels:
        return said("A person confirmed {domain} of the {stream}: {levels}. Reason: {why}.", **told)
    return said("A person changed {domain} of the {stream}: {levels}. Reason: {why}.", **told)


def not_used(outcome: OutcomeAssessment) -> tuple[str, ...]:
    """One sentence for each judgement that met nothing to count for."""
    return tuple(_not_used(found.value, found.reason) for found in outcome.unused_judgements)


def _not_used(judgement: Judgement, reason: str) -> str:
    return said(
        "Not used: {domain} of the {stream}, judged {levels} by {person} on {date} ({why}); {reason}.",
        domain=DOMAINS[judgement.domain],
        stream=STREAMS[judgement.stream],
        levels=_down(judgement.levels),
        person=judgement.by,
        date=judgement.date,
        why=judgement.why.removesuffix("."),
        reason=reason,
    )


def read_in_full(outcomes: Iterable[OutcomeAssessment]) -> tuple[str, ...]:
    """Names of the people who checked risk of bias in the full text, each once."""
    judgements = (judgement for found in outcomes for judgement in found.outcome.judgements)
    return tuple(dict.fromkeys(judgement.by for judgement in judgements if judgement.full_text))


def _down(levels: int) -> str:
    return counted("{n} level down", "{n} levels down", levels)
