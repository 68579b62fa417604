"""Ratios, associations, lists and arms that did nothing: which way they point. Every sentence is invented."""

import pytest

from claimbook.appraise.direction.comparison import Finder, Triple
from claimbook.appraise.direction.differences import difference_tells
from claimbook.appraise.direction.features import read_sentence
from claimbook.appraise.direction.listed import narrowed
from claimbook.appraise.direction.model import shipped_weights
from claimbook.appraise.direction.ratios import ratio_tells

HUMMING = Triple("humming", "never humming", "hiccups")


def reading(sentence, triple=HUMMING):
    return read_sentence(sentence, Finder(sentence, triple))


# A ratio is that of the arm it is printed for; the interval tells whether there is a difference.
@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The odds ratio for hiccups was 1.90 (95% CI 1.20 to 3.01) for humming.", 1),
        ("The hazard ratio for hiccups with humming was 0.70 (0.51; 0.96).", -1),
        ("Humming was unrelated to hiccups (HR 1\u00b704, 0\u00b784\u20131\u00b729).", 0),
        (
            "With humming as the reference, the RR of hiccups was 0.61 (95% CI 0.40-0.92) in those who never hum.",
            1,
        ),
        ("Compared with never humming, the HR for hiccups was 0.76 (95% CI: 0.65, 0.89).", -1),
        ("The RR of hiccups was 2.11 (1.62-2.74) for ever versus never humming.", 1),
        ("For each 10-minute increment, the odds ratio for hiccups was 1.20 (1.05 to 1.37).", 1),
        ("Hiccups were seen in 14 (12 to 16) of 40 hummers.", None),
        ("The odds ratio for hiccups was 3.2 (1.4 to 2.9).", None),
    ],
)
def test_a_ratio_points_to_one_side(sentence, side):
    assert ratio_tells(reading(sentence)) == side


# protects: a difference that its interval shows, taken for none because no word says 'lower'
@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("The mean difference in hiccups was -1.6 (95% CI -2.4 to -0.8).", -1),
        ("Median difference in hiccups between humming and silence: -2 a day (95% CI -3 to -1).", -1),
        ("The difference in hiccups between silence and humming was -2 a day (95% CI -3 to -1).", 1),
        ("The mean difference in hiccups was 1.6 (95% CI 0.8 to 2.4).", 1),
        ("The mean difference in hiccups was -1.6 (95% CI -3.4 to 0.2).", 0),
        ("Hiccups were fewer (mean difference 1.6; 95% CI 0.8 to 2.4).", 0),
        ("The mean difference in sneezes was -1.6 (95% CI -2.4 to -0.8).", 0),
    ],
)
def test_a_difference_points_to_one_side_where_no_word_does(sentence, side):
    read = reading(sentence, Triple("humming", "silence", "hiccups"))
    told = difference_tells(read)
    assert (told > 0) - (told < 0) == side
    lower, same, higher = shipped_weights().direction.chances(read)
    if side:
        assert bool(higher > lower) is (side > 0)
        assert same < 0.2


# protects: a ratio turned round by the end of the word 'preference'
def test_a_preference_is_no_reference():
    sentence = "The odds ratio for hiccups was 0.61 (95% CI 0.40 to 0.92) for humming by preference."
    assert ratio_tells(reading(sentence, Triple("humming", "whistling", "hiccups"))) == -1


def test_a_ratio_is_turned_with_the_arms_and_for_survival():
    sentence = (
        "With humming as the reference, the HR for hiccups was 0.61 (95% CI 0.40 to 0.92) in those who never hum."
    )
    turned = Triple("never humming", "humming", "hiccups")
    assert ratio_tells(reading(sentence, turned)) == -1
    survival = "Survival was longer; the hazard ratio of death with humming was 0.69 (95% CI 0.53-0.90)."
    asked = Triple("humming", "no humming", "survival")
    assert ratio_tells(reading(survival, asked)) in {None, 1}


# Of a list of outcomes with a list of values only the asked one's values are read.
@pytest.mark.parametrize(
    ("outcome", "kept"),
    [
        ("pain", "Pain, hiccups and stay were 4 vs 6 (P = .02) in Groups H and S, respectively."),
        ("hiccups", "Pain, hiccups and stay were 2 vs 2 (P = .9) in Groups H and S, respectively."),
        ("stay", "Pain, hiccups and stay were 5 vs 3 days (P < .001) in Groups H and S, respectively."),
    ],
)
def test_a_list_is_narrowed_to_one_outcome(outcome, kept):
    listed = (
        "Pain, hiccups and stay were 4 vs 6 (P = .02), 2 vs 2 (P = .9) and 5 vs 3 days (P < .001) "
        "in Groups H and S, respectively."
    )
    assert narrowed(listed, Finder(listed, Triple("humming", "silence", outcome))) == kept


@pytest.mark.parametrize(
    "sentence",
    [
        "Hiccups were fewer (P = .02) and pain was less (P = .03) with humming.",
        "In adults with pain, hiccups were 3 (1 to 4) with humming and 5 (4 to 6) with silence.",
        "Hiccups and pain were 3 vs 4 (P = .2).",
        "Hiccups (P = .02), sneezes and pain were lower with humming.",
    ],
)
def test_what_is_no_list_of_values_stays_as_it_is(sentence):
    assert narrowed(sentence, Finder(sentence, Triple("humming", "silence", "hiccups"))) == sentence


# An arm that is only named as what did nothing made no difference, whatever the others did.
@pytest.mark.parametrize(
    "sentence",
    [
        "Hiccups were reduced versus silence with 10 min (P = .02) and 20 min (P < .001) but not with 5 min (P = .49).",
        "Loud song lowered hiccups more than silence, whereas humming alone did not differ from silence (P = .33).",
        "For hiccups song (OR 2.4, 1.8 to 3.1) was better than silence, whereas humming was not (1.1, 0.8-1.5).",
    ],
)
def test_an_arm_left_out_made_no_difference(sentence):
    chances = shipped_weights().direction.chances(reading(sentence, Triple("humming 5 min", "silence", "hiccups")))
    assert chances.argmax() == 1


# Exposures go with more or less of an outcome, also by amounts and where only 'intake' names them.
@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("In contrast, intake was inversely related to hiccups (RR = 0.88, 95% CI: 0.80-0.97).", 0),
        ("Each 10-g increment in kelp was associated with a 0.1-point lower hiccup score and a 2% higher pulse.", 0),
        ("Kelp intake was positively correlated with hiccups (r = 0.4, P = .01).", 2),
    ],
)
def test_associations_point_to_one_side(sentence, side):
    chances = shipped_weights().direction.chances(reading(sentence, Triple("kelp", "low intake", "hiccups")))
    assert chances.argmax() == side


def test_a_confidence_interval_is_no_confidence():
    sentence = "Pain fell (95% confidence interval 1 to 2), and confidence grew."
    parts = [
        one.part
        for one in reading(sentence, Triple("humming", "silence", "confidence")).tokens
        if one.stem[:8] == "confiden"
    ]
    assert parts == ["", "O"]


def test_users_are_those_of_what_non_users_do_without():
    sentence = "Hiccups occurred in 5.8% of users and 2.3% of non-users (P = .001)."
    chances = shipped_weights().direction.chances(reading(sentence, Triple("kelp", "non-users", "hiccups")))
    assert chances.argmax() == 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Age (OR 1.03, 95% CI 1.01 to 1.05) and humming (OR 0.60, 95% CI 0.41 to 0.88) were associated with hiccups.",
        "Male sex (OR 1.8, 95% CI 1.2 to 2.7) and humming (OR 0.60, 95% CI 0.41 to 0.88) predicted hiccups.",
        (
            "Risk factors for hiccups were older age (HR 1.3, 95% CI 1.1 to 1.5) and diabetes (HR 1.6, 95% CI 1.2 to "
            "2.1), whereas humming was protective (HR 0.70, 95% CI 0.50 to 0.90)."
        ),
    ],
)
def test_the_ratio_of_another_subject_is_not_the_interventions(sentence):
    """Age's ratio above one told that hiccups were surely more frequent with humming."""
    assert ratio_tells(reading(sentence, Triple("humming", "", "hiccups"))) in {-1, None}
