"""How whole invented abstracts are read, every field of them (docs/accuracy.md tells before and after mending)."""

import pytest

from tests.appraise.examination.judge import FIELDS, Judged, figures, judged
from tests.appraise.examination.matching import DEGREE, held_against_claims
from tests.appraise.examination.papers import MATCHES, SETS, Paper, papers_of
from tests.appraise.examination.wordings import judged_wording, sentences_of

PAPERS = {name: papers_of(name) for name in SETS}
KEYS = {*FIELDS, "notices", "arms", "comparison", "wording", "results", "means"}


def test_every_abstract_is_invented_once_and_its_codes_are_known():
    papers = [paper for part in PAPERS.values() for paper in part]
    assert len({paper.name for paper in papers}) == len({paper.title for paper in papers}) == 450
    assert {key for paper in papers for key in paper.truth} <= KEYS
    assert all(paper.truth for paper in papers)


# What was reached, less a little. Errors of the first seven were read, of the third round only the sure ones.
@pytest.mark.parametrize(
    ("name", "found", "right", "sure"),
    [
        ("trials", 0.93, 0.97, 0.99),
        ("others", 0.89, 0.96, 0.97),
        ("results", 0.96, 0.97, 0.98),
        ("observational", 0.91, 0.94, 0.98),
        ("uncommon", 0.90, 0.94, 0.98),
        ("syntheses", 0.93, 0.97, 0.98),
        ("directions", 0.93, 0.96, 0.98),
        ("third_observational", 0.79, 0.91, 0.95),
        ("third_syntheses", 0.84, 0.91, 0.97),
        ("third_trials", 0.84, 0.91, 0.96),
    ],
)
def test_the_share_that_is_read_rightly(name, found, right, sure):
    reached = figures(one for paper in PAPERS[name] for one in judged(paper))
    assert (reached["found_right"] >= found, reached["answers_right"] >= right, reached["sure_right"] >= sure) == (
        (True,) * 3
    ), reached


def test_whether_a_record_bears_on_a_claim_is_read_rightly_by_nobody_s_mending():
    unread = [paper for paper in papers_of(MATCHES) if paper.unread]
    whether = [one for paper in unread for one in held_against_claims(paper) if not one.field.endswith(DEGREE)]
    reached = figures(whether)
    assert (reached["found_right"] >= 0.93, reached["sure_right"] >= 0.97, reached["sure"] >= 150) == (True,) * 3, (
        reached
    )


def test_how_an_article_words_what_it_says_is_read_rightly_by_nobody_s_mending():
    judgements = [one for row in sentences_of(unread=True) for one in judged_wording(row)]
    strength = figures(one for one in judgements if one.field == "strength")
    others = figures(one for one in judgements if one.field in {"advice", "certainty", "magnitude"})
    assert (strength["answers_right"] >= 0.95, strength["sure_right"] >= 0.95, others["found_right"] >= 0.9) == (
        (True,) * 3
    ), (strength, others)


def test_figures_tell_found_from_answered_from_sure():
    told = [
        Judged("n", "right", sure=True, given=1, expected=1),
        Judged("n", "missed", sure=False, given=None, expected=1),
        Judged("n", "wrong", sure=False, given=2, expected=1),
        Judged("n", "invented", sure=True, given=2, expected=None),
        Judged("n", "rightly silent", sure=False, given=None, expected=None),
    ]
    assert figures(told) == {
        "codes": 4,
        "sure": 2,
        "found_right": pytest.approx(1 / 3),
        "answers_right": pytest.approx(1 / 3),
        "sure_right": 0.5,
    }


# protects: a claim whose people, treatment and outcome are all there, judged with the lines of the product
def test_an_abstract_is_held_against_a_claim():
    told = {
        "claim": {
            "population": "people with hiccups", "patients": True, "intervention": "humming", "comparator": None,
            "outcome": "hiccups that stop", "purpose": "treat",
        },
        "terms": {"kind": "event", "intervention": {"terms": ["hum*"]}, "outcome": {"terms": ["hiccup*"]}},
        "truth": {"population": "direct", "intervention": "partial", "outcome": "absent"},
    }  # fmt: skip
    text = "Adults with hiccups hummed. The number of hiccups fell."
    found = list(held_against_claims(Paper("one", "Humming", (("", text),), {}, unread=True, claims=(told,))))
    verdicts = {one.field: (one.verdict, one.sure) for one in found}
    assert verdicts == {
        "population": ("right", True), "population_degree": ("right", False),
        "intervention": ("right", True), "intervention_degree": ("wrong", False),
        "outcome": ("wrong", True), "outcome_degree": ("wrong", False),
    }  # fmt: skip
