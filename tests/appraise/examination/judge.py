"""Held against the codes: what was read rightly, missed, misread or invented, and whether it was called sure."""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import eq
from typing import Any, Literal

from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.abbreviations import abbreviations_in
from claimbook.model.appraisal import Appraisal, Read, ResultRead
from tests.appraise.examination.papers import Paper

Verdict = Literal["right", "rightly silent", "missed", "wrong", "invented"]
_NEAR = 0.03
_ALIKE = 0.5


@dataclass(frozen=True)
class Judged:
    """One code of one abstract, and what became of it."""

    field: str
    verdict: Verdict
    sure: bool
    given: Any
    expected: Any
    rule: str = ""


def _near(given: float, expected: float) -> bool:
    return abs(given - expected) <= _NEAR * abs(expected)


def _percent(given: float, expected: float) -> bool:
    """Whether a percentage is the same but for rounding."""
    return abs(given - expected) <= max(0.6, 0.05 * expected)


def _words(told: str) -> set[str]:
    return set(re.findall(r"[a-z0-9]+", told.lower())) - {"the", "a", "of", "group", "and"}


def _alike(given: str, expected: str) -> bool:
    """Whether two names share half of their words."""
    one, other = _words(given), _words(expected)
    return bool(one & other) and 2 * len(one & other) / (len(one) + len(other)) >= _ALIKE


def _same_numbers(given: Iterable[str], expected: Iterable[str]) -> bool:
    return {_plain(one) for one in given} == {_plain(one) for one in expected}


def _plain(number: str) -> str:
    return re.sub(r"\W", "", number).upper()


def _share_a_word(given: str, expected: str) -> bool:
    return bool(_words(given) & _words(expected))


@dataclass(frozen=True)
class _Field:
    """One coded field: where it is read, its line, and when two values are the same."""

    read: Callable[[Appraisal], Read[Any]]
    line: str = ""
    same: Callable[[Any, Any], bool] = eq


def _signal(name: str) -> _Field:
    return _Field(lambda read: getattr(read.signals, name), name)


_SIGNALS = (
    *("randomised", "quasi_random", "control_group", "blinding", "concealment", "intention_to_treat"),
    *("per_protocol_only", "confounders_adjusted", "multicentre", "baseline_comparable"),
)
FIELDS = {
    "kind": _Field(lambda read: read.kind, "kind"),
    "total": _Field(lambda read: read.sample.total, "total"),
    "n_enrolled": _Field(lambda read: read.sample.enrolled),
    "n_randomised": _Field(lambda read: read.sample.randomised, "n_randomised"),
    "n_analysed": _Field(lambda read: read.sample.analysed, "n_analysed"),
    **{name: _signal(name) for name in _SIGNALS},
    "attrition": _Field(lambda read: read.signals.attrition, "attrition", _percent),
    "follow_up": _Field(lambda read: read.follow_up_weeks, "follow_up", _near),
    "harms": _Field(lambda read: read.harms, "harms"),
    "funding": _Field(lambda read: read.funding, "funding", _share_a_word),
    "industry_funded": _Field(lambda read: read.industry_funded, "industry_funded"),
    "registration": _Field(lambda read: read.registration, "registration", _same_numbers),
    "spin": _Field(lambda read: read.spin),
}


def judged(paper: Paper) -> Iterator[Judged]:
    """Every code of one abstract."""
    for name, row in FIELDS.items():
        if name in paper.truth:
            yield _held(name, row.read(paper.read), paper.truth[name], row.line, row.same)
    yield from _notices(paper)
    yield from _arm_sizes(paper)
    yield from _sides(paper)
    yield from _wording(paper)
    for triple, change in paper.questions():
        yield _held("change", change_of(paper.text, triple), change, "direction")
    for told in paper.truth.get("results") or ():
        yield from _result(paper.read.results, told)
        yield from _outcome(paper, told)
    yield from _means(paper)


def _held(name: str, read: Read[Any], expected: Any, line: str, same: Callable[[Any, Any], bool] = eq) -> Judged:
    """One reading against its code."""
    sure = read.value is not None and line in LINES and read.confidence >= LINES[line].confidence
    verdict: Verdict
    if read.value is None:
        verdict = "rightly silent" if expected is None else "missed"
    elif expected is None:
        verdict = "invented"
    else:
        verdict = "right" if same(read.value, expected) else "wrong"
    return Judged(name, verdict, sure, read.value, expected, read.rule)


def _seen(name: str, hit: bool, given: Any, expected: Any, otherwise: Verdict = "missed") -> Judged:
    return Judged(name, "right" if hit else otherwise, sure=False, given=given, expected=expected)


def _notices(paper: Paper) -> Iterator[Judged]:
    if "notices" in paper.truth:
        given = sorted(str(one.value) for one in paper.read.notices)
        yield _seen("notices", given == sorted(paper.truth["notices"] or ()), given, paper.truth["notices"], "wrong")


def _arm_sizes(paper: Paper) -> Iterator[Judged]:
    """Sizes as they are, however their arms are called; a size too many only where every size is coded."""
    if "arms" not in paper.truth:
        return
    arms = paper.truth["arms"] or ()
    expected = Counter(one["n"] for one in arms if one.get("n") is not None)
    sizes = [one.n for one in paper.read.sample.arms if one.n.value is not None]
    given = Counter(one.value for one in sizes)
    for size in expected.elements():
        yield _seen("arm_n", given[size] >= expected[size], sorted(given), size)
    if all("n" in one and "analysed" not in one for one in arms):
        for read in sizes:
            if read.value not in expected:
                yield _held("arm_n", read, None, "arms")


def _sides(paper: Paper) -> Iterator[Judged]:
    for side, name in (paper.truth.get("comparison") or {}).items():
        first = paper.read.comparisons[0] if paper.read.comparisons else None
        yield _held(side, getattr(first, side) if first else Read.missing(), name, side, _alike)


def _wording(paper: Paper) -> Iterator[Judged]:
    coded = paper.truth.get("wording")
    if not coded or coded.get("strength") is None:
        return
    begins = coded["sentence_starts_with"].lower()
    for one in paper.read.wording:
        if paper.text.quote(one.sentence).lower().startswith(begins):
            yield _held("strength", one.strength, coded["strength"], "strength")
            return
    yield _seen("strength", hit=False, given=None, expected=begins)


def _result(results: Iterable[ResultRead], told: dict[str, Any]) -> Iterator[Judged]:
    """One printed result: its numbers, and beside those that were found its measure and contrast."""
    results = list(results)
    at = results
    if "estimate" in told:
        at = [one for one in results if one.estimate.value == told["estimate"]]
        yield _seen("estimate", bool(at), [one.estimate.value for one in results], told["estimate"])
        if at and "measure" in told:
            given = [one.measure.value for one in at]
            yield _seen("measure", told["measure"] in given, given, told["measure"], "wrong")
    if "interval" in told:
        ends = tuple(told["interval"])
        yield _seen("interval", any(one.interval.value == ends for one in results), None, ends)
    if "p" in told:
        at = [one for one in results if one.p.value is not None and str(one.p.value) == _printed_p(told["p"])]
        yield _seen("p", bool(at), [str(one.p.value) for one in results], told["p"])
    if at and "contrast" in told and ("p" in told or "estimate" in told):
        given = [one.contrast.value for one in at]
        yield _seen("contrast", told["contrast"] in given, given, told["contrast"], "wrong")


def _outcome(paper: Paper, told: dict[str, Any]) -> Iterator[Judged]:
    """What an estimate that was found is about; short forms that the abstract defines are written out.

    What a coder put in brackets behind a name tells of whom or at which dose the estimate is, and may be left out.
    """
    long = abbreviations_in(paper.text.abstract)

    def same(given: str, expected: str) -> bool:
        one, other = (" ".join(long.get(word, word) for word in name.split()) for name in (given, expected))
        return any(_alike(*pair) for pair in ((one, other), (given, expected), (one, _named_by(other))))

    at = [one for one in paper.read.results if one.estimate.value == told.get("estimate", math.nan)]
    if at and told.get("outcome"):
        yield _held("outcome", at[0].outcome, told["outcome"], "result.outcome", same)


def _named_by(coded: str) -> str:
    """Without the bracket that ends it."""
    return re.sub(r"\s*\([^()]*\)$", "", coded)


def _printed_p(coded: str) -> str:
    """'= 0.020' as the reader prints it: '0.02'."""
    sign, number = re.fullmatch(r"\s*([<>≤≥=]?)\s*([\d.·]+(?:e-\d+)?)\s*", coded).groups()  # type: ignore[union-attr]
    return f"{ {'≤': '<', '≥': '>', '=': ''}.get(sign, sign) }{float(number.replace('·', '.')):g}"


def _means(paper: Paper) -> Iterator[Judged]:
    coded = paper.truth.get("means") or {}
    if "means" not in coded:
        return
    at = [one for one in paper.read.results if [mean.value for mean in one.means] == coded["means"]]
    yield _seen("means", bool(at), [[mean.value for mean in one.means] for one in paper.read.results], coded["means"])
    if at and "deviations" in coded:
        given = [[one.value for one in result.deviations] for result in at]
        yield _seen("deviations", coded["deviations"] in given, given, coded["deviations"], "wrong")


def figures(found: Iterable[Judged]) -> dict[str, float]:
    """Of all codes: how many that are told were found, how many answers are right, and how many of the sure ones."""
    codes = [one for one in found if one.verdict != "rightly silent"]
    told = [one for one in codes if one.verdict != "invented"]
    given = [one for one in codes if one.verdict != "missed"]
    sure = [one for one in given if one.sure]
    right = {"found_right": told, "answers_right": given, "sure_right": sure}
    shares = {name: sum(one.verdict == "right" for one in part) / len(part) for name, part in right.items() if part}
    return {"codes": len(codes), "sure": len(sure), **shares}
