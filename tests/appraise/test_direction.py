"""Which way an outcome went: invented sentences with one difficulty each."""

import json
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.appraise.direction.change import direction_in, direction_of
from claimbook.appraise.direction.comparison import Finder, Triple, group_labels, tokens_of
from claimbook.appraise.direction.cues import signs_of, statistics_in
from claimbook.appraise.direction.features import direction_features, read_sentence, subject_of
from claimbook.appraise.direction.words import is_part_of_a_name, polarity_of
from claimbook.appraise.text.reading import text_of

AIM = "We compared humming with silence in 80 adults with invented hiccups."
HUMMING = Triple("humming", "silence", "hiccups per day")


@pytest.mark.parametrize(
    ("result", "change"),
    [
        ("Hiccups per day were significantly lower in the humming group than in the silence group (P = .01).", "lower"),
        ("Hiccups per day were significantly higher with humming than with silence (P = .01).", "higher"),
        ("Hiccups per day did not differ significantly between humming and silence (P = .45).", "no-difference"),
        ("Compared with silence, humming significantly reduced hiccups per day (P < .001).", "lower"),
        ("Silence led to significantly fewer hiccups per day than humming (P < .001).", "higher"),
        ("There was a significantly greater reduction in hiccups per day with humming than with silence.", "lower"),
        ("There was no significant difference in hiccups per day between the groups (P = .71).", "no-difference"),
        (
            "Humming prolonged sleep (P = .01), but hiccups per day were similar in both groups (P = .6).",
            "no-difference",
        ),
    ],
)
def test_direction(result, change):
    read = direction_of(text_of("Humming for invented hiccups", AIM, result), HUMMING)
    assert read.value == change


# An amount may stand behind its verb or its noun, and 'over' a time compares nothing.
@pytest.mark.parametrize(
    ("result", "change"),
    [
        ("Hiccups per day decreased significantly less with humming than with silence (P = .01).", "higher"),
        ("Hiccups per day decreased significantly more with humming than with silence (P = .01).", "lower"),
        ("Humming reduced hiccups per day less than silence did (P = .01).", "higher"),
        ("Hiccups per day increased less with humming than with silence (P = .01).", "lower"),
        ("Hiccups per day declined to a lesser extent with humming than with silence (P = .01).", "higher"),
        ("Hiccups per day declined to a greater extent with humming than with silence (P = .01).", "lower"),
        ("The reduction in hiccups per day was smaller with humming than with silence (P = .02).", "higher"),
        ("The reduction in hiccups per day was larger with humming than with silence (P = .02).", "lower"),
        ("Over a period of three months, humming significantly reduced hiccups per day (P = .01).", "lower"),
        ("Humming, but not silence, significantly reduced hiccups per day (P = .01).", "lower"),
        ("Humming, unlike silence, reduced hiccups per day (P = .01).", "lower"),
        ("Sneezes, but not hiccups per day, were lower with humming than with silence (P = .01).", "no-difference"),
        ("Humming was superior to silence in reducing hiccups per day (P = .01).", "lower"),
        ("Humming was worse than silence in reducing hiccups per day (P = .01).", "higher"),
        ("A non-significant decrease in hiccups per day was seen with humming.", "no-difference"),
    ],
)
def test_amounts_and_arms_out_of_their_usual_place(result, change):
    read = direction_of(text_of("Humming for invented hiccups", AIM, result), HUMMING)
    assert read.value == change


# An amount without a verb before it, and one that bounds a number, stay what they are.
@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Hiccups per day were less with humming", ["O", "DOWN", "I"]),
        ("Sleep improved, and hiccups per day were higher with humming", ["GOOD", "O", "UP", "I"]),
        ("Hiccups per day fell by more than 20 with humming", ["O", "DOWN", "THAN", "#", "I"]),
        ("The share of adults with a reduction in hiccups was greater with humming", ["DOWN", "O", "UP", "I"]),
        ("Hiccups per day fell less with humming", ["O", "UP", "I"]),
    ],
)
def test_amounts_behind_a_change(sentence, names):
    _, signs = signs_of(sentence, Finder(AIM, HUMMING))
    assert [one.name for one in signs] == names


# The same words, asked from the other arm, say the opposite.
def test_the_other_arm_gives_the_other_direction():
    text = text_of("", AIM, "Hiccups per day were significantly lower with humming than with silence (P = .01).")
    assert direction_of(text, HUMMING).value == "lower"
    assert direction_of(text, HUMMING.swapped).value == "higher"


# Each outcome of one sentence has its own direction.
def test_two_outcomes_of_one_sentence():
    result = "Humming significantly increased sleep quality (P = .01), and hiccups per day did not differ (P = .80)."
    text = text_of("", AIM, result)
    assert direction_of(text, HUMMING).value == "no-difference"
    assert direction_of(text, Triple("humming", "silence", "sleep quality")).value == "higher"


def test_an_outcome_that_nobody_mentions_is_missing():
    text = text_of("", AIM, "Hiccups per day fell.")
    assert direction_of(text, Triple("humming", "silence", "bone density")).status == "missing"
    assert direction_in(text_of(""), HUMMING) is None


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_whatever_the_text_every_span_is_verbatim(noise, intervention, comparator, outcome):
    text = text_of(noise, f"{noise} Hiccups fell with humming (P = .01).", noise)
    for triple in (Triple(intervention, comparator, outcome), Triple("humming", noise, "hiccups")):
        read = direction_of(text, triple)
        assert 0 <= read.confidence <= 1
        assert all(text.quote(span) for span in read.spans)
        assert bool(read.spans) == bool(read)


# The mirror image of a reading is what the other arm would have read.
def test_mirrored_features_are_those_of_the_swapped_triple():
    sentence = "Hiccups per day were lower with humming (2.1) than with silence (3.4; P = .01)."
    here, there = (read_sentence(sentence, Finder(AIM, one)) for one in (HUMMING, HUMMING.swapped))
    assert set(direction_features(here.mirrored)) == set(direction_features(there))


@pytest.mark.parametrize(
    ("sentence", "signs"),
    [
        ("Humming lowered hiccups more than silence.", "I DOWN O THAN C"),
        ("A greater reduction in hiccups with humming (P = .2).", "DOWN O I PNS"),
        ("Less decline in hiccups without humming.", "UP O C"),
        ("Humming slowed the rise in hiccups and prevented a loss of sleep.", "I DOWN O UP"),
        ("Humming outperformed silence.", "I GOOD THAN C"),
        ("Humming was worse than silence in lowering hiccups.", "I UP THAN C O"),
        ("Humming was effective in lowering hiccups.", "I DOWN O"),
        (
            "The least squares mean of hiccups was twice as high as six or 12 weeks before, twice daily.",
            "O UP UP # WITHIN",
        ),
        ("Hiccups were not only rare but non-significant.", "O DOWN BUT NOT"),
        ("Hiccups resolved in fewer adults with humming than with silence.", "O BAD I THAN C"),
        ("Hiccups fell in a greater share with humming than with silence.", "O DOWN I THAN C"),
        ("The hiccup decline was smaller with humming.", "O UP I"),
        ("Humming was superior to silence in reducing hiccups.", "I DOWN THAN C O"),
        ("Hiccups: mean difference -1.2 (95% CI -2.0 to 0.4).", "O DIFF # CICROSS"),
        ("Hiccups differed by 3.3 (95% CI, 2.3 to 4.4).", "O DIFF # CIUPD"),
        ("Hiccups were more than 20 % less with high dose humming.", "O THAN # DOWN I"),
        ("Hiccups became less than 50 with humming.", "O THAN # I"),
        ("Low-fat humming moved at least 3 lower limbs.", "I #"),
        ("Hiccups were the most common event, lower with humming.", "O DOWN I"),
        ("A significantly lower dose of hiccups.", "SIG DOWN O"),
        ("Hiccups: HR 0.70 (95% CI, 0.50 to 0.90).", "O # CIDOWNR"),
        ("Hiccups fell to 3.1 (95% CI, 2.0 to 4.2) a day.", "O DOWN # ARMCI"),
    ],
)
def test_signs_of_a_sentence(sentence, signs):
    assert " ".join(one.name for one in signs_of(sentence, Finder(AIM, HUMMING))[1]) == signs


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("p<0.05", "PSIG"),
        ("p = .06", "PNS"),
        ("p=0\u00b7001", "PSIG"),
        ("p > 0.05", "PNS"),
        ("p=ns", "PNS"),
        ("difference 3 (95% ci 1 to 5)", "CIUPD"),
        ("OR 1.4 (95% CI, 0.9-2.1)", "CICROSS"),
        ("OR 1.4 (95% CI, 1.1-2.1)", "CIUPR"),
        ("six or 12 differ at 3 ml/hr (95% CI, 0.5-0.9)", "CIUPD"),
        ("difference -3 (95% ci \u22125 to \u22121)", "CIDOWND"),
    ],
)
def test_statistics(printed, kind):
    assert [one[2] for one in statistics_in(printed)] == [kind]


def test_the_word_behind_than_speaks_for_the_other_arm():
    assert subject_of(["O", "DOWN", "THAN", "C"], 1) == "I"
    assert subject_of(["C", "DOWN", "O", "THAN", "I"], 1) == "C"
    assert subject_of(["O", "DOWN"], 1) == ""


@pytest.mark.parametrize(
    ("outcome", "polarity"),
    [
        ("pain intensity", "b"),
        ("quality of life", "g"),
        ("time to relapse", "g"),
        ("relief of symptoms", "g"),
        ("recurrence-free survival", "g"),
        ("negative emotions", "b"),
        ("bone mineral density", "g"),
        ("colour of socks", "n"),
        ("school absence", "n"),
        ("absence of hiccups", "g"),
    ],
)
def test_polarity_of_outcomes(outcome, polarity):
    assert polarity_of(outcome) == polarity


# 'Low' tells a direction of hiccups and none of a diet.
@pytest.mark.parametrize(
    ("before", "word", "after", "names"),
    [
        ("a", "low", "-", True),
        ("the", "lower", "limb", True),
        ("a", "high", "dose", True),
        ("at", "least", "two", True),
        ("the", "lower", "dose", False),
        ("were", "low", "with", False),
        ("the", "least", "hiccups", False),
    ],
)
def test_words_that_only_name(before, word, after, names):
    assert is_part_of_a_name(word, before, after) is names


def test_group_letters_are_those_of_the_arms_named_beside_them():
    text = "Adults hummed (group A) or kept silent (group B). Group A: humming daily. Group B: silence."
    assert group_labels(text, HUMMING, (frozenset({"humm"}), frozenset({"silenc", "silent"}))) == {"a": "I", "b": "C"}


def test_arms_have_letters_as_groups_have():
    text = "Arm A: humming daily. Arm B: silence."
    assert group_labels(text, HUMMING, (frozenset({"humm"}), frozenset({"silenc"}))) == {"a": "I", "b": "C"}


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("The intervention group (IG) and the control group (CG) met.", {"ig": "I", "cg": "C"}),
        ("Hummers [HuG] and controls [CG] met; HuG more often.", {"hug": "I", "cg": "C"}),
        ("An ECG was taken of the control group (CG).", {"cg": "C"}),
    ],
)
def test_letters_of_groups(text, arms):
    marked = Finder(text, HUMMING).mark(tokens_of("ig cg hug ecg"))
    assert {one.word: one.part for one in marked if one.part} == arms


# A word shared by both arms tells neither; 'control' names the comparator; 'without' turns an arm round.
def test_parts_of_a_sentence():
    finder = Finder("", Triple("tea with humming", "tea", "hiccups"))
    assert [(one.word, one.part) for one in finder.mark(tokens_of("humming tea hiccups control")) if one.part] == [
        ("humming", "I"),
        ("hiccups", "O"),
        ("control", "C"),
    ]
    finder = Finder("", Triple("humming", "no humming", "bleeding"))
    assert [one.part for one in finder.mark(tokens_of("with humming, without humming")) if one.part] == ["I", "C"]
    finder = Finder("", Triple("sticker plan", "no sticker plan", "bleeding"))
    assert [one.part for one in finder.mark(tokens_of("without a sticker plan")) if one.part] == ["C", "C"]


# A ratio is that of the arm whose other arm does without; of two treatments it may be either's.
@pytest.mark.parametrize(
    ("intervention", "comparator", "outcome", "arm"),
    [
        ("humming", "placebo", "hiccups", "I"),
        ("usual care", "humming", "hiccups", "C"),
        ("humming", "whistling", "hiccups", ""),
        ("humming alone", "placebo", "hiccups", ""),
        ("humming", "placebo", "survival", ""),
    ],
)
def test_the_arm_that_a_ratio_is_of(intervention, comparator, outcome, arm):
    assert Triple(intervention, comparator, outcome).tested == arm


def test_the_weights_are_small():
    assert files("claimbook.appraise").joinpath("weights/direction.json").stat().st_size < 5_000_000
    assert json.loads(files("claimbook.appraise").joinpath("weights/direction.json").read_text("utf-8"))["scale"] == 256
