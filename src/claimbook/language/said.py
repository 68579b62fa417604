"""Messages: English text that remembers its pattern and its values, so that another language can say it."""

from collections.abc import Callable, Iterable, Mapping
from string import Formatter
from typing import Any, Self


class Said(str):
    """A message filled with its values. As text it is English; ``spoken`` says it in another language."""

    pattern: str
    """The message before its values were filled in, the key of the catalogue."""
    many: str
    """The pattern for more than one; empty where nothing is counted."""
    context: str
    """Which of its meanings is meant, where one English message has several; empty where it has one."""
    values: Mapping[str, object]
    change: Callable[[str], str] | None
    """What happens to the whole text after it was said in its language; None where it stays as it is."""

    __slots__ = ("change", "context", "many", "pattern", "values")

    def __deepcopy__(self, memo: object) -> Self:
        """Itself: like every text it never changes."""
        return self


class Numeral(str):
    """A number as text, with a decimal point; another language may write a comma."""

    __slots__ = ()


class Filler(Formatter):
    """Fills a pattern. Beside the usual conversions ``{name!c}`` writes the value with a capital letter."""

    def convert_field(self, value: Any, conversion: str | None) -> Any:  # noqa: ANN401 - as string.Formatter
        """Apply one conversion to one value."""
        return capitalised(str(value)) if conversion == "c" else super().convert_field(value, conversion)


_ENGLISH = Filler()


def said(message: str, /, **values: object) -> Said:
    """A message with its values, as in ``str.format``; without values braces are plain braces."""
    return _made(message, "", "", values)


def said_as(context: str, message: str, /, **values: object) -> Said:
    """A message whose English has several meanings; the context (``"verb"``, ``"column"``) tells translators which."""
    return _made(message, "", context, values)


def filled(message: str, /, **values: object) -> Said:
    """A message that stands elsewhere (in a table, in a notebook), filled with its values."""
    return _made(message, "", "", values)


def counted(one: str, many: str, n: int, /, **values: object) -> Said:
    """A message for one thing or for several, ``{n}`` being how many: ``counted("{n} study", "{n:,} studies", 12)``."""
    return _made(one, many, "", {"n": n, **values})


def joined(separator: str, parts: Iterable[str]) -> Said:
    """Texts one after another, each still to be said in its own way."""
    values = {f"_{place}": part for place, part in enumerate(parts)}
    return _made(separator.join(f"{{{name}}}" for name in values), "", "", values)


def capital(text: str) -> str:
    """The text with a capital letter at its beginning, in whatever language it is said."""
    return changed(text, capitalised)


def changed(text: str, change: Callable[[str], str]) -> str:
    """The text with something done to the whole of it, after it was said in its language."""
    if not isinstance(text, Said):
        return change(text)
    made = Said(change(text))
    made.pattern, made.many, made.context, made.values, made.change = "{_0}", "", "", {"_0": text}, change
    return made


def capitalised(text: str) -> str:
    """The text as it stands with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def _made(pattern: str, many: str, context: str, values: Mapping[str, object]) -> Said:
    chosen = many if many and values["n"] != 1 else pattern
    text = Said(_in_english(chosen, values) if values else chosen)
    text.pattern, text.many, text.context, text.values, text.change = pattern, many, context, values, None
    return text


def _in_english(pattern: str, values: Mapping[str, object]) -> str:
    """Filled; by the quicker way of Python itself where the pattern has no conversion of ours."""
    return _ENGLISH.vformat(pattern, (), values) if "!c}" in pattern else pattern.format_map(values)
