"""The three steps of docs/proposals.md: a row of the sheet is read by a person, entered, checked and weighed."""

import json

import pytest

from claimbook.appraise.record.draft import Draft
from claimbook.model.claim import Claim
from claimbook.project.yaml_reader import read_yaml
from claimbook.report.case.claim import open_claim
from claimbook.workflow.proposal_results import NOT_DECIDED, results_of
from tests import invented_article
from tests.invented_article import ARTICLE, CLAIM, FIRST, OUTCOME, RECORDS, write_article
from tests.pubmed.client.conftest import only_this_machine, own_folder
from tests.report.demo import COLLECTION
from tests.test_searching import serve, type_in, write

__all__ = ["only_this_machine", "own_folder", "serve"]  # fixtures of the searches

DECIDED = {"intervention": "humming", "comparator": "usual care", "comparison": "between-group", "p_value": "<0.001"}
"""What the invented record says where the sheet leaves it open."""


@pytest.fixture
def sheet(tmp_path, monkeypatch, serve):
    """The project after its first proposals, and the rows of its sheet by PMID."""
    project = write_article(tmp_path / "project")
    monkeypatch.chdir(project.root)
    serve(RECORDS)
    for step in (("search",), ("studies", "--propose")):
        assert type_in(*step)[1] == 0
    rows = read_yaml(project.sheet_file(ARTICLE, CLAIM), project.root, 1_000_000).data["studies"]
    return project, {int(row["pmid"]): row for row in rows}


def decided(row):
    """The row with every 'unclear' replaced, as the second and third step say."""
    row = json.loads(json.dumps(row).replace('"same": "unclear"', '"same": true')) | {"population": "invented adults"}
    for group in (row, *row["outcomes"]):
        group |= {key: value for key, value in DECIDED.items() if group.get(key) == "unclear"}
    return row


def enter(project, *rows):
    write(project.studies_file(ARTICLE), {"article": ARTICLE, "collection": COLLECTION, "studies": list(rows)})


def gate():
    found = open_claim(ARTICLE, CLAIM).assessment.primary.gate
    return found and found.value


def test_what_was_read_of_a_result_reaches_the_verdict(sheet):
    # protects: a printed effect that is lost between the sheet and the table, and told as "no abstract gives one"
    project, rows = sheet
    row = rows[FIRST + 1]
    assert row["outcomes"] == [
        {
            "name": "hiccups",
            "comparison": "between-group",
            "direction": "favours-intervention",
            "p_value": "<0.001",
            "effect": {"type": "MD", "estimate": -1.6, "ci_low": -2.2, "ci_high": -1.0, "ci_level": 0.95},
        }
    ]
    assert {"result": "hiccups", "better_if": "lower"}.items() <= row["findings"][0].items()
    enter(project, decided(row))
    assert type_in("check")[1] == 0
    assert gate() is None
    assert open_claim(ARTICLE, CLAIM).assessment.primary.studies[0].estimate.value == -1.6


def test_a_row_without_its_result_is_told_and_never_taken_for_silence(sheet):
    # protects: promise 2; what nobody entered is not what nobody reported
    project, rows = sheet
    row = decided(rows[FIRST + 1])
    row["findings"][0] = {key: row["findings"][0][key] for key in ("claim", "outcome", "match")}
    enter(project, {key: value for key, value in row.items() if key != "outcomes"})
    told, status = type_in("check")
    assert status == 1
    assert "no result was entered for 'hiccups' of 'humming-hiccups', which this study answers  [no-result]" in told
    assert "1 study: no mistakes, 1 finding needs attention" in told
    assert gate() == "RESULT_NOT_ENTERED"
    why = type_in("why", CLAIM)[0]
    assert "no abstract gives a usable result" not in why
    assert "no result was entered for this outcome" in why


OPEN_IN_A_DRAFT = {
    "row": ("population", "intervention", "comparator", "funding", "follow_up"),
    "result": ("p_value", "comparison"),
    "effect": ("type", "ci_low"),
    "arm": ("name", "n"),
}


def test_what_a_draft_leaves_open_is_refused(sheet):
    # protects: 'unclear' that passes for a fact of a study and goes into the tables
    project, rows = sheet
    for group, key in [(group, key) for group, keys in OPEN_IN_A_DRAFT.items() for key in keys]:
        row = decided(rows[FIRST + 1])
        result = row["outcomes"][0]
        {"row": row, "result": result, "effect": result["effect"], "arm": row["arms"][0]}[group][key] = "Unclear"
        enter(project, row)
        told, status = type_in("check")
        assert (status, "1 mistake" in told) == (2, True), key


def test_a_direction_that_nobody_decided_is_refused_although_the_table_knows_unclear(sheet):
    # protects: a draft that nobody read and that becomes "no abstract gives a usable result"
    project, rows = sheet
    undecided = decided(rows[FIRST + 1])
    undecided["outcomes"][0]["direction"] = NOT_DECIDED
    enter(project, undecided)
    told, status = type_in("check")
    assert status == 2
    assert "'unclear, not decided'" in told


def drafted(**values):
    """Results as they would be drafted for the invented claim; a value below its line stands in a list."""
    key = f"finding.{CLAIM}.{OUTCOME}"
    made = (
        Draft(f"{key}.{name.replace('__', '.')}", *_surely(value), "explicit", 0.9, "test")
        for name, value in values.items()
    )
    claim = Claim.model_validate_json(json.dumps(invented_article.claim()))
    found = results_of(made, [claim])
    return found[key] if found else None


def _surely(value):
    return (value[0], None) if isinstance(value, list) else (value, 0.5)


@pytest.mark.parametrize(
    ("change", "direction"),
    [
        ("lower", "favours-intervention"), ("higher", "favours-comparator"), ("no-difference", "no-difference"),
        (["lower"], "unclear, not decided"),
    ],
)  # fmt: skip
def test_which_side_is_favoured_follows_from_which_way_is_better(change, direction):
    assert drafted(direction=change).result == {"name": "hiccups", "direction": direction}
    assert drafted(direction=change).finding == {"result": "hiccups"}


def test_where_no_result_was_read_none_is_drafted():
    assert drafted(match__outcome="direct", match__purpose="direct") is None
    assert drafted() is None


def test_two_outcomes_of_one_name_give_two_results():
    # protects: a finding that names the result of another claim
    claim = invented_article.claim()
    others = [claim, claim | {"id": "humming-late"}]
    claims = [Claim.model_validate_json(json.dumps(one)) for one in others]
    drafts = [
        Draft(f"finding.{one.id}.{OUTCOME}.direction", change, 0.5, "explicit", 0.9, "test")
        for one, change in zip(claims, ("lower", "higher"), strict=True)
    ]
    found = results_of(drafts, claims).values()
    assert [(one.finding["result"], one.result["direction"]) for one in found] == [
        ("hiccups (humming-hiccups / hiccups)", "favours-intervention"),
        ("hiccups (humming-late / hiccups)", "favours-comparator"),
    ]
    assert all(one.finding["result"] == one.result["name"] for one in found)


def test_of_several_printed_results_the_surest_is_drafted():
    # protects: a number of another comparison in the place of the one that was read with its direction
    found = drafted(
        direction="lower",
        **{
            "result-1__measure": ["OR"],
            "result-1__estimate": [3.1],
            "result-2__measure": "RR",
            "result-2__estimate": 0.5,
        },
    )
    assert found.result["effect"] == {"type": "RR", "estimate": 0.5}
    assert found.finding["better_if"] == "lower"


def test_a_number_that_is_not_sure_is_open_with_everything_that_rests_on_it():
    printed = {"result-1__measure": ["MD"], "result-1__estimate": [-2.0], "result-1__interval": ["-3 to -1"]}
    found = drafted(direction="lower", **printed)
    assert found.result["effect"] == dict.fromkeys(("type", "estimate", "ci_low", "ci_high"), "unclear")
    assert found.finding == {"result": "hiccups", "better_if": "unclear"}


@pytest.mark.parametrize(("printed", "level"), [("90%", 0.9), ("97.5%", 0.975)])
def test_an_interval_of_another_level_says_so(printed, level):
    found = drafted(direction="lower", **{"result-1__measure": "RR", "result-1__interval": f"0.5 to 0.9 ({printed})"})
    assert found.result["effect"] == {"type": "RR", "ci_low": 0.5, "ci_high": 0.9, "ci_level": level}
