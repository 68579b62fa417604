"""Authors as a table prints them, split into people where that is certain."""

import re
from dataclasses import dataclass

from claimbook.exports.text import one_line

_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "2nd", "3rd", "4th", "II", "III", "IV"})
_NOT_A_PERSON = frozenset(
    {"and", "association", "center", "centre", "collaboration", "collaborative", "college", "committee", "consortium",
     "council", "department", "for", "foundation", "group", "hospital", "initiative", "institute", "investigators",
     "ministry", "network", "of", "on", "organisation", "organization", "panel", "project", "register", "registry",
     "society", "study", "team", "the", "trial", "trialists", "und", "university", "with", "world"}
)  # fmt: skip
_NOT_INITIALS = frozenset({"CDC", "EU", "NHS", "NIH", "UK", "UN", "US", "USA", "WHO"})
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,4}")
_MOST_INITIALS, _LIKE_A_NAME = 4, 3
_OTHERS = re.compile(r"[\s,]*\b(?:et al\b\.?|and others\b\.?)\s*$", re.IGNORECASE)
_REMARK = re.compile(r"\s*\([^()]*\bnot (?:seen|shown|stated|known|visible)\b[^()]*\)")


@dataclass(frozen=True)
class Person:
    """One author. ``given`` holds initials with stops; without it ``family`` is the name exactly as printed."""

    family: str
    given: str | None = None
    suffix: str | None = None
    printed: str = ""
    """The name as it was printed, where it was divided."""

    @property
    def is_literal(self) -> bool:
        """Whether the printed name was left whole, because nothing says where it divides."""
        return self.given is None


@dataclass(frozen=True)
class Authors:
    """Who wrote a study, as far as it was seen."""

    people: tuple[Person, ...] = ()
    others: bool = False
    """Whether the print stops before the last author ('et al.')."""


def read_authors(printed: str | None) -> Authors:
    """Split ``Doe JA, Roe B`` into people; whatever is not plainly family name and initials stays whole.

    A list of another form (``Doe, J. A., Roe, B.``) cannot be divided with certainty and is one literal name.
    """
    text = one_line(_REMARK.sub("", printed or ""))
    names = _OTHERS.sub("", text)
    parts = [part for part in (piece.strip() for piece in names.split(",")) if part]
    others = names != text
    if any(_initials(part) is not None for part in parts):  # initials that stand alone: the commas divide names
        return Authors((Person(names),), others)
    people = _sure(tuple(_person(part) for part in parts))
    apart = len(people) == 1 or not all(person.is_literal for person in people)
    return Authors(people if apart else (Person(names),) if parts else (), others)


def _sure(people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Three capitals are initials only in a list that shows shorter ones: 'Jane DOE' is no family called Jane."""
    if any(person.given and person.given.count(".") < _LIKE_A_NAME for person in people):
        return people
    return tuple(Person(person.printed) for person in people)


def _person(name: str) -> Person:
    """One name: family name, initials in capitals, perhaps a suffix; or a literal."""
    words = name.split()
    suffix = words.pop() if len(words) > 2 and words[-1] in _SUFFIXES else None  # noqa: PLR2004 - family, initials
    given = _initials(words[-1]) if len(words) > 1 else None
    if given is None or not _is_family(words[:-1], given):
        return Person(name, printed=name)
    return Person(" ".join(words[:-1]), given, suffix, name)


def _initials(word: str) -> str | None:
    """``JA`` or ``J.A.`` as ``J. A.``, ``J-P`` as ``J.-P.``; None for anything else."""
    letters = [char for char in word if char.isalpha()]
    if word in _NOT_INITIALS:
        return None
    if not _INITIALS.fullmatch(word) or len(letters) > _MOST_INITIALS or not all(char.isupper() for char in letters):
        return None
    spaced = "".join(f" {char}." if char.isalpha() else char for char in word if char.isalpha() or char == "-")
    return spaced.replace("- ", "-").strip().removesuffix("-")


def _is_family(words: list[str], given: str) -> bool:
    """Whether these words can be nothing but the family name of one person."""
    if any(word.casefold() in _NOT_A_PERSON for word in words):
        return False
    if any(char.isdigit() or char in '()[]{}<>&/\\@:;=+|"' for word in words for char in word):
        return False
    if any(len(word.removesuffix(".")) == 1 for word in words):
        return False
    capitals = [word for word in words if word.isupper()]
    return not capitals or (len(capitals) == len(words) and given.count(".") == 1)
