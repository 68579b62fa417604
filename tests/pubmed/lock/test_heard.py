"""What the files of a search keep in English is a message again on a page, and letter by letter what it was."""

import json
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.language.said import Said, said
from claimbook.model.search import NCBI, RecordFacts
from claimbook.pubmed.client.asked import FetchAsked, SearchAsked
from claimbook.pubmed.client.errors import UnreachableError
from claimbook.pubmed.client.judge import judge
from claimbook.pubmed.client.texts import TEXTS
from claimbook.pubmed.client.verdict import Reply
from claimbook.pubmed.harvest.changes import some_pmids
from claimbook.pubmed.lock.heard import SENTENCES, heard
from claimbook.pubmed.verify.compare import verified
from tests.synthesis.factory import study

SEARCH, FETCH = SearchAsked(0, 20), FetchAsked((99000001,))
FOUND = b"<eSearchResult><Count>%s</Count><RetStart>%d</RetStart><IdList>%s</IdList></eSearchResult>"
REPLIES = (
    *((Reply(status, {}, b""), SEARCH) for status in (302, 400, 403, 407, 413, 414, 429, 503)),
    (Reply(200, {}, b""), SEARCH),
    (Reply(203, {}, FOUND % (b"0", 0, b"")), SEARCH),
    (Reply(200, {}, b"good morning"), SEARCH),
    (Reply(200, {}, b"<html>good morning</html>"), FETCH),
    (Reply(200, {}, b"<eSearchResult><Count>1"), SEARCH),
    (Reply(200, {}, b"<eSearchResult><Count></Cuont></eSearchResult>"), SEARCH),
    (Reply(200, {}, FOUND % (b"many", 0, b"")), SEARCH),
    (Reply(200, {}, FOUND % (b"3", 5, b"")), SEARCH),
    (Reply(200, {}, FOUND % (b"3", 0, b"<Id>99000001</Id>")), SEARCH),
    (Reply(200, {}, FOUND % (b"2", 0, b"<Id>99000001</Id><Id>99000001</Id>")), SEARCH),
)


def record(**changes):
    fields = {"pmid": "99000001", "title": "An invented trial of humming", "years": [2018, 2017], "doi": "10.9999/b"}
    return RecordFacts.model_validate_json(json.dumps(fields | changes))


def is_heard(text):
    """Whether this is claimbook's own sentence, with every sentence inside it, and still the same text."""
    found = heard(text)
    inside = [value for name, value in getattr(found, "values", {}).items() if name in {"reason", "records", "years"}]
    return found == text and isinstance(found, Said) and all(isinstance(value, Said) for value in inside)


# protects: a failure that a German page tells in English because somebody changed its words in the client alone
@pytest.mark.parametrize("reason", sorted({row.verdict.reason for row in TEXTS}))
def test_every_reason_of_the_table_of_texts_is_heard(reason):
    assert is_heard(reason)


@pytest.mark.parametrize(("reply", "asked"), REPLIES)
def test_every_reason_of_the_judge_is_heard(reply, asked):
    assert is_heard(judge(reply, asked).reason)


def test_what_stands_around_a_reason_is_heard_as_well():
    failed = UnreachableError("PubMed's answer is empty", "try later", "6 tries in 63 s")
    found = heard(str(failed))
    assert is_heard(str(failed))
    assert found.values["reason"].values == {"reason": said("PubMed's answer is empty"), "words": "try later"}


@pytest.mark.parametrize("number", [1, 2, 1_234])
def test_lost_records_are_heard(number):
    some = some_pmids(range(99000001, 99000001 + number))
    assert is_heard(f"the search is incomplete: {some} not delivered, though asked for twice; {some} delivered broken")
    assert is_heard(f"the search is incomplete: {some} delivered broken")


def test_every_sentence_of_a_check_is_heard():
    row = study("aria", title="Humming", year=2020, pmid="99000001", doi="10.9999/a", pmcid="PMC1")
    other = record(pmid="99000002", doi="10.9999/a")
    differs = verified(row, {"99000001": record(pmcid="PMC2"), "99000002": other}, frozenset())
    moved = verified(row, {"99000002": other}, frozenset())
    broken, gone = verified(row, {}, frozenset({"99000001"})), verified(row, {}, frozenset())
    marked = verified(
        row, {"99000001": record(types=[["D016441", "x"]], notices=[["RetractionIn", None]])}, frozenset()
    )
    told = [*differs.differences, *moved.differences, broken.reason, gone.reason]
    told += [notice.shown_by for notice in marked.notices]
    assert len(set(told)) == 10
    assert all(map(is_heard, told))


@pytest.mark.parametrize("words", [NCBI, "[Errno 111] Connection refused", "we are sorry", "this and that", "{n}", ""])
def test_the_words_of_others_stay_as_they_are(words):
    assert heard(words) == words
    assert not isinstance(heard(words), Said)


@given(st.sampled_from(SENTENCES), st.data())
def test_nothing_is_lost_on_the_way(sentence, data):
    values = st.integers(0, 10**9).map("{:,}".format) | st.text(
        st.characters(exclude_categories=("Cc", "Cs")), min_size=1
    )
    names = [name for _, name, _, _ in Formatter().parse(sentence) if name]
    text = sentence.format(**{name: data.draw(values) for name in names})
    assert heard(text) == text
