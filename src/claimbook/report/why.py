"""The chain from a verdict to its rules, studies and fields, as plain text for a terminal."""

from collections.abc import Iterable, Iterator

from claimbook.model.assessment import (
    ClaimAssessment,
    Domain,
    OutcomeAssessment,
    Ruling,
    Standing,
    StreamAssessment,
    StudyReading,
)
from claimbook.model.problems import Place
from claimbook.model.terms import Asserts
from claimbook.project.places import Places
from claimbook.report.words.assumed import assumed_view
from claimbook.report.words.facts import MINUS, estimate_words
from claimbook.report.words.searches import searched_words
from claimbook.synthesis.grade.state import toward_the_claim
from claimbook.synthesis.study.lacking import lacking
from claimbook.synthesis.thresholds import DEFAULT, Thresholds

_WIDTH = 32  # the longest rule, below a step
_BESIDE = " (does not count beside the authors' certainty)"
"""Where the certainty of a review is quoted, only indirectness to the claim is taken off it (QUOTED-CERT)."""


def why_claim(
    assessment: ClaimAssessment, places: Places, outcome: str | None = None, thresholds: Thresholds = DEFAULT
) -> str:
    """Every step behind the verdict of a claim, or behind one of its outcomes.

    Args:
        assessment: the claim, weighed.
        places: where its facts stand.
        outcome: id of the one outcome to explain; all of them when it is left out.
        thresholds: the numbers it was weighed by.
    """
    claim, advice = assessment.claim, assessment.primary.advice
    lines = [
        f"{claim.id}: {advice.verdict}, action: {advice.action or 'look again'}",
        f"  The article: {claim.heading!r}{_at(places.of_claim(claim.id, 'heading'))}",
        f"  In our words: {claim.statement}",
        f"  The primary outcome, {claim.primary!r}, speaks for the claim{_at(places.of_claim(claim.id, 'primary'))}",
    ]
    lines += [_row("search", told) for told in searched_words(assessment.primary.screening)]
    for assessed in assessment.outcomes:
        if outcome in {None, assessed.outcome.id}:
            lines += ["", *_outcome(assessed, places, thresholds)]
    return "\n".join(lines)


def _at(place: Place | None) -> str:
    return f"  [{place}]" if place else ""


def _row(label: str, text: str, indent: int = 2) -> str:
    return f"{' ' * indent}{label:<{_WIDTH - indent}} {text}"


def _ruled(ruling: Ruling[object], text: str, indent: int = 2) -> str:
    return _row(ruling.rule, f"{text}: {ruling.reason}", indent)


def _outcome(assessed: OutcomeAssessment, places: Places, t: Thresholds) -> Iterator[str]:
    claim, outcome = assessed.claim, assessed.outcome
    number = claim.outcomes.index(outcome)
    action = assessed.advice.action or "look again"
    yield f"Outcome {outcome.id!r}: {assessed.advice.verdict}, action: {action}"
    yield _row("sentence", assessed.sentence)
    wording = ", ".join(repr(phrase) for phrase in outcome.wording.phrases)
    where = _at(places.of_claim(claim.id, "outcomes", number, "wording"))
    yield _row("wording", f"{outcome.wording.strength} ({wording}){where}")
    if assessed.gate is not None:
        yield _ruled(assessed.gate, "stopped before grading")
    for step in reversed(assessed.modifiers):
        yield _ruled(step, f"makes it {step.value.verdict}, {step.value.action}")
    if assessed.base is not None:
        yield _ruled(assessed.base, f"gives {assessed.base.value.verdict}, {assessed.base.value.action}")
    for code in assessed.codes:
        yield _row(code.name, code.reason)
    if assessed.anchor is not None:
        yield _ruled(assessed.anchor, f"the {assessed.anchor.value} stream gives the verdict")
    if assessed.narrowed is not None:
        yield _ruled(assessed.narrowed, f"certainty {assessed.narrowed.value.words}")
    yield from _judgements(assessed, places)
    for stream in assessed.streams:
        yield from _stream(stream, assessed.outcome.asserts, places)
    yield from _assumptions(assessed, t)
    yield from _uncounted(assessed.studies, places)


def _assumptions(assessed: OutcomeAssessment, t: Thresholds) -> Iterator[str]:
    """What was assumed, each other way to take it, and what then becomes of the result and the verdict."""
    shown = assumed_view(assessed, {}, t)
    if shown.sentences:
        yield f"  What was assumed: {' '.join(shown.sentences)}"
    for row in shown.rows:
        taken = f"{row.rule}, {row.studies}: {row.assumed}; instead {row.instead} ({row.origin})"
        yield _row(row.name, f"{taken}: {row.result.replace(MINUS, '-')}; verdict {row.verdict}", 4)
    for fixed in shown.fixed:
        yield _row(fixed.name, f"{fixed.rule}, {fixed.studies}: {fixed.assumed}; not varied: {fixed.why}", 4)


def _leaning(stream: StreamAssessment, asserts: Asserts) -> str:
    """Where it leans; the specification calls away what lies on neither side, too."""
    if stream.lean is None:
        return ""
    neither = toward_the_claim(stream.numbers, asserts) is None
    return ", leaning to neither side (counts as away)" if neither else f", leaning {stream.lean}"


def _stream(stream: StreamAssessment, asserts: Asserts, places: Places) -> Iterator[str]:
    grade, numbers = stream.grade, stream.numbers
    yield f"  Stream {stream.stream}"
    yield _ruled(stream.state, f"{stream.state.value}{_leaning(stream, asserts)}", 4)
    yield _ruled(stream.route, f"route {stream.route.value}", 4)
    yield _ruled(grade.certainty, f"certainty {grade.certainty.value.words} ({grade.source})", 4)
    quoted = grade.source == "review authors"
    yield _ruled(grade.start, f"start {grade.start.value.words}" + (_BESIDE if quoted else ""), 6)
    for domain in grade.domains:
        yield from _domain(domain, beside=_BESIDE if quoted and domain.name != "indirectness" else "")
    for up in grade.ups:
        yield _ruled(up, f"rated up {up.value:+d}", 6)
    for cap in grade.caps:
        yield _ruled(cap, f"at most {cap.value.words}", 6)
    people = "not stated" if numbers.n_participants is None else f"{numbers.n_participants:,}"
    yield _row("numbers", f"{numbers.k_direct} direct, {numbers.k_usable} usable, participants {people}", 4)
    for reading in stream.studies:
        yield from _study(reading, places)


def _domain(domain: Domain, beside: str) -> Iterator[str]:
    """Each rule that spoke; where a person judged, both are told, and which of them counts."""
    for ruling in domain.rulings:
        level = f"{domain.name} {-ruling.value:+d}" if ruling.value else f"{domain.name} 0"
        counts = "by a person, counts" if ruling.rule == "OVERRIDE" else "by rule, does not count"
        yield _ruled(ruling, f"{level} ({counts})" if domain.judgement else level + beside, 6)


def _judgements(assessed: OutcomeAssessment, places: Places) -> Iterator[str]:
    """What people judged, whether it counts, and where it is written down."""
    number = assessed.claim.outcomes.index(assessed.outcome)
    unused = {(found.value.domain, found.value.stream): found.reason for found in assessed.unused_judgements}
    for index, judgement in enumerate(assessed.outcome.judgements):
        reason = unused.get((judgement.domain, judgement.stream))
        ended = f"not used: {reason} ({judgement.why})" if reason else "used"
        said = (
            f"{judgement.domain} of {judgement.stream} {-judgement.levels}, {judgement.by}, {judgement.date}; {ended}"
        )
        yield _row("judgement", said + _at(places.of_claim(assessed.claim.id, "outcomes", number, "judgements", index)))


def _study(reading: StudyReading, places: Places) -> Iterator[str]:
    study, finding = reading.study, reading.finding
    number = study.findings.index(finding)
    size = "size not seen" if reading.n is None else f"n = {reading.n:,}"
    about = f"{study.year or 'year not seen'}, {study.design}, {size}"
    yield f"    Study {study.id} ({about}){_at(places.of_study(study.id))}"
    yield _row("identifier", _identifier(reading), 6)
    yield _row("result", _result(reading, places), 6)
    if reading.estimate is not None:
        yield _row("estimate", estimate_words(reading.estimate), 6)
    lacks = lacking(reading.result, reading.finding, reading.estimate)
    if lacks is not None:
        yield _row("no interval", lacks, 6)
    if reading.bias is not None:
        yield _ruled(reading.bias, f"risk of bias {reading.bias.value}", 6)
    match = finding.match
    elements = {"population": match.population, "intervention": match.intervention, "comparator": match.comparator}
    for name, judged in elements.items():
        yield _row(name, f"{judged.code}: {judged.why}{_at(_match(places, study.id, number, name))}", 6)
    yield _row(
        "outcome", f"{match.outcome.code}: {match.outcome.why}{_at(_match(places, study.id, number, 'outcome'))}", 6
    )
    same = "same" if match.purpose.same else "another"
    yield _row("purpose", f"{same}: {match.purpose.why}{_at(_match(places, study.id, number, 'purpose'))}", 6)


def _match(places: Places, study: str, number: int, element: str) -> Place | None:
    return places.of_study(study, "findings", number, "match", element)


def _identifier(reading: StudyReading) -> str:
    study = reading.study
    known = [f"PMID {study.pmid}" if study.pmid else None, f"doi {study.doi}" if study.doi else None, study.identifier]
    return ", ".join(name for name in known if name) or study.link


def _result(reading: StudyReading, places: Places) -> str:
    result = reading.result
    if result is None:
        entered = "none was entered" if reading.lacks_result else "none reported or visible"
        return f"{entered}: {reading.reading.value}"
    number = reading.study.outcomes.index(result)
    p = f", p {result.p_value} as printed" if result.p_value else ", p not printed"
    where = _at(places.of_study(reading.study.id, "outcomes", number))
    return f"{result.name!r}: {result.direction}{p}; read as: {reading.reading.value}{where}"


def _uncounted(readings: Iterable[StudyReading], places: Places) -> Iterator[str]:
    others = [r for r in readings if r.standing.value is not Standing.COUNTED]
    if others:
        yield f"  Not counted ({len(others)})"
    for reading in others:
        standing = reading.standing
        codes = ", ".join(f"{code.name} ({code.reason})" for code in reading.codes) or standing.reason
        where = _at(places.of_study(reading.study.id, "findings", reading.study.findings.index(reading.finding)))
        yield _row(reading.study.id, f"{standing.value}: {codes}{where}", 4)
