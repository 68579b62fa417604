"""The sentence that the evidence would bear (grading specification 5.4). It follows the evidence, not the claim.

Each case has its whole sentence in a table, so that another language can order its words as it must.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from claimbook.language.said import Said, counted, filled, joined, said
from claimbook.model.assessment import Advice, Code, Route, StreamAssessment
from claimbook.model.claim import Claim, Outcome
from claimbook.model.terms import Action, Certainty, Direction, State, Stream
from claimbook.synthesis.grade.domains import includes
from claimbook.synthesis.grade.tiers import Tier, tier_of
from claimbook.synthesis.thresholds import Thresholds

_LOWER, _HIGHER = Direction.LOWER, Direction.HIGHER
_HIGH, _MODERATE, _LOW = Certainty.HIGH, Certainty.MODERATE, Certainty.LOW
# Which way the outcome moved, and which way is better for people; then the certainty. ``much`` begins with a space.
_EFFECTS = {
    (_LOWER, _LOWER, _HIGH): said("{intervention!c} lowers {outcome}{much}"),
    (_LOWER, _LOWER, _MODERATE): said("{intervention!c} probably lowers {outcome}{much}"),
    (_LOWER, _LOWER, _LOW): said("{intervention!c} may lower {outcome}{much}"),
    (_LOWER, _HIGHER, _HIGH): said("{intervention!c} worsens {outcome}{much}"),
    (_LOWER, _HIGHER, _MODERATE): said("{intervention!c} probably worsens {outcome}{much}"),
    (_LOWER, _HIGHER, _LOW): said("{intervention!c} may worsen {outcome}{much}"),
    (_HIGHER, _HIGHER, _HIGH): said("{intervention!c} improves {outcome}{much}"),
    (_HIGHER, _HIGHER, _MODERATE): said("{intervention!c} probably improves {outcome}{much}"),
    (_HIGHER, _HIGHER, _LOW): said("{intervention!c} may improve {outcome}{much}"),
    (_HIGHER, _LOWER, _HIGH): said("{intervention!c} raises {outcome}{much}"),
    (_HIGHER, _LOWER, _MODERATE): said("{intervention!c} probably raises {outcome}{much}"),
    (_HIGHER, _LOWER, _LOW): said("{intervention!c} may raise {outcome}{much}"),
}
_HOW_MUCH = {
    Tier.SMALL: said(" a little"),
    Tier.MODERATE: "",
    Tier.LARGE: said(" a lot"),
}
_LITTLE = {
    _HIGH: said("{intervention!c} makes little or no difference to {outcome}."),
    _MODERATE: said("{intervention!c} probably makes little or no difference to {outcome}."),
    _LOW: said("{intervention!c} may make little or no difference to {outcome}."),
}
_LINKS = {
    (_LOWER, _LOWER): said(
        "In {people}, {intervention} was linked to lower {outcome}; these studies cannot show that it is the cause."
    ),
    (_LOWER, _HIGHER): said(
        "In {people}, {intervention} was linked to worse {outcome}; these studies cannot show that it is the cause."
    ),
    (_HIGHER, _HIGHER): said(
        "In {people}, {intervention} was linked to better {outcome}; these studies cannot show that it is the cause."
    ),
    (_HIGHER, _LOWER): said(
        "In {people}, {intervention} was linked to higher {outcome}; these studies cannot show that it is the cause."
    ),
}
CODE_WORDS = {
    "POP_ANIMAL": said("animals or cells"),
    "POPULATION_DIFFERENT": said("other people than those of the claim"),
    "INTERVENTION_DIFFERENT": said("something other than this intervention"),
    "PURPOSE": said("the same for another purpose"),
    "OUTCOME_SURROGATE": said("a stand-in for the outcome"),
    "OUTCOME_DIFFERENT": said("other outcomes"),
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

    @property
    def moved(self) -> bool:
        """Whether the sentence says which way the outcome moved."""
        sure_enough = self.certainty is not Certainty.VERY_LOW
        return sure_enough and self.shown in {State.FAVOURS, State.AGAINST} and self.tier is not Tier.TRIVIAL

    @property
    def found(self) -> Direction:
        """Which way the outcome moved."""
        named = self.outcome.direction
        return named if self.shown is State.FAVOURS else _LOWER if named is _HIGHER else _HIGHER

    @property
    def names(self) -> Mapping[str, str]:
        """What the author calls intervention, outcome and people."""
        return _names(self.claim, self.outcome)


def graded_sentence(telling: Telling, advice: Advice) -> str:
    """One sentence with the certainty word fixed by the certainty, ending with the amount of evidence."""
    sentences = [_first_sentence(telling)]
    if telling.moved and telling.anchor.state.value is State.AGAINST:
        sentences.append(said("This is the opposite of the claim."))
    if advice.action is Action.NARROW:
        sentences.append(said("Studied in: {people}.", people=people_studied(telling.anchor)))
    behind = said(
        "({amount}, provisional certainty {certainty})",
        amount=amount(telling.anchor),
        certainty=telling.certainty.words,
    )
    return joined(" ", (*sentences, behind))


def _first_sentence(telling: Telling) -> Said:
    if telling.certainty is Certainty.VERY_LOW:
        return _very_uncertain(telling)
    if telling.shown is State.INCONCLUSIVE:
        return _open(telling)
    if not telling.moved:
        return filled(_LITTLE[telling.certainty], **telling.names)
    found, better = telling.found, telling.outcome.better
    if telling.observed and telling.certainty is Certainty.LOW:
        return filled(_LINKS[found, better], **telling.names)
    much = _how_much(telling)
    effect = filled(_EFFECTS[found, better, telling.certainty], much=much or "", **telling.names)
    return _without_size(telling, effect) if much is None else said("{effect}.", effect=effect)


def _without_size(telling: Telling, effect: Said) -> Said:
    """A size that no abstract shows is told apart from sizes that stand side by side."""
    if telling.anchor.numbers.apart is not None:
        return said("{effect}; the sizes that the abstracts print could not be put together.", effect=effect)
    return said("{effect}; the abstracts do not show by how much.", effect=effect)


def _very_uncertain(telling: Telling) -> Said:
    if not telling.observed:
        return said("It is very uncertain whether {intervention} changes {outcome}.", **telling.names)
    return said(
        "A link between {intervention} and {outcome} has been reported, but the evidence is very uncertain.",
        **telling.names,
    )


def _open(telling: Telling) -> Said:
    sentence = said("The studies leave open whether {intervention} changes {outcome}", **telling.names)
    body, certainty = telling.anchor.numbers, telling.certainty
    if body.ci is not None and not includes(body.ci, body.measure.null):
        sentence = said("{open}: the two studies point to different sides", open=sentence)
    elif body.ci is not None:
        sentence = said(
            "{open}: the result fits both {low:.3g} and {high:.3g} (no effect is {null:g})",
            open=sentence,
            low=body.ci[0],
            high=body.ci[1],
            null=body.measure.null,
        )
    if certainty is Certainty.HIGH:
        return said("{open}.", open=sentence)
    return said("{open} ({certainty} certainty).", open=sentence, certainty=certainty.words)


def _how_much(telling: Telling) -> str | None:
    """The size of the effect, where one is known."""
    body, tier = telling.anchor.numbers, telling.tier
    if tier is not None:
        return _HOW_MUCH[tier]
    if body.estimate is None or body.ci is None:
        return None
    low, high = sorted(abs(end) for end in body.ci)
    return said(
        " by {size:.3g} ({low:.3g} to {high:.3g}) in the unit that was measured",
        size=abs(body.estimate),
        low=low,
        high=high,
    )


def _names(claim: Claim, outcome: Outcome) -> Mapping[str, str]:
    return {"intervention": claim.intervention, "outcome": outcome.name, "people": claim.population.words}


def people_studied(anchor: StreamAssessment) -> str:
    """Whom the counted studies enrolled, as their facts say."""
    return "; ".join(dict.fromkeys(reading.study.population for reading in anchor.studies))


def amount(anchor: StreamAssessment) -> str:
    """Studies and participants in words; an unknown number is never printed as zero, nor a part as the whole."""
    body, people = anchor.numbers, _participants(anchor)
    if anchor.route.value is Route.REVIEW and body.review_trials is None:
        return said("a review, number of studies not stated, {people}", people=people)
    k = body.k_usable if body.review_trials is None else body.review_trials
    return counted("{n} study, {people}", "{n:,} studies, {people}", k, people=people)


def _participants(anchor: StreamAssessment) -> Said:
    known = anchor.numbers.n_participants
    if known is None:
        return said("participants not stated")
    if any(reading.n is None for reading in anchor.studies):
        return said("at least {participants:,} participants", participants=known)
    return said("{participants:,} participants", participants=known)


def not_studied_sentence(claim: Claim, outcome: Outcome, codes: tuple[Code, ...]) -> str:
    """What to say when no study answers the claim: what was tested instead, and in how many studies."""
    named = [_tested(code, claim) for code in codes if code.name in CODE_WORDS]
    return said(
        "In the abstracts found, no study in people tested {intervention} for {outcome} in {people}. "
        "What was tested: {tested}.",
        **_names(claim, outcome),
        tested=joined("; ", named) if named else said("nothing that comes near"),
    )


def _tested(code: Code, claim: Claim) -> Said:
    words = CODE_WORDS[code.name]
    if code.name == "INTERVENTION_DIFFERENT":
        words = said("something other than {intervention}", intervention=claim.intervention)
    return said("{what} ({studies})", what=words, studies=code.reason)


def cannot_assess_sentence(claim: Claim, outcome: Outcome, reason: str) -> str:
    """What to say when the evidence cannot be read."""
    return said(
        "Whether {intervention} changes {outcome} cannot be assessed: {reason}.",
        **_names(claim, outcome),
        reason=reason,
    )
