"""The results of a draft row: what was printed for each outcome of a claim, as far as it was read. Pure."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from claimbook.appraise.record.draft import Draft
from claimbook.appraise.record.words import in_one_line
from claimbook.model.claim import Claim, Outcome
from claimbook.model.proposal import UNCLEAR

NOT_DECIDED = f"{UNCLEAR}, not decided"
"""Where 'unclear' is a word of the evidence table itself, so that a draft that nobody read is refused there, too."""
_INTERVAL = re.compile(r"(\S+) to (\S+?)(?: \(([\d.]+)%\))?")
_LEVELS = 3
"""Before the name of what was read of an outcome: finding, claim, outcome."""
_RESULT = re.compile(r"result-\d+")
Drafts = Mapping[str, Draft]


@dataclass(frozen=True)
class DraftResult:
    """One result as it would be entered, and what its finding says of it."""

    result: dict[str, Any]
    """A row of 'outcomes'."""
    finding: dict[str, Any]
    """Its name, and which sign of a printed effect is better."""


def results_of(drafts: Iterable[Draft], claims: Iterable[Claim]) -> dict[str, DraftResult]:
    """By the key of its finding, each result of which anything was read; 'unclear' where a person must decide.

    Which way is better is the claim's; that it holds for the printed number is for the person to see.
    """
    read: defaultdict[str, dict[str, Draft]] = defaultdict(dict)
    for draft in drafts:
        if draft.value is not None:
            *levels, name = draft.field.split(".", maxsplit=_LEVELS)
            read[".".join(levels)][name] = draft
    outcomes = [(f"finding.{claim.id}.{outcome.id}", outcome) for claim in claims for outcome in claim.outcomes]
    found = {key: (outcome, read[key]) for key, outcome in outcomes if _reports(read[key])}
    names = _names({key: outcome.name for key, (outcome, _) in found.items()})
    return {key: _result(names[key], outcome, told) for key, (outcome, told) in found.items()}


def _reports(told: Drafts) -> bool:
    return any(name == "direction" or _RESULT.match(name) for name in told)


def _names(wanted: Mapping[str, str]) -> dict[str, str]:
    """The name of each result; where two outcomes have one name, with the claim and the outcome that it answers."""
    taken = list(wanted.values())
    asked = {key: key.removeprefix("finding.").replace(".", " / ") for key in wanted}
    return {key: name if taken.count(name) == 1 else f"{name} ({asked[key]})" for key, name in wanted.items()}


def _result(name: str, outcome: Outcome, told: Drafts) -> DraftResult:
    printed = {key: shown(draft) for key, draft in _chosen(told).items()}
    direction, effect = told.get("direction"), _effect(printed)
    result = {
        "name": name,
        "comparison": printed.get("contrast"),
        "direction": outcome.reported(str(direction.value)) if direction and direction.sure else NOT_DECIDED,
        "p_value": printed.get("p_value"),
        "effect": effect,
    }
    better = {} if effect is None else {"better_if": UNCLEAR if effect["type"] == UNCLEAR else outcome.better.value}
    return DraftResult({key: value for key, value in result.items() if value is not None}, {"result": name, **better})


def _chosen(told: Drafts) -> Drafts:
    """The printed result that is surest, by its own names; of several alike the first."""
    numbers = sorted({match[0] for name in told if (match := _RESULT.match(name))})
    results = [
        {name.removeprefix(f"{one}."): told[name] for name in told if name.startswith(f"{one}.")} for one in numbers
    ]
    return max(results, key=lambda result: sum(draft.sure for draft in result.values()), default={})


def _effect(printed: Mapping[str, Any]) -> dict[str, Any] | None:
    """The printed numbers; None where there are none, since an effect without a number says nothing."""
    if not printed.keys() & {"estimate", "interval"}:
        return None
    effect = {"type": printed.get("measure", UNCLEAR)}
    if "estimate" in printed:
        effect["estimate"] = printed["estimate"]
    return effect | (_interval(printed["interval"]) if "interval" in printed else {})


def _interval(told: str) -> dict[str, Any]:
    ends = _INTERVAL.fullmatch(told)
    if ends is None:
        return {"ci_low": UNCLEAR, "ci_high": UNCLEAR}
    level = {"ci_level": round(float(ends[3]) / 100, 6)} if ends[3] else {}
    return {"ci_low": float(ends[1]), "ci_high": float(ends[2]), **level}


def shown(draft: Draft) -> Any:  # noqa: ANN401 - a number or a word
    """What stands in the row for one reading: its value where it is sure, else the word that a person must replace."""
    if not draft.sure:
        return UNCLEAR
    return in_one_line(draft.value) if isinstance(draft.value, str) else draft.value
