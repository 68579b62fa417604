"""From an empty folder to a provisional report, offline: search, propose, report. A local server stands for PubMed."""

import json
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from claimbook.appraise.record.words import NotVerbatimError
from claimbook.exports.claimreview import why_no_claim_review
from claimbook.exports.everything import claimbook_json
from claimbook.exports.findings_table import findings_csv
from claimbook.exports.weighed import weigh_article, weigh_claim
from claimbook.model.terms import Verdict
from claimbook.project.layout import find_project
from claimbook.project.load import load_sound
from claimbook.report.case.article import open_article
from claimbook.report.case.claim import open_claim
from claimbook.report.words.verdicts import ACTIONS, VERDICTS
from tests.invented_article import ARTICLE, CLAIM, FIRST, FIRST_TRIAL, OUTCOME, RECORDS, write_article
from tests.pubmed.client.conftest import only_this_machine, own_folder
from tests.report.demo import COLLECTION
from tests.report.pages import is_well_formed
from tests.test_searching import serve, type_in

__all__ = ["only_this_machine", "own_folder", "serve"]  # fixtures of the searches

BANNER = "Provisional, nobody has checked these"


@pytest.fixture
def searched(tmp_path, monkeypatch, serve):
    """The invented article after its first search and its first proposals; nobody has read anything."""
    project = write_article(tmp_path / "project")
    monkeypatch.chdir(project.root)
    serve(RECORDS)
    for step in (("check",), ("search",), ("studies", "--propose")):
        told, status = type_in(*step)
        assert status == 0, told
    return project


def case():
    return open_claim(ARTICLE, CLAIM)


def shown():
    return str(case().provisional())


def html():
    return case().provisional().html


def quotations(text):
    return re.findall(r"<q[^>]*>(.*?)</q>", text)


def raw_answers(project):
    found = sorted(project.ledger_dir(ARTICLE, CLAIM).glob("*/*.xml"))
    assert found
    return found


def collect(project, pmid, code="direct"):
    """A person has read one of the records and coded it."""
    judged = {name: {"code": "direct", "why": "invented"} for name in ("population", "intervention", "comparator")}
    judged |= {"outcome": {"code": code, "why": "invented"}, "purpose": {"same": True, "why": "invented"}}
    row = {
        "id": "first-study", "pmid": str(pmid), "title": "Humming", "link": "https://example.org/1", "design": "rct",
        "population": "adults", "findings": [{"claim": CLAIM, "outcome": OUTCOME, "match": judged}],
    }  # fmt: skip
    path = project.studies_file(ARTICLE)
    path.write_text(json.dumps({"article": ARTICLE, "collection": COLLECTION, "studies": [row]}), encoding="utf-8")


def test_the_whole_way_ends_in_a_page_under_its_banner(searched):
    shutil.copytree(find_project(Path(__file__).parent).notebooks_dir, searched.root / "notebooks")
    told, status = type_in("report", "--jobs", "2")
    assert status == 0, told
    page = (searched.reports_dir / ARTICLE / f"{CLAIM}.html").read_text(encoding="utf-8")
    is_well_formed(page)
    assert f"{BANNER}." in page
    assert "A rehearsal: another server than PubMed gave these records" in page
    assert '<a href="#provisional">' in page  # the list of parts names it
    assert page.count("<q>Humming is an effective treatment of hiccups.</q>") >= 2, "beside both lists, with its words"
    index = (searched.reports_dir / ARTICLE / "index.html").read_text(encoding="utf-8")
    assert f"{BANNER}: Probably supported" in index
    assert "<strong>Probably supported</strong>" not in page + index
    assert "no study was collected by hand yet" in (searched.reports_dir / "index.html").read_text(encoding="utf-8")
    raw_answers(searched)[0].write_bytes(b"<not what PubMed sent/>")
    told, status = type_in("report", CLAIM)
    assert (status, "not as they were received" in told) == (1, True)
    page = (searched.reports_dir / ARTICLE / f"{CLAIM}.html").read_text(encoding="utf-8")
    assert BANNER not in page


@pytest.mark.usefixtures("searched")
def test_the_verdict_above_stays_what_it_is():
    assert case().assessment.primary.advice.verdict is Verdict.CANNOT_ASSESS
    assert BANNER not in str(case().verdict())
    assert "Provisional: Probably supported" in shown()


@pytest.mark.usefixtures("searched")
def test_what_review_authors_would_grade_is_told_with_its_steps_and_apart():
    (line,) = [line for line in shown().splitlines() if line.startswith("Review authors, who have the whole papers")]
    assert "would probably grade the certainty as high" in line
    assert "which begins at high" in line
    assert line.endswith("kept apart from the rules of a verdict.")


@pytest.mark.usefixtures("searched")
def test_the_part_gives_no_advice_and_no_bare_verdict():
    lines = shown().splitlines()
    assert not set(lines) & {str(words) for words in (*VERDICTS.values(), *ACTIONS.values())}
    assert not any(line.startswith(f"{action}:") for action in ACTIONS.values() for line in lines)
    place = lines.index("Provisional: Probably supported")
    assert lines[place + 1].startswith(BANNER)


@pytest.mark.usefixtures("searched")
def test_a_number_has_the_minus_sign_of_every_other():
    # protects: one number in two forms on one page; the words of the record keep theirs
    assert "\N{MINUS SIGN}1.6" in shown()
    assert "\N{MINUS SIGN}2.2 to \N{MINUS SIGN}1" in shown()
    without_quotations = re.sub(r"<q[^>]*>.*?</q>", "", html())
    assert "-1.6" not in without_quotations
    assert "(mean difference -1.6, " in html()


@pytest.mark.usefixtures("searched")
def test_every_record_is_used_or_left_out_with_a_reason():
    text = shown()
    assert "3 studies" in text
    assert "510 participants; 3 of 9 records that were read" in text
    for reason in ("Retracted: 1 record", "A plan without results: 1 record", "No study: a comment"):
        assert reason in text
    assert all(f"https://pubmed.ncbi.nlm.nih.gov/{record.pmid}/" in html() for record in RECORDS)


@pytest.mark.usefixtures("searched")
def test_quotations_stand_in_their_records():
    said = [section.text for record in RECORDS for section in record.abstract]
    found = quotations(html())
    assert len(found) > 10
    assert "Outcome assessors were blinded." in found
    for words in found:
        plain = words.replace("&lt;", "<").replace("&#39;", "'")
        assert any(plain in text for text in (*said, *(record.title for record in RECORDS)))


def test_without_the_raw_answers_nothing_is_quoted_and_the_page_says_where_they_are(searched):
    before = shown()
    shutil.rmtree(searched.root / ".claimbook")
    assert quotations(html()) == []
    assert "claimbook search --restore" in shown()
    assert "claimbook search --restore" not in before
    assert "Provisional: Probably supported" in shown()


def test_an_answer_that_was_changed_stops_the_page(searched):
    # protects: a quotation of words that PubMed never sent
    path = raw_answers(searched)[0]
    path.write_bytes(path.read_bytes().replace(b"significantly fewer", b"significantly worse"))
    with pytest.raises(NotVerbatimError, match="not as they were received"):
        case().provisional()


@pytest.mark.usefixtures("searched")
def test_a_record_that_has_changed_since_it_was_read_stops_the_page(serve):
    other = replace(FIRST_TRIAL, title="Humming to treat hiccups in other invented adults: a randomised trial.")
    serve([other, *RECORDS[1:]])
    assert type_in("search")[1] == 0
    with pytest.raises(NotVerbatimError, match=f"PMID {FIRST_TRIAL.pmid} has other words"):
        case().provisional()
    assert type_in("studies", "--propose")[1] == 0
    assert "other invented adults" in shown()


@pytest.mark.usefixtures("searched")
def test_words_that_are_not_in_the_record_stop_the_page(monkeypatch):
    monkeypatch.setattr("claimbook.report.case.quotations.sentence_around", lambda *_: "words that nobody wrote")
    with pytest.raises(NotVerbatimError, match="does not say"):
        case().provisional()


def test_one_study_of_a_person_and_the_part_is_gone(searched):
    collect(searched, FIRST + 1)
    assert case().provisional().html == ""
    assert BANNER not in str(open_article(ARTICLE).side_by_side())
    assert "proposed, nobody has checked these" in str(case().search())  # in the waiting list they stay
    assert (
        "provisional" not in json.loads(claimbook_json(weigh_claim(load_sound(searched, ARTICLE), CLAIM)))["claims"][0]
    )


def test_a_study_that_a_person_found_to_be_about_something_else_leaves_it(searched):
    collect(searched, FIRST + 1, code="different")
    assert "Provisional: " in shown()
    assert "2 studies" in shown()  # its own record no longer waits


@pytest.mark.parametrize(("before", "after"), [("humming", "walking"), ("hiccups", "bad sleep")])
def test_readings_answer_only_the_words_that_they_were_asked_with(searched, before, after):
    # protects: "walking lowers bad sleep", out of records about humming and hiccups
    path = searched.claim_file(ARTICLE, CLAIM)
    claim = yaml.safe_load(path.read_text(encoding="utf-8"))
    claim["intervention"] = claim["intervention"].replace(before, after)
    for outcome in claim["outcomes"]:
        outcome["name"] = outcome["name"].replace(before, after)
    path.write_text(yaml.safe_dump(claim), encoding="utf-8")
    assert "Probably supported" not in shown()
    assert "Provisional: no verdict" in shown()


def test_readings_answer_only_the_concepts_that_they_were_matched_by(searched):
    # protects: a term that a concept did not have when the records were read decides whether they are about the claim
    path = searched.claim_file(ARTICLE, CLAIM)
    claim = yaml.safe_load(path.read_text(encoding="utf-8"))
    name = claim["search"]["intervention"][0]
    claim["concepts"][name]["terms"].append("whistling")
    path.write_text(yaml.safe_dump(claim), encoding="utf-8")
    assert "Probably supported" not in shown()
    assert "Provisional: no verdict" in shown()


def test_a_new_note_or_statement_leaves_the_readings_as_they_are(searched):
    path = searched.claim_file(ARTICLE, CLAIM)
    claim = yaml.safe_load(path.read_text(encoding="utf-8"))
    path.write_text(yaml.safe_dump(claim | {"statement": "Humming helps.", "note": "New."}), encoding="utf-8")
    assert "Provisional: Probably supported" in shown()


def test_unclear_readings_are_absent_from_what_is_shown(searched):
    proposed = searched.proposed_file(ARTICLE).read_text(encoding="utf-8")
    assert "value: unclear" in proposed
    assert "unclear" not in "".join(line for line in shown().splitlines() if "sure to" in line)


def test_exports_mark_it_or_leave_it_out(searched):
    loaded = load_sound(searched, ARTICLE)
    weighed = weigh_claim(loaded, CLAIM)
    (told,) = json.loads(claimbook_json(weighed))["claims"]
    assert told["provisional"]["status"] == BANNER.lower()
    assert told["provisional"]["outcomes"][0]["verdict"] == "probably-supported"
    assert told["outcomes"][0]["advice"] == {"verdict": "cannot-assess"}
    assert "action" not in json.dumps(told["provisional"])
    assert "probably-supported" not in findings_csv(weigh_article(loaded))
    assert why_no_claim_review(weighed) is not None


def test_without_proposals_there_is_nothing(searched):
    searched.proposed_file(ARTICLE).unlink()
    assert case().provisional().html == ""
    assert BANNER not in str(open_article(ARTICLE).side_by_side())


def test_the_first_day_needs_no_evidence_table(tmp_path, monkeypatch):
    project = write_article(tmp_path / "project")
    monkeypatch.chdir(project.root)
    assert "Nobody has collected studies by hand yet." in str(case().looked_for())
    assert case().provisional().html == ""
    assert open_article(ARTICLE).studies == ()
