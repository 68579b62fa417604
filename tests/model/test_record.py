"""What a record says of itself."""

import pytest

from claimbook.model.record import Author, Notice, PartialDate, PublicationType, Record

EMPTY = Record(pmid="99000001", version=1, kind="article", title="")


@pytest.mark.parametrize(
    ("author", "name"),
    [
        (Author(last="Doe", fore="Jane A", initials="JA", suffix="Jr"), "Doe JA Jr"),
        (Author(last="Doe", fore="Jane"), "Doe Jane"),
        (Author(last="Doe"), "Doe"),
        (Author(collective="The Made-Up Group"), "The Made-Up Group"),
    ],
)
def test_names_as_pubmed_prints_them(author, name):
    assert author.name == name


# Either of the two places is enough, and the notice of a retraction is not retracted itself.
@pytest.mark.parametrize(
    ("fields", "retracted"),
    [
        ({}, False),
        ({"types": (PublicationType("D016441", "whatever it is called"),)}, True),
        ({"types": (PublicationType("D016440", "Retraction of Publication"),)}, False),
        ({"notices": (Notice("RetractionIn"),)}, True),
        ({"notices": (Notice("RetractionOf"),)}, False),
    ],
)
def test_retraction(fields, retracted):
    record = Record(pmid="99000001", version=1, kind="article", title="", **fields)
    assert record.is_retracted is retracted
    assert not record.has_concern
    assert not record.is_corrected


def test_years_issue_first_and_once():
    dates = {"published": PartialDate("2032", 2032), "electronic": PartialDate("2031 Dec", 2031, 12)}
    assert Record(pmid="99000001", version=1, kind="article", title="", **dates).years == (2032, 2031)
    assert EMPTY.years == ()
