"""What a YAML parser complains about, said in plain words."""

import re
from dataclasses import dataclass

from ruamel.yaml.error import MarkedYAMLError

from claimbook.model.problems import Problem
from claimbook.project.source import Source, Spot
from claimbook.project.words import LIKE_SPACE, named

_QUOTE = "put quotes around a text that holds ': ' or starts with one of @ ` % [ ] { } * & ! | > # , -"

# At the start of a line, behind a key, or where a group or list opens; elsewhere it may belong to a text.
_NO_SPACE = re.compile(rf"(?:^[ -]*(?:[\w-]+:)?|[{{\[,] *[\w-]+:|[{{\[] *)([{LIKE_SPACE}])")
_PLAIN = "type a plain space in its place; text copied from web pages often holds such signs"


@dataclass(frozen=True)
class _Complaint:
    """One complaint of the parser: how to recognise it, how to say it, and where it is best shown."""

    pattern: str
    message: str
    hint: str
    at_opening: bool = False
    """Show it where the broken part begins; the parser notices most open brackets and quotes much too late."""


_COMPLAINTS = (
    _Complaint(
        r"quoted scalar.*unexpected",
        "this quote is opened and never closed",
        "close it with the same quote",
        at_opening=True,
    ),
    _Complaint(
        r"escape",
        "'\\' starts an escape sequence in double quotes, and this one is none",
        "use single quotes, or write '\\\\' for a backslash",
    ),
    _Complaint(r"expected the node content", "a value is missing before this sign", _QUOTE),
    _Complaint(
        r"flow sequence",
        "a comma or ']' is missing in the list that opens here",
        "close it with ']'; put quotes around items that hold ': ' or brackets",
        at_opening=True,
    ),
    _Complaint(
        r"flow mapping",
        "a comma or '}' is missing in the group that opens here",
        "close it with '}'; put quotes around texts that hold ': ' or brackets",
        at_opening=True,
    ),
    _Complaint(r"'\\t' that cannot start", "a tab stands where only spaces may stand", "replace it by spaces"),
    _Complaint(r"cannot start any token", "no text may start with this character", _QUOTE),
    _Complaint(
        r"mapping values are not allowed",
        "this ':' stands within the value of another key",
        f"{_QUOTE}; otherwise let the keys of one group start in the same column",
    ),
    _Complaint(
        r"could not find expected ':'",
        "a key without ': ' behind it stands here",
        "write 'key: value' with a space after the colon, or indent the line if it belongs to the text above",
        at_opening=True,
    ),
    _Complaint(r"sequence entries are not allowed", "a list cannot start here", "begin it in a line of its own"),
    _Complaint(
        r"block mapping.*(scalar|'\]'|'\}'|',')",
        "something stands here that belongs to no key",
        "check quotes, brackets and indentation before it; within single quotes, write an apostrophe twice",
    ),
    _Complaint(
        r"block (mapping|collection)|indent",
        "the indentation does not fit the lines above",
        "let the keys, or the dashes, of one group start in the same column",
    ),
    _Complaint(r"scanning an (alias|anchor)|parsing an? tag|scanning a tag", "this sign is not allowed here", _QUOTE),
    _Complaint(
        r"block scalar", "after '|' or '>' the text starts in the next line", "put quotes around a text starting so"
    ),
)
_UNNAMED = _Complaint("", "the file is not valid YAML from here on", "compare it with one of the other files")


def explain_syntax(error: Exception, source: Source, reached: Spot) -> Problem:
    """A broken piece of YAML as one sentence with a place; ``reached`` serves where the parser names none."""
    said = f"{error.context} {error.problem}" if isinstance(error, MarkedYAMLError) else "escape"
    complaint = next((c for c in _COMPLAINTS if re.search(c.pattern, said)), _UNNAMED)
    spot = _spot(error, opening=complaint.at_opening) or reached
    if unseen := _unseen(source, spot, _spot(error, opening=False) or spot):
        return unseen
    return source.problem("yaml-syntax", complaint.message, spot, complaint.hint)


def _unseen(source: Source, first: Spot, last: Spot) -> Problem | None:
    """What cannot be seen and stands where YAML wants plain spaces, in these lines or the one above."""
    start = max(first.line - 1, 1)
    for number, line in enumerate(source.lines[start - 1 : last.line], start=start):
        if found := _NO_SPACE.search(line):
            message = f"{named(found[1])} stands where only plain spaces may stand"
            return source.problem("unseen-character", message, Spot(number, found.start(1) + 1), _PLAIN)
    return None


def _spot(error: Exception, *, opening: bool) -> Spot | None:
    if not isinstance(error, MarkedYAMLError):
        return None
    mark = (error.context_mark if opening else None) or error.problem_mark
    return Spot(mark.line + 1, mark.column + 1) if mark else None
