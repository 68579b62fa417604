"""What a notebook cell returns: HTML in which every value is escaped, and the same in plain text."""

import re
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from importlib.resources import files

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from claimbook.report.page_words import PAGE_WORDS

_TEMPLATES = files("claimbook.report") / "templates"


@dataclass(frozen=True)
class Shown:
    """One part of a report. JupyterLab shows the HTML, a terminal the text; both come from one source."""

    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return plain_text(self.html)


@cache
def environment() -> Environment:
    """Templates of pages and fragments; values are escaped, and a missing one is an error rather than a blank."""
    found = Environment(
        loader=FileSystemLoader(str(_TEMPLATES)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.filters["sentence"] = sentence
    found.globals["say"] = PAGE_WORDS
    return found


def fragment(name: str, **values: object) -> Shown:
    """Fill ``templates/fragments/<name>.html.j2`` with plain values."""
    return Shown(environment().get_template(f"fragments/{name}.html.j2").render(values))


def stylesheet(name: str) -> Markup:
    """A style sheet of the package, ready to stand in a page; it holds no value from outside."""
    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 - claimbook's own file


def view_style() -> Markup:
    """What the parts of a report need to be shown outside a page, in a notebook."""
    return stylesheet("tokens.css") + stylesheet("views.css")


def sentence(text: str) -> str:
    """The text with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]


def plain_text(html: str) -> str:
    """The words of a piece of HTML, blocks on lines of their own and cells apart."""
    reader = _TextReader()
    reader.feed(html)
    reader.close()
    lines = [" ".join(line.split()) for line in "".join(reader.parts).splitlines()]
    return "\n".join(line for line in lines if line)


class _TextReader(HTMLParser):
    """Collects text; leaves styles out and says what an image shows."""

    _blocks = re.compile("p|div|h[1-4]|li|tr|d[td]|section|summary|blockquote|caption|figcaption")
    _cells = re.compile("t[dh]")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "style":
            self._silent = True
        if self._blocks.fullmatch(tag):
            self.parts.append("\n- " if tag == "li" else "\n")
        if tag == "span":
            self.parts.append(" ")
        if tag == "br":
            self.parts.append(" / ")
        if tag == "img":
            self.parts.append(f"\n[{dict(attrs).get('alt') or ''}]\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "style":
            self._silent = False
        if self._blocks.fullmatch(tag):
            self.parts.append("\n")
        if self._cells.fullmatch(tag):
            self.parts.append(" | ")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " "))
