"""What a plot returns: a drawing with the words that replace it, or the reason why nothing was drawn."""

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING, TypeAlias

from claimbook.language.speak import spoken

if TYPE_CHECKING:
    import pandas as pd

Columns: TypeAlias = Mapping[str, Iterable[str]]
"""The cells of a table twin by the heads of their columns, messages both."""


@dataclass(frozen=True)
class Figure:
    """One drawing as SVG. Its alternative text and its table twin are not optional.

    Drawings and table are in the language that was spoken when they were made; title, words and note are messages.

    Raises:
        ValueError: when the alternative text or the title is empty, or the table has no row.
    """

    title: str
    alt: str
    """What the figure shows, in words that stand without it."""
    note: str
    """How to read it: what marks, sizes and fillings mean."""
    svg: str = field(repr=False)
    narrow: str = field(repr=False)
    """The same drawing for a phone."""
    table: "pd.DataFrame" = field(repr=False, compare=False)
    """The same facts, one row for each mark."""

    def __post_init__(self) -> None:
        if not self.alt.strip() or not self.title.strip():
            raise ValueError("a figure needs a title and alternative text that says what it shows")
        if self.table.empty:
            raise ValueError("a figure needs a table with the same facts")

    @property
    def addresses(self) -> tuple[str, str]:
        """Both drawings, wide and narrow, as addresses that need no file and no network."""
        return _data_uri(self.svg), _data_uri(self.narrow)

    def _repr_html_(self) -> str:
        return f'<img src="{self.addresses[0]}" alt="{escape(spoken(self.alt))}">'


def twin(columns: Columns) -> "pd.DataFrame":
    """The table twin of a drawing, said in the language being spoken, for pandas keeps no messages."""
    import pandas as pd  # noqa: PLC0415 - pages that draw nothing do without

    return pd.DataFrame({spoken(head): [spoken(cell) for cell in cells] for head, cells in columns.items()})


def _data_uri(svg: str) -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


@dataclass(frozen=True)
class NotDrawn:
    """A figure whose data do not allow it: the reason stands in its place."""

    title: str
    reason: str
