"""The article that comes with claimbook: every part of every claim can be shown, and says what it must."""

from pathlib import Path

import pytest

from claimbook.model.terms import Verdict
from claimbook.project.layout import find_project
from claimbook.report.case.article import open_article
from claimbook.report.case.claim import open_claim
from claimbook.report.words.verdicts import evidence_words
from tests.report.pages import is_well_formed

ARTICLE, HERE = "walking-in-reverse", Path(__file__).parent
CLAIMS = ("knee-pain", "mental-health", "leg-pain", "back-pain", "stroke-risk")
PARTS = (
    "says",
    "verdict",
    "summary",
    "looked_for",
    "search",
    "studies",
    "directions",
    "harvest",
    "forest",
    "albatross",
    "timeline",
    "certainty",
    "reasoning",
    "harms",
    "references",
)


@pytest.fixture(scope="module")
def cases():
    return {claim: open_claim(ARTICLE, claim, folder=HERE) for claim in CLAIMS}


@pytest.mark.parametrize("claim", CLAIMS)
@pytest.mark.parametrize("part", PARTS)
def test_every_part_can_be_shown(cases, claim, part):
    shown = getattr(cases[claim], part)()
    assert is_well_formed(shown.html)
    assert str(shown).strip()


@pytest.mark.parametrize("claim", CLAIMS)
def test_every_study_of_the_table_is_in_its_section_and_in_the_references(cases, claim):
    found = cases[claim]
    sections, references = str(found.studies()), str(found.references())
    for outcome in found.assessment.outcomes:
        for reading in outcome.studies:
            label = found.labels[reading.study.id]
            assert label in sections
            assert label in references


# Promise 5: identifiers reach the page exactly as they stand in the table.
@pytest.mark.parametrize("claim", CLAIMS)
def test_every_identifier_is_printed_exactly(cases, claim):
    references = str(cases[claim].references())
    for outcome in cases[claim].assessment.outcomes:
        for reading in outcome.studies:
            study = reading.study
            assert not study.doi or f"doi:{study.doi}" in references
            assert not study.pmid or f"PubMed {study.pmid}" in references


# Grading specification 5.1: behind a gate nothing is graded, and no certainty may be printed.
def test_what_was_not_studied_directly_shows_no_certainty(cases):
    (stroke,) = cases["stroke-risk"].assessment.outcomes
    assert stroke.advice.verdict is Verdict.NOT_DIRECTLY_STUDIED
    shown = str(cases["stroke-risk"].verdict()).splitlines()
    assert shown[shown.index("Certainty") + 1] == "Not graded"
    assert "certainty very low" not in str(cases["stroke-risk"].verdict())


def test_no_result_stands_without_design_size_and_limits(cases):
    for found in cases.values():
        for line in str(found.studies()).splitlines():
            if any(words in line for words in ("Toward the claim /", "Against the claim /", "No difference shown /")):
                study, design, _, limits, why = line.rstrip(" |").split(" | ")
                assert all((study, design, limits, why))
                assert "participants" in design or "participant" in design


def test_no_page_claims_more_than_it_is(cases):
    for found in cases.values():
        everything = " ".join(str(getattr(found, part)()) for part in PARTS).casefold()
        assert "no pubmed search has been run yet" in everything
        assert "no independent editor has reviewed them" in everything
        assert "%%" not in everything


def test_the_article_shows_all_claims_in_its_order():
    article = open_article(ARTICLE, folder=HERE)
    shown = str(article.side_by_side())
    places = [shown.index(f"“{claim.claim.heading}”") for claim in article.assessment.claims]
    assert places == sorted(places)
    assert [claim.claim.id for claim in article.assessment.claims] == list(CLAIMS)
    assert find_project(HERE).reports_dir.name == "reports"


def test_the_top_of_a_page_says_how_the_evidence_came_to_be(cases):
    # protects: a reader who stops after the first lines
    said = evidence_words(cases["knee-pain"].collection)
    assert "As of 2026-11-22: Evidence was collected by hand" in said
    assert "abstract level" in said
    assert "No PubMed search has been run yet. No independent editor has reviewed the codings." in said


# Nobody has searched yet; that is said, and it is not a search that found nothing.
@pytest.mark.parametrize("claim", CLAIMS)
def test_that_nobody_has_searched_is_said(cases, claim):
    assert "No PubMed search has been run for this claim" in str(cases[claim].search())
    assert "PubMed search | Not looked for |" in str(cases[claim].looked_for())
    assert "Notices:" not in str(cases[claim].references())


# The shipped evidence allows these figures; what it does not allow says why in one line.
def test_the_shipped_article_shows_its_figures(cases):
    knee, article = cases["knee-pain"], open_article(ARTICLE, folder=HERE)
    for shown in (knee.directions(), knee.harvest(), knee.timeline(), article.evidence_map(), article.timeline()):
        assert "<figure>" in shown.html
        assert "undrawn" not in shown.html
    assert "An albatross plot needs five controlled studies" in str(knee.albatross())
    assert "<figure>" not in knee.albatross().html
