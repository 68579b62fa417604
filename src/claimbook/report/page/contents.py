"""The headings of a page, and a list of links to them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from itertools import count

_HEADING = re.compile(r'<h2(?: id="([^"]*)")?>(.*?)</h2>', re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_FEWEST = 3


@dataclass(frozen=True)
class Entry:
    """One heading of the second level and its place on the page."""

    address: str
    words: str


def with_contents(body: str) -> tuple[str, tuple[Entry, ...]]:
    """The body with a place for every second-level heading, and the list of them; a page of fewer than three has none.

    ``body`` is HTML whose values were escaped, so that what looks like a heading is one.
    """
    found: list[Entry] = []
    taken: set[str] = set()

    def placed(match: re.Match[str]) -> str:
        words = " ".join(unescape(_MARKUP.sub("", match[2])).split())
        address = match[1] or next(name for name in _names(words) if name not in taken)
        taken.add(address)
        found.append(Entry(address, words))
        return f'<h2 id="{address}">{match[2]}</h2>'

    placed_body = _HEADING.sub(placed, body)
    return placed_body, tuple(found) if len(found) >= _FEWEST else ()


def _names(words: str) -> Iterator[str]:
    """Names of a place that no part of a report has, told apart by a number where two headings are alike."""
    name = "part-" + "-".join(re.findall(r"\w+", words.casefold()))
    yield name
    yield from (f"{name}-{number}" for number in count(2))
