"""What a named person judged of certainty, told beside what the rules give; neither is ever shown without the other."""

from collections.abc import Iterable, Iterator

from claimbook.model.assessment import Domain, OutcomeAssessment, StreamAssessment
from claimbook.model.claim import Judgement
from claimbook.report.words import STREAMS, count_of


def levels_words(domain: Domain) -> str:
    """Levels down of a domain; where a person judged, those of the rule and those of the person."""
    if domain.judgement is None or domain.ruled_levels is None:
        return _down(domain.levels) if domain.levels else "not rated down"
    return f"{_down(domain.ruled_levels)} by rule; {domain.levels} by {_signed(domain.judgement)}"


def judged_by_people(outcome: OutcomeAssessment) -> tuple[str, ...]:
    """One sentence for each domain that a person changed or confirmed, for the place where the verdict stands."""
    return tuple(sentence for stream in outcome.streams for sentence in _of_stream(stream))


def _of_stream(stream: StreamAssessment) -> Iterator[str]:
    for domain in stream.grade.domains:
        judgement = domain.judgement
        if judgement is None:
            continue
        did = "confirmed" if domain.levels == domain.ruled_levels else "changed"
        source = "; checked in the full text" if judgement.full_text else ""
        about = f"{domain.name} of the {STREAMS[stream.stream]}"
        yield f"A person {did} {about}: {levels_words(domain)}{source}. {_reason(judgement)}"


def not_used(outcome: OutcomeAssessment) -> tuple[str, ...]:
    """One sentence for each judgement that met nothing to count for."""
    return tuple(
        f"Not used: {found.value.domain} of the {STREAMS[found.value.stream]}, judged {_down(found.value.levels)} by "
        f"{_signed(found.value)} ({found.value.why.removesuffix('.')}); {found.reason}."
        for found in outcome.unused_judgements
    )


def read_in_full(outcomes: Iterable[OutcomeAssessment]) -> tuple[str, ...]:
    """Names of the people who checked risk of bias in the full text, each once."""
    judgements = (judgement for found in outcomes for judgement in found.outcome.judgements)
    return tuple(dict.fromkeys(judgement.by for judgement in judgements if judgement.full_text))


def _down(levels: int) -> str:
    return f"{count_of(levels, 'level', 'levels')} down"


def _signed(judgement: Judgement) -> str:
    return f"{judgement.by} on {judgement.date}"


def _reason(judgement: Judgement) -> str:
    return f"Reason: {judgement.why.removesuffix('.')}."
