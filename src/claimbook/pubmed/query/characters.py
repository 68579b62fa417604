"""Characters that look like the signs of a query and are not."""

import re
import unicodedata
from collections.abc import Iterator

from claimbook.project.words import quoted
from claimbook.pubmed.query.faults import Fault, fault

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_ASTERISKS = "∗＊⁎✱✲✳✻✽﹡⚹٭"  # noqa: RUF001 - these are what it is about
_MEANT = {
    **dict.fromkeys("“”„‟«»″＂〝〞❝❞", '"'),  # noqa: RUF001
    **dict.fromkeys("‘’‚‛‹›′＇`´ʼʹ", "'"),  # noqa: RUF001
    **dict.fromkeys("‐‑‒–—―−﹣－⁃", "-"),  # noqa: RUF001
    **dict.fromkeys("：﹕∶", ":"),  # noqa: RUF001
    **dict.fromkeys("（❨﹙", "("),  # noqa: RUF001
    **dict.fromkeys("）❩﹚", ")"),  # noqa: RUF001
    **dict.fromkeys("［【〔⟦", "["),  # noqa: RUF001
    **dict.fromkeys("］】〕⟧", "]"),  # noqa: RUF001
    **dict.fromkeys("／⁄∕", "/"),  # noqa: RUF001
    **dict.fromkeys("～∼˜", "~"),  # noqa: RUF001
    **dict.fromkeys("∧＆⋀", "AND"),  # noqa: RUF001
    **dict.fromkeys("∨⋁｜", "OR"),  # noqa: RUF001
    **dict.fromkeys("¬￢", "NOT"),
}
_ALPHABETS = ("LATIN ", "GREEK ", "MICRO SIGN")
_LINE_ENDS = {"\n": "a line break", "\r": "a line break", "\t": "a tab"}


def odd_characters(text: str, *, one_line: bool = False) -> Iterator[Fault]:
    """Signs that PubMed does not read as they look, each at its place.

    Args:
        text: a query or a part of one.
        one_line: whether tabs and line breaks are refused as well; between terms they are mere space.
    """
    for found in _ENTITY.finditer(text):
        yield fault("html-entity", f"{quoted(found[0])} is a sign as HTML writes it", found.start())
    for position, char in enumerate(text):
        if " " <= char <= "~" and char != "`":
            continue
        if one_line or char not in _LINE_ENDS:
            yield from _odd(char, position)


def _odd(char: str, position: int) -> Iterator[Fault]:
    name = f"U+{ord(char):04X}"
    if char in _ASTERISKS:
        yield fault("odd-asterisk", f"the sign '{char}' ({name}) is not the * that truncates", position)
    elif char in _MEANT:
        message = f"the sign '{char}' ({name}) is not the one of the keyboard"
        yield fault("odd-character", message, position, f"write {_MEANT[char]}")
    elif char in _LINE_ENDS:
        yield fault("unseen-character", f"{_LINE_ENDS[char]} stands within a term", position)
    elif unicodedata.category(char)[0] in "CZ":
        yield fault("unseen-character", f"an invisible character ({name}) stands here", position)
    elif not _in_an_alphabet(char):
        write = "write letters of the Latin or Greek alphabet, digits and plain punctuation"
        yield fault("odd-character", f"the sign {quoted(char)} ({name}) is not searched for", position, write)


def _in_an_alphabet(char: str) -> bool:
    """Whether PubMed's titles and abstracts are written with it, alone or as an accent."""
    return unicodedata.category(char) == "Mn" or unicodedata.name(char, "").startswith(_ALPHABETS)
