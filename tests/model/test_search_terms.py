"""What was searched for, as a reader is told of it."""

import pytest

from claimbook.language.said import Said
from claimbook.model.search_terms import Heading, Near


@pytest.mark.parametrize(
    ("part", "told"),
    [
        (Near(near="humming knee", within=2), "humming knee (at most 2 words apart)"),
        (Near(near="humming knee", within=1), "humming knee (at most 1 word apart)"),
        (Near(near="humming knee", within=2, field="ti"), "humming knee (at most 2 words apart in the title)"),
        (Heading(heading="Invented Humming"), "Invented Humming"),
        (Heading(heading="Invented Humming", qualifier="therapy"), "Invented Humming/therapy"),
        (Heading(heading="Invented Humming", major=True), "Invented Humming (major topic)"),
        (Heading(heading="Invented Humming", explode=False), "Invented Humming (not exploded)"),
        (
            Heading(heading="Invented Humming", explode=False, major=True),
            "Invented Humming (not exploded, major topic)",
        ),
    ],
)
def test_a_part_of_a_search_in_words(part, told):
    # protects: what stands beside the term is a message, also when it is turned into text
    assert str(part) == told
    assert isinstance(str(part), Said) is ("(" in told)
