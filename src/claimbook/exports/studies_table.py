"""The studies as a tidy table: one row for each study and outcome that it was coded for."""

from claimbook.exports.sheet import Cell, sheet
from claimbook.exports.weighed import Weighed
from claimbook.model.assessment import Estimate, OutcomeAssessment, StudyReading
from claimbook.model.effect import ArmStatistics, Effect
from claimbook.model.notices import NoticedStudy, Notices
from claimbook.model.study import Result, Study

Cells = dict[str, Cell]


def studies_csv(weighed: Weighed) -> str:
    """Design, size, result as printed, estimate as weighed, standing, reasons, identifiers and notices.

    Columns that end in ``_printed`` hold what the source prints; ``estimate`` and its neighbours hold what was weighed,
    with the sign or side of 1 that the study gives it.
    """
    rows = [_row(weighed, found, reading) for found, reading in weighed.readings()]
    return sheet(COLUMNS, rows)


def _row(weighed: Weighed, found: OutcomeAssessment, reading: StudyReading) -> Cells:
    study = reading.study
    asked: Cells = {
        "article": weighed.article.id,
        "claim": found.claim.id,
        "outcome": found.outcome.id,
        "outcome_name": found.outcome.name,
        "study": study.id,
        "label": weighed.labels[study.id],
    }
    return {
        **asked,
        **_publication(study),
        **_people(reading),
        **_printed(reading.result),
        **_weighed(reading.estimate),
        **_rulings(reading),
        **_match(reading),
        **_sources(study, weighed.notices),
    }


def _publication(study: Study) -> Cells:
    return {
        "title": study.title,
        "authors": study.authors,
        "year": study.year,
        "journal": study.journal,
        "design": study.design.value,
    }


def _people(reading: StudyReading) -> Cells:
    study = reading.study
    return {
        "participants_in_study": study.participants_counted,
        "participants_behind_result": reading.n,
        "studies_in_review": study.review.included_trials if study.review else None,
        "population": study.population,
        "intervention": study.intervention,
        "comparator": study.comparator,
        "follow_up": study.follow_up,
    }


def _printed(result: Result | None) -> Cells:
    effect = result.effect if result else None
    return {
        "result_printed": result.name if result else None,
        "instrument_printed": result.instrument if result else None,
        "timepoint_printed": result.timepoint if result else None,
        "comparison_printed": result.comparison if result else None,
        "direction_printed": result.direction if result else None,
        "p_printed": result.p_value if result else None,
        "result_note": result.note if result else None,
        **_effect(effect),
    }


def _effect(effect: Effect | None) -> Cells:
    """One printed effect; the level of the interval only where there is one."""
    has_interval = effect is not None and (effect.ci_low is not None or effect.ci_high is not None)
    return {
        "effect_type_printed": effect.type if effect else None,
        "effect_printed": effect.estimate if effect else None,
        "ci_low_printed": effect.ci_low if effect else None,
        "ci_high_printed": effect.ci_high if effect else None,
        "ci_level_printed": effect.ci_level if effect and has_interval else None,
        "t_printed": effect.t if effect else None,
        "intervention_arm_printed": _arm(effect.intervention) if effect else None,
        "comparator_arm_printed": _arm(effect.comparator) if effect else None,
    }


def _arm(arm: ArmStatistics | None) -> str | None:
    """``mean 3; sd 1.5; n 30``."""
    known = arm.model_dump(exclude_none=True) if arm else {}
    return "; ".join(f"{name} {_value(value)}" for name, value in known.items()) or None


def _value(value: float | tuple[float, float]) -> str:
    return " to ".join(f"{end:.12g}" for end in value) if isinstance(value, tuple) else f"{value:.12g}"


def _weighed(estimate: Estimate | None) -> Cells:
    standard = estimate.standardised if estimate else None
    low, high = (estimate.interval if estimate else None) or (None, None)
    standard_low, standard_high = (standard.interval if standard else None) or (None, None)
    return {
        "measure": estimate.measure.value if estimate else None,
        "estimate": estimate.value if estimate else None,
        "estimate_low": low,
        "estimate_high": high,
        "variance": estimate.variance if estimate else None,
        "toward_claim": estimate.toward_claim if estimate else None,
        "standardised": standard.value if standard else None,
        "standardised_low": standard_low,
        "standardised_high": standard_high,
        "assumed": "; ".join(assumed.words for assumed in estimate.assumptions) if estimate else None,
    }


def _rulings(reading: StudyReading) -> Cells:
    return {
        "stream": reading.stream.value.value,
        "stream_reason": reading.stream.reason,
        "standing": reading.standing.value.value,
        "standing_rule": reading.standing.rule,
        "standing_reason": reading.standing.reason,
        "reading": reading.reading.value.value,
        "reading_rule": reading.reading.rule,
        "reading_reason": reading.reading.reason,
        "bias": reading.bias.value.value if reading.bias else None,
        "bias_reason": reading.bias.reason if reading.bias else None,
        "codes": "; ".join(code.name for code in reading.codes),
        "limits": "; ".join(reading.limits),
    }


def _match(reading: StudyReading) -> Cells:
    match = reading.finding.match
    return {
        "population_match": match.population.code.value,
        "intervention_match": match.intervention.code.value,
        "comparator_match": match.comparator.code.value,
        "outcome_match": match.outcome.code.value,
        "same_purpose": match.purpose.same,
    }


def _sources(study: Study, notices: Notices) -> Cells:
    told = study.told if isinstance(study, NoticedStudy) else ()
    looks = notices.of(study.id)
    return {
        "notices": "; ".join(study.notices),
        "notices_shown_by": "; ".join(f"{kind}: {source}" for kind, source in told),
        "checked_in_pubmed": f"{looks[0].result}, {looks[0].source}" if looks else "not checked",
        "pmid": study.pmid,
        "pmcid": study.pmcid,
        "doi": study.doi,
        "registered_as": "; ".join(study.registration.trial_ids) if study.registration else None,
        "link": study.link,
    }


COLUMNS = (
    *("article", "claim", "outcome", "outcome_name", "study", "label"),
    *("title", "authors", "year", "journal", "design"),
    *("participants_in_study", "participants_behind_result", "studies_in_review"),
    *("population", "intervention", "comparator", "follow_up"),
    *("result_printed", "instrument_printed", "timepoint_printed", "comparison_printed", "direction_printed"),
    *("effect_type_printed", "effect_printed", "ci_low_printed", "ci_high_printed", "ci_level_printed", "t_printed"),
    *("p_printed", "intervention_arm_printed", "comparator_arm_printed", "result_note"),
    *("measure", "estimate", "estimate_low", "estimate_high", "variance", "toward_claim"),
    *("standardised", "standardised_low", "standardised_high", "assumed"),
    *("stream", "stream_reason", "standing", "standing_rule", "standing_reason"),
    *("reading", "reading_rule", "reading_reason", "bias", "bias_reason", "codes", "limits"),
    *("population_match", "intervention_match", "comparator_match", "outcome_match", "same_purpose"),
    *("notices", "notices_shown_by", "checked_in_pubmed", "pmid", "pmcid", "doi", "registered_as", "link"),
)
"""What a row holds, in the order of the file."""
