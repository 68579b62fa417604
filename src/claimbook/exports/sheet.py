"""CSV that a spreadsheet opens without obeying it: RFC 4180 in UTF-8, one line a row, lines ended by LF."""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

from claimbook.exports.text import one_line, steady

Cell = str | int | float | bool | None
_COMMANDS = frozenset(
    "=+-@\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?%?")


def sheet(columns: Sequence[str], rows: Iterable[Mapping[str, Cell]]) -> str:
    """A header and the rows. An empty cell means that it was not seen, or that there is nothing to say."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_written(row[column]) for column in columns] for row in rows)
    return out.getvalue()


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "yes" if cell else "no"
        case int():
            return str(cell)
        case float():
            number = steady(cell)
            return "" if number is None else repr(number)
        case _:
            return _harmless(one_line(cell))


def _harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets an apostrophe in front; a plain number stays one."""
    return f"'{text}" if text[:1] in _COMMANDS and not _NUMBER.fullmatch(text) else text
