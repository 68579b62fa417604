"""Where a claim reaches further than its evidence: computable tests, each with one effect (grading specification 6)."""

from collections import Counter
from collections.abc import Callable, Iterable

from claimbook.language.said import counted, joined, said, said_as
from claimbook.model.assessment import BodyNumbers, Code, Measure, Route, StreamAssessment, StudyReading
from claimbook.model.claim import Claim, Outcome
from claimbook.model.study import Judged, Participants
from claimbook.model.terms import Action, Asserts, Certainty, Match, State, Stream, Strength
from claimbook.synthesis.grade.body import Readings
from claimbook.synthesis.grade.tiers import Tier, tier_of
from claimbook.synthesis.study.streams import says
from claimbook.synthesis.thresholds import Thresholds

_ORDER = (
    "POP_PATIENTS",
    "POP_AGE",
    "POP_SEX",
    "POPULATION_DIFFERENT",
    "POP_ANIMAL",
    "INTERVENTION_DIFFERENT",
    "PURPOSE",
    "OUTCOME_SURROGATE",
    "OUTCOME_DIFFERENT",
    "CAUSAL",
    "DOSE",
    "FORM",
    "DURATION",
    "COMPARATOR",
    "MAGNITUDE",
    "MAGNITUDE_TRIVIAL",
    "CERTAINTY",
    "ADVICE",
    "SINGLE_STUDY",
    "RELATIVE_ONLY",
    "HARMS_OMITTED",
    "RETRACTED",
    "PROTOCOL",
    "PREPRINT",
)
_NARROWER_AGES = {"children", "older adults"}
_AGES = {
    "children": said("children"),
    "adults": said("adults"),
    "older adults": said("older adults"),
    "mixed": said_as("ages", "mixed"),
}
_SEXES = {"women": said("studied only in women"), "men": said("studied only in men")}


def in_order(codes: Iterable[Code]) -> tuple[Code, ...]:
    """Codes in the order of the specification's table."""
    return tuple(sorted(codes, key=lambda code: _ORDER.index(code.name)))


def _narrow(name: str, reason: str) -> Code:
    return Code(name, reason, caps=True, action=Action.NARROW)


def codes_behind_gate(claim: Claim, readings: Readings) -> tuple[Code, ...]:
    """What was studied instead, when nothing answers the claim: every exclusion code with how many studies carry it."""
    reasons = Counter(code.name for reading in readings for code in reading.codes)
    total = len(readings)
    found = [
        Code(name, counted("{k} of {n} study", "{k} of {n} studies", total, k=count)) for name, count in reasons.items()
    ]
    found += [Code(code.name, code.reason) for code in (_patients(claim, readings),) if code]
    return in_order(found)


def codes_for(
    claim: Claim, outcome: Outcome, direct: Readings, anchor: StreamAssessment, t: Thresholds
) -> tuple[Code, ...]:
    """All codes of a graded outcome: what caps the verdict, what only notes."""
    tests = (
        _patients(claim, direct),
        _ages(claim, direct),
        _sex(claim, direct),
        _causal(outcome, anchor),
        _never_studied("DOSE", outcome.scope.dose, [r.finding.match.dose for r in direct]),
        _never_studied("FORM", outcome.scope.form, [r.finding.match.form for r in direct]),
        _duration(outcome, direct, t),
        _comparator(outcome, direct),
        _magnitude(outcome, anchor.numbers, t),
        _trivial(outcome, anchor, t),
        _words("CERTAINTY", outcome.wording.certainty_words),
        _words("ADVICE", outcome.wording.advice_words),
        _single_study(outcome, anchor),
        _relative_only(outcome, anchor.numbers),
        _harms_omitted(outcome, direct),
        _preprint(anchor.studies),
    )
    return in_order(code for code in tests if code is not None)


def _all_known(readings: Readings, trait: Callable[[Participants], object | None]) -> list[object] | None:
    """The trait of every study, or None unless it is known for all of them."""
    traits = [trait(r.study.participants) if r.study.participants else None for r in readings]
    return None if not traits or any(value is None for value in traits) else traits


def _patients(claim: Claim, readings: Readings) -> Code | None:
    known = _all_known(readings, lambda people: people.patients)
    if claim.population.patients or known is None or not all(known):
        return None
    reason = said("every study enrolled people with a diagnosed condition; the claim is about everybody")
    return _narrow("POP_PATIENTS", reason)


def _ages(claim: Claim, readings: Readings) -> Code | None:
    """Adults stand for people in general; only children, or only older adults, do not."""
    known = _all_known(readings, lambda people: people.ages)
    wanted = claim.population.ages
    if known is None:
        return None
    seen = {str(value) for value in known}
    narrower = seen <= _NARROWER_AGES if wanted in {None, "adults"} else seen.isdisjoint({wanted, "mixed"})
    if not narrower:
        return None
    ages = joined(", ", (_AGES[age] for age in sorted(seen)))
    return _narrow("POP_AGE", said("studied only in: {people}", people=ages))


def _sex(claim: Claim, readings: Readings) -> Code | None:
    known = _all_known(readings, lambda people: people.sex)
    if known is None or len(set(known)) > 1 or known[0] in {"both", claim.population.sex}:
        return None
    return _narrow("POP_SEX", _SEXES[str(known[0])])


def _causal(outcome: Outcome, anchor: StreamAssessment) -> Code | None:
    observed = anchor.stream is not Stream.RCT and anchor.grade.certainty.value < Certainty.MODERATE
    if not (observed and outcome.wording.strength.level >= Strength.HEDGED.level):
        return None
    return Code("CAUSAL", said("the wording is causal, the studies can only show a link"))


def _never_studied(name: str, claimed: str | None, judged: Iterable[Judged | None]) -> Code | None:
    """A claimed dose or form that no study tested; what was not coded counts as not tested."""
    if claimed is None or any(each is not None and each.code is Match.DIRECT for each in judged):
        return None
    return _narrow(name, said("claimed: {claimed}; no study is known to have tested it", claimed=claimed))


def _duration(outcome: Outcome, direct: Readings, t: Thresholds) -> Code | None:
    months = outcome.scope.lasting_months
    if months is None:
        return None
    longest = max((r.finding.weeks for r in direct if r.finding.weeks is not None), default=None)
    if longest is not None and longest >= months * 52 / 12:
        return None
    seen = (
        said("no follow-up was seen") if longest is None else said("longest follow-up {weeks:g} weeks", weeks=longest)
    )
    if months == t.long_term_months:
        return _narrow("DURATION", said("the claim is long-term; {seen}", seen=seen))
    return _narrow("DURATION", said("the claim is {months} months; {seen}", months=months, seen=seen))


def _comparator(outcome: Outcome, direct: Readings) -> Code | None:
    named = outcome.scope.better_than
    if named is None or any(r.finding.match.comparator.code is not Match.NONE for r in direct):
        return None
    return _narrow("COMPARATOR", said("the claim is 'better than {other}'; no study compared the two", other=named))


def _magnitude(outcome: Outcome, body: BodyNumbers, t: Thresholds) -> Code | None:
    promised = outcome.scope.magnitude
    if promised is None:
        return None
    if promised.ratio is not None and body.measure is Measure.RATIO and body.ci is not None:
        beyond = promised.ratio < body.ci[0] if promised.ratio < 1 else promised.ratio > body.ci[1]
        if beyond:
            return _narrow("MAGNITUDE", _beyond(promised.ratio, body.ci))
    found = tier_of(body, t)
    claimed = None if promised.size is None else Tier[promised.size.upper()]
    if claimed is None or found is None or claimed <= found:
        return None
    sizes = {"claimed": claimed.words, "found": found.words}
    return _narrow("MAGNITUDE", said("the claimed size is {claimed}, the studies show {found}", **sizes))


def _beyond(claimed: float, interval: tuple[float, float]) -> str:
    return said(
        "the claimed ratio {ratio:g} lies beyond the interval {low:g} to {high:g}",
        ratio=claimed,
        low=interval[0],
        high=interval[1],
    )


def _trivial(outcome: Outcome, anchor: StreamAssessment, t: Thresholds) -> Code | None:
    slight = outcome.scope.magnitude is not None and outcome.scope.magnitude.slight
    causal = outcome.asserts is Asserts.EFFECT and outcome.wording.strength.level >= Strength.HEDGED.level
    trivial = anchor.state.value is State.FAVOURS and tier_of(anchor.numbers, t) is Tier.TRIVIAL
    if slight or not (causal and trivial):
        return None
    return _narrow("MAGNITUDE_TRIVIAL", said("the effect is real but trivial, and the claim does not say so"))


def _words(name: str, words: tuple[str, ...]) -> Code | None:
    if not words:
        return None
    return Code(name, said("the article says: {words}", words=", ".join(words)), caps=True, action=Action.SOFTEN)


def _single_study(outcome: Outcome, anchor: StreamAssessment) -> Code | None:
    k = anchor.numbers.review_trials if anchor.route.value is Route.REVIEW else anchor.numbers.k_usable
    if not (outcome.wording.says_studies and k == 1):
        return None
    return Code("SINGLE_STUDY", said("the article speaks of studies; one was found"), action=Action.NARROW)


def _relative_only(outcome: Outcome, body: BodyNumbers) -> Code | None:
    if not outcome.scope.relative_number:
        return None
    if body.control_risk is None:
        return Code("RELATIVE_ONLY", said("a relative number without an absolute risk"))
    reason = said("a relative number without an absolute risk; control risk {risk:.1%}", risk=body.control_risk)
    return Code("RELATIVE_ONLY", reason)


def _harms_omitted(outcome: Outcome, direct: Readings) -> Code | None:
    reporting = [r.study.id for r in direct if r.study.bias_signals and says(r.study.bias_signals.harms_reported)]
    if outcome.scope.names_harms or not reporting:
        return None
    reason = said("harms reported by {studies}, none named in the article", studies=", ".join(reporting))
    return Code("HARMS_OMITTED", reason)


def _preprint(counted: tuple[StudyReading, ...]) -> Code | None:
    names = [reading.study.id for reading in counted if "preprint" in reading.study.notices]
    return Code("PREPRINT", said("not yet peer reviewed: {studies}", studies=", ".join(names))) if names else None
