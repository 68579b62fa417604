"""Which studies count for an outcome, once each (grading specification 1.3, 2.2, 2.3)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claimbook.language.said import said
from claimbook.model.assessment import Ruling, Standing, StudyReading
from claimbook.model.claim import Claim, Outcome
from claimbook.model.study import Study
from claimbook.model.terms import REVIEWS, Design, Match, OutcomeMatch, Reading, Stream
from claimbook.synthesis.study.reading import read_study
from claimbook.synthesis.thresholds import Thresholds

Readings = tuple[StudyReading, ...]


def assemble(claim: Claim, outcome: Outcome, studies: Iterable[Study], t: Thresholds) -> Readings:
    """Every study coded for this outcome with its final standing, in the order of the table."""
    readings = [
        read_study(claim, outcome, study, finding, t)
        for study in studies
        if (finding := study.finding_for(claim.id, outcome.id)) is not None
    ]
    for step in (_once_per_trial, _reviews_and_their_trials, _usable_or_not):
        readings = step(readings)
    return tuple(readings)


def _stand(reading: StudyReading, standing: Standing, rule: str, reason: str) -> StudyReading:
    return replace(reading, standing=Ruling(standing, rule, reason))


def _counted(readings: Iterable[StudyReading]) -> list[StudyReading]:
    return [reading for reading in readings if reading.standing.value is Standing.COUNTED]


def _once_per_trial(readings: Sequence[StudyReading]) -> list[StudyReading]:
    """Papers of one trial or one sample count once: the usable report of the claimed outcome, longest follow-up."""
    by_trial: dict[str, list[StudyReading]] = defaultdict(list)
    for reading in _counted(readings):
        by_trial[reading.study.trial or f"study {reading.study.id}"].append(reading)
    chosen = {id(max(reports, key=_informative)): reports for reports in by_trial.values()}
    main = {
        reading.study.trial: reading.study.id
        for reports in chosen.values()
        for reading in reports
        if id(reading) in chosen
    }
    return [
        reading
        if reading.standing.value is not Standing.COUNTED or id(reading) in chosen
        else _same_trial(reading, main[reading.study.trial])
        for reading in readings
    ]


def _same_trial(reading: StudyReading, main: str) -> StudyReading:
    return _stand(reading, Standing.SAME_TRIAL, "ONE-RESULT", said("same trial or sample as {study}", study=main))


def _informative(reading: StudyReading) -> tuple[bool, bool, float, bool, int, int, str]:
    """Orders reports of one trial: usable, the claimed outcome itself, longest follow-up, with an interval, newest."""
    claimed = reading.finding.match.outcome.code is OutcomeMatch.DIRECT
    with_interval = reading.estimate is not None and reading.estimate.interval is not None
    return (is_usable(reading), claimed, reading.finding.weeks or 0.0, with_interval, *_age(reading.study))


def _age(study: Study) -> tuple[int, int, str]:
    """Orders studies by year, then by PMID; the id speaks only where both are silent."""
    return (study.year or 0, int(study.pmid or 0), study.id)


def is_usable(reading: StudyReading) -> bool:
    """Whether the study gives a direction, an estimate, or the statement that no difference was shown."""
    return reading.reading.value is not Reading.UNUSABLE


def _reviews_and_their_trials(readings: Sequence[StudyReading]) -> list[StudyReading]:
    """ANCHOR-REVIEW, stream by stream: the newest direct review instead of its trials, never both."""
    anchors = {stream: anchor_review(_counted(readings), stream) for stream in Stream}
    return [
        _beside(reading, anchors[reading.stream.value]) if reading.standing.value is Standing.COUNTED else reading
        for reading in readings
    ]


def anchor_review(counted: Sequence[StudyReading], stream: Stream) -> StudyReading | None:
    """The review that speaks for its trials: usable, direct in intervention and outcome, not a preprint, the newest.

    Where a stream has reviews only, the newest usable one speaks even if it is direct only in part: a review is
    better than silence, and indirectness is rated down.
    """
    reviews = [r for r in counted if r.stream.value is stream and _may_anchor(r)]
    primary = [r for r in counted if r.stream.value is stream and not is_review(r) and is_usable(r)]
    direct = [r for r in reviews if _is_fully_direct(r)]
    candidates = direct or ([] if primary else reviews)
    return max(candidates, key=_newest, default=None)


def is_review(reading: StudyReading) -> bool:
    """Whether the study is a systematic review or meta-analysis."""
    return reading.study.design in REVIEWS


def _may_anchor(reading: StudyReading) -> bool:
    return is_review(reading) and is_usable(reading) and "preprint" not in reading.study.notices


def _is_fully_direct(reading: StudyReading) -> bool:
    match = reading.finding.match
    return match.intervention.code is Match.DIRECT and match.outcome.code is OutcomeMatch.DIRECT


def _newest(reading: StudyReading) -> tuple[int, str, int, str]:
    searched = reading.study.review.last_search if reading.study.review else None
    year, pmid, name = _age(reading.study)
    return (year, searched or "", pmid, name)


def searched_until(study: Study) -> int | None:
    """Year in which a review last searched, else the year it was published, else None."""
    searched = study.review.last_search if study.review else None
    return int(searched[:4]) if searched and searched[:4].isdigit() else study.year


def _beside(reading: StudyReading, anchor: StudyReading | None) -> StudyReading:
    """Where a counted study stands once the review of its stream is known."""
    if is_review(reading):
        return _review_beside(reading, anchor) if is_usable(reading) else reading
    if anchor is None:
        return reading
    until, year = searched_until(anchor.study), reading.study.year
    if until is not None and year is not None and year > until:
        later = said("published after {review} searched", review=anchor.study.id)
        return _stand(reading, Standing.SINCE_REVIEW, "ANCHOR-REVIEW", later)
    spoken_for = said("the review {review} speaks for its trials", review=anchor.study.id)
    return _stand(reading, Standing.IN_REVIEW, "ANCHOR-REVIEW", spoken_for)


def _review_beside(reading: StudyReading, anchor: StudyReading | None) -> StudyReading:
    """Where a usable review stands: it speaks, another one does, or its trials do."""
    if reading is anchor:
        return _stand(reading, Standing.COUNTED, "ANCHOR-REVIEW", said("the newest review that answers this directly"))
    if not _may_anchor(reading):
        reason = said("a preprint never speaks for its trials")
    elif anchor is None:
        reason = said("reviews and trials are never counted twice")
    else:
        reason = said("{review} is used instead", review=anchor.study.id)
    return _stand(reading, Standing.IN_REVIEW, "ANCHOR-REVIEW", reason)


def _usable_or_not(readings: Sequence[StudyReading]) -> list[StudyReading]:
    return [
        _stand(reading, Standing.NO_USABLE_RESULT, reading.reading.rule, reading.reading.reason)
        if reading.standing.value is Standing.COUNTED and not is_usable(reading)
        else reading
        for reading in readings
    ]


def direct(readings: Iterable[StudyReading]) -> Readings:
    """Studies that answer the claim, counted or set aside."""
    return tuple(reading for reading in readings if reading.standing.value.is_direct)


def not_entered(readings: Iterable[StudyReading]) -> Readings:
    """Studies that answer the claim and whose result nobody has entered, so that what they found is not known."""
    return tuple(reading for reading in readings if reading.lacks_result)


def counted(readings: Iterable[StudyReading], stream: Stream | None = None) -> Readings:
    """Studies whose results are weighed, of one stream or of all."""
    return tuple(r for r in _counted(readings) if stream is None or r.stream.value is stream)


def unreported_trials(readings: Iterable[StudyReading]) -> int | None:
    """Completed registered trials of this question without results; None when none is known and nobody searched.

    One known case is enough to speak; that none is known says nothing, because no registry was searched.
    """
    everything = list(readings)
    reported = {r.study.trial for r in everything if r.study.trial and r.study.design is not Design.PROTOCOL}
    silent = [
        r
        for r in everything
        if r.standing.value is Standing.PROTOCOL
        and r.study.registration is not None
        and (r.study.registration.status, r.study.registration.results) == ("completed", "none seen")
        and r.study.trial not in reported
    ]
    return len({r.study.trial or f"study {r.study.id}" for r in silent}) or None
