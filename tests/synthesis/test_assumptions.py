"""What had to be assumed is said beside the estimate, and moves with one number of the threshold table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.language.catalogue import Language
from claimbook.language.said import Said
from claimbook.language.speak import speaking, spoken
from claimbook.model.effect import Effect
from claimbook.model.printed import read_p
from claimbook.model.study import StudyTable
from claimbook.model.terms import Reading
from claimbook.synthesis.details.sensitivity import sensitivity
from claimbook.synthesis.study.arms import Context
from claimbook.synthesis.study.assumptions import assumed as taken_as
from claimbook.synthesis.study.effect_size import IMPUTED_CORRELATION
from claimbook.synthesis.study.estimates import estimate_from
from claimbook.synthesis.thresholds import DEFAULT, Thresholds
from tests.synthesis.factory import assumed, claim, reading, review, study, weigh

T_VALUE = {"type": "SMD", "t": -2.4726}
TWO = [{"name": "humming"}, {"name": "silence"}]
THREE = [*TWO, {"name": "whistling"}]
COUNTS = {"type": "counts", "intervention": {"events": 4}, "comparator": {"events": 9}}
NO_SIZES = "sizes of the arms not seen, 40 people taken as 20 and 20"


def read(effect, *, make=study, **facts):
    return reading(weigh(make("a", effect=effect, **facts)), "a")


@pytest.mark.parametrize(
    "effect",
    [
        T_VALUE,
        COUNTS,
        {"type": "SMD", "estimate": -0.5},
        {"type": "proportions", "intervention": {"share": 0.2}, "comparator": {"share": 0.4}},
        {"type": "mean-post", "intervention": {"mean": 3, "sd": 2}, "comparator": {"mean": 4, "sd": 2}},
    ],
)
def test_equal_arms_are_assumed_and_said(effect):
    # protects: a trial of two arms that prints only its total is used, and the reader is told
    found = read(effect, n=40, arms=TWO)
    assert NO_SIZES in assumed(found.estimate)
    assert found.estimate.interval is not None


@pytest.mark.parametrize(
    "facts",
    [
        {"n": 40, "arms": THREE},
        {"n": 40, "design": "crossover"},
        {"n": 40, "design": "cohort"},
        {"n": None},
        {"n": 40, "finding": {"participants": "not seen"}},
        {"participants": 40, "make": review},
    ],
    ids=[
        "three arms",
        "same people in both",
        "nobody divided them",
        "no total",
        "total of the result unknown",
        "review",
    ],
)
def test_no_sizes_are_assumed_where_the_total_is_not_that_of_two_arms(facts):
    # protects: people of a third arm, or of many studies, are never handed to the two that are compared
    found = read(T_VALUE, **facts)
    assert found.estimate is None
    assert found.reading.value is Reading.FAVOURS  # the words remain


def test_a_named_part_of_a_study_has_two_arms():
    # protects: 40 people behind the result of a trial of three arms are those of the two compared
    assert NO_SIZES in assumed(read(T_VALUE, n=60, arms=THREE, finding={"participants": 40}).estimate)


@pytest.mark.parametrize("place", ["intervention", "comparator"])
def test_one_missing_size_is_the_rest(place):
    # protects: 25 of 47 people leave 22 for the other arm
    effect = {"type": "MD", "estimate": -3.8, place: {"n": 25}}
    assert read(effect, n=47, p="0.008").estimate.variance == pytest.approx(1.3691**2, abs=1e-3)
    found = read({**T_VALUE, place: {"n": 25}}, n=47).estimate
    assert assumed(found)[-1] == "size of one arm not seen, taken as the rest of 47 people"


def test_printed_sizes_need_no_assumption():
    # protects: nothing is said to be assumed where everything was printed
    full = {"type": "counts", "intervention": {"events": 4, "n": 20}, "comparator": {"events": 9, "n": 25}}
    assert assumed(read(full, n=45).estimate) == ()


def test_number_against_words_is_no_result_for_new_kinds_either():
    # protects: 9 events against 4 is no benefit, whatever the words say (never 3)
    turned = {"type": "counts", "intervention": {"events": 9, "n": 20}, "comparator": {"events": 4, "n": 20}}
    assert read(turned).reading.value is Reading.UNUSABLE


def test_without_polarity_nothing_is_used():
    # protects: counts of an event that may be good or bad have no side (never 7)
    assert read(COUNTS, n=40, better_if=None).estimate is None


def test_an_assumed_share_moves_the_estimate():
    # protects: a reader who moves the number sees the estimate move
    effect, context = Effect.model_validate(T_VALUE), Context(n=40, arms="two")
    half, quarter = (estimate_from(effect, "below", context, Thresholds(assumed_arm_share=s)) for s in (0.5, 0.25))
    assert half.value == pytest.approx(-0.7664, abs=1e-4)
    assert abs(quarter.value) > abs(half.value)
    assert quarter.variance > half.variance
    assert assumed(quarter)[-1] == "sizes of the arms not seen, 40 people taken as 10 and 30"


def test_both_assumptions_are_varied_by_the_sensitivity_analysis():
    # protects: an assumption that no sensitivity line shows
    about = claim()
    table = StudyTable.model_validate_json(
        '{"article": "humming", "collection": {"date": "2026-01-31", "method": "invented", "level": "invented",'
        ' "pubmed_search": "not run", "registries": "invented", "coded_by": "project"}, "studies": []}'
    )
    moved = {row.threshold.name: row.value for row in sensitivity([about], table)}
    assert {"assumed_arm_share", "imputed_correlation"} <= set(moved)


def test_one_correlation_is_imputed_everywhere():
    # protects: a table that says another number than the formulas use
    assert DEFAULT.imputed_correlation == IMPUTED_CORRELATION


# Whatever the shares of the arms, the side of a result never changes, and the intervals hold the estimate.
@given(st.floats(0.05, 0.95), st.integers(8, 2000), st.floats(-9, 9).filter(bool))
def test_an_assumption_never_turns_a_sign(share, n, t_value):
    effect = Effect.model_validate({"type": "SMD", "t": t_value})
    found = estimate_from(effect, "above", Context(n=n, arms="two"), Thresholds(assumed_arm_share=share))
    if found is not None and found.interval is not None:
        assert found.value * t_value >= 0
        assert found.interval[0] < found.value < found.interval[1]


@pytest.mark.parametrize(
    ("name", "facts", "english", "other"),
    [
        ("p-bound", {"p": read_p("<0.05")}, "p <0.05 taken as its bound", "p <0,05 taken as its bound"),
        ("p-exact", {"p": read_p("0.0400")}, "p 0.04 taken as exact", "p 0,04 taken as exact"),
        ("se-from-t", {"t": 2.5}, "standard error computed from t 2.5", "standard error computed from t 2,5"),
        ("level-converted", {"level": 0.9}, "90% interval converted to 95%", "90 % interval converted to 95%"),
    ],
)
def test_numbers_of_an_assumption_take_the_marks_of_the_language(name, facts, english, other):
    # protects: a p value that is printed with a point in a language of commas
    words = taken_as(name, **facts).words
    assert words == english
    with speaking(Language("xx", decimal=",", percent=" %")):
        assert spoken(words) == other


@pytest.mark.parametrize(
    ("name", "fact", "word"),
    [
        *[("midpoint", "scale", word) for word in ("printed", "log")],
        *[("g-from-means", "scores", word) for word in ("final", "change", "not said")],
    ],
)
def test_words_of_an_assumption_are_messages(name, fact, word):
    # protects: one English word inside a sentence of another language
    words = taken_as(name, **{fact: word}).words
    assert f" {word} {fact}" in words
    assert isinstance(words.values[fact], Said)
