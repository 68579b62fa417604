"""What an unquoted word means in YAML 1.2 (core schema, section 10.3.2 of the specification).

Older YAML turned ``no`` into false, ``010`` into eight and ``2026-11-22`` into a date; here these are a text, the
number ten and a text.
"""

import math
import re
from collections.abc import Callable

from claimbook.project.words import quoted

_MAX_DIGITS = 40
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBERS: tuple[tuple[re.Pattern[str], Callable[[str], int | float]], ...] = (
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"), lambda text: float(text.replace(".", ""))),
)


def read_plain(text: str) -> bool | float | str | None:
    """The value of an unquoted word.

    Raises:
        ValueError: it is a number that cannot be kept: infinite, not a number, or endless.
    """
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    read = next((read for form, read in _NUMBERS if form.fullmatch(text)), None)
    if read is None:
        return text
    if len(text) > _MAX_DIGITS:
        raise ValueError(f"this number is longer than {_MAX_DIGITS} digits")
    value = read(text)
    if not math.isfinite(value):
        raise ValueError(f"{quoted(text)} is not a finite number")
    return value
