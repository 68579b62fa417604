"""Words that explanations are made of: ids out of names in many languages, and the word that was meant."""

import pytest

from claimbook.project.words import closest, slugged


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Gewöhnung", "gewoehnung"),
        ("Schlaf & Übung", "schlaf-uebung"),
        ("grüße", "gruesse"),
        ("qualité du sommeil", "qualite-du-sommeil"),
        ("Søvn", "soevn"),
        ("A  walk, daily!", "a-walk-daily"),
        ("散歩", ""),
    ],
)
def test_an_id_keeps_the_letters_of_a_name(text, slug):
    assert slugged(text) == slug


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("p", ("p_value", "name", "effect"), "p_value"),
        ("sd", ("sd_pre", "sd_post"), None),
        ("purpos", ("purpose", "population"), "purpose"),
        ("", ("p_value",), None),
        ("(", ("p_value",), None),
    ],
)
def test_the_word_that_was_meant(word, known, meant):
    assert closest(word, known) == meant
