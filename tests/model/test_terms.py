"""The field's words are closed sets, in the order that the rules count on."""

from enum import StrEnum
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.language.said import Said
from claimbook.model import terms
from claimbook.model.assessment import BiasClass, Measure, Route, Standing
from claimbook.model.terms import (
    PRECLINICAL,
    REVIEWS,
    Action,
    Asserts,
    Certainty,
    Design,
    Direction,
    DomainName,
    Match,
    OutcomeMatch,
    Purpose,
    Reading,
    ReportedDirection,
    State,
    Stream,
    Strength,
    Verdict,
)

WORDS = {
    Strength: ["none", "associational", "hedged", "direct"],
    Purpose: ["treat", "prevent", "harm", "association"],
    Asserts: ["effect", "no-effect", "denial"],
    Direction: ["higher", "lower"],
    Match: ["direct", "partial", "none"],
    OutcomeMatch: ["direct", "partial", "surrogate", "different"],
    Design: [
        "rct",
        "crossover",
        "quasi-experimental",
        "cohort",
        "case-control",
        "cross-sectional",
        "case-series",
        "biomechanics-lab",
        "meta-analysis",
        "systematic-review",
        "protocol",
        "animal",
        "in-vitro",
    ],
    Stream: ["RCT", "NRSI", "OTHER", "PRECLINICAL"],
    Reading: ["favours", "against", "no difference shown", "no usable result"],
    State: ["favours", "inconclusive", "null", "against"],
    Verdict: [
        "contradicted",
        "overstated",
        "uncertain",
        "probably-supported",
        "supported",
        "not-directly-studied",
        "cannot-assess",
    ],
    Action: ["keep", "soften", "narrow", "correct"],
}


# These words stand in the files of every project; a word that changes makes old files unreadable.
@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_the_words_of_a_set_and_their_order(words):
    assert [word.value for word in words] == WORDS[words]


def test_no_set_of_words_is_left_out_here():
    found = {each for each in vars(terms).values() if isinstance(each, type) and issubclass(each, StrEnum)}
    assert found - {StrEnum} == set(WORDS)


@pytest.mark.parametrize("words", [*WORDS, Route, Measure, BiasClass, Standing], ids=lambda words: words.__name__)
def test_a_word_is_printed_as_it_is_written(words):
    assert [f"{word}" for word in words] == [word.value for word in words]
    assert len({word.value.casefold() for word in words}) == len(words)


@pytest.mark.parametrize(
    "words", [Strength, Design, Stream, State, BiasClass, Standing], ids=lambda words: words.__name__
)
def test_a_word_is_said_to_readers_as_a_message(words):
    # protects: English pages print the word itself, others their own word for it
    assert [word.words for word in words] == [word.value for word in words]
    assert all(isinstance(word.words, Said) for word in (*words, *Certainty, *Verdict))


def test_domains_are_the_five_of_grade_in_their_order():
    assert get_args(DomainName) == (
        "risk of bias",
        "inconsistency",
        "indirectness",
        "imprecision",
        "publication bias",
    )


def test_a_study_reports_one_of_five_directions():
    assert get_args(ReportedDirection) == (
        "favours-intervention",
        "no-difference",
        "favours-comparator",
        "within-group-only",
        "unclear",
    )


def test_strength_is_the_column_of_the_verdict_table():
    assert [strength.level for strength in Strength] == [0, 1, 2, 3]


def test_actions_go_from_mild_to_strong():
    assert [action.rank for action in Action] == [0, 1, 2, 3]
    assert max(Action, key=lambda action: action.rank) is Action.CORRECT


def test_five_verdicts_have_an_order_and_two_stand_outside():
    ranks = {verdict: verdict.rank for verdict in Verdict}
    assert [verdict for verdict, rank in ranks.items() if rank is None] == [
        Verdict.NOT_DIRECTLY_STUDIED,
        Verdict.CANNOT_ASSESS,
    ]
    ordered = sorted((v for v in Verdict if v.rank), key=lambda v: v.rank)
    assert ordered == [
        Verdict.CONTRADICTED,
        Verdict.OVERSTATED,
        Verdict.UNCERTAIN,
        Verdict.PROBABLY_SUPPORTED,
        Verdict.SUPPORTED,
    ]
    assert [verdict.rank for verdict in ordered] == [1, 2, 3, 4, 5]


def test_certainty_is_compared_as_a_number_and_printed_as_a_word():
    assert Certainty.VERY_LOW < Certainty.LOW < Certainty.MODERATE < Certainty.HIGH
    assert [int(level) for level in Certainty] == [1, 2, 3, 4]
    assert [level.words for level in Certainty] == ["very low", "low", "moderate", "high"]


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("low", Certainty.LOW),
        ("Very low", Certainty.VERY_LOW),
        ("  MODERATE ", Certainty.MODERATE),
        ("high", Certainty.HIGH),
        ("very-low", None),
        ("very  low", None),
        ("VERY_LOW", None),
        ("low to moderate", None),
        ("not stated", None),
        ("", None),
        ("4", None),
    ],
)
def test_certainty_is_read_from_its_own_words_only(words, level):
    # protects: what review authors state is quoted; 'low to moderate' is neither
    assert Certainty.from_words(words) is level


@given(st.text())
def test_no_text_breaks_the_reading_of_a_certainty(text):
    found = Certainty.from_words(text)
    assert found is None or found.words == text.strip().lower()


@pytest.mark.parametrize("level", Certainty)
def test_a_certainty_that_is_printed_reads_back(level):
    assert Certainty.from_words(level.words) is level


def test_reviews_and_preclinical_work_are_designs_apart():
    assert {Design.META_ANALYSIS, Design.SYSTEMATIC_REVIEW} == REVIEWS
    assert {Design.ANIMAL, Design.IN_VITRO} == PRECLINICAL
    assert not REVIEWS & PRECLINICAL


def test_no_effect_is_one_for_ratios_and_zero_elsewhere():
    assert {measure: measure.null for measure in Measure} == {
        Measure.RATIO: 1.0,
        Measure.SMD: 0.0,
        Measure.MD: 0.0,
        Measure.P_ONLY: 0.0,
    }
