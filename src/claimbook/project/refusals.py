"""What pydantic refuses, led back to the place of the file that it is about, and each mistake kept once."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from claimbook.project.yaml_reader import Json, Loc

_AT_KEY = "[key]"  # how pydantic marks that a key itself is refused
_UNFIT = re.compile("_type$|^literal_error$|^enum$")  # what pydantic says of a value that has another form


@dataclass(frozen=True)
class Refusal:
    """One complaint of pydantic about one place."""

    type: str
    """Its name in pydantic, or ``key`` for a refused key and ``choice`` where none of several forms fits."""
    loc: Loc
    value: Any
    context: dict[str, Any]
    missing: str | None = None
    """The key that the group at ``loc`` lacks."""
    at_key: bool = False
    choice: Loc | None = None
    """Set while the complaint is about one of several forms that the value at this place may have."""


def refusals(error: ValidationError, data: Json) -> list[Refusal]:
    """All complaints about the data; where a value may have several forms, only those about the form that was meant."""
    found = [_led_back(details, data) for details in error.errors(include_url=False) if not _follows(details)]
    return [kept for _, group in groupby(found, key=lambda one: one.choice) for kept in _meant(list(group))]


def _follows(details: ErrorDetails) -> bool:
    """Whether a list counts as too short only because its items are refused, which is said of each of them."""
    return details["type"] == "too_short" and len(details["input"]) >= details["ctx"]["min_length"]


def _led_back(details: ErrorDetails, data: Json) -> Refusal:
    loc, choice = _followed(details["loc"], data)
    bare = Refusal(details["type"], loc, details["input"], details.get("ctx", {}), choice=choice)
    if bare.type == "extra_forbidden":
        return replace(bare, at_key=True)
    if bare.type == "missing":
        return replace(bare, missing=str(details["loc"][-1]))
    if details["loc"][-1:] == (_AT_KEY,):
        return replace(bare, type="key", at_key=True)
    return bare


def _followed(names: Sequence[int | str], data: Json) -> tuple[Loc, Loc | None]:
    """The part of a pydantic location that leads through the data, and where it first names a form instead."""
    loc: Loc = ()
    choice: Loc | None = None
    for name in names:
        if isinstance(data, dict) and name in data:
            loc, data = (*loc, name), data[str(name)]
        elif isinstance(data, list) and isinstance(name, int):
            loc, data = (*loc, name), data[name]
        elif choice is None:
            choice = loc
    return loc, choice


def _meant(group: Sequence[Refusal]) -> Iterable[Refusal]:
    """The form that takes this type of value was meant; where none does, no form fits, which is one mistake."""
    choice = group[0].choice
    if choice is None:
        return group
    fitting = [one for one in group if len(one.loc) > len(choice) or not _UNFIT.search(one.type)]
    return fitting or [replace(group[0], type="choice")]
