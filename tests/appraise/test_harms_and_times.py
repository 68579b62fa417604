"""Harms that happened, and the last time at which something was measured."""

import pytest

from claimbook.appraise.lines import LINES
from claimbook.appraise.signals.follow_up import follow_up_of
from claimbook.appraise.signals.harms import harms_of
from claimbook.appraise.text.reading import text_of
from claimbook.model.appraisal import Kind
from claimbook.model.record import AbstractSection


def text(said, label, title="Humming for hiccups"):
    return text_of(title, AbstractSection(said, label))


HAPPENED = [
    "No serious adverse events occurred.",
    "Humming was well tolerated.",
    "Two adults withdrew because of dizziness.",
    "Nausea was reported by 12% of the hummers.",
    "Drowsiness was no more common after humming.",
    "There were no cases of early or delayed respiratory depression.",
    "Hoarseness and sore throat were more common in hummers.",
    "Wound infection developed in four hummers and six whistlers.",
    "Healing was uneventful in all.",
    "None of the deaths was related to the study.",
    "No deaths were attributed to the study drug.",
    "One participant sprained an ankle.",
    "No falls occurred while humming.",
    "Minor complications were rare.",
    "Hypotension occurred in 3 (8%) and 9 (22%).",
    "Oral candidiasis occurred in 4.4% v. 1.6%.",
    "Hypercalcaemia was not seen.",
    "One singer developed acute pancreatitis.",
    "Few cases of laryngospasm were seen.",
    "Heartburn was reported by 14 women.",
    "Hot flushes were more frequent after humming.",
    "Serum calcium rose above normal in nine and three women.",
    "Two women stopped humming because of lip pain.",
    "Four implants were removed for dislocation.",
    "There were two deaths, neither related to humming.",
]


@pytest.mark.parametrize("said", HAPPENED)
def test_what_happened_to_people_is_a_report_of_harms(said):
    assert harms_of(text(said, "RESULTS"), Kind.RCT).value is True


@pytest.mark.parametrize(
    ("said", "label", "kind"),
    [
        ("Hiccups were fewer.", "RESULTS", Kind.RCT),
        ("Hiccups may cause complications.", "BACKGROUND", Kind.RCT),
        ("Adverse events were recorded at each visit.", "METHODS", Kind.RCT),
        ("Adverse events will be recorded.", "METHODS", Kind.PROTOCOL),
        ("Earlier humming was well tolerated in all.", "RESULTS", Kind.PROTOCOL),
        ("The data safety monitoring board met twice.", "RESULTS", Kind.RCT),
        ("People with brain injury hummed longer.", "RESULTS", Kind.RCT),
        ("Self-harm was less frequent.", "RESULTS", Kind.RCT),
        ("Nausea was reported by 12% of the hummers.", "RESULTS", Kind.CROSS_SECTIONAL),
        ("Clinicians should be aware of side effects.", "CONCLUSIONS", Kind.RCT),
        ("Further studies of safety are needed.", "CONCLUSIONS", Kind.RCT),
        ("In an earlier trial humming was well tolerated.", "CONCLUSIONS", Kind.RCT),
        ("Adults with dyspepsia were excluded.", "METHODS", Kind.RCT),
    ],
)
def test_what_was_planned_or_is_known_or_belongs_to_others_is_none(said, label, kind):
    assert harms_of(text(said, label), kind).value is None


# protects: that nobody looked for harms read as a report of them
@pytest.mark.parametrize(
    "said",
    [
        "Adverse events were not recorded.",
        "Tolerability was not assessed.",
        "Adverse events were neither sought nor counted.",
        "We have no data on side effects.",
        "Complication rates were not available.",
        "None of the trials reported side effects.",
        "Adverse events were not summarised by any review.",
        "Side effects were not systematically captured.",
        "Information on adverse events was lacking.",
        "Neither trial provided data on harms.",
        "We did not collect information on side effects.",
        "No adverse events were recorded because nobody looked for them.",
    ],
)
def test_harms_that_nobody_looked_for_are_not_reported(said):
    assert harms_of(text(said, "RESULTS"), Kind.RCT).value is None


# none happened, or nobody tells
def test_harms_that_were_not_reported_are_no_sure_report():
    read = harms_of(text("Serious adverse events were not reported.", "RESULTS"), Kind.RCT)
    assert read.value is True
    assert read.confidence < LINES["harms"].confidence


# protects: the outcome of a treatment read as its harm
@pytest.mark.parametrize(
    "title", ["Humming against nausea", "Humming against postoperative vomiting", "Humming, an antiemetic song"]
)
def test_what_was_treated_is_no_harm(title):
    said = "Nausea was less frequent in hummers."
    assert harms_of(text(said, "RESULTS", title), Kind.RCT).value is None
    assert harms_of(text(said, "RESULTS"), Kind.RCT).value is True


@pytest.mark.parametrize("said", ["Candidiasis was less common after humming.", "No cases of candidiasis were seen."])
def test_what_is_ill_by_its_name_is_no_harm_where_it_was_treated(said):
    assert harms_of(text(said, "RESULTS", "Humming against oral candidiasis"), Kind.RCT).value is None


# an event with a name of its own may be an outcome after all
def test_only_words_for_harms_are_sure():
    line = LINES["harms"].confidence
    assert harms_of(text("No serious adverse events occurred.", "RESULTS"), Kind.RCT).confidence >= line
    assert harms_of(text("Nausea was reported by 12%.", "RESULTS"), Kind.RCT).confidence < line
    assert harms_of(text("Adverse events led one adult to stop.", "METHODS"), Kind.RCT).confidence < line
    assert harms_of(text("Side effects are common.", "RESULTS"), Kind.NARRATIVE_REVIEW).confidence < line


TIMES = [
    ("Median follow-up was 5 years.", 260.9, "explicit"),
    ("During a median follow-up of 4.2 +/- 1.1 years 30 adults stopped.", 219.2, "explicit"),
    ("Minimum follow-up was 12 months (mean 19.6).", 85.2, "explicit"),
    ("Adults were followed for 12 weeks.", 12.0, "explicit"),
    ("At 6-month follow-up hiccups were fewer.", 26.1, "explicit"),
    ("Hiccups were fewer at 4, 8 and 12 weeks.", 12.0, "inferred"),
    ("At week 52 hiccups were fewer.", 52.0, "inferred"),
    ("Hiccups were counted on days 1, 7, and 14.", 2.0, "inferred"),
    ("At day 28, 124 adults had no hiccups.", 4.0, "inferred"),
    ("Ninety-day mortality was 4%.", 12.9, "inferred"),
    ("Six months after surgery hiccups were fewer.", 26.1, "inferred"),
    ("Adults hummed for eight weeks.", 8.0, "inferred"),
    ("Adults hummed for 16 wk.", 16.0, "inferred"),
    ("After a 2-week washout adults hummed for 10 days.", 1.429, "inferred"),
    ("After 4 weeks hiccups were fewer; humming went on for 18 months.", 78.3, "inferred"),
    ("Hiccups were fewer 24 h after surgery.", 0.143, "inferred"),
    ("Hiccups were fewer at 24h.", 0.143, "inferred"),
    ("Adults older than 60 years hummed.", None, "missing"),
    ("Adults aged 8 to 12 years hummed.", None, "missing"),
    ("Hiccups began at 36 weeks of gestation.", None, "missing"),
    ("Urine was collected for 24 hours before humming.", None, "missing"),
    ("Hiccups were fewer.", None, "missing"),
]


@pytest.mark.parametrize(("said", "weeks", "status"), TIMES)
def test_follow_up_in_weeks(said, weeks, status):
    found = follow_up_of(text(said, "RESULTS"))
    assert (found.value, found.status) == (weeks, status)


@pytest.mark.parametrize(
    ("said", "weeks"),
    [
        ("Adults with hiccups for at least 6 months hummed for ten weeks.", 10.0),
        ("Adults admitted within 48 hours of the first hiccup were eligible.", None),
        ("Over a 5-year period 240 consecutive adults were admitted.", None),
        ("The primary outcome was a hiccup within 30 days.", 4.286),
        ("Hiccups were noted in a 3-day record.", None),
        ("Adults attended eight weekly sessions.", 8.0),
        ("Ten weeks of humming or silence.", 10.0),
        ("Adults were randomised to 12 weeks of supervised humming.", 12.0),
        ("Adults with ten years of experience hummed.", None),
        ("Hiccups were counted over two winter terms (20 weeks).", 20.0),
        ("The first fall within 12 months of the first prescription counted.", 52.2),
        ("The treatment period was 12 weeks.", 12.0),
        ("All were invited to a ten-year assessment.", 521.8),
        ("Women who completed the study was 31 years old.", None),
        ("Adults attended 12 sessions once a week.", 12.0),
    ],
)
def test_who_was_eligible_or_recruited_is_not_how_long_they_were_followed(said, weeks):
    assert follow_up_of(text(said, "METHODS")).value == weeks


def test_a_title_tells_when_outcomes_were_measured():
    assert follow_up_of(text("Adults hummed.", "METHODS", "Ten-year outcomes of humming")).value == 521.8


def test_a_conclusion_speaks_last_and_wishes_do_not_count():
    assert follow_up_of(text("Humming had no effect at 3 months.", "CONCLUSIONS")).value == 13.0
    assert follow_up_of(text("Trials of 12 months are needed.", "CONCLUSIONS")).value is None


# the follow-up of the studies that a review pools is not its own
@pytest.mark.parametrize("kind", [Kind.META_ANALYSIS, Kind.NARRATIVE_REVIEW, Kind.PROTOCOL])
def test_who_followed_nobody_has_no_follow_up(kind):
    assert not follow_up_of(text("Adults were followed for 12 weeks.", "RESULTS"), kind)
