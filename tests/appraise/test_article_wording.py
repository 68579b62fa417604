"""How strongly a sentence of an article words a relation, and its words of advice, certainty and size."""

import time
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.lines import LINES
from claimbook.appraise.text.headings import Role
from claimbook.appraise.text.reading import Sentence
from claimbook.appraise.wording.article import MOST_PHRASES, MOST_WORDS, RIGHT, article_wording_of
from claimbook.appraise.wording.article_text import sentences_of_article, unwrapped
from claimbook.model.terms import Strength
from tests.appraise.article_sentences import coded_sentences

NONE, ASSOCIATIONAL, HEDGED, DIRECT = Strength
CODED = list(coded_sentences())
KINDS = ("advice", "certainty", "magnitude")


def said(words):
    return Sentence(words, 0, 0, Role.TITLE, printed_role=False)


def strongest(words):
    return max(
        (article_wording_of(one).strength for one in sentences_of_article(words)),
        key=lambda read: tuple(Strength).index(read.value),
    )


def quoted(words, kind):
    """The phrases of one kind, as the text prints them."""
    spans = [span for one in sentences_of_article(words) for span in getattr(article_wording_of(one), kind).spans]
    return [words[span.start : span.end] for span in spans]


# The sentences were mended for: what they lose shows that a table was spoilt, not what to expect of other articles.
def test_the_sentences_that_the_tables_were_made_with():
    counts = Counter()
    for one in CODED:
        if one.strength is not None:
            read = strongest(one.text)
            counts[read.value == one.strength, read.confidence >= LINES["article.strength"].confidence] += 1
    right, sure = counts[True, True] + counts[True, False], counts[True, True] + counts[False, True]
    assert (right / counts.total() >= 0.98, counts[True, True] / sure >= 0.99, sure / counts.total() >= 0.8) == (
        (True,) * 3
    ), counts


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_found_where_they_are_coded_and_nowhere_else(kind):
    found = {one.text: quoted(one.text, kind) for one in CODED}
    wrong = [one.text for one in CODED if bool(found[one.text]) is not bool(one.words[kind])]
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Humming slashes the risk of hiccups.", DIRECT),
        ("Humming keeps hiccups at bay, a headache too.", DIRECT),
        ("Humming works wonders for a stiff neck.", DIRECT),
        ("Humming does not prevent colds.", DIRECT),
        ("Humming is good for your lungs.", DIRECT),
        ("Humming can ease a cough.", HEDGED),
        ("Humming eases a cough, research suggests.", HEDGED),
        ("Humming may be linked to better sleep.", ASSOCIATIONAL),
        ("People who hum sleep longer than those who whistle.", ASSOCIATIONAL),
        ("Humming goes hand in hand with good sleep.", ASSOCIATIONAL),
        ("Does humming really ease a cough?", NONE),
        ("The trial will test whether humming eases a cough.", NONE),
        ("Humming classes start in May and cost £4.", NONE),
        ("Hummers had lower blood pressure than whistlers.", ASSOCIATIONAL),
        ("Humming has cut the risk of hiccups.", DIRECT),
        ("Songs, which lower blood pressure, are free.", DIRECT),
    ],
)
def test_strengths(sentence, strength):
    assert strongest(sentence).value is strength


# of two relations in one sentence the stronger one is what an editor must stand by
@pytest.mark.parametrize(
    "sentence",
    ["Whistling is linked to colds, and humming eases a cough.", "Hum every day: it lowers your blood pressure."],
)
def test_the_strongest_part_stands_for_the_sentence(sentence):
    assert strongest(sentence).value is DIRECT


# what is open says nothing of the rest: health reporters end on 'more research is needed'
@pytest.mark.parametrize(
    ("sentence", "strength"),
    [
        ("Humming may protect the heart, but more research is needed.", HEDGED),
        ("It is unclear how humming works, but it lowers blood pressure.", DIRECT),
        ("More research is needed to find out whether humming prevents colds.", NONE),
        ("How humming prevents colds is unclear.", NONE),
    ],
)
def test_what_is_left_open_speaks_for_its_own_part(sentence, strength):
    assert strongest(sentence).value is strength


# protects: a phrase to copy that names the people and leaves out the comparison
def test_a_long_comparison_is_shown_by_its_end():
    assert quoted("Those who sang the most songs were 28 per cent less likely to cough.", "strength") == [
        "were 28 per cent less likely"
    ]


# protects: silence about the part of a text without stops that nobody read
def test_what_was_not_read_to_its_end_is_never_surely_silent():
    read = strongest("humming " * 300 + "eases a cough")
    assert (read.value, read.confidence >= LINES["article.strength"].confidence) == (NONE, False)


# a word that is also something else: a noun, a month, a tin, meat, a warranty
@pytest.mark.parametrize(
    "sentence",
    [
        "The two cuts of meat need an hour in the oven.",
        "In May the singing clinic opens.",
        "A can of hum costs 80p.",
        "She bought the ham with a lifetime guarantee.",
        "He must have been singing.",
        "The results should be ready by noon.",
        "It can prove difficult to park.",
        "Exercise bikes are on sale.",
        "Singing shoes are far more expensive than boots.",
    ],
)
def test_what_only_looks_like_a_cue(sentence):
    assert strongest(sentence).value is NONE
    assert [quoted(sentence, kind) for kind in KINDS] == [[], [], []]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Swap whistling for humming.", ["Swap"]),
        ("If your voice hurts, stop at once and see a doctor.", ["stop", "see a doctor"]),
        ("Humming helps, so never give it up.", ["never give"]),
        ("• Hum softly and don't shout.", ["don't shout"]),
        ("Make sure you drink enough.", ["Make sure"]),
        ("Singers should rest their voice.", ["should"]),
        ("Why not try a duet?", ["Why not try"]),
        ("Humming should improve your sleep.", []),
        ("Should we all hum more?", []),
        ("Rest is good for your voice.", []),
        ("When to see a doctor", []),
        ("How to seek help", []),
    ],
)
def test_advice(sentence, words):
    found = quoted(sentence, "advice")
    assert len(found) == len(words)
    assert all(any(word in one for one in found) for word in words)


@pytest.mark.parametrize(
    ("sentence", "certainty", "magnitude"),
    [
        ("It is beyond dispute that humming halves the risk of colds.", ["beyond dispute"], ["halves"]),
        ("Humming is proven to cut snoring by 40%.", ["proven"], ["by 40%"]),
        ("There is no proof that humming cuts colds.", [], []),
        ("Humming is not proven to ease pain.", [], []),
        ("There is no scientific proof that songs cure a cough.", [], []),
        ("This song is not intended to treat, cure or prevent any disease.", [], []),
        ("Hummers were half as likely to catch a cold.", [], ["half as likely"]),
        ("Humming always lifts your mood.", ["always"], []),
        ("Always warm up your voice.", [], []),
        ("Hum for 20 minutes a day.", [], []),
        ("One in five adults hums.", [], []),
    ],
)
def test_certainty_and_size(sentence, certainty, magnitude):
    assert (quoted(sentence, "certainty"), quoted(sentence, "magnitude")) == (certainty, magnitude)


PIECES = (
    "humming",
    "may",
    "always",
    "cuts",
    "your risk",
    "by 40%",
    ",",
    "and",
    "so",
    "don't",
    "proven to",
    "eat",
    "?",
    ":",
)


# protects: places that are no words, and phrases too long to be copied into a claim
@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_every_word_shown_is_printed_there_and_short(text):
    for sentence in sentences_of_article(text):
        read = article_wording_of(sentence)
        assert read.strength.rule.removeprefix("article.") in RIGHT
        for one in (read.strength, read.advice, read.certainty, read.magnitude):
            assert len(one.spans) <= MOST_PHRASES
            for span in one.spans:
                words = sentence.text[span.start - sentence.start : span.end - sentence.start]
                assert words.strip() == words
                assert 1 <= len(words.split()) <= MOST_WORDS


@given(st.text(alphabet="aB .\n\r-5,", max_size=300))
def test_unwrapped_text_keeps_every_place(text):
    prose = unwrapped(text)
    assert len(prose) == len(text)
    assert [one for one in prose if not one.isspace()] == [one for one in text if not one.isspace()]


# prose that an editor's program wrapped is one sentence; a heading, a bullet point and a paragraph are not
def test_lines_of_an_article():
    text = (
        "Hum more\nHumming is a habit of many people who live near the river, and it\neases coughs.\n\n"
        "- May lower stress\n- Strengthens the lungs\n"
        "Many more people who hum every single day say that they like\nBach.\n"
    )
    assert [" ".join(one.text.split()) for one in sentences_of_article(text)] == [
        "Hum more",
        "Humming is a habit of many people who live near the river, and it eases coughs.",
        "- May lower stress",
        "- Strengthens the lungs",
        "Many more people who hum every single day say that they like Bach.",
    ]


# protects: a quotation, set apart by a line that begins with '>', that is glued to the paragraph before it
def test_a_line_ends_its_sentence_whatever_the_next_one_begins_with():
    assert [one.text for one in sentences_of_article("Hum softly.\n\n> \u201cI hum.\u201d - A singer")] == [
        "Hum softly.",
        "> \u201cI hum.\u201d - A singer",
    ]


# protects: a long headline that runs into the first line below it
def test_a_text_with_a_line_for_each_paragraph_is_not_wrapped():
    text = "Humming to treat a cough, and five more benefits of a daily song for your lungs\nHumming " + "is old, " * 20
    assert len(list(sentences_of_article(text))) == 2


# protects: an editor who gives a file that is no prose
@pytest.mark.parametrize(
    "piece", ["people who ", "the more ", "may 5", "had ", "not no ", "a" * 40, "if eat, ", "(" * 9]
)
def test_a_text_without_an_end_is_read_in_a_moment(piece):
    begun = time.perf_counter()
    for sentence in sentences_of_article(piece * (40_000 // len(piece))):
        article_wording_of(sentence)
    assert time.perf_counter() - begun < 5
