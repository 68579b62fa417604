"""An outcome's absence, freedom from it, time to it and tolerance of it are its opposite."""

import pytest

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.direction.outcome_said import change_of
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.effects.trust import trusted
from claimbook.appraise.lines import LINES
from claimbook.appraise.text.reading import text_of
from claimbook.model.record import AbstractSection

SURE = LINES["direction"].confidence
METHODS = "We randomly assigned 80 adults to humming (n=40) or usual care (n=40)."
THAN = "with humming than with usual care"
AND = "humming and usual care"


def text(result):
    return text_of("Humming in adults", AbstractSection(METHODS, "METHODS"), AbstractSection(result, "RESULTS"))


def read(result, outcome):
    return change_of(text(result), Triple("humming", "usual care", outcome))


@pytest.mark.parametrize(
    ("outcome", "result"),
    [
        ("hiccups", f"More patients were hiccup-free {THAN} (62% vs 41%; odds ratio 2.10, 95% CI 1.40 to 3.00)."),
        ("hiccups", f"Freedom from hiccups was more frequent {THAN} (62% vs 41%; P < 0.001)."),
        ("hiccups", f"Absence of hiccups was more frequent {THAN} (62% vs 41%; P < 0.001)."),
        ("hiccups", f"The proportion without hiccups was higher {THAN} (62% vs 41%; P < 0.001)."),
        ("hiccups", f"More patients reported no hiccups {THAN} (62% vs 41%; P < 0.001)."),
        ("hiccups", f"A greater proportion of adults did not have hiccups {THAN} (P = 0.01)."),
        ("hiccups", f"The share of adults free of hiccups was larger {THAN} (70% versus 52%, p=0.004)."),
        ("cough", f"Cough-free nights were more common {THAN} (P=0.003)."),
        ("migraine", f"Days without migraine were more numerous {THAN} (14 vs 9, P=0.003)."),
        ("headache", f"Time to the next headache was longer {THAN} (12 vs 7 days; P = 0.001)."),
        ("seizures", f"Time to the first seizure was longer {THAN} (hazard ratio 0.62, 95% CI 0.45 to 0.85)."),
        ("relapse", "Humming prolonged the time to relapse compared with usual care (P=0.003)."),
        ("attacks", f"The interval between attacks was longer {THAN} (P=0.01)."),
        ("depression", f"Remission of depression was more frequent {THAN} (odds ratio 2.0, 95% CI 1.2 to 3.0)."),
        ("smoking", f"Abstinence from smoking was higher {THAN} (31% vs 17%, P=0.01)."),
        ("smoking", f"More smokers quit smoking {THAN} (31% vs 17%, P=0.01)."),
        ("stroke", f"Stroke-free survival was longer {THAN} (hazard ratio 0.6, 95% CI 0.4 to 0.8)."),
        ("pain", f"Pain tolerance was significantly higher {THAN} (12 vs 7; P = 0.001)."),
        ("cough", "The cough threshold was significantly raised by humming compared with usual care (P=0.003)."),
        ("hiccups", f"Time to freedom from hiccups was shorter {THAN} (3 vs 6 days; P=0.01)."),
        ("hiccups", f"Time to resolution of hiccups was shorter {THAN} (3 vs 6 days; P=0.01)."),
    ],
)
def test_more_of_the_opposite_is_less_of_a_bad_outcome(outcome, result):
    """A trial in which more people were well is no trial in favour of the comparator."""
    found = read(result, outcome)
    assert (found.value, found.confidence >= SURE) == ("lower", True)


@pytest.mark.parametrize(
    ("outcome", "result"),
    [
        ("recovery", f"Time to recovery was shorter {THAN} (7 vs 12 days; P = 0.001)."),
        ("recovery", f"Duration of recovery was significantly shorter {THAN} (4 vs 6 days, P=0.003)."),
        ("healing", f"Healing time was significantly shorter {THAN} (9 v 14 days; P=0.003)."),
        ("clinical remission", f"Median time to clinical remission was shorter {THAN} (P=0.001)."),
        ("response", f"Lack of response was less frequent {THAN} (7% vs 18%; P=0.004)."),
        ("sleep", f"Sleep disturbance was lower {THAN} (7 vs 12; P = 0.001)."),
        ("sleep", f"Difficulty sleeping was less frequent {THAN} (P=0.01)."),
        ("memory", f"Memory difficulties were less common {THAN} (9% v 14%; P=0.003)."),
        ("hiccups", f"Hiccup-free days were fewer {THAN} (4 vs 9; P=0.002)."),
        ("relapse", "Humming shortened the time to relapse compared with usual care (P=0.003)."),
    ],
)
def test_less_of_the_opposite_is_more_of_the_outcome(outcome, result):
    """A shorter time to a good outcome, or fewer troubles of it, is more of it; a shorter one to a bad one as well."""
    found = read(result, outcome)
    assert (found.value, found.confidence >= SURE) == ("higher", True)


@pytest.mark.parametrize(
    "result",
    [
        f"Freedom from hiccups did not differ between {AND} (62% vs 61%; P = 0.80).",
        f"Time to the next hiccups was similar with {AND} (12 vs 11 days; P = 0.7).",
        f"There was no significant difference in hiccup-free days between {AND} (P=0.6).",
    ],
)
def test_no_difference_in_the_opposite_is_none_in_the_outcome(result):
    """What names the opposite ('absence', 'no') denies no difference, and makes none."""
    found = read(result, "hiccups")
    assert (found.value, found.confidence >= SURE) == ("no-difference", True)


@pytest.mark.parametrize(
    ("expected", "outcome", "result"),
    [
        ("higher", "freedom from hiccups", f"Freedom from hiccups was more frequent {THAN} (62% vs 41%; P < 0.001)."),
        ("higher", "hiccup-free days", f"Hiccup-free days were more frequent {THAN} (12 vs 7; P = 0.001)."),
        ("lower", "time to recovery", f"Time to recovery was shorter {THAN} (7 vs 12 days; P = 0.001)."),
        ("higher", "pain threshold", f"Pain threshold was higher {THAN} (12 vs 7; P = 0.001)."),
        ("lower", "sleep disturbance", f"Sleep disturbance was lower {THAN} (7 vs 12; P = 0.001)."),
        ("lower", "anxiety", f"Anxiety problems were less frequent {THAN} (7% vs 12%; P = 0.001)."),
        ("higher", "sleep", f"Sleep time was longer {THAN} (7 vs 6 hours; P = 0.001)."),
        ("lower", "hiccups", f"The duration of hiccups was shorter {THAN} (2 vs 5 hours; P=0.01)."),
        ("lower", "hiccups", f"The number of days with hiccups was lower {THAN} (P=0.004)."),
        ("higher", "remission", f"Remission was more frequent {THAN} (57% vs 35%; P = 0.001)."),
        ("lower", "pain", f"Time to discharge was similar, and pain was lower {THAN} (P=0.004)."),
        ("higher", "progression-free survival", f"Progression-free survival was longer {THAN} (P=0.004)."),
        ("lower", "operation time", f"Operation time was shorter {THAN} (P=0.004)."),
        ("lower", "pain", f"Pain relief was greater {THAN} (P=0.004)."),
    ],
)
def test_an_outcome_that_is_asked_for_as_it_is_told_is_not_turned(expected, outcome, result):
    """An opposite that is asked for, anxiety problems, time asleep and how long a bad thing lasted are as they are."""
    found = read(result, outcome)
    assert (found.value, found.confidence >= SURE) == (expected, True)


@pytest.mark.parametrize(
    ("outcome", "result"),
    [
        ("mood", f"Mood disturbance was lower {THAN} (P=0.004)."),
        ("pain", f"Pain-free walking distance was longer {THAN} (P=0.004)."),
        ("stroke", f"Stroke-free survival at 2 years {THAN} (hazard ratio 0.6, 95% CI 0.4 to 0.8)."),
        ("time to hiccups", f"Hiccups were significantly fewer {THAN} (2 vs 5; P=0.004)."),
    ],
)
def test_what_may_be_an_opposite_is_not_sure(outcome, result):
    """Where only the polarity of an outcome would tell, or a ratio may count either, a person decides."""
    assert read(result, outcome).confidence < SURE


def test_numbers_of_the_opposite_are_no_sure_numbers_of_the_outcome():
    """An odds ratio of freedom from hiccups is none of hiccups, however alike the two arms were."""
    told = text(f"Freedom from hiccups did not differ between {AND} (odds ratio 1.20, 95% CI 0.80 to 2.00; P = 0.3).")
    triple = Triple("humming", "usual care", "hiccups")
    (found,) = trusted(results_of(told, triple), change_of(told, triple))
    assert found.p.confidence >= SURE
    assert max(found.estimate.confidence, found.interval.confidence) < LINES["result.estimate"].confidence
