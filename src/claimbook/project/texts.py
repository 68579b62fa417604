"""A text that somebody wants to have read: any file, or standard input; it need not lie in a project."""

import stat
import sys
from pathlib import Path

from claimbook.model.problems import Place, ProblemsFoundError, problem
from claimbook.project.source import Source, decoded

STANDARD_INPUT = Path("-")
LARGEST_TEXT = 1_000_000  # bytes; a long book chapter
_CHECK = "check the name; '-' reads standard input"
_PLAIN = "save the article as plain text (UTF-8)"


def read_text(file: Path, limit: int = LARGEST_TEXT) -> Source:
    """Read a plain text, wherever it lies, under the name that it was asked for by.

    Args:
        file: the file; ``-`` for standard input.
        limit: the largest size in bytes.

    Raises:
        ProblemsFoundError: there is no such file, it cannot be read or is too large, or it is not UTF-8, or empty.
    """
    content = _given(limit) if file == STANDARD_INPUT else _content(file, limit)
    if len(content) > limit:
        raise _too_large(file, limit)
    source = decoded(file, content)
    if not source.text.strip():
        raise problem("no-text", "there is no text in it", place=Place(file), hint=_PLAIN)
    return source


def _given(limit: int) -> bytes:
    """What came on standard input; nothing where it was closed by whoever started the command."""
    return sys.stdin.buffer.read(limit + 1) if sys.stdin else b""


def _content(file: Path, limit: int) -> bytes:
    """Looked at before it is opened: a pipe or a device may never end."""
    try:
        facts = file.stat()
        if stat.S_ISDIR(facts.st_mode):
            raise problem("not-a-file", "a text file is expected here, not a folder", place=Place(file), hint=_CHECK)
        if facts.st_size > limit:
            raise _too_large(file, limit)
        with file.open("rb") as opened:
            return opened.read(limit + 1)
    except FileNotFoundError:
        raise problem("missing-file", "this file is missing", place=Place(file), hint=_CHECK) from None
    except OSError as error:
        message = f"this file cannot be read: {error.strerror or error}"
        raise problem("unreadable", message, place=Place(file), hint=_CHECK) from None


def _too_large(file: Path, limit: int) -> ProblemsFoundError:
    message = f"the text is too large; at most {limit / 1e6:g} MB are read"
    return problem("too-large", message, place=Place(file), hint="give one article at a time")
