import os
import stat
import threading
from pathlib import Path

import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.project.files import make_private, remove, write_text


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


def read_only(*_, **__):
    raise OSError(30, "Read-only file system")


def test_where_nothing_is_to_be_removed_a_read_only_folder_does_not_matter(tmp_path, monkeypatch):
    # protects: a command that has nothing to write and fails for it; such a folder refuses even to remove nothing
    file = tmp_path / "a.txt"
    file.write_text("")
    monkeypatch.setattr(os, "unlink", read_only)
    monkeypatch.setattr(Path, "unlink", read_only)
    remove(tmp_path / "none.txt")
    with pytest.raises(ProblemsFoundError, match=r"a\.txt cannot be removed: Read-only file system"):
        remove(file)
    assert file.exists()


def test_others_may_read_what_the_user_lets_them_read(tmp_path):
    # A temporary file is often private to its user; what replaces it must not be.
    plain = tmp_path / "plain.txt"
    plain.write_text("")
    write_text(tmp_path / "written.txt", "")
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


def test_a_link_stays_and_its_file_is_written(tmp_path):
    # protects: a folder that is published through a link, and a link to a place that is not there yet
    kept, link, new = tmp_path / "kept.csv", tmp_path / "link.csv", tmp_path / "new.csv"
    kept.write_text("old")
    link.symlink_to("kept.csv")
    new.symlink_to("later.csv")
    for path in (link, new):
        write_text(path, "text")
        assert path.is_symlink()
    assert [kept.read_text(), (tmp_path / "later.csv").read_text()] == ["text", "text"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.csv", "later.csv", "link.csv", "new.csv"]


def test_links_that_lead_nowhere_are_one_sentence(tmp_path):
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    with pytest.raises(ProblemsFoundError, match="a cannot be written: "):
        write_text(tmp_path / "a", "text")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("name", ["pipe", "link"])
def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path, name):
    # protects: devices and pipes, which a new file in their place would destroy
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    (tmp_path / "link").symlink_to("pipe")
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()), daemon=True)
    reader.start()
    write_text(tmp_path / name, "text")
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    reader.join(10)
    assert read == [b"text"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "pipe"]


def test_a_private_folder_hides_itself_from_git(tmp_path):
    # protects: abstracts, which are their publishers', in a repository that ignores nothing
    make_private(tmp_path / ".claimbook" / "search" / "demo")
    assert (tmp_path / ".claimbook" / ".gitignore").read_text().splitlines()[1:] == ["*"]
    (tmp_path / ".claimbook" / ".gitignore").write_text("mine\n")
    make_private(tmp_path / ".claimbook" / "proposed")
    assert (tmp_path / ".claimbook" / ".gitignore").read_text() == "mine\n"
    assert not (tmp_path / ".gitignore").exists()
