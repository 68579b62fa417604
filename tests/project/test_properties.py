"""Whatever a claim file holds, a person gets sentences with places in that file, never a traceback."""

import json
from pathlib import PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.claim import Claim
from claimbook.project.documents import parse_claim
from claimbook.project.explain import format_problem
from claimbook.project.source import Source
from claimbook.project.yaml_reader import parse_yaml
from tests.project.miniature import CLAIM, write_project

SIGNS = [
    ":",
    ": ",
    "- ",
    "? ",
    "[",
    "]",
    "{",
    "}",
    ",",
    "#",
    "&a ",
    "*a",
    "!!str ",
    "!",
    "|",
    ">-",
    "'",
    '"',
    "\\",
    "%",
    "@",
]
PIECES = [
    *SIGNS,
    "\n",
    "\r\n",
    "\t",
    "  ",
    "---\n",
    "...\n",
    "<<: ",
    "\\ud800",
    "\\U00110000",
    ".nan",
    "1e999",
    "~",
    "é",
    "背",
]
JARGON = (
    "input should",
    "pydantic",
    "tuple",
    "dict",
    "string",
    "[key]",
    "literal",
    "none required",
    "null",
    "yaml.org",
)

mutations = st.lists(
    st.tuples(st.integers(0, len(CLAIM)), st.integers(0, 12), st.sampled_from(PIECES)), min_size=1, max_size=4
)
words = st.sampled_from([*Claim.model_fields, "pain", "direct", "terms", "phrases", "wording"]) | st.text(max_size=6)
seen = st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff\ufffe\uffff"))


def trees(texts):
    numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    return st.recursive(
        st.none() | st.booleans() | numbers | texts,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=4),
        max_leaves=12,
    )


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    project = write_project(tmp_path_factory.mktemp("any"))
    assert not parse_claim(project, "demo", "knee").problems  # and the schemas are made, which takes its time once
    return project


def mutated(changes):
    text = CLAIM
    for start, length, piece in changes:
        text = text[:start] + piece + text[start + length :]
    return text


def check(project, content):
    """Read it as a claim file, and look at every mistake that is found."""
    content = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    project.claim_file("demo", "knee").write_bytes(content)
    parsed = parse_claim(project, "demo", "knee")
    assert parsed.problems or parsed.value is not None
    lines = Source(PurePath("x"), content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")).lines
    for problem in parsed.problems:
        assert problem.place.file == PurePath("claims/demo/knee.yaml")
        assert 1 <= problem.place.line <= len(lines)
        assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1
        assert format_problem(problem).replace("\n", "").isprintable()
        assert len(problem.message.splitlines()) == 1
    return parsed


@given(content=st.binary(max_size=200))
def test_any_bytes(project, content):
    check(project, content)


@given(content=st.text(max_size=200))
def test_any_text(project, content):
    check(project, content)


@given(content=st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=25).map("".join))
def test_any_signs_of_yaml(project, content):
    check(project, content)


@given(changes=mutations)
def test_any_slip_of_the_keyboard(project, changes):
    check(project, mutated(changes))


@given(data=st.dictionaries(words, trees(words), max_size=8))
def test_any_data_in_the_place_of_a_claim(project, data):
    parsed = check(project, json.dumps(data))
    # Sentences are for people: no word of the machinery below, outside what the person wrote.
    for problem in parsed.problems:
        own_words = " ".join(problem.message.split("'")[::2]).lower()
        assert not any(word in own_words for word in JARGON), problem.message


@given(data=st.dictionaries(seen.filter(str.strip), trees(seen.filter(str.strip)), max_size=8))
def test_json_is_read_as_json(data):
    # JSON is a part of YAML 1.2, so every JSON text must come back as it is.
    assert parse_yaml(Source(PurePath("x.yaml"), json.dumps(data, ensure_ascii=False))).data == data
