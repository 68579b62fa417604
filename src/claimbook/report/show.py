"""What a notebook cell returns: HTML in which every value is escaped, and the same in plain text."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial, wraps
from html.parser import HTMLParser
from importlib.resources import files
from inspect import isfunction
from typing import Protocol, TypeVar

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from claimbook.language.said import capital, counted, joined, said, said_as
from claimbook.language.speak import speaking, spoken, spoken_language
from claimbook.model.claim import Article

sentence = capital
_TEMPLATES = files("claimbook.report") / "templates"


@dataclass(frozen=True)
class Shown:
    """One part of a report. JupyterLab shows the HTML, a terminal the text; both come from one source."""

    html: str

    def _repr_html_(self) -> str:
        return self.html

    def __repr__(self) -> str:
        return plain_text(self.html)


T = TypeVar("T", bound=type)


def in_its_language(case: T) -> T:
    """Class decorator: every part that the case of an article shows is said in the language of its article."""
    for name, show in vars(case).copy().items():
        if isfunction(show) and show.__annotations__.get("return") is Shown:
            setattr(case, name, _in_language_of_article(show))
    return case


def _in_language_of_article(show: Callable[..., Shown]) -> Callable[..., Shown]:
    @wraps(show)
    def shown(case: InArticle, *args: object, **named: object) -> Shown:
        with speaking(case.article.language):
            return show(case, *args, **named)

    return shown


class InArticle(Protocol):
    """What belongs to an article."""

    @property
    def article(self) -> Article:
        """The article, which knows its language."""


@cache
def environment() -> Environment:
    """Templates of pages and fragments; values are escaped, and a missing one is an error rather than a blank.

    Messages are said in the language being spoken, wherever a template prints one.
    """
    found = Environment(
        loader=FileSystemLoader(str(_TEMPLATES)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finally,
    )
    found.filters["sentence"] = capital
    found.filters["listed"] = partial(joined, ", ")
    found.globals |= {"said": said, "said_as": said_as, "counted": counted, "marked": marked}
    found.globals |= {"english": english, "written_in": written_in}
    return found


def _finally(value: object) -> object:
    """What a template prints: texts in the language being spoken, everything else as it is."""
    return spoken(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def marked(message: str, /, **values: object) -> Markup:
    """A message that holds markup, in the language being spoken; its values are escaped unless they are markup."""
    safe = {name: _escaped(value) for name, value in values.items()}
    return Markup(spoken(said(message, **safe)))  # noqa: S704 - the messages are claimbook's own, the values escaped


def written_in(language: str) -> Markup:
    """Marks an element whose words are of another language than the page (WCAG 2.2, 3.1.2 Language of Parts)."""
    return Markup() if spoken_language().code == language else Markup(' lang="{}"').format(language)


def english() -> Markup:
    """Marks an element whose words are English whatever the language of the page."""
    return written_in("en")


def _escaped(value: object) -> object:
    return escape(spoken(value)) if isinstance(value, str) else value


def fragment(name: str, **values: object) -> Shown:
    """Fill ``templates/fragments/<name>.html.j2`` with plain values."""
    return Shown(environment().get_template(f"fragments/{name}.html.j2").render(values))


def stylesheet(name: str) -> Markup:
    """A style sheet of the package, ready to stand in a page; it holds no value from outside."""
    return Markup((_TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704 - claimbook's own file


def view_style() -> Markup:
    """What the parts of a report need to be shown outside a page, in a notebook."""
    return stylesheet("tokens.css") + stylesheet("views.css")


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
