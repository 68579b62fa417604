"""Whether a record asks for the same purpose as the claim: to treat, to prevent, about harm, or an association."""

from claimbook.appraise.match import rules
from claimbook.appraise.match.people import mention_of
from claimbook.appraise.match.values import DIRECT, INDIRECT, PARTIAL, Directness, Found, seen, unknown
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Text
from claimbook.model.terms import Purpose

_WEIGHT = {Role.TITLE: 3.0, Role.AIM: 2.0, Role.CONCLUSIONS: 1.0, Role.METHODS: 0.5, Role.RESULTS: 0.25}
"""How much a sentence of each part tells of the purpose of a study."""


def purpose_of(claimed: Purpose, text: Text) -> Found:
    """The same, a near one or another, by the words of title, aim and conclusion; unknown where none of them tells."""
    weights = {purpose: _weight(text, purpose) for purpose in Purpose}
    main = max(weights, key=lambda purpose: (weights[purpose], purpose is claimed))
    if not weights[main]:
        return _by_design(claimed, text)
    if main is claimed:
        return _found(DIRECT, f"speaks of the same purpose: {claimed}", claimed, text, 0.7)
    if near := rules.NEAR_PURPOSES.get(frozenset({main, claimed})):
        return _found(PARTIAL, near, main, text, 0.5)
    if weights[claimed]:
        return _found(PARTIAL, f"speaks mainly of another purpose ({main}), and of {claimed} as well", main, text, 0.5)
    return _found(INDIRECT, f"speaks of another purpose: {main}, not {claimed}", main, text, 0.6)


def _by_design(claimed: Purpose, text: Text) -> Found:
    """Patients in groups are treated, where no word says more."""
    patients = mention_of(text, rules.PATIENTS, *_WEIGHT)
    if patients is None or not mention_of(text, rules.TWO_GROUPS, *_WEIGHT):
        return unknown("does not say what the study was for", "purpose-not-named")
    same = claimed is Purpose.TREAT
    why = "patients in groups, so to treat" if same else f"patients in groups, so to treat and not: {claimed}"
    return seen(DIRECT if same else INDIRECT, why, "purpose-by-design", patients, 0.5)


def _weight(text: Text, purpose: Purpose) -> float:
    cue = rules.PURPOSES[purpose]
    return sum(_WEIGHT[one.role] for one in text.in_roles(*_WEIGHT) if cue.search(one.folded))


def _found(value: Directness, why: str, shown: Purpose, text: Text, confidence: float) -> Found:
    mention = mention_of(text, rules.PURPOSES[shown], *_WEIGHT)
    if mention is None:  # a purpose without weight is never shown
        raise ValueError(f"no words of the purpose {shown}")
    return seen(value, why, f"purpose-{value}", mention, confidence)
