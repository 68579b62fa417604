"""The text of a file that a person wrote: read with care, and shown line by line when something is wrong with it."""

import codecs
import re
import stat
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePath

from rich.cells import cell_len

from claimbook.model.problems import Place, Problem, ProblemsFoundError, problem
from claimbook.project.words import visible

_LINE_END = re.compile(r"\r\n|\r|\n")
_LONGEST_EXCERPT = 120
# Line and paragraph separators count as line breaks for some readers and not for others; nobody types them.
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


@dataclass(frozen=True, order=True)
class Spot:
    """A line and a column of a text, both counted from one."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A text and the name of its file, as seen from the root of the project."""

    file: PurePath
    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; the last one is empty where the text ends with a line end."""
        return tuple(_LINE_END.split(self.text))

    def spot_of(self, index: int) -> Spot:
        """Line and column of the character at that index."""
        line = bisect_right(self._beginnings, index)
        return Spot(line, index - self._beginnings[line - 1] + 1)

    @cached_property
    def _beginnings(self) -> tuple[int, ...]:
        """Where each line begins."""
        return (0, *(found.end() for found in _LINE_END.finditer(self.text)))

    @cached_property
    def end(self) -> Spot:
        """Behind the last character that can be seen."""
        return self.spot_of(len(self.text.rstrip()))

    def within(self, spot: Spot) -> Spot:
        """The same spot, drawn back to the end where it lies behind the line or behind the text."""
        if spot.line > self.end.line:
            return self.end
        return Spot(spot.line, min(spot.column, len(self.lines[spot.line - 1]) + 1))

    def problem(self, code: str, message: str, spot: Spot | None = None, hint: str | None = None) -> Problem:
        """A mistake in this file; with a spot, it shows the line and a caret."""
        if spot is None:
            return Problem(code, message, Place(self.file), hint)
        spot = self.within(spot)
        return Problem(code, message, Place(self.file, spot.line, spot.column), hint, self.excerpt(spot))

    def excerpt(self, spot: Spot) -> str:
        """Two lines of text: the line of the spot with its number, and a caret below the column."""
        line, at = self.lines[spot.line - 1], spot.column - 1
        start = max(0, min(at - _LONGEST_EXCERPT // 2, len(line) - _LONGEST_EXCERPT))
        before = ("…" if start else "") + visible(line[start:at])
        after = visible(line[at : start + _LONGEST_EXCERPT]) + ("…" if len(line) > start + _LONGEST_EXCERPT else "")
        gutter = f"{spot.line:>5} |"
        return f"{gutter} {before}{after}".rstrip() + f"\n{'|':>{len(gutter)}} {' ' * cell_len(before)}^"


def read_source(path: Path, root: Path, limit: int) -> Source:
    """Read a text file of the project.

    Args:
        path: the file, below ``root``.
        root: the project's folder; a link that leads out of it is refused.
        limit: the largest size in bytes.

    Raises:
        ProblemsFoundError: the file cannot be read, is too large, or is not plain UTF-8 text.
    """
    return decoded(path.relative_to(root), read_bytes(path, root, limit))


def read_bytes(path: Path, root: Path, limit: int) -> bytes:
    """What a file of the project holds; arguments and errors are those of ``read_source``, whatever the bytes say."""
    _refuse_what_is_no_file(path, root, limit)
    try:
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path.relative_to(root), error) from None


def _refuse_what_is_no_file(path: Path, root: Path, limit: int) -> None:
    """Look before opening: a pipe would wait forever, and a huge file would be read in vain."""
    place = Place(path.relative_to(root))
    try:
        facts = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            raise problem("broken-link", "this link leads nowhere", place=place) from None
        hint = "write it, or get it back from version control"
        raise problem("missing-file", "this file is missing", place=place, hint=hint) from None
    except OSError as error:
        raise _unreadable(place.file, error) from None
    if not stat.S_ISREG(facts.st_mode):
        raise problem("not-a-file", "a text file is expected here, not a folder or a device", place=place)
    if not path.resolve().is_relative_to(root.resolve()):
        raise problem("outside-project", "this link leads out of the project", place=place)
    if facts.st_size > limit:
        size, most = facts.st_size / 1e6, limit / 1e6
        raise problem("too-large", f"the file has {size:.3g} MB; at most {most:g} MB are read", place=place)


def _unreadable(file: PurePath, error: OSError) -> ProblemsFoundError:
    return problem("unreadable", f"this file cannot be read: {error.strerror}", place=Place(file))


def decoded(file: PurePath, content: bytes) -> Source:
    """The text of a file. Raises ProblemsFoundError where it is not plain UTF-8 text."""
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        source = Source(file, content.decode("utf-8"))
    except UnicodeDecodeError as error:
        shown = Source(file, content.decode("utf-8", "replace"))
        spot = shown.spot_of(len(content[: error.start].decode("utf-8")))
        hint = "save the file as UTF-8 (most editors offer it under 'Save as' or 'Encoding')"
        raise ProblemsFoundError([shown.problem("not-utf8", "this byte is not UTF-8 text", spot, hint)]) from None
    if found := UNSEEN.search(source.text):
        message = f"an invisible character (U+{ord(found[0]):04X}) stands here"
        spot = source.spot_of(found.start())
        raise ProblemsFoundError([source.problem("unseen-character", message, spot, "delete it")])
    return source
