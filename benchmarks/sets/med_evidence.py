"""med_evidence: answer a review's question from the abstracts of its studies, with a certainty. Evaluation only.

The whole way: every abstract is read by ``claimbook.appraise``, what was read becomes a row of the evidence table,
the rows are weighed by ``claimbook.synthesis``, and its state, certainty and count of directions give the answer.
Nothing is fitted to these rows; the rules of ``answer_from`` stand with their reasons.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from claimbook.appraise.direction import Direction, direction_in
from claimbook.appraise.effects import results_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.question import Asked, asked_by
from claimbook.appraise.record import read_by_rule
from claimbook.appraise.text import Text, text_of
from claimbook.model.appraisal import Appraisal, Change, Read, ResultRead
from claimbook.model.assessment import OutcomeAssessment
from claimbook.model.claim import Claim, Outcome
from claimbook.model.record import AbstractSection, Record
from claimbook.model.study import Study
from claimbook.model.terms import REVIEWS, Design, State
from sets.files import Row, rows_of
from sets.measures import Answer, Task, share_given, share_right, weighted_kappa

NAME = "med_evidence"
LEVELS = {"very low": 1, "low": 2, "moderate": 3, "high": 4}
NO_DATA, UNCERTAIN, SAME = "insufficient data", "uncertain effect", "no difference"
ASKED = "asked"
"""Id of the claim and of its outcome."""
TOWARD: dict[Change, str] = {
    "higher": "favours-intervention",
    "lower": "favours-comparator",
    "no-difference": "no-difference",
}
"""The claim says 'higher', and higher is called better: a way to ask for a direction without judging it."""
RATIOS, DIFFERENCES = frozenset({"HR", "OR", "RR"}), frozenset({"SMD", "MD"})
Json = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """What one abstract tells about the question."""

    read: Appraisal
    direction: Direction | None
    """None where no sentence speaks of the outcome."""
    result: ResultRead | None


@dataclass(frozen=True)
class Worked:
    """One question, worked through once for both tasks."""

    row: Row
    asked: Asked | None
    told: tuple[Told, ...]
    found: OutcomeAssessment | None


# Reading


_UNTREATED = re.compile(r"\b(?:placebo|sham|no|without|untreated|nothing)\b", re.IGNORECASE)
"""How a question begins to name such an arm."""
_COMPARED_WITH_NOTHING = re.compile(
    r"\b(?:placebo|sham|dummy|controls?|untreated|alone|wait(?:ing)?[ -]list|usual|inactive"
    r"|no[nt]?[ -](?:\w+[ -]){0,2}(?:treat|interven|therap|train|exerc|prophyl)\w*)\b",
    re.IGNORECASE,
)
"""Names of an arm that was not treated, or not truly; 'without', 'standard' and 'controlled' also say other things."""


def told_by(source: Json, asked: Asked) -> Told:
    """One abstract, asked for the outcome under both arms; silent where it has not the outcome or the comparison."""
    sections = tuple(map(AbstractSection, filter(None, source["abstract"].split("\n"))))
    text = text_of(source["title"], *sections)
    record = Record(source["pmid"], 1, "article", source["title"], abstract=sections)
    read = read_by_rule(record, text)
    direction = direction_in(text, asked.triple)
    if direction is None or not direction.outcome_said or not compares(asked, text):
        return Told(read, None, None)
    return Told(read, direction, next((one for one in results_of(text, asked.triple) if _fits(one, direction)), None))


def compares(asked: Asked, text: Text) -> bool:
    """Whether a text can hold the comparison: one with nothing is not told by a trial of two treatments."""
    return not _UNTREATED.match(asked.comparator) or _COMPARED_WITH_NOTHING.search(text.folded) is not None


def _fits(result: ResultRead, direction: Direction) -> bool:
    """Whether a printed result stands in a sentence that the direction was read from."""
    return any(one.span.holds(result.sentence) for one in direction.evidence)


# From what was read to a row of the evidence table


def study_of(told: Told) -> Study:
    """The row that a person would be asked to confirm; what was not read stays absent."""
    read, sample = told.read, told.read.sample
    design = (read.kind.value and read.kind.value.design) or Design.CASE_SERIES
    result = result_of(told)
    fields = {
        "id": f"study-{read.pmid}",
        "pmid": read.pmid,
        "title": read.pmid,
        "link": f"https://pubmed.ncbi.nlm.nih.gov/{read.pmid}/",
        "design": design,
        "population": "as the review authors chose",
        "n_total": sample.total.value,
        "n_randomised": sample.randomised.value,
        "n_analysed": sample.analysed.value,
        "outcomes": (result,) if result else (),
        "bias_signals": signals_of(read),
        "review": {"of": "not stated", "why": "read from an abstract"} if design in REVIEWS else None,
        "findings": (finding_of(result),),
    }
    return Study.model_validate_json(json.dumps(fields))


def result_of(told: Told) -> Json | None:
    """The result in the words of the table; None where the abstract does not speak of the outcome."""
    if told.direction is None:
        return None
    printed = told.result.p.value if told.result else None
    words = {"name": ASKED, "direction": TOWARD[told.direction.change], "comparison": "between-group"}
    return words | {"p_value": str(printed) if printed else None, "effect": effect_of(told)}


def effect_of(told: Told) -> Json | None:
    """An estimate with its interval, where its side is the one that the words tell.

    A ratio may be printed the other way round, and a hazard ratio of death stands for survival: where number and words
    disagree, the words alone are kept.
    """
    if told.result is None or told.direction is None or told.result.interval.value is None:
        return None
    measure, value = told.result.measure.value, told.result.estimate.value
    low, high = told.result.interval.value
    if measure not in RATIOS | DIFFERENCES or value is None or not low < value < high:
        return None
    null = 1.0 if measure in RATIOS else 0.0
    if measure in RATIOS and low <= 0:
        return None
    shown = "higher" if low > null else "lower" if high < null else SAME
    if {shown, told.direction.change} not in ({SAME, "no-difference"}, {shown}):
        return None
    return {"type": measure, "estimate": value, "ci_low": low, "ci_high": high, "ci_level": told.result.level}


def signals_of(read: Appraisal) -> Json:
    """Signs of bias that were seen."""
    signals = read.signals
    said: dict[str, Read[Any]] = {
        name: getattr(signals, name)
        for name in (
            *("randomised", "quasi_random", "control_group", "concealment", "intention_to_treat"),
            *("per_protocol_only", "confounders_adjusted", "multicentre"),
        )
    }
    said |= {"industry_funded": read.industry_funded, "harms_reported": read.harms}
    seen: Json = {name: {"value": "yes" if one.value else "no", "why": one.rule} for name, one in said.items() if one}
    if signals.blinding:
        seen["blinding"] = {"value": signals.blinding.value, "why": signals.blinding.rule}
    if signals.attrition:
        seen["attrition"] = {"percent": signals.attrition.value, "why": signals.attrition.rule}
    if read.registration:
        seen["registered"] = {"value": "yes", "why": read.registration.rule}
    return {"basis": "abstract", **seen}


def finding_of(result: Json | None) -> Json:
    """The review authors chose the studies, so every element counts as direct."""
    direct = {"code": "direct", "why": "chosen by the review authors"}
    match: Json = dict.fromkeys(("population", "intervention", "comparator", "outcome"), direct)
    match["purpose"] = {"same": True, "why": "chosen by the review authors"}
    better = "higher" if result and result["effect"] else None
    return {"claim": ASKED, "outcome": ASKED, "result": ASKED if result else None, "match": match, "better_if": better}


def claim_of(asked: Asked) -> Claim:
    """The question as the claim that the outcome is higher, called better, with no more meaning than that."""
    outcome = {
        "id": ASKED,
        "name": asked.outcome,
        "kind": "event" if asked.counts_people else "continuous",
        "direction": "higher",
        "better": "higher",
        "wording": {"strength": "direct", "phrases": ["higher"]},
    }
    fields = {
        "id": ASKED,
        "heading": asked.outcome,
        "statement": f"{asked.outcome} is higher.",
        "intervention": asked.intervention,
        "comparator": asked.comparator,
        "purpose": "treat",
        "primary": ASKED,
        "outcomes": [outcome],
        "search": {"intervention": [ASKED]},
    }
    return Claim.model_validate_json(json.dumps(fields))


# From the weighed evidence to an answer


@cache
def weigher() -> Callable[[Claim, Outcome, Sequence[Study]], OutcomeAssessment]:
    """``assess_outcome``, imported while this folder is not looked in.

    A script of this folder is called ``statistics``, and would be taken for the module of the standard library.
    """
    paths, beside = sys.path[:], Path(__file__).resolve().parents[1]
    sys.path[:] = [path for path in paths if Path(path).resolve() != beside]
    try:
        from claimbook.synthesis.assess import assess_outcome  # noqa: PLC0415 - see above
    finally:
        sys.path[:] = paths
    return assess_outcome


def worked(row: Row) -> Worked:
    """Read and weigh one question."""
    asked = asked_by(row["question"])
    if asked is None:
        return Worked(row, None, (), None)
    claim = claim_of(asked)
    told = tuple(told_by(source, asked) for source in row["sources"])
    return Worked(row, asked, told, weigher()(claim, claim.primary_outcome, [study_of(one) for one in told]))


def answer_from(work: Worked) -> str | None:
    """One of five answers.

    1. No abstract speaks of the outcome: insufficient data.
    2. The weighed evidence lies on one side, or within little or no effect: that.
    3. It is inconclusive: the direction that most studies report, since review authors say 'little or no difference' of
       an interval that includes none, where a strict reading says 'inconclusive'.
    4. As many studies on one side as on another: uncertain effect.
    """
    if work.asked is None:
        return None
    changes = Counter(one.direction.change for one in work.told if one.direction)
    if not changes or work.found is None:
        return NO_DATA
    anchor = work.found.anchored
    state = anchor.state.value if anchor else State.INCONCLUSIVE
    if state is not State.INCONCLUSIVE:
        return {State.FAVOURS: "higher", State.AGAINST: "lower", State.NULL: SAME}[state]
    (first, most), *others = changes.most_common(2)
    if others and others[0][1] == most:
        return UNCERTAIN
    return first.replace("-", " ")


def confidence_of(work: Worked) -> float:
    """The surest reading of an abstract; half of it where no abstract speaks."""
    return max((one.direction.confidence for one in work.told if one.direction), default=0.5)


@lru_cache(maxsize=2)
def all_worked(data: Path) -> Sequence[Worked]:
    """Every question, once for both tasks."""
    return tuple(map(worked, rows_of(data, NAME)))


def _shown(work: Worked) -> str:
    lines = [f"{work.row['question']} ({work.row['certainty']}, full text {work.row['fulltext_required']})"]
    for one in work.told:
        said = f"{one.direction.change} {one.direction.confidence:.2f}" if one.direction else "silent"
        quoted = " // ".join(sentence.text for sentence in one.direction.evidence) if one.direction else ""
        lines.append(f"  {one.read.kind.value} n={one.read.sample.total.value} {said}: {quoted}")
    anchor = work.found.anchored if work.found else None
    if anchor:
        lines.append(f"  {anchor.state.value}, {anchor.grade.certainty.value.words}: {anchor.state.reason}")
        lines += [f"    {domain.name} -{domain.levels}: {domain.reason}" for domain in anchor.grade.domains]
    return "\n".join(lines)


def answers(data: Path) -> Iterator[Answer]:
    """The direction of every question."""
    for work in all_worked(data):
        yield Answer(str(work.row["id"]), work.row["answer"], answer_from(work), confidence_of(work), _shown(work))


def certainties(data: Path) -> Iterator[Answer]:
    """The certainty of every question whose review states one; none where nothing was weighed."""
    for work in all_worked(data):
        expected = LEVELS.get(work.row["certainty"])
        if expected is not None:
            level = work.found.certainty if work.found else None
            given = None if level is None else int(level)
            yield Answer(str(work.row["id"]), expected, given, confidence_of(work), _shown(work))


LINE = LINES["direction"].confidence
TASKS = (
    Task(NAME, {"accuracy": share_right}, answers, LINE),
    Task(NAME, {"kappa": weighted_kappa, "kappa_coverage": share_given}, certainties, LINE),
)
