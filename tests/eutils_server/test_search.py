"""Searches: hits, translation and messages, also where PubMed rewrites a query without a word."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.eutils import Article, Bulk, Corpus, Section, Settings
from tests.eutils.search.evaluate import search
from tests.eutils.search.grammar import parse
from tests.eutils.search.index import Index
from tests.reference_folder import reference

RECORDS = [
    Article(
        99000001,
        title="Walking backward and knee pain: an invented trial.",
        abstract=(Section("METHODS", "Forty inventions walked backward."), Section("RESULTS", "The pain was low.")),
        mesh=("*Walking/methods", "Knee Joint", "Humans"),
        types=("Journal Article", "Randomized Controlled Trial"),
        authors=("Sample AB", "Specimen C"),
        doi="10.5555/invented.1",
        published="2020",
    ),
    Article(
        99000002,
        title="Gait retraining in horses, backward walking excluded.",
        abstract="An invented text about pain of the hip and of the knee.",
        mesh=("Walking", "Animals"),
        authors=("Samples D",),
        published="2020-03-05",
        electronic=date(2019, 12, 30),
        language="ger",
        pmcid="PMC99000002",
    ),
    Article(
        99000003,
        title="Asthma, a chronic invention",
        mesh=("Asthma", "Running"),
        types=("Journal Article", "Review"),
        authors=(),
        journal="Annals of Invention",
        journal_short="Ann Invent",
        published="2018 Nov-Dec",
        entered=date(2018, 12, 1),
        keywords=("made-up keyword",),
        status="Publisher",
    ),
]
INDEX = Index(Corpus.of(RECORDS), Settings(mesh_tree={"Locomotion": ("Walking", "Running")}))
CLOSED = Index(Corpus.of(RECORDS), Settings(phrase_index="corpus"))

# query, last digits of the hits, QueryTranslation
HITS = [
    ("backward[ti]", "12", '"backward"[Title]'),
    ("Backward [TI]", "12", '"Backward"[Title]'),
    ('"walking backward"[ti]', "1", '"walking backward"[Title]'),
    ("walking backward[ti]", "1", '"walking backward"[Title]'),
    ("knee walking[ti]", "1", '"knee"[Title] AND "walking"[Title]'),
    ("low[tiab]", "1", '"low"[Title/Abstract]'),
    ('"backward The pain"[tiab]', "1", '"backward The pain"[Title/Abstract]'),
    ("low[ti]", "", '"low"[Title]'),
    ("keyword[tiab]", "3", '"keyword"[Title/Abstract]'),
    ("backw*[ti]", "12", '"backw*"[Title]'),
    ("walk*[tiab]", "12", '"walk*"[Title/Abstract]'),
    ('"knee pai*"[tiab]', "", '"knee pai"[Title/Abstract]'),
    ('"knee pain*"[tiab]', "1", '"knee pain*"[Title/Abstract]'),
    ("wal*[ti]", "", '"wal"[Title]'),
    ('"pain knee"[tiab:~6]', "12", '"pain knee"[Title/Abstract:~6]'),
    ('"pain knee"[tiab:~0]', "1", '"pain knee"[Title/Abstract:~0]'),
    ('"pain knee"[ti:~5]', "1", '"pain knee"[Title:~5]'),
    ("walking[mh]", "12", '"walking"[MeSH Terms]'),
    ("Locomotion[mh]", "123", '"Locomotion"[MeSH Terms]'),
    ('"Locomotion"[mh:noexp]', "", '"Locomotion"[MeSH Terms:noexp]'),
    ('"Walking/methods"[mh]', "1", '"Walking/methods"[MeSH Terms]'),
    ("walking[majr]", "1", '"walking"[MeSH Major Topic]'),
    ("methods[sh]", "1", '"methods"[MeSH Subheading]'),
    ("randomized controlled trial[pt]", "1", '"randomized controlled trial"[Publication Type]'),
    ("sample[au]", "1", "sample[Author]"),
    ("sample a[au]", "1", "sample a[Author]"),
    ("samples d[au]", "2", "samples d[Author]"),
    ("specimen c[lastau]", "1", "specimen c[Author - Last]"),
    ("ann invent[ta]", "3", '"ann invent"[Journal]'),
    ("german[la]", "2", '"german"[Language]'),
    ("ger[la]", "2", '"ger"[Language]'),
    ("10.5555/invented.1[doi]", "1", '"10.5555/invented.1"[Article Identifier]'),
    ("publisher[sb]", "3", '"publisher"[Filter]'),
    ("hasabstract[filter]", "12", '"hasabstract"[Filter]'),
    ("2020[dp]", "12", "2020/01/01:2020/12/31[Date - Publication]"),
    ("2020/01/01[dp]", "1", "2020/01/01:2020/01/01[Date - Publication]"),
    ("2019[dp]", "2", "2019/01/01:2019/12/31[Date - Publication]"),
    ("2018:2019[dp]", "23", "2018/01/01:2019/12/31[Date - Publication]"),
    ('"2019/12/01"[dp] : "3000"[dp]', "12", "2019/12/01:3000/12/31[Date - Publication]"),
    ("2020/02[dp]", "", "2020/02/01:2020/02/29[Date - Publication]"),
    ("2018/12/01[edat]", "3", "2018/12/01:2018/12/01[Date - Entry]"),
    ("99000002:99000009[uid]", "23", "99000002:99000009[UID]"),
    ("99000001 99000003[pmid]", "13", "99000001 99000003[UID]"),
    ("#1 AND backward[ti]", "2", '#1 AND "backward"[Title]'),
    # from left to right, whatever arithmetic would do
    ("asthma[ti] OR backward[ti] AND knee[ti]", "1", '("asthma"[Title] OR "backward"[Title]) AND "knee"[Title]'),
    ("asthma[ti] OR (backward[ti] AND knee[ti])", "13", '"asthma"[Title] OR ("backward"[Title] AND "knee"[Title])'),
    ("walking[mh] NOT humans[mh]", "2", '"walking"[MeSH Terms] NOT "humans"[MeSH Terms]'),
    ("backward[ti] horses[ti]", "2", '"backward"[Title] AND "horses"[Title]'),
    ("((backward[ti])", "12", '"backward"[Title]'),
    # operators in lower case are words, here stop words of the next term
    ("backward[ti] and the horses[ti]", "2", '"backward"[Title] AND "horses"[Title]'),
    ("backward[ti])) AND horses[ti]", "2", '"backward"[Title] AND "horses"[Title]'),
    ('"backward"[Title] AND', "12", '"backward"[Title]'),
]


@pytest.mark.parametrize(("query", "digits", "translation"), HITS, ids=[row[0] for row in HITS])
def test_hits_and_translation(query, digits, translation):
    found = search(query, INDEX, [(99000002, 99000003)])
    assert found.pmids == {99000000 + int(digit) for digit in digits}
    assert found.translation == translation
    assert (found.not_found, found.quoted_not_found) == ((), ())


# What PubMed does without any sign, or with a sign that is easily overlooked: query, hits, what it says.
TRAPS = [
    ("asthma[foo]", "3", {"tag_ignored": True}),
    ("(backward OR asthma)[ti]", "123", {"tag_ignored": True}),
    ("backwar\N{ASTERISK OPERATOR}[ti]", "", {}),
    ("asthma[mh:~3]", "3", {"translations": (("asthma[mh:~3]", '"asthma"[MeSH Terms]'),)}),
    ('"knee* pain"[tiab:~2]', "1", {}),
    ("knee[tiab:~2]", "12", {}),
    ("the[tiab] AND backward[ti]", "", {"not_found": ("the",)}),
    ("the[tiab] OR backward[ti]", "", {"not_found": ("the",)}),
    ('"Annals &amp; Invention"[jour]', "", {"quoted_not_found": ('"Annals &amp; Invention"[jour]',)}),
    ("1804[dp]", "", {}),
    ("2020/13[dp]", "", {"not_found": ("2020/13[dp]",)}),
    ("#7", "", {"not_found": ("#7",)}),
]


@pytest.mark.parametrize(("query", "digits", "told"), TRAPS, ids=[row[0] for row in TRAPS])
def test_what_pubmed_rewrites_is_rewritten_here(query, digits, told):
    found = search(query, INDEX)
    assert found.pmids == {99000000 + int(digit) for digit in digits}
    for name in ("translations", "not_found", "quoted_not_found", "tag_ignored"):
        expected = told.get(name, False if name == "tag_ignored" else ())
        if name != "translations" or name in told:
            assert getattr(found, name) == expected


# A phrase outside the index: query, hits, translation; the phrase is "body battery", the corpus has "backward".
LOST = [
    ('"body battery"[tiab] OR backward[ti]', "12", '"backward"[Title]'),
    ('backward[ti] OR "body battery"[tiab] OR asthma[ti]', "123", '"backward"[Title] OR "asthma"[Title]'),
    ('"body battery"[tiab]', "", '"body battery"[tiab]'),
    ('"body battery"[tiab] AND backward[ti]', "", '"body battery"[tiab] AND backward[ti]'),
    ('backward[ti] NOT "body battery"[tiab]', "12", '"backward"[Title]'),
    ('(asthma[ti] OR "body battery"[tiab]) AND review[pt]', "3", '"asthma"[Title] AND "review"[Publication Type]'),
]


@pytest.mark.parametrize(("query", "digits", "translation"), LOST, ids=[row[0] for row in LOST])
def test_a_phrase_outside_the_index_vanishes_with_a_warning(query, digits, translation):
    index = Index(Corpus.of(RECORDS), Settings(phrases_outside_index=frozenset({"Body battery"})))
    found = search(query, index)
    assert found.pmids == {99000000 + int(digit) for digit in digits}
    assert found.translation == translation
    assert found.quoted_not_found == ('"body battery"[tiab]',)


def test_a_closed_index_knows_only_the_phrases_of_the_corpus():
    assert search('"knee pain"[tiab]', CLOSED).quoted_not_found == ()
    assert search('"knee battery"[tiab]', CLOSED).quoted_not_found == ('"knee battery"[tiab]',)
    assert search("zzyzx", CLOSED).quoted_not_found == ('"zzyzx"',)
    assert search('"No Such Heading"[mh]', CLOSED).quoted_not_found == ('"No Such Heading"[mh]',)


def test_a_lost_phrase_can_be_split_instead():
    settings = Settings(phrases_outside_index=frozenset({"knee low"}), lost_phrases="split")
    found = search('"knee low"[tiab]', Index(Corpus.of(RECORDS), settings))
    assert found.pmids == {99000001}
    assert found.translation == '"knee"[Title/Abstract] AND "low"[Title/Abstract]'
    assert found.quoted_not_found == ('"knee low"[tiab]',)


def test_untagged_words_are_mapped():
    found = search("asthma", INDEX)
    assert found.pmids == {99000003}
    assert found.translations[0][0] == "asthma"
    assert '"asthma\'s"[All Fields]' in found.translations[0][1]
    assert '"asthma s"[All Fields]' in found.translation
    assert search("knee joint", INDEX).translation == (
        '"knee joint"[MeSH Terms] OR ("knee"[All Fields] AND "joint"[All Fields]) OR "knee joint"[All Fields]'
    )


def test_filters_are_expanded():
    found = search("Therapy/Narrow[filter] AND knee[tiab]", INDEX)
    assert found.pmids == {99000001}
    assert "Therapy" not in found.translation


def test_thousands_of_terms_and_parentheses_are_no_trouble():
    many = " OR ".join([*(f"word{number}[tiab]" for number in range(2000)), "backward[ti]"])
    assert search(many, INDEX).pmids == {99000001, 99000002}
    assert search("(" * 3000 + "backward[ti]" + ")" * 3000, INDEX).pmids == {99000001, 99000002}


def test_a_day_of_25000_records_is_divided_by_number_and_by_day_of_entry():
    index = Index(Corpus.of([Bulk(25_000, published="2020", entry_days=5)]), Settings())
    assert len(search("2020/01/01[dp]", index).pmids) == 25_000
    halves = [search(f"2020[dp] AND {edges}[uid]", index) for edges in ("1:99012500", "99012501:99999999")]
    assert [len(half.pmids) for half in halves] == [12_500, 12_500]
    days = [search(f"2020/03/{day:02d}[edat]", index) for day in range(6, 11)]
    assert [len(day.pmids) for day in days] == [5_000] * 5


@given(st.text(alphabet=st.sampled_from("ab*\"[]()#:~ ANDORT&;'")))
def test_no_text_is_too_broken_to_be_searched(query):
    found = search(query, INDEX)
    assert found.pmids <= INDEX.everything


@given(st.text())
def test_any_text_has_a_tree(query):
    parse(query)


def recorded_answers():
    text = reference("pubmed", "recorded", "pubmed-filters", "respuestas-pubmed.json").read_text(encoding="utf-8")
    return json.loads(text)


def test_the_recorded_answers_are_worded_alike():
    lost = frozenset({"body battery", "Atherosclerotic Cardiovascular Disease"})
    index = Index(Corpus.of(RECORDS), Settings(phrases_outside_index=lost))
    for name, recorded in recorded_answers().items():
        found, expected = search(recorded["term"], index), recorded.get("esearchresult", {})
        warnings, errors = expected.get("warninglist", {}), expected.get("errorlist", {})
        translations = tuple((pair["from"], pair["to"]) for pair in expected.get("translationset", []))
        if "querytranslation" in expected:
            assert found.translation == expected["querytranslation"], name
            quoted = tuple(phrase.replace("&amp;amp;", "&amp;") for phrase in warnings.get("quotedphrasesnotfound", ()))
            assert found.quoted_not_found == quoted, name
            assert found.not_found == tuple(errors.get("phrasesnotfound", ())), name
            assert (found.tag_ignored or bool(found.not_found)) == ("errorlist" in expected), name
        if "translationset" in expected:
            assert found.translations == translations, name
