"""Days and ranges of days in a query."""

import calendar
import re
from datetime import date

PART = re.compile(r"(\d{4})(?:[/-](\d{1,2})(?:[/-](\d{1,2}))?)?")


def days_of(text: str) -> tuple[date, date] | None:
    """First and last day of ``2020``, ``2020/03``, ``2020/03/05`` or of a range of two of them; None for no date."""
    first, _, last = text.replace(" ", "").partition(":")
    start, stop = _edges(first), _edges(last or first)
    return (start[0], stop[1]) if start and stop else None


def _edges(text: str) -> tuple[date, date] | None:
    match = PART.fullmatch(text)
    if not match:
        return None
    year, month, day = (int(part) if part else 0 for part in match.groups())
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        return first, date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    except ValueError:
        return None


def written(first: date, last: date) -> str:
    """A range as QueryTranslation writes it."""
    return f"{first:%Y/%m/%d}:{last:%Y/%m/%d}"
