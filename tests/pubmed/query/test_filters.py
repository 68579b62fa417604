"""Published filters are what was published."""

from typing import get_args

import pytest

from claimbook.model.search_terms import FilterName
from claimbook.pubmed.query.filters import FILTERS
from tests.reference_folder import reference


def test_every_name_that_a_search_may_use_has_a_filter():
    assert set(get_args(FilterName)) == set(FILTERS)
    assert all(name == design.id for name, design in FILTERS.items())


def section():
    text = reference("pubmed", "pubmed-behaviour.md").read_text()
    return text[text.index("## 10.") : text.index("## 11.")]


@pytest.mark.parametrize("design", FILTERS.values(), ids=lambda design: design.id)
def test_a_filter_is_printed_as_its_source_prints_it(design):
    published = section()
    plain = design.text.replace(" OR randomised[tiab] OR randomisation[tiab]", "")
    scope = plain.rpartition("/")[2]
    assert plain in published or (scope in published and plain.removesuffix(scope) in published)
    assert design.stands_for is None or design.stands_for in published
    if design.figures and "/" in design.figures:
        assert design.figures.split()[-2] in published


@pytest.mark.parametrize("name", ["cochrane-sensitive", "cochrane-precise"])
def test_british_spelling_is_added_to_what_is_looked_for_and_not_to_what_is_left_out(name):
    added = " OR randomised[tiab] OR randomisation[tiab]"
    british = FILTERS[f"{name}-british"].text
    assert british.replace(added, "") == FILTERS[name].text
    assert british.index(added) < british.index(") NOT (animals[mh]")
