"""The files beside a page: all of them, the same bytes everywhere, and none that is out of date."""

import subprocess
import sys
from pathlib import Path

import pytest

from claimbook.exports.formats import FORMATS, NAMES, exports_folder, format_named, remove_exports, write_exports
from claimbook.model.problems import ProblemsFoundError
from tests.exports.demo import NASTY, SIGNED, weighed

ALWAYS = {"studies.csv", "findings.csv", "references.ris", "references.bib", "references.csl.json", "claimbook.json"}
HASHES = """
import hashlib
from claimbook.exports.formats import FORMATS
from tests.exports.demo import NASTY, weighed
for each in FORMATS[:-1]:
    print(each.name, hashlib.sha256(each.write(weighed(*NASTY)).encode()).hexdigest())
"""


def confirmed():
    return weighed(signed=SIGNED | {"verdict": weighed().claims[0].primary.advice.verdict.value})


def names(folder):
    return {file.name for file in folder.iterdir()}


def test_a_page_has_its_files_in_a_folder_of_its_own(tmp_path):
    folder = exports_folder(tmp_path / "demo" / "humming.html")
    assert folder == tmp_path / "demo" / "exports" / "humming"
    assert {each.file for each in write_exports(folder, weighed())} == names(folder) == ALWAYS


def test_a_confirmed_verdict_adds_the_claim_review(tmp_path):
    write_exports(tmp_path, confirmed())
    assert names(tmp_path) == ALWAYS | {"claimreview.jsonld"}


def test_a_claim_review_goes_when_its_confirmation_does(tmp_path):
    # protects: last month's ClaimReview beside today's page
    write_exports(tmp_path, confirmed())
    remove_exports(tmp_path, [each.file for each in write_exports(tmp_path, weighed())])
    assert names(tmp_path) == ALWAYS


def test_a_file_that_cannot_be_removed_is_one_sentence(tmp_path):
    (tmp_path / "studies.csv").mkdir()
    with pytest.raises(ProblemsFoundError, match=r"studies\.csv cannot be removed: "):
        remove_exports(tmp_path)


def test_a_page_that_failed_has_no_files_and_others_are_left_alone(tmp_path):
    for folder in (tmp_path / "humming", tmp_path / "sleeping"):
        write_exports(folder, weighed())
    (tmp_path / "sleeping" / "mine.txt").write_text("kept")
    for folder in (tmp_path / "humming", tmp_path / "sleeping", tmp_path / "never"):
        remove_exports(folder)
    assert names(tmp_path) == {"sleeping"}
    assert names(tmp_path / "sleeping") == {"mine.txt"}


def test_another_process_writes_the_same_bytes():
    def printed(seed):
        command = [sys.executable, "-c", HASHES]
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(Path(__file__).parents[2]), "TZ": "Asia/Tokyo"}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    assert printed("1") == printed("2")
    assert len(printed("3").splitlines()) == len(ALWAYS)


@pytest.mark.parametrize("each", FORMATS[:-1], ids=lambda each: each.name)
def test_no_file_holds_what_would_break_it(each):
    text = each.write(weighed(*NASTY))
    assert text.endswith("\n")
    assert "\x00" not in text
    assert text.encode().decode() == text


def test_every_format_has_a_name_and_words():
    assert len(set(NAMES)) == len(NAMES)
    assert all(format_named(each.name) is each and each.words for each in FORMATS)


def test_an_unknown_format_is_told_with_those_there_are():
    with pytest.raises(ProblemsFoundError) as refused:
        format_named("bibtx")
    (found,) = refused.value.problems
    assert (found.code, found.message) == ("unknown-format", "there is no format 'bibtx'. Did you mean 'bibtex'?")
    assert found.hint == f"formats here: {', '.join(NAMES)}"
