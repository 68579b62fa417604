import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.project.layout import Project
from claimbook.project.load import load_article, load_sound, read_article, read_claim, read_studies
from tests.project.miniature import ARTICLE, CLAIM, STUDIES, printed, write_project


def test_an_article_is_loaded_with_its_claims_and_studies(tmp_path):
    loaded = load_article(write_project(tmp_path), "demo")
    assert loaded.article.title == "Good things about walking"
    assert [claim.heading for claim in loaded.claims] == ["Eases knee pain"]
    assert loaded.claim("knee").primary_outcome.name == "knee pain"
    assert loaded.studies.collection.date == "2026-01-31"  # an unquoted date stays a text


def test_claims_come_in_the_order_of_the_article(shipped):
    for article in shipped.article_ids():
        loaded = load_article(shipped, article)
        assert tuple(claim.id for claim in loaded.claims) == loaded.article.claims


def test_the_files_can_be_read_one_by_one(tmp_path):
    project = write_project(tmp_path)
    loaded = load_article(project, "demo")
    assert read_article(project, "demo") == loaded.article
    assert read_claim(project, "demo", "knee") == loaded.claims[0]
    assert read_studies(project, "demo") == loaded.studies


def test_one_sound_file_can_be_read_beside_a_broken_one(tmp_path):
    project = write_project(tmp_path, studies="studies: [")
    assert read_claim(project, "demo", "knee").id == "knee"
    with pytest.raises(ProblemsFoundError):
        read_studies(project, "demo")


def test_all_mistakes_of_all_files_are_told_at_once(tmp_path):
    project = write_project(
        tmp_path,
        article=ARTICLE.replace("title:", "titel:").replace("terms: [walking]", "terms: walking"),
        claim=CLAIM.replace("direction: lower", "direction: down").replace("[walking]", "[wlking]"),
        studies=STUDIES.replace("not run", "maybe").replace("article: demo", "article: &a demo"),
    )
    with pytest.raises(ProblemsFoundError) as caught:
        load_article(project, "demo")
    assert (
        printed(caught.value.problems)
        == """\
claims/demo/article.yaml:2:1 unknown key 'titel'. Did you mean 'title'?  [unknown-key]
    2 | titel: Good things about walking
      | ^
   keys known here: id, title, url, publisher, date, report_url, language, claims, concepts, note
claims/demo/article.yaml:6:12 'terms' takes a list, not 'walking'  [wrong-type]
    6 |     terms: walking
      |            ^
   write it as a list, in brackets: [walking]
claims/demo/knee.yaml:11:16 unknown value 'down' for 'direction'  [unknown-value]
   11 |     direction: down
      |                ^
   allowed: higher, lower
data/demo/studies.yaml:1:10 '&a' would name a part of the file  [yaml-anchor]
    1 | article: &a demo
      |          ^
   take it out; put quotes around a text that starts with '&'
data/demo/studies.yaml:6:18 unknown value 'maybe' for 'pubmed_search'  [unknown-value]
    6 |   pubmed_search: maybe
      |                  ^
   allowed: not run, run
"""
    )


def test_before_the_first_study_is_collected_there_is_an_empty_table(tmp_path):
    loaded = load_article(write_project(tmp_path, studies=None), "demo")
    assert (loaded.studies.studies, loaded.studies.collection.date) == ((), None)


@pytest.mark.parametrize("name", ["verified.yaml", "studies.yml"])
def test_a_missing_evidence_table_is_said_so(tmp_path, name):
    # protects: a table that was lost or misnamed and would be taken for one that nobody has begun
    sign = write_project(tmp_path, studies=None).data_dir / "demo" / name
    sign.parent.mkdir(parents=True, exist_ok=True)
    sign.write_text("article: demo\n", encoding="utf-8")
    with pytest.raises(ProblemsFoundError) as caught:
        load_article(Project(tmp_path), "demo")
    assert (
        "data/demo/studies.yaml this file is missing  [missing-file]\n"
        "   write it, or get it back from version control\n"
    ) in printed(caught.value.problems)


def test_a_file_full_of_mistakes_is_cut_short(tmp_path):
    claim = CLAIM.replace("[eases knee pain]", "[eases knee pain" + ", 7" * 200 + "]").replace(
        "[walking]", str([7] * 200)
    )
    with pytest.raises(ProblemsFoundError) as caught:
        read_claim(write_project(tmp_path, claim=claim), "demo", "knee")
    assert len(caught.value.problems) == 51
    assert caught.value.problems[-1].message == "350 more follow"


def test_a_broken_claim_does_not_take_the_others_with_it(tmp_path):
    # protects: a report on four claims while the fifth is being written
    project = write_project(tmp_path, article=ARTICLE.replace("[knee]", "[knee, back]"))
    project.claim_file("demo", "back").write_text(CLAIM.replace("id: knee", "id: back").replace("lower", "down"))
    loaded = load_sound(project, "demo")
    assert [claim.id for claim in loaded.claims] == ["knee"]
    assert {problem.code for problem in loaded.unreadable["back"]} == {"unknown-value"}
    with pytest.raises(ProblemsFoundError):
        load_article(project, "demo")


def test_a_broken_table_stops_the_article(tmp_path):
    # protects: no report is made from evidence that could not be read
    with pytest.raises(ProblemsFoundError):
        load_sound(write_project(tmp_path, studies="studies: ["), "demo")
