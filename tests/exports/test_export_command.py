"""`claimbook export` as a person uses it, and what `check` and `report` say of a confirmation that is out of date."""

import json

import pytest
from typer.testing import CliRunner

from claimbook import workflow
from claimbook.cli import app
from claimbook.exports.formats import FORMATS, write_exports
from claimbook.exports.weighed import weigh_claim
from claimbook.model.problems import ProblemsFoundError
from claimbook.project.load import load_article
from claimbook.workflow import ATTENTION, OK, USER_ERROR, ExportRequest, check, export
from tests.exports.demo import SIGNED
from tests.report.demo import write_demo


@pytest.fixture
def project(tmp_path):
    return write_demo(tmp_path)


def run(project, *arguments):
    return CliRunner().invoke(app, ["export", *arguments, "--project", str(project.root)])


def refusal(project, *arguments):
    with pytest.raises(ProblemsFoundError) as refused:
        export(ExportRequest(*arguments, start=project.root))
    (found,) = refused.value.problems
    return found


def sign(project, **changes):
    """Somebody confirms the verdict of 'humming'."""
    file = project.claim_file("demo", "humming")
    told = json.loads(file.read_text()) | {"confirmed": SIGNED | {"verdict": computed(project)} | changes}
    file.write_text(json.dumps(told))


def computed(project):
    return weigh_claim(load_article(project, "demo"), "humming").claims[0].primary.advice.verdict.value


@pytest.mark.parametrize("name", [each.name for each in FORMATS[:-1]])
def test_the_command_shows_the_bytes_of_the_file_beside_the_page(project, tmp_path, name):
    write_exports(tmp_path / "beside", weigh_claim(load_article(project, "demo"), "humming"))
    (beside,) = [tmp_path / "beside" / each.file for each in FORMATS if each.name == name]
    shown = run(project, "humming", "--format", name)
    assert shown.exit_code == 0
    assert shown.stdout_bytes == beside.read_bytes()


def test_a_file_is_written_and_named(project, tmp_path):
    out = tmp_path / "new" / "hum.ris"
    ended = run(project, "humming", "--format", "ris", "--out", str(out))
    assert (ended.exit_code, ended.stdout.strip()) == (0, str(out))
    assert out.read_bytes().startswith(b"TY  - JOUR\r\n")


def test_a_dash_is_the_terminal_and_no_file(project, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    assert (
        run(project, "humming", "-f", "csv", "-o", "-").stdout_bytes
        == run(project, "humming", "-f", "csv").stdout_bytes
    )
    assert sorted(tmp_path.iterdir()) == before


def test_an_unknown_format_is_refused_before_anything_is_read(project):
    project.studies_file("demo").write_text("{")
    assert refusal(project, "humming", "pdf").code == "unknown-format"


def test_an_unknown_claim_is_refused(project):
    assert refusal(project, "hummin", "csv").code == "unknown-claim"


def test_a_mistake_elsewhere_does_not_stop_an_export(project):
    project.claim_file("demo", "sleeping").write_text("{}")
    assert export(ExportRequest("humming", "csv", start=project.root)).startswith("article,claim,")


def test_a_claim_with_a_mistake_is_not_exported(project):
    file = project.claim_file("demo", "humming")
    file.write_text(file.read_text().replace('"purpose": "treat"', '"purpose": "heal"'))
    assert refusal(project, "humming", "csv").code == "unknown-value"


def test_a_claim_that_the_article_does_not_list_is_refused(project):
    file = project.claim_file("demo", "tapping")
    file.write_text(project.claim_file("demo", "humming").read_text().replace('"humming"', '"tapping"', 1))
    assert refusal(project, "tapping", "csv").code == "unlisted-claim"


def test_without_a_confirmation_there_is_no_claim_review(project):
    assert refusal(project, "humming", "claimreview").code == "no-claim-review"


def test_with_one_there_is(project):
    sign(project)
    assert json.loads(export(ExportRequest("humming", "claimreview", start=project.root)))["@type"] == "ClaimReview"
    assert check(project.root).status == OK


def test_check_tells_that_a_confirmed_verdict_has_changed(project):
    sign(project, verdict="supported")
    found = check(project.root)
    assert found.status == ATTENTION
    (finding,) = found.findings
    assert finding.code == "outdated-confirmation"
    assert str(finding.place) == "claims/demo/humming.yaml"
    assert "it no longer counts, because the rules now give" in finding.message


def test_a_mistake_comes_before_a_finding(project):
    sign(project, verdict="supported", by="the editor")
    assert check(project.root).status == USER_ERROR


@pytest.mark.slow
def test_report_writes_the_files_and_tells_what_is_out_of_date(project, tmp_path):
    sign(project, verdict="supported")
    ended = workflow.report(workflow.ReportRequest(project.root, ["humming"], out=tmp_path / "out"), lambda _: None)
    assert (ended.status, [found.code for found in ended.outdated]) == (ATTENTION, ["outdated-confirmation"])
    page = (tmp_path / "out/demo/humming.html").read_text()
    assert "it no longer counts, because the rules now give" in page
    assert "claimreview.jsonld" not in page
    for each in FORMATS[:-1]:
        written = (tmp_path / "out/demo/exports/humming" / each.file).read_bytes()
        assert written == export(ExportRequest("humming", each.name, start=project.root)).encode()
        assert f'href="exports/humming/{each.file}"' in page
    notebook = (tmp_path / "out/demo/humming.ipynb").read_text()
    assert export(ExportRequest("humming", "notebook", start=project.root)) == notebook
