"""A cleaned notebook holds its contents and nothing of the machine, the time or the person that ran it."""

import copy
import sys
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from claimbook.report.run.clean import INJECTED_TAG, cleaned, scrubber

ROOT = Path("/srv/projects/reverse")
PLACES = (f"{ROOT}/claims/a.yaml", f"{Path.home()}/.cache/x", f"{sys.prefix}/lib/y.py")
KERNEL = {"name": "python3", "display_name": "Python 3"}
plain = st.text(st.characters(exclude_characters="/\\", exclude_categories=["Cs"]), max_size=30)


def notebook(*cells, **metadata):
    return new_notebook(cells=list(cells), metadata=metadata)


def printed(text):
    cell = new_code_cell("print()", execution_count=3, metadata={"papermill": {"duration": 0.2}, "tags": ["a"]})
    cell.outputs = [
        new_output("stream", text=text),
        new_output("display_data", {"text/html": text, "image/png": text}, metadata={}),
    ]
    return cell


# However places are mixed with other text, none of this machine's is left.
@given(st.lists(st.one_of(plain, st.sampled_from(PLACES)), max_size=6).map(" ".join))
def test_no_place_of_this_machine_is_left(text):
    scrubbed = scrubber(ROOT)(text)
    assert str(ROOT) not in scrubbed
    assert str(Path.home()) + "/" not in scrubbed


# Cleaning what is clean changes nothing: a second run gives the same bytes.
@given(st.lists(st.one_of(plain, st.sampled_from(PLACES)), max_size=6).map(" ".join))
def test_cleaning_twice_is_cleaning_once(text):
    once = cleaned(notebook(printed(text)), ROOT)
    assert cleaned(once, ROOT) == once


@given(plain)
def test_what_was_given_is_not_changed(text):
    given_ = notebook(printed(f"{ROOT}/x {text}"), kernelspec=KERNEL)
    before = copy.deepcopy(given_)
    cleaned(given_, ROOT)
    assert given_ == before


# Two runs of one notebook differ in times, kernels and counters; nothing of that is kept.
@settings(max_examples=20)
@given(st.floats(0, 100), st.text("0123456789abcdef", min_size=6, max_size=12))
def test_two_runs_give_the_same_notebook(seconds, address):
    def run(duration, at):
        cell = printed(f"<Page at 0x{at}>")
        cell.metadata["papermill"] = {"duration": duration, "start_time": str(duration)}
        cell["id"] = "cell"
        cell.outputs.pop()  # the picture is kept to the byte
        return notebook(cell, papermill={"parameters": {"claim": "humming"}, "duration": duration})

    assert cleaned(run(seconds, address), ROOT) == cleaned(run(0.0, "ffffffff"), ROOT)


def test_contents_cells_and_tags_are_kept():
    text, code = new_markdown_cell("# Title"), printed("all is well\n")
    kept = cleaned(notebook(text, code), ROOT).cells
    assert [cell.source for cell in kept] == ["# Title", "print()"]
    assert kept[1].metadata == {"tags": ["a"]}
    assert kept[1].outputs[0].text == "all is well\n"


def test_pictures_are_left_as_they_are():
    # protects: base64 that happens to hold a path's letters
    cell = printed(str(ROOT))
    outputs = cleaned(notebook(cell), ROOT).cells[0].outputs
    assert outputs[1].data["image/png"] == str(ROOT)
    assert outputs[1].data["text/html"] == "."


def test_only_what_names_language_and_parameters_is_kept_of_the_metadata():
    kept = cleaned(
        notebook(
            kernelspec=KERNEL,
            language_info={"name": "python", "version": "3.99.1", "file_extension": ".py"},
            papermill={"parameters": {"claim": "humming"}, "environment_variables": {"HOME": "/x"}},
            person="somebody",
        ),
        ROOT,
    ).metadata
    assert kept == {
        "kernelspec": KERNEL,
        "language_info": {"name": "python", "file_extension": ".py"},
        "claimbook": {"parameters": {"claim": "humming"}},
    }


def test_the_cell_of_injected_parameters_has_the_same_id_every_time():
    cells = [new_code_cell("claim = 'x'", metadata={"tags": [INJECTED_TAG]}) for _ in range(2)]
    assert cells[0]["id"] != cells[1]["id"]
    assert {cleaned(notebook(cell), ROOT).cells[0]["id"] for cell in cells} == {INJECTED_TAG}
