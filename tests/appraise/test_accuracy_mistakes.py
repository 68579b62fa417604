"""The benchmark of accuracy tells mistakes in paths, names, files and rows, and scores what is right beside them."""

import gzip
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TRIAL = {
    "id": 1,
    "title": "Humming for hiccups: a randomised trial",
    "abstract": "We randomly assigned 80 adults to humming or usual care. The primary outcome was hiccups. "
    "Hiccups were significantly fewer with humming than with usual care (P = 0.01). Humming reduced hiccups.",
    "label": "positive",
}
LINE = json.dumps(TRIAL)
WORDING = json.dumps({"id": 1, "sentence": "Humming reduced hiccups.", "label": "direct_causal"})


def bench(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, f"benchmarks/{script}.py", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def accuracy(*arguments: object) -> subprocess.CompletedProcess[str]:
    return bench("accuracy", "--data", *arguments)


def split(data: Path, name: str, content: str | bytes) -> Path:
    """A file of a set."""
    path = data / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def without(column: str) -> str:
    return json.dumps({name: value for name, value in TRIAL.items() if name != column})


def is_one_sentence(told: str) -> bool:
    return told.count("\n") == 1 and told.rstrip().endswith(".")


def test_a_folder_that_is_not_there_is_told(tmp_path):
    """It printed nothing and ended well, as if everything had been scored."""
    run = accuracy(tmp_path / "nowhere")
    assert (run.returncode, run.stdout) == (2, "")
    assert is_one_sentence(run.stderr)
    assert "nowhere" in run.stderr


@pytest.mark.parametrize("name", ["rct_polartiy", "humming", "."])
def test_a_set_that_nobody_knows_is_told_with_those_that_are_known(tmp_path, name):
    split(tmp_path, "rct_polarity/half.jsonl", LINE)
    run = accuracy(tmp_path, "--set", name)
    assert (run.returncode, run.stdout) == (2, "")
    assert is_one_sentence(run.stderr)
    assert "rct_polarity" in run.stderr


def test_a_known_set_that_does_not_lie_there_is_told(tmp_path):
    split(tmp_path, "rct_polarity/half.jsonl", LINE)
    run = accuracy(tmp_path, "--set", "scifact")
    assert run.returncode == 2
    assert is_one_sentence(run.stderr)


def test_a_folder_without_a_set_names_the_sets(tmp_path):
    """Whoever gives the folder of one set learns what its folders are called."""
    split(tmp_path, "half.jsonl", LINE)
    run = accuracy(tmp_path)
    assert run.returncode == 2
    assert "rct_polarity" in run.stderr


@pytest.mark.parametrize("name", ["test.json", "TEST.JSONL", "half_b.jsonl", "Test.Json.GZ", "HALF.JSONL.GZ"])
def test_a_split_is_found_whatever_it_is_called(tmp_path, name):
    packed = gzip.compress(LINE.encode()) if name.lower().endswith("gz") else LINE
    split(tmp_path, f"rct_polarity/{name}", packed)
    run = accuracy(tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert "rct_polarity.rows=1\n" in run.stdout


@pytest.mark.parametrize("name", ["half.jsonl~", "half.jsonl.bak", ".half.jsonl", ".old/half.jsonl", "half.jsonl.swp"])
def test_backups_and_hidden_files_are_no_splits(tmp_path, name):
    """A backup of an editor was scored as a second split."""
    split(tmp_path, f"rct_polarity/{name}", LINE)
    split(tmp_path, "rct_polarity/half.jsonl", LINE)
    assert "rct_polarity.rows=1\n" in accuracy(tmp_path).stdout


def test_a_set_without_rows_is_told_and_the_others_are_scored(tmp_path):
    split(tmp_path, "causal_language/half.jsonl~", WORDING)
    split(tmp_path, "rct_polarity/half.jsonl", LINE)
    run = accuracy(tmp_path)
    assert run.returncode == 2
    assert "causal_language" in run.stderr
    assert "rct_polarity.rows=1\n" in run.stdout


def test_a_set_that_nothing_answers_is_printed_as_not_built(tmp_path):
    split(tmp_path, "humming_integrity/half.jsonl", LINE)
    run = accuracy(tmp_path)
    assert run.returncode == 0
    assert run.stdout == "humming_integrity.score=not built\n"


def test_a_set_without_its_corpus_says_what_is_missing(tmp_path):
    claim = json.dumps({"id": 1, "claim": "Humming reduces hiccups.", "cited_doc_ids": [1]})
    split(tmp_path, "scifact/claims.half.jsonl", claim)
    run = accuracy(tmp_path)
    assert run.returncode == 2
    assert is_one_sentence(run.stderr)
    assert "'corpus'" in run.stderr


@pytest.mark.parametrize(
    "bad",
    [
        *(without(column) for column in ("label", "abstract", "id", "title")),
        *(json.dumps(TRIAL | {"abstract": value}) for value in (None, 7, ["Hiccups"])),
        *(LINE[:-20], "[]", '"humming"', "humming", "\ufeff" + LINE),
    ],
)
def test_a_bad_row_is_told_and_counted_and_the_rest_is_scored(tmp_path, bad):
    """One such row ended the whole run with a traceback, and the sets behind it were never scored."""
    path = split(tmp_path, "rct_polarity/half.jsonl", f"{LINE}\n\n{bad}\n{LINE}\n")
    split(tmp_path, "section_roles/half.jsonl", json.dumps({"pmcid": "1", "title": "Humming", "sections": []}))
    run = accuracy(tmp_path)
    told = run.stderr.splitlines()
    if bad.startswith("\ufeff"):
        assert "rct_polarity.rows=3\n" in run.stdout
        return
    assert run.returncode == 0
    assert "rct_polarity.unreadable=1\n" in run.stdout
    assert "rct_polarity.rows=2\n" in run.stdout
    assert "section_roles.rows=0\n" in run.stdout
    assert len(told) == 1
    assert told[0].startswith(f"{path}:3: ")
    assert "randomly assigned" not in run.stderr


def test_bytes_that_are_no_text_are_one_bad_row(tmp_path):
    split(tmp_path, "rct_polarity/half.jsonl", LINE.encode() + b'\n{"id": "\xff"}\n' + LINE.encode())
    run = accuracy(tmp_path)
    assert run.returncode == 0
    assert "rct_polarity.rows=2\n" in run.stdout


def test_a_mark_at_the_beginning_of_a_file_is_no_mistake(tmp_path):
    split(tmp_path, "rct_polarity/half.jsonl", "\ufeff" + LINE)
    run = accuracy(tmp_path)
    assert (run.returncode, run.stderr) == (0, "")
    assert "rct_polarity.rows=1\n" in run.stdout


@pytest.mark.parametrize("packed", [b"not packed at all", gzip.compress(f"{LINE}\n".encode() * 500)[:-30]])
def test_a_file_that_breaks_off_is_told_and_the_other_sets_are_scored(tmp_path, packed):
    split(tmp_path, "causal_language/half.jsonl.gz", packed)
    split(tmp_path, "rct_polarity/half.jsonl", LINE)
    run = accuracy(tmp_path)
    assert run.returncode == 2
    assert "half.jsonl.gz" in run.stderr
    assert "Traceback" not in run.stderr
    assert "rct_polarity.rows=1\n" in run.stdout


def test_a_set_of_nothing_but_bad_rows_is_a_mistake(tmp_path):
    split(tmp_path, "rct_polarity/half.jsonl", f"{without('label')}\n" * 30)
    run = accuracy(tmp_path)
    assert run.returncode == 2
    assert "rct_polarity.unreadable=30\n" in run.stdout
    assert "No row of rct_polarity could be scored." in run.stderr
    assert len(run.stderr.splitlines()) < 15


def test_every_name_is_printed_once(tmp_path):
    """``evidence_inference.rows`` was printed eleven times with different values; whoever reads names got the last."""
    row = {"prompt_id": 1, "pmcid": "1", "title": TRIAL["title"], "abstract": TRIAL["abstract"], "label": -1}
    asked = {"intervention": "humming", "comparator": "usual care", "outcome": "hiccups", "evidence_in_abstract": True}
    split(tmp_path, "evidence_inference/half.jsonl", json.dumps(row | asked))
    printed = [line.partition("=")[0] for line in accuracy(tmp_path).stdout.splitlines()]
    assert "evidence_inference.comparison_found_rows" in printed
    assert len(printed) == len(set(printed))


def test_speed_without_abstracts_is_a_mistake_and_no_figure(tmp_path):
    """Nothing was read in no time, which was printed as 400 million abstracts a second."""
    empty = json.dumps({"pmid": "1", "title": "Humming", "abstract": ""})
    split(tmp_path, "screening/records.jsonl", empty)
    for data in (tmp_path, tmp_path / "nowhere"):
        run = bench("appraise", "--largest", 1000, "--data", data)
        assert (run.returncode, run.stdout) == (2, "")
        assert is_one_sentence(run.stderr)
    shutil.rmtree(tmp_path / "screening")
    assert bench("appraise", "--largest", 10).returncode == 2
