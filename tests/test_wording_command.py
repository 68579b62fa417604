"""`claimbook wording FILE`: what an editor sees of an article, and what she is told when it cannot be read."""

import json
import os
import subprocess
import sys

import pytest

COMMAND = [sys.executable, "-m", "claimbook", "wording"]
ARTICLE = """Five benefits of humming

Humming may ease a cough. It is proven to cut stress
by 40%, so hum every day. Don't shout.
People who hum are linked to better sleep.
The choir meets on Mondays.
"""


def run(*arguments, cwd, given=None):
    return subprocess.run([*COMMAND, *arguments], cwd=cwd, input=given, capture_output=True, check=False, timeout=120)


@pytest.fixture
def article(tmp_path):
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


def test_each_sentence_with_anything_to_tell_has_a_line_that_leads_to_it(article):
    ended = run("article.txt", cwd=article)
    assert (ended.returncode, ended.stderr) == (0, b"")
    *lines, counts = ended.stdout.decode().splitlines()
    assert lines[0] == 'article.txt:3:1 hedged  "may ease"'
    assert lines[1].startswith('article.txt:3:27 direct  "cut"  [advice: "hum"]  [certainty: "proven"]  [magnitude: "')
    assert lines[2].startswith('article.txt:4:27 none  [advice: "')
    assert counts.startswith("6 sentences: 1 direct, 1 hedged, 1 associational, ")


def test_the_same_for_programs_and_from_standard_input(article):
    ended = run("-", "--json", cwd=article, given=ARTICLE.encode())
    told = json.loads(ended.stdout)
    assert (ended.returncode, told["file"], told["counts"]["sentences"]) == (0, "-", 6)
    first = told["sentences"][1]
    assert (first["line"], first["column"], first["text"]) == (3, 1, "Humming may ease a cough.")
    assert (first["strength"]["value"], first["strength"]["words"], first["strength"]["sure"]) == (
        "hedged",
        ["may ease"],
        True,
    )
    assert not list(article.glob("**/*.json"))  # nothing is kept


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"", "there is no text in it"),
        (b" \n\n", "there is no text in it"),
        (b"Humming \xff eases", "is not UTF-8"),
        (b"Humming\x00eases", "an invisible character (U+0000)"),
        (b"Hum. " * 300_000, "the text is too large; at most 1 MB are read"),
    ],
)
def test_what_is_no_text_is_told_in_a_sentence_with_a_next_step(tmp_path, content, complaint):
    (tmp_path / "a.txt").write_bytes(content)
    for ended in (run("a.txt", cwd=tmp_path), run("-", cwd=tmp_path, given=content)):
        told = ended.stderr.decode()
        assert (ended.returncode, ended.stdout) == (2, b"")
        assert complaint in told
        assert len(told.splitlines()) >= 2 or "delete" in told
        assert "Traceback" not in told


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that can close standard input")
def test_a_closed_standard_input_holds_no_text(tmp_path):
    ended = subprocess.run(
        ["/bin/sh", "-c", '"$@" <&-', "sh", *COMMAND, "-"], cwd=tmp_path, capture_output=True, check=False, timeout=120
    )
    assert (ended.returncode, ended.stderr.decode().splitlines()[0]) == (2, "- there is no text in it  [no-text]")


@pytest.mark.parametrize(("name", "complaint"), [("none.txt", "this file is missing"), (".", "not a folder")])
def test_what_is_no_file_is_told_in_a_sentence(tmp_path, name, complaint):
    ended = run(name, cwd=tmp_path)
    assert ended.returncode == 2
    assert complaint in ended.stderr.decode()
    assert "check the name; '-' reads standard input" in ended.stderr.decode()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_pipe_is_read_to_its_end_and_no_further(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen([*COMMAND, "pipe"], cwd=tmp_path, stdout=subprocess.PIPE) as reader:
        pipe.write_text("Humming eases a cough.\n")
        assert b'pipe:1:1 direct  "eases"' in reader.communicate(timeout=60)[0]


def test_signs_that_a_terminal_acts_on_are_shown_as_signs(tmp_path):
    (tmp_path / "a.txt").write_text("Humming \u202eeases a \u200bcough.\n", "utf-8")
    assert "\u202e" not in run("a.txt", cwd=tmp_path).stdout.decode()
