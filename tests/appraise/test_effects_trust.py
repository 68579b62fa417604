"""A printed number is as sure as the direction beside which it stands, where both say the same."""

import pytest

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.effects.possible import IMPOSSIBLE_WORDS
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.effects.trust import interval_says, shows_a_difference, trusted
from claimbook.appraise.text.reading import text_of
from claimbook.model.appraisal import Read, Span
from claimbook.model.printed import read_p
from claimbook.model.record import AbstractSection

SURE, HUMMING = 0.5, Triple("humming", "", "hiccups")
SENTENCE = "Hiccups were rarer with humming than with silence (hazard ratio, 0.70; 95% CI, 0.50 to 0.90; P = .01)."


def trust(change, *, where=1, sentence=SENTENCE, sure=0.93):
    """The printed result of one sentence, beside a direction that was read in a passage."""
    text = text_of("", AbstractSection(sentence, "RESULTS"))
    read = Read(change, "explicit", sure, (Span(0, len(sentence), where),)) if change else Read.missing()
    (one,) = trusted(results_of(text, Triple("humming", "silence", "hiccups")), read)
    return one


def test_a_number_that_says_what_the_words_say_is_as_sure_as_they_are():
    one = trust("lower")
    assert [read.confidence for read in (one.p, one.measure, one.estimate, one.interval)] == [0.93] * 4


# protects: a p value or an interval of another outcome that passes for one of this
@pytest.mark.parametrize(
    ("change", "where", "most"),
    [("no-difference", 1, 0.4), ("lower", 2, 0.5), (None, 1, 0.5)],
)
def test_a_number_that_contradicts_or_stands_elsewhere_is_not_sure(change, where, most):
    one = trust(change, where=where)
    assert max(read.confidence for read in (one.p, one.estimate, one.interval)) == most


def test_an_interval_on_the_other_side_contradicts_though_its_p_value_does_not():
    one = trust("higher")
    assert (one.p.confidence, one.interval.confidence) == (0.93, 0.4)


@pytest.mark.parametrize(
    ("printed", "shows"),
    [("<.001", True), ("=.05", False), ("=.049", True), (">.05", False), ("<.10", None), (">.01", None)],
)
def test_what_a_p_value_shows(printed, shows):
    assert shows_a_difference(read_p(printed)) is shows


def test_what_is_not_printed_stays_missing():
    one = trust("lower", sentence="Hiccups were lower with humming (P = .01).")
    assert (one.interval.value, one.interval.confidence, interval_says(one)) == (None, 0.0, None)


def test_a_difference_of_medians_lies_on_a_side_as_one_of_means_does():
    one = trust("lower", sentence="Hiccups were rarer with humming (median difference -2, 95% CI -4 to -1; P = .01).")
    assert (one.measure.value, interval_says(one), one.estimate.confidence) == ("medians", "lower", 0.93)


def printed_as(numbers):
    """The printed result of a sentence that holds these numbers."""
    text = text_of("", AbstractSection(f"Hiccups were rarer with humming than with silence ({numbers}).", "RESULTS"))
    (one,) = results_of(text, Triple("humming", "silence", "hiccups"))
    return one


@pytest.mark.parametrize(
    ("numbers", "rule"),
    [
        ("hazard ratio 0.60, 95% CI 0.70 to 0.90", "effects.outside-its-interval"),
        ("HR 0.95 [95% CI, 0.65-0.90]", "effects.outside-its-interval"),
        ("mean difference -5.0; 95% CI -4.0 to -1.0", "effects.outside-its-interval"),
        ("SMD, -0.20; 95% CI -0.50 to -0.30", "effects.outside-its-interval"),
        ("RR 7.0, 95% CI 0.50 to 0.90", "effects.outside-its-interval"),
        ("odds ratio 0.60; 95% CI -0.20 to 0.90", "effects.ratio-not-above-zero"),
        ("r = 0.90, 95% CI 0.70 to 1.20", "effects.correlation-above-one"),
    ],
)
def test_numbers_that_cannot_stand_together_are_never_sure(numbers, rule):
    """What cannot be right was sure, was drafted, and was then refused by the study table."""
    one = printed_as(numbers)
    assert {read.rule for read in (one.measure, one.estimate, one.interval)} == {rule}
    assert max(read.confidence for read in (one.measure, one.estimate, one.interval)) == 0.4
    assert IMPOSSIBLE_WORDS[rule]


@pytest.mark.parametrize(
    "numbers",
    [
        "hazard ratio 0.60, 95% CI 0.40 to 0.90",
        "hazard ratio 0.40, 95% CI 0.40 to 0.90",
        "odds ratio 0.90, 95% CI 0.40 to 0.90",
        "mean difference -2.0; 95% CI -4.0 to 0.5",
        "SMD 0.00; 95% CI -0.50 to 0.50",
        "r = -0.30, 95% CI -0.50 to -0.10",
        "hazard ratio 0.60",
    ],
)
def test_numbers_that_fit_are_as_sure_as_before(numbers):
    """Only what cannot be right is doubted: an estimate may lie at the end of its interval."""
    one = printed_as(numbers)
    assert one.estimate.confidence == 0.95
    assert not {one.estimate.rule, one.interval.rule} & {*IMPOSSIBLE_WORDS}


def sure_estimates(sentence, triple=HUMMING):
    """What is printed of hiccups, where nothing but its place among other numbers could make it unsure."""
    text = text_of("", AbstractSection(sentence, "RESULTS"))
    return [one.estimate.value for one in results_of(text, triple) if one.estimate.confidence > SURE]


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("Pain and hiccups were fewer with humming (RR 0.60, {i} and RR 0.80, {i}, respectively).", [0.8]),
        ("Hiccups and pain were fewer with humming (RR 0.60, {i} and RR 0.80, {i}).", [0.6]),
        ("Humming reduced pain and hiccups (HR 0.60, {i}; HR 0.80, {i}).", []),
        ("Odds ratios for pain and hiccups were 0.60 ({i}) and 0.80 ({i}) with humming.", []),
        ("Hiccups were reduced by humming and by singing (OR 0.60, {i} and OR 0.80, {i}).", []),
        ("Humming reduced hiccups (RR 0.60, {i}) and pain (RR 0.80, {i}).", [0.6]),
        ("Humming reduced pain (RR 0.60, {i}) and hiccups (RR 0.80, {i}).", [0.8]),
        ("Humming reduced pain (RR 0.60, {i}), and singing reduced hiccups (RR 0.80, {i}).", []),
        ("Age (OR 0.70, {i}) and humming (OR 0.60, {i}) were associated with hiccups.", [0.6]),
        ("Obesity (OR 0.90, {i}) was associated with hiccups, as was humming (OR 0.60, {i}).", [0.6]),
        ("Compared with singing, humming reduced hiccups (OR 0.50, {i}), and compared with rest (OR 0.60, {i}).", []),
        ("Humming was associated with fewer hiccups in men (OR 0.60, {i}) and in women (OR 0.70, {i}).", []),
        ("Hiccups were rarer with humming (RR 0.60, {i}), but pain was not (RR 0.98, {i}).", [0.6]),
        ("Hiccups were rarer with humming (RR 0.60, {i}; adjusted RR 0.65, {i}).", [0.6]),
        ("Hiccups were rarer with humming at 4 weeks (RR 0.60, {i}) and at 12 weeks (RR 0.65, {i}).", [0.6, 0.65]),
        ("Men and women hummed, and hiccups were rarer with humming (RR 0.60, {i}).", [0.6]),
    ],
)
def test_of_several_estimates_only_its_own_is_sure(sentence, own):
    """Pain's ratio was surely that of hiccups, and age's that of humming, because one sentence told of both."""
    assert sure_estimates(sentence.format(i="95% CI 0.41 to 0.97")) == own


def test_a_list_of_which_one_number_was_read_is_of_nobody():
    """'by humming and by singing (MD -1.2 and -2.2, respectively)' gave -1.2 to whoever was asked for."""
    sentence = "Hiccups fell by singing and by humming (MD -1.2 and -2.2, respectively)."
    assert sure_estimates(sentence) == []
