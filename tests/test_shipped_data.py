import json
import re

import pytest
import yaml
from ruamel.yaml import YAML

from claimbook.model.claim import Claim
from claimbook.model.study import StudyTable
from tests.reference_folder import ROOT, reference

CLAIMS = ["knee-pain", "mental-health", "leg-pain", "back-pain", "stroke-risk"]
RATIOS = {"(hazard ratio)": "HR", "(relative risk)": "RR"}
IDENTIFIERS = ("pmid", "pmcid", "doi", "identifier", "title", "authors", "year", "journal", "link", "design")
COUNTS = ("n_total", "n_randomised", "n_analysed")


def read(path):
    return YAML(typ="safe").load(path)


@pytest.fixture(scope="module")
def shipped():
    return read(ROOT / "data" / "walking-in-reverse" / "studies.yaml")


@pytest.fixture(scope="module")
def table(shipped):
    return StudyTable.model_validate_json(json.dumps(shipped))


@pytest.fixture(scope="module")
def claims():
    folder = ROOT / "claims" / "walking-in-reverse"
    return {name: Claim.model_validate_json(json.dumps(read(folder / f"{name}.yaml"))) for name in CLAIMS}


@pytest.fixture(scope="module")
def pairs(shipped):
    """Each study as it was collected, beside the study that is shipped."""
    collected = yaml.safe_load(reference("evidence", "studies.yaml").read_text(encoding="utf-8"))
    return list(zip(collected, shipped["studies"], strict=True))


def test_the_table_loads_with_all_studies_in_order(table):
    ids = [study.id for study in table.studies]
    assert len(ids) == 100
    assert ids == sorted(ids)


# A study listed twice under two names would be counted twice.
@pytest.mark.parametrize("key", ["pmid", "pmcid", "doi"])
def test_no_publication_is_listed_twice(table, key):
    found = [getattr(study, key).lower() for study in table.studies if getattr(study, key)]
    assert len(found) == len(set(found))


# Nobody may take the project's reading for an editor's.
def test_every_coding_is_the_projects_own_and_has_a_reason(table):
    assert table.collection.reviewed_by is None
    findings = [finding for study in table.studies for finding in study.findings]
    assert findings
    for finding in findings:
        elements = [element for _, element in finding.match if element is not None]
        assert finding.coded_by == "project"
        assert all(len(element.why.split()) > 1 for element in elements)


def test_findings_speak_of_claims_and_outcomes_that_exist(table, claims):
    for study in table.studies:
        for finding in study.findings:
            assert claims[finding.claim].outcome(finding.outcome)


# A study that was collected for a claim must say whether it answers it: silence would look like 'not looked'.
def test_every_study_is_coded_for_the_claims_it_was_collected_for(table, claims):
    missing = [
        (study.id, name)
        for study in table.studies
        for name in study.claims
        if study.finding_for(name, claims[name].primary) is None
    ]
    assert missing == []


# An effect whose better side is unknown cannot be read.
def test_effects_of_named_results_say_which_sign_is_better(table):
    for study in table.studies:
        for finding in study.findings:
            result = study.result(finding.result)
            direct = finding.match.outcome.code in {"direct", "partial"} and finding.match.intervention.code != "none"
            if direct and result and result.effect:
                assert finding.better_if, (study.id, finding.outcome)


def test_identifiers_and_sizes_are_those_of_the_source(pairs):
    for source, study in pairs:
        for key in ("id", *IDENTIFIERS, *COUNTS):
            assert study.get(key) == source.get(key), (source["id"], key)


def test_arms_are_those_of_the_source(pairs):
    for source, study in pairs:
        arms = [{key: value for key, value in arm.items() if value is not None} for arm in source.get("arms", [])]
        assert study.get("arms", []) == arms, source["id"]


def effect_as_shipped(result):
    """The collected effect under the names of the model: only keys are renamed, and ratios named as such."""
    effect = {("intervention" if key == "backward" else key): value for key, value in result["effect"].items()}
    ratio = next((kind for words, kind in RATIOS.items() if words in result["name"]), None)
    return effect | ({"type": ratio} if ratio else {})


def test_results_are_those_of_the_source(pairs):
    for source, study in pairs:
        collected, results = source.get("outcomes", []), study.get("outcomes", [])
        assert [r["name"] for r in results] == [r["name"] for r in collected], source["id"]
        for before, after in zip(collected, results, strict=True):
            assert after.get("p_value") == before.get("p_value"), (source["id"], before["name"])
            assert after["direction"] == before["direction"].replace("favours-backward", "favours-intervention")
            if "effect" in before:
                assert after["effect"] == effect_as_shipped(before), (source["id"], before["name"])
            else:
                assert "effect" not in after


# Sizes of reviews moved into their own section on the way.
def test_review_numbers_are_those_of_the_source(pairs):
    for source, study in pairs:
        facts = study.get("review", {})
        for key in ("included_trials", "participants", "heterogeneity", "certainty_stated"):
            assert facts.get(key) == source.get(key), (source["id"], key)


# A registry number may only be called the study's own where the source states it.
def test_trial_registrations_stand_in_the_source(pairs):
    for source, study in pairs:
        numbers = study.get("registration", {}).get("trial_ids", [])
        stated = f"{source.get('registration', '')} {source.get('bias_signals', {}).get('registration', '')}"
        assert all(number in stated for number in numbers), source["id"]
        assert not (numbers and re.search(r"not confirmed", stated)), source["id"]


def test_every_phrase_is_the_articles_own(claims):
    # protects: the only words of the article that are quoted, each of them verbatim
    text = " ".join(reference("article", "article.txt").read_text(encoding="utf-8").split())
    phrases = [phrase for claim in claims.values() for outcome in claim.outcomes for phrase in outcome.wording.phrases]
    assert [phrase for phrase in phrases if phrase not in text] == []
    assert all(claim.heading in text for claim in claims.values())
