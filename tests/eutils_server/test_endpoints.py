"""Every utility, in its good and its bad cases, against what NCBI's own answers look like."""

import http.client
from datetime import date
from xml.etree import ElementTree as ET

import pytest

from tests.eutils import Article, Book, Bulk, Corpus, EutilsServer
from tests.eutils_server.asking import ask, pmids
from tests.reference_folder import reference

FOUR = "99000001,99000002,99000003,99000004"


@pytest.fixture
def server(four):
    with EutilsServer(four) as running:
        yield running


def test_a_search(server):
    reply = ask(server, "esearch", db="pubmed", term="walking[ti]", retmax=2, sort="pub_date")
    assert reply.headers["Content-Type"] == "text/xml; charset=UTF-8"
    assert reply.text.startswith('<?xml version="1.0" encoding="UTF-8" ?>\n<!DOCTYPE eSearchResult PUBLIC')
    assert [element.tag for element in reply.root] == [
        "Count",
        "RetMax",
        "RetStart",
        "IdList",
        "TranslationSet",
        "QueryTranslation",
    ]
    assert [reply.texts(tag) for tag in ("Count", "RetMax", "RetStart")] == [["4"], ["2"], ["0"]]
    assert pmids(reply) == [99000003, 99000002]


def test_a_search_in_json(server):
    result = ask(server, "esearch", term="walking[ti]", retmode="json", sort="pub_date").json
    assert result["header"] == {"type": "esearch", "version": "0.3"}
    assert result["esearchresult"] == {
        "count": "4",
        "retmax": "4",
        "retstart": "0",
        "idlist": ["99000003", "99000002", "99000001", "99000004"],
        "translationset": [],
        "querytranslation": '"walking"[Title]',
    }


# The parts of a recorded answer of the live service, against those of the same kind of search here.
@pytest.mark.parametrize(
    ("recorded", "parameters"),
    [
        ("esearch1.xml", {"term": "walking[ti]"}),
        ("esearch2.xml", {"term": "walking", "usehistory": "y"}),
        ("esearch3.xml", {"term": "J Invent Tests[ta]"}),
        ("esearch8.xml", {"term": "the[tiab]"}),
    ],
)
def test_the_parts_of_a_search_are_those_of_a_recorded_one(server, recorded, parameters):
    expected = ET.parse(reference("pubmed", "recorded", "biopython", recorded)).getroot()  # noqa: S314
    root = ask(server, "esearch", **parameters).root
    assert skeleton(root) == skeleton(expected)


def skeleton(root):
    """The tags of an answer in their order, each path once."""
    parents = {child: parent for parent in root.iter() for child in parent}
    return list(dict.fromkeys((parents[one].tag, one.tag) for one in root.iter() if one is not root))


def test_every_zero_says_that_no_items_were_found(server):
    reply = ask(server, "esearch", term="1804[dp]")
    assert reply.texts("WarningList/OutputMessage") == ["No items found."]
    assert [reply.texts(tag) for tag in ("Count", "RetMax")] == [["0"], ["0"]]


def test_counting_only_loses_every_warning(server):
    reply = ask(server, "esearch", term="the[tiab]", rettype="count")
    assert [element.tag for element in reply.root] == ["Count"]
    assert ask(server, "esearch", term="the[tiab]", rettype="count", retmode="json").json["esearchresult"] == {
        "count": "0"
    }


def test_limits_of_date_and_field(server):
    def ask_count(**limits):
        return ask(server, "esearch", term="walking", field="title", **limits).texts("Count")

    assert ask_count(datetype="pdat", mindate="2020/03/05", maxdate="2020/03/05") == ["3"]
    assert ask_count(datetype="pdat", mindate="2020/03/05") == ["4"]
    assert ask_count(datetype="edat", reldate=30) == ["0"]


def test_the_order_drifts_unless_a_sort_is_given():
    with EutilsServer(Corpus.of([Bulk(50)])) as server:

        def order(**more):
            return pmids(ask(server, "esearch", term="record[ti]", retmax=50, **more))

        assert order() != order()
        assert sorted(order()) == sorted(order())
        assert order(sort="pub_date") == order(sort="pub_date")


@pytest.mark.parametrize(
    ("count", "start", "size", "page", "message"),
    [
        (9_998, 0, 10_000, 9_998, "0, 9999"),
        (9_999, 0, 9_999, 9_999, None),
        (10_000, 0, 20_000, 9_999, "0, 9999"),
        (10_001, 9_990, 10, 9, "9990, 9"),
        (10_001, 9_998, 1, 1, None),
        (10_001, 9_500, 500, 499, "9500, 499"),
    ],
)
def test_a_search_is_clamped_at_9999(count, start, size, page, message):
    with EutilsServer(Corpus.of([Bulk(count)])) as server:
        reply = ask(server, "esearch", term="record[ti]", retstart=start, retmax=size)
        assert reply.texts("Count") == [str(count)]
        assert len(pmids(reply)) == page
        adjusted = [f"Restrictions achieved. start and count adjusted to {message}"] if message else []
        assert reply.texts("WarningList/OutputMessage") == adjusted


def test_a_search_beyond_the_wall_is_refused_with_status_200_and_broken_json(server):
    reply = ask(server, "esearch", term="walking", retstart=9999)
    assert reply.status == 200
    assert "'retstart' cannot be larger than 9998" in reply.texts("ERROR")[0]
    broken = ask(server, "esearch", term="walking", retstart=9999, retmode="json")
    with pytest.raises(ValueError, match="control character"):
        _ = broken.json
    assert b'"ERROR":"Search Backend failed: Exception:\n' in broken.body


def test_unknown_database_and_empty_term(server):
    assert ask(server, "esearch", db="fleegle", term="x").texts("ERROR") == ["Invalid db name specified: fleegle"]
    assert ask(server, "esearch", term="").texts("ERROR") == ["Empty term and query_key - nothing todo"]


def test_a_fetch_gives_articles_and_books_in_the_order_asked(server):
    reply = ask(server, "efetch", id="99000004,99000001,5,99000003", retmode="xml")
    assert pmids(reply) == [99000004, 99000001, 99000003]
    assert [element.tag for element in reply.root] == ["PubmedBookArticle", "PubmedArticle", "PubmedArticle"]
    assert "pubmed_250101.dtd" in reply.text.split("\n")[1]


@pytest.mark.parametrize(
    ("parameters", "status", "text"),
    [
        ({"id": "abc"}, 400, "ID list is empty! Possibly it has no correct IDs."),
        ({}, 400, "ID list is empty! Possibly it has no correct IDs."),
        ({"query_key": "1", "webenv": "MCID_0"}, 400, "Cannot retrieve history data. query_key: 1, WebEnv: MCID_0"),
        ({"db": "fleegle", "id": "1"}, 400, "Invalid db name specified: fleegle"),
    ],
)
def test_a_fetch_that_is_refused(server, parameters, status, text):
    reply = ask(server, "efetch", retmode="xml", **parameters)
    assert reply.status == status
    assert reply.texts("ERROR")[0].startswith(text)
    assert reply.root.tag == "eFetchResult"
    assert "<!DOCTYPE eEfetchResult" in reply.text


def test_unknown_pmids_give_an_empty_set(server):
    reply = ask(server, "efetch", id="1,2", retmode="xml")
    assert (reply.status, len(reply.root), reply.root.tag) == (200, 0, "PubmedArticleSet")


def test_texts(server):
    medline = ask(server, "efetch", id="99000001,7", rettype="medline", retmode="text")
    assert medline.headers["Content-Type"] == "text/plain; charset=UTF-8"
    assert "PMID- 99000001\n" in medline.text
    assert "TI  - Walking backward, an invented trial.\n" in medline.text
    assert "id: 7 Error occurred: The following PMID is not available: 7" in medline.text
    assert ask(server, "efetch", id=FOUR, rettype="uilist", retmode="text").text == FOUR.replace(",", "\n") + "\n"
    assert "PMID: 99000002" in ask(server, "efetch", id="99000002", rettype="abstract", retmode="text").text


def test_history_from_search_and_post(server):
    searched = ask(server, "esearch", term="walking[ti]", usehistory="y", retmax=0, sort="pub_date")
    posted = ask(server, "epost", id="99000002,99000001", WebEnv=searched.texts("WebEnv")[0])
    assert [searched.texts("QueryKey"), posted.texts("QueryKey")] == [["1"], ["2"]]
    webenv = posted.texts("WebEnv")[0]
    assert webenv != searched.texts("WebEnv")[0]
    assert pmids(ask(server, "efetch", WebEnv=webenv, query_key=2, retmode="xml")) == [99000002, 99000001]
    second = ask(server, "efetch", WebEnv=webenv, query_key=1, retstart=1, retmax=2, retmode="xml")
    assert pmids(second) == [99000002, 99000001]
    both = ask(server, "esearch", term="#1 AND #2", WebEnv=webenv)
    assert sorted(pmids(both)) == [99000001, 99000002]
    beyond = ask(server, "efetch", WebEnv=webenv, query_key=2, retstart=2, retmode="xml")
    assert "OUT OF RANGE. Parameter retstart=2 + 1" in beyond.texts("ERROR")[0]
    server.clock.advance(hours=9)
    assert ask(server, "efetch", WebEnv=webenv, query_key=2, retmode="xml").status == 400


def test_the_old_webenv_can_be_made_invalid(four):
    with EutilsServer(four, old_webenv_valid=False) as server:
        first = ask(server, "epost", id="99000001").texts("WebEnv")[0]
        ask(server, "epost", id="99000002", WebEnv=first)
        assert ask(server, "efetch", WebEnv=first, query_key=1).status == 400


def test_a_window_of_the_history_is_cut_at_9999_without_a_word():
    with EutilsServer(Corpus.of([Bulk(10_001)])) as server:
        webenv = ask(server, "esearch", term="record[ti]", usehistory="y", retmax=0).texts("WebEnv")[0]
        page = ask(server, "efetch", WebEnv=webenv, query_key=1, retstart=9500, retmax=500, rettype="uilist")
        assert len(page.text.split()) == 499
        refused = ask(server, "efetch", WebEnv=webenv, query_key=1, retstart=9999, retmode="xml")
        assert (refused.status, "larger than 9998" in refused.text) == (400, True)


def test_posts_that_are_refused_or_warned_of(server):
    nothing = ask(server, "epost", id="")
    assert nothing.texts("ERROR") == ["Empty ID list; Nothing to store"]
    assert len(ask(server, "epost", id="x,y").texts("ERROR")) == 2
    partly = ask(server, "epost", id="99000001,y")
    assert (partly.texts("QueryKey"), len(partly.texts("ERROR"))) == (["1"], 1)
    too_many = ",".join(str(number) for number in range(1, 10_002))
    assert ask(server, "epost", id=too_many).texts("QueryKey") == []


def test_summaries(server):
    first = ask(server, "esummary", id="99000001,7")
    assert first.texts("DocSum/Id") == ["99000001"]
    assert first.texts("ERROR") == ["UID=7: cannot get document summary"]
    second = ask(server, "esummary", id="99000001,7", version="2.0")
    assert second.texts(".//DocumentSummary/Title") == ["Walking backward, an invented trial."]
    assert second.texts(".//DocumentSummary/error") == ["cannot get document summary"]
    result = ask(server, "esummary", id="99000001,7", retmode="json").json["result"]
    assert (result["uids"], result["7"]["error"]) == (["99000001", "7"], "cannot get document summary")
    many = ",".join(str(number) for number in range(1, 502))
    assert ask(server, "esummary", id=many, retmode="json").json["error"].startswith("Too many UIDs in request.")
    assert ask(server, "esummary").texts("ERROR") == ["Neither query_key nor id specified"]


def test_databases(server):
    assert "pubmed" in ask(server, "einfo").texts("DbList/DbName")
    assert "pubmed" in ask(server, "einfo", retmode="json").json["einforesult"]["dblist"]
    about = ask(server, "einfo", db="pubmed")
    assert about.texts("DbInfo/Count") == ["4"]
    assert "TIAB" in about.texts("DbInfo/FieldList/Field/Name")
    assert ask(server, "einfo", db="fleegle").texts("ERROR") == ["Can not retrieve DbInfo for db=fleegle"]


def test_a_spelling_is_corrected_beside_an_empty_error(server):
    reply = ask(server, "espell", db="pubmed", term="walkign")
    assert reply.texts("CorrectedQuery") == ["walking"]
    assert reply.texts("ERROR") == [""]


def test_links_come_once_for_each_id():
    gait = [Article(99000000 + number, mesh=("Gait",)) for number in (1, 2, 3)]
    with EutilsServer(Corpus.of(gait)) as server:
        reply = ask(server, "elink", method="GET", dbfrom="pubmed", db="pubmed", id="99000001")
        assert reply.texts("LinkSet/LinkSetDb/Link/Id") == ["99000001", "99000003", "99000002"]
        http_reply = raw_get(server, "elink.fcgi?dbfrom=pubmed&id=99000001&id=99000002")
        assert len(ET.fromstring(http_reply).findall("LinkSet")) == 2  # noqa: S314
        checked = ask(server, "elink", id="99000001,8", cmd="ncheck")
        assert [one.get("HasNeighbor") for one in checked.root.iter("Id")] == ["Y", "N"]


def raw_get(server, target):
    server.clock.advance(1)
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", f"/entrez/eutils/{target}")
    body = connection.getresponse().read()
    connection.close()
    return body


def test_citations_are_matched(server):
    lines = "J Invent Tests|2020|1|3||mine|\rJ Invent Tests|1999|1|3||yours|\r"
    ambiguous, unknown = ask(server, "ecitmatch", db="pubmed", bdata=lines).text.splitlines()
    assert (ambiguous, unknown) == (
        "J Invent Tests|2020|1|3||mine|AMBIGUOUS",
        "J Invent Tests|1999|1|3||yours|NOT_FOUND",
    )


def test_an_address_that_is_too_long_is_refused_and_a_post_is_not(server):
    term = "walking[ti] OR " * 600 + "walking[ti]"
    assert ask(server, "esearch", method="GET", term=term).status == 414
    assert ask(server, "esearch", term=term).texts("Count") == ["4"]


def test_names_of_parameters_have_no_case_and_unknown_ones_no_effect(server):
    assert ask(server, "esearch", TERM="walking[ti]", retmaxx=1).texts("Count") == ["4"]


def test_headers_are_those_of_ncbi(server):
    headers = ask(server, "esearch", term="walking").headers
    expected = {
        "Server": "Finatra",
        "Transfer-Encoding": "chunked",
        "X-RateLimit-Limit": "3",
        "X-RateLimit-Remaining": "2",
        "Connection": "Keep-Alive",
        "Access-Control-Allow-Origin": "*",
    }
    assert expected.items() <= headers.items()
    assert {"NCBI-SID", "NCBI-PHID", "Set-Cookie", "Date"} <= headers.keys()


def test_a_dtd_is_served_and_written_down(four):
    for served, status in ((True, 200), (False, 404)):
        with EutilsServer(four, dtd_served=served) as server:
            connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
            connection.request("GET", "/ncbi/pubmed/out/pubmed_250101.dtd")
            assert connection.getresponse().status == status
            connection.close()
            assert server.journal[0].endpoint == "dtd"


@pytest.mark.parametrize(
    ("dtd", "text"),
    [("future", "pubmed_270101.dtd"), ("http", '"http://dtd.nlm.nih.gov'), ("none", "<PubmedArticleSet>")],
)
def test_the_document_type_is_a_switch(four, dtd, text):
    with EutilsServer(four, dtd=dtd, charset=False) as server:
        reply = ask(server, "efetch", id="99000001", retmode="xml")
        assert text in reply.text.split("\n")[1]
        assert reply.headers["Content-Type"] == "text/xml"


def test_gzip_comes_when_asked_for(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    connection.request("GET", "/entrez/eutils/einfo.fcgi", headers={"Accept-Encoding": "gzip"})
    response = connection.getresponse()
    assert (response.getheader("Content-Encoding"), response.read()[:2]) == ("gzip", b"\x1f\x8b")
    connection.close()


def test_one_connection_serves_several_requests(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=5)
    for _ in range(3):
        connection.request("GET", "/entrez/eutils/einfo.fcgi")
        assert connection.getresponse().read()
    assert len(server.journal) == 3  # and the server closes although the connection is still open
    connection.close()


def test_recorded_records_come_back_byte_for_byte():
    paths = [reference("pubmed", "recorded", "derived", name) for name in ("mixed_article_and_book.xml", "mathml.xml")]
    corpus = Corpus.from_files(paths)
    with EutilsServer(corpus) as server:
        reply = ask(server, "efetch", id=",".join(map(str, corpus.pmids)), retmode="xml")
    assert pmids(reply) == corpus.pmids
    for pmid in corpus.pmids:
        raw = corpus.xml(pmid)
        assert raw in reply.body
        assert any(raw in path.read_bytes() for path in paths)


def test_synthetic_records_hold_what_they_were_given():
    record = Article(
        99000001,
        title="A < B & C",
        types=("Meta-Analysis",),
        groups=("The Invented Group",),
        doi="10.5555/x",
        pmcid="PMC99000001",
        electronic=date(2020, 2, 29),
        published="2020 Mar-Apr",
        keywords=("k",),
        vernacular_title="Eine Erfindung",
    )
    with EutilsServer(Corpus.of([record, Book(99000002, abstract="Invented.")])) as server:
        root = ask(server, "efetch", id="99000001,99000002", retmode="xml").root
    expected = {
        ".//ArticleTitle": "A < B & C",
        ".//MedlineDate": "2020 Mar-Apr",
        ".//CollectiveName": "The Invented Group",
        ".//ArticleDate/Day": "29",
        ".//ELocationID": "10.5555/x",
        ".//VernacularTitle": "Eine Erfindung",
        ".//BookDocument/Abstract/AbstractText": "Invented.",
        ".//PubmedData/ArticleIdList/ArticleId[@IdType='pmc']": "PMC99000001",
    }
    assert {path: root.findtext(path) for path in expected} == expected
    assert root.find(".//PublicationType").get("UI") == "D017418"
