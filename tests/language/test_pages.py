"""Nothing on any page is English by accident."""

from dataclasses import asdict

import pytest

from claimbook.language import speak
from claimbook.project.layout import find_project
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.study.assumptions import ASSUMPTIONS
from claimbook.synthesis.thresholds import DEFAULT
from tests.browser.quick import write_pages
from tests.german import ARTICLE, ROOT
from tests.language.veil import VEIL, latin_words, search_words, veiled, veiled_project

TOOLS = {"papermill", "nbconvert", "pandas", "numpy", "scipy", "seaborn", "matplotlib", "biopython"}
IDS = {*RULES, *ASSUMPTIONS, *asdict(DEFAULT), *TOOLS, "SMD", "Murad et al", "article", "claim"}
"""Names of steps, thresholds, packages, parameters and of a paper, which are the same in every language."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """Every page of the shipped article by its name, in a language without Latin letters."""
    folder = veiled_project(tmp_path_factory.mktemp("veiled"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(speak, "language_of", lambda _: VEIL)
        summary = write_pages(find_project(folder), [ARTICLE], folder / "reports")
    assert not summary.failed
    return {page.relative_to(summary.out).as_posix(): page.read_text() for page in summary.out.rglob("*.html")}


def test_no_page_holds_words_that_nobody_said(pages):
    known = search_words(ROOT) | IDS
    assert {name: words for name, page in pages.items() if (words := latin_words(page, known))} == {}


def test_words_that_nobody_said_are_found():
    # protects: the test above from seeing nothing
    html = '<p title="A word">See <b>two</b> <code>code</code></p><style>p{color:red}</style>'
    assert latin_words(html) == ["A word", "See", "two"]
    assert latin_words(f"<p>{veiled('No effect, {n} of them')}</p>") == []
