"""One study beside the record it names: what counts as the same, and what is told."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.search import RecordFacts
from claimbook.pubmed.verify.compare import notices_of, same_title, verified
from tests.synthesis.factory import study

PMID, OTHER = "99000001", "99000002"
TITLE = "Humming for the knee: an invented trial"


def row(**changes):
    return study("aria", "favours", title=TITLE, year=2020, **({"pmid": None} | changes))


def record(**changes):
    fields = {"pmid": PMID, "title": f"{TITLE}.", "years": [2020]}
    return RecordFacts.model_validate_json(json.dumps(fields | changes))


def look(one, *records, unreadable=()):
    return verified(one, {each.pmid: each for each in records}, frozenset(unreadable))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Effect of X: a trial", "EFFECT OF X - A TRIAL."),
        ("Über die Wirkung", "Uber die Wirkung"),
        ("A trial of walking", "[A trial of walking]."),
        ("Anna's walk", "Anna\u2019s  walk"),
        ("CO2 and gait", "CO\u2082 and gait"),
    ],
)
def test_case_accents_brackets_and_punctuation_make_no_other_title(ours, theirs):
    assert same_title(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("A trial of walking", "A trial of running"),
        ("A trial of walking", "A trial of walking: protocol"),
        ("Walking and pain", "Pain and walking"),
        ("p < 0.05", "p < 0.5"),
    ],
)
def test_one_other_word_or_number_makes_another_title(ours, theirs):
    assert not same_title(ours, theirs)


@given(st.text(max_size=200))
def test_a_title_is_always_the_same_as_itself_in_capitals(text):
    assert same_title(text, text)
    assert same_title(text.casefold(), text)


def test_a_study_agrees_with_its_record_whichever_year_is_the_one_printed():
    for years in ([2020], [2021, 2020], []):
        assert look(row(pmid=PMID), record(years=years)).result == "agrees"


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ({}, {"title": "Something else."}, f"title '{TITLE}' in the table, 'Something else.' in PubMed"),
        ({}, {"years": [2018, 2017]}, "year 2020 in the table, 2018 and 2017 in PubMed"),
        ({"doi": "10.9999/a"}, {"doi": "10.9999/b"}, "DOI 10.9999/a in the table, 10.9999/b in PubMed"),
        ({"pmcid": "PMC1"}, {"pmcid": "PMC2"}, "PMC1 in the table, PMC2 in PubMed"),
    ],
)
def test_each_difference_is_told_with_both_sides(ours, theirs, told):
    found = look(row(pmid=PMID, **ours), record(**theirs))
    assert (found.result, found.differences) == ("differs", (told,))


def test_what_either_side_does_not_say_is_no_difference():
    assert look(row(pmid=PMID, doi="10.9999/a"), record()).result == "agrees"
    assert look(row(pmid=PMID), record(doi="10.9999/a", pmcid="PMC1")).result == "agrees"


def test_the_title_in_the_language_of_the_article_is_as_good():
    found = look(row(pmid=PMID), record(title="[Something in English].", vernacular_title=TITLE))
    assert found.result == "agrees"


def test_a_doi_leads_to_its_record_in_any_case():
    found = look(row(doi="10.9999/ABC"), record(doi="10.9999/abc"))
    assert (found.result, found.pmid) == ("agrees", PMID)


def test_a_doi_that_belongs_to_another_record_than_the_pmid_is_told():
    found = look(row(pmid=PMID, doi="10.9999/a"), record(), record(pmid=OTHER, doi="10.9999/a"))
    assert (found.result, found.pmid) == ("differs", PMID)
    assert found.differences == (f"its DOI leads to PMID {OTHER}",)


def test_a_pmid_that_pubmed_does_not_deliver_is_told_even_where_the_doi_is_found():
    found = look(row(pmid=OTHER, doi="10.9999/a"), record(doi="10.9999/a"))
    assert found.differences == (f"PMID {OTHER} in the table, but PubMed has its DOI under PMID {PMID}",)


def test_not_found_and_not_checked_are_two_things():
    # protects: a record that could not be read is never a record that does not exist
    missing = look(row(pmid=PMID))
    assert (missing.result, missing.reason) == ("not found", f"PubMed delivers no record under PMID {PMID}")
    broken = look(row(pmid=PMID), unreadable={PMID})
    assert (broken.result, broken.reason) == ("not checked", "PubMed delivered its record broken")
    assert not missing.looked_at
    assert not broken.looked_at


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        (
            {"types": [["D016441", "Any name"]]},
            [("retracted", "publication type D016441 (Retracted Publication)", None)],
        ),
        ({"notices": [["RetractionIn", OTHER]]}, [("retracted", "link RetractionIn", OTHER)]),
        ({"notices": [["RetractedandRepublishedIn", None]]}, [("retracted", "link RetractedandRepublishedIn", None)]),
        ({"notices": [["ExpressionOfConcernIn", OTHER]]}, [("concern", "link ExpressionOfConcernIn", OTHER)]),
        ({"notices": [["ErratumIn", OTHER]]}, [("corrected", "link ErratumIn", OTHER)]),
        ({"notices": [["RetractionOf", OTHER]], "types": [["D016440", "Retraction of Publication"]]}, []),
        ({"notices": [["CommentIn", OTHER], ["ErratumFor", OTHER], ["UpdateOf", OTHER]]}, []),
    ],
)
def test_a_notice_in_either_place_counts_and_the_notice_itself_is_not_retracted(fields, told):
    assert [(one.kind, one.shown_by, one.pmid) for one in notices_of(record(**fields))] == told


def test_a_hostile_title_is_cut_and_stays_in_one_line():
    found = look(row(pmid=PMID), record(title="<script>\n" + "x" * 9_000))
    assert len(found.differences[0]) < 700
    assert "\n" not in found.differences[0]
