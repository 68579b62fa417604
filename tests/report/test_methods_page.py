"""The methods page says every rule, threshold and cell, and nothing that is not in force."""

import re
from dataclasses import replace

import pytest

from claimbook.model.terms import Certainty, State, Stream
from claimbook.report.page.methods import methods_markdown
from claimbook.synthesis.grade.verdict import VERDICT_TABLE
from claimbook.synthesis.rulebook import RULES
from claimbook.synthesis.thresholds import DEFAULT, RULES_VERSION, table
from tests.reference_folder import ROOT

PAGE = methods_markdown()


def cells(row):
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]]


def rows_of(heading):
    """Rows of the first table below a heading."""
    below = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return [cells(line) for line in below.splitlines() if line.startswith("|")][2:]


def test_the_page_that_is_committed_is_the_one_in_force():
    assert (ROOT / "docs" / "methods.md").read_text(encoding="utf-8") == PAGE


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_every_rule_stands_in_its_section_once(rule):
    (found,) = [row for row in rows_of(rule.section) if row[0] == rule.id]
    assert found[2:] == [rule.flag, rule.source]
    assert found[1].replace("\\|", "|") == rule.text()


def test_no_rule_is_on_the_page_that_is_not_in_force():
    sections = {rule.section for rule in RULES.values()}
    assert {row[0] for section in sections for row in rows_of(section)} == set(RULES)


@pytest.mark.parametrize("row", table(DEFAULT), ids=lambda row: row.name)
def test_every_threshold_stands_with_its_value_and_unit(row):
    (found,) = [each for each in rows_of("Thresholds") if each[0] == row.name]
    assert found[1] == f"{row.value:g} {row.unit}".strip()
    assert found[3:] == [row.flag, row.source]


def test_a_moved_threshold_moves_on_the_page():
    moved = methods_markdown(replace(DEFAULT, target_participants=500))
    assert "| target_participants | 500 participants |" in moved
    assert "| target_participants | 400 participants |" in PAGE


@pytest.mark.parametrize("state", State)
@pytest.mark.parametrize("certainty", Certainty)
def test_every_cell_of_the_verdict_table_is_on_the_page(state, certainty):
    for stream in (Stream.RCT, Stream.NRSI, Stream.OTHER):
        (row,) = [r for r in rows_of("Verdict table") if r[:3] == [state.value, stream.value, certainty.words]]
        told = [VERDICT_TABLE[state, stream, certainty, strength] for strength in (1, 2, 3)]
        assert row[3:] == [f"{cell.verdict}, {cell.action}" for cell in told]


def test_counts_of_published_and_own_add_up():
    counts = {row[0]: (int(row[1]), int(row[2])) for row in rows_of("What is published and what is ours")}
    parts = [pair for name, pair in counts.items() if name.startswith("Rules ")]
    assert tuple(map(sum, zip(*parts, strict=True))) == counts["**All rules**"]
    assert sum(counts["**All rules**"]) == len(RULES)
    assert sum(counts["**All thresholds**"]) == len(table(DEFAULT))


def test_the_page_names_its_version_and_what_it_is_not():
    assert f"Rules version {RULES_VERSION}." in PAGE
    assert "It is not a GRADE rating and not a systematic" in PAGE


def test_no_placeholder_is_left_in_a_rule():
    assert not re.search(r"\{[a-z_]+(:\w+)?\}", PAGE)


def test_every_table_is_rectangular():
    # protects: a bar within a cell would shift every cell after it
    for block in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE):
        assert len({len(cells(line)) for line in block.splitlines()}) == 1, block[:80]
