"""The way from records to studies: every number adds up, and nothing that waits is counted."""

from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.screening import Searched, screen
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.details.flow import NOT_CODED, flow_of
from tests.report.demo import table
from tests.report.searches import FIRST, lock, pmids, record
from tests.synthesis.factory import claim, match, study

KINDS = {
    "counted": {"says": "favours", "p": "<0.05", "n": 60},
    "no result": {"says": None},
    "not direct": {"matched": match(answers="different")},
    "protocol": {"says": None, "design": "protocol"},
    "animal": {"design": "animal"},
    "retracted": {"notices": ["retracted"]},
    "of another claim": {"finding": {"claim": "sleeping"}},
}
IN_PUBMED = st.integers(FIRST, FIRST + 12)


def flow(*studies, found=(), records=(), **changes):
    evidence = table(*studies)
    facts = {int(one.pmid): one for one in records}
    screening = screen("humming", evidence, Searched(lock(*found, **changes), None, facts))
    return flow_of(assess_claim(claim(), evidence, screening=screening), screening)


@given(
    coded=st.dictionaries(IN_PUBMED, st.sampled_from(sorted(KINDS)), max_size=6),
    by_hand=st.lists(st.sampled_from(sorted(KINDS)), max_size=4),
    fates=st.dictionaries(IN_PUBMED, st.sampled_from(["here", "missing", "unreadable", "deleted"])),
)
def test_the_numbers_add_up(coded, by_hand, fates):
    studies = [study(f"s{pmid}", pmid=str(pmid), **KINDS[kind]) for pmid, kind in coded.items()]
    studies += [study(f"h{number}", pmid=None, **KINDS[kind]) for number, kind in enumerate(by_hand)]
    of = {fate: sorted(pmid for pmid in fates if fates[pmid] == fate) for fate in ("missing", "unreadable", "deleted")}
    found = flow(*studies, found=fates, **of)
    assert found.identified == len(fates)
    left = found.duplicates + found.not_delivered + found.deleted + found.waiting
    assert found.identified == left + found.looked_at
    assert found.looked_at - found.same_study + found.by_hand == found.assessed
    assert found.assessed == found.included + sum(number for _, number in found.excluded)
    assert 0 <= found.weighed <= found.included
    assert found.sought == 0


def test_each_study_leaves_for_its_own_reason():
    found = flow(
        *(study(f"s{n}", pmid=str(FIRST + n), **kind) for n, kind in enumerate(KINDS.values())), found=pmids(7)
    )
    reasons = dict(found.excluded)
    assert reasons == {NOT_CODED: 1, "OUTCOME_DIFFERENT": 1, "POP_ANIMAL": 1, "PROTOCOL": 1, "RETRACTED": 1}
    assert (found.included, found.weighed) == (2, 1)


def test_two_records_of_one_study_are_one_study():
    one = study("aria", pmid=str(FIRST), doi="10.1234/aria", n=60, p="<0.05")
    found = flow(one, found=pmids(2), records=[record(FIRST + 1, doi="10.1234/ARIA")])
    assert (found.looked_at, found.same_study, found.assessed) == (2, 1, 1)
