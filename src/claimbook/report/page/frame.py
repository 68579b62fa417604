"""Pages around a body: head, way back, heading, footer; complete without script, network or a second file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from markupsafe import Markup

from claimbook import __version__
from claimbook.language.said import said
from claimbook.language.speak import spoken, spoken_language
from claimbook.report.page.contents import with_contents
from claimbook.report.page.policy import content_policy
from claimbook.report.show import environment, stylesheet
from claimbook.report.words.facts import is_quoted
from claimbook.report.words.verdicts import NATURE, Silence
from claimbook.synthesis.thresholds import RULES_VERSION


@dataclass(frozen=True)
class Step:
    """One link; without an address it is where the reader is."""

    words: str
    address: str | None = None


@dataclass(frozen=True)
class Download:
    """One file to take along: what it is, where it lies, and under which name it is saved."""

    words: str
    address: str
    saved_as: str


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
    downloads: tuple[Download, ...] = ()
    """Files to take along."""
    collected: str = ""
    """Day on which the evidence was collected."""
    evidence: str = ""
    """How the evidence came to be, in plain sentences."""
    more: tuple[Step, ...] = field(default=())
    place: str = ""
    """Its address where it is one of the pages that every page leads to."""


ARTICLES, METHODS, ABOUT = said("Articles"), said("Methods"), said("About")
MAIN_PAGES = (Step(ARTICLES, "index.html"), Step(METHODS, "methods.html"), Step(ABOUT, "about.html"))
"""Where every page leads to, by addresses from the first page's folder."""

SILENCES: tuple[str, ...] = (
    *Silence,
    said("not graded"),
    said("n not seen"),
    said("participants not seen"),
    said("none"),
    "—",
)
"""What stands for a value that nobody has; a sorted table has it last, whichever way it is sorted."""


def render(page: Page, body: str) -> str:
    """The whole page. ``body`` is HTML whose values were escaped where it was made."""
    placed, contents = with_contents(body)
    values = {"page": page, "body": Markup(placed), "contents": contents}  # noqa: S704 - see above
    text = environment().get_template("page.html.j2").render(values, **_frame())
    return "\n".join(line.rstrip() for line in text.splitlines()) + "\n"


def _frame() -> dict[str, object]:
    """What is the same on every page of one language."""
    silences = "|".join(spoken(silence).lower() for silence in SILENCES)
    return {**_inline(), "silences": silences, "language": spoken_language().code}


@cache
def _inline() -> dict[str, object]:
    """What is the same on every page; the policy names style sheet and script by their hashes."""
    style, script = (_tidy(*names) for names in (("tokens.css", "page.css", "views.css", "print.css"), ("page.js",)))
    return {
        "style": style,
        "script": script,
        "policy": content_policy(style, script),
        "pages": MAIN_PAGES,
        "version": __version__,
        "rules": RULES_VERSION,
        "nature": NATURE,
    }


def _tidy(*names: str) -> Markup:
    """Files of the package behind one another, just as they will stand in the page."""
    lines = (line.rstrip() for name in names for line in stylesheet(name).splitlines())
    return Markup("\n").join(Markup(line) for line in lines if line)  # noqa: S704 - claimbook's own files


def index_body(entries: Iterable[object]) -> str:
    """The list of articles; each entry has ``article``, ``claims``, ``count`` and ``collected``."""
    return environment().get_template("index.html.j2").render(entries=list(entries))


def failed_body(reason: str) -> str:
    """What stands where a page could not be built, so that an older page is not taken for this one."""
    return environment().get_template("failed.html.j2").render(reason=reason, quoted=is_quoted(reason))
