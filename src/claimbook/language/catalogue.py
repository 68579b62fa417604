"""Languages: what each message is in them, and how they write numbers. English is the language of the messages."""

from dataclasses import dataclass, field
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import Literal, get_args

from claimbook.language.said import Said

LanguageCode = Literal["en", "de"]
"""Languages that pages can be made in; ``article.yaml`` chooses one."""
CODES: tuple[str, ...] = get_args(LanguageCode)


@dataclass(frozen=True)
class Language:
    """One language: its messages (gettext) and the marks in its numbers."""

    code: str
    messages: NullTranslations = field(default_factory=NullTranslations, repr=False, compare=False)
    decimal: str = "."
    group: str = ","
    percent: str = "%"

    def pattern(self, text: Said) -> str:
        """The pattern of this message; the English one where the language has none."""
        if text.many:
            return self.messages.ngettext(text.pattern, text.many, _number(text))
        return self.messages.pgettext(text.context, text.pattern) if text.context else self._plain(text.pattern)

    def number(self, printed: str) -> str:
        """A printed number with the marks of this language: ``1,000.5`` or ``1.000,5``."""
        marks = {".": self.decimal, ",": self.group, "%": self.percent}
        return "".join(marks.get(character, character) for character in printed)

    def _plain(self, pattern: str) -> str:
        return self.messages.gettext(pattern) if pattern else ""  # gettext keeps its own header under the empty key


ENGLISH = Language("en")


@cache
def language_of(code: str) -> Language:
    """The language of this code. Raises KeyError when claimbook has no catalogue for it."""
    if code not in CODES:
        raise KeyError(code)
    if code == "en":
        return ENGLISH
    from babel.core import Locale  # noqa: PLC0415 - only where another language is asked for

    symbols = Locale.parse(code).number_symbols["latn"]
    return Language(code, _messages(code), symbols["decimal"], symbols["group"], "\N{NARROW NO-BREAK SPACE}%")


def _messages(code: str) -> GNUTranslations:
    """The catalogue ``<code>.po`` beside this file, as gettext reads it."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - as above
    from babel.messages.pofile import read_po  # noqa: PLC0415 - as above

    with (files("claimbook.language") / f"{code}.po").open("rb") as text:
        catalogue = read_po(text, locale=code)
    binary = BytesIO()
    write_mo(binary, catalogue)
    binary.seek(0)
    return GNUTranslations(binary)


def _number(text: Said) -> int:
    n = text.values["n"]
    assert isinstance(n, int)  # noqa: S101 - counted() takes nothing else
    return n
