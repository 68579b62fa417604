"""Signs for and against bias that one abstract shows (grading specification 1.2).

What an abstract does not say is missing, never a favourable 'no'. A review, comment or guideline speaks of other
people's studies, so nothing is read from it as its own conduct.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Literal, cast

from claimbook.appraise.design.kind import planned_kind_of, randomised_of
from claimbook.appraise.signals.attrition import attrition_of
from claimbook.appraise.signals.blinding_rules import most_sure_of_assessors
from claimbook.appraise.signals.reports import is_about_reports
from claimbook.appraise.signals.rule import Sign, first_signs
from claimbook.appraise.signals.rules import TABLE
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Text
from claimbook.model.appraisal import RANDOMISED, Kind, Read, Sample, Signals

Signs = Mapping[str, Sign]
"""The first sign of each field that has one."""
Blinded = Literal["double", "assessor", "single, who not said", "none"]
_NOT_OF_ITS_OWN = frozenset(
    {
        Kind.META_ANALYSIS,
        Kind.SYSTEMATIC_REVIEW,
        Kind.NARRATIVE_REVIEW,
        Kind.GUIDELINE,
        Kind.COMMENT,
        Kind.RETRACTION_NOTICE,
    }
)
"""Publications that report no study of their own."""
_MULTICENTRE_TYPE = "Multicenter Study"
_SURE_BY_DESIGN, _NOT_SAID, _BY_KIND = 0.95, 0.5, 0.8
_NOT_BY_CHANCE = frozenset(
    {Kind.COHORT, Kind.CASE_CONTROL, Kind.CROSS_SECTIONAL, Kind.CASE_SERIES, Kind.CASE_REPORT, Kind.SINGLE_ARM}
)
"""Designs that allocate nobody. Concluded from a word for the design, so never sure."""
_OF_THE_STUDY = (Role.TITLE, Role.AIM, Role.METHODS, Role.RESULTS)
_SAID = 0.8
"""From here on words of a control group are believed before the design."""
_CONTROLLED_BY_DESIGN = {
    Kind.SINGLE_ARM: (False, 0.9),
    Kind.CASE_SERIES: (False, 0.8),
    Kind.CASE_REPORT: (False, 0.8),
    Kind.CASE_CONTROL: (True, 0.95),
}
"""Whether a design has a control group, and how sure that is where no words tell it."""


def signals_of(text: Text, kind: Read[Kind], sample: Sample, types: frozenset[str] = frozenset()) -> Signals:
    """Every sign of one text.

    Args:
        text: title and abstract.
        kind: what kind of publication it is.
        sample: how many people were randomised and analysed, from which losses follow where they are not printed.
        types: names of its publication types.
    """
    if kind.value in _NOT_OF_ITS_OWN or is_about_reports(text):
        return _NOTHING
    signs = first_signs(TABLE, text)
    randomised = _randomised(text, kind, signs)
    itt = _said("intention_to_treat", signs)
    return Signals(
        randomised=randomised,
        quasi_random=_said("quasi_random", signs),
        control_group=_control_group(signs, kind, randomised),
        blinding=_blinding(signs),
        concealment=_said("concealment", signs),
        intention_to_treat=itt,
        per_protocol_only=_per_protocol_only(signs, itt),
        attrition=attrition_of(text, sample, kind.value),
        confounders_adjusted=_said("confounders_adjusted", signs),
        multicentre=_multicentre(signs, types),
        baseline_comparable=_said("baseline_comparable", signs),
    )


def _said(field: str, signs: Signs) -> Read[bool]:
    """What the first rule that speaks of a field says."""
    sign = signs.get(field)
    return Read.missing(f"signals.{field}-not-stated") if sign is None else _read(bool(sign.rule.says), sign)


def _read(value: bool, sign: Sign) -> Read[bool]:
    return Read(value, "explicit", sign.rule.confidence, (sign.span,), rule=f"signals.{sign.rule.field}")


def _randomised(text: Text, kind: Read[Kind], signs: Signs) -> Read[bool]:
    """By the kind where that is a trial of two or more arms by chance; else as the words say."""
    if kind.value in RANDOMISED:
        return Read(
            value=True,
            status=kind.status,
            confidence=kind.confidence,
            spans=kind.spans,
            metadata=kind.metadata,
            rule=kind.rule,
        )
    said = _said("randomised", signs)
    if said:
        return said
    planned = kind.value
    if kind.metadata or kind.value is Kind.PROTOCOL:  # else the words have spoken already
        said = randomised_of(text)
        if said.value:
            return said
        planned = planned_kind_of(text).value
    if (
        kind.value in _NOT_BY_CHANCE
        or planned in _NOT_BY_CHANCE
        or (kind.value is Kind.QUASI_EXPERIMENTAL and not _names_chance(text))
    ):
        return Read(value=False, status="inferred", confidence=_BY_KIND, rule="signals.kind-without-allocation")
    if kind.value is None and "ill_or_healthy" in signs and not _names_chance(text):
        return replace(_read(value=False, sign=signs["ill_or_healthy"]), status="inferred")
    return Read.missing("signals.randomisation-not-stated")


def _names_chance(text: Text) -> bool:
    """Quasi-experiments may allocate by chance, and quasi-randomised ones try to; what is wished for does not count."""
    return any("random" in one.folded for one in text.in_roles(*_OF_THE_STUDY))


def _control_group(signs: Signs, kind: Read[Kind], randomised: Read[bool]) -> Read[bool]:
    """As the words say; where they are silent or unsure, as the design has it."""
    said = _said("control_group", signs)
    if said.confidence >= _SAID:
        return said
    if randomised.value:
        return Read(
            value=True,
            status="inferred",
            confidence=_SURE_BY_DESIGN,
            spans=said.spans,
            rule="signals.randomised-has-a-control",
        )
    if kind.value in _CONTROLLED_BY_DESIGN and (not said or kind.value is Kind.SINGLE_ARM):
        value, sure = _CONTROLLED_BY_DESIGN[kind.value]
        return Read(value=value, status="inferred", confidence=min(sure, kind.confidence), rule=f"signals.{kind.value}")
    return said


def _blinding(signs: Signs) -> Read[Blinded]:
    sign = signs.get("blinding")
    if sign is None:
        return Read.missing("signals.blinding-not-stated")
    value = cast("Blinded", sign.rule.says)
    sure = min(sign.rule.confidence, most_sure_of_assessors(sign.found) if value == "assessor" else 1.0)
    return Read(value, "explicit", sure, (sign.span,), rule="signals.blinding")


def _per_protocol_only(signs: Signs, itt: Read[bool]) -> Read[bool]:
    """Both analyses named: an explicit no. That no other analysis is named is silence, so the yes is inferred."""
    sign = signs.get("per_protocol_only")
    if sign is None:
        return Read.missing("signals.per-protocol-not-stated")
    if itt.value:
        return Read(
            value=False,
            status="explicit",
            confidence=itt.confidence,
            spans=(*itt.spans, sign.span),
            rule="signals.both-analyses",
        )
    return Read(
        value=True, status="inferred", confidence=_NOT_SAID, spans=(sign.span,), rule="signals.per-protocol-alone"
    )


def _multicentre(signs: Signs, types: frozenset[str]) -> Read[bool]:
    if _MULTICENTRE_TYPE in types:
        return Read(
            value=True,
            status="explicit",
            confidence=_SURE_BY_DESIGN,
            metadata=(_MULTICENTRE_TYPE,),
            rule="signals.publication-type",
        )
    return _said("multicentre", signs)


_SILENT: Read[bool] = Read.missing("signals.no-study-of-its-own")
_NOTHING = Signals(
    randomised=_SILENT,
    quasi_random=_SILENT,
    control_group=_SILENT,
    blinding=Read.missing("signals.no-study-of-its-own"),
    concealment=_SILENT,
    intention_to_treat=_SILENT,
    per_protocol_only=_SILENT,
    attrition=Read.missing("signals.no-study-of-its-own"),
    confounders_adjusted=_SILENT,
    multicentre=_SILENT,
    baseline_comparable=_SILENT,
)
