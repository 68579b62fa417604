"""A language in which nothing is English: every letter of a message stands for itself in another script.

What a page still shows in Latin letters was said by nobody: it is no message, or lost what made it one.
"""

import re
from collections.abc import Collection
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

from claimbook.language.catalogue import Language
from claimbook.language.said import Said
from tests.german import german_project

_LETTER = re.compile(r"(</?\w[^>]*>|&\w+;|\{[^{}]*\}|`[^`]*`)|([^\W\d_])")
_ELSEWHERE = 0xAC00  # Hangul syllables: letters without capitals, one for each of ours
_WRITTEN_BY_PEOPLE = {
    *("title", "authors", "journal", "population", "intervention", "comparator", "note", "why", "name", "instrument"),
    *("timepoint", "result", "follow_up", "funding", "harms", "dropouts", "directness_note", "doubt", "text"),
    *("included_studies_note", "earlier_version", "trial_why", "identifier"),
    *("reviewed_by", "last_search", "databases", "comparisons", "bias_tool"),
    "bias_judgement",
}
"""Keys of the evidence table whose texts are shown as they are written."""
_READ = {"alt", "aria-label", "title", "data-label", "placeholder"}
_UNREAD = {"style", "script", "code", "pre"}


class Veil(Language):
    """Says every message with other letters, its values left to be said on their own."""

    def pattern(self, text: Said) -> str:
        return veiled(text.many if text.many and text.values["n"] != 1 else text.pattern)


VEIL = Veil("xx")


def veiled(text: str) -> str:
    """The text in the other script; markup and places for values stay."""
    return _LETTER.sub(lambda found: found[1] or chr(_ELSEWHERE + ord(found[2])), text)


def veiled_project(folder: Path) -> Path:
    """The shipped project, with everything veiled that people wrote into it."""
    project = german_project(folder, lambda text: text if re.fullmatch(r"[a-z-]+", text) else veiled(text))
    for file in (project / "data").rglob("studies.yaml"):
        content = _of_people(yaml.safe_load(file.read_text(encoding="utf-8")))
        file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return project


def _of_people(value: Any, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _of_people(part, name) for name, part in value.items()}
    if isinstance(value, list):
        return [_of_people(part, key) for part in value]
    return veiled(value) if isinstance(value, str) and key in _WRITTEN_BY_PEOPLE else value


def search_words(project: Path) -> set[str]:
    """What searches ask for; a query is in English whatever the language of the page."""
    files = [yaml.safe_load(file.read_text(encoding="utf-8")) for file in project.glob("claims/*/*.yaml")]
    concepts = [file["concepts"] for file in files if "concepts" in file]
    terms = [term for each in concepts for concept in each.values() for term in concept["terms"]]
    mesh = [heading for each in concepts for concept in each.values() for heading in concept.get("mesh", ())]
    return {term["near"] if isinstance(term, dict) else term for term in terms} | set(mesh)


def latin_words(html: str, known: Collection[str] = ()) -> list[str]:
    """Words of two or more Latin letters that a reader of the page would see or hear, but for those known."""
    reader = _Reader(known)
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    def __init__(self, known):
        super().__init__(convert_charrefs=True)
        self.found, self._unread = [], 0
        self._known = re.compile("|".join(re.escape(text) for text in sorted(known, key=len, reverse=True)) or "(?!)")

    def handle_starttag(self, tag, attrs):
        self._unread += tag in _UNREAD
        for name, value in attrs:
            if name in _READ:
                self._take(value or "")

    def handle_endtag(self, tag):
        self._unread -= tag in _UNREAD

    def handle_data(self, data):
        if not self._unread:
            self._take(data)

    def _take(self, text):
        kept = self._known.sub(" ", _SAME_EVERYWHERE.sub(" ", text))
        if re.search(r"[A-Za-z]{2}", kept):
            self.found.append(" ".join(text.split()))


_SAME_EVERYWHERE = re.compile(
    r"\bclaimbook\b|\bPubMed\b|\bPMIDs?\b|\bPMC\d*\b|\bdoi:\S+|https?://\S+|\S+\.(?:ipynb|html|ya?ml)\b"
    r"|\b[A-Z][A-Z0-9]+(?:[-_][A-Z0-9]+)+\b"
)
"""Names that are the same in every language, and ids of rules and codes."""
