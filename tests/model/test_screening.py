"""Each record of a search is in one place: looked at, waiting, missing or unreadable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.screening import Screening, Searched, screen, title_words
from tests.report.demo import table
from tests.report.searches import FIRST, LOCAL, asked, failure, lock, pmids, record
from tests.synthesis.factory import study

FIVE = pmids(5)


def screened(*studies, found=FIVE, records=(), failed=None, **changes):
    facts = {int(one.pmid): one for one in records}
    return screen("humming", table(*studies), Searched(lock(*found, **changes), failed, facts))


def test_nothing_searched_is_no_number():
    nothing = screen("humming", table(), Searched())
    assert (nothing.state, nothing.hits, nothing.retrieved, nothing.date) == ("not searched", None, None, None)
    assert (nothing.truncated, nothing.search_failed, nothing.found_nothing) == (False, False, False)


def test_a_failed_search_is_not_an_empty_one():
    failed = screen("humming", table(), Searched(failure=failure()))
    assert (failed.state, failed.hits) == ("failed", None)
    assert not failed.found_nothing


def test_an_empty_search_is_not_a_failed_one():
    empty = screened(found=())
    assert (empty.state, empty.hits, empty.retrieved) == ("searched", 0, 0)
    assert empty.found_nothing
    assert not empty.truncated


# What the query did not ask was not looked for: zero hits of an altered query say nothing about the claim.
def test_nothing_found_by_an_altered_query_is_not_nothing_found():
    assert not screened(found=(), altered={"dropped": ["humming"]}).found_nothing


PMID, DOI = str(FIRST), "10.1234/Knee.Hum"


@pytest.mark.parametrize(
    ("in_table", "in_pubmed", "by"),
    [
        ({"pmid": PMID}, {}, "PMID"),
        ({"pmid": PMID, "doi": DOI}, {"doi": "10.1234/other"}, "PMID"),
        ({"pmid": None, "doi": DOI}, {"doi": DOI.upper()}, "DOI"),
        ({"pmid": "99000999", "doi": DOI}, {"doi": DOI}, "DOI"),
        ({"pmid": None, "title": "Humming: a Trial!"}, {"title": "humming a trial"}, "title"),
        ({"pmid": None, "title": "Brummen fürs Knie"}, {"vernacular_title": "Brummen furs Knie."}, "title"),
    ],
)
def test_a_record_is_known_by_pmid_doi_or_title(in_table, in_pubmed, by):
    found = screened(study("aria", **in_table), found=[FIRST], records=[record(FIRST, **in_pubmed)])
    assert [(one.study, one.by) for one in found.looked_at] == [("aria", by)]
    assert not found.waiting


@pytest.mark.parametrize(
    ("in_table", "in_pubmed"),
    [
        # A comment or a reply has the title of the paper and a PMID of its own; nobody has looked at it.
        ({"pmid": "99000999", "title": "Humming"}, {"title": "Humming"}),
        ({"pmid": None, "title": "Humming"}, {"title": "Humming again"}),
        ({"pmid": None, "title": "???"}, {"title": "..."}),
        ({"pmid": None, "doi": DOI}, {"doi": f"{DOI}.2"}),
    ],
)
def test_another_record_is_not_taken_for_looked_at(in_table, in_pubmed):
    found = screened(study("aria", **in_table), found=[FIRST], records=[record(FIRST, **in_pubmed)])
    assert not found.looked_at
    assert [waiting.pmid for waiting in found.waiting] == [FIRST]


def test_a_record_without_facts_waits_too():
    assert [(one.pmid, one.facts) for one in screened(found=[FIRST]).waiting] == [(FIRST, None)]


def test_missing_and_unreadable_records_are_neither_looked_at_nor_waiting():
    found = screened(study("aria", pmid=PMID), missing=FIVE[:2], unreadable=FIVE[2:3], records=map(record, FIVE[3:]))
    assert [one.pmid for one in found.looked_at] == [FIRST]
    assert (found.missing, found.unreadable) == ((FIVE[1],), (FIVE[2],))
    assert [one.pmid for one in found.waiting] == FIVE[3:]
    assert found.retrieved == 2


def test_the_date_is_that_of_the_last_run():
    update = {"when": "2027-01-05T00:00:00Z", "count": 5}
    assert (screened().date, screened(updates=[update]).date) == ("2026-11-20", "2027-01-05")


# What another host than PubMed answers is shown and never weighed.
def test_a_rehearsal_never_counts():
    found = screened(asked=asked(interface=LOCAL), missing=FIVE[:1])
    assert found.rehearsal
    assert (found.ran, found.truncated, found.found_nothing) == (False, False, False)


@pytest.mark.parametrize(("searched", "stops"), [("run", True), ("not run", False)])
def test_only_a_table_that_rests_on_a_search_is_stopped_by_a_failed_one(searched, stops):
    found = table(study("aria"))
    rests = found.model_copy(update={"collection": found.collection.model_copy(update={"pubmed_search": searched})})
    assert screen("humming", rests, Searched(failure=failure())).search_failed is stops
    assert not screen("humming", rests, Searched(lock(*FIVE), failure())).search_failed


@given(
    fates=st.dictionaries(
        st.integers(FIRST, FIRST + 40), st.sampled_from(["here", "missing", "unreadable", "deleted"])
    ),
    coded=st.sets(st.integers(FIRST, FIRST + 40), max_size=5),
)
def test_every_record_is_in_exactly_one_place(fates, coded):
    studies = [study(f"s{pmid}", pmid=str(pmid)) for pmid in coded]
    of = {fate: sorted(pmid for pmid in fates if fates[pmid] == fate) for fate in ("missing", "unreadable", "deleted")}
    screening = screened(*studies, found=sorted(fates), **of)
    looked_at, waiting = ([one.pmid for one in part] for part in (screening.looked_at, screening.waiting))
    lost = (*screening.missing, *screening.unreadable, *screening.deleted)
    assert sorted([*looked_at, *waiting, *lost]) == sorted(fates)
    assert set(looked_at) == fates.keys() & coded
    assert set(waiting) == {pmid for pmid in fates if fates[pmid] == "here"} - coded
    assert screening.truncated is bool(fates.keys() - coded - set(of["deleted"]))


@given(st.text(max_size=200))
def test_the_words_of_a_title_are_stable(title):
    words = title_words(title)
    assert title_words(words) == words
    assert title_words(title.upper()) == title_words(title.upper().lower())


def test_the_default_is_that_nobody_searched():
    assert Screening("humming").state == "not searched"
