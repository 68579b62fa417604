"""Small pieces of text that every explanation of a mistake is made of."""

import difflib
import re
import unicodedata
from collections.abc import Iterable

_LONGEST_QUOTE, _LONGEST_WORD = 60, 200
LIKE_SPACE = "\xa0\xad\u061c\u1680\u180e\u2000-\u200f\u202a-\u202f\u205f-\u206f\u3000"
"""Characters, for a regular expression, that look like a space or like nothing and come along with pasted text."""
_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "å": "aa"})
_LIKE_SPACE = re.compile(f"[{LIKE_SPACE}]")


def visible(text: str) -> str:
    """The same text with every invisible character replaced by one that shows, so that no terminal acts on it."""
    return "".join(char if char.isprintable() else _stand_in(char) for char in text)


def _stand_in(char: str) -> str:
    if unicodedata.category(char) == "Zs":
        return " "
    if ord(char) < 0x20:  # noqa: PLR2004 - the control pictures of Unicode follow the order of ASCII
        return chr(0x2400 + ord(char))
    return "�"


def unseen_in(text: str) -> str | None:
    """The first character that looks like a space or like nothing; None where all are what they look like."""
    found = _LIKE_SPACE.search(text)
    return found[0] if found else None


def named(char: str) -> str:
    """A character that cannot be seen, by number and name."""
    return f"an invisible character (U+{ord(char):04X}, {unicodedata.name(char, 'without a name').lower()})"


def quoted(value: object) -> str:
    """What somebody wrote, as a sentence may quote it: visible, in one line, and not endless."""
    text = visible(str(value))
    return f"'{text if len(text) <= _LONGEST_QUOTE else text[:_LONGEST_QUOTE] + '…'}'"


def slugged(text: str) -> str:
    """The id that this text most likely means; empty where it holds no letter or digit."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_TWO_LETTERS))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is spelled most like this one, whatever its case, else the only one that begins with it."""
    spellings = {name.lower(): name for name in known}
    typed = word.lower()[:_LONGEST_WORD]
    alike = difflib.get_close_matches(typed, spellings, n=1)
    begun = [name for name in spellings if typed and name.startswith((f"{typed}_", f"{typed}-"))]
    found = alike or (begun if len(begun) == 1 else [])
    return spellings[found[0]] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A question to put after a sentence, with its leading stop; empty when nothing is close."""
    found = closest(word, known)
    return f". Did you mean '{found}'?" if found else ""


def in_sentence(words: str) -> str:
    """A description as it goes on within a sentence: without its capital and its final stop."""
    start = words[:2].lower() if words[1:2].islower() or words[1:2] == " " else words[:2]
    return (start + words[2:]).removesuffix(".")


def listed(words: Iterable[str], none: str = "none") -> str:
    """Words with commas between them, or what to say when there are none."""
    return ", ".join(visible(word) for word in words) or none
