"""The five shipped queries, tried on the titles of the studies that were coded by hand: what they find and what not.

A title is less than PubMed searches (abstracts and headings are not here), so this is the least that each query finds.
"""

import pytest

from claimbook.project.layout import find_project
from claimbook.project.load import load_article
from claimbook.pubmed.query import lint, missing_from, query_of
from tests.eutils import Article, Corpus, Settings
from tests.eutils.search.evaluate import search
from tests.eutils.search.index import Index

# Studies of other walking, or of which the title does not say that people walk or run backwards.
NO_BACKWARD_WALKING_IN_TITLE = {
    "agmon-2014",
    "aksentijevic-2019",
    "castro-2025",
    "downhill-backward-30016189",
    "hayes-2020-pace-stroke",
    "quan-2020-pace-stroke",
    "rezai-2020",
    "wnuk-2016",
}
# Of the studies that were coded for a claim: those whose titles name neither its population nor its outcomes.
OUTCOME_NOT_IN_TITLE = {
    "back-pain": set(),
    "knee-pain": {"balasukumaran-2019", "cipriani-1995"},
    "leg-pain": {
        "balasukumaran-2019",
        "cha-2016",
        "chen-2020-ma",
        "foster-2016",
        "kachanathu-2016",
        "older-adults-heelrise-2020",
    },
    "mental-health": {
        "ahmad-2023",
        "almutairi-2023-protocol",
        "hackney-2010",
        "jung-2021",
        "lin-2020",
        "nct04091464-train-bw",
        "older-adults-heelrise-2020",
    },
}


@pytest.fixture(scope="module")
def loaded():
    return load_article(find_project(None), "walking-in-reverse")


@pytest.fixture(scope="module")
def titles(loaded):
    """The coded studies as records that have nothing but a title, and the ids of those that a query finds."""
    studies = {99_000_001 + number: study for number, study in enumerate(loaded.studies.studies)}
    index = Index(Corpus.of([Article(pmid, title=study.title) for pmid, study in studies.items()]), Settings())

    def found(query):
        answer = search(query.text, index)
        assert missing_from(query, answer.translation) == ()
        assert (answer.not_found, answer.quoted_not_found, answer.tag_ignored) == ((), (), False)
        return {studies[pmid].id for pmid in answer.pmids}

    return found


def coded(loaded, claim):
    return {study.id for study in loaded.studies.studies if any(each.claim == claim for each in study.findings)}


def test_every_shipped_query_is_sound_and_asks_for_the_intervention_and_something_else(loaded):
    for claim in loaded.claims:
        query = query_of(loaded.article, claim)
        assert lint(query.text) == ()
        intervention, rest = query.text.split(") AND (", maxsplit=1)
        assert intervention.startswith('("backward walking"[tiab:~3] OR ')
        assert " OR " in rest
        assert " AND " not in rest


@pytest.mark.parametrize("claim", OUTCOME_NOT_IN_TITLE)
def test_a_shipped_query_finds_what_was_coded_by_hand(loaded, titles, claim):
    expected = coded(loaded, claim) - NO_BACKWARD_WALKING_IN_TITLE
    found = titles(query_of(loaded.article, loaded.claim(claim)))
    assert expected - found == OUTCOME_NOT_IN_TITLE[claim]
    assert not found & NO_BACKWARD_WALKING_IN_TITLE


def test_the_query_on_the_risk_of_stroke_finds_every_title_on_stroke(loaded, titles):
    # Many studies were coded for this claim because the article mentions balance and gait; they are no evidence on
    # the risk of having a stroke, and the query does not ask for them.
    found = titles(query_of(loaded.article, loaded.claim("stroke-risk")))
    on_stroke = {
        study.id
        for study in loaded.studies.studies
        if any(word in study.title.lower() for word in ("stroke", "hemiple", "hemipare"))
    }
    assert on_stroke - found == {"hayes-2020-pace-stroke", "quan-2020-pace-stroke"}
    assert found <= on_stroke


def test_a_filter_or_a_date_only_ever_narrows_a_query(loaded, titles):
    claim = loaded.claim("knee-pain")
    whole = titles(query_of(loaded.article, claim))
    for limits in ({"filter": "meta-analyses"}, {"since": 2021}, {"languages": ("german",)}):
        narrow = claim.model_copy(update={"search": claim.search.model_copy(update=limits)})
        assert titles(query_of(loaded.article, narrow)) < whole
