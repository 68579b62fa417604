"""Articles in German that want to break their pages, and articles in two languages side by side."""

import json
import re

import pytest

from claimbook.project.layout import Project
from claimbook.report.case.claim import open_claim
from tests.browser.hostile import write_hostile
from tests.browser.quick import write_pages
from tests.report.demo import write_demo
from tests.report.pages import Read, is_well_formed

BRACES = "{0} {x!c} {{ }} {n:,} {intervention!c} 100 % %s {unclosed"
"""A name that looks like a pattern."""


def in_german(project: Project, article: str, **claims: str) -> None:
    """Turn an article of a project into a German one whose claims have these words."""
    for file in (project.root / "claims" / article).glob("*.yaml"):
        fields = json.loads(file.read_text(encoding="utf-8"))
        fields |= {"language": "de"} if file.stem == "article" else claims
        if "name" in claims and file.stem != "article":
            fields.pop("name")
            fields["outcomes"] = [one | {"name": claims["name"], "note": BRACES} for one in fields["outcomes"]]
        file.write_text(json.dumps(fields), encoding="utf-8")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    project = write_hostile(tmp_path_factory.mktemp("hostile"))
    in_german(project, "demo", heading=BRACES, statement=BRACES, intervention=BRACES, name=BRACES)
    return project


def test_names_that_look_like_patterns_stay_names(hostile):
    pages = write_pages(hostile, ["demo"], hostile.root / "reports").out
    for page in pages.rglob("*.html"):
        text = page.read_text(encoding="utf-8")
        assert is_well_formed(text)
        assert '<html lang="de"' in text
        assert "<script>alert" not in text
    assert f"Die Intervention „{BRACES}“" in (pages / "demo" / "humming.html").read_text(encoding="utf-8")


def test_a_notebook_in_plain_python_speaks_german(hostile):
    case = open_claim("demo", "humming", folder=hostile.root)
    assert f"Die Intervention „{BRACES}“" in str(case.verdict())
    assert BRACES in repr(case)


@pytest.fixture(scope="module")
def bilingual(tmp_path_factory):
    """The first page and the pages of a German article beside an English one."""
    project = write_demo(tmp_path_factory.mktemp("bilingual"))
    for folder in ("claims", "data"):
        for file in list((project.root / folder / "demo").iterdir()):
            copy = project.root / folder / "zwei" / file.name
            copy.parent.mkdir(exist_ok=True)
            copy.write_text(file.read_text(encoding="utf-8").replace('"demo"', '"zwei"'), encoding="utf-8")
    in_german(project, "zwei", statement="Summen lindert Knieschmerzen.")
    return write_pages(project, ["demo", "zwei"], project.root / "reports").out


def test_each_article_speaks_its_own_language_and_the_first_page_english(bilingual):
    found = {
        page.relative_to(bilingual).as_posix(): page.read_text(encoding="utf-8") for page in bilingual.rglob("*.html")
    }
    languages = {name: re.search(r'<html lang="(\w+)"', page)[1] for name, page in found.items()}
    assert {name for name, code in languages.items() if code == "de"} == {
        "zwei/humming.html", "zwei/index.html", "zwei/sleeping.html",
    }  # fmt: skip


def test_the_first_page_marks_what_is_written_in_another_language(bilingual):
    marked = Read((bilingual / "index.html").read_text(encoding="utf-8"))
    of_german = [attributes for attributes in marked.all("a") if attributes["href"].startswith("zwei/h")]
    of_english = [attributes for attributes in marked.all("a") if attributes["href"].startswith("demo/")]
    assert [attributes.get("lang") for attributes in of_german] == ["de"]
    assert {attributes.get("lang") for attributes in of_english} == {None}
    statements = [each for each in marked.all("span") if each.get("lang")]
    assert {each["lang"] for each in statements} == {"de"}
