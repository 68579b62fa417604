"""What people write into the functions of a notebook: what is no text or no number is told in a sentence."""

import math
from collections.abc import Iterable
from numbers import Real

from claimbook.model.problems import problem


def text_given(name: str, given: object) -> str:
    """The text that stands there.

    Raises:
        ProblemsFoundError: it is none.
    """
    if isinstance(given, str):
        return given
    raise problem("not-a-text", f"{name} is {_named(given)}, not a text", hint=f'put it in quotes: {name}="..."')


def numbers_given(name: str, given: object, *, least: float) -> list[float]:
    """The numbers that stand there, at least one.

    Raises:
        ProblemsFoundError: they are no list, none at all, or one of them is no number, too large to hold or too small.
    """
    hint = f"for example {name}=[0.01, 0.05]"
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise problem("not-numbers", f"{name} is {_named(given)}, not a list of numbers", hint=hint)
    numbers = list(given)
    if not numbers:
        raise problem("not-numbers", f"{name} is empty, so there is nothing to weigh with", hint=hint)
    for one in numbers:
        value = _value(one)
        if value is None:
            raise problem("not-numbers", f"{name} holds {_named(one)}, which is no number to weigh with", hint=hint)
        if value < least:
            raise problem("not-numbers", f"{name} holds {value:g}, and this number is never below {least:g}", hint=hint)
    return [one if isinstance(one, int) else float(one) for one in numbers]


def _value(given: object) -> float | None:
    """What a formula can take; a whole number or a fraction may have more digits than that."""
    if isinstance(given, bool) or not isinstance(given, Real):
        return None
    try:
        value = float(given)
    except OverflowError:
        return None
    return None if math.isnan(value) else value


def _named(given: object) -> str:
    try:
        return repr(given)[:60]
    except ValueError:  # Python spells out no number of thousands of digits
        return "one of too many digits"
