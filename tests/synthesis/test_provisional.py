"""From readings that nobody has checked to a verdict that says so: what counts, what is absent, what is never said."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.assessment import Standing
from claimbook.model.study import BiasSignals, StudyTable
from claimbook.model.terms import Certainty, Reading, State, Verdict
from claimbook.report.case.provisional import Unchecked, provisional_part
from claimbook.synthesis.assess import assess_claim
from claimbook.synthesis.provisional.row import LeftOut, row_of
from claimbook.synthesis.provisional.verdict import provisional_of
from tests.report.demo import COLLECTION, as_json
from tests.synthesis.factory import claim, match, outcome, study
from tests.synthesis.proposals import FIRST, KEY, below, facts, printed, proposal, screening

BIG = {"n_total": 600, "bias_signals__randomised": "yes", "bias_signals__blinding": "double"}
REGISTERED = {**BIG, "bias_signals__registered": "yes", "bias_signals__intention_to_treat": "yes"}


def table(*studies):
    fields = {"article": "demo", "collection": COLLECTION, "studies": [as_json(each) for each in studies]}
    return StudyTable.model_validate_json(json.dumps(fields))


def provisional(*records, coded=(), of=None, **search):
    """The humming claim with these proposals waiting and these studies coded by a person."""
    found = assess_claim(claim(of), table(*coded), screening=screening(*(int(one.pmid) for one in records), **search))
    return provisional_of(found, {int(one.pmid): one for one in records})


def row(of=None, known=None, **changes):
    return row_of(proposal(**changes), known or facts(), "humming", of or outcome())


def reading(**changes):
    """How the record of these readings stands, and what it says."""
    found = provisional(proposal(**changes)).primary
    one = next(iter(found.readings.values()))
    return one.standing.value, one.reading.value


# ---- what counts of one record


def test_what_is_above_its_line_becomes_a_row():
    study = row(**REGISTERED).study
    assert (study.pmid, study.design, study.n_total, study.year) == (str(FIRST), "rct", 600, 2024)
    assert study.result("pain").direction == "favours-intervention"
    assert study.bias_signals.blinding.value == "double"


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"design": below("rct")}, LeftOut.KIND),
        ({"design": None}, LeftOut.KIND),
        ({"design": "comment"}, LeftOut.NO_STUDY),
        ({"design": "narrative-review"}, LeftOut.NO_STUDY),
        ({"match__outcome": below("direct")}, LeftOut.MATCH),
        ({"match__intervention": below("partial")}, LeftOut.MATCH),
        ({"match__population": below("direct")}, LeftOut.MATCH),
        ({"match__purpose": None}, LeftOut.MATCH),
    ],
)
def test_a_record_without_a_sure_place_is_left_out(changes, reason):
    # protects: abstention that is turned into a favourable value
    found = row(**changes)
    assert (found.study, found.left_out) == (None, reason)


@pytest.mark.parametrize("absent", [None, below("lower")])
def test_an_unclear_direction_is_no_usable_result(absent):
    assert reading(direction=absent) == (Standing.NO_USABLE_RESULT, Reading.UNUSABLE)


def test_what_was_not_read_is_never_filled_in():
    study = row(n_total=below(5_000), bias_signals__blinding=below("double")).study
    assert study.n_total is None
    assert study.bias_signals.blinding is None


MISREAD = {
    "n_total": (10**30, -5, 1e308, True),
    "follow_up": ("soon", "nan weeks", "inf weeks", "-3 weeks", "1e30 weeks", 12),
    "bias_signals__blinding": ("<b>{0}</b>", 3),
    "bias_signals__randomised": ("maybe", True),
    "bias_signals__attrition": (900, "many"),
    "bias_signals__basis": ("an abstract",),
}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, values in MISREAD.items() for value in values])
def test_what_the_evidence_table_has_no_place_for_is_absent(field, value):
    # protects: one misread number from stopping every page, or from making a study larger than mankind
    found = row(**({"n_total": None} | {field: value}))
    assert found.study == row(n_total=None).study
    assert field.replace("__", ".") not in {reading.field for reading in found.readings}


def test_a_word_that_no_field_knows_is_absent():
    assert row(match__outcome="banana").left_out is LeftOut.MATCH
    assert reading(direction="banana") == (Standing.NO_USABLE_RESULT, Reading.UNUSABLE)  # never "against"
    assert effect(**numbers(interval="a to b")) is None


def test_an_outcome_that_is_newer_than_the_proposals_was_not_read():
    # protects: "gives no clear result" of records in which nobody and nothing has looked for one
    found = provisional(proposal(), proposal(FIRST + 1), of=outcome(id="load", name="load")).primary
    assert (found.unread, found.verdict) == (True, None)
    assert {one.left_out for one in found.rows} == {LeftOut.NOT_READ}
    assert not provisional(proposal(direction=None)).primary.unread


def test_a_reading_without_a_line_counts_as_it_looked_and_is_counted_apart():
    found = row()
    assert found.study.findings[0].match.purpose.same is True
    assert (found.unmeasured, len(found.readings)) == (1, 8)  # the purpose


@pytest.mark.parametrize(
    ("seen", "code"),
    [("direct", "direct"), (below("direct"), "partial"), (below("partial"), "partial"), (below("absent"), "none")],
)
def test_a_comparison_below_its_line_is_one_with_something_else(seen, code):
    # protects: a trial of two groups that is shown as one without a comparison, or as one with doing without
    found = row(match__comparator=seen)
    assert found.study.findings[0].match.comparator.code == code
    assert (f"{KEY}.match.comparator" in {one.field for one in found.readings}) is (code == "direct")


@pytest.mark.parametrize(
    ("better", "change", "says"),
    [
        ("lower", "lower", "favours-intervention"),
        ("lower", "higher", "favours-comparator"),
        ("higher", "higher", "favours-intervention"),
        ("higher", "lower", "favours-comparator"),
        ("higher", "no-difference", "no-difference"),
    ],
)
def test_the_side_follows_what_is_better(better, change, says):
    of = outcome(better=better, direction=better)
    assert row(of, direction=change).study.result("pain").direction == says


def test_a_claim_of_harm_reads_the_other_way():
    of = outcome(direction="higher", better="lower")
    found = provisional(proposal(direction="higher"), of=of).primary
    assert next(iter(found.readings.values())).reading.value is Reading.FAVOURS


@pytest.mark.parametrize("design", ["single-arm", "case-report"])
def test_a_change_without_a_second_group_is_no_comparison(design):
    assert reading(design=design)[1] is Reading.UNUSABLE


def effect(**changes):
    return row(**changes).study.result("pain").effect


def numbers(**changes):
    return {name.removeprefix(f"{KEY}.").replace(".", "__"): value for name, value in printed(**changes).items()}


def test_a_number_that_agrees_with_the_words_is_used():
    found = effect(**numbers())
    assert (found.type, found.estimate, found.interval) == ("SMD", -0.6, (-0.9, -0.3))


def test_a_level_that_is_printed_is_taken_with_the_ends():
    """What was taken as 95% could not be told from what was printed so."""
    assert effect(**numbers(interval="-0.9 to -0.3 (95%)")).ci_level == 0.95
    assert effect(**numbers()).ci_level is None


@pytest.mark.parametrize(
    "changes",
    [
        numbers(interval="0.3 to 0.9", estimate=0.6),  # the other side
        numbers(interval="-0.9 to 0.3"),  # includes no effect, and the words say lower
        numbers(interval="-0.9 to -0.3 (90%)"),
        numbers(measure="OR"),  # a ratio below zero
        numbers(measure="other"),
        numbers(estimate=-2.0),  # outside its interval
        {**numbers(), "outside": (f"{KEY}.result-1.estimate", f"{KEY}.result-1.interval")},
    ],
)
def test_a_number_that_does_not_is_left_and_its_readings_are_not_counted(changes):
    found = row(**changes)
    assert found.study.result("pain").effect is None
    assert found.unmeasured == row().unmeasured


def test_a_contrast_below_its_line_gives_nothing():
    """The field has a line: what only seems to compare groups is as silent as any other reading below one."""
    assert row(**numbers(contrast=below("between-group"))).study.result("pain").comparison is None
    assert row(**numbers(contrast="between-group")).study.result("pain").comparison == "between-group"


# protects: a change within one group that becomes a comparison because its reading is not sure
def test_what_only_seems_to_be_within_one_group_is_no_comparison():
    for contrast in ("within-group", below("within-group")):
        assert row(**numbers(contrast=contrast)).study.result("pain").comparison == "within-group"


def test_the_result_in_the_sentence_of_the_direction_is_chosen():
    first = numbers(estimate=-0.1, interval="-0.2 to -0.05")
    away = [f"{KEY}.result-1.{name}" for name in ("estimate", "interval")]
    assert effect(**first, **numbers(number=2), outside=away).estimate == -0.6


@pytest.mark.parametrize(
    ("sizes", "people"),
    [
        ({"n_total": 60, "arms__1__n": 60, "arms__2__n": 61}, 121),  # the total was one arm
        ({"n_total": 120, "n_randomised": 130}, 130),
        ({"n_total": 120, "arms__1__n": 60, "arms__2__n": 59}, 120),
    ],
)
def test_the_people_of_the_whole_study(sizes, people):
    assert row(**sizes).study.n_total == people


# ---- records that never count


def test_what_pubmed_marks_as_retracted_never_counts():
    # protects: a retraction that PubMed knows and the abstract does not
    gone = facts(retracted=True)
    found = provisional(proposal(), known=[gone]).primary
    assert found.verdict is None
    assert next(iter(found.readings.values())).standing.value is Standing.RETRACTED


@pytest.mark.parametrize(
    ("design", "standing"),
    [
        ("protocol", Standing.PROTOCOL),
        ("animal", Standing.PRECLINICAL),
        ("meta-analysis", Standing.NO_USABLE_RESULT),  # it does not say which designs it rests on
    ],
)
def test_plans_animals_and_reviews_stand_as_in_the_table(design, standing):
    assert reading(design=design)[0] is standing


def test_two_papers_of_one_registered_trial_count_once():
    known = [facts(FIRST + n, registry_ids=["NCT99000001"]) for n in (0, 1)]
    found = provisional(proposal(FIRST), proposal(FIRST + 1), known=known).primary
    assert len(found.used) == 1


# ---- the verdict


def test_the_same_rows_confirmed_by_a_person_are_never_less_certain():
    # protects: a provisional verdict that is surer than the rules allow
    records = [proposal(FIRST + n, **REGISTERED, **numbers()) for n in range(4)]
    one = provisional(*records).primary
    confirmed = assess_claim(
        claim(), table(*(row.study.model_copy(update={"population": "adults"}) for row in one.rows))
    )
    assert one.found.certainty <= confirmed.primary.certainty
    assert one.found.certainty <= Certainty.MODERATE
    assert one.verdict is Verdict.PROBABLY_SUPPORTED
    assert one.found.anchored.state.value is State.FAVOURS


def test_nothing_read_is_no_verdict_and_not_that_nothing_was_studied():
    records = [proposal(match__outcome="absent"), proposal(FIRST + 1, direction=None)]
    found = provisional(*records).primary
    assert (found.verdict, found.used) == (None, ())
    assert found.found.advice.verdict is not Verdict.NOT_DIRECTLY_STUDIED


@pytest.mark.parametrize("interface", ["NCBI E-utilities", "E-utilities at 127.0.0.1, not NCBI"])
def test_a_rehearsal_is_weighed_as_a_search_is(interface):
    records = [proposal(FIRST + n, direction="higher", **REGISTERED) for n in range(4)]
    found = provisional(*records, interface=interface)
    assert found.rehearsal is (interface != "NCBI E-utilities")
    assert found.primary.verdict is Verdict.OVERSTATED  # never contradicted: nobody has looked at the records


@pytest.mark.parametrize("coded", [study("aria"), study("aria", None), study("aria", design="protocol")])
def test_where_a_person_has_coded_a_study_that_bears_there_is_nothing_provisional(coded):
    assert provisional(proposal(), coded=[coded]) is None


def test_a_study_that_does_not_answer_the_claim_leaves_it():
    assert provisional(proposal(), coded=[study("aria", matched=match(answers="different"))]) is not None


def test_only_records_that_wait_for_this_claim_are_used():
    elsewhere = proposal(FIRST + 1).model_copy(update={"claims": ("tapping",)})
    found = assess_claim(claim(), table(), screening=screening(FIRST, FIRST + 1))
    read = provisional_of(found, {FIRST + 1: elsewhere, FIRST + 7: proposal(FIRST + 7)})
    assert read is None


def test_what_people_judged_of_the_evidence_is_not_about_these_records():
    judged = {
        "domain": "risk of bias", "stream": "RCT", "levels": 0, "by": "Ada Invented", "date": "2026-01-31",
        "why": "read in full", "full_text": True,
    }  # fmt: skip
    of = outcome(judgements=[judged])
    found = provisional(proposal(), of=of).primary.found
    assert all(domain.judgement is None for domain in found.anchored.grade.domains)


words = st.sampled_from(
    [None, "unclear", "rct", "other", "direct", "absent", "lower", "higher", "no-difference", "yes", "12 weeks",
     "x weeks", "-1 to 1", "a to b", "<0.05", "between-group", "retracted", "OR", "{0}", "<b>"]
)  # fmt: skip
values = st.one_of(words, st.integers(0, 10**6), st.floats(-5, 5), st.booleans())


FIELDS = ("design", "n_total", "arms__1__n", "direction", "match__outcome", "match__population", "review__participants",
          "follow_up", "notices", "result_1__measure", "result_1__estimate", "result_1__interval", "result_1__p_value",
          "result_1__contrast", *(f"bias_signals__{name}" for name in BiasSignals.model_fields))  # fmt: skip


@given(st.dictionaries(st.sampled_from(FIELDS), values, max_size=6))
def test_no_reading_breaks_a_report(changes):
    # protects: one odd record that takes the page of its claim with it
    found = provisional(proposal(**changes))
    assert len(found.primary.rows) == 1
    assert "Provisional" in str(provisional_part(Unchecked(found)))
