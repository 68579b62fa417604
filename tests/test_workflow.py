"""What each verb returns: which claims it takes, how it ends, and what it says of a wrong name."""

import json
import shutil
from pathlib import Path

import pytest

from claimbook import workflow
from claimbook.model.problems import Problem, ProblemsFoundError
from claimbook.project.layout import Project
from claimbook.project.load import load_sound
from claimbook.report.page.site import Order
from claimbook.report.run import runner
from claimbook.report.run.results import ToolFailed
from claimbook.workflow import (
    ATTENTION,
    OK,
    USER_ERROR,
    ExportRequest,
    Named,
    Reported,
    ReportRequest,
    choose_claims,
    name_claim,
    weigh,
)
from tests.report.demo import write_demo


@pytest.fixture
def two(tmp_path):
    """Two articles with the claims 'humming' and 'sleeping' each; 'tapping' is a claim of the second only."""
    write_demo(tmp_path)
    for part in ("claims", "data"):
        shutil.copytree(tmp_path / part / "demo", tmp_path / part / "other")
    for file in (tmp_path / "claims/other/article.yaml", tmp_path / "data/other/studies.yaml"):
        file.write_text(file.read_text().replace('"demo"', '"other"'))
    article = tmp_path / "claims/other/article.yaml"
    article.write_text(article.read_text().replace('"sleeping"', '"sleeping",\n  "tapping"'))
    third = json.loads((tmp_path / "claims/other/humming.yaml").read_text()) | {"id": "tapping"}
    (tmp_path / "claims/other/tapping.yaml").write_text(json.dumps(third, indent=1))
    return Project(tmp_path)


def complaint(call, *arguments):
    with pytest.raises(ProblemsFoundError) as refused:
        call(*arguments)
    (found,) = refused.value.problems
    return found


def test_two_articles_of_the_same_claims_are_sound(two):
    found = workflow.check(two.root)
    assert (found.problems, found.articles, found.claims, found.studies) == ((), 2, 5, 14)


@pytest.mark.parametrize("article", ["demo", "other"])
def test_a_claim_is_named_within_its_article(two, article):
    assert name_claim(two, "humming", article) == Named(article, "humming")


def test_a_claim_of_one_article_needs_no_article(two):
    assert name_claim(two, "tapping", None) == Named("other", "tapping")


def test_a_claim_of_two_articles_is_not_guessed(two):
    found = complaint(name_claim, two, "humming", None)
    assert (found.code, found.message) == ("several-claims", "'humming' is a claim of demo, other")
    assert found.hint == "say which: --article ID"


def test_a_claim_of_another_article_is_not_taken_for_this_one(two):
    found = complaint(name_claim, two, "tapping", "demo")
    assert found.message == "there is no claim 'tapping'"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("taping", "there is no claim 'taping'. Did you mean 'tapping'?"),
        ("huming", "there is no claim 'huming'. Did you mean 'humming'?"),
        ("xyzzy", "there is no claim 'xyzzy'"),
    ],
)
def test_the_most_alike_claim_of_any_article_is_offered(two, typed, message):
    # protects: the suggestion comes from the article that has one, not from the first
    assert complaint(name_claim, two, typed, None).message == message


@pytest.mark.parametrize("typed", ["", "../demo", "Humming", "humming.yaml/"])
def test_what_is_no_id_is_told_so(two, typed):
    assert complaint(name_claim, two, typed, None).code == "bad-id"


def test_an_unknown_article_is_told_before_its_claims(two):
    found = complaint(name_claim, two, "humming", "othre")
    assert found.message == "there is no article 'othre'. Did you mean 'other'?"


@pytest.mark.parametrize(
    ("request_", "chosen"),
    [
        (
            ReportRequest(),
            {"demo": ("humming", "sleeping"), "other": ("humming", "sleeping", "tapping")},
        ),
        (ReportRequest(article="demo"), {"demo": ("humming", "sleeping")}),
        (ReportRequest(claims=("tapping",)), {"other": ("tapping",)}),
        (ReportRequest(claims=("humming",), article="other"), {"other": ("humming",)}),
        (ReportRequest(claims=("sleeping", "humming"), article="demo"), {"demo": ("sleeping", "humming")}),
        (ReportRequest(claims=("tapping", "tapping")), {"other": ("tapping",)}),
    ],
)
def test_a_report_takes_the_claims_that_were_asked_for(two, request_, chosen):
    assert choose_claims(two, request_) == chosen


@pytest.mark.parametrize(
    ("claims", "pages"),
    [(None, 3), ({"demo": ("humming",)}, 2), ({"demo": ("not-listed",)}, 0), ({"demo": ("index",)}, 0)],
)
def test_progress_counts_the_pages_that_are_built(two, claims, pages):
    assert Order(two, [load_sound(two, "demo")], two.reports_dir, claims).pages == pages


def test_a_report_on_a_claim_of_two_articles_asks_which(two):
    assert complaint(choose_claims, two, ReportRequest(claims=("tapping", "humming"))).code == "several-claims"


def test_a_report_request_asks_for_everything_unless_it_says_otherwise():
    assert ReportRequest() == ReportRequest(start=None, claims=(), article=None, out=None, jobs=None)


PROBLEM = Problem("unknown-value", "unknown value 'traet' for 'purpose'")


@pytest.mark.parametrize(
    ("failed", "unreadable", "status"),
    [
        ((), (), OK),
        (("humming: cell 2 failed",), (), ATTENTION),
        ((), (PROBLEM,), USER_ERROR),
        (("humming: cell 2 failed",), (PROBLEM,), USER_ERROR),
    ],
)
def test_a_mistake_of_the_user_outweighs_a_failed_page(failed, unreadable, status):
    assert Reported(Path("reports"), 3, failed, unreadable).status == status


def test_exit_statuses_are_those_of_the_design():
    assert (OK, ATTENTION, USER_ERROR) == (0, 1, 2)


def test_each_article_weighs_its_own_claim(two):
    # protects: two articles with one claim id, and studies of only one of them changed
    table = two.root / "data/other/studies.yaml"
    table.write_text(json.dumps(json.loads(table.read_text()) | {"studies": []}))
    here, there = (weigh(two, Named(article, "humming")) for article in ("demo", "other"))
    assert here.primary.gate is None
    assert there.primary.gate.value == "NOTHING_LOOKED_AT"


def test_why_tells_the_places_of_the_article_that_was_named(two):
    for article in ("demo", "other"):
        told = workflow.why(two.root, "humming", article, None)
        assert f"[claims/{article}/humming.yaml:" in told
        assert f"[data/{article}/studies.yaml:" in told


def test_why_of_one_outcome_leaves_out_the_others(two):
    assert "Outcome 'pain'" in workflow.why(two.root, "tapping", None, "pain")
    found = complaint(workflow.why, two.root, "tapping", None, "sleep")
    assert (found.code, found.message) == ("unknown-outcome", "claim 'tapping' has no outcome 'sleep'")
    assert found.hint == "outcomes here: pain"


def test_a_rule_is_explained_for_the_claim_that_was_named(two):
    told = workflow.explain_rule(two.root, "humming", "other", "verdict-table")
    assert told.startswith("VERDICT-TABLE  (section 5.2")
    assert "\n  In humming:\n" in told
    assert complaint(workflow.explain_rule, two.root, "tapping", None, "nonsense").code == "unknown-rule"


def test_every_verb_finds_the_project_from_within(two):
    inside = two.root / "claims" / "demo"
    assert workflow.check(inside) == workflow.check(two.root)
    assert workflow.why(inside, "tapping", None, None) == workflow.why(two.root, "tapping", None, None)


def test_outside_a_project_every_verb_says_so(tmp_path):
    for call in (
        lambda: workflow.check(tmp_path),
        lambda: workflow.why(tmp_path, "humming", None, None),
        lambda: workflow.explain_rule(tmp_path, "humming", None, "x"),
        lambda: workflow.report(ReportRequest(tmp_path), print),
    ):
        assert complaint(call).code == "no-project"


def test_a_broken_table_stops_a_report_before_anything_is_built(two):
    (two.root / "data/demo/studies.yaml").write_text("studies: [")
    said = []
    with pytest.raises(ProblemsFoundError):
        workflow.report(ReportRequest(two.root), said.append)
    assert said == []
    assert not two.reports_dir.exists()


def test_a_claim_with_a_mistake_is_not_weighed(two):
    claim = two.root / "claims/demo/humming.yaml"
    claim.write_text(claim.read_text().replace('"treat"', '"traet"'))
    assert complaint(weigh, two, Named("demo", "humming")).code == "unknown-value"


def test_a_mistake_in_one_claim_is_no_mistake_of_the_others(two, monkeypatch):
    # protects: one answer of why, report and export, whatever another claim lacks
    monkeypatch.setattr(runner, "_run", lambda job, *_: ToolFailed(job, "not run in this test"))
    claim = two.root / "claims/demo/humming.yaml"
    claim.write_text(claim.read_text().replace('"treat"', '"traet"'))
    assert workflow.why(two.root, "sleeping", "demo", None).startswith("sleeping: ")
    assert workflow.export(ExportRequest("sleeping", "csv", two.root, "demo")).startswith("article,")
    found = {
        claims: [each.code for each in workflow.report(ReportRequest(two.root, claims, "demo"), str).unreadable]
        for claims in ((), ("sleeping",), ("sleeping", "humming"))
    }
    assert found == {(): ["unknown-value"], ("sleeping",): [], ("sleeping", "humming"): ["unknown-value"]}


def test_schemas_and_methods_are_written_where_they_are_wanted(tmp_path):
    files = workflow.schema(tmp_path / "a")
    assert {"article.schema.json", "claim.schema.json", "claimbook.schema.json"} <= {file.name for file in files}
    page = tmp_path / "b" / "methods.md"
    assert workflow.methods(page) == page.read_text(encoding="utf-8")
    assert workflow.methods(None).startswith("# Methods\n")
