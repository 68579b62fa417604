"""Say messages in the language of the page that is being made."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from claimbook.language.catalogue import ENGLISH, Language, language_of
from claimbook.language.said import Filler, Numeral, Said, capitalised

_language: ContextVar[Language] = ContextVar("language", default=ENGLISH)


@contextmanager
def speaking(language: Language | str) -> Iterator[Language]:
    """Say everything inside the block in this language, or in the one of this code (``"de"``)."""
    chosen = language_of(language) if isinstance(language, str) else language
    before = _language.set(chosen)
    try:
        yield chosen
    finally:
        _language.reset(before)


def spoken_language() -> Language:
    """The language that is being spoken; English unless anything else was asked for."""
    return _language.get()


def spoken(text: str) -> str:
    """The text in the language being spoken. Texts that are no message (names, quotations) stay as they are."""
    language = _language.get()
    return str(text) if language is ENGLISH else _say(text, language)


def _say(text: str, language: Language) -> str:
    if isinstance(text, Numeral):
        return language.number(text)
    if not isinstance(text, Said):
        return str(text)
    pattern = language.pattern(text)
    filled = _Speaker(language).vformat(pattern, (), text.values) if text.values else pattern
    return text.change(filled) if text.change else filled


class _Speaker(Filler):
    """Fills a pattern with values in one language: messages inside messages, and its marks in numbers."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def convert_field(self, value: Any, conversion: str | None) -> Any:  # noqa: ANN401 - as string.Formatter
        if conversion == "c":
            return capitalised(_say(value, self._language) if isinstance(value, str) else str(value))
        return super().convert_field(value, conversion)

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - as string.Formatter
        if isinstance(value, str):
            return format(_say(value, self._language), format_spec)
        printed = format(value, format_spec)
        return self._language.number(printed) if isinstance(value, int | float) else printed
