import os

import pytest

from claimbook.model.problems import ProblemsFoundError
from claimbook.project.source import Source as Text
from claimbook.project.source import Spot, read_source
from tests.project.miniature import printed

LIMIT = 2_000_000


def refusal(path, root):
    with pytest.raises(ProblemsFoundError) as caught:
        read_source(path, root, LIMIT)
    return printed(caught.value.problems)


@pytest.fixture
def file(tmp_path):
    return tmp_path / "knee.yaml"


def test_a_byte_order_mark_is_no_part_of_the_text(file, tmp_path):
    file.write_bytes(b"\xef\xbb\xbfid: knee\n")
    assert read_source(file, tmp_path, LIMIT).text == "id: knee\n"


def test_line_ends_of_every_system_are_counted_alike(file, tmp_path):
    file.write_bytes(b"one\r\ntwo\rthree\nfour")
    assert read_source(file, tmp_path, LIMIT).lines == ("one", "two", "three", "four")


def test_text_in_another_encoding_is_refused_where_it_differs(file, tmp_path):
    file.write_bytes("id: knee\nheading: Für Knie\n".encode("latin-1"))
    assert (
        refusal(file, tmp_path)
        == """\
knee.yaml:2:11 this byte is not UTF-8 text  [not-utf8]
    2 | heading: F�r Knie
      |           ^
   save the file as UTF-8 (most editors offer it under 'Save as' or 'Encoding')
"""
    )


def test_utf_16_is_refused(file, tmp_path):
    file.write_text("id: knee\n", encoding="utf-16")
    assert refusal(file, tmp_path).startswith("knee.yaml:1:1 this byte is not UTF-8 text")


def test_a_null_character_is_refused_and_shown(file, tmp_path):
    file.write_bytes(b"id: knee\nheading: Ea\x00ses\n")
    assert (
        refusal(file, tmp_path)
        == """\
knee.yaml:2:12 an invisible character (U+0000) stands here  [unseen-character]
    2 | heading: Ea␀ses
      |            ^
   delete it
"""
    )


def test_a_large_file_is_refused_by_its_size_alone(file, tmp_path):
    # Parsing ten megabytes of YAML would take a minute.
    with file.open("wb") as handle:
        handle.truncate(10_000_000)
    assert refusal(file, tmp_path) == "knee.yaml the file has 10 MB; at most 2 MB are read  [too-large]\n"


def test_a_missing_file(file, tmp_path):
    assert refusal(file, tmp_path).startswith("knee.yaml this file is missing  [missing-file]")


def test_a_folder_in_the_place_of_a_file(file, tmp_path):
    file.mkdir()
    assert refusal(file, tmp_path) == (
        "knee.yaml a text file is expected here, not a folder or a device  [not-a-file]\n"
    )


def test_a_pipe_is_refused_instead_of_waited_for(file, tmp_path):
    os.mkfifo(file)
    assert "not a folder or a device" in refusal(file, tmp_path)


def test_a_link_that_leads_nowhere(file, tmp_path):
    file.symlink_to("gone.yaml")
    assert refusal(file, tmp_path) == "knee.yaml this link leads nowhere  [broken-link]\n"


def test_links_in_a_circle(file, tmp_path):
    file.symlink_to("other.yaml")
    (tmp_path / "other.yaml").symlink_to("knee.yaml")
    assert refusal(file, tmp_path).startswith("knee.yaml this file cannot be read: ")


def test_a_link_out_of_the_project_is_not_followed(tmp_path):
    # Otherwise the excerpt of a mistake could show any file of the machine.
    (tmp_path / "secret").write_text("secret: words\n")
    project = tmp_path / "project"
    project.mkdir()
    (project / "knee.yaml").symlink_to("../secret")
    assert refusal(project / "knee.yaml", project) == (
        "knee.yaml this link leads out of the project  [outside-project]\n"
    )


def test_a_link_within_the_project_is_followed(file, tmp_path):
    (tmp_path / "shared.yaml").write_text("id: knee\n")
    file.symlink_to("shared.yaml")
    assert read_source(file, tmp_path, LIMIT).text == "id: knee\n"


def excerpt(line, column):
    return Text("x.yaml", line).excerpt(Spot(1, column))


def test_a_long_line_is_cut_around_the_column():
    line = "a" * 200 + "HERE" + "b" * 200
    expected = "    1 | …" + "a" * 60 + "HERE" + "b" * 56 + "…\n      | " + " " * 61 + "^"
    assert excerpt(line, 201) == expected


def test_the_caret_stands_below_wide_and_combining_characters():
    # 背 takes two columns of a terminal, the accent (U+0301) none.
    assert excerpt("背背e\u0301x", 5) == "    1 | 背背e\u0301x\n      |      ^"


def test_escape_sequences_never_reach_the_terminal():
    assert excerpt("\x1b[31mred\x07\u202e", 6) == "    1 | ␛[31mred␇�\n      |      ^"


@pytest.mark.parametrize(
    ("spot", "drawn_back"),
    [(Spot(1, 3), Spot(1, 3)), (Spot(1, 99), Spot(1, 5)), (Spot(9, 1), Spot(2, 3)), (Spot(4, 1), Spot(2, 3))],
)
def test_a_spot_behind_the_text_is_drawn_back_to_its_end(spot, drawn_back):
    assert Text("x.yaml", "abcd\nef\n\n").within(spot) == drawn_back
