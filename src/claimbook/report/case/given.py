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


def numbers_given(name: str, given: object) -> list[float]:
    """The numbers that stand there, at least one.

    Raises:
        ProblemsFoundError: they are no list, none at all, or one of them is no number.
    """
    hint = f"for example {name}=[0.01, 0.05]"
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise problem("not-numbers", f"{name} is {_named(given)}, not a list of numbers", hint=hint)
    numbers = list(given)
    if not numbers:
        raise problem("not-numbers", f"{name} is empty, so there is nothing to weigh with", hint=hint)
    for one in numbers:
        if isinstance(one, bool) or not isinstance(one, Real) or math.isnan(one):
            raise problem("not-numbers", f"{name} holds {_named(one)}, which is no number to weigh with", hint=hint)
    return numbers


def _named(given: object) -> str:
    return repr(given)[:60]
