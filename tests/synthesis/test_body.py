"""Which studies count, once each (grading specification 1.3, 2.2, 2.3)."""

import pytest

from tests.synthesis.factory import arms, interval, match, names, only, reading, review, said, study, weigh

TRIALS = [study("old", year=2015, n=50), study("new", year=2022, n=60)]
COMPARED = interval("SMD", -0.5, -0.8, -0.2)


def standing(assessed, name):
    return reading(assessed, name).standing.value.name


def counted(assessed):
    return [found.study.id for body in assessed.streams for found in body.studies]


# What never counts


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"notices": ["retracted"]}, "RETRACTED"),
        ({"design": "protocol"}, "PROTOCOL"),
        ({"design": "protocol", "notices": ["retracted"]}, "PROTOCOL"),
        ({"design": "animal"}, "PRECLINICAL"),
        ({"design": "in-vitro", "notices": ["retracted"]}, "PRECLINICAL"),
        ({"matched": match(answers="surrogate")}, "NOT_DIRECT"),
        ({"matched": match(answers="surrogate"), "notices": ["retracted"]}, "NOT_DIRECT"),
        ({"says": "within"}, "NO_USABLE_RESULT"),
        ({"says": None}, "NO_USABLE_RESULT"),
    ],
)
def test_what_never_counts(facts, expected):
    # protects: protocols, retracted papers, animals and other questions are listed, never weighed (never 17)
    assessed = weigh(study("sound", n=50, p="0.2"), study("odd", **({"n": 900, "p": "<0.001"} | facts)))
    assert standing(assessed, "odd") == expected
    assert counted(assessed) == ["sound"]


def test_a_preprint_counts_and_says_so():
    # protects: a preprint is evidence with a note, not hidden and not thrown away (never 17)
    assessed = weigh(study("a", n=50, notices=["preprint"]))
    assert counted(assessed) == ["a"]
    assert names(assessed) == ["PREPRINT"]


# One report for each trial


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"says": "within", "finding": {"weeks": 52}}, {"says": "favours"}),
        ({"matched": match(partial="O"), "finding": {"weeks": 52}}, {"finding": {"weeks": 4}}),
        ({"finding": {"weeks": 4}, "effect": COMPARED}, {"finding": {"weeks": 12}}),
        ({"finding": {"weeks": 4}}, {"finding": {"weeks": 4}, "effect": COMPARED}),
        ({"year": 2018}, {"year": 2019}),
        ({"pmid": "99000001"}, {"pmid": "99000002"}),
        ({"notices": ["retracted"], "finding": {"weeks": 52}}, {}),
    ],
    ids=["usable", "claimed outcome", "longest follow-up", "with interval", "newest", "highest PMID", "not retracted"],
)
@pytest.mark.parametrize("turned", [False, True])
def test_papers_of_one_trial_count_once(first, second, turned):
    # protects: a trial is not counted for every paper about it, and the choice follows a rule (never 4)
    papers = [study("a", trial="t", n=50, **first), study("b", trial="t", n=50, **second)]
    assessed = weigh(*(papers[::-1] if turned else papers))
    assert counted(assessed) == ["b"]
    assert only(assessed).numbers.n_participants == 50
    assert standing(assessed, "a") in {"SAME_TRIAL", "RETRACTED"}


def test_papers_of_one_trial_are_one_direct_study():
    # protects: the number of direct studies is one of studies, not of papers (never 4)
    papers = [study(name, trial="t", n=50) for name in "abc"]
    assert only(weigh(*papers, study("d", n=40))).numbers.k_direct == 2


def test_the_set_aside_paper_names_the_one_that_counts():
    # protects: a reader can follow which paper speaks for the trial
    assessed = weigh(study("a", trial="t", finding={"weeks": 4}), study("b", trial="t", finding={"weeks": 8}))
    assert reading(assessed, "a").standing.reason == "same trial or sample as b"


# ANCHOR-REVIEW


def test_the_newest_review_speaks_instead_of_its_trials():
    # protects: a review and its own trials are never both counted (never 4)
    reviews = [review("early", year=2018), review("late", year=2021, effect=COMPARED, included_trials=6)]
    assessed = weigh(*TRIALS, *reviews)
    assert counted(assessed) == ["late"]
    assert standing(assessed, "early") == "IN_REVIEW"
    assert only(assessed).route.value.name == "REVIEW"


def test_trials_before_and_after_the_search_of_the_review():
    # protects: newer trials are shown as newer, not as part of the review
    assessed = weigh(*TRIALS, review("r", year=2021, last_search="2020-06"))
    assert standing(assessed, "old") == "IN_REVIEW"
    assert (standing(assessed, "new"), reading(assessed, "new").standing.reason) == (
        "SINCE_REVIEW",
        "published after r searched",
    )
    assert counted(assessed) == ["r"]


@pytest.mark.parametrize("last_search", [None, "spring of 2020"])
def test_without_a_readable_search_date_the_year_of_the_review_stands_in(last_search):
    # protects: an unknown search date is not read as a long ago one
    facts = {"last_search": last_search} if last_search else {}
    assert standing(weigh(*TRIALS, review("r", year=2022, **facts)), "new") == "IN_REVIEW"


def test_the_search_date_comes_before_the_year_of_the_review():
    # protects: what appeared between search and publication is not part of the review
    assert standing(weigh(*TRIALS, review("r", year=2024, last_search="2021-03")), "new") == "SINCE_REVIEW"


@pytest.mark.parametrize("facts", [{"year": 2020, "last_search": "2019"}, {"year": 2021}])
def test_of_two_reviews_the_newer_one_speaks(facts):
    # protects: newest by year, then by search date
    assessed = weigh(review("b", **facts), review("a", year=2020, last_search="2018"))
    assert counted(assessed) == ["b"]


def test_of_reviews_of_one_day_the_higher_pmid_speaks():
    # protects: the choice does not hang on what the project calls a study
    assert counted(weigh(review("z", pmid="99000001"), review("a", pmid="99000002"))) == ["a"]


@pytest.mark.parametrize("facts", [{"notices": ["preprint"]}, {"notices": ["retracted"]}, {"says": "unclear"}])
def test_what_is_no_anchor_review(facts):
    # protects: a preprint, a retracted or an unusable review never replaces trials
    assessed = weigh(*TRIALS, review("r", year=2024, **facts))
    assert counted(assessed) == ["old", "new"]


def test_an_older_review_speaks_where_the_newest_one_cannot():
    # protects: an unusable review does not silence a usable one
    assert counted(weigh(review("late", "unclear", year=2024), review("early", year=2019))) == ["early"]


@pytest.mark.parametrize("matched", [match(partial="I"), match(partial="O")])
def test_a_partly_direct_review_does_not_replace_direct_trials(matched):
    # protects: a review of something wider never speaks for the trials of the claim
    assessed = weigh(*TRIALS, review("r", matched=matched))
    assert counted(assessed) == ["old", "new"]
    assert reading(assessed, "r").standing.reason == "reviews and trials are never counted twice"


@pytest.mark.parametrize("beside", [[], [study("a", "within")], [study("a", "unclear")]])
def test_a_partly_direct_review_speaks_where_no_trial_is_usable(beside):
    # protects: a review is better than silence, and an unusable trial does not silence it
    assert counted(weigh(*beside, review("r", matched=match(partial="I")))) == ["r"]


def test_trials_do_not_silence_a_review_of_cohorts():
    # protects: only trials of its own stream come before a partly direct review
    cohorts = review("r", of="observational studies", matched=match(partial="I"))
    assert counted(weigh(*TRIALS, cohorts)) == ["old", "new", "r"]


def test_a_review_of_other_people_may_speak():
    # protects: only intervention and outcome must be direct; the people are rated down
    assert counted(weigh(*TRIALS, review("r", matched=match(partial="P")))) == ["r"]


def test_streams_have_reviews_of_their_own():
    # protects: a review of trials does not swallow cohorts, nor the reverse
    cohort = study("c", design="cohort", n=900)
    assert counted(weigh(*TRIALS, cohort, review("r"))) == ["r", "c"]
    assert counted(weigh(*TRIALS, cohort, review("r", of="observational studies"))) == ["old", "new", "r"]


@pytest.mark.parametrize("facts", [{"says": "unclear"}, {"of": "not stated"}])
def test_a_review_that_cannot_be_read_is_unusable_not_set_aside(facts):
    # protects: the reason why a review does not count is the true one
    assessed = weigh(review("r", **facts))
    assert standing(assessed, "r") == "NO_USABLE_RESULT"
    assert said(assessed) == ("cannot-assess", "soften")


def test_a_lone_preprint_review_is_no_evidence_and_says_why():
    # protects: a preprint review never becomes an anchor by being alone
    assessed = weigh(review("r", notices=["preprint"]))
    assert reading(assessed, "r").standing.reason == "a preprint never speaks for its trials"
    assert assessed.gate.value == "NO_USABLE_RESULT"


# Registered trials that never reported

DONE = {"design": "protocol", "says": None}
SILENT = {"text": "registered", "status": "completed", "results": "none seen"}


@pytest.mark.parametrize(
    ("plans", "expected"),
    [
        ([], None),
        ([study("p", **DONE)], None),
        ([study("p", **DONE, registration=SILENT)], 1),
        ([study("p", **DONE, registration=SILENT), study("q", **DONE, registration=SILENT)], 2),
        ([study("p", **DONE, registration=SILENT, trial="t"), study("q", **DONE, registration=SILENT, trial="t")], 1),
        ([study("p", **DONE, registration=SILENT | {"status": "recruiting"})], None),
        ([study("p", **DONE, registration=SILENT | {"results": "published"})], None),
        ([study("p", **DONE, registration=SILENT, matched=match(none="I"))], None),
        ([study("p", **DONE, registration=SILENT, trial="t"), study("report", n=20, trial="t")], None),
    ],
    ids=[
        "none known",
        "no registry record",
        "one",
        "two",
        "plan and record of one trial",
        "recruiting",
        "published",
        "another question",
        "reported",
    ],
)
def test_completed_trials_without_results(plans, expected):
    # protects: known silence speaks; that none is known stays unknown, because no registry was searched
    assert only(weigh(study("a", n=50), *plans)).numbers.unreported_trials == expected


def test_a_result_with_arms_counts_like_any_other():
    # protects: means, standard deviations and sizes supply direction and size
    assessed = weigh(study("a", "favours", effect=arms("mean-post", (3, 2, 30), (5, 2, 30))))
    assert only(assessed).numbers.directions == (1, 0)
