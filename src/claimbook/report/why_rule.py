"""One rule explained: what it says, where it comes from, and what it did to a claim."""

from collections.abc import Iterator

from claimbook.model.assessment import ClaimAssessment, OutcomeAssessment, Ruling, StreamAssessment, StudyReading
from claimbook.model.problems import problem
from claimbook.project.words import did_you_mean
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.study.assumptions import ASSUMPTIONS


def why_rule(assessment: ClaimAssessment, name: str) -> str:
    """A rule with its source, and every place of this claim where it spoke.

    Raises:
        ProblemsFoundError: there is no such rule.
    """
    rule = RULES.get(name) or RULES.get(name.upper())
    if rule is None:
        raise problem(
            "unknown-rule",
            f"there is no rule '{name}'{did_you_mean(name.upper(), RULES)}",
            hint="all rules stand in the page that 'claimbook methods' writes",
        )
    spoken = [line for outcome in assessment.outcomes for line in _spoken(outcome, rule.id)]
    lines = [
        f"{rule.id}  (section {rule.section}; {rule.flag})",
        f"  {rule.text()}",
        f"  Source: {rule.source or 'none; set for this tool'}",
        f"  In {assessment.claim.id}:",
        *(spoken or ["    it did not speak"]),
    ]
    return "\n".join(lines)


def _spoken(outcome: OutcomeAssessment, rule: str) -> Iterator[str]:
    for where, ruling in _rulings(outcome):
        if ruling.rule == rule:
            yield f"    {outcome.outcome.id}, {where}: {ruling.reason}"
    for code in outcome.codes:
        if code.name == rule:
            yield f"    {outcome.outcome.id}, mismatch: {code.reason}"
    for reading in outcome.studies:
        for code in reading.codes:
            if code.name == rule:
                yield f"    {outcome.outcome.id}, study {reading.study.id}: {code.reason}"
        for said in _converted(reading, rule):
            yield f"    {outcome.outcome.id}, study {reading.study.id}: {said}"


def _converted(reading: StudyReading, rule: str) -> tuple[str, ...]:
    """What a conversion rule computed or assumed on the way to the study's estimate."""
    estimates = (reading.estimate, reading.estimate and reading.estimate.standardised)
    said = (each for estimate in estimates if estimate is not None for each in estimate.assumptions)
    return tuple(dict.fromkeys(each.words for each in said if ASSUMPTIONS[each.id].rule == rule))


def _rulings(outcome: OutcomeAssessment) -> Iterator[tuple[str, Ruling[object]]]:
    """Every ruling of an outcome with the place where it was made."""
    steps = (
        ("gate", outcome.gate),
        ("anchor", outcome.anchor),
        ("verdict", outcome.base),
        ("narrowed", outcome.narrowed),
    )
    yield from ((where, ruling) for where, ruling in steps if ruling is not None)
    yield from (("modifier", ruling) for ruling in outcome.modifiers)
    yield from (("judgement not used", ruling) for ruling in outcome.unused_judgements)
    for stream in outcome.streams:
        yield from _stream_rulings(stream)
    for reading in outcome.studies:
        where = f"study {reading.study.id}"
        yield from ((where, ruling) for ruling in (reading.stream, reading.standing, reading.reading))
        if reading.bias is not None:
            yield where, reading.bias


def _stream_rulings(stream: StreamAssessment) -> Iterator[tuple[str, Ruling[object]]]:
    grade = stream.grade
    where = f"{stream.stream} stream"
    single: tuple[Ruling[object], ...] = (stream.state, stream.route, grade.start, grade.certainty)
    yield from ((where, ruling) for ruling in (*single, *grade.ups, *grade.caps))
    for domain in grade.domains:
        yield from ((f"{where}, {domain.name}", ruling) for ruling in domain.rulings)
