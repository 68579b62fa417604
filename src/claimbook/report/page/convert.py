"""From an executed notebook, or from Markdown, to the body of a page, through claimbook's own nbconvert template."""

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from html import escape
from html.parser import HTMLParser
from importlib.resources import files
from itertools import count

from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode

from claimbook.language.said import filled, said
from claimbook.language.speak import spoken
from claimbook.report.run.clean import INJECTED_TAG
from claimbook.report.run.results import Job, NotebookFailed
from claimbook.report.show import plain_text

_TOP_HEADING = re.compile(r"^# ", re.MULTILINE)
_FIRST_HEADING = re.compile(r"^# .*\n?", re.MULTILINE)
_TABLE_OR_HEADING = re.compile(r"(<table>.*?</table>|<h[2-4].*?</h[2-4]>)", re.DOTALL)
_IMAGES = ("image/png", "image/jpeg", "image/svg+xml")


def notebook_body(notebook: NotebookNode) -> str:
    """What the notebook shows, in order, each part followed by its folded code. The page gives the only h1.

    Its prose is said in the language being spoken, as far as the catalogue knows it; what an editor changed stays.
    """
    copy = deepcopy(notebook)
    for cell in copy.cells:
        if cell.cell_type == "markdown":
            cell.source = _TOP_HEADING.sub("## ", spoken(filled(cell.source)))
    body, _ = _exporter().from_notebook_node(copy)
    return str(body)


def markdown_body(text: str) -> str:
    """Markdown as HTML without its first heading; tables scroll inside themselves."""
    html = _exporter().markdown2html({"cell": {}}, _FIRST_HEADING.sub("", text, count=1))
    return f'<div class="prose methods">\n{_boxed(html)}\n</div>'


def _boxed(html: str) -> str:
    """Each table in a box of its own, named for the heading above it and its number: no two are called alike."""
    parts = _TABLE_OR_HEADING.split(html)
    heading, number = spoken(said("Table")), count(1)
    for place, part in enumerate(parts):
        if part.startswith("<h"):
            heading = plain_text(part)
        elif part.startswith("<table>"):
            name = escape(spoken(said("{heading} (table {number})", heading=heading, number=next(number))))
            table = f'<table class="sortable"><caption class="unseen">{name}</caption>{part.removeprefix("<table>")}'
            table = table.replace("<th></th>", f'<th><span class="unseen">{spoken(said("Row"))}</span></th>')
            table = table.replace("<th>", '<th scope="col">')
            parts[place] = f'<div class="scroll" tabindex="0" role="region" aria-label="{name}">{table}</div>'
    return "".join(parts)


def without_alternative_text(job: Job, notebook: NotebookNode) -> NotebookFailed | None:
    """The first cell that shows a picture without saying in words what it shows, or None."""
    on_disk = [cell for cell in notebook.cells if INJECTED_TAG not in cell.metadata.get("tags", [])]
    for number, cell in enumerate(on_disk, start=1):
        if any(silent for output in cell.get("outputs", []) for silent in _silent_images(output)):
            evalue = "the cell shows a picture without alternative text; use claimbook.plots, or give it metadata 'alt'"
            return NotebookFailed(job, number, "NoAlternativeText", evalue)
    return None


def _silent_images(output: NotebookNode) -> Iterator[bool]:
    data = output.get("data", {})
    if "text/html" in data:
        yield _ImageReader.finds_silent(data["text/html"])
        return
    for kind in _IMAGES:
        yield kind in data and not output.get("metadata", {}).get(kind, {}).get("alt")


class _ImageReader(HTMLParser):
    """Looks for images that say nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent |= tag == "img" and not dict(attrs).get("alt")

    @classmethod
    def finds_silent(cls, html: str) -> bool:
        reader = cls()
        reader.feed(html)
        return reader.silent


@cache
def _exporter() -> HTMLExporter:
    templates = str(files("claimbook.report") / "templates" / "nbconvert")
    exporter = HTMLExporter(  # type: ignore[no-untyped-call]
        template_name="claimbook", extra_template_basedirs=[templates], exclude_anchor_links=True, embed_images=False
    )
    exporter.environment.globals["said"] = lambda message: spoken(filled(message))
    return exporter
