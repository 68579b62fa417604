"""Dates as far as they are printed; no year, month or day is ever made up."""

import re
from calendar import monthrange
from functools import lru_cache

from claimbook.model.record import PartialDate
from claimbook.pubmed.parse.text import Children, Element, leaves

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = {name[:length]: number for number, name in enumerate(_MONTHS, 1) for length in (3, len(name))}
_PRINTED = ("Year", "Month", "Season", "Day")
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_PLAIN = re.compile(r"(\d{4}) ([A-Za-z]+)(?: (\d{1,2}))?")


def date_in(children: Children, tag: str) -> PartialDate | None:
    """The first date of that name, if there is one."""
    return date_of(children[tag][0]) if tag in children else None


def date_of(element: Element) -> PartialDate | None:
    """The date in a PubDate, ArticleDate or DateRevised; None where nothing is printed."""
    parts = leaves(element)
    if free := parts.get("MedlineDate"):
        return free_date(free)
    raw = " ".join(parts[tag] for tag in _PRINTED if parts.get(tag))
    return _date(raw, parts.get("Year", ""), parts.get("Month", ""), parts.get("Day", "")) if raw else None


def free_date(text: str) -> PartialDate:
    """A MedlineDate: its first year, and a month only where the text names one single month or day."""
    if plain := _PLAIN.fullmatch(text):
        return _date(text, plain[1], plain[2], plain[3] or "")
    year = _YEAR.search(text)
    return PartialDate(text, int(year[0]) if year else None)


@lru_cache(maxsize=10_000)  # the same days come again and again
def _date(raw: str, year: str, month: str, day: str) -> PartialDate:
    """Each part as a number only where the greater one before it is known."""
    the_year = _number(year, 1, 9999) if len(year) == len("2026") else None
    the_month = _month(month) if the_year else None
    the_day = _number(day, 1, monthrange(the_year, the_month)[1]) if the_year and the_month else None
    return PartialDate(raw, the_year, the_month, the_day)


def _month(text: str) -> int | None:
    return MONTHS.get(text.lower()) or _number(text, 1, 12)


def _number(text: str, low: int, high: int) -> int | None:
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(high))):
        return None
    return number if low <= (number := int(text)) <= high else None
