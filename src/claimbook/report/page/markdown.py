"""Markdown of the pages that no notebook makes, each of its messages said in the language being spoken."""

from collections.abc import Iterable, Sequence

from claimbook.language.speak import spoken


def page(*blocks: str) -> str:
    """Blocks one after another, an empty line between them."""
    return "\n\n".join(map(spoken, blocks)) + "\n"


def heading(level: int, title: str) -> str:
    """One heading; 1 is that of the page."""
    return f"{'#' * level} {spoken(title)}"


def bullets(items: Iterable[str]) -> str:
    """A list whose order means nothing."""
    return "\n".join(_item("- ", item) for item in items)


def numbered(items: Iterable[str]) -> str:
    """A list of steps."""
    return "\n".join(_item(f"{place}. ", item) for place, item in enumerate(items, start=1))


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a bar inside a cell stays inside it."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(spoken(cell).replace("|", "\\|") for cell in line) + " |" for line in lines)


def _item(mark: str, text: str) -> str:
    """One item of a list; its further lines stand below its first."""
    return mark + spoken(text).replace("\n", "\n" + " " * len(mark))
