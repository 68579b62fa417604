"""Each file in ``broken`` has the one fault it is named for; beside it is what a person sees printed about it."""

import pytest

from claimbook.project.documents import parse_files
from tests.project.miniature import BROKEN, printed, write_project

KINDS = ("article", "claim", "studies")
FILES = [pytest.param(kind, file, id=file.stem) for kind in KINDS for file in sorted((BROKEN / kind).glob("*.yaml"))]


@pytest.mark.parametrize(("kind", "file"), FILES)
def test_a_broken_file_is_explained(tmp_path, kind, file):
    # The whole text: place, sentence, code, line, caret and hint, for every mistake of the file in its order.
    files = parse_files(write_project(tmp_path, **{kind: file.read_bytes()}), "demo")
    assert printed(files.problems) == file.with_suffix(".txt").read_text(encoding="utf-8")


def test_every_broken_file_has_its_expected_text():
    # A fault without an expected text would never be compared.
    faults = {file.with_suffix("") for file in BROKEN.glob("*/*.yaml")}
    assert faults == {file.with_suffix("") for file in BROKEN.glob("*/*.txt")}
    assert len(faults) > 50


def test_the_miniature_itself_is_sound(tmp_path):
    assert parse_files(write_project(tmp_path), "demo").problems == ()
