"""One record read as a whole: every reader in one place, every span verbatim, and no word that nobody wrote."""

import json
from dataclasses import fields, is_dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.appraise.record.appraisal import (
    HANDFUL,
    NOBODY,
    Question,
    appraise,
    appraise_each,
    read_by_rule,
    read_each,
)
from claimbook.appraise.record.draft import Draft, drafts_of
from claimbook.appraise.record.proposal import proposed_record, text_hash
from claimbook.appraise.record.words import (
    LONGEST,
    NotVerbatimError,
    check_verbatim,
    in_one_line,
    quoted,
    sentence_around,
)
from claimbook.appraise.text.reading import reading_of, text_of
from claimbook.model.appraisal import Kind, Read, Span, cut
from claimbook.model.claim import Claim
from claimbook.model.record import AbstractSection
from claimbook.report.words.spin import spin_view
from tests.appraise.invented import TRIAL, record
from tests.test_searching import claim

QUESTION = Question(Claim.model_validate_json(json.dumps(claim("humming"))))


def reads_in(value):
    """Every Read inside an appraisal."""
    if isinstance(value, Read):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from reads_in(one)
    elif is_dataclass(value):
        for field in fields(value):
            yield from reads_in(getattr(value, field.name))


def test_a_trial_is_read_as_a_whole():
    read = appraise(record(*TRIAL), QUESTION)
    assert read.kind.value is Kind.RCT
    assert read.sample.total.value == 120
    assert read.signals.randomised.value is True
    assert read.follow_up_weeks.value == 12
    assert [(one.intervention.value, one.comparator.value) for one in read.comparisons] == [("humming", "usual care")]
    assert read.results
    assert [(one.claim, one.outcome) for one in read.answers] == [("humming", "pain")]
    assert [one.element for one in read.answers[0].match] == [
        "population", "intervention", "comparator", "outcome", "purpose",
    ]  # fmt: skip


# Readers take turns over a handful of records; no record may get the reading of its neighbour.
@pytest.mark.parametrize("count", [0, 1, HANDFUL, 2 * HANDFUL + 1])
def test_many_records_are_read_as_one_by_one(count):
    title, *sections = TRIAL
    many = [record(f"{title} {n}", *sections) if n % 3 else record(title) for n in range(count)]
    assert list(read_each(many)) == [read_by_rule(one) for one in many]
    asked = [(one, [QUESTION][: n % 2]) for n, one in enumerate(many)]
    assert list(appraise_each(asked)) == [(reading_of(one), appraise(one, *questions)) for one, questions in asked]


def test_records_are_taken_as_they_are_needed():
    endless = iter(lambda: record(*TRIAL), None)
    assert next(read_each(endless)) == read_by_rule(record(*TRIAL))


def test_rules_alone_leave_what_is_learned_out():
    read = read_by_rule(record(*TRIAL))
    assert not read.spin
    assert read.answers == ()
    assert read == read_by_rule(record(*TRIAL)), "the same record is read the same way"


@pytest.mark.parametrize(
    ("title", "abstract"),
    [("Reply: humming", "We thank 40 readers."), ("Humming in rats", "Male Wistar rats were randomly assigned.")],
)
def test_what_is_no_study_of_people_has_no_sample(title, abstract):
    assert appraise(record(title, abstract)).sample == NOBODY


def test_a_protocol_has_no_results():
    planned = record("Humming: study protocol for a randomised trial", "Hiccups will fall (P = .04).")
    read = appraise(planned, QUESTION)
    assert read.results == ()
    assert not read.answers[0].change


@pytest.mark.parametrize(
    ("confidence", "hundredths", "thousandths"),
    [(0.897, 0.89, 0.897), (0.8999, 0.89, 0.899), (0.9, 0.9, 0.9), (0.29, 0.29, 0.29), (0.57, 0.57, 0.57), (1, 1, 1)],
)
def test_one_reading_has_one_confidence_wherever_it_is_shown(confidence, hundredths, thousandths):
    """It was 0.89 in the sheet and 0.90 on the page; the file rounded 0.8999 up to its line."""
    draft = Draft("n_total", 40, 0.9, "explicit", confidence, "test")
    text = reading_of(record("Humming"))
    (kept,) = proposed_record(record("Humming"), text, [draft], ["humming"], {}).values
    assert (draft.at_least, cut(kept.confidence)) == (hundredths, hundredths)
    assert kept.confidence == thousandths
    spin = kept.model_copy(update={"rule": "spin.any"})
    assert spin_view(spin, ()).confidence == hundredths


# protects: the size of a swelling that is drafted as the result of a load
def test_an_outcome_that_the_results_do_not_speak_of_has_no_result():
    asked = claim("humming")
    asked["outcomes"][0]["name"] = "the load on the knee"
    swelling = "Knee swelling was lower with humming than with usual care (mean difference -1.0, 95% CI -1.8 to -0.2)."
    read = appraise(record("Humming", swelling), Question(Claim.model_validate_json(json.dumps(asked))))
    assert read.results
    assert (read.answers[0].change.value, read.answers[0].results) == (None, ())


@pytest.mark.parametrize("title", ["", "Humming", "\u2028", "\u0130stanbul \u0130\u0130 humming RCT"])
def test_an_empty_or_odd_record_is_read_without_a_word(title):
    assert appraise(record(title), QUESTION).pmid == "99000001"


SENTENCES = st.sampled_from(
    [
        "We randomised 40 adults to humming (n = 20) or silence (n = 20).",
        "Pain was lower with humming (MD -1.2, 95% CI -2.0 to -0.4; P = .004).",
        "RESULTS: \u0130 No difference was seen (P = .6).",
        "Humming reduces knee pain!",
        "FUNDING: Humming Trust.",
        "NCT00000001",
        "\u2028(\x85",
    ]
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(SENTENCES, max_size=5).map(" ".join), max_size=3))
def test_every_span_and_every_shown_word_is_verbatim(sections):
    one = record("Humming for knee pain: a randomised trial", *filter(None, sections))
    text = reading_of(one)
    read = appraise(one, QUESTION, text=text)
    spans = [span for each in reads_in(read) for span in each.spans]
    assert all(text.quote(span) for span in spans)
    check_verbatim(one, [quoted(text, span) for span in spans])
    check_verbatim(one, [sentence_around(text, span) for span in spans])


def test_a_review_proposes_the_people_of_its_studies_not_its_own():
    read = appraise(record("Humming: a meta-analysis", "We pooled nine trials with 812 participants."))
    drafts = {one.field: one for one in drafts_of(read)}
    assert "n_total" not in drafts
    assert drafts["review.participants"].value == 812


MEASURED = (
    "Humming for knee pain: a randomised controlled trial",
    AbstractSection("We randomised 40 of 52 adults enrolled. The primary outcome was knee pain at week 4.", "METHODS"),
    AbstractSection("Knee pain was 3.4 (SD 1.2) with humming and 5.1 (SD 1.4) with silence (P = .01).", "RESULTS"),
    AbstractSection("Humming clearly reduces knee pain. People may hum, and should rest.", "CONCLUSIONS"),
)


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("n_enrolled", 52, ["52"]),
        ("primary_outcome.name", "knee pain at week 4", ["knee pain at week 4"]),
        ("primary_outcome.met", "yes", [MEASURED[2].text, "Humming clearly reduces knee pain."]),
        ("wording.strength", "direct", ["reduces"]),
        ("wording.advice", "yes", ["should"]),
        ("wording.certainty", "yes", ["clearly"]),
        ("wording.magnitude", None, []),
        ("finding.humming.pain.result-1.arms", "3.4 (SD 1.2); 5.1 (SD 1.4)", ["3.4", "5.1", "1.2", "1.4"]),
    ],
)
def test_what_the_evidence_table_has_no_column_for_is_drafted_too(field, value, words):
    one = record(*MEASURED)
    text = reading_of(one)
    (found,) = [draft for draft in drafts_of(appraise(one, QUESTION)) if draft.field == field]
    assert (found.value, [quoted(text, span) for span in found.spans]) == (value, words)


# protects: a result told as that of a primary outcome where none is named, or where nobody was allocated
@pytest.mark.parametrize(
    ("title", "methods"),
    [(MEASURED[0], "We randomised 40 adults."), ("Humming: a cohort study", "The primary outcome was knee pain.")],
)
def test_only_a_trial_that_names_its_primary_outcome_has_met_it(title, methods):
    told = (title, AbstractSection(methods, "METHODS"), *MEASURED[2:])
    assert not appraise(record(*told)).primary_result


@pytest.mark.parametrize(
    ("results", "arms"),
    [
        ("Mean knee pain was 3.4 with humming and 5.1 with silence (P = .01).", "3.4; 5.1"),
        ("Knee pain was 3.4 (SE 0.2) with humming and 5.1 (SE 0.3) with silence (P = .01).", "3.4; 5.1"),
        ("Knee pain fell in 30% with humming and 20% with silence (P = .01).", "30; 20"),
        ("Knee pain was lower with humming than with silence (P = .01).", None),
    ],
)
def test_numbers_of_arms_stand_as_they_are_printed(results, arms):
    drafts = drafts_of(appraise(record("Humming", AbstractSection(results, "RESULTS")), QUESTION))
    found = [one.value for one in drafts if one.field.endswith(".arms")]
    assert found == ([] if arms is None else [arms])


def test_what_no_line_was_set_for_is_never_sure():
    drafts = {one.field: one for one in drafts_of(appraise(record(*TRIAL), QUESTION))}
    assert drafts["n_total"].sure
    assert not drafts["n_analysed"].sure
    assert not drafts["finding.humming.pain.match.purpose"].sure


def proposed(one, *claims):
    text = reading_of(one)
    return proposed_record(one, text, drafts_of(appraise(one, QUESTION, text=text)), claims, {})


# protects: an editor who sees 'unclear' beside 0.90 and a line of 0.90
@pytest.mark.parametrize(("confidence", "shown"), [(0.8999, 0.89), (0.9, 0.9), (0.29, 0.29), (1.0, 1.0), (0.0, 0.0)])
def test_a_confidence_is_cut_and_not_rounded(confidence, shown):
    assert Draft("n_total", 84, 0.9, "inferred", confidence, "sample.people").at_least == shown


def test_no_printed_word_stands_in_what_is_proposed():
    # protects: publishers' text in version control
    text = proposed(record(*TRIAL), "humming").model_dump_json()
    assert "hiccups" not in text
    assert "usual care" not in text


def test_another_text_has_another_hash():
    assert text_hash(text_of("a", "b")) != text_hash(text_of("ab"))


def test_a_long_sentence_is_quoted_in_part():
    words = "humming and whistling " * 100
    text = text_of("Humming", words.strip())
    shown = sentence_around(text, Span(1500, 1507, 1))
    assert len(shown) <= LONGEST
    assert shown in words


def test_words_that_the_record_does_not_hold_are_refused():
    one = record("Humming", AbstractSection("Some people hum."), types=[("D1", "Humming Report")])
    check_verbatim(one, ["Humming", "people hum", "Humming Report"])
    with pytest.raises(NotVerbatimError, match="99000001 does not say: 'people sing'"):
        check_verbatim(one, ["people sing"])


@given(st.text())
def test_a_line_stays_a_line(words):
    shown = in_one_line(words)
    assert len(shown.splitlines()) <= 1
    assert in_one_line(shown) == shown


# protects: those who were analysed in an arm, taken for those who were randomised
def test_an_arm_is_drafted_with_those_randomised_and_those_analysed():
    told = "Adults were randomised to humming (n = 31) or rest (n = 29). It helped humming (9/30) or rest (4/27)."
    drafts = drafts_of(read_by_rule(record("Humming", AbstractSection(told, "RESULTS"))))
    assert {one.field: one.value for one in drafts if one.field.startswith("arms.")} == {
        "arms.1.name": "humming",
        "arms.1.n": 31,
        "arms.1.n_analysed": 30,
        "arms.2.name": "rest",
        "arms.2.n": 29,
        "arms.2.n_analysed": 27,
    }


# protects: words of the publisher in a file of the project, and a number without the name that stands beside it
def test_a_printed_result_is_drafted_with_the_words_that_name_its_outcome():
    told = AbstractSection("Severe knee pain was lower with humming than with silence (p = .003).", "RESULTS")
    read = appraise(record("Humming versus silence for knee pain", told), QUESTION)
    drafts = [one for one in drafts_of(read) if one.field.endswith("result-1.outcome")]
    assert [(one.value, one.sure, one.own_words) for one in drafts] == [("Severe knee pain", True, True)]


def test_what_cannot_be_right_is_drafted_with_its_reason():
    """A person who is shown an unsure number is told what is wrong with it."""
    told = "Pain was lower with humming than with silence (hazard ratio 0.60, 95% CI 0.70 to 0.90)."
    read = appraise(record("Humming for pain", AbstractSection(told, "RESULTS")), QUESTION)
    drafted = {one.field.rpartition(".")[2]: one for one in drafts_of(read) if ".result-1." in one.field}
    assert not any(drafted[name].sure for name in ("measure", "estimate", "interval"))
    assert "outside its interval" in drafted["estimate"].why
    assert not drafted["contrast"].why


GERMAN = "Das Summen lindert den Schluckauf, und alle Erwachsenen waren danach in der Gruppe ohne Schluckauf."


@pytest.mark.parametrize("sections", [(), (AbstractSection(GERMAN),), (AbstractSection("", "CONCLUSIONS"),)])
def test_how_a_record_words_its_conclusion_is_missing_where_no_conclusion_can_be_read(sections):
    """Protects: wording 'none' of a title, or of a language that no rule reads."""
    drafts = {one.field: one for one in drafts_of(appraise(record("Humming for hiccups", *sections)))}
    assert drafts["wording.strength"].value is None


def test_that_no_sentence_claims_anything_is_as_sure_as_the_least_sure_and_shows_where():
    """Protects: a sure 'none' that rests on a number of a register, beside a sentence that nobody understood."""
    said = "Singing stops hiccups at once. The trial was registered as NCT99000001."
    read = appraise(record("Humming", AbstractSection(said, "CONCLUSIONS")))
    draft = next(one for one in drafts_of(read) if one.field == "wording.strength")
    assert (draft.value, draft.sure, [said[one.start : one.end] for one in draft.spans]) == (
        "none",
        False,
        ["Singing stops hiccups at once."],
    )
