"""The level of a printed interval: read where it is printed, absent where it is not."""

from time import process_time

import pytest

from claimbook.appraise.effects.results import results_of
from claimbook.appraise.record.appraisal import appraise
from claimbook.appraise.record.draft import drafts_of
from claimbook.appraise.text.reading import text_of
from claimbook.model.proposal import ProposedValue
from claimbook.model.record import AbstractSection
from claimbook.report.words.proposals import name_of, value_of
from tests.appraise.invented import record
from tests.appraise.test_record import QUESTION


def levels(printed):
    """Of the intervals of one sentence, in order."""
    sentence = f"Hiccups were rarer with humming than with silence ({printed})."
    found = results_of(text_of("", AbstractSection(sentence, "RESULTS")))
    return [one.level for one in found if one.interval]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("hazard ratio, 0.70; 95% CI, 0.50 to 0.90; P = .01", [0.95]),
        ("mean difference \u22121.2, 95% confidence interval \u22122.0 to \u22120.4", [0.95]),
        ("relative risk 0.8 [90% CI 0.6, 1.1]", [0.9]),
        ("prevalence ratio 1.3 (CI 95%: 1.1 to 1.6)", [0.95]),
        ("odds ratio 1.3 (CI90% 1.1-1.6)", [0.9]),
        ("odds ratio 1.3 (99 % confidence limits 1.1, 1.6)", [0.99]),
        ("odds ratio 1.3 (97.5% CI 1.1 to 1.6)", [0.975]),
        ("hazard ratio 0.6 (99.9% CI 0.4 to 0.9)", [0.999]),
        ("risk ratio 0.6 (95 percent CI, 0.4-0.9)", [0.95]),
        ("risk ratio 0.6 (95% credible interval 0.4-0.9)", [0.95]),
        ("odds ratio [95%CI] = 0.31 [0.12-0.81]", [0.95]),
        ("risk ratio (95% CI) was 0.6 (0.4-0.9) and 0.7 (0.5-0.8)", [0.95, 0.95]),
        ("risk ratio 0.6, 90% CI 0.4-0.9, and odds ratio 0.5 (0.3-0.8)", [0.9, 0.9]),
        ("risk ratio 0.6 (99% CI 0.4-0.9), odds ratio 0.5 (95% CI 0.3-0.8)", [0.99, 0.95]),
    ],
)
def test_a_level_that_is_printed_is_read(printed, expected):
    """A level behind the label was lost, and the usual one could not be told from none."""
    assert levels(printed) == expected


@pytest.mark.parametrize(
    "printed",
    [
        "risk ratio 0.6 (0.4-0.9)",
        "risk ratio 0.6 (CI 0.4-0.9)",
        "risk ratio 0.6 (confidence interval 0.4 to 0.9)",
        "odds ratio among 40 CI 0.4 to 0.9",
        "risk ratio 0.6 in 95 people (CI 0.4-0.9)",
        "risk ratio 0.6 (n = 95; CI 0.4-0.9)",
        "risk ratio 0.6 (P = 0.95; CI 0.4-0.9)",
        "risk ratio 0.6 (20% vs 95%, CI 0.4-0.9)",
        "hiccups stopped in 95% (CI 91 to 98)",
        "risk ratio 0.6 (0.4-0.9), and others had 95% less",
    ],
)
def test_a_level_that_is_not_printed_is_absent(printed):
    """What stands in its place counts something else; a level behind an interval is that of the next."""
    assert levels(printed) == [None]


@pytest.mark.parametrize(
    ("label", "drafted"), [("95% CI", "-1.8 to -0.2 (95%)"), ("90% CI", "-1.8 to -0.2 (90%)"), ("CI", "-1.8 to -0.2")]
)
def test_a_draft_has_the_level_that_is_printed(label, drafted):
    """The usual level was dropped, and a page then denied that it had been printed."""
    told = f"Knee pain was lower with humming than with silence (mean difference -1.0, {label} -1.8 to -0.2)."
    drafts = drafts_of(appraise(record("Humming", told), QUESTION))
    assert [one.value for one in drafts if one.field.endswith(".interval")] == [drafted]


@pytest.mark.parametrize(
    ("value", "name"), [("0.5 to 0.9 (95%)", "95% interval"), ("0.5 to 0.9", "Interval"), ("-2 to -1", "Interval")]
)
def test_a_page_names_the_level_only_where_it_was_printed(value, name):
    """It called every interval one of 95%."""
    read = ProposedValue(
        field="finding.a.b.result-1.interval", value=value, status="explicit", confidence=0.9, rule="effects.interval"
    )
    assert name_of(read) == name
    assert "%" not in value_of(read)


@pytest.mark.parametrize("piece", ["95% CI 0.5 to 0.9, 0.6 (0.5-0.9), ", "95% CI ", "CI 95% 0.6 (0.5-0.9) "])
def test_many_levels_take_no_longer_than_they_are_long(piece):
    """Each interval looks for the last level before it."""
    started = process_time()
    levels("odds ratio 0.7 (0.6-0.8) " + piece * 1000)
    assert process_time() - started < 3
