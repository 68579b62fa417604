"""The sentence that the evidence would bear (grading specification 5.4). It follows the evidence, not the claim."""

from dataclasses import dataclass

from claimbook.model.assessment import Advice, BodyNumbers, Code, Route, StreamAssessment
from claimbook.model.claim import Claim, Outcome
from claimbook.model.terms import Action, Certainty, Direction, State, Stream
from claimbook.synthesis.domains import includes
from claimbook.synthesis.thresholds import Thresholds
from claimbook.synthesis.tiers import Tier, tier_of

_SIZE_WORDS = {Tier.SMALL: " a little", Tier.MODERATE: "", Tier.LARGE: " a lot"}
_CERTAINTY_WORDS = {Certainty.HIGH: "", Certainty.MODERATE: "probably ", Certainty.LOW: "may "}
_NO_NUMBER = "participants not stated"
CODE_WORDS = {
    "POP_ANIMAL": "animals or cells",
    "POPULATION_DIFFERENT": "other people than those of the claim",
    "INTERVENTION_DIFFERENT": "something other than this intervention",
    "PURPOSE": "the same for another purpose",
    "OUTCOME_SURROGATE": "a stand-in for the outcome",
    "OUTCOME_DIFFERENT": "other outcomes",
}


@dataclass(frozen=True)
class Telling:
    """What a sentence is made of. ``shown`` is what the evidence shows in the direction that the claim names."""

    claim: Claim
    outcome: Outcome
    anchor: StreamAssessment
    shown: State
    thresholds: Thresholds

    @property
    def certainty(self) -> Certainty:
        """Certainty of the stream that gives the verdict."""
        return self.anchor.grade.certainty.value

    @property
    def tier(self) -> Tier | None:
        """Size of the effect, where one is known."""
        return tier_of(self.anchor.numbers, self.thresholds)

    @property
    def observed(self) -> bool:
        """Whether an effect is seen in studies that cannot show a cause."""
        return self.anchor.stream is not Stream.RCT and self.shown in {State.FAVOURS, State.AGAINST}


def graded_sentence(telling: Telling, advice: Advice) -> str:
    """One sentence with the certainty word fixed by the certainty, ending with the amount of evidence."""
    text = _pattern(telling)
    if advice.action is Action.NARROW:
        text += f" Studied in: {people_studied(telling.anchor)}."
    return f"{text} ({amount(telling.anchor)}, provisional certainty {telling.certainty.words})"


def _pattern(telling: Telling) -> str:
    x, o = telling.claim.intervention, telling.outcome.name
    if telling.certainty is Certainty.VERY_LOW:
        if telling.observed:
            return f"A link between {x} and {o} has been reported, but the evidence is very uncertain."
        return f"It is very uncertain whether {x} changes {o}."
    if telling.shown is State.INCONCLUSIVE:
        return _open(telling.claim, telling.outcome, telling.anchor.numbers, telling.certainty)
    if telling.shown is State.NULL or telling.tier is Tier.TRIVIAL:
        return f"{_capital(x)} {_little(telling.certainty)} little or no difference to {o}."
    text = _link(telling) if telling.observed and telling.certainty is Certainty.LOW else _effect_of(telling)
    return text + (" This is the opposite of the claim." if telling.anchor.state.value is State.AGAINST else "")


def _link(telling: Telling) -> str:
    better_or_worse = _comparative(_found(telling), telling.outcome)
    what = f"{telling.claim.intervention} was linked to {better_or_worse} {telling.outcome.name}"
    return f"In {telling.claim.population.text}, {what}; these studies cannot show that it is the cause."


def _effect_of(telling: Telling) -> str:
    effect = _effect(_found(telling), telling.outcome, telling.certainty)
    return f"{_capital(telling.claim.intervention)} {effect} {telling.outcome.name}{_size(telling)}"


def _found(telling: Telling) -> Direction:
    named = telling.outcome.direction
    return named if telling.shown is State.FAVOURS else _other(named)


def _open(claim: Claim, outcome: Outcome, body: BodyNumbers, certainty: Certainty) -> str:
    sentence = f"The studies leave open whether {claim.intervention} changes {outcome.name}"
    if body.ci is not None and not includes(body.ci, body.measure.null):
        sentence += ": the two studies point to different sides"
    elif body.ci is not None:
        sentence += f": the result fits both {body.ci[0]:.3g} and {body.ci[1]:.3g} (no effect is {body.measure.null:g})"
    return f"{sentence}." if certainty is Certainty.HIGH else f"{sentence} ({certainty.words} certainty)."


def _size(telling: Telling) -> str:
    body, tier = telling.anchor.numbers, telling.tier
    if tier is not None:
        return f"{_SIZE_WORDS[tier]}."
    if body.estimate is None or body.ci is None:
        return "; the abstracts do not show by how much."
    low, high = sorted(abs(end) for end in body.ci)
    return f" by {abs(body.estimate):.3g} ({low:.3g} to {high:.3g}) in the unit that was measured."


def _little(certainty: Certainty) -> str:
    return {Certainty.HIGH: "makes", Certainty.MODERATE: "probably makes"}.get(certainty, "may make")


def _effect(direction: Direction, outcome: Outcome, certainty: Certainty) -> str:
    verb = _verb(direction, outcome)
    return f"may {verb}" if certainty is Certainty.LOW else f"{_CERTAINTY_WORDS[certainty]}{verb}s"


def _verb(direction: Direction, outcome: Outcome) -> str:
    if direction is Direction.LOWER:
        return "lower" if outcome.better is Direction.LOWER else "worsen"
    return "improve" if outcome.better is Direction.HIGHER else "raise"


def _comparative(direction: Direction, outcome: Outcome) -> str:
    if direction is Direction.LOWER:
        return "lower" if outcome.better is Direction.LOWER else "worse"
    return "better" if outcome.better is Direction.HIGHER else "higher"


def _other(direction: Direction) -> Direction:
    return Direction.LOWER if direction is Direction.HIGHER else Direction.HIGHER


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def people_studied(anchor: StreamAssessment) -> str:
    """Whom the counted studies enrolled, as their facts say."""
    return "; ".join(dict.fromkeys(reading.study.population for reading in anchor.studies))


def amount(anchor: StreamAssessment) -> str:
    """Studies and participants in words; an unknown number is never printed as zero, nor a part as the whole."""
    body = anchor.numbers
    least = "at least " if any(reading.n is None for reading in anchor.studies) else ""
    people = f"{least}{body.n_participants:,} participants" if body.n_participants is not None else _NO_NUMBER
    if anchor.route.value is Route.REVIEW and body.review_trials is None:
        return f"a review, number of studies not stated, {people}"
    k = body.k_usable if body.review_trials is None else body.review_trials
    return f"{k} {'study' if k == 1 else 'studies'}, {people}"


def not_studied_sentence(claim: Claim, outcome: Outcome, codes: tuple[Code, ...]) -> str:
    """What to say when no study answers the claim: what was tested instead, and in how many studies."""
    named = [
        (CODE_WORDS[code.name].replace("this intervention", claim.intervention), code.reason)
        for code in codes
        if code.name in CODE_WORDS
    ]
    tested = "; ".join(f"{words} ({reason})" for words, reason in named) or "nothing that comes near"
    asked = f"{claim.intervention} for {outcome.name} in {claim.population.text}"
    return f"In the abstracts found, no study in people tested {asked}. What was tested: {tested}."


def cannot_assess_sentence(claim: Claim, outcome: Outcome, reason: str) -> str:
    """What to say when the evidence cannot be read."""
    return f"Whether {claim.intervention} changes {outcome.name} cannot be assessed: {reason}."
