"""How verdicts, grades and silences are said to readers; nothing here decides."""

from collections.abc import Iterable
from enum import ReprEnum
from typing import Self

from claimbook.language.said import Said, capital, changed, counted, joined, said
from claimbook.model import terms
from claimbook.model.assessment import OutcomeAssessment, Standing, StreamAssessment
from claimbook.model.claim import Outcome
from claimbook.model.study import Collection
from claimbook.model.terms import (
    Action,
    Asserts,
    Certainty,
    Design,
    Direction,
    Purpose,
    State,
    Stream,
    Strength,
    Verdict,
)
from claimbook.plots.labels import quoted
from claimbook.synthesis.grade.state import toward_the_claim

NATURE = terms.NATURE


class Silence(Said, ReprEnum):
    """Four ways of having nothing to show. None is ever printed as another, and none as a zero or a blank.

    Each is a message itself: printed by a template or inside another message it is said in the language of the page.
    """

    NONE_FOUND = said("none found")
    NOT_LOOKED = said("not looked for")
    FAILED = said("failed")
    NOT_SEEN = said("not seen")

    def __new__(cls, message: Said) -> Self:
        """A member that says what this message says."""
        made = str.__new__(cls, message)
        made.pattern, made.many, made.context = message.pattern, message.many, message.context
        made.values, made.change, made._value_ = message.values, message.change, message
        return made


VERDICTS = {verdict: verdict.words for verdict in sorted(Verdict, key=lambda each: -(each.rank or 0))}
ACTIONS = {
    Action.KEEP: said("Keep"),
    Action.SOFTEN: said("Soften"),
    Action.NARROW: said("Narrow"),
    Action.CORRECT: said("Correct"),
}
_GATE_ADVICE = {
    "CLAIM_NOT_CHECKABLE": said("name one intervention and one outcome, so that the sentence can be checked."),
    "SEARCH_FAILED": said("the search failed, so nothing is known; run it again."),
    "NOTHING_LOOKED_AT": said("nobody has looked for studies yet; look first."),
    "SEARCH_TRUNCATED": said("not all that was found was looked at; look at the rest first."),
    "ONLY_RETRACTED": said("remove the support; every study behind it was retracted."),
    "NOT_DIRECT": said("say what was tested instead, or leave the sentence out."),
    "RESULT_NOT_ENTERED": said("enter the results of the studies that answer this first."),
    "NO_USABLE_RESULT": said("do not state an effect; no abstract gives a result that can be used."),
}
_GATE_AMOUNTS = {
    "SEARCH_FAILED": said("The search failed"),
    "NOTHING_LOOKED_AT": said("Nobody has looked"),
    "ONLY_RETRACTED": said("Retracted studies only"),
    "SEARCH_TRUNCATED": said("Not all that was found"),
    "NOT_DIRECT": said("No direct study"),
    "RESULT_NOT_ENTERED": said("Results not entered"),
    "NO_USABLE_RESULT": said("No usable result"),
}
_GATE_COUNTS = {
    "SEARCH_FAILED": said("how much there is, is not known"),
    "NOTHING_LOOKED_AT": said("no study was looked at; that is not evidence of absence"),
}
_READ = said("read the records that wait for a person first.")
_CODE = said("see first whether the studies that were found answer this outcome, and code them for it.")
_NOTHING_COUNTED = said("Nothing counted")
_SOFTER = {
    Certainty.VERY_LOW: said("say that the evidence is very uncertain; “may” alone is still too strong."),
    Certainty.LOW: said("use “may” instead of a plain statement."),
    Certainty.MODERATE: said("use “probably” instead of a plain statement."),
    Certainty.HIGH: said("use a weaker wording."),
}
CODES = {
    "POP_PATIENTS": said("Studied in patients only"),
    "POP_AGE": said("Studied at some ages only"),
    "POP_SEX": said("Studied in one sex only"),
    "POP_ANIMAL": said("Animals or cells"),
    "POPULATION_DIFFERENT": said("Other people"),
    "INTERVENTION_DIFFERENT": said("Another intervention"),
    "PURPOSE": said("Another purpose"),
    "OUTCOME_SURROGATE": said("A stand-in for the outcome"),
    "OUTCOME_DIFFERENT": said("Another outcome"),
    "CAUSAL": said("A cause is claimed, a link was seen"),
    "DURATION": said("Longer than was studied"),
    "COMPARATOR": said("A comparison that was not studied"),
    "DOSE": said("An amount that was not studied"),
    "FORM": said("A form that was not studied"),
    "MAGNITUDE": said("Larger than was found"),
    "MAGNITUDE_TRIVIAL": said("A trivial size"),
    "CERTAINTY": said("More certain than any study is"),
    "ADVICE": said("Advice"),
    "SINGLE_STUDY": said("One study, not several"),
    "RELATIVE_ONLY": said("A relative number only"),
    "HARMS_OMITTED": said("Harms left out"),
    "RETRACTED": said("Retracted work"),
    "PROTOCOL": said("Plans without results"),
    "PREPRINT": said("Not yet peer reviewed"),
}
"""Mismatch codes of the grading specification (section 6) as short headings."""
STRENGTHS = {
    Strength.NONE: said("no relation is claimed"),
    Strength.ASSOCIATIONAL: said("associational (“is linked to”)"),
    Strength.HEDGED: said("hedged (“may”, “can help”)"),
    Strength.DIRECT: said("direct (a plain statement of effect)"),
}
STATES = {
    State.FAVOURS: said("Toward the claim"),
    State.INCONCLUSIVE: said("Leaves it open"),
    State.NULL: said("Little or no difference"),
    State.AGAINST: said("Against the claim"),
}
STREAMS = {
    Stream.RCT: said("randomised evidence"),
    Stream.NRSI: said("controlled but not randomised evidence"),
    Stream.OTHER: said("evidence without an allocated comparison"),
    Stream.PRECLINICAL: said("animal or cell studies"),
}
DESIGNS = {
    Design.RCT: said("randomised trial"),
    Design.CROSSOVER: said("crossover trial"),
    Design.QUASI_EXPERIMENTAL: said("quasi-experimental study"),
    Design.COHORT: said("cohort study"),
    Design.CASE_CONTROL: said("case-control study"),
    Design.CROSS_SECTIONAL: said("cross-sectional study"),
    Design.CASE_SERIES: said("case series"),
    Design.BIOMECHANICS_LAB: said("laboratory study of movement"),
    Design.META_ANALYSIS: said("meta-analysis"),
    Design.SYSTEMATIC_REVIEW: said("systematic review"),
    Design.PROTOCOL: said("protocol (a plan)"),
    Design.ANIMAL: said("animal study"),
    Design.IN_VITRO: said("cell study"),
}
PURPOSES = {
    Purpose.TREAT: said("to treat"),
    Purpose.PREVENT: said("to prevent"),
    Purpose.HARM: said("to warn of a harm"),
    Purpose.ASSOCIATION: said("to describe a link"),
}
DOMAINS = {
    "risk of bias": said("risk of bias"),
    "inconsistency": said("inconsistency"),
    "indirectness": said("indirectness"),
    "imprecision": said("imprecision"),
    "publication bias": said("publication bias"),
}
NOTICES = {
    "retracted": said("retracted"),
    "concern": said("concern"),
    "corrected": said("corrected"),
    "preprint": said("preprint"),
}
_CLAIMED = {
    (Asserts.EFFECT, Direction.HIGHER): said("said to become higher"),
    (Asserts.EFFECT, Direction.LOWER): said("said to become lower"),
    (Asserts.NO_EFFECT, Direction.HIGHER): said("said not to change; the worry would be higher"),
    (Asserts.NO_EFFECT, Direction.LOWER): said("said not to change; the worry would be lower"),
    (Asserts.DENIAL, Direction.HIGHER): said("said not to become higher"),
    (Asserts.DENIAL, Direction.LOWER): said("said not to become lower"),
}
LONG = 60
"""A list of more entries is folded: complete, one click off, so that a page stays quick."""
PLANS = said("Never used as evidence")
GROUPS: tuple[tuple[Said, frozenset[Standing]], ...] = (
    (said("Direct, but set aside"), frozenset({Standing.SINCE_REVIEW, Standing.IN_REVIEW, Standing.SAME_TRIAL})),
    (said("Direct, without a usable result"), frozenset({Standing.NO_USABLE_RESULT})),
    (PLANS, frozenset({Standing.PROTOCOL, Standing.RETRACTED, Standing.PRECLINICAL})),
)
"""Why studies that bear on the claim do not count; those that count come first, those that are not direct last."""


def evidence_words(collection: Collection, search: str | None = None) -> str:
    """How the evidence came to be, in a few plain sentences for the top of a page.

    Args:
        collection: how the table was made.
        search: what is known of the search; left out, what the table says of it.
    """
    ran = collection.pubmed_search == "run"
    known = said("A PubMed search has been run.") if ran else said("No PubMed search has been run yet.")
    reviewed = collection.reviewed_by
    codings = (
        said("An editor has reviewed the codings: {person}.", person=reviewed)
        if reviewed
        else said("No independent editor has reviewed the codings.")
    )
    if collection.date is None:
        return said("No study was collected by hand yet. {search}", search=search or known)
    return said(
        "As of {date}: {method} {level} {search} {codings}",
        date=collection.date,
        method=collection.method,
        level=collection.level,
        search=search or known,
        codings=codings,
    )


def advice_words(outcome: OutcomeAssessment) -> tuple[str, str]:
    """What to do with the text (grading specification 5.3): one word, and the rest of the sentence."""
    action, certainty = outcome.advice.action, outcome.certainty
    if action is None:
        return said("No advice"), _first_of_all(outcome)
    if outcome.gate is not None or certainty is None:
        reason = _GATE_ADVICE.get(outcome.gate.value) if outcome.gate else None
        return ACTIONS[action], reason or said("see the reasons below.")
    return ACTIONS[action], _graded_advice(outcome, action, certainty)


def _first_of_all(outcome: OutcomeAssessment) -> str:
    """What must be done before there can be advice; whoever has searched is told to read or to code, not to look."""
    gate, found = outcome.gate.value if outcome.gate else "", outcome.screening
    if found is not None and found.waiting and gate in {"NOTHING_LOOKED_AT", "SEARCH_TRUNCATED"}:
        return _READ
    if found is not None and found.found_studies and gate == "NOTHING_LOOKED_AT":
        return _CODE
    return _GATE_ADVICE[gate]


def _graded_advice(outcome: OutcomeAssessment, action: Action, certainty: Certainty) -> str:
    if action is Action.KEEP:
        return said("the text can stay as it is.")
    if action is Action.CORRECT:
        return said("replace the sentence or remove it.")
    if action is Action.SOFTEN:
        observed = outcome.anchor is not None and outcome.anchor.value is not Stream.RCT
        linked = observed and certainty is Certainty.LOW
        return said("write “is linked to”; these studies cannot show a cause.") if linked else _SOFTER[certainty]
    narrow = said("name what was studied: the people, the amount, the duration or the comparison.")
    if outcome.narrowed is None:
        return narrow
    level = outcome.narrowed.value.words
    return said("{advice} For the narrowed claim the certainty would be {level}.", advice=narrow, level=level)


def certainty_words(certainty: Certainty | None) -> str:
    """The level with a capital letter, or that nothing was graded."""
    return said("Not graded") if certainty is None else capital(certainty.words)


def claimed_words(outcome: Outcome) -> str:
    """What the article says will happen to the outcome, and which way is better."""
    claimed = _CLAIMED[outcome.asserts, outcome.direction]
    better = said("which is better") if outcome.direction is outcome.better else said("which is worse")
    if outcome.comparator is None:
        return said("{claimed}, {better}", claimed=claimed, better=better)
    return said(
        "{claimed}, {better}, against {comparator}", claimed=claimed, better=better, comparator=outcome.comparator
    )


def studies(number: int) -> str:
    """A number of studies in words."""
    return counted("{n} study", "{n:,} studies", number)


def participants(number: int) -> str:
    """A number of people in words."""
    return counted("{n} participant", "{n:,} participants", number)


def small(text: str) -> str:
    """A heading as it stands inside a sentence: its first letter small."""
    return changed(text, lambda heading: heading[:1].lower() + heading[1:])


def quotations(texts: Iterable[str], separator: str = ", ") -> str:
    """Several texts, each in quotation marks."""
    return joined(separator, map(quoted, texts))


def direction_words(outcome: OutcomeAssessment) -> tuple[str, str]:
    """Which way the evidence points, and the reason in words."""
    anchored = outcome.anchored
    if anchored is None:
        return said("Not graded"), outcome.gate.reason if outcome.gate else said("nothing was graded")
    return STATES[anchored.state.value], _leaning(anchored, outcome.outcome.asserts)


def _leaning(anchored: StreamAssessment, asserts: Asserts) -> str:
    """The reason, with where it leans; what lies on neither side counts as away, and is not said to lean."""
    reason = anchored.state.reason
    if anchored.lean is None:
        return reason
    if anchored.lean == "toward":
        return said("It leans toward the claim: {reason}", reason=reason)
    if toward_the_claim(anchored.numbers, asserts) is None:
        return said("It does not lean toward the claim: {reason}", reason=reason)
    return said("It leans away from the claim: {reason}", reason=reason)


def amount_words(outcome: OutcomeAssessment) -> tuple[str, str]:
    """How much evidence gives the verdict: studies, and people as far as known."""
    anchored = outcome.anchored
    if anchored is not None:
        return _studies_in(anchored), _people_in(anchored)
    gate = outcome.gate.value if outcome.gate else ""
    return _GATE_AMOUNTS.get(gate, _NOTHING_COUNTED), _GATE_COUNTS.get(gate) or _looked_at(len(outcome.studies), gate)


def _looked_at(coded: int, gate: str) -> str:
    if gate == "NOT_DIRECT":
        return counted("{n} study of something else looked at", "{n:,} studies of something else looked at", coded)
    return counted("{n} study looked at", "{n:,} studies looked at", coded)


def amount_order(outcome: OutcomeAssessment) -> int | None:
    """Number of studies behind the verdict, to sort by; None where nothing was graded."""
    if outcome.anchored is None:
        return None
    body = outcome.anchored.numbers
    return body.k_usable if body.review_trials is None else body.review_trials


def _studies_in(stream: StreamAssessment) -> str:
    trials = stream.numbers.review_trials
    if trials is not None:
        return said("1 review of {studies}", studies=studies(trials))
    return studies(stream.numbers.k_usable)


def _people_in(stream: StreamAssessment) -> str:
    people = stream.numbers.n_participants
    if people is None:
        return said("number of participants not seen")
    silent = sum(reading.n is None for reading in stream.studies)
    known = participants(people)
    if not silent:
        return known
    return said("{participants} known; not seen in {studies}", participants=known, studies=studies(silent))
