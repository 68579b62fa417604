"""Spin: a conclusion that says more than the results.

Two forms can be seen in an abstract: an effect is claimed although the primary result shows none, and an effect is
claimed of a comparison although only changes within a group were tested. What cannot be seen is not called absent:
without a result or without a conclusion the reading is missing.
"""

from claimbook.appraise.effects import polarity_rules as rules
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.appraise.trial.polarity import Voice, polarity_voices
from claimbook.model.appraisal import Read, ResultRead

_OF_RESULTS = frozenset({"polarity.not-met", "polarity.met", "polarity.result"})
_SIGNIFICANT = 0.05


def spin_of(text: Text) -> Read[bool]:
    """Whether the conclusion claims more than the results show, with the result and the claim side by side."""
    claims = [one for one in text.in_roles(Role.CONCLUSIONS) if claims_effect(one)]
    voices = [one for one in polarity_voices(text) if one.rule in _OF_RESULTS and one.sentence]
    if not voices or not text.in_roles(Role.CONCLUSIONS):
        return Read.missing("spin.nothing-to-compare")
    result = max(voices, key=lambda one: abs(one.weight))
    if sum(one.weight for one in voices) < 0 and claims and not _owned_up(text):
        return _spin(result, claims[0], 0.75, "spin.positive-conclusion-of-no-effect")
    if claims and _only_within_groups(results_of(text)):
        return _spin(result, claims[0], 0.6, "spin.only-within-groups")
    spans = (result.sentence.span,) if result.sentence else ()
    return Read(value=False, status="inferred", confidence=0.7, spans=spans, rule="spin.none-seen")


def claims_effect(sentence: Sentence) -> bool:
    """Whether a concluding sentence claims an effect and says nothing against it."""
    return rules.EFFECT.search(sentence.folded) is not None and rules.NO_EFFECT.search(sentence.folded) is None


def _owned_up(text: Text) -> bool:
    """Whether any concluding sentence says that there was no effect."""
    said = text.in_roles(Role.CONCLUSIONS)
    return any(rules.NO_EFFECT.search(one.folded) or rules.NOT_MET.search(one.folded) for one in said)


def _only_within_groups(results: tuple[ResultRead, ...]) -> bool:
    significant = [one for one in results if one.p.value and one.p.value.value <= _SIGNIFICANT]
    return bool(significant) and all(one.contrast.value == "within-group" for one in significant)


def _spin(result: Voice, claim: Sentence, confidence: float, rule: str) -> Read[bool]:
    spans = (result.sentence.span, claim.span) if result.sentence else (claim.span,)
    return Read(value=True, status="inferred", confidence=confidence, spans=spans, rule=rule)
