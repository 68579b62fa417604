import os
import stat

import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.project.files import write_text


def test_text_is_written_as_it_is_with_its_folders(tmp_path):
    file = tmp_path / "reports" / "demo" / "a.txt"
    write_text(file, "línea\nsecond\n")
    assert file.read_bytes() == b"l\xc3\xadnea\nsecond\n"
    assert list(file.parent.iterdir()) == [file]


def test_what_stood_there_is_replaced(tmp_path):
    file = tmp_path / "a.txt"
    write_text(file, "a long first text")
    write_text(file, "second")
    assert file.read_text() == "second"


def test_a_failure_before_the_last_step_leaves_the_old_text(tmp_path, monkeypatch):
    # As after a power cut while the new text goes to the disk.
    file = tmp_path / "a.txt"
    write_text(file, "old")

    def failing(_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(ProblemsFoundError, match="cannot be written: No space left on device"):
        write_text(file, "new")
    assert file.read_text() == "old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_in_the_way_is_one_sentence(tmp_path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(ProblemsFoundError, match=r"a\.txt cannot be written: "):
        write_text(tmp_path / "a.txt", "text")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_others_may_read_what_the_user_lets_them_read(tmp_path):
    # A temporary file is often private to its user; what replaces it must not be.
    plain = tmp_path / "plain.txt"
    plain.write_text("")
    write_text(tmp_path / "written.txt", "")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1
