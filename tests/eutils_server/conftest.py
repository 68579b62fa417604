"""A small corpus for the tests of the server."""

import pytest

from tests.eutils import Article, Book, Corpus

FOUR = [
    Article(
        99000001,
        title="Walking backward, an invented trial.",
        abstract="Invented caf\N{LATIN SMALL LETTER E WITH ACUTE} text.",
    ),
    Article(99000002, title="Walking forward, an invented trial.", abstract="Another invented text."),
    Article(99000003, title="Walking sideways, an invented trial.", types=("Journal Article", "Review")),
    Book(99000004, title="Walking in general, an invented chapter."),
]


@pytest.fixture
def four():
    """Three articles and a book."""
    return Corpus.of(FOUR)
