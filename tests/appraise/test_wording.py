"""How strongly a sentence words a relation (grading specification 1.1), and where it shows."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimbook.appraise.lines import LINES
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence, text_of
from claimbook.appraise.wording import rules as wording_rules
from claimbook.appraise.wording.clauses import clauses_of
from claimbook.appraise.wording.strength import Cue, Look, strength_of, wording_of
from claimbook.appraise.wording.strength import cue_of as cue_of_folded
from claimbook.model.terms import Strength

NONE, ASSOCIATIONAL, HEDGED, DIRECT = Strength


def said(words: str) -> Sentence:
    return Sentence(words, 0, 1, Role.CONCLUSIONS, printed_role=True)


def cue_of(words: str) -> Cue:
    sentence = said(words)
    return cue_of_folded(sentence.folded, Look(sentence))


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Humming was associated with fewer hiccups.", ASSOCIATIONAL),
        ("Hummers were more likely to sleep.", ASSOCIATIONAL),
        ("Hiccups were less frequent in hummers than in whistlers.", ASSOCIATIONAL),
        ("Loudness was an independent predictor of sore lips.", ASSOCIATIONAL),
        ("Humming may reduce hiccups.", HEDGED),
        ("Humming might lead to sore lips.", HEDGED),
        ("Humming appears to have a beneficial effect on sleep.", HEDGED),
        ("Humming reduces hiccups.", DIRECT),
        ("Humming significantly improved sleep.", DIRECT),
        ("Humming did not reduce hiccups.", DIRECT),
        ("Humming led to sore lips.", DIRECT),
        ("Humming is effective against hiccups.", DIRECT),
        ("Larger trials of humming are needed.", NONE),
        ("Trial registration: NCT00000000.", NONE),
        ("Nine adults hummed.", NONE),
        ("Programmes should aim to reduce hiccups.", NONE),
        ("Humming was associated with sleep and may reduce hiccups.", ASSOCIATIONAL),
    ],
)
def test_strengths(sentence, strength):
    assert cue_of(sentence).strength is strength


# a change of an outcome is no cause of it: the sentence names nothing that did it
def test_a_passive_change_is_a_difference_and_no_cause():
    assert cue_of("Hiccups were significantly reduced in hummers.").strength is ASSOCIATIONAL


# a word that only looks like a cue: part of a name, of a compound, of a list, or said of something else
@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("The test had a high negative predictive value for hiccups.", NONE),
        ("Humming adds one step, with associated costs.", NONE),
        ("Nutrition and humming significantly reduced the rate of hiccups.", DIRECT),
        ("Loud adults, identified increased hiccups, and left.", NONE),
        ("Silence-induced yawning is described here.", NONE),
        ("Loudness may be important for the prevention of hiccups.", HEDGED),
        ("Humming had a direct calming effect.", DIRECT),
        ("Hummers had the worst prognosis.", ASSOCIATIONAL),
        ("We highlight that humming was associated with sleep.", ASSOCIATIONAL),
        ("We highlight the need for humming, which is associated with sleep.", ASSOCIATIONAL),
        ("The effect of humming is still unclear.", NONE),
        ("The effect of humming on hiccups is not yet fully understood.", NONE),
        ("The effect of humming on hiccups is well understood.", DIRECT),
        ("Effect modification by loudness was seen.", NONE),
        ("Hiccups differed markedly between hummers and whistlers.", ASSOCIATIONAL),
        ("No risk of hiccups was seen in hummers.", ASSOCIATIONAL),
        ("Humming was not an increased risk.", ASSOCIATIONAL),
        ("Nine adults had no risk factors.", NONE),
    ],
)
def test_what_only_looks_like_a_cue(sentence, strength):
    assert cue_of(sentence).strength is strength


# the surer rule is the one whose words leave less open
@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Humming may reduce hiccups.", "Humming seemingly reduces hiccups."),
        ("Loudness was related to hiccups.", "Hummers had higher hiccup rates."),
        ("Nine adults hummed.", "Nine adults hummed at low risk."),
    ],
)
def test_kinds_of_words_differ_in_confidence(surer, less_sure):
    first, second = cue_of(surer), cue_of(less_sure)
    assert first.strength is second.strength
    assert first.confidence() > second.confidence()


# what is said of the study itself, or counted, tells another thing about a relation than words about people
@pytest.mark.parametrize(
    ("surer", "less_sure"),
    [
        ("Loudness predicts hiccups.", "Our findings predict hiccups."),
        ("The results were limited.", "The hummers were limited."),
        ("The hummers were limited.", "The 9 hummers were limited."),
    ],
)
def test_confidence_depends_on_what_a_sentence_is_about(surer, less_sure):
    first, second = strength_of(said(surer)), strength_of(said(less_sure))
    assert first.value is second.value
    assert first.confidence > second.confidence


# a wish covers the whole list that it is about, and no clause with a verb of its own
@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Improvements in sleep, better food and quiet nights are needed.", NONE),
        ("Programmes should focus on better sleep while reducing hiccups.", NONE),
        ("Hiccups deserve care, and humming was associated with sleep.", ASSOCIATIONAL),
        ("Hummers had more colds, such as coughs, and the need for rest.", ASSOCIATIONAL),
        ("Humming every day reduced hiccups, and larger trials are needed.", DIRECT),
        ("These results have implications for people at risk of hiccups.", NONE),
        ("These results support the use of humming to predict sleep.", NONE),
    ],
)
def test_how_far_a_wish_reaches(sentence, strength):
    assert cue_of(sentence).strength is strength


# of two relations the one that is told counts, not the one that describes a noun or stands far from the modal
@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Humming reduced the costs associated with hiccups.", DIRECT),
        ("Humming reduced hiccups and was also associated with sleep.", ASSOCIATIONAL),
        ("Humming increased the likelihood of sleep.", DIRECT),
        ("Loudness might be a predictor of hiccups, which impair sleep.", ASSOCIATIONAL),
        ("Loudness was a risk factor, and humming may reduce hiccups.", HEDGED),
        ("Our work highlighted that humming reduced hiccups.", DIRECT),
    ],
)
def test_which_of_two_relations_counts(sentence, strength):
    assert cue_of(sentence).strength is strength


@given(st.lists(st.sampled_from(("humming", "is", ", ", "; ", " but ", "good ", "food ")), max_size=12).map("".join))
def test_clauses_leave_no_gap_and_overlap_nowhere(words):
    parts = [part for clause in clauses_of(words) for part in (clause.head, *clause.tails)]
    assert "".join(words[start:end] for start, end in parts) == words


def test_advice_certainty_and_size_are_told_apart_from_strength():
    sentence = text_of("", "Adults should hum, which clearly and dramatically reduces hiccups.").sentences[0]
    wording = wording_of(sentence)
    assert (wording.advice.value, wording.certainty.value, wording.magnitude.value) == (True, True, True)


PHRASES = ("humming", "may", "reduces", "hiccups", ",", "and", "was", "associated with", "larger trials are needed")


@given(st.text(max_size=200) | st.lists(st.sampled_from(PHRASES), max_size=12).map(" ".join))
def test_every_strength_is_quoted_verbatim_and_has_a_measured_confidence(words):
    text = text_of("", words)
    for sentence in text.sentences:
        read = strength_of(sentence)
        assert all(text.quote(span) in sentence.text for span in read.spans)
        assert read.rule.removeprefix("wording.") in wording_rules.RIGHT


AROUND = re.compile(r"\(\?<?[!=](?:[^()\[]|\[[^]]*\]|\([^()]*\))*\)|\\b")
SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789 -;"


# protects: a quick look at the words of a sentence that hides what a table would have found
@settings(max_examples=40)
@pytest.mark.parametrize("cues", wording_rules.TABLE.rows, ids=lambda cues: cues.stems[:20])
@given(data=st.data())
def test_every_phrase_of_a_table_is_called_by_its_pieces(cues, data):
    without_surroundings = AROUND.sub("", cues.pattern.pattern)
    phrase = data.draw(st.from_regex(without_surroundings, fullmatch=True, alphabet=SIGNS))
    assert cues in wording_rules.TABLE.rows_in(said(phrase)) or not cues.pattern.search(phrase)


# protects: 'more' and 'less' as whole words, though the pattern tries them by their letters first
@pytest.mark.parametrize(
    ("said", "near"), [("more", True), ("or less so", True), ("furthermore", False), ("unless", False)]
)
def test_more_and_less_are_near_a_relation_as_whole_words(said, near):
    assert (wording_rules.NEAR_A_RELATION.search(said) is not None) == near


@pytest.mark.parametrize(
    "sentence",
    [
        "Humming sensitised the throat to silence.",
        "Humming inactivates the reflex by which hiccups begin.",
        "Hummin upregulates the hum receptor.",
        "Humming blocks the reflex.",
    ],
)
def test_verbs_of_the_bench_are_causal_verbs(sentence):
    # protects: a finding that was surely none, because no word of it was known
    assert strength_of(said(sentence)).value is DIRECT


def test_a_cause_with_can_goes_to_a_person():
    # protects: an answer that is sure although the specification calls 'can' a hedge and annotators do not
    plain, doubted = (strength_of(said(f"Humming {verb} hiccups.")) for verb in ("reduces", "can reduce"))
    assert (plain.value, doubted.value) == (DIRECT, DIRECT)
    assert plain.confidence >= LINES["strength"].confidence > doubted.confidence


SURE = LINES["strength"].confidence


@pytest.mark.parametrize(
    "words",
    [
        "Humming is safe and effective and should be offered to everybody.",
        "Humming is harmful and must be avoided.",
        "Singing was superior to silence and should be preferred.",
        "Humming cured hiccups in everybody.",
        "Humming heals sore lips.",
        "Humming eased pain; it should be offered.",
        "Humming definitely and dramatically reduces hiccups.",
        "Humming rapidly, safely and reliably relieves hiccups.",
    ],
)
def test_a_finding_beside_a_wish_or_behind_adverbs_is_told(words):
    """Protects: 'none', surely, of a conclusion that claims an effect outright."""
    assert strength_of(said(words)).value is DIRECT


@pytest.mark.parametrize(
    "words",
    [
        "Humming banned hiccups from the village.",
        "Whistling works against hiccups and should be recommended.",
        "Singing stops hiccups at once.",
        "Humming saves lives.",
        "Humming helps people with hiccups.",
        "Humming worked.",
        "Whistling conquers hiccups in everybody.",
    ],
)
def test_a_verb_that_no_table_holds_makes_silence_unsure(words):
    """Protects: a claim in words that nobody thought of, passed off surely as none."""
    assert strength_of(said(words)).confidence < SURE


@pytest.mark.parametrize(
    "words",
    [
        "Humming should be offered to everybody.",
        "An effective treatment of hiccups should be sought.",
        "Whether humming is effective should be studied.",
        "Safe and effective treatments are needed.",
        "Humming is feasible and should be studied further.",
        "Hiccups are common in adults.",
        "The study included adults with hiccups.",
        "Most adults reported hiccups.",
        "Participants completed the questionnaire.",
        "This survey shows the views of adults.",
    ],
)
def test_wishes_and_what_was_only_seen_are_still_surely_none(words):
    """Protects: caution about unknown verbs that makes every silence unsure."""
    read = strength_of(said(words))
    assert (read.value, read.confidence >= SURE) == (NONE, True)


@pytest.mark.parametrize(
    ("words", "sure"),
    [
        ("There is strong evidence that humming reduces hiccups.", True),
        ("There is insufficient evidence that humming reduces hiccups.", False),
        ("Evidence that humming lowers pain is lacking.", False),
        ("It cannot be concluded that humming prevents hiccups.", False),
    ],
)
def test_a_cause_for_which_evidence_is_lacking_is_not_surely_claimed(words, sure):
    """Protects: what is said not to be known, passed off as a claim that humming works."""
    assert (strength_of(said(words)).confidence >= SURE) is sure


@pytest.mark.parametrize(
    "words",
    [
        "Humming is a cure for hiccups.",
        "Tea is a gentle remedy for fatigue.",
        "Humming gives prompt and lasting relief.",
        "Singing brought relief from pain.",
    ],
)
def test_a_cure_and_relief_are_claims_of_a_cause(words):
    """Protects: a claim by a noun, passed off surely as none."""
    assert strength_of(said(words)).value is DIRECT
