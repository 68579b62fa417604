"""Text that is safe to stand on one line of a file, and numbers that are the same on every machine."""

import math
import unicodedata

_DIGITS = 10  # significant; what lies behind differs between processors
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # they reorder what stands beside them


def one_line(text: str) -> str:
    """The text on one line: white space becomes single spaces; control characters and forced directions go.

    Letters of every script stay, so that a title in Arabic or Hebrew reads as it was printed.
    """
    kept = (" " if char.isspace() else char for char in text if char.isspace() or not _is_control(char))
    return " ".join("".join(kept).split())


def _is_control(char: str) -> bool:
    return unicodedata.category(char) in {"Cc", "Cs"} or char in _TURNING


def steady(value: float) -> float | None:
    """The number with ten significant digits; None where it is not a finite number."""
    return float(f"{value:.{_DIGITS}g}") if math.isfinite(value) else None
