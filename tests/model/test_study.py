"""What may be written of a study, and with which sentence figures that do not fit together are refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.model.effect import ArmStatistics, Effect
from claimbook.model.printed import PValue
from claimbook.model.study import (
    Attrition,
    BiasSignals,
    Collection,
    Finding,
    Heterogeneity,
    PedroScore,
    Registration,
    Result,
    ReviewFacts,
    Study,
    StudyTable,
)
from claimbook.model.terms import REVIEWS, Design
from tests.model.forms import (
    COLLECTION,
    FINDING,
    LEAST,
    MATCH,
    RESULT,
    REVIEW,
    STUDY,
    read,
    refusals,
    sentence,
)

RATIOS = ["RR", "OR", "HR"]
MEANS = ["mean-post", "mean-change"]
ARM = {"mean": 3.0, "sd": 1.5, "n": 30}


def effect(type_, **fields):
    return sentence(Effect, {"type": type_}, **fields)


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"ci_low": 0.5, "ci_high": 0.1}, "the interval's lower end 0.5 is not below its upper end 0.1"),
        ({"ci_low": 0.5, "ci_high": 0.5}, "the interval's lower end 0.5 is not below its upper end 0.5"),
        ({"estimate": -1, "ci_low": -0.5}, "the estimate -1 lies below its interval, which starts at -0.5"),
        ({"estimate": 0.9, "ci_high": 0.5}, "the estimate 0.9 lies above its interval, which ends at 0.5"),
        ({"estimate": 0.3, "ci_low": 0.1, "ci_high": 0.5}, None),
        ({"estimate": 0.1, "ci_low": 0.1, "ci_high": 0.5}, None),
        ({"estimate": 0.3}, None),
        ({"ci_level": 0}, "Input should be greater than 0"),
        ({"ci_level": 95}, "Input should be less than 1"),
        ({"estimate": 0.3, "t": -2.1}, "'t' of -2.1 and the estimate 0.3 point to opposite sides"),
        ({"estimate": -0.3, "t": -2.1}, None),
        ({"estimate": 0, "t": -2.1}, None),
    ],
)
def test_an_estimate_lies_within_its_interval(fields, refusal):
    assert effect("SMD", **fields) == refusal


@pytest.mark.parametrize("type_", RATIOS)
@pytest.mark.parametrize("field", ["estimate", "ci_low", "ci_high"])
@pytest.mark.parametrize("value", [0, -0.2])
def test_a_ratio_is_above_zero(type_, field, value):
    # protects: a log ratio that is written down as a ratio
    told = f"a ratio ({type_}) is above zero; give the ratio itself, not its logarithm"
    assert effect(type_, **{field: value}) == told
    assert effect(type_, **{field: 0.2}) is None


@pytest.mark.parametrize("value", [-1, 1, 1.2])
def test_a_correlation_lies_between_its_ends(value):
    assert effect("r", estimate=value) == "a correlation (r) lies between -1 and 1"
    assert effect("r", estimate=0.99) is None


@pytest.mark.parametrize("type_", ["counts", "proportions"])
@pytest.mark.parametrize("field", ["estimate", "ci_low", "ci_high"])
def test_counts_and_proportions_give_their_ratio_from_both_arms(type_, field):
    assert effect(type_, **{field: 0.5}) == (f"'{field}' has no place in {type_}, which give the ratio from both arms")


@pytest.mark.parametrize("type_", [*RATIOS, "counts", "proportions", "r", "percent", "other"])
def test_a_t_value_compares_means(type_):
    assert effect(type_, t=2.1) == f"'t' compares means, and this effect is of type {type_}"


@pytest.mark.parametrize("type_", ["SMD", "MD", *MEANS])
def test_a_t_value_of_means_is_taken(type_):
    assert effect(type_, t=2.1) is None


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"events": 31, "n": 30}, "'events' of 31 cannot be: the arm has 30 people"),
        ({"events": 30, "n": 30}, None),
        ({"events": 31}, None),
        ({"sd": 1.0, "se": 0.2}, "'se' beside 'sd' says the same twice; keep the one that was printed"),
        ({"sd_before": 1.0}, "'sd_before' and 'sd_after' are of use only together"),
        ({"sd_after": 1.0}, "'sd_before' and 'sd_after' are of use only together"),
        ({"sd_before": 1.0, "sd_after": 1.1}, None),
        ({"sd": 0}, "Input should be greater than 0"),
        ({"se": -1.0}, "Input should be greater than 0"),
        ({"n": 0}, "Input should be greater than or equal to 1"),
        ({"events": -1}, "Input should be greater than or equal to 0"),
        ({"share": 1.1}, "Input should be less than or equal to 1"),
        ({"share": -0.1}, "Input should be greater than or equal to 0"),
        ({"median": 3.0, "quartiles": [2.0, 5.0]}, None),
        ({"quartiles": [5.0, 2.0]}, "'quartiles' starts at 5, above its end 2"),
        ({"range": [5.0, 2.0]}, "'range' starts at 5, above its end 2"),
    ],
)
def test_the_statistics_of_an_arm_fit_together(fields, refusal):
    assert sentence(ArmStatistics, {}, **fields) == refusal


@pytest.mark.parametrize("place", ["intervention", "comparator"])
@pytest.mark.parametrize(
    ("type_", "arm", "refusal"),
    [
        ("counts", {"mean": 3.0, "events": 1}, "'{}' has 'mean', which an effect of type counts cannot use"),
        ("r", {"mean": 3.0}, "'{}' has 'mean', which an effect of type r cannot use"),
        ("SMD", {"se": 0.2}, "'{}' has 'se', which an effect of type SMD cannot use"),
        (
            "mean-post",
            {"mean": 3.0, "sd_before": 1.0, "sd_after": 1.0},
            "'{}' has 'sd_before', which an effect of type mean-post cannot use",
        ),
        ("RR", {"events": 3}, "'{}' has 'events', which an effect of type RR cannot use"),
        ("counts", {"events": 3, "share": 0.1}, "'{}' has 'share', which an effect of type counts cannot use"),
        ("mean-post", {"mean": 3.0, "median": 3.0}, "'{}' has 'median', which an effect of type mean-post cannot use"),
        ("medians", {"n": 30}, "'{}' needs 'median' in an effect of type medians"),
        ("mean-post", {"sd": 1.0}, "'{}' needs 'mean' in an effect of type mean-post"),
        ("mean-change", {"n": 30}, "'{}' needs 'mean' in an effect of type mean-change"),
        ("counts", {"n": 30}, "'{}' needs 'events' in an effect of type counts"),
        ("proportions", {"n": 30}, "'{}' needs 'share' in an effect of type proportions"),
        ("mean-post", ARM, None),
        ("mean-change", {"mean": -1.0, "sd_before": 1.0, "sd_after": 1.1}, None),
        ("counts", {"events": 3, "n": 30}, None),
        ("proportions", {"share": 0.1, "n": 30}, None),
        ("MD", {"n": 30}, None),
    ],
)
def test_an_arm_has_what_its_type_of_effect_can_use(place, type_, arm, refusal):
    assert effect(type_, **{place: arm}) == (refusal and refusal.format(place))


def test_an_interval_has_two_ends():
    assert read(Effect, {"type": "SMD", "ci_low": 0.1, "ci_high": 0.5}).interval == (0.1, 0.5)
    assert read(Effect, {"type": "SMD", "ci_low": 0.1}).interval is None
    assert read(Effect, {"type": "SMD", "ci_high": 0.5}).interval is None


def test_a_level_that_nobody_recorded_stays_unknown():
    # protects: the 95% that is assumed is never kept as if it had been printed
    assert read(Effect, {"type": "SMD", "ci_low": 0.1, "ci_high": 0.5}).ci_level is None


number = st.floats(-100, 100).map(lambda value: round(value, 3))


# Whatever three numbers are printed, the record holds an estimate within its interval or none is kept.
@given(number, number, number)
def test_no_effect_lies_outside_its_own_interval(estimate, low, high):
    refused = effect("SMD", estimate=estimate, ci_low=low, ci_high=high)
    assert (refused is None) == (low < high and low <= estimate <= high)


@pytest.mark.parametrize(
    ("changes", "is_comparison"),
    [
        ({}, True),
        ({"comparison": "between-group"}, True),
        ({"comparison": "added to usual care"}, True),
        ({"comparison": "within-group"}, False),
        ({"direction": "within-group-only"}, False),
        ({"direction": "within-group-only", "comparison": "between-group"}, False),
        ({"direction": "unclear"}, True),
    ],
)
def test_before_and_after_in_one_group_is_no_comparison(changes, is_comparison):
    assert read(Result, RESULT, **changes).is_comparison is is_comparison


@pytest.mark.parametrize(
    ("printed", "p"),
    [("<0.05", PValue(0.05, "below")), (" .04 ", PValue(0.04, "exact")), ("0.000 (as printed)", None), (None, None)],
)
def test_a_p_value_stays_as_printed_and_is_read_beside(printed, p):
    result = read(Result, RESULT, p_value=printed)
    assert result.p == p
    assert result.p_value == (printed and printed.strip())


def test_a_p_value_is_a_text():
    # protects: 0.050 as a number would be printed as 0.05, and 0.000 as 0
    assert sentence(Result, RESULT, p_value=0.04) == "Input should be a valid string"


@pytest.mark.parametrize(
    ("key", "right", "wrong"),
    [
        ("pmid", ["1", "99000001", "999999999"], ["0", "01", "1234567890", "PMID 1", "", "12a", "99000001\n"]),
        ("pmcid", ["PMC1", "PMC10895515"], ["10895515", "pmc1", "PMC", "PMC1a"]),
        (
            "doi",
            ["10.1000/x", "10.123456789/a(b)c"],
            ["https://doi.org/10.1000/x", "10.1/x", "10.1000/", "10.1000/a b"],
        ),
        ("link", ["https://example.org/a", "http://example.org"], ["example.org", "javascript:alert(1)", "https:// a"]),
        ("year", [1800, 2100], [1799, 2101]),
        ("n_total", [0, 12], [-1]),
        ("trial", ["one-trial"], ["One Trial"]),
        ("flags", [["results-not-seen"]], [["Results not seen"]]),
        ("notices", [["retracted", "preprint"]], [["withdrawn"]]),
    ],
)
def test_identifiers_and_counts_have_their_form(key, right, wrong):
    assert [value for value in right if refusals(Study, STUDY, **{key: value})] == []
    assert [value for value in wrong if not refusals(Study, STUDY, **{key: value})] == []


@pytest.mark.parametrize("trial_id", ["NCT00000001", "ISRCTN00000001", "CRD42099000001"])
def test_a_registration_names_its_registry(trial_id):
    assert read(Registration, {"text": "invented"}, trial_ids=[trial_id]).trial_ids == (trial_id,)


@pytest.mark.parametrize("trial_id", ["NCT1", "nct00000001", "NCT000000011", "ISRCTN1", "CRD", "EudraCT 1", "00000001"])
def test_an_unknown_form_of_registration_is_refused(trial_id):
    assert "should match pattern" in sentence(Registration, {"text": "invented"}, trial_ids=[trial_id])


@pytest.mark.parametrize(
    ("model", "changes", "refusal"),
    [
        (Attrition, {"percent": 101}, "Input should be less than or equal to 100"),
        (Attrition, {"percent": -1}, "Input should be greater than or equal to 0"),
        (Heterogeneity, {"i2": 100.5}, "Input should be less than or equal to 100"),
        (PedroScore, {"out_of": 0}, "Input should be greater than or equal to 1"),
        (PedroScore, {"score": -1}, "Input should be greater than or equal to 0"),
        (Finding, {"control_risk": 0}, "Input should be greater than 0"),
        (Finding, {"control_risk": 1}, "Input should be less than 1"),
        (Finding, {"weeks": -1}, "Input should be greater than or equal to 0"),
        (Finding, {"better_if": "lower is better"}, "Input should be 'higher' or 'lower'"),
        (Finding, {"coded_by": "a machine"}, "Input should be 'project'"),
        (Collection, {"pubmed_search": "failed"}, "Input should be 'not run' or 'run'"),
        (BiasSignals, {"basis": ""}, "String should have at least 1 character"),
        (ReviewFacts, {"of": "trials of all kinds"}, "Input should be 'randomised trials', 'trials', 'mixed designs'"),
    ],
)
def test_values_outside_their_range_are_refused(model, changes, refusal):
    assert sentence(model, LEAST[model], **changes).startswith(refusal)


def test_what_was_not_looked_for_is_not_the_same_as_not_stated():
    # protects: an absent signal is never read as 'no'
    signals = read(BiasSignals, {"basis": "invented"}, randomised={"value": "not stated", "why": "invented"})
    assert signals.randomised.value == "not stated"
    assert signals.concealment is None


@pytest.mark.parametrize("design", Design)
def test_facts_of_a_review_belong_to_reviews_and_only_to_them(design):
    told = f"'review' belongs to reviews, and only to them; this design is '{design}'"
    with_facts, without = (sentence(Study, STUDY, design=design.value, **facts) for facts in ({"review": REVIEW}, {}))
    assert (with_facts, without) == ((None, told) if design in REVIEWS else (told, None))


def test_a_finding_names_a_result_that_the_study_reports():
    named = FINDING | {"result": "pian"}
    assert sentence(Study, STUDY, outcomes=[RESULT], findings=[named]) == (
        "finding names the result 'pian', which this study does not report"
    )
    assert sentence(Study, STUDY, outcomes=[RESULT], findings=[FINDING | {"result": "pain"}]) is None
    assert sentence(Study, STUDY, outcomes=[RESULT], findings=[FINDING]) is None


def test_a_study_gives_one_finding_for_each_outcome():
    # protects: a study that is counted twice
    twice = [FINDING, FINDING]
    assert sentence(Study, STUDY, findings=twice) == (
        "two findings for humming / pain; a study gives one result for each outcome"
    )
    assert sentence(Study, STUDY, findings=[FINDING, FINDING | {"outcome": "sleep"}]) is None


def test_a_study_is_listed_once():
    table = LEAST[StudyTable]
    assert sentence(StudyTable, table, studies=[STUDY, STUDY]) == "study 'aria' is listed more than once"
    assert read(StudyTable, table, studies=[STUDY, STUDY | {"id": "bass"}]).studies[1].id == "bass"


def test_results_and_findings_are_found_by_name():
    study = read(Study, STUDY, outcomes=[RESULT, RESULT | {"name": "sleep"}], findings=[FINDING])
    assert study.result("sleep") is study.outcomes[1]
    assert study.result("load") is None
    assert study.result(None) is None
    assert study.finding_for("humming", "pain") is study.findings[0]
    assert study.finding_for("humming", "sleep") is None
    assert study.finding_for("pain", "humming") is None


@pytest.mark.parametrize(
    ("numbers", "people"),
    [
        ({"n_analysed": 50, "n_total": 60, "n_randomised": 70}, 50),
        ({"n_total": 60, "n_randomised": 70}, 60),
        ({"n_randomised": 70}, 70),
        ({"n_analysed": 0, "n_total": 60}, 0),
        ({}, None),
    ],
)
def test_people_are_those_analysed_else_those_known(numbers, people):
    # protects: 0 is a number that was seen; only an absent number is unknown
    assert read(Study, STUDY, **numbers).participants_counted == people


def test_the_people_of_a_review_are_those_of_its_trials():
    review = STUDY | {"design": "meta-analysis", "review": REVIEW | {"participants": 900}}
    assert read(Study, review).participants_counted == 900
    assert read(Study, review, n_total=800).participants_counted == 800


@pytest.mark.parametrize(("said", "people"), [(None, 50), (20, 20), (0, 0), ("not seen", None)])
def test_a_part_of_a_study_has_people_of_its_own(said, people):
    study = read(Study, STUDY, n_analysed=50, findings=[FINDING | ({} if said is None else {"participants": said})])
    assert study.participants_behind(study.findings[0]) == people


def test_the_number_of_people_is_a_number_or_not_seen():
    told = refusals(Finding, FINDING, participants="unknown")
    assert "Input should be 'not seen'" in [words for _, words in told]


@pytest.mark.parametrize("element", ["population", "intervention", "comparator", "outcome", "purpose"])
def test_every_match_has_its_reason(element):
    # protects: promise 4, every coding can be followed
    without = {key: value for key, value in MATCH[element].items() if key != "why"}
    assert refusals(Finding, FINDING, match=MATCH | {element: without}) == [(f"match.{element}.why", "Field required")]
    blank = MATCH[element] | {"why": "  "}
    assert refusals(Finding, FINDING, match=MATCH | {element: blank}) == [
        (f"match.{element}.why", "String should have at least 1 character")
    ]


def test_a_surrogate_is_a_match_of_outcomes_only():
    assert refusals(Finding, FINDING, match=MATCH | {"outcome": {"code": "surrogate", "why": "invented"}}) == []
    assert refusals(Finding, FINDING, match=MATCH | {"population": {"code": "surrogate", "why": "invented"}}) != []


@pytest.mark.parametrize("databases", ["three databases", ["PubMed", "PEDro"]])
def test_the_databases_of_a_review_are_a_list_or_words(databases):
    told = read(ReviewFacts, REVIEW, databases=databases).databases
    assert told == (databases if isinstance(databases, str) else tuple(databases))


@pytest.mark.parametrize("throughout", [True, False, "partly"])
def test_a_review_says_whether_every_study_tested_the_intervention(throughout):
    assert read(ReviewFacts, REVIEW, intervention_throughout=throughout).intervention_throughout == throughout


@pytest.mark.parametrize("date", ["2026-01", "31 January 2026", ""])
def test_a_collection_has_a_day(date):
    assert "should match pattern" in sentence(Collection, COLLECTION, date=date)
