"""Every example of docs/searching.md is tried, so that an editor can copy it."""

import re
from pathlib import Path
from typing import get_args

import pytest
from ruamel.yaml import YAML

from claimbook.model.search_terms import Concept, FilterName
from claimbook.project.documents import parse_files
from claimbook.pubmed.query.check import check_searches, queries_of
from claimbook.pubmed.query.concept_terms import sent_heading, sent_term, term_text_faults
from tests.model.forms import read
from tests.project.miniature import ARTICLE, CLAIM, write_project

PAGE = (Path(__file__).parents[3] / "docs" / "searching.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL))
EXAMPLES = re.findall(r"```yaml\n(.*?)```(?:\n\n```text\n(.*?)```)?", PAGE, re.DOTALL)


def rows(section):
    return [re.findall(r"`(.+?)`", line)[:2] for line in SECTIONS[section].splitlines() if line.startswith("| `")]


def concept(**found):
    return read(Concept, {"terms": ["knee"]}, **found)


def value(text):
    return YAML(typ="safe").load(text) if text.startswith("{") else text


@pytest.mark.parametrize(("yaml", "query"), EXAMPLES)
def test_an_example_is_sound_and_gives_the_query_below_it(tmp_path, yaml, query):
    claim = CLAIM[: CLAIM.index("search:")] + yaml
    files = parse_files(write_project(tmp_path, article=ARTICLE[: ARTICLE.index("concepts:")], claim=claim), "demo")
    assert (*files.problems, *check_searches(files)) == ()
    shown = queries_of(files, ())["knee"].readable
    assert not query or shown == query.rstrip("\n")


@pytest.mark.parametrize(("written", "sent"), rows("Terms"))
def test_a_term_of_the_table_is_sent_as_it_says(written, sent):
    (term,) = concept(terms=[value(written)]).terms
    assert sent_term(term) == sent


@pytest.mark.parametrize(("written", "sent"), rows("MeSH headings"))
def test_a_heading_of_the_table_is_sent_as_it_says(written, sent):
    (heading,) = concept(mesh=[value(written.strip('"'))]).mesh
    assert sent_heading(heading) == sent


@pytest.mark.parametrize(("written", "code"), rows("What is refused"))
def test_a_refused_term_of_the_table_is_refused_as_it_says(written, code):
    (term,) = concept(terms=[value(written)]).terms
    assert code in [one.code for one in term_text_faults(term)]


def test_every_filter_is_named():
    assert set(re.findall(r"`([a-z-]+)`", SECTIONS["Limits"])) >= set(get_args(FilterName))
