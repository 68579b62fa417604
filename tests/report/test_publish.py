"""A report takes its place as a whole, and takes away what an earlier one left there, and nothing else."""

import hashlib

import pytest
from filelock import FileLock

from claimbook.model.problems import ProblemsFoundError
from claimbook.report.page.publish import MADE, publish, staged


def put(out, names, *, everything=True):
    """Publish a file of each name, whose text is its name."""
    with staged(out) as pages:
        for name in names:
            path = pages / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(name)
        publish(pages, out, everything=everything)


def names(out):
    return {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()} - {MADE}


def test_the_list_says_what_was_made_in_the_form_of_sha256sum(tmp_path):
    put(tmp_path, ["demo/b.html", "a.html"])
    sha256 = {name: hashlib.sha256(name.encode()).hexdigest() for name in ("a.html", "demo/b.html")}
    assert (tmp_path / MADE).read_text() == "".join(f"{sha256[name]}  {name}\n" for name in sorted(sha256))


def test_what_a_report_no_longer_has_is_removed_with_its_empty_folders(tmp_path):
    # protects: promise 7, and readers from the page of a claim that was taken back
    put(tmp_path, ["index.html", "demo/old.html", "demo/exports/old/studies.csv"])
    put(tmp_path, ["index.html", "demo/new.html"])
    assert names(tmp_path) == {"index.html", "demo/new.html"}
    assert not (tmp_path / "demo/exports").exists()


def test_the_same_report_is_the_same_folder_whatever_came_before(tmp_path):
    put(tmp_path / "one", ["index.html", "demo/old.html"])
    for out in (tmp_path / "one", tmp_path / "two"):
        put(out, ["index.html", "demo/new.html"])
    one, two = (
        {path.relative_to(out): path.is_file() and path.read_bytes() for path in out.rglob("*")}
        for out in (tmp_path / "one", tmp_path / "two")
    )
    assert one == two


def test_a_report_on_some_claims_leaves_the_others_and_remembers_them(tmp_path):
    put(tmp_path, ["index.html", "demo/old.html"])
    put(tmp_path, ["demo/new.html"], everything=False)
    assert names(tmp_path) == {"index.html", "demo/old.html", "demo/new.html"}
    put(tmp_path, ["index.html"])
    assert names(tmp_path) == {"index.html"}


def test_what_a_person_put_or_changed_there_stays(tmp_path):
    put(tmp_path, ["index.html", "demo/old.html", "demo/edited.html"])
    (tmp_path / "demo/own.html").write_text("mine")
    (tmp_path / "demo/edited.html").write_text("mine now")
    put(tmp_path, ["index.html"])
    assert names(tmp_path) == {"index.html", "demo/own.html", "demo/edited.html"}


@pytest.mark.parametrize("name", ["../own.html", "demo/../../own.html", "{folder}/own.html", "link/own.html"])
def test_a_list_that_leads_out_of_the_folder_removes_nothing(tmp_path, name):
    # protects: from a list that came with somebody else's report
    own, out = tmp_path / "own.html", tmp_path / "out"
    own.write_text("mine")
    put(out, ["index.html"])
    (out / "link").symlink_to("..")
    listed = f"{hashlib.sha256(b'mine').hexdigest()}  {name.format(folder=tmp_path)}\n"
    (out / MADE).write_text(listed)
    put(out, ["index.html"])
    assert own.read_text() == "mine"


def test_a_list_that_cannot_be_read_removes_nothing(tmp_path):
    put(tmp_path, ["index.html", "old.html"])
    (tmp_path / MADE).write_bytes(b"\xff\xfe\n")
    put(tmp_path, ["index.html"])
    assert names(tmp_path) == {"index.html", "old.html"}


def test_a_build_that_is_stopped_changes_nothing(tmp_path):
    put(tmp_path, ["index.html"])
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}

    def stopped():
        with staged(tmp_path) as pages:
            pages.mkdir()
            (pages / "index.html").write_text("new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_what_a_killed_build_left_is_removed_and_that_of_a_running_one_is_not(tmp_path):
    killed, running = tmp_path / ".building-1", tmp_path / ".building-2"
    for folder in (killed, running):
        (folder / "pages").mkdir(parents=True)
        (folder / "busy.lock").touch()
    with FileLock(running / "busy.lock"):
        put(tmp_path, ["index.html"])
    assert (killed.exists(), running.exists()) == (False, True)


@pytest.mark.parametrize("where", ["out", "out/demo", "out/index.html/x"])
def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path, where):
    blocked = tmp_path / where
    blocked.parent.mkdir(parents=True, exist_ok=True)
    blocked.write_text("in the way")
    with pytest.raises(ProblemsFoundError, match="cannot be written: "):
        put(tmp_path / "out", ["demo/new.html", "index.html"])
    assert blocked.read_text() == "in the way"
    assert not list(tmp_path.glob("out/.building-*"))
