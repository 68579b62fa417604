"""Every record that people write is closed, strict and frozen, and its JSON Schema says the same as the model."""

import copy
import functools
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from claimbook.model.base import Strict
from claimbook.model.claim import Claim
from claimbook.model.study import Study, StudyTable
from claimbook.project.layout import find_project
from claimbook.project.schemas import schema_for
from claimbook.project.yaml_reader import read_yaml
from tests.model.forms import COLLECTION, LEAST, read, refusals

VALUES = {"string": "1", "integer": 1, "number": 1.5, "boolean": True, "array": [], "object": {}, "null": None}
every_record = pytest.mark.parametrize("model", LEAST, ids=lambda model: model.__name__)


def records(base=Strict):
    for model in base.__subclasses__():
        yield from (model, *records(model))


def test_every_record_of_the_model_is_tested_here():
    found = {model for model in records() if model.__module__.startswith("claimbook.model.")}
    assert found == set(LEAST)


@every_record
def test_the_least_record_is_accepted(model):
    assert refusals(model, LEAST[model]) == []


@every_record
def test_what_is_required_cannot_be_left_out(model):
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    for name in required:
        shorter = {key: value for key, value in LEAST[model].items() if key != name}
        assert refusals(model, shorter) == [(name, "Field required")]
    assert required <= set(LEAST[model])


# A key that nobody knows is a slip of the pen: 'porpose' must not be passed over in silence.
@every_record
def test_an_unknown_key_is_refused(model):
    assert refusals(model, LEAST[model], porpose="treat") == [("porpose", "Extra inputs are not permitted")]


@every_record
def test_a_record_cannot_be_changed_once_read(model):
    record = read(model, LEAST[model])
    for name in model.model_fields:
        with pytest.raises(ValidationError, match="Instance is frozen"):
            setattr(record, name, getattr(record, name))


@every_record
def test_a_record_that_is_written_reads_back_the_same(model):
    record = read(model, LEAST[model])
    assert model.model_validate_json(record.model_dump_json()) == record
    assert read(model, json.loads(record.model_dump_json(exclude_defaults=True))) == record


def fields():
    return [(model, field.alias or name) for model in LEAST for name, field in model.model_fields.items()]


@functools.cache
def schema_of(model):
    return model.model_json_schema()


@functools.cache
def checker(model):
    return jsonschema.Draft202012Validator(schema_of(model))


def types_of(schema, part):
    """JSON types that may stand in one part of a schema."""
    if "$ref" in part:
        return types_of(schema, schema["$defs"][part["$ref"].rpartition("/")[2]])
    if "anyOf" in part:
        return {kind for branch in part["anyOf"] for kind in types_of(schema, branch)}
    kinds = {part["type"]} if "type" in part else set()
    return kinds | ({"integer"} if "number" in kinds else set())


# '1' is not 1, 1 is not true, 1.5 is not 1, and a single text is not a list of one.
@pytest.mark.parametrize(("model", "name"), fields(), ids=lambda part: getattr(part, "__name__", part))
def test_no_value_is_turned_into_another_kind_of_value(model, name):
    schema = schema_of(model)
    allowed = types_of(schema, schema["properties"][name])
    assert allowed, "a field of any type at all would accept anything"
    for kind, value in VALUES.items():
        if kind not in allowed:
            assert refusals(model, LEAST[model], **{name: value}), f"{kind} {value!r} was taken for {sorted(allowed)}"


# A schema and a model that differ let an editor mark what is right, or pass what the tool then refuses.
@pytest.mark.parametrize(("model", "name"), fields(), ids=lambda part: getattr(part, "__name__", part))
def test_a_schema_refuses_the_same_kinds_of_value(model, name):
    for value in VALUES.values():
        agree(checker(model), model, LEAST[model] | {name: value})


@functools.cache
def shipped():
    """Claims and studies of this repository as plain data."""
    project = find_project(Path(__file__).parent)
    (article,) = project.article_ids()

    def data(file):
        return read_yaml(file, project.root, 20_000_000).data

    claims = [data(project.claim_file(article, name)) for name in project.claim_ids(article)]
    return {"claim": claims, "studies": data(project.studies_file(article))["studies"]}


@functools.cache
def validator(kind):
    return jsonschema.Draft202012Validator(schema_for(kind))


def places(value, path=()):
    """The path of every value within a record."""
    yield path
    if isinstance(value, dict | list):
        for key, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(below, (*path, key))


SLIPS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 3_000),
    st.floats(-2, 2, allow_nan=False).filter(lambda number: number != int(number)),
    st.sampled_from(
        ["", "low", "direct", "higher", "yes", "RCT", "99000001", "10.1/x", "https://example.org", "a" * 90]
    ),
    st.text(max_size=8),
    st.just([]),
    st.just({}),
)


@st.composite
def spoiled(draw, record):
    """A record with one slip: a value replaced, removed, repeated or added."""
    changed = copy.deepcopy(draw(st.sampled_from(record)))
    *way, last = draw(st.sampled_from([path for path in places(changed) if path]))
    holder = functools.reduce(lambda value, key: value[key], way, changed)
    how = draw(st.sampled_from(["replace", "remove", "repeat", "add"]))
    if how == "replace":
        holder[last] = draw(SLIPS)
    elif how == "remove":
        del holder[last]
    elif how == "repeat" and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[last]))
    elif isinstance(holder, dict):
        holder[draw(st.text(max_size=6))] = draw(SLIPS)
    return changed


CROSS_FIELD = {"value_error"}
"""Rules of our own, which a JSON Schema does not say; each has its sentence, tested beside this file."""


def kinds_of_refusal(model, data):
    """What the model has against a record, in pydantic's words for kinds of mistakes; empty where it accepts it."""
    try:
        model.model_validate_json(json.dumps(data))
    except ValidationError as error:
        return {each["type"] for each in error.errors()}
    return set()


def agree(by_schema, model, data):
    accepted, refused = by_schema.is_valid(data), kinds_of_refusal(model, data)
    blank = {"string_too_short"}  # a text of blanks only is no text, which no schema says
    assert accepted == (not refused) or (accepted and refused in (blank, CROSS_FIELD)), (refused, data)


@settings(max_examples=150)
@given(st.data())
def test_the_schema_of_a_claim_accepts_what_the_model_accepts(data):
    agree(validator("claim"), Claim, data.draw(spoiled(shipped()["claim"])))


@settings(max_examples=100)
@given(st.data())
def test_the_schema_of_a_study_accepts_what_the_model_accepts(data):
    study = data.draw(spoiled(shipped()["studies"]))
    agree(validator("studies"), StudyTable, {"article": "demo", "collection": COLLECTION, "studies": [study]})


@pytest.mark.parametrize("claim", shipped()["claim"], ids=lambda claim: claim["id"])
def test_the_shipped_claims_are_accepted_by_both(claim):
    agree(validator("claim"), Claim, claim)
    assert validator("claim").is_valid(claim)


# A claim with a judgement, dose, form and magnitude uses every part of the form; the shipped claims do not.
def test_a_full_claim_is_accepted_by_both():
    full = copy.deepcopy(LEAST[Claim])
    full["outcomes"][0] |= {
        "asserts": "effect",
        "purpose": "prevent",
        "comparator": "silence",
        "scope": {
            "dose": "ten minutes",
            "form": "aloud",
            "lasting_months": 12,
            "better_than": "silence",
            "relative_number": True,
            "names_harms": True,
            "magnitude": {"size": "large", "ratio": 0.5, "slight": False},
        },
        "important_difference": 1.5,
        "judgements": [
            {
                "domain": "risk of bias",
                "stream": "NRSI",
                "levels": 2,
                "by": "Ada Example",
                "date": "2026-02-03",
                "why": "Read in full.",
                "full_text": True,
            }
        ],
        "note": "invented",
    }
    full["concepts"] = {"humming": {"terms": ["hum*"], "mesh": ["Singing"]}}
    assert validator("claim").is_valid(full)
    assert not kinds_of_refusal(Claim, full)


def test_a_study_of_the_shipped_table_reads_back_the_same():
    for record in shipped()["studies"]:
        study = Study.model_validate_json(json.dumps(record))
        assert Study.model_validate_json(study.model_dump_json()) == study
