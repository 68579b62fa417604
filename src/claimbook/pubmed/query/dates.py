"""Dates as PubMed reads them."""

import re
from datetime import date

_RELATIVE = re.compile(r"last \d{1,5} (?:day|month|year)s?", re.IGNORECASE)
_DAY = re.compile(r"([0-9]{4})(?:/([0-9]{1,2})(?:/([0-9]{1,2}))?)?")


def is_date(text: str) -> bool:
    """Whether PubMed can read this as a date, a range of dates in order, or a time before today."""
    if _RELATIVE.fullmatch(text):
        return True
    first, colon, last = (part.strip() for part in text.replace('"', "").partition(":"))
    start, end = _read(first), _read(last) if colon else None
    return start is not None and (not colon or (end is not None and start <= end))


def _read(text: str) -> date | None:
    found = _DAY.fullmatch(text)
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1)) if found else None
    except ValueError:
        return None


def date_range(first: date | None, last: date | None) -> str | None:
    """A publication date range with whole days, as PubMed's own translation prints it; None without both ends.

    An open end is the year 3000 and an open beginning the year 1000, as PubMed's own pages write them.
    """
    if first is None and last is None:
        return None
    return f"{_day(first or date(1000, 1, 1))}:{_day(last or date(3000, 12, 31))}[dp]"


def _day(day: date) -> str:
    return f"{day.year:04}/{day.month:02}/{day.day:02}"
