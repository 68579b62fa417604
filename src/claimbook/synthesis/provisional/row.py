"""From what was read of one record by rule to a row as a person might confirm it. Pure; the row is never evidence.

One rule decides of every reading whether it counts (``ProposedValue.taken``):

* the field has a line (``docs/accuracy.md``, Lines): above it the value counts, below it the field is absent;
* the field has none, because nobody has measured how often it is right: it counts as it looked, and is told apart.

What an absent field means is written once, here:

======================================  ================================================
absent                                  then
======================================  ================================================
kind of study                           the record is left out
intervention, outcome of the match      the record is left out
population, purpose of the match        the record is left out
comparator of the match                 no comparison was seen; where one was seen below its line,
                                        it counts as another than the claim's ("partial")
direction                               the study has no usable result
contrast of a result                    the words count as a comparison of groups; where it looked like a change
                                        within one group, sure or not, the result is no comparison
numbers of a result                     the direction alone is used
people, follow-up, signs of bias        not seen, which is never a favourable value
======================================  ================================================

A value that the evidence table has no place for (another word than the closed ones, more people than live) is absent.
"""

import json
import math
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, TypeAlias

from pydantic import ValidationError

from claimbook.language.said import said
from claimbook.model.appraisal import Kind
from claimbook.model.claim import Outcome
from claimbook.model.days import FIRST_YEAR, LAST_YEAR
from claimbook.model.effect import RATIOS
from claimbook.model.proposal import Place, ProposedRecord, ProposedValue, Value
from claimbook.model.search import RecordFacts
from claimbook.model.study import BiasSignals, Study
from claimbook.model.terms import REVIEWS, Design

Json: TypeAlias = dict[str, Any]
PEOPLE = said("the people of these studies")
"""What stands where a confirmed row has its population in a person's words."""
_BY_RULE = "read by rule, nobody has checked it"
_DIFFERENCES = frozenset({"SMD", "MD"})
_BEFORE_AND_AFTER = frozenset({Kind.SINGLE_ARM, Kind.CASE_REPORT})
"""Kinds without a second group: what changed in them is no comparison."""
_MOST_RESULTS, _MOST_ARMS, _MOST_AUTHORS, _LONGEST_TITLE = 3, 10, 6, 1_000
_NUMBER = r"-?[0-9]+(?:[.][0-9]+)?(?:e[+-]?[0-9]{1,2})?"
_INTERVAL = re.compile(rf"({_NUMBER}) to ({_NUMBER})( \(95%\))?")
"""The ends of an interval, and the usual level where it is printed; one of another level is not used."""
_USUAL_LEVEL = 0.95
_WEEKS = re.compile(rf"({_NUMBER}) weeks?")
_MOST_PEOPLE, _MOST_WEEKS = 1_000_000_000, 10_000
"""No study has more; what says so was misread, and a misreading is absent."""
_MATCHES = frozenset({"direct", "partial", "indirect", "absent"})
_CHANGES = frozenset({"higher", "lower", "no-difference"})
_NEEDED = ("intervention", "outcome", "population", "purpose")
_CODES = MappingProxyType({"direct": "direct", "partial": "partial"})
_NOTICES = ("retracted", "concern", "corrected", "preprint")


class LeftOut(StrEnum):
    """Why a record that was read gives no row."""

    KIND = "what kind of study it is, is unclear"
    NO_STUDY = "it is no study: a comment, a guideline, a narrative review"
    MATCH = "whether it answers the claim is unclear"
    NOT_READ = "it was read before the claim had this outcome"


@dataclass(frozen=True)
class Row:
    """One record as it was read for one outcome."""

    record: ProposedRecord
    facts: RecordFacts | None
    """None where the list of records does not hold it."""
    study: Study | None
    """The row; None where the record is left out."""
    left_out: LeftOut | None
    readings: tuple[ProposedValue, ...]
    """What the row was made from, in the order of the file; of a record that is left out, what was taken so far."""

    @property
    def unmeasured(self) -> int:
        """Readings of the row that counted as they looked, because no line is known for their field."""
        return sum(one.line is None for one in self.readings)


class _Reader:
    """Takes values of a record for one outcome and remembers which."""

    def __init__(self, record: ProposedRecord, claim: str, outcome: str) -> None:
        self._key = f"finding.{claim}.{outcome}"
        self._values = {one.field: one for one in record.values}
        self._notices = [one for one in record.values if one.field == "notices"]
        self.taken: dict[str, ProposedValue] = {}
        self.was_read = any(field.startswith(f"{self._key}.") for field in (*self._values, *record.not_found))
        """Whether anything was looked for; an outcome that is newer than the proposals was not."""

    def value(self, field: str) -> Value | None:
        """What counts of a field; None where it is absent or below its line."""
        found = self._values.get(field)
        value = None if found is None else found.taken
        if found is not None and value is not None:
            self.taken[field] = found
        return value

    def number(self, field: str) -> int | None:
        """The same where it is a whole number of people, and no more than can have taken part."""
        value = self.value(field)
        if isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= _MOST_PEOPLE:
            return value
        self.forget(field)
        return None

    def of_outcome(self, field: str, words: Container[object] | None = None) -> Value | None:
        """What counts of a field of this outcome; of a field with closed words nothing but one of these."""
        value = self.value(f"{self._key}.{field}")
        if words is None or value in words:
            return value
        self.forget_of_outcome(field)
        return None

    def seemed(self, field: str) -> Value | None:
        """What a field of this outcome looked like, below its line."""
        found = self._values.get(f"{self._key}.{field}")
        return None if found is None else found.looked_like

    def forget(self, field: str) -> None:
        """A value that was looked at and not used, so that nothing is said to rest on it."""
        self.taken.pop(field, None)

    def forget_of_outcome(self, field: str) -> None:
        """The same for a field of this outcome."""
        self.forget(f"{self._key}.{field}")

    def places(self, field: str) -> tuple[Place, ...]:
        """Where a field of this outcome was read."""
        found = self._values.get(f"{self._key}.{field}")
        return () if found is None else found.places

    def notices(self) -> list[str]:
        """Every notice that was read; a record may have several."""
        return [str(one.taken) for one in self._notices if one.taken is not None]


def row_of(record: ProposedRecord, facts: RecordFacts | None, claim: str, outcome: Outcome) -> Row:
    """The row of one record for one outcome of a claim, or why it has none."""
    reader = _Reader(record, claim, outcome.id)
    made = _made(reader, record, facts, claim, outcome)
    readings = tuple(reader.taken.values())
    if isinstance(made, LeftOut):
        return Row(record, facts, None, made, readings)
    study = Study.model_validate_json(json.dumps(made))
    return Row(record, facts, study.model_copy(update={"population": PEOPLE}), None, readings)


def _made(
    reader: _Reader, record: ProposedRecord, facts: RecordFacts | None, claim: str, outcome: Outcome
) -> Json | LeftOut:
    if not reader.was_read:
        return LeftOut.NOT_READ
    name = reader.value("design")
    if name is None:
        return LeftOut.KIND
    kind = Kind(str(name)) if str(name) in set(Kind) else Kind.OTHER
    if kind.design is None:
        return LeftOut.NO_STUDY
    match = _match(reader)
    if match is None:
        return LeftOut.MATCH
    result = _result(reader, kind, outcome)
    finding = {"claim": claim, "outcome": outcome.id, "result": outcome.id, "match": match, "weeks": _weeks(reader)}
    finding |= {"better_if": outcome.better.value} if result.get("effect") else {}
    return {
        **_bibliography(record, facts),
        **_people(reader, kind.design),
        "design": kind.design.value,
        "population": str(PEOPLE),
        "bias_signals": {"basis": f"abstract, {_BY_RULE}", **dict(_signals(reader))},
        "notices": [one for one in _NOTICES if one in {*reader.notices(), *(facts.marks if facts else ())}],
        "outcomes": [result],
        "findings": [finding],
    }


def _match(reader: _Reader) -> Json | None:
    """The codes of the five elements; None where one that must be known is not."""
    read = {name: reader.of_outcome(f"match.{name}", _MATCHES) for name in (*_NEEDED, "comparator")}
    if any(read[name] is None for name in _NEEDED):
        return None
    codes: Json = {name: {"code": _CODES.get(str(read[name]), "none"), "why": _BY_RULE} for name in read}
    if read["comparator"] is None and reader.seemed("match.comparator") in _CODES:
        codes["comparator"]["code"] = "partial"  # that something was compared is sure; with what, is not
    codes["outcome"] = {"code": _CODES.get(str(read["outcome"]), "different"), "why": _BY_RULE}
    return codes | {"purpose": {"same": read["purpose"] == "direct", "why": _BY_RULE}}


def _result(reader: _Reader, kind: Kind, outcome: Outcome) -> Json:
    """The reported result, its words turned by which way is better; without a direction that counts it is unclear."""
    change = reader.of_outcome("direction", _CHANGES)
    if change is None:
        return {"name": outcome.id, "direction": "unclear"}
    words = {"name": outcome.id, "direction": outcome.reported(str(change))}
    if kind in _BEFORE_AND_AFTER:
        return words | {"comparison": "within-group"}
    for number in range(1, _MOST_RESULTS + 1):
        if _stands_with_the_direction(reader, f"result-{number}"):
            return words | _printed(reader, f"result-{number}", str(change))
    return words


def _stands_with_the_direction(reader: _Reader, result: str) -> bool:
    """Whether a printed result stands in the words from which the direction was read."""
    names = ("estimate", "interval", "p_value")
    numbers = [place for name in names for place in reader.places(f"{result}.{name}")]
    around = reader.places("direction")
    return any(_holds(place, number) for place in around for number in numbers)


def _holds(place: Place, other: Place) -> bool:
    return place.where == other.where and place.start <= other.start and other.end <= place.end


def _printed(reader: _Reader, result: str, change: str) -> Json:
    """The p value and the effect of one printed result; what only seems to be within one group is no comparison.

    That is the one reading below its line that speaks, because it takes a result away and never gives one.
    """
    contrast = reader.of_outcome(f"{result}.contrast")
    if contrast is None and reader.seemed(f"{result}.contrast") == "within-group":
        contrast = "within-group"
    p = reader.of_outcome(f"{result}.p_value")
    effect = _effect(reader, result, change)
    for name in () if effect else ("measure", "estimate", "interval"):
        reader.forget_of_outcome(f"{result}.{name}")
    return {
        "comparison": contrast if contrast in {"between-group", "within-group"} else None,
        "p_value": None if p is None else str(p),
        "effect": effect,
    }


def _effect(reader: _Reader, result: str, change: str) -> Json | None:
    """An estimate whose interval says the same as the words; where they disagree, the words alone count.

    A ratio may be printed the other way round, and a hazard ratio of death stands for survival.
    """
    measure, value = reader.of_outcome(f"{result}.measure"), reader.of_outcome(f"{result}.estimate")
    ends = _INTERVAL.fullmatch(str(reader.of_outcome(f"{result}.interval")))
    if measure not in RATIOS | _DIFFERENCES or not isinstance(value, int | float) or ends is None:
        return None
    low, high = float(ends[1]), float(ends[2])
    null = 1 if measure in RATIOS else 0
    shown = "higher" if low > null else "lower" if high < null else "no-difference"
    if shown != change or not low < value < high or (null and low <= 0):
        return None
    level = {"ci_level": _USUAL_LEVEL} if ends[3] else {}
    return {"type": measure, "estimate": float(value), "ci_low": low, "ci_high": high, **level}


def _people(reader: _Reader, design: Design) -> Json:
    """How many people; a review has none of its own, and does not say which designs it rests on."""
    if design in REVIEWS:
        people = reader.number("review.participants")
        return {"review": {"of": "not stated", "why": _BY_RULE, "participants": people}}
    total, randomised = reader.number("n_total"), reader.number("n_randomised")
    arms = [size for place in range(1, _MOST_ARMS + 1) if (size := reader.number(f"arms.{place}.n")) is not None]
    together = sum(arms) if total in arms else None
    return {"n_total": max((one for one in (total, randomised, together) if one is not None), default=None)}


def _signals(reader: _Reader) -> Iterator[tuple[str, Json]]:
    """Signs of bias that count, as far as the evidence table has words for them."""
    for name in BiasSignals.model_fields:
        field = f"bias_signals.{name}"
        value = reader.value(field)
        if value is None:
            continue
        sign = {"percent" if name == "attrition" else "value": value, "why": _BY_RULE}
        if _has_words_for(name, sign):
            yield name, sign
        else:
            reader.forget(field)


def _has_words_for(name: str, sign: Json) -> bool:
    try:
        BiasSignals.model_validate_json(json.dumps({"basis": _BY_RULE, name: sign}))
    except ValidationError:
        return False
    return True


def _weeks(reader: _Reader) -> float | None:
    told = _WEEKS.fullmatch(str(reader.value("follow_up")))
    weeks = float(told[1]) if told else math.inf
    if 0 <= weeks <= _MOST_WEEKS:
        return weeks
    reader.forget("follow_up")
    return None


def _bibliography(record: ProposedRecord, facts: RecordFacts | None) -> Json:
    """What the list of records knows; a registry number that a record has alone names its trial, which counts once."""
    known: Json = {
        "id": f"pmid-{record.pmid}",
        "pmid": record.pmid,
        "title": f"PMID {record.pmid}",
        "link": f"https://pubmed.ncbi.nlm.nih.gov/{record.pmid}/",
    }
    if facts is None:
        return known
    title = " ".join((facts.title or facts.vernacular_title or "").split())[:_LONGEST_TITLE]
    trial = facts.registry_ids[0].lower() if len(facts.registry_ids) == 1 else ""
    return known | {
        "title": title or known["title"],
        "authors": ", ".join(facts.authors[:_MOST_AUTHORS]) or None,
        "year": next((year for year in facts.years if FIRST_YEAR <= year <= LAST_YEAR), None),
        "journal": facts.journal or None,
        "trial": trial if re.fullmatch(r"[a-z0-9]{1,80}", trial) else None,
    }
