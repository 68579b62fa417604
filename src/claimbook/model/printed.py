"""Numbers as a source prints them: kept as text, and read without guessing; and p values as claimbook prints them."""

import math
import re
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from claimbook.language.said import Numeral, said

Bound = Literal["exact", "below", "above"]
_P_VALUE = re.compile(r"^\s*(?P<sign>[<>≤≥=]?)\s*(?P<number>\d*\.\d+|\d+(?:\.\d+)?(?:[eE]-?\d+)?)\s*$")
_LEAST_P = 0.001


@dataclass(frozen=True)
class PValue:
    """A two-sided p value and what the print says about it: exact, only an upper or only a lower bound."""

    value: float
    bound: Bound
    unit: float = field(default=0.0, compare=False)
    """One unit of the last printed digit; 0 where the print is not known."""

    def __str__(self) -> str:
        """The value with its sign, as one would print it."""
        return f"{ {'exact': '', 'below': '<', 'above': '>'}[self.bound] }{self.value:g}"


def p_words(p: float, digits: int = 2) -> str:
    """A computed p with so many significant digits; below a thousandth only that it is below."""
    if p < _LEAST_P:
        return said("p below {p}", p=Numeral(str(_LEAST_P)))
    return said("p {p}", p=Numeral(f"{p:.{digits}g}"))


def read_p(printed: str | None) -> PValue | None:
    """Read one printed p value.

    Returns None where nothing was printed, and where the print is not one number between 0 and 1
    (``0.014; 0.004``, ``0.000 (as printed)``): an unreadable p is a missing p, never a guessed one.
    """
    found = _P_VALUE.match(printed or "")
    if found is None:
        return None
    value = float(found["number"])
    if not 0 < value <= 1 or math.isnan(value):
        return None
    bounds: dict[str, Bound] = {"<": "below", "≤": "below", ">": "above", "≥": "above"}
    bound = bounds.get(found["sign"], "exact")
    return None if (value, bound) == (1, "above") else PValue(value, bound, _unit(found["number"]))  # no p is above 1


def _unit(number: str) -> float:
    """One unit of the last printed digit: .01 of ``0.04``, .001 of ``0.040``."""
    return 10.0 ** int(Decimal(number).as_tuple().exponent)
