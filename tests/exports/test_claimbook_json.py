"""The whole document: valid by its own schema, complete, and readable again."""

import json
from dataclasses import fields
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given

from claimbook.exports import document as parts
from claimbook.exports.document import Document
from claimbook.exports.everything import SCHEMA_FILE, claimbook_json, schema_text, write_schema
from claimbook.exports.weighed import weigh_article, weigh_claim
from claimbook.model import assessment as model
from claimbook.project.layout import find_project
from claimbook.project.load import load_article, load_sound
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.thresholds import DEFAULT, table
from tests.exports.demo import NASTY, SIGNED, loaded, weighed
from tests.report.demo import write_demo
from tests.report.searches import FIRST, checked, lock, notice, pmids, verification, write_searched
from tests.synthesis.factory import study
from tests.synthesis.strategies import bodies

SCHEMAS = Path(__file__).parents[2] / "schemas"
VALIDATOR = jsonschema.Draft202012Validator(json.loads(schema_text()))
MIRRORS = [
    (model.Ruling, parts.Ruled, set()),
    (model.Code, parts.CodePart, set()),
    (model.Assumed, parts.AssumedPart, set()),
    (model.Estimate, parts.EstimatePart, set()),
    (model.StudyReading, parts.ReadingPart, {"finding"}),  # it stands among the facts of the study
    (model.Domain, parts.DomainPart, set()),
    (model.Grade, parts.GradePart, set()),
    (model.BodyNumbers, parts.Numbers, set()),
    (model.StreamAssessment, parts.StreamPart, set()),
    (model.Advice, parts.AdvicePart, set()),
    (model.OutcomeAssessment, parts.OutcomePart, {"claim", "screening"}),  # told once, beside the outcomes
]


def read(found):
    """The document, checked against its schema."""
    told = json.loads(claimbook_json(found))
    VALIDATOR.validate(told)
    return told


def rulings(part):
    """Every ruling of the document, wherever it stands."""
    if isinstance(part, dict):
        if {"value", "rule", "reason"} <= set(part):
            yield part
        for below in part.values():
            yield from rulings(below)
    elif isinstance(part, list):
        for below in part:
            yield from rulings(below)


def test_the_committed_schema_is_the_one_of_the_document():
    # `claimbook schema` writes it anew
    assert (SCHEMAS / SCHEMA_FILE).read_text(encoding="utf-8") == schema_text()
    jsonschema.Draft202012Validator.check_schema(json.loads(schema_text()))


def test_the_schema_is_written_where_it_is_wanted(tmp_path):
    assert write_schema(tmp_path / "schemas").read_text(encoding="utf-8") == schema_text()


@pytest.mark.parametrize(("known", "mirror", "elsewhere"), MIRRORS, ids=[row[0].__name__ for row in MIRRORS])
def test_nothing_that_was_decided_is_left_out(known, mirror, elsewhere):
    # protects: a field of the assessment that programs never see
    assert {row.name for row in fields(known)} - elsewhere <= set(mirror.model_fields)


@pytest.mark.parametrize("studies", [(), NASTY], ids=["sound", "nasty"])
def test_the_document_is_valid_and_can_be_read_again(studies):
    found = weighed(*studies)
    told = read(found)
    again = Document.model_validate_json(json.dumps(told))
    assert again.model_dump(mode="json", exclude_none=True) == told
    assert [each["facts"]["title"] for each in told["studies"]] == [each.title for each in found.studies]


def test_the_shipped_article_is_valid():
    found = weigh_article(load_article(find_project(Path(__file__).parent), "walking-in-reverse"))
    told = read(found)
    assert (len(told["claims"]), len(told["studies"])) == (5, len(found.studies))


@given(bodies())
def test_any_body_of_evidence_is_valid(studies):
    told = read(weighed(*(studies or [study("aria")])))
    assert "NaN" not in json.dumps(told)


def test_every_ruling_has_a_known_rule_and_a_reason():
    told = list(rulings(read(weighed())))
    assert len(told) > 30
    assert {ruling["rule"].removeprefix("GATE-") for ruling in told} <= {rule.removeprefix("GATE-") for rule in RULES}
    assert all(ruling["reason"] for ruling in told)


def test_certainty_is_told_in_words():
    (outcome,) = read(weighed())["claims"][0]["outcomes"]
    assert outcome["certainty"] in {"very low", "low", "moderate", "high"}
    assert outcome["streams"][0]["grade"]["start"]["value"] == "high"


def test_studies_are_told_once_and_named_everywhere():
    told = read(weighed())
    known = {each["facts"]["id"] for each in told["studies"]}
    (outcome,) = told["claims"][0]["outcomes"]
    assert {reading["study"] for reading in outcome["studies"]} == known
    assert {name for stream in outcome["streams"] for name in stream["studies"]} <= known


def test_the_numbers_in_force_are_in_it():
    told = read(weighed())
    assert {row["name"]: row["value"] for row in told["thresholds"]} == {row.name: row.value for row in table(DEFAULT)}
    assert told["rules"]
    assert told["nature"].startswith("A provisional")


def test_an_unsearched_claim_says_so_and_counts_nothing():
    search = read(weighed())["claims"][0]["search"]
    assert search["state"] == "not searched"
    assert not {"hits", "retrieved", "date", "query"} & set(search)


def test_a_search_is_told_with_what_waits(tmp_path):
    known = study("aria", pmid=str(FIRST))
    gone = verification(checked(known, notices=[notice()]))
    project = write_searched(tmp_path, known, locks=[lock(*pmids(3))], verified=gone, searched="run")
    told = read(weigh_claim(load_article(project, "demo"), "humming"))
    search = told["claims"][0]["search"]
    assert (search["state"], search["hits"], search["date"]) == ("searched", 3, "2026-11-20")
    assert search["looked_at"] == [{"pmid": FIRST, "study": "aria", "by": "PMID"}]
    assert search["waiting"] == [FIRST + 1, FIRST + 2]
    assert search["query"].startswith("humming[tiab]")
    (entry,) = told["studies"]
    assert entry["facts"]["notices"] == ["retracted"]
    assert entry["looks"][0]["source"] == "PubMed, checked 2026-11-22"


@pytest.mark.parametrize("counts", [True, False])
def test_a_confirmation_says_whether_it_counts(counts):
    computed = weighed().claims[0].primary.advice.verdict
    signed = SIGNED | {"verdict": computed.value if counts else "supported"}
    confirmed = read(weighed(signed=signed))["claims"][0]["confirmed"]
    assert (confirmed["signed"]["by"], confirmed["computed"], confirmed["counts"]) == (SIGNED["by"], computed, counts)


def test_nobody_confirmed_is_no_key():
    assert "confirmed" not in read(weighed())["claims"][0]


def test_an_article_holds_its_claims_and_its_whole_table():
    told = read(weigh_article(loaded()))
    assert [claim["claim"]["id"] for claim in told["claims"]] == ["humming"]
    assert len(told["studies"]) == 7


def test_a_claim_that_could_not_be_read_is_named(tmp_path):
    # protects: silence about a claim being taken for a claim that is not there
    project = write_demo(tmp_path)
    project.claim_file("demo", "sleeping").write_text("{}")
    told = read(weigh_article(load_sound(project, "demo")))
    assert ([claim["claim"]["id"] for claim in told["claims"]], told["unread"]) == (["humming"], ["sleeping"])
