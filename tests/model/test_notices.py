"""What PubMed says about a study stands beside what the table says, each with its source; the table is never edited."""

import pytest

from claimbook.model.notices import NOBODY_ASKED, NoticedStudy, look_up, said_by
from tests.report.demo import table
from tests.report.searches import FIRST, LOCAL, asked, checked, lock, notice, record, verification
from tests.synthesis.factory import study

ARIA = study("aria", pmid=str(FIRST), doi="10.1234/aria")
CHECKED, SEARCHED = "PubMed, checked 2026-11-22", "PubMed, checked 2026-11-20"


def found(study_, *, row=None, records=(), **changes):
    """What is known of one study after a check, a search or both."""
    check = None if row is None else verification(row)
    facts = {int(one.pmid): one for one in records}
    return look_up([study_], check, [lock(*facts, **changes)], facts)


def test_nothing_asked_changes_nothing():
    assert look_up([ARIA]) == NOBODY_ASKED
    assert not NOBODY_ASKED.anything
    assert NOBODY_ASKED.weighed(ARIA) is ARIA


@pytest.mark.parametrize("kind", ["retracted", "concern", "corrected"])
@pytest.mark.parametrize(("where", "source"), [("check", CHECKED), ("record", SEARCHED)])
def test_a_notice_of_pubmed_is_weighed_with_its_source(kind, where, source):
    row = checked(ARIA, notices=[notice(kind)]) if where == "check" else None
    records = [record(FIRST, **{kind: True})] if where == "record" else ()
    weighed = found(ARIA, row=row, records=records).weighed(ARIA)
    assert weighed.notices == (kind,)
    assert said_by(weighed, kind) == source
    assert ARIA.notices == ()


def test_the_latest_look_gives_the_date():
    weighed = found(ARIA, row=checked(ARIA, notices=[notice()]), records=[record(FIRST, retracted=True)]).weighed(ARIA)
    assert said_by(weighed, "retracted") == CHECKED


# A retraction that one look shows is not undone by another that does not show it yet.
def test_one_look_is_enough():
    assert "retracted" in found(ARIA, row=checked(ARIA), records=[record(FIRST, retracted=True)]).weighed(ARIA).notices


def test_what_the_table_says_stays_and_has_no_other_source():
    own = study("aria", pmid=str(FIRST), notices=["retracted", "preprint"])
    weighed = found(own, row=checked(own, notices=[notice("corrected")])).weighed(own)
    assert weighed.notices == ("retracted", "preprint", "corrected")
    assert said_by(weighed, "retracted") is None
    assert said_by(weighed, "corrected") == CHECKED


def test_a_record_is_found_by_its_doi_in_any_case():
    by_doi = study("aria", pmid=None, doi="10.1234/Aria")
    records = [record(FIRST, doi="10.1234/ARIA", retracted=True)]
    assert "retracted" in found(by_doi, records=records).weighed(by_doi).notices


# Another paper with the same title may be retracted; only an identifier tells.
def test_a_title_alone_retracts_nothing():
    by_title = study("aria", pmid=None, title="Humming")
    assert found(by_title, records=[record(FIRST, title="Humming", retracted=True)]).weighed(by_title) is by_title


def test_a_rehearsal_is_kept_and_never_weighed():
    check = verification(checked(ARIA, notices=[notice()]), asked=asked(interface=LOCAL))
    facts = {FIRST: record(FIRST, retracted=True)}
    seen = look_up([ARIA], check, [lock(FIRST, asked=asked(interface=LOCAL))], facts)
    assert all(look.rehearsal for look in seen.of("aria"))
    assert len(seen.of("aria")) == 2
    assert seen.weighed(ARIA) is ARIA


# A PMID that was mended after the check is another record; what was seen there is not about this study.
@pytest.mark.parametrize("then", [{"pmid": "99000777"}, {"doi": "10.1234/other"}])
def test_a_check_of_other_identifiers_is_none(then):
    assert not found(ARIA, row=checked(ARIA, notices=[notice()], **then)).of("aria")


def test_a_doi_that_led_to_another_pmid_is_still_a_check():
    row = checked(ARIA, "differs", pmid="99000777", differences=["the DOI leads elsewhere"], notices=[notice()])
    assert "retracted" in found(ARIA, row=row).weighed(ARIA).notices


@pytest.mark.parametrize(
    ("result", "expected"),
    [("agrees", "read"), ("differs", "read"), ("not found", "not found"), ("not checked", "failed")],
)
def test_only_a_record_that_was_read_can_clear_a_study(result, expected):
    assert [look.result for look in found(ARIA, row=checked(ARIA, result)).of("aria")] == [expected]


def test_the_whole_table_is_weighed_and_stays_as_it_was():
    before = table(ARIA, study("bass"))
    weighed = found(ARIA, row=checked(ARIA, notices=[notice()])).weigh(before)
    assert [one.notices for one in before.studies] == [(), ()]
    assert [type(one) is NoticedStudy for one in weighed.studies] == [True, False]
    plain = {key: value for key, value in dict(weighed.studies[0]).items() if key not in {"notices", "told"}}
    assert plain == {key: value for key, value in dict(ARIA).items() if key != "notices"}
