"""A printed number is as sure as the direction beside which it stands, where both say the same."""

import pytest

from claimbook.appraise.direction.comparison import Triple
from claimbook.appraise.effects.results import results_of
from claimbook.appraise.effects.trust import interval_says, shows_a_difference, trusted
from claimbook.appraise.text.reading import text_of
from claimbook.model.appraisal import Read, Span
from claimbook.model.printed import read_p
from claimbook.model.record import AbstractSection

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
