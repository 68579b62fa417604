"""Whole sentences for each case, and the tiers they use (grading specification 5.4)."""

import dataclasses

import pytest

from claimbook.language.speak import speaking, spoken
from claimbook.model.assessment import Advice, BodyNumbers, Code, Measure, Ruling
from claimbook.model.terms import Action, Certainty, Verdict
from claimbook.synthesis.grade.sentence import (
    CODE_WORDS,
    Telling,
    cannot_assess_sentence,
    graded_sentence,
    not_studied_sentence,
)
from claimbook.synthesis.grade.state import shown_effect
from claimbook.synthesis.grade.tiers import Tier, tier_of
from claimbook.synthesis.thresholds import DEFAULT
from tests.synthesis.factory import SAFE, claim, interval, match, only, outcome, review, study, weigh

KEEP = Advice(Verdict.UNCERTAIN, Action.KEEP)
ABOUT = {"text": "people with sore knees"}
LARGE, MODERATE, SMALL, TRIVIAL = (interval("SMD", -size, -size - 0.05, -size + 0.05) for size in (1.0, 0.6, 0.3, 0.1))
HARMFUL, NULL, OPEN = interval("SMD", 0.6, 0.4, 0.8), interval("SMD", 0.0, -0.1, 0.1), interval("SMD", -0.1, -0.6, 0.4)
FEWER = interval("SMD", -0.6, -0.8, -0.4)
POINTS = interval("MD", -6.0, -9.0, -3.0)


def told(certainty, *, of=None, stream="RCT", advice=KEEP, **facts):
    """The sentence for one study of 900 people, as if its body had been graded at this certainty."""
    of = of or outcome()
    design = {"RCT": "rct", "NRSI": "cohort"}[stream]
    assessed = weigh(
        study("a", **({"says": "no difference", "n": 900, "design": design} | facts)), about=claim(of, **ABOUT)
    )
    body = only(assessed, stream)
    ruling = Ruling(Certainty[certainty.upper().replace(" ", "_")], "given", "given")
    anchor = dataclasses.replace(body, grade=dataclasses.replace(body.grade, certainty=ruling))
    shown = shown_effect(body.numbers, body.route.value, DEFAULT).value
    return graded_sentence(Telling(claim(of, **ABOUT), of, anchor, shown, DEFAULT), advice)


def end(certainty):
    return f" (1 study, 900 participants, provisional certainty {certainty})"


LINKED = (
    "In people with sore knees, humming was linked to lower knee pain; these studies cannot show that it is the cause."
)
REPORTED = "A link between humming and knee pain has been reported, but the evidence is very uncertain."
UNCERTAIN = "It is very uncertain whether humming changes knee pain."
OPPOSITE = " This is the opposite of the claim."
LEAVE_OPEN = "The studies leave open whether humming changes knee pain"
FITS_BOTH = f"{LEAVE_OPEN}: the result fits both -0.6 and 0.4 (no effect is 0)"
BY_HOW_MUCH = "knee pain; the abstracts do not show by how much."
CASES = [
    # effect, size known
    ("high", {"effect": SMALL}, "Humming lowers knee pain a little."),
    ("high", {"effect": MODERATE}, "Humming lowers knee pain."),
    ("high", {"effect": LARGE}, "Humming lowers knee pain a lot."),
    ("moderate", {"effect": LARGE}, "Humming probably lowers knee pain a lot."),
    ("low", {"effect": SMALL}, "Humming may lower knee pain a little."),
    ("very low", {"effect": LARGE}, UNCERTAIN),
    # effect, trivial, or state null
    ("high", {"effect": TRIVIAL}, "Humming makes little or no difference to knee pain."),
    ("moderate", {"effect": NULL}, "Humming probably makes little or no difference to knee pain."),
    ("low", {"effect": NULL}, "Humming may make little or no difference to knee pain."),
    ("very low", {"effect": NULL}, UNCERTAIN),
    # effect, no size
    ("moderate", {"says": "favours", "p": "0.01"}, f"Humming probably lowers {BY_HOW_MUCH}"),
    ("low", {"says": "favours", "p": "0.01"}, f"Humming may lower {BY_HOW_MUCH}"),
    # effect in points that nothing standardises
    ("low", {"effect": POINTS}, "Humming may lower knee pain by 6 (3 to 9) in the unit that was measured."),
    # effect, non-randomised
    ("high", {"effect": SMALL, "stream": "NRSI"}, "Humming lowers knee pain a little."),
    ("moderate", {"effect": LARGE, "stream": "NRSI"}, "Humming probably lowers knee pain a lot."),
    ("low", {"effect": LARGE, "stream": "NRSI"}, LINKED),
    ("very low", {"effect": LARGE, "stream": "NRSI"}, REPORTED),
    ("very low", {"effect": OPEN, "stream": "NRSI"}, UNCERTAIN),  # no link was shown
    # inconclusive
    ("high", {"effect": OPEN}, f"{FITS_BOTH}."),
    ("moderate", {"effect": OPEN}, f"{FITS_BOTH} (moderate certainty)."),
    ("low", {"effect": OPEN}, f"{FITS_BOTH} (low certainty)."),
    ("low", {"says": "favours", "p": "0.4"}, f"{LEAVE_OPEN} (low certainty)."),
    ("low", {"effect": interval("RR", 0.9, 0.7, 1.2)},
     f"{LEAVE_OPEN}: the result fits both 0.7 and 1.2 (no effect is 1) (low certainty)."),
    # against
    ("high", {"effect": HARMFUL}, f"Humming raises knee pain.{OPPOSITE}"),
    ("moderate", {"effect": HARMFUL}, f"Humming probably raises knee pain.{OPPOSITE}"),
    ("low", {"effect": HARMFUL}, f"Humming may raise knee pain.{OPPOSITE}"),
    ("low", {"says": "against", "p": "0.01"}, f"Humming may raise {BY_HOW_MUCH}{OPPOSITE}"),
    ("low", {"effect": HARMFUL, "stream": "NRSI"}, LINKED.replace("lower", "higher") + OPPOSITE),
    ("very low", {"effect": HARMFUL}, UNCERTAIN),
]  # fmt: skip


@pytest.mark.parametrize(("certainty", "facts", "expected"), CASES)
def test_sentences(certainty, facts, expected):
    # protects: each cell of the table of patterns; 'may' is never used at very low certainty (never 18)
    assert told(certainty, **facts) == expected + end(certainty)


def test_sizes_that_could_not_be_put_together_are_not_unseen():
    # protects: 'the abstracts do not show' never stands beside abstracts that show it
    differences = [study(f"s{i}", n=300, bias=SAFE, effect=interval("MD", -5, -8, -2)) for i in range(2)]
    sentence = weigh(*differences).sentence
    assert "; the sizes that the abstracts print could not be put together. (2 studies" in sentence
    named = [study(f"s{i}", n=300, bias=SAFE, effect=interval("MD", -5, -8, -2), instrument="VAS") for i in range(2)]
    assert "knee pain by 5 (2.88 to 7.12) in the unit that was measured." in weigh(*named).sentence


HUMMING, PAIN = "Die Intervention „humming“", "den Endpunkt „knee pain“"
LEFT_OPEN = (
    f"Die Studien lassen offen, ob die Intervention „humming“ {PAIN} verändert: Das Ergebnis passt sowohl zu -0,6"
)
IN_GERMAN = [
    ("high", {"effect": SMALL}, f"{HUMMING} senkt {PAIN} ein wenig."),
    ("moderate", {"effect": LARGE}, f"{HUMMING} senkt wahrscheinlich {PAIN} stark."),
    ("low", {"effect": SMALL}, f"{HUMMING} kann {PAIN} ein wenig senken."),
    ("low", {"effect": POINTS}, f"{HUMMING} kann {PAIN} um 6 (3 bis 9) in der gemessenen Einheit senken."),
    ("low", {"says": "favours", "p": "0.01"},
     f"{HUMMING} kann {PAIN} senken; um wie viel, zeigen die Abstracts nicht."),
    ("high", {"effect": HARMFUL}, f"{HUMMING} erhöht {PAIN}. Das ist das Gegenteil der Aussage."),
    ("low", {"effect": OPEN},
     f"{LEFT_OPEN} als auch zu 0,4 (kein Effekt ist 0) (Vertrauenswürdigkeit: niedrig)."),
]  # fmt: skip


@pytest.mark.parametrize(("certainty", "facts", "expected"), IN_GERMAN)
def test_sentences_in_german(certainty, facts, expected):
    # protects: adverb, verb and size stand where German has them, and the author's words need neither case nor article
    words = {"high": "hoch", "moderate": "moderat", "low": "niedrig"}[certainty]
    with speaking("de"):
        said = spoken(told(certainty, **facts))
    assert said == f"{expected} (1 Studie, 900 Teilnehmende, vorläufige Vertrauenswürdigkeit: {words})"


@pytest.mark.parametrize(
    ("asserts", "effect", "expected"),
    [
        ("denial", MODERATE, f"Humming lowers knee pain.{OPPOSITE}"),  # 'does not lower': it does
        ("denial", HARMFUL, "Humming raises knee pain."),  # it raises, as the denial would have it
        ("denial", NULL, "Humming makes little or no difference to knee pain."),
        ("no-effect", MODERATE, f"Humming lowers knee pain.{OPPOSITE}"),
        ("no-effect", HARMFUL, f"Humming raises knee pain.{OPPOSITE}"),
        ("no-effect", NULL, "Humming makes little or no difference to knee pain."),
    ],
)
def test_sentences_for_negative_claims(asserts, effect, expected):
    # protects: patterns follow the evidence; what is opposite is opposite to the claim as it is made
    assert told("high", of=outcome(asserts=asserts), effect=effect) == expected + end("high")


@pytest.mark.parametrize(
    ("direction", "better", "better_if", "effect", "expected"),
    [
        ("higher", "higher", "higher", interval("SMD", 0.6, 0.4, 0.8), "Humming may improve leg strength."),
        ("higher", "higher", "higher", FEWER, "Humming may worsen leg strength." + OPPOSITE),
        ("higher", "lower", "lower", interval("SMD", 0.6, 0.4, 0.8), "Humming may raise leg strength."),
        ("lower", "higher", "higher", FEWER, "Humming may worsen leg strength."),
    ],
)  # fmt: skip
def test_verbs_follow_direction_and_worth(direction, better, better_if, effect, expected):
    # protects: what is better for people decides the verb
    of = outcome(direction=direction, better=better, name="leg strength")
    assert told("low", of=of, effect=effect, better_if=better_if) == expected + end("low")


def test_the_advice_to_narrow_names_who_was_studied():
    # protects: the reader is told for whom it was shown
    narrow = Advice(Verdict.OVERSTATED, Action.NARROW)
    assert told("low", effect=SMALL, advice=narrow) == (
        "Humming may lower knee pain a little. Studied in: adults with sore knees." + end("low")
    )


def test_studies_that_disagree_are_not_said_to_fit_both():
    # protects: two studies on different sides, whose common interval lies on one
    far, near = interval("SMD", -0.9, -1.0, -0.8), interval("SMD", 0.2, -0.3, 0.7)
    trials = [study("a", "no difference", n=900, effect=far, bias=SAFE), study("b", "no difference", n=90, effect=near)]
    assert weigh(*trials, of=outcome(strength="hedged")).sentence == (
        "The studies leave open whether humming changes knee pain: the two studies point to different sides"
        " (low certainty). (2 studies, 990 participants, provisional certainty low)"
    )


@pytest.mark.parametrize(
    ("studies", "expected"),
    [
        ([study("a", n=1234)], "1 study, 1,234 participants"),
        ([study("a", n=30), study("b", n=40)], "2 studies, 70 participants"),
        ([study("a", n=30), study("b")], "2 studies, at least 30 participants"),
        ([study("a")], "1 study, participants not stated"),
        ([review("r", included_trials=7, participants=231)], "7 studies, 231 participants"),
        ([review("r", included_trials=7)], "7 studies, participants not stated"),
        ([review("r", participants=90)], "a review, number of studies not stated, 90 participants"),
    ],
)
def test_the_amount_of_evidence(studies, expected):
    # protects: unknown is not zero, a part is not the whole, and a review is not one study (never 24)
    assert f"({expected}, provisional certainty very low)" in weigh(*studies).sentence


def test_not_directly_studied():
    # protects: what was tested instead, in words and numbers
    surrogate, drug = match(answers="surrogate"), match(none="I")
    elsewhere = [study("rats", design="animal"), study("a", matched=surrogate), study("b", matched=drug)]
    tested = [CODE_WORDS[name] for name in ("POP_ANIMAL", "INTERVENTION_DIFFERENT", "OUTCOME_SURROGATE")]
    listed = "; ".join(f"{words.replace('this intervention', 'humming')} (1 of 3 studies)" for words in tested)
    assert weigh(*elsewhere, about=claim(**ABOUT)).sentence == (
        "In the abstracts found, no study in people tested humming for knee pain in people with sore knees."
        f" What was tested: {listed}."
    )


def test_codes_without_words_are_left_out():
    # protects: a note on the record is not something that was tested
    sentence = not_studied_sentence(claim(), outcome(), (Code("PREPRINT", "1 of 1 studies"),))
    assert sentence.endswith("What was tested: nothing that comes near.")


def test_cannot_assess():
    # protects: the reason of the gate in words
    assert cannot_assess_sentence(claim(), outcome(), "nobody knows") == (
        "Whether humming changes knee pain cannot be assessed: nobody knows."
    )
    gone = weigh(study("a", notices=["retracted"]))
    assert gone.sentence == (
        "Whether humming changes knee pain cannot be assessed: every study that would answer has been retracted."
    )


@pytest.mark.parametrize(
    ("measure", "estimate", "expected"),
    [
        (Measure.SMD, 0.19, Tier.TRIVIAL),
        (Measure.SMD, -0.2, Tier.SMALL),
        (Measure.SMD, 0.5, Tier.MODERATE),
        (Measure.SMD, -0.8, Tier.LARGE),
        (Measure.RATIO, 0.91, Tier.TRIVIAL),
        (Measure.RATIO, 0.90, Tier.SMALL),
        (Measure.RATIO, 0.75, Tier.MODERATE),
        (Measure.RATIO, 0.50, Tier.LARGE),
        (Measure.RATIO, 1.09, Tier.TRIVIAL),
        (Measure.RATIO, 1.12, Tier.SMALL),
        (Measure.RATIO, 2.0, Tier.LARGE),
        (Measure.MD, 12.0, None),
        (Measure.P_ONLY, None, None),
    ],
)
def test_tiers(measure, estimate, expected):
    # protects: limits of the tiers; ratios above 1 are folded
    body = BodyNumbers(k_direct=1, k_usable=1, n_participants=None, measure=measure, estimate=estimate)
    assert tier_of(body, DEFAULT) is expected


def test_points_that_can_be_standardised_have_a_tier():
    # protects: the middle of the standardised interval
    body = BodyNumbers(1, 1, None, Measure.MD, estimate=12.0, convertible_md=(-0.9, -0.3))
    assert tier_of(body, DEFAULT) is Tier.MODERATE
