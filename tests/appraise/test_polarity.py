"""Whether the primary endpoint came out positive, and whether the conclusion says more than that."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.appraise.record.appraisal import appraise
from claimbook.appraise.text.reading import text_of
from claimbook.appraise.trial.polarity import polarity_of_trial, primary_outcome
from claimbook.appraise.trial.spin import spin_of
from claimbook.model.record import AbstractSection
from tests.appraise.invented import record

METHODS = "Adults were randomised to humming or silence. The primary end point was hiccup-free survival."


def trial(result, conclusion, methods=METHODS):
    return text_of(
        "Humming for invented hiccups",
        AbstractSection(methods, "METHODS"),
        AbstractSection(result, "RESULTS"),
        AbstractSection(conclusion, "CONCLUSIONS"),
    )


@pytest.mark.parametrize(
    ("result", "conclusion", "polarity"),
    [
        ("Hiccup-free survival was longer with humming (HR 0.6; P = .01).", "Humming improves survival.", "positive"),
        ("Hiccup-free survival did not differ (P = .40).", "Humming did not improve survival.", "negative"),
        ("The trial did not meet its primary end point.", "Humming was well tolerated.", "negative"),
        # The conclusion praises a secondary outcome; the result decides.
        (
            "Hiccup-free survival was 4.1 v 4.0 months (P = .62). Sleep improved (P = .01).",
            "Humming improved sleep.",
            "negative",
        ),
        # The interval of one arm's own value tests nothing.
        (
            "Median hiccup-free survival was 9 months (95% CI, 7 to 11) v 5 months (95% CI, 4 to 6; P = .02).",
            "Humming prolongs survival.",
            "positive",
        ),
    ],
)
def test_polarity(result, conclusion, polarity):
    assert polarity_of_trial(trial(result, conclusion)).value == polarity


# Where sameness is asked for, no difference is the success.
def test_a_non_inferiority_trial_wants_no_difference():
    methods = "In this non-inferiority trial the primary outcome was hiccups."
    text = trial(
        "Short humming was non-inferior to long humming (P = .30 for difference).", "Both are similar.", methods
    )
    assert polarity_of_trial(text).value == "positive"


@pytest.mark.parametrize(
    ("methods", "name"),
    [
        (
            "The primary end point was hiccup-free survival, and secondary end points were sleep.",
            "hiccup-free survival",
        ),
        ("The primary outcome measure was hiccups per day (0 to 99).", "hiccups per day"),
        ("Hiccups per day was the primary endpoint.", "Hiccups per day"),
        ("We hummed.", ""),
    ],
)
def test_primary_outcomes(methods, name):
    assert primary_outcome(text_of("", AbstractSection(methods, "METHODS"))) == name


@pytest.mark.parametrize(
    ("result", "conclusion", "spin"),
    [
        ("Hiccup-free survival did not differ (P = .40).", "Humming is an effective treatment.", True),
        ("Hiccup-free survival did not differ (P = .40).", "Humming did not improve survival.", False),
        ("Hiccup-free survival was longer with humming than with silence (P = .01).", "Humming is effective.", False),
        ("Hiccups fell from baseline with humming (P = .01).", "Humming is effective against hiccups.", True),
        ("Hiccup-free survival did not differ (P = .40).", "Humming cannot be recommended to improve survival.", False),
        ("Hiccup-free survival did not differ (P = .40).", "Both improve survival.", False),
        ("Hiccup-free survival did not differ (P = .40).", "Humming protects against hiccups.", True),
        ("Hiccup-free survival did not differ (P = .40).", "Silence lowered hiccups; humming did not.", False),
    ],
)
def test_spin(result, conclusion, spin):
    read = spin_of(trial(result, conclusion))
    assert (read.value, read.status) == (spin, "inferred")


# Without a named primary outcome, what is claimed and what did not differ must be of one outcome.
@pytest.mark.parametrize(
    ("result", "conclusion", "spin"),
    [
        (
            "At baseline hiccups did not differ (P = .60). Hiccups were fewer with humming (P = .01).",
            "It works.",
            False,
        ),
        ("Adverse events did not differ (P = .60).", "Humming improves sleep.", False),
        ("Sleep did not differ between humming and silence (P = .60).", "Humming improves sleep.", True),
        ("Sleep scores showed a trend to better sleep with humming (P = .09).", "Humming promotes sleep.", True),
        (
            "Sleep rose in both groups (both P < .01). The difference between groups was 1 hour (P = .30).",
            "Humming prolongs sleep.",
            True,
        ),
        (
            "Sleep rose with humming from 6.1 to 7.0 hours (P = .01), with silence from 6.2 to 6.6 (P = .07).",
            "Humming is superior to silence for sleep.",
            True,
        ),
    ],
)
def test_spin_of_one_outcome(result, conclusion, spin):
    assert spin_of(trial(result, conclusion, "Adults were assigned to humming or silence.")).value is spin


# Nothing to compare is not the same as no spin.
def test_spin_without_a_conclusion_is_missing():
    assert spin_of(text_of("", AbstractSection("We hummed.", "METHODS"))).status == "missing"


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=150))
def test_every_span_is_verbatim(noise):
    text = trial(f"{noise} Hiccup-free survival did not differ (P = .40).", f"Humming is effective. {noise}", noise)
    for read in (polarity_of_trial(text), spin_of(text)):
        assert all(text.quote(span) for span in read.spans)


MORE = "Hiccups were significantly more frequent with humming than with silence (P = 0.01)."


@pytest.mark.parametrize(
    ("result", "conclusion", "opposite"),
    [
        (MORE, "Humming reduces hiccups.", True),
        (MORE, "Our results show that humming can prevent hiccups.", True),
        (MORE, "Humming is an effective treatment of hiccups.", True),
        (
            "Pain scores were significantly higher with humming than with silence (P = 0.02).",
            "Humming eases pain.",
            True,
        ),
        (
            "Walks were significantly shorter with humming than with silence (P = 0.02).",
            "Humming prolongs walks.",
            True,
        ),
        (MORE, "Humming increases hiccups.", False),
        (MORE, "Silence reduces hiccups more than humming.", False),
        (MORE, "Humming does not reduce hiccups.", False),
        (MORE, "Humming reduces pain.", False),
        (MORE, "Further studies should find out whether humming reduces hiccups.", False),
        (MORE.replace("more", "less"), "Humming reduces hiccups.", False),
        (MORE.replace("Hiccups were", "Freedom from hiccups was"), "Humming reduces hiccups.", False),
        (
            MORE.replace("with humming than with silence", "with silence than with humming"),
            "Humming reduces hiccups.",
            False,
        ),
    ],
)
def test_a_conclusion_that_says_the_opposite_of_the_results(result, conclusion, opposite):
    """Protects: 'no spin' of a trial whose conclusion turns its result round; and a turn that nobody made."""
    methods = "We randomly assigned 80 adults to humming (n = 40) or silence (n = 40)."
    sections = ((methods, "METHODS"), (result, "RESULTS"), (conclusion, "CONCLUSIONS"))
    read = appraise(record("A randomised trial", *(AbstractSection(*one) for one in sections))).spin
    assert (read.rule == "spin.opposite-of-results") is opposite
