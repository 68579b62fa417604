"""Days as people write them down: year, month and day, or as much of it as is known."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

FIRST_YEAR, LAST_YEAR = 1800, 2100  # as of a study; no clock is asked, so a day soon after today passes


def _day(text: str) -> str:
    """The same text where a calendar has it; what is left out of a day stands for the first."""
    try:
        found = date.fromisoformat(f"{text}-01-01"[:10])
    except ValueError:
        raise ValueError(f"there is no day '{text}'; a date is written as year, month and day") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise ValueError(f"the year of '{text}' is not one from {FIRST_YEAR} to {LAST_YEAR}")
    return text


Day = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_day)]
"""One day."""
PartialDay = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$"), AfterValidator(_day)]
"""A year, a month or a day."""
