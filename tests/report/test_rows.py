"""Where studies stand: in which group, in which order, with which reasons, whatever became of them."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimbook.model.assessment import Standing
from claimbook.model.claim import Claim
from claimbook.plots.labels import study_labels
from claimbook.plots.rows import direct_rows
from claimbook.report.case.claim import ClaimCase
from claimbook.report.case.parts import harms_of
from claimbook.report.words.study_rows import groups, not_direct, studied_instead, study_frame
from claimbook.report.words.verdicts import GROUPS
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.thresholds import DEFAULT
from tests.report.demo import article, case, table
from tests.report.pages import is_well_formed
from tests.synthesis.factory import claim, interval, match, outcome, review, study, weigh

MINUS = "\N{MINUS SIGN}"


def grouped(*studies):
    assessed, labels = weigh(*studies), {each.id: each.id for each in studies}
    return {group.heading: [row.id for row in group.rows] for group in groups(assessed, labels)}


def test_every_standing_has_one_group():
    named = [standing for _, standings in GROUPS for standing in standings]
    assert sorted([*named, Standing.COUNTED, Standing.NOT_DIRECT]) == sorted(Standing)


def test_newest_first_and_unknown_years_last():
    old, new = study("old", n=9, year=1999, p="<0.05"), study("new", n=9, year=2024, p="<0.05")
    unknown = study("unknown", n=9, p="<0.05").model_copy(update={"year": None})
    assert grouped(old, unknown, new) == {"Counted: these give the verdict": ["new", "old", "unknown"]}


def test_a_review_its_trials_and_what_came_after():
    found = grouped(
        review("opera", year=2020, last_search="2019-06", included_trials=9, effect=interval("SMD", -0.6, -0.9, -0.3)),
        study("before", year=2015, p="<0.05"),
        study("after", year=2023, p="<0.05"),
    )
    assert found == {
        "Counted: these give the verdict": ["opera"],
        "Direct, but set aside": ["after", "before"],
    }


def test_what_is_never_evidence_shows_no_result():
    withdrawn = study("withdrawn", p="<0.001", notices=["retracted"])
    shown = str(
        case(withdrawn, study("plan", None, design="protocol"), study("mice", p="0.01", design="animal")).studies()
    )
    assert "Never used as evidence (3)" in shown
    assert "0.001" not in shown
    assert "Retracted; never used as evidence" in shown


def test_what_a_study_reports_comes_before_what_is_read_into_it():
    # protects: a study that saw no difference says so in its row, and the side of its estimate is ours
    found = study("a", "no difference", n=40, effect=interval("MD", -0.3, -1.9, 1.3))
    (group,) = groups(weigh(found), {"a": "a"})
    (row,) = group.rows
    assert row.reported == "reported as no difference"
    assert row.read_as.startswith(f"Read as: toward the claim; mean difference {MINUS}0.3, 95% interval")
    shown = str(case(found).studies())
    assert shown.index("Reported as no difference") < shown.index("Read as: toward the claim")


def test_a_result_that_nobody_entered_is_read_as_none():
    unseen = study("a", n=40, finding={"result": None})
    (group,) = groups(weigh(unseen), {"a": "a"})
    (row,) = group.rows
    assert (row.reported, row.result) == ("no result was entered for this outcome", ())
    assert row.read_as == "Read as: result not entered."


def test_a_result_that_was_not_entered_is_not_one_that_was_not_seen():
    # protects: promise 2 at the study itself
    shown = str(case(study("bare", None), study("aria", p="<0.05")).studies())
    assert "No result was entered for this outcome" in shown
    assert "result for this outcome was not seen" not in shown


def test_notices_are_named_beside_the_reference():
    assert "retracted" in str(case(study("withdrawn", notices=["retracted"])).references())


def test_reasons_call_studies_by_their_names():
    pooled = review("opera-2023", authors="Opera O", year=2023, included_trials=9, effect=interval("SMD", -1, -2, -0.5))
    shown = str(case(pooled, study("aria-2020", authors="Aria A", p="<0.05")).studies())
    assert "The review Opera 2023 speaks for its trials" in shown
    assert "opera-2023" not in shown


def test_mismatches_are_counted_once_per_study():
    others = [study("a", matched=match(answers="different", same_purpose=False)), study("b", matched=match(none="I"))]
    assessed = weigh(*others)
    assert studied_instead(assessed) == (
        "the same for another purpose: 1 of 2",
        "other outcomes: 1 of 2",
        "something other than this intervention: 1 of 2",
    )
    assert [row.id for row in not_direct(assessed, {"a": "a", "b": "b"})] == ["a", "b"]


def test_figures_go_by_stream_and_then_by_year():
    studies = [
        study("series", "favours", design="case-series", year=2000),
        study("newer", p="<0.05", year=2022),
        study("older", p="<0.05", year=2010),
        study("compared", p="<0.05", design="cohort", year=2005),
    ]
    names = {each.id: each.id for each in studies}
    assert [row.label for row in direct_rows(weigh(*studies), names)] == ["older", "newer", "compared", "series"]


def test_the_frame_has_a_row_for_every_study_and_no_invented_number():
    frame = study_frame(weigh(study("a", n=5), study("b")), {"a": "a", "b": "b"})
    assert list(frame["study"]) == ["a", "b"]
    assert frame["participants"].isna().tolist() == [False, True]


def test_a_report_of_harms_without_their_names_is_shown_as_one():
    said = study("a", bias={"harms_reported": "yes"})
    silent = study("b", bias={"harms_reported": "not stated"})
    shown = str(harms_of([said, silent], study_labels([said, silent]))).splitlines()
    assert any("Reported: invented" in line for line in shown)
    assert shown[-1].startswith("The other study says nothing")


def several_outcomes():
    """A claim whose main outcome is the second one in its file."""
    fields = json.loads(claim().model_dump_json(exclude_none=True))
    sleep = json.loads(outcome(id="sleep", name="bad sleep").model_dump_json(exclude_none=True))
    return Claim.model_validate_json(
        json.dumps(fields | {"primary": "sleep", "outcomes": [*fields["outcomes"], sleep]})
    )


def test_the_main_outcome_comes_first_in_every_part():
    found = table(study("a", p="<0.05"), study("b", p="<0.05", finding={"outcome": "sleep"}))
    several = ClaimCase.of(article(), found, assess_claim(several_outcomes(), found))
    for part in ("verdict", "studies", "directions", "certainty", "reasoning"):
        shown = str(getattr(several, part)()).casefold()
        assert shown.index("bad sleep") < shown.index("knee pain"), part
    assert "main outcome" in str(several.verdict())
    assert list(several.table()["study"]) != list(several.table("pain")["study"])


# What a student does: move one number and look again.
def test_another_threshold_moves_what_is_shown():
    from dataclasses import replace  # noqa: PLC0415

    found = table(study("a", n=120, p="0.001", bias={"randomised": "yes"}))
    easy = replace(DEFAULT, target_participants=100, size_fraction=0.1)
    strict, lenient = (
        ClaimCase.of(article(), found, assess_claim(claim(), found, thresholds)) for thresholds in (DEFAULT, easy)
    )
    assert "imprecision \N{MINUS SIGN}1" in str(strict.verdict())
    assert "imprecision" not in str(lenient.verdict())


free_text = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60).filter(
    str.strip
)


# Whatever somebody writes into a free field, every part stays sound HTML and the words can be read back.
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(title=free_text, people=free_text, harms=free_text)
@pytest.mark.parametrize("part", ["studies", "references", "harms"])
def test_any_free_text_is_text(part, title, people, harms):
    words = {"title": title, "population": people, "harms": harms}
    shown = getattr(case(study("a", authors="Aria A", p="<0.05", **words)), part)()
    assert is_well_formed(shown.html)
    wanted = {"studies": people, "references": title, "harms": harms}[part]
    assert " ".join(wanted.split()).casefold()[1:] in " ".join(str(shown).split()).casefold()
