"""The text keeps its words and its places, and knows which part of the argument a sentence plays."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimbook.appraise.text.headings import Role, role_of_heading
from claimbook.appraise.text.lexicon import one_of
from claimbook.appraise.text.reading import reading_of, text_of
from claimbook.model.appraisal import Read, Span
from claimbook.model.record import AbstractSection
from tests.appraise.invented import TRIAL, record


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("RESULTS", Role.RESULTS),
        ("DATA SYNTHESIS", Role.RESULTS),
        ("Data extraction and synthesis", Role.METHODS),
        ("Main outcome measures", Role.METHODS),
        ("Patients and Methods", Role.METHODS),
        ("Conclusions/Significance", Role.CONCLUSIONS),
        ("Trial registration", Role.OTHER),
        ("Methods and Findings", None),
        ("Background and Aims", None),
        ("Humming", None),
        ("Patients were randomised to two groups", None),
    ],
)
def test_headings_name_a_part_or_none(label, role):
    assert role_of_heading(label) is role


def test_labels_give_the_roles_of_their_sentences():
    text = reading_of(record(*TRIAL))
    assert [sentence.role.value for sentence in text.sentences] == [
        *("title", "background", "background", "methods", "results", "results", "results", "conclusions", "conclusions")
    ]
    assert all(sentence.printed_role for sentence in text.sentences)


def test_headings_inside_one_section_are_no_words_of_a_sentence():
    text = text_of("Humming", "BACKGROUND: Hiccups are common. METHODS: 12 adults hummed. RESULTS: It helped.")
    assert [(one.role, one.text) for one in text.sentences[1:]] == [
        (Role.BACKGROUND, "Hiccups are common."),
        (Role.METHODS, "12 adults hummed."),
        (Role.RESULTS, "It helped."),
    ]


# a sentence that announces its groups with a colon is read, not taken for a heading and left out
def test_a_sentence_before_a_colon_is_no_heading():
    text = text_of("Humming", "Hiccups are common. Forty adults were divided into two groups: hummers and whistlers.")
    assert "Forty adults" in text.sentences[-1].text


# without headings the words and the place decide; the order of a usual abstract comes out
def test_roles_are_guessed_where_no_heading_tells():
    plain = " ".join(section.text for section in TRIAL[1:])
    roles = [sentence.role for sentence in text_of("", plain).sentences]
    assert roles[0] is Role.BACKGROUND
    assert Role.METHODS in roles
    assert roles[-1] is Role.CONCLUSIONS


words = st.text(st.characters(codec="utf-8"), max_size=120)


@given(words, st.lists(st.tuples(words, st.none() | st.sampled_from(["RESULTS", "Humming"])), max_size=4))
def test_every_sentence_is_quoted_verbatim_from_its_passage(title, sections):
    text = text_of(title, *(AbstractSection(words, label) for words, label in sections))
    for sentence in text.sentences:
        assert text.quote(sentence.span) == sentence.text


def test_a_quotation_that_is_not_there_is_an_error():
    with pytest.raises(ValueError, match="ends before"):
        text_of("Humming").quote(Span(0, 99, 0))


@pytest.mark.parametrize(
    "broken",
    [
        lambda: Read(None, "explicit", 0.5, (Span(0, 1, 0),)),
        lambda: Read(3, "missing"),
        lambda: Read(3, "explicit", 0.5),
        lambda: Read(3, "inferred", 1.5),
        lambda: Span(2, 2, 0),
    ],
)
def test_a_read_value_cannot_be_without_its_words(broken):
    with pytest.raises(ValueError, match=r"."):
        broken()


# protects: spaces that mean something beside a '|' inside of brackets, however deep, and signs that are no brackets
@pytest.mark.parametrize(
    ("alternatives", "pattern"),
    [
        ("hum | hum along", r"(?:hum|hum\s+along)"),
        ("\n  hum\n  along\n  | sing\n", r"(?:hum\s+along|sing)"),
        ("is (?:still |largely )?unclear | sung", r"(?:is\s+(?:still\s+|largely\s+)?unclear|sung)"),
        ("hum(?!ming| along) | sing", r"(?:hum(?!ming|\s+along)|sing)"),
        ("(?:a |not (?:yet |so (?:very |))){2}loud | b", r"(?:(?:a\s+|not\s+(?:yet\s+|so\s+(?:very\s+|))){2}loud|b)"),
        (r"hum[|( ] | sing[^]|)] | a[]|(]", r"(?:hum[|( ]|sing[^]|)]|a[]|(])"),
        (r"hum\( | sing\| loud | a\[ | b\] | [\]|] c", r"(?:hum\(|sing\|\s+loud|a\[|b\]|[\]|]\s+c)"),
        (r"(?<!hum\s)sing | (?P<what>a | b)c", r"(?:(?<!hum\s)sing|(?P<what>a\s+|\s+b)c)"),
    ],
)
def test_only_a_bar_outside_of_brackets_parts_phrases(alternatives, pattern):
    assert one_of(alternatives) == pattern
    re.compile(pattern)


inner = st.recursive(
    st.sampled_from(["hum", "a hum ", " hum", r"\(", r"\|", r"\[", "[|]", "[^(]", "[])]"]),
    lambda parts: st.lists(parts, min_size=1, max_size=3).map(lambda some: f"(?:{'|'.join(some)})"),
)


# whatever brackets a phrase holds, it stays one phrase, and only the spaces around it are left out
@given(st.lists(st.lists(inner, min_size=1, max_size=3).map("".join), min_size=1, max_size=4))
def test_the_phrases_that_were_joined_are_told_apart_again(phrases):
    alone = [one_of(phrase)[len("(?:") : -1] for phrase in phrases]
    assert one_of(" |\n ".join(phrases)) == f"(?:{'|'.join(alone)})"
    assert [re.sub(r"\s+", r"\\s+", phrase.strip()) for phrase in phrases] == alone
