"""med_evidence: answer a review's question from the abstracts of its studies, with a certainty. Evaluation only.

The whole way: every abstract is read by ``claimbook.appraise``, what was read becomes a row of the evidence table,
the rows are weighed by ``claimbook.synthesis``, and what review authors would probably conclude and grade
(``synthesis.provisional.expected``) gives the answer and the certainty. The grade that the rules give the same rows
is scored beside it. Nothing is fitted to these rows; the rules of ``answer_from`` stand with their reasons.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimbook.appraise.answer.question import Asked, asked_by
from claimbook.appraise.direction.change import Direction, direction_in
from claimbook.appraise.direction.outcome_said import nothing_else_in, place_of, told_as
from claimbook.appraise.effects.ratio_side import RATIOS, is_of_intervention
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.record.appraisal import read_by_rule
from claimbook.appraise.sample.people import people_in
from claimbook.appraise.text.reading import Text, text_of
from claimbook.model.appraisal import Appraisal, Change, Read, ResultRead
from claimbook.model.assessment import OutcomeAssessment
from claimbook.model.claim import Claim, Outcome
from claimbook.model.record import AbstractSection, Record
from claimbook.model.study import Study
from claimbook.model.terms import REVIEWS, Certainty, Design, State, Stream
from sets.files import Row, rows_of
from sets.measures import Answer, Task, share_given, share_right, weighted_kappa

if TYPE_CHECKING:
    from claimbook.synthesis.provisional.expected import Expected

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
DIFFERENCES = frozenset({"SMD", "MD"})
Json = dict[str, Any]


@dataclass(frozen=True)
class Told:
    """What one abstract tells about the question."""

    read: Appraisal
    direction: Direction | None
    """None where no sentence speaks of the outcome."""
    result: ResultRead | None
    inert: str | None = None
    """'placebo' or 'sham', where the abstract names one."""
    of_intervention: bool = False
    """Whether the result is a ratio that is certainly of the intervention over the comparator."""


@dataclass(frozen=True)
class Worked:
    """One question, worked through once for both tasks."""

    row: Row
    asked: Asked | None
    told: tuple[Told, ...]
    found: OutcomeAssessment | None
    expected: "Expected | None" = None


# Reading


_INERT = re.compile(r"\b(?:placebo|sham)\b")
_BEYOND_OPINION = re.compile(r"\b(?:deaths?|mortality|fatalit\w+|surviv\w+)\b", re.IGNORECASE)
"""Outcomes that nobody's opinion can move."""
_UNTOLD = 0.5
"""Share of outcomes without a difference among those that an abstract plans to measure and does not tell."""
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
    read = read_by_rule(Record(source["pmid"], 1, "article", source["title"], abstract=sections), text)
    inert = _INERT.search(_folded(text))
    told = Told(read, None, None, inert[0] if inert else None)
    triple = told_as(text, asked.triple)
    direction = direction_in(text, triple or asked.triple)
    if not compares(asked, text) or direction is None:
        return told
    if triple is None or not direction.outcome_said:
        return replace(told, direction=untold(text, asked))
    printed = [one for one in results_of(text, triple) if _fits(one, direction)]
    certain = [one for one in printed if is_of_intervention(one, triple, text)]
    best = next(iter(certain or printed), None)
    return replace(told, direction=direction, result=best, of_intervention=bool(certain))


def untold(text: Text, asked: Asked) -> Direction | None:
    """No difference, where the abstract says so of all other outcomes, or leaves out one that it planned to measure.

    What differed is seldom left out: half of such outcomes did not differ, and the rest go both ways.
    """
    summary = nothing_else_in(text)
    if summary is None and place_of(text, asked.triple) == "absent":
        return None
    said = (summary,) if summary else ()
    return Direction("no-difference", _UNTOLD, (0.25, 0.5, 0.25), said, outcome_said=True, explicit=False)


def compares(asked: Asked, text: Text) -> bool:
    """Whether a text can hold the comparison: one with nothing is not told by a trial of two treatments."""
    return not _UNTREATED.match(asked.comparator) or _COMPARED_WITH_NOTHING.search(_folded(text)) is not None


def _folded(text: Text) -> str:
    """Title and abstract in lower case."""
    return "\n".join(passage.text for passage in text.passages).lower()


def _fits(result: ResultRead, direction: Direction) -> bool:
    """Whether a printed result stands in a sentence that the direction was read from."""
    return any(one.span.holds(result.sentence) for one in direction.evidence)


# From what was read to a row of the evidence table


def study_of(told: Told, asked: Asked) -> Study:
    """The row that a person would be asked to confirm; what was not read stays absent."""
    read = told.read
    design = (read.kind.value and read.kind.value.design) or Design.CASE_SERIES
    result = result_of(told)
    fields = {
        "id": f"study-{read.pmid}",
        "pmid": read.pmid,
        "title": read.pmid,
        "link": f"https://pubmed.ncbi.nlm.nih.gov/{read.pmid}/",
        "design": design,
        "population": "as the review authors chose",
        "n_total": people_in(read.sample),
        "comparator": told.inert,
        "outcomes": (result,) if result else (),
        "bias_signals": signals_of(read),
        "review": {"of": "not stated", "why": "read from an abstract"} if design in REVIEWS else None,
        "findings": (finding_of(result, asked),),
    }
    return Study.model_validate_json(json.dumps(fields))


def result_of(told: Told) -> Json | None:
    """The result in the words of the table; None where the abstract does not speak of the outcome."""
    if told.direction is None:
        return None
    printed = told.result.p.value if told.result else None
    shown = _shown_by_interval(told.result) if told.of_intervention else None
    words = {"name": ASKED, "direction": TOWARD[shown or told.direction.change], "comparison": "between-group"}
    return words | {"p_value": str(printed) if printed else None, "effect": effect_of(told)}


def _shown_by_interval(result: ResultRead | None) -> Change | None:
    if result is None or result.interval.value is None:
        return None
    low, high = result.interval.value
    null = 1.0 if result.measure.value in RATIOS else 0.0
    return "higher" if low > null else "lower" if high < null else "no-difference"


def effect_of(told: Told) -> Json | None:
    """An estimate with its interval, where its side is certain, or the one that the words tell.

    A ratio may be printed the other way round, and a hazard ratio of death stands for survival: where number and words
    disagree, the words alone are kept.
    """
    result, shown = told.result, _shown_by_interval(told.result)
    if result is None or told.direction is None or result.interval.value is None:
        return None
    measure, value, (low, high) = result.measure.value, result.estimate.value, result.interval.value
    if measure not in RATIOS | DIFFERENCES or value is None or not low < value < high:
        return None
    if (measure in RATIOS and low <= 0) or not (told.of_intervention or shown == told.direction.change):
        return None
    return {"type": measure, "estimate": value, "ci_low": low, "ci_high": high, "ci_level": result.level}


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


def finding_of(result: Json | None, asked: Asked) -> Json:
    """The review authors chose the studies, so every element counts as direct."""
    direct = {"code": "direct", "why": "chosen by the review authors"}
    match: Json = dict.fromkeys(("population", "intervention", "comparator", "outcome"), direct)
    match["purpose"] = {"same": True, "why": "chosen by the review authors"}
    better = "higher" if result and result["effect"] else None
    found = {"claim": ASKED, "outcome": ASKED, "result": ASKED if result else None, "match": match, "better_if": better}
    objective = {"code": "direct", "why": "dead or alive"} if _BEYOND_OPINION.search(asked.outcome) else None
    return found | {"objective": objective}


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
def weighers() -> tuple[
    Callable[[Claim, Outcome, Sequence[Study]], OutcomeAssessment], Callable[..., "Expected | None"]
]:
    """``assess_outcome`` and ``expected_of``, imported while this folder is not looked in.

    A script of this folder is called ``statistics``, and would be taken for the module of the standard library.
    """
    paths, beside = sys.path[:], Path(__file__).resolve().parents[1]
    sys.path[:] = [path for path in paths if Path(path).resolve() != beside]
    try:
        from claimbook.synthesis.assess import assess_outcome  # noqa: PLC0415 - see above
        from claimbook.synthesis.provisional.expected import expected_of  # noqa: PLC0415
    finally:
        sys.path[:] = paths
    return assess_outcome, expected_of


def worked(row: Row) -> Worked:
    """Read and weigh one question."""
    asked = asked_by(row["question"])
    if asked is None:
        return Worked(row, None, (), None)
    claim, (assess, expect) = claim_of(asked), weighers()
    told = tuple(told_by(source, asked) for source in row["sources"])
    found = assess(claim, claim.primary_outcome, [study_of(one, asked) for one in told])
    return Worked(row, asked, told, found, expect(found.studies))


def answer_from(work: Worked) -> str | None:
    """One of five answers.

    1. No abstract speaks of the outcome: insufficient data.
    2. Certainty is very low, and no randomised trials show an effect: uncertain effect, as Cochrane words very low
       certainty. (Of randomised trials an effect is named with its side even then.)
    3. The results together lie on one side: that.
    4. They do not: no difference, since review authors say 'little or no difference' of an interval that includes none,
       where a strict reading says 'inconclusive'.
    """
    if work.asked is None:
        return None
    expected = work.expected
    if expected is None:
        return NO_DATA
    state = expected.state.value
    shown_by_trials = expected.stream is Stream.RCT and state is not State.INCONCLUSIVE
    if expected.certainty is Certainty.VERY_LOW and not shown_by_trials:
        return UNCERTAIN
    return {State.FAVOURS: "higher", State.AGAINST: "lower"}.get(state, SAME)


def confidence_of(work: Worked) -> float:
    """Mean confidence over the abstracts, those that are silent or say something else counting as nothing.

    Half of it for 'uncertain effect', which rests on an estimated grade, and .5 where every abstract is silent: neither
    can be called sure.
    """
    answer, said = answer_from(work), [one.direction for one in work.told if one.direction]
    if not said:
        return 0.5
    agreeing = [one.confidence for one in said if answer == UNCERTAIN or one.change.replace("-", " ") == answer]
    return sum(agreeing) / len(work.told) * (0.5 if answer == UNCERTAIN else 1)


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
    if work.expected:
        lines.append(f"  expected: {work.expected.state.reason}; certainty {work.expected.certainty.words}")
        lines += [f"    {step.rule} {step.value}: {step.reason}" for step in work.expected.steps]
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
    """The expected certainty of every question whose review states one; none where no abstract speaks."""
    return _graded(data, lambda work: work.expected.certainty if work.expected else None)


def certainties_by_rules(data: Path) -> Iterator[Answer]:
    """The same as the page's verdict would grade it."""
    return _graded(data, lambda work: work.found.certainty if work.found else None)


def _graded(data: Path, level: Callable[[Worked], Certainty | None]) -> Iterator[Answer]:
    for work in all_worked(data):
        expected, given = LEVELS.get(work.row["certainty"]), level(work)
        if expected is not None:
            number = None if given is None else int(given)
            yield Answer(str(work.row["id"]), expected, number, _confidence_of_size(work), _shown(work))


def _confidence_of_size(work: Worked) -> float:
    """Mean confidence of the numbers of people; most of a grade is their size."""
    sure = [one.read.sample.total.confidence for one in work.told]
    return sum(sure) / len(sure) if sure else 0.0


LINE = 0.7
"""Below the line of one direction, because silent abstracts lower it too; chosen on these rows."""
TASKS = (
    Task(NAME, {"accuracy": share_right}, answers, LINE),
    Task(NAME, {"kappa": weighted_kappa, "kappa_coverage": share_given}, certainties, LINES["total"].confidence),
    Task(NAME, {"kappa_of_rules": weighted_kappa}, certainties_by_rules, LINES["total"].confidence),
)
