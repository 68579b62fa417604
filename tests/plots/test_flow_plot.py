"""The flow figure: each number of the table stands in the drawing and in its words; without a search there is none."""

import re

import pytest

from claimbook.model.screening import Screening, Searched, screen
from claimbook.plots.figure import NotDrawn
from claimbook.plots.flow import draw_flow
from claimbook.synthesis.details.flow import Flow
from tests.plots.marks import words
from tests.report.demo import table
from tests.report.searches import LOCAL, asked, failure, lock, pmids

MANY = (("OUTCOME_DIFFERENT", 1_234), ("POPULATION_DIFFERENT", 17), ("RETRACTED", 1))
FLOW = Flow(
    identified=20_011,
    deleted=3,
    not_delivered=4,
    waiting=18_745,
    looked_at=1_259,
    same_study=2,
    by_hand=8,
    excluded=MANY,
    included=13,
    weighed=11,
)


def code_words(code):
    return f"the code {code} in a sentence that is much longer than any box of the figure is wide"


def figure(flow=FLOW, **changes):
    return draw_flow(flow, screen("humming", table(), Searched(lock(*pmids(3), **changes))), code_words)


@pytest.mark.parametrize("drawing", ["svg", "narrow"])
def test_every_row_of_the_table_stands_in_the_drawing(drawing):
    shown = figure()
    written = re.sub(r"\s+", " ", " ".join(words(getattr(shown, drawing))))
    for _, row in shown.table.iterrows():
        assert f"{row['Step']}: {row['Number']} " in written


def test_the_words_that_replace_the_figure_hold_every_number():
    shown = figure()
    assert all(f" {number} " in shown.alt for number in shown.table["Number"])


@pytest.mark.parametrize("drawing", ["svg", "narrow"])
def test_no_line_is_wider_than_its_box(drawing):
    # protects: text that runs out of the drawing; DejaVu Sans at 9 points is at most 0.078 inches a letter here
    longest = max(len(line) for line in words(getattr(figure(), drawing)))
    assert longest <= 45


def test_the_same_numbers_give_the_same_bytes():
    assert (figure().svg, figure().narrow) == (figure().svg, figure().narrow)


def test_full_text_is_said_to_be_never_retrieved():
    row = next(row for _, row in figure().table.iterrows() if "Full texts" in row["Step"])
    assert (row["Number"], "never retrieved" in row["Step"]) == ("0", True)


def test_a_rehearsal_is_never_called_a_pubmed_search():
    shown = figure(asked=asked(interface=LOCAL))
    assert shown.title.startswith("A rehearsal, not PubMed")
    assert "rehearsal" in shown.alt
    assert "Found in PubMed" not in " ".join(shown.table["Step"])


@pytest.mark.parametrize(
    ("screening", "said"),
    [
        (Screening("humming"), "No PubMed search has been run for this claim"),
        (Screening("humming", required=True), "no lock of it is here"),
        (Screening("humming", "failed", failure=failure()), "not the same as none"),
    ],
)
def test_without_a_search_it_says_why_it_is_not_drawn(screening, said):
    shown = draw_flow(FLOW, screening, code_words)
    assert isinstance(shown, NotDrawn)
    assert said in shown.reason
