"""The text of an element as a person reads it.

Inline markup and references become text. White space stays as it is in the XML, no-break and thin spaces included, but
a run of it that holds a line break or a tab was made by pretty-printing and becomes one space; both ends are bare.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape
from operator import itemgetter
from typing import TypeAlias

from lxml.etree import _Element, tostring

Element: TypeAlias = _Element
Children: TypeAlias = Mapping[str, Sequence[Element]]
"""Children of an element by their name, each name with its elements in order."""

below: Callable[[Element], list[Element]] = itemgetter(slice(None))
"""The children of an element, in half the time that iterating over it takes."""

XML_SPACE = " \t\r\n"
_PRINTED_BREAK = re.compile(r"[ \t\r\n]*[\t\r\n][ \t\r\n]*")


def tidy(text: str) -> str:
    """Without the white space of pretty-printing."""
    if "\n" in text or "\t" in text or "\r" in text:
        text = _PRINTED_BREAK.sub(" ", text)
    return text.strip(XML_SPACE)


def text_of(element: Element) -> str:
    """All text of an element, that of its inline markup included."""
    text = "".join(map(str, element.itertext())) if len(element) else element.text
    if not text or text.isalnum():  # one word, as most texts are
        return text or ""
    return tidy(text)


def leaves(element: Element) -> dict[str, str]:
    """Texts of the children by their name."""
    return {child.tag: text_of(child) for child in below(element)}


def has_formula(element: Element) -> bool:
    """Whether there is MathML in it, whose text alone may not say what the formula says."""
    return len(element) > 0 and next(element.iter("{*}math"), None) is not None


def markup_of(element: Element) -> str | None:
    """Inner XML of an element that has inline markup, else None."""
    if not len(element):
        return None
    children = (tostring(child, encoding="unicode") for child in element)
    return tidy(escape(element.text or "", quote=False) + "".join(map(str, children)))
