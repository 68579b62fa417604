"""What docs/exports.md promises is so."""

import re
from pathlib import Path

import pytest

from claimbook.exports import findings_table, studies_table
from claimbook.exports.formats import FORMATS, NOTEBOOK
from claimbook.exports.sheet import sheet
from claimbook.model.claim import Article, Claim
from claimbook.project.source import Source
from claimbook.project.yaml_reader import parse_yaml
from tests.exports.demo import weighed

PAGE = (Path(__file__).parents[2] / "docs" / "exports.md").read_text(encoding="utf-8")


def test_every_format_stands_in_the_table_with_its_file():
    listed = re.findall(r"^\| `([a-z]+)` \| `([^`]+)` \|", PAGE, re.MULTILINE)
    assert listed == [*((each.name, each.file) for each in FORMATS), (NOTEBOOK, "<page>.ipynb")]


def test_the_example_of_a_confirmation_can_be_copied():
    (example,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    told = parse_yaml(Source(Path("x.yaml"), example)).data["confirmed"]
    found = weighed(signed=told).claims[0].claim.confirmed
    assert (found.by, found.verdict) == ("Ada Invented", "overstated")


@pytest.mark.parametrize("name", ["search", "checked_in_pubmed", "estimate", "estimate_low", "estimate_high"])
def test_the_columns_that_it_names_are_there(name):
    assert f"`{name}`" in PAGE
    assert name in {*studies_table.COLUMNS, *findings_table.COLUMNS}


def test_the_keys_that_it_names_are_there():
    assert "report_url" in Article.model_fields
    assert "confirmed" in Claim.model_fields


def test_a_formula_has_an_apostrophe_in_front():
    assert sheet(["a"], [{"a": "=1+1"}]) == "a\n'=1+1\n"
