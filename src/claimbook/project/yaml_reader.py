"""YAML as a person writes it, turned into plain data that remembers where everything stands.

Only the plain part of YAML 1.2 is read: one document of mappings, lists, texts, numbers, true, false and null. Anchors,
aliases, merge keys, tags and directives are refused, so that a file says what it shows and nothing can be expanded.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Never, TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
    SequenceStartEvent,
)

from claimbook.model.problems import Problem, ProblemsFoundError
from claimbook.project.plain_scalars import read_plain
from claimbook.project.source import UNSEEN, Source, Spot, read_source
from claimbook.project.words import quoted
from claimbook.project.yaml_syntax import explain_syntax

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Loc: TypeAlias = tuple[int | str, ...]
"""Way from the top of a file to a value: keys, and positions in lists counted from zero."""

MAX_DEPTH = 20  # the deepest value of the data model lies at seven
MAX_PROBLEMS = 50  # in one file; nobody mends more at a time
_INDENTING_TAB = re.compile(r"^ *(\t)[ \t]*\S", re.MULTILINE)
_LONG_LINE = re.compile(r"^.{20000}(.)", re.MULTILINE)
_BEFORE_DECIMALS = re.compile(r"[-+]?[0-9]+,$")
_DIRECTIVE = re.compile(r"^(%)", re.MULTILINE)


@dataclass(frozen=True)
class Document:
    """The data of one file, and where each key and value stands."""

    source: Source
    data: dict[str, Json]
    values: Mapping[Loc, Spot] = field(repr=False)
    keys: Mapping[Loc, Spot] = field(repr=False)
    printed: Mapping[Loc, str] = field(repr=False)
    """Texts, numbers and words as they stand in the file, before they were read."""
    problems: tuple[Problem, ...] = ()
    """Mistakes that did not keep the rest of the file from being read."""

    def spot(self, loc: Loc, *, at_key: bool = False) -> Spot:
        """Where that value stands, or its key; for what is not there, the nearest group that would hold it."""
        if at_key and loc in self.keys:
            return self.keys[loc]
        return self.values[loc] if loc in self.values else self.spot(loc[:-1])

    def problem(self, code: str, message: str, loc: Loc, hint: str | None = None, *, at_key: bool = False) -> Problem:
        """A mistake at that value, or at its key."""
        return self.source.problem(code, message, self.spot(loc, at_key=at_key), hint)


def read_yaml(path: Path, root: Path, limit: int) -> Document:
    """Read one YAML file of the project that is rooted at ``root``.

    Raises:
        ProblemsFoundError: the file is no plain text of at most ``limit`` bytes, or cannot be read as YAML at all.
            Mistakes that leave the rest readable are in ``Document.problems`` instead.
    """
    return parse_yaml(read_source(path, root, limit))


def parse_yaml(source: Source) -> Document:
    """The data of a YAML text. Raises ProblemsFoundError where it cannot be read at all."""
    _refuse(source, _INDENTING_TAB, "tab-indent", "a tab indents this line; YAML takes only spaces", "use spaces")
    _refuse(source, _DIRECTIVE, "yaml-directive", "a line that starts with '%' is not read here", "take it out")
    _refuse(source, _LONG_LINE, "line-too-long", "this line has more than 20,000 characters", "break it up")
    return _Builder(source).document()


def _refuse(source: Source, pattern: re.Pattern[str], code: str, message: str, hint: str) -> None:
    found = list(islice(pattern.finditer(source.text), MAX_PROBLEMS))
    if found:
        raise ProblemsFoundError(source.problem(code, message, source.spot_of(one.start(1)), hint) for one in found)


def _spot(event: Event) -> Spot:
    return Spot(event.start_mark.line + 1, event.start_mark.column + 1)


class _Builder:
    """Turns the parser's events into data one by one, so that nothing is ever built that is not wanted."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.values: dict[Loc, Spot] = {}
        self.keys: dict[Loc, Spot] = {}
        self.printed: dict[Loc, str] = {}
        self.problems: list[Problem] = []
        self.referred: set[str] = set()
        self.reached = Spot(1, 1)
        self.events = self._parsed()

    def document(self) -> Document:
        """The whole file; raises ProblemsFoundError with all that was found so far when reading cannot go on."""
        first = next((event for event in self.events if isinstance(event, NodeEvent)), None)
        if first is None or (isinstance(first, ScalarEvent) and not first.value):
            self._stop("empty-file", "this file is empty", "write at least the keys that are needed")
        data = self._node(first, ())
        if not isinstance(data, dict):
            self._stop("not-a-mapping", "this file does not consist of 'key: value' lines", None, self.values[()])
        if any(isinstance(event, DocumentStartEvent) for event in self.events):
            self._stop("several-documents", "a second document starts here", "keep one document in each file")
        return Document(self.source, data, self.values, self.keys, self.printed, tuple(self.problems))

    def _parsed(self) -> Iterator[Event]:
        events = YAML(typ="safe", pure=True).parse(self.source.text)
        while True:
            try:
                event = next(events, None)
            except (YAMLError, ValueError, OverflowError) as error:  # the last two: an escape beyond Unicode
                self.problems.append(explain_syntax(error, self.source, self.reached))
                raise ProblemsFoundError(self.problems) from None
            if event is None:
                return
            self.reached = _spot(event)
            yield event

    def _note(self, code: str, message: str, hint: str | None, spot: Spot | None = None) -> None:
        self.problems.append(self.source.problem(code, message, spot or self.reached, hint))
        if len(self.problems) >= MAX_PROBLEMS:
            raise ProblemsFoundError(self.problems)

    def _stop(self, code: str, message: str, hint: str | None, spot: Spot | None = None) -> Never:
        self._note(code, message, hint, spot)
        raise ProblemsFoundError(self.problems)

    def _stop_at_depth(self) -> Never:
        self._stop("too-deep", f"groups lie within groups here, more than {MAX_DEPTH} deep", "write it flatter")

    def _node(self, event: Event, loc: Loc) -> Json:
        self.values[loc] = self._spot_of_value(event, loc)
        self._refuse_marks(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, loc)
        if isinstance(event, AliasEvent):
            return None
        if len(loc) >= MAX_DEPTH:
            self._stop_at_depth()
        return self._list(loc) if isinstance(event, SequenceStartEvent) else self._mapping(loc)

    def _spot_of_value(self, event: Event, loc: Loc) -> Spot:
        """Where a value starts; one that was left out is shown at its key or dash, not at what comes next."""
        index: int = event.start_mark.index
        if index < event.end_mark.index or not isinstance(event, ScalarEvent):
            return _spot(event)
        return self.keys.get(loc) or self.source.spot_of(max(self.source.text.rfind("-", 0, index), 0))

    def _refuse_marks(self, event: Event) -> None:
        """References and tags make a file mean something else than it shows."""
        if isinstance(event, AliasEvent) and event.anchor not in self.referred:
            self.referred.add(event.anchor)  # once is enough, even where a file refers to it a million times
            text = f"'*{event.anchor}' would repeat another part of the file"
            self._note("yaml-alias", text, "write it out; put quotes around a text that starts with '*'")
        if isinstance(event, ScalarEvent | CollectionStartEvent) and (anchor := event.anchor):
            text = f"'&{anchor}' would name a part of the file"
            self._note("yaml-anchor", text, "take it out; put quotes around a text that starts with '&'")
        if getattr(event, "tag", None) is not None:
            self._note(
                "yaml-tag", "a tag ('!') stands here", "take it out; put quotes around a text that starts with '!'"
            )

    def _scalar(self, event: ScalarEvent, loc: Loc) -> Json:
        text: str = event.value
        self.printed[loc] = text
        if found := UNSEEN.search(text):
            self._note(
                "unseen-character", f"this text holds an invisible character (U+{ord(found[0]):04X})", "take it out"
            )
            return UNSEEN.sub("", text)
        if event.style is not None:
            return text
        try:
            return read_plain(text)
        except ValueError as error:
            self._note("not-a-number", str(error), "leave the key out where no number is known")
            return None

    def _list(self, loc: Loc) -> list[Json]:
        items: list[Json] = []
        while not isinstance(event := next(self.events), CollectionEndEvent):
            items.append(self._node(event, (*loc, len(items))))
        return items

    def _mapping(self, loc: Loc) -> dict[str, Json]:
        group: dict[str, Json] = {}
        while not isinstance(event := next(self.events), CollectionEndEvent):
            key = self._key(event, loc)
            if key is None:
                self._skip(next(self.events))
            else:
                group[key] = self._node(next(self.events), (*loc, key))
        return group

    def _key(self, event: Event, loc: Loc) -> str | None:
        """The key, or None where it is refused and its value is to be skipped."""
        spot = _spot(event)
        self._refuse_marks(event)
        if not isinstance(event, ScalarEvent):
            self._skip(event)
            self._note(
                "key-not-text", "a key is one text, not a group, a list or a reference", "write 'key: value'", spot
            )
            return None
        key: str = event.value
        if event.style is None and (number := self._decimal_comma(event)):
            text = f"{quoted(number)} is written with a comma, and here a comma ends the value"
            start = self.source.spot_of(event.start_mark.index - len(number) + len(key))
            self._note("decimal-comma", text, f"write it with a point: {number.replace(',', '.')}", start)
            return None
        if fault := _no_key(key, plain=event.style is None):
            self._note("key-not-text", fault, "write 'key: value', with quotes around the key if need be", spot)
            return None
        if earlier := self.keys.get((*loc, key)):
            fault = f"the key {quoted(key)} is written twice; first in line {earlier.line}"
            self._note("duplicate-key", fault, "keep one of them", spot)
            return None
        self.keys[*loc, key] = spot
        return key

    def _decimal_comma(self, event: ScalarEvent) -> str | None:
        """The number whose decimals were taken for a key, as in ``{estimate: -1,2}``."""
        index: int = event.start_mark.index
        before = _BEFORE_DECIMALS.search(self.source.text, max(0, index - 20), index)
        return before[0] + event.value if before and event.value.isdecimal() else None

    def _skip(self, event: Event) -> None:
        """Pass over a value that is not kept, however deep it is."""
        depth = 0
        while True:
            depth += isinstance(event, CollectionStartEvent) - isinstance(event, CollectionEndEvent)
            if depth <= 0:
                return
            if depth > MAX_DEPTH:
                self._stop_at_depth()
            event = next(self.events)


def _no_key(key: str, *, plain: bool) -> str | None:
    """Why this cannot be a key, or None when it can."""
    if UNSEEN.search(key):
        return "this key holds an invisible character"
    if not key.strip():
        return "a key is missing before ':'"
    if plain and key == "<<":
        return "'<<' would copy another part of the file here; write it out"
    return f"the key {quoted(key)} needs quotes to be a text" if plain and not _is_text(key) else None


def _is_text(word: str) -> bool:
    try:
        return isinstance(read_plain(word), str)
    except ValueError:
        return False
