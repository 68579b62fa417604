"""How verdicts, grades and silences are said to readers; nothing here decides."""

from enum import StrEnum

from claimbook.model import terms
from claimbook.model.assessment import OutcomeAssessment, Standing, StreamAssessment
from claimbook.model.claim import Outcome
from claimbook.model.study import Collection
from claimbook.model.terms import Action, Asserts, Certainty, Design, Purpose, State, Stream, Strength, Verdict

NATURE = terms.NATURE


class Silence(StrEnum):
    """Four ways of having nothing to show. None is ever printed as another, and none as a zero or a blank."""

    NONE_FOUND = "none found"
    NOT_LOOKED = "not looked for"
    FAILED = "failed"
    NOT_SEEN = "not seen"


VERDICTS = {verdict: verdict.words for verdict in sorted(Verdict, key=lambda each: -(each.rank or 0))}
ACTIONS = {Action.KEEP: "Keep", Action.SOFTEN: "Soften", Action.NARROW: "Narrow", Action.CORRECT: "Correct"}
_GATE_ADVICE = {
    "CLAIM_NOT_CHECKABLE": "name one intervention and one outcome, so that the sentence can be checked.",
    "ONLY_RETRACTED": "remove the support; every study behind it was retracted.",
    "NOT_DIRECT": "say what was tested instead, or leave the sentence out.",
    "NO_USABLE_RESULT": "do not state an effect; no abstract gives a result that can be used.",
}
_GATE_AMOUNTS = {
    "SEARCH_FAILED": "The search failed",
    "NOTHING_LOOKED_AT": "Nobody has looked",
    "ONLY_RETRACTED": "Retracted studies only",
    "SEARCH_TRUNCATED": "Not all that was found",
    "NOT_DIRECT": "No direct study",
    "NO_USABLE_RESULT": "No usable result",
}
_GATE_COUNTS = {
    "SEARCH_FAILED": "how much there is, is not known",
    "NOTHING_LOOKED_AT": "no study was looked at; that is not evidence of absence",
    "NOT_DIRECT": "{} of something else looked at",
}
_SOFTER = {
    Certainty.VERY_LOW: "say that the evidence is very uncertain; “may” alone is still too strong.",
    Certainty.LOW: "use “may” instead of a plain statement.",
    Certainty.MODERATE: "use “probably” instead of a plain statement.",
    Certainty.HIGH: "use a weaker wording.",
}
CODES = {
    "POP_PATIENTS": "Studied in patients only",
    "POP_AGE": "Studied at some ages only",
    "POP_SEX": "Studied in one sex only",
    "POP_ANIMAL": "Animals or cells",
    "POPULATION_DIFFERENT": "Other people",
    "INTERVENTION_DIFFERENT": "Another intervention",
    "PURPOSE": "Another purpose",
    "OUTCOME_SURROGATE": "A stand-in for the outcome",
    "OUTCOME_DIFFERENT": "Another outcome",
    "CAUSAL": "A cause is claimed, a link was seen",
    "DURATION": "Longer than was studied",
    "COMPARATOR": "A comparison that was not studied",
    "DOSE": "An amount that was not studied",
    "FORM": "A form that was not studied",
    "MAGNITUDE": "Larger than was found",
    "MAGNITUDE_TRIVIAL": "A trivial size",
    "CERTAINTY": "More certain than any study is",
    "ADVICE": "Advice",
    "SINGLE_STUDY": "One study, not several",
    "RELATIVE_ONLY": "A relative number only",
    "HARMS_OMITTED": "Harms left out",
    "RETRACTED": "Retracted work",
    "PROTOCOL": "Plans without results",
    "PREPRINT": "Not yet peer reviewed",
}
"""Mismatch codes of the grading specification (section 6) as short headings."""
STRENGTHS = {
    Strength.NONE: "no relation is claimed",
    Strength.ASSOCIATIONAL: "associational (“is linked to”)",
    Strength.HEDGED: "hedged (“may”, “can help”)",
    Strength.DIRECT: "direct (a plain statement of effect)",
}
STATES = {
    State.FAVOURS: "Toward the claim",
    State.INCONCLUSIVE: "Leaves it open",
    State.NULL: "Little or no difference",
    State.AGAINST: "Against the claim",
}
STREAMS = {
    Stream.RCT: "randomised evidence",
    Stream.NRSI: "controlled but not randomised evidence",
    Stream.OTHER: "evidence without an allocated comparison",
    Stream.PRECLINICAL: "animal or cell studies",
}
DESIGNS = {
    Design.RCT: "randomised trial",
    Design.CROSSOVER: "crossover trial",
    Design.QUASI_EXPERIMENTAL: "quasi-experimental study",
    Design.COHORT: "cohort study",
    Design.CASE_CONTROL: "case-control study",
    Design.CROSS_SECTIONAL: "cross-sectional study",
    Design.CASE_SERIES: "case series",
    Design.BIOMECHANICS_LAB: "laboratory study of movement",
    Design.META_ANALYSIS: "meta-analysis",
    Design.SYSTEMATIC_REVIEW: "systematic review",
    Design.PROTOCOL: "protocol (a plan)",
    Design.ANIMAL: "animal study",
    Design.IN_VITRO: "cell study",
}
PURPOSES = {
    Purpose.TREAT: "to treat",
    Purpose.PREVENT: "to prevent",
    Purpose.HARM: "to warn of a harm",
    Purpose.ASSOCIATION: "to describe a link",
}
_ASSERTS = {Asserts.EFFECT: "said to become", Asserts.NO_EFFECT: "said not to change; the worry would be"}
LONG = 60
"""A list of more entries is folded: complete, one click off, so that a page stays quick."""
PLANS = "Never used as evidence"
GROUPS: tuple[tuple[str, frozenset[Standing]], ...] = (
    ("Direct, but set aside", frozenset({Standing.SINCE_REVIEW, Standing.IN_REVIEW, Standing.SAME_TRIAL})),
    ("Direct, without a usable result", frozenset({Standing.NO_USABLE_RESULT})),
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
    search = search or ("A PubMed search has been run." if ran else "No PubMed search has been run yet.")
    reviewed = collection.reviewed_by
    codings = (
        f"An editor has reviewed the codings: {reviewed}."
        if reviewed
        else "No independent editor has reviewed the codings."
    )
    return f"As of {collection.date}: {collection.method} {collection.level} {search} {codings}"


def advice_words(outcome: OutcomeAssessment) -> tuple[str, str]:
    """What to do with the text (grading specification 5.3): one word, and the rest of the sentence."""
    action, certainty = outcome.advice.action, outcome.certainty
    if action is None:
        return "No advice", "the evidence could not be read; look again."
    if outcome.gate is not None or certainty is None:
        reason = _GATE_ADVICE.get(outcome.gate.value) if outcome.gate else None
        return ACTIONS[action], reason or "see the reasons below."
    return ACTIONS[action], _graded_advice(outcome, action, certainty)


def _graded_advice(outcome: OutcomeAssessment, action: Action, certainty: Certainty) -> str:
    if action is Action.KEEP:
        return "the text can stay as it is."
    if action is Action.CORRECT:
        return "replace the sentence or remove it."
    if action is Action.SOFTEN:
        observed = outcome.anchor is not None and outcome.anchor.value is not Stream.RCT
        linked = observed and certainty is Certainty.LOW
        return "write “is linked to”; these studies cannot show a cause." if linked else _SOFTER[certainty]
    narrow = "name what was studied: the people, the amount, the duration or the comparison."
    if outcome.narrowed is None:
        return narrow
    return f"{narrow} For the narrowed claim the certainty would be {outcome.narrowed.value.words}."


def certainty_words(certainty: Certainty | None) -> str:
    """The level with a capital letter, or that nothing was graded."""
    return "Not graded" if certainty is None else certainty.words.capitalize()


def claimed_words(outcome: Outcome) -> str:
    """What the article says will happen to the outcome, and which way is better."""
    said = _ASSERTS.get(outcome.asserts, "said not to become")
    better = "which is better" if outcome.direction is outcome.better else "which is worse"
    against = f", against {outcome.comparator}" if outcome.comparator else ""
    return f"{said} {outcome.direction.value}, {better}{against}"


def count_of(number: int, one: str, many: str) -> str:
    """``1 study``, ``12 studies``."""
    return f"{number:,} {one if number == 1 else many}"


def studies(number: int) -> str:
    """A number of studies in words."""
    return count_of(number, "study", "studies")


def direction_words(outcome: OutcomeAssessment) -> tuple[str, str]:
    """Which way the evidence points, and the reason in words."""
    anchored = outcome.anchored
    if anchored is None:
        return "Not graded", outcome.gate.reason if outcome.gate else "nothing was graded"
    leaning = {"toward": "It leans toward the claim: ", "away": "It leans away from the claim: "}
    return STATES[anchored.state.value], leaning.get(anchored.lean or "", "") + anchored.state.reason


def amount_words(outcome: OutcomeAssessment) -> tuple[str, str]:
    """How much evidence gives the verdict: studies, and people as far as known."""
    anchored = outcome.anchored
    if anchored is not None:
        return _studies_in(anchored), _people_in(anchored)
    coded = studies(len(outcome.studies))
    gate = outcome.gate.value if outcome.gate else ""
    return _GATE_AMOUNTS.get(gate, "Nothing counted"), _GATE_COUNTS.get(gate, "{} looked at").format(coded)


def amount_order(outcome: OutcomeAssessment) -> int | None:
    """Number of studies behind the verdict, to sort by; None where nothing was graded."""
    if outcome.anchored is None:
        return None
    body = outcome.anchored.numbers
    return body.k_usable if body.review_trials is None else body.review_trials


def _studies_in(stream: StreamAssessment) -> str:
    trials = stream.numbers.review_trials
    if trials is not None:
        return f"1 review of {studies(trials)}"
    return studies(stream.numbers.k_usable)


def _people_in(stream: StreamAssessment) -> str:
    people = stream.numbers.n_participants
    if people is None:
        return "number of participants not seen"
    silent = sum(reading.n is None for reading in stream.studies)
    known = count_of(people, "participant", "participants")
    return known if not silent else f"{known} known; not seen in {studies(silent)}"
