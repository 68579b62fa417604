from claimbook.model.search import Altered, Asked, Slice, Update
from claimbook.pubmed.lock.sentence import search_sentence, search_steps
from claimbook.pubmed.query.filters import FILTERS
from tests.pubmed.lock.test_lock_file import ASKED, FIRST, a_lock


def step(lock, item):
    return next(each.text for each in search_steps(lock) if each.item.startswith(item))


def test_the_search_as_a_paragraph():
    assert search_sentence(a_lock(query='"invented"[tiab]', translation='"invented"[Title/Abstract]')) == (
        "PubMed was searched through the NCBI E-utilities on 2026-11-22 12:00 UTC with claimbook 0.1.0, "
        "Biopython 1.88. "
        'The query was: "invented"[tiab]. No limit was set. No search filter was used. '
        "The search found 3 records; all 3 were retrieved. "
        "This search asked no other source, and its strategy was not peer reviewed."
    )


def test_every_item_of_the_guideline_has_a_row():
    rows = search_steps(a_lock())
    assert [row.item.split()[0] for row in rows if row.item[0].isdigit()] == [
        *("1", "2", "3", "4", "5", "6", "7", "8", "8", "9", "10", "11", "12", "13", "14", "15", "16")
    ]
    assert all(row.text for row in rows)


def test_limits_and_filters_are_read_from_the_query_that_was_sent():
    design = FILTERS["cochrane-sensitive"]
    query = f'("invented"[tiab]) AND ({design.text}) AND ("english"[la]) AND 2015/01/01:3000/12/31[dp]'
    assert step(a_lock(query=query), "9") == "publication date from 2015/01/01; language english"
    assert step(a_lock(query=query), "10") == f"{design.name} ({design.citation})"
    assert (step(a_lock(), "9"), step(a_lock(), "10")) == ("none", "none")


def test_what_went_wrong_is_said():
    lock = a_lock(
        altered=Altered(dropped=('"body battery"[tiab]',)),
        accepted=('"body battery"[tiab]',),
        missing=(FIRST,),
        unreadable=(FIRST + 1,),
        slices=(Slice(first=1, last=9, count=3),),
        updates=(Update(when="2026-11-29T12:00:00Z", count=2, not_found_again=(FIRST,)),),
    )
    text = search_sentence(lock)
    for said in (
        'PubMed left out or did not find: "body battery"[tiab].',
        "1 record not delivered, although asked for twice: PMID 99000001.",
        "1 record delivered broken and not readable: PMID 99000002.",
        "taken in 1 ranges of PMIDs whose counts add up",
        "The search was repeated on 2026-11-29 12:00 UTC: 2 records, 0 new, 1 not found again.",
        "PubMed did not say how it translated the query.",
        "1 was retrieved",
    ):
        assert said in text


def test_nothing_found_is_said_as_such():
    assert "The search found no record." in search_sentence(a_lock(count=0, pmids=()))


def test_a_rehearsal_is_never_called_a_search_of_pubmed():
    asked = Asked(interface="E-utilities at 127.0.0.1:8000, not NCBI", tool=ASKED.tool, when=ASKED.when)
    lock = a_lock(asked=asked)
    assert "PubMed was searched" not in search_sentence(lock)
    assert search_sentence(lock).startswith(
        "This is a rehearsal, not a search of PubMed: E-utilities at 127.0.0.1:8000"
    )
    assert step(lock, "1 ").startswith("a rehearsal, not PubMed")
