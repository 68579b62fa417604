"""One broken record of a good set is lost by name, and no other with it."""

import pytest

from claimbook.model.record import Record
from claimbook.pubmed.parse import NotRecordsError, Unreadable, pmids_in, read_records
from claimbook.pubmed.parse import cut as cut_module
from tests.pubmed.parse.plain import answer, article

BEFORE, BAD, AFTER = "99000001", "99000002", "99000003"


def around(bad: bytes) -> bytes:
    """A good record, the bad one and another good one."""
    return answer(article(BEFORE), "BAD", article(AFTER)).encode().replace(b"BAD", bad)


def title(inner: bytes) -> bytes:
    return article(BAD).encode().replace(b"A made-up title", inner)


BROKEN = {
    "control character": title(b"a\x0bb"),
    "null": title(b"a\0b"),
    "broken UTF-8": title(b"caf\xe9 au lait"),
    "cut UTF-8 sequence": title(b"\xe2\x82"),
    "UTF-16 surrogate": title(b"\xed\xa0\x80"),
    "forbidden reference": title(b"&#0;"),
    "undeclared entity": title(b"a&nbsp;b"),
    "bare ampersand": title(b"salt & water"),
    "bare bracket": title(b"p < 0.05"),
    "unknown prefix": title(b"<mml:math>x</mml:math>"),
    "tags crossed": title(b"<i><b>x</i></b>"),
    "tag not closed": title(b"<i>x"),
    "document type inside": title(b'<!DOCTYPE x [<!ENTITY a "b">]>'),
    "far too deep": title(b"<i>" * 5_000 + b"</i>" * 5_000),
    "no end tag": article(BAD).replace("</PubmedArticle>", "").encode(),
    "no Article": article(BAD).replace("Article>", "Particle>").replace("PubmedParticle", "PubmedArticle").encode(),
    "bad version": article(BAD).replace('Version="1"', 'Version="one"').encode(),
}


# The start tag itself: what it held tells that there was one, as long as nothing but a tag is missing.
START = "<PubmedArticle>"
DAMAGED = ["XPubmedArticle>", "<PubmedXrticle>", "<Pubmed<rticle>", "<P>bmedArticle>", "<PubmedArticle", "\0", ""]
BROKEN |= {f"start tag {tag!r}": article(BAD).replace(START, tag).encode() for tag in DAMAGED}
BROKEN["both tags"] = article(BAD).replace(START, "<PubmedArticl>").replace("</PubmedArt", "</PubmedXrt").encode()
BROKEN["start tag of a book"] = (
    f"<PubmedBookXrticle><BookDocument><PMID>{BAD}</PMID></BookDocument></PubmedBookArticle>".encode()
)


@pytest.mark.parametrize("fault", BROKEN)
def test_lost_alone_and_by_name(fault):
    first, lost, last = read_records(around(BROKEN[fault]))
    assert isinstance(first, Record)
    assert isinstance(lost, Unreadable)
    assert isinstance(last, Record)
    assert (first.pmid, last.pmid) == (BEFORE, AFTER)
    assert (lost.pmid, lost.position) == (BAD, 2)
    assert lost.reason
    assert pmids_in(around(BROKEN[fault])) == (BEFORE, BAD, AFTER)


@pytest.mark.parametrize("tag", DAMAGED)
def test_first_record_may_be_the_lost_one(tag):
    document = answer(article(BAD).replace(START, tag), article(AFTER)).encode()
    lost, last = read_records(document)
    assert (lost, last.pmid) == (Unreadable(BAD, 1, lost.reason), AFTER)
    assert pmids_in(document) == (BAD, AFTER)


# Nothing is told apart where more than one tag is in doubt: the root may have ended, or another element begun.
@pytest.mark.parametrize(
    "between",
    [
        "</PubmedArticleSet>",
        "</PubmedArticle>",
        "<?ubmedArticle>",
        "<DeleteCitation/>",
        "<!-- <PubmedArticle> -->",
        "much too long for a tag that is damaged in one place",
    ],
)
def test_start_tag_that_cannot_be_told(between):
    document = answer(article(BEFORE), article(BAD).replace(START, between), article(AFTER)).encode()
    for body in (document, document + b"</PubmedArticleSet>"):
        with pytest.raises(NotRecordsError):
            list(read_records(body))


NAMELESS = {
    "no PMID": article(BAD).replace(f'<PMID Version="1">{BAD}</PMID>', "").encode(),
    "PMID in words": article("ninety").encode(),
    "PMID zero": article("0").encode(),
    "PMID of a comment only": article(BAD)
    .replace(f'<PMID Version="1">{BAD}</PMID>', "")
    .replace(
        "</MedlineCitation>",
        "<CommentsCorrectionsList><CommentsCorrections><PMID>7</PMID>"
        "</CommentsCorrections></CommentsCorrectionsList></MedlineCitation>",
    )
    .encode(),
    "nothing in it": b"<PubmedArticle/>",
    "empty book": b"<PubmedBookArticle ></PubmedBookArticle >",
}


@pytest.mark.parametrize("fault", NAMELESS)
def test_lost_without_a_name(fault):
    entries = list(read_records(around(NAMELESS[fault])))
    assert [getattr(entry, "pmid", None) for entry in entries] == [BEFORE, None, AFTER]
    assert isinstance(entries[1], Unreadable)
    assert pmids_in(around(NAMELESS[fault])) == (BEFORE, AFTER)


# Faults in the parts of which nothing is read show all the same.
@pytest.mark.parametrize("byte", [b"\x01", b"\xff"])
def test_bad_bytes_in_references_are_noticed(byte):
    references = b"<ReferenceList><Reference><Citation>x%by</Citation></Reference></ReferenceList>" % byte
    bad = article(BAD, data="HERE").encode().replace(b"HERE", references)
    entries = list(read_records(around(bad)))
    assert [isinstance(entry, Unreadable) for entry in entries] == [False, True, False]


def test_record_beyond_any_length_is_passed_over(monkeypatch):
    monkeypatch.setattr(cut_module, "MAX_RECORD", 400_000)
    monkeypatch.setattr(cut_module, "KEPT_OF_TOO_LONG", 200)
    entries = list(read_records(around(title(b"long " * 300_000))))
    assert [entry.pmid for entry in entries] == [BEFORE, BAD, AFTER]
    assert entries[1].reason == "it is longer than any real record"


def test_text_of_a_hundred_megabytes_is_refused():
    entries = list(read_records(around(title(b"longish " * 13_000_000))))
    assert isinstance(entries[1], Unreadable)
    assert isinstance(entries[2], Record)
