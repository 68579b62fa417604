"""Recorded and invented bodies, and what each is worth: the status never decides alone."""

import json

import pytest

from claimbook.pubmed.client.asked import FetchAsked, SearchAsked
from claimbook.pubmed.client.errors import (
    BackendDownError,
    BlockedError,
    NotUnderstoodError,
    RefusedError,
    ThrottledError,
    TooLongError,
    UnknownIdsError,
    UnreachableError,
    UnreadableError,
)
from claimbook.pubmed.client.judge import judge, retry_after, shortened
from claimbook.pubmed.client.texts import TEXTS, known
from claimbook.pubmed.client.verdict import Again, Good, Reply, Stop
from tests.reference_folder import reference

SEARCH = SearchAsked(0, 20)
FETCH = FetchAsked((99000001,))
XML = {"content-type": "text/xml; charset=UTF-8"}

# File below recorded/, status, what was asked for, verdict.
RECORDED = [
    ("observed-errors/any_200_unable_to_route.txt", 200, FETCH, (Again, BackendDownError)),
    ("observed-errors/any_429_rate_limit.json", 429, SEARCH, (Again, ThrottledError)),
    ("observed-errors/any_429_rate_limit.json", 200, FETCH, (Again, ThrottledError)),
    ("observed-errors/any_500_www_error_diagnostic.html", 500, FETCH, (Again, BackendDownError)),
    ("observed-errors/any_500_www_error_diagnostic.html", 200, SEARCH, (Again, BackendDownError)),
    ("observed-errors/efetch_400_external_viewer_timeout.xml", 400, FETCH, (Again, BackendDownError)),
    ("observed-errors/efetch_400_external_viewer_timeout.xml", 200, FETCH, (Again, BackendDownError)),
    ("observed-errors/efetch_400_proxy_stream_pubone.xml", 400, FETCH, (Again, BackendDownError)),
    ("observed-errors/efetch_400_id_list_empty.xml", 400, FETCH, (Stop, UnknownIdsError)),
    ("observed-errors/efetch_400_history_out_of_range.xml", 400, FETCH, (Stop, RefusedError)),
    ("observed-errors/efetch_400_retstart_over_9998.xml", 400, FETCH, (Stop, TooLongError)),
    ("observed-errors/efetch_history_lost.xml", 200, FETCH, (Stop, RefusedError)),
    ("observed-errors/efetch_text_pmid_not_available.txt", 200, FETCH, (Stop, UnknownIdsError)),
    ("observed-errors/esearch_200_backend_down.xml", 200, SEARCH, (Again, BackendDownError)),
    ("observed-errors/esearch_200_invalid_json_retstart.json", 200, SEARCH, (Stop, TooLongError)),
    ("eutils-json/esearch.baderror.xml", 200, SEARCH, (Stop, RefusedError)),
    ("eutils-json/esearch.baderror.json", 200, SEARCH, (Stop, RefusedError)),
    ("eutils-json/einfo.error.xml", 200, SEARCH, (Again, RefusedError)),
    ("eutils-json/esearch.pubmed.json", 200, SEARCH, (Again, NotUnderstoodError)),
    ("biopython/espell.xml", 200, SEARCH, (Again, NotUnderstoodError)),
    ("biopython/epost3.xml", 200, FETCH, (Stop, UnknownIdsError)),
    ("biopython/pubmed3.html", 200, FETCH, (Again, NotUnderstoodError)),
    ("derived/truncated.xml", 200, FETCH, (Again, UnreachableError)),
]


@pytest.mark.parametrize(("name", "status", "asked", "expected"), RECORDED)
def test_recorded_failures(name, status, asked, expected):
    verdict = judge(Reply(status, XML, reference("pubmed", "recorded", *name.split("/")).read_bytes()), asked)
    assert (type(verdict), verdict.error) == expected
    assert verdict.reason


# What PubMed answered to a search: hits, PMIDs in the answer, warnings.
SEARCHES = [
    ("biopython/esearch2.xml", SearchAsked(0, 100), False),
    ("biopython/esearch8.xml", SearchAsked(0, 20), True),
    ("eutils-json/esearch.error.xml", SearchAsked(0, 20), True),
    ("observed-errors/esearch_200_clamped_9999.xml", SearchAsked(9998, 20), True),
    ("observed-errors/esearch_200_quoted_phrase_not_found.xml", SearchAsked(0, 20), True),
    ("biocommons-eutils-cassettes/extracted/test_esearch.0.xml", SearchAsked(0, 250), False),
]


@pytest.mark.parametrize(("name", "asked", "warned"), SEARCHES)
def test_recorded_searches(name, asked, warned):
    path = reference("pubmed", "recorded", *name.split("/"))
    verdict = judge(Reply(200, XML, path.read_bytes()), asked)
    assert isinstance(verdict, Good)
    assert str(verdict.value.count) in path.read_text()
    assert len(verdict.value.pmids) == path.read_text().count("<Id>")
    assert bool(verdict.value.warnings) is warned


def test_recorded_sets_give_the_pmids_that_their_list_names():
    folder = reference("pubmed", "recorded", "derived")
    manifest = json.loads((folder / "MANIFEST.json").read_text())
    sets = {name: entry["pmids"] for name, entry in manifest.items() if name.endswith(".xml") and "pmids" in entry}
    assert len(sets) > 10
    for name, pmids in sets.items():
        verdict = judge(Reply(200, XML, (folder / name).read_bytes()), FETCH)
        if name != "truncated.xml":
            assert list(map(str, verdict.value.came)) == list(map(str, pmids)), name


def found(*ids, count=None, first=0, extra=""):
    listed = "".join(f"<Id>{pmid}</Id>" for pmid in ids)
    counted = len(ids) if count is None else count
    return (
        f"<eSearchResult><Count>{counted}</Count><RetMax>{len(ids)}</RetMax><RetStart>{first}</RetStart>"
        f"<IdList>{listed}</IdList><TranslationSet/><QueryTranslation>x</QueryTranslation>{extra}</eSearchResult>"
    )


RECORD = (
    "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>99000001</PMID>{}"
    "</MedlineCitation></PubmedArticle></PubmedArticleSet>"
)
WHOLE = RECORD.format("")
LATIN = '<?xml version="1.0" encoding="ISO-8859-1"?>'

# Body, status, what was asked for, verdict. A row stands for a way in which a server was thought to mislead a client.
INVENTED = [
    (found(), 200, SEARCH, Good),
    (found(extra="<ERROR/>"), 200, SEARCH, Good),
    (found(extra="<ERROR>  </ERROR>"), 200, SEARCH, Good),
    (found(1, 2), 200, SEARCH, Good),
    (found(1, 2), 500, SEARCH, BackendDownError),
    (found(1, 2), 206, SEARCH, NotUnderstoodError),
    (found(1, 2, count=3), 200, SEARCH, NotUnderstoodError),
    (found(1, 2, count=1), 200, SEARCH, NotUnderstoodError),
    (found(1, 1), 200, SEARCH, NotUnderstoodError),
    (found(1, 2, first=7), 200, SEARCH, NotUnderstoodError),
    (found(count=5), 200, SEARCH, NotUnderstoodError),
    (found(count="many"), 200, SEARCH, NotUnderstoodError),
    (found(count=-1), 200, SEARCH, NotUnderstoodError),
    (found(count="٣"), 200, SEARCH, NotUnderstoodError),
    (found(extra="<ERROR>A text nobody knows</ERROR>"), 200, SEARCH, RefusedError),
    ("<eSearchResult/>", 200, SEARCH, NotUnderstoodError),
    ("<eSearchResult><Count>5</Count>", 200, SEARCH, UnreachableError),
    ('{"esearchresult":{"count":"0","idlist":[]}}', 200, SEARCH, NotUnderstoodError),
    ("", 200, SEARCH, UnreachableError),
    ("", 204, SEARCH, UnreachableError),
    ("", 503, SEARCH, BackendDownError),
    ("<p>gone</p>", 404, SEARCH, RefusedError),
    ("<p>no</p>", 403, SEARCH, BlockedError),
    ("<p>long</p>", 414, SEARCH, TooLongError),
    ('{"error":"API key invalid","api-key":"x"}', 400, SEARCH, RefusedError),
    ('{"error":"API rate limit exceeded"}', 503, SEARCH, ThrottledError),
    (WHOLE, 200, FETCH, Good),
    (f"﻿{WHOLE}", 200, FETCH, Good),
    (WHOLE, 200, SEARCH, NotUnderstoodError),
    (WHOLE[:-3], 200, FETCH, UnreachableError),
    (f"{WHOLE}{WHOLE}", 200, FETCH, UnreadableError),
    (f"{WHOLE}Session closed.", 200, FETCH, UnreachableError),
    (RECORD.format("\x0b"), 200, FETCH, UnreadableError),
    # A record may speak of errors: only what stands where an error stands is one.
    (RECORD.format("<t>API rate limit exceeded; Search Backend failed; try again later</t>"), 200, FETCH, Good),
    (RECORD.format("<t>Search Backend failed</t>"), 502, FETCH, BackendDownError),
    (RECORD.format("<t>ID list is empty</t>"), 206, FETCH, NotUnderstoodError),
    (f'<!DOCTYPE PubmedArticleSet [<!ENTITY a "b">]>{WHOLE}', 200, FETCH, UnreadableError),
    (f"{LATIN}{RECORD.format('<t>naïve</t>')}", 200, FETCH, UnreadableError),
    (f"{LATIN}{RECORD.format('<t>naïve</t>')}".encode("latin-1"), 200, FETCH, Good),
    (RECORD.format("<t>naïve</t>").encode("latin-1"), 200, FETCH, UnreadableError),
    ("<PubmedArticleSet/>", 200, FETCH, Good),
    ("<PubmedArticleSet><PubmedArticle/></PubmedArticleSet>", 200, FETCH, Good),
]


@pytest.mark.parametrize(("body", "status", "asked", "expected"), INVENTED)
def test_invented_replies(body, status, asked, expected):
    verdict = judge(Reply(status, XML, body if isinstance(body, bytes) else body.encode()), asked)
    assert (Good if isinstance(verdict, Good) else verdict.error) is expected


@pytest.mark.parametrize("row", TEXTS, ids=lambda row: row.pattern)
def test_each_known_text_is_found_and_has_a_source(row):
    plain = row.pattern.replace("(is )?", "").replace("'?", "").replace("\\.", ".").replace("5\\d\\d", "500")
    text = plain.replace("(invalid|not valid|wrong)", "invalid").replace("(again later|the query again)", "again later")
    assert known(f"xx {text} xx") is row.verdict, text
    assert row.source


RETRY_AFTER = [
    ({"retry-after": "2"}, 2.0),
    ({"retry-after": " 0 "}, 0.0),
    ({"retry-after": "1.5"}, 1.5),
    ({"retry-after": "99999999"}, 86_400.0),
    ({"retry-after": "-5"}, None),
    ({"retry-after": "soon"}, None),
    ({"retry-after": "٣"}, None),
    ({}, None),
    ({"retry-after": "Sun, 22 Nov 2026 12:00:07 GMT", "date": "Sun, 22 Nov 2026 12:00:00 GMT"}, 7.0),
    ({"retry-after": "Sun, 22 Nov 2026 11:00:00 GMT", "date": "Sun, 22 Nov 2026 12:00:00 GMT"}, 0.0),
    ({"retry-after": "Thu, 01 Jan 1970 00:01:00 GMT"}, 50.0),
]


@pytest.mark.parametrize(("headers", "seconds"), RETRY_AFTER)
def test_retry_after(headers, seconds):
    assert retry_after(Reply(429, headers, b"", at=10.0)) == seconds


def test_what_a_server_says_fits_into_one_line():
    assert shortened("one\n\x1b[31mtwo " + "x" * 500).startswith("one [31mtwo x")
    assert len(shortened("x" * 500)) == 300
