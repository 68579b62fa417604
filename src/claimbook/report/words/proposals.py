"""How single readings of a record are called; nothing here decides."""

from types import MappingProxyType

from claimbook.language.said import Numeral, counted, said, said_as
from claimbook.model.proposal import ProposedValue
from claimbook.report.words.facts import MINUS
from claimbook.report.words.search_rows import kind_words

_NAMES = MappingProxyType(
    {
        "design": said("Kind of study"),
        "n_total": said_as("how many", "People"),
        "n_randomised": said("People randomised"),
        "participants": said_as("how many", "People"),
        "n": said("People in one arm"),
        "follow_up": said("Follow-up"),
        "population": said("People of the claim"),
        "intervention": said("Intervention of the claim"),
        "comparator": said("Comparison of the claim"),
        "outcome": said("Outcome of the claim"),
        "purpose": said("Purpose of the claim"),
        "direction": said("Which way the outcome went"),
        "measure": said("Measure"),
        "estimate": said("Estimate"),
        "interval": said("Interval"),
        "p_value": said("p value"),
        "contrast": said("What was compared"),
        "randomised": said("Randomised"),
        "quasi_random": said("Allocated by a method that is not random"),
        "control_group": said("Comparison group"),
        "blinding": said("Blinding"),
        "concealment": said("Allocation concealed"),
        "intention_to_treat": said("Intention to treat"),
        "per_protocol_only": said("Per-protocol analysis only"),
        "registered": said("Registered"),
        "attrition": said("Percent lost"),
        "confounders_adjusted": said("Adjusted for confounders"),
        "industry_funded": said("Paid for by industry"),
        "multicentre": said("Several centres"),
        "harms_reported": said("Harms reported"),
        "baseline_comparable": said("Groups alike at the start"),
    }
)
"""By the last part of the field's name."""
_USUAL_INTERVAL, _USUAL_LEVEL = said("95% interval"), " (95%)"
"""How an interval is called whose level is printed; the file has it behind the ends."""
_VALUES = MappingProxyType(
    {
        "direct": said_as("match", "direct"),
        "partial": said_as("match", "in part"),
        "indirect": said_as("match", "indirect"),
        "absent": said_as("match", "not seen"),
        "higher": said_as("direction", "higher"),
        "lower": said_as("direction", "lower"),
        "no-difference": said_as("direction", "no clear difference"),
        "between-group": said("between groups"),
        "within-group": said("within one group"),
        "yes": said_as("sign", "yes"),
        "no": said_as("sign", "no"),
        "double": said_as("blinding", "double-blind"),
        "assessor": said_as("blinding", "who measured did not know the groups"),
        "single, who not said": said_as("blinding", "single, who is not said"),
        "none": said_as("blinding", "none"),
    }
)
"""Closed words of readings; a number stands as it is."""


def name_of(reading: ProposedValue) -> str:
    """What a reading is about."""
    last = reading.field.rpartition(".")[2]
    if last == "interval" and str(reading.taken).endswith(_USUAL_LEVEL):
        return _USUAL_INTERVAL
    return _NAMES.get(last, last.replace("_", " "))


def value_of(reading: ProposedValue) -> str:
    """What counts of a reading, in words."""
    value = reading.taken
    if reading.field == "design":
        return kind_words(str(value))
    if reading.field == "follow_up":
        return _weeks(str(value))
    return _number(value) if isinstance(value, int | float) else _VALUES.get(str(value)) or _ends(str(value))


def _number(value: float) -> Numeral:
    return _signed(f"{value:,}" if isinstance(value, int) else f"{value:g}")


def _signed(number: str) -> Numeral:
    """With the minus sign that all numbers of a page have; the file keeps a hyphen, which programs read."""
    return Numeral(number.replace("-", MINUS))


def _weeks(told: str) -> str:
    weeks = float(told.removesuffix(" weeks"))
    return counted("{n:g} week", "{n:g} weeks", int(weeks) if weeks.is_integer() else weeks)  # type: ignore[arg-type]


def _ends(told: str) -> str:
    """The ends of an interval, or a p value, or the name of a measure."""
    low, between, high = told.removesuffix(_USUAL_LEVEL).partition(" to ")
    return said("{low} to {high}", low=_signed(low), high=_signed(high)) if between else Numeral(told)
