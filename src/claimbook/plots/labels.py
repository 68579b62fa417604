"""How studies are called in figures, tables and references."""

from collections import Counter
from collections.abc import Iterable
from itertools import count
from string import ascii_lowercase

from claimbook.language.said import joined, said
from claimbook.model.study import Study

_TITLE_WORDS = 3


def study_labels(studies: Iterable[Study]) -> dict[str, str]:
    """A short name for each study id: first author and year, with a letter where two would be called the same."""
    listed = list(studies)
    names = {study.id: short_name(study) for study in listed}
    shared = {name for name, number in Counter(names.values()).items() if number > 1}
    counters = {name: count() for name in shared}
    return {
        id_: joined("", (name, ascii_letters(next(counters[name])))) if name in shared else name
        for id_, name in names.items()
    }


def short_name(study: Study) -> str:
    """First author and year; without an author the first words of the title, without a year 'no year seen'."""
    name = _title(study.title) if study.authors is None else _family_name(study.authors)
    return said("{name} no year seen", name=name) if study.year is None else joined(" ", (name, str(study.year)))


def _title(title: str) -> str:
    words = title.split()
    return quoted(" ".join(words[:_TITLE_WORDS]) + ("…" if len(words) > _TITLE_WORDS else ""))


def quoted(text: str) -> str:
    """A title or a heading between the quotation marks of the language."""
    return said("“{text}”", text=text)


def _family_name(authors: str) -> str:
    """The first author's name without initials: 'de la Cruz' of 'de la Cruz AB, Brown C'."""
    words = authors.partition(",")[0].partition(" et al")[0].split()
    while len(words) > 1 and words[-1].isupper():
        words.pop()
    return " ".join(words)


def ascii_letters(number: int) -> str:
    """0 is a, 25 is z, 26 is aa: names stay apart however many there are."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, len(ascii_lowercase))
        letters = ascii_lowercase[rest] + letters
    return letters
