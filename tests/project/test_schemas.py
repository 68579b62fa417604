import json
from pathlib import Path

import jsonschema
import pytest

from claimbook.project.schemas import MODELS, schema_for, schema_text, write_schemas
from claimbook.project.shapes import shape_at
from claimbook.project.source import Source
from claimbook.project.yaml_reader import parse_yaml
from tests.project.miniature import CLAIM

SCHEMAS = Path(__file__).parents[2] / "schemas"
KINDS = tuple(MODELS)


def kind_of(file):
    return {"article": "article", "studies": "studies"}.get(file.stem, "claim")


def read(text):
    return parse_yaml(Source(Path("x.yaml"), text)).data


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_the_one_of_the_model(kind):
    # An editor completes and checks by the committed file; `write_schemas` makes it anew.
    assert (SCHEMAS / f"{kind}.schema.json").read_text(encoding="utf-8") == schema_text(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_valid_schema(kind):
    jsonschema.Draft202012Validator.check_schema(schema_for(kind))


def test_the_shipped_files_are_valid_and_name_their_schema(shipped_files):
    for file in shipped_files:
        text, kind = file.read_text(encoding="utf-8"), kind_of(file)
        assert text.startswith(f"# yaml-language-server: $schema=../../schemas/{kind}.schema.json\n"), file.name
        jsonschema.validate(read(text), schema_for(kind), jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("purpose: treat", "purpose: heal"),
        ("purpose: treat", "porpose: treat"),
        ("id: knee", "id: Knee"),
        ("search:", "concepts: {Bad Name: {terms: [x]}}\nsearch:"),
    ],
)
def test_an_editor_marks_what_the_model_refuses(right, wrong):
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(read(CLAIM.replace(right, wrong, 1)), schema_for("claim"))


def test_an_editor_explains_what_a_key_means():
    expected = "Which way is better for people; no sign can be read without it."
    assert schema_for("claim")["$defs"]["Outcome"]["properties"]["better"]["description"] == expected


@pytest.mark.parametrize("kind", KINDS)
def test_every_form_that_is_asked_for_is_described(kind):
    # "does not have the form" helps nobody who is not told the form.
    undescribed = [
        name
        for group in [schema_for(kind), *schema_for(kind)["$defs"].values()]
        for name, part in group.get("properties", {}).items()
        for form in [part, part.get("items", {}), *part.get("anyOf", [])]
        if "pattern" in form and not {"description"} & {*part, *form}
    ]
    assert undescribed == []


def test_what_is_expected_is_said_in_words():
    def words(*loc):
        return shape_at("studies", ("studies", 0, *loc)).words

    assert words("pmid") == "a text"
    assert words("year") == "a whole number"
    assert words("findings") == "a list"
    assert words("findings", 0, "match") == "a group of 'key: value' lines"
    assert words("findings", 0, "match", "purpose", "same") == "true or false"
    assert words("findings", 0, "match", "outcome", "code") == "one of direct, partial, surrogate, different"
    assert words("findings", 0, "coded_by") == "'project'"
    assert words("review", "databases") == "a list or a text"
    assert words("review", "intervention_throughout") == "true or false or 'partly'"
    assert shape_at("studies", ("studies", 0, "colour")) is None


def test_schemas_are_written_beside_each_other(tmp_path):
    files = write_schemas(tmp_path / "schemas")
    assert sorted(file.name for file in files) == sorted(f"{kind}.schema.json" for kind in KINDS)
    assert all(json.loads(file.read_text(encoding="utf-8")) for file in files)
