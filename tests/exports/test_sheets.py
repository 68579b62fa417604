"""Tables that a program can count with and a spreadsheet does not obey."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.exports import findings_table, studies_table
from claimbook.exports.findings_table import findings_csv
from claimbook.exports.sheet import sheet
from claimbook.exports.studies_table import studies_csv
from claimbook.project.layout import find_project
from claimbook.project.load import load_article
from claimbook.synthesis.details.findings import summary_of_findings
from tests.exports.demo import NASTY, loaded, weigh_article, weighed
from tests.synthesis.factory import SAFE, arms, claim, interval, outcome, review, study
from tests.synthesis.strategies import bodies

WIDE = "\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
COMMANDS = ("=", "+", "-", "@", "\t", "\r", *WIDE)


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def by_study(*studies):
    return {row["study"]: row for row in rows(studies_csv(weighed(*studies)))}


def cell(value):
    return rows(sheet(["only", "next"], [{"only": value, "next": "x"}]))[0]["only"]


def test_one_row_for_each_study_and_outcome():
    found = weighed()
    keys = [(row["outcome"], row["study"]) for row in rows(studies_csv(found))]
    assert keys == [(outcome.outcome.id, reading.study.id) for outcome, reading in found.readings()]
    assert len(keys) == len(set(keys)) > 5


def test_a_row_says_what_was_printed_and_what_was_weighed():
    both = arms("mean-post", (3.0, 1.5, 30), (4.0, 1.25, 31))
    row = by_study(study("aria", effect=both, p="0.040", n=61, bias=SAFE, instrument="VAS"))["aria"]
    printed = ("effect_type_printed", "intervention_arm_printed", "comparator_arm_printed", "p_printed")
    assert [row[name] for name in printed] == ["mean-post", "mean 3; sd 1.5; n 30", "mean 4; sd 1.25; n 31", "0.040"]
    assert (row["measure"], float(row["estimate"]), row["toward_claim"]) == ("md", -1.0, "below")
    assert float(row["estimate_low"]) < -1 < float(row["estimate_high"])
    assert (row["design"], row["participants_in_study"], row["standing"]) == ("rct", "61", "counted")
    assert row["standing_rule"]
    assert row["reading_reason"]
    assert row["checked_in_pubmed"] == "not checked"


def test_a_negative_number_stays_a_number():
    row = by_study(study("aria", effect=interval("SMD", -0.4, -0.7, -0.1)))["aria"]
    assert [row["effect_printed"], row["ci_low_printed"], row["ci_high_printed"]] == ["-0.4", "-0.7", "-0.1"]


def test_what_was_not_seen_is_empty_and_never_zero():
    row = by_study(study("bare", None, authors=None, year=None, journal=None, pmid=None))["bare"]
    names = ("authors", "year", "journal", "participants_in_study", "p_printed", "estimate", "ci_level_printed", "pmid")
    assert {row[name] for name in names} == {""}


def test_a_level_that_is_assumed_is_not_one_that_was_printed():
    # protects: what is assumed stands as assumed, in one row as in the whole
    silent = study("silent", n=90, effect=interval("SMD", -0.4, -0.7, -0.1))
    said = study("said", n=90, effect=interval("SMD", -0.4, -0.7, -0.1, ci_level=0.95))
    found = by_study(silent, said)
    assert (found["silent"]["ci_level_printed"], found["said"]["ci_level_printed"]) == ("", "0.95")
    assert found["silent"]["assumed"].startswith("level of the interval not recorded, taken as 95%")
    assert "taken as" not in found["said"]["assumed"]


def test_a_retracted_study_says_so():
    row = by_study(study("gone", notices=["retracted"]), study("aria"))["gone"]
    assert (row["notices"], row["standing"]) == ("retracted", "retracted")


def test_hostile_cells_are_text_on_one_line():
    text = studies_csv(weighed(*NASTY))
    read = rows(text)
    assert [row["study"] for row in read] == [each.id for each in NASTY]
    assert len(text.splitlines()) == len(read) + 1
    assert not [value for row in read for value in row.values() if _obeyed(value)]
    titles = {row["study"]: row["title"] for row in read}
    assert titles["formula"] == '\'=HYPERLINK("https://example.org","x")'
    assert titles["minus"] == "'-2+3"
    assert len(titles["long"]) == 2999


def _obeyed(value):
    return value.startswith(COMMANDS) and not _is_number(value)


def _is_number(value):
    try:
        float(value)
    except ValueError:
        return False
    return True


@given(st.text(max_size=40))
def test_no_text_begins_as_a_formula(text):
    assert not _obeyed(cell(text))


@pytest.mark.parametrize("text", ["-0.5", "+3", "-4,5", "-12%"])
def test_a_printed_number_keeps_its_sign(text):
    assert cell(text) == text


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, ""), (True, "yes"), (False, "no"), (0, "0"), (0.1 + 0.2, "0.3"), (float("nan"), ""), (float("inf"), "")],
)
def test_values_are_written_the_same_everywhere(value, written):
    assert cell(value) == written


def test_findings_stand_side_by_side():
    row = rows(findings_csv(weighed(review("round", effect=interval("SMD", -0.5, -0.8, -0.2), included_trials=9))))[0]
    assert (row["claim"], row["outcome"], row["main_outcome"]) == ("humming", "pain", "yes")
    assert (row["effect_measure"], row["effect"], row["effect_low"], row["effect_high"]) == (
        "SMD",
        "-0.5",
        "-0.8",
        "-0.2",
    )
    assert (row["direction"], row["studies_in_review"], row["participants_known"]) == ("favours", "9", "")
    assert row["certainty"] in {"very low", "low", "moderate"}
    assert "risk of bias, down 1: " in row["certainty_reasons"]
    assert (row["search"], row["search_hits"]) == ("not searched", "")
    assert row["sentence"].startswith("It is very uncertain")


def test_every_footnote_of_the_page_is_in_the_table():
    found = weighed()
    (row,) = rows(findings_csv(found))
    (finding,) = summary_of_findings(found.claims[0])
    assert [note.split(",")[0] for note in row["certainty_reasons"].split(" | ")] == [n.step for n in finding.footnotes]


def test_a_closed_gate_gives_no_number():
    row = rows(findings_csv(weighed(of=claim(outcome(strength="none")))))[0]
    assert (row["gate"], row["certainty"], row["direction"]) == ("CLAIM_NOT_CHECKABLE", "not graded", "not graded")
    assert {row[name] for name in ("effect", "studies", "participants_known", "risk_per_1000")} == {""}


def test_an_event_has_its_risks():
    event = outcome(kind="event", id="fall", name="falls")
    told = {"outcome": "fall", "control_risk": 0.2}
    ratio = interval("RR", 0.5, 0.4, 0.7)
    row = rows(findings_csv(weighed(study("aria", effect=ratio, finding=told, n=900, bias=SAFE), of=claim(event))))[0]
    risks = ("control_risk_per_1000", "risk_per_1000", "risk_per_1000_low", "risk_per_1000_high")
    assert [float(row[name]) for name in risks] == [200, 100, 80, 140]


def test_an_article_has_all_its_claims_in_one_table():
    found = weigh_article(loaded())
    assert rows(studies_csv(found)) == rows(studies_csv(weighed()))
    assert {row["claim"] for row in rows(findings_csv(found))} == {"humming"}


@given(bodies())
def test_any_body_of_evidence_fills_both_tables(studies):
    found = weighed(*studies) if studies else weighed(study("aria"))
    assert tuple(rows(studies_csv(found))[0]) == studies_table.COLUMNS
    assert tuple(rows(findings_csv(found))[0]) == findings_table.COLUMNS


def test_the_shipped_claims_have_a_row_for_every_coding():
    article = load_article(find_project(Path(__file__).parent), "walking-in-reverse")
    found = weigh_article(article)
    codings = [(each.claim, each.outcome) for one in article.weighed.studies for each in one.findings]
    assert sorted((row["claim"], row["outcome"]) for row in rows(studies_csv(found))) == sorted(codings)
    outcomes = [(claim.id, each.id) for claim in article.claims for each in claim.outcomes]
    assert sorted((row["claim"], row["outcome"]) for row in rows(findings_csv(found))) == sorted(outcomes)
