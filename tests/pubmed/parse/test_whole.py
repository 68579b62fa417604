"""A cut, padded or damaged answer never looks whole, and nothing but the documented error comes out of one."""

import gzip
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimbook.model.record import Record
from claimbook.pubmed.parse import Deleted, NotRecordsError, Unreadable, pmids_in, read_records
from tests.pubmed.parse.plain import answer, article

DELETED = "<DeleteCitation><PMID>99000009</PMID></DeleteCitation>"
BOOK = (
    "<PubmedBookArticle><BookDocument><PMID>99000003</PMID><ArticleTitle>Ein Büchlein</ArticleTitle>"
    "</BookDocument></PubmedBookArticle>"
)
REFERENCES = "<ReferenceList><Reference><Citation>Nobody</Citation></Reference></ReferenceList>"
GOOD = answer(
    article(data=REFERENCES), article("99000002", "<!-- x --><ArticleTitle>β &lt; 1</ArticleTitle>"), BOOK, DELETED
)
BYTES = GOOD.encode()
WHOLE = BYTES.rstrip()
ENTRIES = list(read_records(BYTES))


def test_the_good_answer_is_good():
    assert [type(entry) for entry in ENTRIES] == [Record, Record, Record, Deleted]
    assert pmids_in(BYTES) == ("99000001", "99000002", "99000003")


# Every single cut is tried: in a tag, between records, inside a UTF-8 sequence, before the end of the root.
@pytest.mark.parametrize("read", [lambda body: list(read_records(body)), pmids_in])
def test_no_cut_looks_whole(read):
    for end in range(len(WHOLE)):
        with pytest.raises(NotRecordsError):
            read(WHOLE[:end])


def test_no_cut_of_a_packed_answer_looks_whole():
    packed = gzip.compress(BYTES, mtime=0)
    assert list(read_records(packed)) == ENTRIES
    for end in range(len(packed)):
        with pytest.raises(NotRecordsError):
            list(read_records(packed[:end]))


@pytest.mark.parametrize("after", [b"x", b"<a/>", b"<PubmedArticleSet/>", BYTES, b"&amp;", b"\0", b"]]>", b"</x>"])
def test_nothing_may_follow_the_root(after):
    with pytest.raises(NotRecordsError):
        list(read_records(BYTES + after))


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b" \n",
        b"no XML",
        b'{"error":"API rate limit exceeded","count":"11"}',
        b"<html><body>Error 500</body></html>",
        b"<eFetchResult><ERROR>ID list is empty!</ERROR></eFetchResult>",
        b"<html>%s</html>" % article().encode(),
        (article() + article()).encode(),
        b"<PubmedArticleSet>Error: try again%s</PubmedArticleSet>" % article().encode(),
        b"<PubmedArticleSet xmlns='urn:x'/>",
        b"<!-- %s" % article().encode(),
        b"\x1f\x8b",
        b"\x1f\x8b\x08\x00 no gzip at all",
    ],
)
def test_other_documents_are_refused(document):
    with pytest.raises(NotRecordsError) as caught:
        list(read_records(document))
    assert caught.value.reason


def test_a_single_bare_record_is_read():
    assert [entry.pmid for entry in read_records(article().encode())] == ["99000001"]
    assert pmids_in(f"\n{BOOK}\n".encode()) == ("99000003",)


def test_an_empty_set_holds_nothing():
    assert list(read_records(b"<PubmedArticleSet></PubmedArticleSet>")) == []
    assert pmids_in(b"<PubmedArticleSet/>") == ()


# One byte anywhere: the other records stay what they were, or the document is refused.
@given(at=st.integers(0, len(BYTES) - 1), byte=st.integers(0, 255))
@example(at=BYTES.index(b"</PubmedArticle>"), byte=0)
@example(at=BYTES.index(b"<!--") + 1, byte=ord("?"))
def test_one_damaged_byte(at, byte):
    damaged = BYTES[:at] + bytes([byte]) + BYTES[at + 1 :]
    try:
        entries = list(read_records(damaged))
    except NotRecordsError:
        return
    assert all(isinstance(entry, Record | Unreadable | Deleted) for entry in entries)
    untouched = sum(entry in ENTRIES for entry in entries)
    assert untouched >= len(ENTRIES) - 2
    assert len(pmids_in(damaged)) >= 2


@given(st.binary(max_size=300))
def test_arbitrary_bytes(garbage):
    for document in (garbage, b"<PubmedArticleSet>" + garbage, b"\x1f\x8b" + garbage):
        with pytest.raises(NotRecordsError):
            list(read_records(document))


class Dripping(io.BytesIO):
    """Gives a few bytes at a time, as a socket may."""

    def __init__(self, content: bytes, size: int) -> None:
        super().__init__(content)
        self.size = size

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(self.size, size if size and size > 0 else self.size))


# Where the pieces are joined makes no difference, for XML and for gzip.
@given(size=st.integers(1, 700), packed=st.booleans())
def test_pieces_of_any_size(size, packed):
    content = gzip.compress(BYTES) if packed else BYTES
    assert list(read_records(Dripping(content, size))) == ENTRIES


def test_a_path_a_stream_and_bytes_are_the_same(tmp_path):
    plain, packed = tmp_path / "a.xml", tmp_path / "b.xml"
    plain.write_bytes(BYTES)
    packed.write_bytes(gzip.compress(BYTES[:500]) + gzip.compress(BYTES[500:]) + bytes(20))
    for source in (plain, packed, io.BytesIO(BYTES), BYTES):
        assert list(read_records(source)) == ENTRIES


def test_many_records_in_their_order():
    numbers = [str(99_000_001 + 7 * number % 3_000) for number in range(3_000)]
    body = answer(*map(article, numbers)).encode()
    assert [entry.pmid for entry in read_records(body)] == numbers
    assert pmids_in(body) == tuple(numbers)
