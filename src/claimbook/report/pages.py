"""Pages around a body: head, way back, heading, footer; complete without script, network or a second file."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from claimbook import __version__
from claimbook.report.show import environment, stylesheet
from claimbook.report.words import NATURE
from claimbook.synthesis.thresholds import RULES_VERSION


@dataclass(frozen=True)
class Step:
    """One link; without an address it is where the reader is."""

    words: str
    address: str | None = None


@dataclass(frozen=True)
class Page:
    """Everything about a page but its body. Addresses are relative, so that pages open from any folder."""

    title: str
    heading: str
    description: str
    up: str = ""
    """Way to the folder of the first page: nothing, or ``../``."""
    kicker: str = ""
    trail: tuple[Step, ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()
    notebook: str = ""
    """File name of the executed notebook beside the page."""
    collected: str = ""
    """Day on which the evidence was collected."""
    evidence: str = ""
    """How the evidence came to be, in plain sentences."""
    more: tuple[Step, ...] = field(default=())


def render(page: Page, body: str) -> str:
    """The whole page. ``body`` is HTML whose values were escaped where it was made."""
    style = stylesheet("page.css") + Markup("\n") + stylesheet("views.css")
    values = {"page": page, "style": style, "version": __version__, "rules": RULES_VERSION, "nature": NATURE}
    text = environment().get_template("page.html.j2").render(values, body=Markup(body))  # noqa: S704 - see above
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def index_body(entries: Iterable[object]) -> str:
    """The list of articles; each entry has ``article``, ``claims``, ``count`` and ``collected``."""
    return environment().get_template("index.html.j2").render(entries=list(entries))


def failed_body(reason: str) -> str:
    """What stands where a page could not be built, so that an older page is not taken for this one."""
    return environment().get_template("failed.html.j2").render(reason=reason)
