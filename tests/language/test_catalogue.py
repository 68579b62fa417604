"""Every text that a reader sees is a message, and every message is in the catalogue of every language."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import nodes
from tools.catalogue import LANGUAGES, PACKAGE, faults, read, template

from claimbook.language.catalogue import CODES
from claimbook.report.show import environment

TEMPLATES = sorted((PACKAGE / "report" / "templates").rglob("*.j2"))
READ_ATTRIBUTES = {"alt", "aria-label", "aria-description", "title", "placeholder", "content", "data-label", "summary"}
SAME_EVERYWHERE = re.compile(r"claimbook( (check|search|verify|why))?|PMID|width=device-width.*|light dark")
SAYING = {"said", "said_as", "counted", "marked"}
WORDS = re.compile(r"[^\W\d_]{2}")


@pytest.mark.parametrize("code", CODES[1:])
def test_the_catalogue_is_complete(code):
    # mended by `make catalogue`, and by a translator
    assert not list(faults(read(LANGUAGES / f"{code}.po", code), template()))


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: file.name)
def test_no_template_holds_words_of_its_own(file):
    assert not words_of(file.read_text(encoding="utf-8"))


def test_words_in_a_template_are_found():
    # protects: the test above from seeing nothing
    assert words_of('<p title="Two words">{{ said("x") }} see <b>this</b>{# not this #}</p>') == [
        "Two words",
        "see",
        "this",
    ]
    assert words_of('<td data-label="{{ x }}">{% if y %}Yes{% endif %}: {{ z }}</td>') == ["Yes:"]
    assert words_of('<p>claimbook {{ x or "not known" }}</p>') == ["not known"]


def test_style_sheets_hold_no_words():
    for sheet in (PACKAGE / "report" / "templates").glob("*.css"):
        contents = re.findall(r'content:\s*"([^"]*)"', sheet.read_text(encoding="utf-8"))
        assert not [text for text in contents if re.search(r"[^\W\d_]{2}", text)]


def words_of(template: str) -> list[str]:
    """Words that stand in a template itself: text, read attributes, and texts of Jinja that are no messages."""
    reader = _Reader()
    reader.feed(re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", "", template, flags=re.DOTALL))
    reader.close()
    found = [*reader.found, *_unsaid(environment().parse(template))]
    return [text for text in found if WORDS.search(SAME_EVERYWHERE.sub("", text))]


def _unsaid(node: nodes.Node) -> Iterator[str]:
    """Texts of two or more words inside Jinja's own marks, but for those that are said."""
    if isinstance(node, nodes.Compare):  # what is compared is not printed
        return
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in SAYING:
        return
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Const) and isinstance(child.value, str) and " " in child.value.strip():
            yield child.value
        yield from _unsaid(child)


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.found, self._silent = [], False

    def handle_starttag(self, tag, attrs):
        self._silent = tag in {"style", "script", "code"}
        self.found += [" ".join((value or "").split()) for name, value in attrs if name in READ_ATTRIBUTES]

    def handle_endtag(self, _tag):
        self._silent = False

    def handle_data(self, data):
        if not self._silent:
            self.found.append(" ".join(data.split()))


def test_every_catalogue_lies_beside_the_code():
    assert {Path(file).stem for file in LANGUAGES.glob("*.po")} == set(CODES[1:])
