"""What one study is: its stream, its risk of bias, and the mismatches that keep it from being direct."""

from claimbook.language.said import filled, joined, said
from claimbook.model.assessment import BiasClass, Code, Ruling
from claimbook.model.study import BiasSignals, ElementMatch, Finding, Signal, Study
from claimbook.model.terms import PRECLINICAL, REVIEWS, Design, Match, OutcomeMatch, Purpose, Stream
from claimbook.synthesis.thresholds import Thresholds

_REVIEW_STREAM = {
    "randomised trials": Stream.RCT,
    "trials": Stream.RCT,
    "observational studies": Stream.NRSI,
    "mixed designs": Stream.NRSI,
    "not stated": Stream.OTHER,
}
_OF_REVIEW = {
    "randomised trials": said("a review of randomised trials"),
    "trials": said("a review of trials"),
    "observational studies": said("a review of observational studies"),
    "mixed designs": said("a review of mixed designs"),
    "not stated": said("a review of not stated"),
}
_CONTROLLED = {Design.COHORT, Design.CASE_CONTROL}
_ALLOCATED = {Design.RCT, Design.CROSSOVER}


def stream_of(study: Study) -> Ruling[Stream]:
    """Which body of evidence a study belongs to (grading specification 2.2); a name alone randomises no trial."""
    if study.design in PRECLINICAL:
        return Ruling(Stream.PRECLINICAL, "STREAM", said("animals or cells: listed, never graded"))
    if study.design in REVIEWS and study.review is not None:
        return Ruling(_REVIEW_STREAM[study.review.of], "STREAM", _OF_REVIEW[study.review.of])
    if study.design is Design.PROTOCOL:
        return Ruling(Stream.OTHER, "STREAM", said("a plan, not a result"))
    return _primary_stream(study)


def _primary_stream(study: Study) -> Ruling[Stream]:
    signals = study.bias_signals
    stated = None if signals is None or signals.randomised is None else signals.randomised.value
    if study.design in _ALLOCATED and stated != "no":
        if stated == "yes" or (stated is None and study.design is Design.RCT):
            return Ruling(Stream.RCT, "STREAM", said("randomised"))
        unsaid = said("{design} that is not said to be randomised", design=study.design.words)
        return Ruling(Stream.NRSI, "STREAM", unsaid)
    if study.design in _CONTROLLED:
        return Ruling(Stream.NRSI, "STREAM", said("{design}, not randomised", design=study.design.words))
    controlled = signals is not None and says(signals.control_group)
    if study.design in {Design.QUASI_EXPERIMENTAL, *_ALLOCATED} and controlled:
        return Ruling(Stream.NRSI, "STREAM", said("a comparison group, but not randomised"))
    if study.design is Design.CROSS_SECTIONAL:
        at_once = said("exposure and outcome at one time: order in time unknown")
        return Ruling(Stream.OTHER, "CROSS_SECTIONAL", at_once)
    alone = said("{design} without an allocated comparison group", design=study.design.words)
    return Ruling(Stream.OTHER, "STREAM", alone)


def says(signal: Signal | None) -> bool | None:
    """True or False where the source says yes or no; None where it says nothing or nobody looked."""
    return None if signal is None else {"yes": True, "no": False}.get(signal.value)


def bias_class(study: Study, finding: Finding, t: Thresholds) -> Ruling[BiasClass] | None:
    """Risk of bias of one randomised trial (ROB-STUDY-*); None for other designs and for reviews."""
    if stream_of(study).value is not Stream.RCT or study.design in REVIEWS:
        return None
    signals = study.bias_signals
    if signals is None:
        return Ruling(BiasClass.UNCLEAR, "ROB-STUDY-UNCLEAR", said("no safeguard was seen"))
    danger = _danger(signals, t)
    if danger is not None:
        return Ruling(BiasClass.HIGH, "ROB-STUDY-HIGH", danger)
    measured, safeguards = _blind_or_objective(signals, finding), _safeguards(signals)
    if says(signals.randomised) and measured and safeguards:
        safe = said("randomised, {measured}, {safeguard}", measured=measured, safeguard=safeguards[0])
        return Ruling(BiasClass.LOW, "ROB-STUDY-LOW", safe)
    missing = [] if measured else [said("no blinding or objective outcome seen")]
    missing += [] if safeguards else [said("no registration, concealment or intention to treat seen")]
    reason = joined("; ", missing) if missing else said("random allocation not stated")
    return Ruling(BiasClass.UNCLEAR, "ROB-STUDY-UNCLEAR", reason)


def _danger(signals: BiasSignals, t: Thresholds) -> str | None:
    if says(signals.control_group) is False:
        return said("no control group")
    if says(signals.quasi_random):
        return said("allocated by a method that is not random")
    if signals.attrition is not None and signals.attrition.percent > t.attrition_high:
        return said("{percent:g}% of participants were lost", percent=signals.attrition.percent)
    return said("per-protocol analysis only") if says(signals.per_protocol_only) else None


def _blind_or_objective(signals: BiasSignals, finding: Finding) -> str | None:
    if signals.blinding is not None and signals.blinding.value in {"double", "assessor"}:
        return {"double": said("double-blind"), "assessor": said("assessor blinded")}[signals.blinding.value]
    objective = finding.objective is not None and finding.objective.code is Match.DIRECT
    return said("outcome measured objectively") if objective else None


def _safeguards(signals: BiasSignals) -> list[str]:
    named = {
        said("registered"): signals.registered,
        said("intention to treat"): signals.intention_to_treat,
        said("allocation concealed"): signals.concealment,
    }
    return [words for words, signal in named.items() if says(signal)]


_ASKED = {
    Purpose.TREAT: said("claim: to treat; {why}"),
    Purpose.PREVENT: said("claim: to prevent; {why}"),
    Purpose.HARM: said("claim: to harm; {why}"),
    Purpose.ASSOCIATION: said("claim: to association; {why}"),
}


def exclusion_codes(match: ElementMatch, purpose: Purpose) -> tuple[Code, ...]:
    """Why a study is not direct evidence, in the order of the specification's table of codes (section 6)."""
    found = (
        ("POPULATION_DIFFERENT", match.population.code is Match.NONE, match.population.why),
        ("INTERVENTION_DIFFERENT", match.intervention.code is Match.NONE, match.intervention.why),
        ("PURPOSE", not match.purpose.same, filled(_ASKED[purpose], why=match.purpose.why)),
        ("OUTCOME_SURROGATE", match.outcome.code is OutcomeMatch.SURROGATE, match.outcome.why),
        ("OUTCOME_DIFFERENT", match.outcome.code is OutcomeMatch.DIFFERENT, match.outcome.why),
    )
    return tuple(Code(name, why) for name, holds, why in found if holds)
