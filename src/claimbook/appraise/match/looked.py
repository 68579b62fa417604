"""What was not looked at is not absent: a title without its abstract, or a language that the rules do not know."""

from claimbook.appraise.match.values import ABSENT, Found, unknown
from claimbook.appraise.text.english import is_english
from claimbook.appraise.text.reading import Text


def as_far_as_looked(found: Found, text: Text) -> Found:
    """The same finding; one that something is absent only where there was an abstract that can be read."""
    if found.value is not ABSENT:
        return found
    if not text.abstract.strip():
        return unknown("not in the title, and there is no abstract", "no-abstract")
    if not is_english(text):
        return unknown("not seen, and the abstract does not read as English", "not-english")
    return found
