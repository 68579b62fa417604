"""Which files the benchmark of accuracy scores, and which labels it takes: what it passes over is told."""

import gzip
import json

import pytest

from tests.appraise.test_accuracy_mistakes import LINE, TRIAL, WORDING, accuracy, split

OTHER = json.dumps(TRIAL | {"id": 2})
WORDED = json.loads(WORDING)
REVIEW = {"id": 1, "question": "Does humming change hiccups?", "fulltext_required": "no", "sources": []}
REVIEW |= {"answer": "no difference", "certainty": "very low"}
ASKED = {"pmid": "1", "question": "Does humming help?", "answer": "yes"}
ASKED |= {"context": [{"section": "RESULTS", "text": "Hiccups were fewer with humming (P = .01)."}]}
RECORD = {"pmid": "1", "title": "Humming", "abstract": "We hummed.", "publication_types": [], "mesh": []}
RECORD |= {"design_from_metadata": "rct"}
HEADED = {"pmcid": "1", "title": "Humming", "sections": [{"role": "METHODS", "text": "Forty adults hummed."}]}


def figures(run):
    """Every printed line by its name."""
    return dict(line.split("=", maxsplit=1) for line in run.stdout.splitlines() if "=" in line)


def scored(data, **files):
    """The figures of trials in these files."""
    for name, content in files.items():
        split(data, f"rct_polarity/{name}", content)
    run = accuracy(data, "--set", "rct_polarity")
    assert (run.returncode, run.stderr) == (0, "")
    return figures(run)


def files(*pairs):
    return dict(pairs)


def test_the_files_behind_a_figure_are_named(tmp_path):
    """A half to develop on beside a half that was kept aside became one figure that did not say so."""
    found = scored(tmp_path, **files(("dev.jsonl", LINE), ("held.jsonl", OTHER)))
    assert found["rct_polarity.files"] == "dev.jsonl, held.jsonl"
    assert found["rct_polarity.rows"] == "2"
    assert "rct_polarity.files_left_out" not in found


@pytest.mark.parametrize(
    ("copy", "content", "why"),
    [
        ("kept.jsonl.gz", gzip.compress(LINE.encode()), "kept.jsonl lies beside it"),
        ("kept.jsonl.gz", gzip.compress(OTHER.encode()), "kept.jsonl lies beside it"),
        ("kept.jsonl.GZ", b"broken", "kept.jsonl lies beside it"),
        ("kept.old.json", LINE, "a copy of kept.jsonl"),
        ("more/kept.jsonl.gz", gzip.compress(LINE.encode()), "a copy of kept.jsonl"),
    ],
)
def test_a_copy_is_read_once_and_told(tmp_path, copy, content, why):
    """After ``gzip -k``, or beside an older copy, every row was counted twice."""
    found = scored(tmp_path, **files(("kept.jsonl", LINE), (copy, content)))
    assert found["rct_polarity.rows"] == "1"
    assert found["rct_polarity.files"] == "kept.jsonl"
    assert found["rct_polarity.files_left_out"] == f"{copy} ({why})"


@pytest.mark.parametrize("other", ["kept.b.jsonl", "more/kept.jsonl", "kept.json.gz", "kept2.jsonl.gz"])
def test_files_of_other_rows_are_all_read(tmp_path, other):
    """A name that is nearly the same is no sign of a copy."""
    content = gzip.compress(OTHER.encode()) if other.endswith("gz") else OTHER
    assert scored(tmp_path, **files(("kept.jsonl", LINE), (other, content)))["rct_polarity.rows"] == "2"


@pytest.mark.parametrize("name", ["a.train.jsonl", "train.jsonl", "a-TRAIN_2.jsonl", "a_training.jsonl", "train2.json"])
def test_a_file_to_train_on_is_left_out_and_told(tmp_path, name):
    found = scored(tmp_path, **files(("half.jsonl", LINE), (name, OTHER)))
    assert found["rct_polarity.files"] == "half.jsonl"
    assert found["rct_polarity.files_left_out"] == f"{name} (for training)"


@pytest.mark.parametrize(
    "name", ["restrained.jsonl", "strain.jsonl", "constraints.jsonl", "trains.jsonl", "a.untrained.json"]
)
def test_a_word_that_holds_train_is_none_to_train_on(tmp_path, name):
    """Such a file was dropped without a line."""
    found = scored(tmp_path, **files(("half.jsonl", LINE), (name, OTHER)))
    assert found["rct_polarity.rows"] == "2"


def test_what_is_only_there_to_train_on_is_scored(tmp_path):
    found = scored(tmp_path, **files(("train.jsonl", LINE)))
    assert (found["rct_polarity.files"], found["rct_polarity.rows"]) == ("train.jsonl", "1")


def test_a_name_that_no_terminal_can_show_is_spelt_out(tmp_path):
    """It would have begun a line of figures."""
    found = scored(tmp_path, **files(("a\nrct_polarity.accuracy=1.jsonl", LINE)))
    assert found["rct_polarity.files"] == r"'a\nrct_polarity.accuracy=1.jsonl'"


@pytest.mark.parametrize(
    ("name", "row", "column", "same"),
    [
        ("causal_language", WORDED, "label", " Direct_Causal "),
        ("rct_polarity", TRIAL, "label", "POSITIVE\n"),
        ("pubmedqa", ASKED, "answer", "Yes"),
        ("med_evidence", REVIEW, "answer", "NO  Difference"),
        ("med_evidence", REVIEW, "certainty", " Very Low"),
        ("study_design", RECORD, "design_from_metadata", "RCT"),
    ],
)
def test_a_label_is_one_of_the_words_of_its_set(tmp_path, name, row, column, same):
    """Capitals made another label of it, so that a half that has them was scored near 0 in silence."""
    rows = [row, row | {column: same}, row | {column: "hummed"}]
    path = split(tmp_path, f"{name}/half.jsonl", "\n".join(map(json.dumps, rows)))
    split(tmp_path / "plain", f"{name}/half.jsonl", "\n".join(map(json.dumps, [row, row])))
    run, plain = accuracy(tmp_path, "--set", name), accuracy(tmp_path / "plain", "--set", name)
    found = figures(run)
    assert (run.returncode, plain.stderr) == (0, "")
    assert found.pop(f"{name}.unreadable") == "1"
    assert found == figures(plain)
    assert run.stderr.startswith(f"{path}:3: {column}: ")
    assert "hummed" not in run.stderr


def test_a_certainty_that_authors_did_not_give_is_no_mistake(tmp_path):
    rows = [REVIEW | {"certainty": given} for given in ("", None, "N/A", " ")]
    split(tmp_path, "med_evidence/half.jsonl", "\n".join(map(json.dumps, rows)))
    run = accuracy(tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert "med_evidence.rows=4\n" in run.stdout


def test_roles_of_sections_are_words_too(tmp_path):
    """A section of an unknown role was passed over, and a set of them had no rows."""
    named = [HEADED, HEADED | {"sections": [HEADED["sections"][0] | {"role": "Methods"}]}]
    unnamed = HEADED | {"sections": [HEADED["sections"][0] | {"role": "HUMMING"}]}
    split(tmp_path, "section_roles/half.jsonl", "\n".join(map(json.dumps, [*named, unnamed])))
    run = accuracy(tmp_path)
    assert "section_roles.unreadable=1\n" in run.stdout
    assert "section_roles.rows=2\n" in run.stdout


@pytest.mark.parametrize("nested", ["[" * 200_000, '{"a":' * 200_000, "[" * 200_000 + "]" * 200_000])
def test_a_row_that_is_nested_too_deeply_is_one_bad_row(tmp_path, nested):
    """It ended the whole run with a traceback."""
    split(tmp_path, "causal_language/half.jsonl", f"{WORDING}\n{nested}\n{WORDING}\n")
    split(tmp_path, "rct_polarity/half.jsonl", LINE)
    run = accuracy(tmp_path)
    assert run.returncode == 0
    assert "Traceback" not in run.stderr
    assert {
        "causal_language.unreadable": "1",
        "causal_language.rows": "2",
        "rct_polarity.rows": "1",
    }.items() <= figures(run).items()
