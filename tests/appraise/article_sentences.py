"""Invented sentences of articles with the codes of a careful person, marked within the sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_FILE = Path(__file__).with_suffix(".txt")
_MARK = re.compile(r"\{([acm]):([^}]*)\}")
_KINDS = {"a": "advice", "c": "certainty", "m": "magnitude"}
_STRENGTHS = {"none": "none", "assoc": "associational", "hedged": "hedged", "direct": "direct", "?": None}


@dataclass(frozen=True)
class Coded:
    """A sentence, its strength (None: careful people differ), and the words of each kind."""

    text: str
    strength: str | None
    words: dict[str, list[str]]


def coded_sentences() -> Iterator[Coded]:
    """Every sentence of the file."""
    for line in _FILE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            strength, marked = line.split("\t")
            words = {
                kind: [said for sign, said in _MARK.findall(marked) if sign == sign_] for sign_, kind in _KINDS.items()
            }
            yield Coded(_MARK.sub(r"\2", marked), _STRENGTHS[strength], words)
