"""Spin: a conclusion that says more than the results.

Four forms can be seen in an abstract: the opposite of what the results tell is claimed; an effect is claimed although
the primary result shows none; an effect is claimed of a comparison although only changes within a group were tested;
and where nobody was allocated, a cause is claimed of what was only seen together, or of one group only. What cannot be
seen is not called absent: without a result or without a conclusion the reading is missing. Outside trials the result
that counts is known only where a primary outcome is named.
"""

import re
from collections.abc import Sequence

from claimbook.appraise.direction.comparison import EMPTY, stems_of
from claimbook.appraise.direction.preferred import takes_up, tells_each_group
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.text.english import is_english
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.lexicon import folded_pattern
from claimbook.appraise.text.reading import Sentence, Text
from claimbook.appraise.trial import polarity_rules as rules
from claimbook.appraise.trial.opposite import opposite_of_results
from claimbook.appraise.trial.polarity import Voice, polarity_voices, primary_outcome
from claimbook.appraise.wording.strength import strength_of
from claimbook.model.appraisal import RANDOMISED, Comparison, Kind, Read
from claimbook.model.terms import Strength

_PASSIVE = folded_pattern(r"\b(?:was|were|is|are|been|be)\s(?:\w+ly\s)?$")
_GENERAL = stems_of(
    "outcome outcomes effect effects effective effectiveness benefit treatment method option strategy use routine "
    "practice significant significantly safe safely tolerated clinical care should may can could be recommended"
)
"""Words of a claim that name no outcome."""
_NO_CLAIM = folded_pattern(r"feasib|supported by\b")
"""What can be done works not yet, and who paid claims nothing."""
_TRIALS = RANDOMISED | {Kind.QUASI_EXPERIMENTAL}
_OF_OTHERS = frozenset(
    {
        *(Kind.COMMENT, Kind.RETRACTION_NOTICE, Kind.GUIDELINE, Kind.PROTOCOL, Kind.NARRATIVE_REVIEW, Kind.CASE_REPORT),
        *(Kind.ANIMAL, Kind.IN_VITRO, Kind.OTHER),
    }
)
"""Kinds without a comparison of people of their own."""
_NOBODY_ALLOCATED = frozenset({Kind.COHORT, Kind.CASE_CONTROL, Kind.CROSS_SECTIONAL, Kind.SINGLE_ARM, Kind.CASE_SERIES})
_DID, _CLEAR = "wording.cause-verb", 0.94
"""A verb of change with no other cue beside it (`wording.rules.RIGHT`)."""
_OF_RESULTS = frozenset({"polarity.not-met", "polarity.met", "polarity.result"})
_SIGNIFICANT = 0.05
_COMPARED = folded_pattern(
    r"\bbetween[- ](?:the |these |both )?(?:\w+ ){0,3}(?:groups?|arms?|treatments?|interventions?|conditions?)\b"
    r"|\bdifferences?\b|\bversus\b|\bvs\b|\bcompared (?:with|to)\b(?! (?:the )?(?:baseline|pre|before|initial))"
    r"|\bthan (?:in|with|for|those|the|that|among|after|did|placebo|controls?)\b|\brelative to\b|\bgroup effects?\b"
    r"|\binteractions?\b|\b(?:more|less|greater|higher|lower|better|fewer|superior|inferior)\b|\bratio\b|\beffect size"
)
"""Words of a comparison of groups; where one stands in the results, not only changes within groups were told."""


def spin_of(text: Text, kind: Kind | None = Kind.RCT, comparisons: Sequence[Comparison] = ()) -> Read[bool]:
    """Whether the conclusion claims more than the results show, with the result and the claim side by side.

    Args:
        text: title and abstract.
        kind: what kind of publication it is.
        comparisons: what was compared with what; without them no conclusion is held to say the opposite.
    """
    if kind in _OF_OTHERS or not is_english(text):
        return Read.missing("spin.no-comparison")
    read = _against_results(text)
    if kind in _TRIALS:
        return _opposite(text, comparisons) or read
    if read.value and not primary_outcome(text):
        read = Read.missing("spin.no-primary-outcome")
    if read.value is None and kind in _NOBODY_ALLOCATED and _only_associates(text):
        return Read(value=False, status="inferred", confidence=0.7, rule="spin.only-associated")
    if not read.value and kind in _NOBODY_ALLOCATED and (cause := _cause_claimed(text)):
        span = (cause.span,)
        return Read(value=True, status="inferred", confidence=0.6, spans=span, rule="spin.cause-from-association")
    return read


def _opposite(text: Text, comparisons: Sequence[Comparison]) -> Read[bool]:
    stated = [one for one in _claims(text) if strength_of(one).value is not Strength.NONE]
    found = opposite_of_results(text, comparisons, stated)
    if found is None:
        return Read.missing("spin.not-opposite")
    spans = (found.result.span, found.claim.span)
    return Read(value=True, status="inferred", confidence=0.6, spans=spans, rule="spin.opposite-of-results")


def _only_associates(text: Text) -> bool:
    """Whether results are told, and every conclusion that might claim something only tells what goes together."""
    claims = _claims(text)
    associated = (strength_of(one).value is Strength.ASSOCIATIONAL for one in claims)
    return bool(claims) and bool(text.in_roles(Role.RESULTS)) and all(associated)


def _cause_claimed(text: Text) -> Sentence | None:
    """The first concluding sentence that claims with a verb of change, and nothing beside it, that a thing did it."""
    for one in text.in_roles(Role.CONCLUSIONS) if text.in_roles(Role.RESULTS) else ():
        strength = strength_of(one)
        if strength.rule == _DID and strength.confidence >= _CLEAR and claims_effect(one):
            return one
    return None


def _against_results(text: Text) -> Read[bool]:
    claims = _claims(text)
    voices = [one for one in polarity_voices(text) if one.rule in _OF_RESULTS and one.sentence]
    said = text.in_roles(Role.CONCLUSIONS)
    if said and not claims and text.in_roles(Role.RESULTS):
        return Read(value=False, status="inferred", confidence=0.7, spans=(said[0].span,), rule="spin.nothing-claimed")
    if not voices or not said:
        return Read.missing("spin.nothing-to-compare")
    result = max(voices, key=lambda one: abs(one.weight))
    claim = next((one for one in claims if _is_of_outcome(text, one, result)), None)
    if sum(one.weight for one in voices) < 0 and claim and not _owned_up(text):
        return _spin(result, claim, 0.75, "spin.positive-conclusion-of-no-effect")
    if claims and (_only_within_groups(text) or (result.sentence and _is_of_each_group(text, result.sentence))):
        return _spin(result, claims[0], 0.6, "spin.only-within-groups")
    spans = (result.sentence.span,) if result.sentence else ()
    return Read(value=False, status="inferred", confidence=0.7, spans=spans, rule="spin.none-seen")


def _claims(text: Text) -> list[Sentence]:
    return [one for one in text.in_roles(Role.CONCLUSIONS) if claims_effect(one)]


def claims_effect(sentence: Sentence) -> bool:
    """Whether a concluding sentence claims an effect and says nothing against it."""
    against = (rules.NO_EFFECT, rules.OF_BOTH)
    return _claimed(sentence.folded) is not None and not any(one.search(sentence.folded) for one in against)


def _claimed(folded: str) -> re.Match[str] | None:
    """The first words that claim an effect."""
    effects = (one for one in rules.EFFECT.finditer(folded) if not _NO_CLAIM.match(folded, one.start()))
    return next(effects, None) or rules.CLAIM.search(folded)


def _is_of_outcome(text: Text, claim: Sentence, result: Voice) -> bool:
    """Whether a claim may be of the outcome that a result tells: of the primary one, of the same words, or of none."""
    if result.rule != "polarity.result" or primary_outcome(text) or result.sentence is None:
        return True
    claimed = _claimed(claim.folded)
    if claimed and claimed[0].startswith("as "):  # 'as effective as', of whatever did not differ
        return True
    passive = claimed and claimed[0].endswith("ed") and _PASSIVE.search(claim.folded, 0, claimed.start())
    told = claim.folded[: claimed.start()] if claimed and passive else claim.folded[claimed.end() if claimed else 0 :]
    words = stems_of(told) - EMPTY - _GENERAL
    shown = " ".join(one.folded for one in _with_the_one_before(text, result.sentence))
    return not words or bool(words & stems_of(shown))


def _with_the_one_before(text: Text, sentence: Sentence) -> tuple[Sentence, ...]:
    """A result and, where it takes up the outcome of the sentence before it, that one."""
    results = text.in_roles(Role.RESULTS)
    place = next((place for place, one in enumerate(results) if one.span == sentence.span), 0)
    before = results[place - 1 : place] if place and takes_up(results[place - 1], sentence) else ()
    return (*before, sentence)


def _owned_up(text: Text) -> bool:
    """Whether any concluding sentence says that there was no effect."""
    said = text.in_roles(Role.CONCLUSIONS)
    return any(rules.NO_EFFECT.search(one.folded) or rules.NOT_MET.search(one.folded) for one in said)


def _only_within_groups(text: Text) -> bool:
    """Whether every significant number is of a change within a group, and no result compares the groups."""
    if _compares(text):
        return False
    significant = [one for one in results_of(text) if one.p.value and one.p.value.value <= _SIGNIFICANT]
    return bool(significant) and all(one.contrast.value == "within-group" for one in significant)


def _is_of_each_group(text: Text, result: Sentence) -> bool:
    """Whether the result that counts tells each group by itself, and no result compares the groups."""
    return tells_each_group(result) and not _compares(text)


def _compares(text: Text) -> bool:
    return any(_COMPARED.search(one.folded) for one in text.in_roles(Role.RESULTS))


def _spin(result: Voice, claim: Sentence, confidence: float, rule: str) -> Read[bool]:
    spans = (result.sentence.span, claim.span) if result.sentence else (claim.span,)
    return Read(value=True, status="inferred", confidence=confidence, spans=spans, rule=rule)
