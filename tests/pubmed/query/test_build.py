"""From concepts to a query: intervention AND (population OR outcome), every field explicit, nothing misunderstood."""

# ruff: noqa: RUF001 - the signs that look like others are what is tested

import pytest
from hypothesis import assume, given

from claimbook.model.problems import ProblemsFoundError
from claimbook.pubmed.query import lint, query_of
from claimbook.pubmed.query.concept_terms import heading_faults, sent_heading, sent_term, term_text_faults
from claimbook.pubmed.query.filters import FILTERS
from tests.pubmed.query.strategies import article_of, claim_of, concepts, limits, nasty

HUMMING = {"terms": ["humming", "hummer*", "humming aloud"], "mesh": ["Singing"]}
KNEE = {"terms": ["knee"], "mesh": []}
PAIN = {"terms": ["pain*", {"near": "sore knee", "within": 2, "field": "ti"}]}


def query(*, article=None, **search):
    found = {"humming": {"terms": ["humming"]}, "knee": KNEE, "pain": PAIN}
    return query_of(article or article_of(**found), claim_of(**search))


def refused(*terms, mesh=()):
    with pytest.raises(ProblemsFoundError) as caught:
        query(article=article_of(humming={"terms": terms or ["humming"], "mesh": list(mesh)}))
    return {found.code for found in caught.value.problems}


@pytest.mark.parametrize(
    ("search", "text"),
    [
        ({}, "(humming[tiab])"),
        ({"population": ["knee"]}, "(humming[tiab]) AND (knee[tiab])"),
        ({"outcome": ["pain"]}, '(humming[tiab]) AND (pain*[tiab] OR "sore knee"[ti:~2])'),
        (
            {"population": ["knee"], "outcome": ["pain"]},
            '(humming[tiab]) AND ((knee[tiab]) OR (pain*[tiab] OR "sore knee"[ti:~2]))',
        ),
        ({"outcome": ["knee", "pain"]}, '(humming[tiab]) AND (knee[tiab] OR pain*[tiab] OR "sore knee"[ti:~2])'),
        ({"outcome": ["knee", "knee"]}, "(humming[tiab]) AND (knee[tiab])"),
        ({"filter": "systematic"}, "(humming[tiab]) AND (systematic[sb])"),
        ({"filter": "therapy-narrow"}, "(humming[tiab]) AND (Therapy/Narrow[filter])"),
        ({"from": 2015}, "(humming[tiab]) AND 2015/01/01:3000/12/31[dp]"),
        ({"until": "2024-02"}, "(humming[tiab]) AND 1000/01/01:2024/02/29[dp]"),
        ({"from": "2015-03-09", "until": 2020}, "(humming[tiab]) AND 2015/03/09:2020/12/31[dp]"),
        ({"languages": ["english", "german"]}, '(humming[tiab]) AND ("english"[la] OR "german"[la])'),
    ],
)
def test_a_search_becomes_a_query(search, text):
    assert query(**search).text == text
    assert lint(text) == ()


def test_a_filter_stands_in_its_own_group_and_is_cited():
    # protects: NOT animals applied to the whole search instead of to the filter
    found = query(filter="cochrane-sensitive", **{"from": 2015})
    assert found.filter is FILTERS["cochrane-sensitive"]
    assert found.text == f"(humming[tiab]) AND ({FILTERS['cochrane-sensitive'].text}) AND 2015/01/01:3000/12/31[dp]"
    assert "6.4.a" in found.filter.citation


def test_a_long_group_is_broken_behind_its_operators():
    lines = query(filter="cochrane-precise").readable.splitlines()
    assert lines[:2] == [
        "(humming[tiab])",
        "AND ((randomized controlled trial[pt] OR controlled clinical trial[pt] OR randomized[tiab] OR",
    ]
    assert lines[-1].endswith("(animals[mh] NOT humans[mh]))")


def test_the_readable_form_has_a_group_for_each_part():
    readable = query(article=article_of(humming=HUMMING, knee=KNEE, pain=PAIN), population=["knee"], outcome=["pain"])
    assert (
        readable.readable
        == """\
(humming[tiab] OR hummer*[tiab] OR "humming aloud"[tiab] OR "Singing"[mh])
AND (
  (knee[tiab])
  OR (pain*[tiab] OR "sore knee"[ti:~2])
)"""
    )


@pytest.mark.parametrize(
    ("term", "sent"),
    [
        ("knee", "knee[tiab]"),
        ("anxi*", "anxi*[tiab]"),
        ("backward walking", '"backward walking"[tiab]'),
        ("walking  backward*", '"walking backward*"[tiab]'),
        ("runner's knee", '"runner\'s knee"[tiab]'),
        ("meta-analysis", '"meta-analysis"[tiab]'),
        ("[18F]FDG", '"[18F]FDG"[tiab]'),
        ("Ménière", "Ménière[tiab]"),
        ("and/or", '"and/or"[tiab]'),
        ("range of motion", '"range of motion"[tiab]'),
        ("2020:2025", '"2020:2025"[tiab]'),
        ("#1", '"#1"[tiab]'),
    ],
)
def test_a_term_is_sent_with_its_field(term, sent):
    assert sent_term(term) == sent
    assert term_text_faults(term) == ()


@pytest.mark.parametrize(
    ("heading", "sent"),
    [
        ("Osteoarthritis, Knee", '"Osteoarthritis, Knee"[mh]'),
        ({"heading": "Pain", "explode": False}, '"Pain"[mh:noexp]'),
        ({"heading": "Pain", "major": True}, '"Pain"[majr]'),
        ({"heading": "Pain", "major": True, "explode": False}, '"Pain"[majr:noexp]'),
        ({"heading": "Pain", "qualifier": "drug therapy"}, '"Pain/drug therapy"[mh]'),
    ],
)
def test_a_heading_is_sent_with_its_limits(heading, sent):
    concept = article_of(humming={"terms": ["humming"], "mesh": [heading]}).concepts["humming"]
    assert sent_heading(concept.mesh[0]) == sent
    assert heading_faults(concept.mesh[0]) == ()


@pytest.mark.parametrize(
    ("term", "code"),
    [
        ('"backward walking"', "quote-in-term"),
        ('x"[tiab] OR cancer[tiab] OR "x', "quote-in-term"),
        ("“backward walking”", "odd-character"),
        ("knee OR hip", "operator-in-term"),
        ("NOT knee", "operator-in-term"),
        ("knee[ti]", "tag-in-term"),
        ("knee [foo]", "tag-in-term"),
        ("knee)", "unbalanced-parenthesis"),
        ("(knee", "unbalanced-parenthesis"),
        ("knee]", "unbalanced-bracket"),
        ("knee)(", "unbalanced-parenthesis"),
        ("knee\nhip", "unseen-character"),
        ("knee\x00hip", "unseen-character"),
        ("knee\u202ehip", "unseen-character"),
        ("knee\u00a0hip", "unseen-character"),
        ("knee\u200bhip", "unseen-character"),
        ("ברך", "odd-character"),
        ("knee 🦵", "odd-character"),
        ("🦵", "odd-character"),
        ("hum∗", "odd-asterisk"),
        ("an*", "short-wildcard"),
        ("*ache", "wildcard-inside"),
        ("wom*n", "wildcard-inside"),
        ("walk* backward", "wildcard-not-last"),
        ("R&amp;D", "html-entity"),
        ("the", "stop-word"),
        ("of the", "stop-word"),
        ("--", "empty-term"),
        ("*", "empty-term"),
    ],
)
def test_a_term_that_would_mean_something_else_is_refused(term, code):
    assert code in {one.code for one in term_text_faults(term)}
    assert refused(term)


@pytest.mark.parametrize(
    ("near", "code"),
    [("humming", "near-one-word"), ("hum* aloud", "near-with-wildcard"), ("humming* aloud", "near-with-wildcard")],
)
def test_nearness_takes_two_whole_words(near, code):
    assert code in refused({"near": near, "within": 2})


@pytest.mark.parametrize("heading", ['Pain"', "Pain/therapy", "*Pain", "Pain[mh]", "Pain – chronic", "()"])
def test_a_heading_holds_nothing_but_its_name(heading):
    assert refused(mesh=[heading])


@pytest.mark.parametrize("qualifier", ["therapy/surgery", 'therapy"', "*therapy", "therapy[sh]"])
def test_a_qualifier_holds_nothing_but_its_name(qualifier):
    assert refused(mesh=[{"heading": "Pain", "qualifier": qualifier}])


def test_an_unknown_concept_is_never_searched_for_by_its_name():
    with pytest.raises(ProblemsFoundError, match="unknown concept 'kneee'"):
        query(population=["kneee"])


def test_what_an_editor_accepts_is_known_in_the_forms_of_pubmeds_warnings():
    found = query(accept=["Body Battery", "Cardiovascular Disease, Atherosclerotic"])
    assert found.accepts('"body battery"[tiab]')
    assert found.accepts('"Cardiovascular Disease, Atherosclerotic"[Mesh]')
    assert found.accepts("body battery")
    assert not found.accepts('"body"[tiab]')
    assert not found.accepts("")


@given(concepts, concepts, concepts, limits)
def test_every_query_that_can_be_built_passes_the_linter_and_holds_each_term(one, two, three, search):
    article = article_of(humming=one, knee=two, pain=three)
    found = query(article=article, population=["knee"], outcome=["pain"], **search)
    assert lint(found.text) == ()
    assert found.text.count("(") == found.text.count(")")
    for concept in article.concepts.values():
        assert all(sent_term(term) in found.text for term in concept.terms)
        assert all(sent_heading(heading) in found.text for heading in concept.mesh)
    assert "".join(found.readable.split()) == "".join(found.text.split())
    assert all(len(line) <= 104 or line.count("[") <= 1 for line in found.readable.splitlines())


@given(nasty)
def test_any_text_as_a_term_is_refused_or_stays_one_term(text):
    # protects: a term that breaks out of its quotation marks and becomes a query of its own
    assume(text.strip())
    try:
        found = query(article=article_of(humming={"terms": [text]}))
    except ProblemsFoundError:
        return
    (term,) = found.terms
    assert term.field == "tiab"
    assert term.text == " ".join(text.split())
    assert found.text == f"({term.as_sent})"


@given(nasty)
def test_any_text_as_a_heading_is_refused_or_stays_one_heading(text):
    assume(text.strip())
    try:
        found = query(article=article_of(humming={"terms": ["humming"], "mesh": [text]}))
    except ProblemsFoundError:
        return
    assert [term.field for term in found.terms] == ["tiab", "mh"]
    assert found.terms[1].text == " ".join(text.split())
